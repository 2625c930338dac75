//! The headings of a table as they are mapped by hand: each with what stands beneath it and the field it is taken for.

use super::foreign_table::{ForeignTable, TableRow};

/// Rows that may stand above the heading.
const ABOVE: usize = 20;
/// Values shown of a column.
const SAMPLES: usize = 2;

/// One heading of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub text: String,
    pub samples: Vec<String>,
    /// None where the column is left out.
    pub field: Option<&'static str>,
}

/// The headings of a table; `field` tells which field a heading is taken for.
pub fn headings(table: &ForeignTable, field: &dyn Fn(&str) -> Option<&'static str>) -> Vec<Heading> {
    let Some((at, row)) = heading_row(table, field) else { return Vec::new() };
    let heading = |column: usize| {
        let text = row.text(column);
        let values = table.rows_from(at + 1).map(|row| row.text(column).to_owned()).filter(|text| !text.is_empty());
        (!text.is_empty()).then(|| Heading {
            text: text.to_owned(),
            samples: values.take(SAMPLES).collect(),
            field: field(text),
        })
    };
    (0..row.len()).filter_map(heading).collect()
}

/// The cells of a physical line that say anything, each with its heading.
pub fn cells_of_line(
    table: &ForeignTable,
    line: usize,
    field: &dyn Fn(&str) -> Option<&'static str>,
) -> Vec<(String, String)> {
    let head = heading_row(table, field).map(|(_, row)| row);
    let Some(row) = table.rows_from(0).find(|row| row.line == line) else { return Vec::new() };
    let cells = row.cells().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let heading = |at: usize| head.map_or("", |row| row.text(at)).to_owned();
    cells.map(|(at, cell)| (heading(at), cell.text.to_owned())).collect()
}

/// The row that most likely is the one of headings: it names most fields, else it has most texts.
pub fn heading_row<'t>(
    table: &'t ForeignTable,
    field: &dyn Fn(&str) -> Option<&'static str>,
) -> Option<(usize, TableRow<'t>)> {
    let weight = |row: &TableRow<'_>| {
        let texts = || row.cells().map(|cell| cell.text).filter(|text| !text.is_empty());
        (texts().filter(|text| field(text).is_some()).count(), texts().filter(|text| is_word(text)).count())
    };
    let rows = (0..table.len().min(ABOVE)).filter_map(|at| Some((at, table.row(at)?)));
    // Of equal rows the first.
    rows.rev().max_by_key(|(_, row)| weight(row))
}

fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::foreign_table::CellKind;

    #[test]
    fn unknown_headings_stand_with_two_values_and_the_field_they_are_mapped_to() {
        let mut table = ForeignTable::default();
        let rows =
            [&["Report", "", ""][..], &["Firma", "Spell", "Gain"], &["Alfa", "2026-10", "5"], &["Beta", "", "7"]];
        for (at, row) in rows.into_iter().enumerate() {
            table.begin_row(at + 1);
            row.iter().for_each(|cell| table.push(cell, CellKind::Text));
        }
        let field = |heading: &str| (heading == "Firma").then_some("client");
        let found = headings(&table, &field);
        let told: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.samples.join(" "), one.field)).collect();
        assert_eq!(
            told,
            [
                ("Firma", "Alfa Beta".to_owned(), Some("client")),
                ("Spell", "2026-10".to_owned(), None),
                ("Gain", "5 7".to_owned(), None),
            ]
        );
        assert!(headings(&ForeignTable::default(), &field).is_empty());
        let cells = [("Firma".to_owned(), "Beta".to_owned()), ("Gain".to_owned(), "7".to_owned())];
        assert_eq!(cells_of_line(&table, 4, &field), cells);
        assert!(cells_of_line(&table, 9, &field).is_empty());
    }
}
