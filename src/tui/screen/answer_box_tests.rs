//! The bank of standard answers as it is used while writing.

use crate::domain::figures::testing::{DEMO, book, id};
use crate::domain::{Answer, Book, Entity};
use crate::tui::rig::Rig;
use crate::tui::target::Target;
use serde_json::json;

const VISIT: &str = "v-volga-metall-2026-11-23";
/// How the questions of two answers of the demo begin.
const EURO: &str = "Until when";
const CUSTODY: &str = "Why has";

fn uses(book: &Book, question: &str) -> i64 {
    book.answer.iter().find(|answer| answer.question.starts_with(question)).unwrap().uses
}

#[test]
fn an_answer_comes_into_the_outcome_and_is_counted_with_the_page() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::After(id(VISIT))).press("they <Space> asked: <Space> <C-t>");
    insta::assert_snapshot!(rig.screen());
    rig.press("euro <Space> sent <Enter>");
    assert_eq!(uses(rig.book(), EURO), 3, "counted only when the page is saved");
    rig.press("<C-s>");
    let visit = rig.book().visit.get(id(VISIT)).unwrap();
    let body = DEMO.answer.iter().find(|answer| answer.question.starts_with(EURO)).unwrap();
    assert_eq!(visit.outcome.as_deref(), Some(format!("they asked: {}", body.body).as_str()));
    assert_eq!(uses(rig.book(), EURO), 4);
    rig.press("u");
    assert_eq!(uses(rig.book(), EURO), 3, "one step");
}

#[test]
fn what_is_thrown_away_is_not_counted() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::After(id(VISIT))).press("<C-t> euro <Enter>");
    rig.press("<C-u> <Backspace> <C-u> <Backspace> <C-u> <Backspace> <C-u> <Tab> <C-s>");
    let outcome = rig.book().visit.get(id(VISIT)).unwrap().outcome.clone();
    assert_eq!(outcome, None, "{}", rig.screen());
    assert_eq!(uses(rig.book(), EURO), 3);
}

#[test]
fn an_old_answer_is_inserted_only_after_a_yes() {
    let mut rig = Rig::with(&DEMO);
    let before = uses(&DEMO, CUSTODY);
    let client = DEMO.client.iter().next().map(crate::domain::Row::uid);
    rig.open(&Target::Form { entity: Entity::Note, uuid: None, client });
    rig.press("<C-t> custody <Space> fee <Space> changed <Down>");
    assert!(rig.screen().contains("! check before use"), "{}", rig.screen());
    rig.press("<Enter> n");
    assert!(rig.screen().contains("! check before use"), "the box stays: {}", rig.screen());
    rig.press("<Enter> y");
    assert!(!rig.screen().contains("check before use"), "{}", rig.screen());
    // The text survives as a draft, and so does what was inserted.
    rig.press("<Esc> <Esc>");
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.open(&Target::Draft(key));
    rig.press("<C-s>");
    assert_eq!(uses(rig.book(), CUSTODY), before + 1);
}

#[test]
fn a_problem_says_how_many_answers_stand_ready() {
    let answer = |question: &str, topic: &str| json!({ "question": question, "body": "See page 2.", "topic": topic, "reviewed_on": "2026-11-01" });
    let book = book(&json!({ "tables": {
        "client": [{ "uid": "a", "handle": "a", "name": "Alfa", "assigned_on": "2020-01-01" }],
        "answer": [answer("first", "speed"), answer("second", "price"), answer("third", "Statements")],
        "problem": [{ "uid": "b", "client": "a", "title": "statements come late", "topic": "speed", "raised_on": "2026-11-20" }],
    } }));
    let mut rig = Rig::with(&book);
    let uuid = Some(id::<Answer>("b").uuid);
    rig.open(&Target::Form { entity: Entity::Problem, uuid, client: None }).press("m");
    let row = |rig: &mut Rig| rig.screen().lines().any(|line| line.contains("2 standard answers about this"));
    for _ in 0..20 {
        if row(&mut rig) {
            break;
        }
        rig.press("<Down>");
    }
    assert!(row(&mut rig), "{}", rig.screen());
    rig.press("<Enter> <C-t> <Enter> <C-s>");
    let resolution = rig.book().problem.get(id("b")).unwrap().resolution.clone();
    assert_eq!(resolution.as_deref(), Some("See page 2."), "{}", rig.screen());
    assert_eq!(uses(rig.book(), "first") + uses(rig.book(), "third"), 1);
}

#[test]
fn an_answer_stays_with_its_question_when_rows_above_it_go() {
    const ANSWERED: &str = "a one <Enter> a two <Enter> <Enter> <C-t> euro <Enter> <Enter>";
    for (keys, counted) in [
        ("k <Delete>", 1),
        ("<Delete>", 0),
        ("<Delete> u", 1),
        ("k <Delete> u j <Delete>", 0),
        ("u <Enter> mine <Enter>", 0),
        ("u <C-r>", 1),
    ] {
        let mut rig = Rig::with(&DEMO);
        rig.open(&Target::After(id(VISIT))).press("ok <Tab> <Tab>").press(ANSWERED).press(keys).press("<C-s>");
        assert_eq!(uses(rig.book(), EURO) - uses(&DEMO, EURO), counted, "{keys}: {}", rig.screen());
    }
}
