//! The people of a map in the order in which they stand.

use std::cmp::Reverse;

use super::attitude::{Attitude, attitude};
use super::holders::{Ask, Holder};
use super::place::{Place, place, upwards};
use crate::domain::Book;
use crate::domain::entity::Person;
use crate::domain::table::Id;
use crate::domain::text::fold;
use crate::domain::words::Level;

/// One person of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub person: Id<Person>,
    /// Unknown stands and weighs as a specialist.
    pub level: Option<Level>,
    pub position: Option<String>,
    /// At a parent of the client, not at the client itself.
    pub above: bool,
    /// The position has ended; a role still stands in the book.
    pub left: bool,
    pub attitude: Attitude,
    /// Whether the person holds any role of this map.
    pub has_role: bool,
}

/// People with a position at the client, a role in force there, or a stance. Those who have left stand here only
/// while a role of theirs does.
pub fn columns(book: &Book, ask: &Ask, holders: &[Holder]) -> Vec<Column> {
    let chain = upwards(book, ask.client);
    let placed = book.affiliation.of(ask.client).filter(|row| row.client == ask.client).map(|row| row.person);
    let said = book.stance.of(ask.client).filter(|row| row.client == ask.client).map(|row| row.person);
    let mut people: Vec<Id<Person>> = placed.chain(said).chain(holders.iter().map(|holder| holder.person)).collect();
    people.sort_unstable();
    people.dedup();
    let mut columns: Vec<Column> = people
        .into_iter()
        .filter_map(|person| column(book, ask, holders, person, place(book, person, &chain, ask.as_of)))
        .collect();
    columns.sort_by_cached_key(|column| {
        let level = column.level.unwrap_or(Level::Specialist);
        let name = book.person.get(column.person).map(|person| fold(&person.display_name()));
        (level, !column.above, Reverse(column.attitude.influence()), name, column.person)
    });
    columns
}

fn column(book: &Book, ask: &Ask, holders: &[Holder], person: Id<Person>, place: Place<'_>) -> Option<Column> {
    let has_role = holders.iter().any(|holder| holder.person == person);
    let attitude = attitude(book, person, ask.client, ask.proposal, ask.as_of);
    let at_home = matches!(place, Place::Here { above: false, .. });
    let speaks = attitude.stance.is_some() || attitude.influence.is_some();
    let stays = has_role || at_home || (speaks && !place.is_gone());
    let affiliation = place.affiliation();
    stays.then(|| Column {
        person,
        level: affiliation.and_then(|row| row.level),
        position: affiliation.and_then(|row| row.position.clone()),
        above: matches!(place, Place::Here { above: true, .. }),
        left: matches!(place, Place::Left(_)),
        attitude,
        has_role,
    })
}
