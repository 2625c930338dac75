//! The rhythm of contacts: when the last one was, when the next is due, what is overdue or already booked.

use chrono::NaiveDate;

use super::contacts::{Contacts, Planned};
use super::view::View;
use crate::domain::date::{days_between, plus_days};
use crate::domain::entity::{Client, Settings, Visit};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, CommitmentState, Tier};

/// A planned visit this many working days ahead takes a client off the overdue list.
const BOOKED_AHEAD: i64 = 3;

/// Where a client stands in its rhythm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    /// Day of the last contact; none when there never was one.
    pub last: Option<NaiveDate>,
    /// The day from which the rhythm counts: the last contact, else the day of assignment.
    pub since: NaiveDate,
    pub every_days: i64,
    /// The working day on which the next contact is due.
    pub due: NaiveDate,
    /// Days past due, whether or not a visit is booked; 0 when in time.
    pub late_days: i64,
    /// The planned visit, in the days from today to three working days on.
    pub booked: Option<Planned>,
    /// The next planned visit, however far.
    pub next: Option<Planned>,
}

impl Rhythm {
    /// Days overdue; none when in time, or when a visit is booked.
    pub fn overdue(&self) -> Option<i64> {
        (self.late_days > 0 && self.booked.is_none()).then_some(self.late_days)
    }

    /// Overdue, were no visit booked.
    pub fn is_booked(&self) -> bool {
        self.late_days > 0 && self.booked.is_some()
    }

    fn new(view: &View<'_>, client: &Client, contacts: &Contacts, in_person: bool, every_days: i64) -> Self {
        let last = if in_person { contacts.last_in_person } else { contacts.last };
        let since = last.unwrap_or(client.assigned_on);
        let due = view.calendar.on_or_after(plus_days(since, every_days));
        let soon = view.calendar.after(view.today, BOOKED_AHEAD);
        let mut ahead =
            contacts.planned.iter().filter(|planned| planned.day >= view.today && (planned.in_person || !in_person));
        let next = ahead.next().copied();
        let late_days = days_between(due, view.today).max(0);
        Self { last, since, every_days, due, late_days, booked: next.filter(|next| next.day <= soon), next }
    }
}

/// The rhythm of contacts of any kind. Dormant, left, declined, archived and merged clients have none.
pub fn contact(view: &View<'_>, client: &Client) -> Option<Rhythm> {
    let contacts = rhythmical(view, client)?;
    let every_days = contact_days(view, client);
    Some(Rhythm::new(view, client, &contacts, false, every_days))
}

/// The rhythm of meetings face to face, where the tier or the client asks for one.
pub fn in_person(view: &View<'_>, client: &Client) -> Option<Rhythm> {
    let contacts = rhythmical(view, client)?;
    let by_tier = visit_days(view.settings(), view.tier(client.uid()));
    let every_days = client.visit_override_days.or(by_tier)?;
    Some(Rhythm::new(view, client, &contacts, true, every_days))
}

fn rhythmical(view: &View<'_>, client: &Client) -> Option<std::sync::Arc<Contacts>> {
    client.status.has_rhythm().then(|| view.book.contacts(client.uid(), view.today))
}

/// Days between contacts: those of the adaptation while it lasts, else the client's own, else those of its tier.
fn contact_days(view: &View<'_>, client: &Client) -> i64 {
    let days = &view.settings().cadence_days;
    if in_adaptation(client, view.today) {
        return days.adaptation;
    }
    client.cadence_override_days.unwrap_or(match view.tier(client.uid()) {
        Tier::MostValuable => days.most_valuable,
        Tier::Strategic => days.strategic,
        Tier::Working => days.working,
        Tier::Ballast => days.ballast,
        Tier::Unknown => days.unknown,
    })
}

fn visit_days(settings: &Settings, tier: Tier) -> Option<i64> {
    let days = &settings.visit_days;
    match tier {
        Tier::MostValuable => days.most_valuable,
        Tier::Strategic => days.strategic,
        Tier::Working => days.working,
        Tier::Ballast => days.ballast,
        Tier::Unknown => days.unknown,
    }
}

/// Whether the first weeks of a new client still last; the last day counts.
pub fn in_adaptation(client: &Client, today: NaiveDate) -> bool {
    client.adaptation_from.is_none_or(|from| from <= today)
        && client.adaptation_until.is_some_and(|until| today <= until)
}

/// A held visit that still wants an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    pub client: Id<Client>,
    pub visit: Id<Visit>,
    /// The working day by whose evening the client should have heard from us.
    pub due: NaiveDate,
    pub late_days: i64,
}

/// The follow-up a client is owed. Only the latest held visit can owe one: a later visit answers an earlier.
pub fn follow_up(view: &View<'_>, client: &Client) -> Option<FollowUp> {
    if !(client.status.has_rhythm() || client.status == ClientStatus::Dormant) {
        return None;
    }
    let contacts = view.book.contacts(client.uid(), view.today);
    let (at, uid) = contacts.last_held?;
    let visit = view.book.visit.get(uid)?;
    let day = visit.day(view.settings().zone);
    let promised = || {
        let mut made = view.book.commitment.of(uid).filter(|promise| promise.visit == Some(uid));
        made.any(|promise| promise.state == CommitmentState::Done)
    };
    let met_later = contacts.last_at.is_some_and(|last| last > at);
    if day >= view.today || visit.nothing_to_answer || met_later || promised() {
        return None;
    }
    let due = view.calendar.after(day, view.settings().followup_work_days);
    Some(FollowUp { client: client.uid(), visit: uid, due, late_days: days_between(due, view.today).max(0) })
}

/// Whether a client has been at a reception with the bank's head in the calendar year of today.
pub fn had_reception(view: &View<'_>, client: Id<Client>) -> bool {
    use chrono::Datelike;
    let last = view.book.contacts(client, view.today).last_reception;
    last.is_some_and(|day| day.year() == view.today.year())
}

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "rows are made where they are passed")]
mod tests {
    use super::*;
    use crate::domain::Book;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
    use serde_json::{Value as Json, json};

    fn visit(more: Json) -> Json {
        let row = json!({
            "client": "a", "zone": "Europe/Sofia", "status": "held", "start": "2026-11-02T10:00",
            "attendees": [{ "person": "p", "came": "yes" }],
        });
        with(row, more)
    }

    fn rhythm(visits: Vec<Json>, more: Json, today: &str) -> Rhythm {
        let book = with_visits(visits, more);
        let view = View::on(&book, day(today));
        let found = contact(&view, book.client.get(id("a")).unwrap());
        found.unwrap()
    }

    fn with_visits(visits: Vec<Json>, more: Json) -> Book {
        book(&json!({
            "settings": { "zone": "Europe/Sofia" },
            "tables": {
                "client": [client("a", with(json!({ "cadence_override_days": 14 }), more))],
                "person": [
                    { "uid": "p", "handle": "p", "full_name": "P" },
                    { "uid": "b", "handle": "b", "full_name": "B", "side": "bank" },
                ],
                "visit": visits,
            },
        }))
    }

    /// An invitation alone books nothing: as with contacts held, somebody of the client must be expected there.
    #[test]
    fn an_event_elsewhere_books_a_client_only_with_somebody_of_its_own() {
        for (attendees, booked) in [(json!([]), false), (json!([{ "person": "p", "expected": true }]), true)] {
            let event = json!({ "client": "host", "also_clients": ["a"], "kind": "event", "status": "planned",
                "start": "2026-11-26T18:00", "zone": "Europe/Sofia", "attendees": attendees });
            let book = book(&json!({ "tables": {
                "client": [client("a", json!({ "cadence_override_days": 14 })), client("host", json!({}))],
                "person": [{ "uid": "p", "handle": "p", "full_name": "P" }],
                "affiliation": [{ "person": "p", "client": "a" }],
                "visit": [visit(json!({})), event],
            } }));
            let found = contact(&View::on(&book, day("2026-11-24")), book.client.get(id("a")).unwrap()).unwrap();
            assert_eq!((found.is_booked(), found.overdue().is_some()), (booked, !booked));
        }
    }

    #[test]
    fn the_worked_example_is_overdue_by_8_days_until_a_visit_is_booked() {
        let found = rhythm(vec![visit(json!({}))], json!({}), "2026-11-24");
        assert_eq!((found.due, found.overdue()), (day("2026-11-16"), Some(8)));
        for (planned, booked) in [("2026-11-26", true), ("2026-11-27", true), ("2026-11-28", false)] {
            let start = format!("{planned}T10:00");
            let planned = visit(json!({ "status": "planned", "start": start }));
            let found = rhythm(vec![visit(json!({})), planned], json!({}), "2026-11-24");
            assert_eq!((found.is_booked(), found.overdue().is_none()), (booked, booked), "{start}");
            assert!(found.next.is_some());
        }
    }

    #[test]
    fn what_counts_as_a_contact() {
        let nobody = json!([{ "person": "p", "came": null }]);
        let bank = json!([{ "person": "b", "came": "yes" }]);
        for (name, more, last) in [
            ("somebody came", json!({}), Some("2026-11-02")),
            ("nobody is known to have come", json!({ "attendees": nobody }), None),
            ("only ours came", json!({ "attendees": bank }), None),
            ("a call counts always", json!({ "kind": "call", "attendees": [] }), Some("2026-11-02")),
            ("not held", json!({ "status": "missed" }), None),
            ("after today", json!({ "start": "2026-12-02T10:00" }), None),
        ] {
            let found = rhythm(vec![visit(more)], json!({}), "2026-11-24");
            assert_eq!(found.last, last.map(day), "{name}");
            if last.is_none() {
                assert_eq!(found.since, day("2020-01-01"), "{name}: counts from the day of assignment");
            }
        }
    }

    #[test]
    fn a_due_day_off_moves_to_the_next_working_day() {
        // 14 days after Saturday 7 November is Saturday the 21st.
        let found = rhythm(vec![visit(json!({ "start": "2026-11-07T10:00" }))], json!({}), "2026-11-24");
        assert_eq!((found.due, found.overdue()), (day("2026-11-23"), Some(1)));
    }

    #[test]
    fn days_run_over_the_end_of_a_year_and_a_leap_day() {
        for (last, today, due, days) in [
            ("2026-12-18T10:00", "2027-01-05", "2027-01-01", 4),
            ("2028-02-15T10:00", "2028-03-02", "2028-02-29", 2),
            ("2027-02-15T10:00", "2027-03-02", "2027-03-01", 1),
        ] {
            let found = rhythm(vec![visit(json!({ "start": last }))], json!({}), today);
            assert_eq!((found.due, found.overdue()), (day(due), Some(days)), "{last}");
        }
    }

    #[test]
    fn the_adaptation_has_its_own_rhythm_to_its_last_day() {
        let more = json!({ "adaptation_from": "2026-11-01", "adaptation_until": "2026-11-24",
            "cadence_override_days": null });
        let found = |today| rhythm(vec![visit(json!({}))], more.clone(), today).every_days;
        assert_eq!((found("2026-11-24"), found("2026-11-25")), (14, 30));
    }

    #[test]
    fn clients_without_a_rhythm() {
        for status in ["dormant", "left", "declined", "archived", "merged"] {
            let book = with_visits(vec![visit(json!({}))], json!({ "status": status }));
            let view = View::on(&book, day("2026-11-24"));
            assert_eq!(contact(&view, book.client.get(id("a")).unwrap()), None, "{status}");
        }
    }

    #[test]
    fn in_person_leaves_out_calls_and_screens() {
        for (more, met) in [
            (json!({}), true),
            (json!({ "kind": "call" }), false),
            (json!({ "place_kind": "video" }), false),
            (json!({ "place_kind": "phone" }), false),
            (json!({ "kind": "event", "place_kind": "other" }), true),
        ] {
            let book = with_visits(vec![visit(more.clone())], json!({ "visit_override_days": 60 }));
            let view = View::on(&book, day("2026-11-24"));
            let found = in_person(&view, book.client.get(id("a")).unwrap()).unwrap();
            assert_eq!(found.last.is_some(), met, "{more}");
        }
    }

    #[test]
    fn a_contact_with_a_child_counts_for_the_parent_only_through_its_own_people() {
        let at_parent = json!({ "person": "p", "client": "top" });
        for (places, counts) in [(json!([]), false), (json!([at_parent]), true)] {
            let book = book(&json!({ "tables": {
                "client": [client("top", json!({})), client("a", json!({ "parent": "top" }))],
                "person": [{ "uid": "p", "handle": "p", "full_name": "P" }],
                "affiliation": places,
                "visit": [visit(json!({ "uid": "v" }))],
            }}));
            let view = View::on(&book, day("2026-11-24"));
            let found = contact(&view, book.client.get(id("top")).unwrap()).unwrap();
            assert_eq!(found.last.is_some(), counts);
        }
    }

    #[test]
    fn a_follow_up_is_due_two_working_days_later_and_listed_from_the_next_day() {
        let on_friday = |more: Json| vec![visit(with(json!({ "uid": "v", "start": "2026-11-20T10:00" }), more))];
        let owed = |visits: Vec<Json>, today: &str| {
            let book = with_visits(visits, json!({}));
            let view = View::on(&book, day(today));
            follow_up(&view, book.client.get(id("a")).unwrap())
        };
        assert_eq!(owed(on_friday(json!({})), "2026-11-20"), None);
        let found = owed(on_friday(json!({})), "2026-11-21").unwrap();
        assert_eq!((found.due, found.late_days), (day("2026-11-24"), 0));
        assert_eq!(owed(on_friday(json!({})), "2026-11-26").unwrap().late_days, 2);
        let on_the_last_day = on_friday(json!({ "start": "2026-12-31T10:00" }));
        assert_eq!(owed(on_the_last_day, "2027-01-02").unwrap().due, day("2027-01-04"));
        assert_eq!(owed(on_friday(json!({ "nothing_to_answer": true })), "2026-11-26"), None);
        let later = visit(json!({ "start": "2026-11-25T09:00", "kind": "call", "nothing_to_answer": true }));
        assert_eq!(owed([on_friday(json!({})), vec![later]].concat(), "2026-11-26"), None);
    }

    #[test]
    fn the_demo_s_overdue_clients_and_follow_ups() {
        let view = View::on(&DEMO, demo_today());
        let overdue = |client: &Client| Some((contact(&view, client)?.overdue()?, client.handle.clone()));
        let mut late: Vec<(i64, String)> = DEMO.client.iter().filter_map(overdue).collect();
        late.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
        let expected = [
            (53, "saltmere"),
            (35, "hewei"),
            (24, "volga-trans"),
            (21, "velkov"),
            (14, "yunqiao"),
            (12, "terra-nuova"),
            (10, "sidrat"),
            (5, "altyn-dala"),
            (5, "tinglan-instruments"),
        ];
        assert_eq!(late, expected.map(|(days, handle)| (days, handle.to_owned())));
        let due = |client: &Client| Some((client.handle.clone(), follow_up(&view, client)?.due));
        let owed: Vec<(String, NaiveDate)> = DEMO.client.iter().filter_map(due).collect();
        assert_eq!(
            owed,
            [("mramorica".to_owned(), day("2026-11-23")), ("tinglan-europe".to_owned(), day("2026-11-20")),]
        );
    }
}
