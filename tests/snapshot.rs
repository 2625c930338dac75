//! The whole book as a file: in and out without loss, moved to another day, and refused when it cannot be true.

use attache::desk::{Clock, Desk};
use attache::domain::date::{parse_day, parse_local};
use attache::domain::{Answers, Edit, Sentence};
use attache::export::{shift, snapshot};

const DEMO: &str = include_str!("../assets/demo.json");

fn desk() -> Desk {
    Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap()
}

fn import(desk: &mut Desk, text: &str) -> usize {
    let rows = snapshot::read(text, desk.now()).unwrap().rows;
    let edit = Edit::Import { title: Sentence::new("title-snapshot").text("file", "demo.json"), rows };
    match desk.make(&edit, &Answers::yes()) {
        Ok(made) => made.changed.len(),
        Err(trouble) => panic!("{trouble:?}"),
    }
}

#[test]
fn the_demo_goes_in_comes_out_and_goes_in_again_as_the_same_bytes() {
    let mut first = desk();
    assert!(import(&mut first, DEMO) > 2_000);
    let out = snapshot::write(first.book(), None);
    let mut second = desk();
    import(&mut second, &out);
    assert_eq!(snapshot::write(second.book(), None), out);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let mut desk = desk();
    import(&mut desk, DEMO);
    let last = desk.last_step();
    assert_eq!(import(&mut desk, DEMO), 0);
    assert_eq!(desk.last_step(), last);
}

#[test]
fn an_import_can_be_taken_back_and_made_again() {
    let mut desk = desk();
    let empty = snapshot::write(desk.book(), None);
    import(&mut desk, DEMO);
    let full = snapshot::write(desk.book(), None);
    desk.undo(&Answers::default()).unwrap();
    assert_eq!(snapshot::write(desk.book(), None), empty);
    desk.redo().unwrap();
    assert_eq!(snapshot::write(desk.book(), None), full);
}

#[test]
fn a_moved_book_has_its_day_on_the_new_today() {
    let mut moved = snapshot::read(DEMO, desk().now()).unwrap();
    let today = parse_day("2027-03-06").unwrap();
    shift::shift(&mut moved, today);
    let visits: Vec<_> = moved
        .rows
        .iter()
        .filter_map(|row| match &row.record {
            attache::domain::Record::Visit(visit) if visit.start.date() == today => Some(visit),
            _ => None,
        })
        .collect();
    assert_eq!(visits.len(), 5, "the five visits of the file's own day, though this is a Saturday");
}
