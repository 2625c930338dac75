//! What a map says in words: its rows, what is wrong with them, lines between people, the card of a cell.

use super::source::visit_words;
use crate::domain::map::{DecisionMap, Finding, FindingKind, Holder, Row};
use crate::domain::parts::AbsentStep;
use crate::domain::words::RoleKind;
use crate::domain::{Arg, Id, Person, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::View;

/// Steps in capitals, the other roles small.
pub(super) fn row_label(kind: RoleKind, view: &View<'_>) -> String {
    let word = view.words.short(&kind.term());
    if kind.is_step() { word.to_uppercase() } else { word }
}

/// A finding without its step, which stands before it.
pub(crate) fn finding_text(finding: &Finding, view: &View<'_>) -> String {
    let own = format!("map-{}", finding.text.id);
    let id = if finding.step.is_some() && view.words.has(&own) { own } else { finding.text.id.clone() };
    view.words.sentence(&Sentence { id, args: finding.text.args.clone() })
}

/// What is wrong with a row, the weightiest first.
pub(super) fn remark(map: &DecisionMap, row: &Row, view: &View<'_>) -> Option<String> {
    if view.privacy {
        return None;
    }
    let mut mine: Vec<String> = held_though_absent(row).map(|absent| not_needed(absent, view)).into_iter().collect();
    for finding in map.findings.iter().filter(|finding| finding.step == Some(row.kind)) {
        let what = view.words.term(&finding.kind.term());
        if !mine.contains(&what) {
            mine.push(what);
        }
    }
    (!mine.is_empty()).then(|| mine.join(view.words.semicolon()))
}

/// That a step does not exist here, and why.
pub(super) fn not_needed(absent: &AbsentStep, view: &View<'_>) -> String {
    view.say_with("map-not-needed", &[("reason", Arg::text(view.private(absent.reason.as_str())))])
}

/// A step that is said not to exist and that somebody holds: one of the two is to be put right.
fn held_though_absent(row: &Row) -> Option<&AbsentStep> {
    row.absent.as_ref().filter(|_| row.present().next().is_some())
}

/// The key that mends a finding.
pub(super) fn mends(kind: FindingKind) -> Command {
    match kind {
        FindingKind::MissingStep | FindingKind::UnknownStance | FindingKind::Stale | FindingKind::LimitTooLow => {
            Command::AskNextVisit
        }
        FindingKind::DeciderNeverMet => Command::AddVisit,
        FindingKind::Opponent => Command::Interests,
        FindingKind::SinglePoint | FindingKind::OnlyOneRoad => Command::Add,
        FindingKind::Conflict => Command::Edit,
        FindingKind::Left => Command::LessSure,
    }
}

/// `Gordeeva, Petrov > Sedov > Kravets`, the chains beside one another.
pub(super) fn reporting(map: &DecisionMap, view: &View<'_>) -> Option<String> {
    let chains = view.words.reporting(view.book(), map);
    (!chains.is_empty()).then(|| chains.join("   "))
}

/// `Kravets =3=> Sedov   Tihonov =2=> Sedov`.
pub(super) fn influences(map: &DecisionMap, view: &View<'_>) -> Option<String> {
    let all = view.words.influences(view.book(), map);
    (!all.is_empty()).then(|| all.join("   "))
}

/// The card of a cell: who, what, up to what sum, how sure and from where, what they want.
pub(super) fn card(map: &DecisionMap, person: Id<Person>, kind: RoleKind, view: &View<'_>) -> String {
    let Some(column) = map.column(person) else { return String::new() };
    let name = view.words.name_on_map(view.book(), map, person);
    if view.privacy {
        return joined(&[name, view.marks.hidden.to_owned()], view);
    }
    let mut parts = vec![name];
    match map.cell(kind, person) {
        Some(holder) => {
            let absent = map.row(kind).and_then(held_though_absent);
            parts.extend(absent.map(|absent| not_needed(absent, view)));
            parts.extend(of_holder(holder, view));
        }
        None => {
            parts.extend(column.position.clone());
            parts.push(view.words.term(&format!("affiliation.level.{}", column.level.map_or("unknown", |l| l.word()))));
        }
    }
    let wants = interests(view, map.ask.client, person).len();
    if wants > 0 {
        parts.push(view.say_with("map-interests", &[("n", Arg::count(wants))]));
    }
    joined(&parts, view)
}

pub(super) fn joined(parts: &[String], view: &View<'_>) -> String {
    parts.join(&format!(" {} ", view.marks.dot))
}

fn of_holder(holder: &Holder, view: &View<'_>) -> Vec<String> {
    let kind = view.words.short(&holder.kind.term());
    let what = match holder.limit {
        Some(limit) => {
            let sum = view.words.money_short(limit);
            view.say_with("map-up-to", &[("kind", Arg::text(kind)), ("sum", Arg::text(sum))])
        }
        None => kind,
    };
    let sure = view.words.short(&holder.certainty.term());
    let known = if holder.later { view.words.term("word.known_later") } else { view.words.day_digits(holder.known_on) };
    let mut parts = vec![what, format!("{sure} {known}")];
    let visit = holder.visit.and_then(|id| view.book().visit.get(id)).map(|visit| visit_words(visit, view));
    let source: Vec<String> = visit.into_iter().chain(holder.source_note.clone()).collect();
    if !source.is_empty() {
        parts.push(source.join(view.words.colon()));
    }
    if holder.left {
        parts.push(view.words.term("word.left_q"));
    }
    if holder.possibly {
        parts.push(view.words.term("word.possibly"));
    }
    parts
}

/// What a person wants at this client, weightiest first.
pub(super) fn interests(view: &View<'_>, client: Id<crate::domain::Client>, person: Id<Person>) -> Vec<String> {
    let today = view.today();
    let mine = view.book().interest.of(person).filter(|row| row.person == person && row.client == client);
    let mut rows: Vec<_> = mine.filter(|row| crate::domain::date::in_force(row.from, row.to, today).yes()).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.importance), row.head.uid));
    rows.into_iter().map(|row| row.text.clone()).collect()
}
