//! What a record is called where one is chosen or shown, and what tells it from another of that name.

use uuid::Uuid;

use crate::domain::date::in_force;
use crate::domain::field::Class;
use crate::domain::words::NoteClass;
use crate::domain::{Affiliation, Book, Client, Entity, Id, Person, Record};
use crate::i18n::plain_name;
use crate::tui::layer::View;

/// The record in a few words; `unknown` when it is no longer there.
pub fn of(entity: Entity, uuid: Uuid, view: &View<'_>) -> String {
    view.book().record(entity, uuid).map_or_else(|| view.words.unknown(), |record| of_record(&record, view))
}

/// The same for a record whose entity is not said.
pub fn of_any(uuid: Uuid, view: &View<'_>) -> String {
    let entity = Entity::ALL.iter().copied().find(|entity| view.book().contains(*entity, uuid));
    entity.map_or_else(|| view.words.unknown(), |entity| of(entity, uuid, view))
}

pub fn client(id: Id<Client>, view: &View<'_>) -> String {
    let client = view.book().client.get(id);
    client.map_or_else(
        || view.words.unknown(),
        |client| client.short_name.clone().unwrap_or_else(|| plain_name(&client.name)),
    )
}

pub fn person(id: Id<Person>, view: &View<'_>) -> String {
    let display = view.book().settings().name_display;
    let person = view.book().person.get(id);
    person.map_or_else(|| view.words.unknown(), |person| view.words.person_name(person, display))
}

pub fn of_record(record: &Record, view: &View<'_>) -> String {
    let words = view.words;
    match record {
        Record::Client(row) => row.name.clone(),
        Record::Person(row) => words.person_name(row, view.book().settings().name_display),
        Record::Visit(row) => {
            let start = row.local_start(view.book().settings().zone);
            let (day, time) = (words.day_digits(start.date()), words.time(start.time()));
            format!("{day} {time} {}", words.term(&row.kind.term()))
        }
        Record::Product(row) => row.name.say(words.lang()).to_owned(),
        Record::Proposal(row) => format!("{} v{}", row.title, row.version),
        Record::Role(row) => {
            format!("{} {}", person(row.person, view), view.private(words.short(&row.kind.term())))
        }
        Record::Affiliation(row) => {
            format!("{} {} {}", person(row.person, view), view.marks.dot, client(row.client, view))
        }
        Record::Stance(row) => view.private(format!("{} {}", person(row.person, view), words.date(row.on))),
        Record::Influence(row) => {
            let (from, to) = (person(row.from_person, view), person(row.to_person, view));
            view.private(format!("{from} {} {to}", view.marks.arrow))
        }
        Record::Holding(row) => of(Entity::Product, row.product.uuid, view),
        Record::Occasion(row) => view.private(format!("{} {}", words.term(&row.kind.term()), words.partial(row.date))),
        Record::LedgerMonth(row) => format!("{} {}", words.month(row.month), row.currency),
        Record::TierSnapshot(row) => format!("{} {}", words.month(row.month), words.term(&row.tier.term())),
        Record::FxRate(row) => format!("{} {}", row.currency, words.month(row.month)),
        Record::ServiceBudget(row) => row.year.to_string(),
        Record::Concession(row) => {
            let change = format!("{} {} {}", row.from_value, view.marks.arrow, row.to_value);
            words.told(&of(Entity::ProposalTerm, row.term.uuid, view), &change)
        }
        Record::Satisfaction(row) => format!("{} {}", words.date(row.on), row.score),
        Record::BusinessAudit(row) => words.date(row.on),
        Record::VipEvidence(row) => format!("{} {}", words.term(&row.criterion.term()), words.date(row.as_of)),
        Record::PlanTarget(row) => {
            format!("{} {}", words.term(&row.measure.term()), words.plan_period(row.year, row.quarter))
        }
        Record::ClientLink(row) => format!("{} {} {}", client(row.a, view), view.marks.arrow, client(row.b, view)),
        Record::Settings(_) => words.say("screen-settings"),
        record => own_text(record, view).unwrap_or_default(),
    }
}

/// The text by which a row is known; blank in privacy mode where its field is confidential or personal.
fn own_text(record: &Record, view: &View<'_>) -> Option<String> {
    let text = |name: &&'static str| Some((*name, record.field_json(name)?.as_str()?.to_owned()));
    let (name, text) = ["title", "text", "question", "label", "name", "category"].iter().find_map(text)?;
    let class = record.entity().field(name).map(|field| field.class);
    let private = match record {
        Record::Note(note) => note.class != NoteClass::In,
        _ => matches!(class, Some(Class::Confidential | Class::Personal)),
    };
    Some(if private { view.private(text) } else { text })
}

/// What stands beside the name: client, position, state.
pub fn beside(record: &Record, view: &View<'_>) -> String {
    let words = view.words;
    match record {
        Record::Client(row) => words.term(&row.vip_category.term()),
        Record::Person(row) => place_of(view.book(), Id::new(row.head.uid), view),
        Record::Need(row) => {
            format!("{} {} {}", client(row.client, view), view.marks.dot, words.term(&row.state.term()))
        }
        Record::Visit(row) => client(row.client, view),
        Record::Product(row) => row.code.clone(),
        Record::Proposal(row) => client(row.client, view),
        Record::Interest(row) => person(row.person, view),
        Record::ProposalTerm(row) => of(Entity::Proposal, row.proposal.uuid, view),
        Record::Concession(row) => words.term(&format!("concession.by.{}", row.by.word())),
        record => record.client().map(|uuid| client(Id::new(uuid), view)).unwrap_or_default(),
    }
}

/// Position and client of a person today: the main place, else any.
fn place_of(book: &Book, id: Id<Person>, view: &View<'_>) -> String {
    let now = |place: &&Affiliation| place.person == id && in_force(place.from, place.to, view.today()).yes();
    let Some(place) = book.affiliation.of(id).filter(now).max_by_key(|place| place.is_primary) else {
        let speciality = book.person.get(id).and_then(|person| person.speciality.clone());
        return speciality.unwrap_or_default();
    };
    let client = client(place.client, view);
    match &place.position {
        Some(position) => format!("{client} {} {position}", view.marks.dot),
        None => client,
    }
}

/// Other spellings by which a record is found.
pub fn also(record: &Record) -> String {
    let text = |name: &&str| record.field_json(name)?.as_str().map(str::to_owned);
    let names = ["handle", "short_name", "name_latin", "name_local", "full_name", "salutation", "code"];
    names.iter().filter_map(text).collect::<Vec<_>>().join(" ")
}
