//! Versions of an offer that were replaced, as they stood until then: the journal has them, taken back change by change.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::Book;
use crate::domain::book::{Entity, Record};
use crate::domain::entity::Proposal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::step::{Change, Done};
use crate::domain::table::Row;

/// What an offer is made of and judged by: the rows that stood otherwise when an older version did.
pub const PARTS: [Entity; 6] =
    [Entity::Proposal, Entity::ProposalTerm, Entity::TermScore, Entity::Concession, Entity::Need, Entity::Interest];

/// A version in whose place the next one came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    pub version: i64,
    /// The step that raised the next version.
    pub step: i64,
    pub on: NaiveDate,
}

/// The versions of an offer that the journal saw replaced, oldest first. A step that was undone replaced nothing.
pub fn replaced(history: &[Done], zone: Tz) -> Vec<Replaced> {
    let mut found: Vec<Replaced> = Vec::new();
    for done in history {
        let (Some(Record::Proposal(before)), Some(Record::Proposal(after))) = (&done.change.before, &done.change.after)
        else {
            continue;
        };
        found.retain(|replaced| replaced.version < after.version);
        if before.version < after.version {
            let on = done.at.with_timezone(&zone).date_naive();
            found.push(Replaced { version: before.version, step: done.step, on });
        }
    }
    found
}

/// The book with its offers as they stood before these changes, which are all of [`PARTS`] since then.
pub fn as_it_stood(book: &Book, since: &[Change]) -> Book {
    let mut then = book.clone();
    for change in since.iter().rev() {
        let back = change.inverse();
        then.apply(&Change { after: back.after.map(|record| whose_now(book, record)), ..back });
    }
    then
}

/// A row of before belongs to whom it belongs now: clients and people may have become one since.
fn whose_now(book: &Book, mut record: Record) -> Record {
    match &mut record {
        Record::Proposal(row) => row.client = book.proposal.get(row.uid()).map_or(row.client, |now| now.client),
        Record::Need(row) => row.client = book.need.get(row.uid()).map_or(row.client, |now| now.client),
        Record::Interest(row) => {
            if let Some(now) = book.interest.get(row.uid()) {
                (row.client, row.person) = (now.client, now.person);
            }
        }
        _ => {}
    }
    record
}

/// The replaced version of a number; none where it is the one that stands.
///
/// # Errors
/// There is no such version to be read, and which there are.
pub fn version_of(offer: &Proposal, replaced: &[Replaced], version: i64) -> Result<Option<Replaced>, Sentence> {
    if version == offer.version {
        return Ok(None);
    }
    if let Some(found) = replaced.iter().find(|replaced| replaced.version == version) {
        return Ok(Some(*found));
    }
    let there_are = replaced.iter().map(|replaced| replaced.version).chain([offer.version]);
    Err(Sentence::new("offer-no-version")
        .text("offer", &offer.title)
        .text("version", version.to_string())
        .with("list", Arg::texts(there_are.map(|version| version.to_string()))))
}
