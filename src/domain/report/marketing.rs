//! Marketing: occasions marked, events and receptions, whom to tell first, and what each channel brought.

use chrono::Datelike;

use super::flow::Both;
use super::period::Span;
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::date::days_between;
use crate::domain::entity::{Client, Need, Occasion, Visit};
use crate::domain::figures::cadence::had_reception;
use crate::domain::figures::ledger::{Column, year_sum};
use crate::domain::figures::occasions;
use crate::domain::figures::rates::Exact;
use crate::domain::figures::whom_to_tell::whom_to_tell;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row as _;
use crate::domain::words::{ClientStatus, SourceChannel, Theme, Tri, VisitKind, VisitStatus};

/// From this month on a reception that is still missing is told: the year is nearly over.
const RECEPTIONS_FROM: u32 = 10;

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    vec![figures(scope), events(scope), first(scope), channels(scope)]
}

fn is_event(visit: &Visit) -> bool {
    matches!(visit.kind, VisitKind::Event | VisitKind::Reception)
}

fn figures(scope: &Scope<'_>) -> Table {
    let [now, before] = scope.both().map(|span| scope.visits(span, VisitStatus::Held));
    let held = Both { now, before }.only(is_event);
    let mut rows = vec![
        marked(scope),
        held.only(|visit| visit.kind == VisitKind::Event).counted("events"),
        held.only(|visit| visit.kind == VisitKind::Reception).counted("receptions"),
    ];
    rows.extend(without_reception(scope));
    Table::figures("marketing", rows)
}

/// Occasions marked, of those that fell in the period.
fn marked(scope: &Scope<'_>) -> Row {
    let of = |span: Span| -> Vec<&Occasion> {
        let mut rows: Vec<&Occasion> = scope.view.book.occasion.iter().collect();
        rows.retain(|row| row.marked.iter().any(|mark| span.holds(mark.date)));
        rows.sort_by_key(|row| row.head.uid);
        rows
    };
    let marks = |rows: &[&Occasion], span: Span| {
        rows.iter().flat_map(|row| &row.marked).filter(|mark| span.holds(mark.date)).count()
    };
    let (now, before) = (of(scope.now), of(scope.before));
    let (done, done_before) = (marks(&now, scope.now), marks(&before, scope.before));
    // What fell in the period and was never marked.
    let left = occasions::within(&scope.at(scope.now.from), days_between(scope.now.from, scope.now.to)).len();
    let why = (left > 0).then(|| Sentence::new("report-not-marked").count("n", left));
    Row::figure("occasions-marked", [Cell::Count(done), Cell::Count(done_before)])
        .known(done, done + left)
        .because(why)
        .of(now)
}

/// Active clients without a reception in the calendar year; told from October on.
fn without_reception(scope: &Scope<'_>) -> Option<Row> {
    let end = scope.now.to;
    let active: Vec<&Client> =
        scope.portfolio().into_iter().filter(|client| client.status == ClientStatus::Active).collect();
    let view = scope.at(end);
    let without: Vec<&Client> = active.iter().copied().filter(|client| !had_reception(&view, client.uid())).collect();
    let row = Row::figure("no-reception", [Cell::Count(without.len()), Cell::Nothing]);
    let row = row.known(active.len(), active.len()).because(Some(in_year(end.year()))).of(without);
    (end.month() >= RECEPTIONS_FROM).then_some(row)
}

fn in_year(year: i32) -> Sentence {
    Sentence::new("report-in-year").text("year", year.to_string())
}

/// Events and receptions with who came.
fn events(scope: &Scope<'_>) -> Table {
    let line = |visit: &Visit| {
        let came = visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::Yes)).count();
        let told = visit.attendees.iter().filter(|attendee| attendee.came.is_some()).count();
        let cells = vec![
            Cell::Day(scope.day(visit)),
            Cell::Word(visit.kind.term()),
            visit.purpose.clone().map_or(Cell::Unknown, Cell::Text),
            Cell::Text(scope.name(visit.client)),
            Cell::Count(1 + visit.also_clients.len()),
            Cell::Count(came),
        ];
        Row::new(visit.head.uid.to_string(), cells).known(told, visit.attendees.len()).of([visit])
    };
    let held = scope.visits(scope.now, VisitStatus::Held);
    let rows = held.into_iter().filter(|visit| is_event(visit)).map(line).collect();
    Table::new("events", &["day", "kind", "purpose", "client", "clients", "came"], rows)
}

/// Of each theme the clients with an open need of it, as they stand today; the first is to be told first.
fn first(scope: &Scope<'_>) -> Table {
    let book = scope.view.book;
    let line = |theme: &Theme| {
        let needs: Vec<&Need> =
            whom_to_tell(scope.view, *theme).into_iter().filter_map(|need| book.need.get(need)).collect();
        let names: Vec<String> = needs.iter().take(3).map(|need| scope.name(need.client)).collect();
        let more = needs.len() - names.len();
        let names = Sentence::new("report-first-names").with("names", Arg::texts(names)).count("more", more);
        let cells = vec![Cell::Word(theme.term()), Cell::Count(needs.len()), Cell::Said(names)];
        (!needs.is_empty()).then(|| Row::new(theme.word(), cells).of(needs))
    };
    let mut rows: Vec<Row> = Theme::all().iter().filter_map(line).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.records.len()));
    let themed = book.need.iter().filter(|need| need.state.is_open() && need.theme.is_none()).count();
    let note = (themed > 0).then(|| Sentence::new("report-without-theme").count("n", themed));
    Table::new("first", &["theme", "clients", "first"], rows).note(note)
}

/// What each channel brought: clients, those won in the period, and the income of twelve closed months.
fn channels(scope: &Scope<'_>) -> Table {
    let channels = SourceChannel::all().iter().copied().map(Some).chain([None]);
    let rates = scope.view.book.rates(scope.view.month());
    let line = |channel: Option<SourceChannel>| {
        let mut clients: Vec<&Client> = scope.view.book.client.iter().collect();
        clients.retain(|client| client.source_channel == channel && client.status.is_listed());
        clients.sort_by_cached_key(|client| scope.order(client.uid()));
        let served: Vec<&Client> =
            clients.iter().copied().filter(|client| client.status != ClientStatus::Prospect).collect();
        let income = |client: &&Client| year_sum(scope.view, client.uid(), Column::INCOME, scope.closed?);
        let incomes: Vec<Exact> = served.iter().filter_map(income).collect();
        let known = incomes.len();
        let sum = (known > 0).then(|| Exact::sum(incomes).and_then(|sum| rates.money(sum))).flatten();
        let won = served.iter().filter(|client| super::mix::begins_in(client, scope.now)).count();
        let active = clients.iter().filter(|client| client.status == ClientStatus::Active).count();
        let cells = vec![
            channel.map_or(Cell::Unknown, |channel| Cell::Word(channel.term())),
            Cell::Count(clients.len()),
            Cell::Count(active),
            Cell::Count(won),
            if served.is_empty() { Cell::Nothing } else { Cell::or_unknown(sum.map(Cell::Money)) },
        ];
        let key = channel.map_or("unknown", SourceChannel::word);
        (!clients.is_empty()).then(|| Row::new(key, cells).known(known, served.len()).of(clients))
    };
    let mut rows: Vec<Row> = channels.filter_map(line).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.records.len()));
    let note = scope.closed.map(|last| Sentence::new("report-income-until").with("month", Arg::Month(last)));
    Table::new("channels", &["channel", "clients", "active", "won", "income"], rows).bars(1).note(note)
}
