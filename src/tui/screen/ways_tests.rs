//! Promises, problems, follow-ups and occasions moved on from where they stand, without the command line.

use serde_json::json;

use crate::domain::figures::testing::{DEMO, book, id};
use crate::domain::words::{CommitmentState, ProblemState, Tri};
use crate::domain::{Book, Client, Commitment, Entity, Id, Problem};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn alfa() -> Book {
    book(&json!({ "settings": { "departments": ["operations", "legal"] }, "tables": {
        "client": [{ "uid": "a", "handle": "a", "name": "Alfa", "assigned_on": "2020-01-01" }],
        "commitment": [{ "uid": "p", "client": "a", "text": "send the draft", "made_on": "2026-11-16", "who": "we",
            "due": "2026-11-20" }],
        "problem": [
            { "uid": "old", "client": "a", "title": "late in autumn", "topic": "speed", "raised_on": "2026-10-01",
                "state": "resolved", "resolution": "sent", "told_client_on": "2026-10-05" },
            { "uid": "b", "client": "a", "title": "statements late", "topic": "speed", "raised_on": "2026-11-16" },
        ],
    } }))
}

fn rig() -> Rig {
    Rig::with(&alfa())
}

fn promise(rig: &mut Rig) -> Commitment {
    rig.book().commitment.get(id("p")).unwrap().clone()
}

fn problem(rig: &mut Rig) -> Problem {
    rig.book().problem.get(id("b")).unwrap().clone()
}

/// Whether the status line says so, hints beside it or not.
fn is_told(rig: &mut Rig, id: &str) -> bool {
    rig.status().starts_with(&Words::new(Lang::En).say(id))
}

#[test]
fn a_promise_goes_its_whole_way_from_today() {
    let mut rig = rig();
    // Passed to the second department, back, done with a word about it.
    rig.press("3 s 2 <Space> <Space> <Tab> <Enter>");
    let passed = promise(&mut rig);
    assert_eq!((passed.state, passed.passed_to.as_deref()), (CommitmentState::Passed, Some("legal")));
    rig.press("3 s 2 <Enter>");
    assert_eq!(promise(&mut rig).state, CommitmentState::Open, "{}", rig.screen());
    rig.press("3 s 1 <Tab> sent <C-s>");
    let done = promise(&mut rig);
    assert_eq!((done.state, done.done_note.as_deref()), (CommitmentState::Done, Some("sent")));
}

#[test]
fn the_list_of_what_can_be_done_hears_arrows_enter_and_esc() {
    let (mut digit, mut arrow) = (rig(), rig());
    let before = digit.press("3").screen();
    assert_ne!(digit.press("s").screen(), before);
    assert_eq!(digit.press("<Esc>").screen(), before);
    assert_eq!(arrow.press("3 s <Down> <Enter>").screen(), digit.press("s 2").screen());
}

#[test]
fn a_promise_not_kept_asks_why_and_how_the_client_was_told() {
    let mut rig = rig();
    rig.press("3 <Delete>");
    insta::assert_snapshot!(rig.screen());
    rig.press("no <Space> use <Tab> <Enter>");
    assert!(is_told(&mut rig, "tell-client-first"), "{}", rig.screen());
    assert_eq!(promise(&mut rig).state, CommitmentState::Open, "nothing has moved");
    rig.press("by <Space> phone <Enter>");
    assert_eq!(promise(&mut rig).state, CommitmentState::Cancelled);
}

#[test]
fn a_problem_goes_its_whole_way_from_the_overview() {
    let mut rig = rig();
    let client: Id<Client> = id("a");
    rig.open(&Target::Client(client, Tab::Log)).press("f b s");
    insta::assert_snapshot!(rig.screen());
    rig.press("2 o <Enter> Ivanov <Enter> <Enter>");
    let passed = problem(&mut rig);
    assert_eq!((passed.state, passed.passes[0].department.as_str()), (ProblemState::Passed, "operations"));
    rig.press("s 1 sent <Space> anew <C-s>");
    assert_eq!(problem(&mut rig).resolution.as_deref(), Some("sent anew"));
    rig.press("s 1 <Tab> y <Enter>");
    let resolved = problem(&mut rig);
    assert_eq!((resolved.state, resolved.client_satisfied), (ProblemState::Resolved, Some(Tri::Yes)));
    rig.press("s 2 again <C-s>");
    assert_eq!(problem(&mut rig).state, ProblemState::Reopened);
    rig.press("s 3 not <Space> ours <Tab> <C-s>");
    assert!(is_told(&mut rig, "client-not-told"), "{}", rig.screen());
    rig.press("23.11 <Enter>");
    assert_eq!(problem(&mut rig).state, ProblemState::Rejected);
    rig.press("s");
    assert!(is_told(&mut rig, "way-none"), "{}", rig.screen());
}

#[test]
fn a_text_for_a_move_is_kept_as_a_draft_of_the_move() {
    let mut rig = rig();
    rig.press("6 s 1 half <Space> an <Space> answer <Esc>");
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.open(&Target::Draft(key)).press("<C-s>");
    assert_eq!(problem(&mut rig).resolution.as_deref(), Some("half an answer"), "{}", rig.screen());
}

#[test]
fn a_follow_up_is_closed_from_today() {
    let mut rig = Rig::with(&DEMO);
    let owed = |rig: &mut Rig| rig.book().visit.iter().filter(|visit| visit.nothing_to_answer).count();
    let before = owed(&mut rig);
    rig.press("8 <Space>");
    assert_eq!(owed(&mut rig), before + 1, "{}", rig.screen());
}

#[test]
fn an_occasion_is_marked_with_what_was_done_and_a_birthday_prepared() {
    let mut rig = Rig::with(&DEMO);
    rig.press("7 s");
    insta::assert_snapshot!(rig.screen());
    rig.press("<C-u> 3 <Enter>");
    let flowers = Words::new(Lang::En).say("occasion-flowers");
    let is_marked = |book: &Book| {
        let marks = book.occasion.iter().flat_map(|row| &row.marked);
        marks.filter(|mark| mark.year == 2026 && mark.what.as_deref() == Some(&flowers)).count()
    };
    assert_eq!(is_marked(rig.book()), 1, "{}", rig.screen());
    rig.press("7 e");
    let form = Words::new(Lang::En).term(&Entity::Occasion.term());
    assert!(rig.screen().lines().next().unwrap().contains(&form), "{}", rig.screen());
}

#[test]
fn a_client_just_won_shows_what_it_is_owed() {
    let promise = |text: &str, due: &str, state: &str| {
        json!({ "client": "a", "text": text, "made_on": "2026-11-01", "who": "we", "due": due, "state": state,
            "origin": "adaptation", "done_on": if state == "done" { json!("2026-11-03") } else { json!(null) } })
    };
    let book = book(&json!({ "tables": {
        "client": [{ "uid": "a", "handle": "a", "name": "Alfa", "assigned_on": "2020-01-01", "status": "active",
            "adaptation_from": "2026-11-01", "adaptation_until": "2027-01-30" }],
        "commitment": [
            promise("welcome call", "2026-11-03", "done"), promise("access works", "2026-11-20", "open"),
            promise("operators trained", "2026-12-01", "open"), promise("payments watched", "2026-12-05", "open"),
            promise("limits explained", "2026-12-10", "open"), promise("plan agreed", "2027-01-30", "open"),
        ],
    } }));
    for (name, width, height) in [("narrow", 80, 24), ("wide", 160, 50)] {
        let mut rig = Rig::with(&book).size(width, height);
        rig.open(&Target::Client(id("a"), Tab::Overview));
        insta::assert_snapshot!(format!("adaptation_{name}"), rig.screen());
    }
}

#[test]
fn the_list_of_a_new_client_is_copied_into_the_catalogue_to_be_changed() {
    let mut rig = rig();
    rig.press(":adaptation <Enter> y");
    assert_eq!(rig.book().answer.len(), 9, "{}", rig.screen());
    rig.press(":adaptation <Enter>");
    assert_eq!(rig.book().answer.len(), 9, "only once");
}

#[test]
fn only_of_ours_the_client_is_told() {
    for (who, way) in [("we", "way-commitment-cancel"), ("they", "way-commitment-cancel-theirs")] {
        let mut book = alfa();
        let mut promise = book.commitment.get(id("p")).unwrap().clone();
        promise.who = crate::domain::words::Who::from_word(who).unwrap();
        book.put(crate::domain::Row::into_record(promise));
        let screen = Rig::with(&book).press("3 s").screen();
        let line = screen.lines().find(|line| line.contains(&Words::new(Lang::En).say(way)));
        let said = line.unwrap_or_default();
        assert_eq!(said.contains(&Words::new(Lang::En).say("way-commitment-cancel")), who == "we", "{screen}");
        assert!(line.is_some(), "{screen}");
    }
}

#[test]
fn a_digit_chooses_what_was_done_until_something_is_typed() {
    let mut book = alfa();
    let row = json!({ "client": "a", "kind": "other", "date": "--11-25", "how": "tasting" });
    let tables = json!({ "client": [{ "uid": "a", "handle": "a", "name": "Alfa", "assigned_on": "2020-01-01" }],
        "occasion": [row] });
    let made = crate::domain::figures::testing::book(&json!({ "tables": tables }));
    made.occasion.iter().for_each(|row| book.put(crate::domain::Row::into_record(row.clone())));
    let letter = Words::new(Lang::En).say("occasion-letter");
    for (keys, what) in
        [("7 s 2 <Enter>", letter.as_str()), ("7 s <Enter>", "tasting"), ("7 s ! 2 <Enter>", "tasting!2")]
    {
        let mut rig = Rig::with(&book);
        rig.press(keys);
        let marked = rig.book().occasion.iter().flat_map(|row| row.marked.clone()).next();
        assert_eq!(marked.and_then(|marked| marked.what).as_deref(), Some(what), "{keys}\n{}", rig.screen());
    }
}

#[test]
fn a_score_and_a_day_to_remember_are_added_from_any_screen() {
    for (keys, term) in [("g c <Enter> a m", "entity.satisfaction"), ("g c <Enter> a d", "entity.occasion")] {
        let mut rig = Rig::with(&alfa());
        let screen = rig.press(keys).screen();
        let title = Words::new(Lang::En).term(term);
        assert!(screen.to_lowercase().contains(&title.to_lowercase()), "{keys}\n{screen}");
    }
    let mut rig = Rig::with(&DEMO);
    let sedov: crate::domain::Id<crate::domain::Person> = id("p-sedov");
    rig.open(&Target::Person(sedov)).press("a d");
    rig.press("name <C-s>");
    let screen = rig.screen();
    assert!(screen.contains(&Words::new(Lang::En).term("entity.occasion")), "{screen}");
}
