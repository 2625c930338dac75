//! `undo` and `redo`: edits taken back and made again, one step of the journal each.

use std::num::NonZeroUsize;

use super::super::exit::Failure;
use super::super::session::Session;

/// Take back the last edits
///
/// All of them or none; each is a step of its own in the journal, so that each can be made again by itself.
#[derive(Debug, clap::Args)]
pub struct UndoArgs {
    /// How many
    #[arg(default_value = "1")]
    n: NonZeroUsize,
    /// This step instead, from beneath later ones: its number in `history --json`
    #[arg(long, value_name = "NUMBER", conflicts_with = "n")]
    step: Option<i64>,
}

/// Make edits again that were taken back
///
/// All of them or none; each is a step of its own in the journal.
#[derive(Debug, clap::Args)]
pub struct RedoArgs {
    /// How many
    #[arg(default_value = "1")]
    n: NonZeroUsize,
}

/// # Errors
/// Fewer edits than that can be undone, or later ones build on them; none is undone then.
pub fn undo(session: &mut Session, args: &UndoArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    if let Some(number) = args.step {
        let undone = desk.undo_step(number)?;
        session.done(&undone.title);
        return Ok(());
    }
    let undone = session.asking(|answers| desk.undo_all(args.n.get(), answers))?;
    undone.iter().for_each(|made| session.done(&made.title));
    Ok(())
}

/// # Errors
/// Fewer edits than that can be made again; none is then.
pub fn redo(session: &mut Session, args: &RedoArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let redone = desk.redo_all(args.n.get())?;
    redone.iter().for_each(|made| session.done(&made.title));
    Ok(())
}
