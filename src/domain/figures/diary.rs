//! Visits by day, and each client's contacts, kept until a visit or a place of a person changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::contacts::Contacts;
use crate::domain::Book;
use crate::domain::book::Record;
use crate::domain::entity::{Client, Visit};
use crate::domain::table::{Id, Row};
use crate::domain::words::VisitStatus;

#[derive(Debug, Default)]
pub(super) struct Diary {
    today: Option<NaiveDate>,
    contacts: FxHashMap<Uuid, Arc<Contacts>>,
    days: Option<Days>,
}

/// The visits of each day in one zone.
#[derive(Debug)]
struct Days {
    zone: Tz,
    visits: BTreeMap<NaiveDate, Vec<Id<Visit>>>,
}

impl Days {
    fn of(book: &Book) -> Self {
        let mut days = Self { zone: book.settings().zone, visits: BTreeMap::new() };
        book.visit.iter().for_each(|visit| days.add(visit));
        days
    }

    fn add(&mut self, visit: &Visit) {
        self.visits.entry(visit.day(self.zone)).or_default().push(visit.uid());
    }

    fn remove(&mut self, visit: &Visit) {
        let day = visit.day(self.zone);
        if let Some(visits) = self.visits.get_mut(&day) {
            visits.retain(|kept| *kept != visit.uid());
            if visits.is_empty() {
                self.visits.remove(&day);
            }
        }
    }
}

impl Diary {
    pub(super) fn is_empty(&self) -> bool {
        self.contacts.is_empty() && self.days.is_none()
    }

    pub(super) fn contacts(&mut self, book: &Book, client: Id<Client>, today: NaiveDate) -> Arc<Contacts> {
        if self.today != Some(today) {
            self.contacts.clear();
            self.today = Some(today);
        }
        let made = || Arc::new(Contacts::of(book, client, today));
        self.contacts.entry(client.uuid).or_insert_with(made).clone()
    }

    fn days(&mut self, book: &Book) -> &Days {
        self.days.get_or_insert_with(|| Days::of(book))
    }

    pub(super) fn on(&mut self, book: &Book, day: NaiveDate) -> Vec<Id<Visit>> {
        self.days(book).visits.get(&day).cloned().unwrap_or_default()
    }

    pub(super) fn next_planned(&mut self, book: &Book, day: NaiveDate) -> Option<NaiveDate> {
        let planned =
            |visit: &Id<Visit>| book.visit.get(*visit).is_some_and(|visit| visit.status == VisitStatus::Planned);
        let mut later = self.days(book).visits.range(day.succ_opt()?..);
        later.find(|(_, visits)| visits.iter().any(planned)).map(|(day, _)| *day)
    }

    pub(super) fn forget(&mut self, before: Option<&Record>, after: Option<&Record>, seen_by: &[Uuid]) {
        for client in seen_by {
            self.contacts.remove(client);
        }
        match (before, after) {
            (Some(Record::Settings(before)), Some(Record::Settings(after))) if before.zone == after.zone => {}
            (Some(Record::Client(before)), Some(Record::Client(after))) if before.parent == after.parent => {}
            (Some(Record::Person(before)), Some(Record::Person(after))) if before.side == after.side => {}
            (_, Some(Record::Visit(_))) | (Some(Record::Visit(_)), _) => self.forget_visit(before, after),
            (_, Some(Record::Affiliation(place))) | (Some(Record::Affiliation(place)), _) => {
                self.contacts.remove(&place.client.uuid);
            }
            (_, Some(Record::Settings(_))) => *self = Self::default(),
            (_, Some(Record::Client(_) | Record::Person(_))) => self.contacts.clear(),
            _ => {}
        }
    }

    fn forget_visit(&mut self, before: Option<&Record>, after: Option<&Record>) {
        let Some(days) = &mut self.days else { return };
        if let Some(Record::Visit(visit)) = before {
            days.remove(visit);
        }
        if let Some(Record::Visit(visit)) = after {
            days.add(visit);
        }
    }
}
