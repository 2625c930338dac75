//! A note belongs to somebody.

use super::whose;
use crate::domain::entity::Note;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;

pub(super) fn facts(planning: &Planning<'_>, note: &Note) -> Result<(), Refusal> {
    if note.client.is_none() && note.person.is_none() {
        return Err(Refusal::no(Sentence::new("note-needs-subject")).at("client"));
    }
    match (note.visit, note.client) {
        (Some(visit), Some(client)) => whose::visit(planning, visit, client, "visit"),
        _ => Ok(()),
    }
}
