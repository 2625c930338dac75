//! What a person wants, and when they were there to want it.

use crate::domain::entity::Interest;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Interest) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Interest>, _row: &Interest) -> Result<(), Refusal> {
    Ok(())
}
