//! What a search found: rows by kind, each with the text that shows it and who may see that.

use uuid::Uuid;

use super::check::Shown;
use super::query::Query;
use super::searched::is_name;
use super::snippet::Snippet;
use crate::domain::book::{Book, Entity};
use crate::domain::date::PartialDate;
use crate::domain::entity::{Affiliation, Person};
use crate::domain::field::{Class, Place};
use crate::domain::skeleton::latin;
use crate::domain::table::{AnyRow, Id, Row};
use crate::domain::words::{NoteClass, Voice};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub entity: Entity,
    pub uuid: Uuid,
    /// The client it belongs to, where it belongs to one; a person's is where they stand.
    pub client: Option<Uuid>,
    pub place: Place,
    /// Confidential and personal texts are not shown in privacy mode; the record is.
    pub class: Class,
    pub snippet: Snippet,
    /// In which other spelling it was found: `Zhao Mingyuan` for 赵明远.
    pub reading: Option<String>,
}

/// Hits of one kind, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub entity: Entity,
    pub hits: Vec<Hit>,
    /// There are more than were asked for.
    pub more: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub groups: Vec<Group>,
    /// What the keys mean on the other keyboard layout, when only that was found.
    pub layout: Option<String>,
    /// Whether the whole book was searched; parts of a large one are still being read after it was opened.
    pub complete: bool,
}

impl Found {
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.groups.iter().flat_map(|group| &group.hits)
    }
}

impl Hit {
    /// A name as it is written, with the spelling that was found beside it: `赵明远 Zhao Mingyuan`.
    pub fn with_reading(&self, name: &str) -> String {
        let other = self.reading.as_deref().filter(|reading| !name.contains(reading));
        other.map_or_else(|| name.to_owned(), |reading| format!("{name} {reading}"))
    }

    pub(super) fn new(book: &Book, row: &dyn AnyRow, shown: Shown, query: &Query) -> Self {
        let Shown { place, text, by_sound, in_parts } = shown;
        let whole = book.person.by_uuid(row.uuid()).filter(|_| in_parts);
        let text = whole.map_or(text, Person::display_name);
        Self {
            entity: row.entity(),
            uuid: row.uuid(),
            client: client_of(book, row).or_else(|| placed(book, row)),
            place,
            class: class_of(row, place),
            snippet: Snippet::of(&text, query),
            reading: reading(row, place, &text, by_sound),
        }
    }
}

/// The client at whom a person stands, or stood last.
fn placed(book: &Book, row: &dyn AnyRow) -> Option<Uuid> {
    let person = book.person.by_uuid(row.uuid())?.uid();
    let places = book.affiliation.of(person).filter(|place| place.person == person);
    let now = |place: &&Affiliation| {
        let from = place.from.and_then(PartialDate::earliest);
        (place.to.is_none(), place.is_primary, from, place.head.uid)
    };
    places.max_by_key(now).map(|place| place.client.uuid)
}

/// The client a row belongs to, through its offer where it belongs to one.
pub fn client_of(book: &Book, row: &dyn AnyRow) -> Option<Uuid> {
    let uuid = row.uuid();
    let offer = |term| book.proposal.get(book.proposal_term.get(term)?.proposal);
    match row.entity() {
        Entity::Client => Some(uuid),
        Entity::ProposalTerm => Some(offer(Id::new(uuid))?.client.uuid),
        Entity::Concession => Some(offer(book.concession.by_uuid(uuid)?.term)?.client.uuid),
        Entity::ClientLink => Some(book.client_link.by_uuid(uuid)?.a.uuid),
        _ => row.value("client")?.as_str()?.parse().ok(),
    }
}

/// The class of a text as its row stands: a note says its own, a need's title depends on its state, a product held
/// elsewhere is confidential throughout, and a switch `share` opens the text beside it.
pub fn class_of(row: &dyn AnyRow, place: Place) -> Class {
    let said = |field: &str| row.value(field);
    let word = |field: &str| said(field).and_then(|json| json.as_str().map(str::to_owned));
    let shared = || said("share").is_some_and(|json| json == true);
    match (row.entity(), place.field.name) {
        (Entity::Note, _) => match word("class").as_deref().and_then(NoteClass::from_word) {
            Some(NoteClass::In) => Class::Internal,
            Some(NoteClass::Pe) => Class::Personal,
            _ => Class::Confidential,
        },
        (Entity::Need, "title") if shared() => Class::Shareable,
        (Entity::Need, "title") if word("voice").as_deref() == Some(Voice::Stated.word()) => Class::Internal,
        (Entity::Commitment | Entity::ClientGoal, "text") | (Entity::Answer, "body" | "question") if shared() => {
            Class::Shareable
        }
        (Entity::Holding, _) if said("provider_other").is_some_and(|json| !json.is_null()) => Class::Confidential,
        _ => place.class(),
    }
}

/// The other spelling by which a name was found.
fn reading(row: &dyn AnyRow, place: Place, text: &str, by_sound: bool) -> Option<String> {
    let named = matches!(row.entity(), Entity::Client | Entity::Person);
    if !named || !is_name(place) {
        return None;
    }
    if place.field.name == "name_latin" {
        return Some(text.to_owned());
    }
    let spelt = || row.value("name_latin").and_then(|json| json.as_str().map(str::to_owned));
    // What is in Latin letters already has no other spelling of its own.
    let sound = || spelt().or_else(|| (!text.is_ascii()).then(|| latin(text)));
    by_sound.then(sound).flatten().filter(|reading| !reading.eq_ignore_ascii_case(text))
}
