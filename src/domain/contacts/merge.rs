//! What a card adds to a person: newer words replace older ones, lists grow, and what the card leaves out stays.

use serde_json::{Value as Json, json};

use super::card::{Card, Reach};
use super::known::{digits, uuid_of};
use crate::domain::date::instant_text;
use crate::domain::entity::Person;
use crate::domain::json::Extra;
use crate::domain::parts::{Contact, Messenger};
use crate::domain::rules::{is_email, is_phone};
use crate::domain::table::Row;
use crate::domain::text::fold;

/// Brings the card into the person. `newer`: the card is the same record, changed later; else it only fills gaps.
pub(super) fn into_person(card: &Card, person: &mut Person, newer: bool) {
    let replace = |mine: &mut Option<String>, theirs: &Option<String>| {
        if theirs.is_some() && (newer || mine.is_none()) {
            mine.clone_from(theirs);
        }
    };
    let nameless = person.full_name.is_none() && person.family_name.is_none() && person.given_name.is_none();
    if newer || nameless {
        names(card, person);
    }
    replace(&mut person.salutation, &card.salutation);
    if card.sex.is_some() && (newer || person.sex.is_none()) {
        person.sex = card.sex;
    }
    // A day without its year says nothing against the same day with it.
    let same_day = person.birthday.zip(card.birthday).is_some_and(|(mine, theirs)| {
        theirs.year().is_none() && mine.month_day() == theirs.month_day() && mine.month_day().is_some()
    });
    if card.birthday.is_some() && !same_day && (newer || person.birthday.is_none()) {
        person.birthday = card.birthday;
    }
    let mut kept = card.extra.clone();
    let phones = [&mut person.work_phones, &mut person.private_phones];
    reach(&card.phones, phones, is_phone, digits, &mut kept);
    let emails = [&mut person.work_emails, &mut person.private_emails];
    reach(&card.emails, emails, is_email, fold, &mut kept);
    for language in &card.languages {
        if !person.languages.iter().any(|known| fold(known) == fold(language)) {
            person.languages.push(language.clone());
        }
    }
    for messenger in &card.messengers {
        if !person.messenger.iter().any(|known| same_account(known, messenger)) {
            person.messenger.push(messenger.clone());
        }
    }
    let foreign = card.uid.as_ref().filter(|uid| uuid_of(uid) != Some(person.uid().uuid));
    if let Some(uid) = foreign.filter(|uid| !person.external_ids.contains(uid)) {
        person.external_ids.push(uid.clone());
    }
    person.extra = extra(person.extra.take(), kept);
    remember_rev(card, person);
}

/// How new a card of another program was, so that an older one changes nothing.
fn remember_rev(card: &Card, person: &mut Person) {
    let foreign = card.uid.as_deref().is_some_and(|uid| uuid_of(uid) != Some(person.uid().uuid));
    if let Some(rev) = card.rev.filter(|_| foreign && card.our_rev.is_none()) {
        let Extra(json) = person.extra.get_or_insert_with(|| Extra(json!({})));
        if let Some(map) = json.as_object_mut() {
            map.insert("rev".into(), json!(instant_text(rev)));
        }
    }
}

fn names(card: &Card, person: &mut Person) {
    if card.full_name.is_some() || card.family_name.is_some() || card.given_name.is_some() {
        person.full_name.clone_from(&card.full_name);
        person.family_name.clone_from(&card.family_name);
        person.given_name.clone_from(&card.given_name);
        person.patronymic.clone_from(&card.patronymic);
    }
}

fn same_account(a: &Messenger, b: &Messenger) -> bool {
    fold(&a.kind) == fold(&b.kind) && fold(&a.handle) == fold(&b.handle)
}

/// Numbers or addresses that the person does not have yet, compared by their `key`; what can be none stays a line.
fn reach(
    new: &[Reach],
    [work, private]: [&mut Vec<Contact>; 2],
    is_one: fn(&str) -> bool,
    key: fn(&str) -> String,
    kept: &mut Vec<String>,
) {
    for one in new {
        if !is_one(&one.value) {
            kept.push(one.raw.clone());
        } else if !work.iter().chain(&*private).any(|known| key(&known.value) == key(&one.value)) {
            if one.work { &mut *work } else { &mut *private }.push(contact(one));
        }
    }
}

fn contact(reach: &Reach) -> Contact {
    let label = reach.label.as_ref().map(|label| label.chars().take(40).collect());
    Contact { value: reach.value.clone(), label }
}

/// Lines without a field, kept under their format: those that came now, and older ones of other names.
pub(super) fn extra(before: Option<Extra>, now: Vec<String>) -> Option<Extra> {
    let mut map = match before {
        Some(Extra(Json::Object(map))) => map,
        Some(Extra(other)) => [("other".to_owned(), other)].into_iter().collect(),
        None => serde_json::Map::new(),
    };
    let new: Vec<&str> = now.iter().map(|line| name_of(line)).collect();
    let old = map.get("vcard").and_then(Json::as_array).cloned().unwrap_or_default();
    let old = old.into_iter().filter(|line| line.as_str().is_some_and(|line| !new.contains(&name_of(line))));
    let lines: Vec<Json> = old.chain(now.iter().map(|line| json!(line))).collect();
    if !lines.is_empty() {
        map.insert("vcard".into(), Json::Array(lines));
    }
    (!map.is_empty()).then_some(Extra(Json::Object(map)))
}

/// The name of a line, without its group's.
fn name_of(line: &str) -> &str {
    let head = line.split([':', ';']).next().unwrap_or_default();
    head.rsplit('.').next().unwrap_or_default()
}
