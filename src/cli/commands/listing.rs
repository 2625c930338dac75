//! `NOUN list`: rows chosen by client and filter, in an order.

use std::cmp::Ordering;

use serde_json::Value as Json;
use uuid::Uuid;

use super::super::exit::Failure;
use super::super::noun::Noun;
use super::super::session::Session;
use super::super::{find, json, say, value};
use super::grammar::{ListArgs, noun_of};
use super::mood::Mood;
use crate::desk::Desk;
use crate::domain::entry::EntryContext;
use crate::domain::field::{Field, Kind};
use crate::domain::figures::View;
use crate::domain::filter::{Filter, OnDay, Spellings};
use crate::domain::text::fold;
use crate::domain::{Book, Entity, Record, naming};

/// # Errors
/// A client that is not there, a filter or an order that is not understood.
pub fn run(session: &mut Session, entity: Entity, args: &ListArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let noun = noun_of(entity)?;
    let records = records(&desk, noun, args)?;
    let mood = mood(&desk, entity, args)?;
    if session.global.json {
        let rows: Json = records.iter().map(|record| json::record(desk.book(), &session.words, record)).collect();
        let mut parts = vec![(noun.plural, rows)];
        parts.extend(mood.map(|mood| ("level", mood.json(&session.words))));
        session.paper.json(&json::document(parts));
        return Ok(());
    }
    if let Some(mood) = mood {
        let line = mood.line(&session.words);
        session.paper.heading(&line);
    }
    table(session, &desk, noun, &records, None);
    Ok(())
}

/// How content the client is whose scores are listed.
fn mood(desk: &Desk, entity: Entity, args: &ListArgs) -> Result<Option<Mood>, Failure> {
    let Some(client) = args.client.as_ref().filter(|_| entity == Entity::Satisfaction) else { return Ok(None) };
    Ok(Some(Mood::of(&View::on(desk.book(), desk.today()), find::client(desk.book(), client)?)))
}

/// Rows as columns, uid or handle first so that they can be named. Below the record to which all of them belong
/// (`under`) it is not named again.
pub fn table(session: &mut Session, desk: &Desk, noun: &Noun, records: &[Record], under: Option<Uuid>) {
    if records.is_empty() {
        if !session.global.quiet {
            let none = session.words.say("cli-none");
            session.paper.line(&none);
        }
        return;
    }
    let book = desk.book();
    let told = under.map(|uuid| Json::from(uuid.to_string()));
    let is_told = |column: &str| told.is_some() && records.iter().all(|record| record.field_json(column) == told);
    let columns = noun.columns.iter().filter(|column| !is_told(column));
    let fields: Vec<&Field> = columns.filter_map(|column| noun.entity.field(column)).collect();
    let mut heading: Vec<String> =
        fields.iter().map(|field| session.words.label(noun.entity.table(), field.name)).collect();
    let row = |record: &Record| fields.iter().map(|field| say::value(book, &session.words, record, field)).collect();
    let mut rows: Vec<Vec<String>> = records.iter().map(row).collect();
    if noun.entity.field("handle").is_none() {
        heading.insert(0, "uid".to_owned());
        for (row, record) in rows.iter_mut().zip(records) {
            row.insert(0, naming::short_uid(book, noun.entity, record.uuid()));
        }
    }
    session.paper.table(&heading, &rows);
}

/// # Errors
/// As [`run`].
pub fn records(desk: &Desk, noun: &Noun, args: &ListArgs) -> Result<Vec<Record>, Failure> {
    let book = desk.book();
    let mut records = book.records(noun.entity);
    if let Some(client) = &args.client {
        let client = find::client(book, client)?;
        records.retain(|record| belongs(book, record, client.uuid));
    }
    if let Some(typed) = &args.filter {
        let filter = Filter::read(noun.entity, typed, &EntryContext::new(book, find::now(desk)))?;
        let (view, spellings) = (View::on(book, desk.today()), Spellings::default());
        let day = OnDay { view: &view, spellings: &spellings };
        let fits =
            |record: &Record| book.row(noun.entity, record.uuid()).is_some_and(|row| filter.fits(book, row, &day));
        records.retain(fits);
    }
    in_time(book, noun, &mut records);
    let sort = args.sort.as_deref().unwrap_or(noun.columns[0]);
    let (sort, down) = sort.strip_prefix('-').map_or((sort, false), |sort| (sort, true));
    let field = noun.entity.field(sort).ok_or_else(|| value::unknown_field(noun.entity, sort))?;
    let key = |record: &Record| sort_key(book, record, field.name, field.kind);
    records.sort_by(|a, b| order(&key(a), &key(b), down));
    Ok(records)
}

/// Rows of one parent stand by their day, the oldest first; those of one day, and what has none, by uid.
pub fn in_time(book: &Book, noun: &Noun, records: &mut [Record]) {
    records.sort_by_key(Record::uuid);
    if let Some(field) = noun.day() {
        let key = |record: &Record| sort_key(book, record, field.name, field.kind);
        records.sort_by(|a, b| order(&key(a), &key(b), false));
    }
}

fn belongs(book: &Book, record: &Record, client: Uuid) -> bool {
    if record.entity() == Entity::Person {
        return book.affiliation.of(client).any(|place| place.person.uuid == record.uuid());
    }
    let mut refs = Vec::new();
    record.refs(&mut refs);
    record.uuid() == client || refs.contains(&client) || refs.iter().any(|parent| parent_belongs(book, *parent, client))
}

/// Terms belong to their offer's client, concessions to their term's.
fn parent_belongs(book: &Book, parent: Uuid, client: Uuid) -> bool {
    let term = book.proposal_term.by_uuid(parent).map_or(parent, |term| term.proposal.uuid);
    book.proposal.by_uuid(term).is_some_and(|offer| offer.client.uuid == client)
}

fn sort_key(book: &Book, record: &Record, field: &str, kind: Kind) -> Json {
    let json = record.field_json(field).unwrap_or_default();
    match (kind, &json) {
        (Kind::Ref(Entity::Client), Json::String(uid)) => {
            let client = uid.parse().ok().and_then(|uuid| book.client.by_uuid(uuid));
            client.map_or(Json::Null, |client| fold(&client.name).into())
        }
        (Kind::Ref(Entity::Person), Json::String(uid)) => {
            let person = uid.parse().ok().and_then(|uuid| book.person.by_uuid(uuid));
            person.map_or(Json::Null, |person| fold(&person.display_name()).into())
        }
        (Kind::Money, Json::Object(map)) => map.get("minor").cloned().unwrap_or_default(),
        (_, Json::String(text)) => fold(text).into(),
        _ => json,
    }
}

/// Unknown is last in both directions.
fn order(a: &Json, b: &Json, down: bool) -> Ordering {
    let direction = |order: Ordering| if down { order.reverse() } else { order };
    match (a, b) {
        (Json::Null, Json::Null) => Ordering::Equal,
        (Json::Null, _) => Ordering::Greater,
        (_, Json::Null) => Ordering::Less,
        (Json::Number(a), Json::Number(b)) => direction(a.as_i64().cmp(&b.as_i64())),
        (Json::String(a), Json::String(b)) => direction(a.cmp(b)),
        (a, b) => direction(a.to_string().cmp(&b.to_string())),
    }
}
