//! Any edit of any kind over the rows a book has: most could be meant, some are nonsense.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod moves;
pub mod page;
pub mod values;

use std::collections::BTreeMap;

use attache::domain::date::{PartialDate, parse_day};
use attache::domain::edit::{GivenHead, Incoming, SetRole, SetStance};
use attache::domain::table::Head;
use attache::domain::words::{Certainty, EndReason, RoleKind};
use attache::domain::{Amend, Answers, Book, Edit, Entity, Fields, Id, Row, Sentence, Take};
use chrono::NaiveDate;
use fastrand::Rng;
use serde_json::Value as Json;
use uuid::Uuid;
use values::{chance, day, pick, some_uid, text, value};

pub fn some<T: Row>(random: &mut Rng, book: &Book) -> Id<T> {
    Id::new(some_uid(random, book, T::ENTITY))
}

/// Something, or nothing.
pub fn maybe<T>(random: &mut Rng, make: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    random.bool().then(|| make(random))
}

pub fn some_day(random: &mut Rng) -> NaiveDate {
    parse_day(&day(random)).unwrap_or_default()
}

/// Yes to all, nothing answered, or no to what is asked most.
pub fn answers(random: &mut Rng) -> Answers {
    match random.u32(..5) {
        0 => Answers::default(),
        1 => {
            let no = |answers: Answers, id: &str| answers.and(&Sentence::new(id), false);
            ["same-person-ask", "end-roles-too-ask", "reopen-month-ask"].into_iter().fold(Answers::yes(), no)
        }
        _ => Answers::yes(),
    }
}

/// One edit of any kind.
pub fn edit(random: &mut Rng, book: &Book) -> Edit {
    match random.u32(..100) {
        0..22 => add(random, book),
        22..48 => amend(random, book),
        48..58 => remove(random, book),
        58..62 => set_role(random, book),
        62..64 => end_role(random, book),
        64..67 => set_stance(random, book),
        67..70 => merge(random, book),
        70..84 => Edit::Move(moves::any(random, book)),
        84..92 => page::edit(random, book),
        92..96 => together(random, book),
        96..99 => decision(random, book),
        _ => import(random, book),
    }
}

fn entity(random: &mut Rng) -> Entity {
    *pick(random, Entity::ALL)
}

/// The fields of a row there is, some of them changed; of a new kind of row, whatever comes.
fn like_another(random: &mut Rng, book: &Book, entity: Entity) -> Fields {
    let rows = book.records(entity);
    let mut fields = if rows.is_empty() { Fields::new() } else { pick(random, &rows).fields_json() };
    if chance(random, 70) {
        fields.remove("handle");
        fields.remove("external_ids");
    }
    for _ in 0..random.usize(..4) {
        let field = pick(random, entity.fields());
        fields.insert(field.name.to_owned(), value(random, book, field));
    }
    fields
}

fn add(random: &mut Rng, book: &Book) -> Edit {
    let entity = entity(random);
    let mut fields = like_another(random, book, entity);
    if entity != Entity::Settings && chance(random, 20) {
        fields.insert("uid".to_owned(), Uuid::from_u128(random.u128(..)).to_string().into());
    }
    Edit::Add { entity, fields }
}

fn amend(random: &mut Rng, book: &Book) -> Edit {
    let entity = if chance(random, 30) { Entity::Client } else { entity(random) };
    let mut fields = Fields::new();
    for _ in 0..=random.usize(..3) {
        let field = pick(random, entity.fields());
        fields.insert(field.name.to_owned(), value(random, book, field));
    }
    let uuid = if entity == Entity::Settings { Uuid::nil() } else { some_uid(random, book, entity) };
    let reason = maybe(random, |random| text(random, 100));
    Edit::Amend(Amend { reason, force: chance(random, 20), ..Amend::new(entity, uuid, fields) })
}

/// How the client decides: offers with all that belongs to them, needs, goals, the stage of a prospect.
pub fn decision(random: &mut Rng, book: &Book) -> Edit {
    let entity = *pick(
        random,
        &[
            Entity::Proposal,
            Entity::ProposalTerm,
            Entity::TermScore,
            Entity::Concession,
            Entity::Need,
            Entity::ClientGoal,
            Entity::Client,
        ],
    );
    let field = match entity {
        Entity::Client => "stage",
        Entity::TermScore => "score",
        Entity::Concession => "to_value",
        _ => "state",
    };
    if chance(random, 30) {
        return Edit::Add { entity, fields: like_another(random, book, entity) };
    }
    let value = entity.field(field).map(|field| value(random, book, field)).unwrap_or_default();
    let reason = maybe(random, |random| text(random, 100));
    let fields = [(field.to_owned(), value)].into_iter().collect();
    Edit::Amend(Amend {
        reason,
        force: chance(random, 20),
        ..Amend::new(entity, some_uid(random, book, entity), fields)
    })
}

fn remove(random: &mut Rng, book: &Book) -> Edit {
    let entity = entity(random);
    let mut fields = Fields::new();
    for name in ["cancel_reason", "drop_reason", "decline_reason", "ended_reason", "left_reason"] {
        if entity.field(name).is_some() && chance(random, 80) {
            fields.insert(name.to_owned(), "it is over".into());
        }
    }
    for (name, word) in [("cancelled_by", "us"), ("declined_by", "them"), ("drop_kind", "other")] {
        if entity.field(name).is_some() && chance(random, 80) {
            fields.insert(name.to_owned(), word.into());
        }
    }
    let reason = Some("because".to_owned());
    Edit::Remove { entity, uuid: some_uid(random, book, entity), fields, reason }
}

fn set_role(random: &mut Rng, book: &Book) -> Edit {
    Edit::SetRole(SetRole {
        person: some(random, book),
        client: some(random, book),
        kind: *pick(random, RoleKind::all()),
        certainty: maybe(random, |random| *pick(random, Certainty::all())),
        proposal: if chance(random, 10) { Some(some(random, book)) } else { None },
        from: maybe(random, |random| PartialDate::Day(some_day(random))),
        visit: maybe(random, |random| some(random, book)),
        source_note: maybe(random, |random| text(random, 200)),
    })
}

/// A person and a client of a row that links them, so that there is something to end or to say.
fn linked<A: Row, B: Row>(random: &mut Rng, book: &Book, from: Entity) -> (Id<A>, Id<B>) {
    let rows = book.records(from);
    if rows.is_empty() {
        return (some(random, book), some(random, book));
    }
    let row = pick(random, &rows);
    let uid = |name: &str| row.field_json(name).as_ref().and_then(Json::as_str).and_then(|text| text.parse().ok());
    (Id::new(uid("person").unwrap_or_default()), Id::new(uid("client").unwrap_or_default()))
}

fn end_role(random: &mut Rng, book: &Book) -> Edit {
    let (person, client) = linked(random, book, Entity::Role);
    let kind = *pick(random, RoleKind::all());
    let on = maybe(random, some_day);
    let proposal = maybe(random, |random| some(random, book));
    Edit::EndRole {
        person,
        client,
        kind,
        proposal,
        on,
        reason: maybe(random, |random| *pick(random, EndReason::all())),
    }
}

/// One role after another of the same person and kind: the one in force ends, or the next begins.
pub fn succession(random: &mut Rng, book: &Book) -> Edit {
    let roles = book.records(Entity::Role);
    let role = pick(random, &roles);
    let mut fields = role.fields_json();
    let over = [("to", Json::from("2026-11-20")), ("end_reason", "changed".into())];
    if fields["to"].is_null() {
        let over = over.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        return Edit::Amend(Amend::new(Entity::Role, role.uuid(), over));
    }
    over.iter().for_each(|(name, _)| drop(fields.remove(*name)));
    Edit::Add { entity: Entity::Role, fields }
}

fn set_stance(random: &mut Rng, book: &Book) -> Edit {
    let (person, client) = linked(random, book, Entity::Affiliation);
    Edit::SetStance(SetStance {
        person,
        client,
        proposal: None,
        value: maybe(random, |random| random.i64(-3..=2)),
        influence: maybe(random, |random| random.i64(1..=6)),
        on: maybe(random, some_day),
        visit: if chance(random, 20) { Some(some(random, book)) } else { None },
    })
}

fn merge(random: &mut Rng, book: &Book) -> Edit {
    let mut take = |entity: Entity| -> BTreeMap<String, Take> {
        let fields = entity.fields().iter().map(|field| field.name.to_owned());
        fields.map(|name| (name, *pick(random, &[Take::A, Take::B]))).collect()
    };
    if book.client.len().is_multiple_of(2) {
        let take = take(Entity::Client);
        Edit::MergeClients { keep: some(random, book), gone: some(random, book), take }
    } else {
        let take = take(Entity::Person);
        Edit::MergePeople { keep: some(random, book), gone: some(random, book), take }
    }
}

fn together(random: &mut Rng, book: &Book) -> Edit {
    let edits = (0..random.usize(1..4)).map(|_| if random.bool() { add(random, book) } else { amend(random, book) });
    let edits = edits.collect();
    Edit::Together { title: Sentence::new("title-map"), client: maybe(random, |random| some(random, book)), edits }
}

/// Rows as a file brings them: known ones changed, new ones, and sometimes one twice.
fn import(random: &mut Rng, book: &Book) -> Edit {
    let mut rows = Vec::new();
    for _ in 0..random.usize(1..5) {
        let entity = *pick(random, &[Entity::Client, Entity::Person, Entity::Note, Entity::LedgerMonth, Entity::Need]);
        let uid = if random.bool() { some_uid(random, book, entity) } else { Uuid::from_u128(random.u128(..)) };
        let at = some_day(random).and_hms_milli_opt(9, 30, 1, random.u32(..3)).unwrap().and_utc();
        let head = Head { uid, rev: random.i64(1..9), created_at: at, updated_at: at };
        let Ok(record) = entity.record(head, &like_another(random, book, entity)) else { continue };
        let given = GivenHead { rev: random.bool(), created_at: random.bool(), updated_at: random.bool() };
        rows.push(Incoming { record, given });
    }
    if chance(random, 20) {
        rows.extend(rows.first().cloned());
    }
    Edit::Import { title: Sentence::new("title-snapshot").text("file", "rows.json"), rows }
}
