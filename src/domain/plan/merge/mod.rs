//! Two records that are one: B goes into A, every link with it, and nothing that differs is chosen by itself.

mod choices;
mod fields;
mod figures;
mod map;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use uuid::Uuid;

use choices::Choices;

use super::Planning;
use crate::domain::book::{Entity, Record};
use crate::domain::edit::Take;
use crate::domain::entity::{Client, Person};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{self, references::redirect};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::ClientStatus;

/// Client `gone` goes into `keep`.
pub(super) fn clients(
    planning: &mut Planning<'_>,
    keep: Id<Client>,
    gone: Id<Client>,
    take: &BTreeMap<String, Take>,
) -> Result<(), Refusal> {
    let (keep, gone) = (rules::standing(planning, keep), rules::standing(planning, gone));
    let (a, b) = (planning.need(keep)?.clone(), planning.need(gone)?.clone());
    different(keep.uuid, gone.uuid)?;
    if a.kind != b.kind {
        return Err(Refusal::no(Sentence::new("merge-kinds-differ")));
    }
    rules::is_open(planning, keep)?;
    let mut choices = Choices::new(Entity::Client, take)?;
    let joined = fields::clients(&a, &b, &mut choices)?;
    move_links(planning, gone.uuid, keep.uuid)?;
    planning.put_moved(joined.into_record());
    figures::join(planning, keep, gone, &mut choices)?;
    map::join(planning, keep, &mut choices)?;
    choices.settled()?;
    let title = Sentence::new("title-client-merge").text("a", &b.name).text("b", &a.name);
    planning.title(title, Some(keep.uuid));
    let merged = Client { status: ClientStatus::Merged, merged_into: Some(keep), parent: None, ..b };
    planning.put_moved(merged.into_record());
    Ok(())
}

/// Person `gone` goes into `keep`.
pub(super) fn people(
    planning: &mut Planning<'_>,
    keep: Id<Person>,
    gone: Id<Person>,
    take: &BTreeMap<String, Take>,
) -> Result<(), Refusal> {
    let (keep, gone) = (rules::standing(planning, keep), rules::standing(planning, gone));
    let (a, b) = (planning.need(keep)?.clone(), planning.need(gone)?.clone());
    different(keep.uuid, gone.uuid)?;
    let mut choices = Choices::new(Entity::Person, take)?;
    let joined = fields::people(&a, &b, &mut choices)?;
    move_links(planning, gone.uuid, keep.uuid)?;
    planning.put_moved(joined.into_record());
    map::join_person(planning, keep, &mut choices)?;
    choices.settled()?;
    let title = Sentence::new("title-person-merge").text("a", b.display_name()).text("b", a.display_name());
    planning.title(title, None);
    planning.put_moved(Person { merged_into: Some(keep), ..b }.into_record());
    Ok(())
}

fn different(a: Uuid, b: Uuid) -> Result<(), Refusal> {
    if a == b { Err(Refusal::no(Sentence::new("merge-with-self"))) } else { Ok(()) }
}

/// Every row that points at `gone` points at `keep`, lists inside rows included.
fn move_links(planning: &mut Planning<'_>, gone: Uuid, keep: Uuid) -> Result<(), Refusal> {
    let to = |uuid: Uuid| (uuid == gone).then_some(keep);
    for entity in Entity::ALL {
        for uuid in planning.pointing(*entity, gone) {
            let Some(mut record) = planning.record(*entity, uuid) else { continue };
            redirect(&mut record, &to)?;
            planning.put_moved(record);
        }
    }
    Ok(())
}

/// One row stands for two: links go to `keep`, and `gone` is taken out.
fn absorb<T: Row>(planning: &mut Planning<'_>, keep: T, gone: Id<T>) -> Result<(), Refusal> {
    let into = keep.uid().uuid;
    planning.put_moved(keep.into_record());
    move_links(planning, gone.uuid, into)?;
    planning.take_out_moved(T::ENTITY, gone.uuid);
    Ok(())
}

/// Puts a row whose parts were joined after its links moved.
fn put_joined(planning: &mut Planning<'_>, row: impl Row) {
    let record: Record = row.into_record();
    planning.put_moved(record);
}
