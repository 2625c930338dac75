//! At which visits an offer can have been put before the client.

use std::cmp::Reverse;

use chrono::NaiveDate;

use chrono_tz::Tz;

use crate::domain::book::Book;
use crate::domain::entity::{Proposal, Visit};
use crate::domain::words::VisitStatus;

/// Whether people have met at a visit: it was held, or was planned for a day that has come.
pub fn has_met(visit: &Visit, zone: Tz, today: NaiveDate) -> bool {
    matches!(visit.status, VisitStatus::Held | VisitStatus::Planned) && visit.day(zone) <= today
}

/// Visits to its client that were held, and those planned up to today; the latest first.
pub fn may_have_been_presented<'b>(book: &'b Book, offer: &Proposal, today: NaiveDate) -> Vec<&'b Visit> {
    let zone = book.settings().zone;
    let counts = |visit: &&Visit| visit.client == offer.client && has_met(visit, zone, today);
    let mut visits: Vec<&Visit> = book.visit.of(offer.client).filter(counts).collect();
    visits.sort_by_key(|visit| (Reverse(visit.starts()), visit.head.uid));
    visits
}
