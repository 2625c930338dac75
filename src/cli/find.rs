//! Which record, day or moment a typed word means here. How it is read is the domain's.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use serde_json::Value as Json;
use uuid::Uuid;

use super::exit::Failure;
use crate::desk::Desk;
use crate::domain::date::Instant;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::{FieldType, Kind};
use crate::domain::{Book, Client, Entity, Id, Person, Visit, naming};

/// The hour at which a day without an hour begins.
const MORNING: u32 = 8;

/// # Errors
/// Nothing fits, or several do.
pub fn client(book: &Book, text: &str) -> Result<Id<Client>, Failure> {
    record(book, Entity::Client, text).map(Id::new)
}

/// # Errors
/// As [`client`].
pub fn person(book: &Book, text: &str) -> Result<Id<Person>, Failure> {
    record(book, Entity::Person, text).map(Id::new)
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
    EntryContext::new(desk.book(), now(desk)).at_time(NaiveTime::from_hms_opt(MORNING, 0, 0))
}

fn typed<T: FieldType>(desk: &Desk, kind: Kind, text: &str) -> Result<T, Failure> {
    let json: Json = entry::read(kind, text, &context(desk))?;
    Ok(T::from_json(&json)?)
}

/// A day given on the command line.
///
/// # Errors
/// It is no day.
pub fn day(desk: &Desk, text: &str) -> Result<NaiveDate, Failure> {
    typed(desk, Kind::Day, text)
}

/// A day where one is given.
///
/// # Errors
/// It is no day.
pub fn maybe_day(desk: &Desk, text: Option<&String>) -> Result<Option<NaiveDate>, Failure> {
    text.map(|text| day(desk, text)).transpose()
}

/// A day and time; a day alone begins at eight.
///
/// # Errors
/// It is neither.
pub fn moment(desk: &Desk, text: &str) -> Result<NaiveDateTime, Failure> {
    typed(desk, Kind::Local, text)
}
