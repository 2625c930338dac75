//! Working days of the bank, and wall times as instants. Reads no clock.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, LocalResult, NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::domain::date::{Instant, LocalTime, days_between, plus_days};
use crate::domain::entity::{Person, Settings, Visit};
use crate::domain::table::Id;
use crate::domain::words::{Tri, Weekday};

/// A calendar without any working day would never answer; after ten years a day counts as one.
const GIVE_UP: usize = 3660;

/// On which days the bank works.
#[derive(Debug, Clone)]
pub struct Calendar {
    work: [bool; 7],
    holidays: BTreeMap<NaiveDate, String>,
}

/// Why the bank does not work on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// As the list of holidays calls it.
    Holiday(String),
    /// No working day of the week.
    DayOff,
}

impl Calendar {
    pub fn of(settings: &Settings) -> Self {
        let work = std::array::from_fn(|at| Weekday::all().get(at).is_some_and(|day| settings.work_days.contains(day)));
        Self { work, holidays: settings.holidays.iter().map(|holiday| (holiday.date, holiday.text.clone())).collect() }
    }

    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.works_in_the_week(day) && !self.holidays.contains_key(&day)
    }

    fn works_in_the_week(&self, day: NaiveDate) -> bool {
        self.work.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or(false)
    }

    pub fn closed(&self, day: NaiveDate) -> Option<Closed> {
        let holiday = self.holidays.get(&day).map(|text| Closed::Holiday(text.clone()));
        holiday.or_else(|| (!self.works_in_the_week(day)).then_some(Closed::DayOff))
    }

    fn walk(&self, from: NaiveDate, step: i64) -> NaiveDate {
        let days = std::iter::successors(Some(from), |day| Some(plus_days(*day, step)));
        days.take(GIVE_UP).find(|day| self.is_working(*day)).unwrap_or(from)
    }

    /// The day itself when the bank works, else the next day it does.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.walk(day, 1)
    }

    /// The day itself when the bank works, else the last day before on which it does.
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        self.walk(day, -1)
    }

    /// The `n`th working day after a day.
    pub fn after(&self, day: NaiveDate, n: i64) -> NaiveDate {
        (0..n).fold(day, |day, _| self.on_or_after(plus_days(day, 1)))
    }

    /// Working days after `from` up to and including `to`; none when `to` is not later.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let days = std::iter::successors(from.succ_opt(), NaiveDate::succ_opt).take_while(|day| *day <= to);
        i64::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(i64::MAX)
    }
}

/// The instant of a wall time. A repeated time takes the first or, with `fold` 1, the second; a time that does not
/// exist is read as if the clocks had not gone forward.
pub fn instant(local: LocalTime, zone: Tz, fold: i64) -> Instant {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at.to_utc(),
        LocalResult::Ambiguous(first, second) => if fold == 1 { second } else { first }.to_utc(),
        LocalResult::None => {
            let before = Duration::hours(3);
            // Three hours before a gap the clock surely showed another time.
            zone.from_local_datetime(&(local - before)).earliest().map_or(local.and_utc(), |at| at.to_utc() + before)
        }
    }
}

pub fn day_of(at: Instant, zone: Tz) -> NaiveDate {
    local_of(at, zone).date()
}

pub fn local_of(at: Instant, zone: Tz) -> LocalTime {
    at.with_timezone(&zone).naive_local()
}

impl Visit {
    pub fn starts(&self) -> Instant {
        instant(self.start, self.zone, self.fold)
    }

    /// The end counts from the instant of the start, so that a change of the clocks in between does not stretch it.
    pub fn ends(&self) -> Instant {
        self.starts() + Duration::minutes(self.minutes)
    }

    /// Whether there is no time for both: between two visits lies the longer of the two ways.
    pub fn clashes(&self, other: &Self) -> bool {
        if days_between(self.start.date(), other.start.date()).abs() > 3 {
            return false;
        }
        let way = Duration::minutes(self.travel_minutes.max(other.travel_minutes).unwrap_or(0));
        self.starts() < other.ends() + way && other.starts() < self.ends() + way
    }

    /// The wall time of the start in the book's zone.
    pub fn local_start(&self, zone: Tz) -> LocalTime {
        if zone == self.zone { self.start } else { local_of(self.starts(), zone) }
    }

    /// The day on which the visit is, in the book's zone.
    pub fn day(&self, zone: Tz) -> NaiveDate {
        self.local_start(zone).date()
    }

    /// Whether the person was there.
    pub fn came(&self, person: Id<Person>) -> bool {
        self.attendees.iter().any(|attendee| attendee.person == person && attendee.came == Some(Tri::Yes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Book;
    use crate::domain::date::{instant_text, parse_day, parse_local};
    use crate::domain::parts::Holiday;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn calendar() -> Calendar {
        let mut settings = Book::default().settings().clone();
        settings.holidays = vec![Holiday { date: day("2026-12-24"), text: "closed".into() }];
        Calendar::of(&settings)
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        let calendar = calendar();
        for (from, on_or_after, on_or_before) in [
            ("2026-11-23", "2026-11-23", "2026-11-23"),
            ("2026-11-28", "2026-11-30", "2026-11-27"),
            ("2026-12-24", "2026-12-25", "2026-12-23"),
        ] {
            assert_eq!(calendar.on_or_after(day(from)), day(on_or_after), "{from}");
            assert_eq!(calendar.on_or_before(day(from)), day(on_or_before), "{from}");
        }
        for (from, n, to) in
            [("2026-11-20", 2, "2026-11-24"), ("2026-11-24", 3, "2026-11-27"), ("2026-12-23", 1, "2026-12-25")]
        {
            assert_eq!(calendar.after(day(from), n), day(to), "{from} +{n}");
            assert_eq!(calendar.between(day(from), day(to)), n, "{from} {to}");
        }
    }

    #[test]
    fn a_week_without_work_still_answers() {
        let mut settings = Book::default().settings().clone();
        settings.work_days.clear();
        assert_eq!(Calendar::of(&settings).on_or_after(day("2026-11-23")), day("2026-11-23"));
    }

    #[test]
    fn wall_times_become_instants_through_clock_changes() {
        for (local, zone, fold, utc) in [
            ("2026-11-23T10:00", "Europe/Sofia", 0, "2026-11-23T08:00:00Z"),
            ("2026-07-01T10:00", "Europe/Sofia", 0, "2026-07-01T07:00:00Z"),
            ("2026-10-25T03:30", "Europe/Sofia", 0, "2026-10-25T00:30:00Z"),
            ("2026-10-25T03:30", "Europe/Sofia", 1, "2026-10-25T01:30:00Z"),
            ("2026-03-29T03:30", "Europe/Sofia", 0, "2026-03-29T01:30:00Z"),
        ] {
            let at = instant(parse_local(local).unwrap(), zone.parse().unwrap(), fold);
            assert_eq!(instant_text(at), utc, "{local} {zone} {fold}");
        }
    }
}
