//! How a term serves an interest: both of one client, one mark for each pair.

use super::{proposal_term, whose};
use crate::domain::entity::TermScore;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

pub(super) fn facts(planning: &Planning<'_>, score: &TermScore) -> Result<(), Refusal> {
    let offer = planning.get(score.term).and_then(|term| planning.get(term.proposal));
    let interest = planning.get(score.interest);
    if let (Some(offer), Some(interest)) = (offer, interest)
        && offer.client != interest.client
    {
        return whose::other("interest-of-other", planning, interest.client, "interest");
    }
    let same = |other: &&TermScore| other.uid() != score.uid() && other.interest == score.interest;
    if planning.of::<TermScore>(score.term).iter().any(same) {
        return Err(Refusal::no(Sentence::new("score-already-there")).at("interest"));
    }
    Ok(())
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&TermScore>, score: &TermScore) -> Result<(), Refusal> {
    let terms = before.map(|before| before.term).into_iter().chain([score.term]);
    terms.into_iter().try_for_each(|term| proposal_term::is_open(planning, term))
}

/// # Errors
/// When the offer it judges is closed.
pub(super) fn removal(planning: &Planning<'_>, id: Id<TermScore>) -> Result<(), Refusal> {
    planning.book().term_score.get(id).map_or(Ok(()), |score| proposal_term::is_open(planning, score.term))
}
