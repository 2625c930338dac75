//! The pool for extras: one a year, never below zero, all of it in one currency.

use crate::domain::book::Entity;
use crate::domain::entity::ServiceBudget;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
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
    in_its_currency(budget)
}

/// The pool and what is given beside it are added to shares in the budget's own currency.
fn in_its_currency(budget: &ServiceBudget) -> Result<(), Refusal> {
    let pool = budget.pool.map(|pool| ("pool", pool));
    let by_hand = budget.r#override.iter().map(|part| ("override", part.amount));
    let other = pool.into_iter().chain(by_hand).find(|(_, money)| money.currency != budget.currency);
    let Some((field, money)) = other else { return Ok(()) };
    let sentence = Sentence::new("other-currency").with("input", Arg::Money(money));
    Err(Refusal::no(sentence.text("other", money.currency.code()).text("cur", budget.currency.code())).at(field))
}
