//! What the keys pressed in one cell have come to: kept as a draft, saved as one step when the cell is left, and back in
//! the cell when that fails, the cursor with it. What it is and how it is saved its screen knows.

use crate::desk::{Made, Trouble};
use crate::domain::Edit;
use crate::tui::command::Command;
use crate::tui::layer::Reply;

/// What can be gathered: it is about one record, or one cell, and keys pressed elsewhere are not about it.
pub trait Owned {
    type Owner: PartialEq;

    fn owner(&self) -> Self::Owner;
}

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

/// What became of what was handed over to be saved.
pub enum Saving<T: Owned> {
    /// Something else was made.
    Other,
    /// It is in the book, and this follows.
    Saved(Reply),
    /// It is back in its cell, and so must the cursor be.
    Kept(T::Owner),
}

impl<T: Owned> Gathering<T> {
    /// In the cell, or on its way to the book.
    pub fn shown(&self) -> Option<&T> {
        self.now.as_ref().or(self.saving.as_ref())
    }

    pub fn now(&self) -> Option<&T> {
        self.now.as_ref()
    }

    /// Gathered elsewhere than the cursor is now: to be saved before a key is taken here.
    pub fn is_of_another(&self, owner: &T::Owner) -> bool {
        self.now.as_ref().is_some_and(|now| now.owner() != *owner)
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

    /// What follows when it was made or could not be.
    pub fn made(&mut self, outcome: &Result<Made, Trouble>) -> Saving<T> {
        let (saving, then) = (self.saving.take(), self.then.take());
        let Some(saving) = saving else { return Saving::Other };
        if outcome.is_ok() {
            return Saving::Saved(then.map_or(Reply::Handled, Reply::Run));
        }
        let owner = saving.owner();
        self.now = Some(saving);
        Saving::Kept(owner)
    }
}
