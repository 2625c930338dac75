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
}

/// None when no term names a sum.
pub fn reach(book: &Book, proposal: Id<Proposal>, today: NaiveDate) -> Option<Reach> {
    let offer = book.proposal.get(proposal)?;
    let amount = amount(book, proposal, today)?;
    // Who decides today and up to what sum the rows say; what the journal adds is how old that is.
    let deciders = deciders(book, &Ask::today(offer.client, today).offer(Some(proposal)), &Past::default());
    let below = |holder: &Holder| holder.limit.is_some_and(|limit| is_above(book, amount, limit, today));
    let (short, able) = deciders.into_iter().partition(below);
    Some(Reach { amount, short, able })
}
