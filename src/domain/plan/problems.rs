//! The moves of a problem: passed to a department and back, answered, told to the client; and when it is due.

use chrono::NaiveDate;

use super::{Planning, fill};
use crate::domain::entity::Problem;
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::{View, problems};
use crate::domain::moves::ProblemMove;
use crate::domain::parts::Pass;
use crate::domain::refusal::Refusal;
use crate::domain::rules::moved;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::ProblemState;

pub(super) fn make(planning: &mut Planning<'_>, id: Id<Problem>, wish: &ProblemMove) -> Result<(), Refusal> {
    let mut problem = planning.need(id)?.clone();
    let today = planning.today;
    let to = match wish {
        ProblemMove::Pass { .. } => ProblemState::Passed,
        ProblemMove::Back { .. } => ProblemState::Open,
        ProblemMove::Answer { .. } => ProblemState::Answered,
        ProblemMove::Resolve { .. } => ProblemState::Resolved,
        ProblemMove::Reopen { .. } => ProblemState::Reopened,
        ProblemMove::Reject { .. } => ProblemState::Rejected,
    };
    if problem.state == to {
        return Err(moved::already(Problem::ENTITY, to.term()));
    }
    match wish {
        ProblemMove::Pass { to, on, to_whom } => problem.passes.push(Pass {
            department: to.clone(),
            on: on.unwrap_or(today),
            to_whom: to_whom.clone(),
            back_on: None,
        }),
        ProblemMove::Back { on } => come_back(&mut problem, on.unwrap_or(today)),
        ProblemMove::Answer { resolution } => problem.resolution = resolution.clone().or(problem.resolution),
        ProblemMove::Resolve { told_on, satisfied } => {
            problem.told_client_on = told_on.or(problem.told_client_on);
            problem.client_satisfied = satisfied.or(problem.client_satisfied);
        }
        ProblemMove::Reopen { reason } => planning.set_reason(reason.as_deref()),
        ProblemMove::Reject { reason, told_on } => {
            planning.set_reason(reason.as_deref());
            problem.told_client_on = told_on.or(problem.told_client_on);
        }
    }
    problem.state = to;
    fill::put(planning, problem).map(drop)
}

fn come_back(problem: &mut Problem, on: NaiveDate) {
    if let Some(pass) = problem.passes.last_mut() {
        pass.back_on.get_or_insert(on);
    }
}

/// A new problem is due by its severity; one that is opened again is due anew and its answer was none.
pub(super) fn complete(planning: &mut Planning<'_>, before: Option<&Problem>, problem: &mut Problem) {
    for pass in &mut problem.passes {
        pass.department = moved::as_written(planning, &pass.department);
    }
    let Some(before) = before else {
        problem.due = problem.due.or(Some(due(planning, problem.severity, problem.raised_on)));
        warn_of_repeat(planning, problem);
        return;
    };
    if before.state == problem.state {
        return;
    }
    match problem.state {
        ProblemState::Answered | ProblemState::Rejected if before.state == ProblemState::Passed => {
            come_back(problem, planning.today);
        }
        ProblemState::Reopened => {
            problem.resolution = None;
            problem.told_client_on = None;
            problem.client_satisfied = None;
            if problem.due == before.due {
                problem.due = Some(due(planning, problem.severity, planning.today));
            }
        }
        _ => {}
    }
    let title = Sentence::new("title-problem-state").text("title", &problem.title);
    planning.default_title(title.word("state", problem.state.term()), Some(problem.client.uuid));
}

/// The client had the same trouble not long ago: this is no single case any more.
fn warn_of_repeat(planning: &mut Planning<'_>, problem: &Problem) {
    let earlier = problems::repeats(&View::on(planning.book(), planning.today), problem);
    if let Some(earlier) = earlier.and_then(|id| planning.book().problem.get(id)) {
        let warning = Sentence::new("problem-again").text("title", &earlier.title);
        planning.warn(warning.date("date", earlier.raised_on));
    }
}

fn due(planning: &Planning<'_>, severity: i64, from: NaiveDate) -> NaiveDate {
    let work_days = match severity {
        3 => 2,
        2 => 5,
        _ => 10,
    };
    Calendar::of(planning.book().settings()).after(from, work_days)
}
