//! At which visits an offer can have been put before the client.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::entity::{Proposal, Visit};
use crate::domain::words::VisitStatus;

/// Visits to its client that were held, and those planned up to today; the latest first.
pub fn may_have_been_presented<'b>(book: &'b Book, offer: &Proposal, today: NaiveDate) -> Vec<&'b Visit> {
    let zone = book.settings().zone;
    let counts = |visit: &&Visit| {
        visit.client == offer.client
            && matches!(visit.status, VisitStatus::Held | VisitStatus::Planned)
            && visit.day(zone) <= today
    };
    let mut visits: Vec<&Visit> = book.visit.of(offer.client).filter(counts).collect();
    visits.sort_by_key(|visit| (Reverse(visit.starts()), visit.head.uid));
    visits
}
