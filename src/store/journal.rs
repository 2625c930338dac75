//! The one journal: steps and their changes.

use rusqlite::{Connection, Row as SqlRow, TransactionBehavior, params};
use uuid::Uuid;

use super::drafts::drop_draft;
use super::error::{StoreError, uid_text};
use super::file::Store;
use super::lines::{Line, StepRow};
use super::rows;
use super::seal::Seals;
use crate::domain::date::Instant;
use crate::domain::step::{Change, Done, Step};
use crate::domain::words::StepKind;
use crate::domain::{Entity, Record};

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
    /// Saves one step: rows and journal in one transaction, in which the draft that it was typed as goes too. `last` is the
    /// number of the last step the caller knows.
    ///
    /// # Errors
    /// [`StoreError::Behind`] when another process has written since `last`; else what went wrong with the disk.
    /// Nothing is written then.
    pub fn append(&mut self, last: i64, step: &Step, draft: Option<&str>) -> Result<(), StoreError> {
        self.still_there()?;
        let path = self.path.clone();
        let wrong = |error: rusqlite::Error| StoreError::from_sqlite(&path, &error);
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
        let found: i64 = tx.query_row(LAST, [], |row| row.get(0)).map_err(wrong)?;
        if found != last {
            return Err(StoreError::Behind);
        }
        write_step(&tx, step).map_err(wrong)?;
        if let Some(key) = draft {
            drop_draft(&tx, key).map_err(wrong)?;
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

    /// The number and the instant of the last step that touched each record.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn last_of_each(&self) -> Result<Vec<(Uuid, i64, Instant)>, StoreError> {
        let mut statement = self.db.prepare(LAST_OF_EACH).map_err(|error| self.wrong(&error))?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, String>("uid")?, row.get("number")?, row.get::<_, String>("at")?)))
            .map_err(|error| self.wrong(&error))?;
        rows.map(|row| {
            let (uid, step, at) = row.map_err(|error| self.wrong(&error))?;
            let uid = uid.parse().map_err(|_| self.damaged_step(step))?;
            let at = crate::domain::date::parse_instant(&at).ok_or_else(|| self.damaged_step(step))?;
            Ok((uid, step, at))
        })
        .collect()
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
                let (number, kind): (i64, String) = (row.get("number")?, row.get("kind")?);
                Ok((number, StepKind::from_word(&kind), row.get("of")?))
            })
            .map_err(|error| self.wrong(&error))?;
        rows.map(|row| {
            let (number, kind, of) = row.map_err(|error| self.wrong(&error))?;
            Ok(Mark { number, kind: kind.ok_or_else(|| self.damaged_step(number))?, of })
        })
        .collect()
    }

    fn damaged_step(&self, number: i64) -> StoreError {
        StoreError::Damaged { file: self.path.clone(), what: format!("step {number}") }
    }

    /// Steps with their changes, oldest first.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn steps(&self, filter: StepFilter) -> Result<Vec<Step>, StoreError> {
        let mut statement = self.db.prepare_cached(STEPS).map_err(|error| self.wrong(&error))?;
        let about = filter.about.map(uid_text);
        let most = filter.newest.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let mut rows =
            statement.query(params![filter.after, about, filter.number, most]).map_err(|error| self.wrong(&error))?;
        let mut steps = Vec::new();
        while let Some(row) = rows.next().map_err(|error| self.wrong(&error))? {
            steps.push(self.read_step(row)?);
        }
        steps.reverse();
        Ok(steps)
    }

    fn read_step(&self, row: &SqlRow<'_>) -> Result<Step, StoreError> {
        let row = StepRow::read(row).map_err(|error| self.wrong(&error))?;
        let lines = self.lines_of_step(row.number).map_err(|error| self.wrong(&error))?;
        row.step(&lines).ok_or_else(|| self.damaged_step(row.number))
    }

    fn lines_of_step(&self, step: i64) -> rusqlite::Result<Vec<Line>> {
        self.db.prepare_cached(LINES_OF_STEP)?.query_map([step], Line::read)?.collect()
    }

    /// The history of one row, oldest first.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn changes_of(&self, uid: Uuid) -> Result<Vec<Done>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut statement = self.db.prepare_cached(CHANGES_OF).map_err(wrong)?;
        let mut rows = statement.query([uid_text(uid)]).map_err(wrong)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            let (step, line) = (StepRow::read(row).map_err(wrong)?, Line::read(row).map_err(wrong)?);
            let (at, change) = (step.at_if_whole(), line.change_if_whole());
            match (at, change) {
                (Some(at), Some(change)) => changes.push(Done { step: step.number, at, reason: step.reason, change }),
                _ => return Err(self.damaged_step(step.number)),
            }
        }
        Ok(changes)
    }

    /// What was done to rows of these entities by a step and all after it, oldest first.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn changes_since(&self, step: i64, entities: &[Entity]) -> Result<Vec<Change>, StoreError> {
        let wrong = |error| self.wrong(&error);
        let tables: Vec<&str> = entities.iter().map(|entity| entity.table()).collect();
        let mut statement = self.db.prepare_cached(CHANGES_SINCE).map_err(wrong)?;
        let mut rows = statement.query(params![step, serde_json::json!(tables).to_string()]).map_err(wrong)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next().map_err(wrong)? {
            let line = Line::read(row).map_err(wrong)?;
            changes.push(line.change_if_whole().ok_or_else(|| self.damaged_step(line.step()))?);
        }
        Ok(changes)
    }
}

/// What the journal still holds and the book no longer shows.
#[derive(Debug, Default)]
pub struct Former {
    /// Rows as they were before a step.
    pub rows: Vec<Record>,
    /// Why a step was made, and whose it is.
    pub reasons: Vec<(Option<Uuid>, String)>,
}

impl Store {
    /// Rows before every step that changed them, and the reasons that were given.
    ///
    /// # Errors
    /// A damaged journal, named by step.
    pub fn former(&self) -> Result<Former, StoreError> {
        let wrong = |error| self.wrong(&error);
        let mut former = Former::default();
        let mut statement = self.db.prepare_cached(FORMER_ROWS).map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        while let Some(row) = rows.next().map_err(wrong)? {
            let line = Line::read(row).map_err(wrong)?;
            let change = line.change_if_whole().ok_or_else(|| self.damaged_step(line.step()))?;
            former.rows.extend(change.before);
        }
        let mut statement = self.db.prepare_cached(REASONS).map_err(wrong)?;
        let mut rows = statement.query([]).map_err(wrong)?;
        while let Some(row) = rows.next().map_err(wrong)? {
            let client: Option<String> = row.get("client").map_err(wrong)?;
            let client = client.and_then(|text| text.parse().ok());
            former.reasons.push((client, row.get("reason").map_err(wrong)?));
        }
        Ok(former)
    }
}

const FORMER_ROWS: &str = "SELECT * FROM change WHERE before IS NOT NULL ORDER BY step, position";

const REASONS: &str = "SELECT client, reason FROM step WHERE reason IS NOT NULL ORDER BY number";

/// Which step was each record's last.
const LAST_OF_EACH: &str = "SELECT uid, number, at FROM (SELECT uid, max(step) AS last FROM change GROUP BY uid) \
     JOIN step ON number = last";

const LAST: &str = "SELECT coalesce(max(number), 0) FROM step";

const STEPS: &str = "SELECT * FROM step WHERE number > ?1
    AND (?2 IS NULL OR client = ?2 OR number IN (SELECT step FROM change WHERE uid = ?2))
    AND (?3 IS NULL OR number = ?3)
    ORDER BY number DESC LIMIT ?4";

const LINES_OF_STEP: &str = "SELECT * FROM change WHERE step = ? ORDER BY position";

const CHANGES_OF: &str = "SELECT * FROM change JOIN step ON step.number = change.step
    WHERE change.uid = ? ORDER BY change.step, change.position";

const CHANGES_SINCE: &str = "SELECT * FROM change
    WHERE step >= ?1 AND entity IN (SELECT value FROM json_each(?2)) ORDER BY step, position";

/// Rows, journal and seals of one step.
fn write_step(db: &Connection, step: &Step) -> rusqlite::Result<()> {
    StepRow::of(step).write(db)?;
    step.changes.iter().try_for_each(|change| rows::step_aside(db, change))?;
    let mut seals = Seals::default();
    for (change, position) in step.changes.iter().zip(0..) {
        rows::write(db, change, &mut seals)?;
        Line::of(step.number, position, change).write(db)?;
    }
    seals.join_into(db)
}
