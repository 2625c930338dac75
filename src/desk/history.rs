//! The journal as undo, redo and history. Undoing is a step of its own, so the journal only grows.

use std::collections::BTreeMap;

use super::stack::{Entry, Stack};
use super::{Desk, Made, StepFilter, Trouble};
use crate::domain::gates::{FORCED, Reasoned, reasoned};
use crate::domain::plan::Planned;
use crate::domain::step::{Change, Step};
use crate::domain::words::StepKind;
use crate::domain::{Answers, Client, Edit, Id, Refusal, Sentence};
use crate::store::Mark;

/// No page and no form changes so many rows at once; a file that is read in does.
const MANY_ROWS: usize = 300;

/// How a step is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Undo,
    Redo,
}

impl Turn {
    fn kind(self) -> StepKind {
        match self {
            Self::Undo => StepKind::Undo,
            Self::Redo => StepKind::Redo,
        }
    }
}

impl Desk {
    /// Takes back the last edit that stands.
    ///
    /// # Errors
    /// Nothing to undo; the last step is another process's and that was not confirmed; the file.
    pub fn undo(&mut self, answers: &Answers) -> Result<Made, Trouble> {
        self.retrying(|desk| desk.undo_last(answers))
    }

    fn undo_last(&mut self, answers: &Answers) -> Result<Made, Trouble> {
        let stack = Stack::read(&self.store.marks()?);
        let last = *stack.done.last().ok_or_else(|| Sentence::new("nothing-to-undo"))?;
        let step = self.step(last.number)?;
        self.may_take_back(&step, answers)?;
        self.reverse(&step, Turn::Undo, last.in_order)
    }

    /// Takes back the last `n` edits that stand: all of them, or none.
    ///
    /// # Errors
    /// As [`Desk::undo`]; how many can be undone when that is fewer.
    pub fn undo_all(&mut self, n: usize, answers: &Answers) -> Result<Vec<Made>, Trouble> {
        self.catch_up()?;
        let done = Stack::read(&self.store.marks()?).done;
        if done.len() < n {
            return Err(fewer("nothing-to-undo", "undo-fewer", done.len()).into());
        }
        self.rehearse(done.iter().rev().take(n), Turn::Undo, answers)?;
        (0..n).map(|_| self.undo(answers)).collect()
    }

    /// Makes the last `n` edits again that were undone: all of them, or none.
    ///
    /// # Errors
    /// As [`Desk::redo`]; how many can be made again when that is fewer.
    pub fn redo_all(&mut self, n: usize) -> Result<Vec<Made>, Trouble> {
        self.catch_up()?;
        let undone = Stack::read(&self.store.marks()?).undone;
        if undone.len() < n {
            return Err(fewer("nothing-to-redo", "redo-fewer", undone.len()).into());
        }
        self.rehearse(undone.iter().rev().take(n), Turn::Redo, &Answers::default())?;
        (0..n).map(|_| self.redo()).collect()
    }

    /// Reverses steps in memory alone, so that whatever refuses or asks does so before the first is saved.
    fn rehearse<'a>(
        &mut self,
        mut entries: impl Iterator<Item = &'a Entry>,
        turn: Turn,
        answers: &Answers,
    ) -> Result<(), Trouble> {
        let book = self.book.clone();
        let outcome = entries.try_for_each(|entry| {
            let step = self.step(entry.number)?;
            if turn == Turn::Undo {
                self.may_take_back(&step, answers)?;
            }
            let planned = self.reversal(&step, turn, entry.in_order)?;
            planned.changes.iter().for_each(|change| self.book.apply(change));
            Ok(())
        });
        self.book = book;
        outcome
    }

    /// Asks before the edit of another process that is at work now is taken back, and before a whole file is.
    fn may_take_back(&self, step: &Step, answers: &Answers) -> Result<(), Trouble> {
        let (what, rows) = (sentence_arg(&step.title), step.changes.len());
        let question = if step.device != self.device && self.written_meanwhile(step) {
            Sentence::new("undo-other-process-ask").with("what", what)
        } else if rows >= MANY_ROWS {
            Sentence::new("undo-many-ask").with("what", what).count("n", rows)
        } else {
            return Ok(());
        };
        if answers.ask(question)? { Ok(()) } else { Err(Sentence::new("nothing-saved").into()) }
    }

    /// Another process that is at work now, not an earlier session of this one: its steps came after we opened.
    fn written_meanwhile(&self, step: &Step) -> bool {
        step.number > self.opened_at
    }

    /// Makes the edit again that was undone last.
    ///
    /// # Errors
    /// Nothing to redo, or what went wrong with the file.
    pub fn redo(&mut self) -> Result<Made, Trouble> {
        self.retrying(Self::redo_next)
    }

    fn redo_next(&mut self) -> Result<Made, Trouble> {
        let stack = Stack::read(&self.store.marks()?);
        let next = *stack.undone.last().ok_or_else(|| Sentence::new("nothing-to-redo"))?;
        let step = self.step(next.number)?;
        self.reverse(&step, Turn::Redo, next.in_order)
    }

    /// Takes back one step anywhere in the history, unless later edits build on its rows.
    ///
    /// # Errors
    /// How many later edits build on it; already undone; the file.
    pub fn undo_step(&mut self, number: i64) -> Result<Made, Trouble> {
        self.retrying(|desk| {
            let marks = desk.store.marks()?;
            let number = made_again(&marks, number).unwrap_or(number);
            let done = Stack::read(&marks).done;
            let Some(entry) = done.iter().find(|entry| entry.number == number) else {
                return Err(Sentence::new(why_not(&marks, number)).into());
            };
            let step = desk.step(number)?;
            desk.reverse(&step, Turn::Undo, entry.in_order && done.last() == Some(entry))
        })
    }

    fn reverse(&mut self, step: &Step, turn: Turn, in_order: bool) -> Result<Made, Trouble> {
        let planned = self.reversal(step, turn, in_order)?;
        self.save((turn.kind(), Some(step.number)), planned, None)
    }

    /// The changes that take a step back or make it again: in order, the book is then as it was once; out of order,
    /// as it never was, so that its facts are looked at anew.
    fn reversal(&self, step: &Step, turn: Turn, in_order: bool) -> Result<Planned, Trouble> {
        let undo = turn == Turn::Undo;
        let changes: Vec<Change> =
            if undo { step.changes.iter().rev().map(Change::inverse).collect() } else { step.changes.clone() };
        let moved = changes.iter().filter(|change| self.is_now(change) != change.before).count();
        let what = sentence_arg(&step.title);
        if moved > 0 {
            let later = self.later_steps(step)?;
            let blocked = Sentence::new("undo-blocked").with("what", what);
            let local = step.at.with_timezone(&self.book.settings().zone).naive_local();
            let blocked = blocked.with("time", crate::domain::Arg::Time(local)).count("n", later.max(1));
            return Err(Refusal::no(blocked).into());
        }
        let title = Sentence::new(if undo { "undone" } else { "redone" });
        let title = title.with("what", what).count("count", changes.len());
        let restore = Edit::Restore {
            title: title.clone(),
            client: step.client,
            changes: changes.clone(),
            out_of_turn: !in_order,
            force: !undo && step.title.id == FORCED,
        };
        // Only for its refusals: what is saved is what the journal has, in its order.
        self.preview(&restore, &Answers::default())?;
        Ok(Planned {
            title,
            client: step.client,
            reason: None,
            changes,
            warnings: Vec::new(),
            stand_ins: BTreeMap::new(),
        })
    }

    /// The row a change starts from, as it is in the book.
    fn is_now(&self, change: &Change) -> Option<crate::domain::Record> {
        self.book.record(change.entity(), change.uuid())
    }

    fn later_steps(&self, step: &Step) -> Result<usize, Trouble> {
        let later = self.store.steps(StepFilter { after: step.number, ..StepFilter::default() })?;
        let touched: Vec<_> = step.changes.iter().map(Change::uuid).collect();
        let builds = |later: &Step| later.changes.iter().any(|change| touched.contains(&change.uuid()));
        Ok(later.iter().filter(|later| builds(later)).count())
    }

    /// One step with its changes.
    ///
    /// # Errors
    /// There is no such step, or the file.
    pub fn step(&self, number: i64) -> Result<Step, Trouble> {
        let filter = StepFilter { number: Some(number), ..StepFilter::default() };
        let step = self.store.steps(filter)?.pop();
        step.ok_or_else(|| Refusal::gone().into())
    }

    /// The moves of a client's stage past a gate or back that stand, the newest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn stage_moves(&self, client: Id<Client>) -> Result<Vec<Reasoned>, Trouble> {
        let steps = self.steps(StepFilter { about: Some(client.uuid), ..StepFilter::default() })?;
        let mut moves = reasoned(&steps, client.uuid);
        moves.reverse();
        Ok(moves)
    }

    /// Steps with their changes, oldest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn steps(&self, filter: StepFilter) -> Result<Vec<Step>, Trouble> {
        Ok(self.store.steps(filter)?)
    }
}

/// The edit that a step made again.
fn made_again(marks: &[Mark], number: i64) -> Option<i64> {
    let again = marks.iter().find(|mark| mark.number == number && mark.kind == StepKind::Redo)?;
    again.of
}

/// Why a step that does not stand cannot be undone.
fn why_not(marks: &[Mark], number: i64) -> &'static str {
    match marks.iter().find(|mark| mark.number == number).map(|mark| mark.kind) {
        Some(StepKind::Undo) => "undo-of-undo",
        Some(_) => "undone-already",
        None => "nothing-to-undo",
    }
}

/// Fewer steps than were asked for can be moved: none, or how many.
fn fewer(none: &str, fewer: &str, n: usize) -> Sentence {
    if n == 0 { Sentence::new(none) } else { Sentence::new(fewer).count("n", n) }
}

fn sentence_arg(title: &Sentence) -> crate::domain::Arg {
    crate::domain::Arg::Sentence(Box::new(title.clone()))
}

#[cfg(test)]
mod tests;
