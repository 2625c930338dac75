//! `person`: people, placed at a client when they are added; and two people made one.

use clap::Subcommand;
use serde_json::json;
use uuid::Uuid;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{New, Options, Plain, new_fields, print_new, say_made};
use super::merge::{MergeArgs, takes};
use crate::desk::Made;
use crate::domain::edit::Fields;
use crate::domain::table::AnyRow;
use crate::domain::{Edit, Entity, Id, Sentence, naming};

#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    #[command(flatten)]
    Plain(Plain<NewPerson>),
    /// Make two people one: B goes into A
    Merge(MergeArgs),
}

#[derive(Debug, clap::Args)]
pub struct NewPerson {
    /// The full name
    text: String,
    /// What they are at the client
    #[arg(long, allow_hyphen_values = true)]
    position: Option<String>,
    #[command(flatten)]
    options: Options,
}

impl New for NewPerson {
    fn options(&self) -> &Options {
        &self.options
    }

    fn text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: PersonCommand) -> Result<(), Failure> {
    match command {
        PersonCommand::Plain(Plain::Add(args)) => add(session, &args),
        PersonCommand::Plain(command) => command.run(session, Entity::Person),
        PersonCommand::Merge(args) => merge(session, &args),
    }
}

fn merge(session: &mut Session, args: &MergeArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let keep = Id::new(find::record(desk.book(), Entity::Person, &args.a)?);
    let gone = Id::new(find::record(desk.book(), Entity::Person, &args.b)?);
    let made = super::merge::make(session, &mut desk, &Edit::MergePeople { keep, gone, take: takes(&args.take)? })?;
    say_made(session, &made);
    Ok(())
}

/// The person, and with a client their position there, as one step.
fn add(session: &mut Session, args: &NewPerson) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let mut fields = new_fields(&desk, Entity::Person, args)?;
    if args.position.is_some() && args.options.client.is_none() {
        return Err(Sentence::new("noun-needs-client").into());
    }
    let edit = match &args.options.client {
        None => Edit::Add { entity: Entity::Person, fields },
        Some(client) => {
            let client = find::client(desk.book(), client)?;
            let uid = Uuid::now_v7().to_string();
            fields.insert("uid".to_owned(), uid.clone().into());
            let mut place = Fields::new();
            place.insert("person".to_owned(), uid.into());
            place.insert("client".to_owned(), client.to_string().into());
            place.insert("position".to_owned(), json!(args.position));
            let title = Sentence::new("title-added").word("entity", Entity::Person.term()).text("name", &args.text);
            let edits = vec![
                Edit::Add { entity: Entity::Person, fields },
                Edit::Add { entity: Entity::Affiliation, fields: place },
            ];
            Edit::Together { title, client: Some(client), edits }
        }
    };
    let made = session.make(&mut desk, &edit)?;
    if made.changed.iter().any(|(entity, _)| *entity == Entity::Person) {
        print_new(session, &desk, Entity::Person, &made);
        return Ok(());
    }
    // It is the same person: whom the book has already.
    let there = args.options.client.as_ref().map(|client| find::client(desk.book(), client)).transpose()?;
    let is_there = |row: &dyn AnyRow| {
        there.is_some_and(|client| desk.book().affiliation.of(client).any(|place| place.person.uuid == row.uuid()))
    };
    let found = naming::find_among(desk.book(), Entity::Person, &args.text, &is_there);
    let known = found.one(desk.book(), Entity::Person, &args.text)?;
    print_new(session, &desk, Entity::Person, &Made { changed: vec![known], ..made });
    Ok(())
}
