//! Rows that come from another program's file, each with the line it came from: what breaks a rule is left out with
//! its line, the rest is one edit.

use super::book::{Book, Record};
use super::edit::{GivenHead, Incoming};
use super::plan::{Context, Planning};
use super::refusal::{Refusal, RefusalKind};
use super::rules;
use super::sentence::Sentence;

/// A record of a file that is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The physical line where it begins.
    pub line: usize,
    pub why: Sentence,
}

/// The rows that one record of a file makes or changes: all of them, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    pub line: usize,
    pub rows: Vec<Record>,
}

/// What may be saved, and what may not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sifted {
    pub rows: Vec<Incoming>,
    pub rejected: Vec<Rejected>,
    /// Which batches are taken, by their places.
    pub taken: Vec<usize>,
}

/// Parts the batches that the rules accept from those they refuse, in their order.
///
/// # Errors
/// A question that has to be answered first.
pub fn sift(book: &Book, batches: Vec<Batch>, cx: &mut Context<'_>) -> Result<Sifted, Refusal> {
    let mut planning = Planning::new(book, cx);
    let mut sifted = Sifted::default();
    for (at, mut batch) in batches.into_iter().enumerate() {
        match check(&mut planning, &mut batch.rows) {
            Ok(()) => {
                sifted.taken.push(at);
                let given = GivenHead { rev: true, created_at: true, updated_at: true };
                sifted.rows.extend(batch.rows.into_iter().map(|record| Incoming { record, given }));
            }
            Err(refusal) if refusal.kind == RefusalKind::Ask => return Err(refusal),
            Err(refusal) => sifted.rejected.push(Rejected { line: batch.line, why: refusal.sentence }),
        }
    }
    Ok(sifted)
}

/// The question before a file changes more than a fifth of the clients; `told` are the rows added, changed and in
/// conflict.
pub fn may_apply(book: &Book, clients: usize, told: (usize, usize, usize)) -> Option<Sentence> {
    let (added, changed, conflicts) = told;
    let question = Sentence::new("import-apply-ask").count("a", added).count("c", changed).count("x", conflicts);
    (clients * 5 > book.client.len()).then_some(question)
}

/// Puts the rows of one record; a refusal leaves the plan as it was.
fn check(planning: &mut Planning<'_>, rows: &mut [Record]) -> Result<(), Refusal> {
    rows.iter_mut().try_for_each(rules::fields::tidy)?;
    let before: Vec<_> = rows.iter().map(|row| planning.record(row.entity(), row.uuid())).collect();
    for row in rows.iter() {
        planning.put_record(row.clone());
    }
    let checked = rows.iter().try_for_each(|row| {
        rules::references::check(planning, row)?;
        rules::facts(planning, row)
    });
    if checked.is_err() {
        for (row, before) in rows.iter().zip(before) {
            match before {
                Some(before) => planning.put_record(before),
                None => planning.forget(row.entity(), row.uuid()),
            }
        }
    }
    checked
}
