//! How single things of the page read: where the visit is, a promise, an earlier visit.

use crate::domain::date::Instant;
use crate::domain::figures::contacts;
use crate::domain::figures::promises::Open;
use crate::domain::map::NextQuestion;
use crate::domain::table::Row as _;
use crate::domain::words::{PlaceKind, Who};
use crate::domain::{Arg, Client, Id, Visit};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::screen::today::bits::Bits;
use crate::tui::screen::today::called;
use crate::tui::theme::Tone;

/// Outcomes told.
const OUTCOMES: usize = 3;

pub(super) fn where_it_is(view: &View<'_>, visit: &Visit) -> Bits {
    let kind = visit.place_kind.map_or_else(|| visit.kind.term(), PlaceKind::term);
    let line = Bits::plain(view.words.term(&kind));
    let line = Bits::join([line, Bits::plain(visit.place.as_deref().unwrap_or_default())], view.words.comma());
    let line = Bits::join([line, Bits::plain(called::minutes(view, visit))], view.words.comma());
    let way = visit.travel_minutes.map(|n| view.say_with("before-travel", &[("n", Arg::Count(n))]));
    Bits::join([line, Bits::of(way.unwrap_or_default(), Tone::Muted)], view.words.comma())
}

pub(super) fn promise(view: &View<'_>, open: &Open<'_>) -> Bits {
    let short = |who: Who| view.words.short(&who.term());
    let widest = [Who::We, Who::They].map(|who| cells::width(&short(who))).into_iter().max().unwrap_or(0);
    let line = Bits::plain(view.left(&short(open.promise.who), widest)).and(" ", Tone::Plain);
    let due = match open.due {
        _ if open.late_days > 0 => {
            let tone = if open.is_ours() { Tone::Bad } else { Tone::Warn };
            Bits::of(view.say_with("today-late-days", &[("n", Arg::Count(open.late_days))]), tone)
        }
        Some(due) if due == view.today() => Bits::of(view.say("today-today"), Tone::Warn),
        Some(due) => Bits::of(called::day(view, due), Tone::Muted),
        None => Bits::of(view.words.term("word.no_date"), Tone::Muted),
    };
    let place = open.promise.passed_to.as_ref().filter(|_| open.promise.back_on.is_none());
    let place = place.map(|name| view.say_with("today-at-department", &[("name", Arg::text(name))]));
    let line = line.then(due).word(&open.promise.text, Tone::Plain);
    line.word(place.unwrap_or_default(), Tone::Muted)
}

/// What the last visits before a moment came to.
pub fn past(view: &View<'_>, client: Id<Client>, before: Instant) -> Vec<(Bits, Id<Visit>)> {
    let past = contacts::held_before(view.book(), client, before);
    let told = |other: &Visit| {
        let day = view.words.day_digits(other.day(view.book().settings().zone));
        let outcome = other.outcome.as_deref();
        let none = || view.words.label("visit", "outcome_none");
        let said = outcome.map_or_else(none, |outcome| view.private(outcome));
        let line = Bits::of(day, Tone::Key).word(called::place(view, other), Tone::Muted);
        (line.word(said, Tone::Plain), other.uid())
    };
    past.into_iter().take(OUTCOMES).map(told).collect()
}

/// Whether the visit has the question already: by what its answer will change, else by its words.
pub(super) fn is_among(next: &NextQuestion, visit: &Visit) -> bool {
    visit.questions.iter().any(|question| {
        let same_record = question.r#ref.map(|about| about.0) == next.record && next.record.is_some();
        let same_step = question.step == next.step;
        (same_record && same_step && question.about == next.about)
            || (next.step.is_some() && same_step && question.r#ref.is_none() && question.about == next.about)
    })
}
