//! A person's place at a client: its window, one place at a time, one main place.

use chrono::NaiveDate;

use super::place;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Affiliation, Role};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::{EndReason, Side};

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
    }
    Ok(())
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
    let primary = |place: &Affiliation| place.is_primary && in_force(place.from, place.to, planning.today).yes();
    if !primary(row) {
        return Ok(());
    }
    let Some(other) = others(planning, row).find(|other| primary(other)) else { return Ok(()) };
    let sentence = Sentence::new("one-primary-place").text("person", place::name_of(planning, row.person));
    Err(Refusal::no(sentence.text("client", place::name_of_client(planning, other.client))).at("is_primary"))
}

/// R6: the roles of a person whose place ends are asked to end on the same day. No leaves them, marked `left?`.
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
