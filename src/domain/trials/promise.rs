//! The way of a promise, allowed and refused; promises that repeat.

use chrono::{Datelike, Days, Months, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::date::{days_between, plus_days};
use crate::domain::edit::Edit;
use crate::domain::entity::Commitment;
use crate::domain::figures::View;
use crate::domain::figures::promises;
use crate::domain::moves::{Move, PromiseMove};
use crate::domain::plan::Planned;
use crate::domain::sentence::Arg;
use crate::domain::table::Id;
use crate::domain::trial::{Trial, add, amend, day};
use crate::domain::words::CommitmentState;

fn promise(trial: &mut Trial, row: Json) -> uuid::Uuid {
    let mut all = crate::domain::trial::fields(json!({
        "client": trial.client.to_string(), "text": "send the draft", "made_on": "2026-11-16", "who": "we",
    }));
    all.extend(crate::domain::trial::fields(row));
    trial.has(Entity::Commitment, Json::Object(all))
}

fn moved(id: uuid::Uuid, wish: PromiseMove) -> Edit {
    Edit::Move(Move::Promise(Id::new(id), wish))
}

fn cancel(reason: Option<&str>, told_how: Option<&str>) -> PromiseMove {
    PromiseMove::Cancel { reason: reason.map(Into::into), told_how: told_how.map(Into::into) }
}

#[test]
fn every_move_from_every_state() {
    let done = || PromiseMove::Done { on: None, note: None };
    let pass = || PromiseMove::Pass { to: "operations".into(), on: None };
    let back = || PromiseMove::Back { on: None };
    let reopen = || PromiseMove::Reopen { reason: Some("not done after all".into()) };
    let off = || cancel(Some("no use"), Some("by phone"));
    let table: [(&str, [(PromiseMove, &str); 5]); 4] = [
        (
            "open",
            [(done(), "-"), (pass(), "-"), (back(), "already-in-state"), (reopen(), "already-in-state"), (off(), "-")],
        ),
        (
            "passed",
            [(done(), "-"), (pass(), "already-in-state"), (back(), "-"), (reopen(), "move-not-possible"), (off(), "-")],
        ),
        (
            "done",
            [
                (done(), "already-in-state"),
                (pass(), "move-not-possible"),
                (back(), "move-not-possible"),
                (reopen(), "-"),
                (off(), "move-not-possible"),
            ],
        ),
        (
            "cancelled",
            [
                (done(), "move-not-possible"),
                (pass(), "move-not-possible"),
                (back(), "move-not-possible"),
                (reopen(), "move-not-possible"),
                (off(), "already-in-state"),
            ],
        ),
    ];
    for (from, moves) in table {
        for (wish, expected) in moves {
            let mut trial = Trial::new();
            let id = promise(
                &mut trial,
                json!({
                    "state": from, "passed_to": "operations", "passed_on": "2026-11-17", "done_on": "2026-11-18",
                    "cancel_reason": "x", "told_how": "y",
                }),
            );
            assert_eq!(trial.refusal(&moved(id, wish.clone())), expected, "{from} {wish:?}");
        }
    }
}

#[test]
fn what_the_moves_ask_for() {
    let pass = |to: &str| PromiseMove::Pass { to: to.into(), on: None };
    let pass_on = |on: &str| PromiseMove::Pass { to: "operations".into(), on: Some(day(on)) };
    let passed = || json!({ "state": "passed", "passed_to": "operations", "passed_on": "2026-11-17" });
    let done = |on: &str| PromiseMove::Done { on: Some(day(on)), note: None };
    for (row, wish, expected) in [
        (json!({ "who": "they" }), pass("operations"), "their-promise-not-passed"),
        (json!({}), pass("navy"), "no-such-department"),
        (json!({}), done("2026-11-24"), "not-done-yet"),
        (json!({}), done("2026-11-15"), "done-before-made"),
        (json!({}), cancel(Some("no use"), None), "tell-client-first"),
        (json!({}), cancel(None, Some("by phone")), "reason-needed"),
        (json!({}), cancel(None, None), "reason-needed"),
        (json!({ "who": "they" }), cancel(Some("they forgot"), None), "-"),
        (json!({ "who": "they" }), cancel(None, None), "reason-needed"),
        (json!({ "state": "done", "done_on": "2026-11-18" }), PromiseMove::Reopen { reason: None }, "reason-needed"),
        (json!({}), pass_on("2026-11-24"), "not-after-today"),
        (json!({}), pass_on("2026-11-15"), "not-before-day"),
        (json!({}), pass_on("2026-11-16"), "-"),
        (passed(), PromiseMove::Back { on: Some(day("2026-11-24")) }, "not-after-today"),
        (passed(), PromiseMove::Back { on: Some(day("2026-11-16")) }, "back-before-passed"),
        (passed(), PromiseMove::Back { on: Some(day("2026-11-23")) }, "-"),
    ] {
        let mut trial = Trial::new();
        let id = promise(&mut trial, row.clone());
        assert_eq!(trial.refusal(&moved(id, wish.clone())), expected, "{row} {wish:?}");
    }
}

#[test]
fn days_follow_the_moves() {
    let mut trial = Trial::new();
    let id = promise(&mut trial, json!({}));
    trial.make(&moved(id, PromiseMove::Pass { to: "legal".into(), on: None }));
    trial.make(&moved(id, PromiseMove::Back { on: None }));
    let row = trial.row::<Commitment>(id);
    assert_eq!((row.passed_on, row.back_on), (Some(trial.today), Some(trial.today)));
    let planned = trial.make(&moved(id, PromiseMove::Done { on: None, note: Some("sent".into()) }));
    assert_eq!(planned.title.id, "title-promise-done");
    assert_eq!(trial.row::<Commitment>(id).done_on, Some(trial.today));
    trial.make(&moved(id, PromiseMove::Reopen { reason: Some("it was not".into()) }));
    let row = trial.row::<Commitment>(id);
    assert_eq!((row.state, row.done_on, row.done_note.as_ref()), (CommitmentState::Open, None, None));
}

#[test]
fn a_new_promise_has_its_days_in_order() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    for (row, expected) in [
        (json!({ "due": "2026-11-26" }), "-"),
        (json!({ "due": "2026-11-22" }), "due-before-made"),
        (json!({ "made_on": "2026-11-24" }), "not-after-today"),
        (json!({ "text": "" }), "promise-needs-text"),
        (json!({ "repeat": "weekly" }), "repeat-needs-due"),
        (json!({ "repeat": "weekly", "due": "2026-11-26" }), "-"),
    ] {
        let mut all = crate::domain::trial::fields(json!({ "client": client, "text": "t" }));
        all.extend(crate::domain::trial::fields(row.clone()));
        assert_eq!(trial.refusal(&add(Entity::Commitment, Json::Object(all))), expected, "{row}");
    }
}

#[test]
fn a_due_on_a_day_off_is_told_once_and_only_of_ours() {
    let mut trial = Trial::new();
    let row = |who: &str| json!({ "client": trial.client.to_string(), "text": "t", "who": who, "due": "2026-11-28" });
    let (ours, theirs) = (row("we"), row("they"));
    let told = |planned: &Planned| planned.warnings.iter().map(|said| said.id.clone()).collect::<Vec<_>>();
    let made = trial.make(&add(Entity::Commitment, ours));
    assert_eq!(told(&made), ["due-on-day-off"]);
    assert!(made.warnings[0].args.contains(&("shown".to_owned(), Arg::Date(day("2026-11-27")))), "{made:?}");
    let id = trial.only::<Commitment>().head.uid;
    assert!(told(&trial.make(&amend(Entity::Commitment, id, json!({ "text": "u" })))).is_empty());
    assert!(told(&trial.make(&amend(Entity::Commitment, id, json!({ "due": "2026-11-27" })))).is_empty());
    assert!(told(&trial.make(&add(Entity::Commitment, theirs))).is_empty());
}

#[test]
fn an_own_promise_is_cancelled_and_never_deleted() {
    let mut trial = Trial::new();
    let id = promise(&mut trial, json!({}));
    let remove = |reason: Option<&str>, row: Json| Edit::Remove {
        entity: Entity::Commitment,
        uuid: id,
        fields: crate::domain::trial::fields(row),
        reason: reason.map(Into::into),
    };
    assert_eq!(trial.refusal(&remove(Some("no use"), json!({}))), "tell-client-first");
    trial.make(&remove(Some("no use"), json!({ "told_how": "by phone" })));
    let row = trial.row::<Commitment>(id);
    assert_eq!((row.state, row.cancel_reason.as_deref()), (CommitmentState::Cancelled, Some("no use")));
}

#[test]
fn a_promise_that_repeats_opens_the_next_from_its_old_due() {
    for (repeat, due, repeat_day, next) in [
        ("weekly", "2026-11-20", None, "2026-11-27"),
        ("monthly", "2026-11-20", Some(20), "2026-12-20"),
        ("monthly", "2027-01-31", Some(31), "2027-02-28"),
        ("monthly", "2027-02-28", Some(31), "2027-03-31"),
        ("quarterly", "2026-11-30", Some(30), "2027-02-28"),
        ("yearly", "2028-02-29", Some(29), "2029-02-28"),
    ] {
        let mut trial = Trial::new();
        let id = promise(&mut trial, json!({ "repeat": repeat, "due": due, "repeat_day": repeat_day }));
        trial.make(&moved(id, PromiseMove::Done { on: None, note: None }));
        let opened = trial.book.commitment.iter().find(|row| row.head.uid != id).unwrap();
        assert_eq!((opened.due, opened.repeat_day), (Some(day(next)), repeat_day), "{repeat} {due}");
        assert_eq!((opened.state, opened.done_on, opened.head.rev), (CommitmentState::Open, None, 1));
    }
}

/// The book holds days up to the end of 2199.
#[test]
fn a_promise_ends_repeating_at_the_last_day_of_the_book() {
    for (repeat, due, follow) in [
        ("yearly", "2198-12-31", 1),
        ("yearly", "2199-12-31", 0),
        ("monthly", "2199-12-31", 0),
        ("weekly", "2199-12-25", 0),
    ] {
        let mut trial = Trial::new();
        let id = promise(&mut trial, json!({ "repeat": repeat, "due": due }));
        trial.make(&moved(id, PromiseMove::Done { on: None, note: None }));
        assert_eq!(trial.book.commitment.len(), 1 + follow, "{repeat} {due}");
    }
}

#[test]
fn one_that_repeats_is_not_done_before_its_day_either() {
    for repeat in ["none", "monthly"] {
        let mut trial = Trial::new();
        let id = promise(&mut trial, json!({ "repeat": repeat, "due": "2027-01-31" }));
        let done = PromiseMove::Done { on: Some(plus_days(trial.today, 1)), note: None };
        assert_eq!(trial.refusal(&moved(id, done)), "not-done-yet", "{repeat}");
    }
}

#[test]
fn a_promise_done_again_does_not_double_what_repeats() {
    let mut trial = Trial::new();
    let id = promise(&mut trial, json!({ "repeat": "monthly", "due": "2026-11-20", "repeat_day": 20 }));
    let done = || PromiseMove::Done { on: None, note: None };
    trial.make(&moved(id, done()));
    trial.make(&moved(id, PromiseMove::Reopen { reason: Some("not yet".into()) }));
    trial.make(&moved(id, done()));
    let open: Vec<_> = trial.book.commitment.iter().filter(|row| row.state == CommitmentState::Open).collect();
    assert_eq!(open.iter().map(|row| row.due).collect::<Vec<_>>(), [Some(day("2026-12-20"))]);
}

#[test]
fn the_first_due_sets_the_day_that_repeats() {
    let mut trial = Trial::new();
    let row = json!({ "client": trial.client.to_string(), "text": "t", "repeat": "monthly", "due": "2027-01-31" });
    trial.make(&add(Entity::Commitment, row));
    let made = trial.only::<Commitment>().head.uid;
    assert_eq!(trial.only::<Commitment>().repeat_day, Some(31));
    trial.make(&amend(Entity::Commitment, made, json!({ "due": "2027-02-15" })));
    assert_eq!(trial.only::<Commitment>().repeat_day, Some(31), "a moved due is not a new rhythm");
    trial.make(&amend(Entity::Commitment, made, json!({ "repeat": "none" })));
    assert_eq!(trial.only::<Commitment>().repeat_day, None);
}

proptest! {
    #![proptest_config(Config::with_cases(48))]

    /// Over years, through leap days and the ends of months: each due is that of the first, so many times further, and
    /// ours is shown due on the last working day up to it.
    #[test]
    fn a_promise_returns_on_its_day_for_years(days in 0_u64..1500, at in 0_usize..4, late in 0_i64..40) {
        let first = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap() + Days::new(days);
        let (repeat, months) = [("weekly", 0), ("monthly", 1), ("quarterly", 3), ("yearly", 12)][at];
        let mut trial = Trial::new();
        let made_on = json!("2023-11-01");
        let mut open = promise(&mut trial, json!({ "due": first.to_string(), "repeat": repeat, "made_on": made_on }));
        for n in 1..=60_u32 {
            let due = trial.row::<Commitment>(open).due.unwrap();
            // Done late or early: it makes no difference to the next.
            trial.today = plus_days(due, late - 20).max(day("2023-11-20"));
            trial.make(&moved(open, PromiseMove::Done { on: None, note: None }));
            let next = trial.book.commitment.iter().find(|row| row.state == CommitmentState::Open).unwrap();
            let expected = if months == 0 {
                first + Days::new(u64::from(n) * 7)
            } else {
                first.checked_add_months(Months::new(n * months)).unwrap()
            };
            prop_assert_eq!(next.due, Some(expected), "{} of {}", n, first);
            let shown = promises::open(&View::on(&trial.book, trial.today), next).and_then(|open| open.due).unwrap();
            let gap = days_between(shown, expected);
            prop_assert!((0..=2).contains(&gap) && !is_weekend(shown));
            prop_assert!((1..=gap).all(|days| is_weekend(plus_days(shown, days))));
            open = next.head.uid;
        }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() > 4
}
