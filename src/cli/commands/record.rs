//! `visit record` and `visit log`: the after-visit page as a file, printed, edited or read; one save, one step.

use std::path::PathBuf;

use chrono::NaiveTime;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::{Session, on_terminal, read_file};
use super::grammar::{print_new, say_made};
use super::page_draft::Waiting;
use super::visit::Twice;
use crate::desk::{Desk, Made};
use crate::domain::after_visit::{Page, no_page, prefill, prefill_log};
use crate::domain::entry::MORNING;
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
    /// Write the page in $EDITOR; what cannot be saved is offered again
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
    #[command(flatten)]
    twice: Twice,
    /// Read the page from a file; - for stdin
    #[arg(long, value_name = "PAGE.toml", group = "page")]
    file: Option<PathBuf>,
    /// Write the page in $EDITOR, as happens on a terminal without a file
    #[arg(long, group = "page")]
    edit: bool,
}

/// # Errors
/// The page is refused at a key; nothing is saved then.
pub fn record(session: &mut Session, args: &RecordArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let visit = find::visit(desk.book(), &args.visit)?;
    if let Some(why) = desk.book().visit.get(visit).and_then(no_page) {
        return Err(Failure::refused(why));
    }
    let printed = prefill(desk.book(), visit);
    if args.print {
        let text = after_page::print(desk.book(), &printed);
        return session.write_out(None, text.as_bytes());
    }
    let hour = desk.book().visit.get(visit).map_or(MORNING, |visit| visit.start.time());
    let save = |session: &Session, desk: &mut Desk, page: Page, draft: Option<&str>| {
        session.make_of_draft(desk, &Edit::RecordVisit { visit, page: Box::new(page) }, draft)
    };
    let made = match &args.file {
        Some(file) => from_file(session, &mut desk, file, hour, save)?,
        None => Waiting::of_visit(visit).write(session, &mut desk, &printed, hour, save)?,
    };
    say_made(session, &made);
    Ok(())
}

/// # Errors
/// As [`record`]; without a page and a terminal to write it at, what the rules ask for is missing.
pub fn log(session: &mut Session, args: &LogArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let client = find::client(desk.book(), &args.client)?;
    let waiting = Waiting::of_call(client);
    let start = match &args.start {
        Some(text) => find::moment(&desk, text)?,
        None => waiting.start(&desk)?.unwrap_or_else(|| find::now(&desk)),
    };
    let (kind, fold) = (args.kind.unwrap_or(VisitKind::Call), args.twice.fold);
    let save = |session: &Session, desk: &mut Desk, page: Page, draft: Option<&str>| {
        session.make_of_draft(desk, &Edit::LogVisit { client, kind, start, fold, page: Box::new(page) }, draft)
    };
    let made = match &args.file {
        Some(file) => from_file(session, &mut desk, file, start.time(), save)?,
        None if args.edit || on_terminal() => {
            let printed = prefill_log(desk.book(), client, start.date());
            waiting.at(start).write(session, &mut desk, &printed, start.time(), save)?
        }
        None => return Err(Sentence::new("cli-log-needs-page").into()),
    };
    print_new(session, &desk, Entity::Visit, &made);
    Ok(())
}

fn from_file(
    session: &Session,
    desk: &mut Desk,
    file: &std::path::Path,
    hour: NaiveTime,
    save: impl Fn(&Session, &mut Desk, Page, Option<&str>) -> Result<Made, Failure>,
) -> Result<Made, Failure> {
    let page = parse(desk, &read_file(file)?, hour)?;
    save(session, desk, page, None)
}

/// The page that a text is. The next visit is at this hour unless it says another.
///
/// # Errors
/// The key or the line, and what is wrong there.
pub fn parse(desk: &Desk, text: &str, hour: NaiveTime) -> Result<Page, Failure> {
    let resolve = |entity: Entity, text: &str| find::record(desk.book(), entity, text).map_err(|failure| failure.what);
    let cx = find::context(desk).at_time(hour);
    after_page::parse(text, &cx, &resolve).map_err(|fault| Failure::refused(fault.sentence()))
}
