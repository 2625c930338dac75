//! Our reading of a client's business: the forecast runs low, likely, high.

use crate::domain::entity::BusinessAudit;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &BusinessAudit) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&BusinessAudit>,
    _row: &BusinessAudit,
) -> Result<(), Refusal> {
    Ok(())
}
