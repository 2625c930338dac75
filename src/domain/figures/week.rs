//! A week of visits as a grid of days and hours: where each visit stands, on which days the bank is closed, and which
//! visits get into each other's way. Knows no cells.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::calendar::{Calendar, Closed, local_of};
use super::day::shown_on;
use crate::domain::Book;
use crate::domain::date::{LocalTime, plus_days};
use crate::domain::entity::Visit;
use crate::domain::table::{Id, Row};
use crate::domain::words::{VisitStatus, Weekday};

/// Hours that a week shows even without visits: the first and the last that begins.
const OFFICE: RangeInclusive<u32> = 9..=17;

/// Seven days from the first day of the week on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub days: Vec<WeekDay>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekDay {
    pub date: NaiveDate,
    pub closed: Option<Closed>,
    /// By the instant of their start.
    pub visits: Vec<Placed>,
}

/// A visit at its place, in wall time of the book's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub visit: Id<Visit>,
    pub from: LocalTime,
    /// Never before `from`, nor after its day.
    pub to: LocalTime,
    /// There is no time for it beside another planned one, the ways counted.
    pub clashes: bool,
}

impl Placed {
    /// The hours that it touches.
    pub fn hours(&self) -> RangeInclusive<u32> {
        let last = if self.to > self.from && self.to.minute() == 0 {
            self.to.hour().saturating_sub(1)
        } else {
            self.to.hour()
        };
        self.from.hour()..=last.max(self.from.hour())
    }
}

/// The first day of the week in which a day lies.
pub fn first_day(day: NaiveDate, week_start: Weekday) -> NaiveDate {
    let start = Weekday::all().iter().position(|one| *one == week_start).unwrap_or(0);
    let ago = (day.weekday().num_days_from_monday() as usize + 7 - start) % 7;
    plus_days(day, -i64::try_from(ago).unwrap_or(0))
}

impl Week {
    /// The week of a day. `moved` stands in the place of the visit that it is, as it would be once saved.
    pub fn of(book: &Book, day: NaiveDate, moved: Option<&Visit>) -> Self {
        let settings = book.settings();
        let calendar = Calendar::of(settings);
        let first = first_day(day, settings.week_start);
        // Those of the days around may reach into the week by their way.
        let around: Vec<Vec<&Visit>> = (-1..=7).map(|n| visits(book, plus_days(first, n), moved)).collect();
        let all: Vec<&Visit> = around.iter().flatten().copied().collect();
        let days = (0..7).map(|n| plus_days(first, n)).zip(around.iter().skip(1));
        let days = days.map(|(date, visits)| WeekDay {
            date,
            closed: calendar.closed(date),
            visits: visits.iter().map(|visit| placed(visit, &all, settings.zone)).collect(),
        });
        Self { days: days.collect() }
    }

    /// From the hour in which the earliest visit begins to the one in which the latest ends, office hours at least.
    pub fn hours(&self) -> RangeInclusive<u32> {
        let all = || self.days.iter().flat_map(|day| &day.visits).map(Placed::hours);
        let first = all().map(|hours| *hours.start()).min().unwrap_or(*OFFICE.start());
        let last = all().map(|hours| *hours.end()).max().unwrap_or(*OFFICE.end());
        first.min(*OFFICE.start())..=last.max(*OFFICE.end())
    }

    pub fn day(&self, date: NaiveDate) -> Option<&WeekDay> {
        self.days.iter().find(|day| day.date == date)
    }

    pub fn visits(&self) -> impl Iterator<Item = (NaiveDate, &Placed)> {
        self.days.iter().flat_map(|day| day.visits.iter().map(|placed| (day.date, placed)))
    }
}

fn visits<'a>(book: &'a Book, day: NaiveDate, moved: Option<&'a Visit>) -> Vec<&'a Visit> {
    let mut visits = shown_on(book, day);
    if let Some(moved) = moved {
        visits.retain(|visit| visit.uid() != moved.uid());
        visits.extend(Some(moved).filter(|moved| moved.day(book.settings().zone) == day));
        visits.sort_by_key(|visit| visit.starts());
    }
    visits
}

fn placed(visit: &Visit, all: &[&Visit], zone: Tz) -> Placed {
    let from = visit.local_start(zone);
    let midnight = from.date().and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default());
    let to = local_of(visit.ends(), zone).clamp(from, midnight);
    let planned = |visit: &Visit| visit.status == VisitStatus::Planned;
    let in_the_way = |other: &&&Visit| other.uid() != visit.uid() && planned(other) && visit.clashes(other);
    Placed { visit: visit.uid(), from, to, clashes: planned(visit) && all.iter().any(|other| in_the_way(&other)) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id};

    #[test]
    fn a_week_begins_on_the_day_that_is_set() {
        for (on, start, first) in [
            ("2026-11-23", Weekday::Mon, "2026-11-23"),
            ("2026-11-29", Weekday::Mon, "2026-11-23"),
            ("2026-11-28", Weekday::Sun, "2026-11-22"),
            ("2026-11-22", Weekday::Sun, "2026-11-22"),
            ("2026-11-27", Weekday::Sat, "2026-11-21"),
            ("2027-01-01", Weekday::Mon, "2026-12-28"),
            ("2028-02-29", Weekday::Wed, "2028-02-23"),
        ] {
            assert_eq!(first_day(day(on), start), day(first), "{on} {start:?}");
        }
    }

    #[test]
    fn hours_reach_from_the_earliest_to_the_latest_visit_and_cover_the_office() {
        for (start, minutes, hours) in [
            ("10:00", 60, 9..=17),
            ("08:15", 30, 8..=17),
            ("17:30", 30, 9..=17),
            ("17:30", 31, 9..=18),
            ("19:00", 60, 9..=19),
            ("23:30", 120, 9..=23),
            ("00:00", 5, 0..=17),
        ] {
            let book = week(&json!([visit("a", &format!("2026-11-24T{start}"), minutes, 0)]));
            assert_eq!(Week::of(&book, day("2026-11-24"), None).hours(), hours, "{start} {minutes}");
        }
    }

    fn visit(uid: &str, start: &str, minutes: i64, way: i64) -> serde_json::Value {
        json!({ "uid": uid, "client": "c", "start": start, "zone": "UTC", "minutes": minutes, "travel_minutes": way })
    }

    fn week(visits: &serde_json::Value) -> Book {
        book(&json!({ "tables": { "client": [client("c", json!({}))], "visit": visits } }))
    }

    #[test]
    fn visits_that_leave_no_time_for_the_way_clash_also_across_days() {
        for (first, second, way, clashes) in [
            ("2026-11-24T10:00", "2026-11-24T11:00", 0, false),
            ("2026-11-24T10:00", "2026-11-24T10:59", 0, true),
            ("2026-11-24T10:00", "2026-11-24T11:00", 1, true),
            ("2026-11-24T10:00", "2026-11-24T11:30", 30, false),
            ("2026-11-29T23:30", "2026-11-30T00:15", 0, true),
        ] {
            let book = week(&json!([visit("a", first, 60, 0), visit("b", second, 60, way)]));
            let week = Week::of(&book, day("2026-11-24"), None);
            let found = week.visits().find(|(_, placed)| placed.visit == id("a")).map(|(_, placed)| placed.clashes);
            assert_eq!(found, Some(clashes), "{first} {second} {way}");
        }
    }

    #[test]
    fn a_visit_that_is_being_moved_stands_where_it_would_be() {
        let book = week(&json!([visit("a", "2026-11-24T10:00", 60, 0), visit("b", "2026-11-25T10:30", 60, 0)]));
        let moved = Visit { start: "2026-11-25T10:00:00".parse().unwrap(), ..book.visit.get(id("a")).unwrap().clone() };
        let week = Week::of(&book, day("2026-11-25"), Some(&moved));
        let all: Vec<_> = week.visits().map(|(date, placed)| (date, placed.visit, placed.clashes)).collect();
        assert_eq!(all, [(day("2026-11-25"), id("a"), true), (day("2026-11-25"), id("b"), true)]);
    }

    #[test]
    fn the_demo_s_week_and_its_days_off() {
        let week = Week::of(&DEMO, demo_today(), None);
        let counts: Vec<usize> = week.days.iter().map(|day| day.visits.len()).collect();
        assert_eq!(counts, [5, 1, 1, 1, 1, 0, 0]);
        let closed = |date: &str| Week::of(&DEMO, day(date), None).day(day(date)).unwrap().closed.clone();
        assert_eq!(closed("2026-11-28"), Some(Closed::DayOff));
        assert_eq!(closed("2026-12-25"), Some(Closed::Holiday("Christmas".into())));
        assert_eq!(closed("2026-11-27"), None);
    }
}
