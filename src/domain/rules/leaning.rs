//! Facts that rest on another row: whose it is, on which side a person stands. When that changes, they must still hold.

use uuid::Uuid;

use crate::domain::book::{Entity, Record};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;

/// The fields on which facts of the rows that point here rest.
fn bearing(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Person => &["side", "merged_into"],
        Entity::Client => &["parent", "merged_into"],
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
    // Of one house is a client by its parent, and what points at its needs and visits rests on that too.
    let far = entity == Entity::Client;
    for (leaning, uuid) in pointing(planning, after.uuid()) {
        stands(planning, (leaning, uuid), field)?;
        for key in if far { pointing(planning, uuid) } else { Vec::new() } {
            stands(planning, key, field)?;
        }
    }
    Ok(())
}

fn pointing(planning: &Planning<'_>, target: Uuid) -> Vec<(Entity, Uuid)> {
    let of = |entity: Entity| planning.pointing(entity, target).into_iter().map(move |uuid| (entity, uuid));
    Entity::ALL.iter().flat_map(|entity| of(*entity)).collect()
}

fn stands(planning: &mut Planning<'_>, (entity, uuid): (Entity, Uuid), field: &str) -> Result<(), Refusal> {
    let Some(row) = planning.record(entity, uuid) else { return Ok(()) };
    super::facts(planning, &row).map_err(|refusal| Refusal { field: Some(field.to_owned()), ..refusal })
}
