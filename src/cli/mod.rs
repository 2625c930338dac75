//! The command line: the second door to the desk. Arguments become edits, answers become plain text or one document.
//!
//! The same rules, refusals and sentences as on the screens; no SQL, no widgets. The screen itself is handed in.

mod args;
mod bare;
mod commands;
mod ending;
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

use clap::{ArgMatches, CommandFactory, FromArgMatches};

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
    let parsed = Args::command().try_get_matches_from(arguments);
    let (args, reading) = match parsed.and_then(|found| Ok((Args::from_arg_matches(&found)?, only_reads(&found)))) {
        Ok(parsed) => parsed,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage as u8 } else { Exit::Done as u8 };
        }
    };
    let Args { global, command } = args;
    let mut session = Session::new(global, reading, now, screen);
    let result = match command {
        Some(command) => command.run(&mut session),
        None => bare::run(&mut session),
    };
    finish(&mut session, result)
}

/// The commands that only read, by their last word.
const READING: [&str; 15] = [
    "agenda",
    "brief",
    "completions",
    "export",
    "history",
    "list",
    "man",
    "map",
    "money",
    "pyramid",
    "report",
    "search",
    "settings",
    "show",
    "today",
];

fn only_reads(found: &ArgMatches) -> bool {
    let mut deepest = (None, found);
    while let Some((name, below)) = deepest.1.subcommand() {
        deepest = (Some(name), below);
    }
    deepest.0.is_some_and(|name| READING.contains(&name))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_that_only_read_are_told_from_those_that_save() {
        for (line, reads) in [
            ("today", true),
            ("client list", true),
            ("visit show x", true),
            ("-q brief x", true),
            ("client add x", false),
            ("role end a b decides", false),
            ("undo", false),
            ("import x", false),
        ] {
            let words = ["attache"].into_iter().chain(line.split(' '));
            assert_eq!(only_reads(&Args::command().get_matches_from(words)), reads, "{line}");
        }
        for word in READING {
            let all = Args::command();
            let there = all.get_subcommands().any(|command| {
                command.get_name() == word || command.get_subcommands().any(|below| below.get_name() == word)
            });
            assert!(there, "{word}");
        }
    }
}
