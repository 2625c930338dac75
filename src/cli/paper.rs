//! What a command writes on stdout: lines and aligned columns for people, one document for programs. Nothing is
//! written before the command has succeeded, and no byte of the book steers a terminal.

use std::fmt::Write as _;

use serde_json::Value as Json;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::display_safe;

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";
/// Between two columns.
const GAP: usize = 2;

/// Narrower a column is not made to let the others in.
const NARROWEST: usize = 8;

/// What pages are laid out for, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Nothing is wider: it would wrap.
    Terminal(usize),
    /// A pipe: columns are as narrow as on a terminal, but what does not fit into its column is not cut.
    Endless(usize),
}

impl Sheet {
    pub fn columns(self) -> usize {
        match self {
            Self::Terminal(columns) | Self::Endless(columns) => columns,
        }
    }
}

/// Output that is gathered and written at the end.
#[derive(Debug)]
pub struct Paper {
    text: String,
    sheet: Sheet,
    colour: bool,
}

impl Paper {
    pub fn new(sheet: Sheet, colour: bool) -> Self {
        Self { text: String::new(), sheet, colour }
    }

    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// One line of text for people.
    pub fn line(&mut self, line: &str) {
        let safe = one_line(line);
        let _ = writeln!(self.text, "{}", self.fit(&safe).trim_end());
    }

    /// A line that stands over others.
    pub fn heading(&mut self, line: &str) {
        let safe = one_line(line);
        let fit = self.fit(&safe);
        let _ = if self.colour { writeln!(self.text, "{BOLD}{fit}{PLAIN}") } else { writeln!(self.text, "{fit}") };
    }

    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// A document made elsewhere, byte for byte.
    pub fn verbatim(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Rows of cells in aligned columns; the heading may be empty. A row of one cell is a line of its own, which widens
    /// no column.
    pub fn table(&mut self, heading: &[String], rows: &[Vec<String>]) {
        let safe = |row: &[String]| row.iter().map(|cell| one_line(cell)).collect::<Vec<_>>();
        let heading = safe(heading);
        let rows: Vec<_> = rows.iter().map(|row| safe(row)).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(heading.len());
        let width = |at: usize| {
            let cells = rows.iter().chain([&heading]).filter(|row| row.len() > 1).filter_map(|row| row.get(at));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..columns).map(width).collect();
        narrow(&mut widths, self.sheet.columns());
        if !heading.is_empty() {
            self.heading(&self.aligned(&heading, &widths));
        }
        for row in &rows {
            self.line(&self.aligned(row, &widths));
        }
    }

    /// One document for programs. Characters that could steer a terminal are written as escapes, without loss.
    pub fn json(&mut self, document: &Json) {
        // A document of strings and numbers always serialises.
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        for c in text.chars() {
            if c == '\n' || display_safe(c.encode_utf8(&mut [0; 4])) == c.encode_utf8(&mut [0; 4]) as &str {
                self.text.push(c);
            } else {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(self.text, "\\u{unit:04x}");
                }
            }
        }
        self.text.push('\n');
    }

    fn fit(&self, line: &str) -> String {
        self.within(line, self.sheet.columns())
    }

    /// As much of a text as so many cells of a terminal hold.
    fn within(&self, text: &str, cells: usize) -> String {
        match self.sheet {
            Sheet::Terminal(_) if text.width() > cells => cut(text, cells),
            _ => text.to_owned(),
        }
    }

    /// A row of one cell is a line and not cut to a column.
    fn aligned(&self, row: &[String], widths: &[usize]) -> String {
        if let [line] = row {
            return line.clone();
        }
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let cell = self.within(cell, *width);
            line.push_str(&cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + GAP));
        }
        line.truncate(line.trim_end().len());
        line
    }
}

/// Takes cells from the widest columns until a row fits, as long as there is a wide one.
fn narrow(widths: &mut [usize], cells: usize) {
    let room = cells.saturating_sub(widths.len().saturating_sub(1) * GAP);
    while widths.iter().sum::<usize>() > room {
        let over = widths.iter().sum::<usize>() - room;
        let Some(widest) = widths.iter().copied().max().filter(|widest| *widest > NARROWEST) else { return };
        let next = widths.iter().copied().filter(|width| *width < widest).max().unwrap_or(0).max(NARROWEST);
        let alike = widths.iter().filter(|width| **width == widest).count();
        let each = over.div_ceil(alike).min(widest - next);
        widths.iter_mut().filter(|width| **width == widest).for_each(|width| *width -= each);
    }
}

fn one_line(text: &str) -> String {
    display_safe(text).replace('\n', " ")
}

/// The beginning of a line that fits into so many cells, with a mark that something is missing.
fn cut(line: &str, cells: usize) -> String {
    let mut kept = String::new();
    let mut used = 0;
    for cluster in line.graphemes(true) {
        if used + cluster.width() + 1 > cells {
            break;
        }
        used += cluster.width();
        kept.push_str(cluster);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(sheet: Sheet) -> String {
        let mut paper = Paper::new(sheet, false);
        let cells = |row: [&str; 3]| row.map(str::to_owned).to_vec();
        let rows = [cells(["汀岚精密", "MV", "yes"]), cells(["Sidrat\u{1b}[2J Holding and Partners", "ST", "no"])];
        paper.table(&cells(["name", "tier", "vip"]), &rows);
        paper.take()
    }

    #[test]
    fn columns_are_aligned_by_cells_and_steer_nothing() {
        let whole = "name                            tier  vip\n\
                     汀岚精密                        MV    yes\n\
                     Sidrat[2J Holding and Partners  ST    no\n";
        assert_eq!(table(Sheet::Endless(100)), whole);
    }

    #[test]
    fn the_widest_column_gives_way_and_is_cut_on_a_terminal_only() {
        assert_eq!(
            table(Sheet::Terminal(23)),
            "name          tier  vip\n汀岚精密      MV    yes\nSidrat[2J H…  ST    no\n"
        );
        assert_eq!(
            table(Sheet::Endless(23)),
            "name          tier  vip\n汀岚精密      MV    yes\nSidrat[2J Holding and Partners  ST    no\n"
        );
        assert_eq!(table(Sheet::Terminal(6)).lines().map(UnicodeWidthStr::width).max(), Some(6));
    }

    #[test]
    fn a_document_escapes_what_could_steer_a_terminal() {
        let mut paper = Paper::new(Sheet::Endless(80), false);
        paper.json(&serde_json::json!({ "a": "\u{9b}2J\u{202e}é" }));
        assert_eq!(paper.take(), "{\n  \"a\": \"\\u009b2J\\u202eé\"\n}\n");
    }
}
