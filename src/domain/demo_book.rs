//! The demo portfolio as a [`Book`], for tests of figures alone: it reads what it expects and fails on anything else.
//! It is no reader of snapshots.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::book::{Book, Entity, SETTINGS};
use super::date::{Instant, parse_day, parse_instant};
use super::field::{Field, Kind};
use super::table::{Head, Id, Row};

static DEMO: LazyLock<Demo> = LazyLock::new(Demo::read);

/// The demo book and the readable names of its rows.
pub struct Demo {
    pub book: Book,
    names: HashMap<String, Uuid>,
}

/// The day on which the demo portfolio is true.
pub fn today() -> NaiveDate {
    parse_day("2026-11-23").unwrap()
}

pub fn book() -> &'static Book {
    &DEMO.book
}

/// The row with this readable name, e.g. `id::<Client>("c-volga-metall")`.
pub fn id<T: Row>(name: &str) -> Id<T> {
    Id::new(*DEMO.names.get(name).unwrap_or_else(|| panic!("no row {name} in the demo")))
}

/// The readable name of a row.
pub fn name(uuid: Uuid) -> &'static str {
    DEMO.names.iter().find(|(_, named)| **named == uuid).map_or("?", |(name, _)| name)
}

impl Demo {
    fn read() -> Self {
        let file: Json = serde_json::from_str(include_str!("../../assets/demo.json")).unwrap();
        let tables = file["tables"].as_object().unwrap();
        let mut names = HashMap::new();
        for (table, rows) in tables {
            for row in rows.as_array().unwrap() {
                let name = row["uid"].as_str().unwrap();
                names.insert(name.to_owned(), named_uid(table, name));
            }
        }
        let mut book = Book::default();
        let settings = file["settings"].as_object().unwrap();
        book.put(Entity::Settings.record(head(SETTINGS, None), settings).unwrap());
        for (table, rows) in tables {
            let entity = Entity::from_table(table).unwrap_or_else(|| panic!("no table {table}"));
            for row in rows.as_array().unwrap() {
                put(&mut book, entity, row.as_object().unwrap().clone(), &names);
            }
        }
        Self { book, names }
    }
}

fn put(book: &mut Book, entity: Entity, mut row: Map<String, Json>, names: &HashMap<String, Uuid>) {
    let name = row.remove("uid").unwrap();
    let created_at = row.remove("created_at");
    name_refs(&mut row, entity.fields(), names);
    let head = head(names[name.as_str().unwrap()], created_at.as_ref().and_then(Json::as_str));
    let record = entity.record(head, &row).unwrap_or_else(|fault| panic!("{} {name}: {fault:?}", entity.table()));
    book.put(record);
}

fn head(uid: Uuid, created_at: Option<&str>) -> Head {
    let at = created_at.map_or_else(Instant::default, |text| parse_instant(text).unwrap());
    Head { uid, rev: 1, created_at: at, updated_at: at }
}

/// Readable names become uids wherever a field points at a record.
fn name_refs(row: &mut Map<String, Json>, fields: &[Field], names: &HashMap<String, Uuid>) {
    for field in fields {
        let Some(value) = row.get_mut(field.name) else { continue };
        match (field.kind, value) {
            (Kind::Ref(_) | Kind::AnyRef, value) => name_ref(value, names),
            (Kind::Refs(_), Json::Array(items)) => items.iter_mut().for_each(|item| name_ref(item, names)),
            (Kind::Parts(parts), Json::Array(items)) => {
                items.iter_mut().filter_map(Json::as_object_mut).for_each(|item| name_refs(item, parts, names));
            }
            _ => {}
        }
    }
}

fn name_ref(value: &mut Json, names: &HashMap<String, Uuid>) {
    if let Some(name) = value.as_str() {
        *value = names.get(name).unwrap_or_else(|| panic!("{name} points to nothing")).to_string().into();
    }
}

/// A uid derived from table and name, the same at every reading.
fn named_uid(table: &str, name: &str) -> Uuid {
    let digest = Sha256::digest(format!("{table}\n{name}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Client;

    #[test]
    fn every_row_of_the_demo_is_in_the_book() {
        assert_eq!((book().client.len(), book().person.len(), book().ledger_month.len()), (31, 81, 617));
        let volga = id::<Client>("c-volga-metall");
        assert_eq!(book().client.get(volga).map(|client| client.handle.as_str()), Some("volga-metall"));
        assert_eq!(name(volga.uuid), "c-volga-metall");
    }
}
