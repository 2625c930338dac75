//! What a copy itself shows by right: whom it names, which structured values and released texts stand in it, which
//! words are the program's own.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::amounts;
use super::folded::Folded;
use super::names::of_client;
use super::private::Source;
use crate::domain::figures::View;
use crate::domain::json::Amount;
use crate::domain::money::Currency;
use crate::domain::table::Id;
use crate::domain::words::TermState;
use crate::domain::{Client, Commitment, Entity, Person, Proposal, Visit};
use crate::export::brief::pen::Pen;
use crate::export::brief::shareable as share;
use crate::export::brief::{Block, Brief, Request};
use crate::i18n::Words;

pub(super) struct Shown {
    pub client: Id<Client>,
    /// People in the head, the next steps and the contacts.
    pub people: Vec<Id<Person>>,
    /// People of the client, named or not.
    pub theirs: Vec<Uuid>,
    /// Names that may stand in the copy whatever else they contain.
    names: Vec<Folded>,
    /// Structured values, released texts and the program's own words.
    values: Vec<Folded>,
    /// Titles of the client's offers, a shared field: their words are no secret, though not what else they may hide.
    titles: Vec<Folded>,
    pub amounts: Vec<u64>,
    pub shorts: Vec<(Currency, u64)>,
    pub rates: Vec<i64>,
    /// The rates below which we do not go in this client's offers.
    pub floors: Vec<(i64, Source)>,
    /// Days the copy itself gives: of meetings, promises, offers, its own.
    days: Vec<NaiveDate>,
}

/// What a file for a client was made of.
pub(super) struct Whole<'a> {
    pub client: Id<Client>,
    pub people: &'a [Id<Person>],
    pub values: &'a [String],
    pub days: &'a [NaiveDate],
}

impl Shown {
    /// Of a file that shows these values and no others.
    pub fn whole(view: &View<'_>, file: &Whole<'_>, words: &Words) -> Self {
        let mut shown = Self::naming(view, file.client, file.people.to_vec(), words);
        shown.days.extend(file.days);
        // What the client has been offered and told already.
        shown.offers(view, words, true);
        shown.released(view, &promises(view, file.client), &|_| true);
        file.values.iter().for_each(|value| shown.value(value));
        shown
    }

    /// Of a copy in which these sections stand, by their keys; one that was left out shows nothing by right.
    pub fn of(view: &View<'_>, request: &Request, brief: &Brief, words: &Words, standing: &[&str]) -> Self {
        let stands = |key: &str| standing.contains(&key);
        let visit = Pen::visit_of(view, request);
        let promises = if stands("next_steps") { promises(view, request.client) } else { Vec::new() };
        let people = people(view, request.client, visit, &promises, stands("contacts"));
        let mut shown = Self::naming(view, request.client, people, words);
        shown.own_words(brief, words);
        shown.people(view);
        shown.visits(view, visit);
        shown.offers(view, words, stands("offer"));
        shown.released(view, &promises, &stands);
        shown
    }

    /// Of a copy that names these people and us, and shows nothing else yet.
    fn naming(view: &View<'_>, client: Id<Client>, people: Vec<Id<Person>>, words: &Words) -> Self {
        let mut shown = Self {
            client,
            theirs: view.book.affiliation.of(client).map(|row| row.person.uuid).collect(),
            names: names(view, client, &people, words),
            people,
            values: Vec::new(),
            titles: Vec::new(),
            amounts: Vec::new(),
            shorts: Vec::new(),
            rates: Vec::new(),
            floors: Vec::new(),
            days: vec![view.today],
        };
        shown.settings(view);
        shown
    }

    /// Whether a private text stands wholly inside a value that the copy shows.
    pub fn publishes(&self, bare: &str) -> bool {
        self.values.iter().chain(&self.names).any(|value| value.holds(bare))
    }

    /// The same for a run of words, which may also be those of an offer's title.
    pub fn publishes_run(&self, bare: &str) -> bool {
        self.publishes(bare) || self.titles.iter().any(|title| title.holds(bare))
    }

    /// Whether another client's name is a part of a name that has a right to stand here.
    pub fn is_part_of_a_name(&self, bare: &str) -> bool {
        self.names.iter().any(|name| name.holds(bare))
    }

    /// Whether the copy itself gives this day.
    pub fn gives(&self, day: NaiveDate) -> bool {
        self.days.contains(&day)
    }

    pub fn gives_in_any_year(&self, month: u32, day: u32) -> bool {
        self.days.iter().any(|given| (given.month(), given.day()) == (month, day))
    }

    fn value(&mut self, text: &str) {
        self.values.push(Folded::new(text));
    }

    fn own_words(&mut self, brief: &Brief, words: &Words) {
        for section in &brief.sections {
            self.value(&section.title);
            for block in &section.blocks {
                if let Block::Table(table) = block {
                    table.head.iter().for_each(|cell| self.value(cell));
                }
            }
        }
        for state in TermState::all() {
            self.value(&words.term(&state.term()));
        }
        for id in ["brief-client-bank", "label-valid_until"] {
            self.value(&words.say(id));
        }
    }

    fn settings(&mut self, view: &View<'_>) {
        let settings = view.settings();
        let own = [
            &settings.manager_title,
            &settings.manager_phone,
            &settings.manager_email,
            &settings.bank_name,
            &settings.bank_short,
        ];
        own.into_iter().flatten().for_each(|text| self.value(text));
    }

    fn people(&mut self, view: &View<'_>) {
        for id in self.people.clone() {
            let position = share::position_today(view.book, id, self.client, view.today).into_inner();
            position.iter().for_each(|text| self.value(text));
            let Some(person) = view.book.person.get(id) else { continue };
            person.speciality.iter().for_each(|text| self.value(text));
            person.work_phones.iter().for_each(|phone| self.value(&phone.value));
        }
        if let Some(client) = view.book.client.get(self.client) {
            let team = client.bank_team.iter().filter_map(|member| member.speciality.as_ref());
            team.chain(&client.region).for_each(|text| self.value(text));
        }
    }

    fn visits(&mut self, view: &View<'_>, visit: Option<&Visit>) {
        self.days.extend(view.book.visit.of(self.client).map(|visit| visit.start.date()));
        visit.and_then(|visit| visit.place.as_ref()).into_iter().for_each(|text| self.value(text));
    }

    fn offers(&mut self, view: &View<'_>, words: &Words, stand: bool) {
        let mine = view.book.proposal.of(self.client).filter(|offer| offer.client == self.client);
        let (offers, others): (Vec<&Proposal>, Vec<&Proposal>) = mine.partition(|offer| share::is_on_the_table(offer));
        self.titles.extend(offers.iter().chain(&others).map(|offer| Folded::new(&offer.title)));
        let on_it = if stand { offers.as_slice() } else { &[] };
        for term in on_it.iter().flat_map(|offer| crate::domain::offer::terms(view.book, Id::new(offer.head.uid))) {
            let product = term.product.and_then(|id| view.book.product.get(id));
            product.into_iter().flat_map(|product| product.name.0.values()).for_each(|name| self.value(name));
            match &term.value {
                Some(Amount::Text(text)) => self.value(text),
                Some(Amount::Money(money)) => {
                    self.value(&words.money(*money));
                    self.amounts.extend(amounts::shown(*money));
                    self.shorts.extend(amounts::shorts(*money).map(|short| (money.currency, short)));
                }
                Some(Amount::Number(n)) => {
                    self.value(&words.basis_points(*n));
                    self.rates.push(*n);
                }
                None => {}
            }
        }
        for term in offers.iter().chain(&others).flat_map(|offer| view.book.proposal_term.of(offer.head.uid)) {
            if let Some(Amount::Number(n)) = term.our_floor {
                self.floors.push((n, Source::new(Entity::ProposalTerm, term.head.uid, "our_floor")));
            }
        }
        for offer in on_it {
            self.days.extend(offer.valid_until);
        }
    }

    fn released(&mut self, view: &View<'_>, promises: &[&Commitment], stands: &dyn Fn(&str) -> bool) {
        let book = view.book;
        let needs = book.need.of(self.client).filter(|need| need.client == self.client).filter_map(share::need);
        let goals = book.client_goal.of(self.client).filter(|goal| goal.client == self.client);
        let needs = needs.filter(|_| stands("needs"));
        let goals = goals.filter_map(share::goal).filter(|_| stands("goals"));
        let texts: Vec<String> = needs.chain(goals).map(share::Shareable::into_inner).collect();
        texts.iter().for_each(|text| self.value(text));
        for promise in promises {
            self.value(&promise.text);
            self.days.extend(promise.due);
        }
    }
}

fn promises<'a>(view: &View<'a>, client: Id<Client>) -> Vec<&'a Commitment> {
    view.book.commitment.of(client).filter(|promise| promise.client == client && promise.share).collect()
}

/// Whom a copy names.
pub(super) fn named(view: &View<'_>, request: &Request) -> Vec<Id<Person>> {
    let visit = Pen::visit_of(view, request);
    let left_out = |key| request.extent.leaves_out(key);
    let promises = if left_out("next_steps") { Vec::new() } else { promises(view, request.client) };
    people(view, request.client, visit, &promises, !left_out("contacts"))
}

/// Whom the copy names in its head, next steps and, where they stand, contacts.
fn people(
    view: &View<'_>,
    client: Id<Client>,
    visit: Option<&Visit>,
    promises: &[&Commitment],
    contacts: bool,
) -> Vec<Id<Person>> {
    let attending = visit.map(|visit| share::attendees(view.book, visit)).unwrap_or_default();
    let mut people: Vec<Id<Person>> = attending.into_iter().map(|(id, _)| id).collect();
    people.extend(promises.iter().filter(|promise| share::promise(promise).is_some()).filter_map(|row| row.person));
    if let Some(client) = view.book.client.get(client) {
        people.extend(client.person);
        people.extend(client.bank_team.iter().map(|member| member.person).filter(|_| contacts));
    }
    people.sort();
    people.dedup();
    people
}

fn names(view: &View<'_>, client: Id<Client>, people: &[Id<Person>], words: &Words) -> Vec<Folded> {
    let settings = view.settings();
    let mut names: Vec<String> = settings.manager_name.iter().chain(&settings.bank_name).cloned().collect();
    if let Some(client) = view.book.client.get(client) {
        names.extend(of_client(client));
    }
    for person in people.iter().filter_map(|id| view.book.person.get(*id)) {
        names.push(words.person_name(person, settings.name_display));
        names.push(person.display_name());
    }
    names.iter().map(|name| Folded::new(name)).collect()
}
