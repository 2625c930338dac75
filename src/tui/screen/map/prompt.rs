//! A box with one line to type in and a few lines to read above it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;

/// Returns what was typed.
pub(crate) struct Prompt {
    title: String,
    above: Vec<String>,
    field: Field,
}

impl Prompt {
    pub fn new(title: impl Into<String>, above: Vec<String>, typed: impl Into<String>) -> Self {
        Self { title: title.into(), above, field: Field::new(typed) }
    }
}

impl Layer for Prompt {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let lines = u16::try_from(self.above.len()).unwrap_or(0);
        let inside = paint::boxed(frame, area, &self.title, 66, lines + 1, view);
        for (y, line) in (0..inside.height).zip(&self.above) {
            paint::text(frame.buffer_mut(), inside, y, line, view.style(Tone::Muted), view);
        }
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
        self.field.draw(frame, last, true, view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Open) => Reply::Return(Returned::Text(self.field.text().trim().to_owned())),
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(_) => Reply::Handled,
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
