//! A box that asks why: what was wished is made with the reason, which the rules want.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::line_box::{LineBox, Typed};
use crate::domain::{Amend, Edit, Sentence};
use crate::tui::command::Here;
use crate::tui::layer::{Input, Layer, Reply, View};

pub struct ReasonBox {
    line: LineBox,
    wish: Amend,
}

impl ReasonBox {
    pub fn new(title: String, wish: Amend) -> Self {
        Self { line: LineBox::new(title), wish }
    }
}

impl Layer for ReasonBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.line.draw(frame, area, view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match self.line.take(&input) {
            Typed::Done(reason) if reason.is_empty() => Reply::Refuse(Sentence::new("reason-needed")),
            Typed::Done(reason) => Reply::Make(Edit::Amend(Amend { reason: Some(reason), ..self.wish.clone() })),
            Typed::Left => Reply::Close,
            Typed::Going => Reply::Handled,
            Typed::Other => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        self.line.place()
    }

    fn covers(&self) -> bool {
        false
    }
}
