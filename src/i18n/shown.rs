//! Small records of numbers as a person reads them in a language.

use serde_json::Value as Json;

use super::Words;
use crate::domain::field::{Field, Kind};

/// A small record of numbers only, each by its name: bare numbers in a row say nothing.
pub fn numbers(words: &Words, entity: &str, fields: &[Field], json: &Json) -> Option<String> {
    let all = fields.len() > 1 && fields.iter().all(|field| matches!(field.kind, Kind::Int { .. }));
    let told = |field: &Field| {
        let n = json.get(field.name)?.as_i64().map_or_else(|| words.term("word.none"), |n| words.number(n));
        Some(format!("{} {n}", words.label(entity, field.name)))
    };
    all.then(|| words.list(&fields.iter().filter_map(told).collect::<Vec<_>>()))
}
