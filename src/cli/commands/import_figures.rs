//! `import` of a table of monthly figures: what has to be asked, and what is told at the end.

use serde_json::Value as Json;

use super::super::exit::Failure;
use super::super::json;
use super::super::session::Session;
use super::import_outcome::{Outcome, changes};
use super::import_table::{Given, left_out};
use crate::desk::Desk;
use crate::domain::ledger_file::{self, Figures, Mark, Reading, Unread, Wishes, Zero, told};
use crate::domain::plan::Planned;
use crate::domain::{Answers, Edit, Sentence};

/// # Errors
/// Something has to be said first, or no line could be saved.
pub fn run(session: &mut Session, mut desk: Desk, given: &Given<'_>) -> Result<(), Failure> {
    let reading = read(session, &desk, given)?;
    if reading.totals > 0 {
        session.warn(&Sentence::new("import-totals").count("n", reading.totals));
    }
    left_out(session, &reading.left_out);
    if reading.rows.is_empty() && reading.rejected.is_empty() {
        return Err(Sentence::new("import-no-rows").text("file", given.name).into());
    }
    let Reading { rows, rejected, totals, left_out, .. } = reading;
    let aside = vec![("totals", totals.into()), ("left_out", left_out.into())];
    let mut outcome = Outcome::of_lines(rows.len(), rejected);
    let edit = Edit::Figures(Figures { source: given.name.to_owned(), rows, replace: given.replace });
    if given.dry_run || given.strict {
        let planned = desk.preview(&edit, &Answers::yes())?;
        outcome.hear(&planned.warnings);
        outcome.count(planned.changes.iter().filter_map(|change| change.after.clone()));
        let refused = outcome.refused(given.strict, given.name);
        if given.dry_run || refused.is_some() {
            outcome.say(session);
        }
        if let Some(why) = refused {
            return Err(why.into());
        }
        if given.dry_run {
            dry(session, &desk, &planned, &outcome, aside, given.name);
            return Ok(());
        }
    }
    make(session, &mut desk, &edit, outcome, aside, given.name)
}

type Aside = Vec<(&'static str, Json)>;

/// Saves the figures and tells what they did.
fn make(
    session: &mut Session,
    desk: &mut Desk,
    edit: &Edit,
    mut outcome: Outcome,
    aside: Aside,
    name: &str,
) -> Result<(), Failure> {
    let made = session.asking(|answers| desk.make(edit, answers))?;
    outcome.hear(&made.warnings);
    outcome.say(session);
    outcome.count(made.changed.iter().filter_map(|(entity, uuid)| desk.book().record(*entity, *uuid)));
    if let Some(why) = outcome.refused(false, name) {
        return Err(why.into());
    }
    if session.global.json {
        let document = json::document(outcome.document(session).into_iter().chain(aside));
        session.paper.json(&document);
    } else if made.changed.is_empty() {
        session.done(&Sentence::new("import-nothing-new").text("file", name));
    } else {
        session.done(&outcome.sentence(name));
        made.ending.iter().for_each(|ending| session.done(&ending.sentence()));
    }
    Ok(())
}

/// Reads the table, asking for what it does not say itself.
fn read(session: &Session, desk: &Desk, given: &Given<'_>) -> Result<Reading, Failure> {
    let mut wishes = Wishes { client: given.client, mapping: given.map.clone(), mark: given.mark, zero: given.zero };
    loop {
        match ledger_file::read(desk.book(), &given.table, &wishes) {
            Ok(reading) if reading.zeros == 0 => return Ok(reading),
            Ok(_) if session.global.yes => wishes.zero = Some(Zero::Keep),
            Ok(reading) => {
                let question = Sentence::new("import-zero-ask").count("n", reading.zeros);
                let choices = [("0", Zero::Keep), ("u", Zero::Unknown)];
                wishes.zero = Some(session.choose(&question, &choices, "import-say-zero")?);
            }
            Err(Unread::WhichMark(question)) => wishes.mark = Some(which_mark(session, &question)?),
            Err(Unread::No(why)) => return Err(why.into()),
        }
    }
}

/// # Errors
/// Nobody is there to say which mark divides the numbers of a column.
pub fn which_mark(session: &Session, question: &Sentence) -> Result<Mark, Failure> {
    session.choose(question, &[(",", Mark::Comma), (".", Mark::Point)], "import-say-decimal")
}

/// What would change, month by month.
fn dry(session: &mut Session, desk: &Desk, planned: &Planned, outcome: &Outcome, aside: Aside, name: &str) {
    if session.global.json {
        let changes = changes(session, desk, &planned.changes);
        let parts = outcome.document(session).into_iter().chain(aside).chain([("changes", changes)]);
        session.paper.json(&json::document(parts));
        return;
    }
    let told = told::changes(desk.book(), &planned.changes).into_iter().map(|line| line.sentence);
    for sentence in told.chain([outcome.sentence(name), Sentence::new("nothing-saved")]) {
        let line = session.words.sentence(&sentence);
        session.paper.line(&line);
    }
}
