//! `export`: the book or a part of it as a file.

use std::path::PathBuf;

use super::super::exit::Failure;
use super::super::session::Session;
use crate::desk::StepFilter;
use crate::domain::Sentence;
use crate::export::snapshot;

/// Write the book or a part of it
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
    /// With the journal of all changes
    #[arg(long)]
    journal: bool,
    /// Where to; else stdout
    #[arg(short, long = "output", value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A snapshot of the book
    Json,
}

/// # Errors
/// The file is there and may not be replaced, or the disk refuses.
pub fn run(session: &mut Session, args: &ExportArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    if desk.is_encrypted() {
        let question = Sentence::new("encrypted-json-ask");
        if !session.ask(&question)? {
            return Err(Sentence::new("nothing-saved").into());
        }
    }
    let steps = if args.journal { Some(desk.steps(StepFilter::default())?) } else { None };
    let text = snapshot::write(desk.book(), steps.as_deref());
    session.write_out(args.out.as_deref(), text.as_bytes())
}
