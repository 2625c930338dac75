//! Whether an offer that lies with the client has run out.

use chrono::NaiveDate;

use crate::domain::entity::Proposal;
use crate::domain::words::ProposalState;

/// The last day of a presented offer, once it has passed without a decision.
pub fn expired_on(offer: &Proposal, today: NaiveDate) -> Option<NaiveDate> {
    let lies = offer.state == ProposalState::Presented;
    offer.valid_until.filter(|until| lies && *until < today)
}
