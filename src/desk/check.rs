//! Proof that the book is what its journal says.

use super::{Desk, Trouble, Unlike};
use crate::domain::Entity;

impl Desk {
    /// Reads the file anew, rows and journal: every row must be what its last change left, every step as it was
    /// written. The rows that are not.
    ///
    /// # Errors
    /// A damaged value, seal or step, named; what went wrong with the file.
    pub fn check_journal(&mut self) -> Result<Vec<Unlike>, Trouble> {
        self.catch_up()?;
        self.store.check_steps()?;
        let book = self.store.load()?;
        let mut unlike = Vec::new();
        for entity in Entity::ALL {
            unlike.extend(self.store.unlike_journal(*entity, &book)?);
        }
        Ok(unlike)
    }
}
