//! A filter in the title line of a list: `f` puts the cursor into it, Enter leaves it on, Esc takes it off.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::field::Field;
use super::frame as paint;
use crate::domain::entry::EntryContext;
use crate::domain::filter::Filter;
use crate::domain::text::fold;
use crate::domain::{Arg, Entity};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Input, Reply, View};
use crate::tui::theme::Tone;

#[derive(Debug, Clone, Default)]
pub struct Narrow {
    field: Field,
    /// The filter has the cursor.
    pub typing: bool,
}

impl Narrow {
    pub fn is_on(&self) -> bool {
        !self.field.text().trim().is_empty()
    }

    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Puts a filter on, as if it had been typed.
    pub fn put(&mut self, text: &str) {
        *self = Self { field: Field::new(text), typing: false };
    }

    /// Whether a text has every word typed, in any order and any case.
    pub fn fits(&self, text: &str) -> bool {
        self.fits_folded(&fold(text))
    }

    /// The same for a text that is folded already.
    pub fn fits_folded(&self, text: &str) -> bool {
        fold(self.field.text()).split_whitespace().all(|word| text.contains(word))
    }

    pub fn take_off(&mut self) {
        *self = Self::default();
    }

    /// Whether the input was the filter's while it has the cursor.
    pub fn on(&mut self, input: &Input) -> bool {
        match input {
            Input::Do(Command::Back | Command::Stop) => self.take_off(),
            Input::Do(Command::Open | Command::Next | Command::Down | Command::Up) => self.typing = false,
            input => return self.field.on(input),
        }
        true
    }

    /// The same where the filter follows the grammar of an entity's lists: one that cannot be read is not left.
    pub fn on_grammar(&mut self, input: &Input, entity: Entity, view: &View<'_>) -> Reply {
        let leaves = matches!(input, Input::Do(Command::Open | Command::Next | Command::Down | Command::Up));
        if leaves && let Err(why) = Filter::read(entity, self.text(), &EntryContext::new(view.book(), view.now())) {
            return Reply::Refuse(why);
        }
        if self.on(input) { Reply::Handled } else { Reply::Ignored }
    }

    /// What is said of an empty list: that nothing was found, or that there is nothing.
    pub fn nothing(&self, empty: &str, view: &View<'_>) -> String {
        let found = || view.say_with("nothing-found", &[("input", Arg::text(self.text().trim()))]);
        let text = if self.is_on() { found() } else { view.say(empty) };
        format!("  {text}")
    }

    /// Draws the title and, beside it, the filter where there is one.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, title: &str, view: &View<'_>) {
        let title = format!(" {title}");
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        if !self.typing && !self.is_on() {
            return;
        }
        let label = format!("  {}{}", view.say("filter-is"), view.words.colon());
        let rest = after(Rect { height: 1, ..area }, &title);
        paint::text(frame.buffer_mut(), rest, 0, &label, view.style(Tone::Muted), view);
        self.field.draw(frame, after(rest, &label), self.typing, view);
    }
}

/// What is left of a line behind a text.
fn after(line: Rect, text: &str) -> Rect {
    let cells = u16::try_from(cells::width(text)).unwrap_or(line.width).min(line.width);
    Rect { x: line.x + cells, width: line.width - cells, ..line }
}
