//! A merged client or person stands for another: links go there, and nothing points at the merged row.

use uuid::Uuid;

use super::references::{redirect, walk};
use crate::domain::book::{Entity, Record};
use crate::domain::entity::{Client, Person};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

/// Merges follow one another only so far; more would be a circle.
const MOST_HOPS: usize = 50;

/// Points links at merged records to the records that took them in.
///
/// # Errors
/// Never for a row that could be read.
pub(super) fn forward(planning: &Planning<'_>, record: &mut Record) -> Result<(), Refusal> {
    let mut refs = Vec::new();
    record.refs(&mut refs);
    if refs.iter().all(|uuid| goes_to(planning, *uuid).is_none()) {
        return Ok(());
    }
    redirect(record, &|uuid| goes_to(planning, uuid))
}

/// The record that now stands for `id`; itself unless it was merged.
pub fn standing<T>(planning: &Planning<'_>, id: Id<T>) -> Id<T> {
    goes_to(planning, id.uuid).map_or(id, Id::new)
}

fn goes_to(planning: &Planning<'_>, uuid: Uuid) -> Option<Uuid> {
    let mut at = uuid;
    for _ in 0..MOST_HOPS {
        match next(planning, at) {
            Some(next) if next != at => at = next,
            _ => break,
        }
    }
    (at != uuid).then_some(at)
}

fn next(planning: &Planning<'_>, uuid: Uuid) -> Option<Uuid> {
    let stand_in = planning.stands_for(uuid);
    if stand_in != uuid {
        return Some(stand_in);
    }
    let client = planning.get(Id::<Client>::new(uuid)).and_then(|client| client.merged_into).map(|id| id.uuid);
    client.or_else(|| planning.get(Id::<Person>::new(uuid)).and_then(|person| person.merged_into).map(|id| id.uuid))
}

/// # Errors
/// The merged record that `record` still points at.
pub(super) fn facts(planning: &Planning<'_>, record: &Record) -> Result<(), Refusal> {
    for field in record.entity().fields().iter().filter(|field| field.name != "merged_into") {
        let Some(json) = record.field_json(field.name) else { continue };
        walk(field.kind, &json, &mut |entity, uuid| match names_when_merged(planning, entity, uuid) {
            Some((a, b)) => Err(Refusal::no(Sentence::new("merged-opening").text("a", a).text("b", b)).at(field.name)),
            None => Ok(()),
        })?;
    }
    Ok(())
}

fn names_when_merged(planning: &Planning<'_>, entity: Option<Entity>, uuid: Uuid) -> Option<(String, String)> {
    match entity? {
        Entity::Client => {
            let client = planning.get(Id::<Client>::new(uuid))?;
            let into = planning.get(client.merged_into?)?;
            Some((client.name.clone(), into.name.clone()))
        }
        Entity::Person => {
            let person = planning.get(Id::<Person>::new(uuid))?;
            let into = planning.get(person.merged_into?)?;
            (into.uid() != person.uid()).then(|| (person.display_name(), into.display_name()))
        }
        _ => None,
    }
}
