//! `import` of cards and calendars of other programs: what is asked, what is saved, and what is told at the end.

use std::io::BufRead;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::json;
use super::super::session::{Session, on_terminal};
use super::import_tally::Tally;
use crate::desk::{Brought, Desk};
use crate::domain::contacts::Question;
use crate::domain::intake::Rejected;
use crate::domain::{Answers, Arg, Client, Edit, Id, Sentence};
use crate::export::content::Unreadable;
use crate::export::table::Encoding;
use crate::export::vcard;

/// How a file of another program is read.
pub struct Wishes<'a> {
    /// The file's name, for what is told.
    pub name: &'a str,
    pub client: Option<Id<Client>>,
    /// UTF-8 where none is said.
    pub encoding: Option<Encoding>,
    pub strict: bool,
    pub dry_run: bool,
}

/// # Errors
/// The file cannot be read, a question cannot be asked, or nothing of it could be saved.
pub fn cards(session: &mut Session, from: impl BufRead, wishes: &Wishes<'_>, mut desk: Desk) -> Result<(), Failure> {
    let brought = cards_brought(session, &desk, from, wishes)?;
    save(session, &mut desk, brought, wishes)
}

/// # Errors
/// As [`cards`].
pub fn cards_brought(
    session: &Session,
    desk: &Desk,
    from: impl BufRead,
    wishes: &Wishes<'_>,
) -> Result<Brought, Failure> {
    let read = vcard::read(from, wishes.encoding).map_err(|why| unreadable(why, wishes.name))?;
    desk.cards(read, wishes.client, |question| ask(session, wishes, question))
}

/// Asks; a dry run says what would be asked, and takes it for no.
fn ask(session: &Session, wishes: &Wishes<'_>, question: &Question) -> Result<bool, Failure> {
    if wishes.dry_run && !session.global.yes && !on_terminal() {
        session.warn(&question.sentence);
        return Ok(false);
    }
    session.ask(&question.sentence)
}

/// # Errors
/// Why the file cannot be read on, in our words.
pub fn unreadable(why: Unreadable, name: &str) -> Failure {
    match why {
        Unreadable::WhichEncoding(question) => Failure::from(question).advising(Sentence::new("import-say-encoding")),
        why => why.sentence(Path::new(name)).into(),
    }
}

/// Saves what a file brought as one step, without what the rules refuse.
///
/// # Errors
/// Nothing of it could be saved, or one line may not be left out.
pub fn save(session: &mut Session, desk: &mut Desk, brought: Brought, wishes: &Wishes<'_>) -> Result<(), Failure> {
    if brought.found == 0 {
        return Err(Sentence::new("intake-empty").text("file", wishes.name).into());
    }
    let sifted = desk.sift(brought.batches, &Answers::yes())?;
    let mut rejected = brought.rejected;
    rejected.extend(sifted.rejected);
    rejected.sort_by_key(|rejected| rejected.line);
    for told in brought.notices.iter().chain(&rejected) {
        session.warn(&line(told));
    }
    for sentence in &brought.left_out {
        session.warn(sentence);
    }
    if wishes.strict && !rejected.is_empty() {
        return Err(Sentence::new("import-strict").count("n", rejected.len()).into());
    }
    if rejected.len() >= brought.found {
        return Err(Sentence::new("import-none-saved").text("file", wishes.name).into());
    }
    let edit = Edit::Import { title: Sentence::new("title-import").text("file", wishes.name), rows: sifted.rows };
    let planned = session.asking(|answers| desk.preview(&edit, answers))?;
    let tally = Tally::of(&planned, rejected.len());
    if wishes.dry_run {
        tally.show(session, desk, wishes.name);
        return Ok(());
    }
    tally.may_apply(session, desk)?;
    let made = session.asking(|answers| desk.make(&edit, answers))?;
    if session.global.json {
        let lines = rejected.iter().map(|told| json!({ "line": told.line, "why": session.words.sentence(&told.why) }));
        let document = json::document([
            ("added", tally.added.into()),
            ("changed", tally.changed.into()),
            ("rejected", lines.collect::<Json>()),
        ]);
        session.paper.json(&document);
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", wishes.name));
    } else {
        session.done(&tally.sentence(wishes.name));
    }
    Ok(())
}

/// `line 14: why`.
fn line(rejected: &Rejected) -> Sentence {
    let why = Arg::Sentence(Box::new(rejected.why.clone()));
    Sentence::new("import-line").with("line", Arg::text(rejected.line.to_string())).with("why", why)
}
