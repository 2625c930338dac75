//! `import` of a table of records: clients, people, roles and the like. What is asked, and what is told at the end.

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{json, say};
use super::import_figures::which_mark;
use super::import_outcome::{Outcome, changes};
use super::import_table::{Given, left_out};
use super::import_tally::Tally;
use crate::desk::Desk;
use crate::domain::ledger_file::Unread;
use crate::domain::plan::Planned;
use crate::domain::record_file::{FileRows, Reading, RecordKind, Wishes};
use crate::domain::step::Change;
use crate::domain::{Arg, Book, Edit, Sentence};
use crate::i18n::{Words, labels};

/// # Errors
/// Something has to be said first, or no line could be saved.
pub fn run(session: &mut Session, mut desk: Desk, kind: RecordKind, given: &Given<'_>) -> Result<(), Failure> {
    let reading = read(session, &desk, kind, given)?;
    left_out(session, &reading.left_out);
    if reading.rows.is_empty() && reading.rejected.is_empty() && reading.unchanged == 0 {
        return Err(Sentence::new("import-no-rows").text("file", given.name).into());
    }
    let Reading { rows, rejected, unchanged, .. } = reading;
    let mut outcome = Outcome::of_records(rows.len(), unchanged, rejected);
    let edit = Edit::Rows(FileRows { source: given.name.to_owned(), rows });
    let planned = session.asking(|answers| desk.preview(&edit, answers))?;
    outcome.hear(&planned.warnings);
    outcome.count(planned.changes.iter().filter_map(|change| change.after.clone()));
    outcome.say(session);
    if let Some(why) = outcome.refused(given.strict, given.name) {
        return Err(why.into());
    }
    if given.dry_run {
        dry(session, &desk, &planned, &outcome, given.name);
        return Ok(());
    }
    Tally::of(&planned, 0).may_apply(session, &desk)?;
    let made = session.asking(|answers| desk.make(&edit, answers))?;
    if session.global.json {
        let document = json::document(outcome.document(session));
        session.paper.json(&document);
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", given.name));
    } else {
        session.done(&outcome.sentence(given.name));
        made.ending.iter().for_each(|ending| session.done(&ending.sentence()));
    }
    Ok(())
}

/// Reads the table, asking for the decimal mark where it reads in two ways.
fn read(session: &Session, desk: &Desk, kind: RecordKind, given: &Given<'_>) -> Result<Reading, Failure> {
    let wishes = Wishes {
        client: given.client,
        mapping: &given.map,
        mark: given.mark,
        replace: given.replace,
        source: given.name,
    };
    let read = |wishes: &Wishes<'_>| desk.records(kind, &given.table, wishes, &labels);
    let which = match read(&wishes) {
        Err(Unread::WhichMark(question)) => which_mark(session, &question)?,
        Err(Unread::No(why)) => return Err(why.into()),
        Ok(reading) => return Ok(reading),
    };
    match read(&Wishes { mark: Some(which), ..wishes }) {
        Err(Unread::WhichMark(why) | Unread::No(why)) => Err(why.into()),
        Ok(reading) => Ok(reading),
    }
}

/// What a change would make of a record, in one line; `before` and `after` are the book without and with it.
fn told(words: &Words, before: &Book, after: &Book, change: &Change) -> String {
    let (entity, uuid) = (change.entity(), change.uuid());
    let name = say::label(if change.after.is_some() { after } else { before }, words, entity, uuid);
    let about = |id: &str| Sentence::new(id).word("entity", entity.term()).text("name", &name);
    let (Some(was), Some(is)) = (&change.before, &change.after) else {
        return words.sentence(&about("import-record-new"));
    };
    let fields = change.fields().into_iter().filter_map(|field| entity.field(field)).map(|field| {
        let label = Arg::Label(entity.table().to_owned(), field.name.to_owned());
        let sentence = Sentence::new("import-value").with("field", label);
        let sentence = sentence.text("before", say::value(before, words, was, field));
        Arg::Sentence(Box::new(sentence.text("after", say::value(after, words, is, field))))
    });
    words.sentence(&about("import-record-changed").with("changes", Arg::List(fields.collect())))
}

/// What would come and change, record by record.
fn dry(session: &mut Session, desk: &Desk, planned: &Planned, outcome: &Outcome, name: &str) {
    if session.global.json {
        let changes = changes(session, desk, &planned.changes);
        let parts = outcome.document(session).into_iter().chain([("changes", changes)]);
        session.paper.json(&json::document(parts));
        return;
    }
    let mut after = desk.book().clone();
    planned.changes.iter().for_each(|change| after.apply(change));
    let told = |change| told(&session.words, desk.book(), &after, change);
    let told: Vec<String> = planned.changes.iter().map(told).collect();
    told.iter().for_each(|line| session.paper.line(line));
    for sentence in [outcome.sentence(name), Sentence::new("nothing-saved")] {
        let line = session.words.sentence(&sentence);
        session.paper.line(&line);
    }
}
