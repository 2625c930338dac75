//! Amounts as other programs write them, read into minor units without a float: `1 234,56`, `1.234,56`, `(1,234.56)`.
//! Which mark is the decimal one is decided for a whole column; a single cell may not say it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::domain::book::Entity;
use crate::domain::entry;
use crate::domain::foreign_table::{Cell, CellKind};
use crate::domain::money::Currency;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::fold;

/// The decimal mark of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Point,
    Comma,
}

impl Mark {
    fn decimal(self) -> char {
        if self == Self::Point { '.' } else { ',' }
    }

    fn group(self) -> char {
        if self == Self::Point { ',' } else { '.' }
    }

    /// What stands before and behind the first such mark. Amounts are too short for a search that has to be prepared.
    fn divide(self, text: &str) -> Option<(&str, &str)> {
        let at = text.bytes().position(|byte| char::from(byte) == self.decimal())?;
        Some((text.get(..at)?, text.get(at + 1..)?))
    }
}

/// What the cells of a column say about their decimal mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    point: bool,
    comma: bool,
    /// A cell that reads in two ways.
    either: Option<String>,
}

impl Style {
    pub fn see(&mut self, text: &str) {
        match mark_of(text) {
            Seen::Mark(Mark::Point) => self.point = true,
            Seen::Mark(Mark::Comma) => self.comma = true,
            Seen::Either if self.either.is_none() => self.either = Some(text.to_owned()),
            Seen::Either | Seen::Nothing => {}
        }
    }

    /// # Errors
    /// A cell that reads in two ways when no other cell of the column says in which; with none, cells contradict.
    pub fn mark(&self) -> Result<Mark, Option<&str>> {
        match (self.point, self.comma, &self.either) {
            (true, true, _) => Err(None),
            (true, false, _) | (false, false, None) => Ok(Mark::Point),
            (false, true, _) => Ok(Mark::Comma),
            (false, false, Some(text)) => Err(Some(text)),
        }
    }
}

/// Which mark divides the amounts of a field, asked for.
pub fn which_mark(entity: Entity, field: &str, either: Option<&str>) -> Sentence {
    let label = Arg::Label(entity.table().to_owned(), field.to_owned());
    match either {
        Some(text) => Sentence::new("import-decimal-ask").with("field", label).text("input", text),
        None => Sentence::new("import-decimals-differ").with("field", label),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Nothing,
    Mark(Mark),
    Either,
}

/// What one amount says of its decimal mark. What stands before and behind the digits (`руб.`) says nothing.
fn mark_of(text: &str) -> Seen {
    if !text.bytes().any(|byte| matches!(byte, b'.' | b',')) {
        return Seen::Nothing;
    }
    let digits = |byte: u8| byte.is_ascii_digit();
    let (Some(first), Some(last)) = (text.bytes().position(digits), text.bytes().rposition(digits)) else {
        return Seen::Nothing;
    };
    let text = &text[first..=last];
    let (mut points, mut commas) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b'.' => points += 1,
            b',' => commas += 1,
            _ => {}
        }
    }
    match (points, commas) {
        (0, 0) => Seen::Nothing,
        (0, 1) => one_mark(text, Mark::Comma),
        (1, 0) => one_mark(text, Mark::Point),
        (0, _) => Seen::Mark(Mark::Point),
        (_, 0) => Seen::Mark(Mark::Comma),
        _ if text.rfind('.') > text.rfind(',') => Seen::Mark(Mark::Point),
        _ => Seen::Mark(Mark::Comma),
    }
}

/// With three digits behind it and one to three before, the only mark may group or divide.
fn one_mark(text: &str, mark: Mark) -> Seen {
    let Some((before, behind)) = mark.divide(text) else { return Seen::Nothing };
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let divides = digits(behind) != 3 || digits(before) > 3 || before == "0" || before.contains(is_space);
    if divides { Seen::Mark(mark) } else { Seen::Either }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | '_')
}

/// Words and signs that say that a figure is not known.
const UNKNOWN: &[&str] = &[
    "",
    "?",
    "-",
    "n/a",
    "na",
    "unknown",
    "неизвестно",
    "н/д",
    "н. д.",
    "нет данных",
    "няма данни",
    "未知",
    "无",
    "不详",
];

/// Whether a cell says that it is not known.
pub fn is_unknown(text: &str) -> bool {
    match text.as_bytes() {
        [] => true,
        [first, ..] if first.is_ascii_digit() => false,
        // Most are written as they stand here.
        _ => UNKNOWN.contains(&text) || UNKNOWN.contains(&fold(text).as_str()),
    }
}

/// The minor units of a figure; none when it is not known.
///
/// # Errors
/// What is wrong with it.
pub fn read(cell: Cell<'_>, mark: Mark, currency: Currency, decimals: usize) -> Result<Option<i64>, Sentence> {
    let mark = match cell.kind {
        CellKind::Text => mark,
        CellKind::Number => Mark::Point,
        CellKind::Day | CellKind::Broken => return Err(wrong("import-not-a-number", cell.text)),
    };
    if is_unknown(cell.text) {
        return Ok(None);
    }
    let amount = Amount { decimals, mark };
    // Most are digits alone, and what reads so needs no look at signs and currencies.
    if let Ok(minor) = amount.minor(cell.text, false) {
        return Ok(Some(minor));
    }
    let plain = plain_digits(cell.text);
    let (number, negative) = bare(&plain, currency)?;
    amount.minor(number, negative).map(Some).map_err(|fault| match fault {
        Fault::NotANumber => wrong("import-not-a-number", cell.text),
        Fault::TooLarge => wrong("amount-too-large", cell.text),
        Fault::TooManyDecimals => {
            wrong("money-too-many-decimals", cell.text).text("cur", currency.code()).with("n", Arg::count(decimals))
        }
    })
}

/// Full-width digits and marks as the plain ones.
fn plain_digits(text: &str) -> Cow<'_, str> {
    let wide = |c: char| matches!(c, '\u{FF01}'..='\u{FF5E}');
    if text.chars().any(wide) { Cow::Owned(text.nfkc().collect()) } else { Cow::Borrowed(text) }
}

fn wrong(id: &str, input: &str) -> Sentence {
    Sentence::new(id).text("input", input)
}

/// The number without sign, brackets and currency, and whether it is below zero.
fn bare(text: &str, currency: Currency) -> Result<(&str, bool), Sentence> {
    let text = text.trim();
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let number = without_currency(inner.unwrap_or(text), currency)?;
    let minus = ['-', '−', '–'];
    let (number, signed) = match (number.strip_prefix(minus), number.strip_suffix(minus)) {
        (Some(rest), _) | (None, Some(rest)) => (rest.trim(), true),
        (None, None) => (number.strip_prefix('+').unwrap_or(number).trim(), false),
    };
    let number = without_currency(number, currency)?;
    // Brackets are a minus: with a sign inside, nobody can say what was meant.
    if signed && inner.is_some() {
        Err(wrong("import-not-a-number", text))
    } else {
        Ok((number, signed || inner.is_some()))
    }
}

/// Takes off a currency before or behind the number, which must be the row's own.
fn without_currency(text: &str, currency: Currency) -> Result<&str, Sentence> {
    let text = text.trim();
    let number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | '+' | '(');
    let head = text.find(number).unwrap_or(text.len());
    let (before, rest) = text.split_at(head);
    let tail = rest.rfind(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | ')'));
    let end = tail.and_then(|at| rest[at..].chars().next().map(|c| at + c.len_utf8())).unwrap_or(0);
    let (number, behind) = rest.split_at(end);
    for named in [before.trim(), behind.trim()].into_iter().filter(|named| !named.is_empty()) {
        let found = entry::currency(named).map_err(|_| wrong("import-not-a-number", text))?;
        if found != currency {
            return Err(wrong("other-currency", text).text("cur", currency.code()).text("other", found.code()));
        }
    }
    Ok(number.trim())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NotANumber,
    TooManyDecimals,
    TooLarge,
}

#[derive(Clone, Copy)]
struct Amount {
    decimals: usize,
    mark: Mark,
}

impl Amount {
    /// Digits with grouping and decimal mark as minor units.
    fn minor(self, text: &str, negative: bool) -> Result<i64, Fault> {
        let (whole, part) = self.mark.divide(text).unwrap_or((text, "0"));
        let mut sum = Sum { value: 0, negative };
        self.whole(whole, &mut sum)?;
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Fault::NotANumber);
        }
        let (kept, excess) = part.split_at(part.len().min(self.decimals));
        if excess.bytes().any(|b| b != b'0') {
            return Err(Fault::TooManyDecimals);
        }
        kept.bytes().try_for_each(|digit| sum.add(digit))?;
        (kept.len()..self.decimals).try_for_each(|_| sum.add(b'0'))?;
        Ok(sum.value)
    }

    /// Whole digits, in groups of three where they are grouped.
    fn whole(self, text: &str, sum: &mut Sum) -> Result<(), Fault> {
        let (mut group, mut groups, mut by) = (0, 0, None);
        for c in text.chars() {
            if c.is_ascii_digit() {
                sum.add(c as u8)?;
                group += 1;
            } else if c == self.mark.group() || is_space(c) {
                let fits = if groups == 0 { (1..=3).contains(&group) } else { group == 3 };
                let sort = if is_space(c) { ' ' } else { c };
                if !fits || by.is_some_and(|by| by != sort) {
                    return Err(Fault::NotANumber);
                }
                (group, groups, by) = (0, groups + 1, Some(sort));
            } else {
                return Err(Fault::NotANumber);
            }
        }
        let fits = if groups == 0 { group > 0 } else { group == 3 };
        if fits { Ok(()) } else { Err(Fault::NotANumber) }
    }
}

/// Counted down for a minus, so that the lowest amount is one as well.
struct Sum {
    value: i64,
    negative: bool,
}

impl Sum {
    fn add(&mut self, digit: u8) -> Result<(), Fault> {
        let digit = i64::from(digit - b'0');
        let grown = self
            .value
            .checked_mul(10)
            .and_then(|value| if self.negative { value.checked_sub(digit) } else { value.checked_add(digit) });
        self.value = grown.ok_or(Fault::TooLarge)?;
        Ok(())
    }
}

#[cfg(test)]
#[path = "amount_tests.rs"]
mod tests;
