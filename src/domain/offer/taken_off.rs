//! Essential needs that were taken off an offer the client knew of, and why: read off its changes, whose steps keep the
//! reason.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::book::Record;
use crate::domain::entity::{Need, Proposal};
use crate::domain::sentence::Sentence;
use crate::domain::step::Done;
use crate::domain::table::Id;
use crate::domain::words::ProposalState;

/// An essential need that an offer answered once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOff {
    pub need: Id<Need>,
    pub on: NaiveDate,
    pub reason: String,
}

/// What was taken off each offer of a client.
pub type AllTakenOff = BTreeMap<Id<Proposal>, Vec<TakenOff>>;

impl TakenOff {
    pub(super) fn sentence(&self, book: &Book) -> Sentence {
        let need = book.need.get(self.need).map(|need| need.title.clone()).unwrap_or_default();
        Sentence::new("remark-taken-off").text("need", need).date("date", self.on).text("reason", &self.reason)
    }
}

/// The essential needs that an offer does not answer any more, in the order of its changes.
pub fn taken_off(book: &Book, offer: Id<Proposal>, history: &[Done]) -> Vec<TakenOff> {
    let Some(now) = book.proposal.get(offer) else { return Vec::new() };
    let zone = book.settings().zone;
    let mut found: Vec<TakenOff> = Vec::new();
    for done in history {
        let (Some(reason), Some(Record::Proposal(before)), Some(Record::Proposal(after))) =
            (&done.reason, &done.change.before, &done.change.after)
        else {
            continue;
        };
        let known = before.state != ProposalState::Draft;
        let gone = before.needs.iter().filter(|need| known && !after.needs.contains(need) && !now.needs.contains(need));
        for need in gone.filter(|need| book.need.get(**need).is_some_and(|need| need.essential)) {
            found.retain(|other| other.need != *need);
            let on = done.at.with_timezone(&zone).date_naive();
            found.push(TakenOff { need: *need, on, reason: reason.clone() });
        }
    }
    found
}
