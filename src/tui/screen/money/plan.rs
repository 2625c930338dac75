//! Plan against actual: the targets of the year, then those of other years; the portfolio's before those of single
//! clients.

use super::page::{Page, Part, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::{Arg, Entity, Fields, PlanTarget};
use crate::tui::cells::{self, both_ends};
use crate::tui::layer::View;
use crate::tui::screen::client::{facts, goals};

/// Cells of a client's name.
const NAME: usize = 22;

pub fn section(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, width: usize) {
    let year = i64::from(figures.month().year);
    let mut targets: Vec<&PlanTarget> = view.book().plan_target.iter().collect();
    targets.sort_by_cached_key(|target| {
        let name = target.client.and_then(|client| view.book().client.get(client)).map(facts::short_name);
        let other = (target.year != year, std::cmp::Reverse(target.year));
        (other, name, target.measure, target.quarter, target.head.uid)
    });
    let this_year = targets.iter().filter(|target| target.year == year).count();
    page.section(Part::Plans, format!("{} {year}", view.words.title("entity.plan_target")), this_year.to_string());
    if this_year == 0 {
        let none = view.say_with("overview-no-plan", &[("year", Arg::text(year.to_string()))]);
        let given = Fields::from_iter([("year".to_owned(), year.into())]);
        page.row(Part::Plans, none, Subject::Begins(Entity::PlanTarget, given));
    }
    for target in targets {
        let client = target.client.and_then(|client| view.book().client.get(client));
        let name = client.map_or_else(|| view.say("money-portfolio"), facts::short_name);
        let room = width.saturating_sub(NAME + 1);
        let [what, of, pace] = goals::stands(view, figures, target);
        let whole = view.words.told(&what, &of);
        let subject = Subject::Record(Entity::PlanTarget, target.head.uid);
        let line = |text: &str| format!("{} {}", view.left(&name, NAME), both_ends(text, &pace, room, view.marks.cut));
        if pace.is_empty() || cells::width(&whole) + cells::width(&pace) + 3 <= room {
            page.row(Part::Plans, line(&whole), subject);
        } else {
            page.row(Part::Plans, line(&what), subject);
            page.lines.text(format!("{}{}", " ".repeat(NAME + 1), view.fit(&of, room)));
        }
    }
}
