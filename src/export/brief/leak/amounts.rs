//! Amounts of money that are nobody's business outside, and reading amounts back from a text however they were
//! written: `1,564,124.40`, `1 564 124,40`, `1564124.4`.

use rustc_hash::FxHashMap;

use super::private::Source;
use crate::domain::field::{Class, Field, FieldType, Kind};
use crate::domain::money::{Currency, Money};
use crate::domain::table::AnyRow;
use crate::domain::{Book, Entity};

/// Smaller amounts say nothing.
const LEAST: u64 = 10_000;

pub(super) fn take(book: &Book, amounts: &mut FxHashMap<u64, Source>) {
    for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::Settings) {
        let fields: Vec<&'static Field> = entity
            .fields()
            .iter()
            .filter(|field| field.class != Class::Shareable)
            .filter(|field| matches!(field.kind, Kind::Money | Kind::Minor | Kind::Amount(_) | Kind::Parts(_)))
            .collect();
        if fields.is_empty() {
            continue;
        }
        for row in book.rows(*entity) {
            for field in &fields {
                let source = Source::new(*entity, row.uuid(), field.name);
                for money in of_field(row, field) {
                    forms(money, &mut |form| {
                        amounts.entry(form).or_insert(source);
                    });
                }
            }
        }
    }
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
        Kind::Money | Kind::Amount(_) => money(&json).into_iter().collect(),
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
