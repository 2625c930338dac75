//! What was computed from the book and still holds. A change takes out only what it can have touched, so that editing
//! a visit recomputes no LTV.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::ledger::last_closed;
use super::ltv::{Frame, Value, value};
use super::pyramid::{Pyramid, pyramid};
use super::rates::Rates;
use crate::domain::Book;
use crate::domain::book::{Entity, Record};
use crate::domain::date::Month;
use crate::domain::entity::Client;
use crate::domain::table::{Id, Row};

/// The figures of a book that were asked for. A copy of the book starts without any.
#[derive(Debug, Default)]
pub struct Memo(Mutex<Kept>);

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// All of it belongs to one month of today.
#[derive(Debug, Default)]
struct Kept {
    now: Option<Month>,
    rates: Option<Arc<Rates>>,
    /// The end of the closed books, and whether the ledger has changed since it was looked up.
    last_closed: Option<Month>,
    ledger_moved: bool,
    values: FxHashMap<Uuid, Arc<Value>>,
    pyramid: Option<Arc<Pyramid>>,
}

impl Memo {
    fn kept(&self, now: Month) -> MutexGuard<'_, Kept> {
        // A panic while the lock was held left at most a figure out.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.now != Some(now) {
            *kept = Kept { now: Some(now), rates: kept.rates.take(), ledger_moved: true, ..Kept::default() };
        }
        kept
    }

    /// Nothing was asked for yet, as while a book is loaded.
    pub(crate) fn is_empty(&mut self) -> bool {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).now.is_none()
    }

    /// Takes out what a change of `record` can have touched; `record` is the row before or after it.
    pub(crate) fn forget(&mut self, record: &Record) {
        let kept = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        match record {
            Record::Settings(_) | Record::FxRate(_) => *kept = Kept::default(),
            Record::Client(row) => kept.forget_client(row.head.uid),
            Record::ServiceSpend(row) => kept.forget_client(row.client.uuid),
            Record::LedgerMonth(row) => {
                kept.forget_client(row.client.uuid);
                kept.ledger_moved = true;
            }
            _ => {}
        }
    }

    /// Whether a change of such a row can touch anything kept.
    pub(crate) fn minds(entity: Entity) -> bool {
        matches!(
            entity,
            Entity::Settings | Entity::FxRate | Entity::Client | Entity::ServiceSpend | Entity::LedgerMonth
        )
    }
}

impl Kept {
    fn forget_client(&mut self, client: Uuid) {
        self.values.remove(&client);
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
                self.values.clear();
                self.pyramid = None;
            }
        }
        self.last_closed
    }

    fn value(&mut self, book: &Book, client: &Client, now: Month) -> Arc<Value> {
        let rates = self.rates(book);
        let frame = Frame { last_closed: self.last_closed(book, now), rates: &rates, now };
        self.values.entry(client.head.uid).or_insert_with(|| Arc::new(value(book, client, frame))).clone()
    }
}

impl Book {
    /// The rates to the reporting currency.
    pub fn rates(&self, now: Month) -> Arc<Rates> {
        self.memo.kept(now).rates(self)
    }

    /// The latest month before `now` in which any client has a closed row.
    pub fn last_closed(&self, now: Month) -> Option<Month> {
        self.memo.kept(now).last_closed(self, now)
    }

    /// A client's value as it stands in the month of today.
    pub fn value(&self, client: Id<Client>, now: Month) -> Option<Arc<Value>> {
        let client = self.client.get(client)?;
        Some(self.memo.kept(now).value(self, client, now))
    }

    /// The pyramid as it stands in the month of today.
    pub fn pyramid(&self, now: Month) -> Arc<Pyramid> {
        let mut kept = self.memo.kept(now);
        kept.last_closed(self, now);
        if let Some(pyramid) = &kept.pyramid {
            return pyramid.clone();
        }
        let cell = std::cell::RefCell::new(&mut *kept);
        let made = Arc::new(pyramid(self, |client| cell.borrow_mut().value(self, client, now)));
        kept.pyramid = Some(made.clone());
        made
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
