//! Text parted by commas, semicolons or tabs, with the physical line each record begins on.

use csv::{ByteRecord, ReaderBuilder, Trim};

use super::Unreadable;
use crate::domain::Sentence;
use crate::domain::foreign_table::{ForeignTable, Unclosed};

/// Separators, the likelier first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The table with each separator that makes columns of the text, widest first. Which one it is, its heading tells.
///
/// # Errors
/// There is nothing in it.
pub fn part(text: &str, fits: impl Fn(&ForeignTable) -> bool) -> Result<ForeignTable, Unreadable> {
    let (text, skipped) = without_sep_line(text);
    if text.trim().is_empty() {
        return Err(Unreadable::No(Sentence::new("import-empty")));
    }
    let said = skipped.and_then(|sep| sep.as_bytes().first().copied()).filter(|sep| SEPARATORS.contains(sep));
    let first = usize::from(skipped.is_some());
    let head = head(text);
    let tried = SEPARATORS.into_iter().filter(|sep| head.as_bytes().contains(sep));
    let fitting = said.or_else(|| tried.clone().find(|sep| fits(&parted(head, *sep, first))));
    let most = || tried.max_by_key(|sep| head.bytes().filter(|byte| byte == sep).count());
    Ok(parted(text, fitting.or_else(most).unwrap_or(b','), first))
}

/// Excel's first line `sep=;`.
fn without_sep_line(text: &str) -> (&str, Option<&str>) {
    let Some((line, rest)) = text.split_once('\n') else { return (text, None) };
    let sep = line.trim_end_matches('\r');
    match sep.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")) {
        Some(_) => (rest, sep.get(4..)),
        None => (text, None),
    }
}

/// The lines among which the heading is looked for.
fn head(text: &str) -> &str {
    let end = text.match_indices('\n').nth(30).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn parted(text: &str, separator: u8, lines_above: usize) -> ForeignTable {
    let (text, unclosed) = match unclosed_quote(text, separator) {
        Some((record, line, swallowed)) => {
            (text.get(..record).unwrap_or(text), Some(Unclosed { line: line + lines_above, swallowed }))
        }
        None => (text, None),
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::None)
        .from_reader(text.as_bytes());
    let mut table = ForeignTable::with_capacity(text.len());
    table.unclosed = unclosed;
    table.guarded = true;
    let mut record = ByteRecord::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 + lines_above };
    // A text cannot fail to be read, and rows of any length are taken.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let begins = record.position().map_or(0, csv::Position::byte);
        let line = lines.of(usize::try_from(begins).unwrap_or(usize::MAX));
        // Parted at plain signs, a text stays a text.
        let cells = std::str::from_utf8(record.as_slice()).unwrap_or_default();
        table.push_row(line, cells, (0..record.len()).filter_map(|at| record.range(at)).map(|range| range.end));
    }
    table
}

/// The physical lines of a text, asked for in order.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line on which the record stands that begins at `byte` or behind the blank lines there.
    fn of(&mut self, byte: usize) -> usize {
        let passed = self.bytes.get(self.at..byte).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.at = byte;
        while let Some(b'\r' | b'\n') = self.bytes.get(self.at) {
            self.line += usize::from(self.bytes[self.at] == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// Where the record begins that a quotation mark never closes, the line on which that mark stands, and how many lines
/// follow it.
fn unclosed_quote(text: &str, separator: u8) -> Option<(usize, usize, usize)> {
    if !text.contains('"') {
        return None;
    }
    let bytes = text.as_bytes();
    let (mut line, mut record, mut opened) = (1, 0, None);
    let mut at = 0;
    let mut field_begins = true;
    while let Some(&byte) = bytes.get(at) {
        match (opened, byte) {
            (Some(_), b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
            (Some(_), b'"') => opened = None,
            (None, b'"') if field_begins => opened = Some(line),
            (None, b'\n') => record = at + 1,
            _ => {}
        }
        line += usize::from(byte == b'\n');
        field_begins = opened.is_none() && (byte == separator || matches!(byte, b'\n' | b'\r'));
        at += 1;
    }
    let last = line - usize::from(text.ends_with('\n'));
    opened.map(|opened| (record, opened, last.saturating_sub(opened)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &ForeignTable) -> Vec<(usize, Vec<String>)> {
        table.rows_from(0).map(|row| (row.line, row.cells().map(|cell| cell.text.to_owned()).collect())).collect()
    }

    fn texts(rows: &[(usize, &[&str])]) -> Vec<(usize, Vec<String>)> {
        rows.iter().map(|(line, row)| (*line, row.iter().map(|cell| (*cell).to_owned()).collect())).collect()
    }

    #[test]
    fn rows_stand_on_the_line_where_they_begin() {
        let table = parted("a;b\n\"x\n\"\"y\";2\r\n\r\n3;4\n", b';', 0);
        assert_eq!(cells(&table), texts(&[(1, &["a", "b"]), (2, &["x\n\"y", "2"]), (5, &["3", "4"])]));
        assert_eq!(table.unclosed, None);
    }

    #[test]
    fn the_separator_is_the_one_that_fits_or_the_one_a_first_line_says() {
        let fits = |table: &ForeignTable| table.row(0).is_some_and(|row| row.text(1) == "b");
        for text in ["a;b\n1;2,5\n", "a,b\n1,2\n", "a\tb\n1\t2;5\n", "a|b\n"] {
            assert!(fits(&part(text, fits).unwrap()), "{text}");
        }
        let table = part("sep=,\na,b;c\n", |_| false).unwrap();
        assert_eq!(cells(&table), texts(&[(2, &["a", "b;c"])]));
        assert!(part(" \n", fits).is_err());
    }

    #[test]
    fn an_unclosed_quote_is_told_and_what_it_swallowed_is_not_read() {
        let table = parted("a,b\n1,2\n3,\"4\n5,6\n7,8\n", b',', 0);
        assert_eq!(table.unclosed, Some(Unclosed { line: 3, swallowed: 2 }));
        assert_eq!(cells(&table), texts(&[(1, &["a", "b"]), (2, &["1", "2"])]));
        for closed in ["a,\"b\"\n", "a,b\"c\n", "\"a\"\"b\",c\n", "\"\"\n", "a,\"\"\"\"\n"] {
            assert_eq!(parted(closed, b',', 0).unclosed, None, "{closed}");
        }
    }
}
