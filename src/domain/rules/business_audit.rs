//! Our reading of a client's business: the forecast runs low, likely, high, in the audit's own currency.

use super::moved;
use crate::domain::entity::BusinessAudit;
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &BusinessAudit) -> Result<(), Refusal> {
    let known: Vec<Money> = [row.forecast_low, row.forecast_likely, row.forecast_high].into_iter().flatten().collect();
    let stated = row.currency.zip(known.first()).filter(|(stated, first)| *stated != first.currency);
    if let Some((stated, first)) = stated {
        let sentence = Sentence::new("forecast-currency").text("currency", stated.to_string());
        return Err(Refusal::no(sentence.text("forecast", first.currency.to_string())).at("currency"));
    }
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
    moved::not_after_today(planning, (BusinessAudit::ENTITY, "on"), before.map(|before| before.on), row.on)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::trial::Trial;

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
}
