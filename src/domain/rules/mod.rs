//! The rules of every entity. Each row that would be saved passes here, whichever door it came through.
//!
//! `facts` hold for any book, also for one that comes whole from a file: structure, references, uniqueness.
//! `moves` are the gates of a change made today: transitions, "not after today".

mod affiliation;
mod answer;
mod business_audit;
mod client;
mod client_goal;
mod client_link;
mod client_stage;
mod client_status;
mod closed;
mod commitment;
mod concession;
mod fx_rate;
mod holding;
mod influence;
mod interest;
pub mod ledger_month;
mod merged;
pub(super) mod need;
mod note;
mod occasion;
mod person;
mod place;
mod plan_target;
mod problem;
mod product;
mod proposal;
mod proposal_term;
mod role;
mod satisfaction;
mod service_budget;
mod service_spend;
mod settings;
mod stance;
mod term_score;
mod vip_evidence;
pub(super) mod visit;

pub mod fields;
pub mod leaning;
pub mod moved;
pub mod references;
pub mod whose;

pub use client_status::something_in_use;
pub use closed::is_open;
pub use concession::{latest as latest_concession, order as order_of_concessions};
pub use merged::standing;
pub use person::{is_email, is_phone};
pub use place::surely_overlap as windows_overlap;

pub use proposal::{is_a_way as offer_may_go, may_be_presented, terms as offer_terms, terms_are_settled};
pub use proposal_term::value_of;

use uuid::Uuid;

use super::book::{Entity, Record};
use super::plan::Planning;
use super::refusal::Refusal;
use super::table::{Id, Row};

/// Gives a row that was wished for the form the book keeps: links to merged records go to those that took them in.
///
/// # Errors
/// Never for a row that could be read.
pub fn shape(planning: &mut Planning<'_>, before: Option<&Record>, after: &mut Record) -> Result<(), Refusal> {
    merged::forward(planning, after)?;
    match after {
        Record::Client(row) => client::shape(row),
        Record::Occasion(row) => occasion::shape(planning, of(before), row),
        Record::Influence(row) => influence::shape(planning, of(before), row),
        _ => {}
    }
    Ok(())
}

/// Checks one row that would be saved.
///
/// # Errors
/// The first rule it breaks.
pub fn check(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    closed::check(planning, after)?;
    references::check(planning, after)?;
    facts(planning, after)?;
    moves(planning, before, after)?;
    leaning(planning, before, after)
}

/// Checks a row whose links moved with a merge: no gate of a change made by the manager.
///
/// # Errors
/// The first rule it breaks.
pub fn check_moved(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    references::check(planning, after)?;
    facts(planning, after)?;
    leaning(planning, before, after)
}

/// What rests on the row still stands.
fn leaning(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    before.map_or(Ok(()), |before| leaning::check(planning, before, after))
}

/// Checks a row that is put back out of its turn, or taken out, beside rows that came later: together they were never
/// looked at.
///
/// # Errors
/// The first rule it breaks.
pub fn check_out_of_turn(
    planning: &mut Planning<'_>,
    before: Option<&Record>,
    after: Option<&Record>,
) -> Result<(), Refusal> {
    if let Some(after) = after {
        check_moved(planning, before, after)?;
    }
    match (before, after) {
        (Some(Record::Client(before)), Some(Record::Client(after))) => client_stage::rose(planning, before, after),
        (_, Some(Record::Need(need))) | (Some(Record::Need(need)), None) => need::offers_stand(planning, need.uid()),
        (Some(Record::Visit(before)), _) => visit::still_holds(planning, before, after),
        (_, Some(Record::Proposal(offer))) => {
            proposal::still_stands(planning, offer.uid())?;
            proposal::still_settled(planning, offer.uid())
        }
        (Some(Record::ProposalTerm(term)), None) | (_, Some(Record::ProposalTerm(term))) => {
            proposal::still_closed(planning, term.proposal)?;
            proposal::still_stands(planning, term.proposal)
        }
        (Some(Record::Concession(given)), None) | (_, Some(Record::Concession(given))) => {
            let term = planning.get(given.term).or_else(|| planning.book().proposal_term.get(given.term));
            term.map_or(Ok(()), |term| proposal::still_closed(planning, term.proposal))
        }
        _ => Ok(()),
    }
}

/// What must hold in any book.
///
/// # Errors
/// The first rule the row breaks.
pub fn facts(planning: &mut Planning<'_>, after: &Record) -> Result<(), Refusal> {
    merged::facts(planning, after)?;
    match after {
        Record::Client(row) => client::facts(planning, row),
        Record::Person(row) => person::facts(planning, row),
        Record::Affiliation(row) => affiliation::facts(planning, row),
        Record::Role(row) => role::facts(planning, row),
        Record::Stance(row) => stance::facts(planning, row),
        Record::Influence(row) => influence::facts(planning, row),
        Record::Interest(row) => interest::facts(planning, row),
        Record::ClientLink(row) => client_link::facts(planning, row),
        Record::BusinessAudit(row) => business_audit::facts(planning, row),
        Record::ClientGoal(row) => client_goal::facts(planning, row),
        Record::PlanTarget(row) => plan_target::facts(planning, row),
        Record::VipEvidence(row) => vip_evidence::facts(planning, row),
        Record::Occasion(row) => occasion::facts(planning, row),
        Record::Settings(row) => settings::facts(planning, row),
        Record::Need(row) => need::facts(planning, row),
        Record::Visit(row) => visit::facts(planning, row),
        Record::Commitment(row) => commitment::facts(planning, row),
        Record::Product(row) => product::facts(planning, row),
        Record::Holding(row) => holding::facts(planning, row),
        Record::Proposal(row) => proposal::facts(planning, row),
        Record::ProposalTerm(row) => proposal_term::facts(planning, row),
        Record::TermScore(row) => term_score::facts(planning, row),
        Record::Concession(row) => concession::facts(planning, row),
        Record::LedgerMonth(row) => ledger_month::facts(planning, row),
        Record::ServiceBudget(row) => service_budget::facts(planning, row),
        Record::ServiceSpend(row) => service_spend::facts(row),
        Record::Problem(row) => problem::facts(planning, row),
        Record::Note(row) => note::facts(planning, row),
        Record::FxRate(row) => fx_rate::facts(planning, row),
        Record::Satisfaction(_) | Record::Answer(_) | Record::TierSnapshot(_) => Ok(()),
    }
}

/// What must hold for a change made today.
fn moves(planning: &mut Planning<'_>, before: Option<&Record>, after: &Record) -> Result<(), Refusal> {
    match after {
        Record::Client(row) => client::moves(planning, of(before), row),
        Record::Person(row) => person::moves(planning, of(before), row),
        Record::Affiliation(row) => affiliation::moves(planning, of(before), row),
        Record::Role(row) => role::moves(planning, of(before), row),
        Record::Stance(row) => stance::moves(planning, of(before), row),
        Record::Influence(row) => influence::moves(planning, of(before), row),
        Record::Interest(row) => interest::moves(planning, of(before), row),
        Record::ClientLink(row) => client_link::moves(planning, of(before), row),
        Record::BusinessAudit(row) => business_audit::moves(planning, of(before), row),
        Record::ClientGoal(row) => client_goal::moves(planning, of(before), row),
        Record::VipEvidence(row) => vip_evidence::moves(planning, of(before), row),
        Record::Occasion(row) => {
            occasion::warn(planning, row);
            occasion::moves(planning, of(before), row)
        }
        Record::Settings(row) => settings::moves(planning, of(before), row),
        Record::Need(row) => need::moves(planning, of(before), row),
        Record::Visit(row) => visit::moves(planning, of(before), row),
        Record::Commitment(row) => {
            commitment::warn(planning, of(before), row);
            commitment::moves(planning, of(before), row)
        }
        Record::Holding(row) => holding::moves(planning, of(before), row),
        Record::Proposal(row) => proposal::moves(planning, of(before), row),
        Record::ProposalTerm(row) => proposal_term::moves(planning, of(before), row),
        Record::TermScore(row) => term_score::moves(planning, of(before), row),
        Record::Concession(row) => concession::moves(planning, of(before), row),
        Record::LedgerMonth(row) => ledger_month::moves(planning, of(before), row),
        Record::Satisfaction(row) => satisfaction::moves(planning, of(before), row),
        Record::Answer(row) => {
            answer::warn_if_known(planning, of(before), row);
            Ok(())
        }
        Record::PlanTarget(row) => plan_target::moves(of(before), row),
        Record::Problem(row) => problem::moves(planning, of(before), row),
        Record::FxRate(row) => fx_rate::moves(planning, of(before), row),
        Record::ServiceSpend(row) => {
            service_spend::warn(planning, row);
            Ok(())
        }
        Record::Product(_) | Record::ServiceBudget(_) | Record::Note(_) | Record::TierSnapshot(_) => Ok(()),
    }
}

/// The row before, as its own type.
fn of<T: Row>(before: Option<&Record>) -> Option<&T> {
    before.and_then(T::of_record)
}

/// Checks that a row may be taken out: nothing else points at it.
///
/// # Errors
/// How many records still do.
pub fn check_removal(planning: &mut Planning<'_>, key: (Entity, Uuid)) -> Result<(), Refusal> {
    let (entity, uuid) = key;
    match entity {
        Entity::Visit => visit::removal(planning, Id::new(uuid))?,
        Entity::Commitment => commitment::removal(planning, Id::new(uuid))?,
        Entity::ProposalTerm => proposal_term::removal(planning, Id::new(uuid))?,
        Entity::TermScore => term_score::removal(planning, Id::new(uuid))?,
        Entity::Concession => concession::removal(planning, Id::new(uuid))?,
        Entity::LedgerMonth => ledger_month::removal(planning, Id::new(uuid))?,
        _ => {}
    }
    if let Some(before) = planning.book().record(key.0, key.1) {
        closed::check(planning, &before)?;
    }
    references::nothing_points_at(planning, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_now, demo_today};
    use crate::domain::plan::Context;
    use crate::domain::refusal::Answers;

    #[test]
    fn every_row_of_the_demo_keeps_the_facts() {
        let book = &*DEMO;
        let mut cx = Context {
            today: demo_today(),
            now: demo_now(),
            answers: &Answers::default(),
            new_uid: &mut Uuid::nil,
            texts: &|sentence| sentence.id.clone(),
        };
        let mut planning = Planning::new(book, &mut cx);
        for record in Entity::ALL.iter().flat_map(|entity| book.records(*entity)) {
            let kept = references::check(&planning, &record).and_then(|()| facts(&mut planning, &record));
            assert_eq!(kept, Ok(()), "{} {}", record.entity().table(), record.uuid());
        }
    }
}
