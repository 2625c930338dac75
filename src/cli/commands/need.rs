//! `need`: what clients really need, and what was seen or heard of it.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Plain, Texted, say_made};
use crate::domain::moves::{Move, NewEvidence};
use crate::domain::words::Weight;
use crate::domain::{Edit, Entity, Id};

#[derive(Debug, Subcommand)]
pub enum NeedCommand {
    #[command(flatten)]
    Plain(Plain<Texted>),
    /// Add what was seen or heard of a need
    Evidence(EvidenceArgs),
}

#[derive(Debug, clap::Args)]
pub struct EvidenceArgs {
    need: String,
    /// In their words
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    quote: String,
    #[arg(long, value_parser = word::<Weight>())]
    weight: Weight,
    /// The visit it came from
    #[arg(long)]
    visit: Option<String>,
    /// The day; else the visit's, else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: NeedCommand) -> Result<(), Failure> {
    match command {
        NeedCommand::Plain(command) => command.run(session, Entity::Need),
        NeedCommand::Evidence(args) => evidence(session, &args),
    }
}

fn evidence(session: &mut Session, args: &EvidenceArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let book = desk.book();
    let evidence = NewEvidence {
        need: Id::new(find::record(book, Entity::Need, &args.need)?),
        quote: Some(args.quote.clone()),
        weight: args.weight,
        visit: args.visit.as_ref().map(|text| find::visit(book, text)).transpose()?,
        on: find::maybe_day(&desk, args.on.as_ref())?,
    };
    let made = session.make(&mut desk, &Edit::Move(Move::Evidence(evidence)))?;
    say_made(session, &made);
    Ok(())
}
