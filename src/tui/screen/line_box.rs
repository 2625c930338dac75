//! A box with one line to type in: what to know stands above it, what may be typed beneath. It hands back what was
//! typed to the layer beneath, or makes an edit of it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;

/// Cells of the box; a long line gets more where there is room.
const WIDTH: u16 = 66;
const WIDE: u16 = 90;

/// What comes of the line that was typed, without the spaces around it.
type Done = Box<dyn Fn(String, &View<'_>) -> Reply>;

pub(crate) struct LineBox {
    title: String,
    above: Vec<String>,
    below: Vec<(String, Tone)>,
    width: u16,
    field: Field,
    /// What stood in it when it opened.
    held: String,
    usual: Vec<String>,
    done: Done,
}

impl LineBox {
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            above: Vec::new(),
            below: Vec::new(),
            width: WIDTH,
            field: Field::default(),
            held: String::new(),
            usual: Vec::new(),
            done: Box::new(|text, _| Reply::Return(Returned::Text(text))),
        }
    }

    pub fn wide(self) -> Self {
        Self { width: WIDE, ..self }
    }

    pub fn above(self, above: Vec<String>) -> Self {
        Self { above, ..self }
    }

    pub fn below(mut self, line: String, tone: Tone) -> Self {
        self.below.push((line, tone));
        self
    }

    pub fn holding(self, text: impl Into<String>) -> Self {
        let held = text.into();
        Self { field: Field::new(held.clone()), held, ..self }
    }

    /// What is written most, each by its digit while nothing has been typed.
    pub fn usual(self, usual: Vec<String>) -> Self {
        let told: Vec<String> = usual.iter().zip(1..).map(|(text, n)| format!("{n} {text}")).collect();
        Self { usual, ..self.below(told.join("  "), Tone::Key) }
    }

    /// Without this it hands back what was typed.
    pub fn then(self, done: impl Fn(String, &View<'_>) -> Reply + 'static) -> Self {
        Self { done: Box::new(done), ..self }
    }

    fn usual_of(&self, input: &Input) -> Option<&String> {
        let Input::Key(key) = input else { return None };
        let untouched = self.field.text().is_empty() || self.field.text() == self.held;
        let n = usize::from(key.digit().filter(|_| untouched)?);
        self.usual.get(n.checked_sub(1)?)
    }
}

impl Layer for LineBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let lines = u16::try_from(self.above.len() + self.below.len()).unwrap_or(0);
        let width = self.width.min(area.width.saturating_sub(2));
        let inside = paint::boxed(frame, area, &self.title, width, lines + 1, view);
        for (y, line) in (0..inside.height).zip(&self.above) {
            paint::text(frame.buffer_mut(), inside, y, line, view.style(Tone::Muted), view);
        }
        let at = u16::try_from(self.above.len()).unwrap_or(0).min(inside.height.saturating_sub(1));
        self.field.draw(frame, Rect { y: inside.y + at, height: 1, ..inside }, true, view);
        for (y, (line, tone)) in (at + 1..inside.height).zip(&self.below) {
            paint::text(frame.buffer_mut(), inside, y, line, view.style(*tone), view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Some(usual) = self.usual_of(&input) {
            self.field = Field::new(usual.clone());
            return Reply::Handled;
        }
        match input {
            Input::Do(Command::Open | Command::Next) => (self.done)(self.field.text().trim().to_owned(), view),
            Input::Do(Command::Back) => Reply::Close,
            input if self.field.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
