//! Rules with titles, boxes with a border, lines of text: painting by arithmetic.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::i18n::capitalised;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Paints a text at the beginning of line `y` of the area, cut at its right edge.
pub fn text(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style, view: &View<'_>) {
    if y < area.height {
        let fitted = view.fit(text, usize::from(area.width));
        buf.set_string(area.x, area.y + y, fitted, style);
    }
}

/// Paints what could be written in an empty field: beside the cell of its cursor.
pub fn hint(buf: &mut Buffer, area: Rect, text: &str, view: &View<'_>) {
    let beside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area };
    self::text(buf, beside, 0, text, view.style(Tone::Muted), view);
}

/// Paints a styled line; what is too long is cut off.
pub fn line(buf: &mut Buffer, area: Rect, y: u16, line: &Line<'_>) {
    if y < area.height {
        buf.set_line(area.x, area.y + y, line, area.width);
    }
}

/// The text of a rule with a title, which begins with a capital letter: `─1 Visits──────── 5 late ─`.
pub fn rule_text(number: Option<u8>, title: &str, right: &str, width: usize, view: &View<'_>) -> String {
    let dash = view.marks.rule;
    let numbered = number.map_or(String::new(), |n| format!("{n} "));
    let head = if title.is_empty() { String::new() } else { format!("{dash}{numbered}{}", capitalised(title)) };
    let tail = if right.is_empty() { String::new() } else { format!(" {right}") };
    let head = view.fit(&head, width.saturating_sub(cells::width(&tail)));
    let dashes = width.saturating_sub(cells::width(&head) + cells::width(&tail));
    format!("{head}{}{tail}", dash.repeat(dashes))
}

pub fn rule(buf: &mut Buffer, area: Rect, y: u16, number: Option<u8>, title: &str, right: &str, view: &View<'_>) {
    let full = rule_text(number, title, right, usize::from(area.width), view);
    text(buf, area, y, &full, view.style(Tone::Rule), view);
}

/// Takes away what stands there, its look as well.
pub fn wipe(buf: &mut Buffer, area: Rect, view: &View<'_>) {
    Clear.render(area, buf);
    buf.set_style(area, view.style(Tone::Plain));
}

/// An empty box in the middle of the area with a title in its border; what is beneath it is wiped. Its inside.
pub fn boxed(frame: &mut Frame<'_>, area: Rect, title: &str, width: u16, height: u16, view: &View<'_>) -> Rect {
    let (w, h) = ((width + 4).min(area.width), (height + 2).min(area.height));
    let place = Rect { x: area.x + (area.width - w) / 2, y: area.y + (area.height - h) / 3, width: w, height: h };
    // A wide character half under the box would be torn.
    let wiped =
        Rect { x: place.x.saturating_sub(1).max(area.x), width: (w + 2).min(area.width), ..place }.intersection(area);
    wipe(frame.buffer_mut(), wiped, view);
    border(frame.buffer_mut(), place, title, view);
    Rect { x: place.x + 2, y: place.y + 1, width: w.saturating_sub(4), height: h.saturating_sub(2) }
}

fn border(buf: &mut Buffer, place: Rect, title: &str, view: &View<'_>) {
    let [top_left, top_right, bottom_left, bottom_right] = view.marks.corners;
    let inner = usize::from(place.width.saturating_sub(2));
    let style = view.style(Tone::Rule);
    let top = format!("{top_left}{}{top_right}", rule_text(None, title, "", inner, view));
    let bottom = format!("{bottom_left}{}{bottom_right}", view.marks.rule.repeat(inner));
    text(buf, place, 0, &top, style, view);
    for y in 1..place.height.saturating_sub(1) {
        text(buf, place, y, view.marks.vertical, style, view);
        let right = Rect { x: place.right().saturating_sub(1), width: 1, ..place };
        text(buf, right, y, view.marks.vertical, style, view);
    }
    text(buf, place, place.height.saturating_sub(1), &bottom, style, view);
}
