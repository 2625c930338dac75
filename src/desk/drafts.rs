//! Unsaved form content: kept in the book, offered again, thrown away on request.

use super::{Desk, Draft, Trouble};
use crate::domain::date::to_millis;

impl Desk {
    /// Keeps what was typed under a key that names screen and subject.
    ///
    /// # Errors
    /// What went wrong with the disk.
    pub fn keep_draft(&self, key: &str, text: &str) -> Result<(), Trouble> {
        self.drafts_kept.set(self.drafts_kept.get() + 1);
        let draft = Draft { key: key.to_owned(), at: to_millis(self.now()), text: text.to_owned() };
        Ok(self.store.put_draft(&draft)?)
    }

    /// # Errors
    /// What went wrong with the disk.
    pub fn drop_draft(&self, key: &str) -> Result<(), Trouble> {
        self.drafts_kept.set(self.drafts_kept.get() + 1);
        Ok(self.store.drop_draft(key)?)
    }

    /// # Errors
    /// What went wrong with the file.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, Trouble> {
        Ok(self.drafts()?.into_iter().find(|draft| draft.key == key))
    }

    /// Another number after each draft that was kept or dropped here.
    pub fn drafts_kept(&self) -> u64 {
        self.drafts_kept.get()
    }

    /// All drafts, newest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn drafts(&self) -> Result<Vec<Draft>, Trouble> {
        let mut drafts = self.store.drafts()?;
        drafts.retain(|draft| Self::is_typed(&draft.key));
        Ok(drafts)
    }
}
