//! `offer`: offers and their moves: presented, accepted, declined, back on the table as a new version.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Plain, ShowArgs, Texted, say_made};
use super::offer_figures::Judged;
use super::showing;
use crate::domain::moves::{Move, OfferMove};
use crate::domain::words::Party;
use crate::domain::{Edit, Entity, Id};

#[derive(Debug, clap::Args)]
pub struct ShowOffer {
    #[command(flatten)]
    plain: ShowArgs,
    /// As this version stood until it was replaced
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    version: Option<i64>,
}

impl AsRef<ShowArgs> for ShowOffer {
    fn as_ref(&self) -> &ShowArgs {
        &self.plain
    }
}

#[derive(Debug, Subcommand)]
pub enum OfferCommand {
    #[command(flatten)]
    Plain(Plain<Texted, ShowOffer>),
    /// It is being talked over
    Discuss { offer: String },
    /// It was presented at a visit
    Present {
        offer: String,
        #[arg(long)]
        visit: Option<String>,
    },
    /// The client accepted it
    Accept {
        offer: String,
        /// The day; else today
        #[arg(long, value_name = "D")]
        on: Option<String>,
    },
    /// It was declined, or withdrawn
    Decline {
        offer: String,
        /// Whose doing it was
        #[arg(long, value_parser = word::<Party>())]
        by: Option<Party>,
        /// Why
        #[arg(long, value_name = "T", allow_hyphen_values = true)]
        reason: Option<String>,
    },
    /// Back to the table as the next version
    Version { offer: String },
    /// A new draft of the same, with its terms and scores
    Copy { offer: String },
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: OfferCommand) -> Result<(), Failure> {
    match command {
        OfferCommand::Plain(Plain::Show(args)) => show(session, &args),
        OfferCommand::Plain(command) => command.run(session, Entity::Proposal),
        command => moved(session, command),
    }
}

fn show(session: &mut Session, args: &ShowOffer) -> Result<(), Failure> {
    let desk = session.open()?;
    let uuid = find::record(desk.book(), Entity::Proposal, &args.plain.id)?;
    let judged = Judged::of(&desk, Id::new(uuid), args.version)?;
    if !session.global.json {
        judged.head(session);
    }
    let figures = judged.figures(session);
    showing::show_in(session, &desk, judged.book(), (Entity::Proposal, uuid), figures)?;
    if !session.global.json {
        judged.told(session);
    }
    Ok(())
}

fn moved(session: &mut Session, command: OfferCommand) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let book = desk.book();
    let (offer, wish) = match command {
        OfferCommand::Plain(_) => return Ok(()),
        OfferCommand::Discuss { offer } => (offer, OfferMove::Discuss),
        OfferCommand::Present { offer, visit } => {
            let visit = visit.map(|text| find::visit(book, &text)).transpose()?;
            (offer, OfferMove::Present { visit })
        }
        OfferCommand::Accept { offer, on } => (offer, OfferMove::Accept { on: find::maybe_day(&desk, on.as_ref())? }),
        OfferCommand::Decline { offer, by, reason } => (offer, OfferMove::Decline { by, reason }),
        OfferCommand::Version { offer } => (offer, OfferMove::Version),
        OfferCommand::Copy { offer } => (offer, OfferMove::Copy),
    };
    let offer = Id::new(find::record(book, Entity::Proposal, &offer)?);
    let made = session.make(&mut desk, &Edit::Move(Move::Offer(offer, wish))).map_err(at_its_option)?;
    say_made(session, &made);
    Ok(())
}

/// The field that an option fills is said by the option's name.
fn at_its_option(failure: Failure) -> Failure {
    let visit = failure.field.as_deref() == Some("presented_in");
    Failure { field: if visit { Some("--visit".to_owned()) } else { failure.field }, ..failure }
}
