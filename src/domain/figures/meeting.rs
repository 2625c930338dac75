//! The meeting situation: where the days of a client and those of the bank's top management cross, or could. What is
//! planned, what the client could be invited to or our management could join, what gives a reason, and when it was last.

use super::day::shown_on;
use super::occasions::{self, Near, Whose};
use super::view::View;
use crate::domain::entity::{Client, Visit};
use crate::domain::map::place::{place, upwards};
use crate::domain::table::{Id, Row};
use crate::domain::words::{Level, VisitKind, VisitStatus};

/// The stage at which a meeting with our top management is planned.
pub const STAGE: i64 = 2;

/// Whether such a meeting is what is to be planned for a client now.
pub fn is_to_be_planned(client: &Client) -> bool {
    client.stage == Some(STAGE)
}

/// So far ahead a meeting is planned.
pub const DAYS: usize = 90;

/// What one client's diary and ours offer.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingSituation<'a> {
    /// Meeting situations planned with the client, and events and receptions to which it could be invited: by instant.
    pub ahead: Vec<Ahead<'a>>,
    /// Meetings planned with the client at which our top management could be.
    pub could_join: Vec<&'a Visit>,
    /// Days of the client and of its heads that give a reason to meet.
    pub occasions: Vec<Near>,
    /// The last one that was held with the client.
    pub last: Option<&'a Visit>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ahead<'a> {
    pub visit: &'a Visit,
    /// The client is its host or is invited.
    pub invited: bool,
}

impl<'a> MeetingSituation<'a> {
    pub fn of(view: &View<'a>, client: Id<Client>) -> Self {
        let days = view.today.iter_days().take(DAYS + 1);
        let planned = days.flat_map(|day| shown_on(view.book, day));
        let planned: Vec<&Visit> = planned.filter(|visit| visit.status == VisitStatus::Planned).collect();
        let ahead = planned.iter().map(|visit| Ahead { visit, invited: is_with(visit, client) });
        let is_open = |ahead: &Ahead<'_>| is_meeting_situation(ahead.visit) && (ahead.invited || invites(ahead.visit));
        let joins =
            |visit: &&Visit| visit.client == client && visit.kind == VisitKind::Meeting && !is_meeting_situation(visit);
        Self {
            ahead: ahead.filter(is_open).collect(),
            could_join: planned.iter().copied().filter(joins).collect(),
            occasions: occasions(view, client),
            last: last(view, client),
        }
    }

    /// Whether a meeting with our top management, an event or a reception is planned with the client.
    pub fn is_planned(&self) -> bool {
        self.ahead.iter().any(|ahead| ahead.invited)
    }
}

/// A visit at which the client's people and our top management cross.
pub fn is_meeting_situation(visit: &Visit) -> bool {
    visit.our_top_present || invites(visit)
}

/// Other clients can be invited to it.
pub fn invites(visit: &Visit) -> bool {
    matches!(visit.kind, VisitKind::Event | VisitKind::Reception)
}

/// Its own visit, or one to which it is invited.
pub fn is_with(visit: &Visit, client: Id<Client>) -> bool {
    visit.client == client || visit.also_clients.contains(&client)
}

/// Near days of the client itself and of those who stand at its head.
fn occasions(view: &View<'_>, client: Id<Client>) -> Vec<Near> {
    let chain = upwards(view.book, client);
    let own = view.book.client.get(client).and_then(|row| row.person);
    let heads = |near: &Near| match near.whose {
        Whose::Client(whose) => whose == client,
        Whose::Person(person) if own == Some(person) => true,
        Whose::Person(person) => {
            let at = place(view.book, person, &chain, view.today);
            !at.is_gone() && at.affiliation().and_then(|row| row.level).is_some_and(|level| level <= Level::Top)
        }
    };
    let days = i64::try_from(DAYS).unwrap_or(i64::MAX);
    occasions::within(view, days).into_iter().filter(heads).collect()
}

fn last<'a>(view: &View<'a>, client: Id<Client>) -> Option<&'a Visit> {
    let zone = view.settings().zone;
    let held = |visit: &&Visit| {
        visit.status == VisitStatus::Held
            && visit.day(zone) <= view.today
            && is_with(visit, client)
            && is_meeting_situation(visit)
    };
    view.book.visit.of(client).filter(held).max_by_key(|visit| (visit.starts(), visit.uid()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::domain::Book;
    use crate::domain::figures::testing::{book, client, day, id, with};

    fn visit(uid: &str, start: &str, more: Json) -> Json {
        let visit = json!({ "uid": uid, "client": "c", "start": format!("{start}T10:00"), "zone": "UTC" });
        with(visit, more)
    }

    fn with_visits(visits: &Json) -> Book {
        book(&json!({ "tables": {
            "client": [client("c", json!({})), client("host", json!({}))],
            "person": [
                { "uid": "head", "handle": "head", "family_name": "Head", "birthday": "1970-12-20" },
                { "uid": "clerk", "handle": "clerk", "family_name": "Clerk", "birthday": "1990-12-21" },
            ],
            "affiliation": [
                { "uid": "at head", "person": "head", "client": "c", "level": "board" },
                { "uid": "at clerk", "person": "clerk", "client": "c", "level": "specialist" },
            ],
            "occasion": [
                { "uid": "o", "client": "c", "kind": "other", "date": "2027-01-10", "recurring": "once" },
                { "uid": "late", "client": "c", "kind": "other", "date": "2027-03-10", "recurring": "once" },
            ],
            "visit": visits,
        }}))
    }

    #[test]
    fn where_a_client_and_our_management_can_meet() {
        let event = |uid: &str, start: &str, more: Json| visit(uid, start, with(json!({ "kind": "event" }), more));
        let book = with_visits(&json!([
            event("own", "2026-12-10", json!({})),
            event("guest", "2026-12-11", json!({ "client": "host", "also_clients": ["c"] })),
            event("open", "2026-12-09", json!({ "client": "host" })),
            visit("with top", "2026-12-12", json!({ "our_top_present": true })),
            visit("top elsewhere", "2026-12-12", json!({ "client": "host", "our_top_present": true })),
            visit("joinable", "2026-12-13", json!({})),
            visit("by phone", "2026-12-13", json!({ "kind": "call" })),
            event("too late", "2027-03-01", json!({})),
            event(
                "called off",
                "2026-12-10",
                json!({ "status": "cancelled", "cancelled_by": "us", "cancel_reason": "-" })
            ),
            event("earlier", "2026-05-01", json!({ "status": "held" })),
            event("long ago", "2025-05-01", json!({ "status": "held" })),
        ]));
        let view = View::on(&book, day("2026-11-24"));
        let found = MeetingSituation::of(&view, id("c"));
        let ahead: Vec<_> = found.ahead.iter().map(|ahead| (ahead.visit.uid(), ahead.invited)).collect();
        let expected = [("open", false), ("own", true), ("guest", true), ("with top", true)];
        assert_eq!(ahead, expected.map(|(uid, invited)| (id(uid), invited)));
        assert_eq!(found.could_join.iter().map(|visit| visit.uid()).collect::<Vec<_>>(), [id("joinable")]);
        assert_eq!(found.last.map(Row::uid), Some(id("earlier")));
        let days: Vec<String> = found.occasions.iter().map(|near| near.date.to_string()).collect();
        assert_eq!(days, ["2026-12-20", "2027-01-10"], "neither the clerk's nor what is too far");
        assert!(found.is_planned());
    }

    #[test]
    fn a_client_whom_nobody_has_invited_has_no_meeting_situation() {
        let book = with_visits(&json!([visit("e", "2026-12-09", json!({ "kind": "event", "client": "host" }))]));
        let found = MeetingSituation::of(&View::on(&book, day("2026-11-24")), id("c"));
        assert!(!found.is_planned());
        assert_eq!((found.ahead.len(), found.last), (1, None));
    }
}
