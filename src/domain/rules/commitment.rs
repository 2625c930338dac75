//! A promise: its days in order, and its way from open to done, passed on or cancelled.

use super::{moved, whose};
use crate::domain::book::Entity;
use crate::domain::entity::Commitment;
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::promises;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::{CommitmentState, Repeat, Who};

pub(super) fn facts(planning: &Planning<'_>, promise: &Commitment) -> Result<(), Refusal> {
    days_in_order(promise)?;
    if promise.who == Who::They && promise.passed_to.is_some() {
        return refuse("their-promise-not-passed", "passed_to");
    }
    match promise.state {
        CommitmentState::Passed if promise.who == Who::They => return refuse("their-promise-not-passed", "state"),
        CommitmentState::Passed if promise.passed_to.is_none() => {
            return Err(moved::required(Entity::Commitment, "passed_to"));
        }
        CommitmentState::Done if promise.done_on.is_none() => {
            return Err(moved::required(Entity::Commitment, "done_on"));
        }
        CommitmentState::Cancelled if promise.cancel_reason.is_none() => {
            return refuse("reason-needed", "cancel_reason");
        }
        CommitmentState::Cancelled if promise.who == Who::We && promise.told_how.is_none() => {
            return refuse("tell-client-first", "told_how");
        }
        _ => {}
    }
    promise.visit.map_or(Ok(()), |visit| whose::visit(planning, visit, promise.client, "visit"))
}

fn days_in_order(promise: &Commitment) -> Result<(), Refusal> {
    if promise.due.is_some_and(|due| due < promise.made_on) {
        return refuse("due-before-made", "due");
    }
    if promise.done_on.is_some_and(|done| done < promise.made_on) {
        return refuse("done-before-made", "done_on");
    }
    if matches!((promise.passed_on, promise.back_on), (Some(passed), Some(back)) if back < passed) {
        return refuse("back-before-passed", "back_on");
    }
    Ok(())
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&Commitment>, promise: &Commitment) -> Result<(), Refusal> {
    let made = before.map(|before| before.made_on);
    moved::not_after_today(planning, (Entity::Commitment, "made_on"), made, promise.made_on)?;
    let done_now = promise.done_on.filter(|_| before.is_none_or(|before| before.done_on != promise.done_on));
    if done_now.is_some_and(|done| done > planning.today) {
        return refuse("not-done-yet", "done_on");
    }
    let set = |of: fn(&Commitment) -> Option<chrono::NaiveDate>, field: &str| {
        let known = before.and_then(of);
        moved::within_its_time(planning, (Entity::Commitment, field, field), known, of(promise), promise.made_on)
    };
    set(|promise| promise.passed_on, "passed_on")?;
    set(|promise| promise.back_on, "back_on")?;
    let passed_now = promise.passed_to.as_ref().filter(|_| before.is_none_or(|b| b.passed_to != promise.passed_to));
    if let Some(department) = passed_now {
        moved::department(planning, department, "passed_to")?;
    }
    if asks_for_due(before, promise) {
        return refuse("repeat-needs-due", "due");
    }
    transition(planning, before.map_or(CommitmentState::Open, |before| before.state), promise.state)
}

/// Without a first day nothing would ever follow.
fn asks_for_due(before: Option<&Commitment>, promise: &Commitment) -> bool {
    let is_as_it_was = before.is_some_and(|before| (before.repeat, before.due) == (promise.repeat, promise.due));
    promise.repeat != Repeat::None && promise.due.is_none() && !is_as_it_was
}

/// A day off is told once, when it is set: ours is due on the working day before.
pub(super) fn warn(planning: &mut Planning<'_>, before: Option<&Commitment>, promise: &Commitment) {
    let is_new = before.is_none_or(|before| (before.due, before.who) != (promise.due, promise.who));
    let shown = promises::due(&Calendar::of(planning.book().settings()), promise);
    if let (Some(due), Some(shown)) = (promise.due, shown)
        && is_new
        && shown != due
        && promise.state.is_open()
    {
        planning.warn(Sentence::new("due-on-day-off").date("due", due).date("shown", shown));
    }
}

fn transition(planning: &Planning<'_>, from: CommitmentState, to: CommitmentState) -> Result<(), Refusal> {
    use CommitmentState::{Cancelled, Done, Open, Passed};
    match (from, to) {
        (from, to) if from == to => Ok(()),
        (Open, _) | (Passed, Open | Done | Cancelled) => Ok(()),
        (Done, Open) => moved::reason(planning),
        (from, to) => Err(moved::not_possible(Entity::Commitment, "state", from.term(), to.term())),
    }
}

/// # Errors
/// An own promise is never deleted.
pub(super) fn removal(planning: &Planning<'_>, id: Id<Commitment>) -> Result<(), Refusal> {
    match planning.book().commitment.get(id) {
        Some(promise) if promise.who == Who::We => Err(Refusal::no(Sentence::new("promise-not-deleted"))),
        _ => Ok(()),
    }
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}
