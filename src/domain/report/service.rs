//! Service: how content the clients are, how problems were closed and where they waited, which promises were kept.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::flow::Both;
use super::period::Span;
use super::scope::Scope;
use super::table::{Cell, Known, Row, Table};
use crate::domain::entity::{Commitment, Problem, Satisfaction};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::problems::{self, Took, Typical};
use crate::domain::figures::{Figure, promises, satisfaction};
use crate::domain::parts::Pass;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row as _;
use crate::domain::words::Who;

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    vec![
        content(scope),
        moods(scope),
        conclusions(scope),
        closed(scope),
        departments(scope),
        Table::new(
            "promises",
            &["figure", "due", "kept", "share", "late", "open", "share-before"],
            vec![kept(scope, Who::We), kept(scope, Who::They)],
        ),
    ]
}

/// One decimal, as levels are shown.
fn tenth(value: Ratio) -> Option<Cell> {
    Some(Cell::Number(value.decimal(1)?, 1))
}

/// The index of the portfolio at the ends of both periods.
fn content(scope: &Scope<'_>) -> Table {
    let view = scope.at(scope.now.to);
    let [now, before] = scope.both().map(|span| satisfaction::index(&scope.at(span.to)));
    let line = |key, now: &Figure<Ratio>, before: &Figure<Ratio>| {
        let values = [now, before].map(|figure| Cell::or_unknown(figure.get().and_then(tenth)));
        Row::figure(key, values).known(now.known, now.of).because(now.why.clone())
    };
    let served: Vec<_> = scope.portfolio().into_iter().collect();
    let known = served.iter().copied().filter(|client| satisfaction::level(&view, client.uid(), view.today).is_some());
    let trend = now.trend.and_then(|trend| Some(Cell::Change(trend.change.decimal(1)?, 1)));
    let trend_before = before.trend.and_then(|trend| Some(Cell::Change(trend.change.decimal(1)?, 1)));
    Table::figures(
        "content",
        vec![
            line("index", &now.level, &before.level).of(known),
            line("index-by-income", &now.by_income, &before.by_income),
            Row::figure("index-trend", [Cell::or_unknown(trend), Cell::or_unknown(trend_before)])
                .known(now.level.known, now.level.of),
            asked(scope, now.level.of),
        ],
    )
}

/// How many clients gave a score in the period.
fn asked(scope: &Scope<'_>, of: usize) -> Row {
    let [now, before] = scope.both().map(|span| {
        let given = scope.view.book.satisfaction.iter().filter(|row| span.holds(row.on));
        given.collect::<Vec<&Satisfaction>>()
    });
    let clients = |rows: &[&Satisfaction]| rows.iter().map(|row| row.client).collect::<BTreeSet<_>>().len();
    let cells = [Cell::Count(now.len()), Cell::Count(before.len())];
    Row::figure("scores", cells).known(clients(&now).min(of), of).of(now)
}

/// Who is more content than 90 days before, and who is less; the steepest fall first.
fn moods(scope: &Scope<'_>) -> Table {
    let view = scope.at(scope.now.to);
    let mut moved: Vec<(Ratio, Row)> = Vec::new();
    for client in scope.portfolio() {
        let id = client.uid();
        let (Some(trend), Some(level)) = (satisfaction::trend(&view, id), satisfaction::level(&view, id, view.today))
        else {
            continue;
        };
        if trend.direction == satisfaction::Direction::Level {
            continue;
        }
        let cells = vec![
            Cell::Text(scope.name(id)),
            Cell::Number(level.shown(), 1),
            Cell::Change(trend.shown(), 1),
            Cell::Count(level.records),
        ];
        moved.push((trend.change, Row::new(client.handle.clone(), cells).because(level.basis.mark()).of([client])));
    }
    moved.sort_by_key(|(change, _)| *change);
    let rows = moved.into_iter().map(|(_, row)| row).collect();
    Table::new("moods", &["client", "level", "change", "scores"], rows)
}

/// What was to be changed after a score.
fn conclusions(scope: &Scope<'_>) -> Table {
    let mut rows: Vec<&Satisfaction> = scope.view.book.satisfaction.iter().collect();
    rows.retain(|row| scope.now.holds(row.on) && row.conclusion.is_some());
    rows.sort_by_key(|row| (row.on, scope.order(row.client), row.head.uid));
    let line = |row: &&Satisfaction| {
        let cells = vec![
            Cell::Day(row.on),
            Cell::Text(scope.name(row.client)),
            Cell::Number(row.score.into(), 0),
            Cell::Text(row.conclusion.clone().unwrap_or_default()),
        ];
        Row::new(row.head.uid.to_string(), cells).of([*row])
    };
    Table::new("conclusions", &["day", "client", "score", "conclusion"], rows.iter().map(line).collect())
}

/// The day on which a problem was closed towards the client.
fn told(problem: &Problem) -> Option<NaiveDate> {
    problem.told_client_on.filter(|_| !problems::is_open(problem))
}

/// Whether it waited for an answer at the end of a day.
fn waits(problem: &Problem, end: NaiveDate) -> bool {
    problem.raised_on <= end && told(problem).is_none_or(|told| told > end)
}

/// Problems raised and closed, how long that took and how often it was in time.
fn closed(scope: &Scope<'_>) -> Table {
    let all = &scope.view.book.problem;
    let both = |fits: &dyn Fn(&Problem, Span) -> bool| {
        let rows = |span: Span| {
            let mut rows: Vec<&Problem> = all.iter().filter(|problem| fits(problem, span)).collect();
            rows.sort_by_key(|problem| (problem.raised_on, problem.head.uid));
            rows
        };
        Both { now: rows(scope.now), before: rows(scope.before) }
    };
    let raised = both(&|problem, span| span.holds(problem.raised_on));
    let over = both(&|problem, span| told(problem).is_some_and(|on| span.holds(on)));
    let open = both(&|problem, span| waits(problem, span.to));
    let due = over.only(|problem| problem.due.is_some());
    let in_time = due.only(|problem| told(problem).zip(problem.due).is_some_and(|(told, due)| told <= due));
    let repeated = raised.only(|problem| problems::repeats(scope.view, problem).is_some());
    let [days, days_before] = [(&over.now, scope.now), (&over.before, scope.before)].map(|(rows, span)| {
        let view = scope.at(span.to);
        problems::typical(&view, rows.iter().copied())
    });
    let shares = [(&in_time.now, &due.now), (&in_time.before, &due.before)];
    let shares = shares.map(|(some, of)| share(some.len(), of.len()));
    let running = open.now.iter().map(|problem| scope.view.calendar.between(problem.raised_on, scope.now.to)).max();
    let so_far = running.map(|days| Sentence::new("report-longest-so-far").with("n", crate::domain::Arg::Count(days)));
    Table::figures(
        "problems",
        vec![
            raised.counted("raised"),
            over.counted("closed"),
            Row::figure("days-to-close", [median(&days), median(&days_before)])
                .known(days.over, over.now.len())
                .of(over.now.iter().copied()),
            Row::figure("closed-in-time", shares).known(due.now.len(), over.now.len()).of(in_time.now.iter().copied()),
            open.counted("still-open").because(so_far),
            repeated.counted("repeated"),
        ],
    )
}

fn median(days: &Typical) -> Cell {
    let shown = days.median.and_then(|days| days.decimal(1)).map(|days| days.normalize());
    Cell::or_unknown(shown.map(|days| Cell::Number(days, days.scale())))
}

/// A part of a whole in percent; of nothing there is none.
fn share(some: usize, of: usize) -> Cell {
    let ratio = Ratio::new(some as i128, of as i128).and_then(|ratio| ratio.percent(0));
    ratio.map_or(Cell::Nothing, |percent| Cell::Percent(percent, 0))
}

/// Where problems waited: passes that came back in the period, and those still out at its end.
fn departments(scope: &Scope<'_>) -> Table {
    let end = scope.at(scope.now.to);
    let mut by: BTreeMap<&str, Vec<(&Problem, &Pass, Took)>> = BTreeMap::new();
    for problem in &scope.view.book.problem {
        for pass in problem.passes.iter().filter(|pass| pass.on <= scope.now.to) {
            let took = problems::kept(&end, pass);
            if took.so_far || pass.back_on.is_some_and(|back| scope.now.holds(back)) {
                by.entry(&pass.department).or_default().push((problem, pass, took));
            }
        }
    }
    let line = |(department, passes): (&str, Vec<(&Problem, &Pass, Took)>)| {
        let days = Typical::of(passes.iter().map(|(.., took)| *took));
        let back = passes.iter().filter(|(.., took)| !took.so_far);
        let due: Vec<_> = back.filter_map(|(problem, pass, _)| Some((pass.back_on?, problem.due?))).collect();
        let in_time = due.iter().filter(|(back, due)| back <= due).count();
        let cells = vec![
            Cell::Text(department.to_owned()),
            Cell::Count(passes.iter().filter(|(_, pass, _)| scope.now.holds(pass.on)).count()),
            Cell::Count(days.over),
            if days.over == 0 { Cell::Nothing } else { median(&days) },
            share(in_time, due.len()),
            Cell::Count(days.running),
            days.longest_so_far.map_or(Cell::Nothing, |days| Cell::Number(days.into(), 0)),
        ];
        let known = Known::new(days.over, passes.len());
        Row { known: Some(known), ..Row::new(department, cells).of(passes.into_iter().map(|(problem, ..)| problem)) }
    };
    let head = ["department", "passed", "back", "days", "in-time", "there", "longest"];
    Table::new("departments", &head, by.into_iter().map(line).collect())
}

/// Promises of one side whose day came and went: kept in time, late, or not yet kept.
fn kept(scope: &Scope<'_>, who: Who) -> Row {
    let due = |span: Span| {
        let mut rows: Vec<&Commitment> = scope.view.book.commitment.iter().collect();
        let past = Span { to: span.to.min(scope.view.today.pred_opt().unwrap_or(span.to)), ..span };
        rows.retain(|promise| promises::counts(promise, who) && promise.due.is_some_and(|due| past.holds(due)));
        rows.sort_by_key(|promise| (promise.due, promise.head.uid));
        rows
    };
    let (now, before) = (due(scope.now), due(scope.before));
    let in_time = |rows: &[&Commitment]| rows.iter().filter(|promise| promises::in_time(promise)).count();
    let of = |rows: &[&Commitment]| promises::Kept { kept: in_time(rows), of: rows.len() };
    let percent = |rows: &[&Commitment]| of(rows).percent().map_or(Cell::Nothing, |percent| Cell::Percent(percent, 0));
    let done = now.iter().filter(|promise| promise.done_on.is_some_and(|on| on <= scope.now.to)).count();
    let undated =
        scope.view.book.commitment.iter().filter(|promise| {
            promises::counts(promise, who) && promise.due.is_none() && scope.now.holds(promise.made_on)
        });
    let known = Known::new(now.len(), now.len() + undated.count());
    let cells = [
        Cell::Count(now.len()),
        Cell::Count(in_time(&now)),
        percent(&now),
        Cell::Count(done.saturating_sub(in_time(&now))),
        Cell::Count(now.len() - done),
        percent(&before),
    ];
    let key = if who == Who::We { "ours" } else { "theirs" };
    Row { known: Some(known), ..Row::figure(key, cells).of(now) }
}
