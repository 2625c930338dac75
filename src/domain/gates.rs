//! The gates of the attraction procedure: what must be true before a prospect leaves a stage.

use chrono::NaiveDate;
use uuid::Uuid;

use super::book::Book;
use super::date::Instant;
use super::entity::{Client, Person, Visit};
use super::figures::meeting::{self, is_meeting_situation, is_with};
use super::map::DecisionMap;
use super::map::place::{place, upwards};
use super::sentence::{Arg, Sentence};
use super::step::Step;
use super::table::Id;
use super::words::{
    Certainty, ClientStatus, GoalKind, GoalState, Level, NeedState, Party, ProposalState, RoleKind, Side, StepKind,
    Tri, VisitStatus,
};

/// One condition of a gate, as a phrase that can stand in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub text: Sentence,
    pub met: bool,
}

/// What it takes to leave a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    pub stage: i64,
    pub conditions: Vec<Condition>,
}

impl Gate {
    pub fn is_open(&self) -> bool {
        self.conditions.iter().all(|condition| condition.met)
    }

    pub fn met(&self) -> impl Iterator<Item = &Sentence> {
        self.conditions.iter().filter(|condition| condition.met).map(|condition| &condition.text)
    }

    pub fn missing(&self) -> impl Iterator<Item = &Sentence> {
        self.conditions.iter().filter(|condition| !condition.met).map(|condition| &condition.text)
    }
}

/// The gate that a client passes to leave `stage`, from 1 to 7.
pub fn gate(book: &Book, client: &Client, stage: i64, today: NaiveDate) -> Gate {
    let case = Case { book, client, id: Id::new(client.head.uid), today };
    let condition = |id: &str, met: bool| Condition { text: Sentence::new(id), met };
    let conditions = match stage {
        1 => vec![
            condition("gate-attract-decision", client.attract_decision.is_some()),
            condition("gate-attract-day", client.attract_decided_on.is_some_and(|on| on <= today)),
        ],
        meeting::STAGE => vec![condition("gate-meeting-situation", case.visits().any(is_meeting_situation))],
        3 => vec![condition("gate-first-visit", case.held().any(|visit| case.guests(visit).next().is_some()))],
        4 => case.needs_and_map(),
        5 => vec![
            condition("gate-top-visit", case.held().any(|visit| case.is_with_top(visit))),
            condition("gate-asked-by-them", case.visits().any(|visit| visit.requested_by == Some(Party::Them))),
        ],
        6 => vec![
            condition("gate-need-confirmed", case.has_need(NeedState::is_confirmed)),
            condition("gate-decision-path", case.has_decision_path()),
        ],
        _ => vec![condition("gate-offer-or-decline", case.is_over())],
    };
    Gate { stage, conditions }
}

/// The gates from one stage up to another; a skip runs every gate between.
pub fn gates(book: &Book, client: &Client, from: i64, to: i64, today: NaiveDate) -> Vec<Gate> {
    (from.max(1)..to.min(8)).map(|stage| gate(book, client, stage, today)).collect()
}

/// The title of a step that moved a stage past its gate.
pub const FORCED: &str = "title-client-stage-forced";

/// A move of the stage that needed a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasoned {
    pub at: Instant,
    pub to: i64,
    /// Past a gate; else back.
    pub forced: bool,
    pub reason: String,
}

/// The moves of a client past a gate or back that stand, in the order of the steps given.
pub fn reasoned(steps: &[Step], client: Uuid) -> Vec<Reasoned> {
    let is_undone = |number: i64| {
        let last = steps.iter().filter(|step| step.of == Some(number)).max_by_key(|step| step.number);
        last.is_some_and(|step| step.kind == StepKind::Undo)
    };
    let made = steps.iter().filter(|step| step.kind == StepKind::Edit && !is_undone(step.number));
    made.filter_map(|step| {
        let change = step.changes.iter().find(|change| change.uuid() == client)?;
        let (from, to) = (change.before.as_ref()?, change.after.as_ref()?);
        let [from, to] = [from, to].map(|row| row.field_json("stage").and_then(|stage| stage.as_i64()));
        let forced = step.title.id == FORCED;
        let back = to < from && to.is_some();
        let reason = step.reason.clone().filter(|_| forced || back)?;
        Some(Reasoned { at: step.at, to: to?, forced, reason })
    })
    .collect()
}

struct Case<'a> {
    book: &'a Book,
    client: &'a Client,
    id: Id<Client>,
    today: NaiveDate,
}

impl<'a> Case<'a> {
    /// Visits planned or held, events with several clients among them.
    fn visits(&self) -> impl Iterator<Item = &'a Visit> {
        let id = self.id;
        let alive = |visit: &&Visit| matches!(visit.status, VisitStatus::Planned | VisitStatus::Held);
        self.book.visit.of(id).filter(alive).filter(move |visit| is_with(visit, id))
    }

    fn held(&self) -> impl Iterator<Item = &'a Visit> {
        let (zone, today) = (self.book.settings().zone, self.today);
        self.visits().filter(move |visit| visit.status == VisitStatus::Held && visit.day(zone) <= today)
    }

    /// People of the client who came: those with a position at it or above it, or the client in person.
    fn guests(&self, visit: &'a Visit) -> impl Iterator<Item = Id<Person>> {
        let (book, own) = (self.book, self.client.person);
        let chain = upwards(book, self.id);
        let came = visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::Yes));
        came.map(|attendee| attendee.person).filter(move |person| {
            let theirs = book.person.get(*person).is_some_and(|person| person.side == Side::Client);
            let placed = || book.affiliation.of(*person).any(|row| chain.contains(&row.client));
            theirs && (own == Some(*person) || placed())
        })
    }

    fn is_with_top(&self, visit: &'a Visit) -> bool {
        let day = visit.day(self.book.settings().zone);
        let chain = upwards(self.book, self.id);
        self.guests(visit).any(|person| {
            let at = place(self.book, person, &chain, day);
            at.affiliation().and_then(|row| row.level).is_some_and(|level| level <= Level::Top)
        })
    }

    fn has_need(&self, is: impl Fn(NeedState) -> bool) -> bool {
        self.book.need.of(self.id).any(|need| need.client == self.id && is(need.state))
    }

    fn needs_and_map(&self) -> Vec<Condition> {
        let map = DecisionMap::today(self.book, self.id, self.today);
        let missing: Vec<RoleKind> = map.missing().collect();
        let named = if missing.is_empty() { RoleKind::STEPS.to_vec() } else { missing.clone() };
        let steps = named.iter().map(|step| Arg::Word(step.term())).collect();
        let probed = |state: NeedState| state == NeedState::Probed || state.is_confirmed();
        vec![
            Condition { text: Sentence::new("gate-need-probed"), met: self.has_need(probed) },
            Condition {
                text: Sentence::new("gate-steps-filled").with("list", Arg::List(steps)),
                met: missing.is_empty(),
            },
            Condition {
                text: Sentence::new("gate-decider-heard"),
                met: map.deciders().any(|holder| holder.certainty >= Certainty::Heard),
            },
        ]
    }

    fn has_decision_path(&self) -> bool {
        let goals = self.book.client_goal.of(self.id).filter(|goal| goal.client == self.id);
        let mut alive = goals.filter(|goal| goal.state != GoalState::Abandoned);
        alive.any(|goal| goal.kind == GoalKind::DecisionPath)
    }

    fn is_over(&self) -> bool {
        let mut offers = self.book.proposal.of(self.id).filter(|offer| offer.client == self.id);
        self.client.status == ClientStatus::Declined || offers.any(|offer| offer.state == ProposalState::Accepted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id, with};
    use serde_json::{Value as Json, json};

    fn prospect(more: Json, tables: Json) -> Book {
        let prospect = with(json!({ "status": "prospect", "vip_category": "attract", "stage": 1 }), more);
        let rows = json!({
            "client": [client("c", prospect), client("other", json!({}))],
            "person": [
                { "uid": "boss", "handle": "boss", "family_name": "Boss" },
                { "uid": "stranger", "handle": "stranger", "family_name": "Stranger" },
                { "uid": "ours", "handle": "ours", "family_name": "Ours", "side": "bank" },
            ],
            "affiliation": [{ "uid": "at", "person": "boss", "client": "c", "level": "top" }],
        });
        book(&json!({ "tables": with(rows, tables) }))
    }

    fn visit(more: Json) -> Json {
        let visit = json!({ "uid": "v", "client": "c", "start": "2026-11-01T10:00", "zone": "UTC", "status": "held" });
        json!({ "visit": [with(visit, more)] })
    }

    fn missing(book: &Book, stage: i64) -> Vec<String> {
        let client = book.client.get(id("c")).unwrap();
        gate(book, client, stage, day("2026-11-24")).missing().map(|text| text.id.clone()).collect()
    }

    #[test]
    fn a_stage_is_left_through_its_gate() {
        let came = |who: &str| json!({ "attendees": [{ "person": who, "came": "yes" }] });
        let event = |who: &str| with(came(who), json!({ "kind": "event", "client": "other", "also_clients": ["c"] }));
        let decided = json!({ "attract_decision": "yes", "attract_decided_on": "2026-10-01" });
        let none = || json!({});
        let without_budgets =
            json!({ "absent_steps": [{ "step": "budgets", "reason": "the holding pays", "on": "2026-10-01" }] });
        // A need that was probed and a map with who decides and the steps that always are, and more.
        let mapped = |decides: &str, more: &[&str]| {
            let role = |(kind, certainty): (&str, &str)| {
                json!({ "uid": format!("r {kind}"), "person": "boss", "client": "c", "kind": kind, "certainty": certainty,
                    "learned_on": "2026-10-01" })
            };
            let steps = ["prepares", "agrees", "speaks_for"].iter().chain(more).map(|kind| (*kind, "assumed"));
            let roles: Json = steps.chain([("decides", decides)]).map(role).collect();
            json!({ "need": [{ "client": "c", "title": "n", "state": "probed" }], "role": roles })
        };
        let cases: &[(i64, Json, Json, &[&str])] = &[
            (1, none(), none(), &["gate-attract-decision", "gate-attract-day"]),
            (1, json!({ "attract_decision": "yes" }), none(), &["gate-attract-day"]),
            (1, decided, none(), &[]),
            (2, none(), visit(none()), &["gate-meeting-situation"]),
            (2, none(), visit(json!({ "our_top_present": true, "status": "planned" })), &[]),
            (2, none(), visit(json!({ "our_top_present": true, "status": "cancelled" })), &["gate-meeting-situation"]),
            (2, none(), visit(event("boss")), &[]),
            (3, none(), visit(came("ours")), &["gate-first-visit"]),
            (3, none(), visit(came("stranger")), &["gate-first-visit"]),
            (3, none(), visit(came("boss")), &[]),
            (3, none(), visit(event("stranger")), &["gate-first-visit"]),
            (3, none(), visit(event("boss")), &[]),
            (4, none(), none(), &["gate-need-probed", "gate-steps-filled", "gate-decider-heard"]),
            (4, none(), mapped("assumed", &["budgets"]), &["gate-decider-heard"]),
            (4, none(), mapped("heard", &[]), &["gate-steps-filled"]),
            (4, without_budgets.clone(), mapped("heard", &[]), &[]),
            (4, none(), mapped("heard", &["budgets"]), &[]),
            (5, none(), visit(came("stranger")), &["gate-top-visit", "gate-asked-by-them"]),
            (5, none(), visit(with(came("boss"), json!({ "requested_by": "them" }))), &[]),
            (
                6,
                none(),
                json!({ "need": [{ "client": "c", "title": "n", "state": "probed" }] }),
                &["gate-need-confirmed", "gate-decision-path"],
            ),
            (
                6,
                none(),
                json!({
                    "need": [{ "client": "c", "title": "n", "state": "met" }],
                    "client_goal": [{ "client": "c", "text": "g", "kind": "decision_path" }],
                }),
                &[],
            ),
            (7, none(), none(), &["gate-offer-or-decline"]),
            (7, none(), json!({ "proposal": [{ "client": "c", "title": "p", "state": "accepted" }] }), &[]),
        ];
        for (at, (stage, more, tables, expected)) in cases.iter().enumerate() {
            assert_eq!(missing(&prospect(more.clone(), tables.clone()), *stage), *expected, "case {at}, stage {stage}");
        }
    }

    #[test]
    fn the_map_opens_the_fourth_gate_with_steps_filled_or_absent() {
        let role = |kind: &str, certainty: &str| {
            json!({ "uid": format!("role {kind}"), "person": "boss", "client": "c", "kind": kind, "certainty": certainty,
                "learned_on": "2026-01-01" })
        };
        let absent = json!({ "absent_steps": [{ "step": "agrees", "reason": "no lawyer", "on": "2026-01-01" }] });
        for (decides, expected) in [("assumed", &["gate-decider-heard"][..]), ("heard", &[])] {
            let tables = json!({
                "role": [role("prepares", "assumed"), role("speaks_for", "assumed"), role("budgets", "assumed"),
                    role("decides", decides)],
                "need": [{ "client": "c", "title": "n", "state": "probed" }],
            });
            assert_eq!(missing(&prospect(absent.clone(), tables), 4), expected);
        }
    }

    #[test]
    fn a_skip_runs_every_gate_between() {
        let book = prospect(json!({}), json!({}));
        let client = book.client.get(id("c")).unwrap();
        let stages: Vec<i64> = gates(&book, client, 2, 5, day("2026-11-24")).iter().map(|gate| gate.stage).collect();
        assert_eq!(stages, [2, 3, 4]);
    }
}
