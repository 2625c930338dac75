//! Which record a typed word means: a handle, a uid or its beginning, `CLIENT@time`, or a name that fits only one.

use chrono::NaiveDate;
use uuid::Uuid;

use super::exit::Failure;
use super::say;
use crate::domain::date::{parse_day, parse_local};
use crate::domain::text::fold;
use crate::domain::{Arg, Book, Client, Entity, Id, Person, Record, Sentence, Visit};

/// The fields by which records other than people are called.
const NAMES: &[&str] = &[
    "name",
    "short_name",
    "name_local",
    "name_latin",
    "title",
    "text",
    "question",
    "label",
    "code",
    "position",
    "our_goal",
];
/// The shortest beginning of a uid that is taken for one.
const SHORTEST_UID: usize = 4;
/// So many of several that fit are named.
const MOST_NAMED: usize = 12;

/// # Errors
/// Nothing fits, or several do.
pub fn client(book: &Book, text: &str) -> Result<Id<Client>, Failure> {
    record(book, Entity::Client, text.strip_prefix("client:").unwrap_or(text)).map(Id::new)
}

/// # Errors
/// As [`client`].
pub fn person(book: &Book, text: &str) -> Result<Id<Person>, Failure> {
    record(book, Entity::Person, text.strip_prefix("person:").unwrap_or(text)).map(Id::new)
}

/// A client or a person, as `client:` and `person:` say where both would fit.
///
/// # Errors
/// As [`client`].
pub fn client_or_person(book: &Book, text: &str) -> Result<(Entity, Uuid), Failure> {
    for (prefix, entity) in [("client:", Entity::Client), ("person:", Entity::Person)] {
        if let Some(text) = text.strip_prefix(prefix) {
            return record(book, entity, text).map(|uuid| (entity, uuid));
        }
    }
    let found: Vec<(Entity, Uuid)> = [Entity::Client, Entity::Person]
        .into_iter()
        .flat_map(|entity| fitting(book, entity, text).into_iter().map(move |uuid| (entity, uuid)))
        .collect();
    one(book, Entity::Client, text, &found)
}

/// A visit by its uid, or by its client and time.
///
/// # Errors
/// As [`client`].
pub fn visit(book: &Book, text: &str) -> Result<Id<Visit>, Failure> {
    let Some((who, when)) = text.rsplit_once('@') else { return record(book, Entity::Visit, text).map(Id::new) };
    let client = client(book, who)?;
    let day = parse_day(when);
    let time = parse_local(when);
    if day.is_none() && time.is_none() {
        return Err(Sentence::new("not-a-moment").text("input", when).into());
    }
    let fits =
        |visit: &&Visit| visit.client == client && (day == Some(visit.start.date()) || time == Some(visit.start));
    let mut found: Vec<_> = book.visit.of(client).filter(fits).map(|visit| (visit.start, visit.head.uid)).collect();
    found.sort_unstable();
    let found: Vec<_> = found.into_iter().map(|(_, uid)| (Entity::Visit, uid)).collect();
    one(book, Entity::Visit, text, &found).map(|(_, uuid)| Id::new(uuid))
}

/// A record of any entity.
///
/// # Errors
/// As [`client`].
pub fn record(book: &Book, entity: Entity, text: &str) -> Result<Uuid, Failure> {
    if entity == Entity::Visit && text.contains('@') {
        return visit(book, text).map(|id| id.uuid);
    }
    let found: Vec<_> = fitting(book, entity, text).into_iter().map(|uuid| (entity, uuid)).collect();
    one(book, entity, text, &found).map(|(_, uuid)| uuid)
}

fn one(book: &Book, entity: Entity, text: &str, found: &[(Entity, Uuid)]) -> Result<(Entity, Uuid), Failure> {
    match found {
        [] => Err(Failure::not_found(Sentence::new("not-found").word("entity", entity.term()).text("input", text))),
        [one] => Ok(*one),
        several => {
            let named = several.iter().take(MOST_NAMED).map(|(entity, uuid)| say::address(book, *entity, *uuid));
            let list = Arg::texts(named);
            Err(Failure::not_found(Sentence::new("several-fit").text("input", text).with("list", list)))
        }
    }
}

/// All that fit, by the surest way in which any fits.
fn fitting(book: &Book, entity: Entity, text: &str) -> Vec<Uuid> {
    if let Ok(uuid) = Uuid::try_parse(text)
        && book.contains(entity, uuid)
    {
        return vec![forwarded(book, entity, uuid)];
    }
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let latin = latin(&wanted);
    let begins = text.to_lowercase();
    let mut ranked: Vec<(u8, Uuid)> = book
        .records(entity)
        .iter()
        .filter_map(|record| Some((rank(record, &wanted, &latin, &begins)?, forwarded(book, entity, record.uuid()))))
        .collect();
    ranked.sort_unstable();
    ranked.dedup_by_key(|(_, uuid)| *uuid);
    let best = ranked.first().map(|(rank, _)| *rank);
    ranked.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, uuid)| uuid).collect()
}

/// A merged record stands for the one it went into (R3).
fn forwarded(book: &Book, entity: Entity, uuid: Uuid) -> Uuid {
    let mut at = uuid;
    for _ in 0..16 {
        let next = book.record(entity, at).and_then(|record| match record {
            Record::Client(client) => client.merged_into.map(|id| id.uuid),
            Record::Person(person) => person.merged_into.map(|id| id.uuid),
            _ => None,
        });
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

fn rank(record: &Record, wanted: &str, latin_wanted: &str, begins: &str) -> Option<u8> {
    let handle = record.field_json("handle").and_then(|json| json.as_str().map(str::to_owned));
    if handle.as_deref() == Some(begins) {
        return Some(0);
    }
    let names: Vec<String> = names(record).iter().map(|name| fold(name)).collect();
    if names.iter().any(|name| name == wanted) {
        return Some(1);
    }
    let uid = record.uuid().to_string();
    if begins.len() >= SHORTEST_UID && uid.starts_with(begins) {
        return Some(2);
    }
    if names.iter().any(|name| name.contains(wanted) || latin(name).contains(latin_wanted)) {
        return Some(3);
    }
    None
}

fn latin(text: &str) -> String {
    fold(&deunicode::deunicode(text))
}

/// The texts by which a record may be called.
fn names(record: &Record) -> Vec<String> {
    if let Record::Person(person) = record {
        let more = [&person.full_name, &person.name_latin, &person.salutation].into_iter().flatten().cloned();
        let mut reversed = person.display_name().split(' ').map(str::to_owned).collect::<Vec<_>>();
        reversed.reverse();
        return more.chain([person.display_name(), reversed.join(" ")]).collect();
    }
    let values = NAMES.iter().filter_map(|field| record.field_json(field));
    let own = values.filter_map(|json| json.as_str().map(str::to_owned));
    let per_language = record.field_json("name").and_then(|json| json.as_object().cloned()).unwrap_or_default();
    own.chain(per_language.values().filter_map(|json| json.as_str().map(str::to_owned))).collect()
}

/// A day and time given on the command line; a day alone begins at eight.
///
/// # Errors
/// It is neither.
pub fn moment(text: &str) -> Result<chrono::NaiveDateTime, Failure> {
    super::args::when(text).map_err(|_| Sentence::new("not-a-moment").text("input", text).into())
}

/// A day given on the command line.
///
/// # Errors
/// It is no day.
pub fn day(text: &str) -> Result<NaiveDate, Failure> {
    parse_day(text).ok_or_else(|| Sentence::new("not-a-date").text("input", text).into())
}
