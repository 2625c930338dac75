//! What can be done with a promise or a problem as it stands, what each way asks for, and the edit it comes to.

use chrono::NaiveDate;
use serde_json::Value as Json;
use uuid::Uuid;

use super::book::{Entity, Record};
use super::edit::{Amend, Edit, Fields};
use super::field::{Class, Field, FieldType, Kind, Need};
use super::moves::{Move, ProblemMove, PromiseMove};
use super::parts::Pass;
use super::table::Id;
use super::words::{CommitmentState, ProblemState, Tri, Who};

/// Why a state was moved: kept with the step, not in the row.
pub const REASON: Field = Field { name: "reason", kind: Kind::Text(200), class: Class::Internal, need: Need::Optional };

/// One way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Done,
    Pass,
    Back,
    Answer,
    Resolve,
    Satisfied,
    Reopen,
    Cancel,
    Reject,
}

impl Way {
    pub const ALL: [Self; 9] = [
        Self::Done,
        Self::Pass,
        Self::Back,
        Self::Answer,
        Self::Resolve,
        Self::Satisfied,
        Self::Reopen,
        Self::Cancel,
        Self::Reject,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Pass => "pass",
            Self::Back => "back",
            Self::Answer => "answer",
            Self::Resolve => "resolve",
            Self::Satisfied => "satisfied",
            Self::Reopen => "reopen",
            Self::Cancel => "cancel",
            Self::Reject => "reject",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// The ways that are open to a record, the likeliest first; none for any other kind of record.
    pub fn open(record: &Record) -> &'static [Self] {
        match record {
            Record::Commitment(row) => match (row.state, row.who) {
                (CommitmentState::Open, Who::We) => &[Self::Done, Self::Pass, Self::Cancel],
                (CommitmentState::Open, Who::They) => &[Self::Done, Self::Cancel],
                (CommitmentState::Passed, _) => &[Self::Done, Self::Back, Self::Cancel],
                (CommitmentState::Done, _) => &[Self::Reopen],
                (CommitmentState::Cancelled, _) => &[],
            },
            Record::Problem(row) => match row.state {
                ProblemState::Open | ProblemState::Reopened => &[Self::Answer, Self::Pass, Self::Reject],
                ProblemState::Passed => &[Self::Answer, Self::Back, Self::Reject],
                ProblemState::Answered => &[Self::Resolve, Self::Reopen],
                ProblemState::Resolved => &[Self::Satisfied, Self::Reopen],
                ProblemState::Rejected => &[],
            },
            _ => &[],
        }
    }

    /// What it asks for, in the order in which one says it.
    pub fn asks(self, record: &Record) -> Vec<Field> {
        let own = |names: &[&str]| names.iter().filter_map(|name| record.entity().field(name)).copied().collect();
        let pass = |names: &[&str]| {
            names.iter().filter_map(|name| Pass::FIELDS.iter().find(|field| field.name == *name)).copied().collect()
        };
        match (self, record) {
            (Self::Done, _) => own(&["done_on", "done_note"]),
            (Self::Pass, Record::Problem(_)) => pass(&["department", "to_whom", "on"]),
            (Self::Pass, _) => own(&["passed_to", "passed_on"]),
            (Self::Back, Record::Problem(_)) => pass(&["back_on"]),
            (Self::Back, _) => own(&["back_on"]),
            (Self::Answer, _) => own(&["resolution"]),
            (Self::Resolve, _) => own(&["told_client_on", "client_satisfied"]),
            (Self::Satisfied, _) => own(&["client_satisfied"]),
            (Self::Cancel, Record::Commitment(row)) if row.who == Who::They => own(&["cancel_reason"]),
            (Self::Cancel, _) => own(&["cancel_reason", "told_how"]),
            (Self::Reopen, _) => vec![REASON],
            (Self::Reject, _) => [vec![REASON], own(&["told_client_on"])].concat(),
        }
    }

    /// A day that is today unless it is said otherwise. That a client was told of a refusal is never taken for granted.
    pub fn is_today(self, field: &Field) -> bool {
        field.kind == Kind::Day && self != Self::Reject
    }

    /// The edit with what was said; None where the record has no such way.
    pub fn edit(self, entity: Entity, uuid: Uuid, said: &Fields) -> Option<Edit> {
        let text = |name: &str| said.get(name).and_then(Json::as_str).map(str::to_owned);
        let day = |name: &str| said.get(name).and_then(|json| NaiveDate::from_json(json).ok());
        let satisfied = || said.get("client_satisfied").and_then(|json| Tri::from_json(json).ok());
        if entity == Entity::Commitment {
            let wish = match self {
                Self::Done => PromiseMove::Done { on: day("done_on"), note: text("done_note") },
                Self::Pass => PromiseMove::Pass { to: text("passed_to").unwrap_or_default(), on: day("passed_on") },
                Self::Back => PromiseMove::Back { on: day("back_on") },
                Self::Cancel => PromiseMove::Cancel { reason: text("cancel_reason"), told_how: text("told_how") },
                Self::Reopen => PromiseMove::Reopen { reason: text("reason") },
                _ => return None,
            };
            return Some(Edit::Move(Move::Promise(Id::new(uuid), wish)));
        }
        let wish = match self {
            Self::Pass => ProblemMove::Pass {
                to: text("department").unwrap_or_default(),
                on: day("on"),
                to_whom: text("to_whom"),
            },
            Self::Back => ProblemMove::Back { on: day("back_on") },
            Self::Answer => ProblemMove::Answer { resolution: text("resolution") },
            Self::Resolve => ProblemMove::Resolve { told_on: day("told_client_on"), satisfied: satisfied() },
            Self::Reopen => ProblemMove::Reopen { reason: text("reason") },
            Self::Reject => ProblemMove::Reject { reason: text("reason"), told_on: day("told_client_on") },
            Self::Satisfied => {
                let said = said.get("client_satisfied").cloned().unwrap_or_default();
                let fields = [("client_satisfied".to_owned(), said)].into_iter().collect();
                return Some(Edit::Amend(Amend::new(Entity::Problem, uuid, fields)));
            }
            _ => return None,
        };
        Some(Edit::Move(Move::Problem(Id::new(uuid), wish)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::trial::{Trial, fields};

    fn promise(trial: &mut Trial, state: &str, who: &str) -> Record {
        let uuid = trial.has(
            Entity::Commitment,
            json!({
                "client": trial.client.to_string(), "text": "send", "made_on": "2026-11-16", "who": who, "state": state,
                "passed_to": if who == "we" && state == "passed" { json!("legal") } else { Json::Null },
                "done_on": if state == "done" { json!("2026-11-18") } else { Json::Null },
                "cancel_reason": if state == "cancelled" { json!("x") } else { Json::Null }, "told_how": "by phone",
            }),
        );
        trial.book.record(Entity::Commitment, uuid).unwrap()
    }

    fn problem(trial: &mut Trial, state: &str) -> Record {
        let passed = json!([{ "department": "legal", "on": "2026-11-17" }]);
        let uuid = trial.has(
            Entity::Problem,
            json!({
                "client": trial.client.to_string(), "title": "late", "raised_on": "2026-11-16", "state": state,
                "passes": if state == "passed" { passed } else { json!([]) },
                "resolution": if matches!(state, "answered" | "resolved") { json!("as of now") } else { Json::Null },
                "told_client_on": if state == "resolved" { json!("2026-11-20") } else { Json::Null },
            }),
        );
        trial.book.record(Entity::Problem, uuid).unwrap()
    }

    /// Everything any way may ask for.
    fn said() -> Fields {
        fields(json!({
            "done_on": "2026-11-23", "passed_to": "legal", "passed_on": "2026-11-23", "back_on": "2026-11-23",
            "cancel_reason": "no use", "told_how": "by phone", "reason": "again", "department": "legal",
            "on": "2026-11-23", "resolution": "done", "told_client_on": "2026-11-23", "client_satisfied": "yes",
        }))
    }

    #[test]
    fn a_way_is_open_exactly_where_the_rules_let_it_pass() {
        let states = ["open", "passed", "done", "cancelled"].map(|state| (state, "we"));
        let theirs = ["open", "done", "cancelled"].map(|state| (state, "they"));
        let problems = ["open", "passed", "answered", "resolved", "reopened", "rejected"];
        let promises = states.into_iter().chain(theirs);
        let makers = promises.map(|(state, who)| (format!("{who} {state}"), Some(who), state));
        let makers = makers.chain(problems.map(|state| (state.to_owned(), None, state)));
        for (name, who, state) in makers {
            for way in Way::ALL {
                let mut trial = Trial::new();
                let record = match who {
                    Some(who) => promise(&mut trial, state, who),
                    None => problem(&mut trial, state),
                };
                let open = Way::open(&record).contains(&way);
                let edit = way.edit(record.entity(), record.uuid(), &said());
                let passes = edit.is_some_and(|edit| trial.refusal(&edit) == "-");
                // Whether the client is satisfied the rules let one say of any problem; it is asked once the client knows.
                let expected = if way == Way::Satisfied { who.is_none() } else { open };
                assert_eq!(expected, passes, "{name} {way:?}");
                assert!(way != Way::Satisfied || open == (name == "resolved"), "{name}");
                assert!(way.asks(&record).iter().all(|field| said().contains_key(field.name)
                    || field.need != Need::Required
                    || field.name == "done_note"));
            }
        }
    }

    #[test]
    fn a_way_is_found_by_its_word() {
        assert!(Way::ALL.into_iter().all(|way| Way::from_word(way.word()) == Some(way)));
        assert_eq!(Way::from_word("nothing"), None);
    }
}
