//! Whether income grows steadily: eight quarters side by side.

use chrono::Datelike;

use super::growth::{Course, Total, change, growth};
use super::period::quarter_of;
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::Month;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::Column;
use crate::domain::sentence::{Arg, Sentence};

const QUARTERS: usize = 8;
const HEAD: [&str; 3] = ["quarter", "income", "step"];

/// How the last four quarters stand to the four before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Steadiness {
    pub growth: Option<Ratio>,
    /// Of the last four steps.
    pub rose: usize,
    pub steady: bool,
}

/// Steady when the last four exceed the four before and three of the last four steps rose.
pub(super) fn steadiness(quarters: &[Ratio; QUARTERS]) -> Option<Steadiness> {
    let sum = |some: &[Ratio]| some.iter().try_fold(Ratio::ZERO, |sum, quarter| sum.plus(*quarter));
    let (before, now) = (sum(&quarters[..4])?, sum(&quarters[4..])?);
    let rose = quarters[3..].windows(2).filter(|step| step[1] > step[0]).count();
    Some(Steadiness { growth: change(now, before), rose, steady: now > before && rose >= 3 })
}

pub(super) fn table(scope: &Scope<'_>) -> Table {
    made(scope).unwrap_or_else(|why| {
        Table::new("income", &HEAD, Vec::new()).says(Sentence::new("report-verdict-unknown")).note(Some(why))
    })
}

/// The last month of the latest quarter that is closed whole.
fn last_quarter(closed: Month) -> Month {
    let over = (closed.index() + 1).rem_euclid(3);
    closed.plus(-over)
}

fn made(scope: &Scope<'_>) -> Result<Table, Sentence> {
    let closed = scope.closed.ok_or_else(|| Sentence::new("why-no-closed-month"))?;
    let last = last_quarter(closed);
    let quarters: [Month; QUARTERS] = [7, 6, 5, 4, 3, 2, 1, 0].map(|back| last.plus(-3 * back));
    let course = Course::of(scope, Column::INCOME, quarters[0].plus(-2), last)?;
    let totals: Vec<Total> =
        quarters.iter().map(|end| course.total(end.plus(-2), *end)).collect::<Result<_, Sentence>>()?;
    let sums: Vec<Option<Ratio>> = totals.iter().map(|total| total.whole()).collect();
    let step = |at: usize| {
        let (now, before) = (sums[at], at.checked_sub(1).and_then(|before| sums[before]));
        if at == 0 { Cell::Nothing } else { growth(now.zip(before).and_then(|(now, before)| change(now, before))) }
    };
    let line = |(at, end): (usize, &Month)| {
        let first = end.plus(-2).first_day();
        let cells = vec![Cell::Quarter(first.year(), quarter_of(first)), course.money(totals[at]), step(at)];
        let key = format!("{}-q{}", first.year(), quarter_of(first));
        Row::new(key, cells).known(totals[at].known, totals[at].of)
    };
    let rows = quarters.iter().enumerate().map(line).collect();
    let known = sums.iter().flatten().count();
    let all: Option<Vec<Ratio>> = sums.into_iter().collect();
    let verdict = all.and_then(|all| steadiness(&all.try_into().ok()?)).map(verdict);
    let missing = totals.iter().any(|total| total.known < total.of).then(|| Sentence::new("report-known-parts"));
    let few = Sentence::new("report-few-quarters").count("known", known).count("of", QUARTERS);
    Ok(Table::new("income", &HEAD, rows).says(verdict.unwrap_or(few)).bars(1).note(missing).note(course.note()))
}

fn verdict(found: Steadiness) -> Sentence {
    let id = if found.steady { "report-steady" } else { "report-not-steady" };
    let growth = found.growth.and_then(|growth| growth.percent(1));
    let growth = growth.map_or(Arg::Word("word.unknown".to_owned()), Arg::Decimal);
    Sentence::new(id).with("growth", growth).count("rose", found.rose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steady_is_more_than_the_year_before_in_three_steps_of_four() {
        for (quarters, steady, rose, growth) in [
            // 2.1 2.2 2.0 2.4 / 2.5 2.6 2.55 2.9
            ([210, 220, 200, 240, 250, 260, 255, 290], true, 3, "21.3"),
            ([210, 220, 200, 240, 250, 245, 255, 250], false, 2, "14.9"),
            ([400, 400, 400, 100, 110, 120, 130, 140], false, 4, "-61.5"),
            ([100, 100, 100, 100, 100, 100, 100, 100], false, 0, "0.0"),
        ] {
            let found = steadiness(&quarters.map(Ratio::whole)).unwrap();
            let shown = found.growth.unwrap().percent(1).unwrap().to_string();
            assert_eq!((found.steady, found.rose, shown.as_str()), (steady, rose, growth), "{quarters:?}");
        }
    }

    #[test]
    fn a_quarter_counts_when_its_last_month_is_closed() {
        for (closed, last) in [
            ("2026-09", "2026-09"),
            ("2026-10", "2026-09"),
            ("2026-11", "2026-09"),
            ("2026-12", "2026-12"),
            ("2027-01", "2026-12"),
        ] {
            assert_eq!(last_quarter(closed.parse().unwrap()).to_string(), last, "{closed}");
        }
    }
}
