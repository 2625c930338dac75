//! Moves between tiers, from what was written down whenever a month was closed.

use std::collections::BTreeMap;

use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::Month;
use crate::domain::entity::{Client, TierSnapshot};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;
use crate::domain::words::Tier;

/// The tier of each client as it stood at the end of a month.
pub(super) struct Stood {
    pub month: Option<Month>,
    pub of: BTreeMap<Id<Client>, Tier>,
}

/// The months of which tiers were written down.
fn months(scope: &Scope<'_>) -> Vec<Month> {
    let mut months: Vec<Month> = scope.view.book.tier_snapshot.iter().map(|row| row.month).collect();
    months.sort_unstable();
    months.dedup();
    months
}

fn written(scope: &Scope<'_>, month: Month) -> Stood {
    let rows = scope.view.book.tier_snapshot.iter().filter(|row| row.month == month);
    Stood { month: Some(month), of: rows.map(|row| (row.client, row.tier)).collect() }
}

/// As they stood before the period; else as they were first written down in it.
pub(super) fn before(scope: &Scope<'_>) -> Option<Stood> {
    let (first, months) = (Month::of(scope.period.span.from), months(scope));
    let before = months.iter().rev().find(|month| **month < first);
    let within = || months.iter().find(|month| Some(**month) <= scope.closed);
    before.or_else(within).map(|month| written(scope, *month))
}

/// As they stand at the end: as written down last, else, where nothing is, as the pyramid has them today.
pub(super) fn now(scope: &Scope<'_>) -> Stood {
    let last = months(scope).into_iter().rev().find(|month| Some(*month) <= scope.closed);
    match last {
        Some(month) => written(scope, month),
        None => Stood {
            month: scope.closed,
            of: scope.view.pyramid.places.iter().map(|place| (place.client, place.tier)).collect(),
        },
    }
}

/// From which month to which.
pub(super) fn note(scope: &Scope<'_>) -> Option<Sentence> {
    let Some(from) = before(scope).and_then(|stood| stood.month) else {
        return Some(Sentence::new("report-no-tiers-before"));
    };
    let to = now(scope).month?;
    if from == to {
        return Some(Sentence::new("report-none-closed").with("month", Arg::Month(to)));
    }
    Some(Sentence::new("report-tiers-between").with("from", Arg::Month(from)).with("to", Arg::Month(to)))
}

/// Clients of which both tiers are written down and differ, and how many there are of which both are known.
fn moved(scope: &Scope<'_>) -> (Vec<(Id<Client>, Tier, Tier)>, usize) {
    let (before, now) = (before(scope), now(scope));
    let Some(before) = before else { return (Vec::new(), 0) };
    let both = now.of.iter().filter_map(|(client, to)| Some((*client, *before.of.get(client)?, *to)));
    let both: Vec<_> = both.collect();
    let mut moves: Vec<_> = both.iter().copied().filter(|(_, from, to)| from != to).collect();
    moves.sort_by_cached_key(|(client, from, to)| (*to, *from, scope.order(*client)));
    let known = both.iter().filter(|(_, from, to)| *from != Tier::Unknown && *to != Tier::Unknown).count();
    (moves, known)
}

/// How many moved from which tier to which.
pub(super) fn counted(scope: &Scope<'_>) -> Table {
    let (moves, _) = moved(scope);
    let mut by: BTreeMap<(Tier, Tier), Vec<&Client>> = BTreeMap::new();
    for (client, from, to) in moves {
        by.entry((from, to)).or_default().extend(scope.client(client));
    }
    let line = |((from, to), clients): ((Tier, Tier), Vec<&Client>)| {
        let cells = vec![Cell::Word(from.term()), Cell::Word(to.term()), Cell::Count(clients.len())];
        Row::new(format!("{}-{}", from.word(), to.word()), cells).of(clients)
    };
    Table::new("from-to", &["from", "to", "clients"], by.into_iter().map(line).collect())
}

/// Each client that moved.
pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    let (moves, both) = moved(scope);
    let clients = now(scope).of.len();
    let last = now(scope).month;
    let ltv = |client: Id<Client>| {
        let mut rows = scope.view.book.tier_snapshot.of(client);
        rows.find(|row: &&TierSnapshot| row.client == client && Some(row.month) == last)?.ltv
    };
    let line = |(client, from, to): (Id<Client>, Tier, Tier)| {
        let why = scope.view.pyramid.place(client).map(|place| place.why.clone());
        let cells = vec![
            Cell::Text(scope.name(client)),
            Cell::Word(from.term()),
            Cell::Word(to.term()),
            Cell::or_unknown(ltv(client).map(Cell::Money)),
            why.filter(|_| scope.closed == last).map_or(Cell::Nothing, Cell::Said),
        ];
        Row::new(client.uuid.to_string(), cells).of(scope.client(client))
    };
    let rows: Vec<Row> = moves.into_iter().map(line).collect();
    let known = Sentence::new("report-both-known").count("known", both).count("of", clients);
    let table = Table::new("moves", &["client", "from", "to", "ltv", "reason"], rows);
    vec![table.note(note(scope)).note(Some(known))]
}
