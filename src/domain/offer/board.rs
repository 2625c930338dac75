//! The board of an offer: its terms, the interests of the people it concerns, and how each serves each. It can be
//! changed and scored again without touching the book, which is what a what-if does.

use chrono::NaiveDate;

use super::floor::FloorNeed;
use super::terms;
use crate::domain::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Interest, Need, Person, Proposal, ProposalTerm};
use crate::domain::map::place::{Place, place, upwards};
use crate::domain::map::{Ask, DecisionMap, Past};
use crate::domain::parts::LevelWeights;
use crate::domain::table::Id;
use crate::domain::words::Level;

/// One interest of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterestColumn {
    pub interest: Id<Interest>,
    pub person: Id<Person>,
    /// Unknown weighs as a specialist.
    pub level: Option<Level>,
    pub importance: i64,
    /// The weight of the person's level times the importance.
    pub weight: i64,
}

/// One open or agreed term, with a cell for each interest: none is not judged yet, which is not 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRow {
    pub term: Id<ProposalTerm>,
    pub cells: Vec<Option<i64>>,
    pub covers: Vec<(Id<Need>, i64)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub proposal: Id<Proposal>,
    /// In the order of the map, so that heads before staff reads from left to right.
    pub columns: Vec<InterestColumn>,
    pub terms: Vec<TermRow>,
    /// The essential needs the offer answers, with the cover each must have.
    pub essential: Vec<FloorNeed>,
    /// People of the map with no interest judged, or none known.
    pub unheard: Vec<Id<Person>>,
    /// People of the map.
    pub people: usize,
}

impl Board {
    /// None when the offer is not in the book.
    pub fn of(book: &Book, proposal: Id<Proposal>, today: NaiveDate) -> Option<Self> {
        let offer = book.proposal.get(proposal)?;
        let ask = Ask::today(offer.client, today).offer(Some(proposal));
        // Only who is on the map, and in which order: of today the journal knows nothing more of that than the rows.
        let map = DecisionMap::of(book, ask, &Past::default());
        let order: Vec<Id<Person>> = map.columns.iter().map(|column| column.person).collect();
        let columns = columns(book, offer.client, &order, today);
        let terms: Vec<TermRow> = terms(book, proposal).into_iter().map(|term| row(book, term, &columns)).collect();
        let mut board = Self {
            proposal,
            essential: essential(book, offer),
            people: map.columns.iter().filter(|column| !column.left).count(),
            unheard: Vec::new(),
            columns,
            terms,
        };
        let present = map.columns.iter().filter(|column| !column.left).map(|column| column.person);
        board.unheard = present.filter(|person| !board.is_heard(*person)).collect();
        Some(board)
    }

    /// Whether any cell of any of a person's interests is judged.
    pub fn is_heard(&self, person: Id<Person>) -> bool {
        (0..self.columns.len()).any(|at| self.columns[at].person == person && self.judged(at).next().is_some())
    }

    /// People of the map whose interests are judged: `4 of 6`.
    pub fn heard(&self) -> usize {
        self.people - self.unheard.len()
    }

    /// The judged cells of a column.
    pub(super) fn judged(&self, column: usize) -> impl Iterator<Item = i64> {
        self.terms.iter().filter_map(move |term| term.cells.get(column).copied().flatten())
    }

    /// Puts another score into a cell, as a what-if.
    pub fn set(&mut self, term: Id<ProposalTerm>, interest: Id<Interest>, score: Option<i64>) {
        let Some(column) = self.columns.iter().position(|column| column.interest == interest) else { return };
        let cell = self.terms.iter_mut().find(|row| row.term == term).and_then(|row| row.cells.get_mut(column));
        if let Some(cell) = cell {
            *cell = score;
        }
    }

    /// Takes a term out, as a what-if.
    pub fn drop_term(&mut self, term: Id<ProposalTerm>) {
        self.terms.retain(|row| row.term != term);
    }
}

fn columns(book: &Book, client: Id<Client>, order: &[Id<Person>], today: NaiveDate) -> Vec<InterestColumn> {
    let chain = upwards(book, client);
    let weights = &book.settings().level_weights;
    let column = |interest: &Interest| {
        let place = place(book, interest.person, &chain, today);
        let affiliation = place.affiliation();
        let here = affiliation.filter(|_| matches!(place, Place::Here { .. }));
        let from = interest.from.or(here.and_then(|row| row.from));
        let to = interest.to.or(here.and_then(|row| row.to));
        let holds = !place.is_gone() && interest.learned_on <= today && in_force(from, to, today).yes();
        let level = affiliation.and_then(|row| row.level);
        holds.then(|| InterestColumn {
            interest: Id::new(interest.head.uid),
            person: interest.person,
            level,
            importance: interest.importance,
            weight: level_weight(weights, level) * interest.importance,
        })
    };
    let mine = book.interest.of(client).filter(|interest| interest.client == client);
    let mut columns: Vec<InterestColumn> = mine.filter_map(column).collect();
    let rank = |person| order.iter().position(|at| *at == person).unwrap_or(usize::MAX);
    columns.sort_by_key(|column| (rank(column.person), std::cmp::Reverse(column.importance), column.interest));
    columns
}

fn level_weight(weights: &LevelWeights, level: Option<Level>) -> i64 {
    match level.unwrap_or(Level::Specialist) {
        Level::Board => weights.board,
        Level::Top => weights.top,
        Level::Middle => weights.middle,
        Level::Specialist => weights.specialist,
        Level::Support => weights.support,
    }
}

fn row(book: &Book, term: &ProposalTerm, columns: &[InterestColumn]) -> TermRow {
    let id = Id::new(term.head.uid);
    let score = |column: &InterestColumn| {
        let row = book.term_score.of(id).find(|score| score.term == id && score.interest == column.interest);
        row.map(|score| score.score)
    };
    TermRow {
        term: id,
        cells: columns.iter().map(score).collect(),
        covers: term.covers.iter().map(|cover| (cover.need, cover.cover)).collect(),
    }
}

fn essential(book: &Book, offer: &Proposal) -> Vec<FloorNeed> {
    let needs = offer.needs.iter().filter_map(|need| book.need.get(*need)).filter(|need| need.essential);
    needs.map(|need| FloorNeed { need: Id::new(need.head.uid), needed: need.min_cover, cover: 0 }).collect()
}
