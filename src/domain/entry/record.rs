//! References, by whatever names the record.

use serde_json::Value as Json;

use crate::domain::book::{Book, Entity};
use crate::domain::naming;
use crate::domain::sentence::Sentence;

pub(super) fn one(typed: &str, entity: Entity, book: &Book) -> Result<Json, Sentence> {
    let (_, uuid) = naming::find(book, entity, typed).one(book, entity, typed)?;
    Ok(uuid.to_string().into())
}

/// `need:Title`, or a uid or its beginning.
pub(super) fn any(typed: &str, book: &Book) -> Result<Json, Sentence> {
    let entity = typed.split_once(':').and_then(|(table, _)| Entity::from_table(table)).unwrap_or(Entity::Client);
    let (_, uuid) = naming::find_any(book, typed).one(book, entity, typed)?;
    Ok(uuid.to_string().into())
}
