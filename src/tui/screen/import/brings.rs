//! What a record of a file brings, in one line: whom or what it is about, what changes there, and what comes with it.

use uuid::Uuid;

use super::prepared::{Key, Line, Part};
use crate::domain::intake::may_apply;
use crate::domain::step::Change;
use crate::domain::{Arg, Client, Entity, Id, Record, Sentence};
use crate::tui::layer::View;
use crate::tui::screen::form::name;
use crate::tui::target::Target;
use crate::tui::theme::Tone;

/// The first of the records is what the line is about; the others come with it.
pub(super) fn line((key, taken): (Key, bool), records: &[Record], view: &View<'_>) -> Line {
    let Some((record, others)) = records.split_first() else {
        return Line::told(Sentence::new("import-brings-nothing"), Tone::Muted);
    };
    let before = view.book().record(record.entity(), record.uuid());
    let sentence = Sentence::new(if before.is_some() { "import-brings-change" } else { "import-brings-new" });
    let sentence = sentence.word("entity", record.entity().term()).text("name", name::of_record(record, view));
    let opens = before.as_ref().map(|record| Target::Record(record.entity(), record.uuid()));
    let beside = match before {
        Some(before) => changed(before, record, others, view),
        None => records.iter().flat_map(|record| beside(record, view)).map(Arg::text).collect(),
    };
    let part = Part::Change(key, taken);
    Line { part, opens, ..Line::told(sentence.with("beside", Arg::List(beside)), Tone::Plain) }
}

/// The fields that change, and what else comes or changes.
fn changed(before: Record, record: &Record, others: &[Record], view: &View<'_>) -> Vec<Arg> {
    let change = Change { before: Some(before), after: Some(record.clone()) };
    let label = |field: &str| Arg::Label(record.entity().table().to_owned(), field.to_owned());
    let differs = |other: &&Record| view.book().record(other.entity(), other.uuid()).as_ref() != Some(*other);
    let others = others.iter().filter(differs).map(|other| Arg::word(other.entity().term()));
    change.fields().into_iter().map(label).chain(others).collect()
}

/// What tells a new record from others: position and firm of a person, client and purpose of a visit.
fn beside(record: &Record, view: &View<'_>) -> Vec<String> {
    let client = |uuid: Uuid| name::client(Id::<Client>::new(uuid), view);
    let words = match record {
        Record::Affiliation(place) => place.position.clone(),
        Record::Visit(visit) => visit.purpose.clone(),
        Record::FxRate(row) => return vec![view.words.exact(row.rate)],
        Record::Occasion(row) => row.person.map(|person| name::person(person, view)),
        _ => None,
    };
    let whose = record.client().filter(|_| record.entity() != Entity::Client).map(client);
    match record {
        // Where a person works stands behind what they are there.
        Record::Affiliation(_) => words.into_iter().chain(whose).collect(),
        _ => whose.into_iter().chain(words).collect(),
    }
}

/// What is asked before a file changes many clients, by the records it touches.
pub(super) fn many(records: impl Iterator<Item = (Entity, Uuid)> + Clone, view: &View<'_>) -> Option<Sentence> {
    let known = records.clone().filter(|(entity, uuid)| view.book().contains(*entity, *uuid));
    let (all, changed) = (records.count(), known.clone().count());
    let clients = known.filter(|(entity, _)| *entity == Entity::Client).count();
    may_apply(view.book(), clients, (all - changed, changed, 0))
}
