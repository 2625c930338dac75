//! Which record a typed word means: a handle, a uid or its beginning, `CLIENT@day`, or a name that fits only one; and
//! how a record is called in turn. Never guesses between two.

mod fit;
mod label;
mod whole;

pub use fit::{Spelling, Wanted};
pub use label::{label, label_parts, names};
pub use whole::WholeNames;

use chrono::NaiveDate;
use uuid::Uuid;

use super::book::{Book, Entity};
use super::date::{LocalTime, days_between, parse_day, parse_local};
use super::entity::Client;
use super::sentence::{Arg, Sentence};
use super::table::{AnyRow, Id};
use super::text::fold;
use fit::Fit;

/// The shortest beginning of a uid that is taken for one.
const SHORTEST_UID: usize = 4;
/// So many similar names are offered when nothing fits.
const MOST_SIMILAR: usize = 3;
/// So many of several that fit are named.
const MOST_NAMED: usize = 12;

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    One(Entity, Uuid),
    /// Nothing; these handles or names look alike.
    None {
        similar: Vec<String>,
    },
    /// More than one, in the order of their labels.
    Several(Vec<(Entity, Uuid)>),
}

impl Found {
    fn nothing() -> Self {
        Self::None { similar: Vec::new() }
    }

    /// # Errors
    /// The sentence that says that nothing fits, or several do.
    pub fn one(self, book: &Book, entity: Entity, text: &str) -> Result<(Entity, Uuid), Sentence> {
        if let (Self::None { .. }, Some((client, at))) = (&self, client_and_day(entity, text)) {
            find(book, Entity::Client, client).one(book, Entity::Client, client)?;
            if parse_day(at).is_none() && parse_local(at).is_none() {
                return Err(Sentence::new("not-a-visit-day").text("input", at).text("client", client));
            }
        }
        match self {
            Self::One(entity, uuid) => Ok((entity, uuid)),
            Self::None { similar } if similar.is_empty() => {
                Err(Sentence::new("not-found").word("entity", entity.term()).text("input", text))
            }
            Self::None { similar } => Err(Sentence::new("not-found-similar")
                .word("entity", entity.term())
                .text("input", text)
                .with("similar", Arg::texts(similar))),
            Self::Several(all) => {
                let kinds = all.iter().any(|(entity, _)| all.first().is_some_and(|(first, _)| entity != first));
                let named = all.iter().take(MOST_NAMED).map(|(entity, uuid)| {
                    let word = if kinds { format!("{}:", entity.table()) } else { String::new() };
                    named_exactly(book, *entity, *uuid, &word)
                });
                Err(Sentence::new("several-fit").text("input", text).with("list", Arg::texts(named)))
            }
        }
    }
}

/// The label of a record with what names it and nothing else: its handle, or the beginning of its uid.
pub fn told_apart(book: &Book, entity: Entity, uuid: Uuid) -> String {
    named_exactly(book, entity, uuid, "")
}

/// The same behind the word that says which kind of record is meant.
fn named_exactly(book: &Book, entity: Entity, uuid: Uuid, word: &str) -> String {
    let handle = match entity {
        Entity::Client => book.client.by_uuid(uuid).map(|client| client.handle.clone()),
        Entity::Person => book.person.by_uuid(uuid).map(|person| person.handle.clone()),
        _ => None,
    };
    let exact = handle.unwrap_or_else(|| short_uid(book, entity, uuid));
    format!("{} ({word}{exact})", label(book, entity, uuid))
}

/// The shortest beginning, of eight characters or more, that no other row of the entity shares.
pub fn short_uid(book: &Book, entity: Entity, uuid: Uuid) -> String {
    let text = uuid.to_string();
    let shared = |other: Uuid| {
        let other = other.to_string();
        text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
    };
    let longest = book.rows(entity).map(AnyRow::uuid).filter(|other| *other != uuid).map(shared).max().unwrap_or(0);
    text.chars().take((longest + 1).max(8)).collect()
}

/// The record of an entity that a text names.
pub fn find(book: &Book, entity: Entity, text: &str) -> Found {
    find_among(book, entity, text, &|_| true)
}

/// The same among the rows that `fits` lets through.
pub fn find_among(book: &Book, entity: Entity, text: &str, fits: &dyn Fn(&dyn AnyRow) -> bool) -> Found {
    let text = text.trim();
    let text = text.strip_prefix(entity.table()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(text).trim();
    if text.is_empty() {
        return Found::nothing();
    }
    if let Some((client, at)) = client_and_day(entity, text) {
        return visit(book, client, at);
    }
    if let Some(uuid) = exact(book, entity, text) {
        return if book.row(entity, uuid).is_some_and(fits) { Found::One(entity, uuid) } else { Found::nothing() };
    }
    let mut found = by_uid(book, entity, text, fits);
    for uuid in by_name(book, entity, text, fits) {
        if !found.contains(&uuid) {
            found.push(uuid);
        }
    }
    settle(book, found.into_iter().map(|uuid| (entity, uuid)).collect(), || similar(book, entity, text))
}

/// A client or a person; `client:velkov` and `person:velkov` say which where both would fit.
pub fn find_who(book: &Book, text: &str) -> Found {
    let either = [Entity::Client, Entity::Person];
    if let Some((word, rest)) = text.trim().split_once(':')
        && let Some(entity) = either.into_iter().find(|entity| entity.table() == word)
    {
        return find(book, entity, rest);
    }
    let exact: Vec<_> =
        either.into_iter().filter_map(|entity| Some((entity, exact(book, entity, text.trim())?))).collect();
    if !exact.is_empty() {
        return settle(book, exact, Vec::new);
    }
    let mut all = Vec::new();
    let mut alike = Vec::new();
    for entity in either {
        match find(book, entity, text) {
            Found::One(entity, uuid) => all.push((entity, uuid)),
            Found::Several(several) => all.extend(several),
            Found::None { similar } => alike.extend(similar),
        }
    }
    settle(book, all, || alike)
}

/// A record of any entity: `need:Title`, or a uid or its beginning.
pub fn find_any(book: &Book, text: &str) -> Found {
    if let Some((word, rest)) = text.trim().split_once(':')
        && let Some(entity) = Entity::from_table(word)
    {
        return find(book, entity, rest);
    }
    let of = |entity: Entity| by_uid(book, entity, text.trim(), &|_| true).into_iter().map(move |uuid| (entity, uuid));
    settle(book, Entity::ALL.iter().copied().flat_map(of).collect(), Vec::new)
}

fn settle(book: &Book, mut found: Vec<(Entity, Uuid)>, alike: impl FnOnce() -> Vec<String>) -> Found {
    match found.as_slice() {
        [] => Found::None { similar: alike() },
        [(entity, uuid)] => Found::One(*entity, *uuid),
        _ => {
            found.sort_by_cached_key(|(entity, uuid)| (*entity, fold(&label(book, *entity, *uuid)), *uuid));
            Found::Several(found)
        }
    }
}

/// The row with this very handle or uid.
fn exact(book: &Book, entity: Entity, text: &str) -> Option<Uuid> {
    let handle = fold(text);
    let by_handle = match entity {
        Entity::Client => book.client.iter().find(|client| client.handle == handle).map(|client| client.head.uid),
        Entity::Person => book.person.iter().find(|person| person.handle == handle).map(|person| person.head.uid),
        _ => None,
    };
    by_handle.or_else(|| Uuid::try_parse(text).ok().filter(|uuid| book.contains(entity, *uuid)))
}

fn by_uid(book: &Book, entity: Entity, text: &str, fits: &dyn Fn(&dyn AnyRow) -> bool) -> Vec<Uuid> {
    if text.len() < SHORTEST_UID || !text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') {
        return Vec::new();
    }
    let begins = text.to_ascii_lowercase();
    book.rows(entity)
        .filter(|row| row.uuid().to_string().starts_with(&begins) && fits(*row))
        .map(AnyRow::uuid)
        .collect()
}

/// The rows whose name fits best: all of those that fit equally well.
fn by_name(book: &Book, entity: Entity, text: &str, fits: &dyn Fn(&dyn AnyRow) -> bool) -> Vec<Uuid> {
    let Some(wanted) = Wanted::new(text) else { return Vec::new() };
    let mut best = Fit::WORST;
    let mut found = Vec::new();
    for row in book.rows(entity).filter(|row| !is_merged(*row) && fits(*row)) {
        let Some(fit) = wanted.fit(&names(book, row)) else { continue };
        if fit < best {
            best = fit;
            found.clear();
        }
        if fit == best {
            found.push(row.uuid());
        }
    }
    found
}

fn is_merged(row: &dyn AnyRow) -> bool {
    matches!(row.entity(), Entity::Client | Entity::Person)
        && row.value("merged_into").is_some_and(|into| !into.is_null())
}

/// Handles, or names, a slip of the finger away.
fn similar(book: &Book, entity: Entity, text: &str) -> Vec<String> {
    if !matches!(entity, Entity::Client | Entity::Person | Entity::Product) {
        return Vec::new();
    }
    let Some(wanted) = Wanted::new(text) else { return Vec::new() };
    let far = |row: &dyn AnyRow| wanted.distance(&names(book, row));
    let mut near: Vec<(usize, String)> = book
        .rows(entity)
        .filter(|row| !is_merged(*row))
        .filter_map(|row| Some((far(row)?, label::called(row))))
        .collect();
    near.sort();
    near.truncate(MOST_SIMILAR);
    near.into_iter().map(|(_, name)| name).collect()
}

/// The parts of `CLIENT@2026-11-23`.
fn client_and_day(entity: Entity, text: &str) -> Option<(&str, &str)> {
    text.rsplit_once('@').filter(|_| entity == Entity::Visit)
}

/// `CLIENT@2026-11-23` or `CLIENT@2026-11-23T10:00`, by the clocks of the book or of the place where the visit is.
fn visit(book: &Book, client: &str, at: &str) -> Found {
    let (day, time) = (parse_day(at), parse_local(at));
    let Found::One(_, client) = find(book, Entity::Client, client) else { return Found::nothing() };
    let client = Id::new(client);
    let visits = book.visit.of(client).filter(|visit| visit.client == client);
    let zone = book.settings().zone;
    let is_at = |start: LocalTime| day == Some(start.date()) || time == Some(start);
    let fit = visits.filter(|visit| is_at(visit.local_start(zone)) || is_at(visit.start));
    let fit = fit.map(|visit| (Entity::Visit, visit.head.uid)).collect();
    let asked = day.or(time.map(|time| time.date()));
    settle(book, fit, || asked.map(|day| visits_near(book, client, day)).unwrap_or_default())
}

/// How the visits of a client nearest to a day are named.
fn visits_near(book: &Book, client: Id<Client>, day: NaiveDate) -> Vec<String> {
    let Some(handle) = book.client.get(client).map(|client| &client.handle) else { return Vec::new() };
    let visits = book.visit.of(client).filter(|visit| visit.client == client);
    let mut days: Vec<NaiveDate> = visits.map(|visit| visit.day(book.settings().zone)).collect();
    days.sort_by_key(|other| (days_between(*other, day).abs(), *other));
    days.dedup();
    days.truncate(MOST_SIMILAR);
    days.into_iter().map(|day| format!("{handle}@{day}")).collect()
}

#[cfg(test)]
mod tests;
