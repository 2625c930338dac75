//! `import`: what a file is, and a snapshot's rows into the book. What other programs write has files of its own.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::{Session, not_read};
use super::import_tally::{Tally, told};
use super::{import_calendar, import_contacts, import_table};
use crate::desk::{Desk, Trouble};
use crate::domain::{Arg, Edit, Refusal, RefusalKind, Sentence};
use crate::export::incoming::{Incoming, Kind};
use crate::export::{shift, snapshot};

/// Read a file into the book
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The file; - for stdin
    file: PathBuf,
    /// What the file is; recognised when not said
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    table: import_table::TableArgs,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Move the snapshot's days so that its own day is this one
    #[arg(long, value_name = "DATE")]
    shift_to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table as text
    Csv,
    /// A snapshot of a book
    Json,
    /// Cards of people and firms
    Vcf,
    /// A calendar: appointments, tasks, yearly days
    Ics,
    /// A spreadsheet, XLSX or ODS
    #[value(alias = "ods")]
    Xlsx,
}

impl ImportArgs {
    /// A file as it is.
    pub fn whole(file: PathBuf) -> Self {
        Self { file, format: None, table: import_table::TableArgs::default(), dry_run: false, shift_to: None }
    }
}

/// # Errors
/// The file cannot be read or a row of it is refused; nothing has changed then.
pub fn run(session: &mut Session, args: &ImportArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let unread = |error: std::io::Error| not_read(&args.file, &error);
    let mut incoming = Incoming::of_argument(&args.file).map_err(unread)?;
    match args.format.map_or_else(|| incoming.kind(), Format::kind) {
        Kind::Snapshot => {
            let text = String::from_utf8(incoming.bytes().map_err(unread)?);
            snapshot(session, desk, args, &text.map_err(|_| unread(std::io::ErrorKind::InvalidData.into()))?, &name)
        }
        Kind::Table | Kind::Workbook => {
            let bytes = incoming.table().map_err(|why| import_contacts::unreadable(why, &name))?;
            import_table::run(session, desk, &args.table, &bytes, &name, args.dry_run)
        }
        kind => {
            let mut wishes = wishes(&desk, args, &name)?;
            let (lines, encoding) =
                incoming.lines(wishes.encoding).map_err(|why| import_contacts::unreadable(why, &name))?;
            wishes.encoding = encoding;
            if kind == Kind::Calendar {
                import_calendar::calendar(session, lines, &wishes, desk)
            } else {
                import_contacts::cards(session, lines, &wishes, desk)
            }
        }
    }
}

impl Format {
    fn kind(self) -> Kind {
        match self {
            Self::Csv => Kind::Table,
            Self::Json => Kind::Snapshot,
            Self::Vcf => Kind::Cards,
            Self::Ics => Kind::Calendar,
            Self::Xlsx => Kind::Workbook,
        }
    }
}

fn wishes<'a>(desk: &Desk, args: &ImportArgs, name: &'a str) -> Result<import_contacts::Wishes<'a>, Failure> {
    let client = args.table.client.as_ref().map(|text| find::client(desk.book(), text)).transpose()?;
    let (encoding, strict, dry_run) = (args.table.encoding, args.table.strict, args.dry_run);
    Ok(import_contacts::Wishes { name, client, encoding, strict, dry_run })
}

fn snapshot(session: &mut Session, mut desk: Desk, args: &ImportArgs, text: &str, name: &str) -> Result<(), Failure> {
    let shift_to = find::maybe_day(&desk, args.shift_to.as_ref())?;
    let edit = snapshot_edit(&desk, text, name, shift_to)?;
    let planned = session.asking(|answers| desk.preview(&edit, answers).map_err(in_its_row))?;
    let tally = Tally::of(&planned, 0);
    if args.dry_run {
        tally.show(session, &desk, name);
        return Ok(());
    }
    for conflict in &tally.conflicts {
        session.warn(&told(&desk, conflict));
    }
    tally.may_apply(session, &desk)?;
    let made = session.make_to_its_end(&mut desk, &edit)?;
    if session.global.json {
        session.paper.json(&tally.document());
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", name));
    } else {
        session.done(&tally.sentence(name));
        made.ending.iter().for_each(|ending| session.done(&ending.sentence()));
    }
    Ok(())
}

/// A refusal with the row it is about: whoever reads it has only the file.
fn in_its_row(trouble: Trouble) -> Trouble {
    let Trouble::Refused(refusal) = &trouble else { return trouble };
    let (RefusalKind::No, Some((entity, uuid))) = (refusal.kind, refusal.record) else { return trouble };
    let sentence = Sentence::new("snapshot-row").text("table", entity.table()).text("row", uuid.to_string());
    let sentence = sentence.text("field", refusal.field.clone().unwrap_or_else(|| "uid".to_owned()));
    Refusal::no(sentence.with("why", Arg::Sentence(Box::new(refusal.sentence.clone())))).into()
}

/// A snapshot as an edit, moved to another day where one is given.
///
/// # Errors
/// What is wrong with the document, and where.
pub fn snapshot_edit(desk: &Desk, text: &str, name: &str, shift_to: Option<NaiveDate>) -> Result<Edit, Failure> {
    let now = crate::domain::date::to_millis(desk.now());
    let mut document = snapshot::read(text, now)?;
    if let Some(day) = shift_to {
        shift::shift(&mut document, day, now);
    }
    Ok(Edit::Import { title: Sentence::new("title-snapshot").text("file", name), rows: document.rows })
}
