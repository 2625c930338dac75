//! Unsaved form content, kept in the book but outside the journal and the snapshot.

use rusqlite::params;

use super::error::StoreError;
use super::file::Store;
use crate::domain::date::{Instant, instant_text, parse_instant};

/// What was typed and not saved: `key` names screen and subject, `text` is the form's own JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub key: String,
    pub at: Instant,
    pub text: String,
}

impl Store {
    /// # Errors
    /// What went wrong with the disk.
    pub fn put_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        self.db
            .execute(
                "INSERT INTO draft (key, at, text) VALUES (?, ?, ?)
                 ON CONFLICT (key) DO UPDATE SET at = excluded.at, text = excluded.text",
                params![draft.key, instant_text(draft.at), draft.text],
            )
            .map(drop)
            .map_err(|error| self.wrong(&error))
    }

    /// # Errors
    /// What went wrong with the disk.
    pub fn drop_draft(&self, key: &str) -> Result<(), StoreError> {
        self.db.execute("DELETE FROM draft WHERE key = ?", [key]).map(drop).map_err(|error| self.wrong(&error))
    }

    /// All drafts, newest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement = self.db.prepare("SELECT key, at, text FROM draft ORDER BY at DESC, key").map_err(wrong)?;
        let rows = statement.query_map([], |row| {
            let at: String = row.get("at")?;
            Ok(Draft { key: row.get("key")?, at: parse_instant(&at).unwrap_or_default(), text: row.get("text")? })
        });
        rows.map_err(wrong)?.collect::<Result<_, _>>().map_err(wrong)
    }
}
