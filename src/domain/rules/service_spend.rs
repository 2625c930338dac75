//! What was spent on a client: above zero, and a gift with somebody's approval. More than the client's share of the
//! budget is allowed and said.

use chrono::Datelike;

use crate::domain::book::Record;
use crate::domain::entity::ServiceSpend;
use crate::domain::figures::View;
use crate::domain::figures::service_budget::budget;
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::rules::whose;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::SpendCategory;

pub(super) fn facts(spend: &ServiceSpend) -> Result<(), Refusal> {
    if spend.amount.minor <= 0 {
        return Err(Refusal::no(Sentence::new("spend-above-zero")).at("amount"));
    }
    if spend.category == SpendCategory::Gift && spend.approved_by.is_none() {
        return Err(Refusal::no(Sentence::new("gift-needs-approver")).at("approved_by"));
    }
    Ok(())
}

/// Says that the client's share of this year is spent, and by how much.
pub(super) fn warn(planning: &mut Planning<'_>, spend: &ServiceSpend) {
    if spend.on.year() != planning.today.year() {
        return;
    }
    let mut after = planning.book().clone();
    after.put(Record::ServiceSpend(Box::new(spend.clone())));
    let left = budget(&View::on(&after, planning.today)).share(spend.client).and_then(|share| share.left().ok());
    if let Some(over) = left.filter(|left| left.minor < 0) {
        let name = whose::client_name(planning, spend.client);
        let amount = Money::new(over.minor.saturating_neg(), over.currency);
        planning.warn(Sentence::new("over-service-budget").text("client", name).with("amount", Arg::Money(amount)));
    }
}
