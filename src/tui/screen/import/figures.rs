//! A table of figures of a file: which wrong lines it has, and which months it would change.

use std::collections::BTreeSet;

use super::prepared::{Choice, Key, Line, Part, Prepared, Said, State};
use crate::domain::column_map::ColumnMap;
use crate::domain::date::Month;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::mapping::{self, Heading};
use crate::domain::ledger_file::{self, Column, Figures, Headings, Mark, Reading, Unread, Wishes, Zero, told};
use crate::domain::money::Currency;
use crate::domain::{Answers, Arg, Client, Edit, Id, Sentence};
use crate::export::table::{self, Sheet, Unreadable};
use crate::tui::layer::View;
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;

pub(super) fn prepared(bytes: &[u8], name: &str, said: &Said, view: &View<'_>) -> Prepared {
    let table = match table_of(bytes, said, view) {
        Ok(table) => table,
        Err(other) => return *other,
    };
    let mapping = view.desk.columns_of(&table).unwrap_or_default();
    let wishes = Wishes { mark: said.mark, zero: said.zero, mapping, ..Wishes::default() };
    match ledger_file::read(view.book(), &table, &wishes) {
        Err(Unread::No(why)) if MAPPED.contains(&why.id.as_str()) => {
            Prepared { lines: headings(&table, &wishes.mapping, view), ..Prepared::refused(why) }
        }
        Err(Unread::No(why)) => Prepared::refused(why),
        Err(Unread::WhichMark(question)) => {
            Prepared::asked(question, vec![Choice::Mark(Mark::Comma), Choice::Mark(Mark::Point)])
        }
        Ok(reading) if reading.zeros > 0 => {
            let question = Sentence::new("import-zero-ask").count("n", reading.zeros);
            Prepared::asked(question, vec![Choice::Zero(Zero::Keep), Choice::Zero(Zero::Unknown)])
        }
        Ok(reading) => {
            let mut prepared = read(reading, name, said, view);
            prepared.lines.extend(headings(&table, &wishes.mapping, view));
            prepared
        }
    }
}

/// Why a table cannot be read until its headings are mapped otherwise.
const MAPPED: [&str; 2] = ["import-no-heading", "import-two-columns"];

/// The headings that are none of ours or were mapped by hand, each with two values and what it is taken for.
fn headings(table: &ForeignTable, mapping: &ColumnMap, view: &View<'_>) -> Vec<Line> {
    let unsure = |heading: &Heading| heading.field.is_none() || mapping.get(&heading.text).is_some();
    let line = |heading: Heading| {
        let field = match heading.field {
            Some(field) => Arg::Label("ledger_month".to_owned(), field.to_owned()),
            None => Arg::text(view.say("import-column-left-out")),
        };
        let told = Sentence::new("import-heading").text("heading", &heading.text).with("field", field);
        let told = told.with("samples", Arg::texts(heading.samples));
        Line { part: Part::Heading(heading.text), ..Line::told(told, Tone::Plain) }
    };
    mapping::headings(table, mapping).into_iter().filter(unsure).map(line).collect()
}

/// The fields a heading may stand for; the last leaves the column out.
pub(super) fn fields(view: &View<'_>) -> Vec<(String, String)> {
    let label = |field: &str| view.words.label("ledger_month", field);
    let fields = Column::fields().map(|field| (field.to_owned(), label(field)));
    fields.chain([("-".to_owned(), view.say("import-column-left-out"))]).collect()
}

/// Keeps what a heading stands for, for this table and every one with the same headings.
///
/// # Errors
/// The file cannot be read any more, or the book's cannot be written.
pub(super) fn map(bytes: &[u8], said: &Said, (heading, field): (&str, &str), view: &View<'_>) -> Result<(), Sentence> {
    let table = table_of(bytes, said, view).map_err(|_| Sentence::new("import-empty"))?;
    let mut mapping = view.desk.columns_of(&table).unwrap_or_default();
    mapping.put(heading, field);
    view.desk.keep_columns(&table, &mapping).map_err(|trouble| trouble.sentence())
}

/// Wrong lines, then what is to be known, then what would change.
fn read(reading: Reading, name: &str, said: &Said, view: &View<'_>) -> Prepared {
    let Reading { rows, mut rejected, totals, .. } = reading;
    let mut figures = Figures { source: name.to_owned(), rows, replace: said.replace };
    let planned = match view.desk.preview(&Edit::Figures(figures.clone()), &Answers::yes()) {
        Ok(planned) => planned,
        Err(trouble) => return Prepared::refused(trouble.sentence()),
    };
    let (ruled, warnings) = told::parted(planned.warnings);
    figures.rows.retain(|row| !ruled.0.contains_key(&row.line));
    let differ = ruled.0.values().any(|why| why.id == "import-figures-differ");
    ruled.0.into_iter().for_each(|(line, why)| rejected.put(line, why));
    let mut lines: Vec<Line> = rejected.sentences().map(|why| Line::told(why, Tone::Bad)).collect();
    lines.extend(differ.then(|| Line::told(Sentence::new("import-press-replace"), Tone::Muted)));
    lines.extend(warnings.into_iter().map(|warning| Line::told(warning, Tone::Warn)));
    if totals > 0 {
        lines.push(Line::told(Sentence::new("import-totals").count("n", totals), Tone::Muted));
    }
    let changes = told::changes(view.book(), &planned.changes);
    if changes.is_empty() {
        lines.push(Line::told(Sentence::new("import-nothing-new").text("file", name), Tone::Muted));
    }
    lines.extend(changes.into_iter().map(|line| {
        let key = Key::Figures(line.client, line.currency, line.month);
        let part = Part::Change(key, !said.left.contains(&key));
        let opens = Some(Target::Client(line.client, Tab::Money));
        Line { part, opens, ..Line::told(line.sentence, Tone::Plain) }
    }));
    let known = known_months(view);
    figures.rows.retain(|row| {
        let key = (row.client, row.currency, row.month);
        let month = known.contains(&key).then_some(row.month);
        !said.left.contains(&Key::Figures(row.client, row.currency, month))
    });
    let take = figures.rows.len();
    let state = State::Ready { edit: Edit::Figures(figures), take, rejected: rejected.len(), first: Vec::new() };
    Prepared { state, lines }
}

/// The months that the book has figures of.
fn known_months(view: &View<'_>) -> BTreeSet<(Id<Client>, Currency, Month)> {
    view.book().ledger_month.iter().map(|row| (row.client, row.currency, row.month)).collect()
}

fn table_of(bytes: &[u8], said: &Said, view: &View<'_>) -> Result<ForeignTable, Box<Prepared>> {
    let fits = |table: &ForeignTable| {
        let mapping = view.desk.columns_of(table).unwrap_or_default();
        Headings::find(table, &mapping, true).is_ok()
    };
    let sheets = table::open(bytes, said.encoding, fits).map_err(|unreadable| match unreadable {
        Unreadable::No(why) => Box::new(Prepared::refused(why)),
        Unreadable::WhichEncoding(question) => Box::new(Prepared::asked(question, Choice::ENCODINGS.to_vec())),
    })?;
    let any = sheets.iter().any(|sheet| fits(&sheet.table));
    let wanted = |sheet: &Sheet| said.sheet.as_ref().map_or(!any || fits(&sheet.table), |name| *name == sheet.name);
    let mut sheets: Vec<Sheet> = sheets.into_iter().filter(wanted).collect();
    match sheets.len() {
        0 => Err(Box::new(Prepared::refused(Sentence::new("import-empty")))),
        n if n > 1 && any => {
            let names: Vec<String> = sheets.into_iter().map(|sheet| sheet.name).collect();
            let question = Sentence::new("import-sheet-ask").with("list", Arg::texts(names.clone()));
            Err(Box::new(Prepared::asked(question, names.into_iter().map(Choice::Sheet).collect())))
        }
        _ => Ok(sheets.swap_remove(0).table),
    }
}
