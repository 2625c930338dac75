//! The journal as undo, redo and history. Undoing is a step of its own, so the journal only grows.

use super::{Desk, Made, StepFilter, Trouble};
use crate::domain::gates::{Reasoned, reasoned};
use crate::domain::plan::Planned;
use crate::domain::step::{Change, Step};
use crate::domain::words::StepKind;
use crate::domain::{Answers, Client, Edit, Id, Refusal, Sentence};
use crate::store::Mark;

/// What undo and redo would do next, read off the journal.
#[derive(Debug, Default, PartialEq, Eq)]
struct Stack {
    done: Vec<i64>,
    undone: Vec<i64>,
}

impl Stack {
    /// Walks the journal: an edit can be undone and ends what could be redone; an undo or redo moves its edit over.
    fn read(marks: &[Mark]) -> Self {
        let mut stack = Self::default();
        for mark in marks {
            match (mark.kind, mark.of) {
                (StepKind::Undo, Some(of)) => {
                    stack.done.retain(|number| *number != of);
                    stack.undone.push(of);
                }
                (StepKind::Redo, Some(of)) => {
                    stack.undone.retain(|number| *number != of);
                    stack.done.push(of);
                }
                _ => {
                    stack.done.push(mark.number);
                    stack.undone.clear();
                }
            }
        }
        stack
    }
}

/// How a step is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The last that stands: the book is again as it was.
    Undo,
    /// From beneath edits that stand: the book is as it never was.
    UndoEarlier,
    Redo,
}

impl Turn {
    fn kind(self) -> StepKind {
        match self {
            Self::Undo | Self::UndoEarlier => StepKind::Undo,
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
        let number = *stack.done.last().ok_or_else(|| Sentence::new("nothing-to-undo"))?;
        let step = self.step(number)?;
        self.may_take_back(&step, answers)?;
        self.reverse(&step, Turn::Undo)
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
        mut numbers: impl Iterator<Item = &'a i64>,
        turn: Turn,
        answers: &Answers,
    ) -> Result<(), Trouble> {
        let book = self.book.clone();
        let outcome = numbers.try_for_each(|number| {
            let step = self.step(*number)?;
            if turn == Turn::Undo {
                self.may_take_back(&step, answers)?;
            }
            let planned = self.reversal(&step, turn)?;
            planned.changes.iter().for_each(|change| self.book.apply(change));
            Ok(())
        });
        self.book = book;
        outcome
    }

    /// Asks before the edit of another process that is at work now is taken back.
    fn may_take_back(&self, step: &Step, answers: &Answers) -> Result<(), Trouble> {
        if step.device != self.device && self.written_meanwhile(step) {
            let question = Sentence::new("undo-other-process-ask").with("what", sentence_arg(&step.title));
            if !answers.ask(question)? {
                return Err(Sentence::new("nothing-saved").into());
            }
        }
        Ok(())
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
        let number = *stack.undone.last().ok_or_else(|| Sentence::new("nothing-to-redo"))?;
        let step = self.step(number)?;
        self.reverse(&step, Turn::Redo)
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
            if !done.contains(&number) {
                return Err(Sentence::new(why_not(&marks, number)).into());
            }
            let step = desk.step(number)?;
            desk.reverse(&step, if done.last() == Some(&number) { Turn::Undo } else { Turn::UndoEarlier })
        })
    }

    fn reverse(&mut self, step: &Step, turn: Turn) -> Result<Made, Trouble> {
        let planned = self.reversal(step, turn)?;
        self.save(turn.kind(), Some(step.number), planned)
    }

    /// The changes that take a step back or make it again.
    fn reversal(&self, step: &Step, turn: Turn) -> Result<Planned, Trouble> {
        let undo = turn.kind() == StepKind::Undo;
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
        let out_of_turn = turn == Turn::UndoEarlier;
        let restore =
            Edit::Restore { title: title.clone(), client: step.client, changes: changes.clone(), out_of_turn };
        // Only for its refusals: what is saved is what the journal has, in its order.
        self.preview(&restore, &Answers::default())?;
        Ok(Planned { title, client: step.client, reason: None, changes, warnings: Vec::new() })
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
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Entity;

    fn mark(number: i64, kind: StepKind, of: Option<i64>) -> Mark {
        Mark { number, kind, of }
    }

    #[test]
    fn undo_and_redo_walk_over_edits_and_a_new_edit_ends_redo() {
        use StepKind::{Edit, Redo, Undo};
        let mut marks = vec![mark(1, Edit, None), mark(2, Edit, None)];
        assert_eq!(Stack::read(&marks), Stack { done: vec![1, 2], undone: vec![] });
        marks.extend([mark(3, Undo, Some(2)), mark(4, Undo, Some(1))]);
        assert_eq!(Stack::read(&marks), Stack { done: vec![], undone: vec![2, 1] });
        marks.push(mark(5, Redo, Some(1)));
        assert_eq!(Stack::read(&marks), Stack { done: vec![1], undone: vec![2] });
        marks.push(mark(6, Edit, None));
        assert_eq!(Stack::read(&marks), Stack { done: vec![1, 6], undone: vec![] });
    }

    fn add(desk: &mut Desk, entity: Entity, fields: serde_json::Value) -> (i64, uuid::Uuid) {
        let fields = fields.as_object().unwrap().clone().into_iter().collect();
        let made = desk.make(&Edit::Add { entity, fields }, &Answers::yes()).unwrap();
        let row = made.changed.iter().find(|(changed, _)| *changed == entity).unwrap();
        (made.step.unwrap(), row.1)
    }

    #[test]
    fn a_row_that_a_list_of_another_names_is_not_undone_away() {
        let mut desk = desk();
        let (_, own) = add(&mut desk, Entity::Client, json!({"name": "Volga"}));
        let (step, also) = add(&mut desk, Entity::Client, json!({"name": "Ural"}));
        let visit = json!({"client": own.to_string(), "start": "2026-11-24T10:00", "also_clients": [also.to_string()]});
        add(&mut desk, Entity::Visit, visit);
        let refused = desk.undo_step(step).unwrap_err();
        assert_eq!(refused.sentence().id, "used-by-records");
        assert!(desk.book().contains(Entity::Client, also));
        desk.undo(&Answers::yes()).unwrap();
        desk.undo_step(step).unwrap();
        let refused = desk.step(step + 1).and_then(|visit| desk.reverse(&visit, Turn::Redo)).unwrap_err();
        assert_eq!(refused.sentence().id, "reference-to-nothing");
    }

    fn desk() -> Desk {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(8, 0, 0)).unwrap();
        Desk::throwaway(crate::desk::Clock::Standing(day)).unwrap()
    }

    #[test]
    fn several_steps_are_undone_or_made_again_all_or_none() {
        let mut desk = desk();
        for name in ["Volga", "Ural", "Kama"] {
            add(&mut desk, Entity::Client, json!({ "name": name }));
        }
        let refused = desk.undo_all(4, &Answers::yes()).unwrap_err();
        assert_eq!(refused.sentence().id, "undo-fewer");
        assert_eq!((desk.book().client.len(), desk.last_step()), (3, 3));
        assert_eq!(desk.undo_all(2, &Answers::yes()).unwrap().len(), 2);
        assert_eq!(desk.book().client.len(), 1);
        assert_eq!(desk.redo_all(3).unwrap_err().sentence().id, "redo-fewer");
        assert_eq!(desk.redo_all(2).unwrap().len(), 2);
        assert_eq!(desk.redo_all(1).unwrap_err().sentence().id, "nothing-to-redo");
        assert_eq!(desk.book().client.len(), 3);
    }

    #[test]
    fn what_blocks_a_later_one_of_several_is_found_before_the_first() {
        let mut desk = desk();
        let (first, own) = add(&mut desk, Entity::Client, json!({ "name": "Volga" }));
        let (_, other) = add(&mut desk, Entity::Client, json!({ "name": "Ural" }));
        let fields = |name: &str| crate::domain::Fields::from_iter([("name".to_owned(), name.into())]);
        let amend = |uuid, name| Edit::Amend(crate::domain::edit::Amend::new(Entity::Client, uuid, fields(name)));
        // Undone and made again out of its turn, an edit lies above one that builds on it.
        let middle = desk.make(&amend(own, "Volga A"), &Answers::yes()).unwrap().step.unwrap();
        desk.make(&amend(other, "Ural B"), &Answers::yes()).unwrap();
        desk.undo_step(middle).unwrap();
        desk.make(&amend(own, "Volga C"), &Answers::yes()).unwrap();
        let last = desk.last_step();
        assert_eq!(desk.undo_step(first).unwrap_err().sentence().id, "undo-blocked");
        assert_eq!(desk.undo_all(4, &Answers::yes()).unwrap().len(), 4);
        assert_eq!(desk.last_step(), last + 4);
    }

    #[test]
    fn an_edit_that_was_made_again_is_taken_back_at_either_of_its_lines() {
        let mut desk = desk();
        let (step, own) = add(&mut desk, Entity::Client, json!({ "name": "Volga" }));
        desk.undo(&Answers::yes()).unwrap();
        let again = desk.redo().unwrap().step.unwrap();
        assert_ne!(again, step);
        desk.undo_step(again).unwrap();
        assert!(!desk.book().contains(Entity::Client, own));
        assert_eq!(desk.undo_step(again).unwrap_err().sentence().id, "undone-already");
        assert_eq!(desk.undo_step(again + 1).unwrap_err().sentence().id, "undo-of-undo");
        assert_eq!(desk.undo_step(99).unwrap_err().sentence().id, "nothing-to-undo");
        assert_eq!(desk.step(99).unwrap_err().sentence().id, "record-gone");
    }
}
