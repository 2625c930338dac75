//! Problems: how long they took, how long each department kept them, and which come again.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::exact::Ratio;
use super::view::View;
use crate::domain::book::Book;
use crate::domain::date::days_between;
use crate::domain::entity::{Client, Problem};
use crate::domain::parts::Pass;
use crate::domain::table::{Id, Row};
use crate::domain::words::ProblemState;

/// A problem of the same topic at the same client within so many days is a repeat.
const REPEAT_DAYS: i64 = 90;

/// Working days something took, or has taken so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    pub days: i64,
    pub so_far: bool,
}

/// The middle of the days that are over, and how many are still running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Typical {
    pub median: Option<Ratio>,
    pub over: usize,
    pub running: usize,
    /// The longest that is still running.
    pub longest_so_far: Option<i64>,
}

impl Typical {
    pub fn of(taken: impl IntoIterator<Item = Took>) -> Self {
        let (running, over): (Vec<Took>, Vec<Took>) = taken.into_iter().partition(|took| took.so_far);
        let mut days: Vec<i64> = over.iter().map(|took| took.days).collect();
        days.sort_unstable();
        let longest_so_far = running.iter().map(|took| took.days).max();
        Self { median: median(&days), over: over.len(), running: running.len(), longest_so_far }
    }
}

fn median(sorted: &[i64]) -> Option<Ratio> {
    let middle = sorted.len() / 2;
    let high = sorted.get(middle).copied()?;
    if sorted.len() % 2 == 1 {
        return Some(Ratio::whole(high));
    }
    let low = sorted.get(middle.checked_sub(1)?).copied()?;
    Ratio::new(i128::from(low) + i128::from(high), 2)
}

/// Neither resolved nor rejected.
pub fn is_open(problem: &Problem) -> bool {
    !matches!(problem.state, ProblemState::Resolved | ProblemState::Rejected)
}

/// Working days from the day it was raised to the day the client was told.
pub fn took(view: &View<'_>, problem: &Problem) -> Took {
    let told = problem.told_client_on.filter(|told| !is_open(problem) && *told <= view.today);
    days(view, problem.raised_on, told)
}

/// Working days for which a department kept a problem.
pub fn kept(view: &View<'_>, pass: &Pass) -> Took {
    days(view, pass.on, pass.back_on.filter(|back| *back <= view.today))
}

fn days(view: &View<'_>, from: NaiveDate, to: Option<NaiveDate>) -> Took {
    Took { days: view.calendar.between(from, to.unwrap_or(view.today)), so_far: to.is_none() }
}

/// The days of all problems raised in a period.
pub fn typical<'a>(view: &View<'_>, problems: impl Iterator<Item = &'a Problem>) -> Typical {
    Typical::of(problems.filter(|problem| problem.raised_on <= view.today).map(|problem| took(view, problem)))
}

/// The days for which each department kept what was passed to it, over all passes.
pub fn by_department<'a>(view: &View<'_>, problems: impl Iterator<Item = &'a Problem>) -> BTreeMap<&'a str, Typical> {
    let mut by: BTreeMap<&str, Vec<Took>> = BTreeMap::new();
    for pass in problems.flat_map(|problem| &problem.passes).filter(|pass| pass.on <= view.today) {
        by.entry(pass.department.as_str()).or_default().push(kept(view, pass));
    }
    by.into_iter().map(|(department, taken)| (department, Typical::of(taken))).collect()
}

/// The earlier problem of the same topic at the same client that this one repeats, if any.
pub fn repeats(view: &View<'_>, problem: &Problem) -> Option<Id<Problem>> {
    let topic = problem.topic?;
    let earlier = view.book.problem.of(problem.client).filter(|other| {
        other.client == problem.client
            && other.topic == Some(topic)
            && (other.raised_on, other.head.uid) < (problem.raised_on, problem.head.uid)
            && days_between(other.raised_on, problem.raised_on) <= REPEAT_DAYS
    });
    earlier.max_by_key(|other| (other.raised_on, other.head.uid)).map(Row::uid)
}

/// The problems of a client that are neither resolved nor rejected, the gravest first, then by their due day.
pub fn open_of(book: &Book, client: Id<Client>) -> Vec<&Problem> {
    let mine = book.problem.of(client).filter(|row| row.client == client && is_open(row));
    let mut problems: Vec<&Problem> = mine.collect();
    problems.sort_by_key(|row| (std::cmp::Reverse(row.severity), row.due, row.head.uid));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
    use serde_json::json;

    #[test]
    fn days_are_working_days_and_open_ones_run() {
        let view = View::on(&DEMO, demo_today());
        let problem = |name: &str| DEMO.problem.get(id(name)).unwrap();
        assert_eq!(took(&view, problem("y-ashcombe-1")), Took { days: 3, so_far: false });
        assert_eq!(took(&view, problem("y-marrowick-1")), Took { days: 7, so_far: true });
        let departments = by_department(&view, DEMO.problem.iter());
        assert_eq!((departments["legal"].over, departments["legal"].longest_so_far), (0, Some(1)));
        assert_eq!(departments["operations"].running, 1);
        assert!(departments["operations"].median.is_some());
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        for (days, expected) in [(vec![3], Some((3, 1))), (vec![1, 2, 9, 10], Some((11, 2))), (vec![], None)] {
            assert_eq!(median(&days), expected.and_then(|(num, den)| Ratio::new(num, den)), "{days:?}");
        }
    }

    #[test]
    fn a_repeat_is_of_one_topic_and_client_within_90_days() {
        let row = |uid: &str, on: &str, topic: &str| {
            let row = json!({ "uid": uid, "client": "a", "title": uid, "raised_on": on });
            with(row, json!({ "topic": topic }))
        };
        let rows = [
            row("1", "2026-01-01", "speed"),
            row("2", "2026-04-01", "speed"),
            row("3", "2026-07-15", "speed"),
            row("4", "2026-07-16", "price"),
        ];
        let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "problem": rows } }));
        let view = View::on(&book, day("2026-08-01"));
        let found = ["1", "2", "3", "4"].map(|name| repeats(&view, book.problem.get(id(name)).unwrap()));
        assert_eq!(found, [None, Some(id("1")), None, None]);
    }
}
