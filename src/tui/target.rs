//! What a screen can be opened on: named here, so that any screen can open any other without knowing it.

use crate::domain::{Client, Id, Person, Proposal, Visit};

/// The tabs of a client, by their digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Overview,
    Map,
    Log,
    Needs,
    Money,
    Offers,
    People,
    History,
}

/// Tabs in the order of their digits.
pub const TABS: [Tab; 8] =
    [Tab::Overview, Tab::Map, Tab::Log, Tab::Needs, Tab::Money, Tab::Offers, Tab::People, Tab::History];

/// A screen and its subject.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Today,
    Clients,
    Visits,
    Needs,
    Offers,
    Money,
    Report,
    Catalogue,
    Settings,
    History,
    Drafts,
    Search,
    Client(Id<Client>, Tab),
    Person(Id<Person>),
    /// A visit before it is held.
    Before(Id<Visit>),
    /// The page that is filled in after a visit.
    After(Id<Visit>),
    /// The same for a contact that was never planned.
    AfterCall(Id<Client>),
    Offer(Id<Proposal>),
    Brief {
        client: Id<Client>,
        visit: Option<Id<Visit>>,
    },
    Export {
        client: Id<Client>,
        visit: Option<Id<Visit>>,
    },
    /// The form of any record; a new one without a uid, belonging to `client`.
    Form {
        entity: crate::domain::Entity,
        uuid: Option<uuid::Uuid>,
        client: Option<Id<Client>>,
    },
    /// Any record at its place, as search opens it.
    Record(crate::domain::Entity, uuid::Uuid),
    Import(std::path::PathBuf),
    /// A draft taken up again, by its key.
    Draft(String),
}

impl Target {
    /// The record that it shows, on whichever tab or page; None for a screen of many.
    pub fn record(&self) -> Option<uuid::Uuid> {
        match self {
            Self::Client(id, _) => Some(id.uuid),
            Self::Person(id) => Some(id.uuid),
            Self::Before(id) | Self::After(id) => Some(id.uuid),
            Self::Offer(id) => Some(id.uuid),
            _ => None,
        }
    }
}
