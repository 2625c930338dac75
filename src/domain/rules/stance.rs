//! A person's attitude on a day: never an empty line, never out of their time at the client.

use crate::domain::entity::Stance;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Stance) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Stance>, _row: &Stance) -> Result<(), Refusal> {
    Ok(())
}
