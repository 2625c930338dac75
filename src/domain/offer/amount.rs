//! Which offers of a client are open, their terms, and the sum somebody has to decide on.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::entity::{Client, Proposal, ProposalTerm};
use crate::domain::json::Amount;
use crate::domain::map::limits::is_above;
use crate::domain::money::Money;
use crate::domain::table::Id;
use crate::domain::words::{ProposalState, TermKind, TermState};

/// The client's offers that are neither accepted nor declined, by title.
pub fn open_offers(book: &Book, client: Id<Client>) -> Vec<&Proposal> {
    let closed = [ProposalState::Accepted, ProposalState::Declined];
    let mine = book.proposal.of(client).filter(|row| row.client == client);
    let mut offers: Vec<&Proposal> = mine.filter(|row| !closed.contains(&row.state)).collect();
    offers.sort_by(|a, b| (&a.title, a.head.uid).cmp(&(&b.title, b.head.uid)));
    offers
}

/// Terms that are open or agreed, in the order in which they were written.
pub fn terms(book: &Book, proposal: Id<Proposal>) -> Vec<&ProposalTerm> {
    standing(book.proposal_term.of(proposal), proposal)
}

/// The same of any terms: those of the offer that are not dropped.
pub fn standing<'t>(terms: impl IntoIterator<Item = &'t ProposalTerm>, offer: Id<Proposal>) -> Vec<&'t ProposalTerm> {
    let stands = |term: &&ProposalTerm| term.proposal == offer && term.state != TermState::Dropped;
    let mut terms: Vec<&ProposalTerm> = terms.into_iter().filter(stands).collect();
    terms.sort_by_key(|term| (term.head.created_at, term.head.uid));
    terms
}

/// The largest sum among the open or agreed terms that are amounts.
pub fn amount(book: &Book, proposal: Id<Proposal>, day: NaiveDate) -> Option<Money> {
    let sums = terms(book, proposal).into_iter().filter(|term| term.kind == TermKind::Amount);
    let sums = sums.filter_map(|term| match term.value {
        Some(Amount::Money(sum)) => Some(sum),
        _ => None,
    });
    sums.reduce(|largest, sum| if is_above(book, sum, largest, day) { sum } else { largest })
}
