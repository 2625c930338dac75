//! `role` and `stance`: who does what in a client's decisions, and how they stand to us.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Bare, Plain, say_made};
use crate::domain::date::PartialDate;
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::words::{Certainty, EndReason, RoleKind};
use crate::domain::{Book, Edit, Entity, Id, Sentence};

#[derive(Debug, Subcommand)]
pub enum RoleCommand {
    #[command(flatten)]
    Plain(Plain<Bare>),
    /// Add a role, or make it surer
    Set(SetArgs),
    /// End a role
    End(EndArgs),
}

#[derive(Debug, clap::Args)]
pub struct SetArgs {
    client: String,
    person: String,
    #[arg(value_parser = word::<RoleKind>())]
    role: RoleKind,
    /// How sure; confirmed needs a visit or a source
    #[arg(long, value_parser = word::<Certainty>())]
    certainty: Option<Certainty>,
    /// In force from
    #[arg(long, value_name = "D")]
    from: Option<String>,
    /// The visit it was learned at
    #[arg(long)]
    visit: Option<String>,
    /// Where it is known from
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    source: Option<String>,
    /// On one offer only
    #[arg(long)]
    proposal: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct EndArgs {
    client: String,
    person: String,
    #[arg(value_parser = word::<RoleKind>())]
    role: RoleKind,
    /// The day it ended; else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
    /// Why; wrong takes it out of every past map
    #[arg(long, value_parser = word::<EndReason>())]
    reason: Option<EndReason>,
    /// The one held for this offer only
    #[arg(long)]
    proposal: Option<String>,
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: RoleCommand) -> Result<(), Failure> {
    match command {
        RoleCommand::Plain(command) => command.run(session, Entity::Role),
        RoleCommand::Set(args) => set(session, &args),
        RoleCommand::End(args) => end(session, &args),
    }
}

fn partial(text: &str) -> Result<PartialDate, Failure> {
    text.parse().map_err(|()| Sentence::new("not-a-partial-date").text("input", text).into())
}

/// A visit, where one is named.
fn visit(book: &Book, text: Option<&String>) -> Result<Option<Id<crate::domain::Visit>>, Failure> {
    text.map(|text| find::visit(book, text)).transpose()
}

/// An offer, where one is named.
fn offer(book: &Book, text: Option<&String>) -> Result<Option<Id<crate::domain::Proposal>>, Failure> {
    let found = text.map(|text| find::record(book, Entity::Proposal, text)).transpose()?;
    Ok(found.map(Id::new))
}

fn set(session: &mut Session, args: &SetArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let book = desk.book();
    let edit = Edit::SetRole(SetRole {
        client: find::client(book, &args.client)?,
        person: find::person(book, &args.person)?,
        kind: args.role,
        certainty: args.certainty,
        proposal: offer(book, args.proposal.as_ref())?,
        from: args.from.as_deref().map(partial).transpose()?,
        visit: visit(book, args.visit.as_ref())?,
        source_note: args.source.clone(),
    });
    let made = session.make(&mut desk, &edit)?;
    say_made(session, &made);
    Ok(())
}

fn end(session: &mut Session, args: &EndArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let edit = Edit::EndRole {
        client: find::client(desk.book(), &args.client)?,
        person: find::person(desk.book(), &args.person)?,
        kind: args.role,
        proposal: offer(desk.book(), args.proposal.as_ref())?,
        on: find::maybe_day(&desk, args.on.as_ref())?,
        reason: args.reason,
    };
    let made = session.make(&mut desk, &edit)?;
    say_made(session, &made);
    Ok(())
}

#[derive(Debug, Subcommand)]
pub enum StanceCommand {
    #[command(flatten)]
    Plain(Plain<Bare>),
    /// How a person stands to us today, -2 against to 2 champion
    Set(SetStanceArgs),
}

#[derive(Debug, clap::Args)]
pub struct SetStanceArgs {
    client: String,
    person: String,
    #[arg(allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(-2..=2))]
    value: i64,
    /// How much their word moves the decision, 1 to 5
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=5))]
    influence: Option<i64>,
    /// The visit it showed at
    #[arg(long)]
    visit: Option<String>,
}

/// # Errors
/// What the command could not do.
pub fn run_stance(session: &mut Session, command: StanceCommand) -> Result<(), Failure> {
    let args = match command {
        StanceCommand::Plain(command) => return command.run(session, Entity::Stance),
        StanceCommand::Set(args) => args,
    };
    let mut desk = session.open()?;
    let edit = Edit::SetStance(SetStance {
        client: find::client(desk.book(), &args.client)?,
        person: find::person(desk.book(), &args.person)?,
        proposal: None,
        value: Some(args.value),
        influence: args.influence,
        on: None,
        visit: visit(desk.book(), args.visit.as_ref())?,
    });
    let made = session.make(&mut desk, &edit)?;
    say_made(session, &made);
    Ok(())
}
