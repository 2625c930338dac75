//! Two screens on one book, and a book that cannot be written: nothing typed is lost, nothing saved is overwritten unseen.

mod fixtures;

use std::time::{Duration, Instant};

use attache::desk::Desk;
use attache::domain::after_visit::{Page, PromiseLine};
use attache::domain::words::{VisitStatus, Who};
use attache::domain::{Answers, Edit, Entity, Id, Row, Visit};
use attache::i18n::{Lang, Words};
use attache::tui::events::Happening;
use attache::tui::rig::Rig;
use attache::tui::target::Target;
use fixtures::{Folder, raw};

fn said(id: &str) -> String {
    Words::new(Lang::En).say(id)
}

/// The start of a sentence that may be cut or wrapped.
fn start(id: &str) -> String {
    said(id).chars().take(30).collect()
}

/// A visit of today that is not written up.
fn visit(desk: &Desk) -> Id<Visit> {
    let due = |visit: &&Visit| visit.status == VisitStatus::Planned && visit.start.date() == desk.today();
    desk.book().visit.iter().find(due).expect("the small book has one").uid()
}

fn outcome(rig: &mut Rig, visit: Id<Visit>) -> Option<String> {
    rig.book().visit.get(visit).and_then(|visit| visit.outcome.clone())
}

/// What the other program saves of the visit.
fn theirs(visit: Id<Visit>) -> Edit {
    let promise = PromiseLine { who: Some(Who::We), text: Some("Their letter".into()), ..PromiseLine::default() };
    let (outcome, agenda) = (Some("their outcome".to_owned()), Some("their agenda".to_owned()));
    let page = Page { outcome, agenda, promises: vec![promise], ..Page::default() };
    Edit::RecordVisit { visit, page: Box::new(page) }
}

#[test]
fn a_page_saved_elsewhere_is_looked_at_before_it_is_saved_over() {
    let folder = Folder::with_small_book();
    let mut other = folder.open();
    let visit = visit(&other);
    let mut rig = Rig::of(folder.open());
    rig.open(&Target::After(visit)).press("mine");
    other.make(&theirs(visit), &Answers::yes()).unwrap();
    assert!(rig.press("<C-s>").screen().contains("changed elsewhere"), "{}", rig.screen());
    assert_eq!(outcome(&mut rig, visit).as_deref(), Some("their outcome"));
    let screen = rig.screen();
    assert!(screen.contains("mine") && screen.contains("their agenda"), "{screen}");
    // Beneath what was typed stands what the save would take away; when the process is lost, too.
    assert!(screen.contains("in the book now: their outcome"), "{screen}");
    rig.a_second_later().is_killed().open(&Target::After(visit));
    assert!(rig.screen().contains("in the book now: their outcome"), "{}", rig.screen());
    rig.press("<C-s>");
    let saved = rig.book().visit.get(visit).unwrap();
    assert_eq!((saved.outcome.as_deref(), saved.agenda.as_deref()), (Some("mine"), Some("their agenda")));
    let made = rig.book().commitment.of(visit).filter(|row| row.text == "Their letter").count();
    assert_eq!(made, 1, "what the other saved stays");
}

#[test]
fn a_draft_of_a_page_knows_what_it_was_typed_over() {
    let folder = Folder::with_small_book();
    let mut other = folder.open();
    let visit = visit(&other);
    let mut rig = Rig::of(folder.open());
    rig.open(&Target::After(visit)).press("mine <Esc> <Esc>");
    other.make(&theirs(visit), &Answers::yes()).unwrap();
    rig.press("j").open(&Target::After(visit));
    let screen = rig.screen();
    assert!(screen.contains("mine") && screen.contains("their agenda"), "{screen}");
    assert!(screen.contains("in the book now: their outcome"), "{screen}");
    assert!(rig.press("<C-s>").screen().contains("changed elsewhere"), "{}", rig.screen());
    rig.press("<C-s>");
    let saved = rig.book().visit.get(visit).unwrap();
    assert_eq!((saved.outcome.as_deref(), saved.agenda.as_deref()), (Some("mine"), Some("their agenda")));
}

#[test]
fn a_program_keeps_no_draft_over_that_of_another() {
    let folder = Folder::with_small_book();
    let (mut one, mut two) = (Rig::of(folder.open()), Rig::of(folder.open()));
    let visit = visit(one.desk());
    one.open(&Target::After(visit));
    two.open(&Target::After(visit));
    one.press("first").a_second_later();
    two.press("second").a_second_later();
    assert!(two.screen().contains(&start("draft-of-another")), "{}", two.screen());
    let drafts = || folder.open().drafts().unwrap();
    assert!(drafts().len() == 1 && drafts()[0].text.contains("first"));
    two.press("<C-s>");
    assert_eq!(outcome(&mut two, visit).as_deref(), Some("second"));
    assert_eq!(drafts().len(), 1, "the other's draft is the other's");
    one.press("<C-s>");
    assert!(one.screen().contains("changed elsewhere"), "{}", one.screen());
    one.press("<C-s>");
    assert_eq!(outcome(&mut one, visit).as_deref(), Some("first"));
    assert_eq!(drafts(), []);
}

#[test]
fn what_cannot_be_kept_stays_in_sight_until_it_is_thrown_away() {
    let folder = Folder::with_small_book();
    let mut rig = Rig::of(folder.open());
    let new = Target::Form { entity: Entity::Client, uuid: None, client: None };
    rig.open(&new).press("Half <Space> typed <Esc>");
    std::fs::rename(folder.book(), folder.path("elsewhere")).unwrap();
    let screen = rig.press("<Esc>").screen();
    assert!(screen.contains("Half typed") && screen.contains("the.book"), "{screen}");
    for way in ["g t", "<C-o>"] {
        assert!(rig.press(way).screen().contains("Half typed"), "{way}");
        rig.press("<Esc>");
    }
    rig.press("<Esc>");
    assert!(rig.screen().contains(&start("draft-unkept-ask")), "{}", rig.screen());
    assert!(rig.press("n").screen().contains("Half typed"));
    rig.press("<Esc>");
    assert!(!rig.press("y").screen().contains("Half typed"));
    assert!(!rig.has_left());
}

#[test]
fn another_programs_hold_is_told_and_freezes_no_key() {
    let folder = Folder::with_small_book();
    let mut rig = Rig::of(folder.open());
    let new = Target::Form { entity: Entity::Client, uuid: None, client: None };
    rig.open(&new);
    let db = raw(&folder.book());
    db.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let began = Instant::now();
    rig.press("typed <Space> all <Space> the <Space> while").a_second_later();
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert!(rig.screen().contains("typed all the while"));
    assert!(rig.screen().contains(&start("book-busy")), "{}", rig.screen());
    db.execute_batch("ROLLBACK").unwrap();
    rig.a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    assert!(rig.press("<Left>").status().contains(&said("ready")), "{}", rig.status());
}

#[test]
fn the_locked_screen_repeats_nothing_of_the_last_message() {
    let folder = Folder::with_small_book();
    let mut rig = Rig::of(folder.open());
    let new = Target::Form { entity: Entity::Client, uuid: None, client: None };
    rig.open(&new).press("Quorn <C-s>");
    assert!(rig.status().contains("Quorn"), "{}", rig.status());
    for _ in 0..3 {
        rig.then(Happening::Timeout);
    }
    let screen = rig.screen();
    assert!(screen.contains(&start("lock-any-key")) && !screen.contains("Quorn"), "{screen}");
}

#[test]
fn the_list_of_drafts_says_what_each_is_about() {
    let folder = Folder::with_small_book();
    let mut rig = Rig::of(folder.open());
    let (visit, client) = (visit(rig.desk()), rig.book().client.iter().next().unwrap().uid());
    rig.open(&Target::After(visit)).press("half <Esc> <Esc>");
    rig.open(&Target::Form { entity: Entity::Note, uuid: None, client: Some(client) }).press("text <Esc> <Esc>");
    let name = rig.book().client.get(client).unwrap().short_name.clone().unwrap();
    let screen = rig.open(&Target::Drafts).screen();
    let line = |what: &str| screen.lines().find(|line| line.contains(what)).unwrap_or_default().to_owned();
    let after = line(&said("screen-after_visit"));
    assert!(after.contains("Калиакра") && after.contains("2026-11-23 14:30"), "{screen}");
    assert!(line("Note").contains(&name), "{screen}");
}
