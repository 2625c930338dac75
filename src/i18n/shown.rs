//! Kinds of records, and small records of numbers, as a person reads them in a language.

use serde_json::Value as Json;

use super::Words;
use crate::domain::Entity;
use crate::domain::field::{Field, Kind};

impl Words {
    /// What kind of record it is, among other words: `visit`, `VIP evidence`.
    pub fn kind(&self, entity: Entity) -> String {
        self.in_a_sentence(&entity.term())
    }

    /// A term that does not stand at the head of a line: its first letter small, unless it is one of several capitals.
    pub(super) fn in_a_sentence(&self, key: &str) -> String {
        let term = self.term(key);
        let mut letters = term.chars();
        let Some(first) = letters.next() else { return term };
        if letters.next().is_some_and(char::is_uppercase) {
            return term;
        }
        first.to_lowercase().chain(term.chars().skip(1)).collect()
    }
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
