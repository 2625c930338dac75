//! What of the page goes to be saved: only what was touched, each line at its own place so that a refusal still names
//! it. And how much that is, for the last line of the page.

use super::Page;
use super::people::facts;
use crate::domain::after_visit::{
    MoodLine, NeedLine, NextVisit, NoteLine, PersonLine, ProblemLine, PromiseLine, QuestionLine,
};
use crate::domain::{Id, Person};
use crate::tui::layer::View;

/// The line of a person as the page opened.
pub(super) fn base_person(base: &Page, person: Id<Person>) -> Option<&PersonLine> {
    base.people.iter().find(|line| line.person == person)
}

pub(super) fn base_need<'p>(base: &'p Page, line: &NeedLine) -> Option<&'p NeedLine> {
    line.need.and_then(|id| base.needs.iter().find(|known| known.need == Some(id)))
}

pub(super) fn base_promise<'p>(base: &'p Page, line: &PromiseLine) -> Option<&'p PromiseLine> {
    line.promise.and_then(|id| base.promises.iter().find(|known| known.promise == Some(id)))
}

pub(super) fn base_question<'p>(base: &'p Page, line: &QuestionLine) -> Option<&'p QuestionLine> {
    base.questions.iter().find(|known| known.text == line.text)
}

fn touched<T: Clone + PartialEq>(base: Option<&T>, now: Option<&T>) -> Option<T> {
    now.filter(|_| base != now).cloned()
}

/// The page with everything left out that is as it was. Who came is always told.
pub(super) fn changes(base: &Page, page: &Page) -> Page {
    let person = |line: &PersonLine| match base_person(base, line.person) {
        Some(known)
            if known.roles == line.roles && known.stance == line.stance && known.influence == line.influence =>
        {
            let interests = if known.interests == line.interests { Vec::new() } else { line.interests.clone() };
            PersonLine { came: line.came, interests, ..PersonLine::of(line.person) }
        }
        _ => line.clone(),
    };
    let question = |line: &QuestionLine| match base_question(base, line) {
        Some(known) if known == line => QuestionLine { text: line.text.clone(), ..QuestionLine::default() },
        _ => line.clone(),
    };
    let need = |line: &NeedLine| match base_need(base, line) {
        Some(known) if known == line => NeedLine { need: line.need, ..NeedLine::default() },
        _ => line.clone(),
    };
    let promise = |line: &PromiseLine| match base_promise(base, line) {
        Some(known) if known == line => PromiseLine { promise: line.promise, ..PromiseLine::default() },
        _ => line.clone(),
    };
    let problem = |line: &ProblemLine| match base.problems.contains(line) {
        true => ProblemLine { problem: line.problem, ..ProblemLine::default() },
        false if line.title.as_deref().is_none_or(|title| title.trim().is_empty()) => {
            ProblemLine { problem: line.problem, off: true, ..ProblemLine::default() }
        }
        false => line.clone(),
    };
    let note = |line: &NoteLine| match base.notes.contains(line) {
        true => NoteLine { note: line.note, ..NoteLine::default() },
        false if line.text.as_deref().is_none_or(|text| text.trim().is_empty()) => {
            NoteLine { note: line.note, off: true, ..NoteLine::default() }
        }
        false => line.clone(),
    };
    Page {
        purpose: touched(base.purpose.as_ref(), page.purpose.as_ref()),
        outcome: touched(base.outcome.as_ref(), page.outcome.as_ref()),
        outcome_none: touched(base.outcome_none.as_ref(), page.outcome_none.as_ref()),
        agenda: touched(base.agenda.as_ref(), page.agenda.as_ref()),
        summary_shared: touched(base.summary_shared.as_ref(), page.summary_shared.as_ref()),
        requested_by: touched(base.requested_by.as_ref(), page.requested_by.as_ref()),
        phase: touched(base.phase.as_ref(), page.phase.as_ref()),
        offers_product: touched(base.offers_product.as_ref(), page.offers_product.as_ref()),
        nothing_to_answer: touched(base.nothing_to_answer.as_ref(), page.nothing_to_answer.as_ref()),
        people: page.people.iter().map(person).collect(),
        questions: page.questions.iter().map(question).collect(),
        needs: page.needs.iter().map(need).collect(),
        promises: page.promises.iter().map(promise).collect(),
        problems: page.problems.iter().map(problem).collect(),
        notes: page.notes.iter().map(note).collect(),
        satisfaction: match (&base.satisfaction, &page.satisfaction) {
            (Some(was), None) => Some(MoodLine { satisfaction: was.satisfaction, off: true, ..MoodLine::default() }),
            (base, now) => touched(base.as_ref(), now.as_ref()),
        },
        next: match (&base.next, &page.next) {
            (Some(_), None) => Some(NextVisit { off: true, ..NextVisit::default() }),
            // Without its start there is no next visit.
            (Some(was), Some(now)) if was.start.is_some() && now.start.is_none() => {
                Some(NextVisit { off: true, ..now.clone() })
            }
            (base, now) => touched(base.as_ref(), now.as_ref()),
        },
        prefilled: true,
    }
}

/// How much of each kind a save would change. What has no start or no score yet cannot be saved.
pub(super) fn counts(base: &Page, page: &Page) -> [(&'static str, usize); 9] {
    let people = || page.people.iter().map(|line| facts(base_person(base, line.person), line, None));
    let changed = |id: &'static str, n: usize| (id, n);
    [
        changed("after-n-roles", people().map(|facts| facts.changed_roles().count()).sum()),
        changed(
            "after-n-stances",
            people().filter(|f| f.stance.changed().is_some() || f.influence.changed().is_some()).count(),
        ),
        changed("after-n-answers", page.questions.iter().filter(|l| base_question(base, l) != Some(*l)).count()),
        changed("after-n-needs", page.needs.iter().filter(|line| base_need(base, line) != Some(*line)).count()),
        changed("after-n-promises", page.promises.iter().filter(|l| base_promise(base, l) != Some(*l)).count()),
        changed("after-n-visits", usize::from(page.next != base.next && has_start(page))),
        changed("after-n-moods", usize::from(page.satisfaction != base.satisfaction && has_score(page))),
        changed("after-n-problems", page.problems.iter().filter(|line| !base.problems.contains(line)).count()),
        changed("after-n-notes", page.notes.iter().filter(|line| !base.notes.contains(line)).count()),
    ]
}

fn has_start(page: &Page) -> bool {
    page.next.as_ref().is_some_and(|next| next.start.is_some())
}

/// A mood that is taken off needs none.
fn has_score(page: &Page) -> bool {
    page.satisfaction.as_ref().is_none_or(|mood| mood.score.is_some())
}

/// `saves 3 roles, 1 stance`; empty when only the visit itself becomes held.
pub(super) fn saves(base: &Page, page: &Page, view: &View<'_>) -> String {
    let parts: Vec<String> = counts(base, page)
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(id, n)| view.say_with(id, &[("n", crate::domain::Arg::count(n))]))
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    let list = view.words.list(&parts);
    view.say_with("after-saves", &[("list", crate::domain::Arg::text(list))])
}
