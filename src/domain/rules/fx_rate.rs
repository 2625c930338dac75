//! A month's rate of a currency: above zero, one for each month, at most ten decimals.

use rust_decimal::Decimal;

use crate::domain::entity::FxRate;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;

const MOST_DECIMALS: u32 = 10;

pub(super) fn facts(planning: &Planning<'_>, rate: &FxRate) -> Result<(), Refusal> {
    if rate.rate <= Decimal::ZERO {
        return Err(Refusal::no(Sentence::new("rate-above-zero")).at("rate"));
    }
    if rate.rate.normalize().scale() > MOST_DECIMALS {
        let sentence = Sentence::new("rate-too-many-decimals").text("input", rate.rate.to_string());
        return Err(Refusal::no(sentence.with("n", Arg::Count(MOST_DECIMALS.into()))).at("rate"));
    }
    let same =
        |other: &FxRate| other.uid() != rate.uid() && (other.currency, other.month) == (rate.currency, rate.month);
    if planning.all::<FxRate>().any(same) {
        let sentence = Sentence::new("rate-already-there").text("cur", rate.currency.code());
        return Err(Refusal::no(sentence.with("month", Arg::Month(rate.month))).at("month"));
    }
    Ok(())
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&FxRate>, rate: &FxRate) -> Result<(), Refusal> {
    let reporting = planning.book().settings().reporting_currency;
    if rate.currency == reporting && before.is_none() {
        let sentence = Sentence::new("rate-of-reporting").text("cur", reporting.code());
        return Err(Refusal::no(sentence).at("currency"));
    }
    Ok(())
}
