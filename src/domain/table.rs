//! Rows by uid, and which rows point at which.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::book::{Book, Entity, Record};
use super::date::Instant;
use super::field::{Cell, Field, FieldType, Kind, Place, Stored, shown};
use super::json::Element;
use super::sentence::Sentence;

/// The uid of a row of one entity.
pub struct Id<T> {
    pub uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    pub const fn new(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

fn read_uuid(json: &Json) -> Result<Uuid, Sentence> {
    json.as_str()
        .and_then(|text| Uuid::try_parse(text).ok())
        .ok_or_else(|| Sentence::new("wrong-json").with("input", shown(json)))
}

fn uuid_cell(cells: &[Cell<'_>]) -> Option<Uuid> {
    match cells {
        [Cell::Text(text)] => Uuid::try_parse(text).ok(),
        _ => None,
    }
}

impl<T: Row> FieldType for Id<T> {
    const KIND: Kind = Kind::Ref(T::ENTITY);

    fn json(&self) -> Json {
        self.uuid.to_string().into()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        read_uuid(json).map(Self::new)
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        uuid_cell(cells).map(Self::new)
    }

    fn refs(&self, out: &mut Vec<Uuid>) {
        out.push(self.uuid);
    }
}

impl<T: Row> Element for Id<T> {
    const LIST: Kind = Kind::Refs(T::ENTITY);

    fn element_json(&self) -> Json {
        self.json()
    }

    fn from_element(json: &Json) -> Result<Self, Sentence> {
        Self::from_json(json)
    }

    fn element_refs(&self, out: &mut Vec<Uuid>) {
        out.push(self.uuid);
    }
}

/// A reference whose entity another field tells (what a question is about, what answered a need).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnyId(pub Uuid);

impl FieldType for AnyId {
    const KIND: Kind = Kind::AnyRef;

    fn json(&self) -> Json {
        self.0.to_string().into()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        read_uuid(json).map(Self)
    }

    fn refs(&self, out: &mut Vec<Uuid>) {
        out.push(self.0);
    }
}

/// What every row has besides its fields. `rev` starts at 1 and counts saved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub uid: Uuid,
    pub rev: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// What is wrong with a row that was read: which field, and a sentence on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub sentence: Sentence,
}

/// One entity's rows. Implemented by `entity!` alone.
pub trait Row: Sized + Clone + PartialEq + 'static {
    const ENTITY: Entity;
    const FIELDS: &'static [Field];

    fn head(&self) -> &Head;
    fn head_mut(&mut self) -> &mut Head;

    fn uid(&self) -> Id<Self> {
        Id::new(self.head().uid)
    }

    /// The value of a field by its name; none when there is no such field.
    fn field_json(&self, name: &str) -> Option<Json>;

    /// # Errors
    /// A sentence when there is no such field or it cannot hold the value.
    fn set_field(&mut self, name: &str, json: &Json) -> Result<(), Sentence>;

    /// A row from its fields. A missing key is its default, else NULL; an unknown key is a fault.
    ///
    /// # Errors
    /// The first field that cannot be read or is required and missing.
    fn from_fields(head: Head, fields: &Map<String, Json>) -> Result<Self, Fault>;

    /// A row from its columns in the order of `FIELDS`, after the head's; names the field that is damaged.
    ///
    /// # Errors
    /// The name of the first column that does not hold its type.
    fn from_columns(head: Head, cells: &[Cell<'_>]) -> Result<Self, &'static str>;

    fn columns(&self) -> Vec<Stored>;
    fn refs(&self, out: &mut Vec<Uuid>);
    /// Hands over every text a person wrote into the row, with the place where it stands.
    fn texts<'a>(&'a self, each: &mut dyn FnMut(Place, &'a str));

    fn table(book: &Book) -> &Table<Self>;
    fn of_record(record: &Record) -> Option<&Self>;
    fn into_record(self) -> Record;

    /// All fields with their values, without the head.
    fn fields_json(&self) -> Map<String, Json> {
        let value = |field: &Field| self.field_json(field.name).unwrap_or_default();
        Self::FIELDS.iter().map(|field| (field.name.to_owned(), value(field))).collect()
    }
}

/// A row of whichever entity, looked at without copying it.
pub trait AnyRow {
    fn entity(&self) -> Entity;
    fn uuid(&self) -> Uuid;
    fn born(&self) -> Instant;
    /// Another one after every change of the row, and the same again after that is taken back.
    fn state(&self) -> (i64, Instant);
    fn value(&self, field: &str) -> Option<Json>;
    fn each_text<'a>(&'a self, each: &mut dyn FnMut(Place, &'a str));
    fn to_record(&self) -> Record;
}

impl<T: Row> AnyRow for T {
    fn entity(&self) -> Entity {
        T::ENTITY
    }

    fn uuid(&self) -> Uuid {
        self.head().uid
    }

    fn born(&self) -> Instant {
        self.head().created_at
    }

    fn state(&self) -> (i64, Instant) {
        (self.head().rev, self.head().updated_at)
    }

    fn value(&self, field: &str) -> Option<Json> {
        self.field_json(field)
    }

    fn each_text<'a>(&'a self, each: &mut dyn FnMut(Place, &'a str)) {
        self.texts(each);
    }

    fn to_record(&self) -> Record {
        self.clone().into_record()
    }
}

/// The rows of one entity, by uid, with a reverse index that is made when it is first asked for.
#[derive(Debug, Clone)]
pub struct Table<T> {
    rows: Vec<T>,
    at: FxHashMap<Uuid, usize>,
    pointing: OnceLock<FxHashMap<Uuid, Vec<u32>>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), at: FxHashMap::default(), pointing: OnceLock::new() }
    }
}

impl<T: Row> Table<T> {
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.by_uuid(id.uuid)
    }

    pub fn by_uuid(&self, uuid: Uuid) -> Option<&T> {
        self.at.get(&uuid).map(|&at| &self.rows[at])
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows, in no order that means anything.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// The rows that point at `target` in any of their fields, lists included; each once.
    pub fn of(&self, target: impl Into<Uuid>) -> impl Iterator<Item = &T> {
        let slots = self.pointing().get(&target.into()).map_or(&[][..], Vec::as_slice);
        slots.iter().map(|&slot| &self.rows[slot as usize])
    }

    fn pointing(&self) -> &FxHashMap<Uuid, Vec<u32>> {
        self.pointing.get_or_init(|| {
            let (mut index, mut targets) = (FxHashMap::default(), Vec::new());
            for (slot, row) in self.rows.iter().enumerate() {
                targets_of(row, &mut targets);
                point(&mut index, &targets, slot);
            }
            index
        })
    }

    pub(super) fn reserve(&mut self, more: usize) {
        self.rows.reserve(more);
        self.at.reserve(more);
    }

    pub(super) fn put(&mut self, row: T) {
        let uuid = row.head().uid;
        let slot = if let Some(&slot) = self.at.get(&uuid) {
            self.unpoint(slot);
            self.rows[slot] = row;
            slot
        } else {
            self.rows.push(row);
            self.at.insert(uuid, self.rows.len() - 1);
            self.rows.len() - 1
        };
        if let Some(index) = self.pointing.get_mut() {
            point(index, &targets(&self.rows[slot]), slot);
        }
    }

    pub(super) fn remove(&mut self, uuid: Uuid) {
        let Some(&slot) = self.at.get(&uuid) else { return };
        let last = self.rows.len() - 1;
        self.unpoint(slot);
        if slot != last {
            self.unpoint(last);
        }
        self.at.remove(&uuid);
        self.rows.swap_remove(slot);
        if slot != last {
            self.at.insert(self.rows[slot].head().uid, slot);
            if let Some(index) = self.pointing.get_mut() {
                point(index, &targets(&self.rows[slot]), slot);
            }
        }
    }

    fn unpoint(&mut self, slot: usize) {
        let Some(index) = self.pointing.get_mut() else { return };
        for target in targets(&self.rows[slot]) {
            if let Some(slots) = index.get_mut(&target) {
                slots.retain(|&kept| kept as usize != slot);
            }
        }
    }
}

impl<'t, T: Row> IntoIterator for &'t Table<T> {
    type Item = &'t T;
    type IntoIter = std::slice::Iter<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn targets<T: Row>(row: &T) -> Vec<Uuid> {
    let mut targets = Vec::new();
    targets_of(row, &mut targets);
    targets
}

fn targets_of<T: Row>(row: &T, targets: &mut Vec<Uuid>) {
    targets.clear();
    row.refs(targets);
    targets.sort_unstable();
    targets.dedup();
}

fn point(index: &mut FxHashMap<Uuid, Vec<u32>>, targets: &[Uuid], slot: usize) {
    // A book of four billion rows of one entity would not fit in memory long before this cast.
    let slot = u32::try_from(slot).unwrap_or(u32::MAX);
    for target in targets {
        index.entry(*target).or_default().push(slot);
    }
}

impl<T> From<Id<T>> for Uuid {
    fn from(id: Id<T>) -> Self {
        id.uuid
    }
}
