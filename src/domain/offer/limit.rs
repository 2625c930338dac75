//! Who can decide on an offer of this size.

use chrono::NaiveDate;

use super::amount;
use crate::domain::Book;
use crate::domain::entity::Proposal;
use crate::domain::map::limits::is_above;
use crate::domain::map::{Ask, Holder, Past, deciders};
use crate::domain::money::Money;
use crate::domain::table::Id;

/// The sum of an offer against the limits of those who decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    pub amount: Money,
    /// Deciders whose limit is below the sum.
    pub short: Vec<Holder>,
    /// Deciders without a limit, or with one that is not below it.
    pub able: Vec<Holder>,
}

impl Reach {
    /// Nobody known to decide can decide on so much.
    pub fn is_too_low(&self) -> bool {
        self.able.is_empty() && !self.short.is_empty()
    }

    /// Of those whose limit is below the sum, the one who can decide on most.
    pub fn highest(&self, book: &Book, day: NaiveDate) -> Option<(&Holder, Money)> {
        let limits = self.short.iter().filter_map(|holder| Some((holder, holder.limit?)));
        limits.reduce(|best, next| if is_above(book, next.1, best.1, day) { next } else { best })
    }
}

/// As the map of the offer stood on the day asked for; none when no term names a sum. An empty limit is never too low.
pub fn reach(book: &Book, proposal: Id<Proposal>, ask: &Ask, past: &Past) -> Option<Reach> {
    let amount = amount(book, proposal, ask.as_of)?;
    let deciders = deciders(book, &ask.offer(Some(proposal)), past);
    let below = |holder: &Holder| holder.limit.is_some_and(|limit| is_above(book, amount, limit, ask.as_of));
    let (short, able) = deciders.into_iter().partition(below);
    Some(Reach { amount, short, able })
}
