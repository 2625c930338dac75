//! The report for a spreadsheet: a page for each section with its tables as they are read, and one flat table of all
//! figures to sort and sum.

use rust_decimal::Decimal;

use crate::domain::report::{Cell, Report, Row, Table};
use crate::export::sheet::{self, Grid, xlsx::Page};
use crate::i18n::Words;

fn typed(cell: &Cell, words: &Words) -> sheet::Cell {
    match cell {
        Cell::Unknown | Cell::Nothing => sheet::Cell::Empty,
        Cell::Count(n) => sheet::Cell::count(*n),
        Cell::Number(value, places) | Cell::Change(value, places) => sheet::Cell::Number(fixed(*value, *places)),
        Cell::Percent(value, places) | Cell::Growth(value, places) => sheet::Cell::Percent(fixed(*value, *places)),
        Cell::Money(money) => sheet::Cell::Amount(*money),
        Cell::Day(day) => sheet::Cell::Day(*day),
        cell => sheet::Cell::Text(words.cell(cell)),
    }
}

fn fixed(value: Decimal, places: u32) -> Decimal {
    let mut value = value.round_dp(places);
    value.rescale(places);
    value
}

/// What a figure is counted in: a currency, percent, or nothing to say.
fn unit(cell: &Cell) -> &str {
    match cell {
        Cell::Money(money) => money.currency.code(),
        Cell::Percent(..) | Cell::Growth(..) => "%",
        _ => "",
    }
}

/// A page for each section.
pub(super) fn pages(report: &Report, words: &Words) -> Vec<Page> {
    let page = |section: &crate::domain::report::Section| Page {
        name: words.report("section", section.key),
        grids: section.tables.iter().map(|table| grid(table, words)).collect(),
    };
    report.sections.iter().map(page).collect()
}

/// A table with a column for the currency where it has amounts, and for how many of how many it is known.
fn grid(table: &Table, words: &Words) -> Grid {
    let money = |row: &Row| row.cells.iter().map(unit).find(|unit| unit.len() == 3).map(str::to_owned);
    let (known, currency) = (table.has_known(), table.rows.iter().any(|row| money(row).is_some()));
    let remarks = table.rows.iter().any(|row| row.why.is_some());
    let mut head: Vec<String> = table.head.iter().map(|key| words.report("col", key)).collect();
    head.extend(currency.then(|| words.label("ledger_month", "currency")));
    head.extend(known.then(|| [words.say("report-known-n"), words.say("report-known-of")]).into_iter().flatten());
    head.extend(remarks.then(|| words.say("report-why")));
    let line = |row: &Row| {
        let mut cells: Vec<sheet::Cell> = row.cells.iter().map(|cell| typed(cell, words)).collect();
        cells.extend(currency.then(|| money(row).map_or(sheet::Cell::Empty, sheet::Cell::Text)));
        cells.extend(known.then(|| parts(row)).into_iter().flatten());
        cells.extend(remarks.then(|| remark(row, words)));
        cells
    };
    let verdict = table.verdict.iter().map(|verdict| words.sentence(verdict));
    Grid {
        title: Some(words.report("table", table.key)),
        head,
        rows: table.rows.iter().map(line).collect(),
        notes: verdict.chain(table.notes.iter().map(|note| words.sentence(note))).collect(),
    }
}

fn parts(row: &Row) -> [sheet::Cell; 2] {
    let part = |n: Option<usize>| n.map_or(sheet::Cell::Empty, sheet::Cell::count);
    [part(row.known.map(|known| known.n)), part(row.known.map(|known| known.of))]
}

fn remark(row: &Row, words: &Words) -> sheet::Cell {
    row.why.as_ref().map_or(sheet::Cell::Empty, |why| sheet::Cell::Text(words.sentence(why)))
}

/// Every figure a row of its own, so that all of them can be sorted and summed together.
pub(super) fn flat(report: &Report, words: &Words) -> Grid {
    let head = [
        "report-part",
        "report-table",
        "report-line",
        "report-column",
        "report-value",
        "report-unit",
        "report-known-n",
        "report-known-of",
        "report-why",
    ];
    let mut rows = Vec::new();
    for section in &report.sections {
        for table in &section.tables {
            let begins = [words.report("section", section.key), words.report("table", table.key)];
            for row in &table.rows {
                rows.extend(lines(&begins, table, row, words));
            }
        }
    }
    Grid { head: head.iter().map(|id| words.say(id)).collect(), rows, ..Grid::default() }
}

fn lines(begins: &[String; 2], table: &Table, row: &Row, words: &Words) -> Vec<Vec<sheet::Cell>> {
    let label = row.cells.first().map(|cell| words.cell(cell)).unwrap_or_default();
    let values = row.cells.iter().zip(&table.head).skip(1);
    let line = |(cell, column): (&Cell, &&str)| {
        let mut cells: Vec<sheet::Cell> = begins.iter().cloned().map(sheet::Cell::Text).collect();
        cells.push(sheet::Cell::Text(label.clone()));
        cells.push(sheet::Cell::Text(words.report("col", column)));
        cells.push(typed(cell, words));
        cells.push(if unit(cell).is_empty() { sheet::Cell::Empty } else { sheet::Cell::text(unit(cell)) });
        cells.extend(parts(row));
        cells.push(remark(row, words));
        cells
    };
    values.map(line).collect()
}
