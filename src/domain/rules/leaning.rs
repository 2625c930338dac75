//! Facts that rest on another row: whose it is, on which side a person stands. When that changes, they must still hold.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::domain::book::{Entity, Record};
use crate::domain::entity::Client;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::table::{Id, Row};

/// The fields on which facts of the rows that point here rest.
fn bearing(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Person => &["side", "merged_into"],
        Entity::Client => &["parent", "merged_into", "vip_category"],
        Entity::Visit => &["client", "also_clients", "status"],
        Entity::Need | Entity::Proposal | Entity::ClientGoal | Entity::Interest | Entity::Holding | Entity::Note => {
            &["client"]
        }
        Entity::ProposalTerm => &["proposal"],
        Entity::Concession => &["term", "by"],
        _ => &[],
    }
}

/// # Errors
/// The first row that could not stand any more, said at the field that was changed.
pub fn check(planning: &mut Planning<'_>, before: &Record, after: &Record) -> Result<(), Refusal> {
    let entity = after.entity();
    let changed = |field: &&&str| before.field_json(field) != after.field_json(field);
    let Some(field) = bearing(entity).iter().find(changed) else { return Ok(()) };
    for key in leaning(planning, entity, after.uuid()) {
        if !is_looked_at_itself(planning, key) {
            stands(planning, key, field)?;
        }
    }
    Ok(())
}

/// A row that the same edit changes is told what is wrong at its own field.
fn is_looked_at_itself(planning: &Planning<'_>, (entity, uuid): (Entity, Uuid)) -> bool {
    planning.wished_changes(entity).any(|change| change.uuid() == uuid && !change.fields().is_empty())
}

/// How far from such a row another may lean on it: scores and concessions lean on the client of an offer through its
/// terms, what comes back for a concession through the concession.
fn reach(entity: Entity) -> usize {
    match entity {
        Entity::Client => 3,
        Entity::Proposal | Entity::ProposalTerm => 2,
        _ => 1,
    }
}

/// The rows whose facts may rest on this one. Of one house is a client by its parents, so what rests on a client rests
/// on all above it.
fn leaning(planning: &Planning<'_>, entity: Entity, uuid: Uuid) -> BTreeSet<(Entity, Uuid)> {
    let mut near = if entity == Entity::Client { group_below(planning, uuid) } else { vec![uuid] };
    let mut found = BTreeSet::new();
    for _ in 0..reach(entity) {
        let next: Vec<_> = near.iter().flat_map(|uuid| pointing(planning, *uuid)).collect();
        near = next.iter().filter(|key| !found.contains(*key)).map(|(_, uuid)| *uuid).collect();
        found.extend(next);
    }
    found
}

/// A client and all that have it above them.
fn group_below(planning: &Planning<'_>, client: Uuid) -> Vec<Uuid> {
    let mut group = vec![client];
    let mut at = 0;
    while let Some(above) = group.get(at).copied() {
        let below = planning.of::<Client>(Id::<Client>::new(above)).into_iter();
        let below = below.filter(|client| client.parent == Some(Id::new(above))).map(|client| client.uid().uuid);
        let new: Vec<Uuid> = below.filter(|client| !group.contains(client)).collect();
        group.extend(new);
        at += 1;
    }
    group
}

fn pointing(planning: &Planning<'_>, target: Uuid) -> impl Iterator<Item = (Entity, Uuid)> {
    let of = move |entity: Entity| planning.pointing(entity, target).into_iter().map(move |uuid| (entity, uuid));
    Entity::ALL.iter().flat_map(move |entity| of(*entity))
}

fn stands(planning: &mut Planning<'_>, (entity, uuid): (Entity, Uuid), field: &str) -> Result<(), Refusal> {
    let Some(row) = planning.record(entity, uuid) else { return Ok(()) };
    super::facts(planning, &row).map_err(|refusal| Refusal { field: Some(field.to_owned()), ..refusal })
}
