//! `need`: what clients really need, and what was seen or heard of it.

use clap::Subcommand;
use serde_json::{Value as Json, json};

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Plain, Texted, say_made};
use crate::domain::edit::{Amend, Fields};
use crate::domain::words::Weight;
use crate::domain::{Edit, Entity, Sentence};

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
    let uuid = find::record(book, Entity::Need, &args.need)?;
    let visit = args.visit.as_ref().map(|text| find::visit(book, text)).transpose()?;
    let of_visit = visit.and_then(|id| book.visit.get(id)).map(|visit| visit.start.date());
    let on = match &args.on {
        Some(text) => find::day(text)?,
        None => of_visit.unwrap_or(desk.today()),
    };
    let gone = || Failure::not_found(Sentence::new("record-gone"));
    let need = book.record(Entity::Need, uuid).ok_or_else(gone)?;
    let mut all = need.field_json("evidence").unwrap_or_default();
    if let Json::Array(items) = &mut all {
        let visit = visit.map(|id| id.to_string());
        items.push(json!({
            "visit": visit, "quote": args.quote, "date": on.to_string(), "weight": args.weight.word(),
        }));
    }
    let mut fields = Fields::new();
    fields.insert("evidence".to_owned(), all);
    let made = session.make(&mut desk, &Edit::Amend(Amend::new(Entity::Need, uuid, fields)))?;
    say_made(session, &made);
    Ok(())
}
