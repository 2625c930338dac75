//! The cell under the cursor: where keys and clicks bring it.

use super::OfferBoard;
use crate::domain::{Id, Interest, ProposalTerm};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};

/// Lines by which what is said goes on.
const SCROLL: usize = 5;

impl OfferBoard {
    /// Brings the cursor to a cell, where the board has it.
    pub(super) fn go_to(&mut self, (term, interest): (Id<ProposalTerm>, Id<Interest>), view: &View<'_>) -> bool {
        let board = self.whole(view);
        let row = board.iter().flat_map(|board| &board.terms).position(|row| row.term == term);
        let column = board.iter().flat_map(|board| &board.columns).position(|column| column.interest == interest);
        let (Some(row), Some(column)) = (row, column) else { return false };
        (self.row, self.column) = (row, column);
        true
    }

    fn columns(&self, view: &View<'_>) -> usize {
        self.whole(view).as_ref().as_ref().map_or(0, |board| board.columns.len())
    }

    /// The board has become smaller, perhaps.
    pub(super) fn stay_within(&mut self, view: &View<'_>) {
        self.row = self.row.min(self.terms(view).len().saturating_sub(1));
        self.column = self.column.min(self.columns(view).saturating_sub(1));
    }

    /// Moves the cursor; whether it was a key of moving.
    pub(super) fn moved(&mut self, command: Command, view: &View<'_>) -> bool {
        let rows = self.terms(view).len();
        let columns = self.columns(view);
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = (self.column + 1).min(columns.saturating_sub(1)),
            Command::Up => self.row = self.row.saturating_sub(1),
            Command::Down => self.row = (self.row + 1).min(rows.saturating_sub(1)),
            Command::First => self.row = 0,
            Command::Last => self.row = rows.saturating_sub(1),
            Command::PageDown | Command::HalfDown => self.said.set(self.said.get() + SCROLL),
            Command::PageUp | Command::HalfUp => self.said.set(self.said.get().saturating_sub(SCROLL)),
            _ => return false,
        }
        true
    }

    pub(super) fn click(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(cell, ..)| cell.contains((x, y).into())).copied();
        let Some((_, row, column)) = hit else { return Reply::Ignored };
        let reply = self.leave(None, view).unwrap_or(Reply::Handled);
        (self.row, self.column) = (row, column);
        reply
    }
}
