//! Seals: how many rows the program has left in each table, and the sum over them. A row that was changed, lost or
//! slipped in on the disk breaks its table's seal; the journal then tells which row it was.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::file::Store;
use crate::domain::{Book, Entity};

/// Of one table: its rows and the sum of their sums, in whatever order they come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seal {
    rows: i64,
    sum: i64,
}

impl Seal {
    pub(super) fn add(&mut self, row: i64) {
        self.join(Self { rows: 1, sum: row });
    }

    pub(super) fn take(&mut self, row: i64) {
        self.join(Self { rows: -1, sum: row.wrapping_neg() });
    }

    fn join(&mut self, other: Self) {
        self.rows += other.rows;
        self.sum = self.sum.wrapping_add(other.sum);
    }
}

/// The seals of several tables.
#[derive(Debug, Default)]
pub(super) struct Seals(HashMap<Entity, Seal>);

impl Seals {
    pub(super) fn read(db: &Connection) -> rusqlite::Result<Self> {
        let mut seals = Self::default();
        let mut statement = db.prepare_cached("SELECT entity, rows, sum FROM seal")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get("entity")?;
            if let Some(entity) = Entity::from_table(&table) {
                seals.0.insert(entity, Seal { rows: row.get("rows")?, sum: row.get("sum")? });
            }
        }
        Ok(seals)
    }

    pub(super) fn of(&mut self, entity: Entity) -> &mut Seal {
        self.0.entry(entity).or_default()
    }

    /// Writes what a step has changed onto what the file has.
    pub(super) fn join_into(self, db: &Connection) -> rusqlite::Result<()> {
        let mut file = Self::read(db)?;
        let mut put = db.prepare_cached("INSERT OR REPLACE INTO seal (entity, rows, sum) VALUES (?, ?, ?)")?;
        for (entity, moved) in self.0 {
            let seal = file.of(entity);
            seal.join(moved);
            put.execute(params![entity.table(), seal.rows, seal.sum])?;
        }
        Ok(())
    }
}

impl Store {
    /// Which row broke the seal of its table: the first that is not what the journal left.
    pub(super) fn broken_seal(&self, entity: Entity, book: &Book) -> StoreError {
        match self.unlike_journal(entity, book) {
            Ok(unlike) => match unlike.into_iter().next() {
                Some(row) => StoreError::value(entity, row.uid.to_string(), &row.field),
                None => StoreError::Damaged { file: self.path.clone(), what: entity.table().to_owned() },
            },
            Err(error) => error,
        }
    }
}
