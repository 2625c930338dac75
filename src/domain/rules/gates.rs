//! What each stage of attraction must have brought before the next one.

use super::place;
use crate::domain::date::in_force;
use crate::domain::entity::{Client, ClientGoal, Need, Person, Role, Visit};
use crate::domain::plan::Planning;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{
    Certainty, EndReason, GoalKind, GoalState, Level, NeedState, Party, RoleKind, Side, Tri, VisitKind, VisitStatus,
};

/// The gates to leave `stage` that are not met yet.
pub fn unmet(planning: &Planning<'_>, client: &Client, stage: i64) -> Vec<Sentence> {
    let gates: Vec<(bool, Sentence)> = match stage {
        1 => vec![(decided_to_attract(client), Sentence::new("gate-attract-decision"))],
        2 => vec![(meeting_found(planning, client), Sentence::new("gate-meeting-situation"))],
        3 => vec![(met(planning, client, |_| true), Sentence::new("gate-first-visit"))],
        4 => needs_and_map(planning, client),
        5 => {
            let top = |level: Option<Level>| matches!(level, Some(Level::Board | Level::Top));
            vec![
                (met(planning, client, top), Sentence::new("gate-top-visit")),
                (asked_by_them(planning, client), Sentence::new("gate-asked-by-them")),
            ]
        }
        6 => vec![
            (has_need(planning, client, NeedState::is_confirmed), Sentence::new("gate-need-confirmed")),
            (has_path(planning, client), Sentence::new("gate-decision-path")),
        ],
        _ => vec![(false, Sentence::new("gate-offer-or-decline"))],
    };
    gates.into_iter().filter(|(met, _)| !met).map(|(_, gate)| gate).collect()
}

fn decided_to_attract(client: &Client) -> bool {
    client.attract_decision.is_some() && client.attract_decided_on.is_some()
}

/// Visits with the client, guests at events included.
fn visits<'p>(planning: &'p Planning<'_>, client: &Client) -> Vec<&'p Visit> {
    let id = client.uid();
    let rows = planning.of::<Visit>(id).into_iter();
    rows.filter(|visit| visit.client == id || visit.also_clients.contains(&id)).collect()
}

fn goes_on(visit: &Visit) -> bool {
    matches!(visit.status, VisitStatus::Planned | VisitStatus::Held)
}

fn meeting_found(planning: &Planning<'_>, client: &Client) -> bool {
    let crossing = |visit: &&Visit| {
        goes_on(visit) && (visit.our_top_present || matches!(visit.kind, VisitKind::Event | VisitKind::Reception))
    };
    visits(planning, client).iter().any(crossing)
}

fn asked_by_them(planning: &Planning<'_>, client: &Client) -> bool {
    visits(planning, client).iter().any(|visit| goes_on(visit) && visit.requested_by == Some(Party::Them))
}

/// A held visit to which somebody of the client came, on a level that counts.
fn met(planning: &Planning<'_>, client: &Client, counts: fn(Option<Level>) -> bool) -> bool {
    let came = |visit: &&Visit| {
        let there = visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::Yes));
        visit.status == VisitStatus::Held && there.clone().any(|one| of_client(planning, client, one.person, counts))
    };
    visits(planning, client).iter().any(came)
}

fn of_client(planning: &Planning<'_>, client: &Client, person: Id<Person>, counts: fn(Option<Level>) -> bool) -> bool {
    let mut levels: Vec<Option<Level>> =
        place::places(planning, person, client.uid()).map(|place| place.level).collect();
    if levels.is_empty() && client.person == Some(person) {
        levels.push(None);
    }
    let theirs = planning.get(person).is_some_and(|person| person.side == Side::Client);
    theirs && levels.into_iter().any(counts)
}

fn has_need(planning: &Planning<'_>, client: &Client, far_enough: fn(NeedState) -> bool) -> bool {
    let id = client.uid();
    planning.of::<Need>(id).iter().any(|need| need.client == id && far_enough(need.state))
}

fn has_path(planning: &Planning<'_>, client: &Client) -> bool {
    let id = client.uid();
    let path = |goal: &&ClientGoal| {
        goal.client == id && goal.kind == GoalKind::DecisionPath && goal.state != GoalState::Abandoned
    };
    planning.of::<ClientGoal>(id).iter().any(path)
}

fn needs_and_map(planning: &Planning<'_>, client: &Client) -> Vec<(bool, Sentence)> {
    let probed = |state: NeedState| state == NeedState::Probed || state.is_confirmed();
    let holds = |step: RoleKind, least: Certainty| {
        let id = client.uid();
        planning
            .of::<Role>(id)
            .iter()
            .any(|role| role.kind == step && role.certainty >= least && fills(planning, role, id))
    };
    let absent = |step: RoleKind| client.absent_steps.iter().any(|absent| absent.step == step);
    let empty: Vec<Arg> = RoleKind::STEPS
        .into_iter()
        .filter(|step| !absent(*step) && !holds(*step, Certainty::Assumed))
        .map(|step| Arg::word(step.term()))
        .collect();
    vec![
        (has_need(planning, client, probed), Sentence::new("gate-need-probed")),
        (empty.is_empty(), Sentence::new("gate-steps-filled").with("list", Arg::List(empty))),
        (holds(RoleKind::Decides, Certainty::Heard), Sentence::new("gate-decider-heard")),
    ]
}

/// A role of the client's general map, in force, whose holder is still there.
fn fills(planning: &Planning<'_>, role: &Role, client: Id<Client>) -> bool {
    role.client == client
        && role.proposal.is_none()
        && role.end_reason != Some(EndReason::Wrong)
        && in_force(role.from, role.to, planning.today).yes()
        && (!place::needs_place(planning, role.person)
            || place::is_there(planning, role.person, client, planning.today))
}
