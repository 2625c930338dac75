//! Offers that are above what anybody known to decide can decide.

use chrono::NaiveDate;

use super::holders::Ask;
use super::past::Past;
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::{Person, Proposal};
use crate::domain::money::Money;
use crate::domain::offer::{Reach, open_offers, reach};
use crate::domain::table::{Id, Row};

/// An offer above the limit of every decider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLow<'a> {
    pub proposal: &'a Proposal,
    pub amount: Money,
    /// The decider with the highest limit.
    pub decider: Id<Person>,
    pub limit: Money,
}

/// The open offers of the map's client, or its one offer, that are above every decider's limit.
pub fn too_low<'a>(book: &'a Book, ask: &Ask, past: &Past) -> Vec<TooLow<'a>> {
    let meant = |offer: &&Proposal| ask.proposal.is_none_or(|id| id.uuid == offer.head.uid);
    open_offers(book, ask.client).into_iter().filter(meant).filter_map(|offer| check(book, ask, past, offer)).collect()
}

fn check<'a>(book: &'a Book, ask: &Ask, past: &Past, proposal: &'a Proposal) -> Option<TooLow<'a>> {
    let reach = reach(book, proposal.uid(), ask, past).filter(Reach::is_too_low)?;
    let (highest, limit) = reach.highest(book, ask.as_of)?;
    Some(TooLow { proposal, amount: reach.amount, decider: highest.person, limit })
}

/// Whether one sum is above another; other currencies at the latest rate. Without a rate it is not said to be.
pub fn is_above(book: &Book, sum: Money, limit: Money, day: NaiveDate) -> bool {
    if sum.currency == limit.currency {
        return sum.minor > limit.minor;
    }
    let month = Month::of(day);
    let rates = book.rates(month);
    match (rates.convert_latest(sum, month), rates.convert_latest(limit, month)) {
        (Ok(sum), Ok(limit)) => sum > limit,
        _ => false,
    }
}
