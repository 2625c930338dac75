//! What is to be reached with a client: goals, the plan of this year, the audit. What is not there yet can be begun.

use super::overview::NARROW;
use super::{Page, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::figures::plan::{Quantity, progress};
use crate::domain::file_completeness::is_within_a_year;
use crate::domain::json::Amount;
use crate::domain::{Arg, BusinessAudit, Client, ClientGoal, Entity, Id, PlanTarget};
use crate::tui::cells;
use crate::tui::layer::View;

/// Lines of a label, a text and a remark at the right end.
struct Lines<'a> {
    view: &'a View<'a>,
    width: usize,
    label: usize,
}

impl Lines<'_> {
    fn line(&self, label: &str, text: &str, right: &str) -> String {
        if self.label == 0 {
            return cells::both_ends(text, right, self.width, self.view.marks.cut);
        }
        let head = self.view.left(label, self.label);
        let room = self.width.saturating_sub(self.label + 1);
        format!("{head} {}", cells::both_ends(text, right, room, self.view.marks.cut))
    }
}

pub(super) fn section(
    page: &mut Page,
    view: &View<'_>,
    figures: &Figures<'_>,
    client: Id<Client>,
    (width, label): (usize, usize),
) {
    page.lines.section(None, view.words.term("section.goals_and_plan"), "");
    let lines = Lines { view, width, label };
    goals(page, &lines, client);
    plan(page, &view.say("label-plan"), &lines, figures, client);
    audit(page, &lines, client);
}

/// The plan of the year alone.
pub(super) fn plan_section(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    page.lines.section(None, view.words.term("entity.plan_target"), "");
    plan(page, "", &Lines { view, width, label: 0 }, figures, client);
}

fn goals(page: &mut Page, lines: &Lines<'_>, client: Id<Client>) {
    let view = lines.view;
    let mine = view.book().client_goal.of(client).filter(|goal| goal.client == client);
    let mut goals: Vec<&ClientGoal> = mine.collect();
    goals.sort_by_key(|goal| (goal.state, goal.head.uid));
    if goals.is_empty() {
        let line = lines.line(&view.say("overview-goal"), &view.say("overview-no-goal"), "");
        page.begins(line, Entity::ClientGoal);
    }
    for goal in goals {
        let right = [view.words.short(&goal.kind.term()), view.words.term(&goal.state.term())];
        let right = if lines.width < NARROW { right[1].clone() } else { view.words.list(&right) };
        let line = lines.line(&view.say("overview-goal"), &view.private(&goal.text), &right);
        page.row(line, Some(Subject::new(Entity::ClientGoal, goal.head.uid)));
    }
}

/// The targets of the year, each after the label where no heading says what they are.
fn plan(page: &mut Page, label: &str, lines: &Lines<'_>, figures: &Figures<'_>, client: Id<Client>) {
    let view = lines.view;
    let year = figures.month().year;
    let mine = |target: &&PlanTarget| target.client == Some(client) && target.year == i64::from(year);
    let mut targets: Vec<&PlanTarget> = view.book().plan_target.of(client).filter(mine).collect();
    targets.sort_by_key(|target| (target.measure, target.quarter, target.head.uid));
    if targets.is_empty() {
        let none = view.say_with("overview-no-plan", &[("year", Arg::text(year.to_string()))]);
        page.begins(lines.line(label, &none, ""), Entity::PlanTarget);
    }
    for target in targets {
        let [what, of, pace] = stands(view, figures, target);
        let subject = Some(Subject::new(Entity::PlanTarget, target.head.uid));
        let whole = view.words.told(&what, &of);
        let room = lines.width.saturating_sub(lines.label + 3 + cells::width(&pace));
        if cells::width(&whole) <= room || pace.is_empty() {
            page.row(lines.line(label, &whole, &pace), subject);
        } else {
            // A figure is never cut: where all have no room on one line, they take two.
            page.row(lines.line(label, &what, &pace), subject);
            page.lines.text(lines.line("", &format!("  {of}"), ""));
        }
    }
}

/// Measure and period, what is there of what is planned, and the pace.
pub fn stands(view: &View<'_>, figures: &Figures<'_>, target: &PlanTarget) -> [String; 3] {
    let words = view.words;
    let progress = progress(figures, target);
    let about = if progress.actual.is_known() { "" } else { view.marks.about };
    let actual = match progress.actual.value() {
        None => words.unknown(),
        Some(Quantity::Money(money)) => format!("{about}{}", words.money_short(*money)),
        Some(Quantity::Number(number)) => format!("{about}{}", words.exact(*number)),
    };
    let planned = match &target.target {
        Amount::Money(money) => words.money_short(*money),
        Amount::Number(number) => words.number(*number),
        Amount::Text(text) => text.parse().map_or_else(|_| text.clone(), |number| words.arg(&Arg::Decimal(number))),
    };
    let pace = progress.pace_percent().map(|pace| format!("{} {}", view.say("label-pace"), words.percent_to(pace, 0)));
    let no_plan = progress.pace.as_ref().err().filter(|why| why.id == "no-plan").map(|why| words.sentence(why));
    let pace = view.private(pace.or(no_plan).unwrap_or_default());
    let of = view.say_with("overview-of-plan", &[("actual", Arg::text(actual)), ("plan", Arg::text(planned))]);
    let period = words.plan_period(target.year, target.quarter);
    let what = format!("{} {period}", words.term(&target.measure.term()));
    [what, view.private(of), pace]
}

fn audit(page: &mut Page, lines: &Lines<'_>, client: Id<Client>) {
    let view = lines.view;
    let label = view.words.short("entity.business_audit").to_lowercase();
    let audits = view.book().business_audit.of(client).filter(|audit| audit.client == client);
    let Some(audit): Option<&BusinessAudit> = audits.max_by_key(|audit| (audit.on, audit.head.uid)) else {
        return page.begins(lines.line(&label, &view.say("no-audit"), ""), Entity::BusinessAudit);
    };
    let due = if is_within_a_year(audit.on, view.today()) { String::new() } else { view.say("word-audit_due") };
    let text = format!("{} {}", view.day(audit.on), view.private(&audit.our_goal));
    page.row(lines.line(&label, &text, &due), Some(Subject::new(Entity::BusinessAudit, audit.head.uid)));
}
