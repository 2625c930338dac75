//! Tables of the book's records for a spreadsheet, which reads back into the same records: one line of field names,
//! then the rows. Monthly figures among them.

use super::sheet::{Cell, Grid};
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::entry::EntryContext;
use crate::domain::ledger_file::{self, Figure};
use crate::domain::money::Money;
use crate::domain::record_file::{self, ClientNames, RecordKind, Written};
use crate::domain::table::Id;

/// The records of a kind, all of them or one client's.
pub fn grid(kind: RecordKind, cx: &EntryContext<'_>, client: Option<Id<Client>>) -> Grid {
    let rows = record_file::rows(kind, cx, client).into_iter().map(|row| row.into_iter().map(cell).collect());
    let head = kind.columns().iter().map(|column| column.name.to_owned()).collect();
    Grid { head, rows: rows.collect(), ..Grid::default() }
}

fn cell(written: Written) -> Cell {
    match written {
        Written::Text(text) => Cell::Text(text),
        Written::Number(number) => Cell::Number(number),
        Written::Amount(money) => Cell::Amount(money),
        Written::Day(day) => Cell::Day(day),
        Written::Empty => Cell::Empty,
    }
}

/// Monthly figures, by client and month.
pub fn figures(cx: &EntryContext<'_>, client: Option<Id<Client>>) -> Grid {
    let mut rows: Vec<&LedgerMonth> = cx.book.ledger_month.iter().collect();
    rows.retain(|row| client.is_none_or(|client| row.client == client));
    let name = |row: &LedgerMonth| cx.book.client.get(row.client).map(|client| client.name.clone());
    rows.sort_by_cached_key(|row| (name(row), row.client, row.month, row.currency.code()));
    let mut names = ClientNames::of(cx.book, cx.today);
    Grid {
        head: ledger_file::Column::fields().map(str::to_owned).collect(),
        rows: rows.into_iter().map(|row| month(&mut names, row)).collect(),
        ..Grid::default()
    }
}

fn month(names: &mut ClientNames<'_>, row: &LedgerMonth) -> Vec<Cell> {
    let amount =
        |figure: Figure| row.figure(figure).map_or(Cell::Empty, |minor| Cell::Amount(Money::new(minor, row.currency)));
    let yes = |yes: bool| Cell::text(if yes { "yes" } else { "no" });
    let mut cells =
        vec![Cell::Text(names.written(row.client)), Cell::text(row.month.to_string()), Cell::text(row.currency.code())];
    cells.extend(Figure::ALL.into_iter().map(amount));
    cells.extend([yes(row.closed), yes(row.correction)]);
    cells
}
