//! The floor of an offer: the company's real needs, which no interest can buy back.

use super::board::Board;
use crate::domain::Book;
use crate::domain::entity::{Need, Proposal};
use crate::domain::table::Id;
use crate::domain::words::NeedState;

/// An essential need that the offer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FloorNeed {
    pub need: Id<Need>,
    /// 1 partly, 2 fully.
    pub needed: i64,
    /// The best cover by an open or agreed term: 0 none, 1 partly, 2 fully.
    pub cover: i64,
}

impl FloorNeed {
    pub fn holds(&self) -> bool {
        self.cover >= self.needed
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    pub needs: Vec<FloorNeed>,
}

impl Floor {
    pub fn holds(&self) -> bool {
        self.needs.iter().all(FloorNeed::holds)
    }

    /// The first need that is not covered as it must be.
    pub fn broken(&self) -> Option<&FloorNeed> {
        self.needs.iter().find(|need| !need.holds())
    }
}

impl Board {
    pub fn floor(&self) -> Floor {
        let best = |need| best_cover(self.terms.iter().flat_map(|term| &term.covers).copied(), need);
        Floor { needs: self.essential.iter().map(|need| FloorNeed { cover: best(need.need), ..*need }).collect() }
    }
}

/// How far terms cover a need at best: 0 not, 1 partly, 2 fully.
pub fn best_cover(covers: impl Iterator<Item = (Id<Need>, i64)>, need: Id<Need>) -> i64 {
    covers.filter(|(of, _)| *of == need).map(|(_, cover)| cover).max().unwrap_or(0)
}

/// The client's confirmed essential needs, when the offer answers none of them: they are left unanswered.
pub fn unanswered<'a>(book: &'a Book, offer: &Proposal) -> Vec<&'a Need> {
    let needs = open_needs(book, offer);
    let essential: Vec<&Need> =
        needs.into_iter().filter(|need| need.essential && need.state == NeedState::Confirmed).collect();
    let answers = essential.iter().any(|need| offer.needs.contains(&Id::new(need.head.uid)));
    if answers { Vec::new() } else { essential }
}

/// The client's needs, still to be met, that the offer does not answer.
pub fn uncovered<'a>(book: &'a Book, offer: &Proposal) -> Vec<&'a Need> {
    let mut needs = open_needs(book, offer);
    needs.retain(|need| need.state != NeedState::Addressed && !offer.needs.contains(&Id::new(need.head.uid)));
    needs
}

/// Essential ones first, then those furthest along, then by title.
fn open_needs<'a>(book: &'a Book, offer: &Proposal) -> Vec<&'a Need> {
    let mine = book.need.of(offer.client).filter(|need| need.client == offer.client && need.state.is_open());
    let mut needs: Vec<&Need> = mine.collect();
    needs.sort_by_key(|need| (std::cmp::Reverse((need.essential, need.state)), need.title.clone(), need.head.uid));
    needs
}
