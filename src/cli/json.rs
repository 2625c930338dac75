//! The documents for programs: one schema, records with their uid, clients and people as references, figures that say
//! how sure they are.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::known::Figure;
use crate::domain::figures::promises::due;
use crate::domain::json::Amount;
use crate::domain::{Book, Client, Entity, Id, Person, PlanTarget, Record};
use crate::i18n::Words;

const SCHEMA: &str = "attache/1";

/// A document with its schema first.
pub fn document<'a>(parts: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let mut map = Map::new();
    map.insert("schema".to_owned(), SCHEMA.into());
    map.extend(parts.into_iter().map(|(key, json)| (key.to_owned(), json)));
    Json::Object(map)
}

pub fn client(book: &Book, id: Id<Client>) -> Json {
    book.client.get(id).map_or(
        Json::Null,
        |client| json!({ "uid": client.head.uid.to_string(), "handle": client.handle, "name": client.name }),
    )
}

pub fn person(book: &Book, words: &Words, id: Id<Person>) -> Json {
    book.person.get(id).map_or(Json::Null, |person| {
        let name = words.person_name(person, book.settings().name_display);
        json!({ "uid": person.head.uid.to_string(), "handle": person.handle, "name": name })
    })
}

/// A number with the digits it is shown with.
pub fn decimal(value: Decimal) -> Json {
    if value.fract().is_zero()
        && let Some(whole) = value.to_i64()
    {
        return whole.into();
    }
    value.to_f64().map_or(Json::Null, Json::from)
}

/// A computed figure: how sure it is, its value, of how many parts, and what is missing.
pub fn figure<T>(words: &Words, figure: &Figure<T>, value: impl FnOnce(&T) -> Json) -> Json {
    json!({
        "state": figure.state().word(),
        "value": figure.value().map_or(Json::Null, value),
        "known": figure.known,
        "of": figure.of,
        "why": figure.why.as_ref().map(|why| words.sentence(why)),
    })
}

/// A record with all its fields; a promise also with the day on which it is shown as due.
pub fn record(book: &Book, words: &Words, record: &Record) -> Json {
    let mut map = record.to_json();
    let currency = record.currency();
    for field in record.entity().fields() {
        let Some(json) = map.get_mut(field.name) else { continue };
        if let (Kind::Minor, Some(minor), Some(currency)) = (field.kind, json.as_i64(), currency) {
            *json = json!({ "minor": minor, "currency": currency.code() });
        } else {
            value(book, words, field, json);
        }
    }
    if let Record::PlanTarget(row) = record {
        map.insert("target".to_owned(), target(row));
    }
    if let Record::Commitment(promise) = record {
        // `due` is the day that was promised; ours that falls on a day off is shown on the working day before.
        let shown = due(&Calendar::of(book.settings()), promise);
        map.insert("due_shown".to_owned(), shown.map(|day| day.to_string()).into());
    }
    Json::Object(map)
}

/// What is planned: money, or a number.
pub fn target(row: &PlanTarget) -> Json {
    match &row.target {
        Amount::Text(text) => text.parse().map_or_else(|_| text.as_str().into(), decimal),
        amount => amount.json(),
    }
}

/// Replaces a value by its form in a document.
fn value(book: &Book, words: &Words, field: &Field, json: &mut Json) {
    match field.kind {
        Kind::Decimal => {
            if let Some(number) = json.as_str().and_then(|text| text.parse().ok()) {
                *json = decimal(number);
            }
        }
        Kind::Ref(entity) => reference(book, words, entity, json),
        Kind::Refs(entity) => {
            if let Json::Array(items) = json {
                for item in items {
                    reference(book, words, entity, item);
                }
            }
        }
        Kind::Part(fields) => part(book, words, fields, json),
        Kind::Parts(fields) => {
            if let Json::Array(items) = json {
                for item in items {
                    part(book, words, fields, item);
                }
            }
        }
        _ => {}
    }
}

fn part(book: &Book, words: &Words, fields: &[Field], json: &mut Json) {
    for field in fields {
        if let Some(json) = json.get_mut(field.name) {
            value(book, words, field, json);
        }
    }
}

fn reference(book: &Book, words: &Words, entity: Entity, json: &mut Json) {
    let Some(uuid) = json.as_str().and_then(|text| text.parse::<Uuid>().ok()) else { return };
    match entity {
        Entity::Client => *json = client(book, Id::new(uuid)),
        Entity::Person => *json = person(book, words, Id::new(uuid)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::DEMO;

    #[test]
    fn a_planned_level_is_a_number() {
        let mut row = DEMO.plan_target.iter().next().unwrap().clone();
        let text = |text: &str| Amount::Text(text.to_owned());
        for (amount, expected) in [(text("8.5"), json!(8.5)), (Amount::Number(8), json!(8)), (text("x"), json!("x"))] {
            row.target = amount;
            assert_eq!(target(&row), expected);
        }
    }
}
