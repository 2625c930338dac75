//! Money in words: in full, in whole units, and short in millions. Integers only; rounding is half to even.

use super::numbers::plain;
use super::{Lang, Words};
use crate::domain::json::Amount;
use crate::domain::money::Money;

/// A name for large amounts: used from an amount of units on, and how many units it counts.
struct Scale {
    from: i128,
    counts: i128,
    name: &'static str,
}

/// The largest first.
fn scales(lang: Lang) -> [Scale; 2] {
    let scale = |from, counts, name| Scale { from, counts, name };
    let (million, milliard) = (1_000_000, 1_000_000_000);
    match lang {
        Lang::En => [scale(milliard, milliard, "bn"), scale(million, million, "m")],
        Lang::Ru => [scale(milliard, milliard, "млрд"), scale(million, million, "млн")],
        Lang::Bg => [scale(milliard, milliard, "млрд."), scale(million, million, "млн.")],
        Lang::Zh => [scale(100_000_000, 100_000_000, "亿"), scale(100_000, 10_000, "万")],
    }
}

impl Words {
    /// In full: `RUB 1,564,124.40`, `1 564 124,40 RUB`.
    pub fn money(&self, money: Money) -> String {
        self.with_currency(money, &self.amount_exact(money))
    }

    /// To the last minor unit, where the currency stands elsewhere: `1,564,124.40`.
    pub fn amount_exact(&self, money: Money) -> String {
        plain(self.lang(), &money.plain())
    }

    /// In whole units: `RUB 1,564,124`.
    pub fn money_whole(&self, money: Money) -> String {
        self.with_currency(money, &self.amount_whole(money))
    }

    /// The same where the currency stands elsewhere.
    pub fn amount_whole(&self, money: Money) -> String {
        plain(self.lang(), &rounded(money.minor.into(), minor_per_unit(money)).to_string())
    }

    /// Whole units, and large amounts in three digits: `EUR 1.02 m`, `1,02 млн EUR`, `EUR 102 万`.
    pub fn money_short(&self, money: Money) -> String {
        self.with_currency(money, &self.amount_short(money))
    }

    /// As [`Self::amount_in_column`], with its currency.
    pub fn money_in_column(&self, money: Money, decimals: u32) -> String {
        self.with_currency(money, &self.amount_in_column(money, decimals))
    }

    /// The same where the currency stands elsewhere.
    pub fn amount_short(&self, money: Money) -> String {
        let (minor, per_unit) = (i128::from(money.minor), minor_per_unit(money));
        let Some(scale) = scales(self.lang()).into_iter().find(|scale| minor.abs() >= scale.from * per_unit) else {
            return plain(self.lang(), &rounded(minor, per_unit).to_string());
        };
        let amount = plain(self.lang(), &three_digits(minor, scale.counts * per_unit));
        let space = if matches!(self.lang(), Lang::Ru | Lang::Bg) { '\u{a0}' } else { ' ' };
        format!("{amount}{space}{}", scale.name)
    }

    /// The same in a column of such amounts, where the last digits say how exact each is: all with so many decimals,
    /// so that their marks stand below one another.
    pub fn amount_in_column(&self, money: Money, decimals: u32) -> String {
        let (minor, per_unit) = (i128::from(money.minor), minor_per_unit(money));
        let Some(scale) = scales(self.lang()).into_iter().find(|scale| minor.abs() >= scale.from * per_unit) else {
            return plain(self.lang(), &rounded(minor, per_unit).to_string());
        };
        let amount = plain(self.lang(), &decimal(minor, scale.counts * per_unit, 10_i128.pow(decimals)));
        let space = if matches!(self.lang(), Lang::Ru | Lang::Bg) { '\u{a0}' } else { ' ' };
        format!("{amount}{space}{}", scale.name)
    }

    /// The whole units that [`Self::money_short`] shows of a large amount; none where it shows all of them.
    pub fn money_short_units(&self, money: Money) -> Option<i128> {
        let (minor, per_unit) = (i128::from(money.minor), minor_per_unit(money));
        let scale = scales(self.lang()).into_iter().find(|scale| minor.abs() >= scale.from * per_unit)?;
        let tenths = tenths(minor, scale.counts * per_unit);
        Some(rounded(minor * tenths, scale.counts * per_unit) * scale.counts / tenths)
    }

    /// What a name of a scale counts, in any of the four languages, without its full stop.
    pub fn scale_named(name: &str) -> Option<i128> {
        let named = |lang: &Lang| {
            let found = scales(*lang).into_iter().find(|scale| scale.name.trim_end_matches('.') == name);
            found.map(|scale| scale.counts)
        };
        Lang::all().iter().find_map(named)
    }

    /// What a term of an offer is worth: money, a rate, or words.
    pub fn amount(&self, amount: &Amount) -> String {
        match amount {
            Amount::Money(money) => self.money(*money),
            Amount::Number(points) => self.basis_points(*points),
            Amount::Text(text) => text.clone(),
        }
    }

    fn with_currency(&self, money: Money, amount: &str) -> String {
        match self.lang() {
            Lang::En | Lang::Zh => format!("{} {amount}", money.currency),
            Lang::Ru | Lang::Bg => format!("{amount}\u{a0}{}", money.currency),
        }
    }
}

fn minor_per_unit(money: Money) -> i128 {
    10_i128.pow(money.currency.decimals())
}

/// By what a quotient is multiplied to have three digits.
fn tenths(n: i128, by: i128) -> i128 {
    match n.abs() / by {
        0..=9 => 100,
        10..=99 => 10,
        _ => 1,
    }
}

/// `n / by` in three digits or more where the whole part has more; zeros at the end of the decimals are left out.
fn three_digits(n: i128, by: i128) -> String {
    let all = decimal(n, by, tenths(n, by));
    if all.contains('.') { all.trim_end_matches('0').trim_end_matches('.').to_owned() } else { all }
}

/// `n / by` with as many decimals as `tenths` has zeros.
fn decimal(n: i128, by: i128, tenths: i128) -> String {
    let scaled = rounded(n * tenths, by);
    let (whole, part) = (scaled.abs() / tenths, scaled.abs() % tenths);
    let sign = if scaled < 0 { "-" } else { "" };
    match tenths.ilog10() as usize {
        0 => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{part:0decimals$}"),
    }
}

/// `n / by` to the nearest whole number, half to even.
fn rounded(n: i128, by: i128) -> i128 {
    let (whole, rest) = (n.div_euclid(by), n.rem_euclid(by));
    match (rest * 2).cmp(&by) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Greater => whole + 1,
        std::cmp::Ordering::Equal => whole + whole.rem_euclid(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(minor: i64, code: &str, say: impl Fn(&Words, Money) -> String) -> [String; 4] {
        let money = Money::new(minor, code.parse().unwrap());
        [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh].map(|lang| say(&Words::new(lang), money).replace('\u{a0}', " "))
    }

    #[test]
    fn money_is_written_with_the_decimals_of_its_currency() {
        for (minor, code, en, ru) in [
            (156_412_440, "RUB", "RUB 1,564,124.40", "1 564 124,40 RUB"),
            (-5, "EUR", "EUR -0.05", "-0,05 EUR"),
            (1234, "JPY", "JPY 1,234", "1 234 JPY"),
            (1_500, "KWD", "KWD 1.500", "1,500 KWD"),
            (0, "EUR", "EUR 0.00", "0,00 EUR"),
        ] {
            assert_eq!(each(minor, code, Words::money), [en, ru, ru, en]);
        }
    }

    #[test]
    fn whole_units_are_rounded_half_to_even() {
        for (minor, en) in [(250, "EUR 2"), (350, "EUR 4"), (251, "EUR 3"), (-250, "EUR -2"), (-350, "EUR -4")] {
            assert_eq!(each(minor, "EUR", Words::money_whole)[0], en);
        }
    }

    #[test]
    fn large_amounts_are_said_in_millions() {
        for (minor, code, expected) in [
            (101_960_000, "EUR", ["EUR 1.02 m", "1,02 млн EUR", "1,02 млн. EUR", "EUR 102 万"]),
            (500_000_000, "EUR", ["EUR 5 m", "5 млн EUR", "5 млн. EUR", "EUR 500 万"]),
            (120_000_000_000, "RUB", ["RUB 1.2 bn", "1,2 млрд RUB", "1,2 млрд. RUB", "RUB 12 亿"]),
            (1_234_550, "EUR", ["EUR 12,346", "12 346 EUR", "12 346 EUR", "EUR 12,346"]),
            (-720_000_000, "EUR", ["EUR -7.2 m", "-7,2 млн EUR", "-7,2 млн. EUR", "EUR -720 万"]),
            (45_000_000_000, "JPY", ["JPY 45 bn", "45 млрд JPY", "45 млрд. JPY", "JPY 450 亿"]),
        ] {
            assert_eq!(each(minor, code, Words::money_short), expected);
        }
    }
}
