//! How the columns of other programs' tables were mapped, and what their rows are: kept in the book by the set of their
//! headings, so that a table with the same headings is read the same way.

use serde_json::{Map, Value as Json, json};

use super::{Desk, Trouble};
use crate::domain::column_map::{ColumnMap, set_of};
use crate::domain::foreign_table::{ForeignTable, TableRow};
use crate::domain::mapping::heading_row;
use crate::domain::table_kind::TableKind;

/// The draft that holds the mappings; it is no text of a form.
pub(super) const COLUMNS: &str = "columns";
const KIND: &str = "kind";
const FIELDS: &str = "fields";
/// Rows among which the heading stands.
const HEAD: usize = 20;

impl Desk {
    /// What was said of a table with these headings before; nothing where it is a new one.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn columns_of(&self, table: &ForeignTable) -> Result<ColumnMap, Trouble> {
        let kept = self.kept_columns()?;
        Ok(known(table, &kept).and_then(|set| kept.get(&set)).map(map_of).unwrap_or_default())
    }

    /// Keeps what was said of a table: of its headings, or of its rows alone.
    ///
    /// # Errors
    /// What went wrong with the disk.
    pub fn keep_columns(&self, table: &ForeignTable, map: &ColumnMap) -> Result<(), Trouble> {
        let mut kept = self.kept_columns()?;
        let Some(set) = known(table, &kept).or_else(|| new(table, map)) else { return Ok(()) };
        let fields: Map<String, Json> = map.iter().map(|(heading, field)| (heading.to_owned(), field.into())).collect();
        let entry = json!({ KIND: map.kind(), FIELDS: fields });
        if kept.insert(set, entry.clone()) != Some(entry) {
            self.keep_draft(COLUMNS, &Json::Object(kept).to_string())?;
        }
        Ok(())
    }

    fn kept_columns(&self) -> Result<Map<String, Json>, Trouble> {
        let kept = self.store.drafts()?.into_iter().find(|draft| draft.key == COLUMNS);
        let json = kept.and_then(|draft| serde_json::from_str(&draft.text).ok());
        Ok(json.and_then(|json: Json| json.as_object().cloned()).unwrap_or_default())
    }
}

/// The headings of a table by which something was kept.
fn known(table: &ForeignTable, kept: &Map<String, Json>) -> Option<String> {
    table.rows_from(0).take(HEAD).map(headings).find(|set| !set.is_empty() && kept.contains_key(set))
}

/// The headings of a table of which nothing was kept yet; none where nothing was said of it either.
fn new(table: &ForeignTable, map: &ColumnMap) -> Option<String> {
    let mapped = |heading: &str| map.get(heading).map(|_| "");
    let (_, row) = heading_row(table, &mapped)?;
    let is_mapped = row.cells().any(|cell| !cell.text.is_empty() && mapped(cell.text).is_some());
    Some(headings(row)).filter(|set| !set.is_empty() && (is_mapped || map.kind().is_some()))
}

fn headings(row: TableRow<'_>) -> String {
    set_of(row.cells().map(|cell| cell.text))
}

/// What was kept of one set of headings. Earlier books have what the rows are among the headings, under none.
fn map_of(kept: &Json) -> ColumnMap {
    let mut map = ColumnMap::default();
    let fields = kept.get(FIELDS).and_then(Json::as_object);
    let kind = if fields.is_some() { kept.get(KIND) } else { kept.get("").filter(|word| is_kind(word)) };
    if let Some(kind) = kind.and_then(Json::as_str) {
        map.say_kind(kind);
    }
    for (heading, field) in fields.or(kept.as_object()).into_iter().flatten() {
        let is_the_kind = fields.is_none() && heading.is_empty() && is_kind(field);
        if let Some(field) = field.as_str().filter(|_| !is_the_kind) {
            map.put(heading, field);
        }
    }
    map
}

fn is_kind(word: &Json) -> bool {
    word.as_str().and_then(TableKind::from_word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_in_its_form_of_now_and_of_before() {
        let said = |kind: Option<&str>, fields: &[(&str, &str)]| {
            let mut map = ColumnMap::default();
            fields.iter().for_each(|(heading, field)| map.put(heading, field));
            kind.into_iter().for_each(|kind| map.say_kind(kind));
            map
        };
        for (kept, expected) in [
            (
                json!({ "kind": "people", "fields": { "wer": "full_name" } }),
                said(Some("people"), &[("Wer", "full_name")]),
            ),
            (json!({ "kind": "people", "fields": {} }), said(Some("people"), &[])),
            (json!({ "kind": null, "fields": { "": "full_name" } }), said(None, &[("*", "full_name")])),
            (json!({ "kind": "people", "fields": { "": "name" } }), said(Some("people"), &[("*", "name")])),
            (json!({ "": "people", "wer": "full_name" }), said(Some("people"), &[("wer", "full_name")])),
            (json!({ "": "full_name", "x": "" }), said(None, &[("*", "full_name"), ("x", "-")])),
            (json!({ "kind": "kind", "fields": "name" }), said(None, &[("kind", "kind"), ("fields", "name")])),
            (json!(null), said(None, &[])),
        ] {
            assert_eq!(map_of(&kept), expected, "{kept}");
        }
    }
}
