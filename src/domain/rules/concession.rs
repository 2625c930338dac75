//! A term given up: something changed, and what came back for it came from the other side.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{moved, place, proposal_term, whose};
use crate::domain::book::{Book, Entity};
use crate::domain::date::Instant;
use crate::domain::entity::{Concession, Proposal, ProposalTerm};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::text::fold;
use crate::domain::words::TermState;

pub(super) fn facts(planning: &Planning<'_>, concession: &Concession) -> Result<(), Refusal> {
    if fold(&concession.from_value) == fold(&concession.to_value) {
        return Err(Refusal::no(Sentence::new("nothing-conceded")).at("to_value"));
    }
    if let Some(other) = concession.in_return.and_then(|id| planning.get(id)) {
        let same_offer = offer_of(planning, other) == offer_of(planning, concession);
        if other.by == concession.by || !same_offer {
            return Err(Refusal::no(Sentence::new("concession-other-side")).at("in_return"));
        }
    }
    let client = offer_of(planning, concession).and_then(|offer| planning.get(offer)).map(|offer| offer.client);
    match (concession.visit, client) {
        (Some(visit), Some(client)) => whose::visit(planning, visit, client, "visit"),
        _ => Ok(()),
    }
}

fn offer_of(planning: &Planning<'_>, concession: &Concession) -> Option<Id<Proposal>> {
    planning.get(concession.term).map(|term| term.proposal)
}

pub(super) fn moves(
    planning: &Planning<'_>,
    before: Option<&Concession>,
    concession: &Concession,
) -> Result<(), Refusal> {
    moved::not_after_today(planning, (Entity::Concession, "on"), before.map(|before| before.on), concession.on)?;
    moved::not_below_zero((Entity::Concession, "worth"), before.and_then(|before| before.worth), concession.worth)?;
    let was = before.and_then(|before| before.visit);
    if let Some(client) = offer_of(planning, concession).and_then(|offer| planning.get(offer)).map(|offer| offer.client)
    {
        place::learned_at(planning, was, concession.visit, client)?;
    }
    let terms = before.map(|before| before.term).into_iter().chain([concession.term]);
    terms.into_iter().try_for_each(|term| proposal_term::is_open(planning, term))?;
    if before.is_none_or(|before| before.term != concession.term) {
        is_on_the_table(planning, concession)?;
    }
    Ok(())
}

/// What was dropped is not given up any more.
fn is_on_the_table(planning: &Planning<'_>, concession: &Concession) -> Result<(), Refusal> {
    match planning.get(concession.term) {
        Some(term) if term.state == TermState::Dropped => {
            Err(Refusal::no(Sentence::new("term-is-dropped").text("term", &term.label)).at("term"))
        }
        _ => Ok(()),
    }
}

/// # Errors
/// When the offer it was made on is closed.
pub(super) fn removal(planning: &Planning<'_>, id: Id<Concession>) -> Result<(), Refusal> {
    planning.book().concession.get(id).map_or(Ok(()), |given| proposal_term::is_open(planning, given.term))
}

/// Which of two concessions came first.
pub fn order(concession: &Concession) -> (NaiveDate, Instant, Uuid) {
    (concession.on, concession.head.created_at, concession.head.uid)
}

/// The concession by which a term stands where it stands.
pub fn latest<'p>(planning: &'p Planning<'_>, term: Id<ProposalTerm>) -> Option<&'p Concession> {
    let rows = planning.of::<Concession>(term).into_iter().filter(|row| row.term == term);
    rows.max_by_key(|row| order(row))
}

/// The first concession on a term, as the book has it.
pub(super) fn first_of(book: &Book, term: Id<ProposalTerm>) -> Option<&Concession> {
    book.concession.of(term).filter(|row| row.term == term).min_by_key(|row| order(row))
}
