//! What was measured for a target: sums of ledger months in the target's currency, and counts of visits, needs,
//! products and clients.

use chrono::NaiveDate;

use super::exact::Ratio;
use super::ledger::Column;
use super::plan::Period;
use super::rates::{Rates, too_large};
use super::satisfaction;
use super::view::View;
use crate::domain::date::{Month, PartialDate, in_force};
use crate::domain::entity::{Client, LedgerMonth, PlanTarget};
use crate::domain::money::Currency;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::{ClientStatus, Measure, Tier, VisitStatus};

/// A value and how much of the period it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    pub value: Ratio,
    /// Known months of the closed months; 1 of 1 for a level.
    pub known: i64,
    pub of: i64,
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

/// The sum of the known months.
///
/// # Errors
/// When no month is known.
pub fn summed(months: &[KnownMonth], closed: Period) -> Result<Measured, Sentence> {
    if months.is_empty() {
        return Err(Sentence::new("why-no-figures"));
    }
    let value = months.iter().try_fold(Ratio::ZERO, |sum, month| sum.plus(month.minor)).ok_or_else(too_large)?;
    Ok(Measured { value, known: i64::try_from(months.len()).unwrap_or(i64::MAX), of: closed.months() })
}

/// The latest known month.
///
/// # Errors
/// When no month is known.
pub fn latest(months: &[KnownMonth]) -> Result<Measured, Sentence> {
    let last = months.last().ok_or_else(|| Sentence::new("why-no-figures"))?;
    Ok(Measured { value: last.minor, known: 1, of: 1 })
}

/// Measures that are no money.
///
/// # Errors
/// When there is nothing to count in yet, or the level is not known.
pub fn counted(view: &View<'_>, target: &PlanTarget, period: Period) -> Result<Measured, Sentence> {
    let level = |value: Ratio| Ok(Measured { value, known: 1, of: 1 });
    let on = period.reading_day(view.today);
    match target.measure {
        Measure::Satisfaction => level(satisfaction_of(view, target.client, on)?),
        Measure::Holdings => level(whole(holdings(view, target.client, on))),
        Measure::ClientsActive => level(whole(active(view))),
        Measure::ClientsMostValuable => level(whole(most_valuable(view, period))),
        _ => flow(view, target, period),
    }
}

fn whole(n: usize) -> Ratio {
    Ratio::whole(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Visits held, needs met, clients won: in closed months only.
fn flow(view: &View<'_>, target: &PlanTarget, period: Period) -> Result<Measured, Sentence> {
    let closed =
        period.closed(view.book.last_closed(view.month())).ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let n = match target.measure {
        Measure::HeldVisits => visits(view, target.client, closed),
        Measure::MetNeeds => needs(view, target.client, closed),
        _ => new_clients(view, closed),
    };
    Ok(Measured { value: whole(n), known: closed.months(), of: closed.months() })
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

fn satisfaction_of(view: &View<'_>, client: Option<Id<Client>>, on: NaiveDate) -> Result<Ratio, Sentence> {
    let level = match client {
        Some(client) => satisfaction::level(view, client, on).map(|level| level.value),
        None => satisfaction::index(&View { today: on, ..view.clone() }).level.get(),
    };
    level.ok_or_else(|| Sentence::new("why-no-figures"))
}

/// Products in use with us on a day.
fn holdings(view: &View<'_>, client: Option<Id<Client>>, on: NaiveDate) -> usize {
    let mine = view.book.holding.iter().filter(|holding| client.is_none_or(|client| holding.client == client));
    mine.filter(|holding| holding.provider_other.is_none() && in_force(holding.from, holding.to, on).yes()).count()
}

fn active(view: &View<'_>) -> usize {
    view.book.client.iter().filter(|client| client.status == ClientStatus::Active).count()
}

/// From the snapshot of the period's last month when it is over, else as it stands today.
fn most_valuable(view: &View<'_>, period: Period) -> usize {
    if period.last >= view.month() {
        return view.pyramid.places.iter().filter(|place| place.tier == Tier::MostValuable).count();
    }
    let then = view.book.tier_snapshot.iter().filter(|snapshot| snapshot.month == period.last);
    then.filter(|snapshot| snapshot.tier == Tier::MostValuable).count()
}
