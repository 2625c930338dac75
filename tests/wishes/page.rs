//! Any after-visit page, of a planned visit, a held one or one that was never planned.

use attache::domain::after_visit::{
    Came, InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, Page, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark,
};
use attache::domain::words::{Certainty, NeedState, NoteTopic, RoleKind, VisitKind, Voice, Weight, Who};
use attache::domain::{Book, Edit};
use fastrand::Rng;

use super::moves::some_time;
use super::values::{chance, pick, text};
use super::{maybe, some, some_day};

pub fn edit(random: &mut Rng, book: &Book) -> Edit {
    let page = Box::new(page(random, book));
    if chance(random, 75) {
        return Edit::RecordVisit { visit: some(random, book), page };
    }
    let kind = *pick(random, VisitKind::all());
    Edit::LogVisit { client: some(random, book), kind, start: some_time(random), fold: None, page }
}

fn line(random: &mut Rng) -> Option<String> {
    maybe(random, |random| text(random, 120))
}

fn several<T>(random: &mut Rng, make: impl Fn(&mut Rng) -> T) -> Vec<T> {
    (0..random.usize(..3)).map(|_| make(random)).collect()
}

fn page(random: &mut Rng, book: &Book) -> Page {
    Page {
        purpose: Some("to listen".to_owned()),
        outcome: Some(text(random, 400)),
        outcome_none: maybe(random, Rng::bool),
        agenda: line(random),
        summary_shared: line(random),
        nothing_to_answer: maybe(random, Rng::bool),
        people: several(random, |random| person(random, book)),
        questions: several(random, question),
        needs: several(random, |random| need(random, book)),
        promises: several(random, |random| promise(random, book)),
        problems: several(random, problem),
        notes: several(random, note),
        satisfaction: maybe(random, |random| MoodLine { score: Some(random.i64(0..12)), ..MoodLine::default() }),
        next: if chance(random, 30) { Some(next(random)) } else { None },
        ..Page::default()
    }
}

fn person(random: &mut Rng, book: &Book) -> PersonLine {
    PersonLine {
        came: maybe(random, |random| *pick(random, &[Came::Yes, Came::No, Came::Unknown])),
        roles: several(random, role),
        stance: maybe(random, |random| random.i64(-2..=2)),
        influence: maybe(random, |random| random.i64(1..=5)),
        interests: several(random, |random| InterestLine {
            text: text(random, 100),
            kind: None,
            importance: maybe(random, |random| random.i64(1..=3)),
            off: chance(random, 10),
        }),
        ..PersonLine::of(some(random, book))
    }
}

fn role(random: &mut Rng) -> RoleMark {
    let certainty = *pick(random, Certainty::all());
    let marks = [Mark::AtLeast(certainty), Mark::Again, Mark::Exactly(certainty), Mark::Known(certainty), Mark::End];
    RoleMark { kind: *pick(random, RoleKind::all()), to: *pick(random, &marks) }
}

fn question(random: &mut Rng) -> QuestionLine {
    QuestionLine {
        text: text(random, 200),
        answer: line(random),
        asked: maybe(random, Rng::bool),
        off: chance(random, 10),
    }
}

fn need(random: &mut Rng, book: &Book) -> NeedLine {
    let known = maybe(random, |random| some(random, book));
    NeedLine {
        need: known,
        title: if known.is_none() { Some(text(random, 100)) } else { None },
        voice: maybe(random, |random| *pick(random, Voice::all())),
        state: maybe(random, |random| *pick(random, NeedState::all())),
        essential: maybe(random, Rng::bool),
        quote: line(random),
        weight: maybe(random, |random| *pick(random, Weight::all())),
        reason: line(random),
        off: chance(random, 5),
    }
}

fn promise(random: &mut Rng, book: &Book) -> PromiseLine {
    let known = if chance(random, 30) { Some(some(random, book)) } else { None };
    PromiseLine {
        promise: known,
        who: maybe(random, |random| *pick(random, Who::all())),
        text: if known.is_none() { Some(text(random, 150)) } else { None },
        due: maybe(random, some_day),
        done: if chance(random, 30) { Some(random.bool()) } else { None },
        note: line(random),
        off: chance(random, 5),
        ..PromiseLine::default()
    }
}

fn problem(random: &mut Rng) -> ProblemLine {
    let title = Some(text(random, 100));
    ProblemLine { title, severity: maybe(random, |random| random.i64(1..=3)), ..ProblemLine::default() }
}

fn note(random: &mut Rng) -> NoteLine {
    let topic = maybe(random, |random| *pick(random, NoteTopic::all()));
    NoteLine { topic, text: Some(text(random, 300)), ..NoteLine::default() }
}

fn next(random: &mut Rng) -> NextVisit {
    NextVisit {
        start: Some(some_time(random)),
        kind: maybe(random, |random| *pick(random, VisitKind::all())),
        minutes: maybe(random, |random| random.i64(5..300)),
        purpose: line(random),
        ..NextVisit::default()
    }
}
