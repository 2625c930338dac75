//! What the company needs, what is promised on both sides, and what is wrong.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::figures::promises::{self, Open};
use crate::domain::words::{CommitmentState, NeedState, ProblemState, Voice};
use crate::domain::{Arg, Need, Problem};

/// Hidden needs first, then those stated; dropped ones are history.
pub(super) fn needs(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("needs", pen.say("section-what_they_need"));
    let known = |need: &&Need| need.client == pen.id() && need.state != NeedState::Dropped;
    let mut needs: Vec<&Need> = pen.view.book.need.of(pen.id()).filter(known).collect();
    needs.sort_by_key(|need| (need.voice == Voice::Stated, need.state, need.head.created_at, need.head.uid));
    if needs.is_empty() {
        section.text(pen.say("word-none_found"));
    }
    for need in needs {
        section.part(format!("{}{}", need.title, pen.words.aside(&pen.words.remarks(&marks(pen, need)))));
        section.items(need.detail.clone());
        for evidence in &need.evidence {
            let what = pen.words.remarks(&[pen.words.date(evidence.date), pen.words.term(&evidence.weight.term())]);
            section.item(match &evidence.quote {
                Some(quote) => pen.words.told(&what, &pen.words.quoted(quote)),
                None => what,
            });
        }
    }
    section
}

fn marks(pen: &Pen<'_>, need: &Need) -> Vec<String> {
    let mut marks = vec![pen.words.term(&need.voice.term()), pen.words.need_state(pen.view.book, need, pen.view.today)];
    marks.extend(need.essential.then(|| pen.say("label-essential")));
    marks.extend(need.owner_person.map(|person| pen.person(person)));
    marks
}

pub(super) fn promises_and_problems(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("promises", pen.say("brief-promises_and_problems"));
    let open = promises::of_client(pen.view, pen.id());
    let mut problems: Vec<&Problem> = pen.view.book.problem.of(pen.id()).filter(|row| is_open(pen, row)).collect();
    problems.sort_by_key(|problem| (std::cmp::Reverse(problem.severity), problem.due, problem.head.uid));
    if open.is_empty() && problems.is_empty() {
        section.text(pen.say("none-open"));
    }
    section.items(open.iter().map(|open| promise(pen, open)));
    section.items(problems.into_iter().map(|row| problem(pen, row)));
    section
}

fn is_open(pen: &Pen<'_>, problem: &Problem) -> bool {
    problem.client == pen.id()
        && problem.raised_on <= pen.view.today
        && !matches!(problem.state, ProblemState::Resolved | ProblemState::Rejected)
}

fn promise(pen: &Pen<'_>, open: &Open<'_>) -> String {
    let row = open.promise;
    let mut about = Vec::new();
    about.push(match open.due {
        Some(_) if open.is_late() => pen.words.late(open.late_days),
        Some(due) => pen.words.due_said(&pen.words.date(due)),
        None => pen.say("word-no_date"),
    });
    if row.state == CommitmentState::Passed {
        about.push(format!("{} {}", pen.label("commitment", "passed_to"), pen.or_unknown(row.passed_to.clone())));
    }
    about.extend(row.person.map(|person| pen.person(person)));
    let told = format!("{}{}", row.text, pen.words.aside(&pen.words.remarks(&about)));
    pen.words.told(&pen.words.term(&row.who.term()), &told)
}

fn problem(pen: &Pen<'_>, problem: &Problem) -> String {
    let mut about =
        vec![pen.words.term(&format!("problem.severity.{}", problem.severity)), pen.words.term(&problem.state.term())];
    let with = problem.passes.iter().rfind(|pass| pass.back_on.is_none());
    about.extend(with.map(|pass| pass.department.clone()));
    about.extend(problem.due.map(|due| pen.words.due_said(&pen.words.date(due))));
    let title = pen.with("brief-problem", &[("title", Arg::text(&problem.title))]);
    format!("{title}{}", pen.words.aside(&pen.words.remarks(&about)))
}
