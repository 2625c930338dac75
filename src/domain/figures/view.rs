//! The book as it is read on one day: what the figures of many clients have in common, looked up once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::pyramid::Pyramid;
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::{Client, Settings};
use crate::domain::table::Id;
use crate::domain::words::Tier;

/// A book on a day.
#[derive(Debug, Clone)]
pub struct View<'a> {
    pub book: &'a Book,
    pub today: NaiveDate,
    pub calendar: Calendar,
    pub pyramid: Arc<Pyramid>,
}

impl<'a> View<'a> {
    pub fn on(book: &'a Book, today: NaiveDate) -> Self {
        Self { book, today, calendar: Calendar::of(book.settings()), pyramid: book.pyramid(Month::of(today)) }
    }

    pub fn settings(&self) -> &'a Settings {
        self.book.settings()
    }

    pub fn month(&self) -> Month {
        Month::of(self.today)
    }

    pub fn tier(&self, client: Id<Client>) -> Tier {
        self.pyramid.tier(client)
    }
}
