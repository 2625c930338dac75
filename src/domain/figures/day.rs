//! The day as a manager reads it first: its visits with what is promised, and the groups below them.

use chrono::{Duration, NaiveDate, Timelike};

use super::cadence::{self, FollowUp};
use super::contacts::Planned;
use super::occasions::{self, Near};
use super::problems;
use super::promises::{self, Open};
use super::signals::{Signal, signals};
use super::view::View;
use crate::domain::Book;
use crate::domain::date::{Instant, LocalTime, plus_days};
use crate::domain::entity::{Client, Commitment, Need, Problem, Visit};
use crate::domain::map::{Ask, Past};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, NeedState, SignalKind, Tier, VisitStatus, Voice, Who};

/// A planned visit asks to be written up so many hours after its end.
const WRITE_UP_HOURS: i64 = 2;
/// Promises due within so many days belong to the day's document.
const NEAR_DAYS: i64 = 7;

/// Everything the day is made of. What the decision map says of a visit is asked of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub now: Instant,
    /// Planned, held or missed on the day, by instant; ties by the client's name.
    pub visits: Vec<DayVisit>,
    /// Planned visits whose end passed more than two hours ago, oldest first.
    pub to_write_up: Vec<Id<Visit>>,
    /// From the day after the visit until closed, the earliest due first.
    pub follow_up: Vec<FollowUp>,
    /// Most days first; those with a visit booked left out.
    pub overdue: Vec<Overdue>,
    /// Late, due today and due within seven days; late ones first, ours before theirs.
    pub promises: Vec<Promise>,
    pub occasions: Vec<Near>,
    pub signals: Vec<Signal>,
    /// Neither resolved nor rejected; the most serious first, then by due day.
    pub problems: Vec<Id<Problem>>,
    /// The first planned visit after the day.
    pub next: Option<Id<Visit>>,
}

/// A visit of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayVisit {
    pub visit: Id<Visit>,
    pub client: Id<Client>,
    pub starts: Instant,
    pub ends: Instant,
    pub status: VisitStatus,
    /// Open promises on both sides, late ones first.
    pub promised: Vec<Promise>,
    /// The hidden need in question.
    pub hidden_need: Option<Id<Need>>,
    /// Open problems, the most serious first.
    pub problems: Vec<Id<Problem>>,
    /// Indexes into the day's occasions.
    pub occasions: Vec<usize>,
}

/// An open promise as it stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    pub promise: Id<Commitment>,
    pub client: Id<Client>,
    pub who: Who,
    pub due: Option<NaiveDate>,
    pub late_days: i64,
    /// The client is visited on the day, so that the promise stands there already.
    pub with_visit: bool,
}

/// A client whose contact is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue {
    pub client: Id<Client>,
    pub tier: Tier,
    pub days: i64,
    /// None when there never was a contact; the rhythm then counts from the assignment.
    pub last: Option<NaiveDate>,
    pub since: NaiveDate,
    pub next: Option<Planned>,
    /// A visit waits to be written up, which may well be the missing contact.
    pub to_write_up: bool,
}

/// The day that is shown below this one: from the evening hour on, tomorrow. `now` is the wall time of the book.
pub fn shown_below(book: &Book, now: LocalTime) -> Option<NaiveDate> {
    let evening = i64::from(now.hour()) >= book.settings().evening_hour;
    now.date().succ_opt().filter(|_| evening)
}

impl DayVisit {
    /// What the decision map is asked for this visit.
    pub fn ask(&self, book: &Book, date: NaiveDate) -> Ask {
        let general = Ask::today(self.client, date);
        book.visit.get(self.visit).map_or(general, |visit| Ask::of_visit(visit, date))
    }
}

impl Promise {
    /// Due on the day, or on a day off that followed it.
    pub fn is_due_by(&self, day: NaiveDate) -> bool {
        self.due.is_some_and(|due| due <= day)
    }
}

impl Day {
    /// The day of `view` at the instant `now`.
    pub fn of(view: &View<'_>, now: Instant, past: &Past) -> Self {
        let open = open_promises(view);
        let visited: Vec<Id<Client>> = shown_on(view.book, view.today).iter().map(|visit| visit.client).collect();
        let promises: Vec<Promise> = open.iter().map(|open| promise(open, &visited)).collect();
        let (occasions, problems) = (occasions::near(view), open_problems(view));
        let to_write_up = to_write_up(view, now);
        Self {
            date: view.today,
            now,
            visits: visits(view, &promises, &problems, &occasions),
            follow_up: follow_ups(view),
            overdue: overdue(view, &to_write_up),
            signals: signals(view, past, &open),
            promises: promises.into_iter().filter(|promise| is_due_near(promise, view.today)).collect(),
            occasions,
            problems: problems.iter().map(|problem| problem.uid()).collect(),
            next: next(view),
            to_write_up: to_write_up.into_iter().map(Row::uid).collect(),
        }
    }

    /// Late promises of ours and of theirs.
    pub fn late(&self) -> (usize, usize) {
        let late =
            |who: Who| self.promises.iter().filter(|promise| promise.late_days > 0 && promise.who == who).count();
        (late(Who::We), late(Who::They))
    }

    /// The group of promises: all late ones, and those due today that no visit of the day shows.
    pub fn promises_group(&self) -> impl Iterator<Item = &Promise> {
        let date = self.date;
        self.promises
            .iter()
            .filter(move |promise| promise.late_days > 0 || (promise.is_due_by(date) && !promise.with_visit))
    }

    /// Promises due after today and within the week.
    pub fn promises_this_week(&self) -> usize {
        self.promises.iter().filter(|promise| promise.due.is_some_and(|due| due > self.date)).count()
    }

    /// The group of overdue contacts: by tier, then the most days; without clients that have a visit to write up.
    pub fn overdue_group(&self) -> Vec<&Overdue> {
        let mut group: Vec<&Overdue> = self.overdue.iter().filter(|overdue| !overdue.to_write_up).collect();
        group.sort_by_key(|overdue| (overdue.tier, std::cmp::Reverse(overdue.days), overdue.client));
        group
    }

    /// The group of signals: overdue contacts, late promises and old deciders stand elsewhere on the screen.
    pub fn signals_group(&self) -> impl Iterator<Item = &Signal> {
        let elsewhere = [SignalKind::CadenceOverdue, SignalKind::OurPromiseLate, SignalKind::DeciderStale];
        self.signals.iter().filter(move |signal| !elsewhere.contains(&signal.kind))
    }

    /// Where the cursor starts: the visit that has just ended and is not written up, else the next, else the last.
    pub fn current(&self, now: Instant) -> Option<usize> {
        let planned = |visit: &&DayVisit| visit.status == VisitStatus::Planned;
        let at = |found: Option<&DayVisit>| found.and_then(|found| self.visits.iter().position(|visit| visit == found));
        at(self.visits.iter().filter(planned).rfind(|visit| visit.ends <= now))
            .or_else(|| at(self.visits.iter().filter(planned).find(|visit| visit.ends > now)))
            .or_else(|| self.visits.len().checked_sub(1))
    }
}

/// The visits of a day that are planned, held or missed, in the order in which they are shown.
pub fn shown_on(book: &Book, day: NaiveDate) -> Vec<&Visit> {
    let mut visits = book.visits_on(day);
    visits
        .retain(|visit| visit.status != VisitStatus::Cancelled && book.client.get(visit.client).is_some_and(is_shown));
    visits
}

/// Archived and merged clients are not part of any day.
fn is_shown(client: &Client) -> bool {
    !matches!(client.status, ClientStatus::Archived | ClientStatus::Merged)
}

fn open_promises<'a>(view: &View<'a>) -> Vec<Open<'a>> {
    let shown = |open: &Open<'_>| view.book.client.get(open.promise.client).is_some_and(is_shown);
    let open = view.book.commitment.iter().filter_map(|promise| promises::open(view, promise));
    let mut open: Vec<Open<'a>> = open.filter(shown).collect();
    open.sort_by_cached_key(Open::order);
    open
}

fn promise(open: &Open<'_>, visited: &[Id<Client>]) -> Promise {
    Promise {
        promise: open.promise.uid(),
        client: open.promise.client,
        who: open.promise.who,
        due: open.due,
        late_days: open.late_days,
        with_visit: visited.contains(&open.promise.client),
    }
}

fn is_due_near(promise: &Promise, today: NaiveDate) -> bool {
    promise.due.is_some_and(|due| due <= plus_days(today, NEAR_DAYS))
}

fn visits(view: &View<'_>, promises: &[Promise], problems: &[&Problem], occasions: &[Near]) -> Vec<DayVisit> {
    let of_visit = |visit: &Visit| {
        let client = visit.client;
        let near = occasions.iter().enumerate().filter(|(_, near)| near.client == client);
        DayVisit {
            visit: visit.uid(),
            client,
            starts: visit.starts(),
            ends: visit.ends(),
            status: visit.status,
            promised: promises.iter().filter(|promise| promise.client == client).copied().collect(),
            hidden_need: hidden_need(view.book, visit),
            problems: problems.iter().filter(|problem| problem.client == client).map(|row| row.uid()).collect(),
            occasions: near.map(|(at, _)| at).collect(),
        }
    };
    shown_on(view.book, view.today).into_iter().map(of_visit).collect()
}

/// A hidden need that the visit's questions or subjects name, else the client's own: a guess before a probed one,
/// the youngest first.
fn hidden_need(book: &Book, visit: &Visit) -> Option<Id<Need>> {
    let asked = visit.questions.iter().filter_map(|question| question.r#ref).map(|about| about.0);
    let named = asked.chain(visit.needs_discussed.iter().map(|need| need.uuid));
    let hidden =
        |need: &&Need| need.voice == Voice::Hidden && need.state.is_open() && need.state != NeedState::Addressed;
    let named = named.filter_map(|uuid| book.need.by_uuid(uuid)).find(hidden);
    let own = || {
        let own = book.need.of(visit.client).filter(|need| need.client == visit.client).filter(hidden);
        own.min_by_key(|need| (need.state, std::cmp::Reverse(need.head.created_at), need.head.uid))
    };
    named.or_else(own).map(Row::uid)
}

fn to_write_up<'a>(view: &View<'a>, now: Instant) -> Vec<&'a Visit> {
    let mut found: Vec<&Visit> = Vec::new();
    for client in view.book.client.iter().filter(|client| is_shown(client)) {
        let contacts = view.book.contacts(client.uid(), view.today);
        let past = contacts.planned.iter().filter(|planned| planned.day <= view.today);
        let own = past.filter_map(|planned| view.book.visit.get(planned.visit));
        found.extend(own.filter(|visit| visit.client == client.uid() && waits_to_be_written_up(visit, now)));
    }
    found.sort_by_key(|visit| (visit.starts(), visit.uid()));
    found
}

/// A planned visit whose end passed more than two hours ago. It becomes nothing by itself.
pub fn waits_to_be_written_up(visit: &Visit, now: Instant) -> bool {
    visit.status == VisitStatus::Planned && visit.ends() + Duration::hours(WRITE_UP_HOURS) < now
}

fn follow_ups(view: &View<'_>) -> Vec<FollowUp> {
    let mut found: Vec<FollowUp> =
        view.book.client.iter().filter_map(|client| cadence::follow_up(view, client)).collect();
    found.sort_by_cached_key(|owed| (owed.due, name(view, owed.client), owed.client));
    found
}

fn overdue(view: &View<'_>, to_write_up: &[&Visit]) -> Vec<Overdue> {
    let row = |client: &Client| {
        let rhythm = cadence::contact(view, client)?;
        let days = rhythm.overdue()?;
        Some(Overdue {
            client: client.uid(),
            tier: view.tier(client.uid()),
            days,
            last: rhythm.last,
            since: rhythm.since,
            next: rhythm.next,
            to_write_up: to_write_up.iter().any(|visit| visit.client == client.uid()),
        })
    };
    let mut found: Vec<Overdue> = view.book.client.iter().filter_map(row).collect();
    found.sort_by_cached_key(|row| (std::cmp::Reverse(row.days), row.tier, name(view, row.client), row.client));
    found
}

fn open_problems<'a>(view: &View<'a>) -> Vec<&'a Problem> {
    let open = |problem: &&Problem| {
        problems::is_open(problem)
            && problem.raised_on <= view.today
            && view.book.client.get(problem.client).is_some_and(is_shown)
    };
    let mut found: Vec<&Problem> = view.book.problem.iter().filter(open).collect();
    found.sort_by_key(|problem| {
        (std::cmp::Reverse(problem.severity), problem.due.is_none(), problem.due, problem.raised_on, problem.head.uid)
    });
    found
}

fn next(view: &View<'_>) -> Option<Id<Visit>> {
    let days =
        std::iter::successors(view.book.next_planned_after(view.today), |day| view.book.next_planned_after(*day));
    let mut visits = days.flat_map(|day| shown_on(view.book, day));
    visits.find(|visit| visit.status == VisitStatus::Planned).map(Row::uid)
}

fn name<'a>(view: &View<'a>, client: Id<Client>) -> Option<&'a str> {
    view.book.client.get(client).map(|client| client.name.as_str())
}

#[cfg(test)]
mod tests;
