//! The rules of every entity. Each row that would be saved passes here, whichever door it came through.
//!
//! `facts` hold for any book, also for one that comes whole from a file: structure, references, uniqueness.
//! `moves` are the gates of a change made today: transitions, "not after today".

pub mod fields;
pub mod references;

use uuid::Uuid;

use super::book::{Entity, Record};
use super::plan::Planning;
use super::refusal::Refusal;

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
pub fn facts(_planning: &mut Planning<'_>, _after: &Record) -> Result<(), Refusal> {
    Ok(())
}

/// What must hold for a change made today.
fn moves(_planning: &mut Planning<'_>, _before: Option<&Record>, _after: &Record) -> Result<(), Refusal> {
    Ok(())
}

/// Checks that a row may be taken out: nothing else points at it.
///
/// # Errors
/// How many records still do.
pub fn check_removal(planning: &mut Planning<'_>, key: (Entity, Uuid)) -> Result<(), Refusal> {
    references::nothing_points_at(planning, key)
}
