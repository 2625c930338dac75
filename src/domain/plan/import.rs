//! Rows that come whole from a file: planned against a copy of the book that holds them all.

use std::collections::{BTreeMap, HashMap};

use super::{Context, Planned, Planning, tiers};
use crate::domain::book::{Book, Entity, Record};
use crate::domain::edit::{GivenHead, Incoming};
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::domain::sentence::Sentence;
use crate::domain::step::Change;

/// The changes that rows of a file make. Rows that are as the book has them change nothing. Transition gates are not
/// asked: a true book may hold old states.
pub(super) fn plan(book: &Book, title: &Sentence, rows: &[Incoming], cx: &mut Context<'_>) -> Result<Planned, Refusal> {
    let mut after = book.clone();
    let mut changes: Vec<Change> = Vec::with_capacity(rows.len());
    let mut changed = HashMap::new();
    for row in rows {
        let mut record = row.record.clone();
        let (entity, uuid) = (record.entity(), record.uuid());
        rules::fields::tidy(&mut record).map_err(|refusal| refusal.of(entity, uuid))?;
        let before = book.record(entity, uuid);
        if let Some(before) = &before {
            keep_head(&mut record, before, row.given);
        }
        if after.record(entity, uuid).as_ref() != Some(&record) {
            after.put(record.clone());
            let change = Change { before, after: Some(record) };
            // A row that comes twice is one change, from what the book has to what came last.
            match changed.get(&(entity, uuid)) {
                Some(&at) => changes[at] = change,
                None => {
                    changed.insert((entity, uuid), changes.len());
                    changes.push(change);
                }
            }
        }
    }
    changes.retain(|change| change.before != change.after);
    let warnings = check(&after, &changes, cx)?;
    // A snapshot brings its own tiers, or none on purpose.
    if rows.iter().all(|row| row.record.entity() == Entity::LedgerMonth) {
        tiers::put_imported(&after, &mut changes, cx);
    }
    Ok(Planned { title: title.clone(), client: None, reason: None, changes, warnings, stand_ins: BTreeMap::new() })
}

/// Times and rev that the file did not give stay as the book has them.
fn keep_head(record: &mut Record, before: &Record, given: GivenHead) {
    let head = record.head_mut();
    if !given.rev {
        head.rev = before.head().rev;
    }
    if !given.created_at {
        head.created_at = before.head().created_at;
    }
    if !given.updated_at {
        head.updated_at = before.head().updated_at;
    }
}

fn check(after: &Book, changes: &[Change], cx: &mut Context<'_>) -> Result<Vec<Sentence>, Refusal> {
    let mut planning = Planning::new(after, cx);
    for change in changes {
        let Some(record) = &change.after else { continue };
        let at = |refusal: Refusal| refusal.of(record.entity(), record.uuid());
        rules::references::check(&planning, record).map_err(at)?;
        rules::facts(&mut planning, record).map_err(at)?;
        if let Some(before) = &change.before {
            rules::leaning::check(&mut planning, before, record).map_err(at)?;
        }
    }
    planning.finish().map(|planned| planned.warnings)
}
