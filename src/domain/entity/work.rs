//! Standard answers, problems and notes.

use chrono::NaiveDate;

use super::{Client, Person, Product, Visit, entity};
use crate::domain::field::{int, line, text};
use crate::domain::parts::Pass;
use crate::domain::table::Id;
use crate::domain::words::{
    AnswerKind, Language, NoteClass, NoteSource, NoteTopic, ProblemKind, ProblemState, ProblemTopic, Tri,
};

entity! {
    /// A ready answer to a question that comes again.
    Answer.answer {
        question: String, in, y [line(200)];
        body: String, in, y [text(4000)];
        kind: AnswerKind, in, y = AnswerKind::Answer;
        language: Language, in, y = Language::En;
        product: Option<Id<Product>>, in, -;
        topic: Option<String>, in, - [line(40)];
        reviewed_on: NaiveDate, in, y;
        valid_until: Option<NaiveDate>, in, -;
        share: bool, in, y = false;
        uses: i64, in, y [int(0, 1_000_000)] = 0;
    }

    /// A client's problem, and where in the bank it is.
    Problem.problem {
        client: Id<Client>, in, y;
        title: String, in, y [line(120)];
        detail: Option<String>, in, - [text(2000)];
        kind: ProblemKind, in, y = ProblemKind::Complaint;
        topic: Option<ProblemTopic>, in, -;
        raised_by: Option<Id<Person>>, in, -;
        raised_on: NaiveDate, in, y;
        visit: Option<Id<Visit>>, in, -;
        severity: i64, in, y [int(1, 3)] = 2;
        state: ProblemState, in, y = ProblemState::Open;
        passes: Vec<Pass>, in, -;
        due: Option<NaiveDate>, in, -;
        resolution: Option<String>, in, c [text(600)];
        told_client_on: Option<NaiveDate>, in, c;
        client_satisfied: Option<Tri>, in, -;
    }

    /// A note on a client or a person. Its own `class` says who may see it; never shareable.
    Note.note {
        client: Option<Id<Client>>, co, c;
        person: Option<Id<Person>>, co, c;
        on: NaiveDate, co, y;
        topic: NoteTopic, co, y = NoteTopic::Other;
        text: String, co, y [text(4000)];
        source: Option<NoteSource>, co, -;
        visit: Option<Id<Visit>>, co, -;
        class: NoteClass, in, y = NoteClass::Co;
        pinned: bool, in, y = false;
    }
}
