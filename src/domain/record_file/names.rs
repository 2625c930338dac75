//! Which record a cell names: by uid, handle, key of another program or whole name; among those of the book and those
//! that earlier lines of the file bring. A beginning of a name is too little where nobody looks on.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::domain::book::{Book, Entity};
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Person};
use crate::domain::naming::{self, Found, WholeNames};
use crate::domain::sentence::Sentence;
use crate::domain::table::{AnyRow, Id};
use crate::domain::text::fold;

pub(super) struct FileNames<'a> {
    book: &'a Book,
    today: chrono::NaiveDate,
    clients: WholeNames<'a>,
    /// By entity, made when first asked for.
    named: FxHashMap<Entity, FxHashMap<String, Vec<Uuid>>>,
}

impl<'a> FileNames<'a> {
    pub fn of(book: &'a Book, today: chrono::NaiveDate) -> Self {
        Self { book, today, clients: WholeNames::of(book), named: FxHashMap::default() }
    }

    /// A row that the file makes.
    pub fn put(&mut self, entity: Entity, name: &str, uuid: Uuid) {
        self.of_entity(entity).entry(key(entity, name)).or_default().push(uuid);
    }

    /// Everybody of that whole name.
    pub fn called(&mut self, entity: Entity, name: &str) -> Vec<Uuid> {
        let key = key(entity, name);
        self.of_entity(entity).get(&key).cloned().unwrap_or_default()
    }

    /// The client of a name; none where there is none.
    ///
    /// # Errors
    /// Several have the name.
    pub fn client(&mut self, text: &str) -> Result<Option<Id<Client>>, Sentence> {
        match self.find(Entity::Client, text, None) {
            Ok(uuid) => Ok(Some(Id::new(uuid))),
            Err(sentence) if sentence.id == "several-fit" => Err(sentence),
            Err(_) => Ok(None),
        }
    }

    /// The record that a cell names; of several people of one name, the one who is at the row's client.
    ///
    /// # Errors
    /// None has this name, or several have.
    pub fn find(&mut self, entity: Entity, text: &str, at: Option<Id<Client>>) -> Result<Uuid, Sentence> {
        if let Some(uuid) = Uuid::try_parse(text).ok().filter(|uuid| self.book.contains(entity, *uuid)) {
            return Ok(uuid);
        }
        let mut found = self.called(entity, text);
        if let (Entity::Person, Some(client), true) = (entity, at, found.len() > 1) {
            let there: Vec<Uuid> = found.iter().copied().filter(|uuid| self.is_at(*uuid, client)).collect();
            found = if there.is_empty() { found } else { there };
        }
        match (found.as_slice(), entity) {
            ([one], _) => Ok(*one),
            ([], Entity::Client) => self.clients.find(text).map(|id| id.uuid),
            ([], _) => Found::None { similar: Vec::new() }.one(self.book, entity, text).map(|(_, uuid)| uuid),
            (several, _) => {
                let several = several.iter().map(|uuid| (entity, *uuid)).collect();
                Found::Several(several).one(self.book, entity, text).map(|(_, uuid)| uuid)
            }
        }
    }

    fn is_at(&self, person: Uuid, client: Id<Client>) -> bool {
        let places = self.book.affiliation.of(person);
        places.filter(|place| place.client == client).any(|place| in_force(place.from, place.to, self.today).yes())
    }

    fn of_entity(&mut self, entity: Entity) -> &mut FxHashMap<String, Vec<Uuid>> {
        let book = self.book;
        self.named.entry(entity).or_insert_with(|| {
            let mut named: FxHashMap<String, Vec<Uuid>> = FxHashMap::default();
            for row in book.rows(entity) {
                for name in whole_names(book, row) {
                    let there = named.entry(key(entity, &name)).or_default();
                    if !there.contains(&row.uuid()) {
                        there.push(row.uuid());
                    }
                }
            }
            named
        })
    }
}

/// The names that a cell may write out; a client's are [`WholeNames`]' affair.
fn whole_names(book: &Book, row: &dyn AnyRow) -> Vec<String> {
    match row.entity() {
        Entity::Client => Vec::new(),
        Entity::Person => {
            let Some(person) = book.person.by_uuid(row.uuid()).filter(|person| person.merged_into.is_none()) else {
                return Vec::new();
            };
            let mut names = naming::names(book, row);
            names.extend(person.external_ids.iter().cloned());
            let alone = person.family_name.as_ref().filter(|family| **family != person.display_name());
            names.retain(|name| Some(name) != alone);
            names
        }
        _ => naming::names(book, row),
    }
}

/// The words of a person's name in any order; anything else as it is.
fn key(entity: Entity, name: &str) -> String {
    let folded = fold(name);
    if entity != Entity::Person {
        return folded;
    }
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The text by which a table written by this program names a record: its name where only one has it, else its uid.
pub(super) fn written(names: &mut FileNames<'_>, entity: Entity, uuid: Uuid, at: Option<Id<Client>>) -> String {
    let book = names.book;
    let name = match entity {
        Entity::Client => book.client.by_uuid(uuid).map(|client| client.name.clone()),
        Entity::Person => book.person.by_uuid(uuid).map(Person::display_name),
        Entity::Product => book.product.by_uuid(uuid).map(|product| product.code.clone()),
        _ => Some(naming::label(book, entity, uuid)),
    };
    name.filter(|name| names.find(entity, name, at) == Ok(uuid)).unwrap_or_else(|| uuid.to_string())
}

/// How clients are named in a table written by this program.
pub struct ClientNames<'a> {
    names: FileNames<'a>,
    written: FxHashMap<Id<Client>, String>,
}

impl<'a> ClientNames<'a> {
    pub fn of(book: &'a Book, today: chrono::NaiveDate) -> Self {
        Self { names: FileNames::of(book, today), written: FxHashMap::default() }
    }

    pub fn written(&mut self, client: Id<Client>) -> String {
        let names = &mut self.names;
        self.written.entry(client).or_insert_with(|| written(names, Entity::Client, client.uuid, None)).clone()
    }
}
