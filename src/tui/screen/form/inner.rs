//! One small record of a field (an attendee, a phone, a piece of evidence) on a page of its own above the form.

use serde_json::{Map, Value as Json};

use super::page::{Page, Row};
use super::slot::{Editor, Slot};
use super::typed::Around;
use crate::domain::Sentence;
use crate::domain::field::{Field, Kind, Need};
use crate::tui::layer::View;

pub(super) struct Inner {
    /// The field it belongs to.
    pub of: usize,
    /// Which record of a list; None for a new one, and where the field is one record.
    pub item: Option<usize>,
    /// A record that the list does not have yet.
    is_new: bool,
    pub page: Page,
}

impl Inner {
    pub fn new(of: usize, item: Option<usize>, outer: &Slot, around: Around, view: &View<'_>) -> Self {
        let value = match (&outer.editor, item) {
            (Editor::Rows(rows), Some(n)) => rows.get(n).and_then(Json::as_object).cloned(),
            (Editor::Group(map), _) => Some(map.clone()),
            _ => None,
        };
        let is_new = value.is_none();
        let value = value.unwrap_or_default();
        let parts = outer.parts().unwrap_or_default();
        let slot = |part: &Field| {
            let known = value.get(part.name).cloned().unwrap_or_default();
            let value = if is_new { default(part, view) } else { known };
            Slot::new(outer.entity, *part, value, around, view)
        };
        let mut slots: Vec<Slot> = parts.iter().map(slot).collect();
        // Somebody's words are what one has in mind, and how much they weigh; where and when they were said comes after.
        slots.sort_by_key(|slot| match slot.field.name {
            "quote" => 0,
            "weight" => 1,
            _ => 2,
        });
        let first = vec![true; slots.len()];
        let mut page = Page::new(slots, first);
        page.typing = true;
        Self { of, item, is_new, page }
    }

    /// The record as it is filled in; None when nothing was. The fields that are wrong say so and get the cursor.
    ///
    /// # Errors
    /// The first sentence.
    pub fn read(&mut self, view: &View<'_>) -> Result<Option<Json>, Sentence> {
        let around = self.page.around();
        let mut map = Map::new();
        let mut first = None;
        for (at, slot) in self.page.slots.iter_mut().enumerate() {
            match value_of(slot, around, view) {
                Ok(value) => drop(map.insert(slot.field.name.to_owned(), value)),
                Err(sentence) => {
                    slot.wrong = Some(sentence.clone());
                    first.get_or_insert((at, sentence));
                }
            }
        }
        let nothing = self.page.slots.iter().all(|slot| slot.is_empty() || !slot.is_touched());
        match first {
            _ if nothing && self.is_new => Ok(None),
            Some((at, sentence)) => {
                self.page.at = Row::Slot(at);
                self.page.typing = true;
                Err(sentence)
            }
            None => Ok(Some(Json::Object(map))),
        }
    }

    /// Puts the record into its field.
    pub fn put(&self, outer: &mut Slot, value: Json) {
        outer.wrong = None;
        match (&mut outer.editor, self.item, value) {
            (Editor::Rows(rows), Some(n), value) => {
                if let Some(row) = rows.get_mut(n) {
                    *row = value;
                }
            }
            (Editor::Rows(rows), None, value) => rows.push(value),
            (Editor::Group(map), _, Json::Object(value)) => *map = value,
            _ => {}
        }
    }
}

fn value_of(slot: &Slot, around: Around, view: &View<'_>) -> Result<Json, Sentence> {
    let value = slot.read(around, view)?;
    if value.is_null() && slot.field.need == Need::Required {
        return Err(Sentence::new("required-field").about(slot.entity, slot.field.name));
    }
    Ok(value)
}

/// What a new small record holds before anything is typed: today, expected, not asked.
fn default(part: &Field, view: &View<'_>) -> Json {
    match part.kind {
        Kind::Day if part.need == Need::Required => view.today().to_string().into(),
        Kind::Bool => (part.name == "expected").into(),
        Kind::Int { .. } if part.name == "year" => chrono::Datelike::year(&view.today()).into(),
        _ => Json::Null,
    }
}
