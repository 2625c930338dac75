//! The manager's own playbook of a stage: an answer of the book that stands in place of the text that is shipped.

use super::book::Book;
use super::entity::Answer;
use super::text::fold;
use super::words::{AnswerKind, Language};

/// The topic by which an answer belongs to a stage, in every language.
pub fn topic(stage: i64) -> String {
    format!("stage {stage}")
}

/// The newest text of one's own for a stage: in the language asked for, else in another.
pub fn own(book: &Book, stage: i64, language: Language) -> Option<&Answer> {
    let topic = topic(stage);
    let about = |row: &&Answer| row.topic.as_deref().is_some_and(|text| fold(text) == topic);
    let texts = book.answer.iter().filter(|row| row.kind == AnswerKind::Playbook).filter(about);
    texts.max_by_key(|row| (row.language == language, row.head.updated_at, row.head.uid))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::book;
    use serde_json::json;

    #[test]
    fn an_answer_about_the_stage_is_its_playbook() {
        let answer = |body: &str, kind: &str, language: &str, topic: &str| {
            json!({ "question": body, "body": body, "kind": kind, "language": language, "topic": topic,
                "reviewed_on": "2026-11-01" })
        };
        let book = book(&json!({ "tables": { "answer": [
            answer("russian", "playbook", "ru", "stage 3"),
            answer("english", "playbook", "en", " Stage 3"),
            answer("standard", "standard", "en", "stage 4"),
            answer("chinese", "playbook", "zh", "stage 5"),
        ] } }));
        let own = |stage, language| own(&book, stage, language).map(|row| row.body.as_str());
        assert_eq!(own(3, Language::Ru), Some("russian"));
        assert_eq!(own(3, Language::En), Some("english"));
        assert_eq!(own(4, Language::En), None);
        assert_eq!(own(5, Language::Bg), Some("chinese"));
    }
}
