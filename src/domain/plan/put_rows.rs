//! The rows an edit has put so far, in their order, and which of them point where.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::domain::book::{Entity, Record};
use crate::domain::step::Change;

pub(super) type Key = (Entity, Uuid);

/// What a row that is put has to pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passing {
    /// Put back as it was: no new rev, no rules but that references name rows that are there.
    Restored,
    /// Put back, or taken out, beside edits that came after it: what must hold in any book.
    OutOfTurn,
    /// Its links moved with a merge: what must hold in any book, but no gate of a change made by the manager.
    Moved,
    /// All rules.
    Wished,
}

#[derive(Debug, Clone)]
pub(super) struct PutRow {
    pub(super) change: Change,
    pub(super) passing: Passing,
}

impl PutRow {
    pub(super) fn after(&self) -> Option<&Record> {
        self.change.after.as_ref()
    }
}

#[derive(Debug, Default)]
pub(super) struct PutRows {
    rows: BTreeMap<Key, PutRow>,
    order: Vec<Key>,
    /// Rows that point at a uid, or did when they were first put.
    pointing: FxHashMap<Uuid, Vec<Key>>,
}

impl PutRows {
    pub(super) fn get(&self, key: Key) -> Option<&PutRow> {
        self.rows.get(&key)
    }

    pub(super) fn has(&self, key: Key) -> bool {
        self.rows.contains_key(&key)
    }

    /// The `n`th row that was put.
    pub(super) fn nth(&self, n: usize) -> Option<Key> {
        self.order.get(n).copied()
    }

    pub(super) fn set(&mut self, key: Key, after: Option<Record>, passing: Passing, before: Option<Record>) {
        self.point(key, after.as_ref());
        if let Some(row) = self.rows.get_mut(&key) {
            row.change.after = after;
            row.passing = row.passing.max(passing);
        } else {
            self.order.push(key);
            self.rows.insert(key, PutRow { change: Change { before, after }, passing });
        }
    }

    /// The row as the rules left it.
    pub(super) fn checked(&mut self, key: Key, after: Option<Record>) {
        self.point(key, after.as_ref());
        if let Some(row) = self.rows.get_mut(&key) {
            row.change.after = after;
        }
    }

    pub(super) fn forget(&mut self, key: Key) {
        self.rows.remove(&key);
        self.order.retain(|other| *other != key);
    }

    pub(super) fn of_entity(&self, entity: Entity) -> impl Iterator<Item = &PutRow> {
        self.rows.range((entity, Uuid::nil())..=(entity, Uuid::max())).map(|(_, row)| row)
    }

    /// The rows of an entity that point at `target`, by uid.
    pub(super) fn pointing_at(&self, entity: Entity, target: Uuid) -> Vec<&Record> {
        let keys = self.pointing.get(&target).map_or(&[][..], Vec::as_slice);
        let rows = keys.iter().filter(|key| key.0 == entity).filter_map(|key| self.rows.get(key)?.after());
        let mut rows: Vec<&Record> = rows.filter(|record| points_at(record, target)).collect();
        rows.sort_unstable_by_key(|record| record.uuid());
        rows.dedup_by_key(|record| record.uuid());
        rows
    }

    fn point(&mut self, key: Key, after: Option<&Record>) {
        let mut refs = Vec::new();
        if let Some(record) = after {
            record.refs(&mut refs);
        }
        for target in refs {
            let keys = self.pointing.entry(target).or_default();
            if keys.last() != Some(&key) {
                keys.push(key);
            }
        }
    }

    /// Everything put so far.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.rows.values().map(|row| &row.change)
    }

    /// What really changes, in the order in which it was put.
    pub(super) fn into_changes(mut self) -> Vec<Change> {
        let rows = self.order.iter().filter_map(|key| self.rows.remove(key));
        rows.map(|row| row.change).filter(|change| change.before != change.after).collect()
    }
}

fn points_at(record: &Record, target: Uuid) -> bool {
    let mut refs = Vec::new();
    record.refs(&mut refs);
    refs.contains(&target)
}
