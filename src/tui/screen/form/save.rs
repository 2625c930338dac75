//! From what stands in a form to the edit it asks for.

use serde_json::Value as Json;
use uuid::Uuid;

use super::blank::is_nothing;
use super::slot::Slot;
use super::{Form, REASON};
use crate::domain::field::Need;
use crate::domain::ways::Way;
use crate::domain::{Amend, Arg, Edit, Entity, Fields, Sentence};
use crate::tui::layer::View;

impl Form {
    /// The edit, with the fields that can be read. Those that cannot are told with their places.
    pub(super) fn wish(&self, view: &View<'_>) -> (Edit, Vec<(usize, Sentence)>) {
        if let (Some(way), Some(uuid)) = (self.way, self.uuid) {
            return self.wish_of(way, uuid, view);
        }
        let (mut own, mut place, mut wrong) = (Fields::new(), Fields::new(), Vec::new());
        let (mut reason, around) = (None, self.page.around());
        for (at, slot) in self.page.slots.iter().enumerate() {
            match slot.read(around, view) {
                Err(sentence) => wrong.push((at, sentence)),
                Ok(value) if is_reason(slot) => reason = value.as_str().map(str::to_owned),
                Ok(value) if self.is_said(slot, &value) => {
                    let fields = if slot.entity == self.entity { &mut own } else { &mut place };
                    fields.insert(slot.field.name.to_owned(), value);
                }
                Ok(_) => {}
            }
        }
        let edit = match (self.uuid, self.place_at) {
            (Some(uuid), _) => Edit::Amend(Amend { reason, ..Amend::new(self.entity, uuid, own) }),
            (None, Some(client)) => with_place(client.uuid, own, place),
            (None, None) => Edit::Add { entity: self.entity, fields: own },
        };
        (edit, wrong)
    }

    /// The move with what was said; what a way does not have, the form does not offer.
    fn wish_of(&self, way: Way, uuid: Uuid, view: &View<'_>) -> (Edit, Vec<(usize, Sentence)>) {
        let (mut said, mut wrong) = (Fields::new(), Vec::new());
        for (at, slot) in self.page.slots.iter().enumerate() {
            match slot.read(self.page.around(), view) {
                Ok(value) => drop(said.insert(slot.field.name.to_owned(), value)),
                Err(sentence) => wrong.push((at, sentence)),
            }
        }
        let nothing = || Edit::Amend(Amend::new(self.entity, uuid, Fields::new()));
        (way.edit(self.entity, uuid, &said).unwrap_or_else(nothing), wrong)
    }

    /// Whether the edit is to name this field: what was changed, and of a new row what is there and no default.
    fn is_said(&self, slot: &Slot, value: &Json) -> bool {
        if self.uuid.is_some() {
            return *value != slot.before && slot.is_touched();
        }
        let default = self.defaults.get(slot.field.name).filter(|_| slot.entity == self.entity);
        match default {
            Some(default) => value != default,
            None => !is_nothing(value),
        }
    }

    /// Why saving must wait: the row holds something else than the form was filled with. Looking is enough, the next save
    /// goes through. A row that is gone the rules refuse.
    pub(super) fn changed_elsewhere(&mut self, view: &View<'_>) -> Option<Sentence> {
        let now = view.book().record(self.entity, self.uuid?)?;
        let is_other = |slot: &Slot| now.field_json(slot.field.name).is_some_and(|value| value != slot.before);
        if !self.page.slots.iter().any(is_other) {
            return None;
        }
        let around = self.page.around();
        for slot in &mut self.page.slots {
            if let Some(value) = now.field_json(slot.field.name) {
                slot.refresh(value, around, view);
            }
        }
        let at = now.head().updated_at.with_timezone(&view.book().settings().zone).naive_local();
        let sentence = Sentence::new("row-changed-elsewhere").text("record", super::name::of_record(&now, view));
        Some(sentence.with("time", Arg::Time(at)))
    }
}

fn is_reason(slot: &Slot) -> bool {
    slot.field.name == REASON.name && slot.field.need == Need::Optional && slot.entity.field(REASON.name).is_none()
}

/// A person and the place at the client, saved as one step.
fn with_place(client: Uuid, mut person: Fields, mut place: Fields) -> Edit {
    let uuid = Uuid::now_v7().to_string();
    let text = |name: &str| person.get(name).and_then(Json::as_str);
    let names = ["full_name", "family_name", "given_name"];
    let name = names.iter().find_map(|name| text(name)).unwrap_or_default().to_owned();
    person.insert("uid".to_owned(), uuid.clone().into());
    place.insert("person".to_owned(), uuid.into());
    place.insert("client".to_owned(), client.to_string().into());
    let title = Sentence::new("title-added").word("entity", Entity::Person.term()).text("name", name);
    let edits = vec![
        Edit::Add { entity: Entity::Person, fields: person },
        Edit::Add { entity: Entity::Affiliation, fields: place },
    ];
    Edit::Together { title, client: Some(crate::domain::Id::new(client)), edits }
}
