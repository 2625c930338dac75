//! `completions` and `man`, for packagers.

use clap::CommandFactory;

use super::super::args::Args;
use super::super::exit::Failure;
use super::super::session::Session;
use crate::domain::Sentence;

/// Completions for a shell
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    shell: clap_complete::Shell,
}

/// The manual page
#[derive(Debug, clap::Args)]
pub struct ManArgs {}

/// # Errors
/// None.
pub fn completions(session: &mut Session, args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "attache", &mut script);
    session.write_out(None, &script)
}

/// # Errors
/// The page cannot be made.
pub fn man(session: &mut Session, _args: &ManArgs) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut page).map_err(|error| {
        let what = Sentence::new("file-not-written").text("file", "stdout");
        Failure::from(what.with("why", crate::export::write::why(&error)))
    })?;
    session.write_out(None, &page)
}
