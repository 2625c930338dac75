//! What a person does in the decision: who may hold it, when, and confirmed by what.

use crate::domain::entity::Role;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Role) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Role>, _row: &Role) -> Result<(), Refusal> {
    Ok(())
}
