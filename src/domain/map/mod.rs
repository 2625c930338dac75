//! The decision map of a client: who prepares, agrees, speaks for, budgets and decides, how sure that is, who is for
//! and against us, and what is to be checked. The map screen, the command, Today and the brief all read this one map.
//!
//! Nothing here changes a row or reads the journal: what only the journal knows comes in as a [`Past`].

pub mod age;
pub mod attitude;
pub mod balance;
mod changed;
mod columns;
pub mod completeness;
mod days;
pub mod findings;
pub mod holders;
pub mod limits;
pub mod past;
pub mod place;
pub mod questions;
pub mod reporting;
pub mod roads;
#[cfg(test)]
mod tests;

use super::book::Book;
use super::entity::{Client, Person};
use super::parts::AbsentStep;
use super::sentence::Sentence;
use super::table::Id;
use super::words::RoleKind;

pub use age::Freshness;
pub use attitude::{Attitude, attitude};
pub use balance::Balance;
pub use changed::{Changed, What, changed};
pub use columns::Column;
pub use days::days;
pub use findings::{Finding, FindingKind};
pub use holders::{Ask, Holder, deciders, holders};
pub use past::{Past, RoleThen, Upset};
pub use questions::NextQuestion;
pub use reporting::Lines;
pub use roads::Road;

/// The roles that are no step of the decision, in the order of their rows.
pub const OTHERS: [RoleKind; 3] = [RoleKind::Influences, RoleKind::Operates, RoleKind::Informs];

/// One step or other role with those who hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub kind: RoleKind,
    /// Surest first; those who have left last.
    pub holders: Vec<Holder>,
    /// The step does not exist at this client, and why.
    pub absent: Option<AbsentStep>,
    /// The best holder's value, in parts of [`holders::FULL`].
    pub value: i64,
}

impl Row {
    /// Holders whose position has not ended.
    pub fn present(&self) -> impl Iterator<Item = &Holder> {
        self.holders.iter().filter(|holder| !holder.left)
    }

    /// A step that exists and that nobody fills.
    pub fn is_missing(&self) -> bool {
        self.kind.is_step() && self.absent.is_none() && self.present().next().is_none()
    }
}

/// The decision map as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionMap {
    pub ask: Ask,
    /// The people: by level, those of a parent before those of the client itself, then by influence, then by name.
    pub columns: Vec<Column>,
    /// The five steps in their order, prepares first.
    pub steps: Vec<Row>,
    /// Influences, operates, informs.
    pub others: Vec<Row>,
    /// Whole percent.
    pub completeness: i64,
    pub balance: Balance,
    pub lines: Lines,
    /// What is to be checked, in the order of weight.
    pub findings: Vec<Finding>,
}

impl DecisionMap {
    /// The map asked for. `past` is empty unless the day is past or a post has changed.
    pub fn of(book: &Book, ask: Ask, past: &Past) -> Self {
        let all = holders(book, &ask, past);
        let columns = columns::columns(book, &ask, &all);
        let (steps, others) = (rows(book, &ask, &all, &RoleKind::STEPS), rows(book, &ask, &all, &OTHERS));
        let balance = balance::balance(columns.iter().filter(|column| !column.left).map(|column| &column.attitude));
        let mut map = Self {
            ask,
            completeness: percent(&steps),
            balance,
            lines: reporting::lines(book, &ask),
            columns,
            steps,
            others,
            findings: Vec::new(),
        };
        map.findings = findings::findings(book, &map, past);
        map
    }

    /// The general map as of today.
    pub fn today(book: &Book, client: Id<Client>, today: chrono::NaiveDate) -> Self {
        Self::of(book, Ask::today(client, today), &Past::default())
    }

    pub fn row(&self, kind: RoleKind) -> Option<&Row> {
        self.steps.iter().chain(&self.others).find(|row| row.kind == kind)
    }

    /// What a person holds of a kind.
    pub fn cell(&self, kind: RoleKind, person: Id<Person>) -> Option<&Holder> {
        self.row(kind)?.holders.iter().find(|holder| holder.person == person)
    }

    pub fn column(&self, person: Id<Person>) -> Option<&Column> {
        self.columns.iter().find(|column| column.person == person)
    }

    /// Those who decide and have not left, surest first.
    pub fn deciders(&self) -> impl Iterator<Item = &Holder> {
        self.row(RoleKind::Decides).into_iter().flat_map(Row::present)
    }

    /// The steps that exist and that nobody fills, in their order.
    pub fn missing(&self) -> impl Iterator<Item = RoleKind> {
        self.steps.iter().filter(|row| row.is_missing()).map(|row| row.kind)
    }

    /// Nobody is on the map yet.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// What keeps the map from being complete: missing steps, then guesses, then old facts, each from the top.
    pub fn remarks(&self) -> Vec<Sentence> {
        let rows = completeness::from_the_top().filter_map(|step| self.row(step)).filter(|row| row.absent.is_none());
        let mut remarks: Vec<_> = rows.filter_map(|row| completeness::step_remark(row.kind, &row.holders)).collect();
        remarks.sort_by_key(|(remark, _)| *remark);
        remarks.into_iter().map(|(_, sentence)| sentence).collect()
    }
}

/// How complete the general map of a client is today, without the rest of the map: for lists.
pub fn completeness_of(book: &Book, client: Id<Client>, today: chrono::NaiveDate) -> i64 {
    let ask = Ask::today(client, today);
    percent(&rows(book, &ask, &holders(book, &ask, &Past::default()), &RoleKind::STEPS))
}

fn percent(steps: &[Row]) -> i64 {
    let existing = steps.iter().filter(|row| row.absent.is_none());
    completeness::percent(existing.map(|row| (completeness::step_weight(row.kind), row.value)))
}

fn rows(book: &Book, ask: &Ask, all: &[Holder], kinds: &[RoleKind]) -> Vec<Row> {
    let absent = book.client.get(ask.client).map_or(&[][..], |client| &client.absent_steps);
    let row = |kind: &RoleKind| {
        let holders: Vec<Holder> = all.iter().filter(|holder| holder.kind == *kind).cloned().collect();
        // Somebody who holds the step for this offer shows that the step exists for it.
        let own = holders.iter().any(|holder| holder.proposal.is_some());
        let absent = absent.iter().find(|absent| absent.step == *kind && absent.on <= ask.as_of && !own).cloned();
        Row { kind: *kind, value: completeness::step_value(&holders), holders, absent }
    };
    kinds.iter().map(row).collect()
}
