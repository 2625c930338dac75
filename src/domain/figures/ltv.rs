//! What a client has brought: net income over the time served, less what was spent on extras.

use super::course::Course;
use super::exact::Ratio;
use super::known::Figure;
use super::ledger::{Column, Ledger, MonthSum, month_sum};
use super::rates::{Exact, Rates, too_large};
use super::served::Served;
use crate::domain::Book;
use crate::domain::date::{Month, PartialDate};
use crate::domain::entity::Client;
use crate::domain::money::Money;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::ClientStatus;

/// Closed months that count for the steadiness of a client.
pub const STEADY_WINDOW: i32 = 24;
/// Below this share of known months a partial figure is thin.
const THIN_PERCENT: usize = 80;

/// A client's value, as computed from the ledger up to the book's last closed month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// First and last month served; none when nothing is known or nothing is closed since.
    pub window: Option<(Month, Month)>,
    /// The start of the relation is not known, so the window begins with the first month of the ledger.
    pub assumed_start: bool,
    /// `known` months of `of` in the window.
    pub ltv: Figure<Exact>,
    /// Less than 80 % of the months are known.
    pub thin: bool,
    /// Net of each currency on its own, before what was spent on extras.
    pub by_currency: Vec<Money>,
    /// Mean net of a known month, in minor units.
    pub mean: Option<Ratio>,
    /// The known months of the last 24 closed ones, oldest first.
    pub nets: Vec<MonthSum>,
    /// How these months went.
    pub course: Course,
}

impl Value {
    /// LTV in whole minor units of the reporting currency.
    pub fn money(&self, rates: &Rates) -> Figure<Money> {
        self.ltv.clone().and_then(|exact| rates.money(exact), too_large)
    }

    /// The mean month times twelve: what the client brings a year at this pace. Never called LTV.
    pub fn yearly_pace(&self, rates: &Rates) -> Option<Money> {
        let minor = self.mean?.times(Ratio::whole(12))?.round();
        Some(Money::new(i64::try_from(minor).ok()?, rates.reporting()))
    }

    /// The sums of the currencies, where the one figure hides them: there are several, or one lacks a rate.
    pub fn apart(&self) -> Option<Arg> {
        let hidden = self.by_currency.len() > 1 || (self.ltv.is_unknown() && !self.by_currency.is_empty());
        hidden.then(|| Arg::List(self.by_currency.iter().copied().map(Arg::Money).collect()))
    }

    pub fn missing_months(&self) -> usize {
        self.ltv.of.saturating_sub(self.ltv.known)
    }
}

/// What is needed besides the client: the end of the closed books and the rates.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub last_closed: Option<Month>,
    pub rates: &'a Rates,
    /// The month of today: later rows count for nothing.
    pub now: Month,
}

pub fn value(book: &Book, client: &Client, frame: Frame<'_>) -> Value {
    Account::open(book, client, frame.now).value(frame)
}

/// A client's months, added up as far as was asked for: the value as of a later month adds only what lies between.
pub struct Account<'a> {
    book: &'a Book,
    client: &'a Client,
    ledger: Ledger<'a>,
    served: Option<Served<'a>>,
    nets: Recent,
    turnovers: Recent,
}

impl<'a> Account<'a> {
    /// Later months than `until` will not be asked for.
    pub fn open(book: &'a Book, client: &'a Client, until: Month) -> Self {
        let (nets, turnovers) = (Recent::of(Column::Net, STEADY_WINDOW), Recent::of(Column::TURNOVER, 12));
        Self { book, client, ledger: Ledger::of(book, client.uid(), until), served: None, nets, turnovers }
    }

    /// The value as it stands in the month of `frame`, which comes after those asked for before.
    pub fn value(&mut self, frame: Frame<'_>) -> Value {
        let Self { book, client, ledger, served, nets, turnovers } = self;
        let window = window(client, ledger, frame.last_closed);
        let assumed_start = client.relation_start.and_then(PartialDate::earliest).is_none();
        let Some((first, last)) = window else { return nothing(assumed_start) };
        let served = served.get_or_insert_with(|| Served::new(book, client, first));
        served.add_up_to(last, ledger, frame.rates);
        let of = usize::try_from(last.index() - first.index() + 1).unwrap_or(0);
        let nets = nets.known(ledger, first, frame);
        let turnovers = turnovers.known(ledger, first, frame);
        let mut value = Value {
            window,
            assumed_start,
            ltv: ltv(served, of),
            thin: served.known * 100 < of * THIN_PERCENT,
            by_currency: served.monies(),
            mean: served.mean(),
            course: Course::of(book.settings(), &nets, &turnovers, frame.last_closed.unwrap_or(last)),
            nets,
        };
        if assumed_start && value.ltv.why.is_none() {
            value.ltv.why = Some(Sentence::new("figure-from-month").with("month", Arg::Month(first)));
        }
        value
    }
}

fn nothing(assumed_start: bool) -> Value {
    Value {
        window: None,
        assumed_start,
        ltv: Figure::unknown(Sentence::new("why-no-closed-month")),
        thin: false,
        by_currency: Vec::new(),
        mean: None,
        nets: Vec::new(),
        course: Course::default(),
    }
}

/// The months served, from the start of the relation to the last closed month or that in which the client left.
pub fn window(client: &Client, ledger: &Ledger<'_>, last_closed: Option<Month>) -> Option<(Month, Month)> {
    let start = client.relation_start.and_then(PartialDate::earliest).map(Month::of);
    let first = start.or_else(|| ledger.first_month())?;
    let left = client.left_on.filter(|_| client.status == ClientStatus::Left).map(Month::of);
    let last = left.map_or(last_closed?, |left| left.min(last_closed.unwrap_or(left)));
    (first <= last).then_some((first, last))
}

fn ltv(served: &Served<'_>, of: usize) -> Figure<Exact> {
    if served.known == 0 {
        return Figure::unknown(Sentence::new("why-no-figures")).parts(0, of);
    }
    match served.less_spent() {
        Ok(total) => Figure::counted(total, served.known, of),
        Err(why) => Figure::unknown(why).parts(served.known, of),
    }
}

/// The last closed months of a figure, each summed once.
struct Recent {
    column: Column,
    /// So many months count.
    window: i32,
    /// None where a rate is missing.
    sums: Vec<(Month, Option<MonthSum>)>,
    summed: Option<Month>,
}

impl Recent {
    fn of(column: Column, window: i32) -> Self {
        Self { column, window, sums: Vec::new(), summed: None }
    }

    /// The known months of the window that ends with the last closed one; none at all where a rate is missing in it.
    fn known(&mut self, ledger: &Ledger<'_>, first: Month, frame: Frame<'_>) -> Vec<MonthSum> {
        let Some(last) = frame.last_closed else { return Vec::new() };
        let from = first.max(last.plus(1 - self.window));
        let new = self.summed.map_or(from, |summed| from.max(summed.plus(1)));
        let sum = |(month, rows): (Month, &[_])| (month, month_sum(month, rows, self.column, frame.rates).ok());
        self.sums.extend(ledger.between(new, last).map(sum));
        self.summed = Some(last);
        let start = self.sums.partition_point(|(month, _)| *month < from);
        let sums: Option<Vec<MonthSum>> = self.sums[start..].iter().map(|(_, sum)| *sum).collect();
        sums.unwrap_or_default().into_iter().filter(|sum| sum.known).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, demo_today, id, with};
    use crate::domain::figures::{Figure, State};
    use serde_json::{Value as Json, json};

    fn row(month: &str, currency: &str, income: Option<i64>, cost: Option<i64>) -> Json {
        json!({ "client": "a", "month": month, "currency": currency, "income": income, "cost": cost, "closed": true })
    }

    fn figure(rows: Vec<Json>, more: Json) -> (Value, Figure<Money>) {
        let mut json = json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": {
                "client": [client("a", with(json!({ "relation_start": "2026-01" }), more))],
                "fx_rate": [
                    { "currency": "USD", "month": "2026-01", "rate": "92.40" },
                    { "currency": "USD", "month": "2026-02", "rate": "93.15" },
                ],
                "service_spend": [{
                    "client": "a", "on": "2026-02-10", "category": "event",
                    "amount": { "minor": 4_500_000, "currency": "RUB" },
                }],
            },
        });
        json["tables"]["ledger_month"] = rows.into();
        let book = book(&json);
        let now = Month::of(demo_today());
        let value = book.value(id("a"), now).unwrap();
        let money = value.money(&book.rates(now));
        ((*value).clone(), money)
    }

    fn worked() -> Vec<Json> {
        vec![
            row("2026-01", "RUB", Some(41_235_000), Some(11_820_000)),
            row("2026-02", "RUB", Some(38_890_000), Some(12_105_000)),
            row("2026-01", "USD", Some(612_045), Some(0)),
            row("2026-02", "USD", Some(548_010), Some(31_000)),
        ]
    }

    #[test]
    fn the_worked_example_is_rounded_once() {
        let (value, money) = figure(worked(), json!({}));
        assert_eq!(money.get().unwrap().to_string(), "RUB 1564124.40");
        assert_eq!((money.state(), money.known, money.of), (State::Known, 2, 2));
        let by_currency: Vec<String> = value.by_currency.iter().map(Money::to_string).collect();
        assert_eq!(by_currency, ["RUB 562000.00", "USD 11290.55"]);
    }

    #[test]
    fn what_is_missing_shows_in_the_coverage_and_is_not_filled_in() {
        let unknown_cost = row("2026-03", "RUB", Some(1), None);
        let open = with(row("2026-03", "RUB", Some(1), Some(0)), json!({ "closed": false }));
        let other = json!({ "client": "a", "month": "2026-03", "currency": "EUR", "income": null, "closed": true });
        for (name, extra, state, known, of, sum) in [
            ("cost unknown", vec![unknown_cost], State::Partial, 2, 3, "RUB 1564124.40"),
            ("not closed", vec![open], State::Known, 2, 2, "RUB 1564124.40"),
            (
                "a complete row of an incomplete month counts",
                vec![row("2026-03", "RUB", Some(100), Some(0)), other],
                State::Partial,
                2,
                3,
                "RUB 1564125.40",
            ),
        ] {
            let (value, money) = figure([worked(), extra].concat(), json!({}));
            assert_eq!((money.state(), money.known, money.of), (state, known, of), "{name}");
            assert_eq!(money.get().unwrap().to_string(), sum, "{name}");
            assert_eq!(value.thin, state == State::Partial, "{name}: 2 of 3 is under 80 %");
        }
    }

    #[test]
    fn a_missing_rate_makes_it_unknown_and_the_currency_stands_alone() {
        let (value, money) = figure([worked(), vec![row("2026-03", "USD", Some(100), Some(0))]].concat(), json!({}));
        assert_eq!(money.state(), State::Unknown);
        assert_eq!(money.why.unwrap().id, "no-rate");
        assert_eq!(value.by_currency[1].to_string(), "USD 11291.55");
    }

    #[test]
    fn the_window_ends_with_the_month_in_which_the_client_left() {
        let left = json!({ "status": "left", "left_on": "2026-01-31", "left_reason": "-" });
        let (_, money) = figure(worked(), left);
        // The spend of February lies outside.
        assert_eq!(money.get().unwrap().to_string(), "RUB 859679.58");
        assert_eq!((money.known, money.of), (1, 1));
    }

    #[test]
    fn an_unknown_start_is_the_first_month_of_the_ledger() {
        let (value, money) = figure(worked(), json!({ "relation_start": null }));
        assert!(value.assumed_start);
        assert_eq!((money.known, money.of), (2, 2));
        assert_eq!(money.why.unwrap().id, "figure-from-month");
    }

    #[test]
    fn the_demo_s_values_and_coverage_are_those_of_its_snapshots() {
        let now = Month::of(demo_today());
        let rates = DEMO.rates(now);
        let october = "2026-10".parse().unwrap();
        let mut checked = 0;
        for snapshot in DEMO.tier_snapshot.iter().filter(|snapshot| snapshot.month == october) {
            let value = DEMO.value(snapshot.client, now).unwrap().money(&rates);
            let name = &DEMO.client.get(snapshot.client).unwrap().name;
            assert_eq!(value.get(), snapshot.ltv, "{name}");
            let coverage = snapshot.coverage.as_ref().unwrap();
            let known = [value.known, value.of].map(|months| i64::try_from(months).unwrap());
            assert_eq!(known, [coverage.known, coverage.of], "{name}");
            checked += 1;
        }
        assert_eq!(checked, 25);
    }
}
