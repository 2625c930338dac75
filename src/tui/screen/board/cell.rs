//! The score typed in one cell, gathered until the cell is left; kept as a draft until then.

use serde_json::{Value as Json, json};

use crate::domain::field::FieldType;
use crate::domain::offer::{Board, MOST};
use crate::domain::{Id, Interest, ProposalTerm};
use crate::tui::screen::gathering::Owned;

/// One cell as the book has it and as the keys have made it; none is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub term: Id<ProposalTerm>,
    pub interest: Id<Interest>,
    pub known: Option<i64>,
    pub now: Option<i64>,
}

impl Owned for Cell {
    type Owner = (Id<ProposalTerm>, Id<Interest>);

    fn owner(&self) -> Self::Owner {
        (self.term, self.interest)
    }
}

impl Cell {
    /// Nothing typed yet.
    pub fn of(board: &Board, row: usize, column: usize) -> Option<Self> {
        let (term, interest) = (board.terms.get(row)?, board.columns.get(column)?.interest);
        let known = *term.cells.get(column)?;
        Some(Self { term: term.term, interest, known, now: known })
    }

    /// From not judged the first press says something: one up or one down.
    pub fn shift(&mut self, by: i64) {
        self.now = Some(self.now.map_or(by, |score| (score + by).clamp(-MOST, MOST)));
    }

    pub fn is_changed(self) -> bool {
        self.known != self.now
    }

    pub fn to_json(self) -> Json {
        json!([self.term.json(), self.interest.json(), self.known, self.now])
    }

    /// A draft read back; none when it is not one.
    pub fn from_json(json: &Json) -> Option<Self> {
        Some(Self {
            term: Id::from_json(json.get(0)?).ok()?,
            interest: Id::from_json(json.get(1)?).ok()?,
            known: json.get(2)?.as_i64(),
            now: json.get(3)?.as_i64(),
        })
    }
}
