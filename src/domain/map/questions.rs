//! What to ask at the next visit: from the gaps of the map, unproven needs and figures the VIP test lacks. Asked
//! openly, naming no product, each tied to the record that its answer will change.

use uuid::Uuid;

use super::age::Freshness;
use super::completeness::step_weight;
use super::findings::is_met;
use super::holders::{FULL, Holder};
use super::{DecisionMap, Row};
use crate::domain::Book;
use crate::domain::date::days_between;
use crate::domain::entity::{Client, Need, Person, Satisfaction};
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::vip_test;
use crate::domain::words::{About, Certainty, ClientKind, ClientStatus, NeedState, RoleKind, SatisfactionSource};

/// A visit can bear so many questions.
pub const MOST: usize = 5;
/// A score older than this says nothing of today.
const MOOD_DAYS: i64 = 365;

/// A question not yet put to anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextQuestion {
    pub text: Sentence,
    pub about: Option<About>,
    /// The record the answer will change: a role, a need, a person, the client.
    pub record: Option<Uuid>,
    pub step: Option<RoleKind>,
}

impl DecisionMap {
    /// At most five questions, weightiest first.
    pub fn questions(&self, book: &Book) -> Vec<NextQuestion> {
        let mut questions = of_steps(book, self);
        questions.extend(of_needs(book, self));
        questions.extend(of_figures(book, self));
        questions.extend(of_choice(book, self));
        questions.extend(of_mood(book, self));
        questions.truncate(MOST);
        questions
    }

    /// What a cell asks: who does it, what its holder thinks of us, whether it is still so; of a role that is no step
    /// and that the person does not hold, what the person thinks of us. None where nobody is on the map to be asked of.
    pub fn question_of(&self, book: &Book, person: Option<Id<Person>>, kind: RoleKind) -> Option<NextQuestion> {
        match person.and_then(|person| self.cell(kind, person)) {
            Some(holder) if has_no_stance(self, holder.person) => Some(stance(book, holder.person, kind)),
            Some(holder) => Some(still(book, holder)),
            None if kind.is_step() => Some(who(self, kind)),
            None => person.map(|person| stance(book, person, kind)),
        }
    }
}

fn has_no_stance(map: &DecisionMap, person: Id<Person>) -> bool {
    map.column(person).is_none_or(|column| column.attitude.stance.is_none())
}

/// By what a step still lacks: its weight times one less its value; the decision goes first among equals.
fn of_steps(book: &Book, map: &DecisionMap) -> Vec<NextQuestion> {
    let mut steps: Vec<&Row> = map.steps.iter().filter(|row| row.absent.is_none()).collect();
    steps.sort_by_key(|row| std::cmp::Reverse((step_weight(row.kind) * (FULL - row.value), row.kind)));
    let mut questions: Vec<NextQuestion> = Vec::new();
    for question in steps.into_iter().flat_map(|row| of_step(book, map, row)) {
        // Who holds two steps is asked once.
        if questions.iter().all(|other| other.text != question.text) {
            questions.push(question);
        }
    }
    questions
}

fn of_step(book: &Book, map: &DecisionMap, row: &Row) -> Vec<NextQuestion> {
    let Some(best) = row.present().next() else { return vec![who(map, row.kind)] };
    let mut questions = Vec::new();
    if best.freshness != Freshness::Fresh || best.certainty != Certainty::Confirmed {
        questions.push(still(book, best));
    }
    if row.kind == RoleKind::Decides && !row.present().any(|holder| is_met(book, holder.person, map.ask.as_of)) {
        questions.push(of_person(book, "question-meet-decider", best.person, (About::Role, best.kind)));
    }
    if matches!(row.kind, RoleKind::Decides | RoleKind::Budgets | RoleKind::Agrees) {
        let asked = row.present().filter(|holder| has_no_stance(map, holder.person));
        questions.extend(asked.map(|holder| stance(book, holder.person, row.kind)));
    }
    questions
}

fn who(map: &DecisionMap, step: RoleKind) -> NextQuestion {
    NextQuestion {
        text: Sentence::new(format!("question-{}", step.word())),
        about: Some(About::Role),
        record: Some(map.ask.client.uuid),
        step: Some(step),
    }
}

fn still(book: &Book, holder: &Holder) -> NextQuestion {
    let name = book.person.get(holder.person).map(Person::short_name).unwrap_or_default();
    NextQuestion {
        text: Sentence::new("question-still").text("person", name).word("kind", holder.kind.term()),
        about: Some(About::Role),
        record: Some(holder.role.uuid),
        step: Some(holder.kind),
    }
}

fn stance(book: &Book, person: Id<Person>, kind: RoleKind) -> NextQuestion {
    of_person(book, "question-stance", person, (About::Stance, kind))
}

fn of_person(book: &Book, id: &str, person: Id<Person>, (about, kind): (About, RoleKind)) -> NextQuestion {
    let name = book.person.get(person).map(Person::short_name).unwrap_or_default();
    NextQuestion {
        text: Sentence::new(id).text("person", name),
        about: Some(about),
        record: Some(person.uuid),
        step: Some(kind),
    }
}

/// Needs that are only guessed, the oldest first.
fn of_needs(book: &Book, map: &DecisionMap) -> Vec<NextQuestion> {
    let guessed = |need: &&Need| need.client == map.ask.client && need.state == NeedState::Hypothesis;
    let mut needs: Vec<&Need> = book.need.of(map.ask.client).filter(guessed).collect();
    needs.sort_by_key(|need| (need.head.created_at, need.head.uid));
    let question = |need: &Need| NextQuestion {
        text: Sentence::new("question-need").text("need", &need.title),
        about: Some(About::Need),
        record: Some(need.head.uid),
        step: None,
    };
    needs.into_iter().map(question).collect()
}

fn of_figures(book: &Book, map: &DecisionMap) -> Vec<NextQuestion> {
    let Some(client) = book.client.get(map.ask.client).filter(|client| client.kind == ClientKind::Company) else {
        return Vec::new();
    };
    let question = |figure: &'static str| NextQuestion {
        text: Sentence::new("question-figure").word("figure", format!("vip.criterion.{figure}")),
        about: Some(About::Figure),
        record: Some(client.head.uid),
        step: None,
    };
    vip_test::figures_to_ask(book, client, map.ask.today).into_iter().map(question).collect()
}

/// The client's needs that are still a guess or being probed, hidden ones first, then as they were written down.
pub fn needs_to_probe(book: &Book, client: Id<Client>) -> Vec<&Need> {
    let open = |need: &&Need| need.client == client && matches!(need.state, NeedState::Hypothesis | NeedState::Probed);
    let mut needs: Vec<&Need> = book.need.of(client).filter(open).collect();
    needs.sort_by_key(|need| (std::cmp::Reverse(need.voice), need.head.created_at, need.head.uid));
    needs
}

/// A client who was not asked for a year how content they are. What the manager thinks of it asks nobody.
fn of_mood(book: &Book, map: &DecisionMap) -> Option<NextQuestion> {
    let client = map.ask.client;
    let is_asked = |row: &Satisfaction| row.client == client && row.source != SatisfactionSource::ManagerView;
    let fresh = |row: &Satisfaction| (0..=MOOD_DAYS).contains(&days_between(row.on, map.ask.today));
    let served = book.client.get(client).is_some_and(|client| client.status == ClientStatus::Active);
    let asked = book.satisfaction.of(client).any(|row| is_asked(row) && fresh(row));
    (served && !asked).then(|| NextQuestion {
        text: Sentence::new("question-satisfaction"),
        about: None,
        record: Some(client.uuid),
        step: None,
    })
}

fn of_choice(book: &Book, map: &DecisionMap) -> Option<NextQuestion> {
    let client = book.client.get(map.ask.client).filter(|client| client.choice_factors.is_empty())?;
    Some(NextQuestion {
        text: Sentence::new("question-choice"),
        about: None,
        record: Some(client.head.uid),
        step: None,
    })
}
