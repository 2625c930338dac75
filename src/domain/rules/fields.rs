//! What the list of fields alone can check: lengths, ranges, required texts; and the cleaning of typed text.

use chrono::NaiveDate;
use serde_json::Value as Json;

use crate::domain::book::{Entity, Record};
use crate::domain::date::{LocalTime, PartialDate};
use crate::domain::field::{Field, FieldType, Kind, Need};
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::clean;

/// Cleans every text of a row and checks every field against its kind.
///
/// # Errors
/// The first field that cannot be kept.
pub fn tidy(record: &mut Record) -> Result<(), Refusal> {
    let entity = record.entity();
    for field in entity.fields() {
        let Some(json) = record.field_json(field.name) else { continue };
        let refuse = |sentence: Sentence| {
            Refusal::no(of_field(entity, field, sentence).about(entity, field.name)).at(field.name)
        };
        let tidied = tidy_value(&field.kind, &json).map_err(refuse)?;
        if tidied.is_null() && field.need == Need::Required {
            return Err(Refusal::no(missing(entity, field)).at(field.name));
        }
        if tidied != json {
            record.set_field(field.name, &tidied).map_err(refuse)?;
        }
    }
    Ok(())
}

/// A field whose range has a sentence of its own says that one.
pub fn of_field(entity: Entity, field: &Field, sentence: Sentence) -> Sentence {
    match (entity, field.name, sentence.id.as_str()) {
        (Entity::Satisfaction, "score", "out-of-range") => Sentence::new("score-range"),
        _ => sentence,
    }
}

/// The sentence for a required field that is empty.
pub fn missing(entity: Entity, field: &Field) -> Sentence {
    let id = match (entity, field.name) {
        (Entity::Client, "name") => "client-needs-name",
        (Entity::Need, "title") => "need-needs-title",
        (Entity::Commitment, "text") => "promise-needs-text",
        (Entity::Interest, "text") => return Sentence::new("required-field").about(entity, field.name),
        (Entity::Problem, "title") => "problem-needs-title",
        (Entity::Note, "text") => "note-needs-text",
        _ => "required-field",
    };
    Sentence::new(id).about(entity, field.name)
}

fn tidy_value(kind: &Kind, json: &Json) -> Result<Json, Sentence> {
    match (kind, json) {
        (_, Json::Null) => Ok(Json::Null),
        (Kind::Text(most), Json::String(text)) => tidy_text(text, *most, false),
        (Kind::Line(most) | Kind::Amount { most, .. }, Json::String(text)) => tidy_text(text, *most, true),
        (Kind::Int { min, max }, json) => in_range(json, *min, *max),
        // What is reckoned from other days may lie beyond the years that the book can hold.
        (Kind::Day, json) => NaiveDate::from_json(json).map(|_| json.clone()),
        (Kind::Local, json) => LocalTime::from_json(json).map(|_| json.clone()),
        (Kind::PartialDay, json) => PartialDate::from_json(json).map(|_| json.clone()),
        (Kind::Lines(most), Json::Array(items)) => {
            let lines: Vec<Json> = items
                .iter()
                .map(|item| tidy_value(&Kind::Line(*most), item))
                .filter(|item| item.as_ref().map_or(true, |item| !item.is_null()))
                .collect::<Result<_, _>>()?;
            Ok(Json::Array(lines))
        }
        (Kind::PerLanguage(most), Json::Object(texts)) => texts
            .iter()
            .map(|(language, text)| Ok((language.clone(), tidy_value(&Kind::Line(*most), text)?)))
            .collect::<Result<_, _>>()
            .map(Json::Object),
        (Kind::Part(fields), json) => tidy_part(fields, json),
        (Kind::Parts(fields), Json::Array(items)) => {
            items.iter().map(|item| tidy_part(fields, item)).collect::<Result<_, _>>().map(Json::Array)
        }
        (_, json) => Ok(json.clone()),
    }
}

fn tidy_part(fields: &[Field], json: &Json) -> Result<Json, Sentence> {
    let Json::Object(map) = json else { return Ok(json.clone()) };
    let mut map = map.clone();
    for field in fields {
        let Some(value) = map.get_mut(field.name) else { continue };
        *value = tidy_value(&field.kind, value)?;
        if value.is_null() && field.need == Need::Required {
            return Err(Sentence::new("required-field").text("key", field.name));
        }
    }
    Ok(Json::Object(map))
}

fn tidy_text(text: &str, most: usize, one_line: bool) -> Result<Json, Sentence> {
    let Some(text) = clean(text, one_line) else { return Ok(Json::Null) };
    let len = text.chars().count();
    if len > most {
        return Err(Sentence::new("text-too-long").count("len", len).count("n", most));
    }
    Ok(Json::String(text))
}

fn in_range(json: &Json, min: i64, max: i64) -> Result<Json, Sentence> {
    match json.as_i64() {
        Some(n) if !(min..=max).contains(&n) => {
            let range = Sentence::new("out-of-range").text("input", n.to_string());
            Err(range.with("low", Arg::Count(min)).with("high", Arg::Count(max)))
        }
        _ => Ok(json.clone()),
    }
}
