//! Another reporting currency: the rates are to it, so they turn with it, and only after a yes.

use super::Planning;
use crate::domain::entity::{FxRate, Settings};
use crate::domain::figures::rate_turn::turned;
use crate::domain::ledger_file::told;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

/// Turns the rates of the book when the edit changes the currency they are to.
pub(super) fn turn(planning: &mut Planning<'_>) -> Result<(), Refusal> {
    let from = planning.book().settings().reporting_currency;
    let to = planning.wished::<Settings>().map(|settings| settings.reporting_currency).find(|to| *to != from);
    let Some(to) = to.filter(|_| !planning.book().fx_rate.is_empty()) else { return Ok(()) };
    let turned = turned(planning.book(), from, to);
    let question = Sentence::new("reporting-currency-ask").text("from", from.code()).text("cur", to.code());
    let question = question.count("n", turned.rates.len()).count("out", turned.left_out.len());
    planning.insist(question).map_err(|refusal| refusal.at("reporting_currency"))?;
    for row in turned.left_out.iter().chain(&turned.idle) {
        planning.take_out(FxRate::ENTITY, row.head.uid);
    }
    turned.rates.into_iter().for_each(|row| planning.put(row));
    let months = turned.left_out.iter().map(|row| row.month);
    let left_out = Sentence::new("rates-left-out-one").text("cur", to.code());
    if let Some(warning) = told::spanned(left_out, "rates-left-out", months) {
        planning.warn(warning);
    }
    Ok(())
}
