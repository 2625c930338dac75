//! How clients stand to each other.

use super::place;
use crate::domain::entity::ClientLink;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &ClientLink) -> Result<(), Refusal> {
    if row.a == row.b {
        return Err(Refusal::no(Sentence::new("link-to-self")).at("b"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&ClientLink>, row: &ClientLink) -> Result<(), Refusal> {
    let what = |row: &ClientLink| (row.a, row.b, row.kind);
    let twin = |other: &&ClientLink| other.uid() != row.uid() && what(other) == what(row);
    if before.is_none() && planning.of::<ClientLink>(row.a).into_iter().any(|other| twin(&other)) {
        let name = place::name_of_client(planning, row.b);
        return Err(
            Refusal::no(Sentence::new("already-linked").text("name", name).word("kind", row.kind.term())).at("b")
        );
    }
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
        let client = trial.client.to_string();
        let mut new = |handle: &str| {
            let row = json!({ "handle": handle, "name": handle, "assigned_on": "2020-01-01" });
            trial.has(Entity::Client, row).to_string()
        };
        let (other, linked) = (new("other"), new("linked"));
        trial.has(Entity::ClientLink, json!({ "a": client, "b": linked, "kind": "partner_of" }));
        let base = json!({ "a": client, "kind": "partner_of" });
        let cases = [
            (json!({ "b": other }), "-"),
            (json!({ "b": client }), "link-to-self"),
            (json!({ "b": linked }), "already-linked"),
            (json!({ "b": linked, "kind": "supplier_of" }), "-"),
        ];
        trial.refuses_rows(Entity::ClientLink, &base, cases);
    }
}
