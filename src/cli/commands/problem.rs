//! `problem`: clients' problems and their moves: passed on, back, answered, resolved, reopened, rejected.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Plain, Texted, say_made};
use crate::domain::moves::{Move, ProblemMove};
use crate::domain::words::Tri;
use crate::domain::{Edit, Entity, Id};

#[derive(Debug, Subcommand)]
pub enum ProblemCommand {
    #[command(flatten)]
    Plain(Plain<Texted>),
    /// A department of ours has it now
    Pass {
        id: String,
        /// One of the departments of the settings
        #[arg(long, value_name = "DEPARTMENT")]
        to: String,
        /// Who there
        #[arg(long, value_name = "WHOM", allow_hyphen_values = true)]
        to_whom: Option<String>,
        /// The day; else today
        #[arg(long, value_name = "D")]
        on: Option<String>,
    },
    /// The department gave it back
    Back {
        id: String,
        /// The day; else today
        #[arg(long, value_name = "D")]
        on: Option<String>,
    },
    /// There is an answer
    Answer {
        id: String,
        /// The answer
        #[arg(long, visible_alias = "reason", value_name = "T", allow_hyphen_values = true)]
        resolution: Option<String>,
        /// A standard answer: its text, counted as used
        #[arg(long, value_name = "ANSWER", conflicts_with = "resolution")]
        answer: Option<String>,
    },
    /// The client was told
    Resolve {
        id: String,
        /// The day the client was told
        #[arg(long, visible_alias = "on", value_name = "D")]
        told: Option<String>,
        /// Whether the client is content with it
        #[arg(long, value_parser = word::<Tri>())]
        satisfied: Option<Tri>,
    },
    /// It is not solved after all
    Reopen {
        id: String,
        /// Why
        #[arg(long, value_name = "T", allow_hyphen_values = true)]
        reason: Option<String>,
    },
    /// It will not be solved
    Reject {
        id: String,
        /// Why
        #[arg(long, value_name = "T", allow_hyphen_values = true)]
        reason: Option<String>,
        /// The day the client was told
        #[arg(long, visible_alias = "on", value_name = "D")]
        told: Option<String>,
    },
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: ProblemCommand) -> Result<(), Failure> {
    if let ProblemCommand::Plain(command) = command {
        return command.run(session, Entity::Problem);
    }
    let mut desk = session.open()?;
    let day = |text: Option<String>| find::maybe_day(&desk, text.as_ref());
    let mut inserted = Vec::new();
    let (id, wish) = match command {
        ProblemCommand::Plain(_) => return Ok(()),
        ProblemCommand::Pass { id, to, to_whom, on } => (id, ProblemMove::Pass { to, on: day(on)?, to_whom }),
        ProblemCommand::Back { id, on } => (id, ProblemMove::Back { on: day(on)? }),
        ProblemCommand::Answer { id, resolution, answer } => {
            let answer = answer.map(|text| find::record(desk.book(), Entity::Answer, &text)).transpose()?;
            inserted.extend(answer.map(Id::new));
            let body = inserted.first().and_then(|id| desk.book().answer.get(*id)).map(|answer| answer.body.clone());
            (id, ProblemMove::Answer { resolution: resolution.or(body) })
        }
        ProblemCommand::Resolve { id, told, satisfied } => {
            (id, ProblemMove::Resolve { told_on: day(told)?, satisfied })
        }
        ProblemCommand::Reopen { id, reason } => (id, ProblemMove::Reopen { reason }),
        ProblemCommand::Reject { id, reason, told } => (id, ProblemMove::Reject { reason, told_on: day(told)? }),
    };
    let problem = Id::new(find::record(desk.book(), Entity::Problem, &id)?);
    let made = session.make(&mut desk, &Edit::Move(Move::Problem(problem, wish)).with_answers(inserted))?;
    say_made(session, &made);
    Ok(())
}
