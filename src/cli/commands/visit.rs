//! `visit`: visits and calls, planned, moved, cancelled and written up.

use clap::Subcommand;

use super::super::exit::Failure;
use super::super::session::Session;
use super::grammar::{Bare, Plain};
use crate::domain::Entity;

#[derive(Debug, Subcommand)]
pub enum VisitCommand {
    #[command(flatten)]
    Plain(Plain<Bare>),
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: VisitCommand) -> Result<(), Failure> {
    match command {
        VisitCommand::Plain(command) => command.run(session, Entity::Visit),
    }
}
