//! A field's value as a person reads it in a language: dates, money, terms, names of the records it points at.

use serde_json::Value as Json;

use super::Words;
use crate::domain::date::{parse_day, parse_local};
use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::money::Money;
use crate::domain::step::Change;
use crate::domain::{Arg, Book, Entity, Record, Sentence, naming};

/// The value of a field of this kind; what is not known says so.
pub fn value(words: &Words, book: &Book, kind: Kind, json: &Json) -> String {
    match (kind, json) {
        (_, Json::Null) => words.unknown(),
        (_, Json::Array(items)) if items.is_empty() => words.term("word.none"),
        (_, Json::Bool(yes)) => words.say(if *yes { "word-yes" } else { "word-no" }),
        (Kind::Word { term, .. }, Json::String(word)) => words.term(&format!("{term}.{word}")),
        (Kind::Words { term, .. }, Json::Array(items)) => {
            let terms: Vec<String> =
                items.iter().filter_map(Json::as_str).map(|word| words.term(&format!("{term}.{word}"))).collect();
            words.list(&terms)
        }
        (Kind::Day, Json::String(text)) => parse_day(text).map_or_else(|| text.clone(), |day| words.date(day)),
        (Kind::PartialDay, Json::String(text)) => text.parse().map_or_else(|()| text.clone(), |day| words.partial(day)),
        (Kind::Month, Json::String(text)) => text.parse().map_or_else(|()| text.clone(), |month| words.month(month)),
        (Kind::Local, Json::String(text)) => parse_local(text)
            .map_or_else(|| text.clone(), |time| format!("{} {}", words.date(time.date()), words.time(time.time()))),
        (Kind::Money | Kind::Amount { .. }, json) if json.is_object() => {
            Money::from_json(json).map_or_else(|_| json.to_string(), |money| words.money(money))
        }
        (Kind::Amount { rate: true, .. }, Json::Number(points)) => {
            points.as_i64().map_or_else(|| points.to_string(), |points| words.basis_points(points))
        }
        (Kind::Decimal, Json::String(text)) => text.parse().map_or_else(|_| text.clone(), |value| words.exact(value)),
        (Kind::Ref(entity), Json::String(uid)) => name(words, book, entity, uid),
        (Kind::AnyRef, Json::String(uid)) => {
            let entity = uid.parse().ok().and_then(|uuid| book.entity_of(uuid));
            entity.map_or_else(|| uid.clone(), |entity| name(words, book, entity, uid))
        }
        (Kind::Refs(entity), Json::Array(items)) => {
            let names: Vec<String> =
                items.iter().filter_map(Json::as_str).map(|uid| name(words, book, entity, uid)).collect();
            words.list(&names)
        }
        (Kind::Part(fields), json) => part(words, book, fields, json),
        (Kind::Parts(fields), Json::Array(items)) => {
            items.iter().map(|item| part(words, book, fields, item)).collect::<Vec<_>>().join(words.semicolon())
        }
        (_, Json::Array(items)) => {
            words.list(&items.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>())
        }
        (_, Json::String(text)) => text.clone(),
        (_, Json::Number(n)) => n.as_i64().map_or_else(|| n.to_string(), |n| words.number(n)),
        (_, json) => json.to_string(),
    }
}

/// What a change would make of a record, in one line; `before` and `after` are the book without and with it.
pub fn change(words: &Words, before: &Book, after: &Book, change: &Change) -> String {
    let (entity, uuid) = (change.entity(), change.uuid());
    let name = naming::label_parts(if change.after.is_some() { after } else { before }, entity, uuid);
    let name = name.iter().map(|part| words.arg(part)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let about = |id: &str| Sentence::new(id).word("entity", entity.term()).text("name", &name);
    if change.before.is_none() {
        return words.sentence(&about("import-record-new"));
    }
    let side = |book: &Book, record: &Option<Record>, field: &str| {
        let kind = entity.field(field).map_or(Kind::Json, |field| field.kind);
        let json = record.as_ref().and_then(|record| record.field_json(field)).unwrap_or_default();
        let currency = record.as_ref().and_then(Record::currency);
        match (kind, json.as_i64(), currency) {
            (Kind::Minor, Some(minor), Some(currency)) => Arg::Money(Money::new(minor, currency)),
            _ => Arg::text(value(words, book, kind, &json)),
        }
    };
    let fields = change.fields().into_iter().map(|field| {
        let label = Arg::Label(entity.table().to_owned(), field.to_owned());
        let sentence = Sentence::new("import-value").with("field", label);
        let sentence = sentence.with("before", side(before, &change.before, field));
        Arg::Sentence(Box::new(sentence.with("after", side(after, &change.after, field))))
    });
    words.sentence(&about("import-record-changed").with("changes", Arg::List(fields.collect())))
}

/// A small record of numbers only, each by its name: bare numbers in a row say nothing.
pub fn numbers(words: &Words, entity: &str, fields: &[Field], json: &Json) -> Option<String> {
    let all = fields.len() > 1 && fields.iter().all(|field| matches!(field.kind, Kind::Int { .. }));
    let told = |field: &Field| {
        let n = json.get(field.name)?.as_i64().map_or_else(|| words.term("word.none"), |n| words.number(n));
        Some(format!("{} {n}", words.label(entity, field.name)))
    };
    all.then(|| words.list(&fields.iter().filter_map(told).collect::<Vec<_>>()))
}

/// The known values of a small record, in the order of its list.
fn part(words: &Words, book: &Book, fields: &[Field], json: &Json) -> String {
    if let Some(told) = numbers(words, "", fields, json) {
        return told;
    }
    let known = fields.iter().filter_map(|field| {
        let json = json.get(field.name).filter(|json| !json.is_null() && **json != Json::Bool(false))?;
        Some(value(words, book, field.kind, json))
    });
    known.collect::<Vec<_>>().join(" ")
}

/// What a record is called: a person's or client's name, a title, the first of its texts.
fn name(words: &Words, book: &Book, entity: Entity, uid: &str) -> String {
    let Some(record) = uid.parse().ok().and_then(|uuid| book.record(entity, uuid)) else { return words.unknown() };
    if let crate::domain::Record::Person(person) = &record {
        return words.person_name(person, book.settings().name_display);
    }
    if let crate::domain::Record::Visit(visit) = &record {
        return words.moment(visit.start);
    }
    if let crate::domain::Record::Product(product) = &record {
        return product.name.say(words.lang()).to_owned();
    }
    for field in ["name", "title", "text", "label", "question"] {
        if let Some(text) = record.field_json(field).as_ref().and_then(Json::as_str) {
            return text.to_owned();
        }
    }
    words.term(&entity.term())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Language;
    use serde_json::json;

    #[test]
    fn values_are_told_in_the_language() {
        let (words, book) = (Words::new(Language::Ru), Book::default());
        let cases = [
            (Kind::Day, json!("2026-11-24"), "24 ноября 2026 г."),
            (Kind::Money, json!({"minor": 156_412_440, "currency": "RUB"}), "1\u{a0}564\u{a0}124,40\u{a0}RUB"),
            (Kind::Bool, json!(true), "да"),
            (Kind::Line(10), json!("так"), "так"),
            (Kind::Line(10), Json::Null, "неизвестно"),
        ];
        for (kind, json, told) in cases {
            let found = value(&words, &book, kind, &json).replace('\u{202f}', "\u{a0}");
            assert_eq!(found.replace('\u{a0}', " "), told.replace('\u{a0}', " "), "{json}");
        }
    }
}
