//! What the manager wants done, before any rule has looked at it. One variant for each kind of wish.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::after_visit::Page;
use super::book::{Entity, Record};
use super::date::LocalTime;
use super::entity::{Answer, Client, Person, Proposal, Visit};
use super::ledger_file::Figures;
use super::moves::Move;
use super::record_file::FileRows;
use super::sentence::Sentence;
use super::step::Change;
use super::table::Id;
use super::words::{Certainty, EndReason, RoleKind, VisitKind};

/// Values of fields by their names, as the snapshot writes them.
pub type Fields = Map<String, Json>;

/// Fields with their values, as an edit gives them.
pub fn fields<const N: usize>(given: [(&str, Json); N]) -> Fields {
    given.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// One wish. Forms, keys, the command line and files all end in one of these.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A new row of any entity; what is not given is its default.
    Add {
        entity: Entity,
        fields: Fields,
    },
    /// Other values in some fields. A move of a state (client, need, visit, promise, offer, problem) is an amended
    /// `status` or `state` together with what that move asks for.
    Amend(Amend),
    /// The kind way to take something out: archive, cancel, drop, end, decline. See command-line grammar.
    Remove {
        entity: Entity,
        uuid: Uuid,
        fields: Fields,
        reason: Option<String>,
    },
    SetRole(SetRole),
    EndRole {
        person: Id<Person>,
        client: Id<Client>,
        kind: RoleKind,
        /// The offer it is held for; None is the general role, which stays when one for an offer ends.
        proposal: Option<Id<Proposal>>,
        on: Option<NaiveDate>,
        reason: Option<EndReason>,
    },
    SetStance(SetStance),
    /// Two records that are one: `gone` goes into `keep`. What differs is chosen by the field's name.
    MergeClients {
        keep: Id<Client>,
        gone: Id<Client>,
        take: BTreeMap<String, Take>,
    },
    MergePeople {
        keep: Id<Person>,
        gone: Id<Person>,
        take: BTreeMap<String, Take>,
    },
    /// A move of the working day: of a visit, a promise, a problem, an offer.
    Move(Move),
    /// What a visit brought, one page and one step: it becomes held, or is corrected when it was.
    RecordVisit {
        visit: Id<Visit>,
        page: Box<Page>,
    },
    /// A contact that was never planned, recorded at once.
    LogVisit {
        client: Id<Client>,
        kind: VisitKind,
        start: LocalTime,
        /// Of a time that happens twice: the first (0) or the second (1).
        fold: Option<i64>,
        page: Box<Page>,
    },
    /// Several wishes saved as one step, or none of them.
    Together {
        title: Sentence,
        client: Option<Id<Client>>,
        edits: Vec<Edit>,
    },
    /// An edit in whose texts these answers were inserted: each is counted with it.
    WithAnswers {
        edit: Box<Edit>,
        inserted: Vec<Id<Answer>>,
    },
    /// Rows that come whole from a file. `fresh` times were made up by the reader and do not make a row differ.
    Import {
        title: Sentence,
        rows: Vec<Incoming>,
    },
    /// Monthly figures of a file. A row that a rule forbids is left out, and a warning names its line.
    Figures(Figures),
    /// Records of a file, line by line. A line that a rule forbids is left out, and a warning names it.
    Rows(FileRows),
    /// Changes of the journal taken back or made again; checked by the desk against what the rows are now.
    Restore {
        title: Sentence,
        client: Option<Uuid>,
        changes: Vec<Change>,
        /// Other edits stand, or do not, than when they were made: what they lead to was never there.
        out_of_turn: bool,
        /// What is made again went past a gate with a reason.
        force: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Amend {
    pub entity: Entity,
    pub uuid: Uuid,
    pub fields: Fields,
    /// Asked for by some moves and kept with the step.
    pub reason: Option<String>,
    /// Past a gate that is not met (client stages); needs a reason.
    pub force: bool,
}

/// Which of two differing facts a merge keeps: the kept record's, the other's, or for figures of a month their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    A,
    B,
    Sum,
}

/// A role added, or made surer.
#[derive(Debug, Clone, PartialEq)]
pub struct SetRole {
    pub person: Id<Person>,
    pub client: Id<Client>,
    pub kind: RoleKind,
    /// None: the default for a new role (assumed), unchanged for a role in force.
    pub certainty: Option<Certainty>,
    pub proposal: Option<Id<Proposal>>,
    pub from: Option<super::date::PartialDate>,
    pub visit: Option<Id<Visit>>,
    pub source_note: Option<String>,
}

/// A stance or an influence on a day; None leaves it.
#[derive(Debug, Clone, PartialEq)]
pub struct SetStance {
    pub person: Id<Person>,
    pub client: Id<Client>,
    pub proposal: Option<Id<Proposal>>,
    pub value: Option<i64>,
    pub influence: Option<i64>,
    pub on: Option<NaiveDate>,
    pub visit: Option<Id<Visit>>,
}

/// A row of a file: the record, and which head values the file really gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    pub record: Record,
    pub given: GivenHead,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GivenHead {
    pub rev: bool,
    pub created_at: bool,
    pub updated_at: bool,
}

impl Edit {
    /// The same edit, counting what was inserted in its texts.
    #[must_use]
    pub fn with_answers(self, inserted: Vec<Id<Answer>>) -> Self {
        if inserted.is_empty() { self } else { Self::WithAnswers { edit: Box::new(self), inserted } }
    }
}

impl Amend {
    pub fn new(entity: Entity, uuid: Uuid, fields: Fields) -> Self {
        Self { entity, uuid, fields, reason: None, force: false }
    }
}
