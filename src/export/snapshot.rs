//! The whole book as one JSON document, lossless: the same book gives the same bytes.
//!
//! Reading resolves names: a uid that is no UUID is a name inside the file, and its row gets a uid derived from table
//! and name, so that the same file a second time changes nothing.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::book::SETTINGS;
use crate::domain::date::{Instant, instant_text, parse_day, parse_instant};
use crate::domain::edit::{GivenHead, Incoming};
use crate::domain::field::{Field, Kind};
use crate::domain::step::Step;
use crate::domain::table::Head;
use crate::domain::{Arg, Book, Entity, Record, Sentence};

const FORMAT: &str = "attache";
const VERSION: i64 = 1;

/// A document that has been read and resolved.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The day on which the file was true, where it says so.
    pub today: Option<NaiveDate>,
    pub rows: Vec<Incoming>,
}

/// The book as a document; with `journal` also its steps.
pub fn write(book: &Book, journal: Option<&[Step]>) -> String {
    let tables: Map<String, Json> = Entity::ALL
        .iter()
        .filter(|entity| **entity != Entity::Settings)
        .map(|entity| {
            let rows = book.records(*entity).iter().map(|record| Json::Object(record.to_json())).collect();
            (entity.table().to_owned(), Json::Array(rows))
        })
        .collect();
    let settings = book.record(Entity::Settings, SETTINGS).map_or(Json::Null, |record| Json::Object(record.to_json()));
    let mut document = json!({ "format": FORMAT, "version": VERSION, "settings": settings, "tables": tables });
    if let (Some(steps), Some(map)) = (journal, document.as_object_mut()) {
        map.insert("journal".into(), steps.iter().map(step_json).collect());
    }
    // A map of strings to JSON values always serialises.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// A step as the snapshot's journal and `history --json` write it.
pub fn step_json(step: &Step) -> Json {
    let side = |record: &Option<Record>| record.as_ref().map_or(Json::Null, |record| Json::Object(record.to_json()));
    let changes = step.changes.iter().map(|change| {
        json!({
            "entity": change.entity().table(), "uid": change.uuid().to_string(),
            "before": side(&change.before), "after": side(&change.after),
        })
    });
    json!({
        "number": step.number, "at": instant_text(step.at), "kind": step.kind.word(), "of": step.of,
        "title": step.title.to_json(), "client": step.client.map(|uid| uid.to_string()), "device": step.device,
        "reason": step.reason, "changes": changes.collect::<Json>(),
    })
}

/// Reads a document. `now` stands for times that the file does not give.
///
/// # Errors
/// What is wrong and where: not JSON, cut, another program's, a newer version, an unknown table, a row that cannot be
/// read.
pub fn read(text: &str, now: Instant) -> Result<Snapshot, Sentence> {
    let document: Json = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| not_json(&error))?;
    let document = document.as_object().filter(|map| map.get("format").and_then(Json::as_str) == Some(FORMAT));
    let document = document.ok_or_else(|| Sentence::new("snapshot-foreign"))?;
    match document.get("version").and_then(Json::as_i64) {
        Some(VERSION) => {}
        version => {
            let version = version.map_or_else(|| "?".to_owned(), |n| n.to_string());
            return Err(Sentence::new("snapshot-newer").text("version", version));
        }
    }
    let tables = document.get("tables").and_then(Json::as_object).ok_or_else(|| Sentence::new("snapshot-foreign"))?;
    let names = Names::collect(tables)?;
    let mut rows = Vec::new();
    if let Some(settings) = document.get("settings").and_then(Json::as_object) {
        let mut settings = settings.clone();
        settings.insert("uid".into(), SETTINGS.to_string().into());
        rows.push(incoming(Entity::Settings, 0, &settings, &names, now)?);
    }
    for entity in Entity::ALL {
        for (index, row) in table_rows(tables, *entity).iter().enumerate() {
            let place = || row_fault(*entity, index, None, "uid", Sentence::new("wrong-json").text("input", "…"));
            let row = row.as_object().ok_or_else(place)?;
            rows.push(incoming(*entity, index, row, &names, now)?);
        }
    }
    let today = document.get("today").and_then(Json::as_str).and_then(parse_day);
    Ok(Snapshot { today, rows })
}

fn table_rows(tables: &Map<String, Json>, entity: Entity) -> &[Json] {
    tables.get(entity.table()).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

fn not_json(error: &serde_json::Error) -> Sentence {
    if error.is_eof() {
        return Sentence::new("snapshot-cut");
    }
    Sentence::new("snapshot-not-json").count("line", error.line()).count("column", error.column())
}

fn row_fault(entity: Entity, index: usize, uid: Option<&str>, field: &str, why: Sentence) -> Sentence {
    Sentence::new("snapshot-row")
        .text("table", entity.table())
        .text("row", uid.map_or_else(|| format!("#{}", index + 1), str::to_owned))
        .text("field", field)
        .with("why", Arg::Sentence(Box::new(why)))
}

/// What the uids of a file mean: each name in the file, its table and its uid.
struct Names(HashMap<String, (Entity, Uuid)>);

impl Names {
    fn collect(tables: &Map<String, Json>) -> Result<Self, Sentence> {
        let mut names = HashMap::new();
        for (table, rows) in tables {
            let entity = Entity::from_table(table).filter(|entity| *entity != Entity::Settings);
            let entity = entity.ok_or_else(|| Sentence::new("snapshot-unknown-table").text("input", table))?;
            for (index, row) in rows.as_array().into_iter().flatten().enumerate() {
                let missing =
                    || row_fault(entity, index, None, "uid", Sentence::new("required-field").about(entity, "uid"));
                let name = row.get("uid").and_then(Json::as_str).ok_or_else(missing)?;
                if names.insert(name.to_owned(), (entity, uid_of(entity, name))).is_some() {
                    let twice = Sentence::new("snapshot-duplicate-uid").text("uid", name);
                    return Err(twice.text("table", entity.table()));
                }
            }
        }
        Ok(Self(names))
    }

    /// The uid a reference means. One that the file does not hold is looked for in the book later.
    fn resolve(&self, of: Option<Entity>, name: &str) -> Result<String, Sentence> {
        match self.0.get(name) {
            Some((entity, uid)) if of.is_none_or(|of| of == *entity) => Ok(uid.to_string()),
            None if Uuid::try_parse(name).is_ok() => Ok(name.to_owned()),
            _ => Err(Sentence::new("reference-to-nothing").text("input", name)),
        }
    }
}

/// A UUID as it is; a name becomes a UUIDv8 of table and name.
fn uid_of(entity: Entity, name: &str) -> Uuid {
    Uuid::try_parse(name).unwrap_or_else(|_| {
        let digest = Sha256::digest(format!("{}\0{name}", entity.table()));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Uuid::new_v8(bytes)
    })
}

fn incoming(
    entity: Entity,
    index: usize,
    row: &Map<String, Json>,
    names: &Names,
    now: Instant,
) -> Result<Incoming, Sentence> {
    let uid = row.get("uid").and_then(Json::as_str).unwrap_or_default();
    let fault = |field: &str, why: Sentence| row_fault(entity, index, Some(uid), field, why.about(entity, field));
    let mut fields = row.clone();
    fields.remove("uid");
    let (head, given) = head(entity, uid, &mut fields, now).map_err(|(field, why)| fault(field, why))?;
    for field in entity.fields() {
        if let Some(value) = fields.get_mut(field.name) {
            resolve(field.kind, value, names).map_err(|why| fault(field.name, why.word("entity", entity.term())))?;
        }
    }
    let record = entity.record(head, &fields).map_err(|wrong| fault(&wrong.field, wrong.sentence))?;
    Ok(Incoming { record, given })
}

fn head(
    entity: Entity,
    uid: &str,
    fields: &mut Map<String, Json>,
    now: Instant,
) -> Result<(Head, GivenHead), (&'static str, Sentence)> {
    let mut take = |key| fields.remove(key).filter(|json| !json.is_null());
    let wrong = |json: &Json| Sentence::new("wrong-json").with("input", crate::domain::field::shown(json));
    let instant = |key: &'static str, json: Option<&Json>| match json {
        None => Ok(now),
        Some(json) => json.as_str().and_then(parse_instant).ok_or_else(|| (key, wrong(json))),
    };
    let (rev, created, updated) = (take("rev"), take("created_at"), take("updated_at"));
    let rev_number = match &rev {
        None => 1,
        Some(json) => json.as_i64().filter(|rev| *rev >= 1).ok_or_else(|| ("rev", wrong(json)))?,
    };
    let created_at = instant("created_at", created.as_ref())?;
    let updated_at = if updated.is_none() { created_at } else { instant("updated_at", updated.as_ref())? };
    let uid = if entity == Entity::Settings { SETTINGS } else { uid_of(entity, uid) };
    let given = GivenHead { rev: rev.is_some(), created_at: created.is_some(), updated_at: updated.is_some() };
    Ok((Head { uid, rev: rev_number, created_at, updated_at }, given))
}

/// Replaces the names in a value's references by uids.
fn resolve(kind: Kind, value: &mut Json, names: &Names) -> Result<(), Sentence> {
    let put = |value: &mut Json, of: Option<Entity>| -> Result<(), Sentence> {
        if let Json::String(name) = value {
            *name = names.resolve(of, name)?;
        }
        Ok(())
    };
    match (kind, value) {
        (Kind::Ref(entity), value) => put(value, Some(entity)),
        (Kind::AnyRef, value) => put(value, None),
        (Kind::Refs(entity), Json::Array(items)) => items.iter_mut().try_for_each(|item| put(item, Some(entity))),
        (Kind::Part(fields), value) => resolve_part(fields, value, names),
        (Kind::Parts(fields), Json::Array(items)) => {
            items.iter_mut().try_for_each(|item| resolve_part(fields, item, names))
        }
        _ => Ok(()),
    }
}

fn resolve_part(fields: &[Field], value: &mut Json, names: &Names) -> Result<(), Sentence> {
    for field in fields {
        if let Some(value) = value.get_mut(field.name) {
            resolve(field.kind, value, names)?;
        }
    }
    Ok(())
}
