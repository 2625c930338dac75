//! Evidence of the VIP test: figures and judgements where they belong.

use crate::domain::entity::VipEvidence;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &VipEvidence) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&VipEvidence>,
    _row: &VipEvidence,
) -> Result<(), Refusal> {
    Ok(())
}
