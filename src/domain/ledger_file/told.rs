//! What figures of a file would change, in sentences.

use std::collections::{BTreeMap, BTreeSet};

use super::{AT_LINE, Figure, Rejected};
use crate::domain::book::{Book, Entity};
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth};
use crate::domain::money::{Currency, Money};
use crate::domain::naming;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::step::Change;
use crate::domain::table::{Id, Row};

/// Parts the lines a plan rejected from what else it warns of.
pub fn parted(warnings: Vec<Sentence>) -> (Rejected, Vec<Sentence>) {
    let (mut rejected, mut others) = (Rejected::default(), Vec::new());
    for warning in warnings {
        match warning.args.as_slice() {
            [(_, Arg::Count(line)), (_, Arg::Sentence(why))] if warning.id == AT_LINE => {
                rejected.put(usize::try_from(*line).unwrap_or(0), (**why).clone());
            }
            _ => others.push(warning),
        }
    }
    (rejected, others)
}

/// What would change, in one line: a month of a client, or the new months of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub client: Id<Client>,
    pub currency: Currency,
    /// The month that changes; none for new ones.
    pub month: Option<Month>,
    pub sentence: Sentence,
}

/// Each month that would change, value by value, then the new months of each client.
pub fn changes(book: &Book, changes: &[Change]) -> Vec<Line> {
    let mut fresh: BTreeMap<(Id<Client>, Currency), Vec<Month>> = BTreeMap::new();
    let mut told = Vec::new();
    for change in changes {
        let row = |record| LedgerMonth::of_record(record);
        match (change.before.as_ref().and_then(row), change.after.as_ref().and_then(row)) {
            (Some(before), Some(after)) => told.push(Line {
                client: after.client,
                currency: after.currency,
                month: Some(after.month),
                sentence: changed(book, before, after),
            }),
            (None, Some(after)) => fresh.entry((after.client, after.currency)).or_default().push(after.month),
            _ => {}
        }
    }
    told.extend(fresh.into_iter().filter_map(|((client, currency), months)| {
        let sentence = spanned(about(book, "import-new-month", client, currency), "import-new-months", months)?;
        Some(Line { client, currency, month: None, sentence })
    }));
    told
}

/// A sentence of one month, or `several` of the first and the last of more.
pub fn spanned(one: Sentence, several: &str, months: impl IntoIterator<Item = Month>) -> Option<Sentence> {
    let months: BTreeSet<Month> = months.into_iter().collect();
    let (first, last) = (*months.first()?, *months.last()?);
    let one = one.with("first", Arg::Month(first));
    if first == last {
        return Some(one);
    }
    Some(Sentence { id: several.to_owned(), ..one }.count("n", months.len()).with("last", Arg::Month(last)))
}

fn about(book: &Book, id: &str, client: Id<Client>, currency: Currency) -> Sentence {
    let name = naming::label(book, Entity::Client, client.uuid);
    Sentence::new(id).text("client", name).text("cur", currency.code())
}

fn changed(book: &Book, before: &LedgerMonth, after: &LedgerMonth) -> Sentence {
    let money = |minor: Option<i64>| {
        minor.map_or_else(|| Arg::word("word.unknown"), |minor| Arg::Money(Money::new(minor, after.currency)))
    };
    let yes = |yes: bool| Arg::word(if yes { "word.yes" } else { "word.no" });
    let mut parts: Vec<Arg> = Figure::ALL
        .into_iter()
        .filter(|figure| before.figure(*figure) != after.figure(*figure))
        .map(|figure| value(figure.field(), money(before.figure(figure)), money(after.figure(figure))))
        .collect();
    for (field, before, after) in
        [("closed", before.closed, after.closed), ("correction", before.correction, after.correction)]
    {
        if before != after {
            parts.push(value(field, yes(before), yes(after)));
        }
    }
    let sentence = about(book, "import-change", after.client, after.currency);
    sentence.with("month", Arg::Month(after.month)).with("changes", Arg::List(parts))
}

fn value(field: &str, before: Arg, after: Arg) -> Arg {
    let label = Arg::Label(Entity::LedgerMonth.table().to_owned(), field.to_owned());
    let sentence = Sentence::new("import-value").with("field", label).with("before", before).with("after", after);
    Arg::Sentence(Box::new(sentence))
}
