//! A snapshot moved to another day: full dates by the days between, months and years by the calendar difference.
//!
//! Birthdays, yearly occasions, holidays and partial dates stay. A planned visit that would fall on a day off goes to
//! the next working day, but those of the file's own day stay on the new day, whatever day it is.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::Value as Json;

use super::snapshot::Snapshot;
use crate::domain::book::{Entity, Record};
use crate::domain::date::{Instant, Month, PartialDate, days_between, local_text, parse_day, parse_local, plus_days};
use crate::domain::edit::GivenHead;
use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::table::Head;
use crate::domain::words::{Recurring, VisitStatus, Weekday};
use crate::domain::{Settings, Visit};

/// By how much a snapshot moves.
#[derive(Debug, Clone, Copy)]
struct Shift {
    days: i64,
    months: i32,
    years: i32,
}

/// Moves every row from the day the file was true to `to`. A file that does not say its day stays as it is.
pub fn shift(snapshot: &mut Snapshot, to: NaiveDate, now: Instant) {
    let Some(from) = snapshot.today else { return };
    let by = Shift {
        days: days_between(from, to),
        months: Month::of(to).index() - Month::of(from).index(),
        years: to.year() - from.year(),
    };
    let settings = snapshot.rows.iter().find_map(|row| match &row.record {
        Record::Settings(settings) => Some((**settings).clone()),
        _ => None,
    });
    for row in &mut snapshot.rows {
        by.record(&mut row.record);
        by.head(row.record.head_mut(), row.given, now);
        if let (Record::Visit(visit), Some(settings)) = (&mut row.record, &settings) {
            off_to_work_day(visit, to, settings);
        }
    }
    snapshot.today = Some(to);
}

fn off_to_work_day(visit: &mut Visit, own_day: NaiveDate, settings: &Settings) {
    if visit.status != VisitStatus::Planned || visit.start.date() == own_day {
        return;
    }
    let works = |day: NaiveDate| {
        let weekday = Weekday::all()[day.weekday().num_days_from_monday() as usize];
        settings.work_days.contains(&weekday) && !settings.holidays.iter().any(|holiday| holiday.date == day)
    };
    let mut day = visit.start.date();
    // A year of holidays is no calendar; the bound keeps a nonsense file from looping for ever.
    for _ in 0..366 {
        if works(day) {
            break;
        }
        day = plus_days(day, 1);
    }
    visit.start = day.and_time(visit.start.time());
}

impl Shift {
    fn record(self, record: &mut Record) {
        let entity = record.entity();
        if entity == Entity::Settings {
            return;
        }
        let yearly = matches!(record, Record::Occasion(occasion) if occasion.recurring == Recurring::Yearly);
        for field in entity.fields() {
            let stays =
                matches!((entity, field.name), (Entity::Person, "birthday")) || (yearly && field.name == "date");
            let Some(json) = record.field_json(field.name).filter(|json| !stays && !json.is_null()) else { continue };
            let moved = self.field(entity, field, &json);
            if moved != json {
                // A moved date is a date; one that left the calendar stays where it was.
                let _ = record.set_field(field.name, &moved);
            }
        }
        repeat_day(record);
    }

    /// Times that the file gives move with its days; those that stand for now are now. None lies ahead of it.
    fn head(self, head: &mut Head, given: GivenHead, now: Instant) {
        let moved = |time: Instant| (time + TimeDelta::days(self.days)).min(now);
        if given.created_at {
            head.created_at = moved(head.created_at);
        }
        // Without a time of its own a row was last changed when it was made.
        if given.updated_at || given.created_at {
            head.updated_at = moved(head.updated_at);
        }
    }

    fn field(self, entity: Entity, field: &Field, json: &Json) -> Json {
        match (entity, field.name) {
            (Entity::PlanTarget | Entity::ServiceBudget, "year") => self.year(json),
            (Entity::VipEvidence, "period") => self.period(json),
            _ => self.value(field.kind, json),
        }
    }

    fn value(self, kind: Kind, json: &Json) -> Json {
        match (kind, json) {
            (Kind::Day | Kind::PartialDay, Json::String(text)) => match parse_day(text) {
                Some(day) => PartialDate::Day(plus_days(day, self.days)).json(),
                None => json.clone(),
            },
            (Kind::Local, Json::String(text)) => {
                let moved = parse_local(text).map(|time: NaiveDateTime| local_text(time + TimeDelta::days(self.days)));
                moved.map_or_else(|| json.clone(), Json::String)
            }
            (Kind::Month, Json::String(text)) => {
                text.parse::<Month>().map_or_else(|()| json.clone(), |month| month.plus(self.months).json())
            }
            (Kind::Part(fields), json) => self.part(fields, json),
            (Kind::Parts(fields), Json::Array(items)) => items.iter().map(|item| self.part(fields, item)).collect(),
            _ => json.clone(),
        }
    }

    fn part(self, fields: &[Field], json: &Json) -> Json {
        let mut json = json.clone();
        for field in fields {
            if let Some(value) = json.get_mut(field.name) {
                // The year of a marked occasion moves with the calendar.
                *value = if field.name == "year" { self.year(value) } else { self.value(field.kind, value) };
            }
        }
        json
    }

    fn year(self, json: &Json) -> Json {
        json.as_i64().map_or_else(|| json.clone(), |year| (year + i64::from(self.years)).into())
    }

    /// A period is a month or a year.
    fn period(self, json: &Json) -> Json {
        let Some(text) = json.as_str() else { return json.clone() };
        if let Ok(month) = text.parse::<Month>() {
            return month.plus(self.months).json();
        }
        text.parse::<i32>().map_or_else(|_| json.clone(), |year| Json::String(format!("{:04}", year + self.years)))
    }
}

/// The day of a monthly promise follows its moved due date.
fn repeat_day(record: &mut Record) {
    if let Record::Commitment(promise) = record
        && let (Some(day), Some(due)) = (promise.repeat_day.as_mut(), promise.due)
    {
        *day = i64::from(due.day());
    }
}
