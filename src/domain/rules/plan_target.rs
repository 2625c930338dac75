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

pub(super) fn moves(
    _planning: &mut Planning<'_>,
    _before: Option<&PlanTarget>,
    _row: &PlanTarget,
) -> Result<(), Refusal> {
    Ok(())
}

fn period(row: &PlanTarget) -> String {
    match row.quarter {
        Some(quarter) => format!("{} Q{quarter}", row.year),
        None => row.year.to_string(),
    }
}
