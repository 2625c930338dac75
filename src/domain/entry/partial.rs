//! Days of which parts may be unknown: `1971`, `1971-05`, `05.1971`, `may 1971`, `14.05` (any year), `--05`, or a day.

use chrono::NaiveDate;

use super::{calendar_words as words, day, month, wrong};
use crate::domain::date::PartialDate;
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

/// A day and month without a year are of every year.
pub(super) fn read(typed: &str, today: NaiveDate) -> Result<PartialDate, Sentence> {
    let text = fold(typed);
    if let Some(found) = text.parse().ok().or_else(|| part(&text)).or_else(|| yearless(&text)) {
        return Ok(found);
    }
    if has_slashes(&text) {
        return ambiguous(typed, today);
    }
    dated(typed, today)
}

/// A day and month without a year are the nearest such day.
pub(super) fn read_dated(typed: &str, today: NaiveDate) -> Result<PartialDate, Sentence> {
    let text = fold(typed);
    match text.parse().ok().or_else(|| part(&text)) {
        Some(found) => Ok(found),
        None => dated(typed, today),
    }
}

fn dated(typed: &str, today: NaiveDate) -> Result<PartialDate, Sentence> {
    let wider = |sentence: Sentence| {
        if sentence.id == "not-a-date" { wrong("not-a-pdate", typed) } else { sentence }
    };
    day::read(typed, today).map(PartialDate::Day).map_err(wider)
}

fn has_slashes(text: &str) -> bool {
    text.matches('/').count() == 1
}

/// `14/05` is a day of every year only where it can be read in one way.
fn ambiguous(typed: &str, today: NaiveDate) -> Result<PartialDate, Sentence> {
    let day = dated(typed, today)?;
    let (month, day) = day.month_day().ok_or_else(|| wrong("not-a-pdate", typed))?;
    Ok(PartialDate::MonthDay(month, day))
}

/// A month of a year, or a month alone.
fn part(text: &str) -> Option<PartialDate> {
    // `may 14` is a day; a year has its four digits here.
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    if let Some(month) = month::read(text).ok().filter(|_| has_year) {
        return Some(PartialDate::Month(month));
    }
    if let Some(year) = text.strip_suffix('年') {
        return year.parse().ok().filter(|part| matches!(part, PartialDate::Year(_)));
    }
    words::month(text).map(PartialDate::OnlyMonth)
}

fn yearless(text: &str) -> Option<PartialDate> {
    let (day, month) = match text.split_once('.') {
        Some((day, month)) => (day, month.trim_end_matches('.').parse().ok()?),
        None => match text.trim_end_matches('日').split_once('月') {
            Some((month, day)) => (day, month.parse().ok()?),
            None => {
                let (a, b) = text.split_once(' ')?;
                words::month(b).map(|month| (a, month)).or_else(|| words::month(a).map(|month| (b, month)))?
            }
        },
    };
    let day: u32 = day.trim().parse().ok()?;
    format!("--{month:02}-{day:02}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_day_are_read() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (typed, of_any_year, of_a_year) in [
            ("1971", "1971", "1971"),
            ("1971年", "1971", "1971"),
            ("1971-05", "1971-05", "1971-05"),
            ("05.1971", "1971-05", "1971-05"),
            ("май 1971", "1971-05", "1971-05"),
            ("may", "--05", "--05"),
            ("--05", "--05", "--05"),
            ("--02-29", "--02-29", "--02-29"),
            ("29.02", "--02-29", "2028-02-29"),
            ("14.05.1971", "1971-05-14", "1971-05-14"),
            ("14.12", "--12-14", "2026-12-14"),
            ("14 декабря", "--12-14", "2026-12-14"),
            ("12月14日", "--12-14", "2026-12-14"),
            ("14/12", "--12-14", "2026-12-14"),
            ("today", "2026-11-23", "2026-11-23"),
        ] {
            assert_eq!(read(typed, today).map(|day| day.to_string()).as_deref(), Ok(of_any_year), "{typed}");
            assert_eq!(read_dated(typed, today).map(|day| day.to_string()).as_deref(), Ok(of_a_year), "{typed}");
        }
        for (typed, id) in [
            ("30.02", "not-a-pdate"),
            ("--13", "not-a-pdate"),
            ("71", "not-a-pdate"),
            ("5/6", "ambiguous-date"),
            ("once", "not-a-pdate"),
        ] {
            assert_eq!(read(typed, today).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
        }
    }
}
