//! The sentences that every move of a state shares: what cannot become what, what asks for a reason, what lies ahead.

use chrono::NaiveDate;

use crate::domain::book::Entity;
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::fold;

/// A move that no table of states has.
pub fn not_possible(entity: Entity, field: &str, from: String, to: String) -> Refusal {
    let sentence = Sentence::new("move-not-possible").word("entity", entity.term());
    Refusal::no(sentence.word("from", from).word("to", to)).at(field)
}

/// A state that is there already.
pub fn already(entity: Entity, state: String) -> Refusal {
    Refusal::no(Sentence::new("already-in-state").word("entity", entity.term()).word("state", state))
}

/// # Errors
/// When the edit gives no reason.
pub fn reason(planning: &Planning<'_>) -> Result<(), Refusal> {
    match planning.reason() {
        Some(_) => Ok(()),
        None => Err(reason_needed("reason")),
    }
}

/// No reason was given at the key where one is asked for.
pub fn reason_needed(key: &str) -> Refusal {
    Refusal::no(Sentence::new("reason-needed")).at(key)
}

/// # Errors
/// When a day that this edit sets lies after today.
pub fn not_after_today(
    planning: &Planning<'_>,
    (entity, field): (Entity, &str),
    before: Option<NaiveDate>,
    day: NaiveDate,
) -> Result<(), Refusal> {
    if day <= planning.today || before == Some(day) {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("not-after-today").about(entity, field)).at(field))
}

/// # Errors
/// When an amount that this edit sets is below zero.
pub fn not_below_zero(
    (entity, field): (Entity, &str),
    before: Option<Money>,
    amount: Option<Money>,
) -> Result<(), Refusal> {
    if before == amount || amount.is_none_or(|amount| amount.minor >= 0) {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("below-zero").about(entity, field)).at(field))
}

/// # Errors
/// When a day that this edit sets lies after today, or before the row's own beginning.
pub fn within_its_time(
    planning: &Planning<'_>,
    (entity, field, key): (Entity, &str, &str),
    before: Option<NaiveDate>,
    day: Option<NaiveDate>,
    begun: NaiveDate,
) -> Result<(), Refusal> {
    let Some(day) = day.filter(|day| before != Some(*day)) else { return Ok(()) };
    not_after_today(planning, (entity, field), before, day)
        .map_err(|refusal| Refusal { field: Some(key.into()), ..refusal })?;
    if day < begun {
        let sentence = Sentence::new("not-before-day").about(entity, field).date("day", begun);
        return Err(Refusal::no(sentence).at(key));
    }
    Ok(())
}

/// Whether a field names a department of the bank, of which the settings hold the names; a client's are the client's
/// affair.
pub fn names_department(entity: Entity, field: &str) -> bool {
    matches!((entity, field), (Entity::Commitment, "passed_to") | (Entity::Problem, "department"))
}

/// A department as the settings write it, however it was typed; one that they do not have stays as it is.
pub fn as_written(planning: &Planning<'_>, department: &str) -> String {
    let known = planning.book().settings().departments.iter().find(|known| fold(known) == fold(department));
    known.map_or_else(|| department.to_owned(), Clone::clone)
}

/// # Errors
/// When a department is named that the settings do not have. A book without departments takes any.
pub fn department(planning: &Planning<'_>, name: &str, field: &str) -> Result<(), Refusal> {
    let known = &planning.book().settings().departments;
    if known.is_empty() || known.iter().any(|department| department == name) {
        return Ok(());
    }
    let sentence = Sentence::new("no-such-department").text("input", name);
    Err(Refusal::no(sentence.with("allowed", Arg::texts(known.iter().cloned()))).at(field))
}

/// A day that belongs to states the row is not in.
pub fn day_of_other_state((entity, field): (Entity, &str), states: &[String]) -> Refusal {
    let states = Arg::List(states.iter().cloned().map(Arg::word).collect());
    Refusal::no(Sentence::new("day-of-other-state").about(entity, field).with("list", states)).at(field)
}

/// A field that another one asks for.
pub fn required(entity: Entity, field: &str) -> Refusal {
    Refusal::no(Sentence::new("required-field").about(entity, field)).at(field)
}
