//! The cards of a file, one by one, as rows of the book: whom each means, what it adds, where it places them. Asks
//! where the book alone cannot tell; decides nothing about what is saved.

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;
use serde_json::json;
use uuid::Uuid;

use super::card::{Card, CardKind, Related};
use super::known::{Known, Match, uuid_of};
use super::merge;
use super::placed::{fault, object};
use crate::domain::book::{Book, Record};
use crate::domain::date::{Instant, PartialDate};
use crate::domain::entity::{Affiliation, Client, Note, Occasion, Person};
use crate::domain::handle::{self, PersonNames};
use crate::domain::intake::{Batch, Rejected};
use crate::domain::naming::told_apart;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Head, Id, Row};
use crate::domain::words::OccasionKind;
use crate::domain::{Entity, text};

/// A year that address books write where they know none.
const DUMMY_YEAR: i32 = 1900;

/// Something only the manager knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub line: usize,
    pub sentence: Sentence,
}

/// What the cards would do to the book.
#[derive(Debug, Default)]
pub struct Taken {
    pub batches: Vec<Batch>,
    pub rejected: Vec<Rejected>,
    /// What was taken otherwise than the card says.
    pub notices: Vec<Rejected>,
}

pub struct Intake<'a> {
    pub(super) known: Known<'a>,
    pub(super) today: NaiveDate,
    now: Instant,
    new_uid: &'a mut dyn FnMut() -> Uuid,
    /// Where everybody is placed, if the manager said so.
    client: Option<Id<Client>>,
    /// Places that the file made or changed, by person.
    pub(super) places: FxHashMap<Uuid, Vec<Affiliation>>,
    /// Notes that the file made, by person.
    notes: FxHashMap<Uuid, Vec<String>>,
}

/// Takes every card of a file; `ask` answers what the book cannot tell.
///
/// # Errors
/// A question could not be asked.
pub fn take<E>(
    book: &Book,
    cards: Vec<Card>,
    client: Option<Id<Client>>,
    (today, now): (NaiveDate, Instant),
    new_uid: &mut dyn FnMut() -> Uuid,
    mut ask: impl FnMut(&Question) -> Result<bool, E>,
) -> Result<Taken, E> {
    let known = Known::of(book);
    let places = FxHashMap::default();
    let mut intake = Intake { known, today, now, new_uid, client, places, notes: FxHashMap::default() };
    let mut taken = Taken::default();
    let (firms, people): (Vec<Card>, Vec<Card>) =
        cards.into_iter().partition(|card| card.kind == CardKind::Organisation);
    for card in firms {
        let rows = intake.firm(&card);
        taken.keep(card.line, rows.map(|row| row.into_iter().collect()));
    }
    let mut ties: Vec<(usize, Id<Person>, Vec<Related>)> = Vec::new();
    for mut card in people {
        intake.dummy_year(&mut card, &mut ask)?;
        let found = intake.whom(&card, &mut ask)?;
        if let Match::Same(id) = found
            && intake.known.stands(id, &card)
        {
            continue;
        }
        match intake.person(&mut card, found, &mut taken.notices) {
            Ok((id, rows)) => {
                taken.keep(card.line, Ok(rows));
                if !card.related.is_empty() {
                    ties.push((card.line, id, card.related));
                }
            }
            Err(why) => taken.rejected.push(Rejected { line: card.line, why }),
        }
    }
    for (line, id, related) in ties {
        let rows = intake.ties(id, &related);
        taken.keep(line, rows);
    }
    Ok(taken)
}

impl Taken {
    fn keep(&mut self, line: usize, rows: Result<Vec<Record>, Sentence>) {
        match rows {
            Ok(rows) if rows.is_empty() => {}
            Ok(rows) => self.batches.push(Batch { line, rows }),
            Err(why) => self.rejected.push(Rejected { line, why }),
        }
    }
}

impl Intake<'_> {
    pub(super) fn new_head(&mut self) -> Head {
        Head { uid: (self.new_uid)(), rev: 1, created_at: self.now, updated_at: self.now }
    }

    /// The head of a row that changes now.
    pub(super) fn touch(&self, head: &mut Head) {
        if head.created_at != self.now || head.rev != 1 {
            head.rev += 1;
            head.updated_at = self.now;
        }
    }

    fn dummy_year<E>(&self, card: &mut Card, ask: &mut impl FnMut(&Question) -> Result<bool, E>) -> Result<(), E> {
        let Some(PartialDate::Day(day)) = card.birthday.filter(|day| day.year() == Some(DUMMY_YEAR)) else {
            return Ok(());
        };
        let sentence = Sentence::new("card-year-ask").text("line", card.line.to_string()).text("name", card.name());
        let sentence = sentence.with("year", Arg::text(day.year().to_string()));
        if !ask(&Question { line: card.line, sentence })? {
            card.birthday = Some(PartialDate::MonthDay(day.month(), day.day()));
        }
        Ok(())
    }

    /// Whom the card means; a namesake alone is asked about.
    fn whom<E>(&self, card: &Card, ask: &mut impl FnMut(&Question) -> Result<bool, E>) -> Result<Match, E> {
        let mut others = Vec::new();
        loop {
            let found = self.known.of_card(card, &others);
            let Match::Namesake(id) = found else { return Ok(found) };
            let there = self.known.book.person.get(id);
            let whom = there.map(|_| told_apart(self.known.book, Entity::Person, id.uuid));
            let sentence = Sentence::new("card-same-ask").text("line", card.line.to_string()).text("name", card.name());
            let sentence = sentence.text("whom", whom.unwrap_or_else(|| card.name()));
            if ask(&Question { line: card.line, sentence })? {
                return Ok(Match::Alike(id));
            }
            others.push(id.uuid);
        }
    }

    /// The rows of one card: the person, the place, what is noted and remembered.
    fn person(
        &mut self,
        card: &mut Card,
        found: Match,
        notices: &mut Vec<Rejected>,
    ) -> Result<(Id<Person>, Vec<Record>), Sentence> {
        let client = self.client.or_else(|| card.organisation.as_ref().and_then(|name| self.known.firm(name)));
        if client.is_none() && !card.place_lines.is_empty() {
            card.extra.extend(std::mem::take(&mut card.place_lines));
        }
        if let (None, Some(organisation)) = (client, &card.organisation) {
            let why = Sentence::new("card-unplaced").text("name", card.name()).text("organisation", organisation);
            notices.push(Rejected { line: card.line, why });
        }
        let (before, newer) = match found {
            Match::Same(id) => (self.known.person(id).cloned(), true),
            Match::Alike(id) | Match::Namesake(id) => (self.known.person(id).cloned(), false),
            Match::Nobody => (None, true),
        };
        let mut person = match &before {
            Some(person) => person.clone(),
            None => self.new_person(card)?,
        };
        merge::into_person(card, &mut person, newer);
        if card.uid.is_some() {
            self.known.has_own_card(person.uid());
        }
        let mut rows = Vec::new();
        if before.as_ref() != Some(&person) {
            if before.is_some() {
                self.touch(&mut person.head);
            }
            rows.push(person.clone().into_record());
            if let Some(record) = rows.last() {
                self.known.put(record);
            }
        }
        if let Some(client) = client {
            rows.extend(self.place(card, &person, client, newer)?);
            rows.extend(self.address(card, client));
        }
        rows.extend(self.anniversary(card, person.uid())?);
        rows.extend(self.notes(card, person.uid())?);
        Ok((person.uid(), rows))
    }

    fn new_person(&mut self, card: &Card) -> Result<Person, Sentence> {
        let mut head = self.new_head();
        if let Some(own) =
            card.uid.as_deref().and_then(uuid_of).filter(|uuid| !self.known.book.contains(Entity::Person, *uuid))
        {
            head.uid = own;
        }
        let names = PersonNames {
            family_name: card.family_name.as_deref(),
            given_name: card.given_name.as_deref(),
            full_name: card.full_name.as_deref(),
            name_latin: None,
        };
        let handle = handle::for_person(names, |handle| self.known.has_handle(handle));
        Person::from_fields(head, &object(json!({ "handle": handle }))).map_err(fault)
    }

    /// The firm's address, where the book has none.
    fn address(&mut self, card: &Card, client: Id<Client>) -> Option<Record> {
        let mut row = self.known.client(client)?.clone();
        if row.address.is_some() || card.address.is_none() {
            return None;
        }
        row.address.clone_from(&card.address);
        self.touch(&mut row.head);
        let record = row.into_record();
        self.known.put(&record);
        Some(record)
    }

    fn anniversary(&mut self, card: &Card, person: Id<Person>) -> Result<Option<Record>, Sentence> {
        let Some(date) = card.anniversary else { return Ok(None) };
        let own = |row: &&Occasion| row.person == Some(person) && row.kind == OccasionKind::Anniversary;
        let mut known: Vec<&Occasion> = self.known.book.occasion.of(person).filter(own).collect();
        known.sort_by_key(|row| row.head.uid);
        match known.first() {
            Some(row) if row.date == date => Ok(None),
            Some(row) => {
                let mut row = (*row).clone();
                row.date = date;
                self.touch(&mut row.head);
                Ok(Some(row.into_record()))
            }
            None => {
                let fields =
                    json!({ "person": person.uuid.to_string(), "kind": "anniversary", "date": date.to_string() });
                let row = Occasion::from_fields(self.new_head(), &object(fields)).map_err(fault)?;
                Ok(Some(row.into_record()))
            }
        }
    }

    /// Notes and private addresses, each once.
    fn notes(&mut self, card: &Card, person: Id<Person>) -> Result<Vec<Record>, Sentence> {
        let mut rows = Vec::new();
        for note in card.notes.iter().chain(&card.private_addresses) {
            let Some(note) = text::clean(note, false) else { continue };
            let known = self.known.book.note.of(person).any(|row| row.text == note);
            let own = self.notes.entry(person.uuid).or_default();
            if known || own.contains(&note) {
                continue;
            }
            own.push(note.clone());
            let fields = json!({
                "person": person.uuid.to_string(), "on": self.today.to_string(), "topic": "other", "text": note, "class": "pe",
            });
            let row = Note::from_fields(self.new_head(), &object(fields)).map_err(fault)?;
            rows.push(row.into_record());
        }
        Ok(rows)
    }
}
