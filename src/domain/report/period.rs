//! A stretch of days, and the calendar periods a report can be about.

use chrono::{Datelike, NaiveDate};

use crate::domain::date::{Month, days_between, plus_days};

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Span {
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    fn months(first: Month, n: i32) -> Self {
        Self { from: first.first_day(), to: first.plus(n - 1).last_day() }
    }
}

/// What a period is called after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Month,
    Quarter,
    Year,
    /// Any other days.
    Days,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Days => "days",
        }
    }

    /// Months of a calendar period.
    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
            Self::Days => 0,
        }
    }
}

/// The days a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub kind: Kind,
    pub span: Span,
}

impl Period {
    /// The calendar period that holds a day; of any days there is only the day itself.
    pub fn of(kind: Kind, day: NaiveDate) -> Self {
        let month = Month::of(day);
        let months = kind.months();
        let span = match kind {
            Kind::Days => Span { from: day, to: day },
            _ => Span::months(Month::from_index(month.index() - month.index().rem_euclid(months)), months),
        };
        Self { kind, span }
    }

    /// From one day to another; a whole month, quarter or year is called what it is. None when it ends before it begins.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let span = Span { from, to };
        let calendar = [Kind::Month, Kind::Quarter, Kind::Year].map(|kind| Self::of(kind, from));
        let named = calendar.into_iter().find(|period| period.span == span);
        (from <= to).then(|| named.unwrap_or(Self { kind: Kind::Days, span }))
    }

    /// The period of the same length just before.
    #[must_use]
    pub fn before(self) -> Self {
        self.step(-1)
    }

    /// The period of the same length just after.
    #[must_use]
    pub fn after(self) -> Self {
        self.step(1)
    }

    fn step(self, n: i32) -> Self {
        if self.kind != Kind::Days {
            let first = Month::of(self.span.from).plus(n * self.kind.months());
            return Self { span: Span::months(first, self.kind.months()), ..self };
        }
        let length = (days_between(self.span.from, self.span.to) + 1) * i64::from(n);
        let span = Span { from: plus_days(self.span.from, length), to: plus_days(self.span.to, length) };
        Self { span, ..self }
    }

    /// Whether days of it are still to come.
    pub fn is_running(self, today: NaiveDate) -> bool {
        self.span.to > today && self.span.from <= today
    }

    /// The quarter of the year in which it begins.
    pub fn quarter(self) -> u32 {
        quarter_of(self.span.from)
    }
}

/// From 1 to 4.
pub(super) fn quarter_of(day: NaiveDate) -> u32 {
    day.month0() / 3 + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::day;

    fn told(period: Period) -> String {
        format!("{} {} {}", period.kind.word(), period.span.from, period.span.to)
    }

    #[test]
    fn calendar_periods_hold_a_day_and_step_over_the_year_s_end() {
        for (kind, on, this, before, after) in [
            (Kind::Month, "2026-01-31", "2026-01-01 2026-01-31", "2025-12-01 2025-12-31", "2026-02-01 2026-02-28"),
            (Kind::Month, "2028-02-29", "2028-02-01 2028-02-29", "2028-01-01 2028-01-31", "2028-03-01 2028-03-31"),
            (Kind::Quarter, "2026-12-31", "2026-10-01 2026-12-31", "2026-07-01 2026-09-30", "2027-01-01 2027-03-31"),
            (Kind::Quarter, "2026-01-01", "2026-01-01 2026-03-31", "2025-10-01 2025-12-31", "2026-04-01 2026-06-30"),
            (Kind::Year, "2026-11-23", "2026-01-01 2026-12-31", "2025-01-01 2025-12-31", "2027-01-01 2027-12-31"),
        ] {
            let period = Period::of(kind, day(on));
            for (period, days) in [(period, this), (period.before(), before), (period.after(), after)] {
                assert_eq!(told(period), format!("{} {days}", kind.word()));
            }
        }
    }

    #[test]
    fn days_that_are_a_calendar_period_are_called_so() {
        for (from, to, kind) in [
            ("2026-10-01", "2026-10-31", Kind::Month),
            ("2026-10-01", "2026-12-31", Kind::Quarter),
            ("2026-11-01", "2027-01-31", Kind::Days),
            ("2026-01-01", "2026-12-31", Kind::Year),
            ("2026-11-02", "2026-11-08", Kind::Days),
        ] {
            assert_eq!(Period::between(day(from), day(to)).unwrap().kind, kind, "{from} {to}");
        }
        assert_eq!(Period::between(day("2026-11-02"), day("2026-11-01")), None);
        let week = Period::between(day("2026-11-02"), day("2026-11-08")).unwrap();
        assert_eq!(told(week.before()), "days 2026-10-26 2026-11-01");
        assert!(week.is_running(day("2026-11-04")) && !week.is_running(day("2026-11-08")));
    }
}
