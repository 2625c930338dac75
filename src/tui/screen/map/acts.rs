//! What is done on the map besides roles and stances: questions, lines, interests, people, steps that do not exist.

use serde_json::json;
use uuid::Uuid;

use super::source::Chosen;
use crate::domain::edit::{Fields, fields};
use crate::domain::field::FieldType;
use crate::domain::figures::contacts::{self, next_own};
use crate::domain::map::DecisionMap;
use crate::domain::parts::{AbsentStep, Question};
use crate::domain::table::AnyId;
use crate::domain::text::fold;
use crate::domain::words::{InfluenceKind, Level, RoleKind};
use crate::domain::{Amend, Arg, Client, Edit, Entity, Id, Person, Row, Sentence, Visit};
use crate::tui::layer::{Reply, Returned, View};
use crate::tui::widget::picker::{Candidate, Picker};

/// Puts a question about a cell to the next visit.
pub(super) fn ask_next(map: &DecisionMap, person: Option<Id<Person>>, kind: RoleKind, view: &View<'_>) -> Reply {
    let Some(visit) = next_own(view.book(), map.ask.client, view.desk.now()) else {
        return Reply::Refuse(Sentence::new("map-no-visit"));
    };
    let Some(asked) = map.question_of(view.book(), person, kind) else {
        return Reply::Refuse(Sentence::new("map-empty"));
    };
    let text = view.words.sentence(&asked.text);
    if visit.questions.iter().any(|question| fold(&question.text) == fold(&text)) {
        return Reply::Refuse(Sentence::new("map-asked-already").text("question", text));
    }
    let question = Question {
        text,
        about: asked.about,
        r#ref: asked.record.map(AnyId),
        step: asked.step.filter(|step| step.is_step()),
        asked: false,
        answer: None,
    };
    let questions: Vec<Question> = visit.questions.iter().cloned().chain([question]).collect();
    Reply::Make(Edit::Together {
        title: Sentence::new("map-title-question").date("day", visit.day(view.book().settings().zone)),
        client: Some(map.ask.client),
        edits: vec![Edit::Amend(Amend::new(Entity::Visit, visit.head.uid, fields([("questions", questions.json())])))],
    })
}

/// A step that this client does not have; the same again takes that back.
pub(super) fn absent(view: &View<'_>, client: Id<Client>, kind: RoleKind, reason: Option<&str>) -> Option<Edit> {
    let row = view.book().client.get(client)?;
    let mut steps: Vec<AbsentStep> = row.absent_steps.iter().filter(|step| step.step != kind).cloned().collect();
    if let Some(reason) = reason {
        steps.push(AbsentStep { step: kind, reason: reason.to_owned(), on: view.today() });
    }
    let title = if reason.is_some() { "title-step-absent" } else { "map-title-step-back" };
    Some(Edit::Together {
        title: Sentence::new(title).text("client", row.name.as_str()).word("step", kind.term()),
        client: Some(client),
        edits: vec![Edit::Amend(Amend::new(Entity::Client, client.uuid, fields([("absent_steps", steps.json())])))],
    })
}

pub(crate) fn add_interest(client: Id<Client>, person: Id<Person>, text: &str) -> Edit {
    let fields = fields([("client", client.json()), ("person", person.json()), ("text", json!(text))]);
    Edit::Add { entity: Entity::Interest, fields }
}

/// The people of the map, to go to one, or without somebody, to draw a line from them to another.
pub(super) fn pick_person(map: &DecisionMap, title: &str, but: Option<Id<Person>>, view: &View<'_>) -> Picker {
    let others = map.columns.iter().filter(|column| Some(column.person) != but);
    let candidate = |column: &crate::domain::map::Column| {
        let person = view.book().person.get(column.person)?;
        Some(Candidate {
            uuid: column.person.uuid,
            name: view.words.person_name(person, view.book().settings().name_display),
            beside: column.position.clone().unwrap_or_default(),
            also: format!("{} {}", person.handle, person.name_latin.clone().unwrap_or_default()),
        })
    };
    Picker::new(view.say(title), others.filter_map(candidate).collect(), false)
}

/// The kinds of lines: reporting, and influence of three strengths.
const LINES: [Option<i64>; 4] = [None, Some(1), Some(2), Some(3)];

pub(super) fn pick_line(view: &View<'_>) -> Picker {
    let candidate = |(at, strength): (usize, &Option<i64>)| Candidate {
        uuid: Uuid::from_u128(at as u128),
        name: match strength {
            None => view.words.term(&InfluenceKind::ReportsTo.term()),
            Some(n) => format!("{} {n}", view.words.term(&InfluenceKind::Influences.term())),
        },
        beside: String::new(),
        also: String::new(),
    };
    Picker::new(view.say("map-line-kind"), LINES.iter().enumerate().map(candidate).collect(), false)
}

/// The line that was chosen.
pub(super) fn add_line(client: Id<Client>, from: Id<Person>, to: Id<Person>, chosen: Uuid) -> Option<Edit> {
    let strength = LINES.get(usize::try_from(chosen.as_u128()).ok()?)?;
    let kind = if strength.is_some() { InfluenceKind::Influences } else { InfluenceKind::ReportsTo };
    let fields = fields([
        ("client", client.json()),
        ("from_person", from.json()),
        ("to_person", to.json()),
        ("kind", kind.json()),
        ("strength", strength.json()),
    ]);
    Some(Edit::Add { entity: Entity::Influence, fields })
}

/// Somebody new with a place at the client, from one line: family, given, position, level.
pub(crate) fn add_person(client: Id<Client>, typed: &str, view: &View<'_>) -> Option<Edit> {
    let mut parts: Vec<&str> = typed.split([',', '，', ';']).map(str::trim).collect();
    let level = parts.last().copied().filter(|_| parts.len() > 1).and_then(|word| level(word, view));
    if level.is_some() {
        parts.pop();
    }
    let mut parts = parts.into_iter();
    let first = parts.next().filter(|name| !name.is_empty())?;
    let rest: Vec<&str> = parts.collect();
    // Without commas between them the family name is the first word.
    let (family, given, position) = match (first.split_once(' '), rest.as_slice()) {
        (Some((family, given)), position) => (family, Some(given), position.first()),
        (None, [given, position @ ..]) => (first, Some(*given), position.first()),
        (None, []) => (first, None, None),
    };
    let person: Id<Person> = Id::new(Uuid::now_v7());
    let given = given.filter(|text| !text.is_empty());
    let position = position.filter(|text| !text.is_empty());
    let names = fields([("uid", person.json()), ("family_name", json!(family)), ("given_name", json!(given))]);
    let place = fields([
        ("person", person.json()),
        ("client", client.json()),
        ("position", json!(position)),
        ("level", level.json()),
    ]);
    let title = Sentence::new("title-added").with("entity", Arg::word("entity.person")).text("name", first);
    Some(Edit::Together {
        title,
        client: Some(client),
        edits: vec![
            Edit::Add { entity: Entity::Person, fields: names },
            Edit::Add { entity: Entity::Affiliation, fields: place },
        ],
    })
}

/// A level by the beginning of its word, short or full, in the language of the screens or as it is stored.
fn level(typed: &str, view: &View<'_>) -> Option<Level> {
    let typed = fold(typed);
    let begins = |level: &&Level| {
        let term = level.term();
        let words = [view.words.short(&term), view.words.term(&term), level.word().to_owned()];
        !typed.is_empty() && words.iter().any(|word| fold(word).starts_with(&typed))
    };
    Level::all().iter().find(begins).copied()
}

/// Ends the role that is held.
pub(super) fn end_role(map: &DecisionMap, person: Id<Person>, kind: RoleKind) -> Option<Edit> {
    let uuid = map.cell(kind, person)?.role.uuid;
    Some(Edit::Remove { entity: Entity::Role, uuid, fields: Fields::new(), reason: None })
}

/// The form of a role that is held.
pub(super) fn edit_role(map: &DecisionMap, person: Id<Person>, kind: RoleKind) -> Option<crate::tui::target::Target> {
    let uuid = map.cell(kind, person)?.role.uuid;
    Some(crate::tui::target::Target::Form { entity: Entity::Role, uuid: Some(uuid), client: Some(map.ask.client) })
}

/// The text written before, among the visits that can be a source.
const WRITTEN: Uuid = Uuid::nil();

/// What can confirm something of a person: the text written before, the visits at which the person was, the others. What
/// is typed instead is a source in words.
pub(super) fn pick_source(map: &DecisionMap, person: Id<Person>, written: Option<&str>, view: &View<'_>) -> Picker {
    let mut held = contacts::held(view.book(), map.ask.client, view.today());
    held.sort_by_key(|visit| !visit.came(person));
    let text = written.map(|text| Candidate {
        uuid: WRITTEN,
        name: view.private(text),
        beside: String::new(),
        also: String::new(),
    });
    let visit = |visit: &Visit| Candidate {
        uuid: visit.uid().uuid,
        name: super::source::visit_words(visit, view),
        beside: view.private(visit.purpose.clone().unwrap_or_default()),
        also: String::new(),
    };
    let name = view.words.name_on_map(view.book(), map, person);
    let title = view.say_with("map-source", &[("person", Arg::text(name))]);
    Picker::new(title, text.into_iter().chain(held.into_iter().map(visit)).collect(), true)
        .making("map-source-written")
        .without("map-source-type")
}

/// What was chosen or typed there.
pub(super) fn source(returned: Returned, written: Option<&str>) -> Option<Chosen> {
    match returned {
        Returned::Record(WRITTEN) => written.map(|text| Chosen::Text(text.to_owned())),
        Returned::Record(uuid) => Some(Chosen::Visit(Id::new(uuid))),
        Returned::New(text) => Some(Chosen::Text(text)),
        _ => None,
    }
}
