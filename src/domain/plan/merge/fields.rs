//! The own fields of two records joined: what only one knows is kept, lists are united, what differs is chosen.

use serde_json::Value as Json;

use super::choices::Choices;
use crate::domain::edit::Take;
use crate::domain::entity::{Client, Person};
use crate::domain::refusal::Refusal;
use crate::domain::table::Row;
use crate::domain::text::fold;

/// Fields that go with the status chosen.
const WITH_STATUS: [&str; 8] = [
    "status",
    "stage",
    "stage_since",
    "adaptation_from",
    "adaptation_until",
    "left_on",
    "left_reason",
    "declined_reason",
];

/// Fields that stay the kept record's own.
const OWN: [&str; 4] = ["handle", "kind", "merged_into", "extra"];

pub(super) fn clients(a: &Client, b: &Client, choices: &mut Choices<'_>) -> Result<Client, Refusal> {
    let mut joined = join(a, b, choices, |field| WITH_STATUS.contains(&field) || field == "assigned_on")?;
    joined.assigned_on = a.assigned_on.min(b.assigned_on);
    let theirs_goes_on = !b.status.is_closed() && a.status != b.status;
    if theirs_goes_on && choices.pick("status") == Some(Take::B) {
        copy(&mut joined, b, &WITH_STATUS)?;
    } else if a.stage.is_none() {
        copy(&mut joined, b, &["stage", "stage_since"])?;
    }
    joined.parent = joined.parent.filter(|parent| *parent != a.uid() && *parent != b.uid());
    joined.source_client = joined.source_client.filter(|source| *source != a.uid() && *source != b.uid());
    Ok(joined)
}

pub(super) fn people(a: &Person, b: &Person, choices: &mut Choices<'_>) -> Result<Person, Refusal> {
    join(a, b, choices, |_| false)
}

fn copy<T: Row>(to: &mut T, from: &T, fields: &[&str]) -> Result<(), Refusal> {
    for field in fields {
        if let Some(json) = from.field_json(field) {
            to.set_field(field, &json)?;
        }
    }
    Ok(())
}

fn join<T: Row>(a: &T, b: &T, choices: &mut Choices<'_>, leave: fn(&str) -> bool) -> Result<T, Refusal> {
    let mut joined = a.clone();
    for field in T::FIELDS.iter().filter(|field| !leave(field.name) && !OWN.contains(&field.name)) {
        let (Some(mine), Some(theirs)) = (a.field_json(field.name), b.field_json(field.name)) else { continue };
        if let Some(value) = one(&mine, &theirs, field.name, choices) {
            joined.set_field(field.name, &value)?;
        }
    }
    Ok(joined)
}

/// The value of both; none where the first one's stays.
fn one(mine: &Json, theirs: &Json, field: &str, choices: &mut Choices<'_>) -> Option<Json> {
    match (mine, theirs) {
        (mine, theirs) if alike(mine, theirs) || is_empty(theirs) => None,
        (mine, theirs) if is_empty(mine) => Some(theirs.clone()),
        (Json::Array(mine), Json::Array(theirs)) if field != "choice_factors" => Some(united(mine, theirs)),
        (_, theirs) => (choices.pick(field) == Some(Take::B)).then(|| theirs.clone()),
    }
}

fn is_empty(json: &Json) -> bool {
    json.is_null() || json.as_array().is_some_and(Vec::is_empty)
}

fn alike(a: &Json, b: &Json) -> bool {
    match (a.as_str(), b.as_str()) {
        (Some(a), Some(b)) => fold(a) == fold(b),
        _ => a == b,
    }
}

/// The entries of both; of two entries for one thing (a number, a person, a step) the first stays.
fn united(mine: &[Json], theirs: &[Json]) -> Json {
    let key = |item: &Json| {
        let thing = ["value", "person", "step", "handle"].iter().find_map(|key| item.get(key).cloned());
        thing.unwrap_or_else(|| item.clone())
    };
    let new = theirs.iter().filter(|item| !mine.iter().any(|known| alike(&key(known), &key(item))));
    mine.iter().chain(new).cloned().collect()
}
