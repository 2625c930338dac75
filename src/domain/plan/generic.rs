//! Adding, amending and taking out rows of any entity, by their fields.

use serde_json::Value as Json;
use uuid::Uuid;

use super::ending::{Ending, may_go};
use super::{Planning, client_moves, defaults, fill, namesake, offers};
use crate::domain::book::{Entity, Record};
use crate::domain::edit::{Amend, Fields};
use crate::domain::entity::{Client, Person, ProposalTerm};
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Fault, Id, Row};

/// Puts a new row and names the step after it. `uid` among the fields is the uid the row is to have, so that other
/// rows of the same edit can point at it.
pub(super) fn add(planning: &mut Planning<'_>, entity: Entity, fields: &Fields) -> Result<Uuid, Refusal> {
    if entity == Entity::Settings {
        // There is one row of them, and it is there already.
        return Err(Refusal::no(Sentence::new("settings-stay")));
    }
    let mut fields = fields.clone();
    let mut head = planning.new_head();
    if let Some(uid) = fields.remove("uid") {
        head.uid = wanted_uid(planning, entity, &uid)?;
    }
    let uuid = head.uid;
    if entity == Entity::Affiliation && namesake::stands_there(planning, &mut fields)? {
        return Ok(uuid);
    }
    let fields = defaults::fill(planning, entity, &fields);
    let mut record = entity.record(head, &fields).map_err(|fault| lacking(planning, entity, &fields, fault))?;
    fill::complete(planning, None, &mut record, &fields)?;
    let title = titled("title-added", planning, &record);
    planning.default_title(title, client_of(planning, &record));
    planning.put_record(record);
    Ok(uuid)
}

/// What is said where a new row lacks what it is about.
fn lacking(planning: &Planning<'_>, entity: Entity, fields: &Fields, fault: Fault) -> Refusal {
    let emptied = fields.get(&fault.field).is_some_and(Json::is_null);
    if fault.sentence.id != "required-field" && !emptied {
        return fault.into();
    }
    let person = defaults::id::<Person>(fields, "person").and_then(|id| planning.get(id));
    let sentence = match (entity, fault.field.as_str(), person) {
        (Entity::Interest, "text", Some(person)) => {
            Sentence::new("what-does-person-want").text("person", person.display_name())
        }
        (_, field, _) => match entity.field(field) {
            Some(field) => rules::fields::missing(entity, field),
            None => fault.sentence,
        },
    };
    Refusal::no(sentence).at(fault.field)
}

fn wanted_uid(planning: &Planning<'_>, entity: Entity, uid: &Json) -> Result<Uuid, Refusal> {
    let wrong = || Refusal::no(Sentence::new("not-a-uid").with("input", crate::domain::field::shown(uid))).at("uid");
    let uuid: Uuid = uid.as_str().and_then(|text| text.parse().ok()).ok_or_else(wrong)?;
    if planning.contains(entity, uuid) { Err(wrong()) } else { Ok(uuid) }
}

/// Puts a row with other values in some fields.
pub(super) fn amend(planning: &mut Planning<'_>, amend: &Amend) -> Result<(), Refusal> {
    let stands = planning.stands_for(amend.uuid);
    if stands != amend.uuid && amend.entity == Entity::Person {
        return namesake::say_again(planning, Id::new(stands), &amend.fields);
    }
    let before = there(planning, amend.entity, amend.uuid)?;
    let mut record = before.clone();
    planning.set_reason(amend.reason.as_deref());
    planning.set_force(amend.force);
    for (field, json) in &amend.fields {
        record.set_field(field, json).map_err(|sentence| unset(amend.entity, field, json, sentence))?;
    }
    if let (Record::Client(before), Record::Client(row)) = (&before, &mut record) {
        client_moves::complete(planning, before, row, &amend.fields)?;
    }
    fill::complete(planning, Some(&before), &mut record, &amend.fields)?;
    let title = changed(planning, &record, &amend.fields);
    planning.default_title(title, client_of(planning, &record));
    planning.put_record(record);
    Ok(())
}

/// A field that cannot be unknown says what it is for; another says what is wrong with its value.
fn unset(entity: Entity, name: &str, json: &Json, sentence: Sentence) -> Refusal {
    let required = entity.field(name).filter(|_| json.is_null());
    Refusal::no(required.map_or(sentence, |field| rules::fields::missing(entity, field))).at(name)
}

/// The row; the settings of a book that has none yet are its defaults.
fn there(planning: &Planning<'_>, entity: Entity, uuid: Uuid) -> Result<Record, Refusal> {
    let settings = || (entity == Entity::Settings).then(|| planning.book().settings().clone().into_record());
    planning.record(entity, uuid).or_else(settings).ok_or_else(|| Refusal::gone().of(entity, uuid))
}

fn changed(planning: &Planning<'_>, record: &Record, fields: &Fields) -> Sentence {
    let entity = record.entity();
    let labels = fields.keys().map(|field| Arg::Label(entity.table().to_owned(), field.clone()));
    let list = Arg::List(labels.collect());
    if entity == Entity::Settings {
        return Sentence::new("title-settings").with("list", list);
    }
    titled("title-changed-fields", planning, record).with("list", list)
}

/// Takes a row out the way its entity ends: by its move where it has one, else by a change without an after.
pub(super) fn remove(
    planning: &mut Planning<'_>,
    entity: Entity,
    uuid: Uuid,
    fields: &Fields,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let record = there(planning, entity, uuid)?;
    may_go(planning, &record)?;
    let Some(ending) = Ending::of(&record, planning.today) else {
        planning.set_reason(reason);
        let title = titled("title-removed", planning, &record);
        planning.default_title(title, client_of(planning, &record));
        if let Record::Concession(given) = &record {
            offers::concede(planning, (Some(given), None));
        }
        planning.take_out(entity, uuid);
        return Ok(());
    };
    if let Record::Visit(visit) = &record {
        rules::visit::may_be_called_off(visit.status)?;
    }
    let mut all = ending.fields;
    all.extend(fields.clone());
    if all.contains_key("to") {
        let title = titled("title-ended", planning, &record);
        planning.default_title(title, client_of(planning, &record));
    }
    let reason = reason.map(str::to_owned);
    amend(planning, &Amend { reason, ..Amend::new(entity, uuid, all) })
}

/// A title that names a row; what a role is says more than that it is one.
fn titled(id: &str, planning: &Planning<'_>, record: &Record) -> Sentence {
    let of_role = match id {
        "title-added" => Some("title-role"),
        "title-ended" => Some("title-role-ended"),
        _ => None,
    };
    match (of_role, record) {
        (Some(id), Record::Role(role)) => {
            Sentence::new(id).text("person", name_of(planning, record)).word("kind", role.kind.term())
        }
        _ => Sentence::new(id).word("entity", record.entity().term()).text("name", name_of(planning, record)),
    }
}

/// What a row is called in the title of a step: its own text, else that of what it is about.
pub(super) fn name_of(planning: &Planning<'_>, record: &Record) -> String {
    if let Record::Person(person) = record {
        return person.display_name();
    }
    for field in ["name", "title", "text", "question", "label", "code"] {
        if let Some(text) = record.field_json(field).as_ref().and_then(|json| json.as_str()) {
            return text.to_owned();
        }
    }
    about(planning, record).unwrap_or_else(|| {
        let client = record.client().and_then(|uuid| planning.get(Id::<Client>::new(uuid)));
        client.map(|client| client.name.clone()).unwrap_or_default()
    })
}

/// The client that a row is about, through its offer where it is a part of one.
fn client_of(planning: &Planning<'_>, record: &Record) -> Option<Uuid> {
    let of_term = |term| Some(planning.get(planning.get::<ProposalTerm>(term)?.proposal)?.client.uuid);
    match record {
        Record::ProposalTerm(term) => Some(planning.get(term.proposal)?.client.uuid),
        Record::TermScore(score) => of_term(score.term),
        Record::Concession(concession) => of_term(concession.term),
        Record::ClientLink(link) => Some(link.a.uuid),
        record => record.client(),
    }
}

/// The name of the person, the product or the term that a row without a text of its own is about.
fn about(planning: &Planning<'_>, record: &Record) -> Option<String> {
    let person = |id: Id<Person>| planning.get(id).map(Person::display_name);
    match record {
        Record::Affiliation(place) => person(place.person),
        Record::Role(role) => person(role.person),
        Record::Stance(stance) => person(stance.person),
        Record::Influence(line) => Some(format!("{}, {}", person(line.from_person)?, person(line.to_person)?)),
        Record::Occasion(occasion) => person(occasion.person?),
        Record::Holding(holding) => {
            let language = planning.book().settings().ui_language;
            planning.get(holding.product).map(|product| product.name.say(language).to_owned())
        }
        Record::FxRate(rate) => Some(format!("{} {}", rate.currency, rate.month)),
        Record::ServiceBudget(budget) => Some(budget.year.to_string()),
        Record::PlanTarget(target) if target.client.is_none() => Some(target.year.to_string()),
        Record::TermScore(score) => planning.get(score.interest).map(|interest| interest.text.clone()),
        Record::Concession(concession) => planning.get(concession.term).map(|term| term.label.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::date::PartialDate;
    use crate::domain::edit::Edit;
    use crate::domain::entity::{Affiliation, Interest, Role, Stance, Visit};
    use crate::domain::refusal::Answers;
    use crate::domain::trial::{Trial, add, amend, fields};
    use crate::domain::words::{ClientStatus, EndReason};

    fn remove(entity: Entity, uuid: Uuid) -> Edit {
        Edit::Remove { entity, uuid, fields: Fields::new(), reason: None }
    }

    #[test]
    fn what_is_not_said_of_a_new_row_is_today_and_the_books_own() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        trial.make(&add(Entity::Visit, json!({ "client": client, "start": "2026-11-24T10:00" })));
        assert_eq!(trial.only::<Visit>().zone, chrono_tz::Europe::Sofia);
        trial.make(&add(Entity::Stance, json!({ "client": client, "person": orlova, "value": 1 })));
        assert_eq!(trial.only::<Stance>().on, trial.today);
        let held = trial.has(
            Entity::Visit,
            json!({ "client": client, "start": "2026-11-20T10:00", "zone": "Europe/Sofia", "status": "held" }),
        );
        let interest = json!({ "client": client, "person": orlova, "text": "rest", "visit": held.to_string() });
        trial.make(&add(Entity::Interest, interest));
        assert_eq!(trial.only::<Interest>().learned_on.to_string(), "2026-11-20");
    }

    #[test]
    fn a_handle_is_made_once_and_no_renaming_changes_it() {
        let mut trial = Trial::new();
        trial.make(&add(Entity::Client, json!({ "name": "Волга-Металл" })));
        trial.make(&add(Entity::Client, json!({ "name": "Волга Металл" })));
        trial.make(&add(Entity::Person, json!({ "full_name": "李伟" })));
        let mut handles: Vec<&str> = trial.book.client.iter().map(|client| client.handle.as_str()).collect();
        handles.sort_unstable();
        assert_eq!(handles, ["alfa", "volga-metall", "volga-metall-2"]);
        trial.make(&amend(Entity::Client, trial.client, json!({ "name": "Omega" })));
        assert_eq!(trial.row::<Client>(trial.client).handle, "alfa");
        assert!(trial.book.person.iter().all(|person| !person.handle.is_empty()));
    }

    #[test]
    fn the_uid_of_a_new_row_can_be_given_for_others_to_point_at() {
        let mut trial = Trial::new();
        let uid = Uuid::from_u128(900);
        let edits = vec![
            add(Entity::Person, json!({ "uid": uid.to_string(), "full_name": "Anna Klein" })),
            add(Entity::Affiliation, json!({ "person": uid.to_string(), "client": trial.client.to_string() })),
        ];
        trial.make(&Edit::Together { title: Sentence::new("title-map"), client: None, edits });
        assert!(trial.book.affiliation.iter().any(|place| place.person.uuid == uid));
        let again = add(Entity::Person, json!({ "uid": uid.to_string(), "full_name": "Anna" }));
        assert_eq!(trial.refusal(&again), "not-a-uid");
    }

    #[test]
    fn a_namesake_at_the_same_client_is_asked_about_and_never_merged_by_itself() {
        for (answers, people) in [(Answers::yes(), 2), (no(), 3)] {
            let mut trial = Trial::new();
            let uid = Uuid::from_u128(900).to_string();
            let edits = vec![
                add(Entity::Person, json!({ "uid": uid, "full_name": "ORLOVA", "languages": ["ru"] })),
                add(Entity::Affiliation, json!({ "person": uid, "client": trial.client.to_string() })),
                add(Entity::Role, json!({ "person": uid, "client": trial.client.to_string(), "kind": "agrees" })),
            ];
            let edit = Edit::Together { title: Sentence::new("title-map"), client: None, edits };
            assert_eq!(trial.refusal(&edit), "same-person-ask");
            trial.answers = answers;
            trial.make(&edit);
            assert_eq!(trial.book.count(Entity::Person), people);
            assert_eq!(trial.book.count(Entity::Affiliation), people);
            let same = trial.only::<Role>().person.uuid == trial.orlova;
            assert_eq!(same, people == 2);
            assert_eq!(trial.row::<Person>(trial.orlova).languages == ["ru"], same);
        }
        let mut trial = Trial::new();
        trial.make(&add(Entity::Person, json!({ "full_name": "Orlova" })));
        let other = trial.book.person.iter().find(|person| person.handle == "orlova-2").unwrap().head.uid.to_string();
        let place = add(Entity::Affiliation, json!({ "person": other, "client": trial.client.to_string() }));
        let planned = trial.plan(&place).unwrap();
        assert_eq!(planned.warnings[0].id, "namesake-at-client");
    }

    fn no() -> Answers {
        Answers::default().and(&Sentence::new("same-person-ask"), false)
    }

    #[test]
    fn what_a_field_cannot_be_is_told_in_the_words_of_the_trade() {
        let mut trial = Trial::new();
        for (row, refusal) in [
            (json!({ "name": null }), "client-needs-name"),
            (json!({ "name": "" }), "client-needs-name"),
            (json!({ "status": null }), "required-field"),
            (json!({ "colour": "red" }), "unknown-field"),
            (json!({ "segment": "tiny" }), "invalid-word"),
            (json!({ "name": "x".repeat(161) }), "text-too-long"),
            (json!({ "parent": Uuid::from_u128(77).to_string() }), "reference-to-nothing"),
            (json!({ "segment": null }), "-"),
        ] {
            assert_eq!(trial.refusal(&amend(Entity::Client, trial.client, row.clone())), refusal, "{row}");
        }
        let nobody = amend(Entity::Client, Uuid::from_u128(77), json!({ "name": "B" }));
        assert_eq!(trial.refusal(&nobody), "record-gone");
        let same = trial.plan(&amend(Entity::Client, trial.client, json!({ "name": " Alfa " }))).unwrap();
        assert!(same.changes.is_empty());
    }

    #[test]
    fn each_row_goes_the_way_its_kind_ends() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let role = |more: serde_json::Value| {
            let mut row = json!({ "person": orlova, "client": client, "kind": "agrees", "learned_on": "2026-01-01" });
            row.as_object_mut().unwrap().extend(fields(more));
            row
        };
        let held = trial.has(Entity::Role, role(json!({})));
        let mistaken = trial.has(Entity::Role, role(json!({ "kind": "budgets", "from": "2026-11-23" })));
        let stance =
            trial.has(Entity::Stance, json!({ "person": orlova, "client": client, "value": 1, "on": "2026-01-01" }));
        let goal = trial.has(Entity::ClientGoal, json!({ "client": client, "text": "more" }));
        trial.make(&remove(Entity::Role, held));
        trial.make(&remove(Entity::Role, mistaken));
        trial.make(&remove(Entity::Stance, stance));
        trial.make(&remove(Entity::ClientGoal, goal));
        assert_eq!(trial.row::<Role>(held).end_reason, Some(EndReason::Changed));
        assert_eq!(trial.row::<Role>(mistaken).end_reason, Some(EndReason::Wrong));
        assert!(trial.book.stance.is_empty());
        assert_eq!(trial.refusal(&remove(Entity::Role, held)), "nothing-to-change");
        assert_eq!(trial.refusal(&remove(Entity::Person, trial.orlova)), "person-stays-in-history");
        assert_eq!(trial.refusal(&remove(Entity::Settings, crate::domain::book::SETTINGS)), "settings-stay");
        let alone = trial.person("alone", "Alone", "client");
        assert_eq!(trial.refusal(&remove(Entity::Person, alone)), "-");
        let place = trial.book.affiliation.iter().find(|place| place.person.uuid == trial.benev).unwrap().head.uid;
        trial.make(&remove(Entity::Affiliation, place));
        assert_eq!(trial.row::<Affiliation>(place).to, Some(PartialDate::Day(trial.today)));
        trial.make(&remove(Entity::Client, trial.client));
        assert_eq!(trial.row::<Client>(trial.client).status, ClientStatus::Archived);
    }

    #[test]
    fn a_file_of_many_people_is_planned_in_one_look() {
        let mut trial = Trial::new();
        let edits = (0..3000_u128).flat_map(|n| {
            let uid = Uuid::from_u128(1_000_000 + n).to_string();
            let person = add(Entity::Person, json!({ "uid": uid, "full_name": format!("Person {n}") }));
            let place = json!({ "person": uid, "client": trial.client.to_string() });
            [person, add(Entity::Affiliation, place)]
        });
        let edit = Edit::Together { title: Sentence::new("title-map"), client: None, edits: edits.collect() };
        assert_eq!(trial.plan(&edit).unwrap().changes.len(), 6000);
    }
}
