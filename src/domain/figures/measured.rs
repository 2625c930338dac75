//! What was measured for a target: sums of ledger months in the target's currency, and counts of visits, needs,
//! products and clients.

use chrono::NaiveDate;

use super::exact::Ratio;
use super::ledger::{Column, Ledger};
use super::ltv;
use super::plan::Period;
use super::rates::{Rates, too_large};
use super::satisfaction;
use super::view::View;
use crate::domain::date::{Month, PartialDate, in_force};
use crate::domain::entity::{Client, LedgerMonth, PlanTarget};
use crate::domain::money::Currency;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, Measure, Tier, VisitStatus};

/// A value and how much of the period it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    pub value: Ratio,
    /// Closed months that went into it, for the pace.
    pub months: i64,
    /// For how many of how many it is known: of a client its closed months, of the portfolio those of every client, of a
    /// level the clients.
    pub known: usize,
    pub of: usize,
}

impl Measured {
    fn level(value: Ratio, (known, of): (usize, usize)) -> Self {
        Self { value, months: 1, known, of }
    }
}

/// A month in which all rows are closed and have the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownMonth {
    pub month: Month,
    pub minor: Ratio,
}

/// The known months of a client or of the whole portfolio, in minor units of one currency.
///
/// # Errors
/// The sentence that names a missing rate.
pub fn months(
    view: &View<'_>,
    client: Option<Id<Client>>,
    column: Column,
    period: Period,
    currency: Currency,
) -> Result<Vec<KnownMonth>, Sentence> {
    let inside = |row: &&LedgerMonth| (period.first..=period.last).contains(&row.month);
    let mut rows: Vec<&LedgerMonth> = match client {
        Some(client) => view.book.ledger_month.of(client).filter(|row| row.client == client).filter(inside).collect(),
        None => view.book.ledger_month.iter().filter(inside).collect(),
    };
    rows.sort_by_key(|row| (row.month, row.client, row.currency));
    let rates = view.book.rates(view.month());
    let known = rows.chunk_by(|a, b| a.month == b.month).filter_map(|rows| {
        let all = rows.iter().all(|row| row.closed && column.of(row).is_some());
        // A portfolio is never complete: each month counts with what is known of it.
        let usable: Vec<&LedgerMonth> =
            rows.iter().copied().filter(|row| row.closed && column.of(row).is_some()).collect();
        (all || (client.is_none() && !usable.is_empty())).then(|| month_sum(&usable, column, currency, &rates))
    });
    known.collect()
}

fn month_sum(rows: &[&LedgerMonth], column: Column, currency: Currency, rates: &Rates) -> Result<KnownMonth, Sentence> {
    let month = rows.first().map(|row| row.month).ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let minor = rows.iter().try_fold(Ratio::ZERO, |sum, row| {
        let value = column.of(row).unwrap_or_default();
        let value = if row.currency == currency {
            Ratio::whole(value)
        } else {
            rates.in_currency(rates.convert(value, row.currency, month)?, currency, month)?
        };
        value.tamed().and_then(|value| sum.plus(value)).ok_or_else(too_large)
    })?;
    Ok(KnownMonth { month, minor })
}

/// The sum of the known months, and for how many of those that should be there it is known.
///
/// # Errors
/// When no month is known.
pub fn summed(months: &[KnownMonth], known: (usize, usize)) -> Result<Measured, Sentence> {
    if months.is_empty() {
        return Err(Sentence::new("why-no-figures"));
    }
    let value = months.iter().try_fold(Ratio::ZERO, |sum, month| sum.plus(month.minor)).ok_or_else(too_large)?;
    Ok(Measured { value, months: i64::try_from(months.len()).unwrap_or(i64::MAX), known: known.0, of: known.1 })
}

/// The latest known month; of a portfolio it is known for as many clients as have it.
///
/// # Errors
/// When no month is known.
pub fn latest(
    view: &View<'_>,
    client: Option<Id<Client>>,
    column: Column,
    months: &[KnownMonth],
) -> Result<Measured, Sentence> {
    let last = months.last().ok_or_else(|| Sentence::new("why-no-figures"))?;
    let month = Period { first: last.month, last: last.month };
    Ok(Measured::level(last.minor, known(view, client, column, month)))
}

/// How many months of a client, or of all clients together, are known of those that should be.
pub fn known(view: &View<'_>, client: Option<Id<Client>>, column: Column, closed: Period) -> (usize, usize) {
    let has = |ledger: &Ledger<'_>, month: Month| {
        let rows = ledger.month(month);
        !rows.is_empty() && rows.iter().all(|row| row.closed && column.of(row).is_some())
    };
    let count = |client: Id<Client>, first: Month, last: Month| {
        let ledger = Ledger::of(view.book, client, last);
        let months = || (first.index()..=last.index()).map(Month::from_index);
        (months().filter(|month| has(&ledger, *month)).count(), months().count())
    };
    if let Some(client) = client {
        return count(client, closed.first, closed.last);
    }
    let clients = view.book.client.iter().filter(|client| is_served(client));
    let served = clients.filter_map(|client| {
        let ledger = Ledger::of(view.book, client.uid(), closed.last);
        let (first, last) = ltv::window(client, &ledger, Some(closed.last))?;
        (closed.first <= last).then(|| count(client.uid(), first.max(closed.first), last))
    });
    served.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

/// Should have figures: no prospect, nor one who was taken into another.
fn is_served(client: &Client) -> bool {
    matches!(client.status, ClientStatus::Active | ClientStatus::Dormant | ClientStatus::Left)
}

/// Measures that are no money.
///
/// # Errors
/// When there is nothing to count in yet, or the level is not known.
pub fn counted(
    view: &View<'_>,
    target: &PlanTarget,
    period: Period,
    last_closed: Option<Month>,
) -> Result<Measured, Sentence> {
    let level = |value: usize| Ok(Measured::level(whole(value), (1, 1)));
    let on = period.reading_day(view.today);
    match target.measure {
        Measure::Satisfaction => satisfaction_of(view, target.client, on),
        Measure::Holdings => level(holdings(view, target.client, on)),
        Measure::ClientsActive => level(active(view)),
        Measure::ClientsMostValuable => Ok(most_valuable(view, period, last_closed)),
        _ => flow(view, target, period, last_closed),
    }
}

fn whole(n: usize) -> Ratio {
    Ratio::whole(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Visits held, needs met, clients won: in closed months only.
fn flow(
    view: &View<'_>,
    target: &PlanTarget,
    period: Period,
    last_closed: Option<Month>,
) -> Result<Measured, Sentence> {
    let closed = period.closed(last_closed).ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let n = match target.measure {
        Measure::HeldVisits => visits(view, target.client, closed),
        Measure::MetNeeds => needs(view, target.client, closed),
        _ => new_clients(view, closed),
    };
    let months = usize::try_from(closed.months()).unwrap_or(0);
    Ok(Measured { value: whole(n), months: closed.months(), known: months, of: months })
}

fn visits(view: &View<'_>, client: Option<Id<Client>>, closed: Period) -> usize {
    let zone = view.settings().zone;
    let held = view
        .book
        .visit
        .iter()
        .filter(|visit| visit.status == VisitStatus::Held && client.is_none_or(|client| visit.client == client));
    held.filter(|visit| closed.holds(visit.day(zone))).count()
}

fn needs(view: &View<'_>, client: Option<Id<Client>>, closed: Period) -> usize {
    let mine = view.book.need.iter().filter(|need| client.is_none_or(|client| need.client == client));
    mine.filter(|need| need.met_on.is_some_and(|on| closed.holds(on))).count()
}

/// Clients whose relation starts in the period, as far as its start is known.
fn new_clients(view: &View<'_>, closed: Period) -> usize {
    let starts = view.book.client.iter().filter(|client| client.status != ClientStatus::Prospect);
    starts
        .filter(|client| {
            let start = client.relation_start;
            let bounds = start.and_then(PartialDate::earliest).zip(start.and_then(PartialDate::latest));
            bounds.is_some_and(|(earliest, latest)| closed.holds(earliest) && closed.holds(latest))
        })
        .count()
}

fn satisfaction_of(view: &View<'_>, client: Option<Id<Client>>, on: NaiveDate) -> Result<Measured, Sentence> {
    let unknown = || Sentence::new("why-no-figures");
    if let Some(client) = client {
        let level = satisfaction::level(view, client, on).ok_or_else(unknown)?;
        return Ok(Measured::level(level.value, (1, 1)));
    }
    let index = satisfaction::index(&View { today: on, ..view.clone() }).level;
    let known = (index.known, index.of);
    Ok(Measured::level(index.get().ok_or_else(unknown)?, known))
}

/// Products in use with us on a day.
fn holdings(view: &View<'_>, client: Option<Id<Client>>, on: NaiveDate) -> usize {
    let mine = view.book.holding.iter().filter(|holding| client.is_none_or(|client| holding.client == client));
    mine.filter(|holding| holding.provider_other.is_none() && in_force(holding.from, holding.to, on).yes()).count()
}

fn active(view: &View<'_>) -> usize {
    view.book.client.iter().filter(|client| client.status == ClientStatus::Active).count()
}

/// As it stands today; of a period that is over, or read as of a month that is, from the tiers kept with its last closed
/// month.
fn most_valuable(view: &View<'_>, period: Period, last_closed: Option<Month>) -> Measured {
    let is_past = period.last < view.month() || last_closed.is_some_and(|closed| closed >= view.month());
    let tiers: Vec<Tier> = if is_past {
        let last = last_closed.map_or(period.last, |closed| closed.min(period.last));
        view.book.tier_snapshot.iter().filter(|row| row.month == last).map(|row| row.tier).collect()
    } else {
        // A prospect has none to have.
        let has_tier = |id| view.book.client.get(id).is_some_and(|client| client.status.has_tier());
        view.pyramid.places.iter().filter(|place| has_tier(place.client)).map(|place| place.tier).collect()
    };
    let of = |wanted: fn(Tier) -> bool| tiers.iter().filter(|tier| wanted(**tier)).count();
    Measured::level(whole(of(|tier| tier == Tier::MostValuable)), (of(|tier| tier != Tier::Unknown), tiers.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_today};

    #[test]
    fn the_most_valuable_are_known_of_those_that_can_have_a_tier() {
        let view = View::on(&DEMO, demo_today());
        let year = Period { first: Month { year: 2026, month: 1 }, last: Month { year: 2026, month: 12 } };
        let served = DEMO.client.iter().filter(|client| client.status.has_tier()).count();
        assert!(view.pyramid.places.len() > served, "there are prospects");
        let found = most_valuable(&view, year, view.book.last_closed(view.month()));
        assert_eq!((found.known, found.of), (view.pyramid.ranked, served));
    }
}
