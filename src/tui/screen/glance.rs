//! A record to be read beside its list: what is known of it, field by field, in the words of its form.

use super::form::shown;
use crate::domain::Entity;
use crate::domain::field::Class;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::widget::sheet::Lines;

/// Cells the fields' names take at most; no more than a third of the width.
const LABEL: usize = 30;
/// What the program keeps for itself.
const UNTOLD: [&str; 4] = ["handle", "external_ids", "extra", "share"];

pub fn record(entity: Entity, uuid: uuid::Uuid, width: usize, view: &View<'_>) -> Lines {
    let mut lines = Lines::default();
    lines.section(None, view.words.term(&entity.term()), "");
    let Some(record) = view.book().record(entity, uuid) else { return lines };
    let mut told = Vec::new();
    for field in entity.fields().iter().filter(|field| !UNTOLD.contains(&field.name)) {
        let value = record.field_json(field.name).unwrap_or_default();
        let Some(text) = shown::known(entity, field, &value, record.currency(), view) else { continue };
        let is_private = matches!(field.class, Class::Confidential | Class::Personal);
        let text = if is_private { view.private(text) } else { text };
        told.push((view.words.label(entity.table(), field.name), text));
    }
    let widest = told.iter().map(|(label, _)| cells::width(label)).max().unwrap_or(0);
    let names = widest.min(LABEL).min(width / 3);
    for (label, text) in told {
        put(&mut lines, &view.left(&label, names), &text, width);
    }
    lines
}

/// A name at the left, and a text that may take several lines.
fn put(lines: &mut Lines, label: &str, text: &str, width: usize) {
    let names = cells::width(label);
    let mut head = label.to_owned();
    for line in cells::wrap(text, width.saturating_sub(names + 2).max(10)) {
        lines.text(format!("{head}  {line}"));
        head = " ".repeat(names);
    }
}
