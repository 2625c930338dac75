//! The bank of standard answers: which fit a text that is being written, which must be checked first, and counting
//! those that were used.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::adaptation;
use super::book::Book;
use super::entity::{Answer, Client, Product};
use super::plan::Planning;
use super::refusal::{Answers, Refusal};
use super::sentence::Sentence;
use super::table::Id;
use super::text::fold;
use super::words::{AnswerKind, Language};

/// For what an answer is sought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    pub language: Option<Language>,
    /// What the text is about, in every spelling an answer's topic may have; folded.
    pub topics: Vec<String>,
    /// What stands around the text and may name a topic (the title of a problem, a question); folded.
    pub context: String,
}

impl Sought {
    /// In the client's own language.
    pub fn of(book: &Book, client: Option<Id<Client>>) -> Self {
        let language = client.and_then(|id| book.client.get(id)).and_then(|client| client.language);
        Self { language: language.and_then(|language| Language::from_word(language.word())), ..Self::default() }
    }

    #[must_use]
    pub fn about(self, topics: &[String], context: &str) -> Self {
        Self { topics: topics.iter().map(|topic| fold(topic)).collect(), context: fold(context), ..self }
    }

    pub fn is_about(&self, answer: &Answer) -> bool {
        answer.topic.as_deref().map(fold).is_some_and(|topic| {
            self.topics.contains(&topic) || (topic.chars().count() >= LEAST_NAMED && self.context.contains(&topic))
        })
    }
}

/// A shorter topic may stand in a text by chance.
const LEAST_NAMED: usize = 4;

/// A text of the program's own that was edited: of a stage, of a new client's list.
fn is_template(answer: &Answer) -> bool {
    answer.kind == AnswerKind::Playbook || adaptation::days(answer).is_some()
}

/// Whether the day is over until which it holds.
pub fn is_to_check(answer: &Answer, today: NaiveDate) -> bool {
    answer.valid_until.is_some_and(|until| until < today)
}

const CHECK: &str = "answer-check-ask";

/// What is asked before an answer is used whose last day is over.
pub fn question(answer: &Answer, today: NaiveDate) -> Option<Sentence> {
    let until = answer.valid_until.filter(|_| is_to_check(answer, today))?;
    Some(Sentence::new(CHECK).date("date", until))
}

/// For texts in which the answers stand already: that question was answered when they were put there.
pub fn asked() -> Answers {
    Answers::default().and(&Sentence::new(CHECK), true)
}

/// The answers in which every word typed occurs: those about the matter first, then those in the client's language,
/// then the most used. Texts that are a template of the program's own are no answers.
pub fn found<'a>(book: &'a Book, sought: &Sought, typed: &str) -> Vec<&'a Answer> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let fits = |answer: &&Answer| {
        let texts = [Some(answer.question.as_str()), Some(&answer.body), answer.topic.as_deref()];
        let text = fold(&texts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        !is_template(answer) && words.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<&Answer> = book.answer.iter().filter(fits).collect();
    found.sort_by_cached_key(|answer| {
        let theirs = sought.language == Some(answer.language);
        (!sought.is_about(answer), !theirs, Reverse(answer.uses), fold(&answer.question), answer.head.uid)
    });
    found
}

/// The answers on products that hold today: those in a language that goes before others, then the most used.
pub fn on_products<'a>(
    book: &'a Book,
    language: Option<Language>,
    products: &[Id<Product>],
    today: NaiveDate,
) -> Vec<&'a Answer> {
    let fits = |answer: &&Answer| {
        !is_to_check(answer, today) && answer.product.is_some_and(|product| products.contains(&product))
    };
    let mut found: Vec<&Answer> = book.answer.iter().filter(fits).collect();
    found.sort_by_key(|answer| (language != Some(answer.language), Reverse(answer.uses), answer.head.uid));
    found
}

/// Counts answers that came into the texts of an edit, once for each time.
///
/// # Errors
/// One of them is no longer there, or is to be checked and nobody has said that it was.
pub(super) fn count(planning: &mut Planning<'_>, inserted: &[Id<Answer>]) -> Result<(), Refusal> {
    for id in inserted {
        let mut answer = planning.need(*id)?.clone();
        if let Some(question) = question(&answer, planning.today) {
            planning.insist(question)?;
        }
        answer.uses += 1;
        planning.put(answer);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::edit::Edit;
    use crate::domain::entity::Note;
    use crate::domain::figures::testing::book;
    use crate::domain::refusal::RefusalKind;
    use crate::domain::trial::{Trial, add};

    #[test]
    fn the_matter_then_the_clients_language_then_use_decide_the_order() {
        let answer = |question: &str, language: &str, topic: &str, uses: i64| {
            json!({ "question": question, "body": "Überweisung bis 14:00", "language": language, "topic": topic,
                "reviewed_on": "2026-11-01", "uses": uses })
        };
        let mut playbook = answer("stage", "ru", "stage 3", 9);
        playbook["kind"] = "playbook".into();
        let book = book(&json!({ "tables": { "answer": [
            answer("english", "en", "cutoff", 3),
            answer("russian", "ru", "escrow", 1),
            answer("russian often", "ru", "escrow", 5),
            answer("speedy", "en", "Speed", 0),
            playbook,
        ] } }));
        let sought = Sought { language: Some(Language::Ru), ..Sought::default() };
        let sought = sought.about(&["SPEED".to_owned()], "");
        let named = Sought::default().about(&[], "Late: our Cutoff is 14:00");
        assert_eq!(found(&book, &named, "").first().map(|answer| answer.question.as_str()), Some("english"));
        for (typed, expected) in [
            ("", "speedy, russian often, russian, english"),
            ("ÜBERWEISUNG 14", "speedy, russian often, russian, english"),
            ("ESCROW", "russian often, russian"),
            ("cutoff", "english"),
            ("nothing", ""),
        ] {
            let found = found(&book, &sought, typed);
            let names: Vec<&str> = found.iter().map(|answer| answer.question.as_str()).collect();
            assert_eq!(names.join(", "), expected, "{typed}");
        }
    }

    #[test]
    fn an_answer_is_to_be_checked_from_the_day_after_its_last() {
        let mut trial = Trial::new();
        let row = json!({ "question": "q", "body": "b", "reviewed_on": "2026-01-01", "valid_until": "2026-11-22" });
        let id = trial.has(Entity::Answer, row);
        let day = |text: &str| crate::domain::trial::day(text);
        let answer = trial.row::<Answer>(id);
        assert_eq!((is_to_check(answer, day("2026-11-22")), is_to_check(answer, day("2026-11-23"))), (false, true));
        let fields = json!({ "client": trial.client.to_string(), "text": "b" });
        let edit = Edit::WithAnswers { edit: Box::new(add(Entity::Note, fields)), inserted: vec![Id::new(id)] };
        let refused = trial.plan(&edit).unwrap_err();
        assert_eq!((refused.kind, refused.sentence.id.as_str()), (RefusalKind::Ask, CHECK));
        trial.answers = Answers::default().and(&Sentence::new(CHECK), false);
        assert_eq!(trial.refusal(&edit), "nothing-saved");
        trial.answers = asked();
        assert_eq!(trial.refusal(&edit), "-");
    }

    #[test]
    fn what_was_inserted_is_counted_in_the_same_step_or_not_at_all() {
        let mut trial = Trial::new();
        let row = json!({ "question": "q", "body": "b", "reviewed_on": "2026-01-01", "uses": 2 });
        let id = trial.has(Entity::Answer, row);
        let inserted = vec![Id::new(id); 2];
        let note = |text: &str| {
            let fields = json!({ "client": trial.client.to_string(), "text": text });
            Edit::WithAnswers { edit: Box::new(add(Entity::Note, fields)), inserted: inserted.clone() }
        };
        let (refused, saved) = (note(""), note("b"));
        assert_eq!(trial.refusal(&refused), "note-needs-text");
        let planned = trial.make(&saved);
        assert_eq!((planned.title.id.as_str(), planned.changes.len()), ("title-added", 2));
        assert_eq!(trial.row::<Answer>(id).uses, 4);
        assert_eq!(trial.only::<Note>().text, "b");
    }
}
