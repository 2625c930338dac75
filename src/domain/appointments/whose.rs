//! Whose an appointment is: by who is invited, by a name in its title, or as the manager said.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::item::{Item, Who};
use crate::domain::book::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::plain_name::plain_name;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;
use crate::domain::words::Side;

/// Shorter names stand in too many titles.
const SHORTEST: usize = 3;

pub(super) struct Names {
    mails: FxHashMap<String, Id<Person>>,
    people: FxHashMap<String, Vec<Id<Person>>>,
    /// Folded names of clients, the longest first.
    clients: Vec<(String, Id<Client>)>,
    places: FxHashMap<Uuid, Id<Client>>,
}

impl Names {
    pub(super) fn of(book: &Book, today: chrono::NaiveDate) -> Self {
        let mut names = Self {
            mails: FxHashMap::default(),
            people: FxHashMap::default(),
            clients: Vec::new(),
            places: FxHashMap::default(),
        };
        for person in book.person.iter().filter(|person| person.merged_into.is_none()) {
            for mail in person.work_emails.iter().chain(&person.private_emails) {
                names.mails.insert(fold(&mail.value), person.uid());
            }
            for name in called(person) {
                names.people.entry(name).or_default().push(person.uid());
            }
        }
        for client in book.client.iter().filter(|client| client.merged_into.is_none()) {
            let all = [
                Some(&client.name),
                client.short_name.as_ref(),
                client.name_local.as_ref(),
                client.name_latin.as_ref(),
            ];
            for name in all.into_iter().flatten() {
                for spelt in [fold(name), fold(&plain_name(name))] {
                    if spelt.chars().count() >= SHORTEST {
                        names.clients.push((spelt, client.uid()));
                    }
                }
            }
        }
        names.clients.sort_by(|a, b| (b.0.len(), &a.0, a.1).cmp(&(a.0.len(), &b.0, b.1)));
        let now = |place: &&Affiliation| in_force(place.from, place.to, today).yes();
        let mut places: Vec<&Affiliation> = book.affiliation.iter().filter(now).collect();
        places.sort_by_key(|place| (!place.is_primary, place.head.uid));
        for place in places {
            names.places.entry(place.person.uuid).or_insert(place.client);
        }
        names
    }

    /// Somebody by mail, else by a name that only one has.
    pub(super) fn person(&self, who: &Who) -> Option<Id<Person>> {
        let by_mail = who.mail.as_ref().and_then(|mail| self.mails.get(&fold(mail)));
        by_mail.copied().or_else(|| self.person_called(who.name.as_ref()?))
    }

    fn person_called(&self, name: &str) -> Option<Id<Person>> {
        match self.people.get(&words_of(name)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    pub(super) fn client(&self, book: &Book, item: &Item, said: Option<Id<Client>>) -> Option<Id<Client>> {
        let guests = item.attendees.iter().filter_map(|who| self.mails.get(&fold(who.mail.as_ref()?)).copied());
        let theirs = |id: &Id<Person>| book.person.get(*id).is_some_and(|person| person.side != Side::Bank);
        let by_guest = guests.filter(theirs).find_map(|id| self.places.get(&id.uuid).copied());
        by_guest.or_else(|| self.client_in(item.summary.as_ref()?)).or(said)
    }

    /// The client whose name stands in a title, as whole words.
    pub(super) fn client_in(&self, title: &str) -> Option<Id<Client>> {
        let title = fold(title);
        let holds = |name: &str| {
            title.match_indices(name).any(|(at, _)| {
                let before = title[..at].chars().next_back();
                let after = title[at + name.len()..].chars().next();
                let parts = |sign: Option<char>| sign.is_none_or(|c| !c.is_alphanumeric());
                let han = name.chars().any(crate::domain::skeleton::is_han);
                han || (parts(before) && parts(after))
            })
        };
        self.clients.iter().find(|(name, _)| holds(name)).map(|(_, id)| *id)
    }

    /// The person whose name stands in a title.
    pub(super) fn person_in(&self, title: &str) -> Option<Id<Person>> {
        let words: Vec<String> = fold(title).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        let stands = |name: &str| name.split(' ').all(|word| words.iter().any(|other| other == word));
        let mut found: Vec<(&String, Id<Person>)> = self
            .people
            .iter()
            .filter(|(name, ids)| name.contains(' ') && ids.len() == 1 && stands(name))
            .map(|(name, ids)| (name, ids[0]))
            .collect();
        found.sort_by(|a, b| (b.0.len(), a.0).cmp(&(a.0.len(), b.0)));
        let (name, id) = found.first()?;
        let another = found.iter().any(|(other, other_id)| other_id != id && other.len() == name.len());
        (!another).then_some(*id)
    }
}

fn words_of(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

fn called(person: &Person) -> Vec<String> {
    let short = person.family_name.as_ref().zip(person.given_name.as_ref());
    let short = short.map(|(family, given)| words_of(&format!("{family} {given}")));
    let mut names: Vec<String> = short.into_iter().chain([words_of(&person.display_name())]).collect();
    names.dedup();
    names
}
