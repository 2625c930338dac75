//! Our reading of a client's business: the forecast runs low, likely, high.

use super::moved;
use crate::domain::entity::BusinessAudit;
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &BusinessAudit) -> Result<(), Refusal> {
    let known: Vec<Money> = [row.forecast_low, row.forecast_likely, row.forecast_high].into_iter().flatten().collect();
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
    use crate::domain::trial::{Trial, add, fields};

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        let _ = (&client, &orlova, &stranger);
        let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        for (row, refusal) in [
            (json!({}), "-"),
            (json!({ "on": "2026-11-24" }), "not-after-today"),
            (json!({ "forecast_low": eur(1), "forecast_likely": eur(2), "forecast_high": eur(3) }), "-"),
            (json!({ "forecast_low": eur(2), "forecast_likely": eur(1) }), "forecast-order"),
            (json!({ "forecast_low": eur(2), "forecast_high": eur(1) }), "forecast-order"),
            (json!({ "market_share_pct": 101 }), "out-of-range"),
            (json!({ "our_goal": null }), "required-field"),
        ] {
            let mut all = json!({ "client": client, "our_goal": "main bank" });
            all.as_object_mut().unwrap().extend(fields(row));
            let shown = all.to_string();
            assert_eq!(trial.refusal(&add(Entity::BusinessAudit, all)), refusal, "{shown}");
        }
    }
}
