//! The moves of an offer, what an accepted one changes besides, and terms that move by concessions.

use super::{Planning, fill, promises, visits};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Commitment, Concession, Holding, Need, Product, Proposal, ProposalTerm, TermScore, Visit};
use crate::domain::moves::OfferMove;
use crate::domain::parts::AnsweredBy;
use crate::domain::refusal::Refusal;
use crate::domain::rules::{
    latest_concession, may_be_presented, moved, offer_may_go, offer_terms, order_of_concessions as order,
    terms_are_settled, value_of, whose,
};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{AnyId, Id, Row};
use crate::domain::words::{
    AnsweredByKind, CommitmentOrigin, NeedState, ProposalState, PushCheck, TermKind, TermState,
};

pub(super) fn make(planning: &mut Planning<'_>, id: Id<Proposal>, wish: &OfferMove) -> Result<(), Refusal> {
    let mut offer = planning.need(id)?.clone();
    let to = match wish {
        OfferMove::Copy => return copy(planning, &offer),
        OfferMove::Discuss | OfferMove::Version => ProposalState::Discussed,
        OfferMove::Present { .. } => ProposalState::Presented,
        OfferMove::Accept { .. } => ProposalState::Accepted,
        OfferMove::Decline { .. } => ProposalState::Declined,
    };
    if offer.state == to {
        return Err(moved::already(Proposal::ENTITY, to.term()));
    }
    let fits = match wish {
        OfferMove::Discuss => offer.state == ProposalState::Draft,
        OfferMove::Version => offer.state == ProposalState::Presented,
        _ => true,
    };
    if !fits && !matches!(offer.state, ProposalState::Accepted | ProposalState::Declined) {
        if matches!(wish, OfferMove::Version) {
            return Err(Refusal::no(Sentence::new("offer-version-not-needed")).at("state"));
        }
        return Err(moved::not_possible(Proposal::ENTITY, "state", offer.state.term(), to.term()));
    }
    match wish {
        OfferMove::Copy | OfferMove::Discuss | OfferMove::Version => {}
        OfferMove::Present { visit } => offer.presented_in = visit.or(offer.presented_in),
        OfferMove::Accept { on } => offer.decided_on = on.or(offer.decided_on),
        OfferMove::Decline { by, reason } => {
            offer.declined_by = *by;
            offer.decline_reason.clone_from(reason);
        }
    }
    offer.state = to;
    fill::put(planning, offer).map(drop)
}

/// The same once more as a draft: what was dropped stays away, what was agreed is open.
fn copy(planning: &mut Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    planning.default_title(Sentence::new("title-offer-copied").text("title", &offer.title), Some(offer.client.uuid));
    let copied = Proposal {
        head: planning.new_head(),
        title: free_title(planning, offer),
        state: ProposalState::Draft,
        version: 1,
        needs: offer.needs.iter().copied().filter(|need| is_open(planning, *need)).collect(),
        valid_until: None,
        presented_in: None,
        decided_on: None,
        declined_by: None,
        decline_reason: None,
        ..offer.clone()
    };
    let proposal = fill::put(planning, copied)?;
    let terms: Vec<ProposalTerm> = offer_terms(planning, offer.uid()).into_iter().cloned().collect();
    for term in terms {
        let scores = planning.of::<TermScore>(term.uid()).into_iter().filter(|score| score.term == term.uid());
        let scores: Vec<TermScore> = scores.cloned().collect();
        let term = ProposalTerm { head: planning.new_head(), proposal, state: TermState::Open, ..term };
        let term = fill::put(planning, term)?;
        for score in scores {
            let score = TermScore { head: planning.new_head(), term, ..score };
            fill::put(planning, score)?;
        }
    }
    Ok(())
}

fn is_open(planning: &Planning<'_>, need: Id<Need>) -> bool {
    planning.get(need).is_some_and(|need| need.state.is_open())
}

/// `Title (2)`: the first number that no offer of the client has.
fn free_title(planning: &Planning<'_>, offer: &Proposal) -> String {
    let taken: Vec<&str> = planning.of::<Proposal>(offer.client).iter().map(|other| other.title.as_str()).collect();
    let base = offer.title.rsplit_once(" (").filter(|(_, n)| n.strip_suffix(')').is_some_and(is_number));
    let base = base.map_or(offer.title.as_str(), |(base, _)| base);
    // One more number than there are titles: one of them is free.
    let mut titles = (2..taken.len() + 3).map(|n| format!("{base} ({n})"));
    titles.find(|title| !taken.contains(&title.as_str())).unwrap_or_else(|| offer.title.clone())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// A new version takes the offer back to the table; a decision has its day; an accepted offer asks what follows.
pub(super) fn complete(
    planning: &mut Planning<'_>,
    before: Option<&Proposal>,
    offer: &mut Proposal,
) -> Result<(), Refusal> {
    let from = before.map_or(ProposalState::Draft, |before| before.state);
    if from != offer.state {
        offer_may_go(from, offer.state)?;
    }
    let Some(before) = before.filter(|before| before.state != offer.state) else { return Ok(()) };
    let title = match offer.state {
        ProposalState::Discussed if before.state == ProposalState::Presented => {
            offer.version = before.version + 1;
            offer.presented_in = None;
            Sentence::new("title-offer-version").text("title", &offer.title).text("version", offer.version.to_string())
        }
        state => Sentence::new("title-offer-state").text("title", &offer.title).word("state", state.term()),
    };
    planning.default_title(title, Some(offer.client.uuid));
    if matches!(offer.state, ProposalState::Accepted | ProposalState::Declined) {
        offer.decided_on.get_or_insert(planning.today);
    }
    if offer.state == ProposalState::Declined && offer.decline_reason.is_none() {
        offer.decline_reason = planning.reason().map(str::to_owned);
    }
    if offer.state == ProposalState::Presented {
        check_pushing(planning, offer)?;
    }
    if offer.state == ProposalState::Accepted && before.state == ProposalState::Presented {
        // Nothing is asked over terms that are still open.
        terms_are_settled(planning, offer)?;
        address_needs(planning, offer)?;
        take_into_use(planning, offer)?;
        promise_services(planning, offer)?;
    }
    Ok(())
}

/// An offer put before the client at a visit is one the visit makes. With a rule against it, nothing is asked.
fn check_pushing(planning: &mut Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let Some(visit) = offer.presented_in.and_then(|id| planning.get(id)).cloned() else { return Ok(()) };
    if visit.push_check != PushCheck::None || may_be_presented(planning, offer).is_err() {
        return Ok(());
    }
    let mut making = visit.clone();
    making.proposals.push(offer.uid());
    visits::answer_pushing(planning, &mut making)?;
    if making.push_check != visit.push_check {
        planning.put(Visit { push_check: making.push_check, push_on: making.push_on, ..visit });
    }
    Ok(())
}

fn agreed<'p>(planning: &'p Planning<'_>, offer: &Proposal) -> impl Iterator<Item = &'p ProposalTerm> {
    offer_terms(planning, offer.uid()).into_iter().filter(|term| term.state == TermState::Agreed)
}

fn address_needs(planning: &mut Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let confirmed = |need: &Need| need.state == NeedState::Confirmed;
    let needs = offer.needs.iter().filter_map(|id| planning.get(*id)).filter(|need| confirmed(need));
    let needs: Vec<Need> = needs.cloned().collect();
    if needs.is_empty() {
        return Ok(());
    }
    let titles = Arg::texts(needs.iter().map(|need| need.title.clone()));
    if !planning.ask(Sentence::new("needs-addressed-ask").with("list", titles))? {
        return Ok(());
    }
    for mut need in needs {
        need.state = NeedState::Addressed;
        need.addressed_on = offer.decided_on;
        need.answered_by.push(AnsweredBy { kind: AnsweredByKind::Offer, r#ref: AnyId(offer.head.uid) });
        fill::put(planning, need)?;
    }
    Ok(())
}

/// Products of agreed terms come into use.
fn take_into_use(planning: &mut Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let mut products: Vec<Id<Product>> = agreed(planning, offer).filter_map(|term| term.product).collect();
    products.sort_unstable();
    products.dedup();
    products.retain(|product| !is_in_use(planning, offer, *product));
    if products.is_empty() {
        return Ok(());
    }
    let question = Sentence::new("holdings-from-offer-ask").count("n", products.len());
    if !planning.ask(question.text("client", whose::client_name(planning, offer.client)))? {
        return Ok(());
    }
    for product in products {
        let holding = Holding {
            head: planning.new_head(),
            client: offer.client,
            product,
            provider_other: None,
            from: offer.decided_on.map(PartialDate::Day),
            to: None,
            volume: None,
            goal: None,
            contact_client: None,
            contact_bank: None,
            ended_reason: None,
        };
        planning.put(holding);
    }
    Ok(())
}

/// What was agreed of our doing is owed from now on.
fn promise_services(planning: &mut Planning<'_>, offer: &Proposal) -> Result<(), Refusal> {
    let ours = |term: &&ProposalTerm| matches!(term.kind, TermKind::Service | TermKind::Timing | TermKind::Advice);
    let owed: Vec<ProposalTerm> = agreed(planning, offer).filter(ours).cloned().collect();
    if owed.is_empty() {
        return Ok(());
    }
    let labels = Arg::texts(owed.iter().map(|term| term.label.clone()));
    if !planning.ask(Sentence::new("promises-from-offer-ask").with("list", labels))? {
        return Ok(());
    }
    for term in owed {
        let promise = promises::ours(planning, offer.client, term.label);
        // The client has the term in these very words.
        let promise = Commitment { share: true, ..promise };
        planning.put(Commitment { visit: offer.presented_in, origin: CommitmentOrigin::Visit, ..promise });
    }
    Ok(())
}

fn is_in_use(planning: &Planning<'_>, offer: &Proposal, product: Id<Product>) -> bool {
    planning.of::<Holding>(offer.client).iter().any(|holding| {
        holding.client == offer.client
            && holding.product == product
            && holding.provider_other.is_none()
            && in_force(holding.from, holding.to, planning.today).yes()
    })
}

/// What a term has come to is the title of its step.
pub(super) fn settle(planning: &mut Planning<'_>, before: Option<&ProposalTerm>, term: &ProposalTerm) {
    if before.is_none_or(|before| before.state == term.state) {
        return;
    }
    let title = Sentence::new("title-term-state").text("title", &term.label).word("state", term.state.term());
    let client = planning.get(term.proposal).map(|offer| offer.client.uuid);
    planning.default_title(title, client);
}

/// A term stands at its latest concession: one made, put right or taken back moves it, one behind a later one does not.
/// A value worked out anew since then stays. What was agreed was the value before: the term is open until the new one is
/// agreed as well.
pub(super) fn concede(planning: &mut Planning<'_>, change: (Option<&Concession>, Option<&Concession>)) {
    let mut terms: Vec<Id<ProposalTerm>> = [change.0, change.1].into_iter().flatten().map(|row| row.term).collect();
    terms.dedup();
    for term in terms {
        let was = latest_concession(planning, term).cloned();
        let now = latest_beside(planning, term, change).cloned();
        let Some(row) = planning.get(term) else { continue };
        let moved = was.as_ref().map(|was| &was.to_value) != now.as_ref().map(|now| &now.to_value);
        let is_new = now.as_ref().is_some_and(|now| was.as_ref().is_none_or(|was| order(was) < order(now)));
        let stood = was.as_ref().is_some_and(|was| row.value == Some(value_of(&was.to_value)));
        let follows = is_new || (moved && stood);
        if !follows {
            continue;
        }
        // With the only one gone the value is what it was given from.
        let value = now.map(|now| now.to_value).or(was.map(|was| was.from_value));
        let value = value.as_deref().map(value_of);
        let reopened = row.state == TermState::Agreed && row.value != value;
        let state = if reopened { TermState::Open } else { row.state };
        let row = ProposalTerm { value, state, ..row.clone() };
        if reopened {
            planning.warn(Sentence::new("term-open-again").text("term", &row.label));
        }
        let title = Sentence::new("title-concession").text("title", &row.label);
        let client = planning.get(row.proposal).map(|offer| offer.client.uuid);
        planning.default_title(title, client);
        planning.put(row);
    }
}

/// The latest concession on a term once a row has changed.
fn latest_beside<'p>(
    planning: &'p Planning<'_>,
    term: Id<ProposalTerm>,
    (before, after): (Option<&'p Concession>, Option<&'p Concession>),
) -> Option<&'p Concession> {
    let changed = before.or(after).map(|row| row.head.uid);
    let others = planning.of::<Concession>(term).into_iter().filter(|row| Some(row.head.uid) != changed);
    others.chain(after).filter(|row| row.term == term).max_by_key(|row| order(row))
}
