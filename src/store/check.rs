//! Proof that the rows are what the journal says: for every record, what its last change left.

use std::collections::HashSet;

use serde_json::Value as Json;
use uuid::Uuid;

use super::error::StoreError;
use super::file::Store;
use crate::domain::step::read_record;
use crate::domain::{Book, Entity, Record};

/// A row that is not what the last step left, and the first field that differs; `uid` where the whole row is missing
/// or nobody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    pub entity: Entity,
    pub uid: Uuid,
    pub field: String,
}

/// Beside `max` the other columns are those of the row that has it.
const LAST_CHANGES: &str = "SELECT uid, after, max(step * 4294967296 + position) FROM change
    WHERE entity = ? GROUP BY uid";

impl Store {
    /// The rows of one table that are not what the journal left.
    ///
    /// # Errors
    /// A damaged journal or file.
    pub fn unlike_journal(&self, entity: Entity, book: &Book) -> Result<Vec<Unlike>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement = self.db.prepare_cached(LAST_CHANGES).map_err(wrong)?;
        let mut rows = statement.query([entity.table()]).map_err(wrong)?;
        let mut unlike = Vec::new();
        let mut seen = HashSet::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            let (uid, after): (String, Option<String>) =
                (row.get("uid").map_err(wrong)?, row.get("after").map_err(wrong)?);
            let damaged = || StoreError::Damaged { file: self.path.clone(), what: format!("{} {uid}", entity.table()) };
            let uid: Uuid = uid.parse().map_err(|_| damaged())?;
            seen.insert(uid);
            let left = match after {
                Some(text) => Some(record_of(entity, &text).ok_or_else(damaged)?),
                None => None,
            };
            let found = book.record(entity, uid);
            if found != left {
                unlike.push(Unlike { entity, uid, field: first_difference(found.as_ref(), left.as_ref()) });
            }
        }
        let unwritten = book.records(entity).into_iter().map(|record| record.uuid()).filter(|uid| !seen.contains(uid));
        unlike.extend(unwritten.map(|uid| Unlike { entity, uid, field: "uid".to_owned() }));
        Ok(unlike)
    }

    /// Reads every step as it was written, and counts them.
    ///
    /// # Errors
    /// A step that is missing or is not as it was written, named.
    pub fn check_steps(&self) -> Result<i64, StoreError> {
        let marks = self.marks()?;
        for (mark, number) in marks.iter().zip(1..) {
            let found = self.steps(super::StepFilter { number: Some(mark.number), ..Default::default() })?;
            if mark.number != number || found.len() != 1 {
                return Err(StoreError::Damaged { file: self.path.clone(), what: format!("step {number}") });
            }
        }
        Ok(i64::try_from(marks.len()).unwrap_or(i64::MAX))
    }
}

/// A row as a change keeps it.
pub(super) fn record_of(entity: Entity, text: &str) -> Option<Record> {
    match serde_json::from_str(text).ok()? {
        Json::Object(map) => read_record(entity, map).ok(),
        _ => None,
    }
}

fn first_difference(found: Option<&Record>, left: Option<&Record>) -> String {
    let (Some(found), Some(left)) = (found, left) else { return "uid".to_owned() };
    let (found, left) = (found.to_json(), left.to_json());
    found.into_iter().find(|(field, value)| left.get(field) != Some(value)).map_or("uid".to_owned(), |(field, _)| field)
}
