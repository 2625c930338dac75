//! Sales: how far prospects are, which visits were held, which needs were found and met, and what was offered before a
//! need.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::flow::Both;
use super::offers;
use super::period::Span;
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::entity::{Client, Need, Visit};
use crate::domain::figures::client_line::is_slow;
use crate::domain::figures::contacts::counts_as_contact;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row as _};
use crate::domain::words::{Breadth, ClientStatus, NeedState, Party, PushCheck, VisitKind, VisitStatus, Voice};

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    vec![
        stages(scope),
        visits(scope),
        needs(scope),
        special(scope),
        offers::figures(scope),
        offers::results(scope),
        pushed(scope),
    ]
}

/// Prospects by stage, as they stand today: which stage they had on another day is not kept.
fn stages(scope: &Scope<'_>) -> Table {
    let prospects: Vec<&Client> =
        scope.portfolio().into_iter().filter(|client| client.status == ClientStatus::Prospect).collect();
    let line = |stage: i64| {
        let at: Vec<&Client> = prospects.iter().copied().filter(|client| client.stage == Some(stage)).collect();
        let slow = at.iter().filter(|client| is_slow(scope.view, client)).count();
        let cells = vec![
            Cell::Number(stage.into(), 0),
            Cell::Word(format!("client.stage.{stage}")),
            Cell::Count(at.len()),
            Cell::Count(slow),
        ];
        Row::new(format!("stage-{stage}"), cells).of(at)
    };
    let as_of = Sentence::new("report-as-of").date("date", scope.view.today);
    Table::new("stages", &["stage", "name", "clients", "slow"], (1..=7).map(line).collect()).bars(2).note(Some(as_of))
}

/// Visits by what became of them. What is over and not written up may still turn out to have been held.
fn visits(scope: &Scope<'_>) -> Table {
    let of = |status| {
        let [now, before] = scope.both().map(|span| scope.visits(span, status));
        Both { now, before }
    };
    let held = of(VisitStatus::Held);
    let settled = held.now.len();
    let unwritten = of(VisitStatus::Planned).now.iter().filter(|visit| scope.day(visit) < scope.view.today).count();
    let mut rows = vec![held.counted("held").known(settled, settled + unwritten)];
    for kind in VisitKind::all() {
        let mut row = held.only(|visit| visit.kind == *kind).counted("held");
        row.key = format!("held-{}", kind.word());
        row.cells[0] = Cell::Word(kind.term());
        rows.push(row.known(settled, settled + unwritten));
    }
    let of_kind = held.only(|visit| visit.requested_by == Some(Party::Them));
    let told = held.now.iter().filter(|visit| visit.requested_by.is_some()).count();
    rows.push(of_kind.counted("they-asked").known(told, settled));
    rows.push(met(scope));
    rows.push(of(VisitStatus::Missed).counted("missed"));
    rows.push(of(VisitStatus::Cancelled).counted("cancelled"));
    Table::figures("visits", rows)
}

/// The clients with a rhythm who were met or called.
fn met(scope: &Scope<'_>) -> Row {
    let clients: Vec<&Client> = scope.portfolio().into_iter().filter(|client| client.status.has_rhythm()).collect();
    let book = scope.view.book;
    let reached = |span: Span| {
        let mut met = BTreeSet::new();
        for visit in scope.visits(span, VisitStatus::Held) {
            let counts = |client: &Uuid| counts_as_contact(book, Id::new(*client), visit, scope.day(visit));
            met.extend(book.seen_by(visit).into_iter().filter(counts));
        }
        clients.iter().copied().filter(|client| met.contains(&client.head.uid)).collect::<Vec<&Client>>()
    };
    let (now, before) = (reached(scope.now), reached(scope.before));
    Row::figure("clients-met", [Cell::Count(now.len()), Cell::Count(before.len())])
        .known(clients.len(), clients.len())
        .of(now)
}

/// Needs by the day of what happened to them.
fn needs(scope: &Scope<'_>) -> Table {
    let of = |day: &dyn Fn(&Need) -> Option<NaiveDate>| {
        let [now, before] = scope.both().map(|span| {
            let mut rows: Vec<&Need> = scope.view.book.need.iter().collect();
            rows.retain(|need| day(need).is_some_and(|day| span.holds(day)));
            rows.sort_by_key(|need| (scope.order(need.client), need.head.uid));
            rows
        });
        Both { now, before }
    };
    let found = of(&|need| Some(scope.found_on(need)));
    let met = of(&|need| need.met_on);
    let judged = |rows: &[&Need]| rows.iter().filter(|need| need.breadth.is_some()).count();
    let special = met.only(|need| need.breadth == Some(Breadth::Special));
    let special = special.counted("needs-met-special").known(judged(&met.now), met.now.len());
    Table::figures(
        "needs",
        vec![
            found.counted("needs-found"),
            found.only(|need| need.voice == Voice::Hidden).counted("needs-hidden"),
            of(&|need| need.voiced_on).counted("needs-voiced"),
            of(&|need| need.addressed_on).counted("needs-addressed"),
            met.counted("needs-met"),
            special,
        ],
    )
}

/// Special needs of each client, and how many of them are met.
fn special(scope: &Scope<'_>) -> Table {
    let line = |client: &Client| {
        let all: Vec<&Need> =
            scope.view.book.need.of(client.uid()).filter(|need| need.client == client.uid()).collect();
        let known = |need: &&&Need| scope.found_on(need) <= scope.now.to && need.state != NeedState::Dropped;
        let mine: Vec<&Need> = all.iter().filter(known).copied().collect();
        let judged = mine.iter().filter(|need| need.breadth.is_some()).count();
        let special: Vec<&Need> = mine.iter().copied().filter(|need| need.breadth == Some(Breadth::Special)).collect();
        let met = |on: &dyn Fn(NaiveDate) -> bool| special.iter().filter(|need| need.met_on.is_some_and(on)).count();
        let cells = vec![
            Cell::Text(scope.name(client.uid())),
            Cell::Count(special.len()),
            Cell::Count(met(&|on| on <= scope.now.to)),
            Cell::Count(met(&|on| scope.now.holds(on))),
        ];
        let row = Row::new(client.handle.clone(), cells).known(judged, mine.len());
        (!special.is_empty()).then(|| row.of(special.iter().copied()))
    };
    let rows = scope.portfolio().into_iter().filter_map(line).collect();
    Table::new("special", &["client", "special", "met", "met-now"], rows)
}

/// Visits at which a product was offered before a need, in spite of the warning: a mirror for the manager, no limit.
fn pushed(scope: &Scope<'_>) -> Table {
    let of = |span: Span| {
        let on = |visit: &Visit| visit.push_on.unwrap_or_else(|| scope.day(visit));
        let mut rows: Vec<&Visit> = scope.view.book.visit.iter().collect();
        rows.retain(|visit| visit.push_check == PushCheck::Kept && span.holds(on(visit)));
        rows.sort_by_key(|visit| (on(visit), visit.head.uid));
        rows
    };
    let (now, before) = (of(scope.now), of(scope.before));
    let clients: BTreeSet<Id<Client>> = now.iter().map(|visit| visit.client).collect();
    let figure = Both { now, before };
    let row = figure.counted("offers-before-need");
    let many = Sentence::new("report-at-clients").count("n", clients.len());
    Table::figures("pushing", vec![row.because((!clients.is_empty()).then_some(many))])
}
