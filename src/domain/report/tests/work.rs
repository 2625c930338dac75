//! Service, sales and marketing.

use serde_json::{Value as Json, json};

use super::*;
use crate::domain::figures::testing::with as merged;

/// Monday 23 November 2026.
const TODAY: &str = "2026-11-23";

#[test]
fn problems_are_raised_closed_in_time_and_wait() {
    let problem = |uid: &str, raised: &str, more: Json| {
        merged(json!({ "uid": uid, "client": "a", "title": uid, "raised_on": raised, "topic": "speed" }), more)
    };
    let closed =
        |told: &str, due: Json| json!({ "state": "resolved", "resolution": "-", "told_client_on": told, "due": due });
    let book = with(json!({ "problem": [
        problem("in time", "2026-10-30", closed("2026-11-04", json!("2026-11-04"))),
        problem("late", "2026-11-02", closed("2026-11-12", json!("2026-11-11"))),
        problem("no day", "2026-11-02", closed("2026-11-03", Json::Null)),
        problem("answered, client not told", "2026-11-09", json!({ "state": "answered", "resolution": "-" })),
        problem("told tomorrow", "2026-11-20", closed("2026-11-24", Json::Null)),
        problem("a year ago", "2025-11-12", closed("2025-11-20", json!("2025-11-19"))),
    ] }));
    let report = read(&book, Kind::Month, TODAY);
    for (key, expected, parts) in [
        ("raised", "4 1", (4, 4)),
        ("closed", "3 0", (3, 3)),
        // Three, eight and one working days.
        ("days-to-close", "3 ?", (3, 3)),
        ("closed-in-time", "50 -", (2, 3)),
        ("still-open", "2 1", (2, 2)),
        ("repeated", "4 0", (4, 4)),
    ] {
        let found = row(&report, "problems", key);
        assert_eq!((shown(found).as_str(), known(found)), (expected, parts), "{key}");
    }
    let longest = row(&report, "problems", "still-open").why.as_ref().unwrap();
    assert_eq!(longest.args[0].1, crate::domain::Arg::Count(10), "since 9 November");
}

#[test]
fn each_department_with_its_days_and_what_is_still_there() {
    let pass = |department: &str, on: &str, back: Json| json!({ "department": department, "on": on, "back_on": back });
    let book = with(json!({ "problem": [
        { "client": "a", "title": "1", "raised_on": "2026-10-01", "due": "2026-11-05", "passes": [
            pass("legal", "2026-10-29", json!("2026-11-03")), pass("legal", "2026-11-09", json!("2026-11-12")),
            pass("risk", "2026-11-16", Json::Null), pass("IT", "2026-09-01", json!("2026-09-02")),
        ] },
    ] }));
    let report = read(&book, Kind::Month, TODAY);
    // Passed on in the period, back, median days, in time, still there, longest.
    for (department, expected, parts) in [("legal", "1 2 3 50 0 -", (2, 2)), ("risk", "1 0 - - 1 5", (0, 1))] {
        let found = row(&report, "departments", department);
        assert_eq!((shown(found).as_str(), known(found)), (expected, parts), "{department}");
    }
    assert!(table(&report, "departments").row("IT").is_none(), "came back before the period");
}

#[test]
fn promises_of_both_sides_whose_day_has_come() {
    let promise = |who: &str, due: Json, done: Json| {
        let state = if done.is_null() { "open" } else { "done" };
        json!({ "client": "a", "who": who, "text": "-", "made_on": "2026-11-01", "due": due, "done_on": done, "state": state })
    };
    let ours = [
        ("2026-11-02", json!("2026-11-02")),
        ("2026-11-03", json!("2026-11-01")),
        ("2026-11-04", json!("2026-11-09")),
        ("2026-11-05", Json::Null),
        ("2026-11-22", json!("2026-11-22")),
        ("2026-11-23", Json::Null),
        ("2026-10-31", json!("2026-10-31")),
    ];
    let mut rows: Vec<Json> = ours.map(|(due, done)| promise("we", json!(due), done)).to_vec();
    rows.push(promise("they", json!("2026-11-10"), Json::Null));
    rows.push(promise("they", Json::Null, Json::Null));
    rows.push(merged(promise("we", json!("2026-11-06"), Json::Null), json!({ "state": "cancelled" })));
    let report = read(&with(json!({ "commitment": rows })), Kind::Month, TODAY);
    // Due, kept in time, share of five and more, done late, not yet, share before.
    for (key, expected, parts) in [("ours", "5 3 60 1 1 -", (5, 5)), ("theirs", "1 0 - 0 1 -", (1, 2))] {
        let found = row(&report, "promises", key);
        assert_eq!((shown(found).as_str(), known(found)), (expected, parts), "{key}");
    }
}

#[test]
fn visits_belong_to_the_day_of_the_book_s_zone_also_at_the_year_s_end() {
    let visit = |uid: &str, start: &str, zone: &str, more: Json| {
        merged(
            json!({ "uid": uid, "client": "a", "start": start, "zone": zone, "status": "held", "kind": "call" }),
            more,
        )
    };
    let book = with(json!({ "visit": [
        visit("new year in Sofia", "2025-12-31T23:30", "Europe/London", json!({ "requested_by": "them" })),
        visit("old year in Sofia", "2025-12-31T23:30", "Europe/Sofia", json!({})),
        visit("not met", "2026-01-09T10:00", "Europe/Sofia", json!({ "status": "missed" })),
        visit("called off", "2026-01-09T12:00", "Europe/Sofia", json!({ "status": "cancelled" })),
        visit("not written up", "2026-01-14T10:00", "Europe/Sofia", json!({ "status": "planned" })),
        visit("to come", "2026-01-16T10:00", "Europe/Sofia", json!({ "status": "planned" })),
        visit("pushed", "2026-01-20T10:00", "Europe/Sofia", json!({ "status": "planned", "push_check": "kept", "push_on": "2026-01-12" })),
    ] }));
    let report = read(&book, Kind::Month, "2026-01-15");
    for (of, key, expected, parts) in [
        ("visits", "held", "1 1", (1, 2)),
        ("visits", "held-call", "1 1", (1, 2)),
        ("visits", "held-meeting", "0 0", (1, 2)),
        ("visits", "they-asked", "1 0", (1, 1)),
        ("visits", "clients-met", "1 1", (1, 1)),
        ("visits", "missed", "1 0", (1, 1)),
        ("visits", "cancelled", "1 0", (1, 1)),
        ("pushing", "offers-before-need", "1 0", (1, 1)),
    ] {
        let found = row(&report, of, key);
        assert_eq!((shown(found).as_str(), known(found)), (expected, parts), "{key}");
    }
    let year = read(&book, Kind::Year, "2026-01-15");
    assert_eq!(shown(row(&year, "visits", "held")), "1 1");
}

#[test]
fn needs_are_found_by_their_first_evidence_and_special_ones_are_counted_by_client() {
    let need = |uid: &str, made: &str, more: Json| {
        merged(json!({ "uid": uid, "client": "a", "title": uid, "created_at": format!("{made}T09:00:00Z") }), more)
    };
    let seen = |on: &str| json!([{ "date": on, "weight": "said", "quote": "-" }]);
    let book = with(json!({ "need": [
        need("1", "2026-11-05", json!({ "voice": "hidden", "breadth": "special", "theme": "advice" })),
        need("2", "2026-11-05", json!({ "voice": "stated", "evidence": seen("2026-10-31"), "voiced_on": "2026-11-02", "theme": "fx" })),
        need("3", "2026-01-05", json!({ "voice": "stated", "breadth": "special", "state": "met", "addressed_on": "2026-11-01", "met_on": "2026-11-20" })),
        need("4", "2026-01-05", json!({ "voice": "stated", "state": "met", "met_on": "2026-10-20" })),
        need("5", "2026-01-05", json!({ "state": "dropped", "drop_kind": "no_product", "theme": "advice" })),
    ] }));
    let report = read(&book, Kind::Month, TODAY);
    for (key, expected) in [
        ("needs-found", "1 1"),
        ("needs-hidden", "1 0"),
        ("needs-voiced", "1 0"),
        ("needs-addressed", "1 0"),
        ("needs-met", "1 1"),
        ("needs-met-special", "1 0"),
    ] {
        assert_eq!(shown(row(&report, "needs", key)), expected, "{key}");
    }
    // Special ones, met of them, met in the period; known for those whose breadth is.
    let special = row(&report, "special", "a");
    assert_eq!((shown(special).as_str(), known(special)), ("2 1 1", (2, 4)));
    // What to research: open now, a quarter ago, the change.
    for (key, expected) in
        [("needs-advice", "advice 1 0 1"), ("needs-fx", "fx 1 0 1"), ("dropped-advice", "advice 1 ? ?")]
    {
        assert_eq!(shown(row(&report, "research", key)), expected, "{key}");
    }
}

#[test]
fn offers_by_what_became_of_them() {
    let offer = |uid: &str, state: &str, more: Json| {
        merged(json!({ "uid": uid, "client": "a", "title": uid, "state": state }), more)
    };
    let book = with(json!({
        "visit": [{ "uid": "v", "client": "a", "start": "2026-11-03T10:00", "zone": "Europe/Sofia", "status": "held" }],
        "proposal": [
            offer("waits", "presented", json!({ "presented_in": "v", "valid_until": "2026-12-01" })),
            offer("ran out", "presented", json!({ "presented_in": "v", "valid_until": "2026-11-20" })),
            offer("taken", "accepted", json!({ "presented_in": "v", "decided_on": "2026-11-10" })),
            offer("refused", "declined", json!({ "decided_on": "2026-11-11", "declined_by": "them", "decline_reason": "dear" })),
            offer("taken back", "declined", json!({ "decided_on": "2026-10-11", "declined_by": "us", "decline_reason": "-" })),
            offer("only begun", "draft", json!({})),
        ],
    }));
    let report = read(&book, Kind::Month, TODAY);
    for (key, expected) in [
        ("offers-presented", "3 0"),
        ("offers-accepted", "1 0"),
        ("offers-declined", "1 0"),
        ("offers-withdrawn", "0 1"),
        ("offers-expired", "1 0"),
    ] {
        assert_eq!(shown(row(&report, "offers", key)), expected, "{key}");
    }
    assert_eq!(table(&report, "results").rows.len(), 4);
}

#[test]
fn occasions_marked_and_missed_and_receptions_told_from_october() {
    let occasion = |on: &str, marked: Json| json!({ "client": "a", "kind": "company_day", "date": on, "recurring": "yearly", "marked": marked });
    let mark = json!([{ "year": 2026, "date": "2026-11-05", "what": "flowers" }]);
    let book = with(
        json!({ "occasion": [occasion("2010-11-05", mark), occasion("2010-11-12", json!([])), occasion("2010-12-12", json!([]))] }),
    );
    let report = read(&book, Kind::Month, TODAY);
    let marked = row(&report, "marketing", "occasions-marked");
    assert_eq!((shown(marked).as_str(), known(marked)), ("1 0", (1, 2)));
    assert_eq!(shown(row(&report, "marketing", "no-reception")), "1 -");
    let summer = read(&book, Kind::Month, "2026-09-30");
    assert!(table(&summer, "marketing").row("no-reception").is_none());
}
