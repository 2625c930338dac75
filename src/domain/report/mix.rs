//! How the mix of clients changed: new ones, those who left, the share of each tier and segment, and the moves between
//! tiers counted.

use std::collections::BTreeMap;

use super::flow::Both;
use super::period::Span;
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use super::tiers;
use crate::domain::date::PartialDate;
use crate::domain::entity::Client;
use crate::domain::figures::exact::Ratio;
use crate::domain::table::Row as _;
use crate::domain::words::{ClientStatus, Segment, Tier};

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    vec![clients(scope), shares(scope), segments(scope), tiers::counted(scope)]
}

/// Whether the relation surely began in a span.
pub(super) fn begins_in(client: &Client, span: Span) -> bool {
    let bounds = |day: PartialDate| Some((day.earliest()?, day.latest()?));
    let begun = client.relation_start.and_then(bounds);
    begun.is_some_and(|(earliest, latest)| span.holds(earliest) && span.holds(latest))
}

fn clients(scope: &Scope<'_>) -> Table {
    let all: Vec<&Client> =
        scope.view.book.client.iter().filter(|client| client.status != ClientStatus::Merged).collect();
    let of = |fits: &dyn Fn(&Client, Span) -> bool| {
        let [now, before] = scope.both().map(|span| {
            let mut rows: Vec<&Client> = all.iter().copied().filter(|client| fits(client, span)).collect();
            rows.sort_by_cached_key(|client| scope.order(client.uid()));
            rows
        });
        Both { now, before }
    };
    let won = of(&|client, span| client.status != ClientStatus::Prospect && begins_in(client, span));
    let begun: Vec<&&Client> = all.iter().filter(|client| client.status != ClientStatus::Prospect).collect();
    let dated = begun.iter().filter(|client| client.relation_start.is_some()).count();
    let left = of(&|client, span| client.left_on.is_some_and(|on| span.holds(on)));
    let active = all.iter().copied().filter(|client| client.status == ClientStatus::Active);
    let active: Vec<&Client> = active.collect();
    let as_of = Row::figure("clients-active", [Cell::Count(active.len()), Cell::Nothing]);
    Table::figures(
        "clients",
        vec![
            won.counted("clients-new").known(dated, begun.len()),
            left.counted("clients-left"),
            as_of.known(active.len(), active.len()).of(active),
        ],
    )
}

/// A part in percent with one decimal.
fn part(n: usize, of: usize) -> Cell {
    let share = Ratio::new(n as i128, of as i128).and_then(|share| share.percent(1));
    share.map_or(Cell::Nothing, |percent| Cell::Percent(percent, 1))
}

/// Each tier's share of the clients at the end and before the period.
fn shares(scope: &Scope<'_>) -> Table {
    let (before, now) = (tiers::before(scope), tiers::now(scope));
    let line = |tier: &Tier| {
        let at = |stood: &tiers::Stood| stood.of.values().filter(|other| *other == tier).count();
        let mine: Vec<&Client> =
            now.of.iter().filter(|(_, at)| *at == tier).filter_map(|(id, _)| scope.client(*id)).collect();
        let then = before.as_ref().map_or(Cell::Unknown, |stood| Cell::Count(at(stood)));
        let share_then = before.as_ref().map_or(Cell::Unknown, |stood| part(at(stood), stood.of.len()));
        let cells =
            vec![Cell::Word(tier.term()), Cell::Count(mine.len()), part(mine.len(), now.of.len()), then, share_then];
        let known = now.of.values().filter(|tier| **tier != Tier::Unknown).count();
        Row::new(tier.word(), cells).known(known, now.of.len()).of(mine)
    };
    let rows = Tier::all().iter().map(line).collect();
    Table::new("tiers", &["tier", "clients", "share", "before", "share-then"], rows).bars(1).note(tiers::note(scope))
}

fn segments(scope: &Scope<'_>) -> Table {
    let mut by: BTreeMap<Option<Segment>, Vec<&Client>> = BTreeMap::new();
    let clients = scope.portfolio();
    for client in &clients {
        by.entry(client.segment).or_default().push(client);
    }
    let known = clients.iter().filter(|client| client.segment.is_some()).count();
    // The most important first, what is not known last.
    let order = Segment::all().iter().copied().map(Some).chain([None]);
    let line = |segment: Option<Segment>| {
        let mine = by.get(&segment)?;
        let name = segment.map_or(Cell::Unknown, |segment| Cell::Word(segment.term()));
        let cells = vec![name, Cell::Count(mine.len()), part(mine.len(), clients.len())];
        let key = segment.map_or("unknown", Segment::word);
        Some(Row::new(key, cells).known(known, clients.len()).of(mine.iter().copied()))
    };
    Table::new("segments", &["segment", "clients", "share"], order.filter_map(line).collect()).bars(1)
}
