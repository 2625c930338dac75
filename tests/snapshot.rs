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
    desk.undo(&Answers::yes()).unwrap();
    assert_eq!(snapshot::write(desk.book(), None), empty);
    desk.redo().unwrap();
    assert_eq!(snapshot::write(desk.book(), None), full);
}

#[test]
fn a_moved_book_has_its_day_on_the_new_today() {
    let mut moved = snapshot::read(DEMO, desk().now()).unwrap();
    let today = parse_day("2027-03-06").unwrap();
    shift::shift(&mut moved, today, desk().now());
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

#[test]
fn a_moved_row_was_made_now_or_when_its_file_says_and_never_later() {
    let now = desk().now();
    let to = now.date_naive();
    let given = r#"{"format": "attache", "version": 1, "today": "2026-01-01", "tables": {"client": [
        {"uid": "a", "handle": "a", "assigned_on": "2020-01-01", "name": "A", "created_at": "2026-01-01T05:00:00Z"},
        {"uid": "b", "handle": "b", "assigned_on": "2020-01-01", "name": "B", "created_at": "2026-01-01T23:00:00Z", "updated_at": "2026-01-02T05:00:00Z"},
        {"uid": "c", "handle": "c", "assigned_on": "2020-01-01", "name": "C"}]}}"#;
    let mut moved = snapshot::read(given, now).unwrap();
    shift::shift(&mut moved, to, now);
    let heads: Vec<_> = moved.rows.iter().map(|row| row.record.head().clone()).collect();
    let ago = (now - heads[0].created_at).num_hours();
    assert!((0..24).contains(&ago) && heads[0].created_at == heads[0].updated_at, "{heads:?}");
    assert!(heads[1..].iter().all(|head| head.created_at == now && head.updated_at == now), "{heads:?}");
    let mut demo = snapshot::read(DEMO, now).unwrap();
    shift::shift(&mut demo, parse_day("2027-05-04").unwrap(), now);
    assert!(demo.rows.iter().all(|row| row.record.head().updated_at <= now));
}

#[test]
fn a_row_that_differs_in_no_field_is_no_conflict() {
    let mut older = desk();
    import(&mut older, DEMO);
    let mut rows = snapshot::read(&snapshot::write(older.book(), None), older.now()).unwrap().rows;
    for row in &mut rows {
        row.record.head_mut().updated_at -= chrono::TimeDelta::days(1);
    }
    let edit = Edit::Import { title: Sentence::new("title-snapshot").text("file", "demo.json"), rows };
    let planned = older.preview(&edit, &Answers::yes()).unwrap();
    assert!(planned.changes.len() > 2_000);
    assert!(!planned.changes.iter().any(attache::domain::step::Change::is_conflict));
}
