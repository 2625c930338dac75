//! How content a client was on a day that has been.

use super::moved;
use crate::domain::book::Entity;
use crate::domain::entity::Satisfaction;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

pub(super) fn moves(
    planning: &Planning<'_>,
    before: Option<&Satisfaction>,
    mood: &Satisfaction,
) -> Result<(), Refusal> {
    moved::not_after_today(planning, (Entity::Satisfaction, "on"), before.map(|before| before.on), mood.on)
}
