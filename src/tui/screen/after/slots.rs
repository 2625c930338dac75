//! The places of the page into which something is typed, and how each reads and writes the page.

use super::rows::{NEEDS, PEOPLE, PROMISES, QUESTIONS};
use super::typed;
use super::{Page, Texts};
use crate::domain::after_visit::{MoodLine, NextVisit, NoteLine, ProblemLine};
use crate::domain::words::{PlaceKind, VisitKind, Who};
use crate::domain::{Id, Person};
use crate::tui::layer::View;

/// A text of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Purpose,
    Outcome,
    Agenda,
    Summary,
    Answer(usize),
    Quote(usize),
    NewQuestion,
    NewNeed,
    NewPromise(Who),
    /// What a person of the page wants for themselves.
    NewInterest(Id<Person>),
    When,
    NextPurpose,
    NextPlace,
    Minutes,
    Score,
    MoodQuote,
    Problem,
    Note,
}

/// The lines that are typed on the page and become rows of it, or a part of one: what a draft calls them, and their
/// section.
const NEW_LINES: [(Slot, &str, usize); 4] = [
    (Slot::NewQuestion, "question", QUESTIONS),
    (Slot::NewNeed, "need", NEEDS),
    (Slot::NewPromise(Who::We), "we", PROMISES),
    (Slot::NewPromise(Who::They), "they", PROMISES),
];

/// How the name of an answer to a question begins.
const ANSWER: &str = "answer.";

impl Slot {
    /// Several lines: Enter breaks the line.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Outcome | Self::Agenda | Self::Summary | Self::Note)
    }

    /// The name of a text into which standard answers may come; none for the others. The answer to a question is named
    /// by the question, since rows come and go above it.
    pub fn name(self, page: &Page) -> Option<String> {
        Some(match self {
            Self::Outcome => "outcome".to_owned(),
            Self::Agenda => "agenda".to_owned(),
            Self::Summary => "summary".to_owned(),
            Self::Note => "note".to_owned(),
            Self::Answer(at) => format!("{ANSWER}{}", page.questions.get(at)?.text),
            _ => return None,
        })
    }

    /// The text of that name.
    pub fn named(name: &str, page: &Page) -> Option<Self> {
        let all = [Self::Outcome, Self::Agenda, Self::Summary, Self::Note];
        let answers = (0..page.questions.len()).map(Self::Answer);
        all.into_iter().chain(answers).find(|slot| slot.name(page).as_deref() == Some(name))
    }

    /// A line that becomes a row of its own when it is ended.
    pub fn is_new_line(self) -> bool {
        self.new_line().is_some()
    }

    /// What a draft calls a line that becomes a row, and the section in which it is typed.
    pub fn new_line(self) -> Option<(String, usize)> {
        if let Self::NewInterest(person) = self {
            return Some((person.uuid.to_string(), PEOPLE));
        }
        NEW_LINES.into_iter().find(|(slot, ..)| *slot == self).map(|(_, name, section)| (name.to_owned(), section))
    }

    /// The line that a draft calls so.
    pub fn of_new_line(name: &str) -> Option<Self> {
        let known = NEW_LINES.into_iter().find(|(_, called, _)| *called == name).map(|(slot, ..)| slot);
        known.or_else(|| Some(Self::NewInterest(Id::new(name.parse().ok()?))))
    }

    /// What the text is called.
    pub fn label(self, view: &View<'_>) -> String {
        match self {
            Self::Problem => view.say("after-problem"),
            Self::Note => view.say("after-note"),
            Self::NewPromise(who) => view.words.term(&who.term()),
            Self::NewNeed | Self::NewQuestion => "+".to_owned(),
            Self::NewInterest(_) => view.say("after-wants"),
            Self::Answer(_) => view.words.label("question", "answer"),
            _ => {
                let (entity, field) = self.field();
                view.words.label(entity, field)
            }
        }
    }

    fn field(self) -> (&'static str, &'static str) {
        match self {
            Self::Purpose | Self::NextPurpose => ("visit", "purpose"),
            Self::Agenda => ("visit", "agenda"),
            Self::Summary => ("visit", "summary_shared"),
            Self::Quote(_) | Self::MoodQuote => ("satisfaction", "quote"),
            Self::When => ("visit", "start"),
            Self::NextPlace => ("visit", "place"),
            Self::Minutes => ("visit", "minutes"),
            Self::Score => ("satisfaction", "score"),
            _ => ("visit", "outcome"),
        }
    }

    pub fn text(self, page: &Page, texts: &Texts) -> String {
        let next = page.next.as_ref();
        let mood = page.satisfaction.as_ref();
        match self {
            Self::Purpose => page.purpose.clone(),
            Self::Outcome => page.outcome.clone(),
            Self::Agenda => page.agenda.clone(),
            Self::Summary => page.summary_shared.clone(),
            Self::Answer(at) => page.questions.get(at).and_then(|line| line.answer.clone()),
            Self::Quote(at) => page.needs.get(at).and_then(|line| line.quote.clone()),
            Self::NewQuestion | Self::NewNeed | Self::NewPromise(_) | Self::NewInterest(_) => Some(texts.new.clone()),
            Self::When => Some(texts.when.clone()),
            Self::Minutes => Some(texts.minutes.clone()),
            Self::Score => Some(texts.score.clone()),
            Self::NextPurpose => next.and_then(|next| next.purpose.clone()),
            Self::NextPlace => next.and_then(|next| next.place.clone()),
            Self::MoodQuote => mood.and_then(|mood| mood.quote.clone()),
            Self::Problem => page.problems.first().and_then(|line| line.title.clone()),
            Self::Note => page.notes.first().and_then(|line| line.text.clone()),
        }
        .unwrap_or_default()
    }

    /// Writes what is typed into the page. Of a number or a day that cannot be read the page has nothing; it stays as text.
    pub fn put(self, text: &str, page: &mut Page, texts: &mut Texts, usual: &Usual, view: &View<'_>) {
        let some = || Some(text.to_owned());
        // Blank lines say nothing.
        let told = || Some(if text.trim().is_empty() { String::new() } else { text.to_owned() });
        let begun = page.next.is_some();
        match self {
            Self::Purpose => page.purpose = told(),
            Self::Outcome => page.outcome = told(),
            Self::Agenda => page.agenda = told(),
            Self::Summary => page.summary_shared = told(),
            Self::Answer(at) => {
                if let Some(line) = page.questions.get_mut(at) {
                    line.answer = some();
                    line.asked = Some(line.asked == Some(true) || !text.trim().is_empty());
                }
            }
            Self::Quote(at) => {
                if let Some(line) = page.needs.get_mut(at) {
                    line.quote = some().filter(|text| !text.trim().is_empty() || line.quote.is_some());
                }
            }
            Self::NewQuestion | Self::NewNeed | Self::NewPromise(_) | Self::NewInterest(_) => {
                text.clone_into(&mut texts.new);
                texts.becomes = (!text.is_empty()).then_some(self);
            }
            Self::When => {
                text.clone_into(&mut texts.when);
                let start = typed::moment(text, usual.start.time(), view).ok();
                if start.is_some() || page.next.is_some() {
                    let next = next(page, usual);
                    (next.start, next.off) = (start, false);
                }
            }
            Self::Minutes => {
                text.clone_into(&mut texts.minutes);
                next(page, usual).minutes = text.trim().parse().ok();
            }
            Self::NextPurpose => next(page, usual).purpose = some(),
            Self::NextPlace => next(page, usual).place = some(),
            Self::Score => {
                text.clone_into(&mut texts.score);
                mood(page).score = text.trim().parse().ok();
            }
            Self::MoodQuote => mood(page).quote = some(),
            Self::Problem => problem(page).title = some(),
            Self::Note => note(page).text = some(),
        }
        forget_empty(page, texts);
        if begun != page.next.is_some() {
            let minutes = page.next.as_ref().and_then(|next| next.minutes);
            texts.minutes = minutes.map(|n| n.to_string()).unwrap_or_default();
        }
    }
}

/// What the next visit is like unless said otherwise: as this one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    pub start: chrono::NaiveDateTime,
    pub kind: VisitKind,
    pub place_kind: Option<PlaceKind>,
    pub minutes: i64,
}

fn next<'p>(page: &'p mut Page, usual: &Usual) -> &'p mut NextVisit {
    page.next.get_or_insert_with(|| NextVisit {
        kind: Some(usual.kind),
        place_kind: usual.place_kind,
        minutes: Some(usual.minutes),
        ..NextVisit::default()
    })
}

fn mood(page: &mut Page) -> &mut MoodLine {
    page.satisfaction.get_or_insert_with(MoodLine::default)
}

fn problem(page: &mut Page) -> &mut ProblemLine {
    if page.problems.is_empty() {
        page.problems.push(ProblemLine::default());
    }
    &mut page.problems[0]
}

fn note(page: &mut Page) -> &mut NoteLine {
    if page.notes.is_empty() {
        page.notes.push(NoteLine::default());
    }
    &mut page.notes[0]
}

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// What was begun and emptied again is as if it had never been begun.
fn forget_empty(page: &mut Page, texts: &Texts) {
    page.problems.retain(|line| line.problem.is_some() || !is_blank(line.title.as_ref()));
    page.notes.retain(|line| line.note.is_some() || !is_blank(line.text.as_ref()));
    if page.satisfaction.as_ref().is_some_and(|mood| is_blank(mood.quote.as_ref())) && texts.score.trim().is_empty() {
        page.satisfaction = None;
    }
    let empty = |next: &NextVisit| is_blank(next.purpose.as_ref()) && is_blank(next.place.as_ref());
    if texts.when.trim().is_empty() && page.next.as_ref().is_some_and(empty) {
        page.next = None;
    }
}
