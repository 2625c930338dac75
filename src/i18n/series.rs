//! Values of a chart in words, and the shares of the tiers.

use rust_decimal::Decimal;

use super::Words;
use crate::domain::Arg;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::pyramid::TierShare;
use crate::domain::figures::series::{Series, Unit};

impl Words {
    /// A value of a series, short: `EUR 1.02 m`, `8.1`.
    pub fn in_unit(&self, unit: Unit, value: i64) -> String {
        unit.money(value).map_or_else(|| self.decimal(Decimal::new(value, 1), 1), |money| self.money_short(money))
    }

    /// The same at the end of an axis, beside a series that names its currency.
    pub fn on_axis(&self, unit: Unit, value: i64) -> String {
        unit.money(value).map_or_else(|| self.in_unit(unit, value), |money| self.amount_short(money))
    }

    /// The latest known value of a series.
    pub fn latest(&self, series: &Series) -> String {
        series.latest().map_or_else(|| self.unknown(), |(_, value)| self.in_unit(series.unit, value))
    }

    /// How many clients a tier has, their share, and their part of the value.
    pub fn tier_share(&self, share: &TierShare) -> String {
        let clients = self.say_with("n-clients", &[("n", Arg::count(share.clients))]);
        let percent = |part: Option<Ratio>| part?.percent(1).map(|percent| self.percent_to(percent, 1));
        let of_value = percent(share.of_value);
        let of_value = of_value.map(|percent| self.say_with("share-of-value", &[("percent", Arg::text(percent))]));
        let parts: Vec<String> = [Some(clients), percent(share.of_clients), of_value].into_iter().flatten().collect();
        self.list(&parts)
    }
}
