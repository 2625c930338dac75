//! Which column of a table of records is what: its headings are names of fields, or the words of the four languages.

use rustc_hash::FxHashMap;

use super::kind::{Column, EXTERNAL_ID, RecordKind};
use crate::domain::book::Entity;
use crate::domain::column_map::{ColumnMap, heading_key};
use crate::domain::foreign_table::{ForeignTable, TableRow};
use crate::domain::sentence::{Arg, Sentence};

/// The words of the four languages for a field of an entity.
pub type Labels<'a> = &'a dyn Fn(Entity, &str) -> Vec<String>;

/// Rows that may stand above the heading.
const ABOVE: usize = 20;

/// The columns of a table, and the row in which its data begin.
#[derive(Debug, Clone, PartialEq)]
pub struct Headings {
    pub columns: Vec<(usize, Column)>,
    /// Cells in the heading, the empty ones at its end left out.
    pub width: usize,
    pub first_row: usize,
    /// Headings that are none of ours.
    pub left_out: Vec<String>,
}

/// What the rows of a table may be: the kinds that have all they need in it and know most columns, and more of them
/// than they leave out. With `whose`, one client's they all are.
pub fn recognised(table: &ForeignTable, mapping: &ColumnMap, whose: bool, labels: Labels<'_>) -> Vec<RecordKind> {
    let found = RecordKind::ALL.into_iter().filter_map(|kind| {
        let headings = Headings::find(kind, table, mapping, whose, labels).ok()?;
        let mostly_ours = headings.columns.len() > headings.left_out.len();
        mostly_ours.then_some((headings.columns.len(), kind))
    });
    let found: Vec<(usize, RecordKind)> = found.collect();
    let most = found.iter().map(|(columns, _)| *columns).max();
    found.into_iter().filter(|(columns, _)| Some(*columns) == most).map(|(_, kind)| kind).collect()
}

impl Headings {
    /// The first row that names all that the kind needs; `whose` where the client of every row is known.
    ///
    /// # Errors
    /// What is missing from the row that comes nearest, or which field two columns have.
    pub fn find(
        kind: RecordKind,
        table: &ForeignTable,
        mapping: &ColumnMap,
        whose: bool,
        labels: Labels<'_>,
    ) -> Result<Self, Sentence> {
        let columns = kind.columns();
        mapping.check(&columns.iter().map(|column| column.name).collect::<Vec<_>>())?;
        let names = Names::of(&columns, labels);
        let mut nearest: Option<(usize, Vec<&'static str>)> = None;
        for (at, row) in table.rows_from(0).take(ABOVE).enumerate() {
            let found = Self::of(row, at + 1, mapping, &names)?;
            let missing = found.missing(kind, whose);
            if missing.is_empty() {
                return Ok(found);
            }
            if nearest.as_ref().is_none_or(|(known, _)| *known < found.columns.len()) {
                nearest = Some((found.columns.len(), missing));
            }
        }
        let missing = nearest.map(|(_, missing)| missing).unwrap_or_default();
        let label = |name: &&str| columns.iter().find(|column| column.name == *name).map(|column| column.label());
        Err(Sentence::new("import-no-columns").with("missing", Arg::List(missing.iter().filter_map(label).collect())))
    }

    fn of(row: TableRow<'_>, first_row: usize, mapping: &ColumnMap, names: &Names) -> Result<Self, Sentence> {
        let mut found = Self { columns: Vec::new(), width: 0, first_row, left_out: Vec::new() };
        for (at, heading) in row.cells().map(|cell| cell.text).enumerate().filter(|(_, text)| !text.is_empty()) {
            found.width = at + 1;
            let Some(column) = names.column(heading, mapping) else {
                found.left_out.push(heading.to_owned());
                continue;
            };
            if found.columns.iter().any(|(_, other)| *other == column) {
                return Err(Sentence::new("import-two-columns").text("heading", heading).text("name", column.name));
            }
            found.columns.push((at, column));
        }
        Ok(found)
    }

    fn missing(&self, kind: RecordKind, whose: bool) -> Vec<&'static str> {
        let is_said = |group: &[&str]| {
            (whose && group == ["client"]) || self.columns.iter().any(|(_, column)| group.contains(&column.name))
        };
        kind.needs().iter().filter(|group| !is_said(group)).filter_map(|group| group.first().copied()).collect()
    }
}

/// The columns of a kind by every word that may head them.
pub struct Names(FxHashMap<String, Column>);

impl Names {
    pub fn of_kind(kind: RecordKind, labels: Labels<'_>) -> Self {
        Self::of(&kind.columns(), labels)
    }

    fn of(columns: &[Column], labels: Labels<'_>) -> Self {
        let mut names = FxHashMap::default();
        for column in columns {
            names.insert(column.name.to_owned(), *column);
        }
        for column in columns {
            if let Some((entity, field)) = column.labelled() {
                for label in labels(entity, field) {
                    names.entry(heading_key(&label)).or_insert(*column);
                }
            }
            for also in also(column.name) {
                names.entry((*also).to_owned()).or_insert(*column);
            }
        }
        Self(names)
    }

    pub fn column(&self, heading: &str, mapping: &ColumnMap) -> Option<Column> {
        if let Some(mapped) = mapping.get(heading) {
            return self.0.get(mapped).copied();
        }
        let key = heading_key(heading);
        self.0.get(&key).or_else(|| self.0.get(&key.replace([' ', '-'], "_"))).copied()
    }
}

/// Other names under which a column is known.
fn also(name: &str) -> &'static [&'static str] {
    match name {
        "vip_category" => &["category"],
        EXTERNAL_ID => &["external_ids"],
        "full_name" => &["name"],
        _ => &[],
    }
}
