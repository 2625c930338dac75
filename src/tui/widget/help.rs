//! The keys of the screen beneath, from the table of commands.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::frame;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::keys::{Key, printed};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;

pub struct Help {
    /// Where the keys are explained.
    of: Here,
    top: usize,
    page: Cell<usize>,
    most: Cell<usize>,
}

impl Help {
    pub fn new(of: Here) -> Self {
        Self { of, top: 0, page: Cell::new(10), most: Cell::new(0) }
    }

    fn entries(&self, view: &View<'_>) -> Vec<(String, String)> {
        let alive = view.commands.alive(self.of);
        let shown = alive.into_iter().filter(|(_, keys)| !keys.is_empty());
        shown.map(|(bound, keys)| (names(&keys), view.say(&bound.row.command.words()))).collect()
    }
}

fn names(keys: &[&[Key]]) -> String {
    if keys.len() == 9 {
        return "1-9".to_owned();
    }
    keys.iter().map(|keys| printed(keys)).collect::<Vec<_>>().join(", ")
}

/// Entries one under another in as many columns as fit.
fn in_columns(entries: &[(String, String)], width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let columns = if width >= 120 {
        3
    } else if width >= 64 {
        2
    } else {
        1
    };
    let (per, room) = (entries.len().div_ceil(columns), width / columns);
    let keys = entries.iter().map(|(keys, _)| cells::width(keys)).max().unwrap_or(0).min(14);
    let mut lines = Vec::with_capacity(per);
    for row in 0..per {
        let mut line = Line::default();
        for (key, words) in (0..columns).filter_map(|column| entries.get(column * per + row)) {
            line.push_span(Span::styled(view.left(key, keys), view.style(Tone::Key)));
            line.push_span(Span::raw(format!(" {} ", view.left(words, room.saturating_sub(keys + 3)))));
        }
        lines.push(line);
    }
    lines
}

impl Layer for Help {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let width = area.width.saturating_sub(6);
        let lines = in_columns(&self.entries(view), usize::from(width), view);
        let height = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height.saturating_sub(2));
        let inside = frame::boxed(frame, area, &view.say("help-title"), width, height, view);
        self.page.set(usize::from(inside.height));
        self.most.set(lines.len().saturating_sub(usize::from(inside.height)));
        for (y, line) in (0..inside.height).zip(lines.iter().skip(self.top.min(self.most.get()))) {
            frame::line(frame.buffer_mut(), inside, y, line);
        }
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        let page = self.page.get();
        match input {
            Input::Do(Command::Down) | Input::Wheel(1..) => self.top += 1,
            Input::Do(Command::Up) | Input::Wheel(_) => self.top = self.top.saturating_sub(1),
            Input::Do(Command::PageDown) => self.top += page,
            Input::Do(Command::PageUp) => self.top = self.top.saturating_sub(page),
            Input::Do(Command::Back) | Input::Key(_) => return Reply::Close,
            _ => {}
        }
        self.top = self.top.min(self.most.get());
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::alone(Place::HELP)
    }

    fn covers(&self) -> bool {
        false
    }
}
