//! The list for the weekly meeting: the seven days from today, and what is late already.

use chrono::NaiveDate;

use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::plus_days;
use crate::domain::entity::{Problem, Visit};
use crate::domain::figures::cadence;
use crate::domain::figures::occasions::{self, Whose};
use crate::domain::figures::{problems, promises};
use crate::domain::table::Row as _;
use crate::domain::words::{VisitStatus, Who};

/// Days after today that the list reaches.
const AHEAD: i64 = 6;
const HEAD: [&str; 4] = ["day", "kind", "client", "what"];

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    vec![late(scope), ahead(scope)]
}

struct Line {
    day: Option<NaiveDate>,
    /// In which order kinds stand on one day.
    rank: u8,
    row: Row,
    order: String,
}

fn table(key: &'static str, mut lines: Vec<Line>) -> Table {
    lines.sort_by_cached_key(|line| (line.day, line.rank, line.order.clone(), line.row.key.clone()));
    Table::new(key, &HEAD, lines.into_iter().map(|line| line.row).collect())
}

fn line(
    scope: &Scope<'_>,
    (rank, kind): (u8, &str),
    day: Option<NaiveDate>,
    client: crate::domain::Id<crate::domain::Client>,
    what: Cell,
) -> Line {
    let (name, order) = (scope.name(client), scope.order(client));
    let cells = vec![day.map_or(Cell::Unknown, Cell::Day), Cell::Word(kind.to_owned()), Cell::Text(name), what];
    let key = format!("{}-{}", kind.replace('.', "-"), client.uuid);
    Line { day, rank, row: Row::new(key, cells), order: order.0 }
}

/// Promises that are late on both sides, problems past their day, contacts overdue.
fn late(scope: &Scope<'_>) -> Table {
    let (view, book) = (scope.view, scope.view.book);
    let mut lines = Vec::new();
    for open in
        book.commitment.iter().filter_map(|promise| promises::open(view, promise)).filter(promises::Open::is_late)
    {
        let mut line =
            line(scope, side(open.promise.who), open.due, open.promise.client, Cell::Text(open.promise.text.clone()));
        line.row = line.row.of([open.promise]);
        lines.push(line);
    }
    for problem in open_problems(scope).filter(|(_, due)| due.is_some_and(|due| due < view.today)) {
        lines.push(told(scope, problem));
    }
    for client in scope.portfolio() {
        let Some(rhythm) = cadence::contact(view, client).filter(|rhythm| rhythm.overdue().is_some()) else { continue };
        let last = rhythm.last.map_or(Cell::Word("word.never_contacted".to_owned()), Cell::Day);
        let mut line = line(scope, (4, "signal.cadence_overdue"), Some(rhythm.due), client.uid(), last);
        line.row = line.row.of([client]);
        lines.push(line);
    }
    table("late", lines)
}

fn side(who: Who) -> (u8, &'static str) {
    match who {
        Who::We => (1, "report.promise.ours"),
        Who::They => (2, "report.promise.theirs"),
    }
}

fn open_problems<'a>(scope: &'a Scope<'_>) -> impl Iterator<Item = (&'a Problem, Option<NaiveDate>)> {
    let open = scope.view.book.problem.iter().filter(|problem| problems::is_open(problem));
    open.filter(|problem| problem.raised_on <= scope.view.today).map(|problem| (problem, problem.due))
}

fn told(scope: &Scope<'_>, (problem, due): (&Problem, Option<NaiveDate>)) -> Line {
    let mut line = line(scope, (3, "entity.problem"), due, problem.client, Cell::Text(problem.title.clone()));
    line.row = line.row.of([problem]);
    line
}

/// Visits, promises, problems and occasions of the days from today on.
fn ahead(scope: &Scope<'_>) -> Table {
    let (view, book) = (scope.view, scope.view.book);
    let end = plus_days(view.today, AHEAD);
    let near = |day: NaiveDate| (view.today..=end).contains(&day);
    let mut lines = Vec::new();
    for visit in book.visit.iter().filter(|visit| visit.status == VisitStatus::Planned && near(scope.day(visit))) {
        lines.push(planned(scope, visit));
    }
    for open in book.commitment.iter().filter_map(|promise| promises::open(view, promise)) {
        if open.due.is_some_and(near) && !open.is_late() {
            let what = Cell::Text(open.promise.text.clone());
            let mut line = line(scope, side(open.promise.who), open.due, open.promise.client, what);
            line.row = line.row.of([open.promise]);
            lines.push(line);
        }
    }
    lines.extend(open_problems(scope).filter(|(_, due)| due.is_some_and(near)).map(|problem| told(scope, problem)));
    for near in occasions::within(view, AHEAD) {
        lines.push(occasion(scope, &near));
    }
    table("ahead", lines)
}

fn planned(scope: &Scope<'_>, visit: &Visit) -> Line {
    let what = visit.purpose.clone().map_or(Cell::Unknown, Cell::Text);
    let mut line = line(scope, (0, "entity.visit"), Some(scope.day(visit)), visit.client, what);
    line.order = visit.starts().to_rfc3339();
    line.row = line.row.of([visit]);
    line
}

fn occasion(scope: &Scope<'_>, near: &occasions::Near) -> Line {
    let book = scope.view.book;
    // The client stands in its own column.
    let who = match near.whose {
        Whose::Person(person) => book.person.get(person).map(crate::domain::Person::display_name),
        Whose::Client(_) => near.how.clone(),
    };
    let what = Cell::Private(near.own_name().map(str::to_owned).or(who).unwrap_or_default());
    let mut line = line(scope, (5, "entity.occasion"), Some(near.date), near.client, what);
    line.row.cells[1] = Cell::Word(near.kind.term());
    line.row = match near.whose {
        Whose::Person(person) => line.row.of(book.person.get(person)),
        Whose::Client(client) => line.row.of(book.client.get(client)),
    };
    line
}
