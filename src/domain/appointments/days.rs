//! A yearly day as an occasion; a birthday is the person's own field.

use serde_json::json;

use super::intake::Intake;
use super::item::Item;
use crate::domain::book::{Entity, Record};
use crate::domain::contacts::object;
use crate::domain::entity::{Occasion, Person};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

/// How the uid of a birthday ends; before it stands the person's.
pub const BIRTHDAY: &str = "-birthday";

impl Intake<'_> {
    pub(super) fn day(&mut self, item: &Item) -> Result<Vec<Record>, Sentence> {
        let day = item.day.ok_or_else(|| Sentence::new("calendar-no-start"))?;
        if item.cancelled {
            return Ok(Vec::new());
        }
        let own = item.uid.strip_suffix(BIRTHDAY).and_then(|uid| uid.parse().ok()).map(Id::<Person>::new);
        let title = item.summary.as_deref().unwrap_or_default();
        let person = own.filter(|id| self.book.person.get(*id).is_some()).or_else(|| self.names.person_in(title));
        if let Some(person) = person.filter(|_| item.birthday).and_then(|id| self.book.person.get(id)) {
            return Ok(self.birthday(person, day));
        }
        let before = self.row_of(Entity::Occasion, item).and_then(|uuid| self.book.occasion.by_uuid(uuid));
        if before.is_some_and(|row| self.stands(row.head.uid, item, row.extra.as_ref())) {
            return Ok(Vec::new());
        }
        let mut row = match before {
            Some(row) => row.clone(),
            None => {
                let client = if person.is_some() { None } else { Some(self.client_of(item)?) };
                let kind = item.occasion.as_deref().filter(|kind| *kind != "birthday").unwrap_or("other");
                let fields = json!({
                    "person": person.map(|id| id.uuid.to_string()), "client": client.map(|id| id.uuid.to_string()),
                    "kind": kind, "date": day.to_string(),
                });
                let head = self.new_head(Entity::Occasion, item);
                Occasion::from_fields(head, &object(fields)).map_err(|fault| fault.sentence)?
            }
        };
        row.date = day;
        let own = item.uid.parse() == Ok(row.head.uid);
        if !own {
            let id = item.external_id();
            if !row.external_ids.contains(&id) {
                row.external_ids.push(id);
            }
            row.extra = item.extra_of(row.extra.as_ref());
        }
        self.remember(Entity::Occasion, item, row.head.uid);
        Ok(self.changed(before, row))
    }

    /// A birthday the book has with its year is not taken away by a calendar that knows only the day.
    fn birthday(&self, person: &Person, day: crate::domain::date::PartialDate) -> Vec<Record> {
        let same = person.birthday.is_some_and(|known| known.month_day() == day.month_day() && day.year().is_none());
        if same || person.birthday == Some(day) {
            return Vec::new();
        }
        let mut row = person.clone();
        row.birthday = Some(day);
        self.changed(Some(person), row)
    }
}
