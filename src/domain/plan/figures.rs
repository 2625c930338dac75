//! Monthly figures of a file: which rows they make, which they change, and which lines a rule forbids.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{Context, Planned, Planning, tiers};
use crate::domain::book::{Book, Entity};
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::ledger_file::{Figure, Figures, FiguresRow, at_line, told};
use crate::domain::money::Currency;
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::step::Change;
use crate::domain::table::{Id, Row};

/// The changes that the figures of a file make. A line that may not be saved is left out and told by a warning.
pub(super) fn plan(book: &Book, wish: &Figures, cx: &mut Context<'_>) -> Result<Planned, Refusal> {
    let known: Known<'_> = book.ledger_month.iter().map(|row| (key(row), row)).collect();
    let mut planning = Planning::new(book, cx);
    let (mut changes, mut warnings) = (Vec::new(), Vec::new());
    for row in &wish.rows {
        match change(&mut planning, &known, row, wish) {
            Ok(change) => changes.extend(change),
            Err(why) => warnings.push(at_line(row.line, why)),
        }
    }
    may_reopen(&planning, &changes)?;
    may_change_many(&planning, &changes)?;
    warnings.extend(reopened(&changes, "import-closed-changed-one", "import-closed-changed"));
    warnings.extend(incomplete(&changes));
    let mut after = book.clone();
    changes.iter().for_each(|change| after.apply(change));
    tiers::put_imported(&after, &mut changes, cx);
    let title = Sentence::new("title-figures").text("file", &wish.source);
    Ok(Planned { title, client: only_client(&wish.rows), reason: None, changes, warnings, stand_ins: BTreeMap::new() })
}

type Known<'a> = FxHashMap<(Id<Client>, Month, Currency), &'a LedgerMonth>;

fn key(row: &LedgerMonth) -> (Id<Client>, Month, Currency) {
    (row.client, row.month, row.currency)
}

/// The client all rows are of.
fn only_client(rows: &[FiguresRow]) -> Option<uuid::Uuid> {
    let first = rows.first()?.client;
    rows.iter().all(|row| row.client == first).then_some(first.uuid)
}

fn change(
    planning: &mut Planning<'_>,
    known: &Known<'_>,
    row: &FiguresRow,
    wish: &Figures,
) -> Result<Option<Change>, Sentence> {
    let before = known.get(&(row.client, row.month, row.currency)).copied();
    let now = Month::of(planning.today);
    let mut after = match before {
        Some(before) => before.clone(),
        None => blank(planning, row),
    };
    for figure in Figure::ALL {
        // What the file does not know takes nothing from the book, unless its rows are to replace the book's.
        if let Some(value) = row.figures[figure as usize].filter(|value| value.is_some() || wish.replace) {
            after.set_figure(figure, value);
        }
    }
    after.correction = row.correction.unwrap_or(after.correction);
    after.closed = row.closed.unwrap_or(after.closed || row.month < now);
    if before == Some(&after) {
        return Ok(None);
    }
    planning.need(row.client).and_then(|_| rules::is_open(planning, row.client)).map_err(|refusal| refusal.sentence)?;
    let differing = before.map(|before| differing(before, row, wish.replace)).unwrap_or_default();
    if !differing.is_empty() && !wish.replace {
        return Err(already_there(planning, row, differing));
    }
    after.source.clone_from(&wish.source);
    rules::ledger_month::signs(&after)
        .and_then(|()| rules::ledger_month::in_time(before, &after, now))
        .map_err(|refusal| refusal.sentence)?;
    if let Some(before) = before {
        after.head.rev = before.head.rev + 1;
        after.head.updated_at = planning.now;
    }
    Ok(Some(Change { before: before.cloned().map(Row::into_record), after: Some(after.into_record()) }))
}

fn blank(planning: &mut Planning<'_>, row: &FiguresRow) -> LedgerMonth {
    LedgerMonth {
        head: planning.new_head(),
        client: row.client,
        month: row.month,
        currency: row.currency,
        income: None,
        cost: None,
        correction: false,
        turnover: None,
        avg_balance: None,
        sales: None,
        export: None,
        closed: false,
        source: String::new(),
    }
}

/// The fields in which the file contradicts the book. In an open month it may fill what was unknown; a closed one only
/// changes where that is wished.
fn differing(before: &LedgerMonth, row: &FiguresRow, replace: bool) -> Vec<&'static str> {
    let contradicts = |figure: &Figure| match (before.figure(*figure), row.figures[*figure as usize]) {
        (_, None) => false,
        (book, Some(None)) => replace && book.is_some(),
        (None, Some(Some(_))) => before.closed,
        (Some(book), Some(Some(file))) => book != file,
    };
    let mut fields: Vec<&str> =
        Figure::ALL.iter().filter(|figure| contradicts(figure)).map(|figure| figure.field()).collect();
    if before.closed && row.closed == Some(false) {
        fields.push("closed");
    }
    if row.correction.is_some_and(|correction| correction != before.correction) {
        fields.push("correction");
    }
    fields
}

fn already_there(planning: &Planning<'_>, row: &FiguresRow, fields: Vec<&str>) -> Sentence {
    let label = |field: &str| Arg::Label(Entity::LedgerMonth.table().to_owned(), field.to_owned());
    Sentence::new("import-figures-differ")
        .text("client", rules::whose::client_name(planning, row.client))
        .with("month", Arg::Month(row.month))
        .text("cur", row.currency.code())
        .with("fields", Arg::List(fields.into_iter().map(label).collect()))
}

/// The closed months that change, and so their reports.
fn reopened(changes: &[Change], one: &str, several: &str) -> Option<Sentence> {
    let before = changes.iter().filter_map(|change| change.before.as_ref().and_then(LedgerMonth::of_record));
    let months = before.filter(|row| row.closed).map(|row| row.month);
    told::spanned(Sentence::new(one), several, months)
}

/// Closed months are opened again only after a yes, asked once for the whole file.
fn may_reopen(planning: &Planning<'_>, changes: &[Change]) -> Result<(), Refusal> {
    let question = reopened(changes, "import-closed-ask-one", "import-closed-ask");
    question.map_or(Ok(()), |question| planning.insist(question))
}

/// A file that changes what is known of more than a fifth of the clients asks first. New months change nothing.
fn may_change_many(planning: &Planning<'_>, changes: &[Change]) -> Result<(), Refusal> {
    let changed = || changes.iter().filter_map(|change| change.before.as_ref().and_then(LedgerMonth::of_record));
    let clients: BTreeSet<Id<Client>> = changed().map(|row| row.client).collect();
    if clients.len() * 5 <= planning.book().client.len() {
        return Ok(());
    }
    let (all, changed) = (changes.len(), changed().count());
    let question = Sentence::new("import-apply-ask").count("a", all - changed).count("c", changed).count("x", 0);
    planning.insist(question)
}

/// How many rows are closed without a figure that a month should have.
fn incomplete(changes: &[Change]) -> Option<Sentence> {
    let after = |change: &Change| change.after.as_ref().and_then(LedgerMonth::of_record).cloned();
    let was_closed =
        |change: &Change| change.before.as_ref().and_then(LedgerMonth::of_record).is_some_and(|before| before.closed);
    let closes = changes.iter().filter(|change| !was_closed(change)).filter_map(after).filter(|row| row.closed);
    let count = closes.filter(|row| rules::ledger_month::unknown(row).is_some()).count();
    (count > 0).then(|| Sentence::new("import-closed-incomplete").count("n", count))
}
