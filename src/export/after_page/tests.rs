//! Pages read, refused and printed.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{PageFault, parse, print, taken_off};
use crate::domain::after_visit::{Came, Mark, NextVisit, Page, QuestionLine, prefill};
use crate::domain::book::Entity;
use crate::domain::date::parse_local;
use crate::domain::entity::Visit;
use crate::domain::entry::EntryContext;
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::sentence::Sentence;
use crate::domain::words::{Certainty, NeedState, PlaceKind, RoleKind, VisitStatus, Weight, Who};

/// Finds people by handle and everything by its whole uid.
fn resolve(entity: Entity, text: &str) -> Result<Uuid, Sentence> {
    let handle = DEMO.person.iter().find(|person| entity == Entity::Person && person.handle == text);
    let found = handle.map(|person| person.head.uid).or_else(|| text.parse().ok());
    found.ok_or_else(|| Sentence::new("not-found").text("input", text))
}

fn read(text: &str) -> Result<Page, PageFault> {
    let now = parse_local("2026-11-23T14:30").unwrap();
    parse(text, &EntryContext::new(&DEMO, now).at_time(now.time()), &resolve)
}

const WHOLE: &str = r#"
purpose = "to agree on the first letter of credit"
outcome = """
agreed
the budget follows"""
nothing_to_answer = true
[[people]]
person = "sedov"
came = "yes"
roles = ["decides:confirmed", "budgets", "agrees:none", "influences:again"]
stance = 1
influence = 4
interests = ["fewer manual steps"]
[[people]]
person = "kravets"
came = "unknown"
[[questions]]
text = "Who signs?"
answer = "Sedov"
[[needs]]
title = "money before loading"
voice = "hidden"
state = "probed"
quote = "we pay in November"
weight = "said"
[[promises]]
who = "we"
text = "the draft"
due = "2026-11-26"
passed_to = "operations"
[[promises]]
who = "they"
text = "the list"
due = 2026-11-30
[[problems]]
title = "slow answer"
kind = "complaint"
severity = 3
[[notes]]
topic = "plans"
text = "a new plant"
class = "co"
[satisfaction]
score = 8
source = "said"
[next]
start = "2026-12-08T10:00"
minutes = 45
place_kind = "video"
"#;

#[test]
fn every_key_of_a_page_is_read() {
    let page = read(WHOLE).unwrap();
    assert_eq!(page.outcome.as_deref(), Some("agreed\nthe budget follows"));
    assert_eq!((page.nothing_to_answer, page.agenda), (Some(true), None));
    let marks: Vec<(RoleKind, Mark)> = page.people[0].roles.iter().map(|mark| (mark.kind, mark.to)).collect();
    let expected = [
        (RoleKind::Decides, Mark::AtLeast(Certainty::Confirmed)),
        (RoleKind::Budgets, Mark::AtLeast(Certainty::Heard)),
        (RoleKind::Agrees, Mark::End),
        (RoleKind::Influences, Mark::Again),
    ];
    assert_eq!(marks, expected);
    assert_eq!((page.people[0].stance, page.people[0].influence), (Some(1), Some(4)));
    assert_eq!((page.people[0].came, page.people[1].came), (Some(Came::Yes), Some(Came::Unknown)));
    assert_eq!(page.questions[0].answer.as_deref(), Some("Sedov"));
    assert_eq!((page.needs[0].state, page.needs[0].weight), (Some(NeedState::Probed), Some(Weight::Said)));
    let due = |at: usize| page.promises[at].due;
    assert_eq!(due(0), NaiveDate::from_ymd_opt(2026, 11, 26));
    assert_eq!(due(1), NaiveDate::from_ymd_opt(2026, 11, 30), "a day without quotes is a day too");
    assert_eq!((page.promises[1].who, page.problems[0].severity), (Some(Who::They), Some(3)));
    assert_eq!(page.satisfaction.as_ref().and_then(|mood| mood.score), Some(8));
    let next = page.next.as_ref().unwrap();
    assert_eq!((next.start, next.place_kind), (parse_local("2026-12-08T10:00"), Some(PlaceKind::Video)));
}

#[test]
fn an_empty_file_touches_nothing() {
    assert_eq!(read("").unwrap(), Page::default());
    assert_eq!(read("# only a remark\n").unwrap(), Page::default());
}

#[test]
fn days_are_typed_as_anywhere() {
    for (typed, due) in [
        ("\"+3d\"", "2026-11-26"),
        ("\"26.11.2026\"", "2026-11-26"),
        ("\"26.11\"", "2026-11-26"),
        ("\"thu\"", "2026-11-26"),
        ("\"чт\"", "2026-11-26"),
        ("2026-11-26", "2026-11-26"),
    ] {
        let page = read(&format!("[[promises]]\ndue = {typed}\ndone_on = {typed}")).unwrap();
        let day = crate::domain::date::parse_day(due);
        assert_eq!((page.promises[0].due, page.promises[0].done_on), (day, day), "{typed}");
    }
    for (typed, start) in [
        ("\"+15d\"", "2026-12-08T14:30"),
        ("\"08.12 10:00\"", "2026-12-08T10:00"),
        ("\"2026-12-08 10:00\"", "2026-12-08T10:00"),
        ("2026-12-08T10:00:00", "2026-12-08T10:00"),
    ] {
        let page = read(&format!("[next]\nstart = {typed}")).unwrap();
        assert_eq!(page.next.and_then(|next| next.start), parse_local(start), "{typed}");
    }
    assert_eq!(read("[[promises]]\ndue = \"\"").unwrap().promises[0].due, None);
}

#[test]
fn what_is_wrong_is_named_by_key_and_line() {
    for (text, line, key, id) in [
        ("purpose = \"a", 1, "", "not-toml"),
        ("\npurpose = 3", 2, "purpose", "not-a-text"),
        ("moon = 1", 1, "moon", "page-key-unknown"),
        ("\n\noutcom = \"x\"", 3, "outcom", "page-key-similar"),
        ("[[people]]\ncame = \"yes\"", 1, "people[0].person", "required-field"),
        ("[[people]]\nperson = \"nobody\"", 2, "people[0].person", "not-found"),
        ("[[people]]\nperson = \"sedov\"\ncame = \"maybe\"", 3, "people[0].came", "invalid-word"),
        (
            "[[people]]\nperson = \"sedov\"\n[[people]]\nperson = \"sedov\"\nroles = [\n\"decides\",\n\"rules\"]",
            7,
            "people[1].roles[1]",
            "invalid-word",
        ),
        ("[[people]]\nperson = \"sedov\"\nroles = [\"decides:sure\"]", 3, "people[0].roles[0]", "invalid-word"),
        ("[[people]]\nperson = \"sedov\"\nstance = 1.5", 3, "people[0].stance", "not-a-number"),
        ("people = 1", 1, "people", "not-a-list"),
        ("people = [1]", 1, "people[0]", "not-a-record"),
        ("[[promises]]\ndue = \"soonish\"", 2, "promises[0].due", "not-a-date"),
        ("[[promises]]\ndue = 3", 2, "promises[0].due", "not-a-text"),
        ("[[promises]]\ndue = \"03/04/26\"", 2, "promises[0].due", "ambiguous-date"),
        ("[[promises]]\nwhy = \"x\"", 2, "promises[0].why", "page-key-similar"),
        ("[[needs]]\nstate = \"sure\"", 2, "needs[0].state", "invalid-word"),
        ("outcome_none = \"perhaps\"", 1, "outcome_none", "not-yes-or-no"),
        ("[next]\nstart = \"some day\"", 2, "next.start", "not-a-moment"),
        ("[next]\nstart = \"2027-03-28T03:30\"", 2, "next.start", "time-does-not-exist"),
    ] {
        let fault = read(text).unwrap_err();
        assert_eq!((fault.line, fault.key.as_str(), fault.why.id.as_str()), (line, key, id), "{text}");
    }
    let fault = read("purpose = 3").unwrap_err();
    assert_eq!(fault.sentence().id, "line-field-why");
}

#[test]
fn the_page_of_every_visit_of_the_demo_reads_back_as_it_was_printed() {
    for visit in &DEMO.visit {
        let page = prefill(&DEMO, Id::of(visit));
        let printed = print(&DEMO, &page);
        let read = read(&printed).unwrap_or_else(|fault| panic!("{fault:?}\n{printed}"));
        assert_eq!(said_again(read), said_again(page), "{printed}");
    }
}

/// A row's uid as a page names it.
struct Id;

impl Id {
    fn of(visit: &Visit) -> crate::domain::table::Id<Visit> {
        crate::domain::Row::uid(visit)
    }
}

/// The page without the differences that a file cannot keep and a save does not see: a role shown is a role said, an
/// answer not given is an empty one, and the interests are all there are.
fn said_again(mut page: Page) -> Page {
    for line in &mut page.people {
        line.all_interests = true;
        for mark in &mut line.roles {
            if let Mark::Known(certainty) = mark.to {
                mark.to = Mark::AtLeast(certainty);
            }
        }
    }
    for question in &mut page.questions {
        question.answer.get_or_insert_default();
    }
    page
}

fn of_held(has: impl Fn(&Page) -> bool) -> Page {
    let held = DEMO.visit.iter().filter(|visit| visit.status == VisitStatus::Held);
    held.map(|visit| prefill(&DEMO, Id::of(visit))).find(has).unwrap()
}

#[test]
fn what_is_gone_from_the_edited_page_is_taken_off() {
    let printed = of_held(|page| !page.notes.is_empty());
    let edited = Page { notes: Vec::new(), ..printed.clone() };
    let page = taken_off(&printed, edited);
    assert_eq!(page.notes.len(), printed.notes.len());
    assert!(page.notes.iter().all(|line| line.off));
    assert_eq!(page.promises, printed.promises);
    let mut asked = printed.clone();
    asked.questions = vec![QuestionLine { text: "who signs?".into(), ..QuestionLine::default() }];
    let page = taken_off(&asked, Page { questions: Vec::new(), ..asked.clone() });
    assert_eq!((page.questions.len(), page.questions[0].off), (1, true));
    let next = NextVisit { start: parse_local("2026-12-08T10:00"), ..NextVisit::default() };
    let agreed = Page { next: Some(next), ..printed };
    let page = taken_off(&agreed, Page { next: None, ..agreed.clone() });
    assert!(page.next.is_some_and(|next| next.off));
}

/// `interests` left out says nothing; a list that lacks one takes it off.
#[test]
fn an_interest_is_taken_off_a_list_that_stands_there() {
    let printed = of_held(|page| page.people.iter().any(|line| !line.interests.is_empty()));
    let at = printed.people.iter().position(|line| !line.interests.is_empty()).unwrap();
    let person = DEMO.person.get(printed.people[at].person).unwrap().handle.clone();
    for (list, off) in [("", 0), ("interests = []", printed.people[at].interests.len())] {
        let edited = read(&format!("[[people]]\nperson = \"{person}\"\n{list}")).unwrap();
        let page = taken_off(&printed, edited);
        assert_eq!(page.people[0].interests.iter().filter(|line| line.off).count(), off, "{list}");
    }
}

#[test]
fn a_name_with_a_line_break_stays_a_remark() {
    let visit = id::<Visit>("v-agro-trakena-2026-11-06");
    let mut book = DEMO.clone();
    let page = prefill(&book, visit);
    let mut person = book.person.get(page.people[0].person).unwrap().clone();
    person.family_name = Some("A\nstance = 2 #".into());
    book.put(crate::domain::Row::into_record(person));
    assert_eq!(read(&print(&book, &page)).unwrap().people.len(), page.people.len());
}
