//! What is told of one visit: who decides, what is not known, what is promised and what warns. Worst first.

use super::bits::Bits;
use super::called;
use super::model::{Shown, Stance};
use crate::domain::Arg;
use crate::domain::figures::day::{Promise, waits_to_be_written_up};
use crate::domain::map::{Finding, FindingKind, Freshness, Holder};
use crate::domain::push_check::{self, Strength};
use crate::domain::table::Id;
use crate::domain::words::{OccasionKind, ProblemState, RoleKind, VisitStatus, Who};
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// `Арнаудов conf 10d  cool - infl 5 "…"`, or that nobody is known to decide. `full` adds words and the quotation.
pub fn decides(view: &View<'_>, shown: &Shown, full: bool) -> Bits {
    let deciders: Vec<&Holder> = shown.map.deciders().collect();
    let Some(first) = deciders.first() else {
        return Bits::of(view.words.short("word.nobody_known"), Tone::Unknown);
    };
    if shown.map.findings.iter().any(|finding| finding.kind == FindingKind::Conflict) {
        return several(view, &deciders);
    }
    let name = view.private(called::person(view, first.person));
    let line = Bits::of(name, Tone::Title).word(called::certainty(view, first), certainty_tone(first));
    let line = line.then(stance(view, shown.stance.as_ref(), full));
    if !full {
        return line;
    }
    deciders.iter().skip(1).fold(line, |line, other| {
        let name = view.private(called::person(view, other.person));
        line.and(view.words.semicolon(), Tone::Muted)
            .and(name, Tone::Plain)
            .word(called::certainty(view, other), certainty_tone(other))
    })
}

/// Two are said to decide: that is a question too.
fn several(view: &View<'_>, deciders: &[&Holder]) -> Bits {
    let names: Vec<String> = deciders.iter().map(|holder| view.private(called::person(view, holder.person))).collect();
    let n = Arg::count(deciders.len());
    let said = view.say_with("today-two-decide", &[("n", n), ("names", Arg::text(view.words.list(&names)))]);
    let surest = deciders.first().map(|holder| called::certainty(view, holder)).unwrap_or_default();
    Bits::of(said, Tone::Warn).and(view.words.comma(), Tone::Plain).and(surest, Tone::Guess)
}

fn certainty_tone(holder: &Holder) -> Tone {
    let sure = holder.certainty == crate::domain::words::Certainty::Confirmed;
    if sure && holder.freshness == Freshness::Fresh { Tone::Good } else { Tone::Guess }
}

/// How the decider stands to us and how much the word weighs; of an offer where it was said of one.
fn stance(view: &View<'_>, stance: Option<&Stance>, full: bool) -> Bits {
    let Some(stance) = stance else {
        return Bits::plain(view.words.comma()).and(view.say("today-stance-unknown"), Tone::Unknown);
    };
    let term = format!("stance.value.{}", stance.value);
    let (mark, word) = (view.private(view.words.mark(&term)), view.private(view.words.term(&term)));
    let tone = match stance.value {
        ..=-1 => Tone::Bad,
        0 => Tone::Plain,
        1.. => Tone::Good,
    };
    let said = if full && !view.privacy { format!("{word} {mark}") } else { mark };
    let mut line = Bits::plain(if full { "  " } else { " " }).and(said, tone);
    if stance.of_offer {
        line = line.word(view.say("today-on-offer"), Tone::Muted);
    }
    if full && let Some(influence) = stance.influence {
        let said = view.say_with("today-influence", &[("n", Arg::text(view.private(influence.to_string())))]);
        let between = if stance.of_offer { view.words.comma() } else { " " };
        line = line.and(between, Tone::Plain).and(said, Tone::Plain);
    }
    if full && let Some(note) = stance.note.as_ref().filter(|_| !view.privacy) {
        line = line.and("  ", Tone::Plain).and(view.say_with("today-quote", &[("text", Arg::text(note))]), Tone::Muted);
    }
    line
}

/// The gaps of the map, the worst first: steps without anybody, old facts, stances not known.
pub fn unknown(view: &View<'_>, shown: &Shown) -> Vec<Bits> {
    let findings = shown.map.findings.iter();
    let gaps = findings.filter_map(|finding| gap(view, shown, finding));
    missing(view, shown).into_iter().chain(gaps).collect()
}

/// `speaks for, agrees: nobody`; from three on their number.
fn missing(view: &View<'_>, shown: &Shown) -> Option<Bits> {
    let mut steps: Vec<RoleKind> = shown.map.missing().filter(|step| *step != RoleKind::Decides).collect();
    steps.reverse();
    let said = match steps.len() {
        0 => return None,
        1 | 2 => {
            let names: Vec<String> = steps.iter().map(|step| view.words.short(&step.term())).collect();
            view.say_with("today-nobody", &[("steps", Arg::text(view.words.list(&names)))])
        }
        n => view.say_with("today-steps-nobody", &[("n", Arg::count(n))]),
    };
    Some(Bits::of(said, Tone::Unknown))
}

fn gap(view: &View<'_>, shown: &Shown, finding: &Finding) -> Option<Bits> {
    let step = finding.step;
    let step_name = || step.map(|step| view.words.short(&step.term()));
    match finding.kind {
        // The decider's own age and stance stand with the decider.
        FindingKind::Stale | FindingKind::UnknownStance if step == Some(RoleKind::Decides) => None,
        FindingKind::Stale => {
            let old = shown.map.row(step?)?.present().find(|holder| Some(holder.person) == finding.person)?;
            let age = Arg::text(view.words.ago(old.age_days));
            Some(said(view, "today-old", &[("step", Arg::text(step_name()?)), ("age", age)]))
        }
        FindingKind::UnknownStance => Some(said(view, "today-stance-of", &[("step", Arg::text(step_name()?))])),
        FindingKind::DeciderNeverMet => Some(said(view, "today-never-met", &[])),
        FindingKind::Left => Some(said(view, "today-left", &[("step", Arg::text(step_name()?))])),
        _ => None,
    }
}

fn said(view: &View<'_>, id: &str, args: &[(&str, Arg)]) -> Bits {
    Bits::of(view.say_with(id, args), Tone::Unknown)
}

/// The hidden need in question, with how far it is proven.
pub fn hidden(view: &View<'_>, shown: &Shown) -> Option<Bits> {
    let need = view.book().need.get(shown.visit.hidden_need?)?;
    let title = view.private(&need.title);
    let state = view.words.need_state_short(view.book(), need, view.today());
    let said = view.say_with("today-hidden", &[("title", Arg::text(title)), ("state", Arg::text(state))]);
    Some(Bits::of(said, Tone::Accent))
}

/// Promises, warnings and problems, worst first: what the short form shows as far as it fits.
pub fn promised(view: &View<'_>, shown: &Shown) -> Vec<Bits> {
    let mut found = promises(view, shown, true);
    found.extend(to_watch(view, shown));
    found.extend(promises(view, shown, false));
    found
}

/// Promises that are late or due, or those that have time.
pub fn promises(view: &View<'_>, shown: &Shown, urgent: bool) -> Vec<Bits> {
    let wanted = |row: &&Promise| (row.late_days > 0 || row.is_due_by(shown.date)) == urgent;
    shown.visit.promised.iter().filter(wanted).map(|row| promise(view, row, shown)).collect()
}

/// Warnings and problems.
pub fn to_watch(view: &View<'_>, shown: &Shown) -> Vec<Bits> {
    let problems = shown.visit.problems.iter().filter_map(|problem| self::problem(view, *problem));
    limit(view, shown).into_iter().chain(push(view, shown)).chain(problems).collect()
}

/// `we TODAY text (at IT)`, `they LATE 3d text`.
pub fn promise(view: &View<'_>, row: &Promise, shown: &Shown) -> Bits {
    let Some(promise) = view.book().commitment.get(row.promise) else { return Bits::default() };
    let line = Bits::plain(view.words.short(&row.who.term()));
    let due = due(view, row, shown.date);
    let line = line.then(Bits::plain(" ")).then(due).word(&promise.text, Tone::Plain);
    match at_department(view, row) {
        Some(place) => line.word(place, Tone::Muted),
        None => line,
    }
}

/// `(at IT)` for a promise that was passed on and is not back.
pub fn at_department(view: &View<'_>, row: &Promise) -> Option<String> {
    let promise = view.book().commitment.get(row.promise).filter(|promise| promise.back_on.is_none())?;
    let place = promise.passed_to.as_ref()?;
    Some(view.say_with("today-at-department", &[("name", Arg::text(place))]))
}

pub fn due(view: &View<'_>, row: &Promise, date: chrono::NaiveDate) -> Bits {
    match row.due {
        _ if row.late_days > 0 => {
            let tone = if row.who == Who::We { Tone::Bad } else { Tone::Warn };
            Bits::of(view.say_with("today-late-days", &[("n", Arg::Count(row.late_days))]), tone)
        }
        Some(due) if due == date => Bits::of(view.say("today-today"), Tone::Warn),
        Some(due) => Bits::of(called::day(view, due), Tone::Muted),
        None => Bits::of(view.words.term("word.no_date"), Tone::Muted),
    }
}

/// An open offer above what those who decide can decide.
fn limit(view: &View<'_>, shown: &Shown) -> Option<Bits> {
    let (sum, limit) = shown.over_limit?;
    let args = [
        ("sum", Arg::text(view.words.money_short(sum))),
        ("limit", Arg::text(view.private(view.words.money_short(limit)))),
    ];
    Some(Bits::of(view.say_with("today-over-limit", &args), Tone::Bad))
}

fn push(view: &View<'_>, shown: &Shown) -> Option<Bits> {
    let visit = view.book().visit.get(shown.visit.visit).filter(|visit| visit.status == VisitStatus::Planned)?;
    let push = push_check::check(view.book(), visit).filter(|push| push.strength >= Strength::Warn && !push.kept)?;
    Some(Bits::of(view.words.sentence(&push.text), Tone::Warn))
}

fn problem(view: &View<'_>, id: Id<crate::domain::Problem>) -> Option<Bits> {
    let problem = view.book().problem.get(id)?;
    let said = view.say_with("today-problem", &[("n", Arg::Count(problem.severity))]);
    let tone = if problem.severity >= 3 { Tone::Bad } else { Tone::Warn };
    let line = Bits::of(said, tone);
    let line = if problem.state == ProblemState::Answered {
        line.and(view.words.comma(), Tone::Plain).and(view.say("today-not-told"), Tone::Warn)
    } else {
        line
    };
    Some(line.and(view.words.colon(), Tone::Muted).and(&problem.title, Tone::Plain))
}

/// What stands at the end of the visit's first line: an occasion of that day, or what became of the visit.
pub fn flag(view: &View<'_>, shown: &Shown) -> Bits {
    let visit = view.book().visit.get(shown.visit.visit);
    match shown.visit.status {
        VisitStatus::Planned if visit.is_some_and(|visit| waits_to_be_written_up(visit, shown.now)) => {
            return Bits::of(view.words.short("visit.status.to_write_up"), Tone::Warn);
        }
        VisitStatus::Planned => {}
        status => return Bits::of(view.words.short(&status.term()), Tone::Muted),
    }
    let is_today = shown.visit.starts.with_timezone(&view.book().settings().zone).date_naive() == view.today();
    match &shown.today_is {
        Some(near) if !is_today => Bits::of(view.private(called::occasion(view, near)), Tone::Accent),
        Some(near) if near.kind == OccasionKind::Birthday => {
            Bits::of(view.private(view.say("today-birthday")), Tone::Accent)
        }
        Some(near) => {
            let said = view.say_with("today-occasion", &[("kind", Arg::text(called::occasion(view, near)))]);
            Bits::of(view.private(said), Tone::Accent)
        }
        None => Bits::default(),
    }
}

/// How soon it begins; that it is on.
pub fn soon(view: &View<'_>, shown: &Shown) -> Option<String> {
    if shown.visit.status != VisitStatus::Planned || shown.visit.ends <= shown.now {
        return None;
    }
    let minutes = (shown.visit.starts - shown.now).num_minutes();
    match minutes {
        ..=0 => Some(view.say("today-now")),
        1..=1439 => Some(view.words.in_minutes(minutes)),
        _ => None,
    }
}
