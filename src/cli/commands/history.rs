//! `history`: the journal, of the whole book or of one client or person.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json, say};
use crate::desk::{Desk, StepFilter};
use crate::domain::step::{Change, Step};
use crate::domain::{Id, Sentence};

/// The journal: what was changed, when
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    /// A client or a person
    #[arg(value_name = "CLIENT|PERSON")]
    who: Option<String>,
}

/// # Errors
/// Nobody of that name, or the file.
pub fn run(session: &mut Session, args: &HistoryArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let about = match &args.who {
        Some(who) => Some(find::client_or_person(desk.book(), who)?.1),
        None => None,
    };
    let mut steps = desk.steps(StepFilter { about, ..StepFilter::default() })?;
    steps.reverse();
    if session.global.json {
        let steps: Json = steps.iter().map(|step| document(session, &desk, step)).collect();
        session.paper.json(&json::document([("steps", steps)]));
        return Ok(());
    }
    if steps.is_empty() {
        session.done(&Sentence::new("no-steps"));
    }
    let zone = desk.book().settings().zone;
    let line = |step: &Step| {
        let local = step.at.with_timezone(&zone).naive_local();
        let title = session.words.sentence(&step.title);
        let title = step.reason.as_ref().map_or_else(|| title.clone(), |reason| session.words.told(&title, reason));
        vec![step.number.to_string(), session.words.moment_dated(local), title]
    };
    let rows: Vec<Vec<String>> = steps.iter().map(line).collect();
    session.paper.table(&[], &rows);
    Ok(())
}

fn document(session: &Session, desk: &Desk, step: &Step) -> Json {
    let client = step.client.map_or(Json::Null, |uuid| json::client(desk.book(), Id::new(uuid)));
    json!({
        "number": step.number,
        "at": crate::domain::date::instant_text(step.at),
        "kind": step.kind.word(),
        "title": session.words.sentence(&step.title),
        "client": client,
        "reason": step.reason,
        "changes": step.changes.iter().flat_map(|change| changes(session, desk, change)).collect::<Json>(),
    })
}

/// One line for each field that a change touches; `name` is what the record is called now, null once it is gone.
fn changes(session: &Session, desk: &Desk, change: &Change) -> Vec<Json> {
    let name = say::label(desk.book(), &session.words, change.entity(), change.uuid());
    let name = Some(name).filter(|name| !name.is_empty());
    let side = |record: &Option<crate::domain::Record>, field: &str| {
        record.as_ref().and_then(|record| record.field_json(field)).unwrap_or_default()
    };
    let line = |field: &str| {
        json!({
            "entity": change.entity().table(),
            "uid": change.uuid().to_string(),
            "name": name,
            "field": field,
            "before": side(&change.before, field),
            "after": side(&change.after, field),
        })
    };
    change.fields().into_iter().map(line).collect()
}
