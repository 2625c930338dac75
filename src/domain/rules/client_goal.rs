//! Goals: shared only when agreed.

use super::moved;
use crate::domain::entity::ClientGoal;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &ClientGoal) -> Result<(), Refusal> {
    if row.share && row.agreed_on.is_none() {
        return Err(Refusal::no(Sentence::new("goal-share-agreed")).at("share"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&ClientGoal>, row: &ClientGoal) -> Result<(), Refusal> {
    match row.agreed_on.filter(|day| before.is_none_or(|before| before.agreed_on != Some(*day))) {
        Some(day) => moved::not_after_today(planning, (ClientGoal::ENTITY, "agreed_on"), None, day),
        None => Ok(()),
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
        let base = json!({ "client": client, "text": "a second plant" });
        let cases = [
            (json!({}), "-"),
            (json!({ "share": true }), "goal-share-agreed"),
            (json!({ "share": true, "agreed_on": "2026-11-23" }), "-"),
            (json!({ "agreed_on": "2026-11-24" }), "not-after-today"),
        ];
        trial.refuses_rows(Entity::ClientGoal, &base, cases);
    }
}
