//! Any move of the working day.

use attache::domain::Book;
use attache::domain::date::LocalTime;
use attache::domain::moves::{
    ClientMove, Move, NewEvidence, OfferMove, PlanVisit, ProblemMove, PromiseMove, VisitMove,
};
use attache::domain::words::{Party, PlaceKind, Tri, VisitKind, Weight};
use fastrand::Rng;

use super::values::{chance, pick, text};
use super::{maybe, some, some_day};

pub fn some_time(random: &mut Rng) -> LocalTime {
    some_day(random).and_hms_opt(random.u32(0..24), 15 * random.u32(0..4), 0).unwrap()
}

fn words(random: &mut Rng) -> Option<String> {
    if chance(random, 80) { Some(text(random, 160)) } else { None }
}

fn party(random: &mut Rng) -> Option<Party> {
    if chance(random, 80) { Some(*pick(random, Party::all())) } else { None }
}

pub fn any(random: &mut Rng, book: &Book) -> Move {
    match random.u32(..8) {
        6 => Move::Need(some(random, book)),
        7 => Move::Client(some(random, book), ClientMove::Reopen { reason: words(random) }),
        0 => Move::Plan(plan(random, book)),
        1 => Move::Visit(some(random, book), visit(random)),
        2 => Move::Evidence(evidence(random, book)),
        3 => Move::Promise(some(random, book), promise(random)),
        4 => Move::Problem(some(random, book), problem(random)),
        _ => Move::Offer(some(random, book), offer(random, book)),
    }
}

fn plan(random: &mut Rng, book: &Book) -> PlanVisit {
    PlanVisit {
        client: some(random, book),
        kind: *pick(random, VisitKind::all()),
        start: some_time(random),
        fold: maybe(random, |random| random.i64(0..2)),
        minutes: maybe(random, |random| random.i64(0..200)),
        place_kind: maybe(random, |random| *pick(random, PlaceKind::all())),
        place: words(random),
        purpose: words(random),
        attendees: (0..random.usize(..3)).map(|_| some(random, book)).collect(),
        fields: attache::domain::Fields::new(),
    }
}

fn visit(random: &mut Rng) -> VisitMove {
    match random.u32(..3) {
        0 => VisitMove::To { start: some_time(random), fold: None },
        1 => VisitMove::Cancel { by: party(random), reason: words(random) },
        _ => VisitMove::Missed { by: party(random), reason: words(random) },
    }
}

fn evidence(random: &mut Rng, book: &Book) -> NewEvidence {
    NewEvidence {
        need: some(random, book),
        quote: words(random),
        weight: *pick(random, Weight::all()),
        visit: maybe(random, |random| some(random, book)),
        on: maybe(random, some_day),
    }
}

fn promise(random: &mut Rng) -> PromiseMove {
    match random.u32(..5) {
        0 => PromiseMove::Done { on: maybe(random, some_day), note: words(random) },
        1 => PromiseMove::Pass { to: "operations".to_owned(), on: maybe(random, some_day) },
        2 => PromiseMove::Back { on: maybe(random, some_day) },
        3 => PromiseMove::Cancel { reason: words(random), told_how: words(random) },
        _ => PromiseMove::Reopen { reason: words(random) },
    }
}

fn problem(random: &mut Rng) -> ProblemMove {
    match random.u32(..6) {
        0 => ProblemMove::Pass { to: "legal".to_owned(), on: maybe(random, some_day), to_whom: words(random) },
        1 => ProblemMove::Back { on: maybe(random, some_day) },
        2 => ProblemMove::Answer { resolution: words(random) },
        3 => {
            let satisfied = maybe(random, |random| *pick(random, Tri::all()));
            ProblemMove::Resolve { told_on: maybe(random, some_day), satisfied }
        }
        4 => ProblemMove::Reopen { reason: words(random) },
        _ => ProblemMove::Reject { reason: words(random), told_on: maybe(random, some_day) },
    }
}

fn offer(random: &mut Rng, book: &Book) -> OfferMove {
    match random.u32(..6) {
        5 => OfferMove::Copy,
        0 => OfferMove::Discuss,
        1 => OfferMove::Present { visit: maybe(random, |random| some(random, book)) },
        2 => OfferMove::Accept { on: maybe(random, some_day) },
        3 => OfferMove::Decline { by: party(random), reason: words(random) },
        _ => OfferMove::Version,
    }
}
