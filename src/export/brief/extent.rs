//! How much of a brief is wanted: all of it or one page, and the sections that are left out. Its head always stands.

use super::{Reader, Section};

/// Every section by its key, in the order of the internal brief and then of the client's copy.
pub const SECTIONS: [&str; 19] = [
    "in_short",
    "decision_map",
    "attending",
    "needs",
    "promises",
    "offer",
    "money",
    "relationship",
    "business",
    "to_ask",
    "to_check",
    "near_dates",
    "answers",
    "sources",
    "agenda",
    "goals",
    "agreed",
    "next_steps",
    "contacts",
];

/// What fits on a page before a meeting.
const PAGE: [&str; 5] = ["in_short", "decision_map", "attending", "promises", "to_ask"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// Of the internal brief what one must have read; the client's copy is as long as what was agreed.
    Page,
    #[default]
    Full,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    pub length: Length,
    /// A bit for each of [`SECTIONS`].
    left_out: u32,
}

impl Extent {
    /// Every section of this length.
    pub fn of(length: Length) -> Self {
        Self { length, left_out: 0 }
    }

    /// Leaves a section out, or takes it in again.
    pub fn turn(&mut self, key: &str) {
        self.left_out ^= bit(key);
    }

    pub fn leaves_out(self, key: &str) -> bool {
        self.left_out & bit(key) != 0
    }

    pub(super) fn holds(self, reader: Reader, section: &Section) -> bool {
        let long = self.length == Length::Full || reader == Reader::Client || PAGE.contains(&section.key);
        long && !self.leaves_out(section.key)
    }
}

/// 0 for a key that no section has.
fn bit(key: &str) -> u32 {
    SECTIONS.iter().position(|section| *section == key).map_or(0, |at| 1 << at)
}
