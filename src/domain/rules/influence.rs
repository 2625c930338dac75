//! Who reports or listens to whom: no circles, one boss.

use crate::domain::entity::Influence;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Influence) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&Influence>,
    _row: &Influence,
) -> Result<(), Refusal> {
    Ok(())
}
