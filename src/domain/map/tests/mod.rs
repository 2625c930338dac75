//! The worked examples, and each rule of the map on a book made for it.

mod demo;

use serde_json::{Value as Json, json};

use super::*;
use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, uuid, with};
use crate::domain::table::Row as _;
use crate::domain::words::Certainty;

fn person(name: &str) -> Json {
    json!({ "uid": name, "handle": name, "family_name": name })
}

fn place(person: &str, level: &str, more: Json) -> Json {
    with(json!({ "uid": format!("place {person}"), "person": person, "client": "c", "level": level }), more)
}

fn role(person: &str, kind: &str, certainty: &str, learned_on: &str, more: Json) -> Json {
    let uid = format!("{person} {kind}");
    let row = json!({
        "uid": uid, "person": person, "client": "c", "kind": kind, "certainty": certainty, "learned_on": learned_on,
    });
    with(row, more)
}

fn stance(person: &str, on: &str, more: Json) -> Json {
    with(json!({ "uid": format!("{person} {on} {more}"), "person": person, "client": "c", "on": on }), more)
}

/// A client `c` with people a to e of it.
fn small(more: Json) -> Book {
    let people = ["a", "b", "c1", "d", "e"];
    let tables = json!({
        "client": [client("c", json!({}))],
        "person": people.map(person),
        "affiliation": people.map(|name| place(name, "top", json!({}))),
    });
    book(&json!({ "tables": with(tables, more) }))
}

fn map(book: &Book, on: &str) -> DecisionMap {
    DecisionMap::today(book, id("c"), day(on))
}

fn kinds(map: &DecisionMap) -> Vec<&'static str> {
    map.findings.iter().map(|finding| finding.kind.word()).collect()
}

/// The worked example of the completeness: today is 2026-11-24.
fn worked() -> Book {
    small(json!({ "role": [
        role("a", "prepares", "confirmed", "2026-10-25", json!({})),
        role("b", "agrees", "heard", "2026-09-25", json!({})),
        role("c1", "speaks_for", "confirmed", "2026-01-28", json!({})),
        role("d", "decides", "assumed", "2026-11-04", json!({})),
    ] }))
}

#[test]
fn the_worked_example_of_completeness() {
    let map = map(&worked(), "2026-11-24");
    let values: Vec<(&str, i64, &str)> = map
        .steps
        .iter()
        .map(|row| {
            let mark = row.holders.first().map_or("", |holder| holder.freshness.word());
            (row.kind.word(), (row.value + 20) / 40, mark)
        })
        .collect();
    assert_eq!(
        values,
        [
            ("prepares", 891, "fresh"),
            ("agrees", 397, "fresh"),
            ("speaks_for", 315, "ask"),
            ("budgets", 0, ""),
            ("decides", 231, "fresh"),
        ]
    );
    assert_eq!(map.completeness, 34);
    let remarks: Vec<String> = map.remarks().iter().map(|remark| format!("{} {:?}", remark.id, remark.args)).collect();
    assert_eq!(remarks.len(), 3);
    for (remark, (id, step)) in remarks.iter().zip([
        ("map-step-missing", "budgets"),
        ("map-step-assumed", "decides"),
        ("map-step-old", "speaks_for"),
    ]) {
        assert!(remark.contains(id) && remark.contains(step), "{remark}");
    }
    assert_eq!(completeness_of(&worked(), id("c"), day("2026-11-24")), 34);
}

#[test]
fn an_absent_step_leaves_the_sum() {
    let absent = json!([{ "step": "budgets", "reason": "the holding pays", "on": "2026-11-01" }]);
    let mut row = worked();
    let book = {
        let mut client = row.client.get(id("c")).cloned().unwrap();
        client.set_field("absent_steps", &absent).unwrap();
        row.put(client.into_record());
        row
    };
    assert_eq!(map(&book, "2026-11-24").completeness, 41, "2.0650 of 5");
    assert_eq!(map(&book, "2026-11-24").missing().count(), 0);
    assert_eq!(
        DecisionMap::of(&book, Ask::today(id("c"), day("2026-11-24")).as_of(day("2026-10-31")), &Past::default())
            .missing()
            .count(),
        1
    );
}

#[test]
fn the_worked_example_of_the_balance() {
    let four = ["a", "b", "c1", "d"].map(|name| place(name, "top", json!({})));
    let book = small(json!({ "affiliation": four, "stance": [
        stance("a", "2026-11-01", json!({ "value": 2, "influence": 5 })),
        stance("b", "2026-11-01", json!({ "value": 1, "influence": 3 })),
        stance("c1", "2026-11-01", json!({ "value": -1, "influence": 4 })),
        stance("d", "2026-11-01", json!({ "influence": 2 })),
    ] }));
    let balance = map(&book, "2026-11-24").balance;
    assert_eq!((balance.percent, balance.known, balance.of, balance.guessed), (Some(38), 3, 4, 0));
    assert_eq!(balance::balance([&Attitude::default()]).percent, None, "nobody known is not 0");
    let book = small(json!({ "stance": [stance("a", "2026-11-01", json!({ "value": -2 }))] }));
    let balance = map(&book, "2026-11-24").balance;
    assert_eq!((balance.percent, balance.guessed), (Some(-100), 1));
}

#[test]
fn a_role_whose_holder_has_left_does_not_fill_its_step() {
    let book = small(json!({
        "affiliation": [place("a", "top", json!({ "from": "2020-01-01", "to": "2026-06-01" })), place("b", "top", json!({}))],
        "role": [role("a", "decides", "confirmed", "2026-01-01", json!({}))],
    }));
    let now = map(&book, "2026-11-24");
    assert_eq!(now.completeness, 0);
    assert!(now.missing().any(|step| step == RoleKind::Decides));
    assert!(now.row(RoleKind::Decides).unwrap().holders[0].left);
    assert!(kinds(&now).contains(&"left"));
    let then =
        DecisionMap::of(&book, Ask::today(id("c"), day("2026-11-24")).as_of(day("2026-05-31")), &Past::default());
    assert!(then.missing().all(|step| step != RoleKind::Decides));
    assert!(!kinds(&then).contains(&"left"));
    let before =
        DecisionMap::of(&book, Ask::today(id("c"), day("2026-11-24")).as_of(day("2019-12-31")), &Past::default());
    assert!(before.missing().any(|step| step == RoleKind::Decides), "an open start takes the position's");
}

#[test]
fn as_of_a_date_windows_count_and_later_confirmations_do_not() {
    let book = small(json!({ "role": [
        role("a", "decides", "confirmed", "2026-10-01", json!({ "from": "2025-03-01", "reconfirmed_on": "2026-11-20" })),
        role("b", "agrees", "heard", "2026-01-01", json!({ "from": "2026" })),
        role("d", "budgets", "heard", "2026-01-01", json!({ "from": "2024-01-01", "to": "2026-02-01", "end_reason": "wrong" })),
    ] }));
    let at = |on: &str| DecisionMap::of(&book, Ask::today(id("c"), day("2026-11-24")).as_of(day(on)), &Past::default());
    let decider = |on: &str| at(on).row(RoleKind::Decides).unwrap().holders.first().map(|holder| holder.age_days);
    for (on, age) in [("2025-02-28", None), ("2025-03-01", Some(0)), ("2026-11-10", Some(40)), ("2026-11-24", Some(4))]
    {
        assert_eq!(decider(on), age, "{on}");
    }
    for (on, possibly) in [("2025-12-31", None), ("2026-06-01", Some(true)), ("2026-12-31", Some(false))] {
        let holder = at(on).row(RoleKind::Agrees).unwrap().holders.first().map(|holder| holder.possibly);
        assert_eq!(holder, possibly, "{on}");
    }
    assert!(at("2025-06-01").row(RoleKind::Budgets).unwrap().holders.is_empty(), "a mistake was never true");
    let early = DecisionMap::of(&book, Ask::today(id("c"), day("2026-09-30")), &Past::default());
    assert!(early.row(RoleKind::Decides).unwrap().holders.is_empty(), "not known on that today");
}

#[test]
fn the_journal_tells_how_sure_we_were_and_what_made_it_doubtful() {
    let book = small(
        json!({ "role": [role("a", "decides", "confirmed", "2026-06-01", json!({ "reconfirmed_on": "2026-11-01" }))] }),
    );
    let ask = Ask::today(id("c"), day("2026-11-24"));
    let then = RoleThen { certainty: Certainty::Heard, reconfirmed_on: None, limit: None };
    let past = Past { roles: [(id("a decides"), then)].into_iter().collect(), ..Past::default() };
    let holder =
        |ask, past: &Past| DecisionMap::of(&book, ask, past).row(RoleKind::Decides).unwrap().holders[0].clone();
    let was = holder(ask.as_of(day("2026-06-11")), &past);
    assert_eq!((was.certainty, was.age_days), (Certainty::Heard, 10));
    let upset =
        |on: &str| Past { upsets: vec![Upset { person: id("a"), client: id("c"), on: day(on) }], ..Past::default() };
    for (on, freshness) in [
        ("2026-10-31", Freshness::Fresh),
        ("2026-11-01", Freshness::Fresh),
        ("2026-11-02", Freshness::Ask),
        ("2026-11-25", Freshness::Fresh),
    ] {
        let now = holder(ask, &upset(on));
        assert_eq!((now.freshness, now.age_days), (freshness, 23), "{on}");
    }
}

#[test]
fn stance_and_influence_are_each_the_latest_and_a_reset_forgets_both() {
    let rows = json!({ "stance": [
        stance("a", "2026-01-01", json!({ "value": -1, "influence": 3 })),
        stance("a", "2026-02-01", json!({ "value": 2 })),
        with(stance("a", "2026-03-01", json!({ "value": 1 })), json!({ "created_at": "2026-03-01T10:00:00Z" })),
        with(stance("a", "2026-03-01", json!({ "value": 0 })), json!({ "created_at": "2026-03-01T11:00:00Z" })),
        stance("a", "2026-04-01", json!({ "proposal": "o", "value": -2 })),
        stance("a", "2026-06-01", json!({ "reset": true })),
        stance("a", "2026-07-01", json!({ "influence": 5 })),
    ], "proposal": [{ "uid": "o", "client": "c", "title": "o" }] });
    let book = small(rows);
    for (on, offer, expected) in [
        ("2025-12-31", false, (None, None)),
        ("2026-01-31", false, (Some(-1), Some(3))),
        ("2026-02-01", false, (Some(2), Some(3))),
        ("2026-03-01", false, (Some(0), Some(3))),
        ("2026-05-01", false, (Some(0), Some(3))),
        ("2026-05-01", true, (Some(-2), Some(3))),
        ("2026-06-01", true, (None, None)),
        ("2026-07-01", false, (None, Some(5))),
    ] {
        let at = attitude(&book, id("a"), id("c"), offer.then(|| id("o")), day(on));
        assert_eq!((at.stance(), at.influence()), expected, "{on} {offer}");
    }
}

#[test]
fn findings_come_in_their_order_each_under_its_condition() {
    let limit = |rub: i64| json!({ "limit": { "minor": rub, "currency": "RUB" } });
    let sure = |person, kind, more| role(person, kind, "confirmed", "2026-11-20", more);
    let came = json!([{ "person": "a", "came": "yes" }]);
    let visit = |uid: &str, on: &str| json!({ "uid": uid, "client": "c", "start": format!("{on}T10:00"), "zone": "UTC", "status": "held", "attendees": came });
    let meets = json!([visit("v1", "2026-10-01"), visit("v2", "2026-11-01")]);
    let warm =
        json!([stance("a", "2026-11-01", json!({ "value": 1 })), stance("b", "2026-11-01", json!({ "value": 1 })),]);
    let cases: &[(&str, Json, &[&str])] = &[
        (
            "two decide without limits",
            json!([sure("a", "decides", json!({})), sure("b", "decides", json!({}))]),
            &["conflict"],
        ),
        (
            "two decide up to the same",
            json!([sure("a", "decides", limit(5)), sure("b", "decides", limit(5))]),
            &["conflict"],
        ),
        ("two decide by limit", json!([sure("a", "decides", limit(5)), sure("b", "decides", json!({}))]), &[]),
        (
            "one holds three steps",
            json!([sure("a", "decides", json!({})), sure("a", "budgets", json!({})), sure("a", "agrees", json!({}))]),
            &["single_point"],
        ),
        (
            "an old fact",
            json!([sure("b", "decides", json!({})), role("a", "agrees", "heard", "2026-05-01", json!({}))]),
            &["decider_never_met", "stale"],
        ),
        (
            "an unknown stance",
            json!([sure("a", "decides", json!({})), sure("d", "budgets", json!({}))]),
            &["unknown_stance"],
        ),
    ];
    for (what, roles, expected) in cases {
        let book = small(json!({ "role": roles, "visit": [meets[0]], "stance": warm }));
        let map = map(&book, "2026-11-24");
        let found: Vec<&str> = kinds(&map).into_iter().filter(|kind| *kind != "missing_step").collect();
        assert_eq!(found, *expected, "{what}");
    }
    let book = small(json!({
        "affiliation": [place("a", "top", json!({}))],
        "role": [sure("a", "decides", json!({}))],
        "visit": meets,
        "stance": [stance("a", "2026-11-01", json!({ "value": -1 }))],
    }));
    let map = map(&book, "2026-11-24");
    assert_eq!(kinds(&map)[4..], ["opponent", "single_point", "only_one_road"]);
    assert_eq!(map.findings[5].text.id, "finding-single-visits");
}

#[test]
fn questions_follow_what_is_missing_most_and_name_their_record() {
    let book = worked();
    let asked = map(&book, "2026-11-24").questions(&book);
    let ids: Vec<_> =
        asked.iter().map(|question| (question.text.id.as_str(), question.step.map(RoleKind::word))).collect();
    assert_eq!(
        ids,
        [
            ("question-still", Some("decides")),
            ("question-meet-decider", Some("decides")),
            ("question-stance", Some("decides")),
            ("question-budgets", Some("budgets")),
            ("question-still", Some("speaks_for")),
        ]
    );
    assert_eq!(asked[0].record, Some(uuid("d decides")));
    let all = DEMO.client.iter().map(|row| DecisionMap::today(&DEMO, Id::new(row.head.uid), demo_today()));
    assert!(all.into_iter().all(|map| map.questions(&DEMO).len() <= questions::MOST));
}

#[test]
fn a_limit_is_too_low_as_it_was_known_on_the_day() {
    let rub = |minor: i64| json!({ "minor": minor, "currency": "RUB" });
    let money = |minor: i64| crate::domain::money::Money::new(minor, "RUB".parse().unwrap());
    for (limit, then, low) in [
        (rub(500), None, true),
        (rub(1000), None, false),
        (Json::Null, None, false),
        (rub(500), Some(Some(2000)), false),
        (rub(2000), Some(Some(500)), true),
        (rub(500), Some(None), false),
    ] {
        let shown = format!("{limit} then {then:?}");
        let book = small(json!({
            "role": [role("a", "decides", "heard", "2026-01-01", json!({ "limit": limit }))],
            "proposal": [{ "uid": "o", "client": "c", "title": "o" }],
            "proposal_term": [
                { "uid": "t", "proposal": "o", "label": "sum", "kind": "amount", "value": rub(1000) },
            ],
        }));
        let mut past = Past::default();
        if let Some(limit) = then {
            let limit = limit.map(money);
            let role = RoleThen { certainty: Certainty::Heard, reconfirmed_on: None, limit };
            past.roles.insert(id("a decides"), role);
        }
        let ask = Ask::today(id("c"), day("2026-11-24")).as_of(day("2026-06-01"));
        let map = DecisionMap::of(&book, ask, &past);
        assert_eq!(kinds(&map).contains(&FindingKind::LimitTooLow.word()), low, "{shown}");
    }
}
