//! Plan against actual: how far a planned figure of a year or quarter has come.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::exact::Ratio;
use super::known::Figure;
use super::ledger::Column;
use super::measured::{self, Measured};
use super::view::View;
use crate::domain::date::Month;
use crate::domain::entity::PlanTarget;
use crate::domain::json::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::Sentence;
use crate::domain::words::Measure;

/// What a planned figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    Money(Money),
    Number(Decimal),
}

/// Where a target stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Of the months counted; for a level the latest known.
    pub actual: Figure<Quantity>,
    /// Against the part of the target that the known months should have brought; a level against all of it.
    pub pace: Result<Ratio, Sentence>,
    /// Against the target of the whole period.
    pub of_period: Result<Ratio, Sentence>,
}

impl Progress {
    pub fn pace_percent(&self) -> Option<Decimal> {
        self.pace.as_ref().ok()?.percent(0)
    }

    pub fn of_period_percent(&self) -> Option<Decimal> {
        self.of_period.as_ref().ok()?.percent(1)
    }
}

/// The months of a target's period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: Month,
    pub last: Month,
}

impl Period {
    pub fn of(target: &PlanTarget) -> Self {
        let year = i32::try_from(target.year).unwrap_or(i32::MAX / 12 - 1);
        let (quarter, months) = target.quarter.map_or((1, 12), |quarter| (quarter, 3));
        let first = Month::from_index(year * 12 + (i32::try_from(quarter).unwrap_or(1) - 1) * 3);
        Self { first, last: first.plus(months - 1) }
    }

    pub fn months(self) -> i64 {
        i64::from(self.last.index() - self.first.index() + 1)
    }

    /// The part of it up to the book's last closed month; none before the first is closed.
    pub fn closed(self, last_closed: Option<Month>) -> Option<Self> {
        let last = self.last.min(last_closed?);
        (self.first <= last).then_some(Self { last, ..self })
    }

    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&Month::of(day))
    }

    /// The day on which a level of the period is read: today, or its last day when it is over.
    pub fn reading_day(self, today: NaiveDate) -> NaiveDate {
        self.last.last_day().min(today)
    }
}

/// What the figures of a measure are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Money,
    Count,
    /// From 0 to 10.
    Level,
}

pub fn unit(measure: Measure) -> Unit {
    match measure {
        Measure::Income | Measure::Turnover | Measure::Sales | Measure::Export | Measure::AvgBalance => Unit::Money,
        Measure::Satisfaction => Unit::Level,
        Measure::Holdings
        | Measure::MetNeeds
        | Measure::HeldVisits
        | Measure::ClientsActive
        | Measure::ClientsMostValuable
        | Measure::NewClients => Unit::Count,
    }
}

/// Counts clients, so that it says nothing of a single one.
pub fn is_of_portfolio(measure: Measure) -> bool {
    matches!(measure, Measure::ClientsActive | Measure::ClientsMostValuable | Measure::NewClients)
}

/// Flow measures add up month by month; level measures stand at a value.
pub fn is_flow(measure: Measure) -> bool {
    !matches!(
        measure,
        Measure::AvgBalance
            | Measure::Satisfaction
            | Measure::Holdings
            | Measure::ClientsActive
            | Measure::ClientsMostValuable
    )
}

pub fn progress(view: &View<'_>, target: &PlanTarget) -> Progress {
    progress_until(view, target, view.book.last_closed(view.month()))
}

/// Where a target stood on the day of the view, of the months up to one that is closed by now.
pub fn progress_until(view: &View<'_>, target: &PlanTarget, last_closed: Option<Month>) -> Progress {
    let period = Period::of(target);
    let planned = planned(&target.target);
    let currency = match &target.target {
        Amount::Money(money) => Some(money.currency),
        _ => None,
    };
    let measured = measure(view, target, (period, last_closed), currency);
    let share = match &measured {
        Ok(measured) if is_flow(target.measure) => Ratio::new(measured.months.into(), period.months().into()),
        _ => Some(Ratio::whole(1)),
    };
    let against = |part: Option<Ratio>| {
        let measured = measured.as_ref().map_err(Clone::clone)?;
        let expected = planned.filter(|planned| *planned > Ratio::ZERO).ok_or_else(|| Sentence::new("no-plan"))?;
        let expected = part.and_then(|part| expected.times(part)).ok_or_else(super::rates::too_large)?;
        measured.value.over(expected).ok_or_else(|| Sentence::new("why-no-closed-month"))
    };
    Progress { actual: actual(&measured, currency), pace: against(share), of_period: against(Some(Ratio::whole(1))) }
}

fn planned(target: &Amount) -> Option<Ratio> {
    match target {
        Amount::Money(money) => Some(Ratio::whole(money.minor)),
        Amount::Number(n) => Some(Ratio::whole(*n)),
        Amount::Text(text) => text.parse().ok().and_then(Ratio::of_decimal),
    }
}

fn actual(measured: &Result<Measured, Sentence>, currency: Option<Currency>) -> Figure<Quantity> {
    match measured {
        Err(why) => Figure::unknown(why.clone()),
        Ok(measured) => {
            let (known, of) = (measured.known, measured.of);
            let quantity = match currency {
                Some(currency) => {
                    i64::try_from(measured.value.round()).ok().map(|minor| Quantity::Money(Money::new(minor, currency)))
                }
                None => measured.value.decimal(1).map(|number| Quantity::Number(number.normalize())),
            };
            quantity.map_or_else(
                || Figure::unknown(super::rates::too_large()),
                |quantity| Figure::counted(quantity, known, of),
            )
        }
    }
}

fn measure(
    view: &View<'_>,
    target: &PlanTarget,
    (period, last_closed): (Period, Option<Month>),
    currency: Option<Currency>,
) -> Result<Measured, Sentence> {
    let column = match target.measure {
        Measure::Income => Column::INCOME,
        Measure::Turnover => Column::TURNOVER,
        Measure::Sales => Column::SALES,
        Measure::Export => Column::EXPORT,
        Measure::AvgBalance => Column::AVG_BALANCE,
        _ => return measured::counted(view, target, period, last_closed),
    };
    let closed = period.closed(last_closed).ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let currency = currency.unwrap_or(view.settings().reporting_currency);
    let months = measured::months(view, target.client, column, closed, currency)?;
    if column == Column::AVG_BALANCE {
        return measured::latest(view, target.client, column, &months);
    }
    measured::summed(&months, measured::known(view, target.client, column, closed))
}

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "rows are made where they are passed")]
mod tests {
    use super::*;
    use crate::domain::figures::State;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today};
    use serde_json::{Value as Json, json};

    fn stands(target: Json, rows: Vec<Json>) -> Progress {
        let book = book(&json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": { "client": [client("a", json!({}))], "ledger_month": rows, "plan_target": [target] },
        }));
        progress(&View::on(&book, day("2026-11-24")), book.plan_target.iter().next().unwrap())
    }

    fn income(month: u32, minor: Option<i64>) -> Json {
        json!({
            "client": "a", "month": format!("2026-{month:02}"), "currency": "RUB", "income": minor, "closed": true,
        })
    }

    /// January to October closed, 9 of 10 known with 7.65 m.
    fn worked() -> Vec<Json> {
        (1..=10).map(|month| income(month, (month != 4).then_some(85_000_000))).collect()
    }

    #[test]
    fn the_worked_example() {
        let target = json!({ "client": "a", "measure": "income", "year": 2026,
            "target": { "minor": 1_200_000_000, "currency": "RUB" } });
        let found = stands(target, worked());
        assert_eq!(found.pace_percent().unwrap().to_string(), "85");
        assert_eq!(found.of_period_percent().unwrap().to_string(), "63.8");
        assert_eq!((found.actual.known, found.actual.of), (9, 10));
        let actual = found.actual.get().unwrap();
        assert_eq!(actual, Quantity::Money(Money::new(765_000_000, "RUB".parse().unwrap())));
    }

    #[test]
    fn a_portfolio_s_sum_says_how_many_months_of_its_clients_it_lacks() {
        let target =
            json!({ "measure": "income", "year": 2026, "target": { "minor": 1_200_000_000, "currency": "RUB" } });
        let book = book(&json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": {
                "client": [
                    client("a", json!({})),
                    client("b", json!({ "relation_start": "2026-09" })),
                    client("c", json!({ "status": "prospect", "stage": 2, "relation_start": "2025" })),
                ],
                "ledger_month": worked(),
                "plan_target": [target],
            },
        }));
        let view = View::on(&book, day("2026-11-24"));
        let found = progress(&view, book.plan_target.iter().next().unwrap());
        assert_eq!((found.actual.known, found.actual.of), (9, 12), "April of one, two months of the other");
        assert_eq!(found.actual.state(), State::Partial);
        assert_eq!(found.pace_percent().unwrap().to_string(), "85", "the pace is that of the months that count");
    }

    #[test]
    fn a_target_of_nothing_is_no_plan_and_no_month_is_unknown() {
        let target = |minor: i64, year: i64| json!({ "client": "a", "measure": "income", "year": year, "target": { "minor": minor, "currency": "RUB" } });
        assert_eq!(stands(target(0, 2026), worked()).pace.unwrap_err().id, "no-plan");
        let next_year = stands(target(100, 2027), worked());
        assert_eq!(next_year.pace.unwrap_err().id, "why-no-closed-month");
        assert!(next_year.actual.is_unknown());
    }

    #[test]
    fn a_quarter_counts_its_three_months() {
        let target = json!({ "client": "a", "measure": "income", "year": 2026, "quarter": 2,
            "target": { "minor": 255_000_000, "currency": "RUB" } });
        let found = stands(target, worked());
        assert_eq!((found.actual.known, found.actual.of), (2, 3));
        assert_eq!(found.pace_percent().unwrap().to_string(), "100");
    }

    #[test]
    fn every_target_of_the_demo_stands_somewhere() {
        let view = View::on(&DEMO, demo_today());
        for target in &DEMO.plan_target {
            let found = progress(&view, target);
            let zero = matches!(&target.target, Amount::Money(money) if money.minor == 0);
            assert_eq!(found.pace.is_err(), zero, "{target:?} {found:?}");
        }
    }
}
