//! Filters of the list of clients that have a name, kept in the settings.

use super::Filter;
use crate::domain::book::{Entity, SETTINGS};
use crate::domain::edit::{Amend, Edit};
use crate::domain::entry::EntryContext;
use crate::domain::field::FieldType;
use crate::domain::parts::SavedFilter;
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

/// Gives a filter a name; one that has it already makes room.
///
/// # Errors
/// A filter that cannot be read is not kept.
pub fn save_as(name: &str, text: &str, cx: &EntryContext<'_>) -> Result<Edit, Sentence> {
    Filter::read(Entity::Client, text, cx)?;
    let (name, text) = (name.trim().to_owned(), text.trim().to_owned());
    let title = Sentence::new("title-filter-saved").text("name", &name);
    let mut filters = cx.book.settings().saved_filters.clone();
    let new = SavedFilter { name, text };
    match filters.iter_mut().find(|filter| fold(&filter.name) == fold(&new.name)) {
        Some(filter) => *filter = new,
        None => filters.push(new),
    }
    let fields = [("saved_filters".to_owned(), filters.json())].into_iter().collect();
    let edits = vec![Edit::Amend(Amend::new(Entity::Settings, SETTINGS, fields))];
    Ok(Edit::Together { title, client: None, edits })
}
