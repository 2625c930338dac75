//! A list with a cursor, painted by arithmetic. It scrolls by half its height, since moving all lines by one at the
//! edge repaints the whole window for each key.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::frame;
use crate::tui::command::Command;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// The cursor and the part in sight; the rows belong to the screen.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub at: usize,
    top: Cell<usize>,
    /// As high as it was last drawn; pages need it.
    height: Cell<usize>,
}

impl List {
    pub fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }

    /// Moves the cursor; whether the command was one of moving. At the end of the list it stays.
    pub fn on(&mut self, command: Command, len: usize) -> bool {
        let page = self.height.get().max(2);
        let to = match command {
            Command::Down => self.at.saturating_add(1),
            Command::Up => self.at.saturating_sub(1),
            Command::First => 0,
            Command::Last => len,
            Command::HalfDown => self.at.saturating_add(page / 2),
            Command::HalfUp => self.at.saturating_sub(page / 2),
            Command::PageDown => self.at.saturating_add(page - 1),
            Command::PageUp => self.at.saturating_sub(page - 1),
            _ => return false,
        };
        self.at = to.min(len.saturating_sub(1));
        true
    }

    /// The row of a click, if the list was drawn there.
    pub fn clicked(&self, area: Rect, x: u16, y: u16, len: usize) -> Option<usize> {
        let inside = area.contains((x, y).into());
        inside.then(|| self.top.get() + usize::from(y - area.y)).filter(|row| *row < len)
    }

    /// The rows in sight once the cursor is.
    pub fn window(&self, height: usize, len: usize) -> std::ops::Range<usize> {
        self.height.set(height);
        let at = self.at.min(len.saturating_sub(1));
        let mut top = self.top.get().min(len.saturating_sub(height));
        if at < top {
            top = at.saturating_sub(height / 2);
        } else if at >= top + height {
            top = (at + 1).saturating_sub(height.div_ceil(2)).min(len.saturating_sub(height));
        }
        self.top.set(top);
        top..(top + height).min(len)
    }

    /// Draws the rows in sight; `line` gives the n-th one for a width that leaves a cell for the cursor's mark.
    pub fn draw<'l>(
        &self,
        buf: &mut Buffer,
        area: Rect,
        len: usize,
        focused: bool,
        view: &View<'_>,
        line: impl Fn(usize, usize) -> Line<'l>,
    ) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        for (y, row) in (0..area.height).zip(self.window(usize::from(area.height), len)) {
            frame::line(buf, inner, y, &line(row, usize::from(inner.width)));
            if row == self.at.min(len.saturating_sub(1)) {
                mark(buf, area, y, focused, view);
            }
        }
    }
}

/// Marks a line as the one under the cursor: by a sign, and by its look when the list has the focus.
pub fn mark(buf: &mut Buffer, area: Rect, y: u16, focused: bool, view: &View<'_>) {
    frame::text(buf, area, y, view.marks.cursor, view.style(Tone::Key), view);
    if focused {
        buf.set_style(Rect { y: area.y + y, height: 1, ..area }, view.style(Tone::Selected));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_list_and_in_sight() {
        let mut list = List::default();
        assert_eq!(list.window(10, 100), 0..10);
        for (command, at) in [
            (Command::Up, 0),
            (Command::Last, 99),
            (Command::Down, 99),
            (Command::PageUp, 90),
            (Command::First, 0),
            (Command::HalfDown, 5),
            (Command::PageDown, 14),
        ] {
            assert!(list.on(command, 100));
            assert_eq!(list.at, at, "{command:?}");
            assert!(list.window(10, 100).contains(&at));
        }
        assert!(!list.on(Command::Open, 100));
    }

    #[test]
    fn leaving_the_window_moves_it_by_half() {
        let mut list = List::default();
        assert_eq!(list.window(10, 100), 0..10);
        list.at = 10;
        assert_eq!(list.window(10, 100), 6..16);
        list.at = 5;
        assert_eq!(list.window(10, 100), 0..10);
    }

    #[test]
    fn a_list_that_became_shorter_shows_its_end() {
        let list = List::at(50);
        assert_eq!(list.window(10, 3), 0..3);
        assert_eq!(list.window(10, 0), 0..0);
    }
}
