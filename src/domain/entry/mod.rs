//! What the manager types into a field, read into the field's value, and shown again so that it reads back the same.
//! Refuses what can be read in two ways; the rules of the entity come later, in `plan`.

mod amount;
mod assign;
mod calendar_words;
mod choice;
mod day;
mod line;
mod list;
mod moment;
mod money;
mod month;
mod number;
mod partial;
mod record;
mod show;

pub use assign::{Assignment, Op, assign, nearest_names};
pub use choice::yes_or_no;
pub use line::{NeedLine, PromiseLine, need_line, promise_line};
pub use show::{show, show_field};

use chrono::{NaiveDate, NaiveTime, TimeZone};
use serde_json::Value as Json;

use super::book::{Book, Entity};
use super::date::{LocalTime, Month};
use super::field::{Field, FieldType, Kind};
use super::ledger_file::amount::is_unknown;
use super::money::Currency;
use super::rules::fields::of_field;
use super::sentence::{Arg, Sentence};
use super::text::clean;
use super::words::Language;

/// What typed text is read against.
#[derive(Debug, Clone, Copy)]
pub struct EntryContext<'a> {
    pub book: &'a Book,
    pub today: NaiveDate,
    /// The wall time in `zone`.
    pub now: LocalTime,
    pub zone: chrono_tz::Tz,
    pub language: Language,
    /// The currency of the row, for figures that stand in it.
    pub currency: Option<Currency>,
    /// The day meant when only a time of day is typed: today, or that of a visit which is moved.
    pub day: NaiveDate,
    /// The time of day meant when only a day is typed: the morning, or that of a visit which is moved or followed.
    pub time: NaiveTime,
}

/// When a day begins on which no time was said.
pub const MORNING: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl<'a> EntryContext<'a> {
    /// The context of a book whose clock stands at `now` in the book's own zone.
    pub fn new(book: &'a Book, now: LocalTime) -> Self {
        let settings = book.settings();
        Self {
            book,
            today: now.date(),
            now,
            zone: settings.zone,
            language: settings.ui_language,
            currency: None,
            day: now.date(),
            time: MORNING,
        }
    }

    pub fn in_currency(self, currency: Option<Currency>) -> Self {
        Self { currency, ..self }
    }

    /// A day alone is at this time.
    pub fn at_time(self, time: NaiveTime) -> Self {
        Self { time, ..self }
    }

    /// For a new start instead of this one: what is not typed of it, the day or the hour, stays.
    pub fn instead_of(self, start: LocalTime) -> Self {
        Self { day: start.date(), time: start.time(), ..self }
    }

    /// On the clocks of another zone.
    pub fn in_zone(self, zone: chrono_tz::Tz) -> Self {
        let now = self.zone.from_local_datetime(&self.now).earliest();
        let now = now.map_or(self.now, |now| now.with_timezone(&zone).naive_local());
        Self { now, zone, ..self }
    }
}

/// A currency by its code or by a sign that only one currency has.
///
/// # Errors
/// There is none of that name.
pub fn currency(typed: &str) -> Result<Currency, Sentence> {
    money::currency(typed)
}

/// A month as it is typed.
///
/// # Errors
/// It is none.
pub fn month(typed: &str) -> Result<Month, Sentence> {
    month::read(typed)
}

/// The value of a field of this kind. Nothing typed is `null`: unknown, or an empty list.
///
/// # Errors
/// What is wrong with it, and what would be right. The place `field` is left open; [`read_field`] fills it.
pub fn read(kind: Kind, typed: &str, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    let Some(text) = clean(typed, false) else { return Ok(nothing(kind)) };
    match kind {
        Kind::Text(most) => measured(&text, most),
        Kind::Line(most) => one_line(&text).and_then(|text| measured(text, most)),
        _ => read_line(kind, &text.replace('\n', " "), &text, cx),
    }
}

fn read_line(kind: Kind, line: &str, whole: &str, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    match kind {
        Kind::Day => day::read(line, cx.today).map(|day| day.json()),
        Kind::PartialDay => partial::read(line, cx.today).map(|day| day.json()),
        Kind::Local => moment::read(line, cx).map(|moment| moment.json()),
        Kind::Month => month::read(line).map(|month| month.json()),
        Kind::Zone => zone(line),
        Kind::Money => money::read(line, None).map(|money| money.json()),
        Kind::Minor if is_unknown(line) => Ok(Json::Null),
        Kind::Minor => money::minor(line, cx.currency).map(Json::from),
        Kind::Currency => money::currency(line).map(|currency| currency.json()),
        Kind::Amount { most, rate } => amount::read(line, most, rate),
        Kind::Decimal => number::decimal(line).map(|number| number.json()),
        Kind::Int { min, max } => number::whole(line, min, max).map(Json::from),
        Kind::Bool => yes_or_no(line).map(Json::from),
        Kind::Word { words, .. } => choice::word(line, words),
        Kind::Words { words, .. } => list::words(line, words),
        Kind::Lines(most) => list::lines(line, most),
        Kind::Ref(entity) => record::one(line, entity, cx.book),
        Kind::Refs(entity) => list::records(line, entity, cx.book),
        Kind::AnyRef => record::any(line, cx.book),
        Kind::Parts(fields) => list::parts(whole, fields, cx),
        Kind::Part(fields) => list::part(whole, fields, cx),
        Kind::PerLanguage(most) => list::per_language(line, most, cx.language),
        Kind::Json => list::json(whole),
        Kind::Text(most) | Kind::Line(most) => measured(line, most),
    }
}

/// [`read`], with the sentence naming the field. A day and month without a year is a day of every year only where the
/// field may hold one: birthdays and occasions.
///
/// # Errors
/// As [`read`].
pub fn read_field(entity: Entity, field: &Field, typed: &str, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    let read = if field.kind == Kind::PartialDay && !has_no_year(entity, field) && !typed.trim().is_empty() {
        partial::read_dated(typed.trim(), cx.today).map(|day| day.json())
    } else if field.kind == Kind::Money && entity.field("currency").is_some() && !typed.trim().is_empty() {
        // The row has a currency, and an amount without one is in it.
        money::read(typed.trim(), cx.currency).map(|money| money.json())
    } else {
        read(field.kind, typed, cx)
    };
    read.map_err(|sentence| of_field(entity, field, sentence).about(entity, field.name))
}

fn has_no_year(entity: Entity, field: &Field) -> bool {
    matches!((entity, field.name), (Entity::Person, "birthday") | (Entity::Occasion, "date"))
}

fn nothing(kind: Kind) -> Json {
    match kind {
        Kind::PerLanguage(_) => Json::Object(serde_json::Map::new()),
        Kind::Refs(_) | Kind::Words { .. } | Kind::Lines(_) | Kind::Parts(_) => Json::Array(Vec::new()),
        _ => Json::Null,
    }
}

fn one_line(text: &str) -> Result<&str, Sentence> {
    if text.contains('\n') { Err(Sentence::new("one-line-only")) } else { Ok(text) }
}

fn measured(text: &str, most: usize) -> Result<Json, Sentence> {
    let len = text.chars().count();
    if len > most {
        return Err(Sentence::new("text-too-long").count("len", len).count("n", most));
    }
    Ok(text.into())
}

/// A zone by its whole name, in any case.
fn zone(text: &str) -> Result<Json, Sentence> {
    let typed = text.replace(' ', "_");
    chrono_tz::TZ_VARIANTS
        .iter()
        .find(|zone| zone.name().eq_ignore_ascii_case(&typed))
        .map(|zone| zone.name().into())
        .ok_or_else(|| wrong("no-such-zone", text))
}

/// A sentence about what was typed.
fn wrong(id: &str, input: &str) -> Sentence {
    Sentence::new(id).with("input", Arg::text(input))
}

#[cfg(test)]
mod tests;
