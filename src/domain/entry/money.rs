//! Amounts of money: `RUB 5000000.00`, `5000000 RUB`, `5 000 000,50 RUB`, `€5m`, `1,2 млрд RUB`, `500万 CNY`.
//!
//! The currency must stand there, by its code or a sign that only one currency has (so neither `$` nor `¥`). A point
//! with digits behind it is a decimal mark: `5.000 RUB` has too many decimals, and `5,000 RUB` is refused as read in
//! two ways.

use super::number::{Digits, digits};
use super::wrong;
use crate::domain::money::{Currency, Money, NotMoney};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::fold;

/// Signs and words that mean one currency.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("£", "GBP"),
    ("₽", "RUB"),
    ("₸", "KZT"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₹", "INR"),
    ("руб.", "RUB"),
    ("руб", "RUB"),
    ("евро", "EUR"),
    ("лв.", "BGN"),
    ("лв", "BGN"),
    ("元", "CNY"),
    ("人民币", "CNY"),
];

/// Words behind a number, and how many zeros they stand for.
const SCALES: &[(&str, usize)] = &[
    ("k", 3),
    ("тыс.", 3),
    ("тыс", 3),
    ("хил.", 3),
    ("хил", 3),
    ("m", 6),
    ("mn", 6),
    ("mln", 6),
    ("mio", 6),
    ("million", 6),
    ("млн.", 6),
    ("млн", 6),
    ("bn", 9),
    ("billion", 9),
    ("млрд.", 9),
    ("млрд", 9),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
];

/// An amount; without a currency of its own it is in that of its row, where the row has one.
pub(super) fn read(typed: &str, row: Option<Currency>) -> Result<Money, Sentence> {
    let (code, number) = parted_amount(typed)?;
    let currency = match code {
        Some(code) => currency(&code)?,
        None => row.ok_or_else(|| {
            let plain = !matches!(scaled(&number), Digits::None);
            wrong(if plain { "money-needs-currency" } else { "not-money" }, typed)
        })?,
    };
    amount(&number, typed, currency)
}

/// What holds no digit is no amount, whatever else it may be.
fn parted_amount(typed: &str) -> Result<(Option<String>, String), Sentence> {
    if typed.contains(|c: char| c.is_ascii_digit()) { Ok(parted(typed)) } else { Err(wrong("not-money", typed)) }
}

/// The figure of a row that has its own currency: with or without it.
pub(super) fn minor(typed: &str, currency: Option<Currency>) -> Result<i64, Sentence> {
    let (code, number) = parted_amount(typed)?;
    let said = code.as_deref().map(self::currency).transpose()?;
    let Some(own) = currency.or(said) else { return Err(wrong("money-needs-currency", typed)) };
    if let Some(other) = said.filter(|said| *said != own) {
        return Err(wrong("other-currency", typed).text("cur", own.code()).text("other", other.code()));
    }
    amount(&number, typed, own).map(|money| money.minor)
}

/// A currency by its code or sign.
pub(super) fn currency(typed: &str) -> Result<Currency, Sentence> {
    let folded = fold(typed);
    let sign = SIGNS.iter().find(|(sign, _)| *sign == folded).map(|(_, code)| *code);
    let code = sign.map_or_else(|| folded.to_uppercase(), str::to_owned);
    code.parse().map_err(|()| Sentence::new("unknown-currency").text("cur", typed.trim()).text("input", typed.trim()))
}

fn amount(number: &str, typed: &str, currency: Currency) -> Result<Money, Sentence> {
    let digits = match scaled(number) {
        Digits::Plain(digits) => digits,
        Digits::TwoWays => return Err(wrong("ambiguous-number", typed)),
        Digits::None => return Err(wrong("not-money", typed)),
    };
    let decimals = currency.decimals() as usize;
    let too_many =
        || wrong("money-too-many-decimals", number.trim()).text("cur", currency.code()).with("n", Arg::count(decimals));
    if grouped_by_point(&digits, decimals) {
        return Err(too_many());
    }
    Money::from_plain(&digits, currency).map_err(|why| match why {
        NotMoney::TooManyDecimals => too_many(),
        NotMoney::TooLarge => wrong("amount-too-large", typed),
        NotMoney::NotANumber => wrong("not-money", typed),
    })
}

/// `5.000` in a currency of two decimals was hardly meant as five.
fn grouped_by_point(digits: &str, decimals: usize) -> bool {
    decimals < 3 && digits.split_once('.').is_some_and(|(_, part)| part.len() == 3)
}

/// The currency before or behind the number, and the number with its scale.
fn parted(typed: &str) -> (Option<String>, String) {
    let text = typed.trim();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '−');
    let head = text.find(is_number).map_or(text, |at| text.get(..at).unwrap_or(""));
    let rest = text.strip_prefix(head).unwrap_or(text);
    if !head.trim().is_empty() {
        return (Some(head.trim().to_owned()), rest.to_owned());
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let tail = rest.rsplit(is_digit).next().unwrap_or("");
    let number = rest.strip_suffix(tail).unwrap_or(rest);
    let (scale, code) = scale_and_code(tail.trim());
    (code, format!("{number} {scale}"))
}

/// What stands behind a number: a scale, a currency, or both.
fn scale_and_code(tail: &str) -> (&str, Option<String>) {
    if tail.is_empty() || is_scale(tail) {
        return (tail, None);
    }
    let scale = SCALES.iter().map(|(word, _)| word.len()).filter_map(|len| tail.get(..len)).filter(|word| {
        let rest = tail.strip_prefix(*word).unwrap_or("").trim();
        is_scale(word) && (rest.parse::<Currency>().is_ok() || currency(rest).is_ok())
    });
    match scale.max_by_key(|word| word.len()) {
        Some(scale) if currency(tail).is_err() => (scale, tail.strip_prefix(scale).map(|code| code.trim().to_owned())),
        _ => ("", Some(tail.to_owned())),
    }
}

fn is_scale(word: &str) -> bool {
    let word = fold(word);
    SCALES.iter().any(|(scale, _)| *scale == word)
}

/// The digits of a number and the scale behind it.
fn scaled(number: &str) -> Digits {
    let number = number.trim();
    let word = number.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or("");
    let folded = fold(word);
    let Some((_, zeros)) = SCALES.iter().find(|(scale, _)| *scale == folded) else { return digits(number) };
    match digits(number.strip_suffix(word).unwrap_or(number).trim_end()) {
        Digits::Plain(plain) => Digits::Plain(shifted(&plain, *zeros)),
        other => other,
    }
}

/// The decimal point moved right, exactly.
fn shifted(digits: &str, zeros: usize) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{part:0<zeros$}");
    let (moved, left) = padded.split_at(zeros);
    if left.is_empty() { format!("{whole}{moved}") } else { format!("{whole}{moved}.{left}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        for (typed, expected) in [
            ("RUB 5000000.00", "RUB 5000000.00"),
            ("5000000 RUB", "RUB 5000000.00"),
            ("5000000RUB", "RUB 5000000.00"),
            ("5 000 000,50 RUB", "RUB 5000000.50"),
            ("5,000,000.50 rub", "RUB 5000000.50"),
            ("EUR -12,5", "EUR -12.50"),
            ("-12.5 EUR", "EUR -12.50"),
            ("€5m", "EUR 5000000.00"),
            ("5m EUR", "EUR 5000000.00"),
            ("5mEUR", "EUR 5000000.00"),
            ("1,2 млрд RUB", "RUB 1200000000.00"),
            ("1,2 млрд руб.", "RUB 1200000000.00"),
            ("500万 CNY", "CNY 5000000.00"),
            ("500万元", "CNY 5000000.00"),
            ("3亿元", "CNY 300000000.00"),
            ("1.5k USD", "USD 1500.00"),
            ("12 лв", "BGN 12.00"),
            ("100 JPY", "JPY 100"),
            ("1.234 KWD", "KWD 1.234"),
            ("0 EUR", "EUR 0.00"),
            ("5 MKD", "MKD 5.00"),
        ] {
            assert_eq!(read(typed, None).map(|money| money.to_string()).as_deref(), Ok(expected), "{typed}");
        }
        for (typed, id) in [
            ("5000000", "money-needs-currency"),
            ("5m", "money-needs-currency"),
            ("5 XYQ", "unknown-currency"),
            ("$5", "unknown-currency"),
            ("JPY 1.5", "money-too-many-decimals"),
            ("RUB 1.005", "money-too-many-decimals"),
            ("5.000 RUB", "money-too-many-decimals"),
            ("5,000 RUB", "ambiguous-number"),
            ("1.2345 EUR", "money-too-many-decimals"),
            ("EUR", "not-money"),
            ("EUR five", "not-money"),
            ("5 5 EUR", "not-money"),
            ("99999999999999999999 EUR", "amount-too-large"),
            ("9999999999bn EUR", "amount-too-large"),
            ("-", "not-money"),
            ("EUR 5 EUR", "not-money"),
        ] {
            assert_eq!(read(typed, None).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_figure_of_a_row_may_leave_out_its_currency() {
        let eur = "EUR".parse().ok();
        assert_eq!(minor("5,5", eur), Ok(550));
        assert_eq!(minor("EUR 5.5", eur), Ok(550));
        assert_eq!(minor("EUR 5.5", None), Ok(550));
        assert_eq!(minor("5.5", None).map_err(|sentence| sentence.id), Err("money-needs-currency".to_owned()));
        assert_eq!(minor("5.5 RUB", eur).map_err(|sentence| sentence.id), Err("other-currency".to_owned()));
    }
}
