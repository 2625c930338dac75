//! The fields of a form (or of one small record in it), the cursor among them, and taking back what was typed.
//! Knows no edit and paints nothing.

use std::cell::{Cell, RefCell};

use ratatui::layout::Rect;
use serde_json::{Map, Value as Json};

use super::slot::{Editor, Slot};
use super::typed::Around;
use crate::domain::date::parse_local;

/// A line on which the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Slot(usize),
    /// One of the small records of a field.
    Item(usize, usize),
    /// Unfolds the other fields.
    More,
}

pub(super) struct Page {
    pub slots: Vec<Slot>,
    /// Whether each is shown while the rest is folded.
    first: Vec<bool>,
    pub at: Row,
    pub more: bool,
    /// A field that takes letters has the cursor.
    pub typing: bool,
    pub top: Cell<usize>,
    /// Where each row was last drawn.
    pub drawn: RefCell<Vec<(Rect, Row)>>,
    /// What stands beneath the text under the cursor.
    pub aside: RefCell<Option<String>>,
    kept: Vec<Json>,
    past: Vec<Vec<Json>>,
    future: Vec<Vec<Json>>,
}

impl Page {
    pub fn new(slots: Vec<Slot>, first: Vec<bool>) -> Self {
        let kept = slots.iter().map(Slot::state).collect();
        let at = Row::Slot(first.iter().position(|first| *first).unwrap_or(0));
        let (past, future) = (Vec::new(), Vec::new());
        Self {
            slots,
            first,
            at,
            more: false,
            typing: false,
            top: Cell::new(0),
            drawn: RefCell::default(),
            aside: RefCell::default(),
            kept,
            past,
            future,
        }
    }

    /// What the row says around its fields.
    pub fn around(&self) -> Around {
        let text = |name: &str| match &self.named(name)?.editor {
            Editor::Line(line) => Some(line.text().trim().to_uppercase()),
            Editor::Zone(zone) => zone.clone(),
            _ => None,
        };
        let currency = text("currency").and_then(|code| code.parse().ok());
        let start = self.named("start").and_then(|slot| parse_local(slot.before.as_str()?));
        Around { currency, zone: text("zone").and_then(|zone| zone.parse().ok()), start }
    }

    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.field.name == name)
    }

    pub fn named(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.field.name == name)
    }

    fn is_shown(&self, at: usize, slot: &Slot) -> bool {
        self.more
            || self.first.get(at).copied().unwrap_or(true)
            || slot.wrong.is_some()
            || slot.is_touched()
            || self.at == Row::Slot(at)
    }

    /// How many fields are folded away.
    pub fn folded(&self) -> usize {
        self.slots.iter().enumerate().filter(|(at, slot)| !self.is_shown(*at, slot)).count()
    }

    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, slot) in self.slots.iter().enumerate().filter(|(at, slot)| self.is_shown(*at, slot)) {
            rows.push(Row::Slot(at));
            if let Editor::Rows(items) = &slot.editor {
                rows.extend((0..items.len()).map(|n| Row::Item(at, n)));
            }
        }
        if self.more || self.folded() > 0 {
            rows.push(Row::More);
        }
        rows
    }

    /// The row that was drawn at a cell of the window.
    pub fn row_at(&self, x: u16, y: u16) -> Option<Row> {
        self.drawn.borrow().iter().find(|(place, _)| place.contains((x, y).into())).map(|(_, row)| *row)
    }

    /// The field of the row under the cursor.
    pub fn slot(&self) -> Option<&Slot> {
        match self.at {
            Row::Slot(at) => self.slots.get(at),
            _ => None,
        }
    }

    pub fn slot_mut(&mut self) -> Option<&mut Slot> {
        match self.at {
            Row::Slot(at) => self.slots.get_mut(at),
            _ => None,
        }
    }

    /// Whether letters are text just now.
    pub fn is_typing(&self) -> bool {
        self.typing && self.slot().is_some_and(Slot::takes_text)
    }

    pub fn is_long(&self) -> bool {
        self.is_typing() && self.slot().is_some_and(|slot| matches!(slot.editor, Editor::Long(_)))
    }

    /// Moves the cursor by rows; false at an end.
    pub fn step(&mut self, by: isize) -> bool {
        let rows = self.rows();
        let now = rows.iter().position(|row| *row == self.at).unwrap_or(0);
        let to = now.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        if let Some(row) = rows.get(to) {
            self.at = *row;
        }
        to != now
    }

    /// The cursor to a field, which shows itself.
    pub fn go_to(&mut self, at: usize) {
        self.at = Row::Slot(at);
        self.typing = self.slot().is_some_and(Slot::takes_text);
    }

    pub fn is_touched(&self) -> bool {
        self.slots.iter().any(Slot::is_touched)
    }

    pub fn is_typed(&self) -> bool {
        self.slots.iter().any(Slot::is_typed)
    }

    pub fn states(&self) -> Map<String, Json> {
        let touched = self.slots.iter().filter(|slot| slot.is_touched());
        touched.map(|slot| (slot.field.name.to_owned(), slot.state())).collect()
    }

    /// What stood in the fields that were touched.
    pub fn before(&self) -> Map<String, Json> {
        let touched = self.slots.iter().filter(|slot| slot.is_touched());
        touched.map(|slot| (slot.field.name.to_owned(), slot.before.clone())).collect()
    }

    /// What stood in them when they were touched, which may be another value than the book's now.
    pub fn saw(&mut self, before: &Map<String, Json>) {
        for slot in self.slots.iter_mut().filter(|slot| slot.is_touched()) {
            if let Some(value) = before.get(slot.field.name) {
                slot.before = value.clone();
            }
        }
    }

    pub fn restore(&mut self, states: &Map<String, Json>) {
        for slot in &mut self.slots {
            if let Some(state) = states.get(slot.field.name) {
                slot.restore(state);
            }
        }
        self.settle();
    }

    /// Remembers what has changed since the last time, for undo.
    pub fn settle(&mut self) {
        let now: Vec<Json> = self.slots.iter().map(Slot::state).collect();
        if now != self.kept {
            self.past.push(std::mem::replace(&mut self.kept, now));
            self.future.clear();
        }
    }

    /// Takes back the last change of a field; false when there is none.
    pub fn undo(&mut self) -> bool {
        self.settle();
        let Some(states) = self.past.pop() else { return false };
        let now = std::mem::replace(&mut self.kept, states);
        self.future.push(now);
        self.put_back();
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(states) = self.future.pop() else { return false };
        let now = std::mem::replace(&mut self.kept, states);
        self.past.push(now);
        self.put_back();
        true
    }

    fn put_back(&mut self) {
        for (at, (slot, state)) in self.slots.iter_mut().zip(&self.kept).enumerate() {
            if slot.state() != *state {
                slot.restore(state);
                self.at = Row::Slot(at);
            }
        }
    }
}
