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

/// Narrower a column is not made to let the others in: half a month says nothing.
const NARROWEST: usize = 18;

/// So many of a hundred cells fit into their column however long the others are.
const MOST_FIT: usize = 95;

/// What pages are laid out for, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Nothing is wider: it would wrap.
    Terminal(usize),
    /// A pipe: nothing is cut.
    Endless(usize),
}

impl Sheet {
    fn columns(self) -> usize {
        match self {
            Self::Terminal(columns) | Self::Endless(columns) => columns,
        }
    }

    /// Widths of columns, each from the sorted widths of its cells. The first names the record and is never narrowed;
    /// into a pipe the others give way to few long cells only, which then stand out of their column.
    fn widths(self, cells: &[Vec<usize>]) -> Vec<usize> {
        let widest = |cells: &Vec<usize>| cells.last().copied().unwrap_or(0);
        let mut widths: Vec<usize> = cells.iter().map(widest).collect();
        let least = |cells: &Vec<usize>| match self {
            Self::Terminal(_) => NARROWEST,
            Self::Endless(_) => cells.get(cells.len() * MOST_FIT / 100).copied().unwrap_or(0).max(NARROWEST),
        };
        let mut floors: Vec<usize> = cells.iter().map(least).collect();
        if let (Some(floor), Some(width)) = (floors.first_mut(), widths.first()) {
            *floor = *width;
        }
        narrow(&mut widths, &floors, self.columns());
        widths
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

    /// Cells for which a page is laid out.
    pub fn columns(&self) -> usize {
        self.sheet.columns()
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
        let wide = |at: usize| {
            let cells = rows.iter().chain([&heading]).filter(|row| row.len() > 1).filter_map(|row| row.get(at));
            let mut wide: Vec<usize> = cells.map(|cell| cell.width()).collect();
            wide.sort_unstable();
            wide
        };
        let widths = self.sheet.widths(&(0..columns).map(wide).collect::<Vec<_>>());
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

/// Takes cells from the widest columns until a row fits or none can be narrower.
fn narrow(widths: &mut [usize], floors: &[usize], cells: usize) {
    let room = cells.saturating_sub(widths.len().saturating_sub(1) * GAP);
    for _ in room..widths.iter().sum() {
        let can = (0..widths.len()).filter(|at| widths[*at] > floors[*at]);
        let Some(widest) = can.max_by_key(|at| widths[*at]) else { return };
        widths[widest] -= 1;
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
    fn the_widest_column_gives_way_but_not_the_first() {
        assert_eq!(table(Sheet::Terminal(40)).lines().nth(2), Some("Sidrat[2J Holding and Partners  ST    no"));
        let mut paper = Paper::new(Sheet::Terminal(37), false);
        let cells = |row: [&str; 3]| row.map(str::to_owned).to_vec();
        paper.table(&[], &[cells(["volga-metall", "Волга-металл, завод", "yes"]), cells(["sidrat", "汀岚精密", "no"])]);
        assert_eq!(paper.take(), "volga-metall  Волга-металл, зав…  yes\nsidrat        汀岚精密            no\n");
    }

    #[test]
    fn into_a_pipe_a_few_long_cells_stand_out_of_their_column_uncut() {
        let rows = |long: usize| {
            let row =
                |n: usize| vec![n.to_string(), if n < long { "x".repeat(40) } else { "y".repeat(10) }, "z".into()];
            let mut paper = Paper::new(Sheet::Endless(30), false);
            paper.table(&[], &(0..40).map(row).collect::<Vec<_>>());
            paper.take()
        };
        assert_eq!(rows(1).lines().next().map(str::len), Some(2 + 2 + 40 + 2 + 1));
        assert_eq!(rows(1).lines().last().map(str::len), Some(2 + 2 + 24 + 2 + 1 - 1));
        assert_eq!(rows(30).lines().last().map(str::len), Some(2 + 2 + 40 + 2 + 1));
    }

    #[test]
    fn a_document_escapes_what_could_steer_a_terminal() {
        let mut paper = Paper::new(Sheet::Endless(80), false);
        paper.json(&serde_json::json!({ "a": "\u{9b}2J\u{202e}é" }));
        assert_eq!(paper.take(), "{\n  \"a\": \"\\u009b2J\\u202eé\"\n}\n");
    }
}
