//! A term given up: something changed, and what came back for it came from the other side.

use super::{moved, proposal_term, whose};
use crate::domain::book::Entity;
use crate::domain::entity::{Concession, Proposal};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::text::fold;

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
    offer_of(planning, concession).map_or(Ok(()), |offer| proposal_term::offer_is_open(planning, offer))
}

/// # Errors
/// When the offer it was made on is closed.
pub(super) fn removal(planning: &Planning<'_>, id: Id<Concession>) -> Result<(), Refusal> {
    let term = planning.book().concession.get(id).and_then(|concession| planning.get(concession.term));
    term.map_or(Ok(()), |term| proposal_term::offer_is_open(planning, term.proposal))
}
