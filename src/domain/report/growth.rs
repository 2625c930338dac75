//! A figure of the ledger over the months, of all clients together: in its own currency where there is one, else at each
//! month's rate.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::Column;
use crate::domain::figures::rates::{Exact, too_large};
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;

/// What is known of some months: the sum, and for how many months of clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Total {
    pub sum: Exact,
    pub known: usize,
    pub of: usize,
    /// Months of which less than half is known: too little to say anything of all clients.
    pub blank: usize,
}

impl Total {
    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            sum: self.sum.plus(other.sum)?,
            known: self.known + other.known,
            of: self.of + other.of,
            blank: self.blank + other.blank,
        })
    }

    /// One client's month added.
    fn add(&mut self, value: Option<Exact>) -> Result<(), Sentence> {
        self.of += 1;
        if let Some(value) = value {
            self.known += 1;
            self.sum = self.sum.plus(value).ok_or_else(too_large)?;
        }
        Ok(())
    }

    fn closed(mut self) -> Self {
        self.blank = usize::from(self.known == 0 || self.known * 2 < self.of);
        self
    }

    /// The sum as a fraction; none when a month is blank.
    pub fn whole(self) -> Option<Ratio> {
        self.sum.ratio().filter(|_| self.blank == 0)
    }
}

/// The months of a figure, client by client.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub currency: Currency,
    /// Amounts of several currencies were turned into one, so a move of the rates is in them.
    pub with_rates: bool,
    /// Each client's month in which it was served; None where it is not known.
    months: BTreeMap<Month, BTreeMap<Id<Client>, Option<Exact>>>,
    first: Month,
}

impl Course {
    /// The months from `first` to `last`. Only closed rows count, and a month with a row that is not known is not known.
    pub fn of(scope: &Scope<'_>, column: Column, first: Month, last: Month) -> Result<Self, Sentence> {
        let inside = |row: &&LedgerMonth| (first..=last).contains(&row.month);
        let mut rows: Vec<&LedgerMonth> = scope.view.book.ledger_month.iter().filter(inside).collect();
        rows.sort_by_key(|row| (row.month, row.client));
        let rates = scope.view.book.rates(scope.view.month());
        let known = |row: &LedgerMonth| column.of(row).filter(|_| row.closed);
        let mut currencies: Vec<Currency> =
            rows.iter().filter(|row| known(row).is_some()).map(|row| row.currency).collect();
        currencies.sort_unstable();
        currencies.dedup();
        let own = if let [one] = currencies[..] { Some(one) } else { None };
        let mut months = served(scope, first, last);
        for mine in rows.chunk_by(|a, b| (a.month, a.client) == (b.month, b.client)) {
            let month = mine[0].month;
            let mut sum = Some(Exact::ZERO);
            for row in mine {
                let value = match (known(row), own) {
                    (None, _) => None,
                    (Some(value), Some(_)) => Some(Exact::of_minor(value)),
                    (Some(value), None) => Some(rates.convert(value, row.currency, month)?),
                };
                sum = sum.zip(value).map(|(sum, value)| sum.plus(value).ok_or_else(too_large)).transpose()?;
            }
            months.entry(month).or_default().insert(mine[0].client, sum);
        }
        let currency = own.unwrap_or_else(|| rates.reporting());
        Ok(Self { currency, with_rates: own.is_none() && !currencies.is_empty(), months, first })
    }

    /// The months from one to another together.
    pub fn total(&self, first: Month, last: Month) -> Result<Total, Sentence> {
        let mut all = Total::default();
        for month in (first.index()..=last.index()).map(Month::from_index) {
            let mut total = Total::default();
            for value in self.months.get(&month).into_iter().flat_map(BTreeMap::values) {
                total.add(*value)?;
            }
            all = all.plus(total.closed()).ok_or_else(too_large)?;
        }
        Ok(all)
    }

    /// The year that ends with a month and the year before, over the clients' months known in both: what is missing in
    /// one must not look like a change. A client who was not served yet has nothing in that month, which is known.
    pub fn years(&self, last: Month) -> Result<[Total; 2], Sentence> {
        let mut both = [Total::default(); 2];
        for month in (last.plus(-11).index()..=last.index()).map(Month::from_index) {
            let pair = self.pair(month)?;
            for (all, one) in both.iter_mut().zip(pair) {
                *all = all.plus(one.closed()).ok_or_else(too_large)?;
            }
        }
        Ok(both)
    }

    fn pair(&self, month: Month) -> Result<[Total; 2], Sentence> {
        let before = month.plus(-12);
        let none = BTreeMap::new();
        let [now, then] = [month, before].map(|month| self.months.get(&month).unwrap_or(&none));
        let mut pair = [Total::default(); 2];
        if before < self.first {
            return Ok(pair);
        }
        let clients: BTreeSet<Id<Client>> = now.keys().chain(then.keys()).copied().collect();
        for client in clients {
            let value = |months: &BTreeMap<Id<Client>, Option<Exact>>| {
                months.get(&client).copied().unwrap_or(Some(Exact::ZERO))
            };
            let known = value(now).zip(value(then));
            pair[0].add(known.map(|(now, _)| now))?;
            pair[1].add(known.map(|(_, then)| then))?;
        }
        Ok(pair)
    }

    pub fn money(&self, total: Total) -> Cell {
        let known = total.known > 0 && total.blank == 0;
        let money = total.sum.minor().filter(|_| known).map(|minor| Money::new(minor, self.currency));
        Cell::or_unknown(money.map(Cell::Money))
    }

    pub fn note(&self) -> Option<Sentence> {
        self.with_rates.then(|| Sentence::new("report-with-rates").text("cur", self.currency.code()))
    }
}

/// The clients served in each month, nothing of them known yet: from the start of the relation, or from their first
/// month in the ledger where that is earlier or all there is, until they left.
fn served(scope: &Scope<'_>, first: Month, last: Month) -> BTreeMap<Month, BTreeMap<Id<Client>, Option<Exact>>> {
    let book = scope.view.book;
    let mut begun: BTreeMap<Id<Client>, Month> = BTreeMap::new();
    for row in &book.ledger_month {
        let month = begun.entry(row.client).or_insert(row.month);
        *month = row.month.min(*month);
    }
    let mut months: BTreeMap<Month, BTreeMap<Id<Client>, Option<Exact>>> = BTreeMap::new();
    for (id, ledger) in begun {
        let client = book.client.get(id);
        let start = client.and_then(|client| client.relation_start?.latest()).map(Month::of);
        let left = client.and_then(|client| client.left_on).map_or(last, Month::of);
        for month in start.map_or(ledger, |start| start.min(ledger)).max(first).index()..=left.min(last).index() {
            months.entry(Month::from_index(month)).or_default().insert(id, None);
        }
    }
    months
}

/// By how much one amount is above another.
pub(super) fn change(now: Ratio, before: Ratio) -> Option<Ratio> {
    if before <= Ratio::ZERO {
        return None;
    }
    now.over(before)?.minus(Ratio::whole(1))
}

/// A growth in percent with one decimal.
pub(super) fn growth(change: Option<Ratio>) -> Cell {
    Cell::or_unknown(change.and_then(|change| change.percent(1)).map(|percent| Cell::Growth(percent, 1)))
}

const HEAD: [&str; 3] = ["figure", "at-end", "year-ago"];

/// Whether payments through the accounts grow faster than a year ago.
pub(super) fn payments(scope: &Scope<'_>) -> Table {
    match flows(scope) {
        Ok(table) => table,
        Err(why) => {
            let row = Row::figure("turnover-growth", [Cell::Unknown, Cell::Unknown]).known(0, 24).because(Some(why));
            Table::new("payments", &HEAD, vec![row]).says(Sentence::new("report-verdict-unknown"))
        }
    }
}

fn flows(scope: &Scope<'_>) -> Result<Table, Sentence> {
    let last = scope.closed.ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let course = Course::of(scope, Column::TURNOVER, last.plus(-35), last)?;
    let [now, before] = course.years(last)?;
    let [then, then_before] = course.years(last.plus(-12))?;
    let between = |[now, before]: [Total; 2]| change(now.whole()?, before.whole()?);
    let (g, g_before) = (between([now, before]), between([then, then_before]));
    let verdict = match (g, g_before) {
        (None, _) => Sentence::new("report-verdict-unknown"),
        (Some(_), None) => Sentence::new("report-only-one-year"),
        (Some(now), Some(before)) if now > before => Sentence::new("report-faster"),
        (Some(_), Some(_)) => Sentence::new("report-not-faster"),
    };
    let few = |total: Total| (total.blank > 0).then(|| Sentence::new("report-months-blank").count("n", total.blank));
    let rows = vec![
        Row::figure("turnover-year", [course.money(now), course.money(before)])
            .known(now.known, now.of)
            .because(few(now)),
        Row::figure("turnover-growth", [growth(g), growth(g_before)]).known(then.known, then.of).because(few(then)),
    ];
    let until = Sentence::new("report-year-until").with("month", Arg::Month(last));
    let table = Table::new("payments", &HEAD, rows).says(verdict);
    Ok(table.note(Some(until)).note(course.note()))
}
