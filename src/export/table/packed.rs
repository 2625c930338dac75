//! What a packed file holds, looked at before a reader takes it whole: how much it unpacks to, and, of an ODS, how large
//! its sheets are and which cells are merged downwards.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// Octets that a file may unpack to. A large ledger in a sheet takes some dozens of millions.
const MOST_UNPACKED: u64 = 256 << 20;
/// Cells of a sheet: ten thousand clients with ten years of months in six columns are seven millions.
pub(super) const MOST_CELLS: u64 = 10_000_000;
/// The part of an ODS in which its sheets stand.
const CONTENT: &str = "content.xml";

/// Whether it unpacks to no more than can be taken. What a file says of its own size is not believed.
pub(super) fn is_small(bytes: &[u8]) -> bool {
    let Ok(mut packed) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let mut left = MOST_UNPACKED;
    for at in 0..packed.len() {
        // What cannot be unpacked here the reader refuses.
        let Ok(part) = packed.by_index(at) else { continue };
        left -= std::io::copy(&mut part.take(left), &mut std::io::sink()).unwrap_or(0);
        if left == 0 {
            return false;
        }
    }
    true
}

/// The cells of an ODS merged downwards, by the names of their sheets; None when a sheet is too large.
pub(super) fn merged(bytes: &[u8]) -> Option<BTreeMap<String, Vec<Dimensions>>> {
    let mut sheets = BTreeMap::new();
    let Ok(mut packed) = ZipArchive::new(Cursor::new(bytes)) else { return Some(sheets) };
    let Ok(part) = packed.by_name(CONTENT) else { return Some(sheets) };
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let (mut sheet, mut buf) = (Sheet::default(), Vec::new());
    // What is no XML the reader of the cells refuses.
    while let Ok(event) = reader.read_event_into(&mut buf) {
        match event {
            Event::Start(start) => sheet.begins(&start),
            Event::End(end) if end.name().0 == "table:table-row" => {
                sheet.row = sheet.row.saturating_add(sheet.rows);
                // Programs end a sheet with a million empty rows; those are no cells.
                if sheet.has_value && sheet.row.saturating_mul(sheet.width) > MOST_CELLS {
                    return None;
                }
            }
            Event::End(end) if end.name().0 == "table:table" => {
                let ended = std::mem::take(&mut sheet);
                sheets.insert(ended.name, ended.merged);
            }
            Event::Eof => break,
            _ => {}
        }
        buf.clear();
    }
    Some(sheets)
}

/// A sheet as far as it was looked at.
#[derive(Default)]
struct Sheet {
    name: String,
    merged: Vec<Dimensions>,
    /// Rows above this one, and how often it stands there.
    row: u64,
    rows: u64,
    /// The next column of this row.
    column: u64,
    /// Whether this row holds a value, and how wide those above and here make the sheet.
    has_value: bool,
    width: u64,
}

impl Sheet {
    fn begins(&mut self, start: &BytesStart<'_>) {
        match start.name().0 {
            "table:table" => self.name = attribute(start, "table:name").unwrap_or_default(),
            "table:table-row" => {
                (self.column, self.has_value) = (0, false);
                self.rows = number(start, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(start),
            _ => {}
        }
    }

    fn cell(&mut self, start: &BytesStart<'_>) {
        let at = self.column;
        self.column = at.saturating_add(number(start, "table:number-columns-repeated"));
        if attribute(start, "office:value-type").is_some() {
            (self.has_value, self.width) = (true, self.width.max(self.column));
        }
        let (down, across) =
            (number(start, "table:number-rows-spanned"), number(start, "table:number-columns-spanned"));
        let place = |n: u64| u32::try_from(n).ok();
        if let (true, 1, Some(row), Some(column), Some(last)) =
            (down > 1, across, place(self.row), place(at), place(self.row.saturating_add(down - 1)))
        {
            self.merged.push(Dimensions::new((row, column), (last, column)));
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.0 == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A count; one where none is said.
fn number(start: &BytesStart<'_>, name: &str) -> u64 {
    attribute(start, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}
