//! The way of a problem, allowed and refused; when it is due.

use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::edit::Edit;
use crate::domain::entity::Problem;
use crate::domain::moves::{Move, ProblemMove};
use crate::domain::table::Id;
use crate::domain::trial::{Trial, add, day};
use crate::domain::words::ProblemState;

fn at(trial: &mut Trial, state: &str) -> uuid::Uuid {
    let back = if state == "passed" { Json::Null } else { json!("2026-11-19") };
    trial.has(
        Entity::Problem,
        json!({
            "client": trial.client.to_string(), "title": "statement format", "raised_on": "2026-11-16", "state": state,
            "passes": [{ "department": "operations", "on": "2026-11-17", "back_on": back }],
            "resolution": if matches!(state, "answered" | "resolved") { json!("as of now") } else { Json::Null },
            "told_client_on": if state == "resolved" { json!("2026-11-20") } else { Json::Null },
        }),
    )
}

fn moved(id: uuid::Uuid, wish: ProblemMove) -> Edit {
    Edit::Move(Move::Problem(Id::new(id), wish))
}

fn pass(to: &str) -> ProblemMove {
    ProblemMove::Pass { to: to.into(), on: None, to_whom: None }
}

#[test]
fn no_day_of_a_problem_lies_before_it_was_raised_or_ahead() {
    let pass_on = |on: &str| ProblemMove::Pass { to: "legal".into(), on: Some(day(on)), to_whom: None };
    let back = |on: &str| ProblemMove::Back { on: Some(day(on)) };
    let told = |on: &str| ProblemMove::Resolve { told_on: Some(day(on)), satisfied: None };
    for (from, wish, expected, field) in [
        ("open", pass_on("2026-11-15"), "not-before-day", "passes[1].on"),
        ("open", pass_on("2026-11-24"), "not-after-today", "passes[1].on"),
        ("open", pass_on("2026-11-16"), "-", ""),
        ("passed", back("2026-11-24"), "not-after-today", "passes[0].back_on"),
        ("passed", back("2026-11-16"), "back-before-passed", "passes[0].back_on"),
        ("passed", back("2026-11-23"), "-", ""),
        ("answered", told("2026-11-15"), "not-before-day", "told_client_on"),
        ("answered", told("2026-11-24"), "not-after-today", "told_client_on"),
        ("answered", told("2026-11-16"), "-", ""),
    ] {
        let mut trial = Trial::new();
        let id = at(&mut trial, from);
        let refusal = trial.plan(&moved(id, wish.clone())).err();
        let said = refusal.map(|refusal| (refusal.sentence.id, refusal.field.unwrap_or_default()));
        let expected = (expected != "-").then(|| (expected.to_owned(), field.to_owned()));
        assert_eq!(said, expected, "{from} {wish:?}");
    }
}

#[test]
fn every_move_from_every_state() {
    let wishes = || {
        [
            pass("legal"),
            ProblemMove::Back { on: None },
            ProblemMove::Answer { resolution: Some("done".into()) },
            ProblemMove::Resolve { told_on: Some(day("2026-11-23")), satisfied: None },
            ProblemMove::Reopen { reason: Some("again".into()) },
            ProblemMove::Reject { reason: Some("not ours".into()), told_on: Some(day("2026-11-23")) },
        ]
    };
    // pass, back, answer, resolve, reopen, reject: `-` passes, `n` no move, `a` already there, `w` what was answered?
    let table = [
        ("open", "- a - w n -"),
        ("reopened", "- n - w a -"),
        ("passed", "a - - w n -"),
        ("answered", "n n a - - n"),
        ("resolved", "n n n a - n"),
        ("rejected", "n n n w n a"),
    ];
    for (from, row) in table {
        for (wish, cell) in wishes().into_iter().zip(row.split(' ')) {
            let mut trial = Trial::new();
            let id = at(&mut trial, from);
            let expected = match cell {
                "n" => "move-not-possible",
                "a" => "already-in-state",
                "w" => "problem-needs-answer",
                _ => "-",
            };
            assert_eq!(trial.refusal(&moved(id, wish.clone())), expected, "{from} {wish:?}");
        }
    }
}

#[test]
fn what_the_moves_ask_for() {
    for (from, wish, expected) in [
        ("open", pass("navy"), "no-such-department"),
        ("open", ProblemMove::Answer { resolution: None }, "problem-needs-answer"),
        ("answered", ProblemMove::Resolve { told_on: None, satisfied: None }, "client-not-told"),
        ("answered", ProblemMove::Resolve { told_on: Some(day("2026-11-24")), satisfied: None }, "not-after-today"),
        ("answered", ProblemMove::Reopen { reason: None }, "reason-needed"),
        ("open", ProblemMove::Reject { reason: None, told_on: Some(day("2026-11-23")) }, "reason-needed"),
        ("open", ProblemMove::Reject { reason: Some("x".into()), told_on: None }, "client-not-told"),
        ("passed", ProblemMove::Back { on: Some(day("2026-11-16")) }, "back-before-passed"),
    ] {
        let mut trial = Trial::new();
        let id = at(&mut trial, from);
        assert_eq!(trial.refusal(&moved(id, wish.clone())), expected, "{from} {wish:?}");
    }
}

#[test]
fn a_problem_is_due_by_its_severity_in_working_days() {
    for (severity, raised, due) in
        [(3, "2026-11-20", "2026-11-24"), (2, "2026-11-20", "2026-11-27"), (1, "2026-11-20", "2026-12-04")]
    {
        let mut trial = Trial::new();
        let row = json!({
            "client": trial.client.to_string(), "title": "t", "severity": severity, "raised_on": raised,
        });
        trial.make(&add(Entity::Problem, row));
        assert_eq!(trial.only::<Problem>().due, Some(day(due)), "{severity}");
    }
}

#[test]
fn a_problem_opened_again_has_no_answer_and_a_new_due() {
    let mut trial = Trial::new();
    let id = at(&mut trial, "resolved");
    trial.make(&moved(id, ProblemMove::Reopen { reason: Some("it came back".into()) }));
    let row = trial.row::<Problem>(id);
    assert_eq!((row.state, row.resolution.as_ref(), row.told_client_on), (ProblemState::Reopened, None, None));
    assert_eq!(row.due, Some(day("2026-11-30")));
}

#[test]
fn an_answer_brings_a_passed_problem_back() {
    let mut trial = Trial::new();
    let id = at(&mut trial, "passed");
    trial.make(&moved(id, ProblemMove::Answer { resolution: Some("done".into()) }));
    assert_eq!(trial.row::<Problem>(id).passes[0].back_on, Some(trial.today));
    let untitled = add(Entity::Problem, json!({ "client": trial.client.to_string(), "title": "" }));
    assert_eq!(trial.refusal(&untitled), "problem-needs-title");
}
