//! Goals: shared only when agreed.

use super::place;
use crate::domain::entity::ClientGoal;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &ClientGoal) -> Result<(), Refusal> {
    if row.share && row.agreed_on.is_none() {
        return Err(Refusal::no(Sentence::new("goal-share-agreed")).at("share"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&ClientGoal>, row: &ClientGoal) -> Result<(), Refusal> {
    match row.agreed_on.filter(|day| before.is_none_or(|before| before.agreed_on != Some(*day))) {
        Some(day) => place::not_after_today::<ClientGoal>(planning, day, "agreed_on"),
        None => Ok(()),
    }
}
