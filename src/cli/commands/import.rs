//! `import`: what a file is, and a snapshot's rows into the book. Tables have a file of their own.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::{Session, not_read, read_bytes};
use super::super::{find, json};
use super::import_figures;
use crate::desk::{Desk, Trouble};
use crate::domain::book::Entity;
use crate::domain::plan::Planned;
use crate::domain::step::Change;
use crate::domain::{Arg, Edit, Refusal, RefusalKind, Sentence, naming};
use crate::export::{shift, snapshot, table};

/// Read a file into the book
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The file; - for stdin
    file: PathBuf,
    /// What the file is; recognised when not said
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    table: import_figures::TableArgs,
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
    /// A spreadsheet, XLSX or ODS
    #[value(alias = "ods")]
    Xlsx,
}

impl ImportArgs {
    /// A file as it is.
    pub fn whole(file: PathBuf) -> Self {
        Self { file, format: None, table: import_figures::TableArgs::default(), dry_run: false, shift_to: None }
    }
}

/// # Errors
/// The file cannot be read or a row of it is refused; nothing has changed then.
pub fn run(session: &mut Session, args: &ImportArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let bytes = read_bytes(&args.file)?;
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if args.format.unwrap_or_else(|| recognised(&args.file, &bytes)) == Format::Json {
        return snapshot(session, desk, args, &text_of(bytes, args)?, name);
    }
    import_figures::run(session, desk, &args.table, &bytes, &name, args.dry_run)
}

/// What a file is, by its name and how it begins.
fn recognised(path: &Path, bytes: &[u8]) -> Format {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !MARK.contains(byte));
    if table::is_workbook(bytes) {
        Format::Xlsx
    } else if ending.as_deref() == Some("json") || matches!(first, Some(b'{' | b'[')) {
        Format::Json
    } else {
        Format::Csv
    }
}

/// The bytes of the mark with which a text in UTF-8 may begin.
const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

fn text_of(bytes: Vec<u8>, args: &ImportArgs) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| not_read(&args.file, &std::io::ErrorKind::InvalidData.into()))
}

fn snapshot(session: &mut Session, mut desk: Desk, args: &ImportArgs, text: &str, name: String) -> Result<(), Failure> {
    let shift_to = find::maybe_day(&desk, args.shift_to.as_ref())?;
    let edit = snapshot_edit(&desk, text, &name, shift_to)?;
    let planned = session.asking(|answers| desk.preview(&edit, answers).map_err(in_its_row))?;
    let tally = Tally::of(&planned);
    if args.dry_run {
        tally.show(session, &desk, &name);
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
        session.done(&tally.sentence(&name));
        made.ending.iter().for_each(|ending| session.done(ending));
    }
    Ok(())
}

/// What a file would do to the book.
struct Tally<'a> {
    changes: &'a [Change],
    added: usize,
    changed: usize,
    /// Rows that were changed here after the file was written.
    conflicts: Vec<&'a Change>,
}

impl<'a> Tally<'a> {
    fn of(planned: &'a Planned) -> Self {
        let changes = &planned.changes;
        let added = changes.iter().filter(|change| change.before.is_none()).count();
        let conflicts = changes.iter().filter(|change| change.is_conflict()).collect();
        Self { changes, added, changed: changes.len() - added, conflicts }
    }

    fn sentence(&self, name: &str) -> Sentence {
        let done = Sentence::new("import-done").text("file", name);
        done.count("added", self.added).count("changed", self.changed).count("rejected", 0)
    }

    fn document(&self) -> Json {
        let conflict = |change: &&Change| json!({ "entity": change.entity().table(), "uid": change.uuid().to_string(), "fields": change.fields() });
        json::document([
            ("added", self.added.into()),
            ("changed", self.changed.into()),
            ("conflicts", self.conflicts.iter().map(conflict).collect()),
        ])
    }

    /// The dry run: what would come and change, kind by kind, and each conflict.
    fn show(&self, session: &mut Session, desk: &Desk, name: &str) {
        if session.global.json {
            session.paper.json(&self.document());
            return;
        }
        let heading = ["", "cli-import-new", "cli-import-changed", "cli-import-conflicts"];
        let heading = heading.map(|id| if id.is_empty() { String::new() } else { session.words.say(id) });
        let rows: Vec<Vec<String>> = Entity::ALL.iter().filter_map(|entity| self.row(session, *entity)).collect();
        if !rows.is_empty() {
            session.paper.table(&heading, &rows);
        }
        let conflicts = self.conflicts.iter().map(|change| told(desk, change));
        let last = [self.sentence(name), Sentence::new("nothing-saved")];
        for sentence in conflicts.chain(last) {
            let line = session.words.sentence(&sentence);
            session.paper.line(&line);
        }
    }

    fn row(&self, session: &Session, entity: Entity) -> Option<Vec<String>> {
        let of = |change: &&Change| change.entity() == entity;
        let all = self.changes.iter().filter(of).count();
        let new = self.changes.iter().filter(of).filter(|change| change.before.is_none()).count();
        let conflicts = self.conflicts.iter().filter(|change| of(change)).count();
        let numbers = [new, all - new, conflicts].map(|n| n.to_string());
        (all > 0).then(|| [session.words.term(&entity.term())].into_iter().chain(numbers).collect())
    }

    /// Asks before a file changes more than a fifth of the clients.
    fn may_apply(&self, session: &Session, desk: &Desk) -> Result<(), Failure> {
        let clients = desk.book().client.len();
        let touches = |change: &&Change| change.before.is_some() && change.entity() == Entity::Client;
        if self.changes.iter().filter(touches).count() * 5 <= clients {
            return Ok(());
        }
        let question = Sentence::new("import-apply-ask").count("a", self.added).count("c", self.changed);
        let question = question.count("x", self.conflicts.len());
        if session.ask(&question)? { Ok(()) } else { Err(Sentence::new("nothing-saved").into()) }
    }
}

/// A conflict: which record, which fields, and when it was changed here.
fn told(desk: &Desk, conflict: &Change) -> Sentence {
    let (book, entity) = (desk.book(), conflict.entity());
    let fields = conflict.fields().into_iter().map(|field| Arg::Label(entity.table().to_owned(), field.to_owned()));
    let at = conflict.before.as_ref().map(|record| find::local(record.head().updated_at, book.settings().zone));
    let sentence = Sentence::new("import-conflict").word("entity", entity.term());
    let sentence = sentence.text("name", naming::label(book, entity, conflict.uuid()));
    sentence.with("fields", Arg::List(fields.collect())).with("time", Arg::Time(at.unwrap_or_default()))
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
