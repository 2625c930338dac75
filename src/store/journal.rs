//! The one journal: steps and their changes.

use rusqlite::{OptionalExtension, Row as SqlRow, TransactionBehavior, params};
use serde_json::Value as Json;
use uuid::Uuid;

use super::error::{StoreError, uid_text};
use super::file::Store;
use super::rows;
use crate::domain::date::{Instant, instant_text, parse_instant};
use crate::domain::step::{Change, Step, read_record};
use crate::domain::words::StepKind;
use crate::domain::{Entity, Record, Sentence};

/// A step without its changes: what undo and redo walk over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub number: i64,
    pub kind: StepKind,
    pub of: Option<i64>,
}

/// Which steps to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct StepFilter {
    /// Only steps after this number.
    pub after: i64,
    /// Only steps that touch this record or belong to this client.
    pub about: Option<Uuid>,
    /// Only this step.
    pub number: Option<i64>,
    /// At most so many, the newest.
    pub newest: Option<usize>,
}

impl Store {
    /// Saves one step: rows and journal in one transaction. `last` is the number of the last step the caller knows.
    ///
    /// # Errors
    /// [`StoreError::Behind`] when another process has written since `last`; else what went wrong with the disk.
    /// Nothing is written then.
    pub fn append(&mut self, last: i64, step: &Step) -> Result<(), StoreError> {
        self.still_there()?;
        let path = self.path.clone();
        let wrong = |error: rusqlite::Error| StoreError::from_sqlite(&path, &error);
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
        let found: i64 = tx.query_row(LAST, [], |row| row.get(0)).map_err(wrong)?;
        if found != last {
            return Err(StoreError::Behind);
        }
        tx.execute(
            "INSERT INTO step (number, at, kind, of, title, client, device, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                step.number,
                instant_text(step.at),
                step.kind.word(),
                step.of,
                step.title.to_json().to_string(),
                step.client.map(uid_text),
                step.device,
                step.reason
            ],
        )
        .map_err(wrong)?;
        let side = |record: &Option<Record>| record.as_ref().map(|record| Json::Object(record.to_json()).to_string());
        for (position, change) in step.changes.iter().enumerate() {
            rows::write(&tx, change).map_err(wrong)?;
            tx.prepare_cached(
                "INSERT INTO change (step, position, entity, uid, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    step.number,
                    i64::try_from(position).unwrap_or(i64::MAX),
                    change.entity().table(),
                    uid_text(change.uuid()),
                    side(&change.before),
                    side(&change.after)
                ])
            })
            .map_err(wrong)?;
        }
        tx.commit().map_err(wrong)
    }

    /// The number of the last step; 0 for an empty journal.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn last_step(&self) -> Result<i64, StoreError> {
        self.db.query_row(LAST, [], |row| row.get(0)).map_err(|error| self.wrong(&error))
    }

    /// All steps without their changes, oldest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn marks(&self) -> Result<Vec<Mark>, StoreError> {
        let mut statement =
            self.db.prepare("SELECT number, kind, of FROM step ORDER BY number").map_err(|error| self.wrong(&error))?;
        let rows = statement
            .query_map([], |row| {
                let kind: String = row.get("kind")?;
                Ok(Mark { number: row.get("number")?, kind: step_kind(&kind), of: row.get("of")? })
            })
            .map_err(|error| self.wrong(&error))?;
        rows.collect::<Result<_, _>>().map_err(|error| self.wrong(&error))
    }

    /// Steps with their changes, oldest first.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn steps(&self, filter: StepFilter) -> Result<Vec<Step>, StoreError> {
        let mut statement = self.db.prepare_cached(STEPS).map_err(|error| self.wrong(&error))?;
        let about = filter.about.map(uid_text);
        let most = filter.newest.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let rows = statement
            .query_map(params![filter.after, about, filter.number, most], |row| Ok(self.read_step(row)))
            .map_err(|error| self.wrong(&error))?;
        let mut steps = rows.collect::<Result<Result<Vec<_>, _>, _>>().map_err(|error| self.wrong(&error))??;
        steps.reverse();
        for step in &mut steps {
            step.changes = self.changes(step.number)?;
        }
        Ok(steps)
    }

    fn read_step(&self, row: &SqlRow<'_>) -> Result<Step, StoreError> {
        let read = |row: &SqlRow<'_>| -> rusqlite::Result<_> {
            let texts: (String, String, String) = (row.get("at")?, row.get("kind")?, row.get("title")?);
            let client: Option<String> = row.get("client")?;
            Ok((row.get::<_, i64>("number")?, row.get("of")?, texts, client, row.get("device")?, row.get("reason")?))
        };
        let (number, of, (at, kind, title), client, device, reason) = read(row).map_err(|error| self.wrong(&error))?;
        let damaged =
            |what: &str| StoreError::Damaged { file: self.path.clone(), what: format!("step {number}: {what}") };
        let title = serde_json::from_str(&title).ok().and_then(|json| Sentence::from_json(&json));
        Ok(Step {
            number,
            at: parse_instant(&at).ok_or_else(|| damaged("at"))?,
            kind: step_kind(&kind),
            of,
            title: title.ok_or_else(|| damaged("title"))?,
            client: client.and_then(|text| text.parse().ok()),
            device,
            reason,
            changes: Vec::new(),
        })
    }

    fn changes(&self, step: i64) -> Result<Vec<Change>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement = self
            .db
            .prepare_cached("SELECT entity, before, after FROM change WHERE step = ? ORDER BY position")
            .map_err(wrong)?;
        let mut rows = statement.query([step]).map_err(wrong)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            changes.push(self.read_change(row, step)?);
        }
        Ok(changes)
    }

    fn read_change(&self, row: &SqlRow<'_>, step: i64) -> Result<Change, StoreError> {
        let wrong = |error| self.wrong(&error);
        let table: String = row.get("entity").map_err(wrong)?;
        let sides: [Option<String>; 2] = [row.get("before").map_err(wrong)?, row.get("after").map_err(wrong)?];
        let damaged = || StoreError::Damaged { file: self.path.clone(), what: format!("step {step}: {table}") };
        let entity = Entity::from_table(&table).ok_or_else(damaged)?;
        let [before, after] = sides.map(|side| side.map(|text| side_record(entity, &text)));
        let whole = |side: Option<Option<Record>>| side.map(|side| side.ok_or_else(damaged)).transpose();
        Ok(Change { before: whole(before)?, after: whole(after)? })
    }

    /// The history of one row, oldest first: the number and the instant of each step with what it did to the row.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn changes_of(&self, uid: Uuid) -> Result<Vec<(i64, Instant, Change)>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement = self.db.prepare_cached(CHANGES_OF).map_err(wrong)?;
        let mut rows = statement.query([uid_text(uid)]).map_err(wrong)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            let step: i64 = row.get("step").map_err(wrong)?;
            let at: String = row.get("at").map_err(wrong)?;
            let damaged = || StoreError::Damaged { file: self.path.clone(), what: format!("step {step}: at") };
            changes.push((step, parse_instant(&at).ok_or_else(damaged)?, self.read_change(row, step)?));
        }
        Ok(changes)
    }

    /// The title of a step.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn step_title(&self, number: i64) -> Result<Option<Sentence>, StoreError> {
        let title: Option<String> = self
            .db
            .query_row("SELECT title FROM step WHERE number = ?", [number], |row| row.get(0))
            .optional()
            .map_err(|error| self.wrong(&error))?;
        Ok(title.and_then(|title| Sentence::from_json(&serde_json::from_str(&title).ok()?)))
    }
}

const LAST: &str = "SELECT coalesce(max(number), 0) FROM step";

const CHANGES_OF: &str = "SELECT change.step, step.at, entity, before, after
    FROM change JOIN step ON step.number = change.step
    WHERE change.uid = ? ORDER BY change.step, change.position";

const STEPS: &str = "SELECT * FROM step WHERE number > ?1
    AND (?2 IS NULL OR client = ?2 OR number IN (SELECT step FROM change WHERE uid = ?2))
    AND (?3 IS NULL OR number = ?3)
    ORDER BY number DESC LIMIT ?4";

fn side_record(entity: Entity, text: &str) -> Option<Record> {
    match serde_json::from_str(text).ok()? {
        Json::Object(map) => read_record(entity, map).ok(),
        _ => None,
    }
}

/// The column has a CHECK on the three words.
fn step_kind(word: &str) -> StepKind {
    StepKind::from_word(word).unwrap_or(StepKind::Edit)
}
