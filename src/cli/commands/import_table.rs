//! `import` of a table, text or spreadsheet: what its options say, which of its sheets is meant, what its rows are.

use std::path::{Path, PathBuf};

use super::super::exit::Failure;
use super::super::find;
use super::super::session::{Session, read_file};
use super::{import_figures, import_records};
use crate::desk::Desk;
use crate::domain::column_map::ColumnMap;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::{Mark, Zero};
use crate::domain::record_file::RecordKind;
use crate::domain::table_kind::{self, TableKind, Untold};
use crate::domain::{Arg, Client, Id, Sentence};
use crate::export::table::{self, Encoding, Sheet, Unreadable};
use crate::i18n::labels;

/// What can be said of a table.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct TableArgs {
    /// What the rows are; recognised when not said
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<KindArg>,
    /// All rows or people are of this client
    #[arg(long, value_name = "CLIENT")]
    pub client: Option<String>,
    /// Names the columns: a TOML file with lines "Heading" = "field"; kept for the next table of these headings
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// The encoding: utf-8, utf-16, windows-1251, gb18030
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Encoding>,
    /// The decimal mark
    #[arg(long, value_enum, value_name = "MARK")]
    decimal: Option<Decimal>,
    /// What a 0 means where nothing is known
    #[arg(long, value_enum)]
    zero: Option<ZeroArg>,
    /// The sheet of a spreadsheet
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Take what the file says where the book says otherwise, empty cells too
    #[arg(long)]
    pub replace: bool,
    /// Save nothing when one line is rejected
    #[arg(long)]
    pub strict: bool,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum KindArg {
    Clients,
    People,
    Roles,
    Visits,
    Needs,
    Promises,
    /// Monthly figures of clients
    Ledger,
    Rates,
    Holdings,
    Problems,
    Occasions,
}

impl KindArg {
    pub fn word(self) -> String {
        clap::ValueEnum::to_possible_value(&self).map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn kind(self) -> Option<TableKind> {
        TableKind::from_word(&self.word())
    }

    /// The kind of records; none for monthly figures.
    pub fn records(self) -> Option<RecordKind> {
        match self.kind()? {
            TableKind::Figures => None,
            TableKind::Records(kind) => Some(kind),
        }
    }
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

/// What was said of a table, and the table.
pub struct Given<'a> {
    pub name: &'a str,
    pub table: ForeignTable,
    pub map: ColumnMap,
    pub client: Option<Id<Client>>,
    pub mark: Option<Mark>,
    pub zero: Option<Zero>,
    pub replace: bool,
    pub strict: bool,
    pub dry_run: bool,
}

/// # Errors
/// The file is no table of ours, something has to be said first, or no line could be saved.
pub fn run(
    session: &mut Session,
    desk: Desk,
    args: &TableArgs,
    bytes: &[u8],
    name: &str,
    dry_run: bool,
) -> Result<(), Failure> {
    let client = args.client.as_ref().map(|client| find::client(desk.book(), client)).transpose()?;
    let said = args.map.as_deref().map(mapping).transpose()?;
    let kind = args.kind.and_then(KindArg::kind);
    let reads = Reads { desk: &desk, said: said.as_ref(), kind, whose: client.is_some() };
    let table = table(session, args, bytes, &reads)?;
    let kind = reads.kind_of(&table)?;
    let mut map = reads.map(&table);
    if let Some(said) = reads.kind {
        map.say_kind(said.word());
    }
    // What would be told without a word need not be kept.
    let plain = Reads { said: None, kind: None, ..reads };
    let keeps = said.is_some() || plain.kind_of(&table).ok() != Some(kind);
    let given = Given {
        name,
        map,
        table,
        client,
        mark: args.decimal.map(|mark| if mark == Decimal::Comma { Mark::Comma } else { Mark::Point }),
        zero: args.zero.map(|zero| if zero == ZeroArg::Keep { Zero::Keep } else { Zero::Unknown }),
        replace: args.replace,
        strict: args.strict,
        dry_run,
    };
    if keeps && !dry_run {
        desk.keep_columns(&given.table, &given.map)?;
    }
    match kind {
        TableKind::Records(kind) => import_records::run(session, desk, kind, &given),
        TableKind::Figures => import_figures::run(session, desk, &given),
    }
}

/// How the tables of a file are looked at.
#[derive(Clone, Copy)]
struct Reads<'a> {
    desk: &'a Desk,
    said: Option<&'a ColumnMap>,
    kind: Option<TableKind>,
    whose: bool,
}

impl Reads<'_> {
    /// The mapping that was given, else what was kept for these headings, as far as it is of the rows that are meant.
    fn map(&self, table: &ForeignTable) -> ColumnMap {
        self.said.cloned().unwrap_or_else(|| {
            let mut kept = self.desk.columns_of(table).unwrap_or_default();
            self.kind.into_iter().for_each(|kind| kind.say(&mut kept));
            kept
        })
    }

    fn fits(&self, table: &ForeignTable) -> bool {
        self.kind_of(table).is_ok()
    }

    /// What the rows are: what was said, or the one kind whose columns they have.
    fn kind_of(&self, table: &ForeignTable) -> Result<TableKind, Failure> {
        let told = table_kind::told(table, &self.map(table), self.kind, self.whose, &labels);
        told.map_err(|untold| match untold {
            Untold::Lacks(_, why) => Failure::from(why).advising(Sentence::new("import-say-map")),
            Untold::Unknown => {
                Failure::from(Sentence::new("import-unknown-table")).advising(Sentence::new("import-say-kind-and-map"))
            }
            Untold::Several(kinds) => {
                let words = kinds.into_iter().map(TableKind::word);
                let question = Sentence::new("import-kind-ask").with("list", Arg::texts(words));
                Failure::from(question).advising(Sentence::new("import-say-kind"))
            }
        })
    }
}

/// Lines `"Heading" = "field"`, at the top or below `[columns]`.
fn mapping(path: &Path) -> Result<ColumnMap, Failure> {
    let broken = |why: String| Sentence::new("import-map-broken").text("why", why);
    let document: toml::Table =
        read_file(path)?.parse().map_err(|why: toml::de::Error| broken(why.message().to_owned()))?;
    let lines = document.get("columns").and_then(toml::Value::as_table).unwrap_or(&document);
    let mut mapping = ColumnMap::default();
    for (heading, field) in lines {
        let field = field.as_str().ok_or_else(|| broken(heading.clone()))?;
        mapping.put(heading, field);
    }
    Ok(mapping)
}

/// The one table that is meant in the file.
fn table(session: &Session, args: &TableArgs, bytes: &[u8], reads: &Reads<'_>) -> Result<ForeignTable, Failure> {
    let fits = |table: &ForeignTable| reads.fits(table);
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
        let missing = || {
            if sheets.iter().all(|sheet| sheet.name.is_empty()) {
                return Sentence::new("import-no-sheets").text("input", wanted);
            }
            Sentence::new("import-no-such-sheet").text("input", wanted).with("list", names(&sheets))
        };
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

/// Says which columns were left out on purpose.
pub fn left_out(session: &Session, headings: &[String]) {
    if !headings.is_empty() {
        session.warn(&Sentence::new("import-left-out").with("list", Arg::texts(headings.iter().cloned())));
    }
}
