//! Tables of typed cells on their way to a spreadsheet: as CSV, as XLSX. Knows nothing of the book: whoever has rows to
//! give makes a [`Grid`]. A text stays a text whatever it begins with; what is not known is an empty cell, never 0.

pub mod csv;
pub mod xlsx;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::money::Money;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(Decimal),
    /// The amount alone; its currency is another cell's affair.
    Amount(Money),
    /// Hundredths: 34.5 is 34.5 %.
    Percent(Decimal),
    Day(NaiveDate),
    /// Not known, or nothing to have.
    Empty,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn count(n: usize) -> Self {
        Self::Number(n.into())
    }
}

/// A heading, a line of column names, and rows below it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    pub title: Option<String>,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// Lines of text below the rows.
    pub notes: Vec<String>,
}

/// An amount in units of its currency.
pub(super) fn units(money: Money) -> Decimal {
    Decimal::new(money.minor, money.currency.decimals())
}
