//! The fifth criterion: how fast the client's figures grow.

use super::evidence::{from_evidence, verdict};
use super::figures::{Window, window};
use super::{Case, Line, Truth};
use crate::domain::date::Month;
use crate::domain::entity::VipEvidence;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::{Column, Ledger};
use crate::domain::json::Amount;
use crate::domain::money::Currency;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::Criterion;

pub(super) struct Growth {
    pub line: Line,
    /// The year in which most months of sales are missing; the last one when none are.
    pub missing_year: i32,
}

/// Growth of sales, else turnover, else income over 24 known closed months; else the freshest evidence.
pub(super) fn growth(case: &Case<'_>) -> Growth {
    let settings = case.book.settings();
    let enough = |growth: Ratio| growth >= Ratio::whole(settings.vip_growth_pct);
    let evidence = from_evidence(case, "V5", Criterion::Growth, |row| read(row, settings.vip_growth_pct));
    let last_year = Month::of(case.today).year - 1;
    let Some(last) = case.last else { return Growth { line: evidence, missing_year: last_year } };
    let columns = [Column::SALES, Column::TURNOVER, Column::INCOME];
    let measured = columns.into_iter().find_map(|column| measured(case, column, last));
    let missing_year = missing_year(case, last).unwrap_or(last_year);
    let line = match measured {
        Some(Measured::Percent(percent)) => {
            let truth = Truth::of(enough(percent));
            let shown = Arg::Decimal(percent.decimal(1).unwrap_or_default());
            let why = Sentence::new("vip-growth-value").with("percent", shown);
            let disagrees = evidence.truth != Truth::Unknown && evidence.truth != truth;
            Line { disagrees, ..Line::new("V5", truth, Some(why)) }
        }
        Some(Measured::FromNothing) => Line::new("V5", Truth::Unknown, Some(Sentence::new("vip-growth-from-nothing"))),
        None => evidence,
    };
    Growth { line, missing_year }
}

enum Measured {
    Percent(Ratio),
    /// An earlier year of zero or less has no growth to speak of.
    FromNothing,
}

/// None when months are missing.
fn measured(case: &Case<'_>, column: Column, last: Month) -> Option<Measured> {
    let currency = currency_of(case, last);
    let year = |last: Month| window(case, column, last.plus(-11), last, currency).ok().filter(Window::is_complete);
    let (now, before) = (year(last)?.part, year(last.plus(-12))?.part);
    if before <= Ratio::ZERO {
        return Some(Measured::FromNothing);
    }
    let percent = now.minus(before).and_then(|gain| gain.over(before)?.times(Ratio::whole(100)));
    percent.map(Measured::Percent)
}

/// The one currency of the 24 months, so that no rate is needed; else the reporting one.
fn currency_of(case: &Case<'_>, last: Month) -> Currency {
    let ledger = Ledger::of(case.book, case.id, last);
    let rows = ledger.months().filter(|(month, _)| *month >= last.plus(-23)).flat_map(|(_, rows)| rows);
    let mut currencies: Vec<Currency> = rows.map(|row| row.currency).collect();
    currencies.sort_unstable();
    currencies.dedup();
    match currencies.as_slice() {
        [only] => *only,
        _ => case.rates.reporting(),
    }
}

/// A figure of evidence is in basis points.
fn read(row: &VipEvidence, percent: i64) -> Truth {
    match row.figure {
        Some(Amount::Number(points)) => Truth::of(points >= percent * 100),
        _ => verdict(row),
    }
}

/// The later year wins when as many months of two are missing.
fn missing_year(case: &Case<'_>, last: Month) -> Option<i32> {
    let ledger = Ledger::of(case.book, case.id, last);
    let known = |month: Month| {
        let rows = ledger.month(month);
        !rows.is_empty() && rows.iter().all(|row| row.closed && row.sales.is_some())
    };
    let missing: Vec<i32> = (0..24).map(|n| last.plus(-n)).filter(|month| !known(*month)).map(|m| m.year).collect();
    let count = |year: i32| missing.iter().filter(|one| **one == year).count();
    missing.iter().copied().max_by_key(|year| (count(*year), *year))
}
