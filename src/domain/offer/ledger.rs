//! What each side has given up in an offer, what it is worth as far as known, and what came back for it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::entity::{Concession, Proposal, ProposalTerm};
use crate::domain::money::{Currency, Money};
use crate::domain::rules::order_of_concessions;
use crate::domain::table::Id;
use crate::domain::words::Who;

/// One side's concessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    pub count: usize,
    /// Known worth by currency; a sum that does not fit is left out and counted as without a figure.
    pub worth: Vec<Money>,
    pub without_figure: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger<'a> {
    pub we: Side,
    pub they: Side,
    /// Our concessions for which nothing came back, by date.
    pub unreturned: Vec<&'a Concession>,
    /// All of them, by date.
    pub rows: Vec<&'a Concession>,
}

/// The ledger of an offer up to a day. Concessions on terms dropped since stay in it.
pub fn ledger(book: &Book, proposal: Id<Proposal>, today: NaiveDate) -> Ledger<'_> {
    let terms = book.proposal_term.of(proposal).filter(|term| term.proposal == proposal);
    let of_term = |term: &ProposalTerm| {
        let id = Id::new(term.head.uid);
        book.concession.of(id).filter(move |row| row.term == id && row.on <= today)
    };
    let mut rows: Vec<&Concession> = terms.flat_map(of_term).collect();
    rows.sort_by_key(|row| order_of_concessions(row));
    let by = |who: Who| rows.iter().copied().filter(move |row| row.by == who);
    let unreturned = by(Who::We).filter(|ours| answer(&rows, ours).is_none()).collect();
    Ledger { we: side(by(Who::We)), they: side(by(Who::They)), unreturned, rows }
}

/// Whether a concession can be what came back for one of this side on this term.
pub fn may_return(book: &Book, term: Id<ProposalTerm>, by: Who, other: &Concession) -> bool {
    let offer = |term| book.proposal_term.get(term).map(|term| term.proposal);
    other.by != by && offer(other.term) == offer(term)
}

/// What the other side gave for a concession; either of the two may name the other.
fn answer<'a>(rows: &[&'a Concession], given: &Concession) -> Option<&'a Concession> {
    let id = Id::new(given.head.uid);
    let names = |other: &&Concession| given.in_return == Some(Id::new(other.head.uid)) || other.in_return == Some(id);
    rows.iter().copied().find(names)
}

fn side<'a>(rows: impl Iterator<Item = &'a Concession>) -> Side {
    let mut side = Side::default();
    let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
    for row in rows {
        side.count += 1;
        let sum = row.worth.and_then(|worth| {
            let sum = sums.get(&worth.currency).copied().unwrap_or(0).checked_add(worth.minor)?;
            Some((worth.currency, sum))
        });
        match sum {
            Some((currency, sum)) => drop(sums.insert(currency, sum)),
            None => side.without_figure += 1,
        }
    }
    side.worth = sums.into_iter().map(|(currency, minor)| Money::new(minor, currency)).collect();
    side
}

impl<'a> Ledger<'a> {
    /// What came back for a concession.
    pub fn answer(&self, given: &Concession) -> Option<&'a Concession> {
        answer(&self.rows, given)
    }

    /// Concessions of both sides whose worth is not known.
    pub fn without_figure(&self) -> usize {
        self.we.without_figure + self.they.without_figure
    }

    /// What we gave without return, by the names of the terms.
    pub fn unreturned_labels<'b>(&self, book: &'b Book) -> Vec<&'b str> {
        let label = |row: &&Concession| book.proposal_term.get(row.term).map(|term| term.label.as_str());
        self.unreturned.iter().filter_map(label).collect()
    }
}
