//! The book as a report reads it: the period as far as it has come, the period before, and what both have in common.

use chrono::NaiveDate;
use uuid::Uuid;

use super::period::{Period, Span};
use crate::domain::date::Month;
use crate::domain::entity::{Client, Need, Visit};
use crate::domain::figures::View;
use crate::domain::figures::calendar::day_of;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;
use crate::domain::words::VisitStatus;

pub struct Scope<'a> {
    pub view: &'a View<'a>,
    pub period: Period,
    /// The period up to today.
    pub now: Span,
    /// The whole period before.
    pub before: Span,
    /// The last month of the period whose books are closed; none before the first is.
    pub closed: Option<Month>,
}

impl<'a> Scope<'a> {
    pub fn new(view: &'a View<'a>, period: Period) -> Self {
        let now = Span { to: period.span.to.min(view.today), ..period.span };
        let closed = view.book.last_closed(view.month()).map(|last| last.min(Month::of(period.span.to)));
        Self { view, period, now, before: period.before().span, closed }
    }

    /// Now, then before.
    pub fn both(&self) -> [Span; 2] {
        [self.now, self.before]
    }

    /// The book as it is read at the end of a span.
    pub fn at(&self, day: NaiveDate) -> View<'a> {
        View { today: day.min(self.view.today), ..self.view.clone() }
    }

    pub fn client(&self, id: Id<Client>) -> Option<&'a Client> {
        self.view.book.client.get(id)
    }

    /// A client's name as lists show it.
    pub fn name(&self, id: Id<Client>) -> String {
        let name = |client: &Client| client.short_name.clone().unwrap_or_else(|| client.name.clone());
        self.client(id).map(name).unwrap_or_default()
    }

    /// In which clients are listed: by name, then by uid.
    pub fn order(&self, id: Id<Client>) -> (String, Uuid) {
        (fold(&self.name(id)), id.uuid)
    }

    /// Clients that count in a portfolio, by name.
    pub fn portfolio(&self) -> Vec<&'a Client> {
        let mut clients: Vec<&Client> =
            self.view.book.client.iter().filter(|client| client.status.is_in_portfolio()).collect();
        clients.sort_by_cached_key(|client| self.order(client.uid()));
        clients
    }

    /// The day of a visit in the book's zone.
    pub fn day(&self, visit: &Visit) -> NaiveDate {
        visit.day(self.view.settings().zone)
    }

    /// The visits of a span with a status, oldest first. Later ones than today count for nothing.
    pub fn visits(&self, span: Span, status: VisitStatus) -> Vec<&'a Visit> {
        let counts = |visit: &&Visit| visit.status == status && span.holds(self.day(visit));
        let mut visits: Vec<&Visit> = self.view.book.visit.iter().filter(counts).collect();
        visits.sort_by_key(|visit| (visit.starts(), visit.head.uid));
        visits
    }

    /// The day on which a need was found: that of its first evidence, or on which it was written down.
    pub fn found_on(&self, need: &Need) -> NaiveDate {
        let written = day_of(need.head.created_at, self.view.settings().zone);
        need.evidence.iter().map(|evidence| evidence.date).chain([written]).min().unwrap_or(written)
    }
}
