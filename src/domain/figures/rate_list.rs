//! Which rates the book has, and which months of figures lack one.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::FxRate;
use crate::domain::money::Currency;
use crate::domain::table::{Id, Row};

/// The rates of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyRates {
    pub currency: Currency,
    pub latest: Option<Id<FxRate>>,
    /// Months that have a rate.
    pub known: usize,
    /// Months up to now with figures in it and no rate: what depends on them is unknown.
    pub missing: Vec<Month>,
}

/// Every currency that has rates or figures, but for the reporting one.
pub fn rates(book: &Book, now: Month) -> Vec<CurrencyRates> {
    let reporting = book.settings().reporting_currency;
    let mut rates: BTreeMap<Currency, BTreeMap<Month, Id<FxRate>>> = BTreeMap::new();
    for row in &book.fx_rate {
        rates.entry(row.currency).or_default().insert(row.month, row.uid());
    }
    let figures = book.ledger_month.iter().filter(|row| row.month <= now).map(|row| (row.currency, row.month));
    let spends = book.service_spend.iter().map(|row| (row.amount.currency, Month::of(row.on)));
    let used: BTreeSet<(Currency, Month)> = figures.chain(spends.filter(|(_, month)| *month <= now)).collect();
    for (currency, _) in &used {
        rates.entry(*currency).or_default();
    }
    let list = rates.into_iter().filter(|(currency, _)| *currency != reporting);
    list.map(|(currency, months)| {
        let of = used.iter().filter(|(of, month)| *of == currency && !months.contains_key(month));
        let missing = of.map(|(_, month)| *month).collect();
        CurrencyRates { currency, latest: months.values().next_back().copied(), known: months.len(), missing }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client};
    use serde_json::json;

    #[test]
    fn a_month_of_figures_without_its_rate_is_named() {
        let row = |month: &str, currency: &str| json!({ "client": "a", "month": month, "currency": currency });
        let rate = |month: &str| json!({ "currency": "USD", "month": month, "rate": "0.9" });
        let book = book(&json!({
            "settings": { "reporting_currency": "EUR" },
            "tables": {
                "client": [client("a", json!({}))],
                "ledger_month": [row("2026-09", "USD"), row("2026-10", "USD"), row("2026-10", "EUR"), row("2027-01", "USD"), row("2026-08", "CNY")],
                "fx_rate": [rate("2026-08"), rate("2026-09")],
            },
        }));
        let month = |text: &str| -> Month { text.parse().unwrap() };
        let list = rates(&book, month("2026-11"));
        let told: Vec<_> = list.iter().map(|one| (one.currency.code(), one.known, one.missing.clone())).collect();
        assert_eq!(told, [("CNY", 0, vec![month("2026-08")]), ("USD", 2, vec![month("2026-10")])]);
        assert_eq!(list[1].latest.and_then(|id| book.fx_rate.get(id)).unwrap().month, month("2026-09"));
    }
}
