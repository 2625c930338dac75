//! CSV for spreadsheets: a byte-order mark, since Excel reads UTF-8 by nothing else; separator and decimal mark as a
//! spreadsheet of the language expects them; no text that a spreadsheet would run as a formula.

use rust_decimal::Decimal;

use super::{Cell, Grid, units};
use crate::domain::foreign_table::RUNS;
use crate::domain::words::Language;

const MARK: &str = "\u{feff}";
/// How a spreadsheet of a language parts its fields and its decimals.
#[derive(Debug, Clone, Copy)]
struct Style {
    separator: u8,
    decimal: char,
}

fn style(language: Language) -> Style {
    match language {
        Language::En | Language::Zh => Style { separator: b',', decimal: '.' },
        Language::Ru | Language::Bg => Style { separator: b';', decimal: ',' },
    }
}

/// One line of names, then the rows. Title and notes have no place in it.
pub fn write(grid: &Grid, language: Language) -> String {
    let style = style(language);
    let mut out = csv::WriterBuilder::new().delimiter(style.separator).flexible(true).from_writer(Vec::new());
    let mut put = |cells: Vec<String>| {
        // Writing into memory does not fail.
        let _ = out.write_record(cells);
    };
    put(grid.head.iter().map(|name| guarded(name)).collect());
    for row in &grid.rows {
        put(row.iter().map(|cell| written(cell, style)).collect());
    }
    let bytes = out.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8_lossy(&bytes))
}

fn written(cell: &Cell, style: Style) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Number(number) | Cell::Percent(number) => plain(*number, style),
        Cell::Amount(money) => plain(units(*money), style),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

fn plain(number: Decimal, style: Style) -> String {
    let text = number.to_string();
    if style.decimal == '.' { text } else { text.replace('.', &style.decimal.to_string()) }
}

/// A text that a spreadsheet would run gets an apostrophe before it.
fn guarded(text: &str) -> String {
    if text.starts_with(RUNS) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    fn grid(cells: Vec<Cell>) -> Grid {
        Grid { head: vec!["name".to_owned()], rows: vec![cells], ..Grid::default() }
    }

    fn second_line(cells: Vec<Cell>, language: Language) -> String {
        write(&grid(cells), language).lines().skip(1).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn it_begins_with_a_mark_and_each_language_has_its_spreadsheet() {
        let money = Money::new(-123_456_705, "EUR".parse().unwrap());
        let day = "2026-11-23".parse().unwrap();
        let cells = || {
            vec![
                Cell::text("a;b,c"),
                Cell::Amount(money),
                Cell::Percent("8.5".parse().unwrap()),
                Cell::Day(day),
                Cell::Empty,
            ]
        };
        assert!(write(&grid(cells()), Language::En).starts_with("\u{feff}name\n"));
        assert_eq!(second_line(cells(), Language::En), "\"a;b,c\",-1234567.05,8.5,2026-11-23,");
        assert_eq!(second_line(cells(), Language::Ru), "\"a;b,c\";-1234567,05;8,5;2026-11-23;");
    }

    #[test]
    fn no_text_is_run_and_numbers_stay_numbers() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+7 846", "'+7 846"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'quoted", "''quoted"),
            ("\tTab", "'\tTab"),
            ("a=b", "a=b"),
            ("two\nlines \"q\"", "\"two\nlines \"\"q\"\"\""),
        ] {
            assert_eq!(second_line(vec![Cell::text(text)], Language::En), written);
        }
        assert_eq!(second_line(vec![Cell::Number((-5).into())], Language::En), "-5");
    }
}
