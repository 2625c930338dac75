//! How clients stand to each other.

use crate::domain::entity::ClientLink;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &ClientLink) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&ClientLink>,
    _row: &ClientLink,
) -> Result<(), Refusal> {
    Ok(())
}
