//! Money as whole minor units of an ISO 4217 currency. Never a float.

use std::fmt;
use std::str::FromStr;

/// An ISO 4217 code. Old codes (BGN, RUR) stay as they were written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// Codes that left the ISO list and still stand in old figures, with their decimals.
const OLD: &[(&str, u32)] = &[("RUR", 2), ("DEM", 2), ("FRF", 2), ("ITL", 0), ("HRK", 2), ("BGN", 2)];

impl Currency {
    pub fn code(&self) -> &str {
        // Made by `from_str` alone, from ASCII letters.
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal mark: 2 for most, JPY 0, KWD 3, CLF 4.
    pub fn decimals(self) -> u32 {
        iso_currency::Currency::from_code(self.code())
            .map(|iso| iso.exponent().map_or(0, u32::from))
            .or_else(|| OLD.iter().find(|(code, _)| *code == self.code()).map(|(_, n)| *n))
            .unwrap_or(2)
    }
}

impl FromStr for Currency {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let known = iso_currency::Currency::from_code(text).is_some() || OLD.iter().any(|(code, _)| *code == text);
        match text.as_bytes() {
            &[a, b, c] if known => Ok(Self([a, b, c])),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount: `minor` units (cents, fils) of `currency`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

/// Why a text is no amount of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMoney {
    NotANumber,
    TooManyDecimals,
    TooLarge,
}

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Whole and fractional part as plain digits with a point, e.g. `-1564124.40`.
    pub fn plain(self) -> String {
        let decimals = self.currency.decimals() as usize;
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    /// An amount typed with a point as its decimal mark and no grouping.
    ///
    /// # Errors
    /// When it is no number, has more decimals than the currency, or does not fit.
    pub fn from_plain(text: &str, currency: Currency) -> Result<Self, NotMoney> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let ascii = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !ascii(whole) || !ascii(part) || digits.ends_with('.') {
            return Err(NotMoney::NotANumber);
        }
        let decimals = currency.decimals() as usize;
        let (kept, excess) = part.split_at(part.len().min(decimals));
        if excess.bytes().any(|b| b != b'0') {
            return Err(NotMoney::TooManyDecimals);
        }
        let minor: i64 = format!("{whole}{kept:0<decimals$}").parse().map_err(|_| NotMoney::TooLarge)?;
        Ok(Self { minor: minor * sign, currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_follow_the_decimals_of_their_currency() {
        for (text, code, minor) in [
            ("5000000.00", "RUB", 500_000_000),
            ("5000000", "RUB", 500_000_000),
            ("1.5", "KWD", 1_500),
            ("1", "CLF", 10_000),
            ("250", "JPY", 250),
            ("-0.05", "EUR", -5),
            ("1.10000", "EUR", 110),
        ] {
            let currency = code.parse().unwrap();
            assert_eq!(Money::from_plain(text, currency), Ok(Money::new(minor, currency)), "{text} {code}");
        }
        let eur: Currency = "EUR".parse().unwrap();
        assert_eq!(Money::from_plain("1.234", eur), Err(NotMoney::TooManyDecimals));
        assert_eq!(Money::from_plain("1.5", "JPY".parse().unwrap()), Err(NotMoney::TooManyDecimals));
        for text in ["", ".5", "1.", "1,5", "x", "--1", "+1"] {
            assert_eq!(Money::from_plain(text, eur), Err(NotMoney::NotANumber), "{text}");
        }
        assert_eq!(Money::from_plain("99999999999999999999", eur), Err(NotMoney::TooLarge));
    }

    #[test]
    fn plain_text_reads_back() {
        for (minor, code, text) in [(-5, "EUR", "-0.05"), (0, "EUR", "0.00"), (12, "JPY", "12"), (1, "KWD", "0.001")] {
            assert_eq!(Money::new(minor, code.parse().unwrap()).plain(), text);
        }
    }
}
