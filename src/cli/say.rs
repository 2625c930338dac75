//! Records and values of the book as text for people, in the words of one language.

use serde_json::Value as Json;
use uuid::Uuid;

use crate::domain::date::{PartialDate, parse_day, parse_local};
use crate::domain::field::{Field, FieldType, Kind, Need};
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::promises::due;
use crate::domain::money::Money;
use crate::domain::{Book, Client, Entity, Id, Person, Record, Visit, naming};
use crate::i18n::{Words, shown};

fn own_text(record: &Record) -> String {
    let fields = ["name", "title", "text", "question", "label", "code", "position"];
    fields.iter().find_map(|field| Some(record.field_json(field)?.as_str()?.to_owned())).unwrap_or_default()
}

pub fn client(book: &Book, id: Id<Client>) -> String {
    book.client.get(id).map(|client| client.short_name.as_ref().unwrap_or(&client.name).clone()).unwrap_or_default()
}

pub fn person(book: &Book, words: &Words, id: Id<Person>) -> String {
    let display = book.settings().name_display;
    book.person.get(id).map(|person| words.person_name(person, display)).unwrap_or_default()
}

/// A record by what tells it from others, in one line; empty when the book has none of it.
pub fn label(book: &Book, words: &Words, entity: Entity, uuid: Uuid) -> String {
    let parts = naming::label_parts(book, entity, uuid);
    parts.iter().map(|part| words.arg(part)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A record inside a line about another.
fn name(book: &Book, words: &Words, entity: Entity, uuid: Uuid) -> String {
    match entity {
        Entity::Client => client(book, Id::new(uuid)),
        Entity::Person => person(book, words, Id::new(uuid)),
        Entity::Product => {
            let product = book.product.by_uuid(uuid);
            product.map(|product| product.name.say(words.lang()).to_owned()).unwrap_or_default()
        }
        Entity::Visit => match book.visit.by_uuid(uuid) {
            Some(visit) => format!(
                "{} {}",
                client(book, visit.client),
                words.moment_dated(visit.local_start(book.settings().zone))
            ),
            None => String::new(),
        },
        entity => book.record(entity, uuid).map(|record| own_text(&record)).unwrap_or_default(),
    }
}

/// When a visit begins by the book's clocks, and by those of its own place where they show another time.
fn start(book: &Book, words: &Words, visit: &Visit) -> String {
    let zone = book.settings().zone;
    let here = words.moment_dated(visit.local_start(zone));
    match words.elsewhere(visit, zone) {
        Some(there) => format!("{here} {there}"),
        None => here,
    }
}

/// A promise may have no date, which is not that nobody knows it.
pub fn is_without_date(record: &Record, field: &Field) -> bool {
    matches!(record, Record::Commitment(promise) if promise.due.is_none()) && field.name == "due"
}

/// The value of a field; what is not there reads as the word for unknown.
pub fn value(book: &Book, words: &Words, record: &Record, field: &Field) -> String {
    let json = record.field_json(field.name).unwrap_or_default();
    if let (Kind::Minor, Some(minor)) = (field.kind, json.as_i64())
        && let Some(currency) = record.currency()
    {
        return words.money(Money::new(minor, currency));
    }
    let about_nobody = matches!(field.kind, Kind::Ref(_)) && field.need == Need::Optional;
    if json.is_null() && (about_nobody || matches!(field.name, "from" | "to" | "quarter")) {
        // Since before we knew, or still, or of the whole year: there is none, which is not unknown.
        return "-".to_owned();
    }
    if is_without_date(record, field) {
        return words.term("word.no_date");
    }
    if let (Record::Visit(visit), "start") = (record, field.name) {
        return start(book, words, visit);
    }
    let said = plain(book, words, field.kind, &json);
    match record {
        Record::Commitment(promise) if field.name == "due" => {
            // Ours that falls on a day off is due the working day before.
            let counts = due(&Calendar::of(book.settings()), promise).filter(|day| Some(*day) != promise.due);
            counts.map(|day| words.remarks(&[said.as_str(), &words.due(day)])).unwrap_or(said)
        }
        _ => said,
    }
}

/// A value by what its field holds.
pub fn plain(book: &Book, words: &Words, kind: Kind, json: &Json) -> String {
    match (kind, json) {
        (_, Json::Null) => words.unknown(),
        (Kind::Bool, Json::Bool(yes)) => words.term(if *yes { "word.yes" } else { "word.no" }),
        (Kind::Word { term, .. }, Json::String(word)) => words.short(&format!("{term}.{word}")),
        (Kind::Day | Kind::PartialDay, Json::String(text)) => day(words, text),
        (Kind::Local, Json::String(text)) => {
            parse_local(text).map_or_else(|| text.clone(), |time| words.moment_dated(time))
        }
        (Kind::Month, Json::String(text)) => text.parse().map_or_else(|()| text.clone(), |month| words.month(month)),
        (Kind::Money | Kind::Amount { .. }, Json::Object(_)) => {
            Money::from_json(json).map_or_else(|_| json.to_string(), |money| words.money(money))
        }
        (Kind::Amount { rate: true, .. }, Json::Number(points)) => {
            points.as_i64().map_or_else(|| points.to_string(), |points| words.basis_points(points))
        }
        (Kind::Ref(entity), Json::String(uid)) => {
            uid.parse().map_or_else(|_| uid.clone(), |uuid| name(book, words, entity, uuid))
        }
        (Kind::AnyRef, Json::String(uid)) => {
            let found = uid.parse().ok().and_then(|uuid| Some((book.entity_of(uuid)?, uuid)));
            found.map_or_else(|| uid.clone(), |(entity, uuid)| name(book, words, entity, uuid))
        }
        (Kind::Refs(entity), Json::Array(items)) => {
            list(words, items, |item| plain(book, words, Kind::Ref(entity), item))
        }
        (Kind::Words { term, words: all }, Json::Array(items)) => {
            list(words, items, |item| plain(book, words, Kind::Word { term, words: all }, item))
        }
        (Kind::Lines(_), Json::Array(items)) => list(words, items, text),
        (Kind::Part(fields), Json::Object(_)) => part(book, words, fields, json),
        (Kind::Parts(_), Json::Array(items)) if items.is_empty() => "-".to_owned(),
        (Kind::Parts(fields), Json::Array(items)) => {
            items.iter().map(|item| part(book, words, fields, item)).collect::<Vec<_>>().join(words.semicolon())
        }
        (Kind::PerLanguage(_), Json::Object(map)) => {
            let own = map.get(words.lang().word()).filter(|json| !json.is_null());
            own.or_else(|| map.values().find(|json| !json.is_null())).map(text).unwrap_or_default()
        }
        (_, json) => text(json),
    }
}

fn text(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}

fn day(words: &Words, text: &str) -> String {
    match parse_day(text) {
        Some(day) => words.date(day),
        None => text.parse::<PartialDate>().map_or_else(|()| text.to_owned(), |day| words.partial(day)),
    }
}

fn list(words: &Words, items: &[Json], say: impl Fn(&Json) -> String) -> String {
    if items.is_empty() {
        return "-".to_owned();
    }
    words.list(&items.iter().map(say).collect::<Vec<_>>())
}

/// A small record: its values that are there.
fn part(book: &Book, words: &Words, fields: &[Field], json: &Json) -> String {
    if let Some(told) = shown::numbers(words, "", fields, json) {
        return told;
    }
    let there = fields.iter().filter_map(|field| Some((field, json.get(field.name)?)));
    let there = there.filter(|(_, json)| !json.is_null() && **json != Json::Bool(false));
    there.map(|(field, json)| plain(book, words, field.kind, json)).collect::<Vec<_>>().join(" ")
}
