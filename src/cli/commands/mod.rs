//! The commands: one file each, or one for each family. Every file holds its arguments, whose comments are the help,
//! and what it does.

mod agenda;
mod brief;
mod client;
mod demo;
mod export;
mod export_calendar;
mod export_contacts;
mod export_table;
mod grammar;
mod history;
mod import;
mod import_calendar;
mod import_contacts;
mod import_figures;
mod import_outcome;
mod import_records;
mod import_table;
mod import_tally;
mod init;
mod listing;
mod map;
mod meeting;
mod merge;
mod money;
mod mood;
mod need;
mod offer;
mod offer_figures;
mod page_draft;
mod person;
mod problem;
mod promise;
mod pyramid;
mod record;
mod report;
mod role;
mod search;
mod settings;
mod shell;
mod showing;
mod sync;
mod today;
mod today_page;
mod undo;
mod visit;

use std::path::Path;

use clap::Subcommand;

use super::exit::Failure;
use super::session::Session;
use crate::desk::Desk;
use crate::domain::Entity;
use grammar::{Bare, Plain, Texted};

/// A new empty book where the session's book should lie.
///
/// # Errors
/// As `init`.
pub fn new_book(session: &mut Session) -> Result<(), Failure> {
    init::run(session, &init::InitArgs::default())
}

/// The demo, in a book that is gone with the program.
///
/// # Errors
/// No memory.
pub fn demo_desk(session: &mut Session) -> Result<Desk, Failure> {
    demo::throwaway(session)
}

/// Whether a file can be read as a snapshot at all; no book is needed for it.
///
/// # Errors
/// The file cannot be read, or what is wrong with it.
pub fn check_file(session: &Session, file: &Path) -> Result<(), Failure> {
    let desk = Desk::throwaway(session.clock())?;
    let text = super::session::read_file(file)?;
    import::snapshot_edit(&desk, &text, "", None).map(drop)
}

/// Reads a file into the session's book.
///
/// # Errors
/// As `import`.
pub fn import_file(session: &mut Session, file: &Path) -> Result<(), Failure> {
    import::run(session, &import::ImportArgs::whole(file.to_path_buf()))
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// The demo portfolio moved to today
    Demo(demo::DemoArgs),
    /// Make a new empty book
    Init(init::InitArgs),
    /// The day: visits, who decides, what is unknown, what was promised
    Today(today::TodayArgs),
    /// The days ahead
    Agenda(agenda::AgendaArgs),
    /// Clients: the portfolio
    #[command(subcommand)]
    Client(client::ClientCommand),
    /// People at the clients and in the bank
    #[command(subcommand)]
    Person(person::PersonCommand),
    /// Positions of people at clients
    #[command(subcommand)]
    Affiliation(Plain<Bare>),
    /// Roles of people in a client's decisions
    #[command(subcommand)]
    Role(role::RoleCommand),
    /// Attitudes of people towards us
    #[command(subcommand)]
    Stance(role::StanceCommand),
    /// Who reports to whom, and who listens to whom
    #[command(subcommand)]
    Influence(Plain<Bare>),
    /// What people want out of the deal
    #[command(subcommand)]
    Interest(Plain<Texted>),
    /// What clients really need
    #[command(subcommand)]
    Need(need::NeedCommand),
    /// Visits and calls
    #[command(subcommand)]
    Visit(visit::VisitCommand),
    /// Promises, ours and theirs
    #[command(subcommand, visible_alias = "commitment")]
    Promise(promise::PromiseCommand),
    /// Products of the bank
    #[command(subcommand)]
    Product(Plain<Bare>),
    /// Products clients have in use
    #[command(subcommand)]
    Holding(Plain<Bare>),
    /// Offers
    #[command(subcommand, visible_alias = "proposal")]
    Offer(offer::OfferCommand),
    /// Terms of offers
    #[command(subcommand)]
    Term(Plain<Bare>),
    /// How terms serve people's interests
    #[command(subcommand)]
    Score(Plain<Bare>),
    /// What was given up, by whom and for what
    #[command(subcommand)]
    Concession(Plain<Bare>),
    /// Evidence for the VIP test
    #[command(subcommand)]
    Evidence(Plain<Bare>),
    /// Figures of clients by month
    #[command(subcommand)]
    Ledger(Plain<Bare>),
    /// Exchange rates by month
    #[command(subcommand)]
    Rate(Plain<Bare>),
    /// Service budgets by year
    #[command(subcommand)]
    Budget(Plain<Bare>),
    /// What was spent on extras
    #[command(subcommand)]
    Spend(Plain<Bare>),
    /// How content clients are
    #[command(subcommand)]
    Satisfaction(Plain<Bare>),
    /// Days to remember
    #[command(subcommand)]
    Occasion(Plain<Bare>),
    /// Standard answers
    #[command(subcommand)]
    Answer(Plain<Texted>),
    /// Clients' problems and where in the bank they are
    #[command(subcommand)]
    Problem(problem::ProblemCommand),
    /// Notes
    #[command(subcommand)]
    Note(Plain<Texted>),
    /// Readings of clients' businesses
    #[command(subcommand)]
    Audit(Plain<Bare>),
    /// Goals of clients, and ours with them
    #[command(subcommand)]
    Goal(Plain<Texted>),
    /// Planned figures
    #[command(subcommand)]
    Target(Plain<Bare>),
    /// How clients stand to each other
    #[command(subcommand)]
    Link(Plain<Bare>),
    /// The decision map of a client
    Map(map::MapArgs),
    /// What a client is worth
    Money(money::MoneyArgs),
    /// Clients by lifetime value
    Pyramid(pyramid::PyramidArgs),
    /// What a period brought: service, sales, marketing, effect, plan
    Report(report::ReportArgs),
    Search(search::SearchArgs),
    /// What to read before a negotiation
    Brief(brief::BriefArgs),
    /// Read a file into the book
    Import(import::ImportArgs),
    Sync(sync::SyncArgs),
    /// Write the book or a part of it
    Export(export::ExportArgs),
    /// The journal: what was changed, when
    History(history::HistoryArgs),
    /// Take back the last edits
    Undo(undo::UndoArgs),
    /// Make edits again that were taken back
    Redo(undo::RedoArgs),
    /// How this book counts and shows
    Settings(settings::SettingsArgs),
    /// Completions for a shell
    Completions(shell::CompletionsArgs),
    /// The manual page
    Man(shell::ManArgs),
}

impl Command {
    /// # Errors
    /// What the command could not do.
    pub fn run(self, session: &mut Session) -> Result<(), Failure> {
        match self {
            Self::Demo(args) => demo::run(session, &args),
            Self::Init(args) => init::run(session, &args),
            Self::Today(args) => today::run(session, &args),
            Self::Agenda(args) => agenda::run(session, &args),
            Self::Client(command) => client::run(session, command),
            Self::Person(command) => person::run(session, command),
            Self::Affiliation(command) => command.run(session, Entity::Affiliation),
            Self::Role(command) => role::run(session, command),
            Self::Stance(command) => role::run_stance(session, command),
            Self::Influence(command) => command.run(session, Entity::Influence),
            Self::Interest(command) => command.run(session, Entity::Interest),
            Self::Need(command) => need::run(session, command),
            Self::Visit(command) => visit::run(session, command),
            Self::Promise(command) => promise::run(session, command),
            Self::Product(command) => command.run(session, Entity::Product),
            Self::Holding(command) => command.run(session, Entity::Holding),
            Self::Offer(command) => offer::run(session, command),
            Self::Term(command) => command.run(session, Entity::ProposalTerm),
            Self::Score(command) => command.run(session, Entity::TermScore),
            Self::Concession(command) => command.run(session, Entity::Concession),
            Self::Evidence(command) => command.run(session, Entity::VipEvidence),
            Self::Ledger(command) => command.run(session, Entity::LedgerMonth),
            Self::Rate(command) => command.run(session, Entity::FxRate),
            Self::Budget(command) => command.run(session, Entity::ServiceBudget),
            Self::Spend(command) => command.run(session, Entity::ServiceSpend),
            Self::Satisfaction(command) => command.run(session, Entity::Satisfaction),
            Self::Occasion(command) => command.run(session, Entity::Occasion),
            Self::Answer(command) => command.run(session, Entity::Answer),
            Self::Problem(command) => problem::run(session, command),
            Self::Note(command) => command.run(session, Entity::Note),
            Self::Audit(command) => command.run(session, Entity::BusinessAudit),
            Self::Goal(command) => command.run(session, Entity::ClientGoal),
            Self::Target(command) => command.run(session, Entity::PlanTarget),
            Self::Link(command) => command.run(session, Entity::ClientLink),
            Self::Map(args) => map::run(session, &args),
            Self::Money(args) => money::run(session, &args),
            Self::Pyramid(args) => pyramid::run(session, &args),
            Self::Report(args) => report::run(session, &args),
            Self::Search(args) => search::run(session, &args),
            Self::Brief(args) => brief::run(session, &args),
            Self::Import(args) => import::run(session, &args),
            Self::Sync(args) => sync::run(session, &args),
            Self::Export(args) => export::run(session, &args),
            Self::History(args) => history::run(session, &args),
            Self::Undo(args) => undo::undo(session, &args),
            Self::Redo(args) => undo::redo(session, &args),
            Self::Settings(args) => settings::run(session, &args),
            Self::Completions(args) => shell::completions(session, &args),
            Self::Man(args) => shell::man(session, &args),
        }
    }
}
