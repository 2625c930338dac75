//! The one grammar of every noun: list, show, add, edit, remove, over the fields its entity lists.

use clap::Subcommand;
use serde_json::Value as Json;
use uuid::Uuid;

use super::super::exit::Failure;
use super::super::noun::{self, Noun};
use super::super::session::Session;
use super::super::{find, value};
use super::listing;
use super::showing;
use crate::desk::{Desk, Made};
use crate::domain::edit::{Amend, Fields};
use crate::domain::{Client, Edit, Entity, Id, Person, Sentence};

/// What every noun can do; `A` is what its `add` takes, `S` its `show`.
#[derive(Debug, Subcommand)]
pub enum Plain<A: clap::Args, S: clap::Args = ShowArgs> {
    /// List the rows
    List(ListArgs),
    /// Show one with everything that belongs to it
    Show(S),
    /// Add one; prints its handle or uid
    Add(A),
    /// Set fields of one
    Edit(EditArgs),
    /// Take one out the way its kind ends: archive, cancel, drop, end, decline
    Remove(RemoveArgs),
}

#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Only rows of this client
    #[arg(long)]
    pub client: Option<String>,
    /// Words and key:value, as on the Clients screen
    #[arg(long, value_name = "EXPR", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// By this field; what is unknown comes last
    #[arg(long, value_name = "FIELD")]
    pub sort: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// A handle, a uid or its beginning, or a text that fits only one
    pub id: String,
}

#[derive(Debug, clap::Args)]
pub struct Options {
    /// The client it belongs to
    #[arg(long)]
    pub client: Option<String>,
    /// A field and its value; nothing after = for unknown
    #[arg(long, value_name = "FIELD=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
}

/// `add` of a noun without a text.
#[derive(Debug, clap::Args)]
pub struct Bare {
    #[command(flatten)]
    pub options: Options,
}

/// `add` of a noun with one.
#[derive(Debug, clap::Args)]
pub struct Texted {
    /// Its name, title or text
    pub text: String,
    #[command(flatten)]
    pub options: Options,
}

#[derive(Debug, clap::Args)]
pub struct EditArgs {
    /// A handle, a uid or its beginning, or a text that fits only one
    pub id: String,
    /// A field and its value; nothing after = for unknown
    #[arg(long, value_name = "FIELD=VALUE", allow_hyphen_values = true, required = true)]
    pub set: Vec<String>,
    /// Why, where a move asks for it
    #[arg(long, allow_hyphen_values = true)]
    pub reason: Option<String>,
    /// Past a gate that is not met; needs a reason
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct RemoveArgs {
    /// A handle, a uid or its beginning, or a text that fits only one
    pub id: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    pub reason: Option<String>,
    /// What else its end asks for
    #[arg(long, value_name = "FIELD=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
}

/// What an `add` gives.
pub trait New {
    fn options(&self) -> &Options;

    fn text(&self) -> Option<&str> {
        None
    }

    /// # Errors
    /// An option that cannot be read.
    fn more(&self, _desk: &Desk, _fields: &mut Fields) -> Result<(), Failure> {
        Ok(())
    }
}

impl New for Bare {
    fn options(&self) -> &Options {
        &self.options
    }
}

impl New for Texted {
    fn options(&self) -> &Options {
        &self.options
    }

    fn text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl AsRef<Self> for ShowArgs {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl<A: clap::Args + New, S: clap::Args + AsRef<ShowArgs>> Plain<A, S> {
    /// # Errors
    /// What the command could not do.
    pub fn run(self, session: &mut Session, entity: Entity) -> Result<(), Failure> {
        match self {
            Self::List(args) => listing::run(session, entity, &args),
            Self::Show(args) => showing::run(session, entity, args.as_ref()),
            Self::Add(args) => add(session, entity, &args),
            Self::Edit(args) => edit(session, entity, &args),
            Self::Remove(args) => remove(session, entity, &args),
        }
    }
}

/// The noun of an entity that has one.
///
/// # Errors
/// The entity has none; no command asks for such a one.
pub fn noun_of(entity: Entity) -> Result<&'static Noun, Failure> {
    noun::of(entity).ok_or_else(|| Sentence::new("record-gone").into())
}

/// The fields of a new row: its text, its client, then what was set.
///
/// # Errors
/// A name that fits nothing, a field that is none, a value it cannot hold.
pub fn new_fields(desk: &Desk, entity: Entity, new: &impl New) -> Result<Fields, Failure> {
    let mut fields = Fields::new();
    if let (Some(field), Some(text)) = (noun_of(entity)?.text, new.text()) {
        fields.insert(field.to_owned(), text.into());
    }
    if let Some(client) = new.options().client.as_ref().filter(|_| entity != Entity::Person) {
        let field = entity.field("client").ok_or_else(|| value::unknown_field(entity, "client"))?;
        fields.insert(field.name.to_owned(), find::client(desk.book(), client)?.to_string().into());
    }
    new.more(desk, &mut fields)?;
    fields.extend(value::fields(desk, entity, None, &new.options().set)?);
    Ok(fields)
}

fn add(session: &mut Session, entity: Entity, new: &impl New) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let fields = new_fields(&desk, entity, new)?;
    if entity.field("client").is_some_and(|field| field.need == crate::domain::field::Need::Required)
        && fields.get("client").is_none_or(Json::is_null)
    {
        return Err(Sentence::new("noun-needs-client").into());
    }
    let made = session.make(&mut desk, &Edit::Add { entity, fields })?;
    print_new(session, &desk, entity, &made);
    Ok(())
}

/// One line for what was made: its handle, else its uid.
pub fn print_new(session: &mut Session, desk: &Desk, entity: Entity, made: &Made) {
    let Some((_, uuid)) = made.changed.iter().find(|(of, _)| *of == entity) else { return };
    let name = address(desk, entity, *uuid);
    if session.global.json {
        let record = desk.book().record(entity, *uuid);
        let record = record.map(|record| super::super::json::record(desk.book(), &session.words, &record));
        let word = noun::of(entity).map_or("record", |noun| noun.word);
        session.paper.json(&super::super::json::document([(word, record.unwrap_or_default())]));
    } else {
        session.paper.line(&name);
    }
}

fn address(desk: &Desk, entity: Entity, uuid: Uuid) -> String {
    let book = desk.book();
    let handle = match entity {
        Entity::Client => book.client.get(Id::<Client>::new(uuid)).map(|client| client.handle.clone()),
        Entity::Person => book.person.get(Id::<Person>::new(uuid)).map(|person| person.handle.clone()),
        _ => None,
    };
    handle.unwrap_or_else(|| uuid.to_string())
}

fn edit(session: &mut Session, entity: Entity, args: &EditArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let uuid = find::record(desk.book(), entity, &args.id)?;
    let before = desk.book().record(entity, uuid);
    let fields = value::fields(&desk, entity, before.as_ref(), &args.set)?;
    let amend = Amend { reason: args.reason.clone(), force: args.force, ..Amend::new(entity, uuid, fields) };
    let made = session.make(&mut desk, &Edit::Amend(amend))?;
    say_made(session, &made);
    Ok(())
}

fn remove(session: &mut Session, entity: Entity, args: &RemoveArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let uuid = find::record(desk.book(), entity, &args.id)?;
    let mut fields = value::fields(&desk, entity, desk.book().record(entity, uuid).as_ref(), &args.set)?;
    if let (Some(field), Some(reason)) = (reason_field(entity), &args.reason) {
        fields.entry(field).or_insert_with(|| reason.clone().into());
    }
    let edit = Edit::Remove { entity, uuid, fields, reason: args.reason.clone() };
    let made = session.make(&mut desk, &edit)?;
    say_made(session, &made);
    Ok(())
}

/// The field in which an entity keeps why it ended.
fn reason_field(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Visit | Entity::Commitment => Some("cancel_reason"),
        Entity::Need => Some("drop_reason"),
        Entity::Proposal => Some("decline_reason"),
        Entity::Holding => Some("ended_reason"),
        _ => None,
    }
}

/// Says what was saved, or that there was nothing to.
pub fn say_made(session: &mut Session, made: &Made) {
    if made.step.is_none() {
        session.done(&Sentence::new("nothing-to-change"));
    } else {
        session
            .done(&Sentence::new("cli-saved").with("what", crate::domain::Arg::Sentence(Box::new(made.title.clone()))));
    }
}
