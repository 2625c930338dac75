//! Amounts in every hand, and that each whole number of minor units is read back as it was written.

use proptest::prelude::*;

use super::*;
use crate::domain::money::Money;

fn text(text: &str) -> Cell<'_> {
    Cell { text, kind: CellKind::Text }
}

fn minor(cell: &str, mark: Mark, code: &str) -> Result<Option<i64>, String> {
    let currency: Currency = code.parse().unwrap();
    read(text(cell), mark, currency, currency.decimals() as usize).map_err(|sentence| sentence.id)
}

#[test]
fn amounts_are_read_by_the_mark_of_their_column() {
    use Mark::{Comma, Point};
    for (cell, mark, code, expected) in [
        ("412350", Point, "RUB", 41_235_000),
        ("412350.5", Point, "RUB", 41_235_050),
        ("412,350.00", Point, "RUB", 41_235_000),
        ("412.350,00", Comma, "RUB", 41_235_000),
        ("1.234", Comma, "EUR", 123_400),
        ("1,234", Point, "EUR", 123_400),
        ("1.234", Point, "KWD", 1_234),
        ("1,234", Comma, "KWD", 1_234),
        ("412 350,00", Comma, "RUB", 41_235_000),
        ("412\u{a0}350,00", Comma, "RUB", 41_235_000),
        ("412\u{202f}350,00", Comma, "RUB", 41_235_000),
        ("412\u{2009}350", Comma, "RUB", 41_235_000),
        ("412'350.00", Point, "EUR", 41_235_000),
        ("412’350.00", Point, "EUR", 41_235_000),
        ("-1,5", Comma, "EUR", -150),
        ("−1,5", Comma, "EUR", -150),
        ("1,5-", Comma, "EUR", -150),
        ("(1 234,50)", Comma, "EUR", -123_450),
        ("（1,234.50）", Point, "CNY", -123_450),
        ("１２３．５", Point, "CNY", 12_350),
        ("+5", Point, "EUR", 500),
        ("1.10000", Point, "EUR", 110),
        ("250", Point, "JPY", 250),
        ("1,234,567", Point, "JPY", 1_234_567),
        ("RUB 5", Point, "RUB", 500),
        ("5 ₽", Point, "RUB", 500),
        ("5 руб.", Point, "RUB", 500),
        ("-€5", Point, "EUR", -500),
        ("€ -5", Point, "EUR", -500),
        ("(5 EUR)", Point, "EUR", -500),
        ("-92233720368547758.08", Point, "EUR", i64::MIN),
    ] {
        assert_eq!(minor(cell, mark, code), Ok(Some(expected)), "{cell} {mark:?} {code}");
    }
    for cell in ["", "?", "unknown", "N/A", "—", "-", "н/д", "неизвестно", "未知", "–"] {
        assert_eq!(minor(cell, Point, "EUR"), Ok(None), "{cell}");
    }
    for (cell, mark, code, id) in [
        ("1.005", Point, "EUR", "money-too-many-decimals"),
        ("1.5", Point, "JPY", "money-too-many-decimals"),
        ("5 USD", Point, "EUR", "other-currency"),
        ("92233720368547758.08", Point, "EUR", "amount-too-large"),
        ("99999999999999999999", Point, "JPY", "amount-too-large"),
        ("five", Point, "EUR", "import-not-a-number"),
        ("1 2", Point, "EUR", "import-not-a-number"),
        ("1,23,456", Point, "EUR", "import-not-a-number"),
        ("1 234,567.00", Point, "EUR", "import-not-a-number"),
        ("1.2.3", Point, "EUR", "import-not-a-number"),
        ("1e5", Point, "EUR", "import-not-a-number"),
        ("(-5)", Point, "EUR", "import-not-a-number"),
        ("--5", Point, "EUR", "import-not-a-number"),
        ("5.", Point, "EUR", "import-not-a-number"),
        (".5", Point, "EUR", "import-not-a-number"),
        ("5 тыс.", Point, "EUR", "import-not-a-number"),
        ("٣", Point, "EUR", "import-not-a-number"),
        ("1,5", Point, "EUR", "import-not-a-number"),
    ] {
        assert_eq!(minor(cell, mark, code), Err(id.to_owned()), "{cell} {mark:?} {code}");
    }
}

#[test]
fn a_number_of_a_spreadsheet_has_a_point_whatever_the_column_has() {
    let cell = |text, kind| read(Cell { text, kind }, Mark::Comma, "EUR".parse().unwrap(), 2);
    assert_eq!(cell("1.5", CellKind::Number), Ok(Some(150)));
    assert!(cell("2026-11-30", CellKind::Day).is_err());
    assert!(cell("#DIV/0!", CellKind::Broken).is_err());
}

#[test]
fn a_column_says_which_mark_is_the_decimal_one() {
    let seen = |cells: &[&str]| {
        let mut style = Style::default();
        cells.iter().for_each(|cell| style.see(cell));
        style.mark().map_err(|either| either.map(str::to_owned))
    };
    for (cells, expected) in [
        (&["1", "2"][..], Ok(Mark::Point)),
        (&["1.234,56", "1.000"], Ok(Mark::Comma)),
        (&["1,000", "1,234.56"], Ok(Mark::Point)),
        (&["1.234.567"], Ok(Mark::Comma)),
        (&["1,5", "1,234"], Ok(Mark::Comma)),
        (&["0.123", "1.234"], Ok(Mark::Point)),
        (&["1 234,567"], Ok(Mark::Comma)),
        (&["1234.567"], Ok(Mark::Point)),
        (&["1.234"], Err(Some("1.234".to_owned()))),
        (&["5", "(1,234)"], Err(Some("(1,234)".to_owned()))),
        (&["1.5", "1,5"], Err(None)),
        (&["5 руб."], Ok(Mark::Point)),
    ] {
        assert_eq!(seen(cells), expected, "{cells:?}");
    }
}

/// An amount written with grouping and decimal mark, as a table would.
fn written(money: Money, mark: Mark, space: Option<&str>, brackets: bool) -> String {
    let plain = money.plain();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let group = mark.group().to_string();
    let by = space.unwrap_or(&group);
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push_str(by);
        }
        grouped.push(digit);
    }
    let number = if part.is_empty() { grouped } else { format!("{grouped}{}{part}", mark.decimal()) };
    match (sign, brackets) {
        ("-", true) => format!("({number})"),
        _ => format!("{sign}{number}"),
    }
}

proptest! {
    #[test]
    fn every_amount_is_read_back_to_the_last_minor_unit(
        minor in any::<i64>(),
        code in prop::sample::select(vec!["JPY", "EUR", "RUB", "CNY", "KWD", "CLF"]),
        mark in prop::sample::select(vec![Mark::Point, Mark::Comma]),
        space in prop::sample::select(vec![None, Some(" "), Some("\u{a0}"), Some("\u{202f}"), Some("'")]),
        brackets in any::<bool>(),
    ) {
        let currency: Currency = code.parse().unwrap();
        let cell = written(Money::new(minor, currency), mark, space, brackets);
        prop_assert_eq!(read(text(&cell), mark, currency, currency.decimals() as usize), Ok(Some(minor)), "{}", cell);
    }

    #[test]
    fn no_text_is_a_panic(cell in "\\PC{0,12}", comma in any::<bool>()) {
        let mut style = Style::default();
        style.see(&cell);
        let mark = if comma { Mark::Comma } else { Mark::Point };
        let _ = read(text(&cell), mark, "EUR".parse().unwrap(), 2);
    }
}
