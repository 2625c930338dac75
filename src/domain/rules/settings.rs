//! How the book counts: what settings may not be together.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::domain::entity::{Commitment, Problem, Settings};
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::CommitmentState;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &Settings) -> Result<(), Refusal> {
    if row.work_days.is_empty() {
        return Err(Refusal::no(Sentence::new("work-day-needed")).at("work_days"));
    }
    let weights = &row.level_weights;
    let falling = [weights.board, weights.top, weights.middle, weights.specialist, weights.support];
    if falling.windows(2).any(|pair| pair[0] < pair[1]) {
        return Err(Refusal::no(Sentence::new("level-weights-rise")).at("level_weights"));
    }
    variation(row)?;
    limits(row)?;
    departments_once(row)
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Settings>, row: &Settings) -> Result<(), Refusal> {
    let Some(before) = before else { return Ok(()) };
    let gone = before.departments.iter().filter(|department| !row.departments.contains(department));
    for department in gone {
        let n = in_hand(planning, department);
        if n > 0 {
            let sentence = Sentence::new("department-in-use").count("n", n).text("dept", department);
            return Err(Refusal::no(sentence).at("departments"));
        }
    }
    Ok(())
}

fn variation(row: &Settings) -> Result<(), Refusal> {
    let (low, high) = (Decimal::new(10, 2), Decimal::new(300, 2));
    if (low..=high).contains(&row.unstable_cv) {
        return Ok(());
    }
    let sentence = Sentence::new("out-of-range").text("input", row.unstable_cv.to_string());
    let sentence = sentence.text("low", "0.10").text("high", "3.00").about(Settings::ENTITY, "unstable_cv");
    Err(Refusal::no(sentence).at("unstable_cv"))
}

fn limits(row: &Settings) -> Result<(), Refusal> {
    let limits: [(&str, Money); 4] = [
        ("vip_sales_year", row.vip_sales_year),
        ("vip_turnover_month", row.vip_turnover_month),
        ("vip_export_year", row.vip_export_year),
        ("vip_balance_month", row.vip_balance_month),
    ];
    match limits.iter().find(|(_, limit)| limit.minor < 0) {
        Some((field, _)) => Err(Refusal::no(Sentence::new("below-zero").about(Settings::ENTITY, field)).at(*field)),
        None => Ok(()),
    }
}

fn departments_once(row: &Settings) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    match row.departments.iter().find(|department| !seen.insert(crate::domain::text::fold(department))) {
        Some(twice) => {
            let sentence = Sentence::new("twice-in-list").text("input", twice).about(Settings::ENTITY, "departments");
            Err(Refusal::no(sentence).at("departments"))
        }
        None => Ok(()),
    }
}

/// Promises and problems that lie with a department now.
fn in_hand(planning: &Planning<'_>, department: &str) -> usize {
    let passed = |promise: &&Commitment| {
        promise.state == CommitmentState::Passed && promise.passed_to.as_deref() == Some(department)
    };
    let with = |problem: &&Problem| {
        let open = |pass: &crate::domain::parts::Pass| pass.department == department && pass.back_on.is_none();
        problem.state.is_open() && problem.passes.iter().any(open)
    };
    planning.all::<Commitment>().filter(passed).count() + planning.all::<Problem>().filter(with).count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::{Entity, SETTINGS};
    use crate::domain::trial::{Trial, amend};

    #[test]
    fn settings_that_contradict_each_other_are_refused() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        trial.has(
            Entity::Commitment,
            json!({ "client": client, "text": "call", "made_on": "2026-11-20", "state": "passed",
            "passed_to": "legal", "passed_on": "2026-11-20" }),
        );
        let weights = |top: i64| json!({ "board": 8, "top": top, "middle": 3, "specialist": 1, "support": 1 });
        for (row, refusal) in [
            (json!({ "work_days": [] }), "work-day-needed"),
            (json!({ "work_days": ["sun"] }), "-"),
            (json!({ "level_weights": weights(9) }), "level-weights-rise"),
            (json!({ "level_weights": weights(8) }), "-"),
            (json!({ "unstable_cv": "0.05" }), "out-of-range"),
            (json!({ "top_share": 51 }), "out-of-range"),
            (json!({ "zone": "Mars/Base" }), "no-such-zone"),
            (json!({ "vip_sales_year": { "minor": -1, "currency": "USD" } }), "below-zero"),
            (json!({ "departments": ["operations"] }), "department-in-use"),
            (json!({ "departments": ["legal"] }), "-"),
            (json!({ "departments": ["legal", "Legal"] }), "twice-in-list"),
        ] {
            assert_eq!(trial.refusal(&amend(Entity::Settings, SETTINGS, row.clone())), refusal, "{row}");
        }
    }
}
