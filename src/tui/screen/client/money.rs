//! What a client is worth: LTV, the plan, the VIP test, the ledger by month, holdings.

use super::{Page, Subject, goals, mood};
use crate::domain::date::Month;
use crate::domain::figures::{View as Figures, ledger, service_budget};
use crate::domain::money::Money;
use crate::domain::vip_test::vip_test;
use crate::domain::{Arg, Client, Entity, Holding, Id, LedgerMonth, Sentence};
use crate::tui::cells::{self, Side, both_ends, columns};
use crate::tui::layer::View;

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

/// The left pane of a wide screen: worth, VIP test, holdings.
pub fn left(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = Page::default();
    let figures = Figures::on(view.book(), view.today());
    worth(&mut page, view, &figures, client, width);
    mood::section(&mut page, view, client);
    goals::plan_section(&mut page, view, &figures, client, width);
    test(&mut page, view, client, width);
    holdings(&mut page, view, client, width);
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
    let shown = ltv.as_ref().and_then(|ltv| ltv.value()).map_or_else(|| words.unknown(), |money| words.money(*money));
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
        for why in [&place.why, &place.hint, &place.could].into_iter().flatten().filter(|why| Some(*why) != said) {
            page.lines.text(view.fit(&format!("  {}", words.sentence(why)), width));
        }
    }
    let budget = service_budget::budget(figures);
    if let Some(share) = budget.share(client) {
        let shown =
            |money: Result<Money, Sentence>| money.map_or_else(|why| words.sentence(&why), |money| words.money(money));
        let left = format!("{} {}", view.say("label-left"), shown(share.left()));
        let text = format!("{} {}", words.term("entity.service_budget"), shown(share.share.clone()));
        if cells::width(&text) + cells::width(&left) + 2 <= width {
            page.row(both_ends(&text, &left, width, view.marks.cut), None);
        } else {
            page.row(view.fit(&text, width), None);
            page.lines.text(view.fit(&format!("  {left}"), width));
        }
    }
}

pub(super) fn test(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    let Some(client) = view.book().client.get(client) else { return };
    let test = vip_test(view.book(), client, view.today());
    page.lines.section(None, view.words.title("term.vip_test"), "");
    for line in cells::wrap(&view.words.sentence(&test.sentence()), width) {
        page.lines.text(line);
    }
}

fn holdings(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    page.lines.section(None, view.say("money-holdings"), "");
    let mut rows: Vec<&Holding> = view.book().holding.of(client).filter(|row| row.client == client).collect();
    rows.sort_by_key(|row| (row.to.is_some(), row.provider_other.is_some(), row.from, row.head.uid));
    if rows.is_empty() {
        page.row(view.words.term("word.none"), None);
    }
    for row in rows {
        let product = view.book().product.get(row.product);
        let name = product.map(|product| product.name.say(view.words.lang()).to_owned()).unwrap_or_default();
        let from = row.from.map(|day| view.words.partial(day)).unwrap_or_default();
        let to = row.to.map(|day| format!(" {} {}", view.marks.arrow, view.words.partial(day))).unwrap_or_default();
        let bank = row.provider_other.clone().map(|bank| view.words.aside(&view.private(bank))).unwrap_or_default();
        let line = both_ends(&format!("{name}{bank}"), &format!("{from}{to}"), width, view.marks.cut);
        page.row(line, Some(Subject::new(Entity::Holding, row.head.uid)));
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
        let large = Money::new(123_400_000_000, view.book().settings().reporting_currency);
        let cell = |first: usize| width.saturating_sub(first + 3) / 3;
        let apart = cells::width(&view.words.money_short(large)) > cell(MONTH);
        let first = if apart { MONTH + 4 } else { MONTH };
        let fits = |decimals: &u32| {
            let money = |money| {
                if apart {
                    view.words.amount_in_column(money, *decimals)
                } else {
                    view.words.money_in_column(money, *decimals)
                }
            };
            cells::width(&money(large)) <= cell(first)
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
