//! Books for tests: the demo portfolio, and small ones written as JSON with readable names for uids.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};
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
    with(json!({ "uid": name, "handle": name, "name": name, "assigned_on": "2020-01-01" }), more)
}

pub(crate) fn with(mut row: Json, more: Json) -> Json {
    if let (Some(row), Json::Object(more)) = (row.as_object_mut(), more) {
        row.extend(more);
    }
    row
}

const LEVELS: [&str; 5] = ["board", "top", "middle", "specialist", "support"];
const KINDS: [&str; 8] =
    ["prepares", "agrees", "speaks_for", "budgets", "decides", "influences", "operates", "informs"];

/// A client with so many people, everybody with a role, and as many lines between them.
pub(crate) fn crowd(people: usize, lines: usize) -> Book {
    let person =
        |n: usize| json!({ "uid": format!("p{n}"), "handle": format!("p{n}"), "family_name": format!("Person{n:02}") });
    let place = |n: usize| json!({ "uid": format!("a{n}"), "person": format!("p{n}"), "client": "c", "level": LEVELS[n * LEVELS.len() / people] });
    let role = |n: usize| {
        json!({
            "uid": format!("r{n}"), "person": format!("p{n}"), "client": "c", "kind": KINDS[n % KINDS.len()],
            "certainty": "heard", "learned_on": "2026-11-01",
        })
    };
    let line = |n: usize| {
        let (from, reports) = (n % people, n < people - 1);
        let from = if reports { from + 1 } else { from };
        let to = if reports { from / 2 } else { (from + 7) % people };
        json!({
            "uid": format!("l{n}"), "from_person": format!("p{from}"), "to_person": format!("p{to}"), "client": "c",
            "kind": if reports { "reports_to" } else { "influences" }, "strength": if reports { Json::Null } else { json!(1 + n % 3) },
            "certainty": "heard", "learned_on": "2026-11-01",
        })
    };
    book(&json!({ "tables": {
        "client": [client("c", json!({}))],
        "person": (0..people).map(person).collect::<Json>(),
        "affiliation": (0..people).map(place).collect::<Json>(),
        "role": (0..people).map(role).collect::<Json>(),
        "visit": [{
            "uid": "v", "client": "c", "start": "2026-11-10T10:00", "zone": "UTC", "status": "held",
            "attendees": [{ "person": format!("p{}", people - 1), "expected": true, "came": "yes" }],
        }],
        "influence": (0..lines).map(line).collect::<Json>(),
    }}))
}

#[test]
fn the_demo_reads() {
    assert_eq!(DEMO.client.len(), 31);
    assert_eq!(DEMO.settings().holidays.len(), 5);
}
