//! Unsaved form content: kept in the book, offered again, thrown away on request.

use super::{Desk, Draft, Trouble};
use crate::domain::Sentence;
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

    /// As [`Self::keep_draft`], but never over what another program has kept under this key since it was read here.
    ///
    /// # Errors
    /// The other's draft; what went wrong with the disk.
    pub fn keep_own_draft(&self, key: &str, text: &str) -> Result<(), Trouble> {
        let stored = self.stored_draft(key)?;
        if stored.is_some_and(|stored| !self.is_own(&stored)) {
            return Err(Sentence::new("draft-of-another").into());
        }
        self.keep_draft(key, text)?;
        self.know_draft(key, text);
        Ok(())
    }

    /// Drops what was kept or read here; what another program has kept since stays.
    ///
    /// # Errors
    /// What went wrong with the disk.
    pub fn drop_own_draft(&self, key: &str) -> Result<(), Trouble> {
        if self.is_own_draft(key)? { self.drop_draft(key) } else { Ok(()) }
    }

    /// Whether what is kept under a key was kept or read here.
    pub(super) fn is_own_draft(&self, key: &str) -> Result<bool, Trouble> {
        Ok(self.stored_draft(key)?.is_some_and(|stored| self.is_own(&stored)))
    }

    fn is_own(&self, stored: &Draft) -> bool {
        self.drafts_known.borrow().get(&stored.key) == Some(&stored.text)
    }

    fn know_draft(&self, key: &str, text: &str) {
        self.drafts_known.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// # Errors
    /// What went wrong with the disk.
    pub fn drop_draft(&self, key: &str) -> Result<(), Trouble> {
        self.drafts_kept.set(self.drafts_kept.get() + 1);
        Ok(self.store.drop_draft(key)?)
    }

    /// The draft under a key, to be taken up here.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, Trouble> {
        let stored = self.stored_draft(key)?;
        if let Some(stored) = &stored {
            self.know_draft(key, &stored.text);
        }
        Ok(stored)
    }

    fn stored_draft(&self, key: &str) -> Result<Option<Draft>, Trouble> {
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
