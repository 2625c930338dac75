//! A client's months in the ledger: which are closed, and what is known of each.

use super::rates::{Exact, Rates, too_large};
use super::view::View;
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::ledger_figure::Figure;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;

/// What is counted in the ledger: a figure that a month keeps, or income less cost, known only when both are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Net,
    Of(Figure),
}

impl Column {
    pub const INCOME: Self = Self::Of(Figure::Income);
    pub const COST: Self = Self::Of(Figure::Cost);
    pub const TURNOVER: Self = Self::Of(Figure::Turnover);
    pub const AVG_BALANCE: Self = Self::Of(Figure::AvgBalance);
    pub const SALES: Self = Self::Of(Figure::Sales);
    pub const EXPORT: Self = Self::Of(Figure::Export);

    /// The field it is read from; the net's own name.
    pub fn field(self) -> &'static str {
        match self {
            Self::Net => "net",
            Self::Of(figure) => figure.field(),
        }
    }

    /// What one row has of it; none is not known.
    pub fn of(self, row: &LedgerMonth) -> Option<i64> {
        match self {
            Self::Net => row.income?.checked_sub(row.cost?),
            Self::Of(figure) => row.figure(figure),
        }
    }
}

/// The rows of one client up to a month, by month and currency.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    rows: Vec<&'a LedgerMonth>,
    /// The month of each row, close together: rows lie all over the book.
    months: Vec<Month>,
}

/// What is known of one month. A month is known when all its rows are closed and have the figure; the known rows of
/// another month are its known part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSum {
    pub month: Month,
    pub part: Exact,
    pub known: bool,
}

impl<'a> Ledger<'a> {
    /// Later months than `until` count for nothing.
    pub fn of(book: &'a Book, client: Id<Client>, until: Month) -> Self {
        let mut rows: Vec<&LedgerMonth> =
            book.ledger_month.of(client).filter(|row| row.client == client && row.month <= until).collect();
        rows.sort_by_key(|row| (row.month, row.currency));
        let months = rows.iter().map(|row| row.month).collect();
        Self { rows, months }
    }

    pub fn first_month(&self) -> Option<Month> {
        self.months.first().copied()
    }

    /// The rows of each month, oldest first.
    pub fn months(&self) -> impl Iterator<Item = (Month, &[&'a LedgerMonth])> {
        by_month(&self.rows, &self.months)
    }

    /// The rows of each month from `first` to `last`, oldest first.
    pub fn between(&self, first: Month, last: Month) -> impl Iterator<Item = (Month, &[&'a LedgerMonth])> {
        let from = self.months.partition_point(|month| *month < first);
        let to = from + self.months[from..].partition_point(|month| *month <= last);
        by_month(&self.rows[from..to], &self.months[from..to])
    }

    /// The rows of a month.
    pub fn month(&self, month: Month) -> &[&'a LedgerMonth] {
        self.between(month, month).next().map_or(&[], |(_, rows)| rows)
    }

    /// The months from `first` to `last` that have rows, each with what is known of a figure.
    ///
    /// # Errors
    /// The sentence that names the first missing rate.
    pub fn sums(&self, column: Column, first: Month, last: Month, rates: &Rates) -> Result<Vec<MonthSum>, Sentence> {
        self.between(first, last).map(|(month, rows)| month_sum(month, rows, column, rates)).collect()
    }
}

fn by_month<'r, 'a>(
    mut rows: &'r [&'a LedgerMonth],
    mut months: &'r [Month],
) -> impl Iterator<Item = (Month, &'r [&'a LedgerMonth])> {
    std::iter::from_fn(move || {
        let month = *months.first()?;
        let n = months.iter().take_while(|other| **other == month).count();
        let (here, later) = rows.split_at(n);
        (rows, months) = (later, &months[n..]);
        Some((month, here))
    })
}

/// What is known of one month.
///
/// # Errors
/// The sentence that names a missing rate.
pub(super) fn month_sum(
    month: Month,
    rows: &[&LedgerMonth],
    column: Column,
    rates: &Rates,
) -> Result<MonthSum, Sentence> {
    let mut sum = MonthSum { month, part: Exact::ZERO, known: true };
    for row in rows {
        match column.of(row).filter(|_| row.closed) {
            Some(value) => {
                let value = rates.convert(value, row.currency, month)?;
                sum.part = sum.part.plus(value).ok_or_else(too_large)?;
            }
            None => sum.known = false,
        }
    }
    Ok(sum)
}

/// The book's last closed month: the latest before today's in which any client has a closed row.
pub fn last_closed(book: &Book, today: Month) -> Option<Month> {
    book.ledger_month.iter().filter(|row| row.closed && row.month < today).map(|row| row.month).max()
}

/// The rows of a month that are not closed, of clients that may still change.
pub fn open_rows(book: &Book, month: Month) -> Vec<&LedgerMonth> {
    let changes = |row: &&LedgerMonth| book.client.get(row.client).is_some_and(|client| !client.status.is_closed());
    let mut rows: Vec<_> =
        book.ledger_month.iter().filter(|row| row.month == month && !row.closed).filter(changes).collect();
    rows.sort_by_key(|row| (row.client, row.currency));
    rows
}

/// The sum of the known months among the 12 that end with `last`; none when no month is known.
pub fn year_sum(view: &View<'_>, client: Id<Client>, column: Column, last: Month) -> Option<Exact> {
    let ledger = Ledger::of(view.book, client, view.month());
    let months = ledger.sums(column, last.plus(-11), last, &view.book.rates(view.month())).ok()?;
    let known: Vec<Exact> = months.iter().filter(|month| month.known).map(|month| month.part).collect();
    if known.is_empty() { None } else { Exact::sum(known) }
}
