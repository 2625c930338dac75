//! The group a client belongs to, and who of a visit's people stands at which client.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Person};
use crate::domain::table::{Id, Row};

/// Deeper groups are refused; a damaged book with a cycle still answers.
const DEEPEST: usize = 8;

/// The parent, its parent and so on.
pub fn parents(book: &Book, client: Id<Client>) -> Vec<Id<Client>> {
    let parent = |client: &Id<Client>| book.client.get(*client).and_then(|client| client.parent);
    std::iter::successors(parent(&client), parent).take(DEEPEST).collect()
}

/// All clients below, nearest first.
pub fn descendants(book: &Book, client: Id<Client>) -> Vec<Id<Client>> {
    let mut found = vec![client];
    let mut at = 0;
    while let Some(&above) = found.get(at) {
        let children = book.client.of(above).filter(|child| child.parent == Some(above)).map(Row::uid);
        let new: Vec<Id<Client>> = children.filter(|child| !found.contains(child)).collect();
        found.extend(new);
        at += 1;
    }
    found.split_off(1)
}

/// Whether a person has a place at a client on a day, surely or possibly.
pub fn is_at(book: &Book, person: Id<Person>, client: Id<Client>, day: NaiveDate) -> bool {
    book.affiliation
        .of(person)
        .any(|place| place.person == person && place.client == client && in_force(place.from, place.to, day).yes())
}
