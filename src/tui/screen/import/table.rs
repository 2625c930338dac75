//! A table of a file: which of its sheets is meant, what its rows are, which field each heading stands for, and what
//! stands in a line that is rejected.

use super::prepared::{Choice, Line, Part, Prepared, Said};
use super::{figures, rows};
use crate::domain::column_map::ColumnMap;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::mapping::{self, Heading};
use crate::domain::naming::WholeNames;
use crate::domain::table_kind::{self, TableKind, Untold};
use crate::domain::{Arg, Sentence};
use crate::export::table::{self, Sheet, Unreadable};
use crate::i18n::labels;
use crate::tui::layer::View;
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;

pub(super) fn prepared(bytes: &[u8], name: &str, said: &Said, view: &View<'_>) -> Prepared {
    let table = match of_file(bytes, said, view) {
        Ok(table) => table,
        Err(other) => return *other,
    };
    let mapping = view.desk.columns_of(&table).unwrap_or_default();
    let (kind, mut prepared) = match told(&table, &mapping, said) {
        Ok(kind @ TableKind::Figures) => (kind, figures::prepared(&table, &mapping, name, said, view)),
        Ok(kind @ TableKind::Records(of)) => (kind, rows::prepared(of, &table, &mapping, name, said, view)),
        Err(Untold::Lacks(kind, why)) => (kind, Prepared::refused(why)),
        Err(Untold::Unknown) => return which(TableKind::all().collect()),
        Err(Untold::Several(kinds)) => return which(kinds),
    };
    prepared.kind = Some(kind);
    prepared.lines.extend(headings(kind, &table, &mapping, view));
    prepared
}

fn told(table: &ForeignTable, mapping: &ColumnMap, said: &Said) -> Result<TableKind, Untold> {
    table_kind::told(table, mapping, said.kind, false, &labels)
}

fn which(kinds: Vec<TableKind>) -> Prepared {
    let choices = kinds.into_iter().map(Choice::Kind).collect();
    Prepared::asked(Sentence::new("import-what-rows"), choices)
}

/// What the rows are taken for, and the headings that are none of ours or were mapped by hand, each with two values and
/// its field. Nothing where all is plain and nobody has said anything.
fn headings(kind: TableKind, table: &ForeignTable, mapping: &ColumnMap, view: &View<'_>) -> Vec<Line> {
    let unsure = |heading: &Heading| heading.field.is_none() || mapping.get(&heading.text).is_some();
    let fields = kind.fields();
    let line = |heading: Heading| {
        let field = heading.field.and_then(|field| fields.iter().find(|(name, _)| *name == field));
        let field = field.map_or_else(|| Arg::text(view.say("import-column-left-out")), |(_, label)| label.clone());
        let told = Sentence::new("import-heading").text("heading", &heading.text).with("field", field);
        let told = told.with("samples", Arg::texts(heading.samples));
        Line { part: Part::Heading(heading.text), ..Line::told(told, Tone::Plain) }
    };
    let headings = mapping::headings(table, &*kind.headed(mapping, &labels));
    let headings: Vec<Line> = headings.into_iter().filter(unsure).map(line).collect();
    if headings.is_empty() && mapping.kind().is_none() {
        return headings;
    }
    let rows = Sentence::new("import-rows-are").word("entity", kind.entity().term());
    std::iter::once(Line { part: Part::Kind, ..Line::told(rows, Tone::Plain) }).chain(headings).collect()
}

/// The fields a heading may stand for; the last leaves the column out.
pub(super) fn fields(kind: TableKind, view: &View<'_>) -> Vec<(String, String)> {
    let fields = kind.fields().into_iter().map(|(field, label)| (field.to_owned(), view.words.arg(&label)));
    fields.chain([("-".to_owned(), view.say("import-column-left-out"))]).collect()
}

/// What the rows may be, in the order of [`TableKind::all`].
pub(super) fn kinds(view: &View<'_>) -> Vec<(String, String)> {
    TableKind::all().map(|kind| (kind.word().to_owned(), view.words.term(&kind.entity().term()))).collect()
}

/// Keeps what a heading stands for, for this table and every one with the same headings.
///
/// # Errors
/// The file cannot be read any more, or the book's cannot be written.
pub(super) fn map(
    bytes: &[u8],
    said: &Said,
    (kind, heading, field): (TableKind, &str, &str),
    view: &View<'_>,
) -> Result<(), Sentence> {
    remember(bytes, said, kind, view, |mapping| mapping.put(heading, field))
}

/// Keeps what the rows are.
///
/// # Errors
/// As [`map`].
pub(super) fn keep_kind(bytes: &[u8], said: &Said, kind: TableKind, view: &View<'_>) -> Result<(), Sentence> {
    remember(bytes, said, kind, view, |_| ())
}

fn remember(
    bytes: &[u8],
    said: &Said,
    kind: TableKind,
    view: &View<'_>,
    change: impl FnOnce(&mut ColumnMap),
) -> Result<(), Sentence> {
    let table = of_file(bytes, said, view).map_err(|_| Sentence::new("import-empty"))?;
    let mut mapping = view.desk.columns_of(&table).unwrap_or_default();
    kind.say(&mut mapping);
    change(&mut mapping);
    view.desk.keep_columns(&table, &mapping).map_err(|trouble| trouble.sentence())
}

/// What stands in a line, cell by cell; the client it names can be opened.
pub(super) fn cells(bytes: &[u8], said: &Said, (kind, line): (TableKind, usize), view: &View<'_>) -> Vec<Line> {
    let Ok(table) = of_file(bytes, said, view) else { return Vec::new() };
    let mapping = view.desk.columns_of(&table).unwrap_or_default();
    let field = kind.headed(&mapping, &labels);
    let names = WholeNames::of(view.book());
    let cells = mapping::cells_of_line(&table, line, &*field).into_iter();
    cells
        .map(|(heading, text)| {
            let client = (field(&heading) == Some("client")).then(|| names.find(&text).ok()).flatten();
            Line::cell(&heading, &text, client.map(|client| Target::Client(client, Tab::Overview)))
        })
        .collect()
}

fn of_file(bytes: &[u8], said: &Said, view: &View<'_>) -> Result<ForeignTable, Box<Prepared>> {
    let fits = |table: &ForeignTable| {
        let mapping = view.desk.columns_of(table).unwrap_or_default();
        matches!(told(table, &mapping, said), Ok(_) | Err(Untold::Several(_)))
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
