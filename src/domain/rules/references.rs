//! Every reference names a row that is there; nothing is taken out while something points at it.

use serde_json::Value as Json;
use uuid::Uuid;

use crate::domain::book::{Entity, Record};
use crate::domain::field::{Field, Kind};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;

/// # Errors
/// The first reference of `record` to nothing.
pub fn check(planning: &Planning<'_>, record: &Record) -> Result<(), Refusal> {
    let entity = record.entity();
    for field in entity.fields() {
        let Some(json) = record.field_json(field.name) else { continue };
        walk(field.kind, &json, &mut |target, uuid| {
            let there = match target {
                Some(target) => planning.contains(target, uuid),
                None => Entity::ALL.iter().any(|target| planning.contains(*target, uuid)),
            };
            if there {
                return Ok(());
            }
            let nothing = Sentence::new("reference-to-nothing").word("entity", entity.term());
            Err(Refusal::no(nothing.text("input", uuid.to_string()).about(entity, field.name)).at(field.name))
        })?;
    }
    Ok(())
}

/// Points every reference of `record` elsewhere where `to` says so, lists inside the row included.
///
/// # Errors
/// The field that cannot hold the new reference.
pub fn redirect(record: &mut Record, to: &dyn Fn(Uuid) -> Option<Uuid>) -> Result<(), Refusal> {
    for field in record.entity().fields() {
        let Some(mut json) = record.field_json(field.name) else { continue };
        if redirect_value(field.kind, &mut json, to) {
            record.set_field(field.name, &json).map_err(|sentence| Refusal::no(sentence).at(field.name))?;
        }
    }
    Ok(())
}

fn redirect_value(kind: Kind, json: &mut Json, to: &dyn Fn(Uuid) -> Option<Uuid>) -> bool {
    match (kind, json) {
        (Kind::Ref(_) | Kind::AnyRef, json) => {
            let target = json.as_str().and_then(|text| text.parse().ok()).and_then(to);
            target.inspect(|target| *json = target.to_string().into()).is_some()
        }
        (Kind::Refs(entity), Json::Array(items)) => {
            let turned = redirect_each(items, |item| redirect_value(Kind::Ref(entity), item, to));
            if turned {
                keep_first(items);
            }
            turned
        }
        (Kind::Parts(fields), Json::Array(items)) => redirect_each(items, |item| redirect_part(fields, item, to)),
        (Kind::Part(fields), json) => redirect_part(fields, json, to),
        _ => false,
    }
}

/// All of them, not only up to the first that turns.
fn redirect_each(items: &mut [Json], mut redirect: impl FnMut(&mut Json) -> bool) -> bool {
    let mut turned = false;
    for item in items {
        turned |= redirect(item);
    }
    turned
}

fn redirect_part(fields: &[Field], json: &mut Json, to: &dyn Fn(Uuid) -> Option<Uuid>) -> bool {
    let mut turned = false;
    for field in fields {
        turned |= json.get_mut(field.name).is_some_and(|value| redirect_value(field.kind, value, to));
    }
    turned
}

fn keep_first(items: &mut Vec<Json>) {
    let mut kept: Vec<Json> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *items = kept;
}

/// Calls `see` for every reference in a value: the entity it must be of (none: any) and the uid.
pub(super) fn walk<E>(
    kind: Kind,
    json: &Json,
    see: &mut impl FnMut(Option<Entity>, Uuid) -> Result<(), E>,
) -> Result<(), E> {
    let uuid = |json: &Json| json.as_str().and_then(|text| text.parse::<Uuid>().ok());
    match (kind, json) {
        (Kind::Ref(entity), json) => uuid(json).map_or(Ok(()), |uuid| see(Some(entity), uuid)),
        (Kind::AnyRef, json) => uuid(json).map_or(Ok(()), |uuid| see(None, uuid)),
        (Kind::Refs(entity), Json::Array(items)) => {
            items.iter().filter_map(uuid).try_for_each(|uuid| see(Some(entity), uuid))
        }
        (Kind::Part(fields), json) => walk_part(fields, json, see),
        (Kind::Parts(fields), Json::Array(items)) => items.iter().try_for_each(|item| walk_part(fields, item, see)),
        _ => Ok(()),
    }
}

fn walk_part<E>(
    fields: &[Field],
    json: &Json,
    see: &mut impl FnMut(Option<Entity>, Uuid) -> Result<(), E>,
) -> Result<(), E> {
    fields.iter().try_for_each(|field| json.get(field.name).map_or(Ok(()), |value| walk(field.kind, value, see)))
}

/// # Errors
/// How many records point at the row.
pub fn nothing_points_at(planning: &Planning<'_>, (entity, uuid): (Entity, Uuid)) -> Result<(), Refusal> {
    let n = Entity::ALL.iter().map(|other| planning.count_pointing(*other, uuid)).sum();
    if n == 0 {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("used-by-records").word("what", entity.term()).count("n", n)))
}
