//! `demo`: the demo portfolio moved to today, to look around in or to keep.

use std::path::{Path, PathBuf};

use super::super::bare;
use super::super::exit::Failure;
use super::super::session::Session;
use super::import;
use crate::desk::Desk;
use crate::domain::{Answers, Sentence};

const DEMO: &str = include_str!("../../../assets/demo.json");

/// The demo portfolio moved to today
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Write it as a book and open nothing
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
}

/// # Errors
/// The file is there, or its directory is not.
pub fn run(session: &mut Session, args: &DemoArgs) -> Result<(), Failure> {
    match &args.into {
        Some(path) => into(session, path),
        None => show(session),
    }
}

fn into(session: &mut Session, path: &Path) -> Result<(), Failure> {
    let mut desk = Desk::make_book(path, None, session.clock())?;
    if let Err(failure) = fill(&mut desk) {
        drop(desk);
        // The file is ours: made just above, and refused if it had been there.
        let _ = std::fs::remove_file(path);
        return Err(failure);
    }
    session.done(&Sentence::new("book-made").text("file", path.display().to_string()));
    Ok(())
}

fn show(session: &mut Session) -> Result<(), Failure> {
    let desk = throwaway(session)?;
    if bare::has_screen() && !session.global.json {
        return bare::show(session, desk);
    }
    super::today::write(session, &desk, false)?;
    if !session.global.json {
        session.paper.gap();
        let rest = session.words.say("cli-demo-rest");
        session.paper.line(&rest);
    }
    Ok(())
}

/// The demo in a book that is gone with the program.
///
/// # Errors
/// No memory.
pub fn throwaway(session: &mut Session) -> Result<Desk, Failure> {
    let mut desk = Desk::throwaway(session.clock())?;
    fill(&mut desk)?;
    session.speak(&mut desk);
    Ok(desk)
}

/// Puts the demo into an empty book, moved from its own day to the desk's.
fn fill(desk: &mut Desk) -> Result<(), Failure> {
    let edit = import::snapshot_edit(desk, DEMO, "demo.json", Some(desk.today()))?;
    desk.make(&edit, &Answers::yes())?;
    Ok(())
}
