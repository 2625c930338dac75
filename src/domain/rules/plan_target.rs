//! Planned figures: one for each measure, period and subject.

use crate::domain::entity::PlanTarget;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(planning: &mut Planning<'_>, row: &PlanTarget) -> Result<(), Refusal> {
    let what = |row: &PlanTarget| (row.client, row.measure, row.year, row.quarter);
    if planning.all::<PlanTarget>().all(|other| other.uid() == row.uid() || what(other) != what(row)) {
        return Ok(());
    }
    let sentence = Sentence::new("target-already-there").word("measure", row.measure.term());
    Err(Refusal::no(sentence.text("period", period(row))).at("measure"))
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
    use crate::domain::trial::Trial;

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        trial.has(Entity::PlanTarget, json!({ "client": client, "measure": "met_needs", "year": 2026, "target": 4 }));
        let base = json!({ "client": client, "measure": "met_needs", "year": 2026, "target": 3 });
        let cases = [
            (json!({}), "target-already-there"),
            (json!({ "quarter": 1 }), "-"),
            (json!({ "year": 2027 }), "-"),
            (json!({ "client": null }), "-"),
            (json!({ "measure": "held_visits" }), "-"),
            (json!({ "quarter": 5 }), "out-of-range"),
        ];
        trial.refuses_rows(Entity::PlanTarget, &base, cases);
    }
}
