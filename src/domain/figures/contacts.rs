//! When somebody of a client was last met or called, and what is planned with them.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::family::{descendants, is_at};
use crate::domain::Book;
use crate::domain::date::Instant;
use crate::domain::entity::{Client, Person, Visit};
use crate::domain::parts::Attendee;
use crate::domain::table::{Id, Row};
use crate::domain::words::{PlaceKind, Side, Tri, VisitKind, VisitStatus};

/// What one client's visits say on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contacts {
    /// Day of the latest contact.
    pub last: Option<NaiveDate>,
    /// Day of the latest contact face to face.
    pub last_in_person: Option<NaiveDate>,
    /// The instant of the latest held visit that counts for the client.
    pub last_at: Option<Instant>,
    /// The latest held visit of the client's own.
    pub last_held: Option<(Instant, Id<Visit>)>,
    /// Day of the latest reception that was held.
    pub last_reception: Option<NaiveDate>,
    /// Visits still planned, the earliest first; past ones are to be written up.
    pub planned: Vec<Planned>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    pub at: Instant,
    pub day: NaiveDate,
    pub visit: Id<Visit>,
    pub in_person: bool,
}

impl Planned {
    fn of(visit: &Visit, day: NaiveDate) -> Self {
        Self { at: visit.starts(), day, visit: visit.uid(), in_person: is_in_person(visit) }
    }
}

impl Contacts {
    pub fn of(book: &Book, client: Id<Client>, today: NaiveDate) -> Self {
        let zone = book.settings().zone;
        let dated = visits(book, client).into_iter().map(|visit| (visit.day(zone), visit));
        let (mut held, planned): (Vec<_>, Vec<_>) = dated
            .filter(|(day, visit)| match visit.status {
                VisitStatus::Held => *day <= today,
                VisitStatus::Planned => counts_as_planned(book, client, visit, *day),
                _ => false,
            })
            .partition(|(_, visit)| visit.status == VisitStatus::Held);
        held.sort_by_key(|(day, _)| Reverse(*day));
        // From the latest back, so that only the first few are looked at closely.
        let latest = |wanted: &dyn Fn(&Visit) -> bool| {
            let counts =
                |(day, visit): &&(NaiveDate, &Visit)| wanted(visit) && counts_as_contact(book, client, visit, *day);
            held.iter().find(counts).map(|(day, _)| *day)
        };
        let last = latest(&|_| true);
        let instants =
            |day: Option<NaiveDate>| held.iter().filter(move |(at, _)| Some(*at) == day).map(|(_, visit)| *visit);
        let own_day = held.iter().find(|(_, visit)| visit.client == client).map(|(day, _)| *day);
        let own = instants(own_day).filter(|visit| visit.client == client);
        let mut planned: Vec<Planned> = planned.into_iter().map(|(day, visit)| Planned::of(visit, day)).collect();
        planned.sort_by_key(|planned| (planned.at, planned.visit));
        Self {
            last,
            last_in_person: latest(&is_in_person),
            last_at: instants(last)
                .filter(|visit| last.is_some_and(|day| counts_as_contact(book, client, visit, day)))
                .map(Visit::starts)
                .max(),
            last_held: own.map(|visit| (visit.starts(), visit.uid())).max(),
            last_reception: latest(&|visit| visit.kind == VisitKind::Reception),
            planned,
        }
    }

    /// The first visit planned from a day on.
    pub fn next(&self, from: NaiveDate) -> Option<&Planned> {
        self.planned.iter().find(|planned| planned.day >= from)
    }
}

/// The client's own visits that were held up to a day of the book's zone, the latest first.
pub fn held(book: &Book, client: Id<Client>, until: NaiveDate) -> Vec<&Visit> {
    let zone = book.settings().zone;
    let mine = |visit: &&Visit| visit.client == client && visit.status == VisitStatus::Held && visit.day(zone) <= until;
    let mut visits: Vec<&Visit> = book.visit.of(client).filter(mine).collect();
    visits.sort_by_key(|visit| (Reverse(visit.starts()), visit.uid()));
    visits
}

/// The latest of these at which the person was.
pub fn met_at(book: &Book, client: Id<Client>, person: Id<Person>, until: NaiveDate) -> Option<&Visit> {
    held(book, client, until).into_iter().find(|visit| visit.came(person))
}

/// The client's own visits that were held and began before a moment, the latest first.
pub fn held_before(book: &Book, client: Id<Client>, moment: Instant) -> Vec<&Visit> {
    let mut visits = held(book, client, NaiveDate::MAX);
    visits.retain(|visit| visit.starts() < moment);
    visits
}

/// The visit at which a person was last seen or spoken to: a held one to which they are known to have come.
pub fn last_met(book: &Book, person: Id<Person>, today: NaiveDate) -> Option<&Visit> {
    let zone = book.settings().zone;
    let met = |visit: &&Visit| visit.status == VisitStatus::Held && visit.came(person) && visit.day(zone) <= today;
    book.visit.of(person).filter(met).max_by_key(|visit| (visit.starts(), visit.uid()))
}

/// The client's own visit that is planned next, from a moment on.
pub fn next_own(book: &Book, client: Id<Client>, now: Instant) -> Option<&Visit> {
    let ahead =
        |visit: &&Visit| visit.client == client && visit.status == VisitStatus::Planned && visit.starts() >= now;
    book.visit.of(client).filter(ahead).min_by_key(|visit| (visit.starts(), visit.uid()))
}

/// The visits that may count for a client: its own, those that name it beside, and those with clients below it.
fn visits(book: &Book, client: Id<Client>) -> Vec<&Visit> {
    let names = |visit: &&Visit| visit.client == client || visit.also_clients.contains(&client);
    let mut visits: Vec<&Visit> = book.visit.of(client).filter(names).collect();
    for child in descendants(book, client) {
        visits.extend(
            book.visit.of(child).filter(|visit| visit.client == child && !visit.also_clients.contains(&client)),
        );
    }
    visits
}

/// A meeting, reception or event, unless it is by phone or video.
pub fn is_in_person(visit: &Visit) -> bool {
    visit.kind != VisitKind::Call && !matches!(visit.place_kind, Some(PlaceKind::Phone | PlaceKind::Video))
}

/// A held call always counts for its own client, another visit when somebody of the client came. For clients named
/// beside, and for parents, only somebody who has a place there counts.
pub fn counts_as_contact(book: &Book, client: Id<Client>, visit: &Visit, day: NaiveDate) -> bool {
    let came = |attendee: &&Attendee| attendee.came == Some(Tri::Yes);
    let own = visit.client == client;
    (own && visit.kind == VisitKind::Call)
        || visit
            .attendees
            .iter()
            .filter(came)
            .any(|attendee| (own && is_client_side(book, attendee)) || is_at(book, attendee.person, client, day))
}

fn counts_as_planned(book: &Book, client: Id<Client>, visit: &Visit, day: NaiveDate) -> bool {
    let mut expected = visit.attendees.iter().filter(|attendee| attendee.expected);
    visit.client == client || expected.any(|attendee| is_at(book, attendee.person, client, day))
}

fn is_client_side(book: &Book, attendee: &Attendee) -> bool {
    book.person.get(attendee.person).is_some_and(|person| person.side == Side::Client)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};
    use serde_json::json;

    #[test]
    fn a_person_was_last_met_where_they_are_known_to_have_come() {
        let visit = |day: &str, status: &str, came: Option<&str>| {
            json!({ "client": "a", "kind": "meeting", "zone": "UTC", "start": format!("{day}T10:00"), "status": status,
                "attendees": [{ "person": "p", "expected": true, "came": came }] })
        };
        for (visits, last) in [
            (vec![visit("2026-11-02", "held", Some("yes"))], Some("2026-11-02")),
            (vec![visit("2026-11-02", "held", Some("yes")), visit("2026-11-10", "held", None)], Some("2026-11-02")),
            (
                vec![visit("2026-11-02", "held", Some("yes")), visit("2026-11-10", "held", Some("no"))],
                Some("2026-11-02"),
            ),
            (vec![visit("2026-11-10", "held", None)], None),
            (vec![visit("2026-11-10", "planned", Some("yes"))], None),
            (vec![visit("2026-12-10", "held", Some("yes"))], None),
        ] {
            let tables = json!({ "client": [client("a", json!({}))], "person": [{ "uid": "p", "handle": "p", "full_name": "P" }], "visit": visits });
            let book = book(&json!({ "tables": tables }));
            let met = last_met(&book, id("p"), day("2026-11-24")).map(|visit| visit.start.date());
            assert_eq!(met, last.map(day), "{visits:?}");
        }
    }
}
