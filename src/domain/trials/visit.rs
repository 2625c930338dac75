//! Times, overlaps, and the way of a visit, allowed and refused.

use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::date::parse_local;
use crate::domain::edit::{Edit, Fields};
use crate::domain::entity::Visit;
use crate::domain::moves::{Move, PlanVisit, VisitMove};
use crate::domain::refusal::Answers;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::trial::{Trial, add, amend};
use crate::domain::words::{Party, VisitKind, VisitStatus};

fn plan_at(trial: &Trial, start: &str) -> Edit {
    Edit::Move(Move::Plan(PlanVisit {
        client: Id::new(trial.client),
        kind: VisitKind::Meeting,
        start: parse_local(start).unwrap(),
        fold: None,
        minutes: None,
        place_kind: None,
        place: None,
        purpose: None,
        attendees: vec![Id::new(trial.orlova)],
        fields: Fields::new(),
    }))
}

fn moved(visit: uuid::Uuid, wish: VisitMove) -> Edit {
    Edit::Move(Move::Visit(Id::new(visit), wish))
}

fn to(start: &str) -> VisitMove {
    VisitMove::To { start: parse_local(start).unwrap(), fold: None }
}

#[test]
fn a_time_must_exist_and_is_not_long_past() {
    for (start, expected) in [
        ("2026-11-24T10:00", "-"),
        ("2026-11-22T09:00", "-"),
        ("2026-11-22T07:59", "visit-is-past"),
        ("2027-03-28T03:30", "time-does-not-exist"),
        ("2027-03-28T04:00", "-"),
        ("2027-10-31T03:30", "time-happens-twice"),
    ] {
        let mut trial = Trial::new();
        let edit = plan_at(&trial, start);
        assert_eq!(trial.refusal(&edit), expected, "{start}");
    }
}

#[test]
fn a_time_that_happens_twice_is_the_first_or_the_second() {
    for (first, fold, hour) in [(true, 0, 0), (false, 1, 1)] {
        let mut trial = Trial::new();
        trial.answers = Answers::default().and(&Sentence::new("time-happens-twice"), first);
        let edit = plan_at(&trial, "2027-10-31T03:30");
        trial.make(&edit);
        let visit = trial.only::<Visit>();
        assert_eq!((visit.fold, visit.starts().format("%H").to_string()), (fold, format!("0{hour}")));
    }
}

#[test]
fn a_planned_visit_expects_its_people_and_reminds() {
    let mut trial = Trial::new();
    let edit = plan_at(&trial, "2026-11-24T10:00");
    let planned = trial.make(&edit);
    let visit = trial.only::<Visit>();
    assert_eq!((visit.minutes, visit.reminder_minutes, visit.zone), (60, Some(60), chrono_tz::Europe::Sofia));
    assert!(visit.attendees[0].expected && visit.attendees[0].came.is_none());
    assert_eq!(planned.title.id, "title-visit-planned");
}

#[test]
fn overlaps_count_the_longer_way() {
    for (start, travel, other_travel, warned) in [
        ("2026-11-24T10:30", 0, 0, true),
        ("2026-11-24T11:00", 0, 0, false),
        ("2026-11-24T11:15", 30, 0, true),
        ("2026-11-24T11:15", 0, 20, true),
        ("2026-11-24T11:30", 20, 20, false),
        ("2026-11-24T09:00", 0, 0, false),
        ("2026-11-24T09:00", 10, 0, true),
        ("2026-11-25T10:00", 0, 0, false),
    ] {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let row = |start: &str, travel: i64| json!({ "client": client, "start": start, "travel_minutes": travel });
        let mut other = row("2026-11-24T10:00", other_travel);
        other["zone"] = json!("Europe/Sofia");
        trial.has(Entity::Visit, other);
        let planned = trial.make(&add(Entity::Visit, row(start, travel)));
        let ids: Vec<&str> = planned.warnings.iter().map(|warning| warning.id.as_str()).collect();
        assert_eq!(ids, if warned { vec!["visit-overlaps"] } else { vec![] }, "{start} {travel} {other_travel}");
    }
}

/// Noon in Sofia is ten o'clock in London.
#[test]
fn an_overlap_is_told_by_the_clocks_at_home() {
    let mut trial = Trial::new();
    let there = trial.planned("2026-11-24T12:00");
    trial.make(&amend(Entity::Visit, there, json!({ "zone": "Europe/London", "start": "2026-11-24T10:00" })));
    let edit = plan_at(&trial, "2026-11-24T12:30");
    let planned = trial.make(&edit);
    assert_eq!(planned.warnings, [Sentence::new("visit-overlaps").text("other", "Alfa").text("time", "12:00")]);
}

#[test]
fn a_stranger_who_is_asked_along_is_named() {
    for (whose, warned) in [("orlova", None), ("stranger", Some("attendee-elsewhere")), ("ours", None)] {
        let mut trial = Trial::new();
        let person = match whose {
            "orlova" => trial.orlova,
            "ours" => trial.person("ours", "Ours", "bank"),
            _ => trial.person("stranger", "Stranger", "client"),
        };
        let row = json!({ "client": trial.client.to_string(), "start": "2026-11-24T10:00",
            "attendees": [{ "person": person.to_string() }] });
        let made = trial.make(&add(Entity::Visit, row));
        assert_eq!(made.warnings.first().map(|warning| warning.id.as_str()), warned, "{whose}");
        let visit = trial.only::<Visit>().uid().uuid;
        let moved = trial.make(&amend(Entity::Visit, visit, json!({ "place": "there" })));
        assert_eq!(moved.warnings, [], "{whose}: said once");
    }
}

#[test]
fn every_pair_of_states_is_a_move_or_is_refused() {
    let states = ["planned", "held", "cancelled", "missed"];
    let table = [
        ("planned", [". ", "-", "-", "visit-not-over"]),
        ("held", ["visit-was-held", "-", "visit-was-held", "visit-was-held"]),
        ("cancelled", ["move-not-possible", "move-not-possible", "-", "move-not-possible"]),
        ("missed", ["move-not-possible", "move-not-possible", "move-not-possible", "-"]),
    ];
    for (from, row) in table {
        for (to, expected) in states.iter().zip(row) {
            let mut trial = Trial::new();
            let visit = trial.has(
                Entity::Visit,
                json!({
                    "client": trial.client.to_string(), "start": "2026-11-23T09:00", "zone": "Europe/Sofia",
                    "status": from, "cancelled_by": "us", "cancel_reason": "ill", "purpose": "p", "outcome": "o",
                }),
            );
            let edit = amend(Entity::Visit, visit, json!({ "status": to }));
            assert_eq!(trial.refusal(&edit), if from == *to { "-" } else { expected }, "{from} to {to}");
        }
    }
}

#[test]
fn held_asks_for_purpose_outcome_and_a_day_that_has_come() {
    for (start, row, expected) in [
        ("2026-11-23T18:00", json!({ "purpose": "p", "outcome": "o" }), "-"),
        ("2026-11-23T18:00", json!({ "purpose": "p", "outcome_none": true }), "-"),
        ("2026-11-23T18:00", json!({ "outcome": "o" }), "visit-purpose-needed"),
        ("2026-11-23T18:00", json!({ "purpose": "p" }), "visit-outcome-needed"),
        ("2026-11-24T09:00", json!({ "purpose": "p", "outcome": "o" }), "held-in-future"),
    ] {
        let mut trial = Trial::new();
        let visit = trial.planned(start);
        let mut all = row.clone();
        all["status"] = json!("held");
        assert_eq!(trial.refusal(&amend(Entity::Visit, visit, all)), expected, "{start} {row}");
    }
}

#[test]
fn a_visit_that_came_from_a_calendar_without_an_outcome_can_be_touched() {
    let mut trial = Trial::new();
    let visit = trial.has(
        Entity::Visit,
        json!({
            "client": trial.client.to_string(), "start": "2026-11-10T09:00", "zone": "Europe/Sofia", "status": "held",
        }),
    );
    assert_eq!(trial.refusal(&amend(Entity::Visit, visit, json!({ "agenda": "prices" }))), "-");
    trial.make(&amend(Entity::Visit, visit, json!({ "outcome": "o" })));
    assert_eq!(trial.refusal(&amend(Entity::Visit, visit, json!({ "outcome": null }))), "visit-outcome-needed");
    assert_eq!(trial.refusal(&moved(visit, to("2026-11-25T09:00"))), "held-in-future");
    assert_eq!(trial.refusal(&moved(visit, to("2026-11-11T09:00"))), "-", "a wrong day is corrected");
}

#[test]
fn who_cancelled_or_missed_it_and_why() {
    let (by, reason) = (Some(Party::Them), Some("ill".to_owned()));
    for (start, wish, expected) in [
        ("2026-11-24T09:00", VisitMove::Cancel { by, reason: reason.clone() }, "-"),
        ("2026-11-24T09:00", VisitMove::Cancel { by: None, reason: reason.clone() }, "cancel-needs-who"),
        ("2026-11-24T09:00", VisitMove::Cancel { by, reason: None }, "cancel-needs-who"),
        ("2026-11-24T09:00", VisitMove::Missed { by, reason: reason.clone() }, "visit-not-over"),
        ("2026-11-20T09:00", VisitMove::Missed { by, reason: reason.clone() }, "-"),
        ("2026-11-20T09:00", VisitMove::Missed { by, reason: None }, "missed-needs-who"),
    ] {
        let mut trial = Trial::new();
        let visit = trial.planned(start);
        assert_eq!(trial.refusal(&moved(visit, wish.clone())), expected, "{start} {wish:?}");
    }
    let mut trial = Trial::new();
    let held = trial.held("2026-11-20");
    assert_eq!(trial.refusal(&moved(held, VisitMove::Cancel { by, reason: reason.clone() })), "visit-was-held");
    // Also where something was learned at it.
    let (person, client) = (trial.orlova.to_string(), trial.client.to_string());
    let role = json!({ "person": person, "client": client, "kind": "decides", "certainty": "heard",
        "visit": held.to_string(), "learned_on": "2026-11-20" });
    trial.has(Entity::Role, role);
    assert_eq!(trial.refusal(&moved(held, VisitMove::Cancel { by, reason })), "visit-was-held");
}

#[test]
fn a_new_visit_is_planned_or_said_to_have_ended_as_the_rules_let_it() {
    let ended = |status: &str| json!({ "status": status, "cancelled_by": "us", "cancel_reason": "ill" });
    let held = || json!({ "status": "held", "purpose": "p", "outcome": "o" });
    for (start, row, expected) in [
        ("2026-11-24T10:00", json!({}), "-"),
        ("2026-11-20T10:00", json!({}), "visit-is-past"),
        ("2026-11-20T10:00", held(), "-"),
        ("2026-11-24T10:00", held(), "held-in-future"),
        ("2026-11-20T10:00", json!({ "status": "held", "outcome": "o" }), "visit-purpose-needed"),
        ("2026-11-20T10:00", json!({ "status": "held", "purpose": "p" }), "visit-outcome-needed"),
        ("2026-11-24T10:00", ended("cancelled"), "-"),
        ("2026-11-24T10:00", json!({ "status": "cancelled", "cancelled_by": "us" }), "cancel-needs-who"),
        ("2026-11-20T10:00", ended("missed"), "-"),
        ("2026-11-24T10:00", ended("missed"), "visit-not-over"),
        ("2026-11-20T10:00", json!({ "status": "missed", "cancel_reason": "ill" }), "missed-needs-who"),
    ] {
        let mut trial = Trial::new();
        let mut all = row.clone();
        all["client"] = json!(trial.client.to_string());
        all["start"] = json!(start);
        assert_eq!(trial.refusal(&add(Entity::Visit, all)), expected, "{start} {row}");
    }
}

#[test]
fn a_day_on_which_the_bank_is_closed_is_pointed_out_when_it_is_chosen() {
    let holidays = json!({ "holidays": [{ "date": "2026-12-24", "text": "eve" }] });
    for (start, warned) in [
        ("2026-11-24T10:00", None),
        ("2026-11-28T10:00", Some("visit-on-day-off")),
        ("2026-12-24T10:00", Some("visit-on-holiday")),
    ] {
        let mut trial = Trial::new();
        trial.make(&amend(Entity::Settings, crate::domain::book::SETTINGS, holidays.clone()));
        let planned = trial.planned("2026-11-23T10:00");
        let ids = |made: &crate::domain::plan::Planned| -> Option<String> {
            made.warnings.first().map(|warning| warning.id.clone())
        };
        let moved = trial.make(&moved(planned, to(start)));
        assert_eq!(ids(&moved).as_deref(), warned, "{start}");
        let touched = trial.make(&amend(Entity::Visit, planned, json!({ "agenda": "prices" })));
        assert_eq!(ids(&touched), None, "said once");
    }
}

#[test]
fn a_cancelled_or_missed_visit_is_planned_again_as_another_that_follows_it() {
    let (by, reason) = (Some(Party::Us), Some("ill".to_owned()));
    for (start, wish, status) in [
        ("2026-11-24T09:00", VisitMove::Cancel { by, reason: reason.clone() }, VisitStatus::Cancelled),
        ("2026-11-20T09:00", VisitMove::Missed { by, reason: reason.clone() }, VisitStatus::Missed),
    ] {
        let mut trial = Trial::new();
        let visit = trial.planned(start);
        trial.make(&moved(visit, wish));
        let planned = trial.make(&moved(visit, to("2026-11-26T09:00")));
        assert_eq!(planned.title.id, "title-visit-planned");
        assert_eq!(trial.row::<Visit>(visit).status, status);
        let next = trial.book.visit.iter().find(|row| row.head.uid != visit).unwrap();
        assert_eq!((next.status, next.followup_of), (VisitStatus::Planned, Some(Id::new(visit))));
        assert_eq!((next.cancel_reason.as_ref(), next.cancelled_by, next.attendees.len()), (None, None, 2));
    }
}

#[test]
fn what_did_not_take_place_keeps_its_time_and_is_planned_again_once() {
    let mut trial = Trial::new();
    let visit = trial.planned("2026-11-24T09:00");
    trial.make(&moved(visit, VisitMove::Cancel { by: Some(Party::Us), reason: Some("ill".into()) }));
    let other_day = amend(Entity::Visit, visit, json!({ "start": "2026-11-25T09:00" }));
    assert_eq!(trial.refusal(&other_day), "visit-ended-keeps-time");
    assert_eq!(trial.refusal(&amend(Entity::Visit, visit, json!({ "cancel_reason": "flu" }))), "-");
    trial.make(&moved(visit, to("2026-11-26T09:00")));
    let refusal = trial.plan(&moved(visit, to("2026-11-27T09:00"))).unwrap_err();
    let time = parse_local("2026-11-26T09:00").unwrap();
    assert_eq!(refusal.sentence, Sentence::new("visit-planned-again").with("time", Arg::Time(time)));
    let next = trial.book.visit.iter().find(|row| row.head.uid != visit).unwrap().head.uid;
    trial.make(&moved(next, VisitMove::Cancel { by: Some(Party::Us), reason: Some("ill".into()) }));
    assert_eq!(trial.refusal(&moved(visit, to("2026-11-27T09:00"))), "-");
}

#[test]
fn an_answer_to_the_pushing_check_has_its_day() {
    let mut trial = Trial::new();
    let visit = trial.planned("2026-11-24T09:00");
    for (check, on) in [("unticked", Some(trial.today)), ("kept", Some(trial.today)), ("none", None)] {
        trial.make(&amend(Entity::Visit, visit, json!({ "push_check": check, "push_reason": "asked by them" })));
        assert_eq!(trial.row::<Visit>(visit).push_on, on, "{check}");
    }
}

#[test]
fn a_time_on_other_clocks_is_said_at_home_too() {
    let mut trial = Trial::new();
    let visit = trial.planned("2026-11-24T09:00");
    let there = amend(Entity::Visit, visit, json!({ "zone": "Europe/London" }));
    assert_eq!(trial.make(&there).warnings[0].id, "visit-on-other-clocks");
    let warnings = trial.make(&moved(visit, to("2026-11-25T11:00"))).warnings;
    let at = |text: &str| Arg::Time(parse_local(text).unwrap());
    let said = Sentence::new("visit-on-other-clocks").with("there", at("2026-11-25T11:00"));
    assert_eq!(warnings, [said.text("zone", "Europe/London").with("home", at("2026-11-25T13:00"))]);
    let touched = trial.make(&amend(Entity::Visit, visit, json!({ "agenda": "prices" })));
    assert_eq!(touched.warnings, [], "said once");
}

#[test]
fn a_visit_reminds_whichever_way_it_was_planned() {
    let mut trial = Trial::new();
    let row = json!({ "client": trial.client.to_string(), "start": "2026-11-24T10:00" });
    trial.make(&add(Entity::Visit, row));
    assert_eq!(trial.only::<Visit>().reminder_minutes, Some(60));
}

#[test]
fn a_moved_visit_is_the_same_visit() {
    let mut trial = Trial::new();
    let visit = trial.planned("2026-11-24T09:00");
    let planned = trial.make(&moved(visit, to("2026-11-25T11:00")));
    assert_eq!(planned.title.id, "title-visit-moved");
    let row = trial.only::<Visit>();
    assert_eq!((row.start, row.head.rev), (parse_local("2026-11-25T11:00").unwrap(), 2));
    assert_eq!(trial.refusal(&moved(visit, to("2026-11-20T11:00"))), "visit-is-past");
}

#[test]
fn what_a_visit_may_hold() {
    let mut trial = Trial::new();
    let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
    let banker = trial.person("raykova", "Raykova", "bank").to_string();
    let other = trial.has(Entity::Client, json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" }));
    let foreign = trial.has(Entity::Need, json!({ "client": other.to_string(), "title": "theirs" })).to_string();
    let cases: [(Json, &str); 6] = [
        (json!({ "attendees": [{ "person": orlova }, { "person": orlova }] }), "attendee-twice"),
        (json!({ "kind": "reception" }), "visit-host-needed"),
        (json!({ "kind": "reception", "host": orlova }), "not-one-of-ours"),
        (json!({ "kind": "reception", "host": banker }), "-"),
        (json!({ "push_check": "unticked" }), "push-reason-needed"),
        (json!({ "needs_discussed": [foreign] }), "need-of-other"),
    ];
    for (row, expected) in cases {
        let mut all = row.clone();
        all["client"] = json!(client);
        all["start"] = json!("2026-11-24T10:00");
        assert_eq!(trial.refusal(&add(Entity::Visit, all)), expected, "{row}");
    }
}

#[test]
fn a_visit_that_confirms_something_is_not_taken_out() {
    let mut trial = Trial::new();
    let visit = trial.held("2026-11-10");
    trial.need(json!({
        "state": "confirmed", "evidence": [{ "visit": visit.to_string(), "date": "2026-11-10", "weight": "said" }],
    }));
    trial.has(
        Entity::Role,
        json!({
            "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
            "certainty": "confirmed", "learned_on": "2026-11-10", "visit": visit.to_string(),
        }),
    );
    let mut answers = Answers::default();
    let mut new_uid = uuid::Uuid::nil;
    answers.yes_to_all = true;
    let mut cx = crate::domain::plan::Context {
        today: trial.today,
        now: trial.now,
        answers: &answers,
        new_uid: &mut new_uid,
        texts: &|sentence| sentence.id.clone(),
    };
    let mut planning = crate::domain::plan::Planning::new(&trial.book, &mut cx);
    planning.take_out(Entity::Visit, visit);
    let refusal = planning.finish().unwrap_err();
    assert_eq!(refusal.sentence, Sentence::new("visit-confirms-facts").count("n", 2));
}
