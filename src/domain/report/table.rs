//! What a report is made of: tables of typed cells, each row with how sure it is and what it counts.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::domain::book::Entity;
use crate::domain::date::Month;
use crate::domain::money::Money;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row as Record;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// There is one, and nobody knows it. Never 0.
    Unknown,
    /// There is none to have.
    Nothing,
    Count(usize),
    /// With so many decimals.
    Number(Decimal, u32),
    /// The same with its sign.
    Change(Decimal, u32),
    Percent(Decimal, u32),
    /// A percentage with its sign.
    Growth(Decimal, u32),
    Money(Money),
    Day(NaiveDate),
    /// A year and its quarter.
    Quarter(i32, u32),
    Month(Month),
    /// A term by its key.
    Word(String),
    Said(Sentence),
    /// The manager's own words, or a name.
    Text(String),
    /// The same, of what privacy mode hides.
    Private(String),
}

impl Cell {
    pub fn or_unknown(value: Option<Self>) -> Self {
        value.unwrap_or(Self::Unknown)
    }

    /// Stands to the right of its column.
    pub fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Count(_)
                | Self::Number(..)
                | Self::Change(..)
                | Self::Percent(..)
                | Self::Growth(..)
                | Self::Money(_)
        )
    }

    /// As a length among others of its column; none of what has none.
    pub fn size(&self) -> Option<Decimal> {
        match self {
            Self::Count(n) => Some((*n).into()),
            Self::Number(n, _) | Self::Percent(n, _) => Some(*n),
            Self::Money(money) => Some(money.minor.into()),
            _ => None,
        }
    }
}

/// For how many of how many a figure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub n: usize,
    pub of: usize,
}

impl Known {
    pub fn new(n: usize, of: usize) -> Self {
        Self { n, of }
    }

    /// Nothing of it is missing.
    pub fn all(of: usize) -> Self {
        Self { n: of, of }
    }
}

/// One line of a table. `key` names it for programs.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub key: String,
    pub cells: Vec<Cell>,
    pub known: Option<Known>,
    /// What is missing, or how the figure is meant.
    pub why: Option<Sentence>,
    /// What it counts.
    pub records: Vec<(Entity, Uuid)>,
}

impl Row {
    pub fn new(key: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self { key: key.into(), cells, known: None, why: None, records: Vec::new() }
    }

    /// A figure with its own label, `report-figure-KEY`.
    pub fn figure(key: &'static str, values: impl IntoIterator<Item = Cell>) -> Self {
        let label = Cell::Said(Sentence::new(format!("report-figure-{key}")));
        Self::new(key, std::iter::once(label).chain(values).collect())
    }

    #[must_use]
    pub fn known(mut self, n: usize, of: usize) -> Self {
        self.known = Some(Known::new(n, of));
        self
    }

    #[must_use]
    pub fn because(mut self, why: Option<Sentence>) -> Self {
        self.why = why;
        self
    }

    /// What it counts, rows of one entity.
    #[must_use]
    pub fn of<'a, T: Record + 'a>(mut self, rows: impl IntoIterator<Item = &'a T>) -> Self {
        self.records.extend(rows.into_iter().map(|row| (T::ENTITY, row.head().uid)));
        self
    }
}

/// A table with the keys of its columns; the first names its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub key: &'static str,
    pub head: Vec<&'static str>,
    pub rows: Vec<Row>,
    /// What all of it comes to.
    pub verdict: Option<Sentence>,
    /// What has to be known to read it.
    pub notes: Vec<Sentence>,
    /// The column that is drawn as bars.
    pub bars: Option<usize>,
}

impl Table {
    pub fn new(key: &'static str, head: &[&'static str], rows: Vec<Row>) -> Self {
        Self { key, head: head.to_vec(), rows, verdict: None, notes: Vec::new(), bars: None }
    }

    /// Figures of the period beside those of the one before.
    pub fn figures(key: &'static str, rows: Vec<Row>) -> Self {
        Self::new(key, &["figure", "now", "before"], rows)
    }

    #[must_use]
    pub fn says(mut self, verdict: Sentence) -> Self {
        self.verdict = Some(verdict);
        self
    }

    #[must_use]
    pub fn note(mut self, note: Option<Sentence>) -> Self {
        self.notes.extend(note);
        self
    }

    #[must_use]
    pub fn bars(mut self, column: usize) -> Self {
        self.bars = Some(column);
        self
    }

    /// As it is read: without the columns in which no row has anything.
    pub fn to_read(&self) -> Self {
        let has = |at: usize| self.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| *cell != Cell::Nothing));
        let kept: Vec<usize> = (0..self.head.len()).filter(|at| self.rows.is_empty() || has(*at)).collect();
        let mut read = self.clone();
        read.head = kept.iter().filter_map(|at| self.head.get(*at).copied()).collect();
        for (row, all) in read.rows.iter_mut().zip(&self.rows) {
            row.cells = kept.iter().filter_map(|at| all.cells.get(*at).cloned()).collect();
        }
        read.bars = self.bars.and_then(|column| kept.iter().position(|at| *at == column));
        read
    }

    /// Whether any row says for how many it is known.
    pub fn has_known(&self) -> bool {
        self.rows.iter().any(|row| row.known.is_some())
    }

    /// The row of that key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_in_which_no_row_has_anything_is_not_read() {
        let row = |cells: [Cell; 4]| Row::new("a", cells.to_vec());
        let rows = vec![
            row([Cell::Text("x".into()), Cell::Nothing, Cell::Unknown, Cell::Count(1)]),
            row([Cell::Text("y".into()), Cell::Nothing, Cell::Nothing, Cell::Count(2)]),
        ];
        let read = Table::new("t", &["name", "reason", "score", "clients"], rows).bars(3).to_read();
        assert_eq!(read.head, ["name", "score", "clients"], "what nobody knows is something");
        assert_eq!(read.rows[1].cells, [Cell::Text("y".into()), Cell::Nothing, Cell::Count(2)]);
        assert_eq!(read.bars, Some(2));
        assert_eq!(Table::new("t", &["name", "reason"], Vec::new()).to_read().head.len(), 2);
    }
}
