//! An offer: whose needs it answers, and its way from a draft to a decision. The floors of essential needs stand here.

use super::{moved, whose};
use crate::domain::book::Entity;
use crate::domain::entity::{Need, Proposal, ProposalTerm};
use crate::domain::map::{Ask, Past, deciders};
use crate::domain::offer::{Board, best_cover, has_met, standing};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{NeedState, ProposalState, TermState};

pub(super) fn facts(planning: &Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    for (at, need) in offer.needs.iter().enumerate() {
        whose::need(planning, *need, offer.client, &format!("needs[{at}]"))?;
    }
    if let Some(visit) = offer.presented_in {
        whose::visit(planning, visit, offer.client, "presented_in")?;
    }
    match offer.state {
        ProposalState::Presented | ProposalState::Accepted if offer.presented_in.is_none() => {
            refuse("offer-needs-visit", "presented_in")
        }
        ProposalState::Declined if offer.declined_by.is_none() => refuse("decline-needs-who", "declined_by"),
        ProposalState::Declined if offer.decline_reason.is_none() => refuse("decline-needs-who", "decline_reason"),
        ProposalState::Accepted if offer.decided_on.is_none() => Err(moved::required(Entity::Proposal, "decided_on")),
        _ => Ok(()),
    }
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Proposal>, offer: &Proposal) -> Result<(), Refusal> {
    let from = before.map_or(ProposalState::Draft, |before| before.state);
    is_a_way(from, offer.state)?;
    if let Some(before) = before {
        essential_needs_stay(planning, before, offer)?;
        if from == ProposalState::Presented && before.client != offer.client {
            return refuse("offer-is-presented", "client");
        }
        counts_by_versions(before, offer)?;
    }
    presented_at_a_visit(planning, before, offer)?;
    decided_in_its_time(planning, before, offer)?;
    if from != offer.state {
        return may_go(planning, from, offer);
    }
    if offer.state == ProposalState::Presented && before.is_some_and(|before| before.needs != offer.needs) {
        return stands(planning, offer);
    }
    Ok(())
}

/// Taken back from the client an offer is one version further; nothing else counts them.
fn counts_by_versions(before: &Proposal, offer: &Proposal) -> Result<(), Refusal> {
    let taken_back = (before.state, offer.state) == (ProposalState::Presented, ProposalState::Discussed);
    if offer.version == before.version + i64::from(taken_back) {
        return Ok(());
    }
    refuse("offer-version-counts", "version")
}

/// An offer is put before the client at a visit that was held, or takes place today.
fn presented_at_a_visit(planning: &Planning<'_>, before: Option<&Proposal>, offer: &Proposal) -> Result<(), Refusal> {
    let said = |offer: &Proposal| (offer.state == ProposalState::Presented, offer.presented_in);
    if offer.state != ProposalState::Presented || before.is_some_and(|before| said(before) == said(offer)) {
        return Ok(());
    }
    let visit = offer.presented_in.and_then(|id| planning.get(id));
    if visit.is_none_or(|visit| has_met(visit, planning.book().settings().zone, planning.today)) {
        return Ok(());
    }
    refuse("visit-not-held", "presented_in")
}

/// Nobody decides tomorrow, nor on what was not yet before them.
fn decided_in_its_time(planning: &Planning<'_>, before: Option<&Proposal>, offer: &Proposal) -> Result<(), Refusal> {
    let Some(day) = offer.decided_on else { return Ok(()) };
    if !is_closed(offer.state) {
        let states = [ProposalState::Accepted.term(), ProposalState::Declined.term()];
        return Err(moved::day_of_other_state((Entity::Proposal, "decided_on"), &states));
    }
    let was = before.and_then(|before| before.decided_on);
    moved::not_after_today(planning, (Entity::Proposal, "decided_on"), was, day)?;
    let zone = planning.book().settings().zone;
    let presented = offer.presented_in.and_then(|id| planning.get(id)).map(|visit| visit.day(zone));
    match presented.filter(|presented| day < *presented) {
        Some(presented) => {
            Err(Refusal::no(Sentence::new("decided-before-presented").date("date", presented)).at("decided_on"))
        }
        None => Ok(()),
    }
}

pub(super) fn is_closed(state: ProposalState) -> bool {
    matches!(state, ProposalState::Accepted | ProposalState::Declined)
}

/// Whether an offer ever goes from one state to another, whatever it holds: said before anything is asked for.
///
/// # Errors
/// That it is closed, or that there is no such way.
pub fn is_a_way(from: ProposalState, to: ProposalState) -> Result<(), Refusal> {
    use ProposalState::{Accepted, Declined, Discussed, Draft, Presented};
    match (from, to) {
        (Accepted | Declined, _) => refuse("offer-is-closed", "state"),
        (Draft, Draft | Discussed | Presented | Declined)
        | (Discussed, Discussed | Presented | Declined)
        | (Presented, Presented | Discussed | Accepted | Declined) => Ok(()),
        (from, to) => Err(moved::not_possible(Entity::Proposal, "state", from.term(), to.term())),
    }
}

/// What a way asks for.
fn may_go(planning: &mut Planning<'_>, from: ProposalState, offer: &Proposal) -> Result<(), Refusal> {
    match (from, offer.state) {
        // A draft may go before the client at once, past both gates, as a stage may be skipped.
        (ProposalState::Draft, ProposalState::Discussed) => can_be_discussed(planning, offer),
        (_, ProposalState::Presented) => {
            may_be_presented(planning, offer)?;
            warn_when_nobody_decides(planning, offer);
            warn_of_harmed_heads(planning, offer);
            Ok(())
        }
        (_, ProposalState::Accepted) => terms_are_settled(planning, offer),
        _ => Ok(()),
    }
}

/// # Errors
/// What an offer lacks before the client can see it.
pub fn may_be_presented(planning: &Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    stands(planning, offer)?;
    can_be_discussed(planning, offer)
}

fn can_be_discussed(planning: &Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let found = needs(planning, offer).iter().any(|need| need.state == NeedState::Probed || need.state.is_confirmed());
    if !found {
        return refuse("offer-needs-need", "needs");
    }
    if terms(planning, offer.uid()).is_empty() { refuse("offer-needs-term", "terms") } else { Ok(()) }
}

/// Every need behind a presented offer is confirmed, and every essential one covered.
fn stands(planning: &Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let needs = needs(planning, offer);
    if needs.is_empty() || needs.iter().any(|need| !need.state.is_confirmed()) {
        return refuse("no-confirmed-need", "needs");
    }
    let terms = terms(planning, offer.uid());
    for need in needs.iter().filter(|need| need.essential) {
        let covers = terms.iter().flat_map(|term| &term.covers).map(|cover| (cover.need, cover.cover));
        let cover = best_cover(covers, need.uid());
        if cover < need.min_cover {
            let sentence = match cover {
                0 => Sentence::new("need-not-covered"),
                cover => Sentence::new("need-below-cover").word("cover", format!("proposal_term.cover.{cover}")),
            };
            return Err(Refusal::no(sentence.text("need", &need.title)).at("needs"));
        }
    }
    Ok(())
}

/// An offer the client has before them stands on its needs and covers, whatever else changes.
///
/// # Errors
/// The need it does not stand on any more.
pub(super) fn still_stands(planning: &Planning<'_>, offer: Id<Proposal>) -> Result<(), Refusal> {
    match planning.get(offer) {
        Some(offer) if offer.state == ProposalState::Presented => stands(planning, offer),
        _ => Ok(()),
    }
}

/// What was agreed or turned down stays as it was then, whatever is taken from beneath it.
///
/// # Errors
/// When the offer is closed before and after.
pub(super) fn still_closed(planning: &Planning<'_>, offer: Id<Proposal>) -> Result<(), Refusal> {
    let closed = |offer: Option<&Proposal>| offer.is_some_and(|offer| is_closed(offer.state));
    if closed(planning.book().proposal.get(offer)) && closed(planning.get(offer)) {
        return refuse("offer-is-closed", "proposal");
    }
    Ok(())
}

/// An offer is not accepted once more over a term that was opened meanwhile.
///
/// # Errors
/// How many terms would be open.
pub(super) fn still_settled(planning: &Planning<'_>, offer: Id<Proposal>) -> Result<(), Refusal> {
    match planning.get(offer) {
        Some(offer) if offer.state == ProposalState::Accepted => terms_are_settled(planning, offer),
        _ => Ok(()),
    }
}

fn needs<'p>(planning: &'p Planning<'_>, offer: &Proposal) -> Vec<&'p Need> {
    offer.needs.iter().filter_map(|need| planning.get(*need)).collect()
}

/// The terms that are not dropped, as the book would be.
pub fn terms<'p>(planning: &'p Planning<'_>, offer: Id<Proposal>) -> Vec<&'p ProposalTerm> {
    standing(planning.of::<ProposalTerm>(offer), offer)
}

fn warn_when_nobody_decides(planning: &mut Planning<'_>, offer: &Proposal) {
    // Whose place has ended decides no longer, whatever the role says.
    let ask = Ask::today(offer.client, planning.today).offer(Some(offer.uid()));
    if deciders(planning.book(), &ask, &Past::default()).is_empty() {
        planning.warn(Sentence::new("who-decides-unknown"));
    }
}

fn warn_of_harmed_heads(planning: &mut Planning<'_>, offer: &Proposal) {
    let book = planning.book();
    let board = Board::of(book, offer.uid(), planning.today);
    for loss in board.iter().flat_map(Board::harmed_heads) {
        planning.warn(loss.sentence(book, "who-loses"));
    }
}

/// # Errors
/// How many terms are neither agreed nor dropped.
pub fn terms_are_settled(planning: &Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let open = terms(planning, offer.uid()).iter().filter(|term| term.state == TermState::Open).count();
    if open == 0 {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("terms-still-open").count("n", open)).at("state"))
}

/// An essential need leaves an offer that the client knows of only with a reason.
fn essential_needs_stay(planning: &Planning<'_>, before: &Proposal, offer: &Proposal) -> Result<(), Refusal> {
    if before.state == ProposalState::Draft || planning.reason().is_some() {
        return Ok(());
    }
    let gone = before.needs.iter().filter(|need| !offer.needs.contains(need));
    let mut gone = gone.filter_map(|need| planning.get(*need));
    match gone.find(|need| need.essential) {
        Some(need) => Err(Refusal::no(Sentence::new("essential-off-reason").text("need", &need.title)).at("reason")),
        None => Ok(()),
    }
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}
