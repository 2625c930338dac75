//! `undo` and `redo`: edits taken back and made again, one step of the journal each.

use super::super::exit::Failure;
use super::super::session::Session;

/// Take back the last edits
#[derive(Debug, clap::Args)]
pub struct UndoArgs {
    /// How many
    #[arg(default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    n: u32,
}

/// Make edits again that were taken back
#[derive(Debug, clap::Args)]
pub struct RedoArgs {
    /// How many
    #[arg(default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    n: u32,
}

/// # Errors
/// Nothing to undo, or later edits build on it.
pub fn undo(session: &mut Session, args: &UndoArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    for _ in 0..args.n {
        let made = session.asking(|answers| desk.undo(answers))?;
        session.done(&made.title);
    }
    Ok(())
}

/// # Errors
/// Nothing to redo, or later edits build on it.
pub fn redo(session: &mut Session, args: &RedoArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    for _ in 0..args.n {
        let made = desk.redo()?;
        session.done(&made.title);
    }
    Ok(())
}
