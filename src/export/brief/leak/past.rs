//! What is private and the book no longer shows, or not yet: rows as the journal has them from before a change, the
//! reasons of steps, and drafts.

use rustc_hash::FxHashSet;
use serde_json::Value as Json;
use uuid::Uuid;

use super::folded::bare;
use super::fragments::is_free;
use super::names;
use super::private::{Private, Source, What, is_plain_word, is_secret};
use crate::domain::book::SETTINGS;
use crate::domain::field::{Class, Place};
use crate::domain::{Book, Entity, Record};

/// The field of a hit in a draft.
const DRAFT: &str = "draft";

impl Private {
    /// Takes rows as they once were, and why steps were made. What a row still holds is in the set already.
    pub fn remember(&mut self, book: &Book, rows: &[Record], reasons: &[(Option<Uuid>, String)]) {
        let mut seen = FxHashSet::default();
        for record in rows.iter().filter(|record| record.entity() != Entity::Settings) {
            self.former(book, record, &mut seen);
        }
        for (client, reason) in reasons {
            let source = Source::new(Entity::Client, client.unwrap_or(SETTINGS), "reason");
            self.text(reason, What::Text, source);
            self.old.push((source, reason.clone()));
        }
    }

    fn former(&mut self, book: &Book, record: &Record, seen: &mut FxHashSet<(Source, String)>) {
        let row = record.row();
        let now = book.row(row.entity(), row.uuid());
        let stands = |field: &str| now.is_some_and(|now| now.value(field) == row.value(field));
        let secret = is_secret(row);
        row.each_text(&mut |place, text| {
            let private = place.class() != Class::Shareable && !is_plain_word(row.entity(), place);
            if private && !stands(place.field.name) && seen.insert((Source::at(row, place), text.to_owned())) {
                self.private(row, place, text, secret);
                if is_free(place) {
                    self.old.push((Source::at(row, place), text.to_owned()));
                }
            }
        });
        self.amounts.take(row, &|field| stands(field.name));
        match record {
            Record::Client(client) if !["name", "short_name", "name_local", "name_latin"].iter().all(|f| stands(f)) => {
                names::of_a_client(client, self);
            }
            Record::Person(person) => {
                if !["full_name", "name_latin", "family_name", "given_name"].iter().all(|field| stands(field)) {
                    names::of_a_person(person, self);
                }
                if !["birthday", "deceased_on"].iter().all(|field| stands(field)) {
                    self.days_of_person(person);
                }
            }
            Record::Occasion(occasion) if !stands("date") => self.days_of_occasion(occasion),
            _ => {}
        }
    }

    /// Takes what was typed and not saved. `key` names the screen, the entity and the record.
    pub fn draft(&mut self, book: &Book, key: &str, text: &str) {
        let mut parts = key.splitn(3, '.').skip(1);
        let entity = parts.next().and_then(Entity::from_table).unwrap_or(Entity::Client);
        let uuid = parts.next().and_then(|subject| subject.trim_start_matches("new-").parse().ok());
        let source = Source::new(entity, uuid.unwrap_or(SETTINGS), DRAFT);
        let shared = shared_texts(book, entity, source.uuid);
        let mut typed = Vec::new();
        texts(&read(text), entity, &mut typed);
        for text in typed {
            if !shared.contains(&bare(&text)) {
                self.text(&text, What::Text, source);
                self.old.push((source, text));
            }
        }
    }
}

/// What the record itself shares: a draft of it repeats that.
fn shared_texts(book: &Book, entity: Entity, uuid: Uuid) -> FxHashSet<String> {
    let mut shared = FxHashSet::default();
    if let Some(row) = book.row(entity, uuid) {
        row.each_text(&mut |place: Place, text| {
            if place.class() == Class::Shareable {
                shared.insert(bare(text));
            }
        });
    }
    shared
}

/// A draft is JSON; the page of an editor inside it is TOML, perhaps not whole.
fn read(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|_| page(text))
}

fn page(text: &str) -> Json {
    let quoted = || text.split('"').skip(1).step_by(2).map(Json::from).collect();
    text.parse::<toml::Table>().ok().and_then(|table| serde_json::to_value(table).ok()).unwrap_or_else(quoted)
}

/// The sentences of a draft: texts of several words, wherever they stand in it but in a shared field. Single words are
/// of enumerations, or say nothing yet.
fn texts(json: &Json, entity: Entity, found: &mut Vec<String>) {
    match json {
        Json::String(text) if is_sentence(text) => found.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| texts(item, entity, found)),
        Json::Object(map) => {
            for (key, item) in map.iter().filter(|(key, _)| !is_shared(entity, key)) {
                match item {
                    Json::String(text) if key == "file" => texts(&page(text), entity, found),
                    item => texts(item, entity, found),
                }
            }
        }
        _ => {}
    }
}

fn is_shared(entity: Entity, key: &str) -> bool {
    entity.field(key).is_some_and(|field| field.class == Class::Shareable)
}

fn is_sentence(text: &str) -> bool {
    let letters = |word: &&str| word.chars().any(char::is_alphabetic);
    text.split_whitespace().filter(letters).count() > 1
        || text.chars().filter(|c| super::folded::is_han(*c)).count() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_gives_its_sentences_but_not_what_it_shares() {
        let mut found = Vec::new();
        let draft = r#"{"outcome":"they will not sign","agenda":"terms of delivery","kind":"meeting",
            "notes":[{"text":"wants it quietly","topic":"other"}],"start":"2026-12-08 10:00",
            "file":"outcome = \"half a [[ page\""}"#;
        texts(&read(draft), Entity::Visit, &mut found);
        found.sort();
        assert_eq!(found, ["half a [[ page", "they will not sign", "wants it quietly"]);
    }
}
