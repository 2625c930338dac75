//! What a new row holds where nothing was said: today's day, the book's zone and currency, the way a client begins.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value as Json, json};

use super::Planning;
use crate::domain::book::Entity;
use crate::domain::date::in_force;
use crate::domain::edit::Fields;
use crate::domain::entity::{Affiliation, Client, Person, Visit};
use crate::domain::field::FieldType;
use crate::domain::handle::{self, ClientNames, PersonNames};
use crate::domain::table::Id;
use crate::domain::words::{ClientStatus, VipCategory};

/// Days that are today, or the day of the visit where one is named, unless said otherwise.
const DAYS: &[(Entity, &str)] = &[
    (Entity::Client, "assigned_on"),
    (Entity::VipEvidence, "as_of"),
    (Entity::Role, "learned_on"),
    (Entity::Stance, "on"),
    (Entity::Influence, "learned_on"),
    (Entity::Interest, "learned_on"),
    (Entity::Commitment, "made_on"),
    (Entity::Satisfaction, "on"),
    (Entity::ServiceSpend, "on"),
    (Entity::Answer, "reviewed_on"),
    (Entity::Problem, "raised_on"),
    (Entity::Note, "on"),
    (Entity::Concession, "on"),
    (Entity::BusinessAudit, "on"),
];

/// A reminder rings an hour before, unless the manager says otherwise.
const REMINDER_MINUTES: i64 = 60;

/// The fields of a new row, with what was not said filled in.
pub(super) fn fill(planning: &Planning<'_>, entity: Entity, fields: &Fields) -> Fields {
    let mut fields = fields.clone();
    let settings = planning.book().settings();
    if let Some((_, field)) = DAYS.iter().find(|(of, _)| *of == entity) {
        let day = day_of_visit(planning, &fields).unwrap_or(planning.today);
        unless_said(&mut fields, field, || day.json());
    }
    if let Some((field, value)) = of_today(entity, planning.today) {
        unless_said(&mut fields, field, || value);
    }
    match entity {
        Entity::Visit => {
            unless_said(&mut fields, "zone", || settings.zone.json());
            unless_said(&mut fields, "reminder_minutes", || REMINDER_MINUTES.into());
        }
        Entity::LedgerMonth | Entity::ServiceBudget => {
            unless_said(&mut fields, "currency", || settings.reporting_currency.json());
        }
        Entity::Client => client(planning, &mut fields),
        Entity::Person => person(planning, &mut fields),
        Entity::Affiliation => affiliation(planning, &mut fields),
        _ => {}
    }
    fields
}

/// What a new row holds because of the day it is made on, besides that day itself.
pub fn of_today(entity: Entity, today: NaiveDate) -> Option<(&'static str, Json)> {
    (entity == Entity::PlanTarget).then(|| ("year", today.year().into()))
}

fn unless_said(fields: &mut Fields, field: &str, value: impl FnOnce() -> Json) {
    if !fields.contains_key(field) {
        fields.insert(field.to_owned(), value());
    }
}

pub(super) fn text<'f>(fields: &'f Fields, field: &str) -> Option<&'f str> {
    fields.get(field).and_then(Json::as_str)
}

pub(super) fn id<T>(fields: &Fields, field: &str) -> Option<Id<T>> {
    text(fields, field).and_then(|text| text.parse().ok()).map(Id::new)
}

/// The day of the visit at which it was learned or promised; none for a visit still to come.
fn day_of_visit(planning: &Planning<'_>, fields: &Fields) -> Option<NaiveDate> {
    let visit = planning.get(id::<Visit>(fields, "visit")?)?;
    Some(visit.day(planning.book().settings().zone)).filter(|day| *day <= planning.today)
}

/// A client to attract begins as a prospect at the first stage.
fn client(planning: &Planning<'_>, fields: &mut Fields) {
    let is = |fields: &Fields, field: &str, word: &str| text(fields, field) == Some(word);
    let (attract, prospect) = (VipCategory::Attract.word(), ClientStatus::Prospect.word());
    if is(fields, "vip_category", attract) {
        unless_said(fields, "status", || prospect.into());
    }
    if is(fields, "status", prospect) {
        unless_said(fields, "vip_category", || attract.into());
        unless_said(fields, "stage", || 1.into());
        unless_said(fields, "stage_since", || planning.today.json());
    }
    if fields.get("handle").is_none_or(Json::is_null) {
        let taken = |handle: &str| planning.handle_taken(Entity::Client, handle);
        let names = ClientNames {
            name: text(fields, "name").unwrap_or_default(),
            short_name: text(fields, "short_name"),
            name_latin: text(fields, "name_latin"),
        };
        let made = handle::for_client(names, taken);
        fields.insert("handle".to_owned(), made.into());
    }
}

fn person(planning: &Planning<'_>, fields: &mut Fields) {
    if fields.get("handle").is_none_or(Json::is_null) {
        let taken = |handle: &str| planning.handle_taken(Entity::Person, handle);
        let names = PersonNames {
            family_name: text(fields, "family_name"),
            given_name: text(fields, "given_name"),
            full_name: text(fields, "full_name"),
            name_latin: text(fields, "name_latin"),
        };
        let made = handle::for_person(names, taken);
        fields.insert("handle".to_owned(), made.into());
    }
}

/// A second place is not the main one; a new place where there was one begins when that ended.
fn affiliation(planning: &Planning<'_>, fields: &mut Fields) {
    let Some(person) = id::<Person>(fields, "person") else { return };
    let client = id::<Client>(fields, "client");
    let places: Vec<&Affiliation> =
        planning.of::<Affiliation>(person).into_iter().filter(|place| place.person == person).collect();
    let main = places.iter().any(|place| place.is_primary && in_force(place.from, place.to, planning.today).yes());
    let ended = places.iter().filter(|place| Some(place.client) == client).filter_map(|place| place.to);
    let ended = ended.max_by_key(|to| to.latest());
    unless_said(fields, "is_primary", || json!(!main));
    if let Some(ended) = ended {
        unless_said(fields, "from", || ended.json());
    }
}
