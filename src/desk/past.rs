//! What only the journal knows of a decision map: facts as they stood at the end of a day, and changes of posts.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Desk, StepFilter, Trouble};
use crate::domain::map::{Past, RoleThen, Upset};
use crate::domain::step::{Change, Step};
use crate::domain::words::{InfluenceKind, RoleKind};
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
        past.upsets = self.upsets_of(places.chain(lines))?;
        Ok(past)
    }

    /// For the signals of a day: changes of the posts of those who decide, row by row, not the whole journal.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn posts_of_deciders(&self) -> Result<Past, Trouble> {
        let book = self.book();
        let mut rows = BTreeSet::new();
        for role in book.role.iter().filter(|role| role.kind == RoleKind::Decides && role.to.is_none()) {
            // A place that was never changed was never another one.
            let places =
                book.affiliation.of(role.person).filter(|place| place.client == role.client && place.head.rev > 1);
            let lines = book.influence.of(role.person).filter(|line| line.from_person == role.person);
            let bosses = lines.filter(|line| line.client == role.client && line.kind == InfluenceKind::ReportsTo);
            rows.extend(places.map(|row| row.head.uid));
            rows.extend(bosses.map(|row| row.head.uid));
        }
        Ok(Past { upsets: self.upsets_of(rows)?, ..Past::default() })
    }

    fn upsets_of(&self, rows: impl IntoIterator<Item = Uuid>) -> Result<Vec<Upset>, Trouble> {
        let zone = self.book().settings().zone;
        let mut upsets = Vec::new();
        for uid in rows {
            for (step, at, change) in self.store.changes_of(uid)? {
                if let Some(upset) = upset(&change, at.with_timezone(&zone).date_naive())
                    && !self.is_new_in(upset.person.uuid, step)?
                {
                    upsets.push(upset);
                }
            }
        }
        Ok(upsets)
    }

    /// Whether a step brought the record in, for the first time or once more.
    fn is_new_in(&self, uid: Uuid, step: i64) -> Result<bool, Trouble> {
        let mut changes = self.store.changes_of(uid)?.into_iter();
        Ok(changes.any(|(number, _, change)| number == step && change.before.is_none()))
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
    use crate::domain::figures::View;
    use crate::domain::figures::day::Day;
    use crate::domain::figures::testing::{DEMO, id};
    use crate::domain::map::{Ask, DecisionMap, Past};
    use crate::domain::words::{Level, RoleKind};
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

    /// What was said of who decides is as old as before and half a life more.
    #[test]
    fn a_day_has_the_same_signals_with_the_posts_of_deciders_as_with_the_whole_journal() {
        let mut desk = desk();
        let decides = |role: &&crate::domain::Role| role.kind == RoleKind::Decides && role.to.is_none();
        for role in DEMO.role.iter().filter(decides) {
            let places = desk.book().affiliation.of(role.person).filter(|place| place.client == role.client);
            for (uid, level) in places.map(|place| (place.uid(), place.level)).collect::<Vec<_>>() {
                let other = if level == Some(Level::Board) { "top" } else { "board" };
                let fields = Fields::from_iter([("level".to_owned(), other.into())]);
                // At a client that is closed nothing moves.
                let _ = desk.make(&Edit::Amend(Amend::new(Entity::Affiliation, uid.uuid, fields)), &Answers::yes());
            }
        }
        let view = View::on(desk.book(), day("2026-11-23"));
        let signals = |past: &Past| Day::of(&view, desk.now(), past).signals;
        let whole = signals(&desk.past(day("2026-11-23")).unwrap());
        assert_eq!(signals(&desk.posts_of_deciders().unwrap()), whole);
        assert_ne!(signals(&Past::default()), whole);
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
