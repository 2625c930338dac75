//! The days on which a client's map changed, for stepping through its past.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::date::PartialDate;
use crate::domain::entity::Client;
use crate::domain::table::Id;

/// Days up to today on which a position, a role, a line or a stance began, ended or was learned; oldest first. A
/// date known in part counts from its first day, an end from its last.
pub fn days(book: &Book, client: Id<Client>, today: NaiveDate) -> Vec<NaiveDate> {
    let begins = |from: Option<PartialDate>| from.and_then(PartialDate::earliest);
    let ends = |to: Option<PartialDate>| to.and_then(PartialDate::latest);
    let places = book.affiliation.of(client).filter(|row| row.client == client);
    let places = places.flat_map(|row| [begins(row.from), ends(row.to)]);
    let roles = book.role.of(client).filter(|row| row.client == client);
    let roles = roles.flat_map(|row| [begins(row.from), ends(row.to), Some(row.learned_on), row.reconfirmed_on]);
    let lines = book.influence.of(client).filter(|row| row.client == client);
    let lines = lines.flat_map(|row| [begins(row.from), ends(row.to), Some(row.learned_on)]);
    let stances = book.stance.of(client).filter(|row| row.client == client).map(|row| Some(row.on));
    let all: BTreeSet<NaiveDate> = places.chain(roles).chain(lines).chain(stances).flatten().collect();
    all.into_iter().filter(|day| *day <= today).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, day, demo_today, id};

    #[test]
    fn the_past_of_a_map_is_stepped_through_by_the_days_it_changed() {
        let days = days(&DEMO, id("c-volga-metall"), demo_today());
        assert!(days.is_sorted() && days.last() == Some(&day("2026-11-12")));
        assert!([day("2024-09-05"), day("2026-08-20"), day("2008-04-01")].iter().all(|one| days.contains(one)));
    }
}
