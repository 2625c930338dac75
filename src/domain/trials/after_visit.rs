//! The after-visit page: what it saves, what it refuses and where, and how a held visit is corrected.

use serde_json::json;
use uuid::Uuid;

use crate::domain::after_visit::{
    Came, InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, Page, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark, prefill,
};
use crate::domain::book::Entity;
use crate::domain::date::parse_local;
use crate::domain::edit::Edit;
use crate::domain::entity::{Commitment, Interest, Need, Note, Problem, Role, Satisfaction, Stance, Visit};
use crate::domain::table::{Id, Row};
use crate::domain::trial::{Trial, day};
use crate::domain::words::{
    Certainty, CommitmentState, NeedState, RoleKind, Tri, VisitKind, VisitStatus, Voice, Weight, Who,
};

pub(super) fn record(visit: Uuid, page: Page) -> Edit {
    Edit::RecordVisit { visit: Id::new(visit), page: Box::new(page) }
}

fn page() -> Page {
    Page { purpose: Some("to listen".into()), outcome: Some("they agree".into()), ..Page::default() }
}

pub(super) fn mark(kind: RoleKind, to: Mark) -> RoleMark {
    RoleMark { kind, to }
}

fn roles(person: Uuid, roles: Vec<RoleMark>) -> PersonLine {
    PersonLine { roles, ..PersonLine::of(Id::new(person)) }
}

fn promise(who: Who, text: &str) -> PromiseLine {
    PromiseLine { who: Some(who), text: Some(text.into()), ..PromiseLine::default() }
}

/// A visit of this morning, to which Orlova and Benev are expected.
fn this_morning(trial: &mut Trial) -> Uuid {
    trial.planned("2026-11-23T07:00")
}

pub(super) fn full(trial: &Trial, kept: Uuid) -> Page {
    let confirmed = Mark::AtLeast(Certainty::Confirmed);
    Page {
        people: vec![
            PersonLine {
                came: Some(Came::Yes),
                roles: vec![
                    mark(RoleKind::Decides, confirmed),
                    mark(RoleKind::Budgets, Mark::AtLeast(Certainty::Heard)),
                ],
                stance: Some(1),
                influence: Some(5),
                interests: vec![InterestLine { text: "fewer steps".into(), kind: None, importance: None, off: false }],
                ..PersonLine::of(Id::new(trial.orlova))
            },
            PersonLine { came: Some(Came::No), ..PersonLine::of(Id::new(trial.benev)) },
        ],
        questions: vec![QuestionLine {
            text: "who signs?".into(),
            answer: Some("Benev".into()),
            ..QuestionLine::default()
        }],
        needs: vec![NeedLine {
            title: Some("money before loading".into()),
            quote: Some("we pay in November".into()),
            weight: Some(Weight::Said),
            ..NeedLine::default()
        }],
        promises: vec![
            PromiseLine { promise: Some(Id::new(kept)), done: Some(true), ..PromiseLine::default() },
            PromiseLine { due: Some(day("2026-11-26")), ..promise(Who::We, "the draft") },
            PromiseLine { passed_to: Some("operations".into()), ..promise(Who::We, "one clerk") },
            promise(Who::They, "the list"),
        ],
        problems: vec![ProblemLine { title: Some("slow answer".into()), severity: Some(3), ..ProblemLine::default() }],
        notes: vec![NoteLine { text: Some("a new plant".into()), ..NoteLine::default() }],
        satisfaction: Some(MoodLine { score: Some(8), ..MoodLine::default() }),
        next: Some(NextVisit { start: parse_local("2026-12-08T10:00"), ..NextVisit::default() }),
        ..page()
    }
}

/// A visit recorded with the full page, and the promise that was kept by it.
pub(super) fn recorded() -> (Trial, Uuid, Uuid) {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    let kept = trial.has(
        Entity::Commitment,
        json!({ "client": client, "text": "the plan", "who": "they", "made_on": "2026-11-10", "due": "2026-11-20" }),
    );
    let visit = this_morning(&mut trial);
    let edit = record(visit, full(&trial, kept));
    let planned = trial.make(&edit);
    assert_eq!(planned.title.id, "title-visit-recorded");
    (trial, visit, kept)
}

#[test]
fn a_page_with_purpose_and_outcome_alone_makes_the_visit_held_and_everybody_came() {
    let mut trial = Trial::new();
    let visit = this_morning(&mut trial);
    let planned = trial.make(&record(visit, page()));
    assert_eq!(planned.changes.len(), 1);
    let row = trial.only::<Visit>();
    assert_eq!((row.status, row.purpose.as_deref()), (VisitStatus::Held, Some("to listen")));
    assert!(row.attendees.iter().all(|attendee| attendee.came == Some(Tri::Yes)));
}

#[test]
fn a_prefilled_page_changes_no_more() {
    let mut trial = Trial::new();
    trial.has(
        Entity::Role,
        json!({
            "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
            "certainty": "confirmed", "learned_on": "2026-01-10", "source_note": "she said so",
        }),
    );
    trial.need(json!({}));
    let visit = this_morning(&mut trial);
    let mut opened = prefill(&trial.book, Id::new(visit));
    assert_eq!(opened.people.iter().map(|line| line.came).collect::<Vec<_>>(), [Some(Came::Yes); 2]);
    assert_eq!((opened.people[0].roles.len(), opened.needs.len()), (1, 1));
    opened.purpose = Some("to listen".into());
    opened.outcome_none = Some(true);
    assert_eq!(trial.make(&record(visit, opened)).changes.len(), 1);
}

#[test]
fn a_full_page_is_one_step() {
    let (trial, visit, kept) = recorded();
    let source = Some(Id::new(visit));
    let roles: Vec<&Role> = trial.book.role.iter().collect();
    assert_eq!(roles.len(), 2);
    assert!(roles.iter().all(|role| role.visit == source && role.learned_on == day("2026-11-23")));
    let stance = trial.only::<Stance>();
    assert_eq!((stance.value, stance.influence, stance.visit, stance.on), (Some(1), Some(5), source, trial.today));
    let interest = trial.only::<Interest>();
    assert_eq!((interest.certainty, interest.visit), (Certainty::Heard, source));
    let need = trial.only::<Need>();
    assert_eq!((need.state, need.voice, need.evidence[0].visit), (NeedState::Probed, Voice::Hidden, source));
    assert_eq!(trial.row::<Commitment>(kept).done_on, Some(trial.today));
    let made: Vec<&Commitment> = trial.book.commitment.of(visit).collect();
    assert_eq!(made.len(), 3);
    let passed = made.iter().find(|row| row.passed_to.is_some()).unwrap();
    assert_eq!((passed.state, passed.passed_on), (CommitmentState::Passed, Some(trial.today)));
    assert_eq!((trial.only::<Problem>().visit, trial.only::<Note>().visit), (source, source));
    assert_eq!(trial.only::<Satisfaction>().score, 8);
    let row = trial.row::<Visit>(visit);
    assert_eq!(row.attendees.iter().map(|attendee| attendee.came).collect::<Vec<_>>(), [Some(Tri::Yes), Some(Tri::No)]);
    assert_eq!((row.questions[0].asked, row.questions[0].answer.as_deref()), (true, Some("Benev")));
    let next = trial.book.visit.of(visit).next().unwrap();
    assert_eq!((next.status, next.attendees.len(), next.attendees[0].came), (VisitStatus::Planned, 1, None));
}

#[test]
fn a_refusal_names_the_key_and_saves_nothing() {
    let stranger = |trial: &mut Trial| trial.person("petrov", "Petrov", "client");
    let decides = |to| vec![mark(RoleKind::Decides, to)];
    let cases: Vec<(Page, &str, &str)> = vec![
        (Page { purpose: None, ..page() }, "visit-purpose-needed", "purpose"),
        (Page { outcome: Some(" ".into()), ..page() }, "visit-outcome-needed", "outcome"),
        (
            Page { promises: vec![PromiseLine { due: Some(day("2026-11-01")), ..promise(Who::We, "t") }], ..page() },
            "due-before-made",
            "promises[0].due",
        ),
        (
            Page { promises: vec![promise(Who::They, "a"), promise(Who::We, "")], ..page() },
            "promise-needs-text",
            "promises[1].text",
        ),
        (
            Page {
                promises: vec![PromiseLine { passed_to: Some("legal".into()), ..promise(Who::They, "t") }],
                ..page()
            },
            "their-promise-not-passed",
            "promises[0].passed_to",
        ),
        (
            Page {
                needs: vec![NeedLine {
                    title: Some("t".into()),
                    voice: Some(Voice::Stated),
                    state: Some(NeedState::Confirmed),
                    weight: Some(Weight::Hint),
                    ..NeedLine::default()
                }],
                ..page()
            },
            "hints-do-not-confirm",
            "needs[0].state",
        ),
        (Page { problems: vec![ProblemLine::default()], ..page() }, "problem-needs-title", "problems[0].title"),
        (Page { notes: vec![NoteLine::default()], ..page() }, "note-needs-text", "notes[0].text"),
        (
            Page { satisfaction: Some(MoodLine { score: Some(11), ..MoodLine::default() }), ..page() },
            "score-range",
            "satisfaction.score",
        ),
        (Page { satisfaction: Some(MoodLine::default()), ..page() }, "required-field", "satisfaction.score"),
        (
            Page { next: Some(NextVisit { start: parse_local("2027-03-28T03:30"), ..NextVisit::default() }), ..page() },
            "time-does-not-exist",
            "next.start",
        ),
        (
            Page { next: Some(NextVisit { minutes: Some(30), ..NextVisit::default() }), ..page() },
            "required-field",
            "next.start",
        ),
    ];
    for (page, sentence, field) in cases {
        let mut trial = Trial::new();
        let visit = this_morning(&mut trial);
        let refusal = trial.plan(&record(visit, page)).unwrap_err();
        assert_eq!((refusal.sentence.id.as_str(), refusal.field.as_deref()), (sentence, Some(field)));
    }
    let mut trial = Trial::new();
    let visit = this_morning(&mut trial);
    let petrov = stranger(&mut trial);
    let orlova = trial.orlova;
    for (lines, sentence, field) in [
        (
            vec![roles(orlova, vec![]), roles(petrov, decides(Mark::AtLeast(Certainty::Heard)))],
            "person-not-at-client",
            "people[1].roles[0]",
        ),
        (vec![roles(orlova, decides(Mark::End))], "no-such-role-held", "people[0].roles[0]"),
        (vec![PersonLine { stance: Some(3), ..roles(orlova, vec![]) }], "out-of-range", "people[0].stance"),
        (vec![PersonLine { influence: Some(6), ..roles(orlova, vec![]) }], "out-of-range", "people[0].influence"),
    ] {
        let refusal = trial.plan(&record(visit, Page { people: lines, ..page() })).unwrap_err();
        assert_eq!((refusal.sentence.id.as_str(), refusal.field.as_deref()), (sentence, Some(field)));
    }
}

#[test]
fn a_visit_to_come_and_a_cancelled_one_are_not_recorded() {
    let mut trial = Trial::new();
    let tomorrow = trial.planned("2026-11-24T10:00");
    assert_eq!(trial.refusal(&record(tomorrow, page())), "held-in-future");
    let cancelled = trial.has(
        Entity::Visit,
        json!({
            "client": trial.client.to_string(), "start": "2026-11-20T10:00", "zone": "Europe/Sofia",
            "status": "cancelled", "cancelled_by": "us", "cancel_reason": "ill",
        }),
    );
    assert_eq!(trial.refusal(&record(cancelled, page())), "visit-did-not-take-place");
}

#[test]
fn a_role_in_force_is_confirmed_again_by_a_page_but_not_by_what_was_printed() {
    for (prefilled, to, expected) in [
        (false, Mark::AtLeast(Certainty::Confirmed), Some("2026-11-23")),
        (true, Mark::AtLeast(Certainty::Confirmed), None),
        (true, Mark::Again, Some("2026-11-23")),
        (false, Mark::Known(Certainty::Confirmed), None),
        (false, Mark::AtLeast(Certainty::Heard), None),
    ] {
        let mut trial = Trial::new();
        let role = confirmed_role(&mut trial);
        let visit = this_morning(&mut trial);
        let people = vec![roles(trial.orlova, vec![mark(RoleKind::Decides, to)])];
        trial.make(&record(visit, Page { people, prefilled, ..page() }));
        let row = trial.row::<Role>(role);
        assert_eq!((row.certainty, row.reconfirmed_on), (Certainty::Confirmed, expected.map(day)), "{to:?}");
    }
}

fn confirmed_role(trial: &mut Trial) -> Uuid {
    trial.has(
        Entity::Role,
        json!({
            "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
            "certainty": "confirmed", "learned_on": "2026-01-10", "source_note": "she said so",
        }),
    )
}

#[test]
fn a_role_is_made_less_sure_or_ended_only_when_the_page_says_so() {
    let mut trial = Trial::new();
    let role = confirmed_role(&mut trial);
    let visit = this_morning(&mut trial);
    let save = |trial: &mut Trial, to| {
        let people = vec![roles(trial.orlova, vec![mark(RoleKind::Decides, to)])];
        trial.make(&record(visit, Page { people, ..page() }));
    };
    save(&mut trial, Mark::Exactly(Certainty::Heard));
    assert_eq!(trial.row::<Role>(role).certainty, Certainty::Heard);
    save(&mut trial, Mark::End);
    assert_eq!(trial.row::<Role>(role).to.map(|to| to.to_string()).as_deref(), Some("2026-11-23"));
}

#[test]
fn a_promise_is_kept_by_its_text_and_a_need_found_by_its_title() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    let kept = trial.has(
        Entity::Commitment,
        json!({ "client": client, "text": "The Plan", "who": "they", "made_on": "2026-11-10" }),
    );
    let need = trial.need(json!({}));
    let visit = this_morning(&mut trial);
    trial.make(&record(
        visit,
        Page {
            promises: vec![PromiseLine { done: Some(true), ..promise(Who::They, "the plan") }],
            needs: vec![NeedLine {
                title: Some("Money before loading".into()),
                voice: Some(Voice::Stated),
                state: Some(NeedState::Confirmed),
                weight: Some(Weight::Said),
                ..NeedLine::default()
            }],
            ..page()
        },
    ));
    assert_eq!(trial.only::<Commitment>().head.uid, kept);
    assert_eq!(trial.only::<Commitment>().state, CommitmentState::Done);
    let row = trial.row::<Need>(need);
    assert_eq!((row.state, row.voiced_on, row.evidence.len()), (NeedState::Confirmed, Some(trial.today), 1));
}

#[test]
fn a_stance_that_is_known_already_is_not_said_again() {
    let mut trial = Trial::new();
    let (person, client) = (trial.orlova.to_string(), trial.client.to_string());
    let known = json!({ "person": person, "client": client, "value": 1, "influence": 4, "on": "2026-10-01" });
    trial.has(Entity::Stance, known);
    let visit = this_morning(&mut trial);
    let orlova = Id::new(trial.orlova);
    let line = |stance, influence| PersonLine { stance, influence, ..PersonLine::of(orlova) };
    let same = record(visit, Page { people: vec![line(Some(1), Some(4))], ..page() });
    let warmer = record(visit, Page { people: vec![line(Some(2), Some(4))], ..page() });
    assert_eq!(trial.plan(&same).unwrap().changes.len(), 1);
    trial.make(&warmer);
    let row = trial.book.stance.of(visit).next().unwrap();
    assert_eq!((row.value, row.influence), (Some(2), None), "only what differs is said");
    for (value, influence, now) in [(1, 4, (1, None)), (0, 4, (0, None)), (0, 3, (0, Some(3))), (0, 4, (0, Some(4)))] {
        trial.make(&record(visit, Page { people: vec![line(Some(value), Some(influence))], ..page() }));
        let row = trial.book.stance.of(visit).next().unwrap();
        assert_eq!((row.value, row.influence), (Some(now.0), now.1), "corrected to {value}, {influence}");
    }
}

#[test]
fn a_call_that_was_never_planned_is_logged_at_once() {
    let mut trial = Trial::new();
    let log = |trial: &Trial, page: Page| Edit::LogVisit {
        client: Id::new(trial.client),
        kind: VisitKind::Call,
        start: parse_local("2026-11-23T07:30").unwrap(),
        fold: None,
        page: Box::new(page),
    };
    let line = PersonLine { came: Some(Came::Yes), ..PersonLine::of(Id::new(trial.orlova)) };
    let edit = log(
        &trial,
        Page { people: vec![line], notes: vec![NoteLine { text: Some("n".into()), ..NoteLine::default() }], ..page() },
    );
    let planned = trial.make(&edit);
    assert_eq!((planned.title.id.as_str(), planned.changes.len()), ("title-visit-recorded", 2));
    let visit = trial.only::<Visit>();
    assert_eq!((visit.status, visit.kind, visit.attendees.len()), (VisitStatus::Held, VisitKind::Call, 1));
    assert_eq!(trial.only::<Note>().visit, Some(visit.uid()));
    let silent = log(&trial, Page::default());
    assert_eq!(trial.refusal(&silent), "visit-purpose-needed");
}

/// In Tokyo it is past midnight, at home still the day before: what is written up is of the day that the agenda shows.
#[test]
fn a_visit_far_away_is_of_the_books_day() {
    let mut trial = Trial::new();
    trial.now = crate::domain::date::parse_instant("2026-11-23T18:00:00Z").unwrap();
    let fields = json!({ "client": trial.client.to_string(), "kind": "call", "zone": "Asia/Tokyo",
        "start": "2026-11-24T00:30", "purpose": "to listen", "attendees": [{ "person": trial.orlova.to_string() }] });
    trial.make(&crate::domain::trial::add(Entity::Visit, fields));
    let visit = trial.only::<Visit>().uid();
    let today = day("2026-11-23");
    let page = Page { promises: vec![promise(Who::They, "the list")], ..full(&trial, Uuid::nil()) };
    trial.make(&record(visit.uuid, page));
    assert_eq!(trial.only::<Stance>().on, today);
    assert!(trial.book.commitment.iter().all(|row| row.made_on == today));
    let held = crate::domain::figures::contacts::held(&trial.book, Id::new(trial.client), today);
    assert_eq!(held.len(), 1);
    let found = |at: &str| crate::domain::naming::find(&trial.book, Entity::Visit, at);
    let [home, there] = ["alfa@2026-11-23T17:30", "alfa@2026-11-24"].map(found);
    assert_eq!(home, there, "by the clocks at home or there");
}
