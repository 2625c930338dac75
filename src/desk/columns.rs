//! How the columns of other programs' tables were mapped: kept in the book by the set of their headings, so that a
//! table with the same headings is read the same way.

use serde_json::{Map, Value as Json};

use super::{Desk, Trouble};
use crate::domain::column_map::{ColumnMap, set_of};
use crate::domain::foreign_table::{ForeignTable, TableRow};

/// The draft that holds the mappings; it is no text of a form.
pub(super) const COLUMNS: &str = "columns";
/// What the rows are stands among the headings; no heading is without a word.
const KIND: &str = "";
/// Rows among which the heading stands.
const HEAD: usize = 20;

impl Desk {
    /// What was said of a table with these headings before; nothing where it is a new one.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn columns_of(&self, table: &ForeignTable) -> Result<ColumnMap, Trouble> {
        let kept = self.kept_columns()?;
        let known = head(table).find_map(|row| kept.get(&headings(row)));
        let mut map = ColumnMap::default();
        for (heading, field) in known.and_then(Json::as_object).into_iter().flatten() {
            match field.as_str().unwrap_or_default() {
                kind if heading == KIND => map.say_kind(kind),
                field => map.put(heading, field),
            }
        }
        Ok(map)
    }

    /// Keeps what was said of the headings of a table.
    ///
    /// # Errors
    /// What went wrong with the disk.
    pub fn keep_columns(&self, table: &ForeignTable, map: &ColumnMap) -> Result<(), Trouble> {
        let mapped = |row: &TableRow<'_>| row.cells().filter(|cell| map.get(cell.text).is_some()).count();
        let Some(row) = head(table).max_by_key(|row| mapped(row)).filter(|row| mapped(row) > 0) else { return Ok(()) };
        let kind = map.kind().map(|kind| (KIND, kind));
        let fields = map.iter().chain(kind).map(|(heading, field)| (heading.to_owned(), field.into()));
        let fields: Map<String, Json> = fields.collect();
        let mut kept = self.kept_columns()?;
        if kept.insert(headings(row), Json::Object(fields.clone())) != Some(Json::Object(fields)) {
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

fn head(table: &ForeignTable) -> impl Iterator<Item = TableRow<'_>> {
    table.rows_from(0).take(HEAD)
}

fn headings(row: TableRow<'_>) -> String {
    set_of(row.cells().map(|cell| cell.text))
}
