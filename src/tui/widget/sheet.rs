//! A page of sections under one cursor: rules with titles and digits, lines to read, rows to stand on. A screen builds
//! the lines anew for each picture; the sheet keeps only where the cursor is.

use std::cell::Cell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{frame, list};
use crate::tui::command::Command;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// What stands in one line of the page.
enum Part {
    Rule { number: Option<u8>, title: String, right: String },
    Text(Line<'static>),
    Row(Line<'static>),
}

/// The lines of a page, in order.
#[derive(Default)]
pub struct Lines {
    parts: Vec<Part>,
}

impl Lines {
    /// Begins a section; its digit jumps to its first row.
    pub fn section(&mut self, number: Option<u8>, title: impl Into<String>, right: impl Into<String>) {
        self.parts.push(Part::Rule { number, title: title.into(), right: right.into() });
    }

    /// A line to read only.
    pub fn text(&mut self, line: impl Into<Line<'static>>) {
        self.parts.push(Part::Text(at_the_column(line.into())));
    }

    /// A line on which the cursor can stand. Its number among the rows, as [`Sheet::at`] counts them.
    pub fn row(&mut self, line: impl Into<Line<'static>>) -> usize {
        self.parts.push(Part::Row(at_the_column(line.into())));
        self.rows() - 1
    }

    pub fn rows(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, Part::Row(_))).count()
    }

    pub fn len(&self) -> usize {
        self.parts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The line of the n-th row.
    fn line_of(&self, row: usize) -> Option<usize> {
        let rows = self.parts.iter().enumerate().filter(|(_, part)| matches!(part, Part::Row(_)));
        rows.map(|(line, _)| line).nth(row)
    }

    /// Draws as much of the page as fits, without a cursor: to read beside a list.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, view: &View<'_>) {
        self.draw_begun(0..self.len(), buf, area, view);
    }

    /// The same of a part of it: what does not fit is counted in the last line.
    fn draw_begun(&self, lines: Range<usize>, buf: &mut Buffer, area: Rect, view: &View<'_>) {
        let height = usize::from(area.height);
        if lines.len() <= height || height == 0 {
            return self.draw_part(lines, buf, area, view);
        }
        let shown = Rect { height: area.height - 1, ..area };
        let left = format!("{} +{}", view.marks.cut, lines.len() - (height - 1));
        self.draw_part(lines, buf, shown, view);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        frame::text(buf, inner, area.height - 1, &left, view.style(Tone::Muted), view);
    }

    fn draw_part(&self, lines: Range<usize>, buf: &mut Buffer, area: Rect, view: &View<'_>) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        for (y, part) in (0..area.height).zip(self.parts.get(lines).unwrap_or_default()) {
            match part {
                Part::Rule { number, title, right } => frame::rule(buf, area, y, *number, title, right, view),
                Part::Text(line) | Part::Row(line) => frame::line(buf, inner, y, line),
            }
        }
    }

    fn rows_before(&self, line: usize) -> usize {
        self.parts.iter().take(line).filter(|part| matches!(part, Part::Row(_))).count()
    }

    /// The first row of the section with that digit.
    pub fn section_row(&self, digit: u8) -> Option<usize> {
        let has = |part: &Part| matches!(part, Part::Rule { number: Some(n), .. } if *n == digit);
        let line = self.parts.iter().position(has)?;
        let row = self.rows_before(line);
        (row < self.rows()).then_some(row)
    }

    /// The first rows of all sections, for Tab.
    fn starts(&self) -> Vec<usize> {
        let rules = self.parts.iter().enumerate().filter(|(_, part)| matches!(part, Part::Rule { .. }));
        let mut starts: Vec<usize> = rules.map(|(line, _)| self.rows_before(line)).collect();
        starts.dedup();
        starts.retain(|row| *row < self.rows());
        starts
    }
}

/// The page alone decides where its left column is: beside the cell of the cursor's mark. A line brings no space of its
/// own, except to stand below another.
fn at_the_column(line: Line<'static>) -> Line<'static> {
    if cfg!(test) {
        let text = line.to_string();
        assert!(!text.starts_with(' ') || text.starts_with("  "), "one cell beside its neighbours: {text}");
    }
    line
}

/// The cursor of a page and the part in sight.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The row under the cursor, counting rows only.
    pub at: usize,
    top: Cell<usize>,
    height: Cell<usize>,
}

impl Sheet {
    /// Moves the cursor; whether the command was one of moving. A page without rows scrolls.
    pub fn on(&mut self, command: Command, lines: &Lines) -> bool {
        let page = self.height.get().max(2);
        let rows = lines.rows();
        match command {
            Command::Number(digit) => self.at = lines.section_row(digit).unwrap_or(self.at),
            Command::NextPane => self.tab(lines, true),
            Command::PreviousPane => self.tab(lines, false),
            _ if rows == 0 => return self.scroll(command, page, lines.len()),
            Command::Down if self.at + 1 == rows => self.further(lines, 1),
            Command::HalfDown if self.at + 1 == rows => self.further(lines, page / 2),
            Command::PageDown if self.at + 1 == rows => self.further(lines, page - 1),
            Command::Down => self.at += 1,
            Command::Up if self.is_past(lines) => self.top.set(self.top.get() - 1),
            Command::HalfUp if self.is_past(lines) => self.top.set(self.top.get().saturating_sub(page / 2)),
            Command::PageUp if self.is_past(lines) => self.top.set(self.top.get().saturating_sub(page - 1)),
            Command::Up if self.at == 0 => self.top.set(0),
            Command::Up => self.at -= 1,
            Command::First => {
                self.at = 0;
                self.top.set(0);
            }
            Command::Last => {
                self.at = rows - 1;
                self.further(lines, lines.len());
            }
            Command::HalfDown => self.by_lines(lines, page / 2, true),
            Command::HalfUp => self.by_lines(lines, page / 2, false),
            Command::PageDown => self.by_lines(lines, page - 1, true),
            Command::PageUp => self.by_lines(lines, page - 1, false),
            _ => return false,
        }
        self.at = self.at.min(rows.saturating_sub(1));
        true
    }

    /// Brings more of the lines below the last row into sight; where they are many, the row goes out of it.
    fn further(&self, lines: &Lines, n: usize) {
        let most = lines.len().saturating_sub(self.height.get());
        self.top.set((self.top.get() + n).min(most));
    }

    /// Whether the lines below the last row are read, and the row itself has left.
    fn is_past(&self, lines: &Lines) -> bool {
        self.at + 1 == lines.rows() && lines.line_of(self.at).is_some_and(|row| row < self.top.get())
    }

    fn tab(&mut self, lines: &Lines, forward: bool) {
        let starts = lines.starts();
        let found = if forward {
            starts.iter().find(|row| **row > self.at).or(starts.first())
        } else {
            starts.iter().rev().find(|row| **row < self.at).or(starts.last())
        };
        self.at = found.copied().unwrap_or(self.at);
    }

    /// As many lines down or up, to the row there.
    fn by_lines(&mut self, lines: &Lines, n: usize, down: bool) {
        let now = lines.line_of(self.at).unwrap_or(0);
        let to = if down { now + n } else { now.saturating_sub(n) };
        let row = lines.rows_before(to);
        self.at = if down { row.max(self.at + 1) } else { row.min(self.at.saturating_sub(1)) };
    }

    fn scroll(&mut self, command: Command, page: usize, len: usize) -> bool {
        let top = self.top.get();
        let to = match command {
            Command::Down => top + 1,
            Command::Up => top.saturating_sub(1),
            Command::First => 0,
            Command::Last => len,
            Command::HalfDown => top + page / 2,
            Command::HalfUp => top.saturating_sub(page / 2),
            Command::PageDown => top + page - 1,
            Command::PageUp => top.saturating_sub(page - 1),
            _ => return false,
        };
        self.top.set(to.min(len.saturating_sub(page)));
        true
    }

    pub fn draw(&self, buf: &mut Buffer, area: Rect, lines: &Lines, focused: bool, view: &View<'_>) {
        self.draw_column(buf, area, lines, 0..lines.len(), focused, view);
    }

    /// The page in two columns, the right one from the line `second` on. Only the column of the cursor scrolls.
    pub fn draw_in_two(
        &self,
        buf: &mut Buffer,
        [left, right]: [Rect; 2],
        lines: &Lines,
        second: usize,
        view: &View<'_>,
    ) {
        self.draw_column(buf, left, lines, 0..second, true, view);
        self.draw_column(buf, right, lines, second..lines.len(), true, view);
    }

    fn draw_column(
        &self,
        buf: &mut Buffer,
        area: Rect,
        lines: &Lines,
        part: Range<usize>,
        focused: bool,
        view: &View<'_>,
    ) {
        let height = usize::from(area.height);
        self.height.set(height);
        let cursor = lines.line_of(self.at.min(lines.rows().saturating_sub(1)));
        let Some(cursor) = cursor.filter(|line| part.contains(line)).map(|line| line - part.start) else {
            let top = if lines.rows() == 0 { self.settled(None, false, height, part.len()) } else { 0 };
            return lines.draw_begun(part.start + top..part.end, buf, area, view);
        };
        let top = self.settled(Some(cursor), self.at + 1 >= lines.rows(), height, part.len());
        self.top.set(top);
        // A pane that is only read says that there is more; the cursor's own follows the cursor.
        if focused || cursor + 1 >= top + height {
            lines.draw_part(part.start + top..part.end, buf, area, view);
        } else {
            lines.draw_begun(part.start + top..part.end, buf, area, view);
        }
        if let Some(y) = cursor.checked_sub(top).and_then(|y| u16::try_from(y).ok()) {
            list::mark(buf, area, y, focused, view);
        }
    }

    /// The first line in sight, moved by half a page when the cursor has left; the last row may stay behind.
    fn settled(&self, cursor: Option<usize>, last: bool, height: usize, len: usize) -> usize {
        let most = len.saturating_sub(height);
        let top = self.top.get().min(most);
        match cursor {
            Some(line) if line < top && !last => line.saturating_sub(height / 2),
            Some(line) if line >= top + height => (line + 1).saturating_sub(height.div_ceil(2)).min(most),
            _ => top,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Lines {
        let mut lines = Lines::default();
        lines.section(Some(1), "one", "");
        lines.row("a");
        lines.text("note");
        lines.row("b");
        lines.section(Some(2), "two", "");
        lines.row("c");
        lines
    }

    #[test]
    fn digits_and_tab_go_to_the_first_row_of_a_section() {
        let (lines, mut sheet) = (page(), Sheet::default());
        for (command, at) in [
            (Command::Number(2), 2),
            (Command::NextPane, 0),
            (Command::NextPane, 2),
            (Command::PreviousPane, 0),
            (Command::Down, 1),
            (Command::Last, 2),
            (Command::Down, 2),
            (Command::Number(7), 2),
        ] {
            assert!(sheet.on(command, &lines));
            assert_eq!(sheet.at, at, "{command:?}");
        }
    }

    #[test]
    fn lines_below_the_last_row_come_into_sight_however_many_they_are() {
        let mut lines = page();
        (0..4).for_each(|_| lines.text("below"));
        let sheet = |at| Sheet { at, height: Cell::new(6), ..Sheet::default() };
        for (at, command, expected) in [
            (2, Command::Down, (2, 1)),
            (2, Command::PageDown, (2, 4)),
            (0, Command::Last, (2, 4)),
            (0, Command::Down, (1, 0)),
        ] {
            let mut sheet = sheet(at);
            assert!(sheet.on(command, &lines));
            assert_eq!((sheet.at, sheet.top.get()), expected, "{command:?}");
        }
        // Of a long end the row itself leaves; up goes back the same way.
        (0..20).for_each(|_| lines.text("below"));
        let mut sheet = sheet(0);
        for (command, expected) in [
            (Command::Last, (2, 24)),
            (Command::Up, (2, 23)),
            (Command::PageUp, (2, 18)),
            (Command::HalfUp, (2, 15)),
            (Command::PageDown, (2, 20)),
            (Command::First, (0, 0)),
        ] {
            assert!(sheet.on(command, &lines));
            assert_eq!((sheet.at, sheet.top.get()), expected, "{command:?}");
        }
    }
}
