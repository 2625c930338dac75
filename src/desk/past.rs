//! What only the journal knows of a decision map: facts as they stood at the end of a day, and changes of posts.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Desk, StepFilter, Trouble};
use crate::domain::map::{Past, RoleThen, Upset};
use crate::domain::step::Change;
use crate::domain::words::{InfluenceKind, RoleKind};
use crate::domain::{Affiliation, Book, Client, Id, Influence, Record, Role};

impl Desk {
    /// The past of a map as of a day, from the journal.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn past(&self, as_of: NaiveDate) -> Result<Past, Trouble> {
        let zone = self.book().settings().zone;
        let steps = self.steps(StepFilter::default())?;
        let (mut past, mut posts) = (Past::default(), Posts::default());
        for step in &steps {
            let day = step.at.with_timezone(&zone).date_naive();
            for change in &step.changes {
                role_then(&mut past, change, day <= as_of);
                posts.take(step.number, day, change);
            }
        }
        past.upsets = posts.upsets(self.book());
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
            for done in self.store.changes_of(role.head.uid)? {
                role_then(&mut past, &done.change, done.at.with_timezone(&zone).date_naive() <= as_of);
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
        let mut posts = Posts::default();
        for uid in rows {
            for done in self.store.changes_of(uid)? {
                posts.take(done.step, done.at.with_timezone(&zone).date_naive(), &done.change);
            }
        }
        Ok(posts.upsets(self.book()))
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

/// What the journal tells of posts: other levels, and when each line to a boss came into the book. What was learned for
/// the first time changed nothing, it was so before.
#[derive(Default)]
struct Posts {
    /// For each place the changes of its level, with the revision each of them made.
    levels: HashMap<Uuid, Vec<(i64, Upset)>>,
    /// The step and the day of each line to a boss.
    bosses: HashMap<Uuid, (i64, NaiveDate)>,
}

impl Posts {
    /// The changes of a row come in their order.
    fn take(&mut self, step: i64, on: NaiveDate, change: &Change) {
        match (&change.before, &change.after) {
            (Some(Record::Affiliation(before)), Some(Record::Affiliation(after))) => self.level(on, before, after),
            (_, Some(Record::Influence(line))) if line.kind == InfluenceKind::ReportsTo => {
                self.bosses.entry(line.head.uid).or_insert((step, on));
            }
            _ => {}
        }
    }

    fn level(&mut self, on: NaiveDate, before: &Affiliation, after: &Affiliation) {
        let known = self.levels.entry(after.head.uid).or_default();
        if after.head.rev < before.head.rev {
            // Undone: the row is what it was, and so is the post.
            known.retain(|(rev, _)| *rev <= after.head.rev);
        } else if before.level.is_some() && after.level.is_some() && before.level != after.level {
            known.push((after.head.rev, Upset { person: after.person, client: after.client, on }));
        }
    }

    fn upsets(self, book: &Book) -> Vec<Upset> {
        let new = self.bosses.iter().filter_map(|(uid, begun)| {
            let line = book.influence.get(Id::new(*uid))?;
            self.had_another(book, line, begun.0).then_some(Upset {
                person: line.from_person,
                client: line.client,
                on: begun.1,
            })
        });
        let bosses: Vec<Upset> = new.collect();
        self.levels.into_values().flatten().map(|(_, upset)| upset).chain(bosses).collect()
    }

    /// Whether another boss of the person was known before a line came.
    fn had_another(&self, book: &Book, line: &Influence, step: i64) -> bool {
        let mut others = book.influence.of(line.from_person).filter(|other| {
            (other.from_person, other.client, other.kind) == (line.from_person, line.client, line.kind)
                && other.to_person != line.to_person
        });
        others.any(|other| self.bosses.get(&other.head.uid).is_some_and(|(begun, _)| *begun < step))
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
    use crate::domain::{Affiliation, Amend, Answers, Client, Edit, Entity, Fields, Person, Row, Sentence};

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

    /// Whether what is known of a person counts as older, read off the client's rows and off the whole journal.
    fn is_upset(desk: &Desk, person: &str) -> bool {
        let said = |past: Past| past.upsets.iter().any(|upset| upset.person == id(person));
        let whole = said(desk.past(desk.today()).unwrap());
        assert_eq!(said(desk.past_of(id("c-volga-metall"), desk.today()).unwrap()), whole);
        whole
    }

    fn amend_level(desk: &mut Desk, person: &str, level: Option<&str>) {
        let at = |place: &&Affiliation| place.person == id(person) && place.client == id("c-volga-metall");
        let place = DEMO.affiliation.iter().find(at).unwrap().uid();
        let fields = Fields::from_iter([("level".to_owned(), level.into())]);
        desk.make(&Edit::Amend(Amend::new(Entity::Affiliation, place.uuid, fields)), &Answers::yes()).unwrap();
    }

    #[test]
    fn a_boss_known_for_the_first_time_makes_nothing_older_and_a_new_one_does() {
        let mut desk = desk();
        let boss = |desk: &mut Desk, boss: &str| {
            let uid = |person: &str| id::<Person>(person).uuid.to_string();
            let fields = [
                ("client", id::<Client>("c-volga-metall").uuid.to_string()),
                ("from_person", uid("p-kravets")),
                ("to_person", uid(boss)),
                ("kind", "reports_to".to_owned()),
            ];
            let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            desk.make(&Edit::Add { entity: Entity::Influence, fields }, &Answers::yes()).unwrap();
        };
        boss(&mut desk, "p-tihonov");
        assert!(!is_upset(&desk, "p-kravets"));
        boss(&mut desk, "p-bessonova");
        assert!(is_upset(&desk, "p-kravets"));
        desk.undo(&Answers::yes()).unwrap();
        assert!(!is_upset(&desk, "p-kravets"));
        desk.redo().unwrap();
        assert!(is_upset(&desk, "p-kravets"));
    }

    #[test]
    fn a_level_that_was_not_known_or_was_taken_back_makes_nothing_older() {
        let mut desk = desk();
        assert!(is_upset(&desk, "p-petrov-vm"));
        desk.undo(&Answers::yes()).unwrap();
        assert!(!is_upset(&desk, "p-petrov-vm"));
        for (level, upset) in [(None, false), (Some("middle"), false), (Some("top"), true)] {
            amend_level(&mut desk, "p-petrov-vm", level);
            assert_eq!(is_upset(&desk, "p-petrov-vm"), upset, "{level:?}");
        }
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
