//! The rules of every entity. Each row that would be saved passes here, whichever door it came through.
//!
//! `facts` hold for any book, also for one that comes whole from a file: structure, references, uniqueness.
//! `moves` are the gates of a change made today: transitions, "not after today".

mod affiliation;
mod business_audit;
mod client;
mod client_goal;
mod client_link;
mod influence;
mod interest;
mod occasion;
mod person;
mod plan_target;
mod role;
mod settings;
mod stance;
mod vip_evidence;

pub mod fields;
pub mod references;

use uuid::Uuid;

use super::book::{Entity, Record};
use super::plan::Planning;
use super::refusal::Refusal;
use super::table::Row;

/// Checks one row that would be saved.
///
/// # Errors
/// The first rule it breaks.
pub fn check(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    references::check(planning, after)?;
    facts(planning, after)?;
    moves(planning, before, after)
}

/// What must hold in any book.
///
/// # Errors
/// The first rule the row breaks.
pub fn facts(planning: &mut Planning<'_>, after: &Record) -> Result<(), Refusal> {
    match after {
        Record::Client(row) => client::facts(planning, row),
        Record::Person(row) => person::facts(planning, row),
        Record::Affiliation(row) => affiliation::facts(planning, row),
        Record::Role(row) => role::facts(planning, row),
        Record::Stance(row) => stance::facts(planning, row),
        Record::Influence(row) => influence::facts(planning, row),
        Record::Interest(row) => interest::facts(planning, row),
        Record::ClientLink(row) => client_link::facts(planning, row),
        Record::BusinessAudit(row) => business_audit::facts(planning, row),
        Record::ClientGoal(row) => client_goal::facts(planning, row),
        Record::PlanTarget(row) => plan_target::facts(planning, row),
        Record::VipEvidence(row) => vip_evidence::facts(planning, row),
        Record::Occasion(row) => occasion::facts(planning, row),
        Record::Settings(row) => settings::facts(planning, row),
        _ => Ok(()),
    }
}

/// What must hold for a change made today.
fn moves(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    match after {
        Record::Client(row) => client::moves(planning, of(before), row),
        Record::Person(row) => person::moves(planning, of(before), row),
        Record::Affiliation(row) => affiliation::moves(planning, of(before), row),
        Record::Role(row) => role::moves(planning, of(before), row),
        Record::Stance(row) => stance::moves(planning, of(before), row),
        Record::Influence(row) => influence::moves(planning, of(before), row),
        Record::Interest(row) => interest::moves(planning, of(before), row),
        Record::ClientLink(row) => client_link::moves(planning, of(before), row),
        Record::BusinessAudit(row) => business_audit::moves(planning, of(before), row),
        Record::ClientGoal(row) => client_goal::moves(planning, of(before), row),
        Record::PlanTarget(row) => plan_target::moves(planning, of(before), row),
        Record::VipEvidence(row) => vip_evidence::moves(planning, of(before), row),
        Record::Occasion(row) => occasion::moves(planning, of(before), row),
        Record::Settings(row) => settings::moves(planning, of(before), row),
        _ => Ok(()),
    }
}

/// The row before, as its own type.
fn of<T: Row>(before: Option<&Record>) -> Option<&T> {
    before.and_then(T::of_record)
}

/// Checks that a row may be taken out: nothing else points at it.
///
/// # Errors
/// How many records still do.
pub fn check_removal(planning: &mut Planning<'_>, key: (Entity, Uuid)) -> Result<(), Refusal> {
    references::nothing_points_at(planning, key)
}
