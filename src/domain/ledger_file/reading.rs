//! Cell by cell into figures. Names, months and currencies are looked up once each, since a file repeats them.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::amount::{self, Style};
use super::headings::{Column, Headings};
use super::totals::is_total;
use super::{FiguresRow, Mark, Reading, Unread, Wishes, Zero, month};
use crate::domain::book::{Book, Entity};
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::entry;
use crate::domain::foreign_table::{Cell, CellKind, ForeignTable, TableRow};
use crate::domain::ledger_figure::Figure;
use crate::domain::money::Currency;
use crate::domain::naming::WholeNames;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;

type Key = (Id<Client>, Month, Currency);

/// Reads a table of figures.
///
/// # Errors
/// It has no heading that says what it is, or a column of amounts that reads in two ways.
pub fn read(book: &Book, table: &ForeignTable, wishes: &Wishes) -> Result<Reading, Unread> {
    let headings = Headings::find(table, &wishes.mapping, wishes.client.is_none());
    let headings = headings.map_err(|why| Unread::No(why.sentence()))?;
    let marks = marks(table, &headings, wishes.mark)?;
    let mut reader = Reader::new(book, &headings, marks, wishes, table.len());
    let mut reading = Reading { left_out: headings.left_out.clone(), ..Reading::default() };
    reading.rows.reserve(table.len());
    for row in table.rows_from(headings.first_row) {
        match reader.row(row) {
            Ok(Line::Figures(figures)) => reading.rows.push(figures),
            Ok(Line::Total) => reading.totals += 1,
            Ok(Line::Blank) => {}
            Err(why) => reading.rejected.put(row.line, why),
        }
    }
    if let Some(unclosed) = table.unclosed {
        reading.rejected.put(unclosed.line, Sentence::new("import-unclosed-quote").count("n", unclosed.swallowed));
    }
    reading.zeros = reader.zeros;
    Ok(reading)
}

/// The decimal mark of each column of figures.
fn marks(table: &ForeignTable, headings: &Headings, said: Option<Mark>) -> Result<[Mark; 6], Unread> {
    let mut marks = [said.unwrap_or(Mark::Point); 6];
    if said.is_some() {
        return Ok(marks);
    }
    let mut figures: Vec<(usize, Figure, Style)> =
        headings.figures().map(|(at, of)| (at, of, Style::default())).collect();
    // A line that is cut says nothing of the others.
    for row in table.rows_from(headings.first_row).filter(|row| row.whole(headings.width).is_ok()) {
        for (at, _, style) in &mut figures {
            if let Some(Cell { text, kind: CellKind::Text }) = row.cell(*at) {
                style.see(text);
            }
        }
    }
    for (_, figure, style) in &figures {
        let which = |either| Unread::WhichMark(amount::which_mark(Entity::LedgerMonth, figure.field(), either));
        marks[*figure as usize] = style.mark().map_err(which)?;
    }
    Ok(marks)
}

enum Line {
    Figures(FiguresRow),
    Total,
    Blank,
}

/// What was found for a text before.
struct Found<'a, T>(FxHashMap<&'a str, Result<T, Sentence>>);

impl<'a, T: Copy> Found<'a, T> {
    fn get(&mut self, text: &'a str, find: impl FnOnce() -> Result<T, Sentence>) -> Result<T, Sentence> {
        self.0.entry(text).or_insert_with(find).clone()
    }
}

/// Where a row says whose figures it has, of which month and in which currency.
struct At {
    client: Option<usize>,
    month: Option<usize>,
    currency: Option<usize>,
}

struct Reader<'a> {
    names: WholeNames<'a>,
    headings: &'a Headings,
    at: At,
    marks: [Mark; 6],
    wishes: &'a Wishes,
    clients: Found<'a, Id<Client>>,
    months: Found<'a, Month>,
    currencies: Found<'a, (Currency, usize)>,
    /// The line on which a client, month and currency stood first.
    seen: FxHashMap<Key, usize>,
    known: FxHashMap<Key, &'a LedgerMonth>,
    zeros: usize,
}

impl<'a> Reader<'a> {
    fn new(book: &'a Book, headings: &'a Headings, marks: [Mark; 6], wishes: &'a Wishes, rows: usize) -> Self {
        let known = book.ledger_month.iter().map(|row| ((row.client, row.month, row.currency), row)).collect();
        Self {
            names: WholeNames::of(book),
            at: At {
                client: headings.at(Column::Client),
                month: headings.at(Column::Month),
                currency: headings.at(Column::Currency),
            },
            headings,
            marks,
            wishes,
            clients: Found(FxHashMap::default()),
            months: Found(FxHashMap::default()),
            currencies: Found(FxHashMap::default()),
            seen: FxHashMap::with_capacity_and_hasher(rows, FxBuildHasher),
            known,
            zeros: 0,
        }
    }

    fn row(&mut self, row: TableRow<'a>) -> Result<Line, Sentence> {
        let name = self.at.client.map_or("", |at| row.text(at));
        let named = self.client(name);
        // What is a client of the book needs no second look, and a file repeats them.
        if named.is_err() {
            let Some(first) = row.cells().map(|cell| cell.text).find(|text| !text.is_empty()) else {
                return Ok(Line::Blank);
            };
            if is_total(if name.is_empty() { first } else { name }) {
                return Ok(Line::Total);
            }
        }
        row.whole(self.headings.width)?;
        let client = self.whose(name, named)?;
        let month = self.month(self.at.month.and_then(|at| row.cell(at)))?;
        let (currency, decimals) = self.currency(self.at.currency.map(|at| row.text(at)))?;
        let mut figures =
            FiguresRow { line: row.line, client, month, currency, figures: [None; 6], closed: None, correction: None };
        self.figures(row, decimals, &mut figures)?;
        self.once((client, month, currency), row.line)?;
        self.count_zeros(&mut figures);
        Ok(Line::Figures(figures))
    }

    /// The client all rows are of, unless the row names another.
    fn whose(&self, name: &str, named: Result<Id<Client>, Sentence>) -> Result<Id<Client>, Sentence> {
        let Some(client) = self.wishes.client else { return named };
        match named {
            Ok(other) if other != client => Err(Sentence::new("import-other-client").text("input", name)),
            _ => Ok(client),
        }
    }

    fn client(&mut self, name: &'a str) -> Result<Id<Client>, Sentence> {
        if name.is_empty() {
            return Err(Sentence::new("import-no-client"));
        }
        self.clients.get(name, || self.names.find(name))
    }

    fn month(&mut self, cell: Option<Cell<'a>>) -> Result<Month, Sentence> {
        let cell = cell.unwrap_or(Cell { text: "", kind: CellKind::Text });
        match cell.kind {
            CellKind::Text => self.months.get(cell.text, || month::read(cell)),
            _ => month::read(cell),
        }
    }

    fn currency(&mut self, text: Option<&'a str>) -> Result<(Currency, usize), Sentence> {
        let with_decimals = |currency: Currency| (currency, currency.decimals() as usize);
        match (text, self.headings.currency) {
            (Some(text), _) => self.currencies.get(text, || entry::currency(text).map(with_decimals)),
            (None, Some(currency)) => self.currencies.get("", || Ok(with_decimals(currency))),
            // A table without either has no heading that is enough.
            (None, None) => Err(Sentence::new("unknown-currency").text("cur", "").text("input", "")),
        }
    }

    fn figures(&self, row: TableRow<'_>, decimals: usize, into: &mut FiguresRow) -> Result<(), Sentence> {
        for &(at, column) in &self.headings.columns {
            let Some(cell) = row.cell(at) else { continue };
            let named = |sentence: Sentence| in_field(column, sentence);
            match column {
                Column::Figure(figure) => {
                    let place = figure as usize;
                    let read = amount::read(cell, self.marks[place], into.currency, decimals).map_err(named)?;
                    into.figures[place] = Some(read);
                }
                Column::Closed => into.closed = yes_no(cell.text).map_err(named)?,
                Column::Correction => into.correction = yes_no(cell.text).map_err(named)?,
                Column::Client | Column::Month | Column::Currency => {}
            }
        }
        Ok(())
    }

    fn once(&mut self, key: Key, line: usize) -> Result<(), Sentence> {
        match self.seen.insert(key, line) {
            None => Ok(()),
            Some(first) => {
                self.seen.insert(key, first);
                Err(Sentence::new("import-twice").count("first", first))
            }
        }
    }

    /// Counts what is 0 where the book knows nothing, or takes it for unknown where that was said.
    fn count_zeros(&mut self, row: &mut FiguresRow) {
        if self.wishes.zero == Some(Zero::Keep) || !row.figures.contains(&Some(Some(0))) {
            return;
        }
        let known = self.known.get(&(row.client, row.month, row.currency));
        for figure in Figure::ALL {
            let cell = &mut row.figures[figure as usize];
            if *cell != Some(Some(0)) {
                continue;
            }
            match self.wishes.zero {
                Some(_) => *cell = Some(None),
                None if known.and_then(|row| row.figure(figure)).is_none() => self.zeros += 1,
                None => {}
            }
        }
    }
}

fn yes_no(text: &str) -> Result<Option<bool>, Sentence> {
    if amount::is_unknown(text) {
        return Ok(None);
    }
    entry::yes_or_no(text).map(Some)
}

/// Names the column that is wrong.
fn in_field(column: Column, sentence: Sentence) -> Sentence {
    let label = Arg::Label("ledger_month".to_owned(), column.field().to_owned());
    Sentence::new("import-in-field").with("field", label).with("why", Arg::Sentence(Box::new(sentence)))
}
