//! A new person placed where somebody of that name already is: asked, never merged by itself.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;
use serde_json::Value as Json;

use super::{Planning, defaults, generic};
use crate::domain::book::{Book, Entity, Record};
use crate::domain::date::in_force;
use crate::domain::edit::{Amend, Fields};
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::parts::same_reach;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;

/// Looks for a namesake of the person whom `said` places. Yes: the person the book has takes the new one's place, what was
/// said of the new one is said of them, and there is nothing more to place. No: both stand beside each other.
pub(super) fn stands_there(planning: &mut Planning<'_>, said: &mut Fields) -> Result<bool, Refusal> {
    let (Some(person), Some(client)) = (defaults::id(said, "person"), defaults::id(said, "client")) else {
        return Ok(false);
    };
    let stands = Id::new(planning.stands_for(person.uuid));
    if stands != person {
        said.insert("person".to_owned(), stands.to_string().into());
        return placed_again(planning, stands, client, said);
    }
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
        placed_again(planning, namesake, client, said)?;
    }
    Ok(same)
}

/// Says what is new of the place where a person is already, as [`say_again`] does; false where they have none.
fn placed_again(
    planning: &mut Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    said: &Fields,
) -> Result<bool, Refusal> {
    let mut places = planning.of::<Affiliation>(person);
    places.retain(|place| place.person == person && place.client == client);
    let Some(place) = Affiliation::meant(&places, said.get("from"), planning.today) else { return Ok(false) };
    let whose = ["person", "client", "is_primary"];
    let of_file = planning.of_file;
    let is_new = |(field, value): &(&String, &Json)| {
        let before = place.field_json(field);
        let may_change = of_file || before.as_ref().is_none_or(Json::is_null);
        !whose.contains(&field.as_str()) && !value.is_null() && may_change && before.as_ref() != Some(*value)
    };
    let fields: Fields = said.iter().filter(is_new).map(|(field, value)| (field.clone(), value.clone())).collect();
    let amend = Amend::new(Entity::Affiliation, place.uid().uuid, fields);
    if !amend.fields.is_empty() {
        generic::amend(planning, &amend)?;
    }
    Ok(true)
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

/// The new row goes, and what it said is said of the person the book has.
fn become_one(planning: &mut Planning<'_>, new: Id<Person>, old: Id<Person>) -> Result<(), Refusal> {
    let given = planning.need(new)?.fields_json();
    planning.drop_new(new);
    planning.stand_in(new.uuid, old.uuid);
    say_again(planning, old, &given)
}

/// Says something of a person whom an edit first took for somebody new: lists grow by what is new. Any other value of a
/// line of a file takes the place of the one before, as for a person known by a number; typed by hand for somebody new,
/// it only says what is not known yet. They keep the name that they are known by, or are given its parts.
pub(super) fn say_again(planning: &mut Planning<'_>, person: Id<Person>, said: &Fields) -> Result<(), Refusal> {
    let mut kept = planning.need(person)?.clone();
    let in_parts = kept.family_name.is_some() || kept.given_name.is_some();
    let stays = |field: &str| match field {
        "handle" | "side" | "full_name" | "extra" => true,
        "family_name" | "given_name" | "patronymic" => in_parts,
        _ => false,
    };
    for (field, theirs) in said.iter().filter(|(field, theirs)| !theirs.is_null() && !stays(field)) {
        let mut theirs = theirs.clone();
        match (kept.field_json(field), &mut theirs) {
            (Some(Json::Array(all)), Json::Array(given)) => {
                given.retain(|one| !all.contains(one) && !is_reached_by(&kept, one));
                given.splice(..0, all);
            }
            (Some(known), _) if !known.is_null() && !planning.of_file => continue,
            _ => {}
        }
        kept.set_field(field, &theirs)?;
    }
    planning.put(kept);
    Ok(())
}

/// Whether one of the person's numbers or addresses, at work or at home, is this one.
fn is_reached_by(person: &Person, contact: &Json) -> bool {
    let Some(value) = contact["value"].as_str() else { return false };
    let all = [&person.work_phones, &person.work_emails, &person.private_phones, &person.private_emails];
    all.into_iter().flatten().any(|known| same_reach(&known.value, value))
}
