//! Which record, day or moment a typed word means here. How it is read is the domain's.

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde_json::Value as Json;
use uuid::Uuid;

use super::exit::Failure;
use crate::desk::Desk;
use crate::domain::date::Instant;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::{FieldType, Kind};
use crate::domain::{Book, Client, Entity, Id, Person, Sentence, Visit, naming};

/// A client; of one that went into another, the other.
///
/// # Errors
/// Nothing fits, or several do.
pub fn client(book: &Book, text: &str) -> Result<Id<Client>, Failure> {
    let found = record(book, Entity::Client, text).map(Id::new)?;
    Ok(book.client.get(found).and_then(|client| client.merged_into).unwrap_or(found))
}

/// # Errors
/// As [`client`].
pub fn person(book: &Book, text: &str) -> Result<Id<Person>, Failure> {
    let found = record(book, Entity::Person, text).map(Id::new)?;
    Ok(book.person.get(found).and_then(|person| person.merged_into).unwrap_or(found))
}

/// A client or a person, as `client:` and `person:` say where both would fit.
///
/// # Errors
/// As [`client`].
pub fn client_or_person(book: &Book, text: &str) -> Result<(Entity, Uuid), Failure> {
    Ok(naming::find_who(book, text).one(book, Entity::Client, text)?)
}

/// A visit by its uid, or by its client and time.
///
/// # Errors
/// As [`client`].
pub fn visit(book: &Book, text: &str) -> Result<Id<Visit>, Failure> {
    record(book, Entity::Visit, text).map(Id::new)
}

/// A record of any entity.
///
/// # Errors
/// As [`client`].
pub fn record(book: &Book, entity: Entity, text: &str) -> Result<Uuid, Failure> {
    Ok(naming::find(book, entity, text).one(book, entity, text).map(|(_, uuid)| uuid)?)
}

/// An instant on the clocks of a zone.
pub fn local(at: Instant, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// What the book's clock shows.
pub fn now(desk: &Desk) -> NaiveDateTime {
    local(desk.now(), desk.book().settings().zone)
}

/// What typed text is read against: the book and its clock.
pub fn context(desk: &Desk) -> EntryContext<'_> {
    EntryContext::new(desk.book(), now(desk))
}

fn typed<T: FieldType>(cx: &EntryContext<'_>, kind: Kind, text: &str) -> Result<T, Failure> {
    let json: Json = entry::read(kind, text, cx)?;
    if json.is_null() {
        let id = if matches!(kind, Kind::Local) { "not-a-moment" } else { "not-a-date" };
        return Err(Sentence::new(id).text("input", "\"\"").into());
    }
    Ok(T::from_json(&json)?)
}

/// A day given on the command line.
///
/// # Errors
/// It is no day.
pub fn day(desk: &Desk, text: &str) -> Result<NaiveDate, Failure> {
    typed(&context(desk), Kind::Day, text)
}

/// A day where one is given.
///
/// # Errors
/// It is no day.
pub fn maybe_day(desk: &Desk, text: Option<&String>) -> Result<Option<NaiveDate>, Failure> {
    text.map(|text| day(desk, text)).transpose()
}

/// A day and time.
///
/// # Errors
/// It is neither.
pub fn moment(desk: &Desk, text: &str) -> Result<NaiveDateTime, Failure> {
    typed(&context(desk), Kind::Local, text)
}

/// The new start of a visit, on the clocks of its place.
///
/// # Errors
/// It is no moment.
pub fn new_start(desk: &Desk, visit: Id<Visit>, text: &str) -> Result<NaiveDateTime, Failure> {
    typed(&of_visit(desk, visit.uuid), Kind::Local, text)
}

/// What a text about a visit that is there is read against; the same as for any other where there is none.
pub fn of_visit(desk: &Desk, visit: Uuid) -> EntryContext<'_> {
    let visit = desk.book().visit.get(Id::new(visit));
    visit.map_or(context(desk), |visit| context(desk).in_zone(visit.zone).instead_of(visit.start))
}
