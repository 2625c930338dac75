//! Typing narrows a list of records to one. Names that are equal show what stands beside them (client, position).

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use uuid::Uuid;

use super::field::Field;
use super::frame;
use super::list::List;
use crate::domain::text::fold;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;

/// One record to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub uuid: Uuid,
    pub name: String,
    /// What tells it from others of its name.
    pub beside: String,
    /// Other spellings by which it is found (handle, Latin name).
    pub also: String,
}

/// Returns `Returned::Record`, or `Returned::New` with what was typed where new ones may be made.
pub struct Picker {
    title: String,
    candidates: Vec<Candidate>,
    may_make: bool,
    field: Field,
    found: Vec<usize>,
    list: List,
}

const MOST_SHOWN: u16 = 12;

impl Picker {
    pub fn new(title: impl Into<String>, candidates: Vec<Candidate>, may_make: bool) -> Self {
        let found = (0..candidates.len()).collect();
        Self { title: title.into(), candidates, may_make, field: Field::default(), found, list: List::default() }
    }

    /// The same with something typed already.
    #[must_use]
    pub fn begun(mut self, text: &str) -> Self {
        self.field = Field::new(text);
        self.narrow();
        self
    }

    /// Every word typed must begin or lie in the name, what is beside it or another spelling; names that begin with
    /// the text come first.
    fn narrow(&mut self) {
        let typed = fold(self.field.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let text = |c: &Candidate| fold(&format!("{} {} {}", c.name, c.beside, c.also));
        let fits = |c: &Candidate| {
            let text = text(c);
            words.iter().all(|word| text.contains(word))
        };
        self.found = (0..self.candidates.len()).filter(|i| self.candidates.get(*i).is_some_and(fits)).collect();
        let begins = |i: &usize| self.candidates.get(*i).is_none_or(|c| !fold(&c.name).starts_with(&typed));
        self.found.sort_by_key(begins);
        self.list.at = 0;
    }

    fn chosen(&self) -> Reply {
        match self.found.get(self.list.at).and_then(|i| self.candidates.get(*i)) {
            Some(candidate) => Reply::Return(Returned::Record(candidate.uuid)),
            None if self.may_make && !self.field.text().trim().is_empty() => {
                Reply::Return(Returned::New(self.field.text().trim().to_owned()))
            }
            None => Reply::Handled,
        }
    }
}

/// A name and, muted, what stands beside it.
fn shown(candidate: &Candidate, width: usize, view: &View<'_>) -> Line<'static> {
    let beside = cells::width(&candidate.beside).min(width / 2);
    let name = view.left(&candidate.name, width.saturating_sub(beside + 1));
    let beside = view.fit(&candidate.beside, beside);
    Line::from(vec![Span::raw(name), Span::raw(" "), Span::styled(beside, view.style(Tone::Muted))])
}

impl Layer for Picker {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.found.len()).unwrap_or(MOST_SHOWN).clamp(1, MOST_SHOWN);
        let inside = frame::boxed(frame, area, &self.title, 56, rows + 1, view);
        self.field.draw(frame, Rect { height: 1, ..inside }, true, view);
        let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        if self.found.is_empty() {
            let word = if self.may_make { "picker-none-make" } else { "picker-none" };
            frame::text(frame.buffer_mut(), below, 0, &view.say(word), view.style(Tone::Muted), view);
            return;
        }
        let line = |n: usize, width: usize| {
            let candidate = self.found.get(n).and_then(|i| self.candidates.get(*i));
            candidate.map(|c| shown(c, width, view)).unwrap_or_default()
        };
        self.list.draw(frame.buffer_mut(), below, self.found.len(), true, view, line);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Open | Command::Next) => return self.chosen(),
            Input::Do(Command::Back) => return Reply::Close,
            Input::Do(command) => {
                self.list.on(command, self.found.len());
            }
            Input::Wheel(by) => {
                let command = if by > 0 { Command::Down } else { Command::Up };
                self.list.on(command, self.found.len());
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
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
