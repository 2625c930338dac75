//! `init`: a new empty book.

use serde_json::Value as Json;

use super::super::exit::Failure;
use super::super::session::{Session, data_directory, on_terminal};
use crate::desk::{Desk, Passphrase};
use crate::domain::book::SETTINGS;
use crate::domain::edit::{Amend, Fields};
use crate::domain::{Edit, Entity, Sentence};

/// The departments of a bank, in the language in which the book is made.
const DEPARTMENTS: &[&str] = &["operations", "products", "service", "branch", "head-office", "legal", "risk", "it"];

/// Make a new empty book
#[derive(Debug, Default, clap::Args)]
pub struct InitArgs {
    /// Encrypt it with a passphrase, typed or from --passphrase-file or --passphrase-fd
    #[arg(long)]
    encrypt: bool,
}

/// # Errors
/// The file is there, its directory is not, or there is no passphrase.
pub fn run(session: &mut Session, args: &InitArgs) -> Result<(), Failure> {
    let path = session.path()?;
    if session.global.book.is_none() {
        let dir = data_directory()?;
        std::fs::create_dir_all(&dir).map_err(|error| {
            let what = Sentence::new("file-not-written").text("file", dir.display().to_string());
            Failure::from(what.with("why", crate::export::write::why(&error)))
        })?;
    }
    let passphrase = if args.encrypt { Some(new_passphrase(session)?) } else { None };
    let mut desk = Desk::make_book(&path, passphrase.as_ref(), session.clock())?;
    let edit = first_settings(session);
    session.make(&mut desk, &edit)?;
    session.done(&Sentence::new("book-made").text("file", path.display().to_string()));
    Ok(())
}

fn new_passphrase(session: &Session) -> Result<Passphrase, Failure> {
    use secrecy::ExposeSecret;
    if !cfg!(feature = "cipher") {
        return Err(crate::desk::StoreError::NoCipher.into());
    }
    if let Some(passphrase) = session.passphrase()? {
        return Ok(passphrase);
    }
    if !on_terminal() {
        return Err(Failure::from(Sentence::new("cli-encrypt-with-what")));
    }
    let first = session.type_passphrase("cli-new-passphrase")?;
    let second = session.type_passphrase("cli-repeat-passphrase")?;
    if first.expose_secret() != second.expose_secret() {
        return Err(Sentence::new("passphrases-differ").into());
    }
    Ok(first)
}

/// What a new book takes from where it is made: language, zone, departments.
fn first_settings(session: &Session) -> Edit {
    let lang = session.words.lang();
    let zone = iana_time_zone::get_timezone().ok().filter(|zone| zone.parse::<chrono_tz::Tz>().is_ok());
    let department = |name: &&str| Json::from(session.words.say(&format!("cli-department-{name}")));
    let departments: Json = DEPARTMENTS.iter().map(department).collect();
    let layout = if lang == crate::domain::words::Language::Bg { "bg_phonetic_new" } else { "ru" };
    let mut fields = Fields::new();
    fields.insert("ui_language".to_owned(), lang.word().into());
    fields.insert("brief_language".to_owned(), lang.word().into());
    fields.insert("zone".to_owned(), zone.unwrap_or_else(|| "UTC".to_owned()).into());
    fields.insert("departments".to_owned(), departments);
    fields.insert("key_layout".to_owned(), layout.into());
    Edit::Amend(Amend::new(Entity::Settings, SETTINGS, fields))
}
