//! Spreadsheets: XLSX and ODS, each sheet as a table of cells. A number is passed on as the digits the program shows
//! for it; one of more digits than it can hold exactly is broken.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataType, Dimensions, Ods, Reader, Xlsx, open_workbook_from_rs};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::{Sheet, Unreadable, packed};
use crate::domain::Sentence;
use crate::domain::foreign_table::{CellKind, ForeignTable};

/// Columns beyond these hold no figures of ours, whatever a file says.
const MOST_COLUMNS: u32 = 256;
/// Digits that a spreadsheet's number always gives back as they were typed.
const EXACT_DIGITS: usize = 15;

/// Whether the bytes are a packed file, as XLSX and ODS are.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The sheets that hold anything, in the file's order.
///
/// # Errors
/// It is no spreadsheet that can be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let broken = || Unreadable::No(Sentence::new("import-no-spreadsheet"));
    let large = || Unreadable::No(Sentence::new("import-spreadsheet-large"));
    if !packed::is_small(bytes) {
        return Err(large());
    }
    let mut sheets = match open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) {
        Ok(book) => of_xlsx(book).ok_or_else(broken)?.ok_or_else(large)?,
        Err(_) => {
            let merged = packed::merged(bytes).ok_or_else(large)?;
            let book = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_: calamine::OdsError| broken())?;
            of_ods(book, &merged).ok_or_else(broken)?
        }
    };
    sheets.retain(|sheet| sheet.table.len() > 0);
    Ok(sheets)
}

/// None within when a sheet is too large.
fn of_xlsx(mut book: Xlsx<Cursor<&[u8]>>) -> Option<Option<Vec<Sheet>>> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut grid = Grid::default();
        // A chart has a name among the sheets and no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell().ok()? {
            grid.put(cell.get_position(), cell.get_value());
            if grid.0.len() as u64 > packed::MOST_CELLS {
                return Some(None);
            }
        }
        grid.spread(&merged);
        sheets.push(Sheet { name, table: grid.table() });
    }
    Some(Some(sheets))
}

fn of_ods(mut book: Ods<Cursor<&[u8]>>, merged: &BTreeMap<String, Vec<Dimensions>>) -> Option<Vec<Sheet>> {
    let mut sheets = Vec::new();
    for (name, range) in book.worksheets() {
        let (row, column) = range.start().unwrap_or_default();
        let mut grid = Grid::default();
        for (down, right, value) in range.used_cells() {
            let at = (row + u32::try_from(down).ok()?, column + u32::try_from(right).ok()?);
            grid.put(at, value);
        }
        grid.spread(merged.get(&name).map_or(&[], Vec::as_slice));
        sheets.push(Sheet { name, table: grid.table() });
    }
    Some(sheets)
}

/// The cells of a sheet that hold something, by row and column.
#[derive(Default)]
struct Grid(BTreeMap<(u32, u32), (String, CellKind)>);

impl Grid {
    fn put<D: Value>(&mut self, at: (u32, u32), value: &D) {
        if at.1 < MOST_COLUMNS
            && let Some(cell) = value.cell()
        {
            self.0.insert(at, cell);
        }
    }

    /// A name or a day merged over several rows stands in each of them, as the eye sees it. A number stands once: read
    /// in each row it would count several times, and how much of it is each row's nobody can tell.
    fn spread(&mut self, merged: &[Dimensions]) {
        let last = self.0.last_key_value().map_or(0, |((row, _), _)| *row);
        for region in merged.iter().filter(|region| region.start.1 == region.end.1) {
            let named = |cell: &&(String, CellKind)| matches!(cell.1, CellKind::Text | CellKind::Day);
            let Some(cell) = self.0.get(&region.start).filter(named).cloned() else { continue };
            for row in region.start.0 + 1..=region.end.0.min(last) {
                self.0.entry((row, region.start.1)).or_insert_with(|| cell.clone());
            }
        }
    }

    /// Every row is as wide as the widest: a spreadsheet keeps no empty cells.
    fn table(&self) -> ForeignTable {
        let mut table = ForeignTable::default();
        let width = self.0.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        let mut cells = self.0.iter().peekable();
        while let Some(&(&(row, _), _)) = cells.peek() {
            table.begin_row(row as usize + 1);
            for column in 0..width {
                match cells.next_if(|(at, _)| **at == (row, column)) {
                    Some((_, (text, kind))) => table.push(text, *kind),
                    None => table.push("", CellKind::Text),
                }
            }
        }
        table
    }
}

/// A value of either kind of workbook.
trait Value {
    fn cell(&self) -> Option<(String, CellKind)>;
}

impl<D: DataType> Value for D {
    fn cell(&self) -> Option<(String, CellKind)> {
        if self.is_empty() {
            return None;
        }
        if let Some(error) = self.get_error() {
            return Some((error.to_string(), CellKind::Broken));
        }
        if let Some(text) = self.get_string() {
            return Some((text.to_owned(), CellKind::Text));
        }
        if let Some(yes) = self.get_bool() {
            return Some((yes.to_string(), CellKind::Text));
        }
        if self.is_datetime() || self.is_datetime_iso() {
            let midnight = || self.as_date().map(|day| day.and_time(NaiveTime::MIN));
            let moment = self
                .as_datetime()
                .or_else(midnight)
                .and_then(to_the_minute)
                .map(|moment| (moment_text(moment), CellKind::Day));
            return Some(moment.unwrap_or_else(|| ("?".to_owned(), CellKind::Broken)));
        }
        let number = self.get_int().map(|n| n.to_string()).or_else(|| self.get_float().map(|n| n.to_string()));
        number.map(|text| {
            let kind = if is_exact(&text) { CellKind::Number } else { CellKind::Broken };
            (text, kind)
        })
    }
}

/// A spreadsheet keeps a time as a part of a day, which may fall a little short of it.
fn to_the_minute(moment: NaiveDateTime) -> Option<NaiveDateTime> {
    let moment = moment.checked_add_signed(TimeDelta::seconds(30))?;
    moment.with_second(0)?.with_nanosecond(0)
}

/// A day, and its hour where it has one.
fn moment_text(moment: NaiveDateTime) -> String {
    let format = if moment.time() == NaiveTime::MIN { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M" };
    moment.format(format).to_string()
}

/// Whether a number is sure to be the one that was typed.
fn is_exact(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '0', '.']).trim_end_matches('0');
    digits.bytes().filter(u8::is_ascii_digit).count() <= EXACT_DIGITS
        && text.bytes().all(|b| matches!(b, b'-' | b'.' | b'0'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, DataRef};

    #[test]
    fn a_number_is_passed_on_as_it_was_typed_or_called_broken() {
        for (number, text, kind) in [
            (412_350.1, "412350.1", CellKind::Number),
            (-0.05, "-0.05", CellKind::Number),
            (1e15, "1000000000000000", CellKind::Number),
            (123_456_789_012.345, "123456789012.345", CellKind::Number),
            (0.1 + 0.2, "0.30000000000000004", CellKind::Broken),
            (f64::NAN, "NaN", CellKind::Broken),
            (f64::INFINITY, "inf", CellKind::Broken),
        ] {
            assert_eq!(Data::Float(number).cell(), Some((text.to_owned(), kind)), "{number}");
        }
        assert_eq!(Data::Empty.cell(), None);
        assert_eq!(Data::Bool(true).cell(), Some(("true".to_owned(), CellKind::Text)));
        assert_eq!(DataRef::SharedString("x").cell(), Some(("x".to_owned(), CellKind::Text)));
    }

    #[test]
    fn a_cell_merged_downwards_stands_in_every_row() {
        let mut grid = Grid::default();
        for (at, text) in
            [((0, 0), "client"), ((0, 1), "month"), ((1, 0), "Alfa"), ((1, 1), "1"), ((2, 1), "2"), ((4, 1), "3")]
        {
            grid.put(at, &Data::String(text.to_owned()));
        }
        grid.spread(&[Dimensions::new((1, 0), (3, 0)), Dimensions::new((0, 1), (0, 3))]);
        let table = grid.table();
        let rows: Vec<_> = table.rows_from(0).map(|row| (row.line, row.text(0), row.text(1))).collect();
        assert_eq!(rows, [(1, "client", "month"), (2, "Alfa", "1"), (3, "Alfa", "2"), (4, "Alfa", ""), (5, "", "3")]);
    }

    #[test]
    fn a_merged_name_or_day_stands_in_every_row_and_a_merged_number_in_its_first() {
        let day = || Data::DateTimeIso("2025-01-31".to_owned());
        for (value, below) in [
            (Data::String("Alfa".to_owned()), "Alfa"),
            (day(), "2025-01-31"),
            (Data::Float(90_000.0), ""),
            (Data::Int(90_000), ""),
            (Data::Float(0.1 + 0.2), ""),
        ] {
            let mut grid = Grid::default();
            grid.put((0, 0), &value);
            grid.put((1, 1), &Data::Int(1));
            grid.spread(&[Dimensions::new((0, 0), (1, 0))]);
            let table = grid.table();
            assert_eq!(table.rows_from(1).next().map(|row| row.text(0)), Some(below), "{value}");
        }
    }

    #[test]
    fn a_packed_file_that_is_no_spreadsheet_is_refused() {
        assert!(is_workbook(b"PK\x03\x04rest") && !is_workbook(b"client,month"));
        assert!(sheets(b"PK\x03\x04rest").is_err());
    }
}
