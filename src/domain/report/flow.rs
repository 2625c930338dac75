//! Counting rows now and before: a figure, the records it counts, and how many could be counted.

use super::table::{Cell, Row};
use crate::domain::table::Row as Record;

/// The rows of the period and of the one before that count.
pub(super) struct Both<'a, T> {
    pub now: Vec<&'a T>,
    pub before: Vec<&'a T>,
}

impl<'a, T: Record + 'a> Both<'a, T> {
    /// The same less what does not fit.
    pub fn only(&self, fits: impl Fn(&T) -> bool) -> Self {
        let kept = |rows: &[&'a T]| rows.iter().copied().filter(|row| fits(row)).collect();
        Self { now: kept(&self.now), before: kept(&self.before) }
    }

    /// A figure that counts them. They are dated, so all of them are known.
    pub fn counted(&self, key: &'static str) -> Row {
        let cells = [&self.now, &self.before].map(|rows| Cell::Count(rows.len()));
        Row::figure(key, cells).known(self.now.len(), self.now.len()).of(self.now.iter().copied())
    }
}
