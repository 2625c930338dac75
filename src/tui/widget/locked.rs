//! The locked screen: nothing of the book is in sight. An encrypted book asks its passphrase.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use super::field::Field;
use super::frame;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;

pub struct Locked {
    asks: bool,
    passphrase: Field,
}

impl Locked {
    pub const HERE: Here = Here::alone(Place::LOCKED).typing_here();

    pub fn new(asks: bool) -> Self {
        Self { asks, passphrase: Field::default() }
    }
}

impl Layer for Locked {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        Clear.render(area, frame.buffer_mut());
        let words = if self.asks { "lock-passphrase" } else { "lock-any-key" };
        let text = view.say(words);
        let place = Rect { x: area.x + 2, y: area.y + area.height / 3, width: area.width.saturating_sub(4), height: 2 };
        frame::text(frame.buffer_mut(), place, 0, &text, view.style(Tone::Plain), view);
        let stars = "*".repeat(self.passphrase.text().graphemes(true).count());
        frame::text(frame.buffer_mut(), place, 1, &stars, view.style(Tone::Accent), view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Key(_) if !self.asks => Reply::Unlock(String::new()),
            Input::Do(Command::Open) => Reply::Unlock(std::mem::take(&mut self.passphrase).text().to_owned()),
            Input::Do(_) => Reply::Handled,
            input if self.passphrase.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Self::HERE
    }
}
