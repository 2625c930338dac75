//! What a client is worth: LTV, the plan, the VIP test, the service budget, holdings, charts, the ledger by month.

use super::{Page, Subject, extras, goals, holdings, vip};
use crate::domain::date::Month;
use crate::domain::figures::{View as Figures, group, ledger, series};
use crate::domain::money::Money;
use crate::domain::{Arg, Client, Entity, Id, LedgerMonth};
use crate::tui::cells::{self, Side, both_ends, columns};
use crate::tui::layer::View;
use crate::tui::widget::chart;

/// Closed months shown.
const MONTHS: i32 = 24;
/// Cells of a month.
const MONTH: usize = 9;

/// Everything in one column.
pub fn page(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = left(view, client, width);
    months(&mut page, view, client, width);
    page
}

/// The left pane of a wide screen: all but the ledger.
pub fn left(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = Page::default();
    let figures = Figures::on(view.book(), view.today());
    worth(&mut page, view, &figures, client, width);
    beside(&mut page, view, &figures, client, width);
    goals::plan_section(&mut page, view, &figures, client, width);
    vip::section(&mut page, view, client, width);
    extras::section(&mut page, view, &figures, client, width);
    holdings::section(&mut page, view, client, width);
    charts(&mut page, view, &figures, client, width);
    page
}

/// The right pane: the ledger by month.
pub fn right(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = Page::default();
    months(&mut page, view, client, width);
    page
}

pub(super) fn worth(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    let words = view.words;
    page.lines.section(None, words.title("term.ltv"), words.short(&figures.tier(client).term()));
    let (now, rates) = (figures.month(), view.book().rates(figures.month()));
    let value = view.book().value(client, now);
    let ltv = value.as_ref().map(|value| value.money(&rates));
    let about =
        if ltv.as_ref().is_some_and(|ltv| !ltv.is_known()) { format!("{} ", view.marks.about) } else { String::new() };
    let shown = ltv.as_ref().and_then(|ltv| ltv.value());
    let shown = shown.map_or_else(|| words.unknown(), |money| format!("{about}{}", words.money(*money)));
    let known = ltv.as_ref().map(|ltv| {
        let months = [("known", Arg::count(ltv.known)), ("of", Arg::count(ltv.of))];
        words.say_with("months-known-of", &months)
    });
    page.row(both_ends(&shown, &known.unwrap_or_default(), width, view.marks.cut), None);
    if let Some(why) = ltv.as_ref().and_then(|ltv| ltv.why.as_ref()) {
        page.lines.text(view.fit(&format!("  {}", words.sentence(why)), width));
    }
    if let Some(pace) = value.as_ref().and_then(|value| value.yearly_pace(&rates)) {
        let pace = words.say_with("at-this-pace", &[("sum", Arg::Money(pace))]);
        page.lines.text(view.fit(&format!("  {pace}"), width));
    }
    if let Some(place) = figures.pyramid.place(client) {
        let said = ltv.as_ref().and_then(|ltv| ltv.why.as_ref());
        for why in place.remarks().filter(|why| Some(*why) != said) {
            page.lines.text(view.fit(&format!("  {}", words.sentence(why)), width));
        }
    }
}

/// What stands beside the one figure: each currency on its own where there are several or one has no rate, and what the
/// group has brought.
fn beside(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    let words = view.words;
    let value = view.book().value(client, figures.month());
    if let Some(list) = value.as_ref().and_then(|value| value.apart()) {
        let told = view.say_with("ltv-by-currency", &[("list", list)]);
        for line in cells::wrap(&told, width.saturating_sub(2)) {
            page.lines.text(format!("  {line}"));
        }
    }
    let Some(group) = group::group(figures, client) else { return };
    let about = if group.ltv.is_partial() { view.marks.about } else { "" };
    let sum =
        group.ltv.value().map_or_else(|| words.unknown(), |money| format!("{about}{}", words.money_whole(*money)));
    let told = view.say_with("group-ltv", &[("n", Arg::count(group.below)), ("sum", Arg::text(sum))]);
    let known =
        words.say_with("months-known-of", &[("known", Arg::count(group.ltv.known)), ("of", Arg::count(group.ltv.of))]);
    for line in cells::wrap(&words.told(&told, &known), width.saturating_sub(2)) {
        page.lines.text(format!("  {line}"));
    }
}

/// Income and cost, balance, turnover, satisfaction over two years.
fn charts(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    let charts = series::of_client(figures, client);
    if charts.is_empty() {
        return;
    }
    page.lines.section(None, view.say("money-charts"), "");
    let frame = chart::Frame::of(&charts, view);
    for chart in charts {
        let height = if chart.len() > 1 { 3 } else { 2 };
        chart::lines(&chart, width, height, frame, view).into_iter().for_each(|line| page.lines.text(line));
    }
}

fn months(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    let labels = ["month", "income", "cost", "turnover"].map(|field| view.words.label("ledger_month", field));
    let grid = Months::new(width, view);
    let (first, cell) = (grid.first, grid.cell);
    let head = columns(
        &[
            (&labels[0], first, Side::Left),
            (&labels[1], cell, Side::Right),
            (&labels[2], cell, Side::Right),
            (&labels[3], cell, Side::Right),
        ],
        view.marks.cut,
    );
    page.lines.section(None, view.say("money-months"), "");
    page.lines.text(head);
    let Some(last) = ledger::last_closed(view.book(), Month::of(view.today())) else { return };
    for back in 0..MONTHS {
        let month = last.plus(-back);
        let mine = |row: &&LedgerMonth| row.client == client && row.month == month;
        let mut rows: Vec<&LedgerMonth> = view.book().ledger_month.of(client).filter(mine).collect();
        rows.sort_by_key(|row| (row.currency, row.head.uid));
        if rows.is_empty() {
            let (month, none) = (view.words.month_digits(month), view.say("word-no_row"));
            page.lines.text(columns(&[(&month, first, Side::Left), (&none, cell, Side::Right)], view.marks.cut));
        }
        for row in rows {
            page.row(grid.line(view, row, month), Some(Subject::new(Entity::LedgerMonth, row.head.uid)));
        }
    }
}

/// The columns of the ledger: the month, then a cell for each figure.
struct Months {
    first: usize,
    cell: usize,
    /// The currency stands behind the month: beside the figures there is no room for it.
    apart: bool,
    /// Of rounded figures.
    decimals: u32,
}

impl Months {
    fn new(width: usize, view: &View<'_>) -> Self {
        // The longest of what is written with each unit: in Chinese 9,999.00 万 is longer than 12.34 亿.
        let large = [123_400_000_000, 9_999_000_000];
        let large = large.map(|minor| Money::new(minor, view.book().settings().reporting_currency));
        let widest = |say: &dyn Fn(Money) -> String| large.map(|money| cells::width(&say(money))).into_iter().max();
        let cell = |first: usize| width.saturating_sub(first + 3) / 3;
        let apart = widest(&|money| view.words.money_short(money)) > Some(cell(MONTH));
        let first = if apart { MONTH + 4 } else { MONTH };
        let fits = |decimals: &u32| {
            let money = |money| {
                if apart {
                    view.words.amount_in_column(money, *decimals)
                } else {
                    view.words.money_in_column(money, *decimals)
                }
            };
            widest(&money) <= Some(cell(first))
        };
        Self { first, cell: cell(first), apart, decimals: [2, 1].into_iter().find(fits).unwrap_or(0) }
    }

    fn line(&self, view: &View<'_>, row: &LedgerMonth, month: Month) -> String {
        let words = view.words;
        // A figure is never cut: where it has no room it is rounded, and says so by its unit.
        let money = |minor: Option<i64>| {
            let Some(sum) = minor.map(|minor| Money::new(minor, row.currency)) else { return words.unknown() };
            let whole = words.money_whole(sum);
            let short = || {
                let decimals = self.decimals;
                if self.apart { words.amount_in_column(sum, decimals) } else { words.money_in_column(sum, decimals) }
            };
            if cells::width(&whole) <= self.cell && !self.apart { whole } else { short() }
        };
        let open = if row.closed { "" } else { "*" };
        let name = view.left(&format!("{}{open}", words.month_digits(month)), MONTH);
        let name = if self.apart { format!("{name}{}", row.currency) } else { name };
        columns(
            &[
                (&name, self.first, Side::Left),
                (&money(row.income), self.cell, Side::Right),
                (&money(row.cost), self.cell, Side::Right),
                (&money(row.turnover), self.cell, Side::Right),
            ],
            view.marks.cut,
        )
    }
}
