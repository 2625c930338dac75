//! Steps and changes as their rows hold them, each with the sum by which damage is noticed.

use rusqlite::{Connection, Row as SqlRow, params};
use serde_json::Value as Json;

use super::check::record_of;
use super::error::uid_text;
use super::sum::Sum;
use crate::domain::date::{Instant, instant_text, parse_instant};
use crate::domain::step::{Change, Step};
use crate::domain::words::StepKind;
use crate::domain::{Entity, Record, Sentence};

/// A row of `step`.
pub(super) struct StepRow {
    pub(super) number: i64,
    at: String,
    kind: String,
    of: Option<i64>,
    title: String,
    client: Option<String>,
    device: String,
    pub(super) reason: Option<String>,
    changes: i64,
    sum: i64,
}

impl StepRow {
    pub(super) fn of(step: &Step) -> Self {
        let mut row = Self {
            number: step.number,
            at: instant_text(step.at),
            kind: step.kind.word().to_owned(),
            of: step.of,
            title: step.title.to_json().to_string(),
            client: step.client.map(uid_text),
            device: step.device.clone(),
            reason: step.reason.clone(),
            changes: i64::try_from(step.changes.len()).unwrap_or(i64::MAX),
            sum: 0,
        };
        row.sum = row.sum();
        row
    }

    pub(super) fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get("number")?,
            at: row.get("at")?,
            kind: row.get("kind")?,
            of: row.get("of")?,
            title: row.get("title")?,
            client: row.get("client")?,
            device: row.get("device")?,
            reason: row.get("reason")?,
            changes: row.get("changes")?,
            sum: row.get("step_sum")?,
        })
    }

    pub(super) fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO step (number, at, kind, of, title, client, device, reason, changes, step_sum)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            self.number,
            self.at,
            self.kind,
            self.of,
            self.title,
            self.client,
            self.device,
            self.reason,
            self.changes,
            self.sum
        ])
        .map(drop)
    }

    fn sum(&self) -> i64 {
        let mut sum = Sum::default();
        [Some(self.number), self.of, Some(self.changes)].into_iter().for_each(|n| sum.number(n));
        [&self.at, &self.kind, &self.title, &self.device].into_iter().for_each(|text| sum.text(text));
        [&self.client, &self.reason].into_iter().for_each(|text| sum.maybe(text.as_deref()));
        sum.done()
    }

    /// When it was; none where the row is damaged.
    pub(super) fn at_if_whole(&self) -> Option<Instant> {
        if self.sum == self.sum() { parse_instant(&self.at) } else { None }
    }

    /// The step with all its changes; none where anything of it is damaged or missing.
    pub(super) fn step(&self, lines: &[Line]) -> Option<Step> {
        let at = self.at_if_whole()?;
        let changes: Vec<Change> = lines.iter().map(Line::change_if_whole).collect::<Option<_>>()?;
        Some(Step {
            number: self.number,
            at,
            kind: StepKind::from_word(&self.kind)?,
            of: self.of,
            title: Sentence::from_json(&serde_json::from_str(&self.title).ok()?)?,
            client: self.client.as_deref().map(str::parse).transpose().ok()?,
            device: self.device.clone(),
            reason: self.reason.clone(),
            changes: Some(changes).filter(|changes| i64::try_from(changes.len()) == Ok(self.changes))?,
        })
    }
}

/// A row of `change`.
pub(super) struct Line {
    step: i64,
    position: i64,
    entity: String,
    uid: String,
    before: Option<String>,
    after: Option<String>,
    sum: i64,
}

impl Line {
    pub(super) fn of(step: i64, position: i64, change: &Change) -> Self {
        let side = |record: &Option<Record>| record.as_ref().map(|record| Json::Object(record.to_json()).to_string());
        let mut line = Self {
            step,
            position,
            entity: change.entity().table().to_owned(),
            uid: uid_text(change.uuid()),
            before: side(&change.before),
            after: side(&change.after),
            sum: 0,
        };
        line.sum = line.sum();
        line
    }

    pub(super) fn step(&self) -> i64 {
        self.step
    }

    pub(super) fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            step: row.get("step")?,
            position: row.get("position")?,
            entity: row.get("entity")?,
            uid: row.get("uid")?,
            before: row.get("before")?,
            after: row.get("after")?,
            sum: row.get("change_sum")?,
        })
    }

    pub(super) fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO change (step, position, entity, uid, before, after, change_sum) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![self.step, self.position, self.entity, self.uid, self.before, self.after, self.sum])
        .map(drop)
    }

    fn sum(&self) -> i64 {
        let mut sum = Sum::default();
        [self.step, self.position].into_iter().for_each(|n| sum.number(Some(n)));
        [&self.entity, &self.uid].into_iter().for_each(|text| sum.text(text));
        [&self.before, &self.after].into_iter().for_each(|text| sum.maybe(text.as_deref()));
        sum.done()
    }

    /// What was changed; none where the row is damaged.
    pub(super) fn change_if_whole(&self) -> Option<Change> {
        if self.sum != self.sum() {
            return None;
        }
        let entity = Entity::from_table(&self.entity)?;
        let side = |text: &Option<String>| match text {
            Some(text) => record_of(entity, text).map(Some),
            None => Some(None),
        };
        Some(Change { before: side(&self.before)?, after: side(&self.after)? })
    }
}
