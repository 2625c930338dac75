//! How new each record is, for programs that keep copies: the number and the instant of the step that touched it last.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::{Desk, Trouble};
use crate::domain::date::Instant;

impl Desk {
    /// # Errors
    /// What went wrong with the file.
    pub fn last_steps(&self) -> Result<FxHashMap<Uuid, (i64, Instant)>, Trouble> {
        Ok(self.store.last_of_each()?.into_iter().map(|(uid, step, at)| (uid, (step, at))).collect())
    }
}
