//! What a person does in the decision: who may hold it, when, and confirmed by what.

use super::{moved, place};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Affiliation, Role};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::{Certainty, EndReason, RoleKind, Side};

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
        of_the_client(planning, role)?;
    }
    moved::not_after_today(
        planning,
        (Role::ENTITY, "learned_on"),
        before.map(|before| before.learned_on),
        role.learned_on,
    )?;
    if let Some(day) = role.reconfirmed_on {
        let before = before.and_then(|before| before.reconfirmed_on);
        moved::not_after_today(planning, (Role::ENTITY, "reconfirmed_on"), before, day)?;
    }
    place::learned_at(planning, before.map(|before| before.visit), role.visit, role.client)?;
    in_the_time_of_the_place(planning, before, role)?;
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

/// Unique in force: person, client, offer and kind.
fn held_once(planning: &Planning<'_>, role: &Role) -> Result<(), Refusal> {
    if !stands(planning, role) {
        return Ok(());
    }
    let same = |other: &&Role| {
        other.uid() != role.uid()
            && (other.client, other.proposal, other.kind) == (role.client, role.proposal, role.kind)
            && other.person == role.person
            && stands(planning, other)
    };
    let Some(other) = planning.of::<Role>(role.person).into_iter().find(same) else { return Ok(()) };
    let sentence = match other.from {
        Some(since) => Sentence::new("role-already-held").with("since", since_arg(since)),
        None => Sentence::new("role-already-held-undated"),
    };
    let person = place::name_of(planning, role.person);
    Err(Refusal::no(sentence.text("person", person).word("kind", role.kind.term())).at("kind"))
}

fn since_arg(since: PartialDate) -> Arg {
    match since {
        PartialDate::Day(day) => Arg::Date(day),
        since => Arg::Partial(since),
    }
}

fn stands(planning: &Planning<'_>, role: &Role) -> bool {
    role.end_reason != Some(EndReason::Wrong) && in_force(role.from, role.to, planning.today).yes()
}

fn of_the_client(planning: &Planning<'_>, role: &Role) -> Result<(), Refusal> {
    if planning.get(role.person).is_some_and(|person| person.side == Side::Bank) {
        let name = place::name_of(planning, role.person);
        return Err(Refusal::no(Sentence::new("person-works-for-bank").text("name", name)).at("person"));
    }
    place::has_place(planning, role.person, role.client, (role.from, role.to), role.learned_on)
}

/// R7, but for a role that was left to a person who has gone (R6 answered with no): it may end on any day.
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

/// R20 and R21: nothing forbidden, but to be kept in mind.
fn warn(planning: &mut Planning<'_>, role: &Role) {
    if !stands(planning, role) {
        return;
    }
    let person = place::name_of(planning, role.person);
    if role.kind == RoleKind::Informs {
        planning.warn(Sentence::new("person-informs").text("person", &person));
    }
    if role.kind == RoleKind::Decides && only_contact(planning, role) {
        let client = place::name_of_client(planning, role.client);
        planning.warn(Sentence::new("everything-through").text("client", client).text("person", person));
    }
}

fn only_contact(planning: &Planning<'_>, role: &Role) -> bool {
    let here =
        |place: &&Affiliation| place.client == role.client && in_force(place.from, place.to, planning.today).yes();
    let mut people: Vec<_> =
        planning.of::<Affiliation>(role.client).into_iter().filter(here).map(|place| place.person).collect();
    people.sort_unstable();
    people.dedup();
    people == [role.person]
}
