//! Why an edit was not made, and what the manager answered to the questions an edit may ask.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::book::Entity;
use super::sentence::Sentence;
use super::table::Fault;

/// Why an edit was not made. The book is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub kind: RefusalKind,
    pub sentence: Sentence,
    /// The field to look at, dotted below structured ones, e.g. `people[2].roles[1]`.
    pub field: Option<String>,
    /// The record it is about, where it is not the one edited.
    pub record: Option<(Entity, Uuid)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// A rule forbids it.
    No,
    /// A question is to be answered first; the answer is kept under the sentence's id.
    Ask,
    /// The record is not there.
    NotFound,
}

impl Refusal {
    pub fn no(sentence: Sentence) -> Self {
        Self { kind: RefusalKind::No, sentence, field: None, record: None }
    }

    pub fn ask(sentence: Sentence) -> Self {
        Self { kind: RefusalKind::Ask, sentence, field: None, record: None }
    }

    /// A record that is no longer (or never was) in the book.
    pub fn gone() -> Self {
        Self { kind: RefusalKind::NotFound, sentence: Sentence::new("record-gone"), field: None, record: None }
    }

    /// The same at a field.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field.get_or_insert(field.into());
        self
    }

    /// The same at the field by which this row calls it.
    #[must_use]
    pub fn called(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    #[must_use]
    pub fn of(mut self, entity: Entity, uuid: Uuid) -> Self {
        self.record.get_or_insert((entity, uuid));
        self
    }
}

impl From<Sentence> for Refusal {
    fn from(sentence: Sentence) -> Self {
        Self::no(sentence)
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::no(fault.sentence).at(fault.field)
    }
}

/// Answers to Ask questions, by the id of the question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Yes to whatever is asked (`--yes`).
    pub yes_to_all: bool,
    pub given: BTreeMap<String, bool>,
}

impl Answers {
    pub fn yes() -> Self {
        Self { yes_to_all: true, given: BTreeMap::new() }
    }

    #[must_use]
    pub fn and(mut self, question: &Sentence, yes: bool) -> Self {
        self.given.insert(question.id.clone(), yes);
        self
    }

    /// # Errors
    /// The question, when it has not been answered.
    pub fn ask(&self, question: Sentence) -> Result<bool, Refusal> {
        match self.given.get(&question.id) {
            Some(answer) => Ok(*answer),
            None if self.yes_to_all => Ok(true),
            None => Err(Refusal::ask(question)),
        }
    }
}
