//! The moves of a promise, and the next one of a promise that repeats.

use chrono::{Datelike, NaiveDate};

use super::{Planning, fill};
use crate::domain::date::{Month, is_kept, plus_days};
use crate::domain::entity::{Client, Commitment};
use crate::domain::moves::PromiseMove;
use crate::domain::refusal::Refusal;
use crate::domain::rules::moved;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;
use crate::domain::words::{CommitmentOrigin, CommitmentState, Repeat, Who};

/// A promise of ours, made today, with no day by which it is due.
pub(super) fn ours(planning: &mut Planning<'_>, client: Id<Client>, text: String) -> Commitment {
    Commitment {
        head: planning.new_head(),
        client,
        who: Who::We,
        person: None,
        text,
        share: false,
        made_on: planning.today,
        visit: None,
        due: None,
        passed_to: None,
        passed_on: None,
        back_on: None,
        done_on: None,
        done_note: None,
        state: CommitmentState::Open,
        cancel_reason: None,
        told_how: None,
        repeat: Repeat::None,
        repeat_day: None,
        origin: CommitmentOrigin::Manual,
        phase: None,
        external_ids: Vec::new(),
        extra: None,
    }
}

pub(super) fn make(planning: &mut Planning<'_>, id: Id<Commitment>, wish: &PromiseMove) -> Result<(), Refusal> {
    let mut promise = planning.need(id)?.clone();
    let today = planning.today;
    let to = match wish {
        PromiseMove::Done { .. } => CommitmentState::Done,
        PromiseMove::Pass { .. } => CommitmentState::Passed,
        PromiseMove::Back { .. } | PromiseMove::Reopen { .. } => CommitmentState::Open,
        PromiseMove::Cancel { .. } => CommitmentState::Cancelled,
    };
    check_move(&promise, wish, to)?;
    match wish {
        PromiseMove::Done { on, note } => {
            promise.done_on = Some(on.unwrap_or(today));
            promise.done_note = note.clone().or(promise.done_note);
        }
        PromiseMove::Pass { to, on } => {
            promise.passed_to = Some(to.clone());
            promise.passed_on = Some(on.unwrap_or(today));
            promise.back_on = None;
        }
        PromiseMove::Back { on } => promise.back_on = Some(on.unwrap_or(today)),
        PromiseMove::Cancel { reason, told_how } => {
            promise.cancel_reason.clone_from(reason);
            promise.told_how.clone_from(told_how);
        }
        PromiseMove::Reopen { reason } => planning.set_reason(reason.as_deref()),
    }
    promise.state = to;
    fill::put(planning, promise).map(drop)
}

/// Back and reopen both end in `open`, but not from the same state.
fn check_move(promise: &Commitment, wish: &PromiseMove, to: CommitmentState) -> Result<(), Refusal> {
    let from = promise.state;
    let fits = match wish {
        PromiseMove::Back { .. } => from == CommitmentState::Passed,
        PromiseMove::Reopen { .. } => from == CommitmentState::Done,
        _ => true,
    };
    if from == to {
        return Err(moved::already(Commitment::ENTITY, from.term()));
    }
    if fits { Ok(()) } else { Err(moved::not_possible(Commitment::ENTITY, "state", from.term(), to.term())) }
}

/// Days follow the state; a promise that repeats opens its next one when it is done.
pub(super) fn complete(planning: &mut Planning<'_>, before: Option<&Commitment>, promise: &mut Commitment) {
    keep_day(promise);
    promise.passed_to = promise.passed_to.as_deref().map(|department| moved::as_written(planning, department));
    let from = before.map_or(CommitmentState::Open, |before| before.state);
    if from == promise.state {
        return;
    }
    let today = planning.today;
    match promise.state {
        CommitmentState::Done => {
            promise.done_on.get_or_insert(today);
            // One that is not done yet is refused; then nothing follows.
            if promise.done_on <= Some(today)
                && let Some(next) = next(planning, promise).filter(|next| !is_there(planning, next))
            {
                planning.put(next);
            }
        }
        CommitmentState::Passed => {
            promise.passed_on.get_or_insert(today);
            promise.back_on = None;
        }
        CommitmentState::Open if from == CommitmentState::Passed => _ = promise.back_on.get_or_insert(today),
        CommitmentState::Open => {
            promise.done_on = None;
            promise.done_note = None;
        }
        CommitmentState::Cancelled => {
            promise.cancel_reason = promise.cancel_reason.take().or_else(|| planning.reason().map(str::to_owned));
        }
    }
    if before.is_some() {
        let title = match promise.state {
            CommitmentState::Done => Sentence::new("title-promise-done").text("text", &promise.text),
            state => Sentence::new("title-promise-state").text("text", &promise.text).word("state", state.term()),
        };
        planning.default_title(title, Some(promise.client.uuid));
    }
}

/// The day of the month on which a promise returns is that of its first due.
fn keep_day(promise: &mut Commitment) {
    match promise.repeat {
        Repeat::None | Repeat::Weekly => promise.repeat_day = None,
        Repeat::Monthly | Repeat::Quarterly | Repeat::Yearly => {
            promise.repeat_day = promise.repeat_day.or(promise.due.map(|due| i64::from(due.day())));
        }
    }
}

/// The next promise of one that repeats, due from the old due, not from the day on which it was done. None follows beyond
/// the last day that a book can hold.
fn next(planning: &mut Planning<'_>, done: &Commitment) -> Option<Commitment> {
    let due = match (done.repeat, done.due) {
        (Repeat::None, _) | (_, None) => return None,
        (Repeat::Weekly, Some(due)) => plus_days(due, 7),
        (Repeat::Monthly, Some(due)) => in_months(due, 1, done.repeat_day),
        (Repeat::Quarterly, Some(due)) => in_months(due, 3, done.repeat_day),
        (Repeat::Yearly, Some(due)) => in_months(due, 12, done.repeat_day),
    };
    is_kept(&due).then(|| Commitment {
        head: planning.new_head(),
        made_on: done.done_on.unwrap_or(planning.today).min(due),
        due: Some(due),
        visit: None,
        passed_to: None,
        passed_on: None,
        back_on: None,
        done_on: None,
        done_note: None,
        state: CommitmentState::Open,
        external_ids: Vec::new(),
        extra: None,
        ..done.clone()
    })
}

/// Whether the next one was opened already, when its promise was done before and reopened.
fn is_there(planning: &Planning<'_>, next: &Commitment) -> bool {
    let same = |row: &&Commitment| {
        (row.client, row.who, row.repeat, row.due) == (next.client, next.who, next.repeat, next.due)
            && fold(&row.text) == fold(&next.text)
    };
    planning.of::<Commitment>(next.client).iter().any(same)
}

/// That day of the month `n` months later, or the month's last.
fn in_months(due: NaiveDate, n: i32, day: Option<i64>) -> NaiveDate {
    let month = Month::of(due).plus(n);
    let day = day.and_then(|day| u32::try_from(day).ok()).unwrap_or(due.day());
    month.first_day().with_day(day).unwrap_or_else(|| month.last_day())
}
