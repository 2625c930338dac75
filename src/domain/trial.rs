//! A small book on which edits are tried, for tests of rules: one client, its people, and uids that count.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::book::{Book, Entity};
use super::date::{Instant, parse_day, parse_instant};
use super::edit::{Amend, Edit, Fields, GivenHead, Incoming};
use super::plan::{Context, Planned, plan};
use super::refusal::{Answers, Refusal};
use super::sentence::Sentence;
use super::table::{Head, Id, Row};

pub(crate) struct Trial {
    pub book: Book,
    pub today: NaiveDate,
    pub now: Instant,
    pub answers: Answers,
    next_uid: u128,
    pub client: Uuid,
    pub orlova: Uuid,
    pub benev: Uuid,
}

/// The fields of a JSON object.
pub(crate) fn fields(json: Json) -> Fields {
    match json {
        Json::Object(map) => map,
        other => panic!("no fields: {other}"),
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

impl Trial {
    /// Monday 2026-11-23, eight in the morning in Sofia.
    pub(crate) fn new() -> Self {
        let mut trial = Self {
            book: Book::default(),
            today: day("2026-11-23"),
            now: parse_instant("2026-11-23T06:00:00Z").unwrap(),
            answers: Answers::default(),
            next_uid: 1,
            client: Uuid::nil(),
            orlova: Uuid::nil(),
            benev: Uuid::nil(),
        };
        let mut settings = trial.book.settings().clone();
        settings.zone = chrono_tz::Europe::Sofia;
        settings.departments = vec!["operations".into(), "legal".into()];
        trial.book.put(settings.into_record());
        trial.client = trial.has(
            Entity::Client,
            json!({
                "handle": "alfa", "name": "Alfa", "kind": "company", "assigned_on": "2020-01-01", "status": "active",
            }),
        );
        trial.orlova = trial.person("orlova", "Orlova", "client");
        trial.benev = trial.person("benev", "Benev", "client");
        for person in [trial.orlova, trial.benev] {
            trial.has(
                Entity::Affiliation,
                json!({ "person": person.to_string(), "client": trial.client.to_string(), "from": "2020" }),
            );
        }
        trial
    }

    pub(crate) fn person(&mut self, handle: &str, family: &str, side: &str) -> Uuid {
        self.has(Entity::Person, json!({ "handle": handle, "family_name": family, "side": side }))
    }

    /// Somebody with a place at the client.
    pub(crate) fn somebody_there(&mut self, handle: &str) -> Uuid {
        let person = self.person(handle, handle, "client");
        let place = json!({ "person": person.to_string(), "client": self.client.to_string() });
        self.has(Entity::Affiliation, place);
        person
    }

    /// A row that is simply there, whatever the rules say.
    pub(crate) fn has(&mut self, entity: Entity, row: Json) -> Uuid {
        let uid = self.uid();
        let head = Head { uid, rev: 1, created_at: self.now, updated_at: self.now };
        let record = entity.record(head, &fields(row)).unwrap_or_else(|fault| panic!("{fault:?}"));
        self.book.put(record);
        uid
    }

    /// A row that comes with a snapshot, which must be taken.
    pub(crate) fn came(&mut self, entity: Entity, row: Json) -> Uuid {
        let uid = self.uid();
        let head = Head { uid, rev: 1, created_at: self.now, updated_at: self.now };
        let record = entity.record(head, &fields(row)).unwrap_or_else(|fault| panic!("{fault:?}"));
        let rows = vec![Incoming { record, given: GivenHead::default() }];
        self.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows });
        uid
    }

    fn uid(&mut self) -> Uuid {
        let uid = Uuid::from_u128(self.next_uid);
        self.next_uid += 1;
        uid
    }

    pub(crate) fn plan(&mut self, edit: &Edit) -> Result<Planned, Refusal> {
        let mut next = self.next_uid;
        let mut new_uid = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let texts = |sentence: &Sentence| sentence.id.clone();
        let mut cx =
            Context { today: self.today, now: self.now, answers: &self.answers, new_uid: &mut new_uid, texts: &texts };
        let planned = plan(&self.book, edit, &mut cx);
        self.next_uid = next + 1;
        planned
    }

    /// Makes an edit that must pass.
    pub(crate) fn make(&mut self, edit: &Edit) -> Planned {
        let planned = self.plan(edit).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        for change in &planned.changes {
            self.book.apply(change);
        }
        planned
    }

    /// The id of the sentence with which an edit is refused; `-` when it is not.
    pub(crate) fn refusal(&mut self, edit: &Edit) -> String {
        self.plan(edit).map_or_else(|refusal| refusal.sentence.id, |_| "-".to_owned())
    }

    /// Tries to add rows, each `base` with other fields; what each is refused with.
    pub(crate) fn refuses_rows<const N: usize>(&mut self, entity: Entity, base: &Json, cases: [(Json, &str); N]) {
        for (other, refusal) in cases {
            let mut row = fields(base.clone());
            row.extend(fields(other));
            let shown = Json::Object(row.clone()).to_string();
            assert_eq!(self.refusal(&Edit::Add { entity, fields: row }), refusal, "{shown}");
        }
    }

    /// The row of which an edit made exactly one.
    pub(crate) fn row<T: Row>(&self, uuid: Uuid) -> &T {
        T::table(&self.book).get(Id::new(uuid)).unwrap()
    }

    pub(crate) fn only<T: Row>(&self) -> &T {
        let mut rows = T::table(&self.book).iter();
        match (rows.next(), rows.next()) {
            (Some(row), None) => row,
            _ => panic!("{} rows of {}", T::table(&self.book).len(), T::ENTITY.table()),
        }
    }
}

pub(crate) fn add(entity: Entity, row: Json) -> Edit {
    Edit::Add { entity, fields: fields(row) }
}

pub(crate) fn amend(entity: Entity, uuid: Uuid, row: Json) -> Edit {
    Edit::Amend(Amend::new(entity, uuid, fields(row)))
}

pub(crate) fn amend_because(entity: Entity, uuid: Uuid, reason: &str, row: Json) -> Edit {
    Edit::Amend(Amend { reason: Some(reason.into()), ..Amend::new(entity, uuid, fields(row)) })
}

/// A held visit of the client, on a day.
impl Trial {
    pub(crate) fn held(&mut self, day: &str) -> Uuid {
        self.has(
            Entity::Visit,
            json!({
                "client": self.client.to_string(), "start": format!("{day}T10:00"), "zone": "Europe/Sofia",
                "status": "held", "purpose": "to listen", "outcome": "they spoke",
            }),
        )
    }

    pub(crate) fn planned(&mut self, start: &str) -> Uuid {
        self.has(
            Entity::Visit,
            json!({
                "client": self.client.to_string(), "start": start, "zone": "Europe/Sofia",
                "attendees": [{ "person": self.orlova.to_string() }, { "person": self.benev.to_string() }],
            }),
        )
    }

    pub(crate) fn need(&mut self, row: Json) -> Uuid {
        let mut all = fields(json!({ "client": self.client.to_string(), "title": "money before loading" }));
        all.extend(fields(row));
        self.has(Entity::Need, Json::Object(all))
    }
}
