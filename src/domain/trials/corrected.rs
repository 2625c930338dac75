//! A held visit's page opened again: what was saved comes back, and is corrected instead of added.

use super::after_visit::{full, mark, record, recorded};
use crate::domain::after_visit::{Came, Mark, prefill};
use crate::domain::date::parse_local;
use crate::domain::entity::{Need, Satisfaction, Stance, Visit};
use crate::domain::table::Id;
use crate::domain::trial::day;
use crate::domain::words::{Certainty, RoleKind, Who};

#[test]
fn a_held_visit_opens_with_what_was_saved_and_saving_it_changes_nothing() {
    let (mut trial, visit, _) = recorded();
    let opened = prefill(&trial.book, Id::new(visit));
    assert_eq!((opened.problems.len(), opened.notes.len(), opened.needs.len()), (1, 1, 1));
    assert_eq!(opened.promises.len(), 4, "those of this visit, and the one it kept");
    assert_eq!(opened.satisfaction.as_ref().and_then(|mood| mood.score), Some(8));
    assert_eq!(opened.next.as_ref().and_then(|next| next.start), parse_local("2026-12-08T10:00"));
    assert_eq!(opened.people[1].came, Some(Came::No));
    let planned = trial.plan(&record(visit, opened)).unwrap();
    assert_eq!(planned.changes, []);
}

#[test]
fn the_same_page_saved_again_adds_nothing() {
    let (mut trial, visit, kept) = recorded();
    let again = full(&trial, kept);
    let planned = trial.plan(&record(visit, again)).unwrap();
    assert!(planned.changes.iter().all(|change| change.before.is_some()), "{:?}", planned.changes);
}

#[test]
fn correcting_changes_the_rows_that_came_from_the_visit() {
    let (mut trial, visit, _) = recorded();
    let before = trial.book.clone();
    let mut opened = prefill(&trial.book, Id::new(visit));
    opened.outcome = Some("they agree in part".into());
    opened.people[0].roles = vec![mark(RoleKind::Decides, Mark::Exactly(Certainty::Heard))];
    opened.people[0].stance = Some(2);
    opened.people[1].came = Some(Came::Yes);
    opened.needs[0].quote = Some("we pay in October".into());
    opened.promises[0].due = Some(day("2026-11-30"));
    opened.problems[0].severity = Some(1);
    opened.notes[0].text = Some("two new plants".into());
    opened.satisfaction.as_mut().unwrap().score = Some(6);
    opened.next.as_mut().unwrap().start = parse_local("2026-12-09T11:00");
    let planned = trial.make(&record(visit, opened));
    assert_eq!(planned.title.id, "title-visit-corrected");
    assert!(planned.changes.iter().all(|change| change.before.is_some() && change.after.is_some()));
    assert_eq!(planned.changes.len(), 9);
    assert_eq!((before.role.len(), before.stance.len()), (trial.book.role.len(), trial.book.stance.len()));
    let decides = trial.book.role.iter().find(|role| role.kind == RoleKind::Decides).unwrap();
    assert_eq!((decides.certainty, trial.only::<Stance>().value), (Certainty::Heard, Some(2)));
    assert_eq!(trial.only::<Need>().evidence.len(), 1);
    assert_eq!(trial.only::<Satisfaction>().score, 6);
}

#[test]
fn what_is_taken_off_a_held_visits_page_is_taken_out() {
    let (mut trial, visit, _) = recorded();
    let mut opened = prefill(&trial.book, Id::new(visit));
    opened.people[0].roles = vec![mark(RoleKind::Budgets, Mark::End)];
    opened.people[0].interests[0].off = true;
    opened.needs[0].off = true;
    opened.problems[0].off = true;
    opened.notes[0].off = true;
    opened.satisfaction.as_mut().unwrap().off = true;
    opened.questions[0].off = true;
    for line in opened.promises.iter_mut().filter(|line| line.who == Some(Who::They)) {
        line.off = true;
    }
    trial.make(&record(visit, opened));
    let book = &trial.book;
    assert_eq!((book.role.len(), book.interest.len(), book.need.len(), book.problem.len()), (1, 0, 0, 0));
    assert_eq!((book.note.len(), book.satisfaction.len(), book.commitment.of(visit).count()), (0, 0, 2));
    assert!(trial.row::<Visit>(visit).questions.is_empty());
}

#[test]
fn an_own_promise_is_not_taken_off() {
    let (mut trial, visit, _) = recorded();
    let mut opened = prefill(&trial.book, Id::new(visit));
    let ours = opened.promises.iter().position(|line| line.who == Some(Who::We)).unwrap();
    opened.promises[ours].off = true;
    let refusal = trial.plan(&record(visit, opened)).unwrap_err();
    assert_eq!(refusal.sentence.id, "promise-not-deleted");
    assert_eq!(refusal.field, Some(format!("promises[{ours}]")));
}
