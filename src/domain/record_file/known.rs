//! Which row of the book a line of a file means: by its uid, by the key another program gave it, else by the fields
//! that tell such rows apart.

use rustc_hash::FxHashMap;
use serde_json::Value as Json;
use uuid::Uuid;

use super::kind::RecordKind;
use crate::domain::book::Book;
use crate::domain::edit::Fields;
use crate::domain::table::AnyRow;
use crate::domain::text::fold;

pub(super) struct Known {
    kind: RecordKind,
    by_key: FxHashMap<String, Uuid>,
    by_external: FxHashMap<String, Uuid>,
}

impl Known {
    pub fn of(kind: RecordKind, book: &Book) -> Self {
        let mut known = Self { kind, by_key: FxHashMap::default(), by_external: FxHashMap::default() };
        for row in book.rows(kind.entity()) {
            let value = |field: &str| row.value(field);
            if value("merged_into").is_some_and(|into| !into.is_null()) {
                continue;
            }
            if let Some(key) = known.key(value) {
                known.by_key.entry(key).or_insert(row.uuid());
            }
            known.external(row);
        }
        known
    }

    fn external(&mut self, row: &dyn AnyRow) {
        let ids = row.value("external_ids");
        for id in ids.iter().filter_map(Json::as_array).flatten().filter_map(Json::as_str) {
            self.by_external.entry(id.to_owned()).or_insert(row.uuid());
        }
    }

    /// A row that an earlier line makes.
    pub fn put(&mut self, fields: &Fields, uuid: Uuid) {
        if let Some(key) = self.key(|field| fields.get(field).cloned()) {
            self.by_key.entry(key).or_insert(uuid);
        }
        for id in external_ids(fields) {
            self.by_external.entry(id.to_owned()).or_insert(uuid);
        }
    }

    pub fn by_external(&self, fields: &Fields) -> Option<Uuid> {
        external_ids(fields).find_map(|id| self.by_external.get(id)).copied()
    }

    pub fn by_key(&self, fields: &Fields) -> Option<Uuid> {
        self.by_key.get(&self.key(|field| fields.get(field).cloned())?).copied()
    }

    fn key(&self, value: impl Fn(&str) -> Option<Json>) -> Option<String> {
        let values: Vec<Json> = self.kind.key().iter().map(|field| value(field).unwrap_or_default()).collect();
        let says = values.iter().any(|value| !value.is_null());
        says.then(|| fold(&Json::Array(values).to_string()))
    }
}

fn external_ids(fields: &Fields) -> impl Iterator<Item = &str> {
    fields.get("external_ids").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
}
