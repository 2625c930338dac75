//! Essential needs that were taken off an offer the client knew of, and why: read off the steps, which keep the reason.

use super::{Remark, Topic};
use crate::domain::Book;
use crate::domain::book::Record;
use crate::domain::entity::{Need, Proposal};
use crate::domain::sentence::Sentence;
use crate::domain::step::Step;
use crate::domain::table::Id;
use crate::domain::words::ProposalState;

/// One remark for each essential need that the offer does not answer any more, in the order of the steps.
pub fn taken_off(book: &Book, offer: Id<Proposal>, steps: &[Step]) -> Vec<Remark> {
    let Some(now) = book.proposal.get(offer) else { return Vec::new() };
    let mut found: Vec<(Id<Need>, &Step)> = Vec::new();
    for step in steps.iter().filter(|step| step.reason.is_some()) {
        let change = step.changes.iter().find(|change| change.uuid() == offer.uuid);
        let Some((Some(Record::Proposal(before)), Some(Record::Proposal(after)))) =
            change.map(|change| (&change.before, &change.after))
        else {
            continue;
        };
        let known = before.state != ProposalState::Draft;
        let gone = before.needs.iter().filter(|need| known && !after.needs.contains(need) && !now.needs.contains(need));
        for need in gone {
            found.retain(|(other, _)| other != need);
            found.push((*need, step));
        }
    }
    let zone = book.settings().zone;
    let remark = |(need, step): (Id<Need>, &Step)| {
        let need = book.need.get(need).filter(|need| need.essential)?;
        let text = Sentence::new("remark-taken-off").text("need", &need.title);
        let text = text.date("date", step.at.with_timezone(&zone).date_naive());
        let text = text.text("reason", step.reason.clone().unwrap_or_default());
        Some(Remark { topic: Topic::TakenOff, texts: vec![text], warns: true })
    };
    found.into_iter().filter_map(remark).collect()
}
