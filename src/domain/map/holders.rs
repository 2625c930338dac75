//! Who holds which role on a day: the general map of a client, or that of one offer, which goes before it per role.

use chrono::NaiveDate;

use super::age::{Freshness, WHOLE, age_days, weight};
use super::past::Past;
use super::place::{Place, place, upwards};
use crate::domain::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Person, Proposal, Role, Visit};
use crate::domain::money::Money;
use crate::domain::table::Id;
use crate::domain::words::{Certainty, EndReason, RoleKind};

/// Which map is asked for, and as of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    pub client: Id<Client>,
    /// None for the general map.
    pub proposal: Option<Id<Proposal>>,
    pub as_of: NaiveDate,
    /// Rows learned after this day count for nothing.
    pub today: NaiveDate,
}

impl Ask {
    pub fn today(client: Id<Client>, today: NaiveDate) -> Self {
        Self { client, proposal: None, as_of: today, today }
    }

    /// What a visit is about: an offer on its table names its own roles before those in general.
    pub fn of_visit(visit: &Visit, today: NaiveDate) -> Self {
        Self::today(visit.client, today).offer(visit.proposals.first().copied())
    }

    #[must_use]
    pub fn offer(self, proposal: Option<Id<Proposal>>) -> Self {
        Self { proposal, ..self }
    }

    #[must_use]
    pub fn as_of(self, as_of: NaiveDate) -> Self {
        Self { as_of, ..self }
    }
}

/// One role in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub role: Id<Role>,
    pub person: Id<Person>,
    pub kind: RoleKind,
    /// Held for one offer only.
    pub proposal: Option<Id<Proposal>>,
    pub certainty: Certainty,
    pub limit: Option<Money>,
    pub learned_on: NaiveDate,
    /// The later of learned and confirmed again.
    pub known_on: NaiveDate,
    pub age_days: i64,
    /// On a map of a past day: nobody knew it by then.
    pub later: bool,
    pub freshness: Freshness,
    /// Certainty times age, in forty-thousandths: see [`FULL`].
    pub value: i64,
    /// Partial dates leave open whether it is in force.
    pub possibly: bool,
    /// The holder's position has ended: the role does not fill its step.
    pub left: bool,
    pub visit: Option<Id<Visit>>,
    pub source_note: Option<String>,
}

/// The value of a role confirmed today.
pub const FULL: i64 = 4 * WHOLE;

/// What a fact of this certainty counts, in quarters.
fn base(certainty: Certainty) -> i64 {
    match certainty {
        Certainty::Assumed => 1,
        Certainty::Heard => 2,
        Certainty::Confirmed => 4,
    }
}

/// Every role in force on the day, of the map asked for. Holders of one kind stand together, surest first; those who
/// have left stand last.
pub fn holders(book: &Book, ask: &Ask, past: &Past) -> Vec<Holder> {
    let chain = upwards(book, ask.client);
    let mine = |role: &&Role| {
        role.client == ask.client
            && (role.proposal.is_none() || role.proposal == ask.proposal)
            && role.learned_on <= ask.today
    };
    let rows = book.role.of(ask.client).filter(mine);
    let mut all: Vec<Holder> = rows.filter_map(|role| holder(book, role, &chain, ask, past)).collect();
    let own: Vec<RoleKind> = all.iter().filter(|holder| holder.proposal.is_some()).map(|holder| holder.kind).collect();
    all.retain(|holder| holder.proposal.is_some() || !own.contains(&holder.kind));
    all.sort_by_key(|holder| (holder.kind, holder.left, std::cmp::Reverse(holder.value), holder.age_days, holder.role));
    all
}

/// Those who decide on the day and have not left, surest first.
pub fn deciders(book: &Book, ask: &Ask, past: &Past) -> Vec<Holder> {
    let all = holders(book, ask, past).into_iter();
    all.filter(|holder| holder.kind == RoleKind::Decides && !holder.left).collect()
}

fn holder(book: &Book, role: &Role, chain: &[Id<Client>], ask: &Ask, past: &Past) -> Option<Holder> {
    if role.end_reason == Some(EndReason::Wrong) {
        return None;
    }
    let place = place(book, role.person, chain, ask.as_of);
    // An open start takes the position's. An open end does too while the position lasts; when it has ended, the role
    // is still there and asks whether its holder has left.
    let (from, to) = match place {
        Place::NotYet => return None,
        Place::Here { affiliation, .. } => (role.from.or(affiliation.from), role.to.or(affiliation.to)),
        Place::Left(affiliation) => (role.from.or(affiliation.and_then(|row| row.from)), role.to),
        Place::Nowhere => (role.from, role.to),
    };
    let sure = in_force(from, to, ask.as_of);
    if !sure.yes() {
        return None;
    }
    let then = past.role(role);
    let again = then.reconfirmed_on.filter(|on| *on <= ask.as_of);
    let known_on = again.map_or(role.learned_on, |again| again.max(role.learned_on));
    let half_life = book.settings().fact_half_life_days;
    let upset = if past.is_upset(role, known_on, ask.as_of) { half_life } else { 0 };
    let age = age_days(known_on, ask.as_of);
    let later = known_on > ask.as_of;
    // The source belongs to the latest confirmation, which that day may not have seen.
    let latest = role.reconfirmed_on.map_or(role.learned_on, |again| again.max(role.learned_on));
    let sourced = !later && known_on == latest;
    Some(Holder {
        role: Id::new(role.head.uid),
        person: role.person,
        kind: role.kind,
        proposal: role.proposal,
        certainty: then.certainty,
        limit: then.limit,
        learned_on: role.learned_on,
        known_on,
        age_days: age,
        later,
        freshness: Freshness::of(age + upset, half_life),
        value: base(then.certainty) * weight(age + upset, half_life),
        possibly: sure != crate::domain::date::InForce::Surely,
        left: matches!(place, Place::Left(_)),
        visit: role.visit.filter(|_| sourced),
        source_note: role.source_note.clone().filter(|_| sourced),
    })
}
