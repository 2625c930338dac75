//! What was spent on a client: above zero, and a gift with somebody's approval.

use crate::domain::entity::ServiceSpend;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
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
