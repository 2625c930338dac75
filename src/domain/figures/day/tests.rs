//! The day of the demo, and what stays in sight on small ones.

use super::*;
use crate::domain::figures::testing::{DEMO, book, client, day, demo_now, demo_today, id};
use serde_json::json;

fn demo_day() -> Day {
    Day::of(&View::on(&DEMO, demo_today()), demo_now(), &Past::default())
}

fn handle(client: Id<Client>) -> &'static str {
    DEMO.client.get(client).map_or("?", |client| client.handle.as_str())
}

#[test]
fn the_demo_s_visits() {
    let today = demo_day();
    let visits: Vec<&str> = today.visits.iter().map(|visit| handle(visit.client)).collect();
    assert_eq!(visits, ["sineva", "volga-metall", "kaliakra", "ashcombe", "strandzha"]);
    let needs = today.visits.iter().map(|visit| visit.hidden_need);
    let expected = ["n-sv-equity", "n-vm-exit", "", "n-av-stake", "n-sm-quiet"];
    for (need, expected) in needs.zip(expected) {
        assert_eq!(need.is_some(), !expected.is_empty());
        assert!(need.is_none_or(|need| need == id(expected)), "{expected}");
    }
    let promised = |at: usize| today.visits[at].promised.iter().map(|row| row.late_days).collect::<Vec<_>>();
    assert_eq!(promised(1), [3, 0], "theirs is three days late, ours is due in December");
    assert_eq!(today.visits[0].problems, [id("y-sineva-1")]);
    assert_eq!(today.visits[3].occasions, [0, 1]);
    assert_eq!(today.next, Some(id("v-kitanami-2026-11-24")));
}

#[test]
fn the_demo_s_groups() {
    let today = demo_day();
    assert_eq!(today.to_write_up, [id("v-volga-trans-2026-11-20")]);
    assert_eq!(today.late(), (3, 6));
    assert_eq!(today.promises_group().count(), 9);
    let late: Vec<(&str, i64)> = today.promises.iter().take(3).map(|row| (handle(row.client), row.late_days)).collect();
    assert_eq!(late, [("sidrat", 10), ("altyn-dala", 7), ("tinglan-instruments", 3)]);
    let overdue: Vec<(&str, i64)> = today.overdue_group().iter().map(|row| (handle(row.client), row.days)).collect();
    assert_eq!(
        overdue,
        [
            ("tinglan-instruments", 5),
            ("velkov", 21),
            ("sidrat", 10),
            ("altyn-dala", 5),
            ("yunqiao", 14),
            ("saltmere", 53),
            ("hewei", 35),
            ("terra-nuova", 12),
        ]
    );
    let booked_on = today.overdue_group()[0].next.map(|next| next.day);
    assert_eq!(booked_on, Some(day("2026-11-27")));
    let signals: Vec<(&str, &str)> =
        today.signals_group().map(|signal| (signal.kind.word(), handle(signal.client))).collect();
    assert_eq!(signals, [("satisfaction_falling", "altyn-dala"), ("decider_cooled", "altyn-dala")]);
    let problems: Vec<&str> =
        today.problems.iter().map(|problem| handle(DEMO.problem.get(*problem).unwrap().client)).collect();
    assert_eq!(problems.len(), 8);
    assert_eq!(problems[..2], ["tinglan-instruments", "altyn-dala"]);
    let owed: Vec<(&str, NaiveDate)> = today.follow_up.iter().map(|owed| (handle(owed.client), owed.due)).collect();
    assert_eq!(owed, [("tinglan-europe", day("2026-11-20")), ("mramorica", demo_today())]);
}

#[test]
fn the_next_visit_is_one_that_is_shown() {
    let at =
        |uid: &str, client: &str, start: &str| json!({ "uid": uid, "client": client, "start": start, "zone": "UTC" });
    let book = book(&json!({ "tables": {
        "client": [client("a", json!({})), client("gone", json!({ "status": "archived" }))],
        "visit": [at("v1", "gone", "2026-11-24T10:00"), at("v2", "a", "2026-11-26T10:00")],
    }}));
    let day = Day::of(&View::on(&book, demo_today()), demo_now(), &Past::default());
    assert_eq!(day.next, Some(id("v2")));
}

/// Ours due on a Saturday is shown due on Friday and late on Sunday: on the day itself it is in the group still.
#[test]
fn a_promise_due_on_a_day_off_stays_in_sight_until_it_is_late() {
    let promise = json!({ "client": "a", "text": "-", "made_on": "2026-11-01", "due": "2026-11-28" });
    let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "commitment": [promise] } }));
    for (today, due, late) in [("2026-11-27", 1, 0), ("2026-11-28", 1, 0), ("2026-11-29", 1, 1)] {
        let day = Day::of(&View::on(&book, day(today)), demo_now(), &Past::default());
        assert_eq!((day.promises_group().count(), day.late().0), (due, late), "{today}");
    }
}

#[test]
fn the_cursor_follows_the_clock() {
    let today = demo_day();
    for (time, at) in [("06:00", 0), ("07:45", 0), ("08:16", 0), ("09:30", 0), ("10:00", 1), ("23:00", 4)] {
        let now = format!("2026-11-23T{time}:00Z").parse().unwrap();
        assert_eq!(today.current(now), Some(at), "{time} UTC");
    }
}

/// Somebody decides in general, somebody else on the offer that the visit is about.
#[test]
fn a_visit_about_an_offer_asks_for_its_deciders() {
    let decides = |person: &str, offer: Option<&str>| json!({ "person": person, "client": "a", "kind": "decides", "learned_on": "2026-11-01", "proposal": offer });
    let person = |uid: &str| json!({ "uid": uid, "handle": uid, "family_name": uid });
    let visit = |uid: &str, offers: &[&str]| json!({ "uid": uid, "client": "a", "start": "2026-11-23T10:00", "zone": "UTC", "proposals": offers });
    let book = book(&json!({ "tables": {
        "client": [client("a", json!({}))],
        "person": [person("head"), person("buyer")],
        "affiliation": [{ "person": "head", "client": "a" }, { "person": "buyer", "client": "a" }],
        "proposal": [{ "uid": "o", "client": "a", "title": "-" }],
        "role": [decides("head", None), decides("buyer", Some("o"))],
        "visit": [visit("plain", &[]), visit("about", &["o"])],
    }}));
    let day = Day::of(&View::on(&book, demo_today()), demo_now(), &Past::default());
    for visit in &day.visits {
        let map = crate::domain::map::DecisionMap::of(&book, visit.ask(&book, day.date), &Past::default());
        let decides = if visit.visit == id("about") { "buyer" } else { "head" };
        assert_eq!(map.deciders().next().map(|holder| holder.person), Some(id(decides)));
    }
}
