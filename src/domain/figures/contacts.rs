//! When somebody of a client was last met or called, and what is planned with them.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::family::{descendants, is_at};
use crate::domain::Book;
use crate::domain::date::Instant;
use crate::domain::entity::{Client, Visit};
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

impl Contacts {
    pub fn of(book: &Book, client: Id<Client>, today: NaiveDate) -> Self {
        let zone = book.settings().zone;
        let mut contacts = Self::default();
        let own = book.visit.of(client).filter(|visit| visit.client == client || visit.also_clients.contains(&client));
        own.for_each(|visit| contacts.add(book, client, visit, zone, today));
        for child in descendants(book, client) {
            let visits = book.visit.of(child).filter(|visit| visit.client == child);
            let other = visits.filter(|visit| !visit.also_clients.contains(&client));
            other.for_each(|visit| contacts.add(book, client, visit, zone, today));
        }
        contacts.planned.sort_by_key(|planned| (planned.at, planned.visit));
        contacts
    }

    fn add(&mut self, book: &Book, client: Id<Client>, visit: &Visit, zone: Tz, today: NaiveDate) {
        let day = visit.day(zone);
        match visit.status {
            VisitStatus::Held if day <= today => self.add_held(book, client, visit, day),
            VisitStatus::Planned if counts_as_planned(book, client, visit, day) => self.planned.push(Planned {
                at: visit.starts(),
                day,
                visit: visit.uid(),
                in_person: is_in_person(visit),
            }),
            _ => {}
        }
    }

    fn add_held(&mut self, book: &Book, client: Id<Client>, visit: &Visit, day: NaiveDate) {
        let at = visit.starts();
        if visit.client == client {
            self.last_held = self.last_held.max(Some((at, visit.uid())));
        }
        if !counts_as_contact(book, client, visit, day) {
            return;
        }
        self.last_at = self.last_at.max(Some(at));
        self.last = self.last.max(Some(day));
        if is_in_person(visit) {
            self.last_in_person = self.last_in_person.max(Some(day));
        }
        if visit.kind == VisitKind::Reception {
            self.last_reception = self.last_reception.max(Some(day));
        }
    }

    /// The first visit planned from a day on.
    pub fn next(&self, from: NaiveDate) -> Option<&Planned> {
        self.planned.iter().find(|planned| planned.day >= from)
    }
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
