//! `client`: the portfolio, with what is computed of each client; and two clients made one.

use clap::Subcommand;
use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json};
use super::grammar::{ListArgs, Plain, ShowArgs, Texted, noun_of, say_made};
use super::merge::{MergeArgs, takes};
use super::{listing, showing};
use crate::desk::Desk;
use crate::domain::figures::client_line::ClientLine;
use crate::domain::figures::known::Figure;
use crate::domain::figures::view::View;
use crate::domain::gates::Reasoned;
use crate::domain::{Arg, Client, Edit, Entity, Id, Record, Sentence};

#[derive(Debug, Subcommand)]
pub enum ClientCommand {
    #[command(flatten)]
    Plain(Plain<Texted>),
    /// Make two clients one: B goes into A
    Merge(MergeArgs),
}

/// # Errors
/// What the command could not do.
pub fn run(session: &mut Session, command: ClientCommand) -> Result<(), Failure> {
    match command {
        ClientCommand::Plain(Plain::List(args)) => list(session, &args),
        ClientCommand::Plain(Plain::Show(args)) => show(session, &args),
        ClientCommand::Plain(command) => command.run(session, Entity::Client),
        ClientCommand::Merge(args) => merge(session, &args),
    }
}

/// With the moves of its stage that needed a reason.
fn show(session: &mut Session, args: &ShowArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let client = find::client(desk.book(), &args.id)?;
    let moves = desk.stage_moves(client)?;
    let zone = desk.book().settings().zone;
    let day = |one: &Reasoned| one.at.with_timezone(&zone).date_naive();
    let told = moves
        .iter()
        .map(|one| json!({"on": day(one).to_string(), "to": one.to, "forced": one.forced, "reason": one.reason}));
    let figures = [("stage_moves".to_owned(), told.collect())].into_iter().collect();
    showing::show(session, &desk, Entity::Client, client.uuid, figures)?;
    if session.global.json || moves.is_empty() {
        return Ok(());
    }
    let rows = moves.iter().map(|one| {
        let id = if one.forced { "stage-forced" } else { "stage-went-back" };
        let what = session.words.say_with(id, &[("n", Arg::Count(one.to))]);
        vec![session.words.date(day(one)), what, one.reason.clone()]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    session.paper.gap();
    session.paper.heading(&format!("{} ({})", session.words.term("label.stage"), rows.len()));
    session.paper.table(&[], &rows);
    Ok(())
}

fn merge(session: &mut Session, args: &MergeArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    let keep = Id::new(find::record(desk.book(), Entity::Client, &args.a)?);
    let gone = Id::new(find::record(desk.book(), Entity::Client, &args.b)?);
    let edit = Edit::MergeClients { keep, gone, take: takes(&args.take)? };
    let made = super::merge::make(session, &mut desk, &edit)?;
    say_made(session, &made);
    Ok(())
}

fn list(session: &mut Session, args: &ListArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let noun = noun_of(Entity::Client)?;
    let records = listing::records(&desk, noun, args)?;
    let clients = records.iter().filter_map(|record| match record {
        Record::Client(client) if client.merged_into.is_none() => Some(&**client),
        _ => None,
    });
    let view = View::on(desk.book(), desk.today());
    let lines: Vec<Line<'_>> = clients.map(|client| Line::of(&view, client)).collect();
    if session.global.json {
        let rows: Json = lines.iter().map(|line| line.json(session)).collect();
        session.paper.json(&json::document([("clients", rows)]));
        return Ok(());
    }
    table(session, &desk, &lines);
    Ok(())
}

/// What the list says of a client, as the screen says it.
struct Line<'a> {
    client: &'a Client,
    said: ClientLine,
    satisfaction: Figure<rust_decimal::Decimal>,
}

impl<'a> Line<'a> {
    fn of(view: &View<'_>, client: &'a Client) -> Self {
        let said = ClientLine::of(view, client);
        let satisfaction = said.satisfaction.map_or_else(no_figure, |level| {
            let figure = Figure::known(level.shown()).parts(level.records, level.records);
            level.basis.mark().map_or(figure.clone(), |why| figure.because(why))
        });
        Self { client, said, satisfaction }
    }

    fn json(&self, session: &Session) -> Json {
        let words = &session.words;
        json!({
            "uid": self.client.head.uid.to_string(),
            "handle": self.client.handle,
            "name": self.client.name,
            "vip_category": self.client.vip_category.word(),
            "tier": self.said.tier.word(),
            "stage": self.client.stage,
            "status": self.client.status.word(),
            "overdue_days": self.said.overdue_days(),
            "last_contact": self.said.last_contact.map(|day| day.to_string()),
            "completeness": self.said.completeness,
            "satisfaction": json::figure(words, &self.satisfaction, |value| json::decimal(*value)),
            "ltv": json::figure(words, &self.said.ltv, crate::domain::field::FieldType::json),
        })
    }

    fn cells(&self, session: &Session) -> Vec<String> {
        let words = &session.words;
        let unknown = || words.unknown();
        let client = self.client;
        let ltv = self.said.ltv.value().map_or_else(unknown, |money| words.money_whole(*money));
        vec![
            client.handle.clone(),
            client.short_name.clone().unwrap_or_else(|| client.name.clone()),
            words.short(&client.vip_category.term()),
            words.short(&self.said.tier.term()),
            client.stage.map_or_else(|| "-".to_owned(), |stage| stage.to_string()),
            words.short(&client.status.term()),
            self.said.last_contact.map_or_else(unknown, |day| words.date(day)),
            self.said.overdue_days().map_or_else(|| "-".to_owned(), |days| days.to_string()),
            words.percent(self.said.completeness),
            self.satisfaction.value().map_or_else(unknown, |level| words.decimal(*level, 1)),
            if self.said.ltv.is_partial() { format!("≈ {ltv}") } else { ltv },
        ]
    }
}

fn no_figure<T>() -> Figure<T> {
    Figure::unknown(Sentence::new("why-no-figures"))
}

fn table(session: &mut Session, desk: &Desk, lines: &[Line<'_>]) {
    if lines.is_empty() {
        return listing::table(session, desk, &super::super::noun::NOUNS[0], &[], None);
    }
    let columns = ["handle", "name", "category", "tier", "stage", "status", "last", "overdue", "map", "mood", "ltv"];
    let heading: Vec<String> =
        columns.iter().map(|column| session.words.say(&format!("cli-clients-{column}"))).collect();
    let rows: Vec<Vec<String>> = lines.iter().map(|line| line.cells(session)).collect();
    session.paper.table(&heading, &rows);
}
