//! Where the cursor stands in a week: on a visit, or on an hour without one. Knows no picture.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::domain::date::{LocalTime, plus_days};
use crate::domain::figures::week::{Placed, Week, WeekDay};
use crate::domain::{Id, Visit};

/// A day and an hour, and the visit that begins in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    pub day: NaiveDate,
    pub hour: u32,
    pub visit: Option<Id<Visit>>,
}

impl Cursor {
    pub fn on(placed: &Placed) -> Self {
        Self { day: placed.from.date(), hour: placed.from.hour(), visit: Some(placed.visit) }
    }

    pub fn free(at: LocalTime) -> Self {
        Self { day: at.date(), hour: at.hour(), visit: None }
    }

    /// The moment at which something new would begin: at the hour, or as soon as the visit is over.
    pub fn moment(self, week: &Week) -> LocalTime {
        let hour = self.day.and_time(NaiveTime::from_hms_opt(self.hour, 0, 0).unwrap_or_default());
        self.placed(week).map_or(hour, |placed| placed.to)
    }

    pub fn placed(self, week: &Week) -> Option<&Placed> {
        week.day(self.day)?.visits.iter().find(|placed| Some(placed.visit) == self.visit)
    }

    /// The stop of the week that is meant: the visit wherever it is by now, else what stands at the hour.
    pub fn settled(self, week: &Week) -> Self {
        if let Some((_, placed)) = week.visits().find(|(_, placed)| Some(placed.visit) == self.visit) {
            return Self::on(placed);
        }
        let Some(day) = week.day(self.day) else { return Self { visit: None, ..self } };
        let stops = stops(day, week.hours());
        let nearest = stops.iter().min_by_key(|stop| stop.hour.abs_diff(self.hour));
        nearest.copied().unwrap_or(self)
    }

    /// Another stop of the same day; the first and the last stay.
    pub fn down(self, by: isize, week: &Week) -> Self {
        let Some(day) = week.day(self.day) else { return self };
        let stops = stops(day, week.hours());
        let at = stops.iter().position(|stop| *stop == self).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(stops.len().saturating_sub(1));
        stops.get(to).copied().unwrap_or(self)
    }

    /// The same hour of another day.
    pub fn days(self, by: i64) -> Self {
        Self { day: plus_days(self.day, by), visit: None, ..self }
    }

    /// The next visit of the week, or the one before; around its ends.
    pub fn next_visit(self, forward: bool, week: &Week) -> Option<Self> {
        let all: Vec<Self> = week.visits().map(|(_, placed)| Self::on(placed)).collect();
        let key = |stop: &Self| (stop.day, stop.hour);
        let at = all.iter().position(|stop| *stop == self);
        let found = match (at, forward) {
            (Some(at), true) => all.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| all.get(at)),
            (None, true) => all.iter().find(|stop| key(stop) > key(&self)),
            (None, false) => all.iter().rev().find(|stop| key(stop) < key(&self)),
        };
        found.or(if forward { all.first() } else { all.last() }).copied()
    }
}

/// Where a cursor can stand on a day: each visit, and each hour in which none begins.
pub(super) fn stops(day: &WeekDay, hours: RangeInclusive<u32>) -> Vec<Cursor> {
    let of_hour = |hour: u32| {
        let beginning = day.visits.iter().filter(move |placed| placed.from.hour() == hour).map(Cursor::on);
        let stops: Vec<Cursor> = beginning.collect();
        if stops.is_empty() { vec![Cursor { day: day.date, hour, visit: None }] } else { stops }
    };
    hours.flat_map(of_hour).collect()
}
