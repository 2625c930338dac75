//! A person's attitude on a day: never an empty line, never out of their time at the client.

use super::place;
use crate::domain::date::PartialDate;
use crate::domain::entity::Stance;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;

pub(super) fn facts(planning: &mut Planning<'_>, row: &Stance) -> Result<(), Refusal> {
    if row.value.is_none() && row.influence.is_none() && !row.reset {
        return Err(Refusal::no(Sentence::new("stance-empty")).at("value"));
    }
    place::offer_of(planning, row.proposal, row.client)
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Stance>, row: &Stance) -> Result<(), Refusal> {
    let when = |row: &Stance| (row.person, row.client, row.on);
    if before.is_none_or(|before| when(before) != when(row)) {
        place::not_after_today::<Stance>(planning, row.on, "on")?;
        place::was_there(planning, row.person, row.client, PartialDate::Day(row.on), "on")?;
    }
    if before.is_none_or(|before| before.visit != row.visit) {
        place::visit_of(planning, row.visit, row.client)?;
        place::visit_held(planning, row.visit)?;
    }
    Ok(())
}
