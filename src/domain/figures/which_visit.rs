//! Which visit is meant: the one to write up, the one whose reminder comes.

use chrono::Duration;

use crate::domain::Book;
use crate::domain::date::Instant;
use crate::domain::entity::{Client, Visit};
use crate::domain::table::{Id, Row};
use crate::domain::words::VisitStatus;

/// The latest planned visit of a client that has begun.
pub fn begun(book: &Book, client: Id<Client>, now: Instant) -> Option<&Visit> {
    let begun = own(book, client).filter(|visit| is_planned(visit) && visit.starts() <= now);
    begun.max_by_key(|visit| (visit.starts(), visit.uid()))
}

/// The visit of a client that is written up from anywhere: the latest planned one that is over, else the first one left
/// of today, else the latest held.
pub fn to_write(book: &Book, client: Id<Client>, now: Instant) -> Option<&Visit> {
    let zone = book.settings().zone;
    let today = now.with_timezone(&zone).date_naive();
    let rank = |visit: &Visit| match visit.status {
        VisitStatus::Planned if visit.ends() <= now => Some((2, visit.starts().timestamp())),
        VisitStatus::Planned if visit.day(zone) == today => Some((1, -visit.starts().timestamp())),
        VisitStatus::Held => Some((0, visit.starts().timestamp())),
        _ => None,
    };
    let ranked = own(book, client).filter_map(|visit| Some((rank(visit)?, visit.uid(), visit)));
    ranked.max_by_key(|(rank, uid, _)| (*rank, *uid)).map(|(_, _, visit)| visit)
}

/// The first moment after this one at which a visit rings.
pub fn next_ring(book: &Book, after: Instant) -> Option<Instant> {
    book.visit.iter().filter_map(rings_at).filter(|at| *at > after).min()
}

/// The visit to ring for, when the reminders of a stretch of time are due: the first that has not begun.
pub fn ringing(book: &Book, after: Instant, now: Instant) -> Option<&Visit> {
    let due = |visit: &&Visit| rings_at(visit).is_some_and(|at| at > after && at <= now) && visit.starts() > now;
    book.visit.iter().filter(due).min_by_key(|visit| (visit.starts(), visit.uid()))
}

fn rings_at(visit: &Visit) -> Option<Instant> {
    let minutes = visit.reminder_minutes.filter(|_| is_planned(visit))?;
    Some(visit.starts() - Duration::minutes(minutes))
}

fn is_planned(visit: &Visit) -> bool {
    visit.status == VisitStatus::Planned
}

/// Those at which the client is the host, not a guest.
fn own(book: &Book, client: Id<Client>) -> impl Iterator<Item = &Visit> {
    book.visit.of(client).filter(move |visit| visit.client == client)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_now, id};

    fn at(hour: i64, minute: i64) -> Instant {
        demo_now() + Duration::minutes((hour - 8) * 60 + minute)
    }

    #[test]
    fn what_is_written_up_has_begun_or_is_of_today() {
        let (client, visit) = (id("c-volga-metall"), Some(id("v-volga-metall-2026-11-23")));
        let uid = |visit: Option<&Visit>| visit.map(Row::uid);
        assert_ne!(uid(begun(&DEMO, client, at(10, 59))), visit);
        for now in [at(8, 0), at(11, 0), at(20, 0)] {
            assert_eq!(uid(to_write(&DEMO, client, now)), visit, "{now}");
        }
    }

    #[test]
    fn a_reminder_comes_at_its_minute_and_never_for_a_visit_that_has_begun() {
        let mut book = DEMO.clone();
        let mut visit = book.visit.get(id("v-volga-metall-2026-11-23")).unwrap().clone();
        visit.reminder_minutes = Some(60);
        book.put(visit.clone().into_record());
        for mut other in DEMO.visit.iter().filter(|other| other.uid() != visit.uid()).cloned() {
            other.reminder_minutes = None;
            book.put(other.into_record());
        }
        let rung = |after, now| ringing(&book, after, now).map(Row::uid);
        assert_eq!(next_ring(&book, at(8, 0)), Some(at(10, 0)));
        assert_eq!(next_ring(&book, at(10, 0)), None);
        assert_eq!(rung(at(8, 0), at(9, 59)), None);
        assert_eq!(rung(at(8, 0), at(10, 0)), Some(visit.uid()));
        assert_eq!(rung(at(10, 0), at(10, 1)), None, "it rings once");
        assert_eq!(rung(at(8, 0), at(11, 0)), None, "the machine slept until the visit began");
        visit.status = VisitStatus::Cancelled;
        book.put(visit.into_record());
        assert_eq!(next_ring(&book, at(8, 0)), None);
    }
}
