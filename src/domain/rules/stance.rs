//! A person's attitude on a day: never an empty line, never out of their time at the client.

use super::{moved, place};
use crate::domain::date::PartialDate;
use crate::domain::entity::Stance;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(planning: &mut Planning<'_>, row: &Stance) -> Result<(), Refusal> {
    if row.value.is_none() && row.influence.is_none() && !row.reset {
        return Err(Refusal::no(Sentence::new("stance-empty")).at("value"));
    }
    place::offer_of(planning, row.proposal, row.client)
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Stance>, row: &Stance) -> Result<(), Refusal> {
    let when = |row: &Stance| (row.person, row.client, row.on);
    if before.is_none_or(|before| when(before) != when(row)) {
        moved::not_after_today(planning, (Stance::ENTITY, "on"), None, row.on)?;
        place::was_there(planning, row.person, row.client, PartialDate::Day(row.on), "on")?;
    }
    place::learned_at(planning, before.and_then(|before| before.visit), row.visit, row.client)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::trial::Trial;

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        let base = json!({ "person": orlova, "client": client });
        let cases = [
            (json!({ "value": 1 }), "-"),
            (json!({ "influence": 4 }), "-"),
            (json!({ "reset": true }), "-"),
            (json!({}), "stance-empty"),
            (json!({ "value": 3 }), "out-of-range"),
            (json!({ "value": 0, "on": "2026-11-24" }), "not-after-today"),
            (json!({ "value": 0, "on": "2019-01-01" }), "person-was-not-at"),
            (json!({ "value": 0, "person": stranger }), "person-was-not-at"),
        ];
        trial.refuses_rows(Entity::Stance, &base, cases);
    }
}
