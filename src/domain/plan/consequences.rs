//! What an edit brings with it by itself: the first product in use or accepted offer makes a prospect active, a
//! month that is closed keeps the tiers as they stand, another reporting currency turns the rates.

use super::{Planning, client_moves, occasions, reporting_currency, tiers};
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Holding, Proposal};
use crate::domain::refusal::Refusal;
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, ProposalState};

/// Puts the rows that follow from the rows of an edit, before the rules look at them all.
pub(super) fn put(planning: &mut Planning<'_>) -> Result<(), Refusal> {
    let mut won: Vec<Id<Client>> = first_uses(planning).chain(first_accepts(planning)).collect();
    won.sort_unstable();
    won.dedup();
    for client in won {
        client_moves::become_active(planning, client)?;
    }
    occasions::tell_birthdays(planning);
    reporting_currency::turn(planning)?;
    tiers::put(planning);
    Ok(())
}

fn is_prospect(planning: &Planning<'_>, client: Id<Client>) -> bool {
    planning.get(client).is_some_and(|client| client.status == ClientStatus::Prospect)
}

fn first_uses<'p>(planning: &'p Planning<'_>) -> impl Iterator<Item = Id<Client>> + 'p {
    let used = |holding: &&Holding| {
        holding.provider_other.is_none()
            && in_force(holding.from, holding.to, planning.today).yes()
            && planning.before(holding.uid()) != Some(*holding)
    };
    let held = planning.wished::<Holding>().filter(used).map(|holding| holding.client);
    held.filter(|client| is_prospect(planning, *client))
}

fn first_accepts<'p>(planning: &'p Planning<'_>) -> impl Iterator<Item = Id<Client>> + 'p {
    let accepted = |offer: &&Proposal| {
        let before = planning.before(offer.uid()).map(|before| before.state);
        offer.state == ProposalState::Accepted && before != Some(ProposalState::Accepted)
    };
    let offers = planning.wished::<Proposal>().filter(accepted).map(|offer| offer.client);
    offers.filter(|client| is_prospect(planning, *client))
}
