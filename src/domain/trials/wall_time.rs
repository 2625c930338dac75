//! Wall time in every zone: what is planned, moved, listed and ended around each change of the clocks from 2020 to 2035,
//! and on any day at all.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::domain::book::{Book, Entity, Record};
use crate::domain::date::{local_text, plus_days};
use crate::domain::edit::Edit;
use crate::domain::entity::Visit;
use crate::domain::figures::agenda::agenda;
use crate::domain::figures::cadence;
use crate::domain::figures::calendar::{instant, local_of};
use crate::domain::figures::view::View;
use crate::domain::figures::week::Week;
use crate::domain::moves::{Move, VisitMove};
use crate::domain::refusal::Answers;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::trial::{Trial, add};
use crate::domain::words::Weekday;

const YEARS: std::ops::Range<i32> = 2020..2036;

/// A moment at which a zone's clocks are changed, and by how much they differ from UTC before and after.
struct Change {
    at: DateTime<Utc>,
    before: Duration,
    after: Duration,
}

fn offset(zone: Tz, at: DateTime<Utc>) -> Duration {
    Duration::seconds(zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc().into())
}

fn midnight(year: i32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap()
}

/// Every change of a zone in these years.
fn changes(zone: Tz) -> Vec<Change> {
    let (from, to) = (midnight(YEARS.start), midnight(YEARS.end));
    let steps = std::iter::successors(Some(from), |at| Some(*at + Duration::days(7))).take_while(|at| *at < to);
    steps.filter_map(|at| change_between(zone, at, at + Duration::days(7))).collect()
}

fn change_between(zone: Tz, mut from: DateTime<Utc>, mut to: DateTime<Utc>) -> Option<Change> {
    let (before, after) = (offset(zone, from), offset(zone, to));
    if before == after {
        return None;
    }
    while to - from > Duration::minutes(1) {
        let middle = from + (to - from) / 2;
        if offset(zone, middle) == before { from = middle } else { to = middle }
    }
    let minute = to.timestamp() - to.timestamp().rem_euclid(60);
    Some(Change { at: DateTime::from_timestamp(minute, 0)?, before, after })
}

/// A trial long before the first of the years, so that nothing planned is past.
fn trial() -> Trial {
    let mut trial = Trial::new();
    trial.now = midnight(YEARS.start) - Duration::days(30);
    trial.today = trial.now.date_naive();
    trial
}

fn planned_at(trial: &Trial, zone: Tz, start: NaiveDateTime, minutes: i64) -> Edit {
    let row = json!({ "client": trial.client.to_string(), "zone": zone.name(), "start": local_text(start), "minutes": minutes });
    add(Entity::Visit, row)
}

/// The visit that an edit would make.
fn made(trial: &mut Trial, edit: &Edit) -> Visit {
    let planned = trial.plan(edit).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let visit = planned.changes.into_iter().find_map(|change| match change.after {
        Some(Record::Visit(visit)) => Some(*visit),
        _ => None,
    });
    visit.unwrap()
}

fn second(trial: &mut Trial, first: bool) {
    trial.answers = Answers::default().and(&Sentence::new("time-happens-twice"), first);
}

/// Clocks go forward: no time between exists, the one after it does.
fn check_gap(trial: &mut Trial, zone: Tz, change: &Change) {
    let (gone, back) = ((change.at + change.before).naive_utc(), (change.at + change.after).naive_utc());
    for start in [gone, back - Duration::minutes(1)] {
        let edit = planned_at(trial, zone, start, 60);
        assert_eq!(trial.refusal(&edit), "time-does-not-exist", "{zone} {start}");
    }
    let edit = planned_at(trial, zone, back, 60);
    assert_eq!(made(trial, &edit).starts(), change.at, "{zone} {back}");
}

/// Clocks go back: a time that comes twice is asked for, and is the one or the other.
fn check_fold(trial: &mut Trial, zone: Tz, change: &Change) {
    let start = (change.at + change.after).naive_utc();
    trial.answers = Answers::default();
    let edit = planned_at(trial, zone, start, 60);
    assert_eq!(trial.refusal(&edit), "time-happens-twice", "{zone} {start}");
    for (first, offset) in [(true, change.before), (false, change.after)] {
        second(trial, first);
        let visit = made(trial, &edit);
        assert_eq!(visit.starts().naive_utc(), start - offset, "{zone} {start}");
        assert_eq!(visit.fold, i64::from(!first));
    }
}

/// A visit across the change lasts as long as it lasts, and is listed on its day.
fn check_across(trial: &mut Trial, zone: Tz, change: &Change) {
    let start = (change.at - Duration::minutes(30) + change.before).naive_utc();
    second(trial, true);
    let edit = planned_at(trial, zone, start, 90);
    let visit = made(trial, &edit);
    assert_eq!(visit.starts(), change.at - Duration::minutes(30), "{zone} {start}");
    assert_eq!(visit.ends(), change.at + Duration::minutes(60), "{zone} {start}");
}

#[test]
fn every_change_of_the_clocks_in_every_zone() {
    let mut trial = trial();
    let mut seen = (0, 0);
    for zone in TZ_VARIANTS {
        for change in changes(zone) {
            if change.after > change.before {
                check_gap(&mut trial, zone, &change);
                seen.0 += 1;
            } else {
                check_fold(&mut trial, zone, &change);
                seen.1 += 1;
            }
            check_across(&mut trial, zone, &change);
        }
    }
    assert!(seen.0 > 1000 && seen.1 > 1000, "{seen:?}");
}

/// A day and a minute of these years, the ends of years and leap days more often than others.
fn start() -> impl Strategy<Value = NaiveDateTime> {
    let first = NaiveDate::from_ymd_opt(YEARS.start, 1, 1).unwrap();
    let any = (0_i64..5844).prop_map(move |n| plus_days(first, n));
    let edge = (YEARS, prop_oneof![Just((12, 31)), Just((1, 1)), Just((2, 28)), Just((3, 1))])
        .prop_map(|(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let leap = (0..4).prop_map(|n| NaiveDate::from_ymd_opt(2020 + 4 * n, 2, 29).unwrap());
    let day = prop_oneof![6 => any, 2 => edge, 1 => leap];
    (day, 0_u32..24, 0_u32..60).prop_map(|(day, hour, minute)| day.and_hms_opt(hour, minute, 0).unwrap())
}

fn zone() -> impl Strategy<Value = Tz> {
    (0..TZ_VARIANTS.len()).prop_map(|at| TZ_VARIANTS[at])
}

fn a_visit() -> impl Strategy<Value = (Tz, NaiveDateTime, i64, i64)> {
    (zone(), start(), 5_i64..=1440, 0_i64..=600)
}

fn book_in(zone: Tz, week_start: Weekday) -> Trial {
    let mut trial = trial();
    let mut settings = trial.book.settings().clone();
    (settings.zone, settings.week_start) = (zone, week_start);
    trial.book.put(settings.into_record());
    trial
}

/// Puts a visit there whose wall time exists; None where it does not.
fn put(
    trial: &mut Trial,
    (zone, start, minutes, way): (Tz, NaiveDateTime, i64, i64),
    status: &str,
) -> Option<Id<Visit>> {
    zone.from_local_datetime(&start).earliest()?;
    let row = json!({ "client": trial.client.to_string(), "zone": zone.name(), "start": local_text(start),
        "minutes": minutes, "travel_minutes": way, "status": status });
    Some(Id::new(trial.has(Entity::Visit, row)))
}

fn listed(book: &Book, visit: &Visit, zone: Tz) -> Vec<NaiveDate> {
    let days = agenda(book, plus_days(visit.day(zone), -2), 5);
    days.into_iter().filter(|day| day.visits.contains(&visit.uid())).map(|day| day.date).collect()
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, ..Config::default() })]

    /// In any two zones, seen from a third: one place in agenda and week, in the order of the instants.
    #[test]
    fn a_visit_is_listed_once_on_its_day_in_the_order_of_instants(
        home in zone(), first_day in 0..7_usize, a in a_visit(), apart in -3000_i64..3000, other in zone(),
    ) {
        let mut trial = book_in(home, Weekday::all()[first_day]);
        let near = other.from_utc_datetime(&instant(a.1, a.0, 0).naive_utc()).naive_local() + Duration::minutes(apart);
        let (Some(one), Some(two)) =
            (put(&mut trial, a, "planned"), put(&mut trial, (other, near, 45, 20), "planned")) else { return Ok(()) };
        let book = &trial.book;
        for id in [one, two] {
            let visit = book.visit.get(id).unwrap();
            let local = local_of(visit.starts(), home);
            prop_assert_eq!(visit.local_start(home), local);
            prop_assert_eq!(listed(book, visit, home), vec![local.date()]);
            let week = Week::of(book, local.date(), None);
            let found: Vec<_> = week.visits().filter(|(_, placed)| placed.visit == id).collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert!(found[0].0 == local.date() && found[0].1.from == local && found[0].1.to >= local);
            prop_assert!(week.hours().contains(found[0].1.hours().start()));
            prop_assert_eq!((visit.ends() - visit.starts()).num_minutes(), visit.minutes);
            for day in &week.days {
                let starts: Vec<_> = day.visits.iter().map(|placed| book.visit.get(placed.visit).unwrap().starts()).collect();
                prop_assert!(starts.is_sorted());
            }
        }
        let (a, b) = (book.visit.get(one).unwrap(), book.visit.get(two).unwrap());
        let way = Duration::minutes(a.travel_minutes.max(b.travel_minutes).unwrap_or(0));
        let expected = a.starts() < b.ends() + way && b.starts() < a.ends() + way;
        prop_assert_eq!((a.clashes(b), b.clashes(a)), (expected, expected));
    }

    /// A visit moved by days keeps its hour on the wall, whatever the clocks did in between, and moved back is as it was.
    #[test]
    fn a_visit_that_is_moved_keeps_its_wall_time(visit in a_visit(), days in -400_i64..400) {
        let (zone, start, ..) = visit;
        let mut trial = book_in(zone, Weekday::Mon);
        trial.now -= Duration::days(800);
        trial.today = trial.now.date_naive();
        let Some(id) = put(&mut trial, visit, "planned") else { return Ok(()) };
        second(&mut trial, true);
        let to = plus_days(start.date(), days).and_time(start.time());
        let there = |start| Edit::Move(Move::Visit(id, VisitMove::To { start, fold: None }));
        if zone.from_local_datetime(&to).earliest().is_none() {
            prop_assert_eq!(trial.refusal(&there(to)), "time-does-not-exist");
            return Ok(());
        }
        let before = trial.book.visit.get(id).unwrap().clone();
        trial.make(&there(to));
        let moved = trial.book.visit.get(id).unwrap().clone();
        prop_assert_eq!((moved.start, moved.day(zone)), (to, to.date()));
        prop_assert_eq!((moved.ends() - moved.starts()).num_minutes(), moved.minutes);
        trial.make(&there(start));
        let back = trial.book.visit.get(id).unwrap();
        prop_assert_eq!((back.start, back.fold, back.starts()), (before.start, before.fold, before.starts()));
    }

    /// The rhythm counts whole days of the book's calendar from the day of the visit there.
    #[test]
    fn the_rhythm_counts_days_of_the_books_own_calendar(home in zone(), visit in a_visit(), later in 0_i64..200) {
        let mut trial = book_in(home, Weekday::Mon);
        let Some(id) = put(&mut trial, visit, "held") else { return Ok(()) };
        let mut row = trial.book.visit.get(id).unwrap().clone();
        row.kind = crate::domain::words::VisitKind::Call;
        let day = row.day(home);
        trial.book.put(row.into_record());
        let view = View::on(&trial.book, plus_days(day, later));
        let client = trial.book.client.get(Id::new(trial.client)).unwrap();
        let rhythm = cadence::contact(&view, client).unwrap();
        prop_assert_eq!(rhythm.last, Some(day));
        let days = (rhythm.due - day).num_days();
        prop_assert!((30..=32).contains(&days), "{days} days, a weekend at most moved on");
    }
}
