//! A record to be read beside its list: what is known of it, field by field, in the words of its form.

use super::form::shown;
use crate::domain::Entity;
use crate::domain::field::Class;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::widget::sheet::Lines;

/// Cells of the fields' names.
const LABEL: usize = 18;
/// What the program keeps for itself.
const UNTOLD: [&str; 4] = ["handle", "external_ids", "extra", "share"];

pub fn record(entity: Entity, uuid: uuid::Uuid, width: usize, view: &View<'_>) -> Lines {
    let mut lines = Lines::default();
    lines.section(None, view.words.term(&entity.term()), "");
    let Some(record) = view.book().record(entity, uuid) else { return lines };
    for field in entity.fields().iter().filter(|field| !UNTOLD.contains(&field.name)) {
        let value = record.field_json(field.name).unwrap_or_default();
        let Some(text) = shown::known(entity, field, &value, record.currency(), view) else { continue };
        let is_private = matches!(field.class, Class::Confidential | Class::Personal);
        let text = if is_private { view.private(text) } else { text };
        put(&mut lines, &view.words.label(entity.table(), field.name), &text, width, view);
    }
    lines
}

/// A name at the left, and a text that may take several lines.
fn put(lines: &mut Lines, label: &str, text: &str, width: usize, view: &View<'_>) {
    let room = width.saturating_sub(LABEL + 1).max(10);
    let mut head = view.left(label, LABEL);
    for line in cells::wrap(text, room) {
        lines.text(format!("{head} {line}"));
        head = " ".repeat(LABEL);
    }
}
