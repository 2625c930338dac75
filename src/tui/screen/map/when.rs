//! Which map is looked at: the general one or an offer's, today's or that of another day, and the days on which it
//! changed.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::date::PartialDate;
use crate::domain::offer::open_offers;
use crate::domain::{Book, Client, Id, Proposal, Row};

/// The general map, then the map of each open offer, then the general one again.
pub(super) fn next_offer(book: &Book, client: Id<Client>, now: Option<Id<Proposal>>) -> Option<Id<Proposal>> {
    let offers: Vec<Id<Proposal>> = open_offers(book, client).into_iter().map(Row::uid).collect();
    match now {
        None => offers.first().copied(),
        Some(now) => {
            let at = offers.iter().position(|offer| *offer == now)?;
            offers.get(at + 1).copied()
        }
    }
}

/// Every day on which something of the map began, ended or was learned, up to today.
pub(super) fn changes(book: &Book, client: Id<Client>, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let mut days = BTreeSet::new();
    let begin = |day: Option<PartialDate>| day.and_then(PartialDate::earliest);
    for row in book.role.of(client).filter(|row| row.client == client) {
        days.insert(row.learned_on);
        days.extend(row.reconfirmed_on);
        days.extend(begin(row.from).into_iter().chain(begin(row.to)));
    }
    days.extend(book.stance.of(client).filter(|row| row.client == client).map(|row| row.on));
    for row in book.influence.of(client).filter(|row| row.client == client) {
        days.insert(row.learned_on);
        days.extend(begin(row.from).into_iter().chain(begin(row.to)));
    }
    for row in book.affiliation.of(client).filter(|row| row.client == client) {
        days.extend(begin(row.from).into_iter().chain(begin(row.to)));
    }
    days.retain(|day| *day <= today);
    days
}
