//! Numbers as each language writes them: groups of three, the decimal mark, percent. Exact integers and decimals only.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Lang, Words};

/// What stands between groups of three digits.
fn group_mark(lang: Lang) -> char {
    match lang {
        Lang::En | Lang::Zh => ',',
        Lang::Ru | Lang::Bg => '\u{a0}',
    }
}

fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::En | Lang::Zh => '.',
        Lang::Ru | Lang::Bg => ',',
    }
}

/// A whole number with its digits in groups.
pub(super) fn grouped(lang: Lang, n: i64) -> String {
    plain(lang, &n.to_string())
}

/// A plain number (`-1564124.40`) as the language writes it.
pub(super) fn plain(lang: Lang, digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(group_mark(lang));
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(decimal_mark(lang));
        out.push_str(part);
    }
    out
}

impl Words {
    /// `1,234`, `1 234`.
    pub fn number(&self, n: i64) -> String {
        grouped(self.lang(), n)
    }

    /// With exactly so many decimals, rounded half to even: `8.1`, `8,1`.
    pub fn decimal(&self, value: Decimal, places: u32) -> String {
        let mut rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven);
        if rounded.is_zero() {
            rounded.set_sign_positive(true); // no "-0.0"
        }
        plain(self.lang(), &format!("{rounded:.*}", places as usize))
    }

    /// With a sign even when it is above zero: `+0.9`, `-0.3`.
    pub fn signed(&self, value: Decimal, places: u32) -> String {
        let text = self.decimal(value, places);
        if value > Decimal::ZERO { format!("+{text}") } else { text }
    }

    /// As it is, without zeros that say nothing: `0.2`, `1 234,5`.
    pub fn exact(&self, value: Decimal) -> String {
        plain(self.lang(), &value.normalize().to_string())
    }

    /// `34 %`, `34%` in Chinese.
    pub fn percent(&self, value: i64) -> String {
        self.with_percent(&self.number(value))
    }

    /// `81.2 %`.
    pub fn percent_to(&self, value: Decimal, places: u32) -> String {
        self.with_percent(&self.decimal(value, places))
    }

    /// With a sign even when it is above zero: `+21.3 %`.
    pub fn percent_signed(&self, value: Decimal, places: u32) -> String {
        self.with_percent(&self.signed(value, places))
    }

    /// Basis points of a term as percent: `0.20 %`.
    pub fn basis_points(&self, points: i64) -> String {
        self.percent_to(Decimal::new(points, 2), 2)
    }

    fn with_percent(&self, number: &str) -> String {
        match self.lang() {
            Lang::En => format!("{number} %"),
            Lang::Ru | Lang::Bg => format!("{number}\u{a0}%"),
            Lang::Zh => format!("{number}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(say: impl Fn(&Words) -> String) -> [String; 4] {
        [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh].map(|lang| say(&Words::new(lang)))
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (n, en, ru) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1,000", "1\u{a0}000"),
            (-1_234_567, "-1,234,567", "-1\u{a0}234\u{a0}567"),
            (i64::MIN, "-9,223,372,036,854,775,808", { "-9\u{a0}223\u{a0}372\u{a0}036\u{a0}854\u{a0}775\u{a0}808" }),
        ] {
            assert_eq!(each(|words| words.number(n)), [en, ru, ru, en]);
        }
    }

    #[test]
    fn decimals_round_half_to_even() {
        let read = |text: &str| text.parse::<Decimal>().unwrap();
        for (value, places, en, ru) in [
            ("1234.5", 1, "1,234.5", "1\u{a0}234,5"),
            ("81.25", 1, "81.2", "81,2"),
            ("81.35", 1, "81.4", "81,4"),
            ("8", 1, "8.0", "8,0"),
            ("-0.04", 1, "0.0", "0,0"),
        ] {
            assert_eq!(each(|words| words.decimal(read(value), places)), [en, ru, ru, en], "{value}");
        }
        assert_eq!(each(|words| words.exact(read("1234.50")))[1], "1\u{a0}234,5");
        assert_eq!(each(|words| words.signed(read("0.9"), 1)), ["+0.9", "+0,9", "+0,9", "+0.9"]);
    }

    #[test]
    fn percent_stands_apart_but_in_chinese() {
        assert_eq!(each(|words| words.percent(34)), ["34 %", "34\u{a0}%", "34\u{a0}%", "34%"]);
        assert_eq!(each(|words| words.basis_points(20)), ["0.20 %", "0,20\u{a0}%", "0,20\u{a0}%", "0.20%"]);
    }
}
