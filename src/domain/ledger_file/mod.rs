//! A table of monthly figures from another program, read into rows of the ledger. What cannot be told apart is asked,
//! what is wrong is told by its line; nothing is guessed and nothing rounded.

pub mod amount;
mod heading_words;
mod headings;
mod month;
mod reading;
pub mod told;
mod totals;

pub use super::ledger_figure::Figure;
pub use amount::Mark;
pub use headings::{Column, Headings, NoHeading};
pub use reading::read;

use std::collections::BTreeMap;

use super::column_map::ColumnMap;
use super::date::Month;
use super::entity::Client;
use super::money::Currency;
use super::sentence::{Arg, Sentence};
use super::table::Id;

/// What the manager has said about a file.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Whose figures all rows are.
    pub client: Option<Id<Client>>,
    pub mapping: ColumnMap,
    pub mark: Option<Mark>,
    pub zero: Option<Zero>,
}

/// What a 0 means where the book knows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zero {
    Keep,
    Unknown,
}

/// One row of figures: what the file says of a client, month and currency. A figure is absent where the file has no
/// such column, and none where it says that it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiguresRow {
    /// The physical line, or the row of a spreadsheet.
    pub line: usize,
    pub client: Id<Client>,
    pub month: Month,
    pub currency: Currency,
    pub figures: [Option<Option<i64>>; 6],
    pub closed: Option<bool>,
    pub correction: Option<bool>,
}

/// Figures of a file, ready to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The file's name.
    pub source: String,
    pub rows: Vec<FiguresRow>,
    /// Whether what the book has otherwise gives way.
    pub replace: bool,
}

/// What was read of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    pub rows: Vec<FiguresRow>,
    pub rejected: Rejected,
    /// Rows of totals, left out.
    pub totals: usize,
    /// Headings that are none of ours.
    pub left_out: Vec<String>,
    /// Figures of 0 where the book knows nothing, when nobody has said what they mean.
    pub zeros: usize,
}

/// Why lines were rejected, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rejected(pub BTreeMap<usize, Sentence>);

impl Rejected {
    pub fn put(&mut self, line: usize, why: Sentence) {
        self.0.entry(line).or_insert(why);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Each as a sentence that names its line.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> {
        self.0.iter().map(|(line, why)| at_line(*line, why.clone()))
    }
}

/// The id of a sentence that names a rejected line.
pub const AT_LINE: &str = "import-line";

pub fn at_line(line: usize, why: Sentence) -> Sentence {
    Sentence::new(AT_LINE).count("line", line).with("why", Arg::Sentence(Box::new(why)))
}

/// Why a file cannot be read at all, or not before something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// Amounts of a column read in two ways.
    WhichMark(Sentence),
    No(Sentence),
}
