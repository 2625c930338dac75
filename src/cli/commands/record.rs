//! `visit record` and `visit log`: the after-visit page as a file, printed, edited or read; one save, one step.

use std::io::Write;
use std::path::PathBuf;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::{Session, environment, read_file};
use super::grammar::{print_new, say_made};
use crate::desk::Desk;
use crate::domain::after_visit::{Page, prefill, prefill_log};
use crate::domain::words::VisitKind;
use crate::domain::{Edit, Entity, Sentence};
use crate::export::after_page;

#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("page").required(true)))]
pub struct RecordArgs {
    visit: String,
    /// Read the page from a file; - for stdin
    #[arg(long, value_name = "PAGE.toml", group = "page")]
    file: Option<PathBuf>,
    /// Write the page in $EDITOR
    #[arg(long, group = "page")]
    edit: bool,
    /// Print the page with what is known
    #[arg(long, group = "page")]
    print: bool,
}

#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("page")))]
pub struct LogArgs {
    client: String,
    #[arg(long, value_parser = word::<VisitKind>())]
    kind: Option<VisitKind>,
    /// When it was; else now
    #[arg(long, value_name = "WHEN")]
    start: Option<String>,
    /// Read the page from a file; - for stdin
    #[arg(long, value_name = "PAGE.toml", group = "page")]
    file: Option<PathBuf>,
    /// Write the page in $EDITOR
    #[arg(long, group = "page")]
    edit: bool,
}

/// # Errors
/// The page is refused at a key; nothing is saved then.
pub fn record(session: &mut Session, args: &RecordArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let visit = find::visit(desk.book(), &args.visit)?;
    let printed = prefill(desk.book(), visit);
    if args.print {
        let text = after_page::print(desk.book(), &printed);
        return session.write_out(None, text.as_bytes());
    }
    let page = page(&desk, args.file.as_ref(), &printed)?;
    let made = session.make(&mut desk, &Edit::RecordVisit { visit, page: Box::new(page) })?;
    say_made(session, &made);
    Ok(())
}

/// # Errors
/// As [`record`].
pub fn log(session: &mut Session, args: &LogArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let client = find::client(desk.book(), &args.client)?;
    let zone = desk.book().settings().zone;
    let now = desk.now().with_timezone(&zone).naive_local();
    let start = args.start.as_deref().map_or(Ok(now), |text| find::moment(&desk, text))?;
    let page = if args.file.is_some() || args.edit {
        let printed = prefill_log(desk.book(), client, start.date());
        page(&desk, args.file.as_ref(), &printed)?
    } else {
        Page::default()
    };
    let kind = args.kind.unwrap_or(VisitKind::Call);
    let made = session.make(&mut desk, &Edit::LogVisit { client, kind, start, page: Box::new(page) })?;
    print_new(session, &desk, Entity::Visit, &made);
    Ok(())
}

/// The page that a file holds, or that was written in the editor.
fn page(desk: &Desk, file: Option<&PathBuf>, printed: &Page) -> Result<Page, Failure> {
    match file {
        Some(file) => parse(desk, &read_file(file)?),
        None => edited(desk, printed),
    }
}

fn parse(desk: &Desk, text: &str) -> Result<Page, Failure> {
    let resolve = |entity: Entity, text: &str| find::record(desk.book(), entity, text).map_err(|failure| failure.what);
    after_page::parse(text, &resolve).map_err(|fault| {
        let failure = Failure::refused(fault.why);
        if fault.key.is_empty() { failure } else { failure.at(fault.key) }
    })
}

fn edited(desk: &Desk, printed: &Page) -> Result<Page, Failure> {
    let before = after_page::print(desk.book(), printed);
    let after = in_editor(&before, ".toml")?;
    if after == before {
        return Err(Sentence::new("page-unchanged").into());
    }
    Ok(after_page::taken_off(printed, parse(desk, &after)?))
}

/// A text after the manager's editor has had it.
///
/// # Errors
/// There is no editor, or it did not end well.
fn in_editor(text: &str, ending: &str) -> Result<String, Failure> {
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| environment(name));
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    let failed = || Failure::refused(Sentence::new("editor-failed").text("editor", &editor));
    let mut file = tempfile::Builder::new().prefix("attache-").suffix(ending).tempfile().map_err(|_| failed())?;
    file.write_all(text.as_bytes()).map_err(|_| failed())?;
    let mut words = editor.split_whitespace();
    let program = words.next().ok_or_else(failed)?;
    let status = std::process::Command::new(program).args(words).arg(file.path()).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err(failed());
    }
    read_file(file.path())
}
