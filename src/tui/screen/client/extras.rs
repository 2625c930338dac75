//! What is spent on a client beside the bank's products: its part of the service budget, and the spends of the year.

use chrono::Datelike;

use super::{Page, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::figures::service_budget::{self, Share};
use crate::domain::money::Money;
use crate::domain::{Arg, Client, Entity, Id, Sentence, ServiceSpend};
use crate::tui::cells::{self, both_ends};
use crate::tui::layer::View;

/// The share and what is left of it.
pub(super) fn told(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    let budget = service_budget::budget(figures);
    let Some(share) = budget.share(client) else { return };
    let (text, left) = line(view, share, &view.words.term("entity.service_budget"));
    if cells::width(&text) + cells::width(&left) + 2 <= width {
        page.row(both_ends(&text, &left, width, view.marks.cut), None);
    } else {
        page.row(view.fit(&text, width), None);
        page.lines.text(view.fit(&format!("  {left}"), width));
    }
}

fn line(view: &View<'_>, share: &Share, label: &str) -> (String, String) {
    let words = view.words;
    let shown = |money: Result<Money, Sentence>| match money {
        Ok(money) => words.money(money),
        Err(why) => words.sentence(&why),
    };
    let over = share.left().is_ok_and(|left| left.minor < 0);
    let left = format!("{}{} {}", if over { "! " } else { "" }, view.say("label-left"), shown(share.left()));
    (format!("{label} {}", shown(share.share.clone())), left)
}

/// The share, what was added to it, and each spend of the year; a first one can be begun.
pub(super) fn section(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, client: Id<Client>, width: usize) {
    let year = view.today().year();
    let title = format!("{} {year}", view.words.title("entity.service_budget"));
    page.lines.section(None, title, "");
    let budget = service_budget::budget(figures);
    if let Some(share) = budget.share(client) {
        let (text, left) = line(view, share, &view.say("budget-share"));
        page.lines.text(both_ends(&text, &left, width, view.marks.cut));
        if let Some(by_hand) = share.by_hand {
            let args = [("sum", Arg::Money(by_hand))];
            page.lines.text(view.fit(&view.say_with("budget-added", &args), width));
        }
        let over = share.left().ok().and_then(|left| left.minor.checked_neg()).filter(|over| *over > 0);
        if let Some(over) = over {
            let name = view.book().client.get(client).map(|client| client.name.clone()).unwrap_or_default();
            let args = [("client", Arg::text(name)), ("amount", Arg::Money(Money::new(over, budget.currency)))];
            page.lines.text(view.fit(&view.say_with("over-service-budget", &args), width));
        }
    }
    let mine = |row: &&ServiceSpend| row.client == client && row.on.year() == year && row.on <= view.today();
    let mut spends: Vec<&ServiceSpend> = view.book().service_spend.of(client).filter(mine).collect();
    spends.sort_by_key(|row| (std::cmp::Reverse(row.on), row.head.uid));
    if spends.is_empty() {
        page.begins(view.say("no-spend-yet"), Entity::ServiceSpend);
    }
    for row in spends {
        let text: Vec<String> =
            [Some(view.words.term(&row.category.term())), row.text.clone()].into_iter().flatten().collect();
        let left = format!("{} {}", view.day(row.on), view.words.remarks(&text));
        let line = both_ends(&left, &view.words.money(row.amount), width, view.marks.cut);
        page.row(line, Some(Subject::new(Entity::ServiceSpend, row.head.uid)));
    }
}
