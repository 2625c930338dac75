//! `import`: rows of a file into the book, all of them or, where the format allows, the good ones.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::super::exit::{Exit, Failure};
use super::super::session::{Session, read_file};
use super::super::{find, json};
use crate::desk::Desk;
use crate::domain::book::Entity;
use crate::domain::plan::Planned;
use crate::domain::{Edit, Sentence};
use crate::export::{shift, snapshot};

/// Read a file into the book
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The file; - for stdin
    file: PathBuf,
    /// What the file is; recognised when not said
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Move the snapshot's days so that its own day is this one
    #[arg(long, value_name = "DATE")]
    shift_to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A snapshot of a book
    Json,
}

impl ImportArgs {
    /// A file as it is.
    pub fn whole(file: PathBuf) -> Self {
        Self { file, format: None, dry_run: false, shift_to: None }
    }
}

/// # Errors
/// The file cannot be read or a row of it is refused; nothing has changed then.
pub fn run(session: &mut Session, args: &ImportArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let text = read_file(&args.file)?;
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shift_to = find::maybe_day(&desk, args.shift_to.as_ref())?;
    let edit = snapshot_edit(&desk, &text, &name, shift_to)?;
    let planned = session.asking(|answers| desk.preview(&edit, answers))?;
    let (added, changed) = counts(&planned);
    if args.dry_run {
        dry_run(session, &name, added, changed);
        return Ok(());
    }
    may_apply(session, &desk, &planned, added, changed)?;
    let made = session.make(&mut desk, &edit)?;
    if session.global.json {
        session.paper.json(&json::document([("added", added.into()), ("changed", changed.into())]));
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", name));
    } else {
        session.done(&done(&name, added, changed));
    }
    Ok(())
}

fn done(name: &str, added: usize, changed: usize) -> Sentence {
    let done = Sentence::new("import-done").text("file", name);
    done.count("added", added).count("changed", changed).count("rejected", 0)
}

fn counts(planned: &Planned) -> (usize, usize) {
    let added = planned.changes.iter().filter(|change| change.before.is_none()).count();
    (added, planned.changes.len() - added)
}

fn dry_run(session: &mut Session, name: &str, added: usize, changed: usize) {
    if session.global.json {
        session.paper.json(&json::document([("added", added.into()), ("changed", changed.into())]));
        return;
    }
    let done = done(name, added, changed);
    let line = session.words.sentence(&done);
    session.paper.line(&line);
    let nothing = session.words.say("nothing-saved");
    session.paper.line(&nothing);
}

/// Asks before a file changes more than a fifth of the clients (R28).
fn may_apply(session: &Session, desk: &Desk, planned: &Planned, added: usize, changed: usize) -> Result<(), Failure> {
    let clients = desk.book().client.len();
    let is_client = |entity: Entity| entity == Entity::Client;
    let touched = planned.changes.iter().filter(|change| change.before.is_some() && is_client(change.entity())).count();
    if touched * 5 <= clients {
        return Ok(());
    }
    let question = Sentence::new("import-apply-ask").count("a", added).count("c", changed).count("x", 0);
    if session.ask(&question)? { Ok(()) } else { Err(Failure::new(Exit::Refused, Sentence::new("nothing-saved"))) }
}

/// A snapshot as an edit, moved to another day where one is given.
///
/// # Errors
/// What is wrong with the document, and where.
pub fn snapshot_edit(desk: &Desk, text: &str, name: &str, shift_to: Option<NaiveDate>) -> Result<Edit, Failure> {
    let mut document = snapshot::read(text, crate::domain::date::to_millis(desk.now()))?;
    if let Some(day) = shift_to {
        shift::shift(&mut document, day);
    }
    Ok(Edit::Import { title: Sentence::new("title-snapshot").text("file", name), rows: document.rows })
}
