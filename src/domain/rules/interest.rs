//! What a person wants, and when they were there to want it.

use super::{moved, place};
use crate::domain::entity::Interest;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::Certainty;

pub(super) fn facts(planning: &mut Planning<'_>, row: &Interest) -> Result<(), Refusal> {
    if row.text.is_empty() {
        let person = place::name_of(planning, row.person);
        return Err(Refusal::no(Sentence::new("what-does-person-want").text("person", person)).at("text"));
    }
    place::in_order((row.from, row.to))?;
    if row.certainty == Certainty::Confirmed && row.visit.is_none() {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Interest>, row: &Interest) -> Result<(), Refusal> {
    let whose = |row: &Interest| (row.person, row.client);
    if before.is_none_or(|before| whose(before) != whose(row)) {
        place::has_place(planning, row.person, row.client, (row.from, row.to), row.learned_on)?;
    }
    moved::not_after_today(
        planning,
        (Interest::ENTITY, "learned_on"),
        before.map(|before| before.learned_on),
        row.learned_on,
    )?;
    place::learned_at(planning, before.and_then(|before| before.visit), row.visit, row.client)?;
    in_the_time_of_the_place(planning, before, row)
}

/// An interest lies in a place of its person, but for one whose person has gone: it may end on any day.
fn in_the_time_of_the_place(planning: &Planning<'_>, before: Option<&Interest>, row: &Interest) -> Result<(), Refusal> {
    if let Some(from) = row.from.filter(|from| before.is_none_or(|before| before.from != Some(*from))) {
        place::was_there(planning, row.person, row.client, from, "from")?;
    }
    let left_behind = before.is_some_and(|before| before.to.is_none())
        && !place::is_there(planning, row.person, row.client, planning.today);
    match row.to.filter(|to| before.is_none_or(|before| before.to != Some(*to))) {
        Some(to) if !left_behind => place::was_there(planning, row.person, row.client, to, "to"),
        _ => Ok(()),
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
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        let base = json!({ "person": orlova, "client": client });
        let cases = [
            (json!({ "text": "less work" }), "-"),
            (json!({}), "what-does-person-want"),
            (json!({ "text": "less work", "certainty": "confirmed" }), "confirmed-by-what"),
            (json!({ "text": "less work", "importance": 4 }), "out-of-range"),
            (json!({ "text": "less work", "person": stranger }), "person-not-at-client"),
            (json!({ "text": "less work", "from": "2019" }), "person-was-not-at"),
            (json!({ "text": "less work", "from": "2022-02", "to": "2022-01" }), "end-before-start"),
            (json!({ "text": "less work", "learned_on": "2026-12-01" }), "not-after-today"),
        ];
        trial.refuses_rows(Entity::Interest, &base, cases);
    }
}
