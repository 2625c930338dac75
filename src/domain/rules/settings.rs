//! How the book counts: what settings may not be together.

use crate::domain::entity::Settings;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Settings) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Settings>, _row: &Settings) -> Result<(), Refusal> {
    Ok(())
}
