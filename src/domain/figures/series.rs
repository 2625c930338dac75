//! Figures month by month, for a chart: what is not known is a gap, never 0.

use std::collections::BTreeMap;

use super::ledger::{Column, Ledger};
use super::rates::Exact;
use super::satisfaction;
use super::view::View;
use crate::domain::date::Month;
use crate::domain::entity::Client;
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::Arg;
use crate::domain::table::{Id, Row};
use crate::domain::words::ClientStatus;

/// Closed months that a chart shows.
pub const MONTHS: i32 = 24;

/// What the whole numbers of a series count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Minor units.
    Money(Currency),
    /// Tenths of a score from 0 to 10.
    Tenths,
}

impl Unit {
    /// A value of the series as money; none for a score.
    pub fn money(self, value: i64) -> Option<Money> {
        match self {
            Self::Money(currency) => Some(Money::new(value, currency)),
            Self::Tenths => None,
        }
    }
}

/// One figure over months in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub name: Arg,
    pub unit: Unit,
    pub first: Month,
    /// One for each month; none where it is not known.
    pub values: Vec<Option<i64>>,
}

impl Series {
    pub fn last(&self) -> Month {
        let months = i32::try_from(self.values.len()).unwrap_or(i32::MAX);
        self.first.plus((months - 1).max(0))
    }

    /// How many of the months are known.
    pub fn known(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// The smallest and the largest value, and 0 with amounts: a chart that leaves it out makes small changes look large.
    pub fn range(&self) -> Option<(i64, i64)> {
        let values = || self.values.iter().flatten().copied();
        let (low, high) = (values().min()?, values().max()?);
        Some(match self.unit {
            Unit::Money(_) => (low.min(0), high.max(0)),
            Unit::Tenths => (0, 100),
        })
    }

    /// The latest value that is known, and its month.
    pub fn latest(&self) -> Option<(Month, i64)> {
        let at = self.values.iter().rposition(Option::is_some)?;
        Some((self.first.plus(i32::try_from(at).ok()?), self.values[at]?))
    }
}

/// Series drawn on one scale: they can be compared.
pub type Chart = Vec<Series>;

/// A client's charts: income and cost together, balance, turnover, satisfaction. What is not known at all is left out.
pub fn of_client(view: &View<'_>, client: Id<Client>) -> Vec<Chart> {
    let Some(last) = view.book.last_closed(view.month()) else { return Vec::new() };
    let ledger = Ledger::of(view.book, client, view.month());
    let currency = own_currency(&ledger).unwrap_or(view.settings().reporting_currency);
    let figures = |column| figures(view, &ledger, column, last, currency);
    let charts = vec![
        vec![figures(Column::INCOME), figures(Column::COST)],
        vec![figures(Column::AVG_BALANCE)],
        vec![figures(Column::TURNOVER)],
        vec![moods(view, client)],
    ];
    known(charts)
}

/// The portfolio's income and cost, in the reporting currency: the sum of what is known, a gap where nothing is.
pub fn of_portfolio(view: &View<'_>) -> Vec<Chart> {
    let Some(last) = view.book.last_closed(view.month()) else { return Vec::new() };
    let currency = view.settings().reporting_currency;
    let clients = view
        .book
        .client
        .iter()
        .filter(|client| client.status.is_in_portfolio() && client.status != ClientStatus::Prospect);
    let ledgers: Vec<Ledger<'_>> = clients.map(|client| Ledger::of(view.book, client.uid(), view.month())).collect();
    let sums = |column| {
        let mut sums: BTreeMap<Month, Exact> = BTreeMap::new();
        for ledger in &ledgers {
            for (month, part) in parts(view, ledger, column, last) {
                let sum = sums.entry(month).or_default();
                *sum = sum.plus(part).unwrap_or(*sum);
            }
        }
        let value = |month: Month| sums.get(&month).and_then(|sum| sum.minor());
        series(column, Unit::Money(currency), last, value)
    };
    known(vec![vec![sums(Column::INCOME), sums(Column::COST)], vec![sums(Column::TURNOVER)]])
}

fn known(charts: Vec<Chart>) -> Vec<Chart> {
    charts.into_iter().filter(|chart| chart.iter().any(|series| series.known() > 0)).collect()
}

/// The currency of all rows, when it is one: then no rate is needed and none moves the figures.
fn own_currency(ledger: &Ledger<'_>) -> Option<Currency> {
    let mut currencies = ledger.months().flat_map(|(_, rows)| rows.iter().map(|row| row.currency));
    let first = currencies.next()?;
    currencies.all(|currency| currency == first).then_some(first)
}

fn figures(view: &View<'_>, ledger: &Ledger<'_>, column: Column, last: Month, currency: Currency) -> Series {
    let value = |month: Month| -> Option<i64> {
        let rows = ledger.month(month);
        if rows.is_empty() || !rows.iter().all(|row| row.closed && column.of(row).is_some()) {
            return None;
        }
        if rows.iter().all(|row| row.currency == currency) {
            return rows.iter().try_fold(0_i64, |sum, row| sum.checked_add(column.of(row)?));
        }
        let rates = view.book.rates(view.month());
        let sums = ledger.sums(column, month, month, &rates).ok()?;
        sums.first().filter(|sum| sum.known)?.part.minor()
    };
    series(column, Unit::Money(currency), last, value)
}

/// What is known of each month of a ledger in the reporting currency; a month without a rate is not known.
fn parts(view: &View<'_>, ledger: &Ledger<'_>, column: Column, last: Month) -> Vec<(Month, Exact)> {
    let rates = view.book.rates(view.month());
    let months = (1 - MONTHS..=0).map(|back| last.plus(back));
    let of = |month: Month| ledger.sums(column, month, month, &rates).ok()?.first().copied();
    months.filter_map(of).filter(|sum| sum.known).map(|sum| (sum.month, sum.part)).collect()
}

fn series(column: Column, unit: Unit, last: Month, value: impl Fn(Month) -> Option<i64>) -> Series {
    let values = (1 - MONTHS..=0).map(|back| value(last.plus(back))).collect();
    let name = Arg::Label("ledger_month".to_owned(), column.field().to_owned());
    Series { name, unit, first: last.plus(1 - MONTHS), values }
}

/// How content the client was at the end of each of the last months, from the first one known.
fn moods(view: &View<'_>, client: Id<Client>) -> Series {
    let curve = satisfaction::curve(view, client);
    let first = view.month().plus(1 - i32::try_from(curve.len()).unwrap_or(0));
    let tenths = |level: super::exact::Ratio| {
        let tenths = level.times(super::exact::Ratio::whole(10))?;
        i64::try_from(tenths.round()).ok()
    };
    let values = curve.into_iter().map(|level| level.and_then(tenths)).collect();
    Series { name: Arg::word("plan_target.measure.satisfaction"), unit: Unit::Tenths, first, values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id};
    use serde_json::json;

    fn row(month: &str, currency: &str, income: Option<i64>, closed: bool) -> serde_json::Value {
        json!({ "client": "a", "month": month, "currency": currency, "income": income, "cost": 1, "closed": closed })
    }

    fn income(rows: Vec<serde_json::Value>) -> Series {
        let book = book(&json!({
            "settings": { "reporting_currency": "EUR" },
            "tables": {
                "client": [client("a", json!({}))], "ledger_month": rows,
                "fx_rate": [{ "currency": "USD", "month": "2026-10", "rate": "0.5" }],
            },
        }));
        of_client(&View::on(&book, day("2026-11-24")), id("a"))[0][0].clone()
    }

    #[test]
    fn a_month_that_is_not_known_is_a_gap_and_no_zero() {
        let series = income(vec![
            row("2026-10", "EUR", Some(0), true),
            row("2026-09", "EUR", None, true),
            row("2026-08", "EUR", Some(700), false),
            row("2026-06", "EUR", Some(-300), true),
        ]);
        assert_eq!(series.values[18..], [None, Some(-300), None, None, None, Some(0)]);
        assert_eq!((series.values.len(), series.known(), series.last().to_string().as_str()), (24, 2, "2026-10"));
        assert_eq!((series.range(), series.latest().map(|last| last.1)), (Some((-300, 0)), Some(0)));
    }

    #[test]
    fn one_currency_needs_no_rate_and_several_are_turned_month_by_month() {
        let usd = income(vec![row("2026-10", "USD", Some(400), true), row("2026-09", "USD", Some(600), true)]);
        assert_eq!(usd.unit, Unit::Money("USD".parse().unwrap()));
        assert_eq!(usd.values[22..], [Some(600), Some(400)]);
        let both = income(vec![
            row("2026-10", "USD", Some(400), true),
            row("2026-10", "EUR", Some(100), true),
            row("2026-09", "USD", Some(600), true),
        ]);
        assert_eq!(both.values[22..], [None, Some(300)], "September has no rate");
    }

    #[test]
    fn the_demo_s_clients_have_their_charts() {
        let view = View::on(&DEMO, demo_today());
        let charts = of_client(&view, id("c-kaliakra"));
        assert_eq!(charts.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1, 1]);
        assert!(charts.iter().flatten().all(|series| series.range().is_some_and(|(low, high)| low < high)));
        let all = of_portfolio(&view);
        assert_eq!(all[0][0].known(), 24);
        assert!(of_client(&view, id("c-terra-nuova")).is_empty(), "a prospect without figures has none");
    }
}
