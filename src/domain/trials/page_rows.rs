//! Which rows a page of a visit means: those of its clients alone, the mood of the visit and not of the day, the ticks
//! it set, and the next visit where this one was.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::after_visit::{full, record, recorded};
use crate::domain::after_visit::{
    MoodLine, NeedLine, NextVisit, NoteLine, Page, ProblemLine, PromiseLine, moods, prefill,
};
use crate::domain::book::Entity;
use crate::domain::date::parse_local;
use crate::domain::entity::{Commitment, Satisfaction, Visit};
use crate::domain::table::{Id, Row};
use crate::domain::trial::{Trial, amend};
use crate::domain::words::{CommitmentState, NeedState, VisitKind, VisitStatus, Voice, Weight};

/// A page that names one row of each kind by its uid.
fn naming(rows: [Uuid; 5]) -> [(Page, &'static str); 5] {
    let [promise, problem, note, need, mood] = rows;
    let page = || Page { purpose: Some("p".into()), outcome: Some("o".into()), ..Page::default() };
    let (promise, problem) = (Some(Id::new(promise)), Some(Id::new(problem)));
    [
        (
            Page { promises: vec![PromiseLine { promise, done: Some(true), ..PromiseLine::default() }], ..page() },
            "promises[0].promise",
        ),
        (
            Page {
                problems: vec![ProblemLine { problem, title: Some("x".into()), ..ProblemLine::default() }],
                ..page()
            },
            "problems[0].problem",
        ),
        (
            Page {
                notes: vec![NoteLine { note: Some(Id::new(note)), text: Some("x".into()), ..NoteLine::default() }],
                ..page()
            },
            "notes[0].note",
        ),
        (
            Page {
                needs: vec![NeedLine {
                    need: Some(Id::new(need)),
                    state: Some(NeedState::Hypothesis),
                    ..NeedLine::default()
                }],
                ..page()
            },
            "needs[0].need",
        ),
        (
            Page {
                satisfaction: Some(MoodLine {
                    satisfaction: Some(Id::new(mood)),
                    score: Some(1),
                    ..MoodLine::default()
                }),
                ..page()
            },
            "satisfaction.satisfaction",
        ),
    ]
}

fn rows_of(trial: &mut Trial, client: Uuid) -> [Uuid; 5] {
    let row = |more: Json| {
        let mut row = json!({ "client": client.to_string() });
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row
    };
    [
        trial.has(Entity::Commitment, row(json!({ "text": "t", "made_on": "2026-11-10" }))),
        trial.has(Entity::Problem, row(json!({ "title": "t", "raised_on": "2026-11-10" }))),
        trial.has(Entity::Note, row(json!({ "text": "t", "on": "2026-11-10" }))),
        trial.has(Entity::Need, row(json!({ "title": "t" }))),
        trial.has(Entity::Satisfaction, row(json!({ "score": 7, "on": "2026-11-23" }))),
    ]
}

#[test]
fn a_row_of_a_client_who_was_not_there_is_refused() {
    let mut trial = Trial::new();
    let beta = json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" });
    let beta = trial.has(Entity::Client, beta);
    let visit = trial.planned("2026-11-23T07:00");
    let rows = rows_of(&mut trial, beta);
    for (page, field) in naming(rows) {
        let refusal = trial.plan(&record(visit, page)).unwrap_err();
        assert_eq!((refusal.sentence.id.as_str(), refusal.field.as_deref()), ("row-of-other", Some(field)));
    }
    trial.make(&amend(Entity::Visit, visit, json!({ "also_clients": [beta.to_string()] })));
    for (page, field) in naming(rows) {
        assert_eq!(trial.refusal(&record(visit, page)), "-", "{field}: an event of both");
    }
    let (own, alone) = (rows_of(&mut trial, beta), trial.planned("2026-11-23T08:00"));
    trial.make(&amend(Entity::Client, beta, json!({ "parent": trial.client.to_string() })));
    for (page, field) in naming(own) {
        assert_eq!(trial.refusal(&record(alone, page)), "-", "{field}: one house");
    }
}

/// Scores of the visit's day that came another way.
fn other_moods(trial: &mut Trial) -> [Uuid; 2] {
    let client = trial.client.to_string();
    trial.now += chrono::Duration::hours(1);
    let row = |more: Json| {
        let mut row = json!({ "client": client, "on": "2026-11-23", "score": 3 });
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row
    };
    [
        trial.has(Entity::Satisfaction, row(json!({ "source": "survey" }))),
        trial.has(Entity::Satisfaction, row(json!({ "about": "staff" }))),
    ]
}

#[test]
fn the_mood_of_a_visit_is_that_of_the_whole_as_they_said_it() {
    let (mut trial, visit, _) = recorded();
    let others = other_moods(&mut trial);
    let scores = |trial: &Trial| {
        let rows = moods(trial.book.satisfaction.iter(), Id::new(trial.client), trial.today);
        let mut scores: Vec<i64> = rows.map(|row| row.score).collect();
        scores.sort_unstable();
        scores
    };
    let mut opened = prefill(&trial.book, Id::new(visit));
    let mood = opened.satisfaction.as_mut().unwrap();
    assert_eq!(mood.score, Some(8));
    mood.score = Some(9);
    trial.make(&record(visit, opened.clone()));
    assert_eq!(scores(&trial), [3, 3, 9]);
    let line = |mood: MoodLine| Page { satisfaction: Some(mood), ..Page::default() };
    trial.make(&record(visit, line(MoodLine { score: Some(7), ..MoodLine::default() })));
    assert_eq!(scores(&trial), [3, 3, 7], "named by nothing, found by what it is about and who said it");
    trial.make(&record(visit, line(MoodLine { off: true, ..opened.satisfaction.unwrap() })));
    assert_eq!(scores(&trial), [3, 3]);
    assert!(others.iter().all(|uid| trial.book.satisfaction.by_uuid(*uid).is_some()));
    let left = prefill(&trial.book, Id::new(visit)).satisfaction.and_then(|mood| mood.satisfaction);
    assert_eq!(left, Some(Id::<Satisfaction>::new(others[1])), "a survey is no mood of a visit");
    trial.make(&record(visit, line(MoodLine { off: true, ..MoodLine::default() })));
    assert_eq!(scores(&trial), [3, 3], "nothing is taken out on a guess");
}

#[test]
fn a_tick_of_the_page_is_taken_back_on_it() {
    let (mut trial, visit, kept) = recorded();
    let mut opened = prefill(&trial.book, Id::new(visit));
    let line = opened.promises.iter_mut().find(|line| line.promise == Some(Id::new(kept))).unwrap();
    assert_eq!(line.done, Some(true), "what the visit closed is listed");
    line.done = Some(false);
    let planned = trial.make(&record(visit, opened));
    assert_eq!(trial.row::<Commitment>(kept).state, CommitmentState::Open);
    assert_eq!(planned.reason.as_deref(), Some("reason-tick-taken-back"));
}

#[test]
fn what_was_done_another_day_opens_again_for_a_reason_named_by_a_key_of_the_page() {
    let (mut trial, visit, _) = recorded();
    let before = trial.has(
        Entity::Commitment,
        json!({
            "client": trial.client.to_string(), "text": "t", "made_on": "2026-11-10", "state": "done",
            "done_on": "2026-11-12", "done_note": "by mail",
        }),
    );
    let line = |note: Option<&str>| {
        let line = PromiseLine { promise: Some(Id::new(before)), done: Some(false), ..PromiseLine::default() };
        Page { promises: vec![PromiseLine { note: note.map(Into::into), ..line }], ..Page::default() }
    };
    for silent in [None, Some("by mail")] {
        let refusal = trial.plan(&record(visit, line(silent))).unwrap_err();
        assert_eq!(refusal.sentence.id, "reason-needed");
        assert_eq!(refusal.field.as_deref(), Some("promises[0].note"));
    }
    assert_eq!(trial.make(&record(visit, line(Some("it came back")))).reason.as_deref(), Some("it came back"));
}

/// Each line that goes back has its reason: none is lost, and none passes on another's.
#[test]
fn several_lines_of_a_page_go_back_each_for_its_own_reason() {
    for (needs, note, refused, told) in [
        ([Some("late again"), Some("too dear")], Some("it came back"), None, "late again; too dear; it came back"),
        ([Some("late again"), Some("late again")], Some("late again"), None, "late again"),
        ([Some("late again"), None], Some("it came back"), Some("needs[1].reason"), ""),
        ([Some("late again"), Some(" ")], Some("it came back"), Some("needs[1].reason"), ""),
        ([Some("late again"), Some("too dear")], None, Some("promises[0].note"), ""),
    ] {
        let (mut trial, visit, _) = recorded();
        let client = trial.client.to_string();
        let needs = needs.map(|reason| {
            let title = format!("need {}", trial.book.need.len());
            let row = json!({ "client": client, "title": title, "voice": "stated", "origin": "client",
                "state": "addressed", "addressed_on": "2026-11-01",
                "evidence": [{ "date": "2026-10-01", "weight": "said", "quote": "q" }] });
            NeedLine {
                need: Some(Id::new(trial.has(Entity::Need, row))),
                state: Some(NeedState::Confirmed),
                reason: reason.map(Into::into),
                ..NeedLine::default()
            }
        });
        let done = trial.has(
            Entity::Commitment,
            json!({ "client": client, "text": "t", "made_on": "2026-11-10", "state": "done", "done_on": "2026-11-12" }),
        );
        let promise = PromiseLine {
            promise: Some(Id::new(done)),
            done: Some(false),
            note: note.map(Into::into),
            ..PromiseLine::default()
        };
        let page = Page { needs: needs.to_vec(), promises: vec![promise], ..Page::default() };
        match trial.plan(&record(visit, page)) {
            Ok(planned) => assert_eq!((planned.reason.as_deref(), refused), (Some(told), None)),
            Err(no) => assert_eq!((no.sentence.id.as_str(), no.field.as_deref()), ("reason-needed", refused)),
        }
    }
}

#[test]
fn the_next_visit_is_where_this_one_was() {
    let mut trial = Trial::new();
    let visit = trial.planned("2026-11-23T07:00");
    trial.make(&amend(Entity::Visit, visit, json!({ "zone": "Europe/London", "start": "2026-11-23T05:30" })));
    let next = |start: &str| {
        let next = NextVisit { start: parse_local(start), ..NextVisit::default() };
        Page { purpose: Some("p".into()), outcome: Some("o".into()), next: Some(next), ..Page::default() }
    };
    for start in ["2026-12-08T11:00", "2026-12-09T11:00"] {
        trial.make(&record(visit, next(start)));
        let planned = trial.book.visit.iter().find(|row| row.status == VisitStatus::Planned).unwrap();
        assert_eq!((planned.zone, planned.start), (chrono_tz::Europe::London, parse_local(start).unwrap()));
        assert_eq!((planned.reminder_minutes, planned.followup_of), (Some(60), Some(Id::<Visit>::new(visit))));
    }
    assert_eq!(trial.book.visit.len(), 2);
}

/// What is wrong with the next visit is said at a key that the page has, with an advice that can be followed there.
#[test]
fn a_next_visit_that_cannot_be_is_refused_at_its_keys() {
    let reception = Some(VisitKind::Reception);
    let ahead = parse_local("2026-12-08T10:00");
    for (next, sentence, field) in [
        (NextVisit { start: parse_local("2026-11-20T10:00"), ..NextVisit::default() }, "next-visit-past", "next.start"),
        (NextVisit { start: ahead, kind: reception, ..NextVisit::default() }, "next-reception-host", "next.kind"),
    ] {
        let mut trial = Trial::new();
        let visit = trial.planned("2026-11-23T07:00");
        let page = Page { purpose: Some("p".into()), outcome: Some("o".into()), next: Some(next), ..Page::default() };
        let refusal = trial.plan(&record(visit, page)).unwrap_err();
        assert_eq!((refusal.sentence.id.as_str(), refusal.field.as_deref()), (sentence, Some(field)));
    }
    let mut trial = Trial::new();
    let host = trial.person("raykova", "Raykova", "bank");
    let visit = trial.planned("2026-11-23T07:00");
    trial.make(&amend(Entity::Visit, visit, json!({ "kind": "reception", "host": host.to_string() })));
    let next = NextVisit { start: ahead, kind: reception, ..NextVisit::default() };
    trial.make(&record(
        visit,
        Page { purpose: Some("p".into()), outcome: Some("o".into()), next: Some(next), ..Page::default() },
    ));
    let next = trial.book.visit.iter().find(|row| row.status == VisitStatus::Planned).unwrap();
    assert_eq!(next.host, Some(Id::new(host)), "whoever receives them receives them again");
}

#[test]
fn a_next_visit_taken_off_the_page_is_not_cancelled_in_silence() {
    let (mut trial, visit, _) = recorded();
    let off = Page { next: Some(NextVisit { off: true, ..NextVisit::default() }), ..Page::default() };
    let refusal = trial.plan(&record(visit, off.clone())).unwrap_err();
    assert_eq!((refusal.sentence.id.as_str(), refusal.field.as_deref()), ("next-visit-stays", Some("next.start")));
    let alone = trial.planned("2026-11-23T07:30");
    let nothing_agreed = Page { purpose: Some("p".into()), outcome: Some("o".into()), ..off };
    assert_eq!(trial.refusal(&record(alone, nothing_agreed)), "-");
}

/// What was answered goes back on a page with the reason that the page gives.
#[test]
fn a_need_goes_back_on_a_page_with_its_reason() {
    for (reason, refusal, field) in
        [(None, "reason-needed", Some("needs[0].reason")), (Some("late again".to_owned()), "-", None)]
    {
        let (mut trial, visit, _) = recorded();
        let need = trial.has(
            Entity::Need,
            json!({ "client": trial.client.to_string(), "title": "t", "voice": "stated", "origin": "client",
                "state": "addressed", "addressed_on": "2026-11-01",
                "evidence": [{ "date": "2026-10-01", "weight": "said", "quote": "q" }] }),
        );
        let line =
            NeedLine { need: Some(Id::new(need)), state: Some(NeedState::Confirmed), reason, ..NeedLine::default() };
        let page = record(visit, Page { needs: vec![line], ..Page::default() });
        let planned = trial.plan(&page);
        let refused = planned.as_ref().err().map(|no| (no.sentence.id.as_str(), no.field.as_deref()));
        assert_eq!(refused, Some((refusal, field)).filter(|_| field.is_some()));
        if let Ok(planned) = planned {
            assert_eq!(planned.reason.as_deref(), Some("late again"));
        }
    }
}

/// Evidence takes a guess to being probed, and no need further; what is quoted was said.
#[test]
fn evidence_on_a_line_of_a_need() {
    for (quote, weight) in [(None, Weight::Hint), (Some("we pay in May".to_owned()), Weight::Said)] {
        let line = NeedLine::new("t".into(), quote);
        assert_eq!((line.weight, line.state, line.voice), (Some(weight), Some(NeedState::Probed), Some(Voice::Hidden)));
    }
    for (state, after) in [(NeedState::Hypothesis, NeedState::Probed), (NeedState::Confirmed, NeedState::Confirmed)] {
        let mut line = NeedLine { state: Some(state), ..NeedLine::default() };
        line.voiced();
        assert_eq!((line.weight, line.state, line.voice), (Some(Weight::Said), Some(after), Some(Voice::Stated)));
    }
}

#[test]
fn a_full_page_read_back_names_its_own_mood() {
    let (mut trial, visit, kept) = recorded();
    let mood = trial.only::<Satisfaction>().uid();
    trial.make(&record(visit, full(&trial, kept)));
    assert_eq!(trial.only::<Satisfaction>().uid(), mood);
}
