//! The forms in which names are looked for: a client's, a person's, and the words for role, stance and certainty.

use uuid::Uuid;

use super::private::{Private, Source, What, role_words};
use crate::domain::words::Language;
use crate::domain::{Client, Entity, Person};
use crate::i18n::{Words, plain_name};

/// All four languages: a copy in one may hold a word of another.
pub(super) fn all_words() -> impl Iterator<Item = Words> {
    [Language::En, Language::Ru, Language::Bg, Language::Zh].into_iter().map(Words::new)
}

pub(super) fn of_a_client(client: &Client, set: &mut Private) {
    let source = Source::new(Entity::Client, client.head.uid, "name");
    for form in of_client(client) {
        set.text(&form, What::Client(client.head.uid), source);
    }
}

/// The words for role, stance and certainty.
pub(super) fn of_roles(set: &mut Private) {
    for (key, field, entity) in role_words() {
        let source = Source::new(entity, Uuid::nil(), field);
        for words in all_words() {
            let (term, short) = (words.term(&key), words.short(&key));
            // An abbreviation says nothing by itself.
            if short != term && short.chars().count() > 5 {
                set.text(&short, What::Word, source);
            }
            set.text(&term, What::Word, source);
        }
    }
}

/// Every form of a client's name.
pub(super) fn of_client(client: &Client) -> Vec<String> {
    let names =
        [Some(&client.name), client.short_name.as_ref(), client.name_local.as_ref(), client.name_latin.as_ref()];
    let mut forms: Vec<String> =
        names.into_iter().flatten().flat_map(|name| [name.clone(), plain_name(name)]).collect();
    forms.sort();
    forms.dedup();
    forms
}

pub(super) fn of_a_person(person: &Person, set: &mut Private) {
    let uuid = person.head.uid;
    let mut put = |text: &str, alone: bool, field: &'static str| {
        set.text(text, What::Person { uuid, alone }, Source::new(Entity::Person, uuid, field));
    };
    for (name, field) in [(&person.full_name, "full_name"), (&person.name_latin, "name_latin")] {
        if let Some(name) = name {
            put(name, false, field);
        }
    }
    let Some(family) = &person.family_name else { return };
    put(family, true, "family_name");
    let Some(given) = &person.given_name else { return };
    put(&format!("{family} {given}"), false, "family_name");
    put(&format!("{given} {family}"), false, "family_name");
    let initial = |name: &String| name.chars().next().map(String::from).unwrap_or_default();
    let first = initial(given);
    if given.chars().count() > 1 && !super::folded::is_han(first.chars().next().unwrap_or(' ')) {
        put(&format!("{family} {first}"), false, "family_name");
        put(&format!("{first} {family}"), false, "family_name");
    }
    let Some(patronymic) = &person.patronymic else { return };
    put(&format!("{given} {patronymic} {family}"), false, "family_name");
    let second = initial(patronymic);
    put(&format!("{family} {first} {second}"), false, "family_name");
    put(&format!("{first} {second} {family}"), false, "family_name");
}
