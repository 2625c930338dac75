//! What the client is worth: LTV, tier, the last twelve months, plan and actual, the service budget.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::date::Month;
use crate::domain::figures::plan::{self, Quantity};
use crate::domain::figures::{ledger, service_budget};
use crate::domain::money::Money;
use crate::domain::{LedgerMonth, PlanTarget};

pub(super) fn money(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("money", pen.words.term("screen.money"));
    let line = |label: String, value: String| pen.words.told(&label, &value);
    let tier = pen.words.term(&pen.view.tier(pen.id()).term());
    section.item(line(pen.words.term("term.tier"), tier));
    let now = pen.view.month();
    let rates = pen.view.book.rates(now);
    let ltv = pen.view.book.value(pen.id(), now).map(|value| value.money(&rates));
    let ltv = ltv.map_or_else(|| pen.unknown(), |figure| pen.figure(&figure, |money| pen.words.money(*money)));
    section.item(line(pen.words.term("term.ltv"), ltv));
    section.items(budget(pen));
    months(pen, &mut section, now);
    section.items(plans(pen));
    section
}

fn budget(pen: &Pen<'_>) -> Option<String> {
    let budget = service_budget::budget(pen.view);
    let share = budget.share(pen.id())?;
    let shown = |money: Result<Money, crate::domain::Sentence>| match money {
        Ok(money) => pen.words.money(money),
        Err(why) => pen.unknown() + &pen.words.aside(&pen.sentence(&why)),
    };
    let left = format!("{} {}", pen.say("label-left"), shown(share.left()));
    let told = pen.words.remarks(&[shown(share.share.clone()), left]);
    Some(pen.words.told(&pen.words.term("entity.service_budget"), &told))
}

/// The last twelve closed months; a month without a row says so.
fn months(pen: &Pen<'_>, section: &mut Section, now: Month) {
    let Some(last) = ledger::last_closed(pen.view.book, now) else { return };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for back in 0..12 {
        let month = last.plus(-back);
        let mine = |row: &&LedgerMonth| row.client == pen.id() && row.month == month && row.closed;
        let mut of_month: Vec<&LedgerMonth> = pen.view.book.ledger_month.of(pen.id()).filter(mine).collect();
        of_month.sort_by_key(|row| (row.currency, row.head.uid));
        if of_month.is_empty() {
            let no_row = pen.say("word-no_row");
            rows.push(vec![pen.words.month(month), no_row, String::new(), String::new(), String::new()]);
        }
        rows.extend(of_month.into_iter().map(|row| month_row(pen, row)));
    }
    let labels = ["month", "income", "cost", "turnover", "avg_balance"];
    let heads: Vec<String> = labels.iter().map(|field| pen.label("ledger_month", field)).collect();
    let right = (0..heads.len()).map(|at| at > 0).collect();
    section.figures(heads, rows, right);
}

fn month_row(pen: &Pen<'_>, row: &LedgerMonth) -> Vec<String> {
    let money =
        |minor: Option<i64>| pen.or_unknown(minor.map(|minor| pen.words.money(Money::new(minor, row.currency))));
    let mut cells = vec![pen.words.month(row.month)];
    cells.extend([row.income, row.cost, row.turnover, row.avg_balance].map(money));
    cells
}

fn plans(pen: &Pen<'_>) -> Vec<String> {
    let year = i64::from(pen.view.month().year);
    let mine = |target: &&PlanTarget| target.client == Some(pen.id()) && target.year == year;
    let mut targets: Vec<&PlanTarget> = pen.view.book.plan_target.of(pen.id()).filter(mine).collect();
    targets.sort_by_key(|target| (target.measure, target.quarter, target.head.uid));
    targets.into_iter().map(|target| plan_line(pen, target)).collect()
}

fn plan_line(pen: &Pen<'_>, target: &PlanTarget) -> String {
    let progress = plan::progress(pen.view, target);
    let actual = pen.figure(&progress.actual, |quantity| match quantity {
        Quantity::Money(money) => pen.words.money(*money),
        Quantity::Number(number) => pen.words.exact(*number),
    });
    let pace =
        progress.pace_percent().map(|pace| format!("{} {}", pen.say("label-pace"), pen.words.percent_to(pace, 0)));
    let measure = pen.words.term(&target.measure.term());
    let planned = match &target.target {
        crate::domain::json::Amount::Money(money) => pen.words.money(*money),
        crate::domain::json::Amount::Number(n) => pen.words.number(*n),
        crate::domain::json::Amount::Text(text) => text.clone(),
    };
    let actual = format!("{} {actual}", pen.say("label-actual"));
    let told: Vec<String> = [format!("{measure} {planned}"), actual].into_iter().chain(pace).collect();
    pen.words.told(&format!("{} {}", pen.say("label-plan"), target.year), &pen.words.remarks(&told))
}
