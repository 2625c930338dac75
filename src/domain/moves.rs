//! Wishes of the working day that are more than other values in some fields: plan, move or cancel a visit, keep or
//! pass on a promise, answer a problem, present an offer.

use chrono::NaiveDate;

use super::date::LocalTime;
use super::entity::{Client, Commitment, Need, Person, Problem, Proposal, Visit};
use super::table::Id;
use super::words::{Party, PlaceKind, Tri, VisitKind, Weight};

/// A visit to be planned. Its zone is the book's.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanVisit {
    pub client: Id<Client>,
    pub kind: VisitKind,
    pub start: LocalTime,
    /// Which of the two, when the clocks go back over this time; none asks.
    pub fold: Option<i64>,
    pub minutes: Option<i64>,
    pub place_kind: Option<PlaceKind>,
    pub place: Option<String>,
    pub purpose: Option<String>,
    pub attendees: Vec<Id<Person>>,
    /// Any other fields.
    pub fields: super::edit::Fields,
}

/// What is done with a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum VisitMove {
    /// To another time. A cancelled or missed one stays as it is and a new one is planned that follows it.
    To {
        start: LocalTime,
        fold: Option<i64>,
    },
    Cancel {
        by: Option<Party>,
        reason: Option<String>,
    },
    Missed {
        by: Option<Party>,
        reason: Option<String>,
    },
}

/// What is done with a promise. A day not given is today.
#[derive(Debug, Clone, PartialEq)]
pub enum PromiseMove {
    Done { on: Option<NaiveDate>, note: Option<String> },
    Pass { to: String, on: Option<NaiveDate> },
    Back { on: Option<NaiveDate> },
    Cancel { reason: Option<String>, told_how: Option<String> },
    Reopen { reason: Option<String> },
}

/// What is done with a problem. Only the day on which the client was told has no default.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemMove {
    Pass { to: String, on: Option<NaiveDate>, to_whom: Option<String> },
    Back { on: Option<NaiveDate> },
    Answer { resolution: Option<String> },
    Resolve { told_on: Option<NaiveDate>, satisfied: Option<Tri> },
    Reopen { reason: Option<String> },
    Reject { reason: Option<String>, told_on: Option<NaiveDate> },
}

/// What is done with an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum OfferMove {
    Discuss,
    Present {
        visit: Option<Id<Visit>>,
    },
    Accept {
        on: Option<NaiveDate>,
    },
    Decline {
        by: Option<Party>,
        reason: Option<String>,
    },
    /// Back to the table as the next version.
    Version,
    /// A new draft of the same: its terms open again, its scores kept. The way on from a closed offer.
    Copy,
}

/// What was seen or heard of a need.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvidence {
    pub need: Id<Need>,
    pub quote: Option<String>,
    pub weight: Weight,
    pub visit: Option<Id<Visit>>,
    /// The day of the visit, else today, when not given.
    pub on: Option<NaiveDate>,
}

/// What is done with a client beside its stages.
#[derive(Debug, Clone, PartialEq)]
pub enum ClientMove {
    /// Taken up again: a client that has a stage as a prospect, another one as active.
    Reopen { reason: Option<String> },
}

/// One of these, each about one record.
#[derive(Debug, Clone, PartialEq)]
pub enum Move {
    Plan(PlanVisit),
    Visit(Id<Visit>, VisitMove),
    Evidence(NewEvidence),
    Client(Id<Client>, ClientMove),
    /// On to the next state.
    Need(Id<Need>),
    Promise(Id<Commitment>, PromiseMove),
    Problem(Id<Problem>, ProblemMove),
    Offer(Id<Proposal>, OfferMove),
}
