//! One record of a calendar, as far as this book understands it. What it does not understand it keeps word for word.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Value as Json, json};

use crate::domain::date::{Instant, LocalTime, PartialDate, instant_text, parse_instant};
use crate::domain::json::Extra;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Appointment,
    Task,
    /// A day that comes back every year.
    Yearly,
}

/// Somebody invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub mail: Option<String>,
    pub name: Option<String>,
}

/// How new a record of another program is: its number, then its instant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    pub sequence: i64,
    pub stamp: Option<Instant>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub line: usize,
    pub kind: Kind,
    pub uid: String,
    /// Which occurrence of a repeated one it is, in UTC.
    pub occurrence: Option<String>,
    /// One of several that were repeated.
    pub repeated: bool,
    pub seen: Seen,
    /// The number of the step with which this program wrote it.
    pub our_step: Option<i64>,
    pub start: Option<LocalTime>,
    /// None: the book's.
    pub zone: Option<Tz>,
    pub minutes: Option<i64>,
    pub all_day: bool,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub place: Option<String>,
    pub cancelled: bool,
    /// The state of a task, or of a visit as this program wrote it.
    pub state: Option<String>,
    pub attendees: Vec<Who>,
    /// Minutes before the start.
    pub alarm: Option<i64>,
    pub due: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub made_on: Option<NaiveDate>,
    /// The other side promised.
    pub theirs: bool,
    pub department: Option<String>,
    /// Of a yearly day.
    pub day: Option<PartialDate>,
    pub birthday: bool,
    pub occasion: Option<String>,
    /// Lines that have no field here.
    pub extra: Vec<String>,
}

impl Item {
    /// Under which name the book remembers where a row came from.
    pub fn external_id(&self) -> String {
        match &self.occurrence {
            Some(occurrence) => format!("{}/{occurrence}", self.uid),
            None => self.uid.clone(),
        }
    }

    /// What is told of it.
    pub fn name(&self) -> String {
        self.summary.clone().unwrap_or_else(|| self.uid.clone())
    }

    /// Lines without a field and how new it was, for the row.
    pub(super) fn extra_of(&self, before: Option<&Extra>) -> Option<Extra> {
        let mut map = match before {
            Some(Extra(Json::Object(map))) => map.clone(),
            _ => serde_json::Map::new(),
        };
        if self.extra.is_empty() {
            map.remove("ical");
        } else {
            map.insert("ical".into(), json!(self.extra));
        }
        map.insert("sequence".into(), json!(self.seen.sequence));
        if let Some(stamp) = self.seen.stamp {
            map.insert("stamp".into(), json!(instant_text(stamp)));
        }
        Some(Extra(Json::Object(map)))
    }
}

impl Seen {
    /// What was last seen of the record a row came from.
    pub(super) fn of(extra: Option<&Extra>) -> Option<Self> {
        let json = &extra?.0;
        let sequence = json.get("sequence")?.as_i64()?;
        Some(Self { sequence, stamp: json.get("stamp").and_then(Json::as_str).and_then(parse_instant) })
    }
}
