//! Who is where, and when: windows with partial ends, and the places of people at clients and their groups.

use chrono::NaiveDate;

use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Affiliation, Client, Person, Proposal, Visit};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{Side, VisitStatus};

/// A half-open window; no bound is an open end.
pub type Window = (Option<PartialDate>, Option<PartialDate>);

/// Groups deeper than this do not exist in a sound book.
pub(super) const MOST_LEVELS: usize = 5;

/// # Errors
/// When the window surely ends before it starts, or on that very day.
pub(super) fn in_order((from, to): Window) -> Result<(), Refusal> {
    let start = from.and_then(PartialDate::earliest);
    let end = to.and_then(PartialDate::latest);
    match (start, end) {
        (Some(start), Some(end)) if start >= end => Err(Refusal::no(Sentence::new("end-before-start")).at("to")),
        _ => Ok(()),
    }
}

/// Whether two windows share a day, however their partial ends are read.
pub fn surely_overlap(a: Window, b: Window) -> bool {
    let start = [a.0, b.0].into_iter().filter_map(|from| from.and_then(PartialDate::latest)).max();
    let end = [a.1, b.1].into_iter().filter_map(|to| to.and_then(PartialDate::earliest)).min();
    match (start, end) {
        (Some(start), Some(end)) => start < end,
        _ => true,
    }
}

/// The client and the parents above it.
pub(super) fn group(planning: &Planning<'_>, client: Id<Client>) -> Vec<Id<Client>> {
    let mut chain = vec![client];
    while let Some(parent) = chain.last().and_then(|id| planning.get(*id)).and_then(|client| client.parent) {
        if chain.contains(&parent) {
            break;
        }
        chain.push(parent);
    }
    chain
}

/// The person's places at the client or a group parent of it.
pub(super) fn places<'p>(
    planning: &'p Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
) -> impl Iterator<Item = &'p Affiliation> {
    let group = group(planning, client);
    let rows = planning.of::<Affiliation>(person).into_iter();
    rows.filter(move |place| place.person == person && group.contains(&place.client))
}

/// Advisers and authorities need no place at the client.
pub(super) fn needs_place(planning: &Planning<'_>, person: Id<Person>) -> bool {
    planning.get(person).is_none_or(|person| person.side != Side::Other)
}

pub(super) fn name_of_client(planning: &Planning<'_>, client: Id<Client>) -> String {
    planning.get(client).map(|client| client.name.clone()).unwrap_or_default()
}

pub(super) fn name_of(planning: &Planning<'_>, person: Id<Person>) -> String {
    planning.get(person).map(Person::display_name).unwrap_or_default()
}

/// A person may hold something at a client from `day` on, when a place of theirs reaches beyond it.
///
/// # Errors
/// That the person has no such place.
pub(super) fn has_place(
    planning: &Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    window: Window,
    day: NaiveDate,
) -> Result<(), Refusal> {
    let from = window.0.and_then(PartialDate::earliest).unwrap_or(day);
    let still_there = |place: &Affiliation| place.to.and_then(PartialDate::latest).is_none_or(|to| from < to);
    let reached = |place: &Affiliation| surely_overlap((place.from, place.to), window) && still_there(place);
    if !needs_place(planning, person) || places(planning, person, client).any(reached) {
        return Ok(());
    }
    Err(not_at("person-not-at-client", planning, person, client, from).at("person"))
}

/// A given bound of a role or interest, or the day of a stance, lies in a window of a place (R7).
///
/// # Errors
/// That the person was not there then.
pub(super) fn was_there(
    planning: &Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    on: PartialDate,
    field: &str,
) -> Result<(), Refusal> {
    let (Some(first), Some(last)) = (on.earliest(), on.latest()) else { return Ok(()) };
    let inside = |place: &Affiliation| {
        let began = place.from.and_then(PartialDate::earliest).is_none_or(|from| from <= last);
        let lasted = place.to.and_then(PartialDate::latest).is_none_or(|to| first <= to);
        began && lasted
    };
    if !needs_place(planning, person) || places(planning, person, client).any(inside) {
        return Ok(());
    }
    Err(not_at("person-was-not-at", planning, person, client, first).at(field))
}

fn not_at(id: &str, planning: &Planning<'_>, person: Id<Person>, client: Id<Client>, day: NaiveDate) -> Refusal {
    let sentence = Sentence::new(id).text("person", name_of(planning, person));
    Refusal::no(sentence.text("client", name_of_client(planning, client)).date("date", day))
}

/// Whether the person has a place at the client on `day`.
pub(super) fn is_there(planning: &Planning<'_>, person: Id<Person>, client: Id<Client>, day: NaiveDate) -> bool {
    places(planning, person, client).any(|place| in_force(place.from, place.to, day).yes())
}

/// # Errors
/// When the offer is another client's.
pub(super) fn offer_of(
    planning: &Planning<'_>,
    offer: Option<Id<Proposal>>,
    client: Id<Client>,
) -> Result<(), Refusal> {
    match offer.and_then(|id| planning.get(id)) {
        Some(offer) if offer.client != client => {
            let other = name_of_client(planning, offer.client);
            Err(Refusal::no(Sentence::new("offer-is-for-other").text("other", other)).at("proposal"))
        }
        _ => Ok(()),
    }
}

/// # Errors
/// When the visit was with others: neither this client, nor its group, nor among the guests.
pub(super) fn visit_of(planning: &Planning<'_>, visit: Option<Id<Visit>>, client: Id<Client>) -> Result<(), Refusal> {
    let Some(visit) = visit.and_then(|id| planning.get(id)) else { return Ok(()) };
    let near = |other: Id<Client>| group(planning, other).contains(&client) || group(planning, client).contains(&other);
    if near(visit.client) || visit.also_clients.iter().any(|other| near(*other)) {
        return Ok(());
    }
    let other = name_of_client(planning, visit.client);
    Err(Refusal::no(Sentence::new("visit-of-other").text("other", other)).at("visit"))
}

/// # Errors
/// When the visit that showed it has not been held.
pub(super) fn visit_held(planning: &Planning<'_>, visit: Option<Id<Visit>>) -> Result<(), Refusal> {
    match visit.and_then(|id| planning.get(id)) {
        Some(visit) if visit.status != VisitStatus::Held => {
            Err(Refusal::no(Sentence::new("visit-not-held")).at("visit"))
        }
        _ => Ok(()),
    }
}

/// # Errors
/// When a day lies after today.
pub(super) fn not_after_today<T: Row>(planning: &Planning<'_>, day: NaiveDate, field: &str) -> Result<(), Refusal> {
    if day <= planning.today {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("not-after-today").about(T::ENTITY, field)).at(field))
}
