//! Days as they are typed: `2026-11-22`, `22.11.2026`, `22.11`, `22 nov`, `+3d`, `mon`, `tomorrow`.
//!
//! A day without a year is the one nearest to today, the later of two equally near. A day of the week is the next one
//! after today. `+1m` from the 31st is the last day of a shorter month. Slashes are taken only where one reading is a
//! day, since half the world writes the month first.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::{calendar_words as words, wrong};
use crate::domain::date::{FIRST_YEAR, LAST_YEAR, plus_days};
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

pub(super) fn read(typed: &str, today: NaiveDate) -> Result<NaiveDate, Sentence> {
    let text = fold(typed);
    let refuse = || wrong("not-a-date", typed);
    if let Some(day) = from_today(&text, today) {
        return in_range(day.ok_or_else(refuse)?, typed);
    }
    in_range(written(&text, typed, today)?.ok_or_else(refuse)?, typed)
}

/// `+3d`, `-2w`, `mon`, `tomorrow`: none when it is no such word, none inside when the calendar ends before it.
fn from_today(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    if let Some(days) = words::relative_day(text) {
        return Some(Some(plus_days(today, days)));
    }
    if let Some(day) = words::weekday(text) {
        return Some(Some(next(day, today)));
    }
    shifted(text, today)
}

/// The next such day after `today`.
fn next(day: Weekday, today: NaiveDate) -> NaiveDate {
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    plus_days(today, if ahead == 0 { 7 } else { i64::from(ahead) })
}

fn shifted(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let (back, rest) = match text.strip_prefix('+') {
        Some(rest) => (false, rest),
        None => (true, text.strip_prefix('-')?),
    };
    let rest = rest.trim_start();
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.strip_suffix(letters)?;
    let count: u32 = digits.parse().ok().filter(|n| *n <= 100_000)?;
    let unit = letters.trim();
    let days = |each: u32| {
        let days = i64::from(count) * i64::from(each);
        Some(plus_days(today, if back { -days } else { days }))
    };
    let months = |each: u32| {
        let months = Months::new(count * each);
        if back { today.checked_sub_months(months) } else { today.checked_add_months(months) }
    };
    Some(match unit {
        "" | "d" | "day" | "days" | "д" | "дн" | "дня" | "дней" | "ден" | "дни" | "天" | "日" => {
            days(1)
        }
        "w" | "week" | "weeks" | "н" | "нед" | "недели" | "с" | "седм" | "седмици" | "周" | "星期" => {
            days(7)
        }
        "m" | "month" | "months" | "м" | "мес" | "месяца" | "месеца" | "月" | "个月" => months(1),
        "y" | "year" | "years" | "г" | "год" | "года" | "години" | "年" => months(12),
        _ => return None,
    })
}

/// A day that is written out, with or without its year.
fn written(text: &str, typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Sentence> {
    if let Some(found) = named_month(text, today) {
        return Ok(found);
    }
    let text = text.trim_end_matches('日').replace(['年', '月'], "-");
    let text = text.trim_end_matches([' ', 'г', '.']);
    let Some(mark) = ['-', '/', '.'].into_iter().find(|mark| text.contains(*mark)) else { return Ok(None) };
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    match (mark, parts.as_slice()) {
        (_, [year, month, day]) if year.len() == 4 => Ok(exact(year, month, day, today)),
        ('.', [day, month, year]) => Ok(exact(year, month, day, today)),
        ('.', [day, month]) => Ok(nearest(day, month, today)),
        ('-', [month, day]) if typed.contains('月') => Ok(nearest(day, month, today)),
        ('-' | '/', [a, b, c]) => only(&readings(a, b, c, today), typed),
        ('/', [a, b]) => only(&[nearest(a, b, today), nearest(b, a, today)], typed),
        _ => Ok(None),
    }
}

/// Day, month and year in each order that is in use.
fn readings(a: &str, b: &str, c: &str, today: NaiveDate) -> [Option<NaiveDate>; 3] {
    let year_first = if a.len() == 2 && c.len() == 2 { exact(a, b, c, today) } else { None };
    [exact(c, b, a, today), exact(c, a, b, today), year_first]
}

/// The one day of several readings; refused when they are different days.
fn only(readings: &[Option<NaiveDate>], typed: &str) -> Result<Option<NaiveDate>, Sentence> {
    let mut days = readings.iter().flatten();
    let first = days.next().copied();
    if days.any(|day| Some(*day) != first) { Err(wrong("ambiguous-date", typed)) } else { Ok(first) }
}

fn number(digits: &str) -> Option<u32> {
    (digits.bytes().all(|b| b.is_ascii_digit()) && (1..=4).contains(&digits.len())).then(|| digits.parse().ok())?
}

fn exact(year: &str, month: &str, day: &str, today: NaiveDate) -> Option<NaiveDate> {
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(full_year(year, today)?, number(month)?, number(day)?)
}

/// Four digits, or two: the century in which the year is at most twenty years ahead.
pub(super) fn full_year(digits: &str, today: NaiveDate) -> Option<i32> {
    let year = number(digits)?.cast_signed();
    match digits.len() {
        4 => Some(year),
        2 => {
            let century = today.year() - today.year().rem_euclid(100);
            Some(if century + year > today.year() + 20 { century + year - 100 } else { century + year })
        }
        _ => None,
    }
}

/// The day without a year that is nearest to today.
fn nearest(day: &str, month: &str, today: NaiveDate) -> Option<NaiveDate> {
    if day.len() > 2 || month.len() > 2 {
        return None;
    }
    near(number(day)?, number(month)?, today)
}

fn near(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // A 29 February can be four years away; the later years first, so that they win a tie.
    let years = (today.year() - 4..=today.year() + 4).rev();
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|day| (*day - today).num_days().abs())
}

/// `22 nov`, `22 ноября 2026`, `nov 22`, `22-Nov-26`: none when no month is named.
fn named_month(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let parts: Vec<&str> = text.split([' ', '-', ',', '.']).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] | [month, day] if words::month(month).is_some() => (day, words::month(month)?, None),
        [day, month, year] | [month, day, year] if words::month(month).is_some() => {
            (day, words::month(month)?, Some(year))
        }
        [day, month, year, "г" | "год" | "года"] => (day, words::month(month)?, Some(year)),
        _ => return None,
    };
    let day = number(day).filter(|_| day.len() <= 2);
    Some(match (day, year) {
        (Some(day), Some(year)) => full_year(year, today).and_then(|year| NaiveDate::from_ymd_opt(year, month, day)),
        (Some(day), None) => near(day, month, today),
        (None, _) => None,
    })
}

fn in_range(day: NaiveDate, typed: &str) -> Result<NaiveDate, Sentence> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Ok(day) } else { Err(wrong("date-out-of-range", typed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_typed() {
        // A Monday.
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (typed, expected) in [
            ("2026-11-22", "2026-11-22"),
            ("2026.11.22", "2026-11-22"),
            ("2026/11/22", "2026-11-22"),
            ("22.11.2026", "2026-11-22"),
            ("22.11.2026 г.", "2026-11-22"),
            ("1.2.2027", "2027-02-01"),
            ("22.11.26", "2026-11-22"),
            ("22.11.71", "1971-11-22"),
            ("22.11", "2026-11-22"),
            ("05.01", "2027-01-05"),
            ("30.06", "2026-06-30"),
            ("22/11/2026", "2026-11-22"),
            ("11/22/2026", "2026-11-22"),
            ("04/04/2026", "2026-04-04"),
            ("22/11", "2026-11-22"),
            ("2026年11月22日", "2026-11-22"),
            ("11月22日", "2026-11-22"),
            ("22 nov", "2026-11-22"),
            ("Nov 22, 2026", "2026-11-22"),
            ("22 ноября 2026 г.", "2026-11-22"),
            ("22 ноември 2026", "2026-11-22"),
            ("22-Nov-26", "2026-11-22"),
            ("+3d", "2026-11-26"),
            ("+3", "2026-11-26"),
            ("-1d", "2026-11-22"),
            ("+2w", "2026-12-07"),
            ("+1m", "2026-12-23"),
            ("+1y", "2027-11-23"),
            ("+3 дня", "2026-11-26"),
            ("+2周", "2026-12-07"),
            ("mon", "2026-11-30"),
            ("tue", "2026-11-24"),
            ("вс", "2026-11-29"),
            ("нд", "2026-11-29"),
            ("周三", "2026-11-25"),
            ("today", "2026-11-23"),
            ("Завтра", "2026-11-24"),
            ("утре", "2026-11-24"),
            ("昨天", "2026-11-22"),
            ("２０２６-11-22", "2026-11-22"),
            ("2028-02-29", "2028-02-29"),
        ] {
            assert_eq!(read(typed, today).map(|day| day.to_string()).as_deref(), Ok(expected), "{typed}");
        }
        for (typed, id) in [
            ("03/04/26", "ambiguous-date"),
            ("03/04/2026", "ambiguous-date"),
            ("3/4", "ambiguous-date"),
            ("22/11/26", "ambiguous-date"),
            ("03-04-2026", "ambiguous-date"),
            ("30.02.2026", "not-a-date"),
            ("30 feb", "not-a-date"),
            ("2026-02-30", "not-a-date"),
            ("2027-02-29", "not-a-date"),
            ("31.11", "not-a-date"),
            ("22", "not-a-date"),
            ("2026", "not-a-date"),
            ("soon", "not-a-date"),
            ("+d", "not-a-date"),
            ("+3q", "not-a-date"),
            ("1899-12-31", "date-out-of-range"),
            ("2200-01-01", "date-out-of-range"),
            ("+100000d", "date-out-of-range"),
            ("22.11.2026.1", "not-a-date"),
            ("２２", "not-a-date"),
            ("-", "not-a-date"),
            ("...", "not-a-date"),
        ] {
            assert_eq!(read(typed, today).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_months_end_is_kept_within_shorter_months() {
        let day = |text: &str| crate::domain::date::parse_day(text).unwrap();
        for (today, typed, expected) in [
            ("2027-01-31", "+1m", "2027-02-28"),
            ("2028-01-31", "+1m", "2028-02-29"),
            ("2028-02-29", "+1y", "2029-02-28"),
            ("2026-12-28", "02.01", "2027-01-02"),
            ("2026-01-03", "28.12", "2025-12-28"),
            ("2027-03-01", "29.02", "2028-02-29"),
        ] {
            assert_eq!(read(typed, day(today)), Ok(day(expected)), "{today} {typed}");
        }
    }
}
