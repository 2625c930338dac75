//! `promise`: what we and they promised, and its moves: done, passed on, back, cancelled, reopened.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{New, Options, Plain, say_made};
use crate::desk::Desk;
use crate::domain::edit::Fields;
use crate::domain::moves::{Move, PromiseMove};
use crate::domain::words::Who;
use crate::domain::{Edit, Entity, Id};

#[derive(Debug, Subcommand)]
pub enum PromiseCommand {
    #[command(flatten)]
    Plain(Plain<NewPromise>),
    /// It was kept
    Done(DoneArgs),
    /// A department of ours does it now
    Pass(PassArgs),
    /// The department gave it back
    Back(BackArgs),
    /// It will not be kept
    Cancel(CancelArgs),
    /// It was not done after all
    Reopen(ReopenArgs),
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

    fn more(&self, desk: &Desk, fields: &mut Fields) -> Result<(), Failure> {
        if let Some(who) = self.who {
            fields.insert("who".to_owned(), who.word().into());
        }
        if let Some(due) = &self.due {
            fields.insert("due".to_owned(), find::day(desk, due)?.to_string().into());
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
pub struct BackArgs {
    id: String,
    /// The day; else today
    #[arg(long, value_name = "D")]
    on: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct ReopenArgs {
    id: String,
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
    if let PromiseCommand::Plain(command) = command {
        return command.run(session, Entity::Commitment);
    }
    let mut desk = session.open()?;
    let day = |text: Option<String>| find::maybe_day(&desk, text.as_ref());
    let (id, wish) = match command {
        PromiseCommand::Plain(_) => return Ok(()),
        PromiseCommand::Done(args) => (args.id, PromiseMove::Done { on: day(args.on)?, note: args.note }),
        PromiseCommand::Pass(args) => (args.id, PromiseMove::Pass { on: day(args.on)?, to: args.to }),
        PromiseCommand::Back(args) => (args.id, PromiseMove::Back { on: day(args.on)? }),
        PromiseCommand::Cancel(args) => (args.id, PromiseMove::Cancel { reason: args.reason, told_how: args.told }),
        PromiseCommand::Reopen(args) => (args.id, PromiseMove::Reopen { reason: args.reason }),
    };
    let promise = Id::new(find::record(desk.book(), Entity::Commitment, &id)?);
    let made = session.make(&mut desk, &Edit::Move(Move::Promise(promise, wish)))?;
    say_made(session, &made);
    Ok(())
}
