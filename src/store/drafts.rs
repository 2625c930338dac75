//! Unsaved form content, kept in the book but outside the journal and the snapshot.

use rusqlite::{Connection, Row as SqlRow, params};

use super::error::StoreError;
use super::file::Store;
use super::sum::Sum;
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
        self.still_there()?;
        self.db
            .execute(
                "INSERT OR REPLACE INTO draft (key, at, text, sum) VALUES (?, ?, ?, ?)",
                params![draft.key, instant_text(draft.at), draft.text, sum(draft)],
            )
            .map(drop)
            .map_err(|error| self.wrong(&error))
    }

    /// # Errors
    /// What went wrong with the disk.
    pub fn drop_draft(&self, key: &str) -> Result<(), StoreError> {
        drop_draft(&self.db, key).map_err(|error| self.wrong(&error))
    }

    /// All drafts, newest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement =
            self.db.prepare_cached("SELECT key, at, text, sum FROM draft ORDER BY at DESC, key").map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            let (draft, whole) = read(row).map_err(wrong)?;
            if !whole {
                return Err(StoreError::Damaged { file: self.path.clone(), what: format!("draft {}", draft.key) });
            }
            drafts.push(draft);
        }
        Ok(drafts)
    }
}

/// A draft, and whether it is as it was written.
fn read(row: &SqlRow<'_>) -> rusqlite::Result<(Draft, bool)> {
    let at: String = row.get("at")?;
    let read = parse_instant(&at);
    let draft = Draft { key: row.get("key")?, at: read.unwrap_or_default(), text: row.get("text")? };
    let whole = read.is_some() && sum(&draft) == row.get::<_, i64>("sum")?;
    Ok((draft, whole))
}

fn sum(draft: &Draft) -> i64 {
    let mut sum = Sum::default();
    sum.text(&draft.key);
    sum.text(&instant_text(draft.at));
    sum.text(&draft.text);
    sum.done()
}

pub(super) fn drop_draft(db: &Connection, key: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM draft WHERE key = ?", [key]).map(drop)
}
