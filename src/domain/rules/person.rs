//! What a person may be: a name, real phones and addresses.

use crate::domain::entity::Person;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn facts(_planning: &mut Planning<'_>, _row: &Person) -> Result<(), Refusal> {
    Ok(())
}

pub(super) fn moves(_planning: &mut Planning<'_>, _before: Option<&Person>, _row: &Person) -> Result<(), Refusal> {
    Ok(())
}
