//! Roads: people we meet elsewhere who influence somebody here.

use chrono::{Months, NaiveDate};

use super::holders::Ask;
use super::reporting::{Line, lines};
use crate::domain::Book;
use crate::domain::entity::{Client, Person, Visit};
use crate::domain::table::Id;
use crate::domain::words::VisitStatus;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Road<'a> {
    /// Whom we meet.
    pub person: Id<Person>,
    /// Whom they influence here.
    pub influences: Id<Person>,
    pub strength: Option<i64>,
    /// Where we meet them.
    pub elsewhere: Id<Client>,
    /// The next visit there to which they are expected.
    pub next: Option<&'a Visit>,
    /// The last one to which they came.
    pub last: Option<&'a Visit>,
}

/// The roads to a client: next meetings first, then the stronger influence.
pub fn roads(book: &Book, client: Id<Client>, today: NaiveDate) -> Vec<Road<'_>> {
    let influences = lines(book, &Ask::today(client, today)).influences;
    let mut roads: Vec<Road<'_>> = influences.iter().filter_map(|line| road(book, client, line, today)).collect();
    roads.sort_by_key(|road| {
        let next = road.next.map(Visit::starts);
        (next.is_none(), next, std::cmp::Reverse(road.strength), road.person, road.influences)
    });
    roads
}

fn road<'a>(book: &'a Book, client: Id<Client>, line: &Line, today: NaiveDate) -> Option<Road<'a>> {
    let zone = book.settings().zone;
    let since = today.checked_sub_months(Months::new(12))?;
    let elsewhere = |visit: &&Visit| visit.client != client && !visit.also_clients.contains(&client);
    let visits = || book.visit.of(line.from).filter(elsewhere);
    let expected = |visit: &&Visit| visit.attendees.iter().any(|one| one.person == line.from && one.expected);
    let coming = visits().filter(|visit| visit.status == VisitStatus::Planned && visit.day(zone) >= today);
    let next = coming.filter(expected).min_by_key(|visit| (visit.starts(), visit.head.uid));
    let past = visits().filter(|visit| visit.status == VisitStatus::Held && (since..=today).contains(&visit.day(zone)));
    let last = past.filter(|visit| visit.came(line.from)).max_by_key(|visit| (visit.starts(), visit.head.uid));
    Some(Road {
        person: line.from,
        influences: line.to,
        strength: line.strength,
        elsewhere: next.or(last)?.client,
        next,
        last,
    })
}
