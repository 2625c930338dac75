//! A need: what the client may see of it, the evidence it stands on, and its way from a guess to being met.

use super::{moved, proposal, whose};
use crate::domain::book::Entity;
use crate::domain::entity::{Client, Need, Proposal, Satisfaction, Visit};
use crate::domain::parts::{AnsweredBy, Evidence};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{AnsweredByKind, NeedState, ProposalState, VisitStatus, Voice, Weight};

pub(super) fn facts(planning: &Planning<'_>, need: &Need) -> Result<(), Refusal> {
    if need.share && !(need.voice == Voice::Stated && need.state.is_confirmed()) {
        return refuse("need-share-voiced", "share");
    }
    if need.state == NeedState::Dropped && (need.drop_reason.is_none() || need.drop_kind.is_none()) {
        return refuse("drop-needs-reason", if need.drop_kind.is_none() { "drop_kind" } else { "drop_reason" });
    }
    days_follow_the_states(need)?;
    for (at, visit) in need.evidence.iter().enumerate().filter_map(|(at, seen)| Some((at, seen.visit?))) {
        let field = format!("evidence[{at}].visit");
        whose::visit(planning, visit, need.client, &field)?;
        if planning.get(visit).is_some_and(|visit| visit.status != VisitStatus::Held) {
            return refuse("visit-not-held", &field);
        }
    }
    need.answered_by.iter().enumerate().try_for_each(|(at, answer)| answer_is_of_its_kind(planning, need, at, answer))
}

/// Each day is that of a state the need has come to, and what was met had been answered before.
fn days_follow_the_states(need: &Need) -> Result<(), Refusal> {
    use NeedState::{Addressed, Dropped, Met};
    let of_state = |field, states: &[NeedState]| {
        let terms: Vec<String> = states.iter().map(|state| state.term()).collect();
        Err(moved::day_of_other_state((Entity::Need, field), &terms))
    };
    if need.addressed_on.is_some() && !matches!(need.state, Addressed | Met | Dropped) {
        return of_state("addressed_on", &[Addressed, Met]);
    }
    if need.met_on.is_some() && need.state != Met {
        return of_state("met_on", &[Met]);
    }
    match (need.addressed_on, need.met_on) {
        (Some(since), Some(met)) if met < since => refuse("met-before-answered", "met_on"),
        _ => Ok(()),
    }
}

fn answer_is_of_the_house(
    planning: &Planning<'_>,
    client: Id<Client>,
    answer: &AnsweredBy,
    field: &str,
) -> Result<(), Refusal> {
    let uuid = answer.r#ref.0;
    match answer.kind {
        AnsweredByKind::Offer => whose::offer(planning, Id::new(uuid), client, field),
        AnsweredByKind::Holding => whose::holding(planning, Id::new(uuid), client, field),
        AnsweredByKind::Note => whose::note(planning, Id::new(uuid), client, field),
    }
}

fn answer_is_of_its_kind(planning: &Planning<'_>, need: &Need, at: usize, answer: &AnsweredBy) -> Result<(), Refusal> {
    let entity = match answer.kind {
        AnsweredByKind::Offer => Entity::Proposal,
        AnsweredByKind::Holding => Entity::Holding,
        AnsweredByKind::Note => Entity::Note,
    };
    let field = format!("answered_by[{at}].ref");
    if planning.contains(entity, answer.r#ref.0) {
        return answer_is_of_the_house(planning, need.client, answer, &field);
    }
    let sentence = Sentence::new("reference-of-kind").word("kind", entity.term());
    Err(Refusal::no(sentence.about(Entity::Need, "answered_by")).at(field))
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&Need>, need: &Need) -> Result<(), Refusal> {
    if before.is_some_and(|before| before.voice == Voice::Stated) && need.voice == Voice::Hidden {
        return refuse("voice-never-back", "voice");
    }
    if need.voice == Voice::Hidden && need.voiced_on.is_some() {
        return Err(moved::day_of_other_state((Entity::Need, "voiced_on"), &[Voice::Stated.term()]));
    }
    let from = before.map_or(NeedState::Hypothesis, |before| before.state);
    if before.is_none() && need.state == NeedState::Confirmed && need.voice == Voice::Hidden {
        return refuse("need-evidence-first", "state");
    }
    days_have_come(planning, before, need)?;
    if from != need.state {
        transition(planning, before, from, need)?;
    }
    if let Some(field) = before.and_then(|before| raised_floor(before, need)) {
        offers_stand(planning, need.uid()).map_err(|refusal| refusal.at(field))?;
    }
    evidence_stays(before, need)
}

/// Nothing was heard, answered or met after today.
fn days_have_come(planning: &Planning<'_>, before: Option<&Need>, need: &Need) -> Result<(), Refusal> {
    let days = |need: &Need| [need.voiced_on, need.addressed_on, need.met_on];
    let was = before.map_or([None; 3], days);
    for ((field, now), was) in ["voiced_on", "addressed_on", "met_on"].into_iter().zip(days(need)).zip(was) {
        if let Some(now) = now {
            moved::not_after_today(planning, (Entity::Need, field), was, now)?;
        }
    }
    let was = |seen: &Evidence| before.is_some_and(|before| before.evidence.contains(seen));
    for (at, seen) in need.evidence.iter().enumerate().filter(|(_, seen)| !was(seen)) {
        moved::not_after_today(planning, (Entity::Need, "evidence"), None, seen.date)
            .map_err(|refusal| refusal.at(format!("evidence[{at}].date")))?;
    }
    Ok(())
}

/// Whether a need goes back to what it was once, which is done for a reason.
pub fn goes_back(from: NeedState, to: NeedState) -> bool {
    use NeedState::{Addressed, Confirmed, Dropped, Hypothesis, Met};
    matches!((from, to), (Addressed | Met, Confirmed) | (Dropped, Hypothesis))
}

fn transition(planning: &Planning<'_>, before: Option<&Need>, from: NeedState, need: &Need) -> Result<(), Refusal> {
    use NeedState::{Addressed, Confirmed, Dropped, Hypothesis, Met, Probed};
    match (from, need.state) {
        (Hypothesis, Probed) => has_evidence(need),
        // A guess that the client says outright is confirmed at once, past both gates.
        (Hypothesis | Probed, Confirmed) => has_evidence(need).and_then(|()| has_more_than_hints(need)),
        (Confirmed, Addressed) if need.answered_by.is_empty() => refuse("answer-needed", "answered_by"),
        (Confirmed, Addressed) => Ok(()),
        (Addressed, Met) => client_was_asked(planning, need),
        (from, to) if goes_back(from, to) => moved::reason(planning),
        (Hypothesis | Probed | Confirmed | Addressed, Dropped) if before.is_some() => no_offer_answers(planning, need),
        // A state may be taken back together with the evidence that was wrong.
        (Probed, Hypothesis) if need.evidence.is_empty() => Ok(()),
        (Confirmed, Probed | Hypothesis) if !is_strong(&need.evidence) => {
            no_offer_answers(planning, need)?;
            if need.state == Probed { has_evidence(need) } else { Ok(()) }
        }
        (Probed | Confirmed, Hypothesis) | (Confirmed, Probed) => refuse("evidence-says-more", "evidence"),
        (from, to) => Err(moved::not_possible(Entity::Need, "state", from.term(), to.term())),
    }
}

fn has_evidence(need: &Need) -> Result<(), Refusal> {
    if need.evidence.is_empty() { refuse("need-evidence-first", "state") } else { Ok(()) }
}

fn has_more_than_hints(need: &Need) -> Result<(), Refusal> {
    if is_strong(&need.evidence) { Ok(()) } else { refuse("hints-do-not-confirm", "state") }
}

fn is_strong(evidence: &[Evidence]) -> bool {
    evidence.iter().any(|seen| seen.weight != Weight::Hint)
}

/// Only what came after the answer tells whether it met the need.
fn client_was_asked(planning: &Planning<'_>, need: &Need) -> Result<(), Refusal> {
    let Some(since) = need.addressed_on else { return Err(moved::required(Entity::Need, "addressed_on")) };
    let zone = planning.book().settings().zone;
    let visits = planning.of::<Visit>(need.client);
    let seen = visits.iter().any(|visit| visit.status == VisitStatus::Held && visit.day(zone) > since);
    let moods = planning.of::<Satisfaction>(need.client);
    if seen || moods.iter().any(|mood| mood.client == need.client && mood.on > since) {
        return Ok(());
    }
    refuse("ask-client-if-met", "state")
}

fn no_offer_answers(planning: &Planning<'_>, need: &Need) -> Result<(), Refusal> {
    let offers = planning.of::<Proposal>(need.uid());
    match offers.iter().find(|offer| offer.state == ProposalState::Presented) {
        Some(offer) => Err(Refusal::no(Sentence::new("offer-answers-need").text("offer", &offer.title)).at("state")),
        None => Ok(()),
    }
}

/// The field that asks more of an offer than it did.
fn raised_floor(before: &Need, need: &Need) -> Option<&'static str> {
    match (before.essential, need.essential) {
        (false, true) => Some("essential"),
        (true, true) if need.min_cover > before.min_cover => Some("min_cover"),
        _ => None,
    }
}

/// Every presented offer that answers the need still stands on it.
///
/// # Errors
/// The need it does not stand on any more.
pub(super) fn offers_stand(planning: &Planning<'_>, need: Id<Need>) -> Result<(), Refusal> {
    let offers: Vec<_> = planning.of::<Proposal>(need).into_iter().map(Row::uid).collect();
    offers.into_iter().try_for_each(|offer| proposal::still_stands(planning, offer))
}

/// What a need stands on is not taken from under it.
fn evidence_stays(before: Option<&Need>, need: &Need) -> Result<(), Refusal> {
    let Some(before) = before else { return Ok(()) };
    let lost_all = !before.evidence.is_empty() && need.evidence.is_empty();
    let lost_weight = is_strong(&before.evidence) && !is_strong(&need.evidence);
    let standing = !matches!(need.state, NeedState::Hypothesis | NeedState::Dropped);
    if (standing && lost_all) || (need.state.is_confirmed() && lost_weight) {
        return refuse("evidence-holds-need", "evidence");
    }
    Ok(())
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}
