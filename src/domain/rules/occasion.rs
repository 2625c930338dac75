//! Days to remember: of one person or one client, on a day that can come.

use crate::domain::entity::Occasion;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Occasion) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Occasion>, _row: &Occasion) -> Result<(), Refusal> {
    Ok(())
}
