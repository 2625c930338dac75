//! The private set of a book: every value of class in, co and pe, in the form in which it is looked for. Knows no
//! copy; what may be published in one is decided where it is scanned.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::amounts::Amounts;
use super::folded::{bare, is_han, key};
use super::names;
use crate::domain::date::PartialDate;
use crate::domain::field::{Class, FieldType, Place};
use crate::domain::table::{AnyRow, Id};
use crate::domain::words::{RoleKind, Voice};
use crate::domain::{Book, Entity, Occasion, Person};
use crate::export::brief::shareable;

/// Where a private value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Source {
    pub entity: Entity,
    pub uuid: Uuid,
    pub field: &'static str,
    pub part: Option<&'static str>,
}

impl Source {
    pub fn new(entity: Entity, uuid: Uuid, field: &'static str) -> Self {
        Self { entity, uuid, field, part: None }
    }

    pub fn at(row: &dyn AnyRow, place: Place) -> Self {
        let part = place.part.map(|part| part.name);
        Self { entity: row.entity(), uuid: row.uuid(), field: place.field.name, part }
    }

    /// The field as the labels know it, `evidence.quote`.
    pub fn field(&self) -> String {
        self.part.map_or_else(|| self.field.to_owned(), |part| format!("{}.{part}", self.field))
    }
}

/// What a private text is, as far as it decides what counts as publishing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Text,
    /// A text that no shared value publishes: of a hidden need, an interest, our limits.
    Secret,
    /// A form of a client's name.
    Client(Uuid),
    /// A form of a person's name; the family name `alone` counts only for people of the copy's client.
    Person {
        uuid: Uuid,
        alone: bool,
    },
    /// A word of role, stance or certainty: private beside the name of a person of the client.
    Word,
}

#[derive(Debug, Clone)]
pub(super) struct Value {
    pub bare: String,
    pub what: What,
    pub source: Source,
    /// Too short to mean anything except beside a person's name.
    pub short: bool,
}

/// A day of class pe.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub day: PartialDate,
    pub person: Option<Id<Person>>,
    pub source: Source,
}

/// The private set, made once for a state of the book and used for every copy.
#[derive(Default)]
pub struct Private {
    pub(super) values: Vec<Value>,
    pub(super) by_key: FxHashMap<u64, Vec<u32>>,
    pub(super) amounts: Amounts,
    /// Digits of telephones and registers.
    pub(super) numbers: Vec<(String, Source)>,
    pub(super) days: Vec<Day>,
    /// Sentences that the book no longer shows: of old rows, reasons and drafts. Runs of their words are asked about.
    pub(super) old: Vec<(Source, String)>,
    least: usize,
}

/// A shorter number says nothing.
const LEAST_DIGITS: usize = 6;

impl Private {
    pub fn of(book: &Book) -> Self {
        let least = usize::try_from(book.settings().leak_min_chars).unwrap_or(4);
        let mut set = Self { least, ..Self::default() };
        for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::Settings) {
            for row in book.rows(*entity) {
                let secret = is_secret(row);
                row.each_text(&mut |place, text| {
                    if is_private(book, row, place) {
                        set.private(row, place, text, secret);
                    }
                });
                set.amounts.take(row, &|_| false);
            }
        }
        book.client.iter().for_each(|row| names::of_a_client(row, &mut set));
        book.person.iter().for_each(|row| names::of_a_person(row, &mut set));
        set.foreign_properties(book);
        set.days(book);
        names::of_roles(&mut set);
        set
    }

    /// How many strings are looked for.
    pub fn strings(&self) -> usize {
        self.values.len() + self.amounts.len() + self.numbers.len() + self.days.len()
    }

    /// A private text of a row.
    pub(super) fn private(&mut self, row: &dyn AnyRow, place: Place, text: &str, secret: bool) {
        let source = Source::at(row, place);
        if is_number(place) {
            self.number(text, source);
        }
        let limit = matches!((row.entity(), place.field.name), (Entity::Proposal, "walk_away") | (_, "our_floor"));
        self.text(text, if secret || limit { What::Secret } else { What::Text }, source);
    }

    pub(super) fn text(&mut self, text: &str, what: What, source: Source) {
        let bare = bare(text);
        let signs = bare.chars().count();
        let short = signs < self.least && bare.chars().filter(|c| is_han(*c)).count() < 2;
        if signs < 2 {
            return;
        }
        let at = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.by_key.entry(key(&bare)).or_default().push(at);
        self.values.push(Value { bare, what, source, short });
    }

    fn number(&mut self, text: &str, source: Source) {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= LEAST_DIGITS {
            self.numbers.push((digits, source));
        }
    }

    /// What other programs gave: their values, not the names of their properties.
    fn foreign_properties(&mut self, book: &Book) {
        let clients = book.client.iter().map(|row| (Entity::Client, row.head.uid, &row.extra));
        let people = book.person.iter().map(|row| (Entity::Person, row.head.uid, &row.extra));
        let visits = book.visit.iter().map(|row| (Entity::Visit, row.head.uid, &row.extra));
        let promises = book.commitment.iter().map(|row| (Entity::Commitment, row.head.uid, &row.extra));
        let occasions = book.occasion.iter().map(|row| (Entity::Occasion, row.head.uid, &row.extra));
        for (entity, uuid, extra) in clients.chain(people).chain(visits).chain(promises).chain(occasions) {
            if let Some(extra) = extra {
                self.json(&extra.0, Source::new(entity, uuid, "extra"));
            }
        }
    }

    fn json(&mut self, json: &serde_json::Value, source: Source) {
        match json {
            serde_json::Value::String(text) => self.text(text, What::Text, source),
            serde_json::Value::Array(items) => items.iter().for_each(|item| self.json(item, source)),
            serde_json::Value::Object(map) => map.values().for_each(|item| self.json(item, source)),
            _ => {}
        }
    }

    fn days(&mut self, book: &Book) {
        book.person.iter().for_each(|person| self.days_of_person(person));
        book.occasion.iter().for_each(|occasion| self.days_of_occasion(occasion));
    }

    pub(super) fn days_of_person(&mut self, person: &Person) {
        let (id, uuid) = (Some(Id::new(person.head.uid)), person.head.uid);
        for (day, field) in [(person.birthday, "birthday"), (person.deceased_on, "deceased_on")] {
            let source = Source::new(Entity::Person, uuid, field);
            self.days.extend(day.map(|day| Day { day, person: id, source }));
        }
    }

    pub(super) fn days_of_occasion(&mut self, occasion: &Occasion) {
        let source = |field| Source::new(Entity::Occasion, occasion.head.uid, field);
        let person = occasion.person;
        self.days.push(Day { day: occasion.date, person, source: source("date") });
        let marked = occasion.marked.iter().map(|marked| PartialDate::Day(marked.date));
        self.days.extend(marked.map(|day| Day { day, person, source: source("marked") }));
    }
}

/// Whether a text may not leave the bank: its class, unless it is a plain word or was released.
pub(super) fn is_private(book: &Book, row: &dyn AnyRow, place: Place) -> bool {
    place.class() != Class::Shareable && !is_plain_word(row.entity(), place) && !is_released(book, row, place)
}

/// Lists of plain words, codes and names of programs: nobody's secret.
pub(super) fn is_plain_word(entity: Entity, place: Place) -> bool {
    let field = place.field.name;
    let part = place.part.map(|part| part.name);
    match (entity, field) {
        (_, "handle" | "external_ids" | "tags" | "push_words" | "series" | "period" | "passed_to")
        | (Entity::Answer, "topic")
        | (Entity::LedgerMonth | Entity::FxRate, "source") => true,
        (Entity::Person, _) => matches!(part, Some("label" | "kind")),
        _ => part == Some("department"),
    }
}

fn is_number(place: Place) -> bool {
    let contact = matches!(place.field.name, "private_phones" | "messenger");
    contact || matches!(place.field.name, "registration_no" | "tax_no")
}

/// A text the manager has released with the switch beside it.
fn is_released(book: &Book, row: &dyn AnyRow, place: Place) -> bool {
    let id = row.uuid();
    match (row.entity(), place.field.name) {
        (Entity::Need, "title") => book.need.by_uuid(id).is_some_and(|need| shareable::need(need).is_some()),
        (Entity::ClientGoal, "text") => {
            book.client_goal.by_uuid(id).is_some_and(|goal| shareable::goal(goal).is_some())
        }
        (Entity::Commitment, "text") => book.commitment.by_uuid(id).is_some_and(|promise| promise.share),
        (Entity::Answer, "question" | "body") => book.answer.by_uuid(id).is_some_and(|answer| answer.share),
        // What the client has been told is no secret from the client.
        (Entity::Problem, "resolution") => {
            book.problem.by_uuid(id).is_some_and(|problem| problem.told_client_on.is_some())
        }
        _ => false,
    }
}

/// Rows of which nothing is published by a shared value.
pub(super) fn is_secret(row: &dyn AnyRow) -> bool {
    match row.entity() {
        Entity::Interest | Entity::Role | Entity::Stance => true,
        Entity::Need => row.value("voice") == Some(Voice::Hidden.json()),
        _ => false,
    }
}

/// Who tells us what goes on is not named beside the word for it in any copy; the other steps neither.
pub(super) fn role_words() -> impl Iterator<Item = (String, &'static str, Entity)> {
    let roles = RoleKind::all().iter().map(|kind| (kind.term(), "kind", Entity::Role));
    let stances = (-2..=2).map(|value| (format!("stance.value.{value}"), "value", Entity::Stance));
    let sure = crate::domain::words::Certainty::all().iter();
    roles.chain(stances).chain(sure.map(|certainty| (certainty.term(), "certainty", Entity::Role)))
}
