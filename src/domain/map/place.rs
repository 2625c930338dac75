//! Where a person stands at a client on a day: a place there or at a parent, one that has ended, or none.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::date::{InForce, PartialDate, in_force};
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::table::Id;

/// A group has at most five levels; a damaged one with a ring ends here.
const DEEPEST: usize = 8;

/// The client and those above it in the group, nearest first.
pub fn upwards(book: &Book, client: Id<Client>) -> Vec<Id<Client>> {
    let parent = |id: &Id<Client>| book.client.get(*id).and_then(|client| client.parent);
    std::iter::successors(Some(client), parent).take(DEEPEST).collect()
}

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    Here {
        affiliation: &'a Affiliation,
        /// At a parent of the client, not at the client itself.
        above: bool,
        certainty: InForce,
    },
    /// The last place here has ended, or the person has died.
    Left(Option<&'a Affiliation>),
    /// The first place begins later.
    NotYet,
    /// No place was ever written down, as of an adviser.
    Nowhere,
}

impl<'a> Place<'a> {
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Left(_) | Self::NotYet)
    }

    pub fn affiliation(&self) -> Option<&'a Affiliation> {
        match self {
            Self::Here { affiliation, .. } => Some(affiliation),
            Self::Left(affiliation) => *affiliation,
            Self::NotYet | Self::Nowhere => None,
        }
    }
}

/// The one person of these places who has one at the client on the day; none when there are several, or nobody.
pub fn only_contact<'a>(
    places: impl IntoIterator<Item = &'a Affiliation>,
    client: Id<Client>,
    day: NaiveDate,
) -> Option<Id<Person>> {
    let here = |place: &&Affiliation| place.client == client && in_force(place.from, place.to, day).yes();
    let mut people = places.into_iter().filter(here).map(|place| place.person);
    let first = people.next()?;
    people.all(|person| person == first).then_some(first)
}

/// What a person is called at a client on a day; somebody who will leave is so still.
pub fn position(book: &Book, person: Id<Person>, client: Id<Client>, day: NaiveDate) -> Option<&str> {
    let places = book.affiliation.of(person).filter(|place| place.person == person && place.client == client);
    let certainty = |place: &Affiliation| in_force(place.from, place.to, day);
    let named = places.filter(|place| place.position.is_some() && certainty(place).yes());
    let rank = |place: &&Affiliation| (Reverse(certainty(place)), Reverse(place.is_primary), place.head.uid);
    named.min_by_key(rank)?.position.as_deref()
}

/// The place of a person on a day. `chain` is [`upwards`]: a place at the client itself goes before one above it.
pub fn place<'a>(book: &'a Book, person: Id<Person>, chain: &[Id<Client>], day: NaiveDate) -> Place<'a> {
    let level = |row: &Affiliation| chain.iter().position(|client| *client == row.client);
    let rows = book.affiliation.of(person).filter(|row| row.person == person && level(row).is_some());
    let mut rows: Vec<&Affiliation> = rows.collect();
    rows.sort_by_key(|row| (level(row), Reverse(row.is_primary), row.head.uid));
    if book.person.get(person).is_some_and(|person| is_dead(person, day)) {
        return Place::Left(rows.first().copied());
    }
    let certainty = |row: &Affiliation| in_force(row.from, row.to, day);
    let best = rows.iter().filter(|row| certainty(row).yes());
    let best = best.min_by_key(|row| (level(row), Reverse(certainty(row))));
    if let Some(affiliation) = best {
        return Place::Here { affiliation, above: level(affiliation) != Some(0), certainty: certainty(affiliation) };
    }
    let ended = rows.iter().copied().filter(|row| row.to.and_then(PartialDate::latest).is_some_and(|to| to <= day));
    match ended.max_by_key(|row| row.to.and_then(PartialDate::latest)) {
        Some(last) => Place::Left(Some(last)),
        None if rows.is_empty() => Place::Nowhere,
        None => Place::NotYet,
    }
}

fn is_dead(person: &Person, day: NaiveDate) -> bool {
    person.deceased_on.and_then(PartialDate::latest).is_some_and(|on| on <= day)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};

    #[test]
    fn somebody_has_a_position_until_the_last_day() {
        let row = |position: &str, from: &str, to: Option<&str>| json!({ "person": "p", "client": "c", "position": position, "from": from, "to": to });
        let book = book(&json!({ "tables": {
            "client": [client("c", json!({}))],
            "person": [{ "uid": "p", "handle": "p", "family_name": "P" }],
            "affiliation": [row("clerk", "2020-01-01", Some("2026-06-01")), row("head", "2026-06-01", Some("2026-12-01"))],
        }}));
        for (on, called) in
            [("2019-12-31", None), ("2026-05-31", Some("clerk")), ("2026-11-23", Some("head")), ("2026-12-01", None)]
        {
            assert_eq!(position(&book, id("p"), id("c"), day(on)), called, "{on}");
        }
    }
}
