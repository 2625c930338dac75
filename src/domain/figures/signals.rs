//! Early signals: what tells, before there is a problem, that a client is going quiet, cool or away.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::promises::Open;
use super::view::View;
use super::{cadence, satisfaction};
use crate::domain::date::{PartialDate, in_force, plus_days};
use crate::domain::entity::{Affiliation, Client, Person, Proposal, Role};
use crate::domain::map::age::Freshness;
use crate::domain::map::attitude;
use crate::domain::map::holders::{Ask, Holder, holders};
use crate::domain::map::past::Past;
use crate::domain::offer::expired_on;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{EndReason, RoleKind, SignalKind, Tier};

/// Somebody who cooled or left is a signal for so long.
const RECENT_DAYS: i64 = 90;
/// Whose leaving is a signal.
const KEY_ROLES: [RoleKind; 3] = [RoleKind::Decides, RoleKind::Budgets, RoleKind::Agrees];

/// One signal; a client has at most one of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    pub kind: SignalKind,
    pub client: Id<Client>,
    pub person: Option<Id<Person>>,
    pub text: Sentence,
}

/// All signals: by kind, then by tier and the client's name.
pub fn signals(view: &View<'_>, past: &Past, promises: &[Open<'_>]) -> Vec<Signal> {
    let mut found: Vec<Signal> = Vec::new();
    let suspects = Suspects::of(view, past);
    for client in view.book.client.iter().filter(|client| client.status.is_in_portfolio()) {
        found.extend(overdue(view, client));
        found.extend(money(view, client));
        found.extend(suspects.of_client(view, past, client.uid()));
    }
    found.extend(promises_late(view, promises));
    found.extend(left(view));
    found.extend(offers_expired(view));
    let name = |signal: &Signal| view.book.client.get(signal.client).map(|client| client.name.as_str());
    found.sort_by_cached_key(|signal| (signal.kind, view.tier(signal.client), name(signal), signal.client));
    found.dedup_by_key(|signal| (signal.kind, signal.client));
    found
}

fn signal(kind: SignalKind, client: Id<Client>, person: Option<Id<Person>>, text: Sentence) -> Signal {
    Signal { kind, client, person, text }
}

fn overdue(view: &View<'_>, client: &Client) -> Option<Signal> {
    let days = cadence::contact(view, client)?.overdue()?;
    let text = Sentence::new("signal-cadence").with("n", Arg::Count(days));
    Some(signal(SignalKind::CadenceOverdue, client.uid(), None, text))
}

/// Income of a most valuable client that slips, and turnover that has fallen.
fn money(view: &View<'_>, client: &Client) -> Vec<Signal> {
    let Some(place) = view.pyramid.place(client.uid()) else { return Vec::new() };
    let course = &place.value.course;
    let slips = place.tier == Tier::MostValuable && course.slipping;
    let income = slips.then(|| signal(SignalKind::IncomeSlipping, client.uid(), None, Sentence::new("signal-income")));
    let last = view.book.last_closed(view.month()).filter(|_| course.turnover_fallen);
    let turnover = last.map(|last| {
        let text = Sentence::new("signal-turnover").with("month", Arg::Month(last));
        signal(SignalKind::TurnoverFallen, client.uid(), None, text)
    });
    income.into_iter().chain(turnover).collect()
}

/// Presented offers that ran out undecided; of a client the one that did so first.
fn offers_expired(view: &View<'_>) -> Vec<Signal> {
    let watched =
        |offer: &&Proposal| view.book.client.get(offer.client).is_some_and(|client| client.status.is_in_portfolio());
    let offers = view.book.proposal.iter().filter(watched);
    let mut expired: Vec<_> = offers.filter_map(|offer| Some((offer, expired_on(offer, view.today)?))).collect();
    expired.sort_by_key(|(offer, on)| (offer.client, *on, offer.head.uid));
    expired.dedup_by_key(|(offer, _)| offer.client);
    let text = |(offer, on): &(&Proposal, NaiveDate)| {
        let text = Sentence::new("signal-offer").text("title", &offer.title).date("date", *on);
        signal(SignalKind::OfferExpired, offer.client, None, text)
    };
    expired.iter().map(text).collect()
}

/// One row a client: its latest promise of ours.
fn promises_late(view: &View<'_>, promises: &[Open<'_>]) -> Vec<Signal> {
    let mut late: Vec<&Open<'_>> = promises.iter().filter(|open| open.is_late() && open.is_ours()).collect();
    late.sort_by_key(|open| (open.promise.client, std::cmp::Reverse(open.late_days), open.promise.head.uid));
    late.dedup_by_key(|open| open.promise.client);
    let watched = |open: &&&Open<'_>| {
        view.book.client.get(open.promise.client).is_some_and(|client| client.status.is_in_portfolio())
    };
    let text = |open: &&Open<'_>| {
        let text = Sentence::new("signal-promise").with("n", Arg::Count(open.late_days));
        signal(SignalKind::OurPromiseLate, open.promise.client, None, text.text("text", &open.promise.text))
    };
    late.iter().filter(watched).map(text).collect()
}

/// Clients that are worth a closer look, found by one pass over the rows that could make a signal.
struct Suspects {
    /// A score came or went within the time a trend looks back.
    scores: FxHashSet<Id<Client>>,
    /// A stance was written lately.
    stances: FxHashSet<Id<Client>>,
    /// A decider was last confirmed long ago, or has changed post since.
    deciders: FxHashSet<Id<Client>>,
}

impl Suspects {
    fn of(view: &View<'_>, past: &Past) -> Self {
        let recent = plus_days(view.today, -RECENT_DAYS);
        let window = view.settings().satisfaction_window_days;
        let gone = plus_days(recent, -window)..plus_days(view.today, -window);
        let moved = |on: NaiveDate| is_recent(view, on) || gone.contains(&on);
        let half_life = view.settings().fact_half_life_days;
        let old = |role: &&Role| {
            let known = role
                .reconfirmed_on
                .filter(|on| *on <= view.today)
                .map_or(role.learned_on, |on| on.max(role.learned_on));
            role.kind == RoleKind::Decides && known <= plus_days(view.today, -half_life)
        };
        Self {
            scores: view.book.satisfaction.iter().filter(|row| moved(row.on)).map(|row| row.client).collect(),
            stances: view.book.stance.iter().filter(|row| is_recent(view, row.on)).map(|row| row.client).collect(),
            deciders: (view.book.role.iter().filter(old).map(|role| role.client))
                .chain(past.upsets.iter().map(|upset| upset.client))
                .collect(),
        }
    }

    fn of_client(&self, view: &View<'_>, past: &Past, client: Id<Client>) -> Vec<Signal> {
        let mut found: Vec<Signal> = Vec::new();
        if self.scores.contains(&client) {
            found.extend(falling(view, client));
        }
        if self.stances.contains(&client) || self.deciders.contains(&client) {
            let deciders = deciders(view, past, client);
            found.extend(deciders.iter().find_map(|holder| cooled(view, client, holder.person)));
            found.extend(stale(view, client, &deciders));
        }
        found
    }
}

/// Whether a day lies within the last 90, the ninetieth among them.
fn is_recent(view: &View<'_>, day: NaiveDate) -> bool {
    (plus_days(view.today, -RECENT_DAYS)..=view.today).contains(&day)
}

fn falling(view: &View<'_>, client: Id<Client>) -> Option<Signal> {
    let trend = satisfaction::trend(view, client).filter(|trend| trend.direction == satisfaction::Direction::Down)?;
    let level = satisfaction::level(view, client, view.today)?.shown();
    let fall: Decimal = trend.shown().abs();
    let text = Sentence::new("signal-satisfaction").with("level", Arg::Decimal(level)).with("fall", Arg::Decimal(fall));
    Some(signal(SignalKind::SatisfactionFalling, client, None, text))
}

/// Those who decide and have not left, surest first.
fn deciders(view: &View<'_>, past: &Past, client: Id<Client>) -> Vec<Holder> {
    let mut found = holders(view.book, &Ask::today(client, view.today), past);
    found.retain(|holder| holder.kind == RoleKind::Decides && holder.proposal.is_none() && !holder.left);
    found.sort_by_key(|holder| (std::cmp::Reverse(holder.value), holder.role));
    found
}

/// The stance towards us now is below what it was, or rose to, in the last 90 days.
fn cooled(view: &View<'_>, client: Id<Client>, person: Id<Person>) -> Option<Signal> {
    let rows = attitude::rows(view.book, person, client, view.today);
    let (mut before, mut now): (Option<i64>, Option<i64>) = (None, None);
    for row in rows.into_iter().filter(|row| row.proposal.is_none()) {
        if row.reset {
            (before, now) = (None, None);
        }
        let Some(value) = row.value else { continue };
        // Up to 90 days ago only the latest counts; since then the highest.
        before = if is_recent(view, row.on) { before.max(now) } else { None };
        now = Some(value);
    }
    let (before, now) = before.zip(now).filter(|(before, now)| now < before)?;
    let text = Sentence::new("signal-cooled")
        .text("person", view.book.person.get(person)?.short_name())
        .word("before", format!("stance.value.{before}"))
        .word("after", format!("stance.value.{now}"));
    Some(signal(SignalKind::DeciderCooled, client, Some(person), text))
}

fn stale(view: &View<'_>, client: Id<Client>, deciders: &[Holder]) -> Option<Signal> {
    let old = deciders.iter().find(|holder| holder.freshness != Freshness::Fresh)?;
    let text = Sentence::new("signal-stale").text("person", view.book.person.get(old.person)?.short_name());
    Some(signal(SignalKind::DeciderStale, client, Some(old.person), text))
}

/// People whose position has ended in the last 90 days and who held a key role there.
fn left(view: &View<'_>) -> Vec<Signal> {
    let ended = view.book.affiliation.iter().filter(|place| has_just_left(view, place));
    let signal = |place: &Affiliation| {
        let text = Sentence::new("signal-left").text("person", view.book.person.get(place.person)?.short_name());
        Some(signal(SignalKind::KeyPersonLeft, place.client, Some(place.person), text))
    };
    ended.filter_map(signal).collect()
}

fn has_just_left(view: &View<'_>, place: &Affiliation) -> bool {
    let Some(on) = place.to.and_then(PartialDate::latest).filter(|on| is_recent(view, *on)) else {
        return false;
    };
    let still_there = || {
        let mut places = view.book.affiliation.of(place.person).filter(|other| other.client == place.client);
        places.any(|other| in_force(other.from, other.to, view.today).yes())
    };
    let held_a_key = || {
        let mut roles = view.book.role.of(place.person).filter(|role| role.client == place.client);
        roles.any(|role| {
            KEY_ROLES.contains(&role.kind)
                && role.end_reason != Some(EndReason::Wrong)
                && in_force(role.from, role.to, plus_days(on, -1)).yes()
        })
    };
    let watched = view.book.client.get(place.client).is_some_and(|client| client.status.is_in_portfolio());
    watched && !still_there() && held_a_key()
}

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "rows are made where they are passed")]
mod tests {
    use super::*;
    use crate::domain::figures::promises;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
    use crate::domain::map::Upset;
    use serde_json::{Value as Json, json};

    const TODAY: &str = "2026-11-24";

    /// The signals of a client with one decider, beside its overdue contact.
    fn kinds(more: Json) -> Vec<SignalKind> {
        found(more, &Past::default()).into_iter().map(|signal| signal.kind).collect()
    }

    fn found(more: Json, past: &Past) -> Vec<Signal> {
        let tables = json!({
            "client": [client("c", json!({ "assigned_on": TODAY }))],
            "person": [{ "uid": "p", "handle": "p", "full_name": "P" }],
            "affiliation": [{ "person": "p", "client": "c" }],
            "role": [{ "person": "p", "client": "c", "kind": "decides", "learned_on": "2026-11-01" }],
        });
        let book = book(&json!({ "tables": with(tables, more) }));
        let view = View::on(&book, day(TODAY));
        let open: Vec<_> = book.commitment.iter().filter_map(|promise| promises::open(&view, promise)).collect();
        signals(&view, past, &open)
    }

    fn stance(on: &str, value: Option<i64>, more: Json) -> Json {
        with(json!({ "person": "p", "client": "c", "on": on, "value": value }), more)
    }

    #[test]
    fn a_decider_cools_when_the_stance_falls_within_90_days() {
        let reset = json!({ "reset": true });
        for (name, rows, cooled) in [
            ("fell lately", vec![("2026-01-01", 2), ("2026-11-01", 1)], true),
            ("rose lately", vec![("2026-01-01", 0), ("2026-11-01", 1)], false),
            ("fell long ago", vec![("2026-01-01", 2), ("2026-08-25", 0)], false),
            ("fell 90 days ago", vec![("2026-01-01", 2), ("2026-08-26", 0)], true),
            ("fell below what it had risen to", vec![("2026-01-01", 0), ("2026-09-20", 2), ("2026-11-01", 1)], true),
            ("fell and came back", vec![("2026-01-01", 2), ("2026-09-20", 0), ("2026-11-01", 2)], false),
            ("known only once", vec![("2026-11-01", -2)], false),
            ("after today", vec![("2026-01-01", 2), ("2026-11-25", 1)], false),
        ] {
            let rows: Vec<Json> = rows.into_iter().map(|(on, value)| stance(on, Some(value), json!({}))).collect();
            let found = kinds(json!({ "stance": rows }));
            assert_eq!(found.contains(&SignalKind::DeciderCooled), cooled, "{name}");
        }
        let rows = [
            stance("2026-01-01", Some(2), json!({})),
            stance("2026-10-01", None, reset),
            stance("2026-11-01", Some(0), json!({})),
        ];
        assert_eq!(kinds(json!({ "stance": rows })), [], "nothing said before a new post counts");
    }

    #[test]
    fn a_decider_is_stale_from_the_half_life_on_and_after_a_change_of_post() {
        for (learned, stale) in [("2026-05-28", true), ("2026-05-29", false)] {
            let role = json!([{ "person": "p", "client": "c", "kind": "decides", "learned_on": learned }]);
            assert_eq!(kinds(json!({ "role": role })).contains(&SignalKind::DeciderStale), stale, "{learned}");
        }
        let upset = |on: &str| Past {
            upsets: vec![Upset { person: id("p"), client: id("c"), on: day(on) }],
            ..Past::default()
        };
        assert_eq!(found(json!({}), &upset("2026-11-10"))[0].kind, SignalKind::DeciderStale);
        assert_eq!(found(json!({}), &upset("2026-10-10")), []);
    }

    #[test]
    fn a_key_person_s_leaving_is_told_for_90_days() {
        let left = |to: &str, role: &str| {
            json!({
                "affiliation": [{ "person": "p", "client": "c", "to": to }],
                "role": [{ "person": "p", "client": "c", "kind": role, "learned_on": "2026-07-01", "to": to,
                    "end_reason": "left" }],
            })
        };
        for (to, role, told) in [
            ("2026-11-01", "decides", true),
            ("2026-11-01", "budgets", true),
            ("2026-11-01", "operates", false),
            ("2026-08-26", "decides", true),
            ("2026-08-25", "decides", false),
            ("2026-12-01", "decides", false),
        ] {
            assert_eq!(kinds(left(to, role)).contains(&SignalKind::KeyPersonLeft), told, "{to} {role}");
        }
        let moved = json!([{ "person": "p", "client": "c", "to": "2026-11-01" },
            { "person": "p", "client": "c", "from": "2026-11-01" }]);
        let stays = with(left("2026-11-01", "decides"), json!({ "affiliation": moved }));
        assert!(!kinds(stays).contains(&SignalKind::KeyPersonLeft), "another post at the same client");
    }

    #[test]
    fn an_offer_that_ran_out_undecided_is_told() {
        let offer = |state: &str, until: &str| {
            let more = json!({ "declined_by": "them", "decline_reason": "price" });
            with(json!({ "client": "c", "title": "line", "state": state, "valid_until": until }), more)
        };
        for (state, until, told) in [
            ("presented", "2026-11-23", true),
            ("presented", "2026-11-24", false),
            ("discussed", "2026-11-23", false),
            ("declined", "2026-11-23", false),
        ] {
            let found = kinds(json!({ "proposal": [offer(state, until)] }));
            assert_eq!(found.contains(&SignalKind::OfferExpired), told, "{state} {until}");
        }
    }

    #[test]
    fn one_row_a_client_and_kind() {
        let promise =
            |due: &str| json!({ "client": "c", "text": due, "made_on": "2026-10-01", "who": "we", "due": due });
        let late = json!({ "commitment": [promise("2026-11-20"), promise("2026-11-02"), promise("2026-11-30")] });
        let found = found(late, &Past::default());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text.args[1].1, Arg::text("2026-11-02"), "the latest of them");
    }

    #[test]
    fn the_demo_s_signals() {
        let view = View::on(&DEMO, demo_today());
        let open: Vec<_> = DEMO.commitment.iter().filter_map(|promise| promises::open(&view, promise)).collect();
        let signals = signals(&view, &Past::default(), &open);
        let count = |kind: SignalKind| signals.iter().filter(|signal| signal.kind == kind).count();
        let counts: Vec<usize> = SignalKind::all().iter().map(|kind| count(*kind)).collect();
        assert_eq!(counts, [9, 1, 0, 3, 1, 0, 9, 0, 0]);
    }
}
