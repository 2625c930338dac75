//! Planned figures: one for each measure, period and subject, in what the measure is counted in.

use rust_decimal::Decimal;

use super::whose;
use crate::domain::book::Entity;
use crate::domain::entity::PlanTarget;
use crate::domain::figures::plan::{self, Unit};
use crate::domain::json::Amount;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(planning: &mut Planning<'_>, row: &PlanTarget) -> Result<(), Refusal> {
    measured_in(row)?;
    if row.client.is_some() && plan::is_of_portfolio(row.measure) {
        let sentence = Sentence::new("target-of-portfolio").word("measure", row.measure.term());
        return Err(Refusal::no(sentence).at("client"));
    }
    let of = row.goal.and_then(|goal| planning.get(goal)).map(|goal| goal.client);
    if let Some(other) = of.filter(|of| row.client.is_some_and(|client| client != *of)) {
        return whose::other("goal-of-other", planning, other, "goal");
    }
    let what = |row: &PlanTarget| (row.client, row.measure, row.year, row.quarter);
    if planning.all::<PlanTarget>().all(|other| other.uid() == row.uid() || what(other) != what(row)) {
        return Ok(());
    }
    let sentence = Sentence::new("target-already-there").word("measure", row.measure.term());
    Err(Refusal::no(sentence.text("period", period(row))).at("measure"))
}

/// A goal is a client's; one of the whole portfolio that came from a file stays as it came.
pub(super) fn moves(before: Option<&PlanTarget>, row: &PlanTarget) -> Result<(), Refusal> {
    let of_nobody = |row: &PlanTarget| row.goal.filter(|_| row.client.is_none());
    if of_nobody(row).is_some() && of_nobody(row) != before.and_then(of_nobody) {
        return Err(Refusal::no(Sentence::new("goal-of-a-client")).at("goal"));
    }
    Ok(())
}

/// Money, a level or a count, as the measure has it; and never below zero.
fn measured_in(row: &PlanTarget) -> Result<(), Refusal> {
    let number = match &row.target {
        Amount::Money(_) => None,
        Amount::Number(n) => Some(Decimal::from(*n)),
        Amount::Text(text) => text.parse().ok(),
    };
    let (id, fits) = match (plan::unit(row.measure), &row.target) {
        (Unit::Money, target) => ("target-is-money", matches!(target, Amount::Money(_))),
        (Unit::Level, _) => ("target-is-level", number.is_some_and(|n| n <= Decimal::TEN)),
        (Unit::Count, _) => ("target-is-count", number.is_some_and(|n| n.normalize().scale() == 0)),
    };
    if !fits {
        return Err(Refusal::no(Sentence::new(id).word("measure", row.measure.term())).at("target"));
    }
    let below = match &row.target {
        Amount::Money(money) => money.minor < 0,
        _ => number.is_some_and(|n| n < Decimal::ZERO),
    };
    if below {
        return Err(Refusal::no(Sentence::new("below-zero").about(Entity::PlanTarget, "target")).at("target"));
    }
    Ok(())
}

fn period(row: &PlanTarget) -> String {
    match row.quarter {
        Some(quarter) => format!("{} Q{quarter}", row.year),
        None => row.year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::trial::{Trial, amend};

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        trial.has(Entity::PlanTarget, json!({ "client": client, "measure": "met_needs", "year": 2026, "target": 4 }));
        let base = json!({ "client": client, "measure": "met_needs", "year": 2026, "target": 3 });
        let goal = |trial: &mut Trial, client: &str| {
            let row = json!({ "client": client, "text": "grow", "kind": "joint" });
            trial.has(Entity::ClientGoal, row).to_string()
        };
        let beta = json!({ "handle": "b", "name": "Beta", "assigned_on": "2020-01-01" });
        let beta = trial.has(Entity::Client, beta).to_string();
        let (own, other) = (goal(&mut trial, &client), goal(&mut trial, &beta));
        let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        let cases = [
            (json!({}), "target-already-there"),
            (json!({ "quarter": 1 }), "-"),
            (json!({ "year": 2027 }), "-"),
            (json!({ "client": null }), "-"),
            (json!({ "measure": "held_visits" }), "-"),
            (json!({ "quarter": 1, "goal": own }), "-"),
            (json!({ "quarter": 1, "goal": other }), "goal-of-other"),
            (json!({ "client": null, "goal": other }), "goal-of-a-client"),
            (json!({ "quarter": 5 }), "out-of-range"),
            (json!({ "year": 2027, "target": -5 }), "below-zero"),
            (json!({ "year": 2027, "target": "2.5" }), "target-is-count"),
            (json!({ "year": 2027, "target": eur(500) }), "target-is-count"),
            (json!({ "measure": "income", "target": 5 }), "target-is-money"),
            (json!({ "measure": "income", "target": eur(500) }), "-"),
            (json!({ "measure": "income", "target": eur(0) }), "-"),
            (json!({ "measure": "income", "target": eur(-1) }), "below-zero"),
            (json!({ "measure": "satisfaction", "target": eur(500) }), "target-is-level"),
            (json!({ "measure": "satisfaction", "target": 11 }), "target-is-level"),
            (json!({ "measure": "satisfaction", "target": "8.5" }), "-"),
            (json!({ "measure": "satisfaction", "target": 8 }), "-"),
            (json!({ "measure": "clients_active" }), "target-of-portfolio"),
            (json!({ "measure": "clients_active", "client": null }), "-"),
            (json!({ "measure": "new_clients" }), "target-of-portfolio"),
        ];
        trial.refuses_rows(Entity::PlanTarget, &base, cases);
    }

    #[test]
    fn a_goal_of_the_portfolio_that_came_from_a_file_stays_and_can_be_edited() {
        let mut trial = Trial::new();
        let mut goal = || {
            let row = json!({ "client": trial.client.to_string(), "text": "grow", "kind": "joint" });
            trial.has(Entity::ClientGoal, row).to_string()
        };
        let (goal, other) = (goal(), goal());
        let row = json!({ "measure": "met_needs", "year": 2026, "target": 3, "goal": goal });
        let target = trial.came(Entity::PlanTarget, row);
        for (fields, refusal) in [
            (json!({ "target": 4 }), "-"),
            (json!({ "goal": null }), "-"),
            (json!({ "client": trial.client.to_string() }), "-"),
            (json!({ "goal": other }), "goal-of-a-client"),
        ] {
            assert_eq!(trial.refusal(&amend(Entity::PlanTarget, target, fields.clone())), refusal, "{fields}");
        }
    }
}
