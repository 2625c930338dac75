//! A table of records from another program, read into edits row by row: clients, people with their places, roles,
//! visits, needs, promises, rates, holdings, problems, occasions. What a row does not say takes nothing from the book.

mod headings;
mod kind;
mod known;
mod names;
mod people;
mod reading;
mod roles;
mod value;
mod writing;

pub use headings::{Headings, Labels, Names, recognised};
pub use kind::{CURRENCY, Column, EXTERNAL_ID, RecordKind, UID};
pub use names::ClientNames;
pub use reading::read;
pub use value::Written;
pub use writing::rows;

use super::column_map::ColumnMap;
use super::edit::Edit;
use super::entity::Client;
use super::ledger_file::{Mark, Rejected};
use super::table::Id;

/// What the manager has said about a file.
#[derive(Clone, Copy)]
pub struct Wishes<'a> {
    /// Whose all rows are that name no client.
    pub client: Option<Id<Client>>,
    pub mapping: &'a ColumnMap,
    pub mark: Option<Mark>,
    /// Whether an empty cell empties the field.
    pub replace: bool,
    /// Where it comes from, for rows that keep their source.
    pub source: &'a str,
}

/// What one line of a file would do: all of it, or nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRow {
    pub line: usize,
    pub edits: Vec<Edit>,
}

/// Lines of a file, ready to be planned.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRows {
    /// The file's name.
    pub source: String,
    pub rows: Vec<FileRow>,
}

/// What was read of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    pub rows: Vec<FileRow>,
    pub rejected: Rejected,
    /// Lines that say what the book has.
    pub unchanged: usize,
    /// Headings that are none of ours.
    pub left_out: Vec<String>,
}
