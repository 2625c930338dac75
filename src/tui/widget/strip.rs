//! The letters that may follow a first key (`g`, `a`, `s`), shown at once above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::frame;
use crate::tui::cells;
use crate::tui::command::Here;
use crate::tui::keys::{Key, printed};
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// The lines of the strip: first the keys pressed, then each letter and what it does.
pub fn lines(here: Here, pressed: &[Key], width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let following = view.commands.following(here, pressed);
    let entries: Vec<(String, String)> =
        following.into_iter().map(|(key, command)| (key.to_string(), view.say(&command.words()))).collect();
    let mut lines = vec![Line::from(Span::styled(format!(" {} ", printed(pressed)), view.style(Tone::Title)))];
    let mut used = lines.first().map_or(0, Line::width);
    for (key, words) in entries {
        let takes = cells::width(&key) + cells::width(&words) + 3;
        if used + takes > width && used > 0 {
            lines.push(Line::from("   "));
            used = 3;
        }
        used += takes;
        if let Some(line) = lines.last_mut() {
            line.push_span(Span::styled(key, view.style(Tone::Key)));
            line.push_span(Span::raw(format!(" {words}  ")));
        }
    }
    lines
}

/// Draws the strip over the last lines of the area.
pub fn draw(buf: &mut Buffer, area: Rect, lines: &[Line<'static>], view: &View<'_>) {
    let height = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    let place = Rect { y: area.bottom() - height, height, ..area };
    frame::wipe(buf, place, view);
    for (y, line) in (0..height).zip(lines) {
        frame::line(buf, place, y, line);
    }
}
