//! What only the journal knows of a decision map: facts as they stood at the end of a day, and changes of posts.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Desk, StepFilter, Trouble};
use crate::domain::map::{Past, RoleThen, Upset};
use crate::domain::step::{Change, Step};
use crate::domain::words::InfluenceKind;
use crate::domain::{Client, Id, Record, Role};

impl Desk {
    /// The past of a map as of a day, from the journal.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn past(&self, as_of: NaiveDate) -> Result<Past, Trouble> {
        let zone = self.book().settings().zone;
        let steps = self.steps(StepFilter::default())?;
        let mut past = Past::default();
        for step in &steps {
            let day = step.at.with_timezone(&zone).date_naive();
            for change in &step.changes {
                role_then(&mut past, change, day <= as_of);
            }
            past.upsets.extend(upsets(step, day));
        }
        Ok(past)
    }

    /// The same for the map of one client alone, read row by row: as quick in a long journal as in a short one.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn past_of(&self, client: Id<Client>, as_of: NaiveDate) -> Result<Past, Trouble> {
        let (zone, book) = (self.book().settings().zone, self.book());
        let mut past = Past::default();
        for role in book.role.of(client) {
            for (_, at, change) in self.store.changes_of(role.head.uid)? {
                role_then(&mut past, &change, at.with_timezone(&zone).date_naive() <= as_of);
            }
        }
        let places = book.affiliation.of(client).map(|row| row.head.uid);
        let lines = book.influence.of(client).map(|row| row.head.uid);
        for uid in places.chain(lines) {
            for (step, at, change) in self.store.changes_of(uid)? {
                if let Some(upset) = upset(&change, at.with_timezone(&zone).date_naive())
                    && !self.is_new_in(upset.person.uuid, step)?
                {
                    past.upsets.push(upset);
                }
            }
        }
        Ok(past)
    }

    /// Whether a step brought the record in.
    fn is_new_in(&self, uid: Uuid, step: i64) -> Result<bool, Trouble> {
        let first = self.store.changes_of(uid)?.into_iter().next();
        Ok(first.is_some_and(|(number, _, change)| number == step && change.before.is_none()))
    }
}

/// A row written after the day counts as first written.
fn role_then(past: &mut Past, change: &Change, in_time: bool) {
    let Some(Record::Role(role)) = &change.after else { return };
    let id: Id<Role> = Id::new(role.head.uid);
    if in_time || !past.roles.contains_key(&id) {
        let then = RoleThen { certainty: role.certainty, reconfirmed_on: role.reconfirmed_on, limit: role.limit };
        past.roles.insert(id, then);
    }
}

/// Posts that a step changed. People whom the same step brought in have changed nothing.
fn upsets(step: &Step, on: NaiveDate) -> Vec<Upset> {
    let new: HashSet<Uuid> = step
        .changes
        .iter()
        .filter(|change| change.before.is_none())
        .filter_map(|change| change.after.as_ref())
        .filter(|record| matches!(record, Record::Person(_)))
        .map(Record::uuid)
        .collect();
    let upsets = step.changes.iter().filter_map(|change| upset(change, on));
    upsets.filter(|upset| !new.contains(&upset.person.uuid)).collect()
}

/// Another level, or a new boss.
fn upset(change: &Change, on: NaiveDate) -> Option<Upset> {
    match (&change.before, &change.after) {
        (Some(Record::Affiliation(before)), Some(Record::Affiliation(after))) if before.level != after.level => {
            Some(Upset { person: after.person, client: after.client, on })
        }
        (None, Some(Record::Influence(line))) if line.kind == InfluenceKind::ReportsTo => {
            Some(Upset { person: line.from_person, client: line.client, on })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::desk::{Clock, Desk};
    use crate::domain::date::parse_day;
    use crate::domain::edit::{GivenHead, Incoming, SetRole};
    use crate::domain::figures::testing::{DEMO, id};
    use crate::domain::map::{Ask, DecisionMap};
    use crate::domain::words::RoleKind;
    use crate::domain::{Amend, Answers, Edit, Entity, Fields, Row, Sentence};

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    /// The demo portfolio, then a role confirmed and a level changed.
    fn desk() -> Desk {
        let mut desk = Desk::throwaway(Clock::Standing(day("2026-11-23").and_hms_opt(8, 0, 0).unwrap())).unwrap();
        let rows = Entity::ALL.iter().flat_map(|entity| DEMO.records(*entity));
        let rows = rows.map(|record| Incoming { record, given: GivenHead::default() }).collect();
        desk.make(&Edit::Import { title: Sentence::new("demo"), rows }, &Answers::yes()).unwrap();
        let confirm = SetRole {
            person: id("p-sedov"),
            client: id("c-volga-metall"),
            kind: RoleKind::Decides,
            certainty: None,
            proposal: None,
            from: None,
            visit: None,
            source_note: Some("order".to_owned()),
        };
        desk.make(&Edit::SetRole(confirm), &Answers::yes()).unwrap();
        let place = DEMO.affiliation.iter().find(|place| place.person == id("p-petrov-vm")).unwrap().uid();
        let fields = Fields::from_iter([("level".to_owned(), "top".into())]);
        desk.make(&Edit::Amend(Amend::new(Entity::Affiliation, place.uuid, fields)), &Answers::yes()).unwrap();
        desk
    }

    #[test]
    fn the_past_of_one_client_gives_the_same_map_as_the_whole_journal() {
        let desk = desk();
        for as_of in ["2025-01-01", "2026-09-01", "2026-11-22", "2026-11-23"].map(day) {
            let ask = Ask::today(id("c-volga-metall"), day("2026-11-23")).as_of(as_of);
            let whole = DecisionMap::of(desk.book(), ask, &desk.past(as_of).unwrap());
            let own = DecisionMap::of(desk.book(), ask, &desk.past_of(ask.client, as_of).unwrap());
            assert_eq!(whole, own, "{as_of}");
        }
    }
}
