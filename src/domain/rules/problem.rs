//! A problem: where it lies, what was answered, and whether the client has been told.

use chrono::NaiveDate;

use super::{moved, whose};
use crate::domain::book::Entity;
use crate::domain::entity::Problem;
use crate::domain::parts::Pass;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::words::ProblemState;

pub(super) fn facts(planning: &Planning<'_>, problem: &Problem) -> Result<(), Refusal> {
    for (at, pass) in problem.passes.iter().enumerate() {
        if pass.back_on.is_some_and(|back| back < pass.on) {
            return refuse("back-before-passed", &format!("passes[{at}].back_on"));
        }
    }
    match problem.state {
        ProblemState::Resolved if problem.told_client_on.is_none() => {
            return refuse("client-not-told", "told_client_on");
        }
        ProblemState::Resolved | ProblemState::Answered if problem.resolution.is_none() => {
            return refuse("problem-needs-answer", "resolution");
        }
        ProblemState::Passed if problem.passes.last().is_none_or(|pass| pass.back_on.is_some()) => {
            return Err(moved::required(Entity::Problem, "passes"));
        }
        _ => {}
    }
    problem.visit.map_or(Ok(()), |visit| whose::visit(planning, visit, problem.client, "visit"))
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&Problem>, problem: &Problem) -> Result<(), Refusal> {
    let raised = before.map(|before| before.raised_on);
    moved::not_after_today(planning, (Entity::Problem, "raised_on"), raised, problem.raised_on)?;
    let was = before.and_then(|before| before.told_client_on);
    let told = (Entity::Problem, "told_client_on", "told_client_on");
    moved::within_its_time(planning, told, was, problem.told_client_on, problem.raised_on)?;
    for (at, pass) in problem.passes.iter().enumerate() {
        days_of_pass(planning, before, problem, (at, pass))?;
        let known = before.is_some_and(|before| before.passes.iter().any(|was| was.department == pass.department));
        if !known {
            moved::department(planning, &pass.department, &format!("passes[{at}].department"))?;
        }
    }
    transition(planning, before.map_or(ProblemState::Open, |before| before.state), problem)
}

/// The days on which it was passed on and came back.
fn days_of_pass(
    planning: &Planning<'_>,
    before: Option<&Problem>,
    problem: &Problem,
    (at, pass): (usize, &Pass),
) -> Result<(), Refusal> {
    let was = before.and_then(|before| before.passes.get(at));
    let check = |field: &str, was: Option<NaiveDate>, day: Option<NaiveDate>| {
        let key = format!("passes[{at}].{field}");
        let field = if field == "on" { "passed_on" } else { field };
        moved::within_its_time(planning, (Entity::Problem, field, &key), was, day, problem.raised_on)
    };
    check("on", was.map(|was| was.on), Some(pass.on))?;
    check("back_on", was.and_then(|was| was.back_on), pass.back_on)
}

fn transition(planning: &Planning<'_>, from: ProblemState, problem: &Problem) -> Result<(), Refusal> {
    use ProblemState::{Answered, Open, Passed, Rejected, Reopened, Resolved};
    match (from, problem.state) {
        (from, to) if from == to => Ok(()),
        (Open | Reopened, Passed | Answered) | (Passed, Answered) | (Answered, Resolved) => Ok(()),
        (Passed, Open) if problem.passes.last().is_some_and(|pass| pass.back_on.is_some()) => Ok(()),
        (Passed, Open) => Err(moved::required(Entity::Problem, "back_on")),
        (Answered | Resolved, Reopened) => moved::reason(planning),
        (Open | Reopened | Passed, Rejected) => {
            moved::reason(planning)?;
            if problem.told_client_on.is_none() { refuse("client-not-told", "told_client_on") } else { Ok(()) }
        }
        (from, to) => Err(moved::not_possible(Entity::Problem, "state", from.term(), to.term())),
    }
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}
