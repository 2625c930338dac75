//! `settings`: how this book counts and shows; every change is a step.

use clap::Subcommand;
use serde_json::Value as Json;

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{json, say, value};
use crate::desk::Desk;
use crate::domain::book::SETTINGS;
use crate::domain::edit::Amend;
use crate::domain::field::Field;
use crate::domain::table::Row;
use crate::domain::{Book, Edit, Entity, Record, Sentence, Settings};

#[derive(Debug, clap::Args)]
pub struct SettingsArgs {
    #[command(subcommand)]
    command: Option<SettingsCommand>,
}

#[derive(Debug, Subcommand)]
enum SettingsCommand {
    /// Show one setting
    Show {
        /// A setting, or one part of it: cadence_days.strategic
        key: Option<String>,
    },
    /// Change one setting
    Set {
        /// A setting, or one part of it: cadence_days.strategic
        key: String,
        /// The new value; nothing for unknown
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
}

/// # Errors
/// No such setting, or a value it cannot hold.
pub fn run(session: &mut Session, args: &SettingsArgs) -> Result<(), Failure> {
    let mut desk = session.open()?;
    match &args.command {
        None | Some(SettingsCommand::Show { key: None }) => {
            all(session, &desk);
            Ok(())
        }
        Some(SettingsCommand::Show { key: Some(key) }) => one(session, &desk, key),
        Some(SettingsCommand::Set { key, value }) => set(session, &mut desk, key, value),
    }
}

fn record(book: &Book) -> Record {
    book.settings().clone().into_record()
}

fn all(session: &mut Session, desk: &Desk) {
    let record = record(desk.book());
    if session.global.json {
        let settings = json::record(desk.book(), &session.words, &record);
        session.paper.json(&json::document([("settings", settings)]));
        return;
    }
    let cells = |field: &Field| vec![field.name.to_owned(), say::value(desk.book(), &session.words, &record, field)];
    let rows: Vec<Vec<String>> = Settings::FIELDS.iter().map(cells).collect();
    session.paper.table(&[], &rows);
}

fn field(key: &str) -> Result<(&'static Field, Option<&str>), Failure> {
    let (name, part) = key.split_once('.').map_or((key, None), |(name, part)| (name, Some(part)));
    let unknown = || Failure::refused(Sentence::new("unknown-setting").text("input", key));
    Entity::Settings.field(name).map(|field| (field, part)).ok_or_else(unknown)
}

fn one(session: &mut Session, desk: &Desk, key: &str) -> Result<(), Failure> {
    let (field, part) = field(key)?;
    let record = record(desk.book());
    let document = json::record(desk.book(), &session.words, &record);
    let shown = document.get(field.name).cloned().unwrap_or_default();
    let shown = match part {
        Some(part) => {
            let unknown = || Failure::refused(Sentence::new("unknown-setting").text("input", key));
            shown.get(part).cloned().ok_or_else(unknown)?
        }
        None => shown,
    };
    if session.global.json {
        session.paper.json(&json::document([("settings", serde_json::json!({ key: shown }))]));
        return Ok(());
    }
    let text = match (&shown, part) {
        (Json::Null, _) => session.words.unknown(),
        (shown, Some(_)) => shown.as_str().map_or_else(|| shown.to_string(), str::to_owned),
        (_, None) => say::value(desk.book(), &session.words, &record, field),
    };
    session.paper.line(&text);
    Ok(())
}

fn set(session: &mut Session, desk: &mut Desk, key: &str, text: &str) -> Result<(), Failure> {
    field(key)?;
    let before = record(desk.book());
    let fields = value::fields(desk, Entity::Settings, Some(&before), &[format!("{key}={text}")])?;
    let made = session.make(desk, &Edit::Amend(Amend::new(Entity::Settings, SETTINGS, fields)))?;
    session.done(&made.title);
    Ok(())
}
