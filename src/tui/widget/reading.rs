//! A long text to read: scrolled by lines, pages and hits of a search. Knows nothing of where the text comes from.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::field::Field;
use super::frame as paint;
use crate::domain::Sentence;
use crate::domain::text::fold;
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Input, Reply, View};
use crate::tui::theme::Tone;

/// Which lines are in sight, and what is sought in them.
#[derive(Debug, Default)]
pub struct Reading {
    top: Cell<usize>,
    height: Cell<usize>,
    /// What is sought, folded.
    sought: String,
    /// The line of the hit last gone to.
    hit: Option<usize>,
    typing: Option<Field>,
}

impl Reading {
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Back to the top, for another text; what is sought stays.
    pub fn begin(&mut self) {
        self.top.set(0);
        self.hit = None;
    }

    /// The lines in sight, from 1.
    pub fn in_sight(&self, len: usize) -> (usize, usize) {
        let top = self.top.get().min(len.saturating_sub(1));
        (top + 1, (top + self.height.get()).min(len))
    }

    /// Scrolling and searching; None for what is neither.
    pub fn on(&mut self, input: &Input, lines: &[String]) -> Option<Reply> {
        if self.typing.is_some() {
            return self.typed(input, lines);
        }
        match input {
            Input::Wheel(by) => {
                let by = isize::from(*by);
                self.to(self.top.get().saturating_add_signed(by), lines.len());
                Some(Reply::Handled)
            }
            Input::Do(command) => self.command(*command, lines),
            _ => None,
        }
    }

    fn command(&mut self, command: Command, lines: &[String]) -> Option<Reply> {
        let (top, page) = (self.top.get(), self.height.get().max(2));
        match command {
            Command::Find => {
                self.typing = Some(Field::default());
                return Some(Reply::Handled);
            }
            Command::NextHit => return Some(self.seek(lines, true)),
            Command::PreviousHit => return Some(self.seek(lines, false)),
            Command::Down => self.to(top + 1, lines.len()),
            Command::Up => self.to(top.saturating_sub(1), lines.len()),
            Command::First => self.to(0, lines.len()),
            Command::Last => self.to(usize::MAX, lines.len()),
            Command::HalfDown => self.to(top + page / 2, lines.len()),
            Command::HalfUp => self.to(top.saturating_sub(page / 2), lines.len()),
            Command::PageDown => self.to(top + page - 1, lines.len()),
            Command::PageUp => self.to(top.saturating_sub(page - 1), lines.len()),
            _ => return None,
        }
        Some(Reply::Handled)
    }

    /// The last line stays at the bottom.
    fn to(&mut self, top: usize, len: usize) {
        self.top.set(top.min(len.saturating_sub(self.height.get().max(1))));
    }

    fn typed(&mut self, input: &Input, lines: &[String]) -> Option<Reply> {
        if self.typing.as_mut().is_some_and(|field| field.on(input)) {
            return Some(Reply::Handled);
        }
        match input {
            Input::Do(Command::Open) => {
                let text = self.typing.take().map(|field| field.text().to_owned()).unwrap_or_default();
                if text.trim().is_empty() {
                    return Some(Reply::Handled);
                }
                self.sought = fold(&text);
                self.hit = None;
                Some(self.seek(lines, true))
            }
            Input::Do(Command::Back | Command::Stop) => {
                self.typing = None;
                Some(Reply::Handled)
            }
            // Enter and Esc come back as commands.
            _ => Some(Reply::Ignored),
        }
    }

    /// To the next line that holds what is sought, round the end.
    fn seek(&mut self, lines: &[String], forward: bool) -> Reply {
        if self.sought.is_empty() {
            self.typing = Some(Field::default());
            return Reply::Handled;
        }
        let hits: Vec<usize> = (0..lines.len()).filter(|n| fold(&lines[*n]).contains(&self.sought)).collect();
        let from = self.hit.map_or(self.top.get(), |hit| if forward { hit + 1 } else { hit });
        let found = if forward {
            hits.iter().find(|hit| **hit >= from).or(hits.first())
        } else {
            hits.iter().rev().find(|hit| **hit < from).or(hits.last())
        };
        let Some(hit) = found.copied() else {
            return Reply::Refuse(Sentence::new("export-not-in-text").text("input", &self.sought));
        };
        self.hit = Some(hit);
        let (top, height) = (self.top.get(), self.height.get().max(1));
        if hit < top || hit >= top + height {
            self.to(hit.saturating_sub(height / 3), lines.len());
        }
        Reply::Handled
    }

    /// The lines in sight; those with what is sought stand out, the hit gone to has the cursor's mark.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, lines: &[String], view: &View<'_>) {
        let text = Rect { height: area.height - u16::from(self.is_typing()).min(area.height), ..area };
        self.height.set(usize::from(text.height));
        self.top.set(self.top.get().min(lines.len().saturating_sub(usize::from(text.height).max(1))));
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..text };
        for (y, (n, line)) in (0..text.height).zip(lines.iter().enumerate().skip(self.top.get())) {
            let is_hit = !self.sought.is_empty() && fold(line).contains(&self.sought);
            let style = view.style(if is_hit { Tone::Accent } else { Tone::Plain });
            paint::text(frame.buffer_mut(), inside, y, line, style, view);
            if self.hit == Some(n) && is_hit {
                paint::text(frame.buffer_mut(), text, y, view.marks.cursor, view.style(Tone::Key), view);
            }
        }
        if let Some(field) = &self.typing {
            let label = format!(" {} ", view.say("export-find"));
            let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
            paint::text(frame.buffer_mut(), last, 0, &label, view.style(Tone::Title), view);
            let taken = u16::try_from(cells::width(&label)).unwrap_or(0).min(last.width);
            field.draw(frame, Rect { x: last.x + taken, width: last.width - taken, ..last }, true, view);
        }
    }
}
