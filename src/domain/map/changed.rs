//! What differs between two maps of one client: roles come, gone, surer or less sure, stances and lines between people.

use super::attitude::Attitude;
use super::holders::Holder;
use super::reporting::Line;
use super::{DecisionMap, Row};
use crate::domain::entity::Person;
use crate::domain::table::Id;
use crate::domain::words::{Certainty, InfluenceKind, RoleKind};

/// One difference; what is none on one side was not there then, or is not there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    pub person: Id<Person>,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Role {
        kind: RoleKind,
        before: Option<Certainty>,
        after: Option<Certainty>,
    },
    Stance {
        before: Option<i64>,
        after: Option<i64>,
    },
    Influence {
        before: Option<i64>,
        after: Option<i64>,
    },
    /// A line to another person, drawn or gone.
    Line {
        kind: InfluenceKind,
        to: Id<Person>,
        is_new: bool,
    },
}

/// The differences: roles by step, then stances and influence, then lines.
pub fn changed(before: &DecisionMap, after: &DecisionMap) -> Vec<Changed> {
    roles(before, after).into_iter().chain(attitudes(before, after)).chain(lines(before, after)).collect()
}

fn rows(map: &DecisionMap) -> impl Iterator<Item = &Row> {
    map.steps.iter().chain(&map.others)
}

fn roles(before: &DecisionMap, after: &DecisionMap) -> Vec<Changed> {
    // Who has left holds a role no longer; what was learned later was not known on the day of the map.
    let counts = |map: &DecisionMap, held: &&Holder| !held.left && held.learned_on <= map.ask.as_of;
    let certainty = |map: &DecisionMap, holder: &Holder| {
        map.cell(holder.kind, holder.person).filter(|held| counts(map, held)).map(|held| held.certainty)
    };
    let mut holders: Vec<&Holder> = rows(before).chain(rows(after)).flat_map(|row| &row.holders).collect();
    holders.sort_by_key(|holder| (holder.kind, holder.person));
    holders.dedup_by_key(|holder| (holder.kind, holder.person));
    let differs = |holder: &&Holder| {
        let (then, now) = (certainty(before, holder), certainty(after, holder));
        (then != now).then_some(Changed {
            person: holder.person,
            what: What::Role { kind: holder.kind, before: then, after: now },
        })
    };
    holders.iter().filter_map(differs).collect()
}

fn attitudes(before: &DecisionMap, after: &DecisionMap) -> Vec<Changed> {
    let mut found = Vec::new();
    // Who has left stands to us no way any more; their column goes with their place.
    let gone = before.columns.iter().filter(|column| after.column(column.person).is_none());
    for person in after.columns.iter().chain(gone).map(|column| column.person) {
        let attitude = |map: &'_ DecisionMap| {
            let there = map.column(person).filter(|column| !column.left).map(|column| &column.attitude);
            (there.and_then(Attitude::stance), there.and_then(Attitude::influence))
        };
        let (then, now) = (attitude(before), attitude(after));
        let (stance, influence) = ((then.0, now.0), (then.1, now.1));
        let mut push = |what| found.push(Changed { person, what });
        if stance.0 != stance.1 {
            push(What::Stance { before: stance.0, after: stance.1 });
        }
        if influence.0 != influence.1 {
            push(What::Influence { before: influence.0, after: influence.1 });
        }
    }
    found
}

fn lines(before: &DecisionMap, after: &DecisionMap) -> Vec<Changed> {
    let of = |map: &DecisionMap| -> Vec<(InfluenceKind, Id<Person>, Id<Person>)> {
        let known = |line: &&Line| line.learned_on <= map.ask.as_of;
        let with = |kind| move |line: &Line| (kind, line.from, line.to);
        let reports = map.lines.reports.iter().filter(known).map(with(InfluenceKind::ReportsTo));
        reports.chain(map.lines.influences.iter().filter(known).map(with(InfluenceKind::Influences))).collect()
    };
    let (then, now) = (of(before), of(after));
    let line = |(kind, from, to): &(InfluenceKind, Id<Person>, Id<Person>), is_new| Changed {
        person: *from,
        what: What::Line { kind: *kind, to: *to, is_new },
    };
    let new = now.iter().filter(|row| !then.contains(row)).map(|row| line(row, true));
    new.chain(then.iter().filter(|row| !now.contains(row)).map(|row| line(row, false))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id};
    use serde_json::json;

    #[test]
    fn the_stance_of_somebody_who_has_left_is_told_as_gone() {
        let book = book(&json!({ "tables": {
            "client": [client("c", json!({}))],
            "person": [{ "uid": "a", "handle": "a", "family_name": "A" }],
            "affiliation": [{ "uid": "pl", "person": "a", "client": "c", "to": "2026-10-01" }],
            "stance": [{ "uid": "s", "person": "a", "client": "c", "value": 2, "influence": 4, "on": "2026-01-01" }],
        } }));
        let map = |on| DecisionMap::of(&book, Ask::today(id("c"), demo_today()).as_of(day(on)), &Past::default());
        let found: Vec<What> = changed(&map("2026-09-01"), &map("2026-11-01")).iter().map(|row| row.what).collect();
        assert_eq!(
            found,
            [What::Stance { before: Some(2), after: None }, What::Influence { before: Some(4), after: None }]
        );
        assert_eq!(changed(&map("2026-11-01"), &map("2026-09-01")).len(), 2, "come, the other way");
    }
    use crate::domain::map::{Ask, Past};

    #[test]
    fn a_map_differs_from_itself_of_another_day_by_what_was_learned_since() {
        let ask = Ask::today(id("c-volga-metall"), demo_today());
        let map = |on| DecisionMap::of(&DEMO, ask.as_of(day(on)), &Past::default());
        assert_eq!(changed(&map("2026-11-23"), &map("2026-11-23")), []);
        let since = changed(&map("2026-10-01"), &map("2026-11-23"));
        let role = |person, kind| {
            since.iter().find_map(|row| match row.what {
                What::Role { kind: of, before, after } if of == kind && row.person == id(person) => {
                    Some((before, after))
                }
                _ => None,
            })
        };
        assert_eq!(role("p-kravets", RoleKind::Decides), Some((None, Some(Certainty::Heard))));
        assert_eq!(role("p-bessonova", RoleKind::Budgets), Some((None, Some(Certainty::Heard))));
        assert_eq!(role("p-sedov", RoleKind::Decides), None, "known before");
        let back = changed(&map("2026-11-23"), &map("2026-10-01"));
        assert_eq!(back.len(), since.len());
        assert!(back.iter().any(|row| matches!(row.what, What::Role { after: None, .. })), "gone the other way");
    }
}
