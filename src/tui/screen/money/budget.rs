//! The service budget of the year as a list: what each client may have, has had, and what is left.

use chrono::Datelike;
use ratatui::text::Line;

use super::page::{Page, Part, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::figures::service_budget::{self, Budget, Share};
use crate::domain::money::Money;
use crate::domain::{Arg, Entity, Fields, Sentence, ServiceBudget};
use crate::tui::cells::{self, Side, columns};
use crate::tui::layer::View;
use crate::tui::screen::client::facts;
use crate::tui::theme::Tone;

/// Cells of a client's name.
const NAME: usize = 22;
/// The figures of a client, in their order.
const LABELS: [&str; 4] = ["budget-share", "budget-by-hand", "budget-spent", "label-left"];

pub fn section(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, width: usize) {
    let budget = service_budget::budget(figures);
    let title = format!("{} {}", view.words.title("entity.service_budget"), budget.year);
    page.section(Part::Budget, title, budget.currency.to_string());
    page.row(Part::Budget, view.fit(&pool(view, &budget), width), whole(view, &budget));
    let cell = width.saturating_sub(NAME + 2) / LABELS.len();
    let heads = LABELS.map(|id| view.say(id));
    let row = |name: &str, figures: &[String; 4]| {
        let mut parts = vec![(name, NAME, Side::Left)];
        parts.extend(figures.iter().map(|figure| (figure.as_str(), cell.saturating_sub(1), Side::Right)));
        columns(&parts, view.marks.cut)
    };
    page.lines.text(Line::styled(row("", &heads), view.style(Tone::Muted)));
    for share in listed(view, &budget) {
        let Some(client) = view.book().client.get(share.client) else { continue };
        let left = share.left();
        let over = left.as_ref().is_ok_and(|left| left.minor < 0);
        let figures = [
            amount(view, &share.share, cell),
            share.by_hand.map(|sum| amount(view, &Ok(sum), cell)).unwrap_or_default(),
            amount(view, &share.spent, cell),
            format!("{}{}", if over { "! " } else { "" }, amount(view, &left, cell)),
        ];
        let tone = if over { Tone::Bad } else { Tone::Plain };
        let line = row(&facts::short_name(client), &figures);
        page.row(Part::Budget, Line::styled(line, view.style(tone)), Subject::Share(share.client));
    }
    others(page, view, i64::from(budget.year), width);
}

/// The budgets of other years, the latest first.
fn others(page: &mut Page, view: &View<'_>, year: i64, width: usize) {
    let mut others: Vec<&ServiceBudget> = view.book().service_budget.iter().filter(|row| row.year != year).collect();
    others.sort_by_key(|row| std::cmp::Reverse(row.year));
    for row in others {
        let pool = row.pool.map_or_else(|| view.words.term("word.none"), |pool| view.words.money_whole(pool));
        let args = [("year", Arg::text(row.year.to_string())), ("pool", Arg::text(pool))];
        let subject = Subject::Record(Entity::ServiceBudget, row.head.uid);
        page.row(Part::Budget, view.fit(&view.say_with("budget-of-year", &args), width), subject);
    }
}

/// Clients that have or may have something, the largest share first; what is unknown stands last.
fn listed<'a>(view: &View<'_>, budget: &'a Budget) -> Vec<&'a Share> {
    let sum = |money: &Result<Money, Sentence>| money.as_ref().map_or(0, |money| money.minor);
    let counts = |share: &&Share| {
        let client = view.book().client.get(share.client);
        share.share.is_err()
            || sum(&share.share) != 0
            || share.by_hand.is_some()
            || sum(&share.spent) != 0
            || client.is_none()
    };
    let mut shares: Vec<&Share> = budget.shares.iter().filter(counts).collect();
    shares.sort_by_cached_key(|share| (share.share.is_err(), std::cmp::Reverse(sum(&share.share)), share.client));
    shares
}

/// In whole units; a word where it is not known.
fn amount(view: &View<'_>, money: &Result<Money, Sentence>, room: usize) -> String {
    match money {
        Ok(money) => {
            let whole = view.words.amount_whole(*money);
            if cells::width(&whole) < room { whole } else { view.words.amount_short(*money) }
        }
        Err(_) => view.words.unknown(),
    }
}

/// The pool, what of it is given out, and what is spent.
fn pool(view: &View<'_>, budget: &Budget) -> String {
    let sum = |read: fn(&Share) -> &Result<Money, Sentence>| {
        let minor = budget.shares.iter().filter_map(|share| Some(read(share).as_ref().ok()?.minor)).sum::<i64>();
        Arg::text(view.words.money_whole(Money::new(minor, budget.currency)))
    };
    let given = ("given", sum(|share| &share.share));
    let spent = ("spent", sum(|share| &share.spent));
    match budget.pool {
        Some(pool) => view.say_with("budget-pool", &[("pool", Arg::text(view.words.money_whole(pool))), given, spent]),
        None => view.say_with("budget-without-pool", &[given, spent]),
    }
}

/// The year's row; where there is none it can be begun.
fn whole(view: &View<'_>, budget: &Budget) -> Subject {
    let year = i64::from(view.today().year());
    match view.book().service_budget.iter().find(|row| row.year == year) {
        Some(row) => Subject::Record(Entity::ServiceBudget, row.head.uid),
        None => {
            let given = [("year", year.into()), ("currency", budget.currency.to_string().into())];
            let given = given.map(|(field, value): (&str, serde_json::Value)| (field.to_owned(), value));
            Subject::Begins(Entity::ServiceBudget, Fields::from_iter(given))
        }
    }
}
