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

/// Output that is gathered and written at the end.
#[derive(Debug, Default)]
pub struct Paper {
    text: String,
    /// Cells of the terminal; none into a pipe, where nothing is cut.
    cut: Option<usize>,
    colour: bool,
}

impl Paper {
    pub fn new(cut: Option<usize>, colour: bool) -> Self {
        Self { text: String::new(), cut, colour }
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
        let widths: Vec<usize> = (0..columns).map(width).collect();
        if !heading.is_empty() {
            self.heading(aligned(&heading, &widths).trim_end());
        }
        for row in &rows {
            self.line(&aligned(row, &widths));
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
        match self.cut {
            Some(cells) if line.width() > cells => cut(line, cells),
            _ => line.to_owned(),
        }
    }
}

fn one_line(text: &str) -> String {
    display_safe(text).replace('\n', " ")
}

fn aligned(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        line.push_str(cell);
        line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + GAP));
    }
    line
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

    fn table(cut: Option<usize>) -> String {
        let mut paper = Paper::new(cut, false);
        let cells = |row: [&str; 2]| row.map(str::to_owned).to_vec();
        paper.table(&cells(["name", "tier"]), &[cells(["汀岚精密", "MV"]), cells(["Sidrat\u{1b}[2J", "ST"])]);
        paper.take()
    }

    #[test]
    fn columns_are_aligned_by_cells_and_steer_nothing() {
        assert_eq!(table(None), "name       tier\n汀岚精密   MV\nSidrat[2J  ST\n");
    }

    #[test]
    fn a_line_is_cut_by_cells_on_a_terminal_only() {
        assert_eq!(table(Some(6)), "name …\n汀岚…\nSidra…\n");
    }

    #[test]
    fn a_document_escapes_what_could_steer_a_terminal() {
        let mut paper = Paper::default();
        paper.json(&serde_json::json!({ "a": "\u{9b}2J\u{202e}é" }));
        assert_eq!(paper.take(), "{\n  \"a\": \"\\u009b2J\\u202eé\"\n}\n");
    }
}
