//! What may be money, a whole number (a count, or a rate in basis points) or words, told apart by how it is written:
//! `RUB 5 m`, `20`, `0,20 %` (20 basis points), `1 day`. Words in double quotes are words, whatever they look like. Where
//! numbers are rates, a bare `5` could be days or per cent: it stays as it was written.

use serde_json::Value as Json;

use super::number::{Digits, digits};
use super::{measured, money, one_line};
use crate::domain::field::FieldType;
use crate::domain::sentence::Sentence;

pub(super) fn read(typed: &str, most: usize, rate: bool) -> Result<Json, Sentence> {
    if let Some(words) = quoted(typed) {
        return measured(words, most);
    }
    if let Some(percent) = typed.strip_suffix(['%', '％']) {
        if let Some(points) = basis_points(percent) {
            return Ok(points.into());
        }
    } else if !rate
        && let Digits::Plain(number) = digits(typed)
        && let Ok(number) = number.parse::<i64>()
    {
        return Ok(number.into());
    }
    match money::read(typed, None) {
        Ok(money) => Ok(money.json()),
        // A figure with a known currency was meant as money; anything else is words.
        Err(sentence) if matches!(sentence.id.as_str(), "money-too-many-decimals" | "amount-too-large") => {
            Err(sentence)
        }
        Err(_) => one_line(typed).and_then(|text| measured(text, most)),
    }
}

pub(super) fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"').filter(|inner| !inner.is_empty())
}

/// Hundredths of a percent.
fn basis_points(rate: &str) -> Option<i64> {
    let Digits::Plain(plain) = digits(rate.trim_end()) else { return None };
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = part.trim_end_matches('0');
    if part.len() > 2 { None } else { format!("{whole}{part:0<2}").parse().ok() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn money_numbers_and_words_are_told_apart() {
        for (typed, expected) in [
            ("RUB 1.2 млрд", json!({"minor": 120_000_000_000_i64, "currency": "RUB"})),
            ("20", json!(20)),
            ("-5", json!(-5)),
            ("0,20 %", json!(20)),
            ("0.2%", json!(20)),
            ("12 %", json!(1200)),
            ("0.205 %", json!("0.205 %")),
            ("1 день", json!("1 день")),
            ("8.5", json!("8.5")),
            ("\"20\"", json!("20")),
            ("\"", json!("\"")),
            ("банк в Нинбо", json!("банк в Нинбо")),
            ("3 months", json!("3 months")),
        ] {
            assert_eq!(read(typed, 120, false), Ok(expected), "{typed}");
        }
        for (typed, expected) in
            [("5", json!("5")), ("5 %", json!(500)), ("EUR 5", json!({"minor": 500, "currency": "EUR"}))]
        {
            assert_eq!(read(typed, 120, true), Ok(expected), "{typed}, where numbers are rates");
        }
        assert_eq!(
            read("JPY 1.5", 120, false).map_err(|sentence| sentence.id),
            Err("money-too-many-decimals".to_owned())
        );
        assert_eq!(read("слово слово", 5, false).map_err(|sentence| sentence.id), Err("text-too-long".to_owned()));
    }
}
