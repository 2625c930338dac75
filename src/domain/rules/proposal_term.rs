//! A line of an offer: free while the offer is being worked out, fixed once it is presented. Its value then moves by
//! a concession alone.

use rust_decimal::Decimal;

use super::{concession, proposal, whose};
use crate::domain::entity::{Proposal, ProposalTerm};
use crate::domain::json::Amount;
use crate::domain::money::Money;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{ProposalState, TermState};

pub(super) fn facts(planning: &Planning<'_>, term: &ProposalTerm) -> Result<(), Refusal> {
    let Some(client) = planning.get(term.proposal).map(|offer| offer.client) else { return Ok(()) };
    for (at, cover) in term.covers.iter().enumerate() {
        whose::need(planning, cover.need, client, &format!("covers[{at}].need"))?;
    }
    Ok(())
}

pub(super) fn moves(
    planning: &Planning<'_>,
    before: Option<&ProposalTerm>,
    term: &ProposalTerm,
) -> Result<(), Refusal> {
    // A term that goes to another offer leaves one as well.
    for offer in before.map(|before| before.proposal).into_iter().chain([term.proposal]) {
        offer_is_open(planning, offer)?;
    }
    let left_presented = before.is_some_and(|before| is_presented(planning, before.proposal));
    if !left_presented && !is_presented(planning, term.proposal) {
        return Ok(());
    }
    let Some(before) = before else { return refuse("offer-is-presented", "proposal") };
    match fixed_field_changed(before, term) {
        Some(field) => refuse("offer-is-presented", field),
        None if before.value != term.value && !conceded(planning, term) => refuse("offer-is-presented", "value"),
        None if term.state == TermState::Dropped && before.state != TermState::Dropped => {
            proposal::still_stands(planning, term.proposal).map_err(|refusal| refusal.at("state"))
        }
        None => Ok(()),
    }
}

fn fixed_field_changed(before: &ProposalTerm, term: &ProposalTerm) -> Option<&'static str> {
    let fields = ["proposal", "label", "kind", "product", "our_floor", "covers"];
    fields.into_iter().find(|field| before.field_json(field) != term.field_json(field))
}

/// The value that the concessions on it come to, and where the last one was taken back, what it was before.
fn conceded(planning: &Planning<'_>, term: &ProposalTerm) -> bool {
    term.value.as_ref().is_some_and(|value| match concession::latest(planning, term.uid()) {
        Some(standing) => *value == value_of(&standing.to_value),
        None => {
            concession::first_of(planning.book(), term.uid()).is_some_and(|first| *value == value_of(&first.from_value))
        }
    })
}

/// # Errors
/// When an offer the term is or was in is closed.
pub(super) fn is_open(planning: &Planning<'_>, term: Id<ProposalTerm>) -> Result<(), Refusal> {
    let was = planning.book().proposal_term.get(term);
    let offers = was.into_iter().chain(planning.get(term)).map(|term| term.proposal);
    offers.into_iter().try_for_each(|offer| offer_is_open(planning, offer))
}

/// The value a concession's words stand for: money, a percentage in basis points, or the words.
pub fn value_of(text: &str) -> Amount {
    money(text)
        .map(Amount::Money)
        .or_else(|| basis_points(text).map(Amount::Number))
        .unwrap_or_else(|| Amount::Text(text.to_owned()))
}

fn money(text: &str) -> Option<Money> {
    let (a, b) = text.trim().split_once(' ')?;
    let read = |code: &str, digits: &str| Money::from_plain(digits, code.parse().ok()?).ok();
    read(a, b).or_else(|| read(b, a))
}

fn basis_points(text: &str) -> Option<i64> {
    let percent = text.trim().strip_suffix('%')?.trim().replace(',', ".");
    let points = percent.parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    if points.scale() == 0 { i64::try_from(points.mantissa()).ok() } else { None }
}

/// # Errors
/// When the offer was accepted or declined before this edit.
pub(super) fn offer_is_open(planning: &Planning<'_>, offer: Id<Proposal>) -> Result<(), Refusal> {
    match planning.book().proposal.get(offer) {
        Some(offer) if proposal::is_closed(offer.state) => refuse("offer-is-closed", "proposal"),
        _ => Ok(()),
    }
}

/// Presented before this edit, and not taken back for a new version by it.
fn is_presented(planning: &Planning<'_>, offer: Id<Proposal>) -> bool {
    let was = planning.book().proposal.get(offer).map(|offer| offer.state);
    let is = planning.get(offer).map(|offer| offer.state);
    was == Some(ProposalState::Presented) && is != Some(ProposalState::Discussed)
}

/// # Errors
/// When the offer is presented or closed.
pub(super) fn removal(planning: &Planning<'_>, id: Id<ProposalTerm>) -> Result<(), Refusal> {
    let Some(term) = planning.book().proposal_term.get(id) else { return Ok(()) };
    offer_is_open(planning, term.proposal)?;
    if is_presented(planning, term.proposal) { refuse("offer-is-presented", "proposal") } else { Ok(()) }
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_concession_are_read_as_the_value_they_stand_for() {
        for (text, points) in [("1,95 %", 195), ("1.10 %", 110), ("60%", 6000)] {
            assert_eq!(value_of(text), Amount::Number(points), "{text}");
        }
        for text in ["RUB 5000000.00", "5000000 RUB"] {
            assert_eq!(value_of(text), Amount::Money(Money::new(500_000_000, "RUB".parse().unwrap())), "{text}");
        }
        for text in ["8 млн. евро", "100 % above USD 2m", "1.955555 %", "30 days"] {
            assert_eq!(value_of(text), Amount::Text(text.to_owned()), "{text}");
        }
    }
}
