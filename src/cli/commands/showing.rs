//! `NOUN show`: one record with everything that belongs to it.

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::super::exit::Failure;
use super::super::noun::{NOUNS, Noun};
use super::super::session::Session;
use super::super::{find, json, say};
use super::grammar::{ShowArgs, noun_of};
use super::listing;
use crate::desk::Desk;
use crate::domain::field::{Field, Kind};
use crate::domain::{Book, Entity, Record, Sentence};

/// # Errors
/// Nothing fits, or several do.
pub fn run(session: &mut Session, entity: Entity, args: &ShowArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let uuid = find::record(desk.book(), entity, &args.id)?;
    show(session, &desk, entity, uuid, Map::new())
}

/// Shows a record; `figures` are computed values that stand beside its fields.
///
/// # Errors
/// The record is gone.
pub fn show(
    session: &mut Session,
    desk: &Desk,
    entity: Entity,
    uuid: Uuid,
    figures: Map<String, Json>,
) -> Result<(), Failure> {
    show_in(session, desk, desk.book(), (entity, uuid), figures)
}

/// The same from a book that may be one of before.
///
/// # Errors
/// The record is gone.
pub fn show_in(
    session: &mut Session,
    desk: &Desk,
    book: &Book,
    (entity, uuid): (Entity, Uuid),
    figures: Map<String, Json>,
) -> Result<(), Failure> {
    let noun = noun_of(entity)?;
    let gone = || Failure::not_found(Sentence::new("record-gone"));
    let record = book.record(entity, uuid).ok_or_else(gone)?;
    if session.global.json {
        let document = document(session, (desk, book), noun, &record, figures);
        session.paper.json(&document);
        return Ok(());
    }
    page(session, (desk, book), noun, &record);
    Ok(())
}

fn document(
    session: &Session,
    (desk, book): (&Desk, &Book),
    noun: &Noun,
    record: &Record,
    figures: Map<String, Json>,
) -> Json {
    let mut shown = json::record(book, &session.words, record);
    if let Json::Object(map) = &mut shown {
        map.extend(figures);
    }
    let mut parts = vec![(noun.word, shown)];
    if let Record::Client(client) = record {
        parts.push(("meeting_situation", super::meeting::situation(&session.words, desk, client)));
    }
    for child in children_of(noun.entity) {
        let rows = children(book, child, record.uuid());
        parts.push((child.plural, rows.iter().map(|row| json::record(book, &session.words, row)).collect()));
    }
    json::document(parts)
}

fn page(session: &mut Session, (desk, book): (&Desk, &Book), noun: &Noun, record: &Record) {
    let cells = |field: &Field| {
        let label = session.words.label(noun.entity.table(), field.name);
        vec![label, say::value(book, &session.words, record, field)]
    };
    let empty = |field: &&Field| match record.field_json(field.name) {
        _ if say::is_without_date(record, field) => false,
        None | Some(Json::Null) => true,
        Some(Json::Array(items)) => items.is_empty(),
        Some(_) => false,
    };
    let (unknown, known): (Vec<&Field>, Vec<&Field>) = noun.entity.fields().iter().partition(empty);
    let rows: Vec<Vec<String>> = known.into_iter().map(cells).collect();
    let missing: Vec<String> = unknown
        .into_iter()
        .filter(|field| field.need != crate::domain::field::Need::Conditional)
        .map(|field| session.words.label(noun.entity.table(), field.name))
        .collect();
    session.paper.table(&[], &rows);
    if !missing.is_empty() {
        let line = format!("{}: {}", session.words.unknown(), session.words.list(&missing));
        session.paper.line(&line);
    }
    for child in children_of(noun.entity) {
        let rows = children(book, child, record.uuid());
        if !rows.is_empty() {
            session.paper.gap();
            let heading = session.words.term(&child.entity.term());
            session.paper.heading(&format!("{heading} ({})", rows.len()));
            listing::table(session, desk, child, &rows, Some(record.uuid()));
        }
    }
}

/// The nouns whose rows belong to one of `parent`: those that point at it in a field of their own.
fn children_of(parent: Entity) -> impl Iterator<Item = &'static Noun> {
    let points = move |field: &Field| matches!(field.kind, Kind::Ref(entity) if entity == parent);
    NOUNS.iter().filter(move |noun| noun.entity != parent && noun.entity.fields().iter().any(points))
}

fn children(book: &Book, child: &Noun, parent: Uuid) -> Vec<Record> {
    let uuids = book.pointing_at(child.entity, parent).into_iter();
    let mut rows: Vec<Record> = uuids.filter_map(|uuid| book.record(child.entity, uuid)).collect();
    listing::in_time(book, child, &mut rows);
    rows
}
