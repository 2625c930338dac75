//! The pool for extras: one a year, never below zero.

use crate::domain::book::Entity;
use crate::domain::entity::ServiceBudget;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(planning: &Planning<'_>, budget: &ServiceBudget) -> Result<(), Refusal> {
    let same = |other: &ServiceBudget| other.uid() != budget.uid() && other.year == budget.year;
    if planning.all::<ServiceBudget>().any(same) {
        let sentence = Sentence::new("budget-already-there").text("year", budget.year.to_string());
        return Err(Refusal::no(sentence).at("year"));
    }
    if budget.pool.is_some_and(|pool| pool.minor < 0) {
        return Err(Refusal::no(Sentence::new("below-zero").about(Entity::ServiceBudget, "pool")).at("pool"));
    }
    Ok(())
}
