//! `promise`: what we and they promised, and its moves: done, passed on, back, cancelled, reopened.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{New, Options, Plain, say_made};
use crate::desk::Desk;
use crate::domain::edit::{Amend, Fields};
use crate::domain::words::{CommitmentState, Who};
use crate::domain::{Edit, Entity};

#[derive(Debug, Subcommand)]
pub enum PromiseCommand {
    #[command(flatten)]
    Plain(Plain<NewPromise>),
    /// It was kept
    Done(DoneArgs),
    /// A department of ours does it now
    Pass(PassArgs),
    /// The department gave it back
    Back(MoveArgs),
    /// It will not be kept
    Cancel(CancelArgs),
    /// It was not done after all
    Reopen(MoveArgs),
}

#[derive(Debug, clap::Args)]
pub struct NewPromise {
    /// What was promised
    text: String,
    /// Who promised it
    #[arg(long, value_parser = word::<Who>())]
    who: Option<Who>,
    /// By when
    #[arg(long, value_name = "D")]
    due: Option<String>,
    #[command(flatten)]
    options: Options,
}

impl New for NewPromise {
    fn options(&self) -> &Options {
        &self.options
    }

    fn text(&self) -> Option<&str> {
        Some(&self.text)
    }

    fn more(&self, _desk: &Desk, fields: &mut Fields) -> Result<(), Failure> {
        if let Some(who) = self.who {
            fields.insert("who".to_owned(), who.word().into());
        }
        if let Some(due) = &self.due {
            fields.insert("due".to_owned(), find::day(due)?.to_string().into());
        }
        Ok(())
    }
}

#[derive(Debug, clap::Args)]
pub struct DoneArgs {
    id: String,
    /// The day; else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
    /// How
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    note: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct PassArgs {
    id: String,
    /// One of the departments of the settings
    #[arg(long, value_name = "DEPARTMENT")]
    to: String,
    /// The day; else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct MoveArgs {
    id: String,
    /// The day; else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
    /// Why
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    reason: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct CancelArgs {
    id: String,
    /// Why
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    reason: Option<String>,
    /// How the client was told, for a promise of ours
    #[arg(long, value_name = "HOW", allow_hyphen_values = true)]
    told: Option<String>,
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: PromiseCommand) -> Result<(), Failure> {
    use CommitmentState::{Cancelled, Done, Open, Passed};
    match command {
        PromiseCommand::Plain(command) => command.run(session, Entity::Commitment),
        PromiseCommand::Done(args) => {
            let text = [("done_note", args.note)];
            moved(session, &args.id, Done, Some(("done_on", args.on.as_deref())), text, None)
        }
        PromiseCommand::Pass(args) => {
            let text = [("passed_to", Some(args.to))];
            moved(session, &args.id, Passed, Some(("passed_on", args.on.as_deref())), text, None)
        }
        PromiseCommand::Back(args) => {
            let day = Some(("back_on", args.on.as_deref()));
            moved(session, &args.id, Open, day, [], args.reason)
        }
        PromiseCommand::Cancel(args) => {
            let text = [("cancel_reason", args.reason.clone()), ("told_how", args.told)];
            moved(session, &args.id, Cancelled, None, text, args.reason)
        }
        PromiseCommand::Reopen(args) => moved(session, &args.id, Open, None, [], args.reason),
    }
}

/// A promise in another state, with the day and the texts that the move asks for.
fn moved<const N: usize>(
    session: &mut Session,
    id: &str,
    state: CommitmentState,
    day: Option<(&str, Option<&str>)>,
    texts: [(&str, Option<String>); N],
    reason: Option<String>,
) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let uuid = find::record(desk.book(), Entity::Commitment, id)?;
    let mut fields = Fields::new();
    fields.insert("state".to_owned(), state.word().into());
    if let Some((field, text)) = day {
        let day = text.map_or_else(|| Ok(desk.today()), find::day)?;
        fields.insert(field.to_owned(), day.to_string().into());
    }
    for (field, text) in texts {
        if let Some(text) = text {
            fields.insert(field.to_owned(), text.into());
        }
    }
    let amend = Amend { reason, ..Amend::new(Entity::Commitment, uuid, fields) };
    let made = session.make(&mut desk, &Edit::Amend(amend))?;
    say_made(session, &made);
    Ok(())
}
