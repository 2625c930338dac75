//! What a client has brought in the months served, added up month by month, and what was spent on extras meanwhile.

use std::collections::BTreeMap;

use super::exact::Ratio;
use super::ledger::{Column, Ledger};
use super::rates::{Exact, Rates, too_large};
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth, ServiceSpend};
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

/// The sums from the first month served to the last one added.
pub(super) struct Served<'a> {
    total: Result<Exact, Sentence>,
    of_known_months: Option<Exact>,
    pub(super) known: usize,
    by_currency: BTreeMap<Currency, i128>,
    spent: Result<Exact, Sentence>,
    /// Spends not yet added, the latest first.
    spends: Vec<&'a ServiceSpend>,
    last: Month,
}

impl<'a> Served<'a> {
    /// Nothing yet, of months that begin with `first`.
    pub(super) fn new(book: &'a Book, client: &Client, first: Month) -> Self {
        let counts = |spend: &&ServiceSpend| spend.client == client.uid() && Month::of(spend.on) >= first;
        let counted = !book.settings().cost_includes_service;
        let spends = book.service_spend.of(client.uid()).filter(counts).filter(|_| counted);
        let mut spends: Vec<&ServiceSpend> = spends.collect();
        spends.sort_by_key(|spend| std::cmp::Reverse(spend.on));
        Self {
            total: Ok(Exact::ZERO),
            of_known_months: Some(Exact::ZERO),
            known: 0,
            by_currency: BTreeMap::new(),
            spent: Ok(Exact::ZERO),
            spends,
            last: first.plus(-1),
        }
    }

    /// Adds the months behind the last one added, up to `last`.
    pub(super) fn add_up_to(&mut self, last: Month, ledger: &Ledger<'_>, rates: &Rates) {
        for (month, rows) in ledger.between(self.last.plus(1), last) {
            self.add(month, rows, rates);
        }
        self.last = self.last.max(last);
        while let Some(spend) = self.spends.pop_if(|spend| Month::of(spend.on) <= last) {
            self.spend(spend, ledger, rates);
        }
    }

    fn add(&mut self, month: Month, rows: &[&LedgerMonth], rates: &Rates) {
        let mut complete = 0;
        let mut sum = Ok(Exact::ZERO);
        for (row, net) in rows.iter().filter(|row| row.closed).filter_map(|row| Some((row, Column::Net.of(row)?))) {
            complete += 1;
            *self.by_currency.entry(row.currency).or_default() += i128::from(net);
            sum = sum.and_then(|sum: Exact| sum.plus(rates.convert(net, row.currency, month)?).ok_or_else(too_large));
        }
        if complete == rows.len() {
            self.known += 1;
            self.of_known_months = self.of_known_months.and_then(|known| known.plus(*sum.as_ref().ok()?));
        }
        add(&mut self.total, sum);
    }

    /// Extras count at the rate of their month. The spend of an open month waits.
    fn spend(&mut self, spend: &ServiceSpend, ledger: &Ledger<'_>, rates: &Rates) {
        let month = Month::of(spend.on);
        if ledger.month(month).iter().all(|row| row.closed) {
            add(&mut self.spent, rates.convert(spend.amount.minor, spend.amount.currency, month));
        }
    }

    /// The sum of all months, less what was spent.
    ///
    /// # Errors
    /// The sentence that names the first missing rate.
    pub(super) fn less_spent(&self) -> Result<Exact, Sentence> {
        self.total.clone()?.minus(self.spent.clone()?).ok_or_else(too_large)
    }

    /// A sum too large for any account is left out: the LTV says so itself.
    pub(super) fn monies(&self) -> Vec<Money> {
        let money = |(currency, sum): (&Currency, &i128)| Some(Money::new(i64::try_from(*sum).ok()?, *currency));
        self.by_currency.iter().filter_map(money).collect()
    }

    pub(super) fn mean(&self) -> Option<Ratio> {
        let months = i64::try_from(self.known).ok().filter(|known| *known > 0)?;
        self.of_known_months?.ratio()?.over(Ratio::whole(months))
    }
}

/// What could not be added stays the reason.
fn add(sum: &mut Result<Exact, Sentence>, more: Result<Exact, Sentence>) {
    if let Ok(before) = *sum {
        *sum = more.and_then(|more| before.plus(more).ok_or_else(too_large));
    }
}
