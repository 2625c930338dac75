//! The four figures of the second criterion: from the ledger where it is complete, else from evidence.

use super::evidence::{from_evidence, rate_month};
use super::{Case, Line, Truth};
use crate::domain::date::Month;
use crate::domain::entity::{LedgerMonth, VipEvidence};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::{Column, Ledger};
use crate::domain::json::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::Criterion;

/// How a figure is read off the ledger.
struct Measure {
    code: &'static str,
    criterion: Criterion,
    column: Column,
    months: i32,
    /// The mean of the months, not their sum.
    mean: bool,
    /// The known part alone may already be above, since no month can take from it.
    settles_early: bool,
    limit: Money,
}

/// V2a to V2d.
pub(super) fn volumes(case: &Case<'_>) -> Vec<Line> {
    let settings = case.book.settings();
    let sum = |code, criterion, column, limit| Measure {
        code,
        criterion,
        column,
        months: 12,
        mean: false,
        settles_early: true,
        limit,
    };
    let mean = |code, criterion, column, months, limit| Measure {
        code,
        criterion,
        column,
        months,
        mean: true,
        settles_early: false,
        limit,
    };
    let measures = [
        sum("V2a", Criterion::VolumeSales, Column::SALES, settings.vip_sales_year),
        mean("V2b", Criterion::VolumeTurnover, Column::TURNOVER, 3, settings.vip_turnover_month),
        sum("V2c", Criterion::VolumeExport, Column::EXPORT, settings.vip_export_year),
        mean("V2d", Criterion::VolumeBalance, Column::AVG_BALANCE, 1, settings.vip_balance_month),
    ];
    measures.iter().map(|measure| volume(case, measure)).collect()
}

/// The known part of a window of months, in minor units of one currency.
pub(super) struct Window {
    pub part: Ratio,
    pub known: usize,
    pub of: usize,
}

impl Window {
    pub fn is_complete(&self) -> bool {
        self.known == self.of
    }
}

/// Adds up a column from `first` to `last` in `currency`, each row at its month's rate.
///
/// # Errors
/// The sentence that names a missing rate, or that the sum is too large.
pub(super) fn window(
    case: &Case<'_>,
    column: Column,
    first: Month,
    last: Month,
    currency: Currency,
) -> Result<Window, Sentence> {
    let ledger = Ledger::of(case.book, case.id, last);
    let too_large = || Sentence::new("why-too-large");
    let of = usize::try_from(last.index() - first.index() + 1).unwrap_or(0);
    let mut window = Window { part: Ratio::ZERO, known: 0, of };
    for (month, rows) in ledger.months().filter(|(month, _)| *month >= first) {
        let known = |row: &&&LedgerMonth| row.closed && column.of(row).is_some();
        for row in rows.iter().filter(known) {
            let value = column.of(row).unwrap_or_default();
            let value = convert(case, Money::new(value, row.currency), currency, month)?;
            window.part = window.part.plus(value).and_then(Ratio::tamed).ok_or_else(too_large)?;
        }
        window.known += usize::from(rows.iter().all(|row| known(&row)));
    }
    Ok(window)
}

/// An amount in minor units of another currency, through the reporting currency at the rates of a month.
///
/// # Errors
/// The sentence that names a missing rate.
pub(super) fn convert(case: &Case<'_>, money: Money, to: Currency, month: Month) -> Result<Ratio, Sentence> {
    if money.currency == to {
        return Ok(Ratio::whole(money.minor));
    }
    let amount = case.rates.convert(money.minor, money.currency, month)?;
    let unit = case.rates.convert(1, to, month)?;
    let quotient = amount.ratio().zip(unit.ratio()).and_then(|(amount, unit)| amount.over(unit)?.tamed());
    quotient.ok_or_else(|| Sentence::new("why-too-large"))
}

fn volume(case: &Case<'_>, measure: &Measure) -> Line {
    let evidence = from_evidence(case, measure.code, measure.criterion, |row| of_figure(case, row, measure.limit));
    let mut line = ledger_line(case, measure);
    if line.truth == Truth::Unknown {
        return if evidence.truth == Truth::Unknown {
            let why = case.evidence(measure.criterion).and(evidence.why).or(line.why);
            Line { why, ..line }
        } else {
            Line { why: figure_why(case, measure, &evidence), missing_months: line.missing_months, ..evidence }
        };
    }
    line.disagrees = evidence.truth != Truth::Unknown && evidence.truth != line.truth;
    line
}

fn ledger_line(case: &Case<'_>, measure: &Measure) -> Line {
    let unknown = |why: Sentence, missing: usize| Line {
        missing_months: missing,
        ..Line::new(measure.code, Truth::Unknown, Some(why))
    };
    let wanted = usize::try_from(measure.months).unwrap_or(0);
    let Some(last) = case.last else { return unknown(Sentence::new("why-no-closed-month"), wanted) };
    let first = last.plus(1 - measure.months);
    let window = match window(case, measure.column, first, last, measure.limit.currency) {
        Ok(window) => window,
        Err(why) => return unknown(why, 0),
    };
    let divisor = if measure.mean { i64::from(measure.months) } else { 1 };
    let Some(value) = window.part.over(Ratio::whole(divisor)) else {
        return unknown(Sentence::new("why-too-large"), 0);
    };
    let above = value > Ratio::whole(measure.limit.minor);
    if window.is_complete() || (above && measure.settles_early) {
        return Line::new(measure.code, Truth::of(above), Some(compared(value, measure.limit, above)));
    }
    let why = Sentence::new("months-known-of").count("known", window.known).count("of", window.of);
    unknown(why, window.of - window.known)
}

fn compared(value: Ratio, limit: Money, above: bool) -> Sentence {
    let id = if above { "vip-figure-above" } else { "vip-figure-not-above" };
    let minor = i64::try_from(value.round()).unwrap_or(i64::MAX);
    Sentence::new(id).with("value", Arg::Money(Money::new(minor, limit.currency))).with("limit", Arg::Money(limit))
}

fn figure_of(case: &Case<'_>, row: &VipEvidence, limit: Money) -> Option<Ratio> {
    match row.figure {
        Some(Amount::Money(money)) => convert(case, money, limit.currency, rate_month(row)).ok(),
        _ => None,
    }
}

fn of_figure(case: &Case<'_>, row: &VipEvidence, limit: Money) -> Truth {
    figure_of(case, row, limit).map_or(Truth::Unknown, |value| Truth::of(value > Ratio::whole(limit.minor)))
}

fn figure_why(case: &Case<'_>, measure: &Measure, line: &Line) -> Option<Sentence> {
    let value = case.evidence(measure.criterion).and_then(|row| figure_of(case, row, measure.limit))?;
    Some(compared(value, measure.limit, line.truth == Truth::Met))
}
