//! Typing narrows a list of records to one. Names that are equal show what stands beside them (client, position).

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use uuid::Uuid;

use super::field::Field;
use super::frame;
use super::list::List;
use crate::domain::text::fold;
use crate::domain::{Arg, Sentence};
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
    /// The folded text in which each candidate is looked for: its name, then what else it is found by.
    sought: Vec<String>,
    may_make: bool,
    /// What the line says that makes a new one of what was typed.
    making: &'static str,
    /// What is said when there is nothing to choose.
    nothing: &'static str,
    /// What is said when it is left with nothing chosen.
    left: Option<Sentence>,
    field: Field,
    found: Vec<usize>,
    list: List,
}

const MOST_SHOWN: u16 = 12;

impl Picker {
    pub fn new(title: impl Into<String>, candidates: Vec<Candidate>, may_make: bool) -> Self {
        let sought = |c: &Candidate| format!("{} {} {}", fold(&c.name), fold(&c.beside), fold(&c.also));
        Self {
            title: title.into(),
            found: (0..candidates.len()).collect(),
            sought: candidates.iter().map(sought).collect(),
            candidates,
            may_make,
            making: "picker-make",
            nothing: "picker-none",
            left: None,
            field: Field::default(),
            list: List::default(),
        }
    }

    /// The same with other words on the line that makes a new one.
    #[must_use]
    pub fn making(mut self, id: &'static str) -> Self {
        self.making = id;
        self
    }

    /// The same with other words for nothing to choose.
    #[must_use]
    pub fn without(mut self, id: &'static str) -> Self {
        self.nothing = id;
        self
    }

    /// The same, saying this when it is left with nothing chosen.
    #[must_use]
    pub fn leaving(mut self, told: Sentence) -> Self {
        self.left = Some(told);
        self
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
        let fits = |text: &String| words.iter().all(|word| text.contains(word));
        self.found = self.sought.iter().enumerate().filter(|(_, text)| fits(text)).map(|(at, _)| at).collect();
        let begins = |at: &usize| self.sought.get(*at).is_none_or(|text| !text.starts_with(&typed));
        self.found.sort_by_key(begins);
        self.list.at = 0;
    }

    /// What a new one would be called; it stands below all that fit.
    fn new_name(&self) -> Option<&str> {
        Some(self.field.text().trim()).filter(|text| self.may_make && !text.is_empty())
    }

    fn rows(&self) -> usize {
        self.found.len() + usize::from(self.new_name().is_some())
    }

    fn chosen(&self) -> Reply {
        let found = self.found.get(self.list.at).and_then(|at| self.candidates.get(*at));
        match (found, self.new_name()) {
            (Some(candidate), _) => Reply::Return(Returned::Record(candidate.uuid)),
            (None, Some(name)) => Reply::Return(Returned::New(name.to_owned())),
            (None, None) => Reply::Handled,
        }
    }

    fn line(&self, n: usize, width: usize, view: &View<'_>) -> Line<'static> {
        if let Some(candidate) = self.found.get(n).and_then(|at| self.candidates.get(*at)) {
            return shown(candidate, width, view);
        }
        let name = self.new_name().unwrap_or_default();
        let text = view.say_with(self.making, &[("input", Arg::text(name))]);
        Line::styled(view.fit(&text, width), view.style(Tone::Accent))
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
        let rows = u16::try_from(self.rows()).unwrap_or(MOST_SHOWN).clamp(1, MOST_SHOWN);
        let inside = frame::boxed(frame, area, &self.title, 56, rows + 1, view);
        self.field.draw(frame, Rect { height: 1, ..inside }, true, view);
        let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        if self.rows() == 0 {
            frame::text(frame.buffer_mut(), below, 0, &view.say(self.nothing), view.style(Tone::Muted), view);
            return;
        }
        self.list.draw(frame.buffer_mut(), below, self.rows(), true, view, |n, width| self.line(n, width, view));
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Open | Command::Next) => return self.chosen(),
            Input::Do(Command::Back) => {
                let told = self.left.take().map(Reply::Refuse);
                return Reply::Many([Some(Reply::Close), told].into_iter().flatten().collect());
            }
            Input::Do(command) => {
                self.list.on(command, self.rows());
            }
            Input::Wheel(by) => {
                let command = if by > 0 { Command::Down } else { Command::Up };
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
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
