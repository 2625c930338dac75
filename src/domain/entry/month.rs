//! Months as they are typed: `2026-11`, `11.2026`, `11/2026`, `Nov-26`, `ноябрь 2026`, `2026年11月`.

use super::{calendar_words as words, wrong};
use crate::domain::date::Month;
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

pub(super) fn read(typed: &str) -> Result<Month, Sentence> {
    let text = fold(typed);
    let text = text.trim_end_matches([' ', '.', 'г', '月']).replace('年', "-");
    let mut parts = text.split([' ', '-', '.', '/', ',']).filter(|part| !part.is_empty());
    let (first, second, rest) = (parts.next(), parts.next(), parts.next());
    let month = match (first, second, rest) {
        (Some(a), Some(b), None) => pair(a, b),
        _ => None,
    };
    month.ok_or_else(|| wrong("not-a-month", typed))
}

/// Year and month in either order. A year of two digits is one of 2000 to 2099, and only behind a month's name: `26 Nov` is a day.
fn pair(a: &str, b: &str) -> Option<Month> {
    let (year, month) = match (words::month(a), words::month(b)) {
        (Some(month), None) => (named_year(b)?, month),
        (None, Some(month)) => (named_year(a).filter(|_| a.len() == 4)?, month),
        _ if a.len() == 4 => (digits(a)?, digits(b).filter(|_| b.len() <= 2)?),
        _ if b.len() == 4 => (digits(b)?, digits(a).filter(|_| a.len() <= 2)?),
        _ => return None,
    };
    Month::new(year.cast_signed(), month)
}

fn named_year(text: &str) -> Option<u32> {
    match text.len() {
        4 => digits(text),
        2 => digits(text).map(|year| 2000 + year),
        _ => None,
    }
}

fn digits(text: &str) -> Option<u32> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_they_are_typed() {
        for typed in [
            "2026-11",
            "11.2026",
            "11/2026",
            "2026/11",
            "2026 11",
            "Nov-26",
            "nov 2026",
            "ноябрь 2026",
            "Ноя.26",
            "ноември 2026 г.",
            "2026年11月",
            "2026-nov",
        ] {
            assert_eq!(read(typed).map(|month| month.to_string()).as_deref(), Ok("2026-11"), "{typed}");
        }
        for typed in
            ["11-26", "2026-13", "13.2026", "nov", "2026", "", "2026-11-01", "1899-01", "x-26", "26 nov", "２０２６"]
        {
            assert!(read(typed).is_err(), "{typed}");
        }
    }
}
