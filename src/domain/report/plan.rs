//! The portfolio's plan against what came of it, for the targets whose period meets the report's.

use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::Month;
use crate::domain::entity::PlanTarget;
use crate::domain::figures::plan::{self, Period, Progress, Quantity};
use crate::domain::json::Amount;
use crate::domain::sentence::Sentence;

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    let (first, last) = (Month::of(scope.period.span.from), Month::of(scope.period.span.to));
    let meets = |target: &&PlanTarget| {
        let of = Period::of(target);
        target.client.is_none() && of.first <= last && first <= of.last
    };
    let mut targets: Vec<&PlanTarget> = scope.view.book.plan_target.iter().filter(meets).collect();
    targets.sort_by_key(|target| (target.measure, target.year, target.quarter, target.head.uid));
    let rows = targets.into_iter().map(|target| line(scope, target)).collect();
    let note = Sentence::new("report-as-of").date("date", scope.now.to);
    vec![Table::new("plan", &["measure", "of", "target", "actual", "pace", "of-period"], rows).note(Some(note))]
}

fn line(scope: &Scope<'_>, target: &PlanTarget) -> Row {
    let found: Progress = plan::progress_until(&scope.at(scope.now.to), target, scope.closed);
    let percent = |value: Option<rust_decimal::Decimal>, places| {
        value.map_or(Cell::Unknown, |percent| Cell::Percent(percent, places))
    };
    let year = i32::try_from(target.year).unwrap_or_default();
    let when = match target.quarter.and_then(|quarter| u32::try_from(quarter).ok()) {
        Some(quarter) => Cell::Quarter(year, quarter),
        None => Cell::Text(year.to_string()),
    };
    let cells = vec![
        Cell::Word(target.measure.term()),
        when,
        planned(&target.target),
        Cell::or_unknown(found.actual.get().map(quantity)),
        percent(found.pace_percent(), 0),
        percent(found.of_period_percent(), 1),
    ];
    let why: Option<Sentence> = found.actual.why.clone().or_else(|| found.pace.as_ref().err().cloned());
    Row::new(target.head.uid.to_string(), cells).known(found.actual.known, found.actual.of).because(why).of([target])
}

fn planned(target: &Amount) -> Cell {
    match target {
        Amount::Money(money) => Cell::Money(*money),
        Amount::Number(n) => Cell::Number((*n).into(), 0),
        Amount::Text(text) => text.parse::<rust_decimal::Decimal>().map_or_else(|_| Cell::Text(text.clone()), number),
    }
}

fn quantity(actual: Quantity) -> Cell {
    match actual {
        Quantity::Money(money) => Cell::Money(money),
        Quantity::Number(number_of) => number(number_of),
    }
}

fn number(n: rust_decimal::Decimal) -> Cell {
    Cell::Number(n, n.normalize().scale())
}
