//! The kind way out of the book: the state or day with which a row ends, what that asks for, and what never goes.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::Planning;
use crate::domain::book::{Entity, Record};
use crate::domain::date::PartialDate;
use crate::domain::edit::Fields;
use crate::domain::field::FieldType;
use crate::domain::refusal::Refusal;
use crate::domain::rules::moved;
use crate::domain::sentence::Sentence;
use crate::domain::words::{
    ClientStatus, CommitmentState, EndReason, GoalState, NeedState, ProblemState, ProposalState, TermState,
    VisitStatus, Who,
};

/// How a row ends when it is taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    /// What it holds then.
    pub fields: Fields,
    /// What only a person can say of it; `reason` is kept with the step.
    pub asks: &'static [&'static str],
}

impl Ending {
    /// The ending of a row, by its entity; none where it simply goes.
    pub fn of(record: &Record, today: NaiveDate) -> Option<Self> {
        let fields = fields(record, today)?.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
        Some(Self { fields, asks: asks(record) })
    }
}

fn asks(record: &Record) -> &'static [&'static str] {
    match record {
        Record::Visit(_) => &["cancelled_by", "cancel_reason"],
        Record::Need(_) => &["drop_kind", "drop_reason"],
        Record::Commitment(row) if row.who == Who::We => &["told_how", "cancel_reason"],
        Record::Commitment(_) => &["cancel_reason"],
        Record::Problem(_) => &["told_client_on", "reason"],
        Record::Proposal(_) => &["declined_by", "decline_reason"],
        Record::Holding(_) => &["ended_reason"],
        _ => &[],
    }
}

/// The values a row ends with; none where a row simply goes.
fn fields(record: &Record, today: NaiveDate) -> Option<Vec<(&'static str, Json)>> {
    let one = |field: &'static str, word: &str| Some(vec![(field, json!(word))]);
    match record {
        Record::Client(_) => one("status", ClientStatus::Archived.word()),
        Record::Visit(_) => one("status", VisitStatus::Cancelled.word()),
        Record::Commitment(_) => one("state", CommitmentState::Cancelled.word()),
        Record::Need(_) => one("state", NeedState::Dropped.word()),
        Record::ProposalTerm(_) => one("state", TermState::Dropped.word()),
        Record::Proposal(_) => one("state", ProposalState::Declined.word()),
        Record::ClientGoal(_) => one("state", GoalState::Abandoned.word()),
        Record::Problem(_) => one("state", ProblemState::Rejected.word()),
        Record::Product(_) => Some(vec![("active", json!(false))]),
        Record::Role(role) => ends(role.from, today, Some(EndReason::Changed)),
        Record::Affiliation(row) => ends(row.from, today, None),
        Record::Influence(row) => ends(row.from, today, None),
        Record::Interest(row) => ends(row.from, today, None),
        Record::Holding(row) => ends(row.from, today, None),
        _ => None,
    }
}

/// An end today. What began today or later never held: a role was wrong then, another row simply goes.
fn ends(from: Option<PartialDate>, today: NaiveDate, reason: Option<EndReason>) -> Option<Vec<(&'static str, Json)>> {
    let never = from.and_then(PartialDate::earliest).is_some_and(|from| from >= today);
    let to = ("to", PartialDate::Day(today).json());
    match reason {
        Some(_) if never => Some(vec![to, ("end_reason", json!(EndReason::Wrong.word()))]),
        Some(reason) => Some(vec![to, ("end_reason", json!(reason.word()))]),
        None => (!never).then(|| vec![to]),
    }
}

/// What is never taken out, or not any more.
pub(super) fn may_go(planning: &Planning<'_>, record: &Record) -> Result<(), Refusal> {
    match record {
        Record::Person(person) => {
            let n = links(planning, person.head.uid);
            if n > 0 {
                let sentence = Sentence::new("person-stays-in-history").text("name", person.display_name());
                return Err(Refusal::no(sentence.count("n", n)));
            }
            Ok(())
        }
        Record::Proposal(offer) if offer.state == ProposalState::Presented => {
            Err(Refusal::no(Sentence::new("offer-is-presented")))
        }
        Record::Settings(_) => Err(Refusal::no(Sentence::new("settings-stay"))),
        record if record.field_json("to").is_some_and(|to| !to.is_null()) => {
            Err(Refusal::no(Sentence::new("nothing-to-change")))
        }
        record => is_not_over(record),
    }
}

/// What has come to an end already does not end again.
fn is_not_over(record: &Record) -> Result<(), Refusal> {
    let over = |from: String, to: String| {
        let entity = record.entity();
        Err(if from == to { moved::already(entity, from) } else { moved::not_possible(entity, "state", from, to) })
    };
    match record {
        Record::Commitment(row) if !row.state.is_open() => over(row.state.term(), CommitmentState::Cancelled.term()),
        Record::Problem(row)
            if matches!(row.state, ProblemState::Answered | ProblemState::Resolved | ProblemState::Rejected) =>
        {
            over(row.state.term(), ProblemState::Rejected.term())
        }
        Record::Need(row) if !row.state.is_open() => over(row.state.term(), NeedState::Dropped.term()),
        Record::Proposal(row) if matches!(row.state, ProposalState::Accepted | ProposalState::Declined) => {
            Err(Refusal::no(Sentence::new("offer-is-closed")))
        }
        _ => Ok(()),
    }
}

fn links(planning: &Planning<'_>, uuid: Uuid) -> usize {
    Entity::ALL.iter().map(|entity| planning.count_pointing(*entity, uuid)).sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::edit::Edit;
    use crate::domain::trial::Trial;

    /// The refusal of taking a row out, and the field at which it was refused.
    fn refused(trial: &mut Trial, entity: Entity, uuid: Uuid) -> (String, Option<String>) {
        let edit = Edit::Remove { entity, uuid, fields: Fields::new(), reason: None };
        let refusal = trial.plan(&edit).unwrap_err();
        (refusal.sentence.id, refusal.field)
    }

    #[test]
    fn an_ending_is_refused_at_what_it_asks_for() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let mut has = |entity, row: Json| {
            let mut all = json!({ "client": client });
            all.as_object_mut().unwrap().extend(row.as_object().unwrap().clone());
            trial.has(entity, all)
        };
        let rows = [
            (Entity::Commitment, has(Entity::Commitment, json!({ "text": "call", "made_on": "2026-11-20" }))),
            (Entity::Problem, has(Entity::Problem, json!({ "title": "late", "raised_on": "2026-11-20" }))),
            (Entity::Need, has(Entity::Need, json!({ "title": "speed" }))),
            (Entity::Proposal, has(Entity::Proposal, json!({ "title": "line" }))),
        ];
        for (entity, uuid) in rows {
            let ending = Ending::of(&trial.book.record(entity, uuid).unwrap(), trial.today).unwrap();
            let (sentence, field) = refused(&mut trial, entity, uuid);
            assert!(ending.asks.contains(&field.as_deref().unwrap()), "{entity:?} {sentence} {field:?}");
        }
    }

    #[test]
    fn what_is_over_does_not_end_again() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let done = json!({ "client": client, "text": "call", "made_on": "2026-11-20", "state": "done",
            "done_on": "2026-11-20" });
        let done = trial.has(Entity::Commitment, done);
        let met = trial.need(json!({ "state": "met", "addressed_on": "2026-10-01" }));
        assert_eq!(refused(&mut trial, Entity::Commitment, done).0, "move-not-possible");
        assert_eq!(refused(&mut trial, Entity::Need, met).0, "move-not-possible");
    }
}
