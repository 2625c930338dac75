//! Changes that are computed and thrown away: other scores, and doing without a term.

use super::cell::Cell;
use crate::domain::offer::Board;
use crate::domain::{Id, Interest, ProposalTerm};

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct WhatIf {
    scores: Vec<(Id<ProposalTerm>, Id<Interest>, Option<i64>)>,
    without: Vec<Id<ProposalTerm>>,
}

impl WhatIf {
    /// The board as it would be.
    pub fn change(&self, board: &mut Board) {
        for (term, interest, score) in &self.scores {
            board.set(*term, *interest, *score);
        }
        for term in &self.without {
            board.drop_term(*term);
        }
    }

    /// The score tried in a cell, where one is; none inside it is not judged.
    pub fn tried(&self, (term, interest): (Id<ProposalTerm>, Id<Interest>)) -> Option<Option<i64>> {
        let mut scores = self.scores.iter();
        scores.find(|(other, of, _)| (*other, *of) == (term, interest)).map(|(.., score)| *score)
    }

    /// Tries the score of a cell; as the book has it, there is nothing to try.
    pub fn put(&mut self, cell: Cell) {
        self.scores.retain(|(term, interest, _)| (*term, *interest) != (cell.term, cell.interest));
        self.scores.extend(cell.is_changed().then_some((cell.term, cell.interest, cell.now)));
    }

    /// With or without a term.
    pub fn toggle(&mut self, term: Id<ProposalTerm>) {
        match self.without.iter().position(|other| *other == term) {
            Some(at) => _ = self.without.remove(at),
            None => self.without.push(term),
        }
    }
}
