//! Months as tables of figures write them: what may be typed, and what programs write besides: `202611`, a whole day
//! (taken as its month), Roman numerals, Chinese numerals.

use chrono::NaiveDate;

use crate::domain::date::{Month, parse_day};
use crate::domain::entry;
use crate::domain::foreign_table::{Cell, CellKind};
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const CHINESE: [&str; 12] =
    ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];

/// Characters of a day; its hour may follow.
const DAY: usize = 10;

/// # Errors
/// It is no month, or could be two.
pub fn read(cell: Cell<'_>) -> Result<Month, Sentence> {
    let text = cell.text;
    let month = match cell.kind {
        CellKind::Day => text.get(..DAY).and_then(parse_day).map(Month::of),
        // A spreadsheet drops the last zero: 2026.1 may be January or October.
        CellKind::Number if text.split_once('.').is_some_and(|(_, part)| !matches!(part.len(), 2 | 4)) => None,
        CellKind::Text | CellKind::Number => {
            plainly(text).or_else(|| digits_alone(text)).or_else(|| of_day(text)).or_else(|| in_numerals(text))
        }
        CellKind::Broken => None,
    };
    month.ok_or_else(|| Sentence::new("import-not-a-month").text("input", text))
}

fn plainly(text: &str) -> Option<Month> {
    text.parse().ok().or_else(|| entry::month(text).ok())
}

/// `202611`
fn digits_alone(text: &str) -> Option<Month> {
    if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month) = text.split_at(4);
    Month::new(year.parse().ok()?, month.parse().ok()?)
}

/// A day written year first, or with points day first. `03/04/2026` could be two days.
fn of_day(text: &str) -> Option<Month> {
    // A spreadsheet that was saved as text writes midnight behind the day.
    let text = text.split([' ', 'T']).next().unwrap_or_default().trim_end_matches('.');
    let mut parts = text.split(['-', '.', '/']);
    let mut part = || parts.next().filter(|part| (1..=4).contains(&part.len()));
    let (a, b, c) = (part()?, part()?, part()?);
    let (year, month, day) = match (a.len(), c.len()) {
        (4, _) => (a, b, c),
        (_, 4) if text.contains('.') => (c, b, a),
        _ => return None,
    };
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .and_then(|day| parse_day(&day.to_string()))
        .map(Month::of)
}

/// `XI.2026`, `2026 XI`, `2026年十一月`
fn in_numerals(text: &str) -> Option<Month> {
    let text = fold(text).replace('年', " ");
    let mut parts = text.split([' ', '.', '-', '/', ',']).filter(|part| !part.is_empty() && *part != "г");
    let (a, b) = (parts.next()?, parts.next()?);
    let number = |name: &str| ROMAN.iter().chain(&CHINESE).position(|month| *month == name).map(|at| at % 12 + 1);
    let (year, month) = number(b).map(|month| (a, month)).or_else(|| number(a).map(|month| (b, month)))?;
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Month::new(year.parse().ok()?, u32::try_from(month).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_programs_write_them() {
        let text = |text| read(Cell { text, kind: CellKind::Text }).map(|month| month.to_string());
        for written in [
            "2026-11",
            "11.2026",
            "11/2026",
            "2026/11",
            "2026.11",
            "Nov-26",
            "nov 2026",
            "November 2026",
            "ноя.26",
            "ноябрь 2026",
            "Ноябрь 2026 г.",
            "ноември 2026 г.",
            "ное.26",
            "ное.2026",
            "2026年11月",
            "2026年十一月",
            "十一月 2026",
            "202611",
            "2026-11-30",
            "30.11.2026",
            "1.11.2026",
            "2026-11-30 00:00:00",
            "2026-11-30T00:00:00",
            "XI.2026",
            "XI 2026 г.",
            "2026/11/30",
            "30.11.2026 г.",
        ] {
            assert_eq!(text(written).as_deref(), Ok("2026-11"), "{written}");
        }
        for wrong in [
            "2026-13",
            "31.02.2026",
            "2026-02-31",
            "03/04/2026",
            "nov",
            "2026",
            "112026",
            "202613",
            "",
            "XIII.2026",
            "11.26",
            "Q4 2026",
            "2026-11-30-1",
        ] {
            assert!(text(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_of_a_spreadsheet_is_its_month_and_a_number_only_where_it_can_be_one() {
        let cell = |text, kind| read(Cell { text, kind }).map(|month| month.to_string()).ok();
        assert_eq!(cell("2026-11-30", CellKind::Day).as_deref(), Some("2026-11"));
        assert_eq!(cell("2026-11-30T14:00", CellKind::Day).as_deref(), Some("2026-11"));
        for (number, month) in [
            ("202611", Some("2026-11")),
            ("11.2026", Some("2026-11")),
            ("2026.11", Some("2026-11")),
            ("2026.1", None),
            ("11.202", None),
            ("46000", None),
        ] {
            assert_eq!(cell(number, CellKind::Number).as_deref(), month, "{number}");
        }
        assert_eq!(cell("#REF!", CellKind::Broken), None);
    }
}
