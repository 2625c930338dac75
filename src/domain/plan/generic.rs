//! Adding, amending and taking out rows of any entity, by their fields.

use uuid::Uuid;

use super::Planning;
use crate::domain::book::{Entity, Record};
use crate::domain::edit::{Amend, Fields};
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};

/// Puts a new row and names the step after it.
pub(super) fn add(planning: &mut Planning<'_>, entity: Entity, fields: &Fields) -> Result<Uuid, Refusal> {
    let head = planning.new_head();
    let uuid = head.uid;
    let record = entity.record(head, fields)?;
    let title = Sentence::new("title-added").word("entity", entity.term()).text("name", name_of(planning, &record));
    planning.default_title(title, record.client());
    planning.put_record(record);
    Ok(uuid)
}

/// Puts a row with other values in some fields.
pub(super) fn amend(planning: &mut Planning<'_>, amend: &Amend) -> Result<(), Refusal> {
    let mut record = planning.record(amend.entity, amend.uuid).ok_or_else(Refusal::gone)?;
    planning.set_reason(amend.reason.as_deref());
    planning.set_force(amend.force);
    for (field, json) in &amend.fields {
        record.set_field(field, json).map_err(|sentence| Refusal::no(sentence).at(field.as_str()))?;
    }
    let labels = amend.fields.keys().map(|field| Arg::Label(amend.entity.table().to_owned(), field.clone()));
    let title = Sentence::new("title-changed-fields")
        .word("entity", amend.entity.term())
        .text("name", name_of(planning, &record))
        .with("list", Arg::List(labels.collect()));
    planning.default_title(title, record.client());
    planning.put_record(record);
    Ok(())
}

/// Takes a row out the way its entity ends.
pub(super) fn remove(
    planning: &mut Planning<'_>,
    entity: Entity,
    uuid: Uuid,
    _fields: &Fields,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let record = planning.record(entity, uuid).ok_or_else(Refusal::gone)?;
    planning.set_reason(reason);
    let title = Sentence::new("title-removed").word("entity", entity.term()).text("name", name_of(planning, &record));
    planning.default_title(title, record.client());
    planning.take_out(entity, uuid);
    Ok(())
}

/// What a row is called in the title of a step: its own text, else its client's name.
pub(super) fn name_of(planning: &Planning<'_>, record: &Record) -> String {
    for field in ["name", "title", "text", "question", "full_name", "family_name", "given_name", "label", "code"] {
        if let Some(text) = record.field_json(field).as_ref().and_then(|json| json.as_str()) {
            return text.to_owned();
        }
    }
    let client = record.client().and_then(|uuid| planning.get(crate::domain::Id::<crate::domain::Client>::new(uuid)));
    client.map(|client| client.name.clone()).unwrap_or_default()
}
