//! `field=value` as typed on the command line, turned into the value the field holds.

use serde_json::{Map, Value as Json};

use super::exit::Failure;
use super::find;
use crate::desk::Desk;
use crate::domain::edit::Fields;
use crate::domain::field::{Field, Kind};
use crate::domain::{Arg, Entity, Record, Sentence, entry};

/// What stands left of the `=`.
enum Target<'a> {
    Whole,
    Key(&'a str),
    Added,
}

/// The fields that `--set` options give, over those a record has.
///
/// # Errors
/// No assignment, no such field, or a value the field cannot hold.
pub fn fields(desk: &Desk, entity: Entity, before: Option<&Record>, sets: &[String]) -> Result<Fields, Failure> {
    let mut fields = Fields::new();
    for set in sets {
        assign(desk, entity, before, set, &mut fields)?;
    }
    Ok(fields)
}

fn assign(desk: &Desk, entity: Entity, before: Option<&Record>, set: &str, fields: &mut Fields) -> Result<(), Failure> {
    let bad = || Failure::usage(Sentence::new("bad-assignment").text("input", set));
    let (left, text) = set.split_once('=').ok_or_else(bad)?;
    let (name, target) = match (left.strip_suffix('+'), left.split_once('.')) {
        (Some(name), _) => (name, Target::Added),
        (None, Some((name, key))) => (name, Target::Key(key)),
        (None, None) => (left, Target::Whole),
    };
    let field = entity.field(name).ok_or_else(|| unknown_field(entity, name))?;
    let current = || {
        let own = fields.get(name).cloned();
        own.or_else(|| before.and_then(|record| record.field_json(name))).unwrap_or_default()
    };
    let json = match target {
        Target::Whole => whole(desk, entity, field, before, fields, text)?,
        Target::Key(key) => with_key(desk, entity, field, key, text, current())?,
        Target::Added => with_added(desk, entity, field, text, current())?,
    };
    fields.insert(name.to_owned(), json);
    Ok(())
}

/// A whole field; figures stand in the currency of their row.
fn whole(
    desk: &Desk,
    entity: Entity,
    field: &Field,
    before: Option<&Record>,
    fields: &Fields,
    text: &str,
) -> Result<Json, Failure> {
    let own = fields.get("currency").and_then(|json| json.as_str()?.parse().ok());
    let currency = own.or_else(|| before.and_then(Record::currency));
    let reporting = Some(desk.book().settings().reporting_currency);
    let visit = before.filter(|_| entity == Entity::Visit).map(|record| find::of_visit(desk, record.head().uid));
    let cx = visit.unwrap_or_else(|| find::context(desk)).in_currency(currency.or(reporting));
    Ok(entry::read_field(entity, field, text, &cx)?)
}

/// Says that there is no such field, and which one may have been meant.
pub fn unknown_field(entity: Entity, name: &str) -> Sentence {
    let like = |field: &&Field| {
        field.name.starts_with(name) || name.starts_with(field.name) || field.name.replace('_', "") == name
    };
    let similar = entity.fields().iter().find(like).filter(|_| !name.is_empty());
    let id = if similar.is_some() { "unknown-field-similar" } else { "unknown-field" };
    let sentence = Sentence::new(id).word("entity", entity.term()).text("field", name);
    sentence.text("similar", similar.map_or("", |field| field.name))
}

fn with_key(desk: &Desk, entity: Entity, field: &Field, key: &str, text: &str, current: Json) -> Result<Json, Failure> {
    let mut map = match current {
        Json::Object(map) => map,
        _ => Map::new(),
    };
    let cx = find::context(desk);
    let json = match field.kind {
        Kind::PerLanguage(most) => entry::read(Kind::Line(most), text, &cx)?,
        Kind::Part(parts) => {
            let names = Arg::texts(parts.iter().map(|part| part.name));
            let part = parts.iter().find(|part| part.name == key).ok_or_else(|| {
                Sentence::new("unknown-key").text("field", field.name).text("key", key).with("allowed", names)
            })?;
            entry::read_field(entity, part, text, &cx)?
        }
        Kind::Json => text.into(),
        _ => return Err(Sentence::new("field-takes-no-key").text("field", field.name).text("key", key).into()),
    };
    map.insert(key.to_owned(), json);
    Ok(Json::Object(map))
}

fn with_added(desk: &Desk, entity: Entity, field: &Field, text: &str, current: Json) -> Result<Json, Failure> {
    let is_list = matches!(field.kind, Kind::Parts(_) | Kind::Lines(_) | Kind::Words { .. } | Kind::Refs(_));
    if !is_list {
        return Err(Sentence::new("field-not-a-list").text("field", field.name).into());
    }
    // A list takes one small record or several.
    let text = if text.trim_start().starts_with('{') { format!("[{text}]") } else { text.to_owned() };
    let added = entry::read_field(entity, field, &text, &find::context(desk))?;
    let mut items = match current {
        Json::Array(items) => items,
        _ => Vec::new(),
    };
    let added = match added {
        Json::Array(more) => more,
        Json::Null => Vec::new(),
        one => vec![one],
    };
    // Small records may be alike; a word or a reference stands in its list once.
    let once = matches!(field.kind, Kind::Words { .. } | Kind::Refs(_));
    for item in added {
        if !(once && items.contains(&item)) {
            items.push(item);
        }
    }
    Ok(Json::Array(items))
}
