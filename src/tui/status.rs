//! The last line: what happened, and in the room left the keys that can be pressed here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells;
use super::command::{Bound, Command, Here};
use super::kept::Kept;
use super::keys::{Key, printed};
use super::layer::View;
use super::theme::Tone;
use super::widget::frame;

/// Hints shown at most, help not counted.
const MOST_HINTS: usize = 6;
/// Lines a long message may take.
const MOST_LINES: usize = 3;

/// The message of the status line. Nothing said: `ready`.
#[derive(Debug, Default)]
pub struct Status {
    said: Option<(String, Mood)>,
    hints: Kept<Offer, Line<'static>>,
}

/// Which hints are wanted: where, with or without a client, in so many cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Offer {
    here: Here,
    client: bool,
    room: usize,
}

/// What kind of message it is; the words tell it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Told,
    Refused,
    Failed,
}

impl Status {
    pub fn say(&mut self, text: impl Into<String>, mood: Mood) {
        self.said = Some((text.into(), mood));
    }

    /// Adds a sentence to what was said, as warnings are added to what was saved.
    pub fn add(&mut self, text: &str) {
        match &mut self.said {
            Some((said, _)) => {
                said.push_str("  ");
                said.push_str(text);
            }
            None => self.say(text, Mood::Told),
        }
    }

    pub fn clear(&mut self) -> bool {
        self.said.take().is_some()
    }

    fn text(&self, view: &View<'_>) -> String {
        self.said.as_ref().map_or_else(|| view.say("ready"), |(text, _)| text.clone())
    }

    fn lines(&self, width: usize, view: &View<'_>) -> Vec<String> {
        let mut lines = cells::wrap(&self.text(view), width.saturating_sub(2));
        if lines.len() > MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 1).join(" ");
            lines.push(view.fit(&rest, width.saturating_sub(2)));
        }
        lines
    }

    /// Lines it needs at a width.
    pub fn height(&self, width: u16, view: &View<'_>) -> u16 {
        u16::try_from(self.lines(usize::from(width), view).len()).unwrap_or(1).max(1)
    }

    /// The message; beside it the keys that can be pressed here, those of a client only where there is one.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, here: Here, client: bool, view: &View<'_>) {
        let style = view.style(match self.said {
            Some((_, Mood::Refused)) => Tone::Warn,
            Some((_, Mood::Failed)) => Tone::Bad,
            _ => Tone::Status,
        });
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let lines = self.lines(usize::from(area.width), view);
        for (y, line) in (0..area.height).zip(&lines) {
            frame::text(buf, inner, y, line, style, view);
        }
        if let [only] = lines.as_slice() {
            let room = usize::from(inner.width).saturating_sub(cells::width(only) + 2);
            let offer = Offer { here, client, room };
            let hints = self.hints.get(offer, view, || hints(offer, view));
            let x = inner.right().saturating_sub(u16::try_from(hints.width()).unwrap_or(0));
            frame::line(buf, Rect { x, width: inner.right() - x, ..inner }, 0, &hints);
        }
    }
}

/// As many hints as fit: dropped from the right, the key of help last of all.
fn hints(Offer { here, client, room }: Offer, view: &View<'_>) -> Line<'static> {
    let alive = view.commands.alive(here);
    let offered = |bound: &Bound| bound.row.hint && here.offers(bound.row.command, client);
    let wanted = alive.iter().filter(|(bound, keys)| !keys.is_empty() && offered(bound));
    let mut shown: Vec<(String, String)> = Vec::new();
    let mut help = None;
    for (bound, keys) in wanted {
        let hint = (key_name(keys), words_of(bound, view));
        if bound.row.command == Command::Help {
            help = Some(hint);
        } else if shown.len() < MOST_HINTS {
            shown.push(hint);
        }
    }
    let taken = |hints: &[(String, String)]| {
        hints.iter().map(|(key, words)| cells::width(key) + cells::width(words) + 3).sum::<usize>().saturating_sub(2)
    };
    let help_room = help.as_ref().map_or(0, |hint| taken(std::slice::from_ref(hint)) + 2);
    while !shown.is_empty() && taken(&shown) + help_room > room {
        shown.pop();
    }
    if help_room <= room + 2 {
        shown.extend(help);
    }
    spans(&shown, view)
}

fn spans(hints: &[(String, String)], view: &View<'_>) -> Line<'static> {
    let mut line = Line::default();
    for (n, (key, words)) in hints.iter().enumerate() {
        if n > 0 {
            line.push_span(Span::raw("  "));
        }
        line.push_span(Span::styled(key.clone(), view.style(Tone::Key)));
        line.push_span(Span::styled(format!(" {words}"), view.style(Tone::Muted)));
    }
    line
}

fn key_name(keys: &[&[Key]]) -> String {
    if keys.len() == 9 { "1-9".to_owned() } else { keys.first().map(|keys| printed(keys)).unwrap_or_default() }
}

/// A shorter word for the footer where there is one.
fn words_of(bound: &Bound, view: &View<'_>) -> String {
    let short = format!("hint-{}", bound.row.command.name());
    if view.words.has(&short) { view.say(&short) } else { view.say(&bound.row.command.words()) }
}
