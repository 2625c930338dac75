//! Whole rows between the tables and the book.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row as SqlRow};
use uuid::Uuid;

use super::columns;
use super::error::{StoreError, uid_text};
use super::file::Store;
use super::seal::{Seal, Seals};
use super::sum::Sum;
use crate::domain::date::{instant_text, parse_instant};
use crate::domain::field::{Cell, Stored};
use crate::domain::step::Change;
use crate::domain::table::Head;
use crate::domain::{Book, Entity, Record};

impl Store {
    /// Every row of every table.
    ///
    /// # Errors
    /// A damaged file or value, named.
    pub fn load(&self) -> Result<Book, StoreError> {
        let mut book = Book::default();
        // One transaction, so that all tables are of one moment.
        let snapshot = self.db.unchecked_transaction().map_err(|error| self.wrong(&error))?;
        let mut seals = Seals::read(&self.db).map_err(|error| self.wrong(&error))?;
        for entity in Entity::ALL {
            let found = self.load_table(*entity, &mut book)?;
            if found != *seals.of(*entity) {
                return Err(self.broken_seal(*entity, &book));
            }
        }
        snapshot.commit().map_err(|error| self.wrong(&error))?;
        Ok(book)
    }

    fn load_table(&self, entity: Entity, book: &mut Book) -> Result<Seal, StoreError> {
        let wrong = |error| self.wrong(&error);
        let count: i64 = self
            .db
            .query_row(&format!("SELECT count(*) FROM \"{}\"", entity.table()), [], |row| row.get(0))
            .map_err(wrong)?;
        book.reserve(entity, usize::try_from(count).unwrap_or(0));
        let mut statement = self.db.prepare(&columns::select(entity)).map_err(wrong)?;
        let width = statement.column_count();
        let mut rows = statement.query([]).map_err(wrong)?;
        let mut found = Seal::default();
        while let Some(row) = rows.next().map_err(wrong)? {
            let (record, sum) = read(entity, row, width)?;
            book.put(record);
            found.add(sum);
        }
        Ok(found)
    }
}

fn cell(value: ValueRef<'_>) -> Option<Cell<'_>> {
    match value {
        ValueRef::Null => Some(Cell::Null),
        ValueRef::Integer(n) => Some(Cell::Int(n)),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(Cell::Text),
        ValueRef::Real(_) | ValueRef::Blob(_) => None,
    }
}

fn text<'c>(cells: &[Cell<'c>], index: usize) -> &'c str {
    match cells.get(index) {
        Some(Cell::Text(text)) => text,
        _ => "",
    }
}

/// A row, and the sum over its values as they stand on the disk.
fn read(entity: Entity, row: &SqlRow<'_>, width: usize) -> Result<(Record, i64), StoreError> {
    let (mut cells, mut sum) = (Vec::with_capacity(width), Sum::default());
    for index in 0..width {
        // A column of the statement is always there.
        let value = row.get_ref(index).unwrap_or(ValueRef::Null);
        sum.value(value);
        let Some(cell) = cell(value) else {
            let column = columns::of(entity).get(index).cloned().unwrap_or_default();
            return Err(StoreError::value(entity, text(&cells, 0), &column));
        };
        cells.push(cell);
    }
    let damaged = |field: &str| StoreError::value(entity, text(&cells, 0), field);
    let head = Head {
        uid: Uuid::try_parse(text(&cells, 0)).map_err(|_| damaged("uid"))?,
        rev: match cells.get(1) {
            Some(Cell::Int(rev)) => *rev,
            _ => return Err(damaged("rev")),
        },
        created_at: parse_instant(text(&cells, 2)).ok_or_else(|| damaged("created_at"))?,
        updated_at: parse_instant(text(&cells, 3)).ok_or_else(|| damaged("updated_at"))?,
    };
    let fields = cells.get(columns::HEAD.len()..).unwrap_or_default();
    Ok((entity.from_columns(head, fields).map_err(damaged)?, sum.done()))
}

/// Lets go of what no two rows may share, so that the rows of one step can hand it to each other in any order.
pub(super) fn step_aside(db: &Connection, change: &Change) -> rusqlite::Result<()> {
    let Some(before) = &change.before else { return Ok(()) };
    let handle = |record: &Record| record.field_json("handle");
    let statement = match change.entity() {
        // Nothing points at these rows.
        Entity::LedgerMonth | Entity::ServiceBudget | Entity::FxRate => columns::delete(change.entity()),
        Entity::Client | Entity::Person if handle(before) != change.after.as_ref().and_then(handle) => {
            columns::free_handle(change.entity())
        }
        _ => return Ok(()),
    };
    db.prepare_cached(&statement)?.execute([uid_text(change.uuid())]).map(drop)
}

/// Writes the row as it is after a change, and keeps the seal of its table whole.
pub(super) fn write(db: &Connection, change: &Change, seals: &mut Seals) -> rusqlite::Result<()> {
    let seal = seals.of(change.entity());
    if let Some(before) = &change.before {
        seal.take(sum_of(&values(before)));
    }
    let Some(after) = &change.after else {
        db.prepare_cached(&columns::delete(change.entity()))?.execute([uid_text(change.uuid())])?;
        return Ok(());
    };
    let values = values(after);
    seal.add(sum_of(&values));
    let mut statement = db.prepare_cached(columns::upsert(after.entity()))?;
    statement.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// The columns of a row, as they are stored.
fn values(record: &Record) -> Vec<Value> {
    let head = record.head();
    let mut values = vec![
        Value::Text(uid_text(head.uid)),
        Value::Integer(head.rev),
        Value::Text(instant_text(head.created_at)),
        Value::Text(instant_text(head.updated_at)),
    ];
    values.extend(record.columns().into_iter().map(|stored| match stored {
        Stored::Null => Value::Null,
        Stored::Int(n) => Value::Integer(n),
        Stored::Text(text) => Value::Text(text),
    }));
    values
}

fn sum_of(values: &[Value]) -> i64 {
    let mut sum = Sum::default();
    values.iter().for_each(|value| sum.value(value.into()));
    sum.done()
}
