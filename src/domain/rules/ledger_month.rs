//! A month of a client's figures: signs, one row for each currency, and what closing it asks.

use crate::domain::book::Entity;
use crate::domain::date::Month;
use crate::domain::entity::LedgerMonth;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};

pub(super) fn facts(planning: &Planning<'_>, row: &LedgerMonth) -> Result<(), Refusal> {
    signs(row)?;
    let key = (row.client, row.month, row.currency);
    let same = |other: &&LedgerMonth| other.uid() != row.uid() && (other.client, other.month, other.currency) == key;
    if planning.of::<LedgerMonth>(row.client).iter().any(same) {
        let name = super::whose::client_name(planning, row.client);
        let sentence = Sentence::new("ledger-already-there").text("client", name).with("month", Arg::Month(row.month));
        return Err(Refusal::no(sentence.text("cur", row.currency.code())).at("month"));
    }
    Ok(())
}

/// What may be below zero.
///
/// # Errors
/// The figure that may not.
pub fn signs(row: &LedgerMonth) -> Result<(), Refusal> {
    if row.cost.is_some_and(|cost| cost < 0) && !row.correction {
        return Err(Refusal::no(Sentence::new("cost-positive")).at("cost"));
    }
    for (field, figure) in [("turnover", row.turnover), ("sales", row.sales), ("export", row.export)] {
        if figure.is_some_and(|figure| figure < 0) {
            return Err(Refusal::no(Sentence::new("below-zero").about(Entity::LedgerMonth, field)).at(field));
        }
    }
    Ok(())
}

fn about_month(id: &str, month: Month) -> Sentence {
    Sentence::new(id).with("month", Arg::Month(month))
}

/// No month of the future, and none closed that is not over.
///
/// # Errors
/// Which of the two it is.
pub fn in_time(before: Option<&LedgerMonth>, row: &LedgerMonth, now: Month) -> Result<(), Refusal> {
    if row.month > now && before.is_none_or(|before| before.month != row.month) {
        return Err(Refusal::no(about_month("month-in-future", row.month)).at("month"));
    }
    if row.closed && row.month >= now && !before.is_some_and(|before| before.closed) {
        return Err(Refusal::no(about_month("month-not-over", row.month)).at("closed"));
    }
    Ok(())
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&LedgerMonth>, row: &LedgerMonth) -> Result<(), Refusal> {
    let was_closed = before.is_some_and(|before| before.closed);
    if was_closed {
        planning.insist(about_month("month-closed-ask", row.month))?;
    }
    in_time(before, row, Month::of(planning.today))?;
    match unknown(row).filter(|_| row.closed && !was_closed) {
        Some(field) => {
            let label = Arg::Label(Entity::LedgerMonth.table().to_owned(), field.to_owned());
            planning.insist(about_month("month-unknown-ask", row.month).with("field", label))
        }
        None => Ok(()),
    }
}

/// What a month lacks to be closed as complete.
pub fn unknown(row: &LedgerMonth) -> Option<&'static str> {
    let figures = [("income", row.income), ("cost", row.cost)];
    figures.into_iter().find(|(_, figure)| figure.is_none()).map(|(field, _)| field)
}

/// # Errors
/// The question whether a closed month may change.
pub(super) fn removal(planning: &Planning<'_>, id: Id<LedgerMonth>) -> Result<(), Refusal> {
    match planning.book().ledger_month.get(id).filter(|row| row.closed) {
        Some(row) => planning.insist(about_month("month-closed-ask", row.month)),
        None => Ok(()),
    }
}
