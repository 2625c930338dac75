//! What the keys pressed in one cell have come to: kept as a draft, saved as one step when the cell is left, and back in
//! the cell when that fails. What it is and how it is saved its screen knows.

use crate::desk::{Made, Trouble};
use crate::domain::Edit;
use crate::tui::command::Command;
use crate::tui::layer::Reply;

#[derive(Debug)]
pub struct Gathering<T> {
    /// In the cell under the cursor.
    now: Option<T>,
    /// Handed over to be saved.
    saving: Option<T>,
    /// What was asked for when the cell was left; done once it is saved.
    then: Option<Command>,
}

/// What a key means for a cell in which something was gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing: there is nothing in the cell, or the key does not leave it.
    No,
    /// What was gathered is taken back; nothing was saved.
    Forget,
    /// It is saved, and then this is done.
    Save(Option<Command>),
}

impl<T> Default for Gathering<T> {
    fn default() -> Self {
        Self { now: None, saving: None, then: None }
    }
}

impl<T> Gathering<T> {
    /// In the cell, or on its way to the book.
    pub fn shown(&self) -> Option<&T> {
        self.now.as_ref().or(self.saving.as_ref())
    }

    pub fn now(&self) -> Option<&T> {
        self.now.as_ref()
    }

    pub fn take(&mut self) -> Option<T> {
        self.now.take()
    }

    pub fn set(&mut self, now: Option<T>) {
        self.now = now;
    }

    pub fn leaving(&self, command: Command) -> Leaving {
        match command {
            _ if self.now.is_none() => Leaving::No,
            Command::Help | Command::Redraw | Command::Privacy => Leaving::No,
            Command::Undo => Leaving::Forget,
            Command::Back => Leaving::Save(None),
            other => Leaving::Save(Some(other)),
        }
    }

    /// Hands over what was taken out of the cell; `then` is done once it is saved.
    pub fn save(&mut self, gathered: T, edit: Edit, then: Option<Command>) -> Reply {
        self.saving = Some(gathered);
        self.then = then;
        Reply::Make(edit)
    }

    /// What follows when it was made or could not be; none when something else was.
    pub fn made(&mut self, outcome: &Result<Made, Trouble>) -> Option<Reply> {
        let (saving, then) = (self.saving.take(), self.then.take());
        let saving = saving?;
        if outcome.is_ok() {
            return Some(then.map_or(Reply::Handled, Reply::Run));
        }
        self.now = Some(saving);
        Some(Reply::Handled)
    }
}
