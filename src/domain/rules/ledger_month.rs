//! A month of a client's figures: signs, one row for each currency, and what closing it asks.

use crate::domain::book::Entity;
use crate::domain::date::Month;
use crate::domain::entity::LedgerMonth;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};

pub(super) fn facts(planning: &Planning<'_>, row: &LedgerMonth) -> Result<(), Refusal> {
    if row.cost.is_some_and(|cost| cost < 0) && !row.correction {
        return Err(Refusal::no(Sentence::new("cost-positive")).at("cost"));
    }
    for (field, figure) in [("turnover", row.turnover), ("sales", row.sales), ("export", row.export)] {
        if figure.is_some_and(|figure| figure < 0) {
            return Err(Refusal::no(Sentence::new("below-zero").about(Entity::LedgerMonth, field)).at(field));
        }
    }
    let key = (row.client, row.month, row.currency);
    let same = |other: &&LedgerMonth| other.uid() != row.uid() && (other.client, other.month, other.currency) == key;
    if planning.of::<LedgerMonth>(row.client).iter().any(same) {
        let name = super::whose::client_name(planning, row.client);
        let sentence = Sentence::new("ledger-already-there").text("client", name).with("month", Arg::Month(row.month));
        return Err(Refusal::no(sentence.text("cur", row.currency.code())).at("month"));
    }
    Ok(())
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&LedgerMonth>, row: &LedgerMonth) -> Result<(), Refusal> {
    let now = Month::of(planning.today);
    let about_month = |id: &str| Sentence::new(id).with("month", Arg::Month(row.month));
    if row.month > now && before.is_none_or(|before| before.month != row.month) {
        return Err(Refusal::no(about_month("month-in-future")).at("month"));
    }
    let was_closed = before.is_some_and(|before| before.closed);
    if was_closed {
        planning.insist(about_month("month-closed-ask"))?;
    }
    if row.closed && row.month >= now && !was_closed {
        return Err(Refusal::no(about_month("month-not-over")).at("closed"));
    }
    let unknown = [("income", row.income), ("cost", row.cost)].into_iter().find(|(_, figure)| figure.is_none());
    match unknown.filter(|_| row.closed && !was_closed) {
        Some((field, _)) => {
            let label = Arg::Label(Entity::LedgerMonth.table().to_owned(), field.to_owned());
            planning.insist(about_month("month-unknown-ask").with("field", label))
        }
        None => Ok(()),
    }
}

/// # Errors
/// The question whether a closed month may change.
pub(super) fn removal(planning: &Planning<'_>, id: Id<LedgerMonth>) -> Result<(), Refusal> {
    match planning.book().ledger_month.get(id).filter(|row| row.closed) {
        Some(row) => planning.insist(Sentence::new("month-closed-ask").with("month", Arg::Month(row.month))),
        None => Ok(()),
    }
}
