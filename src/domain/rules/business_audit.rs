//! Our reading of a client's business: the forecast runs low, likely, high, in the audit's own currency.

use super::moved;
use crate::domain::entity::BusinessAudit;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &BusinessAudit) -> Result<(), Refusal> {
    let known = forecasts(row);
    let rises = |pair: &[Money]| pair[0].currency == pair[1].currency && pair[0].minor <= pair[1].minor;
    if known.windows(2).all(rises) {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("forecast-order")).at("forecast_likely"))
}

pub(super) fn moves(
    planning: &mut Planning<'_>,
    before: Option<&BusinessAudit>,
    row: &BusinessAudit,
) -> Result<(), Refusal> {
    in_its_currency(before, row)?;
    moved::not_after_today(planning, (BusinessAudit::ENTITY, "on"), before.map(|before| before.on), row.on)
}

/// A forecast is told in the currency of the audit; one that came otherwise from a file stays as it came.
fn in_its_currency(before: Option<&BusinessAudit>, row: &BusinessAudit) -> Result<(), Refusal> {
    let two = two_currencies(row);
    if let Some((stated, forecast)) = two.filter(|_| two != before.and_then(two_currencies)) {
        let sentence = Sentence::new("forecast-currency").text("currency", stated.to_string());
        return Err(Refusal::no(sentence.text("forecast", forecast.to_string())).at("currency"));
    }
    Ok(())
}

/// The currency of the audit and that of its forecast, where they differ.
fn two_currencies(row: &BusinessAudit) -> Option<(Currency, Currency)> {
    let forecast = forecasts(row).first().map(|money| money.currency);
    row.currency.zip(forecast).filter(|(stated, forecast)| stated != forecast)
}

fn forecasts(row: &BusinessAudit) -> Vec<Money> {
    [row.forecast_low, row.forecast_likely, row.forecast_high].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::trial::{Trial, amend};

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        let base = json!({ "client": client, "our_goal": "main bank" });
        let cases = [
            (json!({}), "-"),
            (json!({ "on": "2026-11-24" }), "not-after-today"),
            (json!({ "forecast_low": eur(1), "forecast_likely": eur(2), "forecast_high": eur(3) }), "-"),
            (json!({ "forecast_low": eur(1), "currency": "EUR" }), "-"),
            (json!({ "forecast_low": eur(1), "currency": "RUB" }), "forecast-currency"),
            (json!({ "currency": "RUB" }), "-"),
            (json!({ "forecast_low": eur(2), "forecast_likely": eur(1) }), "forecast-order"),
            (json!({ "forecast_low": eur(2), "forecast_high": eur(1) }), "forecast-order"),
            (json!({ "market_share_pct": 101 }), "out-of-range"),
            (json!({ "our_goal": null }), "required-field"),
        ];
        trial.refuses_rows(Entity::BusinessAudit, &base, cases);
    }

    #[test]
    fn a_forecast_in_another_currency_that_came_from_a_file_stays_and_can_be_edited() {
        let mut trial = Trial::new();
        let eur = json!({ "minor": 1, "currency": "EUR" });
        let row = json!({ "client": trial.client.to_string(), "on": "2026-01-01", "our_goal": "main bank", "forecast_low": eur, "currency": "RUB" });
        let audit = trial.came(Entity::BusinessAudit, row);
        for (fields, refusal) in [
            (json!({ "our_goal": "first bank" }), "-"),
            (json!({ "forecast_low": { "minor": 2, "currency": "EUR" } }), "-"),
            (json!({ "currency": "EUR" }), "-"),
            (json!({ "currency": "USD" }), "forecast-currency"),
        ] {
            assert_eq!(trial.refusal(&amend(Entity::BusinessAudit, audit, fields.clone())), refusal, "{fields}");
        }
    }
}
