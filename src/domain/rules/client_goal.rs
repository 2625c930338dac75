//! Goals: shared only when agreed.

use crate::domain::entity::ClientGoal;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &ClientGoal) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&ClientGoal>,
    _row: &ClientGoal,
) -> Result<(), Refusal> {
    Ok(())
}
