//! Which screen shows what. Each screen is a layer in its own file; this is the one place that knows them all.

mod after;
mod answer_box;
#[cfg(test)]
mod answer_box_tests;
#[cfg(test)]
mod any_keys_tests;
mod before;
mod before_page;
mod board;
mod brief;
mod catalogue;
mod client;
mod clients;
mod drafts;
mod export;
mod followed;
pub mod form;
mod gathering;
mod glance;
mod history;
mod import;
mod ledger;
mod line_box;
#[cfg(test)]
mod lists_tests;
mod map;
mod meeting;
mod merge;
mod money;
mod named;
#[cfg(test)]
mod named_tests;
#[cfg(test)]
mod need_back_tests;
mod needs;
mod occasion_box;
mod offers;
mod people;
mod person;
mod product;
mod reason_box;
mod report;
mod role_keys;
mod search;
mod settings;
mod stage;
#[cfg(test)]
mod stage_tests;
pub mod today;
mod visit_boxes;
mod visits;
mod ways;
#[cfg(test)]
mod ways_tests;

use uuid::Uuid;

use super::command::Command;
use super::layer::{Layer, Reply, View};
use super::target::{Tab, Target};
use crate::domain::{Client, Entity, Id};

/// The screen a run begins with, and the place from which `q` leaves the program.
pub fn first(view: &View<'_>) -> Box<dyn Layer> {
    open(&Target::Today, view).unwrap_or_else(|| Box::new(drafts::Drafts::default()))
}

/// The screen for a target; None when its record is no longer there.
pub fn open(target: &Target, view: &View<'_>) -> Option<Box<dyn Layer>> {
    match target {
        Target::Today => Some(Box::new(today::Today::default())),
        Target::Visits => Some(Box::new(visits::Visits::open(view))),
        Target::Before(visit) => before::Before::open(*visit, view).map(|layer| Box::new(layer) as Box<dyn Layer>),
        Target::Brief { client, visit } => Some(Box::new(brief::BriefScreen::new(*client, *visit))),
        Target::Export { client, visit } => Some(Box::new(export::ExportBox::new(*client, *visit, view))),
        Target::Drafts => Some(Box::new(drafts::Drafts::default())),
        Target::Clients => Some(Box::new(clients::Clients::default())),
        Target::Client(id, Tab::History) => Some(Box::new(history::History::of(*id))),
        Target::Client(id, Tab::People) => Some(Box::new(people::People::new(*id))),
        Target::Person(id) => person::Card::open(*id, view),
        Target::Catalogue => Some(Box::new(catalogue::Catalogue::default())),
        Target::Settings => Some(Box::new(settings::Settings::default())),
        Target::Client(id, Tab::Map) => Some(Box::new(map::Map::new(*id))),
        Target::Client(id, tab) => Some(Box::new(client::ClientPage::new(*id, *tab))),
        Target::After(id) => Some(Box::new(after::After::visit(*id, view)?)),
        Target::AfterCall(id) => Some(Box::new(after::After::call(*id, view)?)),
        Target::Draft(key) => drafted(key, view),
        Target::Needs => Some(Box::new(needs::Needs::default())),
        Target::Offers => Some(Box::new(offers::Offers::default())),
        Target::Offer(id) => Some(Box::new(board::OfferBoard::new(*id))),
        Target::Money => Some(Box::new(money::Pyramid::default())),
        Target::Report => Some(Box::new(report::Report::default())),
        Target::Search => Some(Box::new(search::Search::default())),
        Target::History => Some(Box::new(history::History::default())),
        Target::Form { entity, uuid: Some(uuid), .. } => form::edit(*entity, *uuid, view),
        Target::Form { entity, uuid: None, client: Some(client) } => Some(form::add_at(*entity, *client, view)),
        Target::Form { entity, uuid: None, client: None } => {
            Some(form::add(*entity, crate::domain::Fields::new(), view))
        }
        Target::Import(path) => Some(Box::new(import::Review::open(path))),
        Target::Record(entity, uuid) => record(*entity, *uuid, view),
    }
}

/// The screen on which a draft was typed.
fn drafted(key: &str, view: &View<'_>) -> Option<Box<dyn Layer>> {
    if let Some(map) = map::Map::of_draft(key) {
        return Some(Box::new(map));
    }
    if let Some(visits) = visits::Visits::of_draft(key) {
        return Some(Box::new(visits));
    }
    if let Some(board) = board::OfferBoard::of_draft(key) {
        return Some(Box::new(board));
    }
    if let Some(ledger) = ledger::Ledger::of_draft(key) {
        return Some(Box::new(ledger));
    }
    if let Some(after) = after::After::of_draft(key, view) {
        return Some(Box::new(after));
    }
    form::draft(key, view)
}

/// A record at its place: a screen of its own where it has one, else its form.
fn record(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Box<dyn Layer>> {
    match entity {
        Entity::Client => open(&Target::Client(Id::new(uuid), Tab::Overview), view),
        Entity::Person => open(&Target::Person(Id::new(uuid)), view),
        Entity::Visit => open(&Target::Before(Id::new(uuid)), view),
        Entity::Proposal => open(&Target::Offer(Id::new(uuid)), view),
        entity => form::edit(entity, uuid, view),
    }
}

/// The name under which the palette offers a record again; None for screens that show no single record.
pub fn name(target: &Target, view: &View<'_>) -> Option<String> {
    let book = view.book();
    match target {
        Target::Client(id, _) => book.client.get(*id).map(|client| client.name.clone()),
        Target::Person(id) => {
            book.person.get(*id).map(|person| view.words.person_name(person, book.settings().name_display))
        }
        Target::Before(id) | Target::After(id) => {
            let visit = book.visit.get(*id)?;
            let client = book.client.get(visit.client)?;
            Some(format!("{} {}", view.words.moment(visit.local_start(book.settings().zone)), client.name))
        }
        Target::Offer(id) => book.proposal.get(*id).map(|offer| offer.title.clone()),
        _ => None,
    }
}

/// Commands of the palette that no screen has taken, with what was typed after them and the client they are about.
pub fn named(command: Command, argument: &str, client: Option<Id<Client>>, view: &View<'_>) -> Reply {
    if command.is_movement() {
        return Reply::Ignored;
    }
    let of_client = client.and_then(|client| named::of_client(command, argument, client, view));
    of_client.unwrap_or_else(|| named::anywhere(command, argument, view))
}
