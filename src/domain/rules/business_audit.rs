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
