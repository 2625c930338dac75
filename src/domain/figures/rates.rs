//! Rates to the reporting currency, and sums in it that stay exact until they are shown.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::exact::{Ratio, half_even};
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::{Arg, Sentence};

/// Decimals kept below the minor unit: ten of the rate and four of the finest currency.
const SCALE: u32 = 14;
const ONE: i128 = 10_i128.pow(SCALE);

/// An exact amount in the reporting currency: minor units times 10 to the 14th.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(i128);

impl Exact {
    pub const ZERO: Self = Self(0);

    pub fn of_minor(minor: i64) -> Self {
        Self(i128::from(minor) * ONE)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whole minor units, rounded once, half to even.
    pub fn minor(self) -> Option<i64> {
        i64::try_from(half_even(self.0, ONE)).ok()
    }

    /// In minor units, as a fraction.
    pub fn ratio(self) -> Option<Ratio> {
        if self.0 % ONE == 0 { Ratio::new(self.0 / ONE, 1) } else { Ratio::new(self.0, ONE) }
    }

    /// The raw number, for comparisons in which the unit does not matter.
    pub fn raw(self) -> i128 {
        self.0
    }
}

/// Month averages to the reporting currency, with the difference in decimals worked in.
#[derive(Debug, Clone)]
pub struct Rates {
    reporting: Currency,
    factors: FxHashMap<(Currency, Month), i128>,
}

fn factor(rate: Decimal, from: Currency, to: Currency) -> Option<i128> {
    let rate = rate.round_dp(10).normalize();
    let power = SCALE.checked_sub(rate.scale())? + to.decimals();
    rate.mantissa().checked_mul(10_i128.checked_pow(power.checked_sub(from.decimals())?)?)
}

/// The sentence for a sum that outgrew what can be kept exactly.
pub fn too_large() -> Sentence {
    Sentence::new("why-too-large")
}

impl Rates {
    pub fn of(book: &Book) -> Self {
        let reporting = book.settings().reporting_currency;
        let factors = book.fx_rate.iter().filter_map(|row| {
            factor(row.rate, row.currency, reporting).map(|factor| ((row.currency, row.month), factor))
        });
        Self { reporting, factors: factors.collect() }
    }

    pub fn reporting(&self) -> Currency {
        self.reporting
    }

    /// An amount at the rate of a month.
    ///
    /// # Errors
    /// The sentence that names the rate that is missing.
    pub fn convert(&self, minor: i64, currency: Currency, month: Month) -> Result<Exact, Sentence> {
        if currency == self.reporting {
            return Ok(Exact::of_minor(minor));
        }
        let factor = self.factors.get(&(currency, month)).ok_or_else(|| no_rate(currency, month))?;
        i128::from(minor).checked_mul(*factor).map(Exact).ok_or_else(too_large)
    }

    /// An amount at the latest rate not after a month.
    ///
    /// # Errors
    /// The sentence that names the currency without any rate.
    pub fn convert_latest(&self, money: Money, month: Month) -> Result<Exact, Sentence> {
        let latest = self.latest(money.currency, month).unwrap_or(month);
        self.convert(money.minor, money.currency, latest)
    }

    /// Minor units of another currency, as a fraction, that are worth the amount in a month.
    ///
    /// # Errors
    /// The sentence that names the rate that is missing.
    pub fn in_currency(&self, amount: Exact, currency: Currency, month: Month) -> Result<Ratio, Sentence> {
        if currency == self.reporting {
            return amount.ratio().ok_or_else(too_large);
        }
        let factor = self.factors.get(&(currency, month)).ok_or_else(|| no_rate(currency, month))?;
        Ratio::new(amount.0, *factor).ok_or_else(too_large)
    }

    /// The latest month, not after `month`, with a rate of the currency.
    pub fn latest(&self, currency: Currency, month: Month) -> Option<Month> {
        if currency == self.reporting {
            return Some(month);
        }
        self.factors.keys().filter(|(of, at)| *of == currency && *at <= month).map(|(_, at)| *at).max()
    }

    /// The amount rounded to minor units of the reporting currency.
    pub fn money(&self, amount: Exact) -> Option<Money> {
        Some(Money::new(amount.minor()?, self.reporting))
    }
}

fn no_rate(currency: Currency, month: Month) -> Sentence {
    Sentence::new("no-rate").text("cur", currency.code()).with("month", Arg::Month(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::book;
    use serde_json::json;

    #[test]
    fn an_amount_is_converted_exactly_and_with_the_decimals_of_both_currencies() {
        let rates = |reporting: &str| {
            Rates::of(&book(&json!({
                "settings": { "reporting_currency": reporting },
                "tables": { "fx_rate": [
                    { "currency": "USD", "month": "2026-02", "rate": "93.15" },
                    { "currency": "JPY", "month": "2026-02", "rate": "0.0061234567" },
                    { "currency": "CLF", "month": "2026-02", "rate": "37.5" },
                ] },
            })))
        };
        for (reporting, minor, currency, expected) in [
            ("RUB", 517_010, "USD", "48159481.5"),
            ("EUR", 1_000, "JPY", "612.34567"),
            ("JPY", 15_000, "CLF", "56.25"),
            ("EUR", -7, "EUR", "-7"),
        ] {
            let month = "2026-02".parse().unwrap();
            let exact = rates(reporting).convert(minor, currency.parse().unwrap(), month).unwrap();
            assert_eq!(exact.ratio().unwrap().decimal(10).unwrap().normalize().to_string(), expected);
        }
        let missing = rates("EUR").convert(1, "USD".parse().unwrap(), "2026-03".parse().unwrap());
        assert_eq!(missing.unwrap_err().id, "no-rate");
        let huge = rates("EUR").convert(i64::MAX, "USD".parse().unwrap(), "2026-02".parse().unwrap());
        assert!(huge.is_ok(), "the largest amount at a usual rate still fits");
    }
}
