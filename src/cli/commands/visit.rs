//! `visit`: visits and calls, planned, moved, cancelled or missed; what they brought is in `record`.

use clap::Subcommand;

use super::super::args::word;
use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::grammar::{Bare, Plain, print_new, say_made};
use super::record::{LogArgs, RecordArgs, log, record};
use crate::domain::edit::Fields;
use crate::domain::moves::{Move, PlanVisit, VisitMove};
use crate::domain::words::{Party, VisitKind};
use crate::domain::{Edit, Entity};

#[derive(Debug, Subcommand)]
pub enum VisitCommand {
    #[command(flatten)]
    Plain(Plain<Bare>),
    /// Plan a visit or a call
    Plan(PlanArgs),
    /// Record at once a contact that was never planned
    Log(LogArgs),
    /// Move a visit to another time
    Move(MoveArgs),
    /// Cancel a visit, or say that it was missed
    Cancel(CancelArgs),
    /// Record what a visit brought: one page, one step
    Record(RecordArgs),
}

/// Which of the two, where clocks go back and a time comes twice.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Twice {
    /// Of a time that happens twice as clocks go back: 0 the first, 1 the second
    #[arg(long, value_name = "0|1", value_parser = clap::value_parser!(i64).range(0..=1))]
    pub fold: Option<i64>,
}

#[derive(Debug, clap::Args)]
pub struct PlanArgs {
    client: String,
    /// 2026-11-26T10:00, "tue 10:00", +3d; a day alone begins at eight
    #[arg(long, value_name = "WHEN")]
    start: String,
    #[command(flatten)]
    twice: Twice,
    #[arg(long, value_parser = word::<VisitKind>())]
    kind: Option<VisitKind>,
    #[arg(long, value_name = "N")]
    minutes: Option<i64>,
    /// Where
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    place: Option<String>,
    /// What for
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    purpose: Option<String>,
    /// Who is expected; may stand several times
    #[arg(long, value_name = "PERSON")]
    attendee: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub struct MoveArgs {
    visit: String,
    /// The new time; what is left out of it, the day or the hour, stays
    #[arg(long, value_name = "WHEN")]
    start: String,
    #[command(flatten)]
    twice: Twice,
}

#[derive(Debug, clap::Args)]
pub struct CancelArgs {
    visit: String,
    /// Nobody came, or we did not
    #[arg(long)]
    missed: bool,
    /// Whose doing it was
    #[arg(long, value_parser = word::<Party>())]
    by: Option<Party>,
    /// Why
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    reason: Option<String>,
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: VisitCommand) -> Result<(), Failure> {
    match command {
        VisitCommand::Plain(command) => command.run(session, Entity::Visit),
        VisitCommand::Plan(args) => plan(session, args),
        VisitCommand::Log(args) => log(session, &args),
        VisitCommand::Move(args) => moved(session, &args),
        VisitCommand::Cancel(args) => cancel(session, args),
        VisitCommand::Record(args) => record(session, &args),
    }
}

fn plan(session: &mut Session, args: PlanArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let attendees = args.attendee.iter().map(|name| find::person(desk.book(), name)).collect::<Result<_, _>>()?;
    let plan = PlanVisit {
        client: find::client(desk.book(), &args.client)?,
        kind: args.kind.unwrap_or(VisitKind::Meeting),
        start: find::moment(&desk, &args.start)?,
        fold: args.twice.fold,
        minutes: args.minutes,
        place_kind: None,
        place: args.place,
        purpose: args.purpose,
        attendees,
        fields: Fields::new(),
    };
    let made = session.make(&mut desk, &Edit::Move(Move::Plan(plan)))?;
    print_new(session, &desk, Entity::Visit, &made);
    Ok(())
}

fn moved(session: &mut Session, args: &MoveArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let visit = find::visit(desk.book(), &args.visit)?;
    let to = VisitMove::To { start: find::new_start(&desk, visit, &args.start)?, fold: args.twice.fold };
    let made = session.make(&mut desk, &Edit::Move(Move::Visit(visit, to)))?;
    say_made(session, &made);
    Ok(())
}

fn cancel(session: &mut Session, args: CancelArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let visit = find::visit(desk.book(), &args.visit)?;
    let CancelArgs { by, reason, .. } = args;
    let wish = if args.missed { VisitMove::Missed { by, reason } } else { VisitMove::Cancel { by, reason } };
    let made = session.make(&mut desk, &Edit::Move(Move::Visit(visit, wish)))?;
    say_made(session, &made);
    Ok(())
}
