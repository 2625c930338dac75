//! Several values in one field: `a,b`, quotes around what holds a comma, JSON for small records.

use serde_json::{Map, Value as Json};

use super::{EntryContext, choice, measured, one_line, read, record, wrong};
use crate::domain::book::{Book, Entity};
use crate::domain::field::{Field, Kind};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::{clean, fold};
use crate::domain::words::{AnsweredByKind, Language};

pub(super) fn words(typed: &str, words: &'static [&'static str]) -> Result<Json, Sentence> {
    let mut found: Vec<Json> = Vec::new();
    for item in items(typed)? {
        let word = choice::word(&item, words)?;
        if found.contains(&word) {
            return Err(wrong("twice-in-list", &item));
        }
        found.push(word);
    }
    Ok(Json::Array(found))
}

/// Lines of text; the same line twice is kept once.
pub(super) fn lines(typed: &str, most: usize) -> Result<Json, Sentence> {
    let mut found: Vec<Json> = Vec::new();
    for item in items(typed)? {
        let line = one_line(&item).and_then(|text| measured(text, most))?;
        if !found.iter().any(|known| known.as_str().map(fold) == line.as_str().map(fold)) {
            found.push(line);
        }
    }
    Ok(Json::Array(found))
}

pub(super) fn records(typed: &str, entity: Entity, book: &Book) -> Result<Json, Sentence> {
    let mut found: Vec<Json> = Vec::new();
    for item in items(typed)? {
        let uid = record::one(&item, entity, book)?;
        if found.contains(&uid) {
            return Err(wrong("twice-in-list", &item));
        }
        found.push(uid);
    }
    Ok(Json::Array(found))
}

/// The items of `a, b, "c, d"`, or of a JSON list of texts.
fn items(typed: &str) -> Result<Vec<String>, Sentence> {
    if typed.starts_with('[') {
        let json = self::json(typed)?;
        let texts =
            json.as_array().and_then(|items| items.iter().map(|item| item.as_str()).collect::<Option<Vec<_>>>());
        let texts = texts.ok_or_else(|| wrong("wrong-json", typed))?;
        return Ok(texts.into_iter().filter_map(|text| clean(text, false)).collect());
    }
    Ok(parted(typed).iter().filter_map(|item| clean(item, false)).collect())
}

fn parted(typed: &str) -> Vec<String> {
    let (mut items, mut item, mut quoted) = (Vec::new(), String::new(), false);
    for c in typed.chars() {
        match c {
            '"' if quoted || item.trim().is_empty() => quoted = !quoted,
            ',' | '，' | '、' if !quoted => items.push(std::mem::take(&mut item)),
            c => item.push(c),
        }
    }
    items.push(item);
    items
}

/// Small records as a JSON list; one record may stand alone.
pub(super) fn parts(typed: &str, fields: &'static [Field], cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    let read_one = |json: Json| match json {
        Json::Object(map) => part_of(map, fields, cx),
        other => Err(wrong("wrong-json", &other.to_string())),
    };
    match json(typed)? {
        Json::Array(items) => items.into_iter().map(read_one).collect::<Result<_, _>>().map(Json::Array),
        one => read_one(one).map(|one| Json::Array(vec![one])),
    }
}

pub(super) fn part(typed: &str, fields: &'static [Field], cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    match json(typed)? {
        Json::Object(map) => part_of(map, fields, cx),
        _ => Err(wrong("wrong-json", typed)),
    }
}

/// A small record whose texts are read as typed ones: names for references, `+3d` for a day.
fn part_of(map: Map<String, Json>, fields: &'static [Field], cx: &EntryContext<'_>) -> Result<Json, Sentence> {
    let of = of_kind(&map);
    let read_key = |(key, value): (String, Json)| {
        let Some(field) = fields.iter().find(|field| field.name == key) else {
            let allowed = Arg::texts(fields.iter().map(|field| field.name));
            return Err(Sentence::new("unknown-key").text("key", key).with("allowed", allowed));
        };
        let value = match (&value, field.kind) {
            (Json::String(text), Kind::AnyRef) if !text.contains(':') => match of {
                Some(entity) => record::one(text, entity, cx.book)?,
                None => record::any(text, cx.book)?,
            },
            (Json::String(text), kind) if !is_stored(kind) => {
                read(kind, text, cx).map_err(|sentence| sentence.text("key", field.name))?
            }
            _ => value,
        };
        Ok((key, value))
    };
    map.into_iter().map(read_key).collect::<Result<_, _>>().map(Json::Object)
}

/// The entity that the record's own `kind` says its reference is of.
fn of_kind(map: &Map<String, Json>) -> Option<Entity> {
    match AnsweredByKind::from_word(map.get("kind")?.as_str()?)? {
        AnsweredByKind::Offer => Some(Entity::Proposal),
        AnsweredByKind::Holding => Some(Entity::Holding),
        AnsweredByKind::Note => Some(Entity::Note),
    }
}

/// Kinds whose stored form is a text that must not be read as typed.
fn is_stored(kind: Kind) -> bool {
    matches!(kind, Kind::Amount { .. } | Kind::Json)
}

/// `en: Loan | ru: Кредит`, JSON by language, or one text in the language at hand.
pub(super) fn per_language(typed: &str, most: usize, language: Language) -> Result<Json, Sentence> {
    if typed.starts_with('{') {
        let Json::Object(map) = json(typed)? else { return Err(wrong("wrong-json", typed)) };
        if let Some(key) = map.keys().find(|key| Language::from_word(key).is_none()) {
            return Err(wrong("unknown-language", key));
        }
        return Ok(Json::Object(map));
    }
    let mut map = Map::new();
    let parts: Option<Vec<_>> = typed.split('|').map(said).collect();
    for (language, text) in parts.unwrap_or_else(|| vec![(language, typed)]) {
        if let Some(text) = clean(text, true) {
            map.insert(language.word().to_owned(), measured(&text, most)?);
        }
    }
    Ok(Json::Object(map))
}

/// `ru: Кредит`.
fn said(part: &str) -> Option<(Language, &str)> {
    let (word, text) = part.split_once(':')?;
    Some((Language::from_word(word.trim())?, text))
}

pub(super) fn json(typed: &str) -> Result<Json, Sentence> {
    serde_json::from_str(typed).map_err(|why| Sentence::new("not-json").text("why", why.to_string()))
}
