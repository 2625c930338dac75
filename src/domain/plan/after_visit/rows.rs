//! Problems, notes, the client's mood and the next visit, as a page brings them.

use serde_json::{Value as Json, json};

use super::Saved;
use crate::domain::after_visit::{MoodLine, NextVisit, NoteLine, ProblemLine, moods, next_of};
use crate::domain::book::Entity;
use crate::domain::edit::{Amend, Fields};
use crate::domain::entity::{Note, Problem, Satisfaction, Visit};
use crate::domain::field::FieldType;
use crate::domain::parts::Attendee;
use crate::domain::plan::{Planning, generic};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{moved, visit, whose};
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;
use crate::domain::words::{NoteSource, SatisfactionAbout, SatisfactionSource, Tri, VisitKind};

pub(super) fn problem(
    planning: &mut Planning<'_>,
    saved: &Saved,
    line: &ProblemLine,
    at: usize,
) -> Result<(), Refusal> {
    let title = line.title.as_deref().map(fold);
    let same = |row: &&Problem| saved.correcting && title.as_ref() == Some(&fold(&row.title));
    let found = match line.problem {
        Some(id) => {
            let problem = planning.need(id).map_err(|refusal| refusal.at("problem"))?;
            whose::row_of_visit(planning, saved.visit, Some(problem.client), "problem")?;
            Some(id.uuid)
        }
        None => planning.of::<Problem>(saved.visit).into_iter().find(same).map(|row| row.head.uid),
    };
    let given = said([
        ("title", line.title.clone().map(Json::from)),
        ("detail", line.detail.clone().map(Json::from)),
        ("kind", line.kind.map(|kind| kind.json())),
        ("topic", line.topic.map(|topic| topic.json())),
        ("severity", line.severity.map(Json::from)),
        ("raised_by", line.raised_by.map(|person| person.json())),
    ]);
    let from_visit = [("client", saved.client.json()), ("raised_on", saved.day.json()), ("visit", saved.visit.json())];
    let row = Line { entity: Entity::Problem, key: format!("problems[{at}]"), required: "title", off: line.off };
    put(planning, &row, found, given, from_visit.into_iter().collect())
}

pub(super) fn note(planning: &mut Planning<'_>, saved: &Saved, line: &NoteLine, at: usize) -> Result<(), Refusal> {
    let text = line.text.as_deref().map(fold);
    let same = |row: &&Note| saved.correcting && text.as_ref() == Some(&fold(&row.text));
    let found = match line.note {
        Some(id) => {
            let note = planning.need(id).map_err(|refusal| refusal.at("note"))?;
            whose::row_of_visit(planning, saved.visit, note.client, "note")?;
            Some(id.uuid)
        }
        None => planning.of::<Note>(saved.visit).into_iter().find(same).map(|row| row.head.uid),
    };
    let given = said([
        ("topic", line.topic.map(|topic| topic.json())),
        ("text", line.text.clone().map(Json::from)),
        ("class", line.class.map(|class| class.json())),
        ("person", line.person.map(|person| person.json())),
    ]);
    let from_visit = [
        ("client", saved.client.json()),
        ("on", saved.day.json()),
        ("visit", saved.visit.json()),
        ("source", NoteSource::Visit.json()),
    ];
    let row = Line { entity: Entity::Note, key: format!("notes[{at}]"), required: "text", off: line.off };
    put(planning, &row, found, given, from_visit.into_iter().collect())
}

pub(super) fn mood(planning: &mut Planning<'_>, saved: &Saved, line: &MoodLine) -> Result<(), Refusal> {
    let about = line.about.unwrap_or(SatisfactionAbout::Overall);
    let source = line.source.unwrap_or(SatisfactionSource::Said);
    let same = |row: &&Satisfaction| saved.correcting && (row.about, row.source) == (about, source);
    let found = match line.satisfaction {
        Some(id) => {
            let mood = planning.need(id).map_err(|refusal| refusal.at("satisfaction"))?;
            whose::row_of_visit(planning, saved.visit, Some(mood.client), "satisfaction")?;
            Some(id.uuid)
        }
        None => moods(planning.of::<Satisfaction>(saved.client).into_iter(), saved.client, saved.day)
            .find(same)
            .map(|row| row.head.uid),
    };
    let given = said([
        ("score", line.score.map(Json::from)),
        ("source", line.source.map(|source| source.json())),
        ("about", line.about.map(|about| about.json())),
        ("person", line.person.map(|person| person.json())),
        ("quote", line.quote.clone().map(Json::from)),
        ("conclusion", line.conclusion.clone().map(Json::from)),
    ]);
    let from_visit = [("client", saved.client.json()), ("on", saved.day.json())];
    let row = Line { entity: Entity::Satisfaction, key: "satisfaction".into(), required: "score", off: line.off };
    put(planning, &row, found, given, from_visit.into_iter().collect())
}

/// The visit agreed on: where this one was, with those who came. Corrected when it is still planned.
pub(super) fn next(planning: &mut Planning<'_>, saved: &Saved, line: &NextVisit) -> Result<(), Refusal> {
    let rows = planning.of::<Visit>(saved.visit);
    let found = next_of(rows.into_iter(), saved.visit).cloned();
    if line.off {
        return found.map_or(Ok(()), |_| Err(Refusal::no(Sentence::new("next-visit-stays")).at("start")));
    }
    let given = said([
        ("start", line.start.map(|start| start.json())),
        ("kind", line.kind.map(|kind| kind.json())),
        ("minutes", line.minutes.map(Json::from)),
        ("place_kind", line.place_kind.map(|kind| kind.json())),
        ("place", line.place.clone().map(Json::from)),
        ("purpose", line.purpose.clone().map(Json::from)),
    ]);
    if given.is_empty() {
        return Ok(());
    }
    if found.is_none() && line.start.is_none() {
        return Err(moved::required(Entity::Visit, "start"));
    }
    let this = planning.need(saved.visit)?;
    let again = who_came(this);
    let zone = found.as_ref().map_or(this.zone, |found| found.zone);
    let host = found.as_ref().map_or(this.host, |found| found.host);
    if line.kind == Some(VisitKind::Reception) && host.is_none() {
        return Err(Refusal::no(Sentence::new("next-reception-host")).at("kind"));
    }
    let new_start = line.start.filter(|start| found.as_ref().is_none_or(|found| found.start != *start));
    if new_start.is_some_and(|start| visit::is_long_past(planning, start, zone)) {
        return Err(Refusal::no(Sentence::new("next-visit-past")).at("start"));
    }
    let host = host.filter(|_| line.kind == Some(VisitKind::Reception));
    let from_visit = [
        ("client", saved.client.json()),
        ("followup_of", saved.visit.json()),
        ("zone", zone.json()),
        ("host", host.json()),
        ("attendees", again.json()),
    ];
    let row = Line { entity: Entity::Visit, key: "next".into(), required: "start", off: false };
    put(planning, &row, found.map(|found| found.head.uid), given, from_visit.into_iter().collect())
}

/// Those who came are expected again.
fn who_came(visit: &Visit) -> Vec<Attendee> {
    let came = visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::Yes));
    came.map(|attendee| Attendee { expected: true, came: None, ..attendee.clone() }).collect()
}

/// One line of the page as a row of the book.
struct Line {
    entity: Entity,
    key: String,
    /// The field without which there is no row.
    required: &'static str,
    off: bool,
}

fn said<const N: usize>(given: [(&str, Option<Json>); N]) -> Fields {
    given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// Changes the row that came from this visit, takes it out, or makes it.
fn put(
    planning: &mut Planning<'_>,
    line: &Line,
    found: Option<uuid::Uuid>,
    mut given: Fields,
    from_visit: Vec<(&str, Json)>,
) -> Result<(), Refusal> {
    let uuid = match found {
        Some(uuid) if line.off => {
            planning.take_out(line.entity, uuid);
            uuid
        }
        Some(uuid) => {
            generic::amend(planning, &Amend::new(line.entity, uuid, given))?;
            uuid
        }
        None if line.off => return Ok(()),
        None => {
            if !given.contains_key(line.required) && line.entity != Entity::Satisfaction {
                given.insert(line.required.to_owned(), json!(""));
            }
            given.extend(from_visit.into_iter().map(|(name, value)| (name.to_owned(), value)));
            generic::add(planning, line.entity, &given)?
        }
    };
    planning.stands_at((line.entity, uuid), line.key.clone(), true);
    Ok(())
}
