//! Goals: shared only when agreed.

use super::moved;
use crate::domain::entity::ClientGoal;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &ClientGoal) -> Result<(), Refusal> {
    if row.share && row.agreed_on.is_none() {
        return Err(Refusal::no(Sentence::new("goal-share-agreed")).at("share"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&ClientGoal>, row: &ClientGoal) -> Result<(), Refusal> {
    match row.agreed_on.filter(|day| before.is_none_or(|before| before.agreed_on != Some(*day))) {
        Some(day) => moved::not_after_today(planning, (ClientGoal::ENTITY, "agreed_on"), None, day),
        None => Ok(()),
    }
}
