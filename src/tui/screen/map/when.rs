//! Which map is looked at: the general one or an offer's.

use crate::domain::offer::open_offers;
use crate::domain::{Book, Client, Id, Proposal, Row};

/// The general map, then the map of each open offer, then the general one again.
pub(super) fn next_offer(book: &Book, client: Id<Client>, now: Option<Id<Proposal>>) -> Option<Id<Proposal>> {
    let offers: Vec<Id<Proposal>> = open_offers(book, client).into_iter().map(Row::uid).collect();
    match now {
        None => offers.first().copied(),
        Some(now) => {
            let at = offers.iter().position(|offer| *offer == now)?;
            offers.get(at + 1).copied()
        }
    }
}
