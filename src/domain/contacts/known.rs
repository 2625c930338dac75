//! Whom the book knows, found by uid, by the name another program gave them, by their words and numbers; with the
//! people and clients that the file itself has brought so far.

use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use super::card::Card;
use crate::domain::book::{Book, Record};
use crate::domain::date::Instant;
use crate::domain::entity::{Client, Person};
use crate::domain::plain_name::plain_name;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;

/// How a card was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// By a uid: it is this person, and what it says is the newer word.
    Same(Id<Person>),
    /// By the name together with a number or an address.
    Alike(Id<Person>),
    /// By the name alone: to be asked.
    Namesake(Id<Person>),
    Nobody,
}

pub(super) struct Known<'a> {
    pub(super) book: &'a Book,
    /// Rows that the file has made or changed.
    people: FxHashMap<Uuid, Person>,
    clients: FxHashMap<Uuid, Client>,
    ids: FxHashMap<String, Uuid>,
    names: FxHashMap<String, Vec<Uuid>>,
    firms: FxHashMap<String, Uuid>,
    firm_ids: FxHashMap<String, Uuid>,
    handles: FxHashSet<String>,
    client_handles: FxHashSet<String>,
    /// People whom a card of this file with a uid of its own has made.
    with_uid: FxHashSet<Uuid>,
}

impl<'a> Known<'a> {
    pub(super) fn of(book: &'a Book) -> Self {
        let mut known = Self {
            book,
            people: FxHashMap::default(),
            clients: FxHashMap::default(),
            ids: FxHashMap::default(),
            names: FxHashMap::default(),
            firms: FxHashMap::default(),
            firm_ids: FxHashMap::default(),
            handles: FxHashSet::default(),
            client_handles: FxHashSet::default(),
            with_uid: FxHashSet::default(),
        };
        book.person.iter().for_each(|person| known.index(person));
        book.client.iter().for_each(|client| known.index_client(client));
        known
    }

    fn index(&mut self, person: &Person) {
        let uuid = person.merged_into.map_or(person.uid().uuid, |into| into.uuid);
        self.handles.insert(person.handle.clone());
        for id in &person.external_ids {
            self.ids.insert(id.clone(), uuid);
        }
        for key in keys(person) {
            let there = self.names.entry(key).or_default();
            if !there.contains(&uuid) {
                there.push(uuid);
            }
        }
    }

    fn index_client(&mut self, client: &Client) {
        let uuid = client.merged_into.map_or(client.uid().uuid, |into| into.uuid);
        self.client_handles.insert(client.handle.clone());
        for id in &client.external_ids {
            self.firm_ids.insert(id.clone(), uuid);
        }
        let names =
            [Some(&client.name), client.short_name.as_ref(), client.name_local.as_ref(), client.name_latin.as_ref()];
        for name in names.into_iter().flatten() {
            self.firms.entry(fold(name)).or_insert(uuid);
            self.firms.entry(fold(&plain_name(name))).or_insert(uuid);
        }
    }

    pub(super) fn person(&self, id: Id<Person>) -> Option<&Person> {
        self.people.get(&id.uuid).or_else(|| self.book.person.get(id))
    }

    pub(super) fn client(&self, id: Id<Client>) -> Option<&Client> {
        self.clients.get(&id.uuid).or_else(|| self.book.client.get(id))
    }

    pub(super) fn put(&mut self, record: &Record) {
        match record {
            Record::Person(person) => {
                self.index(person);
                self.people.insert(person.uid().uuid, (**person).clone());
            }
            Record::Client(client) => {
                self.index_client(client);
                self.clients.insert(client.uid().uuid, (**client).clone());
            }
            _ => {}
        }
    }

    pub(super) fn has_own_card(&mut self, id: Id<Person>) {
        self.with_uid.insert(id.uuid);
    }

    pub(super) fn has_handle(&self, handle: &str) -> bool {
        self.handles.contains(handle)
    }

    pub(super) fn has_client_handle(&self, handle: &str) -> bool {
        self.client_handles.contains(handle)
    }

    /// The client of that name, with or without its legal form.
    pub(super) fn firm(&self, name: &str) -> Option<Id<Client>> {
        let found = self.firms.get(&fold(name)).or_else(|| self.firms.get(&fold(&plain_name(name))));
        found.copied().map(Id::new)
    }

    pub(super) fn firm_by_id(&self, uid: &str) -> Option<Id<Client>> {
        let by_uuid = uuid_of(uid).map(Id::new).filter(|id| self.client(*id).is_some());
        by_uuid.or_else(|| self.firm_ids.get(uid).copied().map(Id::new))
    }

    /// The person with this uid, here or where they came from.
    pub(super) fn by_uid(&self, uid: &str) -> Option<Id<Person>> {
        let by_uuid = uuid_of(uid).map(Id::new).and_then(|id| {
            let person = self.person(id)?;
            Some(person.merged_into.unwrap_or(id))
        });
        by_uuid.or_else(|| self.ids.get(uid).copied().map(Id::new))
    }

    /// Everybody called so.
    pub(super) fn called(&self, name: &str) -> &[Uuid] {
        self.names.get(&words_of(name)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_card(&self, card: &Card, but: &[Uuid]) -> Match {
        if let Some(id) = card.uid.as_deref().and_then(|uid| self.by_uid(uid)) {
            return Match::Same(id);
        }
        // Two cards of one file with uids of their own are two people.
        let other = |uuid: &&Uuid| !but.contains(uuid) && (card.uid.is_none() || !self.with_uid.contains(uuid));
        let mut namesakes: Vec<Uuid> = Vec::new();
        for key in card_keys(card) {
            namesakes.extend(self.names.get(&key).into_iter().flatten().filter(other));
        }
        let people = || namesakes.iter().filter_map(|uuid| self.person(Id::new(*uuid)));
        if let Some(person) = people().find(|person| reached_alike(person, card)) {
            return Match::Alike(person.uid());
        }
        people().next().map_or(Match::Nobody, |person| Match::Namesake(person.uid()))
    }

    /// Whether the book knows all that this card says: it is as old as what was last seen of it. A card that this
    /// program wrote is held against the person, one of another program against what it said before.
    pub(super) fn stands(&self, id: Id<Person>, card: &Card) -> bool {
        let Some(rev) = card.rev else { return false };
        let own = card.uid.as_deref().and_then(uuid_of) == Some(id.uuid);
        let ours = own || card.our_rev.is_some();
        let known = if ours { touched(self.book, id) } else { self.person(id).and_then(seen) };
        known.is_some_and(|known| rev <= known)
    }
}

/// The instant of the last change of a person, of their places and of their days.
pub fn touched(book: &Book, id: Id<Person>) -> Option<Instant> {
    let own = book.person.get(id)?.head.updated_at;
    let places = book.affiliation.of(id).map(|row| row.head.updated_at);
    let days = book.occasion.of(id).map(|row| row.head.updated_at);
    places.chain(days).chain([own]).max()
}

/// The REV of the card that was last taken.
fn seen(person: &Person) -> Option<Instant> {
    crate::domain::date::parse_instant(person.extra.as_ref()?.0.get("rev")?.as_str()?)
}

/// A uid of the form that this program writes.
pub(super) fn uuid_of(uid: &str) -> Option<Uuid> {
    let text = uid.strip_prefix("urn:uuid:").or_else(|| uid.strip_prefix("URN:UUID:")).unwrap_or(uid);
    text.parse().ok()
}

fn words_of(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// What a person may be called: the whole name, and family and given name alone.
fn keys(person: &Person) -> Vec<String> {
    let short = person.family_name.as_ref().zip(person.given_name.as_ref());
    let short = short.map(|(family, given)| words_of(&format!("{family} {given}")));
    let parts = [&person.family_name, &person.given_name, &person.patronymic];
    let parts = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let mut keys: Vec<String> = short.into_iter().chain([words_of(&person.display_name()), words_of(&parts)]).collect();
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn card_keys(card: &Card) -> Vec<String> {
    let short = card.family_name.as_ref().zip(card.given_name.as_ref());
    let short = short.map(|(family, given)| words_of(&format!("{family} {given}")));
    [Some(words_of(&card.name())), short].into_iter().flatten().filter(|key| !key.is_empty()).collect()
}

/// Whether a number or an address of the card is one of the person's.
fn reached_alike(person: &Person, card: &Card) -> bool {
    let numbers = person.work_phones.iter().chain(&person.private_phones);
    let mails = person.work_emails.iter().chain(&person.private_emails);
    let numbers: Vec<String> = numbers.map(|contact| digits(&contact.value)).collect();
    let mails: Vec<String> = mails.map(|contact| fold(&contact.value)).collect();
    card.phones.iter().any(|phone| numbers.contains(&digits(&phone.value)))
        || card.emails.iter().any(|mail| mails.contains(&fold(&mail.value)))
}

/// A number as it is compared. The trunk prefix of a number written inside the country differs and is left out.
pub(super) fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let at = digits.len().saturating_sub(10);
    digits[at..].to_owned()
}
