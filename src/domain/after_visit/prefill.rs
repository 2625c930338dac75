//! The page as it opens: what is known of the people, the open questions, needs and promises; on a held visit what
//! was saved from it.

use chrono::NaiveDate;

use super::{
    Came, InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, Page, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark,
};
use crate::domain::book::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{
    Affiliation, Client, Commitment, Interest, Need, Note, Person, Problem, Role, Satisfaction, Stance, Visit,
};
use crate::domain::parts::Attendee;
use crate::domain::table::{Id, Row};
use crate::domain::words::{CommitmentState, EndReason, SatisfactionAbout, SatisfactionSource, Side, VisitStatus};

/// The page of a visit: `came` is yes for everybody expected unless something else was saved.
pub fn prefill(book: &Book, id: Id<Visit>) -> Page {
    let Some(visit) = book.visit.get(id) else { return Page::default() };
    let held = visit.status == VisitStatus::Held;
    let day = visit.day(book.settings().zone);
    let lines = Lines { book, client: visit.client, day, visit: Some(id).filter(|_| held) };
    Page {
        purpose: Some(visit.purpose.clone().unwrap_or_default()),
        outcome: Some(visit.outcome.clone().unwrap_or_default()),
        outcome_none: Some(visit.outcome_none),
        agenda: Some(visit.agenda.clone().unwrap_or_default()),
        summary_shared: Some(visit.summary_shared.clone().unwrap_or_default()),
        requested_by: visit.requested_by,
        phase: visit.phase,
        offers_product: Some(visit.offers_product),
        nothing_to_answer: Some(visit.nothing_to_answer),
        people: lines.people(&visit.attendees, held),
        questions: visit.questions.iter().map(question).collect(),
        satisfaction: if held { lines.mood() } else { None },
        next: if held { lines.next(id) } else { None },
        ..lines.rows()
    }
}

/// The page of a call that was never planned.
pub fn prefill_log(book: &Book, client: Id<Client>, day: NaiveDate) -> Page {
    let lines = Lines { book, client, day, visit: None };
    Page { people: lines.people(&[], false), ..lines.rows() }
}

fn question(question: &crate::domain::parts::Question) -> QuestionLine {
    QuestionLine {
        text: question.text.clone(),
        answer: question.answer.clone(),
        asked: Some(question.asked),
        off: false,
    }
}

struct Lines<'b> {
    book: &'b Book,
    client: Id<Client>,
    day: NaiveDate,
    /// The visit when it was held: its rows come back to be corrected.
    visit: Option<Id<Visit>>,
}

impl Lines<'_> {
    fn rows(&self) -> Page {
        Page {
            needs: self.needs(),
            promises: self.promises(),
            problems: self.problems(),
            notes: self.notes(),
            prefilled: true,
            ..Page::default()
        }
    }

    /// Those who were expected or came, then everybody else at the client by name. Colleagues have no line.
    fn people(&self, attendees: &[Attendee], held: bool) -> Vec<PersonLine> {
        let ours = |id: Id<Person>| self.book.person.get(id).is_none_or(|person| person.side == Side::Bank);
        let mut lines: Vec<PersonLine> = Vec::new();
        for attendee in attendees.iter().filter(|attendee| !ours(attendee.person)) {
            let saved = held || attendee.came.is_some();
            let came = if saved { Came::of(attendee.came) } else { Came::Yes };
            let came = Some(came).filter(|_| saved || attendee.expected);
            lines.push(PersonLine { came, ..self.person(attendee.person) });
        }
        let mut others: Vec<&Person> = self
            .affiliated()
            .chain(self.holding())
            .filter(|id| !ours(*id))
            .collect::<Vec<_>>()
            .into_iter()
            .filter(|id| !lines.iter().any(|line| line.person == *id))
            .filter_map(|id| self.book.person.get(id))
            .collect();
        others.sort_by_key(|person| (person.display_name(), person.head.uid));
        others.dedup_by_key(|person| person.head.uid);
        lines.extend(others.into_iter().map(|person| self.person(person.uid())));
        lines
    }

    fn affiliated(&self) -> impl Iterator<Item = Id<Person>> {
        let places = self.book.affiliation.of(self.client).filter(|place: &&Affiliation| place.client == self.client);
        places.filter(|place| in_force(place.from, place.to, self.day).yes()).map(|place| place.person)
    }

    /// People with a role here whose place is elsewhere: in a parent, or as advisers.
    fn holding(&self) -> impl Iterator<Item = Id<Person>> {
        let roles = self.book.role.of(self.client).filter(|role| self.holds(role, role.person));
        roles.map(|role| role.person)
    }

    fn person(&self, person: Id<Person>) -> PersonLine {
        let (stance, influence) = attitude(self.book, self.client, person, self.day, self.visit);
        PersonLine {
            person,
            came: None,
            roles: self.roles(person),
            stance,
            influence,
            interests: self.interests(person),
            all_interests: false,
        }
    }

    fn roles(&self, person: Id<Person>) -> Vec<RoleMark> {
        let mut roles: Vec<&Role> = self.book.role.of(person).filter(|role| self.holds(role, person)).collect();
        roles.sort_by_key(|role| role.kind);
        roles.iter().map(|role| RoleMark { kind: role.kind, to: Mark::Known(role.certainty) }).collect()
    }

    fn holds(&self, role: &Role, person: Id<Person>) -> bool {
        role.person == person
            && role.client == self.client
            && role.proposal.is_none()
            && role.end_reason != Some(EndReason::Wrong)
            && in_force(role.from, role.to, self.day).yes()
    }

    fn interests(&self, person: Id<Person>) -> Vec<InterestLine> {
        let mine = self.book.interest.of(person).filter(|row| row.person == person && row.client == self.client);
        let mut rows: Vec<&Interest> = mine.filter(|row| in_force(row.from, row.to, self.day).yes()).collect();
        rows.sort_by_key(|row| (row.head.created_at, row.head.uid));
        let line = |row: &&Interest| InterestLine { text: row.text.clone(), kind: None, importance: None, off: false };
        rows.iter().map(line).collect()
    }

    /// Open needs, and those that have evidence of this visit.
    fn needs(&self) -> Vec<NeedLine> {
        let mine = self.book.need.of(self.client).filter(|need| need.client == self.client);
        let mut rows: Vec<&Need> = mine.filter(|need| need.state.is_open() || self.seen(need).is_some()).collect();
        rows.sort_by_key(|need| (need.head.created_at, need.head.uid));
        rows.into_iter().map(|need| self.need(need)).collect()
    }

    fn seen<'n>(&self, need: &'n Need) -> Option<&'n crate::domain::parts::Evidence> {
        need.evidence.iter().find(|seen| seen.visit.is_some() && seen.visit == self.visit)
    }

    fn need(&self, need: &Need) -> NeedLine {
        let seen = self.seen(need);
        NeedLine {
            need: Some(need.uid()),
            title: Some(need.title.clone()),
            voice: Some(need.voice),
            state: Some(need.state),
            essential: Some(need.essential),
            quote: seen.and_then(|seen| seen.quote.clone()),
            weight: seen.map(|seen| seen.weight),
            reason: None,
            off: false,
        }
    }

    /// Promises still open, those made at this visit, and those that were done that day.
    fn promises(&self) -> Vec<PromiseLine> {
        let mine = self.book.commitment.of(self.client).filter(|row| row.client == self.client);
        let here = |row: &Commitment| self.visit.is_some() && (row.visit == self.visit || was_kept_at(row, self.day));
        let mut rows: Vec<&Commitment> = mine.filter(|row| row.state.is_open() || here(row)).collect();
        rows.sort_by_key(|row| (row.due.is_none(), row.due, row.head.created_at, row.head.uid));
        let line = |row: &Commitment| PromiseLine {
            promise: Some(row.uid()),
            who: Some(row.who),
            text: Some(row.text.clone()),
            person: row.person,
            due: row.due,
            passed_to: row.passed_to.clone().filter(|_| row.state == CommitmentState::Passed),
            done: Some(row.state == CommitmentState::Done),
            done_on: row.done_on,
            note: row.done_note.clone(),
            off: false,
        };
        rows.into_iter().map(line).collect()
    }

    fn problems(&self) -> Vec<ProblemLine> {
        let Some(visit) = self.visit else { return Vec::new() };
        let mut rows: Vec<&Problem> = self.book.problem.of(visit).collect();
        rows.sort_by_key(|row| (row.head.created_at, row.head.uid));
        let line = |row: &Problem| ProblemLine {
            problem: Some(row.uid()),
            title: Some(row.title.clone()),
            detail: row.detail.clone(),
            kind: Some(row.kind),
            topic: row.topic,
            severity: Some(row.severity),
            raised_by: row.raised_by,
            off: false,
        };
        rows.into_iter().map(line).collect()
    }

    fn notes(&self) -> Vec<NoteLine> {
        let Some(visit) = self.visit else { return Vec::new() };
        let mut rows: Vec<&Note> = self.book.note.of(visit).collect();
        rows.sort_by_key(|row| (row.head.created_at, row.head.uid));
        let line = |row: &Note| NoteLine {
            note: Some(row.uid()),
            topic: Some(row.topic),
            text: Some(row.text.clone()),
            class: Some(row.class),
            person: row.person,
            off: false,
        };
        rows.into_iter().map(line).collect()
    }

    fn mood(&self) -> Option<MoodLine> {
        mood(self.book.satisfaction.of(self.client), self.client, self.day).map(|row| MoodLine {
            satisfaction: Some(row.uid()),
            score: Some(row.score),
            source: Some(row.source),
            about: Some(row.about),
            person: row.person,
            quote: row.quote.clone(),
            conclusion: row.conclusion.clone(),
            off: false,
        })
    }

    fn next(&self, id: Id<Visit>) -> Option<NextVisit> {
        next_of(self.book.visit.of(id), id).map(|next| NextVisit {
            start: Some(next.start),
            kind: Some(next.kind),
            minutes: Some(next.minutes),
            place_kind: next.place_kind,
            place: next.place.clone(),
            purpose: next.purpose.clone(),
            off: false,
        })
    }
}

/// What is known of a person's stance and influence on a day, each from the latest row that says it; a row of `visit`
/// comes before all others.
pub fn attitude(
    book: &Book,
    client: Id<Client>,
    person: Id<Person>,
    day: NaiveDate,
    visit: Option<Id<Visit>>,
) -> (Option<i64>, Option<i64>) {
    let rows: Vec<&Stance> = book.stance.of(person).collect();
    latest(&rows, client, person, day, visit)
}

/// As [`attitude`], from rows at hand.
pub fn latest(
    rows: &[&Stance],
    client: Id<Client>,
    person: Id<Person>,
    day: NaiveDate,
    visit: Option<Id<Visit>>,
) -> (Option<i64>, Option<i64>) {
    let mine = |row: &&&Stance| row.person == person && row.client == client && row.proposal.is_none() && row.on <= day;
    let mut rows: Vec<&Stance> = rows.iter().filter(mine).copied().collect();
    rows.sort_by_key(|row| (visit.is_some() && row.visit == visit, row.on, row.head.created_at, row.head.uid));
    let mut known = (None, None);
    for row in rows {
        if row.reset {
            known = (None, None);
        }
        known = (row.value.or(known.0), row.influence.or(known.1));
    }
    known
}

/// The moods of a client on a day, the latest first: rows of satisfaction carry a day, no visit.
pub fn moods<'b>(
    rows: impl Iterator<Item = &'b Satisfaction>,
    client: Id<Client>,
    day: NaiveDate,
) -> impl Iterator<Item = &'b Satisfaction> {
    let mut rows: Vec<&Satisfaction> = rows.filter(|row| row.client == client && row.on == day).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.head.created_at, row.head.uid)));
    rows.into_iter()
}

/// The mood that was noted for a visit: of several that of the whole, as they said it. A survey came by itself.
fn mood<'b>(
    rows: impl Iterator<Item = &'b Satisfaction>,
    client: Id<Client>,
    day: NaiveDate,
) -> Option<&'b Satisfaction> {
    let of_visit = moods(rows, client, day).filter(|row| row.source != SatisfactionSource::Survey);
    let rank = |row: &&Satisfaction| (row.about != SatisfactionAbout::Overall, row.source != SatisfactionSource::Said);
    of_visit.min_by_key(rank)
}

/// Whether a promise was done on the day of a visit, as its page notes those that were kept by it.
pub fn was_kept_at(promise: &Commitment, day: NaiveDate) -> bool {
    promise.state == CommitmentState::Done && promise.done_on == Some(day)
}

/// The visit that was planned on the page of `visit` and has not been since.
pub fn next_of<'b>(rows: impl Iterator<Item = &'b Visit>, visit: Id<Visit>) -> Option<&'b Visit> {
    rows.filter(|row| row.followup_of == Some(visit) && row.status == VisitStatus::Planned)
        .min_by_key(|row| row.starts())
}
