//! What is wrong with a map, in the order in which it matters.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::age::Freshness;
use super::completeness::from_the_top;
use super::holders::Holder;
use super::limits::too_low;
use super::past::Past;
use super::{DecisionMap, Row, place};
use crate::domain::Book;
use crate::domain::entity::{Client, Person, Visit};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;
use crate::domain::words::{RoleKind, Side, Tri, VisitStatus};

/// Kinds of findings, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum FindingKind {
    MissingStep,
    DeciderNeverMet,
    Opponent,
    UnknownStance,
    SinglePoint,
    OnlyOneRoad,
    Stale,
    Conflict,
    Left,
    LimitTooLow,
}

impl FindingKind {
    /// The word of the JSON documents.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The dotted key of its term.
    pub fn term(self) -> String {
        format!("finding.kind.{}", self.word())
    }
}

/// One thing to check, tied to a step and a person where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub step: Option<RoleKind>,
    pub person: Option<Id<Person>>,
    pub text: Sentence,
}

/// Everything that is wrong, weightiest kind first, within a kind from the decision downwards.
pub fn findings(book: &Book, map: &DecisionMap, past: &Past) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(missing_steps(map));
    found.extend(decider_never_met(book, map));
    found.extend(opponents(book, map));
    found.extend(unknown_stances(book, map));
    found.extend(single_point(book, map));
    found.extend(only_one_road(book, map));
    found.extend(stale(book, map));
    found.extend(conflict(book, map));
    found.extend(left(book, map));
    found.extend(limits(book, map, past));
    found
}

/// The name by which a person of the map is called.
fn name(book: &Book, person: Id<Person>) -> String {
    book.person.get(person).map(Person::short_name).unwrap_or_default()
}

fn from_top(map: &DecisionMap) -> impl Iterator<Item = &Row> {
    from_the_top().filter_map(|step| map.row(step))
}

fn missing_steps(map: &DecisionMap) -> impl Iterator<Item = Finding> {
    from_top(map).filter(|row| row.is_missing()).map(|row| Finding {
        kind: FindingKind::MissingStep,
        step: Some(row.kind),
        person: None,
        text: Sentence::new("finding-missing-step").word("step", row.kind.term()),
    })
}

fn decider_never_met(book: &Book, map: &DecisionMap) -> Option<Finding> {
    let first = map.deciders().next()?;
    let met = map.deciders().any(|holder| is_met(book, holder.person, map.ask.as_of));
    (!met).then(|| Finding {
        kind: FindingKind::DeciderNeverMet,
        step: Some(RoleKind::Decides),
        person: Some(first.person),
        text: Sentence::new("finding-decider-never-met").text("person", name(book, first.person)),
    })
}

/// Whether a person ever came to a held visit, wherever it was.
pub fn is_met(book: &Book, person: Id<Person>, until: NaiveDate) -> bool {
    held(book, book.visit.of(person), until).any(|visit| visit.came(person))
}

fn held<'a>(book: &Book, visits: impl Iterator<Item = &'a Visit>, until: NaiveDate) -> impl Iterator<Item = &'a Visit> {
    let zone = book.settings().zone;
    visits.filter(move |visit| visit.status == VisitStatus::Held && visit.day(zone) <= until)
}

fn opponents(book: &Book, map: &DecisionMap) -> Vec<Finding> {
    let holds = |person: Id<Person>| {
        let steps = [RoleKind::Decides, RoleKind::Budgets];
        steps.into_iter().find(|step| map.cell(*step, person).is_some_and(|holder| !holder.left))
    };
    let against = map.columns.iter().filter(|column| !column.left && column.attitude.is_against());
    let weighty = against.filter_map(|column| {
        let (step, influence) = (holds(column.person), column.attitude.influence());
        (step.is_some() || influence.is_some_and(|influence| influence >= 4)).then_some((column, step, influence))
    });
    let finding = |column: &super::Column, step, influence: Option<i64>| {
        let stance = format!("stance.value.{}", column.attitude.stance().unwrap_or_default());
        let id = if influence.is_some() { "finding-opponent" } else { "finding-opponent-no-influence" };
        let text = Sentence::new(id).text("person", name(book, column.person)).word("stance", stance);
        let text = match influence {
            Some(influence) => text.with("influence", Arg::Count(influence)),
            None => text,
        };
        Finding { kind: FindingKind::Opponent, step, person: Some(column.person), text }
    };
    weighty.map(|(column, step, influence)| finding(column, step, influence)).collect()
}

fn unknown_stances(book: &Book, map: &DecisionMap) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let keys = [RoleKind::Decides, RoleKind::Budgets, RoleKind::Agrees];
    let holders = keys.into_iter().filter_map(|step| map.row(step)).flat_map(Row::present);
    let unknown = |holder: &&Holder| {
        let stance = map.column(holder.person).and_then(|column| column.attitude.stance);
        stance.is_none() && seen.insert(holder.person)
    };
    let finding = |holder: &Holder| Finding {
        kind: FindingKind::UnknownStance,
        step: Some(holder.kind),
        person: Some(holder.person),
        text: Sentence::new("finding-unknown-stance")
            .word("step", holder.kind.term())
            .text("person", name(book, holder.person)),
    };
    holders.filter(unknown).map(finding).collect()
}

/// Somebody alone on a step who holds three or more, or the one person whom all visits were with.
fn single_point(book: &Book, map: &DecisionMap) -> Vec<Finding> {
    let steps =
        |person: Id<Person>| map.steps.iter().filter(|row| row.present().any(|holder| holder.person == person)).count();
    let alone = from_top(map).filter_map(|row| {
        let mut present = row.present();
        present.next().filter(|_| present.next().is_none()).map(|holder| (row.kind, holder.person))
    });
    let pillar = alone.filter(|(_, person)| steps(*person) >= 3).collect::<Vec<_>>();
    let finding = |id: &str, step, person| Finding {
        kind: FindingKind::SinglePoint,
        step,
        person: Some(person),
        text: Sentence::new(id).text("person", name(book, person)),
    };
    let mut found = Vec::new();
    for (step, person) in pillar {
        if !found.iter().any(|finding: &Finding| finding.person == Some(person)) {
            found.push(finding("finding-single-point", Some(step), person));
        }
    }
    let visitor = only_visitor(book, map.ask.client, map.ask.as_of);
    if let Some(person) = visitor.filter(|person| !found.iter().any(|finding| finding.person == Some(*person))) {
        found.push(finding("finding-single-visits", None, person));
    }
    found
}

/// The one person of the client who came to all held visits of the last 12 months, of which there are at least two.
pub fn only_visitor(book: &Book, client: Id<Client>, as_of: NaiveDate) -> Option<Id<Person>> {
    let since = as_of.checked_sub_months(Months::new(12))?;
    let zone = book.settings().zone;
    let mine = held(book, book.visit.of(client).filter(|visit| visit.client == client), as_of);
    let guests: Vec<Vec<Id<Person>>> =
        mine.filter(|visit| visit.day(zone) > since).map(|visit| guests(book, visit)).collect();
    match guests.first()?.as_slice() {
        &[only] if guests.len() >= 2 && guests.iter().all(|guests| guests.as_slice() == [only]) => Some(only),
        _ => None,
    }
}

/// People who came and are not of the bank.
fn guests(book: &Book, visit: &Visit) -> Vec<Id<Person>> {
    let ours = |person| book.person.get(person).is_some_and(|person| person.side == Side::Bank);
    let came = visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::Yes));
    let mut guests: Vec<_> = came.map(|attendee| attendee.person).filter(|person| !ours(*person)).collect();
    guests.sort_unstable();
    guests.dedup();
    guests
}

fn only_contact(book: &Book, map: &DecisionMap) -> Option<Id<Person>> {
    place::only_contact(book.affiliation.of(map.ask.client), map.ask.client, map.ask.as_of)
}

fn only_one_road(book: &Book, map: &DecisionMap) -> Option<Finding> {
    let only = only_contact(book, map)?;
    Some(Finding {
        kind: FindingKind::OnlyOneRoad,
        step: None,
        person: Some(only),
        text: Sentence::new("finding-only-one-road").text("person", name(book, only)),
    })
}

/// The one who decides and is the only contact.
pub fn everything_through(book: &Book, map: &DecisionMap) -> Option<Id<Person>> {
    let only = only_contact(book, map)?;
    map.deciders().any(|holder| holder.person == only).then_some(only)
}

fn stale(book: &Book, map: &DecisionMap) -> Vec<Finding> {
    let existing = from_top(map).filter(|row| row.absent.is_none());
    let old = existing.flat_map(Row::present).filter(|holder| holder.freshness != Freshness::Fresh);
    let finding = |holder: &Holder| Finding {
        kind: FindingKind::Stale,
        step: Some(holder.kind),
        person: Some(holder.person),
        text: Sentence::new("finding-stale")
            .word("step", holder.kind.term())
            .text("person", name(book, holder.person))
            .with("n", Arg::Count(holder.age_days)),
    };
    old.map(finding).collect()
}

/// Two decide, and no limit says which of them when.
fn conflict(book: &Book, map: &DecisionMap) -> Option<Finding> {
    let deciders: Vec<&Holder> = map.deciders().collect();
    let clashes = |a: &Holder| deciders.iter().any(|b| a.role != b.role && a.limit == b.limit);
    let clashing: Vec<&Holder> = deciders.iter().copied().filter(|holder| clashes(holder)).collect();
    let first = clashing.first()?;
    let names = clashing.iter().map(|holder| name(book, holder.person));
    Some(Finding {
        kind: FindingKind::Conflict,
        step: Some(RoleKind::Decides),
        person: Some(first.person),
        text: Sentence::new("finding-conflict").count("n", clashing.len()).with("list", Arg::texts(names)),
    })
}

fn left(book: &Book, map: &DecisionMap) -> Vec<Finding> {
    let rows = from_top(map).chain(&map.others);
    let gone = rows.flat_map(|row| &row.holders).filter(|holder| holder.left);
    let finding = |holder: &Holder| Finding {
        kind: FindingKind::Left,
        step: Some(holder.kind),
        person: Some(holder.person),
        text: Sentence::new("finding-left").text("person", name(book, holder.person)).word("step", holder.kind.term()),
    };
    gone.map(finding).collect()
}

fn limits(book: &Book, map: &DecisionMap, past: &Past) -> Vec<Finding> {
    let finding = |low: super::limits::TooLow<'_>| Finding {
        kind: FindingKind::LimitTooLow,
        step: Some(RoleKind::Decides),
        person: Some(low.decider),
        text: Sentence::new("finding-limit-too-low")
            .with("sum", Arg::Money(low.amount))
            .text("person", name(book, low.decider)),
    };
    too_low(book, &map.ask, past).into_iter().map(finding).collect()
}
