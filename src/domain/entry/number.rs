//! Numbers as they are typed. A comma or a point is the decimal mark, spaces and apostrophes group; where a mark could
//! be either, nothing is guessed.

use rust_decimal::Decimal;

use super::wrong;
use crate::domain::sentence::{Arg, Sentence};

/// A number taken apart: plain digits with at most one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Digits {
    Plain(String),
    /// `5,000`: five thousand or five.
    TwoWays,
    None,
}

/// Digits with grouping and decimal mark taken out.
pub(super) fn digits(typed: &str) -> Digits {
    let text: String = typed.trim().chars().map(|c| if matches!(c, '−' | '–') { '-' } else { c }).collect();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    match unsigned(text) {
        Digits::Plain(digits) => Digits::Plain(format!("{sign}{digits}")),
        other => other,
    }
}

fn unsigned(text: &str) -> Digits {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '_');
    let spaced = text.chars().any(is_space);
    if spaced && !groups_of_three(text.split([',', '.']).next().unwrap_or_default(), is_space) {
        return Digits::None;
    }
    let text: String = text.chars().filter(|c| !is_space(*c)).collect();
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let found = match (commas, points) {
        (0, 0 | 1) => text,
        (1, 0) if !spaced && behind(&text, ',') == 3 && before(&text, ',') <= 3 => {
            return if text.starts_with("0,") { Digits::Plain(text.replace(',', ".")) } else { Digits::TwoWays };
        }
        (1, 0) => text.replace(',', "."),
        (_, 0 | 1) if !spaced && text.rfind(',') < text.find('.').or(Some(usize::MAX)) => ungrouped(&text, ',', '.'),
        (0 | 1, _) if !spaced => ungrouped(&text, '.', ','),
        _ => String::new(),
    };
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = found.split_once('.').unwrap_or((&found, "0"));
    if plain(whole) && plain(part) { Digits::Plain(found) } else { Digits::None }
}

/// Characters behind the last, or before the first, such mark.
fn behind(text: &str, mark: char) -> usize {
    text.rsplit(mark).next().unwrap_or_default().len()
}

fn before(text: &str, mark: char) -> usize {
    text.split(mark).next().unwrap_or_default().len()
}

/// `1,234,567.89` with `group` and `mark` told; empty when the groups are none.
fn ungrouped(text: &str, group: char, mark: char) -> String {
    let (whole, part) = text.split_once(mark).map_or((text, None), |(whole, part)| (whole, Some(part)));
    if !groups_of_three(whole, |c| c == group) || part.is_some_and(|part| part.contains(group)) {
        return String::new();
    }
    let whole = whole.replace(group, "");
    part.map_or(whole.clone(), |part| format!("{whole}.{part}"))
}

fn groups_of_three(text: &str, is_mark: impl Fn(char) -> bool) -> bool {
    let mut groups = text.split(is_mark);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

pub(super) fn decimal(typed: &str) -> Result<Decimal, Sentence> {
    match digits(typed) {
        Digits::Plain(text) => text.parse().map_err(|_| wrong("not-a-decimal", typed)),
        Digits::TwoWays => Err(wrong("ambiguous-number", typed)),
        Digits::None => Err(wrong("not-a-decimal", typed)),
    }
}

pub(super) fn whole(typed: &str, min: i64, max: i64) -> Result<i64, Sentence> {
    let number: i64 = match digits(typed) {
        Digits::Plain(text) => text.parse().map_err(|_| not_whole(typed, min, max))?,
        Digits::TwoWays => return Err(wrong("ambiguous-number", typed)),
        Digits::None => return Err(not_whole(typed, min, max)),
    };
    if (min..=max).contains(&number) {
        return Ok(number);
    }
    Err(wrong("out-of-range", typed).with("low", Arg::Count(min)).with("high", Arg::Count(max)))
}

/// A scale of few numbers is said with them.
fn not_whole(typed: &str, min: i64, max: i64) -> Sentence {
    let id = if max - min <= SCALE { "not-on-scale" } else { "not-whole" };
    wrong(id, typed).with("low", Arg::Count(min)).with("high", Arg::Count(max))
}

/// More numbers than these are no scale.
const SCALE: i64 = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouping_and_marks_are_told_apart() {
        let plain = |text: &str| Digits::Plain(text.to_owned());
        for (typed, expected) in [
            ("5000000.00", plain("5000000.00")),
            ("5 000 000,50", plain("5000000.50")),
            ("5\u{a0}000\u{202f}000", plain("5000000")),
            ("5'000'000.5", plain("5000000.5")),
            ("1,234,567", plain("1234567")),
            ("1,234,567.89", plain("1234567.89")),
            ("1.234.567,89", plain("1234567.89")),
            ("1.234.567", plain("1234567")),
            ("1,234.5", plain("1234.5")),
            ("1.234,5", plain("1234.5")),
            ("0,125", plain("0.125")),
            ("0,5", plain("0.5")),
            ("1234,567", plain("1234.567")),
            ("-5", plain("-5")),
            ("−5,5", plain("-5.5")),
            ("+1", plain("1")),
            ("5,000", Digits::TwoWays),
            ("-12,345", Digits::TwoWays),
            ("1 2 3", Digits::None),
            ("1,23,456", Digits::None),
            ("1.2.3", Digits::None),
            ("1,2.3,4", Digits::None),
            ("", Digits::None),
            ("-", Digits::None),
            (".5", Digits::None),
            ("5.", Digits::None),
            ("5,", Digits::None),
            ("five", Digits::None),
            ("1e5", Digits::None),
            ("٣", Digits::None),
        ] {
            assert_eq!(digits(typed), expected, "{typed}");
        }
    }

    #[test]
    fn whole_numbers_lie_in_their_range() {
        assert_eq!(whole("+2", -2, 2), Ok(2));
        assert_eq!(whole("1 000", 0, 1000), Ok(1000));
        for (typed, id) in
            [("3", "out-of-range"), ("1.5", "not-on-scale"), ("x", "not-on-scale"), ("1,000", "ambiguous-number")]
        {
            assert_eq!(whole(typed, -2, 2).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
        }
        assert_eq!(decimal("0,50").map(|number| number.to_string()).as_deref(), Ok("0.50"));
        assert!(decimal("99999999999999999999999999999999999").is_err());
    }
}
