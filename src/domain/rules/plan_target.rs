//! Planned figures: one for each measure, period and subject.

use crate::domain::entity::PlanTarget;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &PlanTarget) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&PlanTarget>,
    _row: &PlanTarget,
) -> Result<(), Refusal> {
    Ok(())
}
