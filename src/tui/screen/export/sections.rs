//! The list in which sections are left out of a brief and taken in again; it stands where the text is read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::super::brief::made;
use crate::export::brief::{Extent, Request};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Input, Reply, View};
use crate::tui::widget::list::List;

pub(super) struct Sections {
    list: List,
    /// Keys and titles of all that the brief could hold.
    all: Vec<(&'static str, String)>,
}

impl Sections {
    /// None when there is no brief to choose from.
    pub fn of(request: &Request, view: &View<'_>) -> Option<Self> {
        let whole = Request { extent: Extent::of(request.extent.length), ..*request };
        let brief = made(view, &whole).ok()?;
        let all = brief.sections.into_iter().map(|section| (section.key, section.title)).collect();
        Some(Self { list: List::default(), all })
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, extent: Extent, view: &View<'_>) {
        self.list.draw(frame.buffer_mut(), area, self.all.len(), true, view, |n, width| {
            let (key, title) = &self.all[n];
            let mark = if extent.leaves_out(key) { "[ ]" } else { "[x]" };
            Line::raw(cells::fit(&format!(" {mark} {title}"), width, view.marks.cut))
        });
    }

    /// Moves or turns a section; None when the list is done with.
    pub fn on(&mut self, input: &Input, extent: &mut Extent) -> Option<Reply> {
        match input {
            Input::Do(Command::TurnSection) => {
                if let Some((key, _)) = self.all.get(self.list.at) {
                    extent.turn(key);
                }
                Some(Reply::Handled)
            }
            Input::Do(Command::Back) => None,
            Input::Do(command) if self.list.on(*command, self.all.len()) => Some(Reply::Handled),
            Input::Do(_) => Some(Reply::Ignored),
            _ => Some(Reply::Handled),
        }
    }
}
