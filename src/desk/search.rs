//! The searched form of the open book, read when it is first needed and kept true by every step.

use super::Desk;
use crate::domain::search::{Found, Query};

impl Desk {
    /// What is found for a text, at most `most` of a kind.
    pub fn search(&self, typed: &str, most: usize) -> Found {
        let mut index = self.index.borrow_mut();
        index.read(&self.book, usize::MAX);
        index.search(&self.book, &Query::new(typed), most)
    }

    /// Reads up to `rows` more rows for search, so that the first key of a query on a large book need not wait; true
    /// when nothing is left to read.
    pub fn read_for_search(&self, rows: usize) -> bool {
        self.index.borrow_mut().read(&self.book, rows)
    }

    /// As [`Self::search`] in what has been read so far: the answer says whether that was all.
    pub fn search_what_is_read(&self, typed: &str, most: usize) -> Found {
        self.index.borrow().search(&self.book, &Query::new(typed), most)
    }
}
