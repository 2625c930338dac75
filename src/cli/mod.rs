//! The command line: the second door to the desk. Arguments become edits, answers become plain text or one document.
//!
//! The same rules, refusals and sentences as on the screens; no SQL, no widgets. The screen itself is handed in.

mod args;
mod bare;
mod commands;
mod exit;
mod file;
mod find;
mod json;
mod noun;
mod paper;
mod say;
mod session;
mod value;

use std::ffi::OsString;
use std::io::Write;

use clap::Parser;

use crate::desk::{Desk, Passphrase};
use crate::domain::Sentence;
use crate::domain::date::Instant;
use crate::domain::words::Language;
use args::Args;
use exit::{Exit, Failure};
use session::Session;

/// A book to be shown on the screen.
pub struct Shown {
    pub desk: Desk,
    /// A language for this run only.
    pub lang: Option<Language>,
    /// Of an encrypted book: asked again when the screen was locked.
    pub passphrase: Option<Passphrase>,
    pub colour: bool,
}

/// Shows a book until the manager leaves.
pub type Screen = fn(Shown) -> anyhow::Result<()>;

/// Runs one command and gives its exit code. `now` is the one clock, `screen` opens the terminal on a book.
pub fn run(arguments: impl IntoIterator<Item = OsString>, now: fn() -> Instant, screen: Screen) -> u8 {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage as u8 } else { Exit::Done as u8 };
        }
    };
    let Args { global, command } = args;
    let mut session = Session::new(global, now, screen);
    let result = match command {
        Some(command) => command.run(&mut session),
        None => bare::run(&mut session),
    };
    finish(&mut session, result)
}

fn finish(session: &mut Session, result: Result<(), Failure>) -> u8 {
    let Err(failure) = result else {
        return print(session).unwrap_or(Exit::Refused) as u8;
    };
    if !session.global.json {
        let _ = print(session);
    }
    session.tell(&failure);
    failure.exit as u8
}

/// Writes what was gathered. A closed pipe is no error; a full disk is.
fn print(session: &mut Session) -> Option<Exit> {
    let text = session.paper.take();
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Some(Exit::Done),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Some(Exit::Done),
        Err(error) => {
            let what =
                Sentence::new("file-not-written").text("file", "stdout").with("why", crate::export::write::why(&error));
            session.tell(&Failure::refused(what));
            None
        }
    }
}
