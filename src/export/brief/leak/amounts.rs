//! Amounts of money that are nobody's business outside, and reading amounts back from a text however they were
//! written: `1,564,124.40`, `1 564 124,40`, `1564124.4`.

use rustc_hash::FxHashMap;

use super::private::Source;
use crate::domain::field::{Class, Field, FieldType, Kind};
use crate::domain::money::{Currency, Money};
use crate::domain::table::AnyRow;
use crate::domain::words::Language;
use crate::i18n::Words;

/// Smaller amounts say nothing.
const LEAST: u64 = 10_000;

/// The amounts of a book that may not go out.
#[derive(Default)]
pub(super) struct Amounts {
    /// Whole units, cut and rounded.
    pub whole: FxHashMap<u64, Source>,
    /// What the short form of an amount shows: `1.02 m` is 1,020,000.
    pub short: FxHashMap<(Currency, u64), Source>,
}

impl Amounts {
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// Takes the private amounts of a row; `skips` says of a field that it is known already.
    pub fn take(&mut self, row: &dyn AnyRow, skips: &dyn Fn(&Field) -> bool) {
        let entity = row.entity();
        let is_money = |kind| matches!(kind, Kind::Money | Kind::Minor | Kind::Amount { .. } | Kind::Parts(_));
        let private = entity.fields().iter().filter(|field| field.class != Class::Shareable && is_money(field.kind));
        for field in private.filter(|field| !skips(field)) {
            let source = Source::new(entity, row.uuid(), field.name);
            for money in of_field(row, field) {
                forms(money, &mut |form| {
                    self.whole.entry(form).or_insert(source);
                });
                for short in shorts(money) {
                    self.short.entry((money.currency, short)).or_insert(source);
                }
            }
        }
    }
}

/// What the short forms of an amount show. Russian and Bulgarian count in millions as English does.
pub(super) fn shorts(money: Money) -> impl Iterator<Item = u64> {
    let words = [Language::En, Language::Zh].into_iter().map(Words::new);
    let units = words.filter_map(move |words| words.money_short_units(money));
    units.filter_map(|units| u64::try_from(units.unsigned_abs()).ok())
}

/// Every short form of money in a folded text, as the program writes them: with its currency.
pub(super) fn written_short(text: &[char]) -> Vec<(Currency, u64)> {
    let begins =
        (0..text.len()).filter(|at| text[*at].is_ascii_digit() && (*at == 0 || !is_digit_or_mark(text[*at - 1])));
    begins.filter_map(|at| short_at(text, at)).collect()
}

fn is_digit_or_mark(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

fn short_at(text: &[char], from: usize) -> Option<(Currency, u64)> {
    let (whole, mut at) = whole(text, from);
    let mut decimals = String::new();
    if text.get(at).is_some_and(|c| matches!(c, '.' | ',')) && digits(text, at + 1) > 0 {
        let n = digits(text, at + 1);
        decimals = text[at + 1..=at + n].iter().collect();
        at += n + 1;
    }
    at += usize::from(text.get(at) == Some(&' '));
    let name: String = text[at..].iter().take_while(|c| c.is_alphabetic()).collect();
    let counts = Words::scale_named(&name)?;
    at += name.chars().count();
    at += usize::from(text.get(at) == Some(&'.'));
    let currency = currency_before(text, from).or_else(|| currency_after(text, at))?;
    let tenths = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let number: i128 = format!("{whole}{decimals}").parse().ok()?;
    let units = number.checked_mul(counts)? / tenths;
    Some((currency, u64::try_from(units).ok()?))
}

fn currency_before(text: &[char], from: usize) -> Option<Currency> {
    let end = from.checked_sub(usize::from(text.get(from.wrapping_sub(1)) == Some(&'-')))?;
    let end = end.checked_sub(1).filter(|at| text[*at] == ' ')?;
    code(&text[end.checked_sub(3)?..end])
}

fn currency_after(text: &[char], at: usize) -> Option<Currency> {
    let at = at + usize::from(text.get(at) == Some(&' '));
    code(text.get(at..at + 3)?)
}

fn code(signs: &[char]) -> Option<Currency> {
    let code: String = signs.iter().map(char::to_ascii_uppercase).collect();
    code.parse().ok()
}

fn of_field(row: &dyn AnyRow, field: &Field) -> Vec<Money> {
    let Some(json) = row.value(field.name).filter(|json| !json.is_null()) else { return Vec::new() };
    match field.kind {
        Kind::Minor => {
            let currency = row.value("currency").and_then(|json| Currency::from_json(&json).ok());
            json.as_i64().zip(currency).map(|(minor, currency)| Money::new(minor, currency)).into_iter().collect()
        }
        Kind::Parts(parts) if parts.iter().any(Field::is_money) => {
            let items = json.as_array().into_iter().flatten();
            items.filter_map(|item| item.as_object()).flat_map(|map| map.values()).filter_map(money).collect()
        }
        Kind::Money | Kind::Amount { .. } => money(&json).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn money(json: &serde_json::Value) -> Option<Money> {
    json.is_object().then(|| Money::from_json(json).ok()).flatten()
}

/// Its whole units, cut and rounded. None where they are small.
fn forms(money: Money, each: &mut dyn FnMut(u64)) {
    let minor = money.minor.unsigned_abs();
    let unit = 10_u64.pow(money.currency.decimals());
    let whole = minor / unit;
    if whole >= LEAST {
        each(whole);
        if minor % unit * 2 >= unit {
            each(whole + 1);
        }
    }
}

/// The forms of amounts that a value of the copy itself shows.
pub(super) fn shown(money: Money) -> Vec<u64> {
    let mut found = Vec::new();
    forms(money, &mut |form| found.push(form));
    found
}

/// The whole part of every number of five digits or more in a folded text.
pub(super) fn written(text: &[char]) -> Vec<u64> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (whole, after) = whole(text, at);
        at = after_decimals(text, after);
        found.extend(whole.parse::<u64>().ok().filter(|number| *number >= LEAST));
    }
    found
}

fn digits(text: &[char], from: usize) -> usize {
    text.iter().skip(from).take_while(|c| c.is_ascii_digit()).count()
}

/// The digits before the decimal mark, in groups of three or in one.
fn whole(text: &[char], from: usize) -> (String, usize) {
    let mut after = from + digits(text, from);
    if after - from <= 3 {
        while text.get(after).is_some_and(|c| matches!(c, ' ' | ',' | '.' | '\'' | '_')) && digits(text, after + 1) == 3
        {
            after += 4;
        }
    }
    (text[from..after].iter().filter(|c| c.is_ascii_digit()).collect(), after)
}

fn after_decimals(text: &[char], from: usize) -> usize {
    let n = digits(text, from + 1);
    let mark = text.get(from).is_some_and(|c| matches!(c, ',' | '.'));
    if mark && (1..=4).contains(&n) { from + 1 + n } else { from }
}

/// Every rate of a folded text in basis points: `1,85 %` is 185.
pub(super) fn rates(text: &[char]) -> Vec<i64> {
    let ends = (0..text.len()).filter(|at| text[*at] == '%');
    ends.filter_map(|end| {
        let end = if end > 0 && text[end - 1] == ' ' { end - 1 } else { end };
        let begins = text[..end].iter().rposition(|c| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
        let number: String = text[begins.map_or(0, |at| at + 1)..end].iter().collect();
        let (whole, part) = number.split_once([',', '.']).unwrap_or((number.as_str(), ""));
        let hundredths = format!("{whole}{part:0<2}");
        (!whole.is_empty() && part.len() <= 2).then(|| hundredths.parse().ok()).flatten()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_in_basis_points() {
        for (text, found) in
            [("1,85 % and 0.2%", vec![185, 20]), ("12%", vec![1_200]), ("% off", vec![]), ("1.234 %", vec![])]
        {
            assert_eq!(rates(&text.chars().collect::<Vec<_>>()), found, "{text}");
        }
    }

    #[test]
    fn short_forms_are_read_in_every_language() {
        let money = Money::new(101_960_000, "EUR".parse().unwrap());
        let shown: Vec<u64> = shorts(money).collect();
        for words in super::super::names::all_words() {
            let text: Vec<char> =
                crate::domain::text::fold(&format!("x {}.", words.money_short(money))).chars().collect();
            let found = written_short(&text);
            assert!(found.len() == 1 && found[0].0 == money.currency && shown.contains(&found[0].1), "{found:?}");
        }
        for text in ["5 m", "eur 5 men", "eur 23.11.2026", "5 eur m"] {
            assert_eq!(written_short(&text.chars().collect::<Vec<_>>()), [], "{text}");
        }
    }

    #[test]
    fn amounts_are_read_however_they_are_written() {
        for (text, numbers) in [
            ("rub 1,564,124.40", vec![1_564_124]),
            ("1 564 124,40 rub", vec![1_564_124]),
            ("eur 7200000", vec![7_200_000]),
            ("on 23.11.2026, 14:30", vec![]),
            ("v2 | 18", vec![]),
            ("from 45,000 to 1\u{27}200\u{27}000.5", vec![45_000, 1_200_000]),
        ] {
            assert_eq!(written(&text.chars().collect::<Vec<_>>()), numbers, "{text}");
        }
    }
}
