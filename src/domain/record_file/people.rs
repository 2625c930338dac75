//! A line of people: who it means, where it places them, and what it says of them there. A namesake is nobody's guess:
//! whoever cannot be told by a uid, a key, a number or an address is added, and the plan asks.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::kind::UID;
use super::names::FileNames;
use super::reading::{Said, in_field};
use super::{Wishes, roles, value};
use crate::domain::book::{Book, Entity};
use crate::domain::edit::{Amend, Edit, Fields, SetStance};
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::map::attitude::attitude;
use crate::domain::parts::same_reach;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

/// Lists of contacts, with the column each is read from.
const CONTACTS: [(&str, &str, &str); 2] =
    [("phone", "work_phones", "private_phones"), ("email", "work_emails", "private_emails")];

pub(super) struct People<'a> {
    book: &'a Book,
    today: NaiveDate,
    by_external: FxHashMap<String, Uuid>,
    /// People whom the file brings, with all that it has said of them: a second line may place them again.
    fresh: FxHashMap<Uuid, Fields>,
}

impl<'a> People<'a> {
    pub fn of(book: &'a Book, today: NaiveDate) -> Self {
        let mut by_external = FxHashMap::default();
        for person in &book.person {
            let uuid = person.merged_into.map_or(person.uid().uuid, |into| into.uuid);
            by_external.extend(person.external_ids.iter().map(|id| (id.clone(), uuid)));
        }
        Self { book, today, by_external, fresh: FxHashMap::default() }
    }

    /// # Errors
    /// No client is named, or a cell that is no field is wrong.
    pub fn edits(
        &mut self,
        names: &mut FileNames<'_>,
        said: &mut Said,
        wishes: &Wishes<'_>,
        new_uid: &mut dyn FnMut() -> Uuid,
    ) -> Result<Vec<Edit>, Sentence> {
        let client = said.client.ok_or_else(|| Sentence::new("import-no-client"))?;
        let (mut person, place) = (said.of(Entity::Person), said.of(Entity::Affiliation));
        let roles = said.others.get("role").map(|text| roles::read(text)).transpose()?;
        let stance = number(said, "stance")?;
        let influence = number(said, "influence")?;
        let (uuid, mut edits) = match self.whom(names, said, &person, client) {
            Some(uuid) => (uuid, self.amended(uuid, said, &mut person)),
            None => {
                let own = said.others.get(UID).map(|uid| Uuid::try_parse(uid)).transpose();
                let uuid = own.map_err(|_| wrong_uid(said))?.unwrap_or_else(&mut *new_uid);
                for id in person.get("external_ids").and_then(Json::as_array).into_iter().flatten() {
                    id.as_str().map(|id| self.by_external.insert(id.to_owned(), uuid));
                }
                names.put(Entity::Person, &name_of(&person), uuid);
                let person = added(uuid, said, person);
                self.fresh.insert(uuid, person.clone());
                (uuid, vec![Edit::Add { entity: Entity::Person, fields: person }])
            }
        };
        edits.extend(self.placed(uuid, client, place));
        let whom = Id::<Person>::new(uuid);
        for role in roles.into_iter().flatten() {
            edits.extend(role.edit(self.book, whom, client, self.today, wishes.source));
        }
        edits.extend(self.stance(whom, client, stance, influence));
        Ok(edits)
    }

    /// The person whom a line surely means.
    fn whom(&self, names: &mut FileNames<'_>, said: &Said, person: &Fields, client: Id<Client>) -> Option<Uuid> {
        let own = said.others.get(UID).and_then(|uid| Uuid::try_parse(uid).ok());
        if own.is_some() {
            return own.filter(|uuid| self.book.contains(Entity::Person, *uuid) || self.fresh.contains_key(uuid));
        }
        let mut ids =
            person.get("external_ids").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
        if let Some(uuid) = ids.find_map(|id| self.by_external.get(id)) {
            return Some(*uuid);
        }
        let namesakes = names.called(Entity::Person, &name_of(person));
        let reached = namesakes.iter().find(|uuid| self.is_reached(**uuid, said));
        let stands = || namesakes.iter().find(|uuid| self.stands(**uuid, said, person, client));
        reached.or_else(stands).copied()
    }

    /// Whether a number or an address of the line is the person's.
    fn is_reached(&self, uuid: Uuid, said: &Said) -> bool {
        CONTACTS.iter().any(|(column, work, private)| {
            let Some(given) = said.others.get(column) else { return false };
            [work, private].iter().any(|field| has(self.known(uuid, field).as_ref(), given))
        })
    }

    /// Whether the book has of the namesake at this client all that the line says: then there is nothing to ask.
    fn stands(&self, uuid: Uuid, said: &Said, person: &Fields, client: Id<Client>) -> bool {
        let Some(record) = self.book.record(Entity::Person, uuid) else { return false };
        let same = person.iter().all(|(field, value)| record.field_json(field).as_ref() == Some(value));
        same && !said.others.contains_key("phone")
            && !said.others.contains_key("email")
            && self.place(uuid, client, None).is_some()
    }

    /// What the book has of a person, or what earlier lines said of one.
    fn known(&self, uuid: Uuid, field: &str) -> Option<Json> {
        match self.fresh.get(&uuid) {
            Some(said) => said.get(field).cloned(),
            None => self.book.record(Entity::Person, uuid)?.field_json(field),
        }
    }

    /// What is new of a person: lists grow, any other value takes the place of the one before.
    fn amended(&mut self, uuid: Uuid, said: &Said, person: &mut Fields) -> Vec<Edit> {
        for (field, value) in person.iter_mut() {
            if let (Json::Array(given), Some(Json::Array(mut all))) = (&*value, self.known(uuid, field)) {
                let new: Vec<Json> = given.iter().filter(|one| !all.contains(one)).cloned().collect();
                all.extend(new);
                *value = Json::Array(all);
            }
        }
        for (column, work, private) in CONTACTS {
            let Some(given) = said.others.get(column) else { continue };
            let (kept, others) = (self.known(uuid, work), self.known(uuid, private));
            if !has(kept.as_ref(), given) && !has(others.as_ref(), given) {
                let mut kept = kept.and_then(|kept| kept.as_array().cloned()).unwrap_or_default();
                kept.push(value::contact(given));
                person.insert(work.to_owned(), Json::Array(kept));
            }
        }
        person.retain(|field, value| self.known(uuid, field).as_ref() != Some(value));
        if let Some(fresh) = self.fresh.get_mut(&uuid) {
            fresh.extend(person.clone());
        }
        if person.is_empty() {
            return Vec::new();
        }
        vec![Edit::Amend(Amend::new(Entity::Person, uuid, std::mem::take(person)))]
    }

    /// The place that a line means which places a person at a client.
    fn place(&self, person: Uuid, client: Id<Client>, from: Option<&Json>) -> Option<&'a Affiliation> {
        let own = |place: &&Affiliation| place.person.uuid == person && place.client == client;
        Affiliation::meant(&self.book.affiliation.of(person).filter(own).collect::<Vec<_>>(), from, self.today)
    }

    fn placed(&self, person: Uuid, client: Id<Client>, mut fields: Fields) -> Option<Edit> {
        let entity = Entity::Affiliation;
        if let Some(place) = self.place(person, client, fields.get("from")) {
            fields.retain(|field, value| place.field_json(field).as_ref() != Some(value));
            return (!fields.is_empty()).then(|| Edit::Amend(Amend::new(entity, place.head.uid, fields)));
        }
        fields.insert("client".to_owned(), client.to_string().into());
        fields.insert("person".to_owned(), person.to_string().into());
        Some(Edit::Add { entity, fields })
    }

    fn stance(
        &self,
        person: Id<Person>,
        client: Id<Client>,
        value: Option<i64>,
        influence: Option<i64>,
    ) -> Option<Edit> {
        let known = attitude(self.book, person, client, None, self.today);
        let value = value.filter(|value| known.stance() != Some(*value));
        let influence = influence.filter(|influence| known.influence() != Some(*influence));
        let stance = SetStance { person, client, proposal: None, value, influence, on: None, visit: None };
        (value.is_some() || influence.is_some()).then_some(Edit::SetStance(stance))
    }
}

/// The fields of a new person.
fn added(uuid: Uuid, said: &Said, mut person: Fields) -> Fields {
    for (column, work, _) in CONTACTS {
        if let Some(given) = said.others.get(column) {
            person.insert(work.to_owned(), json!([value::contact(given)]));
        }
    }
    person.insert(UID.to_owned(), uuid.to_string().into());
    person
}

fn wrong_uid(said: &Said) -> Sentence {
    Sentence::new("not-a-uid").text("input", said.others.get(UID).map_or("", String::as_str))
}

/// The whole name a line gives.
fn name_of(person: &Fields) -> String {
    let text = |field: &str| person.get(field).and_then(Json::as_str);
    let parts = || ["family_name", "given_name", "patronymic"].into_iter().filter_map(text).collect::<Vec<_>>();
    text("full_name").map_or_else(|| parts().join(" "), str::to_owned)
}

/// Whether a list of contacts holds a number or an address.
fn has(contacts: Option<&Json>, given: &str) -> bool {
    let values = contacts.and_then(Json::as_array).into_iter().flatten();
    values.filter_map(|contact| contact["value"].as_str()).any(|value| same_reach(value, given))
}

fn number(said: &Said, column: &'static str) -> Result<Option<i64>, Sentence> {
    let Some(text) = said.others.get(column) else { return Ok(None) };
    let field = if column == "stance" { "value" } else { column };
    let wrong = |_| in_field(Entity::Stance, field, Sentence::new("import-not-a-number").text("input", text));
    text.replace(['−', '–'], "-").trim_start_matches('+').parse().map(Some).map_err(wrong)
}
