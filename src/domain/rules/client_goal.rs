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
    use crate::domain::trial::{Trial, add, fields};

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        let _ = (&client, &orlova, &stranger);
        for (row, refusal) in [
            (json!({}), "-"),
            (json!({ "share": true }), "goal-share-agreed"),
            (json!({ "share": true, "agreed_on": "2026-11-23" }), "-"),
            (json!({ "agreed_on": "2026-11-24" }), "not-after-today"),
        ] {
            let mut all = json!({ "client": client, "text": "a second plant" });
            all.as_object_mut().unwrap().extend(fields(row));
            let shown = all.to_string();
            assert_eq!(trial.refusal(&add(Entity::ClientGoal, all)), refusal, "{shown}");
        }
    }
}
