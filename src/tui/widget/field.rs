//! A text field of one line: shows the end that has the cursor, and puts the terminal's own cursor there, so that
//! input methods open at the right place.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::typing::Typing;
use crate::tui::cells;
use crate::tui::keys::Key;
use crate::tui::layer::{Input, View};
use crate::tui::theme::Tone;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    pub typing: Typing,
}

impl Field {
    pub fn new(text: impl Into<String>) -> Self {
        Self { typing: Typing::new(text) }
    }

    pub fn text(&self) -> &str {
        self.typing.text()
    }

    /// Whether the input was one of editing.
    pub fn on(&mut self, input: &Input) -> bool {
        match input {
            Input::Key(key) => self.key(*key),
            Input::Paste(text) => {
                self.typing.paste(text, true);
                true
            }
            _ => false,
        }
    }

    fn key(&mut self, key: Key) -> bool {
        self.typing.on(key)
    }

    /// Draws it in the first line of the area; with the cursor when it has the focus.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, focused: bool, view: &View<'_>) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        let room = usize::from(area.width);
        let style = view.style(if focused { Tone::Accent } else { Tone::Plain });
        if !focused {
            frame.buffer_mut().set_string(area.x, area.y, view.fit(self.text(), room), style);
            return;
        }
        let (shown, cursor) = window(self.text(), self.typing.at(), room);
        frame.buffer_mut().set_stringn(area.x, area.y, shown, room, style);
        frame.set_cursor_position((area.x + u16::try_from(cursor).unwrap_or(0), area.y));
    }
}

/// The part of the text that fits with the cursor in sight, and the cell of the cursor in it.
fn window(text: &str, at: usize, room: usize) -> (&str, usize) {
    let (head, _) = text.split_at(at);
    let before = cells::width(head);
    if before < room {
        return (text, before);
    }
    let skip = before + 1 - room;
    let (skipped, rest) = cells::split_at(text, skip);
    // A wide character half skipped is skipped whole.
    if cells::width(skipped) < skip {
        let (wide, rest) = cells::split_at(rest, 2);
        return (rest, before - cells::width(skipped) - cells::width(wide));
    }
    (rest, before - skip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_in_sight() {
        for (text, at, room, shown, cell) in [
            ("abc", 3, 10, "abc", 3),
            ("abcdef", 6, 4, "def", 3),
            ("赵明远", 9, 4, "远", 2),
            ("abcdef", 0, 4, "abcdef", 0),
        ] {
            assert_eq!(window(text, at, room), (shown, cell), "{text}");
        }
    }
}
