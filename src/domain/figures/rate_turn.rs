//! The month's rates to another reporting currency: each divided by the rate of that currency in its month, rounded once.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::Ratio;
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::FxRate;
use crate::domain::money::Currency;

/// Decimals a rate is kept with.
const DECIMALS: u32 = 10;

/// What becomes of the rates of a book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turned {
    /// To the new currency; the row of the new one has become that of the old one.
    pub rates: Vec<FxRate>,
    /// To be taken out: nothing in its month says what it is worth in the new currency.
    pub left_out: Vec<FxRate>,
    /// Of the old reporting currency itself: always 1, and in the way of the one that is computed.
    pub idle: Vec<FxRate>,
}

/// The rates of a book that has counted in `from` and is to count in `to`.
pub fn turned(book: &Book, from: Currency, to: Currency) -> Turned {
    let by: BTreeMap<Month, Decimal> =
        book.fx_rate.iter().filter(|row| row.currency == to).map(|row| (row.month, row.rate)).collect();
    let mut turned = Turned::default();
    let mut rows: Vec<&FxRate> = book.fx_rate.iter().collect();
    rows.sort_by_key(|row| (row.month, row.currency, row.head.uid));
    for row in rows {
        if row.currency == from {
            turned.idle.push(row.clone());
            continue;
        }
        let one = if row.currency == to { Decimal::ONE } else { row.rate };
        let currency = if row.currency == to { from } else { row.currency };
        match by.get(&row.month).and_then(|by| quotient(one, *by)) {
            Some(rate) => turned.rates.push(FxRate { currency, rate, ..row.clone() }),
            None => turned.left_out.push(row.clone()),
        }
    }
    turned
}

/// None where so little is left that it would be nothing.
fn quotient(rate: Decimal, by: Decimal) -> Option<Decimal> {
    let rate = Ratio::of_decimal(rate)?.over(Ratio::of_decimal(by)?)?.decimal(DECIMALS)?;
    (rate > Decimal::ZERO).then(|| rate.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::book;
    use serde_json::json;

    #[test]
    fn each_rate_is_divided_by_that_of_the_new_currency_in_its_month() {
        let rate =
            |currency: &str, month: &str, rate: &str| json!({ "currency": currency, "month": month, "rate": rate });
        let book = book(&json!({
            "settings": { "reporting_currency": "EUR" },
            "tables": { "fx_rate": [
                rate("USD", "2026-09", "0.86"), rate("RUB", "2026-09", "0.0106"), rate("KZT", "2026-09", "0.0000000001"),
                rate("USD", "2026-10", "0.8"), rate("CNY", "2026-10", "0.12"), rate("EUR", "2026-10", "1"),
                rate("CNY", "2026-08", "0.121"),
            ] },
        }));
        let currency = |code: &str| code.parse::<Currency>().unwrap();
        let found = turned(&book, currency("EUR"), currency("USD"));
        let told = |rows: &[FxRate]| -> Vec<String> {
            rows.iter().map(|row| format!("{} {} {}", row.currency, row.month, row.rate)).collect()
        };
        assert_eq!(
            told(&found.rates),
            [
                "KZT 2026-09 0.0000000001",
                "RUB 2026-09 0.0123255814",
                "EUR 2026-09 1.1627906977",
                "CNY 2026-10 0.15",
                "EUR 2026-10 1.25",
            ]
        );
        assert_eq!(told(&found.left_out), ["CNY 2026-08 0.121"]);
        assert_eq!(told(&found.idle), ["EUR 2026-10 1"]);
        let none = turned(&book, currency("EUR"), currency("GBP"));
        assert_eq!((none.rates.len(), none.left_out.len()), (0, 6), "no rate to turn by");
    }
}
