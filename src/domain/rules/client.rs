//! What a client may be: name, group, numbers, rhythm. The moves of status and stage are planned in `plan::client_moves`.

use crate::domain::entity::Client;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Client) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Client>, _row: &Client) -> Result<(), Refusal> {
    Ok(())
}
