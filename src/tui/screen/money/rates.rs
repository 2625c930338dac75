//! The rates to the reporting currency: the latest of each, and the months of the ledger that lack one.

use ratatui::text::Line;

use super::page::{Page, Part, Subject};
use crate::domain::date::Month;
use crate::domain::figures::rate_list::{self, CurrencyRates};
use crate::domain::money::Currency;
use crate::domain::{Arg, Entity, Fields, FxRate, Row};
use crate::tui::cells::both_ends;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// `open` is the currency whose every month is listed.
pub fn section(page: &mut Page, view: &View<'_>, width: usize, open: Option<Currency>) {
    let list = rate_list::rates(view.book(), Month::of(view.today()));
    let reporting = view.book().settings().reporting_currency;
    page.section(
        Part::Rates,
        view.words.title("entity.fx_rate"),
        view.words.told(&view.say("rates-to"), reporting.code()),
    );
    if list.is_empty() {
        page.row(Part::Rates, view.words.term("word.none"), Subject::Begins(Entity::FxRate, Fields::new()));
    }
    for one in &list {
        for month in &one.missing {
            let text = view.say_with("rate-missing", &[("month", Arg::Month(*month))]);
            let line = format!("{} ! {text}", one.currency);
            let subject = Subject::Begins(Entity::FxRate, given(one.currency, *month));
            page.row(Part::Rates, Line::styled(view.fit(&line, width), view.style(Tone::Warn)), subject);
        }
        latest(page, view, one, width);
        if open == Some(one.currency) {
            months(page, view, one, width);
        }
    }
}

/// The earlier rates of a currency, the newest first.
fn months(page: &mut Page, view: &View<'_>, one: &CurrencyRates, width: usize) {
    let earlier = |row: &&FxRate| row.currency == one.currency && Some(row.uid()) != one.latest;
    let mut rows: Vec<&FxRate> = view.book().fx_rate.iter().filter(earlier).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.month));
    for row in rows {
        let left = format!("    {}  {}", view.words.month(row.month), view.words.exact(row.rate));
        let line = both_ends(&left, row.source.as_deref().unwrap_or_default(), width, view.marks.cut);
        page.row(Part::Rates, line, Subject::Record(Entity::FxRate, row.head.uid));
    }
}

/// The latest rate of a currency; where there are more, Enter lists them.
fn latest(page: &mut Page, view: &View<'_>, one: &CurrencyRates, width: usize) {
    let Some(row) = one.latest.and_then(|uuid| view.book().fx_rate.get(uuid)) else { return };
    let left = format!("{} {}  {}", row.currency, view.words.month(row.month), view.words.exact(row.rate));
    let source = row.source.clone().unwrap_or_default();
    let known = view.say_with("rates-known", &[("n", Arg::count(one.known))]);
    let right = if source.is_empty() { known } else { format!("{source}  {known}") };
    let line = both_ends(&left, &right, width, view.marks.cut);
    let subject = match one.known {
        1 => Subject::Record(Entity::FxRate, row.head.uid),
        _ => Subject::Rates(one.currency, row.head.uid),
    };
    page.row(Part::Rates, line, subject);
}

fn given(currency: Currency, month: Month) -> Fields {
    let given = [("currency", currency.to_string()), ("month", month.to_string())];
    given.into_iter().map(|(field, value)| (field.to_owned(), value.into())).collect()
}
