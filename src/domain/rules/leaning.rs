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
        Entity::Visit => &["client", "also_clients"],
        Entity::Need | Entity::Proposal | Entity::ClientGoal | Entity::Interest => &["client"],
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
        stands(planning, key, field)?;
    }
    Ok(())
}

/// The rows whose facts may rest on this one. Of one house is a client by its parents, so what rests on a client rests
/// on all above it; and what points at a client's needs and visits rests on whose they are.
fn leaning(planning: &Planning<'_>, entity: Entity, uuid: Uuid) -> BTreeSet<(Entity, Uuid)> {
    if entity != Entity::Client {
        return pointing(planning, uuid).collect();
    }
    let mut found = BTreeSet::new();
    for client in group_below(planning, uuid) {
        let near: Vec<_> = pointing(planning, client).collect();
        found.extend(near.iter().flat_map(|(_, uuid)| pointing(planning, *uuid)));
        found.extend(near);
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
