//! `attache` alone: the screen on the book; the first time, an offer to start one.

use std::io::{IsTerminal, Write};
use std::path::Path;

use super::exit::{Exit, Failure};
use super::session::{Session, complain};
use super::{Shown, commands};
use crate::desk::Desk;
use crate::domain::Sentence;

/// # Errors
/// There is no terminal, no book and none wanted, or the book cannot be opened.
pub fn run(session: &mut Session) -> Result<(), Failure> {
    if !has_screen() {
        return Err(Failure::usage(Sentence::new("needs-terminal")));
    }
    let desk = match session.open() {
        Err(failure) if failure.exit == Exit::NotFound => start(session, failure)?,
        opened => opened?,
    };
    show(session, desk)
}

/// Whether the screen can be shown.
pub fn has_screen() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Hands the book to the screen.
///
/// # Errors
/// The terminal failed.
pub fn show(session: &Session, desk: Desk) -> Result<(), Failure> {
    let shown = Shown {
        desk,
        lang: session.global.lang,
        passphrase: session.opened_with.clone(),
        colour: session.global.color != super::args::Colour::Never,
    };
    (session.screen)(shown).map_err(|error| {
        let what = Sentence::new("cli-terminal-failed").text("why", error.to_string());
        Failure::refused(what)
    })
}

/// Offers to start a book: empty, the demo to look around in, or from a file.
fn start(session: &mut Session, failure: Failure) -> Result<Desk, Failure> {
    complain(&session.words.sentence(&failure.what));
    let answer = line(session, "cli-start-how");
    match answer.to_lowercase().as_str() {
        "e" | "п" | "н" => {
            commands::new_book(session)?;
            session.open()
        }
        "d" | "д" => commands::demo_desk(session),
        "i" | "и" => {
            let file = line(session, "cli-start-file");
            from_file(session, Path::new(&file))
        }
        _ => Err(failure),
    }
}

/// The file is read before there is a book, and a book that it could not fill does not stay.
fn from_file(session: &mut Session, file: &Path) -> Result<Desk, Failure> {
    commands::check_file(session, file)?;
    commands::new_book(session)?;
    if let Err(failure) = commands::import_file(session, file) {
        // Made just above; had the file been there, `new_book` would have refused.
        let _ = std::fs::remove_file(session.path()?);
        return Err(failure);
    }
    session.open()
}

fn line(session: &Session, prompt: &str) -> String {
    let mut err = std::io::stderr();
    let _ = write!(err, "{} ", session.words.say(prompt));
    let _ = err.flush();
    let mut line = String::new();
    let _ = std::io::stdin().read_line(&mut line);
    line.trim().to_owned()
}
