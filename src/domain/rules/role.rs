//! What a person does in the decision: who may hold it, when, and confirmed by what.

use super::{moved, place};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::Role;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::{Certainty, EndReason, RoleKind};

pub(super) fn facts(planning: &mut Planning<'_>, role: &Role) -> Result<(), Refusal> {
    ends_with_reason(role)?;
    if role.end_reason != Some(EndReason::Wrong) {
        place::in_order((role.from, role.to))?;
    }
    sourced(role)?;
    if role.reconfirmed_on.is_some_and(|day| day < role.learned_on) {
        return Err(Refusal::no(Sentence::new("reconfirmed-too-early")).at("reconfirmed_on"));
    }
    place::offer_of(planning, role.proposal, role.client)?;
    held_once(planning, role)
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Role>, role: &Role) -> Result<(), Refusal> {
    let whose = |role: &Role| (role.person, role.client);
    let new = before.is_none_or(|before| whose(before) != whose(role));
    if new {
        place::of_the_client(planning, role.person, role.client, (role.from, role.to), role.learned_on)?;
    }
    moved::not_after_today(
        planning,
        (Role::ENTITY, "learned_on"),
        before.map(|before| before.learned_on),
        role.learned_on,
    )?;
    moved::not_below_zero((Role::ENTITY, "limit"), before.and_then(|before| before.limit), role.limit)?;
    if let Some(day) = role.reconfirmed_on {
        let before = before.and_then(|before| before.reconfirmed_on);
        moved::not_after_today(planning, (Role::ENTITY, "reconfirmed_on"), before, day)?;
    }
    place::learned_at(planning, before.and_then(|before| before.visit), role.visit, role.client)?;
    in_the_time_of_the_place(planning, before, role)?;
    warn_of_odd_days(planning, before, role);
    warn(planning, role);
    Ok(())
}

fn ends_with_reason(role: &Role) -> Result<(), Refusal> {
    if role.to.is_none() || role.end_reason.is_some() {
        return Ok(());
    }
    let reasons = EndReason::all().iter().map(|reason| Arg::word(reason.term())).collect();
    Err(Refusal::no(Sentence::new("end-needs-reason").with("allowed", Arg::List(reasons))).at("end_reason"))
}

fn sourced(role: &Role) -> Result<(), Refusal> {
    let bare = role.visit.is_none() && role.source_note.is_none();
    if role.certainty == Certainty::Confirmed && bare {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    Ok(())
}

/// Unique in force on any day: person, client, offer and kind.
fn held_once(planning: &Planning<'_>, role: &Role) -> Result<(), Refusal> {
    if role.end_reason == Some(EndReason::Wrong) {
        return Ok(());
    }
    let same = |other: &&Role| {
        other.uid() != role.uid()
            && (other.client, other.proposal, other.kind) == (role.client, role.proposal, role.kind)
            && other.person == role.person
            && other.end_reason != Some(EndReason::Wrong)
            && place::hold_at_once(planning.today, (role.from, role.to), (other.from, other.to))
    };
    let Some(other) = planning.of::<Role>(role.person).into_iter().find(same) else { return Ok(()) };
    let sentence = match other.from {
        Some(since) => Sentence::new("role-already-held").with("since", place::day_arg(since)),
        None => Sentence::new("role-already-held-undated"),
    };
    let person = place::name_of(planning, role.person);
    Err(Refusal::no(sentence.text("person", person).word("kind", role.kind.term())).at("kind"))
}

fn stands(planning: &Planning<'_>, role: &Role) -> bool {
    role.end_reason != Some(EndReason::Wrong) && in_force(role.from, role.to, planning.today).yes()
}

/// A role lies in a place of its person, but for one that was left to a person who has gone: it may end on any day.
fn in_the_time_of_the_place(planning: &Planning<'_>, before: Option<&Role>, role: &Role) -> Result<(), Refusal> {
    if role.end_reason == Some(EndReason::Wrong) {
        return Ok(());
    }
    if let Some(from) = role.from.filter(|from| before.is_none_or(|before| before.from != Some(*from))) {
        place::was_there(planning, role.person, role.client, from, "from")?;
    }
    let left_behind = before.is_some_and(|before| before.to.is_none())
        && !place::is_there(planning, role.person, role.client, planning.today);
    match role.to.filter(|to| before.is_none_or(|before| before.to != Some(*to))) {
        Some(to) if !left_behind => place::was_there(planning, role.person, role.client, to, "to"),
        _ => Ok(()),
    }
}

/// Days that may be meant but are rarer than a slip: a start that lies ahead, an end before the role was learned of.
fn warn_of_odd_days(planning: &mut Planning<'_>, before: Option<&Role>, role: &Role) {
    let person = place::name_of(planning, role.person);
    let newly = |day: Option<PartialDate>, was: fn(&Role) -> Option<PartialDate>| {
        day.filter(|_| before.is_none_or(|before| was(before) != day))
    };
    if let Some(from) = newly(role.from, |role| role.from)
        && from.earliest().is_some_and(|day| day > planning.today)
    {
        let later = Sentence::new("role-starts-later").text("person", &person);
        planning.warn(later.with("date", place::day_arg(from)));
    }
    if let Some(to) = newly(role.to, |role| role.to).filter(|_| role.end_reason != Some(EndReason::Wrong))
        && before.is_some()
        && to.latest().is_some_and(|day| day < role.learned_on)
    {
        let early = Sentence::new("role-ends-before-learned").text("person", person).with("date", place::day_arg(to));
        planning.warn(early.date("learned", role.learned_on).word("wrong", EndReason::Wrong.term()));
    }
}

/// Who informs us, and who alone stands for a client: nothing forbidden, but to be kept in mind.
fn warn(planning: &mut Planning<'_>, role: &Role) {
    if !stands(planning, role) {
        return;
    }
    let person = place::name_of(planning, role.person);
    if role.kind == RoleKind::Informs {
        planning.warn(Sentence::new("person-informs").text("person", &person));
    }
    if role.kind == RoleKind::Decides && place::only_contact(planning, role.client) == Some(role.person) {
        let client = place::name_of_client(planning, role.client);
        planning.warn(Sentence::new("everything-through").text("client", client).text("person", person));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use crate::domain::book::Entity;
    use crate::domain::trial::{Trial, add, amend, fields};

    fn role(trial: &Trial, row: Json) -> Json {
        let mut all =
            json!({ "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "agrees" });
        all.as_object_mut().unwrap().extend(fields(row));
        all
    }

    fn visit(trial: &mut Trial, client: &str, status: &str) -> String {
        let row = json!({ "client": client, "start": "2026-11-02T10:00", "zone": "Europe/Sofia", "status": status });
        trial.has(Entity::Visit, row).to_string()
    }

    #[test]
    fn a_role_is_held_by_somebody_who_is_there_and_confirmed_by_something() {
        let mut trial = Trial::new();
        let other =
            trial.has(Entity::Client, json!({ "handle": "b", "name": "B", "assigned_on": "2020-01-01" })).to_string();
        let client = trial.client.to_string();
        let (held, planned) = (visit(&mut trial, &client, "held"), visit(&mut trial, &client, "planned"));
        let others = visit(&mut trial, &other, "held");
        let offer = trial.has(Entity::Proposal, json!({ "client": other, "title": "Line" })).to_string();
        let banker = trial.person("banker", "Banker", "bank").to_string();
        let adviser = trial.person("adviser", "Adviser", "other").to_string();
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        for (row, refusal) in [
            (json!({}), "-"),
            (json!({ "person": stranger }), "person-not-at-client"),
            (json!({ "person": adviser }), "-"),
            (json!({ "person": banker }), "person-works-for-bank"),
            (json!({ "certainty": "confirmed" }), "confirmed-by-what"),
            (json!({ "certainty": "confirmed", "source_note": "her order" }), "-"),
            (json!({ "certainty": "confirmed", "visit": held }), "-"),
            (json!({ "visit": planned }), "visit-not-held"),
            (json!({ "visit": others }), "visit-of-other"),
            (json!({ "proposal": offer }), "offer-is-for-other"),
            (json!({ "limit": { "minor": -200, "currency": "RUB" } }), "below-zero"),
            (json!({ "limit": { "minor": 200, "currency": "RUB" } }), "-"),
            (json!({ "learned_on": "2026-11-24" }), "not-after-today"),
            (json!({ "learned_on": "2026-11-20", "reconfirmed_on": "2026-11-19" }), "reconfirmed-too-early"),
            (json!({ "from": "2019" }), "person-was-not-at"),
            (json!({ "from": "2020-05" }), "-"),
            (json!({ "from": "2022-05", "to": "2022-05-02", "end_reason": "changed" }), "-"),
            (json!({ "from": "2022-05-02", "to": "2022-05-02", "end_reason": "changed" }), "end-before-start"),
            (json!({ "to": "2022-05" }), "end-needs-reason"),
        ] {
            let row = role(&trial, row);
            let shown = row.to_string();
            assert_eq!(trial.refusal(&add(Entity::Role, row)), refusal, "{shown}");
        }
    }

    #[test]
    fn a_role_stands_once_in_force() {
        let mut trial = Trial::new();
        let row = role(&trial, json!({ "from": "2021-03-01" }));
        trial.make(&add(Entity::Role, row));
        let held = trial.only::<super::Role>().head.uid;
        for (row, refusal) in [
            (json!({}), "role-already-held"),
            (json!({ "kind": "budgets" }), "-"),
            (json!({ "person": trial.benev.to_string() }), "-"),
            (json!({ "to": "2021-01-01", "end_reason": "changed" }), "-"),
        ] {
            let row = role(&trial, row);
            let shown = row.to_string();
            assert_eq!(trial.refusal(&add(Entity::Role, row)), refusal, "{shown}");
        }
        trial.make(&amend(Entity::Role, held, json!({ "to": "2022-01-01", "end_reason": "changed" })));
        let again = role(&trial, json!({}));
        assert_eq!(trial.refusal(&add(Entity::Role, again)), "-");
    }

    #[test]
    fn a_role_is_held_once_on_any_day() {
        // The windows of a role there and of one more of the same kind.
        for (held, new, refusal) in [
            (["2027-01-01", ""], ["", ""], "role-already-held"),
            (["2027-01-01", ""], ["", "2026-12-31"], "-"),
            (["2027-01-01", ""], ["2026-06-01", "2027-02-01"], "role-already-held"),
            (["", ""], ["2027-01-01", ""], "role-already-held-undated"),
            (["", "2026-11-23"], ["", ""], "-"),
            (["", "2026-11-01"], ["", ""], "-"),
            (["2021-01-01", "2023-01-01"], ["2022-01-01", "2024-01-01"], "role-already-held"),
            (["2021-01-01", "2023-01-01"], ["2023-01-01", "2024-01-01"], "-"),
        ] {
            let mut trial = Trial::new();
            let window = |[from, to]: [&str; 2]| {
                let given = |text: &str| if text.is_empty() { Json::Null } else { json!(text) };
                let reason = if to.is_empty() { Json::Null } else { json!("changed") };
                json!({ "from": given(from), "to": given(to), "end_reason": reason, "learned_on": "2026-11-20" })
            };
            let there = role(&trial, window(held));
            trial.has(Entity::Role, there);
            assert_eq!(
                trial.refusal(&add(Entity::Role, role(&trial, window(new)))),
                refusal,
                "{held:?} and then {new:?}"
            );
        }
    }

    #[test]
    fn a_parents_people_hold_roles_in_its_companies() {
        let mut trial = Trial::new();
        let parent = trial.client.to_string();
        let child = json!({ "handle": "b", "name": "B", "assigned_on": "2020-01-01", "parent": parent });
        let child = trial.has(Entity::Client, child).to_string();
        let row = role(&trial, json!({ "client": child }));
        assert_eq!(trial.refusal(&add(Entity::Role, row)), "-");
    }

    #[test]
    fn days_that_look_like_a_slip_are_pointed_out() {
        let mut trial = Trial::new();
        let row = role(&trial, json!({ "learned_on": "2026-08-01" }));
        trial.make(&add(Entity::Role, row));
        let held = trial.only::<super::Role>().head.uid;
        for (row, warned) in [
            (json!({ "from": "2026-11-24" }), vec!["role-starts-later"]),
            (json!({ "from": "2099" }), vec!["role-starts-later"]),
            (json!({ "from": "2026-11-23" }), vec![]),
            (json!({ "to": "2025-01-01", "end_reason": "changed" }), vec!["role-ends-before-learned"]),
            (json!({ "to": "2026-08-01", "end_reason": "changed" }), vec![]),
            (json!({ "to": "2026-08", "end_reason": "changed" }), vec![]),
            (json!({ "to": "2025-01-01", "end_reason": "wrong" }), vec![]),
        ] {
            let planned = trial.plan(&amend(Entity::Role, held, row.clone())).unwrap();
            let said: Vec<_> = planned.warnings.iter().map(|warning| warning.id.as_str()).collect();
            assert_eq!(said, warned, "{row}");
        }
    }

    #[test]
    fn informers_and_lonely_deciders_are_pointed_out() {
        let mut trial = Trial::new();
        let warned = |trial: &mut Trial, row: Json| {
            let row = role(trial, row);
            let planned = trial.plan(&add(Entity::Role, row)).unwrap();
            planned.warnings.into_iter().map(|warning| warning.id).collect::<Vec<_>>()
        };
        assert_eq!(warned(&mut trial, json!({ "kind": "informs" })), ["person-informs"]);
        assert_eq!(warned(&mut trial, json!({ "kind": "decides" })), Vec::<String>::new());
        let benev = trial.book.affiliation.iter().find(|place| place.person.uuid == trial.benev).unwrap().head.uid;
        trial.make(&amend(Entity::Affiliation, benev, json!({ "to": "2026-11-01" })));
        assert_eq!(warned(&mut trial, json!({ "kind": "decides" })), ["everything-through"]);
    }
}
