//! A ready answer: a question that has one already is said, not refused.

use crate::domain::entity::Answer;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::text::fold;

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Answer>, answer: &Answer) -> Result<(), Refusal> {
    let question = fold(&answer.question);
    if before.is_some_and(|before| fold(&before.question) == question) {
        return Ok(());
    }
    let same = |other: &Answer| {
        other.uid() != answer.uid() && other.language == answer.language && fold(&other.question) == question
    };
    if planning.all::<Answer>().any(same) {
        planning.warn(Sentence::new("question-known").text("question", &answer.question));
    }
    Ok(())
}
