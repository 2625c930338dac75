//! The after-visit page: everything one meeting can bring, as the manager fills it in. What is not touched is `None`
//! and changes nothing. Keys of refusals are spelt as in the page's file: `people[2].roles[1]`.

mod prefill;

pub use prefill::{latest, moods, next_of, prefill, prefill_log, was_kept_at};

use chrono::NaiveDate;

use super::date::LocalTime;
use super::entity::{Commitment, Need, Note, Person, Problem, Satisfaction, Visit};
use super::sentence::Sentence;
use super::table::Id;
use super::words::{
    Certainty, InterestKind, NeedState, NoteClass, NoteTopic, Party, Phase, PlaceKind, ProblemKind, ProblemTopic,
    RoleKind, SatisfactionAbout, SatisfactionSource, Tri, VisitKind, VisitStatus, Voice, Weight, Who,
};

/// Why a visit has no page: it did not take place.
pub fn no_page(visit: &Visit) -> Option<Sentence> {
    let ended = matches!(visit.status, VisitStatus::Cancelled | VisitStatus::Missed);
    ended.then(|| Sentence::new("visit-did-not-take-place").word("state", visit.status.term()))
}

/// The page. Of the texts an empty one clears the field, and `None` leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub purpose: Option<String>,
    pub outcome: Option<String>,
    pub outcome_none: Option<bool>,
    pub agenda: Option<String>,
    pub summary_shared: Option<String>,
    pub requested_by: Option<Party>,
    pub phase: Option<Phase>,
    pub offers_product: Option<bool>,
    pub nothing_to_answer: Option<bool>,
    pub people: Vec<PersonLine>,
    pub questions: Vec<QuestionLine>,
    pub needs: Vec<NeedLine>,
    pub promises: Vec<PromiseLine>,
    pub problems: Vec<ProblemLine>,
    pub notes: Vec<NoteLine>,
    pub satisfaction: Option<MoodLine>,
    pub next: Option<NextVisit>,
    /// Printed by the program with what is known: a role that stands there as the book has it is not confirmed again.
    pub prefilled: bool,
}

/// Whether somebody was there; unknown is an answer too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    Yes,
    No,
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    pub person: Id<Person>,
    pub came: Option<Came>,
    pub roles: Vec<RoleMark>,
    pub stance: Option<i64>,
    pub influence: Option<i64>,
    pub interests: Vec<InterestLine>,
    /// They are all there are: in a printed page that was edited one that is missing was taken off.
    pub all_interests: bool,
}

/// What is to become of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleMark {
    pub kind: RoleKind,
    pub to: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// This sure or surer; never less sure than it was. The visit confirms it again.
    AtLeast(Certainty),
    /// Confirmed again as it stands.
    Again,
    /// Exactly this sure, also when that is less than before.
    Exactly(Certainty),
    /// As the book has it; shown, not said again.
    Known(Certainty),
    /// It ends, or is taken off when it came from this visit.
    End,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterestLine {
    pub text: String,
    pub kind: Option<InterestKind>,
    pub importance: Option<i64>,
    /// Taken off the page: it ends, or is taken out when it came from this visit.
    pub off: bool,
}

/// A question of the visit, found by its text; another text is a new question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionLine {
    pub text: String,
    pub answer: Option<String>,
    pub asked: Option<bool>,
    pub off: bool,
}

/// A need that is there, or a new one by its title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NeedLine {
    pub need: Option<Id<Need>>,
    pub title: Option<String>,
    pub voice: Option<Voice>,
    pub state: Option<NeedState>,
    pub essential: Option<bool>,
    /// Evidence of this visit: with a quote or a weight there is some.
    pub quote: Option<String>,
    pub weight: Option<Weight>,
    /// Why it goes back to an earlier state.
    pub reason: Option<String>,
    /// The evidence of this visit is taken off.
    pub off: bool,
}

/// A promise that is there, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromiseLine {
    pub promise: Option<Id<Commitment>>,
    pub who: Option<Who>,
    pub text: Option<String>,
    pub person: Option<Id<Person>>,
    pub due: Option<NaiveDate>,
    pub passed_to: Option<String>,
    /// Some(false) opens again what this page marked as done.
    pub done: Option<bool>,
    pub done_on: Option<NaiveDate>,
    pub note: Option<String>,
    pub off: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProblemLine {
    pub problem: Option<Id<Problem>>,
    pub title: Option<String>,
    pub detail: Option<String>,
    pub kind: Option<ProblemKind>,
    pub topic: Option<ProblemTopic>,
    pub severity: Option<i64>,
    pub raised_by: Option<Id<Person>>,
    pub off: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteLine {
    pub note: Option<Id<Note>>,
    pub topic: Option<NoteTopic>,
    pub text: Option<String>,
    pub class: Option<NoteClass>,
    pub person: Option<Id<Person>>,
    pub off: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoodLine {
    pub satisfaction: Option<Id<Satisfaction>>,
    pub score: Option<i64>,
    pub source: Option<SatisfactionSource>,
    pub about: Option<SatisfactionAbout>,
    pub person: Option<Id<Person>>,
    pub quote: Option<String>,
    pub conclusion: Option<String>,
    pub off: bool,
}

/// The visit that was agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextVisit {
    pub start: Option<LocalTime>,
    pub kind: Option<VisitKind>,
    pub minutes: Option<i64>,
    pub place_kind: Option<PlaceKind>,
    pub place: Option<String>,
    pub purpose: Option<String>,
    /// Taken off the page.
    pub off: bool,
}

impl Came {
    pub fn tri(self) -> Option<Tri> {
        match self {
            Self::Yes => Some(Tri::Yes),
            Self::No => Some(Tri::No),
            Self::Unknown => None,
        }
    }

    pub fn of(tri: Option<Tri>) -> Self {
        match tri {
            Some(Tri::Yes) => Self::Yes,
            Some(Tri::No) => Self::No,
            None => Self::Unknown,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl PersonLine {
    /// A line that changes nothing yet.
    pub fn of(person: Id<Person>) -> Self {
        Self {
            person,
            came: None,
            roles: Vec::new(),
            stance: None,
            influence: None,
            interests: Vec::new(),
            all_interests: false,
        }
    }
}

impl NeedLine {
    /// A need heard of for the first time: what they were heard to say is more than a hint.
    pub fn new(title: String, quote: Option<String>) -> Self {
        let weight = if quote.is_some() { Weight::Said } else { Weight::Hint };
        let line = Self { title: Some(title), quote, voice: Some(Voice::Hidden), ..Self::default() };
        Self { state: Some(NeedState::Hypothesis.with_evidence()), weight: Some(weight), ..line }
    }

    /// Evidence of this visit, which takes a guess one state further.
    pub fn seen(&mut self, weight: Weight) {
        self.weight = Some(weight);
        self.state = self.state.map(NeedState::with_evidence);
    }

    /// They said it themselves.
    pub fn voiced(&mut self) {
        self.voice = Some(Voice::Stated);
        self.seen(Weight::Said);
    }

    /// Whether the line brings evidence of this visit.
    pub fn has_evidence(&self) -> bool {
        self.quote.is_some() || self.weight.is_some()
    }
}
