//! A ready answer: a question that has one already is said, not refused.

use crate::domain::entity::Answer;
use crate::domain::plan::Planning;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::text::fold;

pub(super) fn warn_if_known(planning: &mut Planning<'_>, before: Option<&Answer>, answer: &Answer) {
    let question = fold(&answer.question);
    if before.is_some_and(|before| fold(&before.question) == question) {
        return;
    }
    let same = |other: &Answer| {
        other.uid() != answer.uid() && other.language == answer.language && fold(&other.question) == question
    };
    if planning.all::<Answer>().any(same) {
        planning.warn(Sentence::new("question-known").text("question", &answer.question));
    }
}
