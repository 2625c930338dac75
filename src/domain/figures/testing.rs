//! Books for tests: the demo portfolio, and small ones written as JSON with readable names for uids.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::book::{Book, Entity, SETTINGS};
use crate::domain::date::{Instant, parse_day, parse_instant};
use crate::domain::table::{Head, Id};

/// The day on which the demo portfolio stands, a Monday.
pub(crate) static DEMO: LazyLock<Book> = LazyLock::new(|| {
    let text = include_str!("../../../assets/demo.json");
    book(&serde_json::from_str(text).unwrap())
});

pub(crate) fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

pub(crate) fn demo_today() -> NaiveDate {
    day("2026-11-23")
}

/// 08:00 in Sofia on the demo's day.
pub(crate) fn demo_now() -> Instant {
    parse_instant("2026-11-23T06:00:00Z").unwrap()
}

pub(crate) fn uuid(name: &str) -> Uuid {
    let hash: [u8; 32] = Sha256::digest(name).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

pub(crate) fn id<T>(name: &str) -> Id<T> {
    Id::new(uuid(name))
}

/// A book from `{"settings": {..}, "tables": {..}}`, where each row has a `uid` of any spelling.
pub(crate) fn book(json: &Json) -> Book {
    let tables = json["tables"].as_object().unwrap();
    let rows = || tables.values().flat_map(|rows| rows.as_array().unwrap());
    let names: HashSet<String> = rows().filter_map(|row| Some(row["uid"].as_str()?.to_owned())).collect();
    let mut book = Book::default();
    if let Some(settings) = json.get("settings").and_then(Json::as_object) {
        book.put(Entity::Settings.record(head(SETTINGS, None), settings).unwrap());
    }
    for (table, rows) in tables {
        let entity = Entity::from_table(table).unwrap();
        for (at, row) in rows.as_array().unwrap().iter().enumerate() {
            put(&mut book, entity, &names, row.as_object().unwrap(), &format!("{table} {at}"));
        }
    }
    book
}

fn put(book: &mut Book, entity: Entity, names: &HashSet<String>, row: &Map<String, Json>, unnamed: &str) {
    let mut fields = row.clone();
    let uid = fields.remove("uid").and_then(|uid| uid.as_str().map(uuid)).unwrap_or_else(|| uuid(unnamed));
    let made = fields.remove("created_at").and_then(|at| parse_instant(at.as_str()?));
    let refs = fields.iter_mut().filter(|(field, _)| !matches!(field.as_str(), "name" | "handle"));
    refs.for_each(|(_, value)| named(value, names));
    book.put(entity.record(head(uid, made), &fields).unwrap_or_else(|fault| panic!("{unnamed}: {fault:?}")));
}

fn head(uid: Uuid, made: Option<Instant>) -> Head {
    let at = made.unwrap_or_default();
    Head { uid, rev: 1, created_at: at, updated_at: at }
}

/// Turns each readable uid into the uid made of it.
fn named(value: &mut Json, names: &HashSet<String>) {
    match value {
        Json::String(text) if names.contains(text) => *text = uuid(text).to_string(),
        Json::Array(items) => items.iter_mut().for_each(|item| named(item, names)),
        Json::Object(map) => map.values_mut().for_each(|item| named(item, names)),
        _ => {}
    }
}

/// A client with the fields that must be there.
pub(crate) fn client(name: &str, more: Json) -> Json {
    with(serde_json::json!({ "uid": name, "handle": name, "name": name, "assigned_on": "2020-01-01" }), more)
}

pub(crate) fn with(mut row: Json, more: Json) -> Json {
    if let (Some(row), Json::Object(more)) = (row.as_object_mut(), more) {
        row.extend(more);
    }
    row
}

#[test]
fn the_demo_reads() {
    assert_eq!(DEMO.client.len(), 31);
    assert_eq!(DEMO.settings().holidays.len(), 5);
}
