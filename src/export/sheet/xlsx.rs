//! XLSX: typed cells, so that a text beginning with `=` stays a text and an amount can be added up. The same grids and
//! day give the same bytes: the file's date is the day it is about.

use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Grid, units};
use crate::domain::Sentence;

/// Characters that a name of a sheet may not hold, and how long it may be.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const LONGEST_NAME: usize = 31;
/// Larger whole numbers than this lose digits in a spreadsheet; they are written as text.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Wider columns than this are hard to read.
const WIDEST: u32 = 480;

/// A page of the file: its name and the tables on it, one below the other.
pub struct Page {
    pub name: String,
    pub grids: Vec<Grid>,
}

/// The finished file.
///
/// # Errors
/// A text that no spreadsheet takes.
pub fn write(pages: &[Page], day: NaiveDate) -> Result<Vec<u8>, Sentence> {
    made(pages, day).map_err(|why| Sentence::new("sheet-not-written").text("why", why.to_string()))
}

fn made(pages: &[Page], day: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&date(day)?));
    for (at, page) in (1..).zip(pages) {
        let sheet = book.add_worksheet();
        sheet.set_name(named(&page.name, at))?;
        let mut row = 0;
        for grid in &page.grids {
            row = put(sheet, grid, row)?;
        }
        if let [only] = &page.grids[..] {
            sheet.set_freeze_panes(u32::from(only.title.is_some()) + 1, 0)?;
        }
        sheet.set_autofit_max_width(WIDEST).autofit();
    }
    book.save_to_buffer()
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), part(day.month()), part(day.day()))
}

fn named(name: &str, at: usize) -> String {
    let clean: String = name.chars().filter(|c| !NOT_IN_NAMES.contains(c)).take(LONGEST_NAME).collect();
    if clean.trim().is_empty() { at.to_string() } else { clean.trim_matches('\'').to_owned() }
}

/// Writes a table from a row on; the row on which the next one begins.
fn put(sheet: &mut Worksheet, grid: &Grid, mut row: u32) -> Result<u32, XlsxError> {
    let (bold, head) = (Format::new().set_bold().set_font_size(12), Format::new().set_bold().set_text_wrap());
    if let Some(title) = &grid.title {
        sheet.write_string_with_format(row, 0, title, &bold)?;
        row += 1;
    }
    for (column, name) in (0..).zip(&grid.head) {
        sheet.write_string_with_format(row, column, name, &head)?;
    }
    row += u32::from(!grid.head.is_empty());
    for cells in &grid.rows {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, row, column, cell)?;
        }
        row += 1;
    }
    for note in &grid.notes {
        sheet.write_string_with_format(row, 0, note, &Format::new().set_italic())?;
        row += 1;
    }
    Ok(row + 1)
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let number = |sheet: &mut Worksheet, value: rust_decimal::Decimal, format: String| match value.to_f64() {
        Some(float) if float.abs() < EXACT => {
            sheet.write_number_with_format(row, column, float, &Format::new().set_num_format(format)).map(drop)
        }
        _ => sheet.write_string(row, column, value.to_string()).map(drop),
    };
    match cell {
        Cell::Text(text) => sheet.write_string(row, column, text).map(drop),
        Cell::Number(value) => number(sheet, *value, with_decimals("#,##0", value.scale())),
        Cell::Amount(money) => number(sheet, units(*money), with_decimals("#,##0", money.currency.decimals())),
        Cell::Percent(value) => {
            let part = value / rust_decimal::Decimal::ONE_HUNDRED;
            number(sheet, part, format!("{}%", with_decimals("0", value.scale())))
        }
        Cell::Day(day) => {
            let format = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(row, column, &date(*day)?, &format).map(drop)
        }
        Cell::Empty => Ok(()),
    }
}

fn with_decimals(whole: &str, decimals: u32) -> String {
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{}", "0".repeat(decimals as usize)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(name: &str, cells: Vec<Cell>) -> Page {
        Page { name: name.to_owned(), grids: vec![Grid { rows: vec![cells], ..Grid::default() }] }
    }

    #[test]
    fn the_same_grids_are_the_same_bytes_later_too() {
        let day = "2026-11-23".parse().unwrap();
        let pages = || [page("a", vec![Cell::text("=1+1"), Cell::count(3), Cell::Day(day), Cell::Empty])];
        let first = write(&pages(), day).unwrap();
        // Longer than the two seconds that a date in an archive counts in.
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert!(first == write(&pages(), day).unwrap());
        assert!(first != write(&pages(), "2026-11-24".parse().unwrap()).unwrap());
    }

    #[test]
    fn a_page_has_a_name_that_a_spreadsheet_takes() {
        for (name, taken) in [
            ("Service", "Service"),
            ("a/b:c", "abc"),
            ("?", "7"),
            ("обслуживание клиентов за период", "обслуживание клиентов за период"),
        ] {
            assert_eq!(named(name, 7), taken);
        }
        assert_eq!(named(&"x".repeat(40), 1).len(), LONGEST_NAME);
    }
}
