//! A person's place at a client: its window, one place at a time, one main place.

use chrono::NaiveDate;

use super::place;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Affiliation, Role};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::{EndReason, RoleKind, Side};

pub(super) fn facts(planning: &mut Planning<'_>, row: &Affiliation) -> Result<(), Refusal> {
    place::in_order((row.from, row.to))?;
    if planning.get(row.person).is_some_and(|person| person.side == Side::Bank) {
        let name = place::name_of(planning, row.person);
        return Err(Refusal::no(Sentence::new("person-works-for-bank").text("name", name)).at("person"));
    }
    one_at_a_time(planning, row)?;
    one_primary(planning, row)
}

pub(super) fn moves(
    planning: &mut Planning<'_>,
    before: Option<&Affiliation>,
    row: &Affiliation,
) -> Result<(), Refusal> {
    if before.is_some_and(|before| before.to != row.to) {
        end_roles(planning, row)?;
        warn_of_the_last(planning, row);
    }
    Ok(())
}

/// With the others gone, everything may go through one person who decides.
fn warn_of_the_last(planning: &mut Planning<'_>, row: &Affiliation) {
    let Some(last) = place::only_contact(planning, row.client) else { return };
    let decides = |role: &&Role| {
        role.client == row.client
            && role.kind == RoleKind::Decides
            && role.end_reason != Some(EndReason::Wrong)
            && in_force(role.from, role.to, planning.today).yes()
    };
    if planning.of::<Role>(last).iter().any(|role| role.person == last && decides(role)) {
        let client = place::name_of_client(planning, row.client);
        let person = place::name_of(planning, last);
        planning.warn(Sentence::new("everything-through").text("client", client).text("person", person));
    }
}

fn others<'p>(planning: &'p Planning<'_>, row: &'p Affiliation) -> impl Iterator<Item = &'p Affiliation> {
    let rows = planning.of::<Affiliation>(row.person).into_iter();
    rows.filter(move |other| other.uid() != row.uid() && other.person == row.person)
}

fn one_at_a_time(planning: &Planning<'_>, row: &Affiliation) -> Result<(), Refusal> {
    let clash = |other: &Affiliation| {
        other.client == row.client && place::surely_overlap((other.from, other.to), (row.from, row.to))
    };
    if !others(planning, row).any(clash) {
        return Ok(());
    }
    let sentence = Sentence::new("already-has-place").text("person", place::name_of(planning, row.person));
    Err(Refusal::no(sentence.text("client", place::name_of_client(planning, row.client))).at("from"))
}

fn one_primary(planning: &Planning<'_>, row: &Affiliation) -> Result<(), Refusal> {
    if !row.is_primary {
        return Ok(());
    }
    let window = |place: &Affiliation| (place.from, place.to);
    let clash =
        |other: &&Affiliation| other.is_primary && place::hold_at_once(planning.today, window(row), window(other));
    let Some(other) = others(planning, row).find(clash) else { return Ok(()) };
    let sentence = Sentence::new("one-primary-place").text("person", place::name_of(planning, row.person));
    Err(Refusal::no(sentence.text("client", place::name_of_client(planning, other.client))).at("is_primary"))
}

/// The roles of a person whose place ends are asked to end on the same day. No leaves them, marked `left?`.
fn end_roles(planning: &mut Planning<'_>, row: &Affiliation) -> Result<(), Refusal> {
    let Some((to, day)) = row.to.and_then(|to| Some((to, to.latest()?))) else { return Ok(()) };
    let stays = |other: &Affiliation| other.client == row.client && in_force(other.from, other.to, day).yes();
    if others(planning, row).any(stays) {
        return Ok(());
    }
    let mut roles = roles_beyond(planning, row, to);
    roles.sort_by_key(|role| role.kind);
    if roles.is_empty() {
        return Ok(());
    }
    let kinds = roles.iter().map(|role| Arg::word(role.kind.term())).collect();
    let question = Sentence::new("end-roles-ask")
        .text("person", place::name_of(planning, row.person))
        .with("list", Arg::List(kinds))
        .date("date", day);
    if planning.ask(question)? {
        for role in roles {
            planning.put(ended(role, to, day));
        }
    }
    Ok(())
}

/// The person's roles at this client that would still be in force after `to`.
fn roles_beyond(planning: &Planning<'_>, row: &Affiliation, to: PartialDate) -> Vec<Role> {
    let open = |role: &&Role| {
        role.person == row.person
            && role.client == row.client
            && role.end_reason != Some(EndReason::Wrong)
            && role.to.is_none_or(|end| end.latest() > to.latest())
    };
    planning.of::<Role>(row.person).into_iter().filter(open).cloned().collect()
}

/// A role that would begin only after the person had gone was never true.
fn ended(mut role: Role, to: PartialDate, day: NaiveDate) -> Role {
    let never = role.from.and_then(PartialDate::earliest).is_some_and(|from| from >= day);
    role.to = Some(to);
    role.end_reason = Some(if never { EndReason::Wrong } else { EndReason::Left });
    role
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::refusal::Answers;
    use crate::domain::trial::{Trial, add, amend};

    fn place_of(trial: &Trial, person: Uuid) -> Uuid {
        trial.book.affiliation.iter().find(|place| place.person.uuid == person).unwrap().head.uid
    }

    #[test]
    fn a_place_has_its_time_and_its_person() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let other =
            trial.has(Entity::Client, json!({ "handle": "b", "name": "B", "assigned_on": "2020-01-01" })).to_string();
        let banker = trial.person("banker", "Banker", "bank").to_string();
        for (row, refusal) in [
            (json!({ "person": orlova, "client": other }), "-"),
            (json!({ "person": orlova, "client": other, "is_primary": true }), "one-primary-place"),
            (json!({ "person": orlova, "client": other, "from": "2021-02", "to": "2021-01" }), "end-before-start"),
            (json!({ "person": orlova, "client": other, "from": "2021", "to": "2021" }), "-"),
            (json!({ "person": orlova, "client": client }), "already-has-place"),
            (json!({ "person": orlova, "client": client, "from": "2018", "to": "2020-01-01" }), "-"),
            (json!({ "person": orlova, "client": client, "from": "2018", "to": "2021-01-02" }), "already-has-place"),
            (json!({ "person": banker, "client": client }), "person-works-for-bank"),
        ] {
            let shown = row.to_string();
            assert_eq!(trial.refusal(&add(Entity::Affiliation, row)), refusal, "{shown}");
        }
        trial.make(&add(Entity::Affiliation, json!({ "person": orlova, "client": other })));
        let second = trial.book.affiliation.iter().find(|place| place.client.uuid.to_string() == other).unwrap();
        assert!(!second.is_primary, "a second place is not the main one");
    }

    #[test]
    fn a_person_who_leaves_is_asked_about_their_roles() {
        for (answers, ended) in [(Answers::yes(), true), (no(), false)] {
            let mut trial = Trial::new();
            let row = json!({ "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
                "learned_on": "2026-01-01", "from": "2021" });
            let role = trial.has(Entity::Role, row);
            let leave = amend(Entity::Affiliation, place_of(&trial, trial.orlova), json!({ "to": "2026-11-20" }));
            assert_eq!(trial.refusal(&leave), "end-roles-ask");
            trial.answers = answers;
            trial.make(&leave);
            let role = trial.row::<Role>(role);
            assert_eq!(role.to.is_some(), ended);
            assert_eq!(role.end_reason, ended.then_some(EndReason::Left));
        }
    }

    fn no() -> Answers {
        Answers::default().and(&Sentence::new("end-roles-ask"), false)
    }

    #[test]
    fn a_role_left_behind_may_still_be_ended() {
        let mut trial = Trial::new();
        let row = json!({ "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
            "learned_on": "2026-01-01" });
        let role = trial.has(Entity::Role, row);
        trial.answers = no();
        trial.make(&amend(Entity::Affiliation, place_of(&trial, trial.orlova), json!({ "to": "2026-10-01" })));
        let late = amend(Entity::Role, role, json!({ "to": "2026-11-23", "end_reason": "left" }));
        assert_eq!(trial.refusal(&late), "-");
    }

    #[test]
    fn another_post_at_the_same_client_keeps_the_roles() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        trial.has(
            Entity::Role,
            json!({ "person": orlova, "client": client, "kind": "decides", "learned_on": "2026-01-01" }),
        );
        let place = place_of(&trial, trial.orlova);
        let edits = vec![
            amend(Entity::Affiliation, place, json!({ "to": "2026-11-20" })),
            add(Entity::Affiliation, json!({ "person": orlova, "client": client, "position": "CEO" })),
        ];
        let title = Sentence::new("title-map");
        trial.make(&crate::domain::edit::Edit::Together { title, client: None, edits });
        assert!(trial.only::<Role>().to.is_none());
        let new = trial.book.affiliation.iter().find(|place| place.position.is_some()).unwrap();
        assert_eq!(new.from.unwrap().to_string(), "2026-11-20", "a new post begins where the old one ended");
    }

    #[test]
    fn the_last_contact_who_decides_is_pointed_out() {
        let mut trial = Trial::new();
        let row = json!({ "person": trial.benev.to_string(), "client": trial.client.to_string(), "kind": "decides",
            "learned_on": "2026-01-01" });
        trial.has(Entity::Role, row);
        let leave = amend(Entity::Affiliation, place_of(&trial, trial.orlova), json!({ "to": "2026-11-20" }));
        let planned = trial.plan(&leave).unwrap();
        assert_eq!(
            planned.warnings.iter().map(|warning| warning.id.as_str()).collect::<Vec<_>>(),
            ["everything-through"]
        );
    }
}
