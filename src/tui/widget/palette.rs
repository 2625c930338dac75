//! Any command by words: fuzzy over its name in the language of the screens and in English, its key beside it. A name
//! of the `:w` kind may be followed by its argument.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::field::Field;
use super::frame;
use super::list::List;
use crate::tui::cells;
use crate::tui::command::{Bound, Command, Here, Place};
use crate::tui::keys::printed;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;

/// One line of the palette.
struct Entry {
    command: Command,
    words: String,
    /// What is searched: both languages, the name and the word after the colon.
    haystack: String,
    colon: &'static str,
    key: String,
}

/// A record that was open lately, offered while nothing is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    pub name: String,
    pub target: Target,
}

pub struct Palette {
    entries: Vec<Entry>,
    recent: Vec<Recent>,
    field: Field,
    found: Vec<usize>,
    list: List,
}

const MOST_SHOWN: u16 = 12;

impl Palette {
    /// The commands alive in `of`; `english` says a message in English.
    pub fn new(of: Here, recent: Vec<Recent>, view: &View<'_>, english: impl Fn(&str) -> String) -> Self {
        let alive = view.commands.alive(of);
        let shown = alive.into_iter().filter(|(bound, _)| bound.row.palette);
        let entries = shown.map(|(bound, keys)| entry(bound, keys.first().copied(), view, &english)).collect();
        let mut palette = Self { entries, recent, field: Field::default(), found: Vec::new(), list: List::default() };
        palette.narrow();
        palette
    }

    /// The first word is the command, if it is the name of one after a colon, and the rest its argument.
    fn by_name(&self) -> Option<(Command, &str)> {
        let text = self.field.text().trim().trim_start_matches(':');
        let (name, argument) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let entry = self.entries.iter().find(|entry| !name.is_empty() && entry.colon == name)?;
        Some((entry.command, argument.trim()))
    }

    fn narrow(&mut self) {
        let typed = self.field.text().trim().trim_start_matches(':');
        self.list.at = 0;
        if typed.is_empty() {
            self.found = (0..self.entries.len()).collect();
            return;
        }
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, usize)> = (0..self.entries.len())
            .filter_map(|i| {
                let entry = self.entries.get(i)?;
                let score = pattern.score(Utf32Str::new(&entry.haystack, &mut letters), &mut matcher)?;
                Some((score + if entry.colon == typed { 1000 } else { 0 }, i))
            })
            .collect();
        scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        self.found = scored.into_iter().map(|(_, i)| i).collect();
    }

    fn is_empty(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// The records offered above the commands.
    fn recent(&self) -> &[Recent] {
        if self.is_empty() { &self.recent } else { &[] }
    }

    fn rows(&self) -> usize {
        self.recent().len() + self.found.len()
    }

    /// The command of a line.
    fn listed(&self, n: usize) -> Option<&Entry> {
        self.found.get(n.checked_sub(self.recent().len())?).and_then(|i| self.entries.get(*i))
    }

    fn chosen(&self) -> Reply {
        if let Some(recent) = self.recent().get(self.list.at) {
            return Reply::Many(vec![Reply::Close, Reply::Go(recent.target.clone())]);
        }
        let listed = self.listed(self.list.at);
        match (self.by_name(), listed) {
            (Some((command, argument)), listed) if self.list.at == 0 || listed.is_none() => {
                Reply::Many(vec![Reply::Close, Reply::RunWith(command, argument.to_owned())])
            }
            (_, Some(entry)) => Reply::Many(vec![Reply::Close, Reply::RunWith(entry.command, String::new())]),
            _ => Reply::Handled,
        }
    }

    fn line(&self, n: usize, width: usize, view: &View<'_>) -> Line<'static> {
        if let Some(recent) = self.recent().get(n) {
            return Line::raw(view.fit(&recent.name, width));
        }
        let Some(entry) = self.listed(n) else { return Line::default() };
        let colon = if entry.colon.is_empty() { String::new() } else { format!("  :{}", entry.colon) };
        let words = view.left(&entry.words, width.saturating_sub(cells::width(&entry.key) + cells::width(&colon) + 1));
        Line::from(vec![
            Span::raw(words),
            Span::styled(colon, view.style(Tone::Muted)),
            Span::raw(" "),
            Span::styled(entry.key.clone(), view.style(Tone::Key)),
        ])
    }
}

fn entry(
    bound: &Bound,
    keys: Option<&[crate::tui::keys::Key]>,
    view: &View<'_>,
    english: &impl Fn(&str) -> String,
) -> Entry {
    // Where a key's word is short because it stands among others, the palette says it whole.
    let whole = format!("palette-{}", bound.row.command.name());
    let id = if view.words.has(&whole) { whole } else { bound.row.command.words() };
    let words = view.say(&id);
    let colon = view.commands.colon(bound.row.command);
    let haystack = format!("{words} {} {} {colon}", english(&id), bound.row.command.name());
    let key = keys.map(printed).unwrap_or_default();
    Entry { command: bound.row.command, words, haystack, colon, key }
}

impl Layer for Palette {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.rows()).unwrap_or(MOST_SHOWN).min(MOST_SHOWN);
        let inside = frame::boxed(frame, area, &view.say("palette-title"), 60, rows.max(1) + 1, view);
        self.field.draw(frame, Rect { height: 1, ..inside }, true, view);
        if self.is_empty() {
            let beside = Rect { x: inside.x + 2, width: inside.width.saturating_sub(2), ..inside };
            frame::text(frame.buffer_mut(), beside, 0, &view.say("palette-empty"), view.style(Tone::Muted), view);
        }
        let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        if rows == 0 {
            frame::text(frame.buffer_mut(), below, 0, &view.say("palette-none"), view.style(Tone::Muted), view);
            return;
        }
        self.list.draw(frame.buffer_mut(), below, self.rows(), true, view, |n, width| self.line(n, width, view));
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Open) => return self.chosen(),
            Input::Do(Command::Back) => return Reply::Close,
            Input::Do(Command::Next) => {
                self.list.on(Command::Down, self.rows());
            }
            Input::Do(command) => {
                self.list.on(command, self.rows());
            }
            input => {
                if !self.field.on(&input) {
                    return Reply::Ignored;
                }
                self.narrow();
            }
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::alone(Place::PALETTE).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
