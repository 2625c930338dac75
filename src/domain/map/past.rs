//! What only the journal knows of a map: facts as they stood at the end of a day, and changes that make them doubtful.
//! Empty for a map of today without such changes.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::domain::entity::{Client, Person, Role};
use crate::domain::money::Money;
use crate::domain::table::Id;
use crate::domain::words::Certainty;

#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Roles as the journal had them at the end of the day asked; a row written later, as first written.
    pub roles: FxHashMap<Id<Role>, RoleThen>,
    /// Changes of a person's level, and new bosses above them.
    pub upsets: Vec<Upset>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleThen {
    pub certainty: Certainty,
    pub reconfirmed_on: Option<NaiveDate>,
    pub limit: Option<Money>,
}

/// What makes older facts about a person at a client count as one half-life older, dated by its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upset {
    pub person: Id<Person>,
    pub client: Id<Client>,
    pub on: NaiveDate,
}

impl Past {
    /// The role as it was; as it is where the journal says nothing else.
    pub fn role(&self, role: &Role) -> RoleThen {
        self.roles.get(&Id::new(role.head.uid)).copied().unwrap_or(RoleThen {
            certainty: role.certainty,
            reconfirmed_on: role.reconfirmed_on,
            limit: role.limit,
        })
    }

    /// Whether the person's post changed after `since` and not after `as_of`.
    pub fn is_upset(&self, role: &Role, since: NaiveDate, as_of: NaiveDate) -> bool {
        let meant = |upset: &&Upset| upset.person == role.person && upset.client == role.client;
        self.upsets.iter().filter(meant).any(|upset| since < upset.on && upset.on <= as_of)
    }
}
