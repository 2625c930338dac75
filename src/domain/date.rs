//! Days that are only partly known, months, and wall time, as the book stores them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, SubsecRound, Utc};

/// A wall time of a visit, to the minute; its zone stands beside it.
pub type LocalTime = NaiveDateTime;
/// An instant, to the millisecond.
pub type Instant = DateTime<Utc>;

pub(super) const FIRST_YEAR: i32 = 1900;
pub(super) const LAST_YEAR: i32 = 2199;

/// A calendar day `YYYY-MM-DD` from 1900 to 2199; anything else is none.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(is_kept)
}

/// Whether a book can hold the day.
pub fn is_kept(day: &NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

/// A wall time `YYYY-MM-DDTHH:MM`.
pub fn parse_local(text: &str) -> Option<LocalTime> {
    if text.len() != 16 {
        return None;
    }
    let (day, time) = text.split_once('T')?;
    let day = parse_day(day)?;
    chrono::NaiveTime::parse_from_str(time, "%H:%M").ok().map(|time| day.and_time(time))
}

pub fn local_text(time: LocalTime) -> String {
    time.format("%Y-%m-%dT%H:%M").to_string()
}

pub fn parse_instant(text: &str) -> Option<Instant> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
}

/// RFC 3339 in UTC, with milliseconds only where there are some, so that it reads back as it was.
pub fn instant_text(at: Instant) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// An instant cut to the milliseconds the book keeps.
pub fn to_millis(at: Instant) -> Instant {
    at.trunc_subsecs(3)
}

/// A calendar month `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: i32,
    pub month: u32,
}

impl Month {
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Months since the year 0: differences count months.
    pub fn index(self) -> i32 {
        self.year * 12 + self.month.cast_signed() - 1
    }

    pub fn from_index(index: i32) -> Self {
        Self { year: index.div_euclid(12), month: index.rem_euclid(12).cast_unsigned() + 1 }
    }

    /// The month `n` later, or earlier where `n` is negative.
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self::from_index(self.index() + n)
    }

    pub fn first_day(self) -> NaiveDate {
        // A month is made by `new`, `of` or `from_index` alone, so year and month name a day chrono knows.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('-').ok_or(())?;
        if year.len() != 4 || month.len() != 2 {
            return Err(());
        }
        Self::new(number(year)?, number(month)?).ok_or(())
    }
}

/// A day of which parts may be unknown: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `--MM-DD`, `--MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    Year(i32),
    Month(Month),
    Day(NaiveDate),
    /// A day of any year, e.g. a birthday; 29 February is one.
    MonthDay(u32, u32),
    OnlyMonth(u32),
}

impl PartialDate {
    /// The first day this can be; none when the year is not known.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(month) => Some(month.first_day()),
            Self::Day(day) => Some(day),
            Self::MonthDay(..) | Self::OnlyMonth(_) => None,
        }
    }

    /// The last day this can be; none when the year is not known.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Month(month) => Some(month.last_day()),
            Self::Day(day) => Some(day),
            Self::MonthDay(..) | Self::OnlyMonth(_) => None,
        }
    }

    /// Month and day, when both are known.
    pub fn month_day(self) -> Option<(u32, u32)> {
        match self {
            Self::Day(day) => Some((day.month(), day.day())),
            Self::MonthDay(month, day) => Some((month, day)),
            _ => None,
        }
    }

    pub fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(year),
            Self::Month(month) => Some(month.year),
            Self::Day(day) => Some(day.year()),
            _ => None,
        }
    }

    /// The day on which this falls in `year`: 29 February on the 28th in common years.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = self.month_day()?;
        NaiveDate::from_ymd_opt(year, month, day)
            .or_else(|| if (month, day) == (2, 29) { NaiveDate::from_ymd_opt(year, 2, 28) } else { None })
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::MonthDay(month, day) => write!(f, "--{month:02}-{day:02}"),
            Self::OnlyMonth(month) => write!(f, "--{month:02}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(rest) = text.strip_prefix("--") {
            return match rest.split_once('-') {
                Some((month, day)) if month.len() == 2 && day.len() == 2 => month_day(number(month)?, number(day)?),
                None if rest.len() == 2 => month(number(rest)?),
                _ => Err(()),
            };
        }
        match text.len() {
            4 => Month::new(number(text)?, 1).map(|month| Self::Year(month.year)).ok_or(()),
            7 => text.parse().map(Self::Month),
            _ => parse_day(text).map(Self::Day).ok_or(()),
        }
    }
}

fn number<N: FromStr>(digits: &str) -> Result<N, ()> {
    if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().map_err(drop) } else { Err(()) }
}

fn month(month: u32) -> Result<PartialDate, ()> {
    (1..=12).contains(&month).then_some(PartialDate::OnlyMonth(month)).ok_or(())
}

/// 2000 is a leap year, so that `--02-29` is a day.
fn month_day(month: u32, day: u32) -> Result<PartialDate, ()> {
    NaiveDate::from_ymd_opt(2000, month, day).map(|_| PartialDate::MonthDay(month, day)).ok_or(())
}

/// How surely a row with the half-open window `[from, to)` is in force on a day (domain rule for partial dates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InForce {
    No,
    Possibly,
    Surely,
}

impl InForce {
    pub fn yes(self) -> bool {
        self != Self::No
    }
}

/// Surely in force when latest(from) <= day < earliest(to); possibly when earliest(from) <= day < latest(to). An
/// exact end excludes its own day; an absent bound is open.
pub fn in_force(from: Option<PartialDate>, to: Option<PartialDate>, day: NaiveDate) -> InForce {
    let after_from = |bound: fn(PartialDate) -> Option<NaiveDate>| from.and_then(bound).is_none_or(|from| from <= day);
    let before_to = |bound: fn(PartialDate) -> Option<NaiveDate>| to.and_then(bound).is_none_or(|to| day < to);
    if after_from(PartialDate::latest) && before_to(PartialDate::earliest) {
        InForce::Surely
    } else if after_from(PartialDate::earliest) && before_to(PartialDate::latest) {
        InForce::Possibly
    } else {
        InForce::No
    }
}

/// `n` days later; the calendar's end holds it.
pub fn plus_days(day: NaiveDate, n: i64) -> NaiveDate {
    let moved = if n >= 0 {
        day.checked_add_days(Days::new(n.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(n.unsigned_abs()))
    };
    moved.unwrap_or(if n >= 0 { NaiveDate::MAX } else { NaiveDate::MIN })
}

/// Whole days from `a` to `b`; negative when `b` is earlier.
pub fn days_between(a: NaiveDate, b: NaiveDate) -> i64 {
    (b - a).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    #[test]
    fn a_partial_date_reads_back_as_written_and_nonsense_does_not_read() {
        for text in ["1971", "1971-05", "1971-05-14", "--05-14", "--05", "--02-29", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "71",
            "1971-5",
            "1971-13",
            "--13",
            "--02-30",
            "2023-02-29",
            "1971-05-14T",
            "+971",
            "1899",
            "2200-01-01",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_window_with_partial_ends_is_surely_possibly_or_not_in_force() {
        let cases = [
            (Some("2026"), None, "2026-06-01", InForce::Possibly),
            (Some("2026"), None, "2027-01-01", InForce::Surely),
            (Some("2026-03-01"), Some("2026-03-10"), "2026-03-09", InForce::Surely),
            (Some("2026-03-01"), Some("2026-03-10"), "2026-03-10", InForce::No),
            (None, Some("2026"), "2025-12-31", InForce::Surely),
            (None, Some("2026"), "2026-06-01", InForce::Possibly),
            (None, None, "1900-01-01", InForce::Surely),
            (Some("2026-03-01"), None, "2026-02-28", InForce::No),
        ];
        for (from, to, on, expected) in cases {
            let read = |text: Option<&str>| text.map(|text| text.parse().unwrap());
            assert_eq!(in_force(read(from), read(to), day(on)), expected, "{from:?} {to:?} {on}");
        }
    }

    #[test]
    fn a_birthday_on_29_february_falls_on_the_28th_in_common_years() {
        let birthday: PartialDate = "--02-29".parse().unwrap();
        assert_eq!(birthday.in_year(2027), Some(day("2027-02-28")));
        assert_eq!(birthday.in_year(2028), Some(day("2028-02-29")));
    }

    #[test]
    fn months_count_across_years() {
        let month: Month = "2026-11".parse().unwrap();
        assert_eq!(month.plus(2).to_string(), "2027-01");
        assert_eq!(month.plus(-11).to_string(), "2025-12");
        assert_eq!(month.last_day(), day("2026-11-30"));
    }
}
