//! The journal: every saved edit is one step with the rows before and after.

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::book::{Entity, Record, SETTINGS};
use super::date::{Instant, parse_instant};
use super::sentence::Sentence;
use super::table::{Fault, Head};
use super::words::StepKind;

/// One row before and after. A row that was made has no before, one that was taken out no after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub before: Option<Record>,
    pub after: Option<Record>,
}

impl Change {
    fn either(&self) -> Option<&Record> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// What was changed. A change without either side does not exist; it reads as the settings.
    pub fn entity(&self) -> Entity {
        self.either().map_or(Entity::Settings, Record::entity)
    }

    pub fn uuid(&self) -> Uuid {
        self.either().map_or(SETTINGS, Record::uuid)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    /// Whether a row that was changed here later would lose values to the one that comes: a file that is older than
    /// the book.
    pub fn is_conflict(&self) -> bool {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return false };
        let (before, after) = (before.head(), after.head());
        (before.rev, before.updated_at) > (after.rev, after.updated_at) && !self.fields().is_empty()
    }

    /// The names of the fields that differ, in the order of the entity's list.
    pub fn fields(&self) -> Vec<&'static str> {
        let value = |side: &Option<Record>, name: &str| side.as_ref().and_then(|record| record.field_json(name));
        let differs = |name: &str| value(&self.before, name) != value(&self.after, name);
        self.entity().fields().iter().map(|field| field.name).filter(|name| differs(name)).collect()
    }
}

/// What one step did to a row, and why it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub step: i64,
    pub at: Instant,
    pub reason: Option<String>,
    pub change: Change,
}

/// One line of history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Counts from 1 without gaps.
    pub number: i64,
    pub at: Instant,
    pub kind: StepKind,
    /// The step that was undone or redone.
    pub of: Option<i64>,
    pub title: Sentence,
    pub client: Option<Uuid>,
    /// The program that wrote it: a random word per machine and process.
    pub device: String,
    pub reason: Option<String>,
    pub changes: Vec<Change>,
}

/// Reads a row as [`Record::to_json`] wrote it.
///
/// # Errors
/// The field that cannot be read.
pub fn read_record(entity: Entity, mut map: Map<String, Json>) -> Result<Record, Fault> {
    let head = take_head(&mut map)?;
    entity.record(head, &map)
}

fn take_head(map: &mut Map<String, Json>) -> Result<Head, Fault> {
    let mut take = |key: &str| map.remove(key).unwrap_or_default();
    let fault = |field: &str, json: &Json| Fault {
        field: field.to_owned(),
        sentence: Sentence::new("wrong-json").with("input", super::field::shown(json)),
    };
    let uid = take("uid");
    let rev = take("rev");
    let created_at = take("created_at");
    let updated_at = take("updated_at");
    Ok(Head {
        uid: uid.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| fault("uid", &uid))?,
        rev: rev.as_i64().ok_or_else(|| fault("rev", &rev))?,
        created_at: created_at.as_str().and_then(parse_instant).ok_or_else(|| fault("created_at", &created_at))?,
        updated_at: updated_at.as_str().and_then(parse_instant).ok_or_else(|| fault("updated_at", &updated_at))?,
    })
}
