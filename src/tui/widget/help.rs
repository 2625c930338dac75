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
    /// Whether there is a client to work on.
    client: bool,
    top: usize,
    page: Cell<usize>,
    most: Cell<usize>,
}

impl Help {
    pub fn new(of: Here, client: bool) -> Self {
        Self { of, client, top: 0, page: Cell::new(10), most: Cell::new(0) }
    }

    fn entries(&self, view: &View<'_>) -> Vec<(String, String)> {
        let alive = view.commands.alive(self.of);
        let shown = alive
            .into_iter()
            .filter(|(bound, keys)| !keys.is_empty() && self.of.offers(bound.row.command, self.client));
        shown.map(|(bound, keys)| (names(&keys), view.say(&bound.row.command.words()))).collect()
    }
}

fn names(keys: &[&[Key]]) -> String {
    if keys.len() == 9 {
        return "1-9".to_owned();
    }
    keys.iter().map(|keys| printed(keys)).collect::<Vec<_>>().join(", ")
}

/// Entries one under another in as many columns as fit; what is too long for its column goes on beneath.
fn in_columns(entries: &[(String, String)], width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let columns = if width >= 120 {
        3
    } else if width >= 64 {
        2
    } else {
        1
    };
    let per = entries.len().div_ceil(columns).max(1);
    let widest = |column: &[(String, String)], of: fn(&(String, String)) -> &str| {
        column.iter().map(|entry| cells::width(of(entry))).max().unwrap_or(0)
    };
    let keys: Vec<usize> = entries.chunks(per).map(|column| widest(column, |entry| &entry.0).min(14)).collect();
    let mut words: Vec<usize> = entries.chunks(per).map(|column| widest(column, |entry| &entry.1)).collect();
    // The widest column gives way when all do not fit.
    let all = keys.iter().chain(&words).sum::<usize>() + 4 * words.len() - 2;
    if let Some(most) = words.iter_mut().max() {
        *most = most.saturating_sub(all.saturating_sub(width));
    }
    let told: Vec<Vec<(&str, String)>> =
        entries.chunks(per).zip(&words).map(|(column, words)| wrapped(column, *words)).collect();
    let height = told.iter().map(Vec::len).max().unwrap_or(0);
    let line = |y: usize| -> Line<'static> {
        let cells = told.iter().zip(keys.iter().zip(&words)).enumerate().flat_map(|(n, (column, (keys, words)))| {
            let (key, text) = column.get(y).map_or(("", ""), |(key, text)| (*key, text.as_str()));
            let gap = if n == 0 { "" } else { "  " };
            let key = Span::styled(format!("{gap}{}", view.left(key, *keys)), view.style(Tone::Key));
            [key, Span::raw(format!("  {}", view.left(text, *words)))]
        });
        cells.collect()
    };
    (0..height).map(line).collect()
}

/// Keys and words, line by line; a key stands at the first line of its words.
fn wrapped(column: &[(String, String)], width: usize) -> Vec<(&str, String)> {
    let mut lines = Vec::new();
    for (key, text) in column {
        let parts = cells::wrap(text, width).into_iter().enumerate();
        lines.extend(parts.map(|(n, part)| (if n == 0 { key.as_str() } else { "" }, part)));
    }
    lines
}

impl Layer for Help {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let lines = in_columns(&self.entries(view), usize::from(area.width.saturating_sub(6)), view);
        let width = lines.first().map_or(0, |line| u16::try_from(line.width()).unwrap_or(area.width));
        let height = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height.saturating_sub(2));
        let page = usize::from(height);
        self.page.set(page);
        self.most.set(lines.len().saturating_sub(page));
        let top = self.top.min(self.most.get());
        let part = format!("  {}-{}/{}", top + 1, top + page, lines.len());
        let title = format!("{}{}", view.say("help-title"), if page < lines.len() { &part } else { "" });
        let inside = frame::boxed(frame, area, &title, width, height, view);
        for (y, line) in (0..inside.height).zip(lines.iter().skip(top)) {
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
