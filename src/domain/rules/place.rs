//! Who is where, and when: windows with partial ends, and the places of people at clients and their groups.

use chrono::NaiveDate;

use super::whose;
use crate::domain::date::{InForce, PartialDate, in_force};
use crate::domain::entity::{Affiliation, Client, Person, Proposal, Visit};
use crate::domain::map;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;
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

/// A bound as a sentence says it.
pub(super) fn day_arg(bound: PartialDate) -> Arg {
    match bound {
        PartialDate::Day(day) => Arg::Date(day),
        bound => Arg::Partial(bound),
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

/// Whether two things may hold at once today, or surely do on some other day. A start that is not known is today at
/// the latest, and an end that has passed says nothing of other days.
pub(super) fn hold_at_once(today: NaiveDate, a: Window, b: Window) -> bool {
    let now = |(from, to): Window| in_force(from, to, today).yes();
    let known = |(from, to): Window| (from.or(Some(PartialDate::Day(today))), to);
    let (known_a, known_b) = (known(a), known(b));
    let lasts = in_order(known_a).is_ok() && in_order(known_b).is_ok();
    (now(a) && now(b)) || (lasts && surely_overlap(known_a, known_b))
}

/// Whether a thing holds on a day in the same sense: today where it may, on another day where it surely does.
pub(super) fn holds_on(today: NaiveDate, (from, to): Window, day: NaiveDate) -> bool {
    if day == today {
        return in_force(from, to, day).yes();
    }
    in_force(from.or(Some(PartialDate::Day(today))), to, day) == InForce::Surely
}

/// Whether two windows can share a day.
fn may_overlap(a: Window, b: Window) -> bool {
    let start = [a.0, b.0].into_iter().filter_map(|from| from.and_then(PartialDate::earliest)).max();
    let end = [a.1, b.1].into_iter().filter_map(|to| to.and_then(PartialDate::latest)).min();
    start.zip(end).is_none_or(|(start, end)| start < end)
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
    let reached = |place: &Affiliation| may_overlap((place.from, place.to), window) && still_there(place);
    if !needs_place(planning, person) || places(planning, person, client).any(reached) {
        return Ok(());
    }
    Err(not_at("person-not-at-client", planning, person, client, from).at("person"))
}

/// The same for somebody who may take part in the client's decisions at all: nobody of the bank does.
///
/// # Errors
/// That the person is ours, or has no such place.
pub(super) fn of_the_client(
    planning: &Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    window: Window,
    day: NaiveDate,
) -> Result<(), Refusal> {
    if planning.get(person).is_some_and(|person| person.side == Side::Bank) {
        let name = name_of(planning, person);
        return Err(Refusal::no(Sentence::new("person-works-for-bank").text("name", name)).at("person"));
    }
    has_place(planning, person, client, window, day)
}

/// A given bound of a role or interest, or the day of a stance, lies in a window of a place.
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

/// The visit at which something was learned: newly named, it was with this client and has been held.
///
/// # Errors
/// When it was with somebody else, or has not been held.
pub(super) fn learned_at(
    planning: &Planning<'_>,
    before: Option<Id<Visit>>,
    visit: Option<Id<Visit>>,
    client: Id<Client>,
) -> Result<(), Refusal> {
    let Some(id) = visit.filter(|_| before != visit) else { return Ok(()) };
    whose::visit(planning, id, client, "visit")?;
    match planning.get(id) {
        Some(visit) if visit.status != VisitStatus::Held => {
            Err(Refusal::no(Sentence::new("visit-not-held")).at("visit"))
        }
        _ => Ok(()),
    }
}

/// The one person with a current place at the client, as the book would be.
pub(super) fn only_contact(planning: &Planning<'_>, client: Id<Client>) -> Option<Id<Person>> {
    map::place::only_contact(planning.of::<Affiliation>(client), client, planning.today)
}
