//! The days on which a client's map changed, for stepping through its past.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::place::upwards;
use crate::domain::Book;
use crate::domain::date::PartialDate;
use crate::domain::entity::Client;
use crate::domain::table::Id;

/// Days up to today on which a position, a role, a line or a stance began, ended or was learned; oldest first. A
/// date known in part counts from its first day, an end from its last.
pub fn days(book: &Book, client: Id<Client>, today: NaiveDate) -> Vec<NaiveDate> {
    let begins = |from: Option<PartialDate>| from.and_then(PartialDate::earliest);
    let ends = |to: Option<PartialDate>| to.and_then(PartialDate::latest);
    // The people of a parent stand on the map as the client's own do.
    let chain = upwards(book, client);
    let places = chain.iter().flat_map(|at| book.affiliation.of(*at).filter(|row| row.client == *at));
    let places = places.flat_map(|row| [begins(row.from), ends(row.to)]);
    let roles = book.role.of(client).filter(|row| row.client == client);
    let roles = roles.flat_map(|row| [begins(row.from), ends(row.to), Some(row.learned_on), row.reconfirmed_on]);
    let lines = book.influence.of(client).filter(|row| row.client == client);
    let lines = lines.flat_map(|row| [begins(row.from), ends(row.to), Some(row.learned_on)]);
    let stances = book.stance.of(client).filter(|row| row.client == client).map(|row| Some(row.on));
    let absent = book.client.get(client).into_iter().flat_map(|row| &row.absent_steps).map(|step| Some(step.on));
    let all: BTreeSet<NaiveDate> = places.chain(roles).chain(lines).chain(stances).chain(absent).flatten().collect();
    all.into_iter().filter(|day| *day <= today).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id};
    use serde_json::json;

    #[test]
    fn a_step_given_up_and_a_place_at_the_parent_change_the_map_too() {
        let book = book(&json!({ "tables": {
            "client": [
                client("p", json!({})),
                client("c", json!({
                    "parent": "p", "absent_steps": [{ "step": "agrees", "reason": "none", "on": "2026-05-05" }],
                })),
            ],
            "person": [{ "uid": "a", "handle": "a", "family_name": "A" }],
            "affiliation": [{ "uid": "pl", "person": "a", "client": "p", "from": "2025-02-01", "to": "2026-03-01" }],
        } }));
        let at = days(&book, id("c"), demo_today());
        assert_eq!(at, ["2025-02-01", "2026-03-01", "2026-05-05"].map(day));
    }

    #[test]
    fn the_past_of_a_map_is_stepped_through_by_the_days_it_changed() {
        let days = days(&DEMO, id("c-volga-metall"), demo_today());
        assert!(days.is_sorted() && days.last() == Some(&day("2026-11-12")));
        assert!([day("2024-09-05"), day("2026-08-20"), day("2008-04-01")].iter().all(|one| days.contains(one)));
    }
}
