//! `import` of a table of monthly figures: what its options say, what has to be asked, and what is told at the end.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::{Session, read_file};
use super::super::{find, json};
use crate::desk::Desk;
use crate::domain::figures::View;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::{
    self, Figures, Headings, Mapping, Mark, Reading, Rejected, Unread, Wishes, Zero, told,
};
use crate::domain::plan::Planned;
use crate::domain::step::Change;
use crate::domain::table::Row;
use crate::domain::{Answers, Arg, Edit, LedgerMonth, Sentence};
use crate::export::table::{self, Encoding, Sheet, Unreadable};

/// What can be said of a table.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct TableArgs {
    /// What the rows are
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<Kind>,
    /// All rows or people are of this client
    #[arg(long, value_name = "CLIENT")]
    pub(super) client: Option<String>,
    /// Names the columns: a TOML file with lines "Heading" = "field"
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// The encoding: utf-8, utf-16, windows-1251, gb18030
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(super) encoding: Option<Encoding>,
    /// The decimal mark
    #[arg(long, value_enum, value_name = "MARK")]
    decimal: Option<Decimal>,
    /// What a 0 means where nothing is known
    #[arg(long, value_enum)]
    zero: Option<ZeroArg>,
    /// The sheet of a spreadsheet
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Take the file's figures where the book has others
    #[arg(long)]
    replace: bool,
    /// Save nothing when one line is rejected
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// Monthly figures of clients
    Ledger,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Decimal {
    #[value(name = ",")]
    Comma,
    #[value(name = ".")]
    Point,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ZeroArg {
    /// It is nought
    Keep,
    /// It stands for an empty cell
    Unknown,
}

fn encoding(name: &str) -> Result<Encoding, String> {
    name.parse().map_err(|name| format!("no encoding {name}"))
}

/// # Errors
/// The file is no table of figures, something has to be said first, or no line could be saved.
pub fn run(
    session: &mut Session,
    mut desk: Desk,
    args: &TableArgs,
    bytes: &[u8],
    name: &str,
    dry_run: bool,
) -> Result<(), Failure> {
    let mut wishes = wishes(&desk, args)?;
    let table = table(session, args, bytes, &wishes)?;
    let reading = read(session, &desk, &table, &mut wishes)?;
    aside(session, &reading);
    if reading.rows.is_empty() && reading.rejected.is_empty() {
        return Err(Sentence::new("import-no-rows").text("file", name).into());
    }
    let Reading { rows, rejected, totals, left_out, .. } = reading;
    let mut outcome = Outcome { rows: rows.len(), read: rejected, totals, left_out, ..Outcome::default() };
    let edit = Edit::Figures(Figures { source: name.to_owned(), rows, replace: args.replace });
    if dry_run || args.strict {
        let planned = desk.preview(&edit, &Answers::default())?;
        outcome.hear(&planned.warnings);
        outcome.count(planned.changes.iter().filter_map(row));
        let refused = outcome.refused(args.strict, name);
        if dry_run || refused.is_some() {
            outcome.say(session);
        }
        if let Some(why) = refused {
            return Err(why.into());
        }
        if dry_run {
            dry(session, &desk, &planned, &outcome, name);
            return Ok(());
        }
    }
    make(session, &mut desk, &edit, outcome, name)
}

/// Saves the figures and tells what they did.
fn make(session: &mut Session, desk: &mut Desk, edit: &Edit, mut outcome: Outcome, name: &str) -> Result<(), Failure> {
    let before = told::Before::of(&View::on(desk.book(), desk.today()));
    let made = desk.make(edit, &Answers::default())?;
    outcome.hear(&made.warnings);
    outcome.say(session);
    let rows = made.changed.iter().filter_map(|(_, uuid)| desk.book().ledger_month.by_uuid(*uuid));
    let rows: Vec<&LedgerMonth> = rows.collect();
    outcome.count(rows.iter().copied());
    if let Some(why) = outcome.refused(false, name) {
        return Err(why.into());
    }
    if session.global.json {
        let document = json::document(outcome.document(session));
        session.paper.json(&document);
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", name));
    } else {
        session.done(&outcome.sentence(name));
        let after = View::on(desk.book(), desk.today());
        before.told(&rows, &after).iter().for_each(|told| session.done(told));
    }
    Ok(())
}

fn row(change: &Change) -> Option<&LedgerMonth> {
    change.after.as_ref().and_then(LedgerMonth::of_record)
}

fn wishes(desk: &Desk, args: &TableArgs) -> Result<Wishes, Failure> {
    Ok(Wishes {
        client: args.client.as_ref().map(|client| find::client(desk.book(), client)).transpose()?,
        mapping: args.map.as_deref().map(mapping).transpose()?.unwrap_or_default(),
        mark: args.decimal.map(|mark| if mark == Decimal::Comma { Mark::Comma } else { Mark::Point }),
        zero: args.zero.map(|zero| if zero == ZeroArg::Keep { Zero::Keep } else { Zero::Unknown }),
    })
}

/// Lines `"Heading" = "field"`, at the top or below `[columns]`.
fn mapping(path: &Path) -> Result<Mapping, Failure> {
    let broken = |why: String| Sentence::new("import-map-broken").text("why", why);
    let document: toml::Table =
        read_file(path)?.parse().map_err(|why: toml::de::Error| broken(why.message().to_owned()))?;
    let lines = document.get("columns").and_then(toml::Value::as_table).unwrap_or(&document);
    let mut mapping = Mapping::default();
    for (heading, field) in lines {
        let field = field.as_str().ok_or_else(|| broken(heading.clone()))?;
        mapping.put(heading, field)?;
    }
    Ok(mapping)
}

/// The one table of figures in the file.
fn table(session: &Session, args: &TableArgs, bytes: &[u8], wishes: &Wishes) -> Result<ForeignTable, Failure> {
    let fits = |table: &ForeignTable| Headings::find(table, &wishes.mapping, wishes.client.is_none()).is_ok();
    let mut said = args.encoding;
    let sheets = loop {
        match table::open(bytes, said, fits) {
            Ok(sheets) => break sheets,
            Err(Unreadable::No(why)) => return Err(why.into()),
            Err(Unreadable::WhichEncoding(question)) => {
                let choices = [("windows-1251", "windows-1251"), ("gb18030", "gb18030")];
                said = session.choose(&question, &choices, "import-say-encoding")?.parse().ok();
            }
        }
    };
    one_of(session, args, sheets, fits)
}

fn one_of(
    session: &Session,
    args: &TableArgs,
    mut sheets: Vec<Sheet>,
    fits: impl Fn(&ForeignTable) -> bool,
) -> Result<ForeignTable, Failure> {
    let names = |sheets: &[Sheet]| Arg::texts(sheets.iter().map(|sheet| sheet.name.clone()));
    if let Some(wanted) = &args.sheet {
        let at = sheets.iter().position(|sheet| sheet.name == *wanted);
        let missing = || Sentence::new("import-no-such-sheet").text("input", wanted).with("list", names(&sheets));
        return Ok(sheets.swap_remove(at.ok_or_else(missing)?).table);
    }
    if sheets.len() > 1 && sheets.iter().any(|sheet| fits(&sheet.table)) {
        sheets.retain(|sheet| fits(&sheet.table));
    }
    if sheets.len() > 1 && fits(&sheets[0].table) {
        let question = Sentence::new("import-sheet-ask").with("list", names(&sheets));
        let choices: Vec<(&str, usize)> =
            sheets.iter().enumerate().map(|(at, sheet)| (sheet.name.as_str(), at)).collect();
        let at = session.choose(&question, &choices, "import-say-sheet")?;
        return Ok(sheets.swap_remove(at).table);
    }
    sheets.into_iter().next().map(|sheet| sheet.table).ok_or_else(|| Sentence::new("import-empty").into())
}

/// Reads the table, asking for what it does not say itself.
fn read(session: &Session, desk: &Desk, table: &ForeignTable, wishes: &mut Wishes) -> Result<Reading, Failure> {
    loop {
        match ledger_file::read(desk.book(), table, wishes) {
            Ok(reading) if reading.zeros == 0 => return Ok(reading),
            Ok(_) if session.global.yes => wishes.zero = Some(Zero::Keep),
            Ok(reading) => {
                let question = Sentence::new("import-zero-ask").count("n", reading.zeros);
                let choices = [("0", Zero::Keep), ("u", Zero::Unknown)];
                wishes.zero = Some(session.choose(&question, &choices, "import-say-zero")?);
            }
            Err(Unread::WhichMark(question)) => {
                let choices = [(",", Mark::Comma), (".", Mark::Point)];
                wishes.mark = Some(session.choose(&question, &choices, "import-say-decimal")?);
            }
            Err(Unread::No(why)) if why.id == "import-no-heading" => {
                return Err(Failure::from(why).advising(Sentence::new("import-say-map")));
            }
            Err(Unread::No(why)) => return Err(why.into()),
        }
    }
}

/// What was left out on purpose.
fn aside(session: &Session, reading: &Reading) {
    if reading.totals > 0 {
        session.warn(&Sentence::new("import-totals").count("n", reading.totals));
    }
    if !reading.left_out.is_empty() {
        session.warn(&Sentence::new("import-left-out").with("list", Arg::texts(reading.left_out.iter().cloned())));
    }
}

/// What became of the lines of a file.
#[derive(Default)]
struct Outcome {
    /// Lines that were read, and those that could not be.
    rows: usize,
    read: Rejected,
    /// Those a rule rejected, and what else was warned of.
    ruled: Rejected,
    warnings: Vec<Sentence>,
    added: usize,
    changed: usize,
    totals: usize,
    left_out: Vec<String>,
}

impl Outcome {
    fn hear(&mut self, warnings: &[Sentence]) {
        (self.ruled, self.warnings) = told::parted(warnings.to_vec());
    }

    fn count<'r>(&mut self, rows: impl Iterator<Item = &'r LedgerMonth>) {
        (self.added, self.changed) = (0, 0);
        rows.for_each(|row| *(if row.head.rev == 1 { &mut self.added } else { &mut self.changed }) += 1);
    }

    /// Every rejected line, in order.
    fn rejected(&self) -> Rejected {
        let mut all = self.read.clone();
        self.ruled.0.iter().for_each(|(line, why)| all.put(*line, why.clone()));
        all
    }

    fn say(&self, session: &Session) {
        let rejected = self.rejected();
        rejected.sentences().chain(self.warnings.iter().cloned()).for_each(|sentence| session.warn(&sentence));
        if rejected.0.values().any(|why| why.id == "import-figures-differ") {
            session.warn(&Sentence::new("import-say-replace"));
        }
    }

    /// Why nothing of it is saved.
    fn refused(&self, strict: bool, name: &str) -> Option<Sentence> {
        let rejected = self.read.len() + self.ruled.len();
        if strict && rejected > 0 {
            return Some(Sentence::new("import-strict").count("n", rejected));
        }
        (self.good() == 0).then(|| Sentence::new("import-none-saved").text("file", name))
    }

    /// Lines that are in the book now, or were.
    fn good(&self) -> usize {
        self.rows - self.ruled.len()
    }

    fn sentence(&self, name: &str) -> Sentence {
        let done = Sentence::new("import-done").text("file", name).count("added", self.added);
        done.count("changed", self.changed).count("rejected", self.rejected().len())
    }

    fn document(&self, session: &Session) -> Vec<(&'static str, Json)> {
        let line = |(line, why): (&usize, &Sentence)| json!({ "line": line, "why": session.words.sentence(why) });
        vec![
            ("added", self.added.into()),
            ("changed", self.changed.into()),
            ("unchanged", (self.good() - self.added - self.changed).into()),
            ("rejected", self.rejected().0.iter().map(line).collect()),
            ("totals", self.totals.into()),
            ("left_out", self.left_out.clone().into()),
        ]
    }
}

/// What would change, month by month.
fn dry(session: &mut Session, desk: &Desk, planned: &Planned, outcome: &Outcome, name: &str) {
    if session.global.json {
        let side = |record: &Option<_>| {
            record.as_ref().map_or(Json::Null, |record| json::record(desk.book(), &session.words, record))
        };
        let change = |change: &Change| json!({ "before": side(&change.before), "after": side(&change.after) });
        let changes: Json = planned.changes.iter().filter(|change| row(change).is_some()).map(change).collect();
        let mut parts = outcome.document(session);
        parts.push(("changes", changes));
        session.paper.json(&json::document(parts));
        return;
    }
    let told = told::changes(desk.book(), &planned.changes);
    for sentence in told.into_iter().chain([outcome.sentence(name), Sentence::new("nothing-saved")]) {
        let line = session.words.sentence(&sentence);
        session.paper.line(&line);
    }
}
