//! What a field is called, whichever of the languages somebody wrote it in.

use super::{Lang, Words};
use crate::domain::Entity;

/// The label of a field in each of the languages.
pub fn labels(entity: Entity, field: &str) -> Vec<String> {
    Lang::all().iter().map(|lang| Words::new(*lang).label(entity.table(), field)).collect()
}
