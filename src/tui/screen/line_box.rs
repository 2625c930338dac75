//! A box with one line to type in: what to know stands above it, what may be typed beneath. It hands back what was
//! typed, to the layer beneath or to the box that is made of it.

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

pub(crate) struct LineBox {
    title: String,
    above: Vec<String>,
    below: Vec<(String, Tone)>,
    width: u16,
    field: Field,
}

/// What an input was for the line.
pub(crate) enum Typed {
    /// It is being typed.
    Going,
    /// Enter, or Tab.
    Done(String),
    /// Esc.
    Left,
    Other,
}

impl LineBox {
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), above: Vec::new(), below: Vec::new(), width: WIDTH, field: Field::default() }
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
        Self { field: Field::new(text), ..self }
    }

    pub fn is_empty(&self) -> bool {
        self.field.text().is_empty()
    }

    pub fn text(&self) -> &str {
        self.field.text()
    }

    pub fn put(&mut self, text: String) {
        self.field = Field::new(text);
    }

    pub fn take(&mut self, input: &Input) -> Typed {
        match input {
            Input::Do(Command::Open | Command::Next) => Typed::Done(self.field.text().trim().to_owned()),
            Input::Do(Command::Back) => Typed::Left,
            input if self.field.on(input) => Typed::Going,
            _ => Typed::Other,
        }
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

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match self.take(&input) {
            Typed::Done(text) => Reply::Return(Returned::Text(text)),
            Typed::Left => Reply::Close,
            Typed::Going => Reply::Handled,
            Typed::Other => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
