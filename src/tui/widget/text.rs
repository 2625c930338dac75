//! A text of several lines under the cursor, wrapped to its width and scrolled to the cursor.

use std::cell::Cell;
use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::typing::Typing;
use crate::tui::cells;
use crate::tui::keys::{Code, Key};
use crate::tui::layer::{Input, View};
use crate::tui::theme::Tone;

#[derive(Debug, Clone, Default)]
pub struct LongText {
    pub typing: Typing,
    /// As wide as it was last drawn; moving up and down needs it.
    width: Cell<usize>,
    top: Cell<usize>,
}

impl LongText {
    pub fn new(text: impl Into<String>) -> Self {
        Self { typing: Typing::new(text), width: Cell::new(78), top: Cell::new(0) }
    }

    pub fn text(&self) -> &str {
        self.typing.text()
    }

    /// Whether the input was one of editing. Enter breaks the line; Up on the first line and Down on the last are not
    /// taken, so that a form can go on to its next field.
    pub fn on(&mut self, input: &Input) -> bool {
        match input {
            Input::Key(key) => self.key(*key),
            Input::Paste(text) => {
                self.typing.paste(text, false);
                true
            }
            Input::Edited(text) => {
                self.typing.set(text.trim_end());
                true
            }
            _ => false,
        }
    }

    fn key(&mut self, key: Key) -> bool {
        match key.code {
            Code::Enter => {
                self.typing.new_line();
                true
            }
            Code::Up => self.step(-1),
            Code::Down => self.step(1),
            _ => self.typing.on(key),
        }
    }

    /// To the same cell of the line above or below.
    fn step(&mut self, by: isize) -> bool {
        let lines = cells::wrap_ranges(self.text(), self.width.get());
        let now = line_of(&lines, self.typing.at());
        let Some(next) = now.checked_add_signed(by).and_then(|n| lines.get(n)) else { return false };
        let cell = lines.get(now).map_or(0, |line| cells::width(&self.text()[line.start..self.typing.at()]));
        let (kept, _) = cells::split_at(&self.text()[next.clone()], cell);
        let last_of_line = next.start + kept.trim_end_matches('\n').len();
        self.typing.go_to(last_of_line);
        true
    }

    /// Lines that it takes at a width.
    pub fn height(&self, width: usize) -> usize {
        cells::wrap_ranges(self.text(), width).len()
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, focused: bool, view: &View<'_>) {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        if width < 2 || height == 0 {
            return;
        }
        self.width.set(width);
        let lines = cells::wrap_ranges(self.text(), width);
        let now = line_of(&lines, self.typing.at());
        let top = if focused { self.top.get().clamp((now + 1).saturating_sub(height), now) } else { 0 };
        self.top.set(top);
        let style = view.style(if focused { Tone::Accent } else { Tone::Plain });
        for (y, line) in lines.iter().skip(top).take(height).enumerate() {
            let y = area.y + u16::try_from(y).unwrap_or(0);
            frame.buffer_mut().set_stringn(area.x, y, self.text()[line.clone()].trim_end(), width, style);
        }
        if let (true, Some(line)) = (focused, lines.get(now)) {
            let cell = cells::width(&self.text()[line.start..self.typing.at()]).min(width - 1);
            let (x, y) = (u16::try_from(cell).unwrap_or(0), u16::try_from(now - top).unwrap_or(0));
            frame.set_cursor_position((area.x + x, area.y + y));
        }
    }
}

/// The line in which a byte place is shown.
fn line_of(lines: &[Range<usize>], at: usize) -> usize {
    lines.iter().rposition(|line| line.start <= at).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_and_down_keep_the_cell() {
        let mut text = LongText::new("abcd\nxy\nабвг");
        assert!(text.on(&Input::Key(Key::plain(Code::Up))));
        assert_eq!(text.typing.at(), 7); // at the end of the short line
        assert!(text.on(&Input::Key(Key::plain(Code::Up))));
        assert_eq!(text.typing.at(), 2);
        assert!(!text.on(&Input::Key(Key::plain(Code::Up))));
    }

    #[test]
    fn enter_breaks_the_line() {
        let mut text = LongText::new("a");
        assert!(text.on(&Input::Key(Key::ENTER)));
        assert!(text.on(&Input::Key(Key::char('b'))));
        assert_eq!(text.text(), "a\nb");
    }
}
