//! A new person placed where somebody of that name already is: asked, never merged by itself.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::{Planning, defaults};
use crate::domain::book::{Book, Record};
use crate::domain::date::in_force;
use crate::domain::edit::Fields;
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;

/// Looks for a namesake of the person placed by `fields`. Yes: the person the book has takes the new one's place, and
/// there is nothing more to place. No: both stand beside each other.
pub(super) fn stands_there(planning: &mut Planning<'_>, fields: &Fields) -> Result<bool, Refusal> {
    let (Some(person), Some(client)) = (defaults::id(fields, "person"), defaults::id(fields, "client")) else {
        return Ok(false);
    };
    let Some(namesake) = namesake(planning, person, client) else { return Ok(false) };
    let name = planning.need(person)?.display_name();
    let at = planning.need(client)?.name.clone();
    if planning.before(person).is_some() {
        planning.warn(Sentence::new("namesake-at-client").text("name", name).text("client", at));
        return Ok(false);
    }
    let same = planning.ask(Sentence::new("same-person-ask").text("name", name).text("client", at))?;
    if same {
        become_one(planning, person, namesake)?;
    }
    Ok(same)
}

/// Another person of that name with a place at the client now.
fn namesake(planning: &Planning<'_>, person: Id<Person>, client: Id<Client>) -> Option<Id<Person>> {
    let name = key(planning.get(person)?);
    let there = |place: &&Affiliation| place.client == client && in_force(place.from, place.to, planning.today).yes();
    let is_there = |other: Id<Person>| planning.of::<Affiliation>(other).iter().any(there);
    let bears = |other: Id<Person>| planning.get(other).is_some_and(|other| key(other) == name);
    let others = planning.people_called(&name).into_iter().filter(|other| *other != person);
    others.filter(|other| bears(*other) && is_there(*other)).min()
}

/// The words of a name in any order, so that "Орлова Ирина" is "Ирина Орлова".
fn key(person: &Person) -> String {
    let folded = fold(&person.display_name());
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// Who bears or bore which name: the people of the book, looked at once, and those of an edit so far.
#[derive(Debug, Default)]
pub(super) struct PeopleNames {
    stored: OnceCell<FxHashMap<String, Vec<Id<Person>>>>,
    put: FxHashMap<String, Vec<Id<Person>>>,
}

impl PeopleNames {
    pub(super) fn put(&mut self, record: &Record) {
        if let Record::Person(person) = record {
            self.put.entry(key(person)).or_default().push(person.uid());
        }
    }

    pub(super) fn called(&self, book: &Book, name: &str) -> Vec<Id<Person>> {
        let stored = self.stored.get_or_init(|| {
            let mut names: FxHashMap<String, Vec<Id<Person>>> = FxHashMap::default();
            for person in &book.person {
                names.entry(key(person)).or_default().push(person.uid());
            }
            names
        });
        stored.get(name).into_iter().chain(self.put.get(name)).flatten().copied().collect()
    }
}

/// What the new row knew and the old one did not is kept.
fn become_one(planning: &mut Planning<'_>, new: Id<Person>, old: Id<Person>) -> Result<(), Refusal> {
    let given = planning.need(new)?.clone();
    let mut kept = planning.need(old)?.clone();
    for field in Person::FIELDS.iter().filter(|field| field.name != "handle") {
        let is_empty = |json: &serde_json::Value| json.is_null() || json.as_array().is_some_and(Vec::is_empty);
        let (Some(mine), Some(theirs)) = (kept.field_json(field.name), given.field_json(field.name)) else { continue };
        let name = matches!(field.name, "full_name" | "family_name" | "given_name" | "patronymic");
        if is_empty(&mine) && !is_empty(&theirs) && !name {
            kept.set_field(field.name, &theirs)?;
        }
    }
    planning.drop_new(new);
    planning.stand_in(new.uuid, old.uuid);
    planning.put(kept);
    Ok(())
}
