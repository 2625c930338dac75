//! Whether what a row points at belongs to the same client, or to one house with it.

use crate::domain::entity::{Client, Holding, Need, Note, Person, Proposal, Visit};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::Side;

/// Groups are at most this deep; a longer chain is a circle, which another rule refuses.
const DEEPEST: usize = 8;

/// # Errors
/// When the visit was with somebody else.
pub fn visit(planning: &Planning<'_>, id: Id<Visit>, client: Id<Client>, field: &str) -> Result<(), Refusal> {
    match planning.get(id) {
        Some(visit) if !is_with(planning, visit, client) => other("visit-of-other", planning, visit.client, field),
        _ => Ok(()),
    }
}

/// # Errors
/// When a row that the page of a visit names is of a client who was not at it.
pub fn row_of_visit(
    planning: &Planning<'_>,
    id: Id<Visit>,
    client: Option<Id<Client>>,
    field: &str,
) -> Result<(), Refusal> {
    match planning.get(id).zip(client) {
        Some((visit, client)) if !is_with(planning, visit, client) => other("row-of-other", planning, client, field),
        _ => Ok(()),
    }
}

fn is_with(planning: &Planning<'_>, visit: &Visit, client: Id<Client>) -> bool {
    let mut with = std::iter::once(visit.client).chain(visit.also_clients.iter().copied());
    with.any(|other| one_house(planning, other, client))
}

/// # Errors
/// When the need is another client's.
pub fn need(planning: &Planning<'_>, id: Id<Need>, client: Id<Client>, field: &str) -> Result<(), Refusal> {
    let Some(need) = planning.get(id) else { return Ok(()) };
    if one_house(planning, need.client, client) { Ok(()) } else { other("need-of-other", planning, need.client, field) }
}

/// # Errors
/// When the offer is another client's.
pub fn offer(planning: &Planning<'_>, id: Id<Proposal>, client: Id<Client>, field: &str) -> Result<(), Refusal> {
    let Some(offer) = planning.get(id) else { return Ok(()) };
    if one_house(planning, offer.client, client) {
        return Ok(());
    }
    other("offer-is-for-other", planning, offer.client, field)
}

/// # Errors
/// When the product in use is another client's.
pub fn holding(planning: &Planning<'_>, id: Id<Holding>, client: Id<Client>, field: &str) -> Result<(), Refusal> {
    match planning.get(id).map(|holding| holding.client) {
        Some(of) if !one_house(planning, of, client) => other("holding-of-other", planning, of, field),
        _ => Ok(()),
    }
}

/// # Errors
/// When the note is about another client.
pub fn note(planning: &Planning<'_>, id: Id<Note>, client: Id<Client>, field: &str) -> Result<(), Refusal> {
    match planning.get(id).and_then(|note| note.client) {
        Some(of) if !one_house(planning, of, client) => other("note-of-other", planning, of, field),
        _ => Ok(()),
    }
}

/// # Errors
/// When the person is no colleague.
pub fn colleague(planning: &Planning<'_>, id: Id<Person>, field: &str) -> Result<(), Refusal> {
    match planning.get(id) {
        Some(person) if person.side != Side::Bank => {
            Err(Refusal::no(Sentence::new("not-one-of-ours").text("name", person.display_name())).at(field))
        }
        _ => Ok(()),
    }
}

pub fn client_name(planning: &Planning<'_>, client: Id<Client>) -> String {
    planning.get(client).map(|client| client.name.clone()).unwrap_or_default()
}

pub fn other<T>(id: &str, planning: &Planning<'_>, client: Id<Client>, field: &str) -> Result<T, Refusal> {
    Err(Refusal::no(Sentence::new(id).text("other", client_name(planning, client))).at(field))
}

/// The same client, or two of one group.
fn one_house(planning: &Planning<'_>, a: Id<Client>, b: Id<Client>) -> bool {
    a == b || head_of_group(planning, a) == head_of_group(planning, b)
}

fn head_of_group(planning: &Planning<'_>, client: Id<Client>) -> Id<Client> {
    let parent = |id: &Id<Client>| planning.get(*id).and_then(|client| client.parent);
    std::iter::successors(Some(client), parent).take(DEEPEST).last().unwrap_or(client)
}
