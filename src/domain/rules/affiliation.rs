//! A person's place at a client: its window, one place at a time, one main place.

use crate::domain::entity::Affiliation;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Affiliation) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&Affiliation>,
    _row: &Affiliation,
) -> Result<(), Refusal> {
    Ok(())
}
