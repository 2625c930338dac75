//! What the change of a row brings with it: the days of its states, and further rows.

use super::{Planning, needs, occasions, offers, problems, promises, visits};
use crate::domain::book::Record;
use crate::domain::edit::Fields;
use crate::domain::refusal::Refusal;
use crate::domain::table::{Id, Row};

/// What follows from the change of a row, in the row itself and beside it.
///
/// # Errors
/// The question that the move asks.
pub(super) fn complete(
    planning: &mut Planning<'_>,
    before: Option<&Record>,
    record: &mut Record,
    given: &Fields,
) -> Result<(), Refusal> {
    match record {
        Record::Need(row) => needs::complete(planning, of(before), row),
        Record::Visit(row) => visits::complete(planning, of(before), row, given)?,
        Record::Commitment(row) => promises::complete(planning, of(before), row),
        Record::Problem(row) => problems::complete(planning, of(before), row),
        Record::Occasion(row) => occasions::complete(planning, of(before), row),
        Record::Proposal(row) => offers::complete(planning, of(before), row)?,
        Record::ProposalTerm(row) => offers::settle(planning, of(before), row),
        Record::Concession(row) => offers::concede(planning, (of(before), Some(row))),
        _ => {}
    }
    Ok(())
}

fn of<T: Row>(before: Option<&Record>) -> Option<&T> {
    before.and_then(T::of_record)
}

/// Puts a row, new or changed, with what follows from it.
///
/// # Errors
/// As [`complete`].
pub(super) fn put<T: Row>(planning: &mut Planning<'_>, row: T) -> Result<Id<T>, Refusal> {
    let id = row.uid();
    let before = planning.record(T::ENTITY, id.uuid);
    let mut record = row.into_record();
    complete(planning, before.as_ref(), &mut record, &Fields::new())?;
    planning.put_record(record);
    Ok(id)
}
