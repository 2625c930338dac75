//! What was computed from the book and still holds. A change takes out only what it can have touched, so that editing
//! a visit recomputes no LTV.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::contacts::Contacts;
use super::day::Day;
use super::diary::Diary;
use super::ledger::last_closed;
use super::ltv::{Frame, Value, value};
use super::pyramid::{Pyramid, pyramid};
use super::rates::Rates;
use super::service_budget::Budget;
use super::view::View;
use crate::domain::Book;
use crate::domain::book::{Entity, Record};
use crate::domain::date::{Instant, Month};
use crate::domain::entity::{Client, Visit};
use crate::domain::map::Past;
use crate::domain::table::{Id, Row};

/// The figures of a book that were asked for. A copy of the book starts without any.
#[derive(Debug, Default)]
pub struct Memo {
    values: Mutex<Values>,
    diary: Mutex<Diary>,
    day: Mutex<Option<(NaiveDate, Instant, Arc<Day>)>>,
    budget: Mutex<Option<(NaiveDate, Arc<Budget>)>>,
}

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What comes from the ledger; all of it belongs to one month of today.
#[derive(Debug, Default)]
struct Values {
    now: Option<Month>,
    rates: Option<Arc<Rates>>,
    /// The end of the closed books, and whether the ledger has changed since it was looked up.
    last_closed: Option<Month>,
    ledger_moved: bool,
    by_client: FxHashMap<Uuid, Arc<Value>>,
    pyramid: Option<Arc<Pyramid>>,
}

/// A panic while the lock was held left at most a figure out.
fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn inside<T>(mutex: &mut Mutex<T>) -> &mut T {
    mutex.get_mut().unwrap_or_else(PoisonError::into_inner)
}

impl Memo {
    fn values(&self, now: Month) -> MutexGuard<'_, Values> {
        let mut values = open(&self.values);
        if values.now != Some(now) {
            let rates = values.rates.take();
            *values = Values { now: Some(now), rates, ledger_moved: true, ..Values::default() };
        }
        values
    }

    /// Whether a change of such a row can touch anything kept, but for the day and the budget, which any change ends. Nothing is
    /// kept while a book is loaded.
    pub(crate) fn minds(&mut self, entity: Entity) -> bool {
        *inside(&mut self.day) = None;
        *inside(&mut self.budget) = None;
        let valued = inside(&mut self.values).now.is_some();
        match entity {
            Entity::Settings | Entity::Client => valued || !inside(&mut self.diary).is_empty(),
            Entity::FxRate | Entity::ServiceSpend | Entity::LedgerMonth => valued,
            Entity::Visit | Entity::Affiliation | Entity::Person => !inside(&mut self.diary).is_empty(),
            _ => false,
        }
    }

    /// Takes out what a change can have touched; `seen_by` are the clients for which the visit counts.
    pub(crate) fn forget(&mut self, before: Option<&Record>, after: Option<&Record>, seen_by: &[Uuid]) {
        for record in before.into_iter().chain(after) {
            inside(&mut self.values).forget(record);
        }
        inside(&mut self.diary).forget(before, after, seen_by);
    }
}

impl Values {
    fn forget(&mut self, record: &Record) {
        match record {
            Record::Settings(_) | Record::FxRate(_) => *self = Self::default(),
            Record::Client(row) => self.forget_client(row.head.uid),
            Record::ServiceSpend(row) => self.forget_client(row.client.uuid),
            Record::LedgerMonth(row) => {
                self.forget_client(row.client.uuid);
                self.ledger_moved = true;
            }
            _ => {}
        }
    }

    fn forget_client(&mut self, client: Uuid) {
        self.by_client.remove(&client);
        self.pyramid = None;
    }

    fn rates(&mut self, book: &Book) -> Arc<Rates> {
        self.rates.get_or_insert_with(|| Arc::new(Rates::of(book))).clone()
    }

    /// When the end of the closed books has moved, every value has.
    fn last_closed(&mut self, book: &Book, now: Month) -> Option<Month> {
        if std::mem::take(&mut self.ledger_moved) {
            let closed = last_closed(book, now);
            if closed != self.last_closed {
                self.last_closed = closed;
                self.by_client.clear();
                self.pyramid = None;
            }
        }
        self.last_closed
    }

    fn value(&mut self, book: &Book, client: &Client, now: Month) -> Arc<Value> {
        let rates = self.rates(book);
        let frame = Frame { last_closed: self.last_closed(book, now), rates: &rates, now };
        self.by_client.entry(client.head.uid).or_insert_with(|| Arc::new(value(book, client, frame))).clone()
    }
}

impl Book {
    /// The rates to the reporting currency.
    pub fn rates(&self, now: Month) -> Arc<Rates> {
        self.memo.values(now).rates(self)
    }

    /// The latest month before `now` in which any client has a closed row.
    pub fn last_closed(&self, now: Month) -> Option<Month> {
        self.memo.values(now).last_closed(self, now)
    }

    /// A client's value as it stands in the month of today.
    pub fn value(&self, client: Id<Client>, now: Month) -> Option<Arc<Value>> {
        let client = self.client.get(client)?;
        Some(self.memo.values(now).value(self, client, now))
    }

    /// The pyramid as it stands in the month of today.
    pub fn pyramid(&self, now: Month) -> Arc<Pyramid> {
        let mut values = self.memo.values(now);
        values.last_closed(self, now);
        if let Some(pyramid) = &values.pyramid {
            return pyramid.clone();
        }
        let made = Arc::new(pyramid(self, |client| values.value(self, client, now)));
        values.pyramid = Some(made.clone());
        made
    }

    /// A client's contacts up to today and the visits planned.
    pub fn contacts(&self, client: Id<Client>, today: NaiveDate) -> Arc<Contacts> {
        open(&self.memo.diary).contacts(self, client, today)
    }

    /// The visits of a day in the book's zone, whatever their status, by instant and then by the client's name.
    pub fn visits_on(&self, day: NaiveDate) -> Vec<&Visit> {
        let visits = open(&self.memo.diary).on(self, day);
        let mut visits: Vec<&Visit> = visits.into_iter().filter_map(|visit| self.visit.get(visit)).collect();
        let name = |visit: &Visit| self.client.get(visit.client).map(|client| crate::domain::text::fold(&client.name));
        visits.sort_by_cached_key(|visit| (visit.starts(), name(visit), visit.uid()));
        visits
    }

    /// Today as it is at `now`, kept until `now` or the book changes. `past` is what the journal knows.
    pub fn day(&self, today: NaiveDate, now: Instant, past: &Past) -> Arc<Day> {
        let mut kept = open(&self.memo.day);
        if let Some((_, _, day)) = kept.as_ref().filter(|(date, at, _)| *date == today && *at == now) {
            return day.clone();
        }
        let day = Arc::new(Day::of(&View::on(self, today), now, past));
        *kept = Some((today, now, day.clone()));
        day
    }

    /// The service budget as it is on a day, kept until the day or the book changes.
    pub(super) fn kept_budget(&self, today: NaiveDate, compute: impl FnOnce() -> Budget) -> Arc<Budget> {
        let mut kept = open(&self.memo.budget);
        match kept.as_ref().filter(|(day, _)| *day == today) {
            Some((_, budget)) => budget.clone(),
            None => kept.insert((today, Arc::new(compute()))).1.clone(),
        }
    }

    /// The first day after `day` that has a planned visit.
    pub fn next_planned_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        open(&self.memo.diary).next_planned(self, day)
    }

    /// The clients for which a visit counts or may count: its own, those named beside, and their parents.
    pub(in crate::domain) fn seen_by(&self, visit: &Visit) -> Vec<Uuid> {
        let mut clients = vec![visit.client];
        clients.extend(super::family::parents(self, visit.client));
        clients.extend(&visit.also_clients);
        clients.into_iter().map(|client| client.uuid).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_today, id};

    #[test]
    fn only_a_change_that_can_touch_a_value_takes_it_out() {
        let mut book = DEMO.clone();
        let now = Month::of(demo_today());
        let before = book.pyramid(now);
        let visit = book.visit.iter().next().unwrap().clone();
        book.put(visit.into_record());
        assert!(Arc::ptr_eq(&before, &book.pyramid(now)), "a visit touches no value");

        let mut spend = book.service_spend.iter().next().unwrap().clone();
        let other = book.value(id("c-sineva"), now).unwrap();
        let touched = book.value(spend.client, now).unwrap();
        assert_ne!(spend.client, id("c-sineva"));
        spend.amount.minor += 100;
        spend.on = Month::of(demo_today()).plus(-1).last_day();
        book.put(spend.clone().into_record());
        assert!(!Arc::ptr_eq(&before, &book.pyramid(now)));
        assert!(Arc::ptr_eq(&other, &book.value(id("c-sineva"), now).unwrap()), "other clients keep theirs");
        assert!(!Arc::ptr_eq(&touched, &book.value(spend.client, now).unwrap()));
    }

    #[test]
    fn a_visit_moves_the_contacts_of_its_client_and_the_day_it_stands_on() {
        let mut book = DEMO.clone();
        let today = demo_today();
        let client = id::<Client>("c-volga-trans");
        let other = book.contacts(id("c-sineva"), today);
        assert_eq!(book.visits_on(today).len(), 5);
        let mut visit = book.visit.get(id("v-volga-trans-2026-11-20")).unwrap().clone();
        visit.status = crate::domain::words::VisitStatus::Held;
        visit.start = today.and_hms_opt(7, 0, 0).unwrap();
        book.put(visit.into_record());
        assert_eq!(book.contacts(client, today).last, Some(today));
        assert_eq!(book.visits_on(today)[0].client, client);
        assert_eq!(book.visits_on(crate::domain::figures::testing::day("2026-11-20")).len(), 0);
        assert!(Arc::ptr_eq(&other, &book.contacts(id("c-sineva"), today)));
    }

    #[test]
    fn closing_a_later_month_moves_every_window() {
        let mut book = DEMO.clone();
        let now = Month::of(demo_today()).plus(1);
        let before = book.value(id("c-sineva"), now).unwrap();
        let mut row = book.ledger_month.of(id::<Client>("c-kaliakra")).next().unwrap().clone();
        row.head.uid = uuid::Uuid::from_u128(1);
        row.month = now.plus(-1);
        row.closed = true;
        book.put(row.into_record());
        assert_eq!(book.last_closed(now), Some(now.plus(-1)));
        let after = book.value(id("c-sineva"), now).unwrap();
        assert_eq!(after.ltv.of, before.ltv.of + 1);
    }
}
