//! A visit: a time that exists, who comes, what it is about, and its way from planned to held, cancelled or missed.

use chrono::{Duration, LocalResult, TimeZone};
use chrono_tz::Tz;

use super::{moved, place, whose};
use crate::domain::book::{Entity, Record};
use crate::domain::date::LocalTime;
use crate::domain::entity::{Need, Person, Proposal, Role, Visit};
use crate::domain::figures::calendar::{Calendar, Closed};
use crate::domain::offer::has_met;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{Certainty, ProposalState, PushCheck, Side, VisitKind, VisitStatus};

/// A visit further back than this was held, missed or cancelled; it is not planned any more.
const PLANNED_BACK_HOURS: i64 = 24;

pub(super) fn facts(planning: &Planning<'_>, visit: &Visit) -> Result<(), Refusal> {
    time_exists(visit)?;
    attendees(planning, visit)?;
    if visit.kind == VisitKind::Reception && visit.host.is_none() {
        return refuse("visit-host-needed", "host");
    }
    if let Some(host) = visit.host {
        whose::colleague(planning, host, "host")?;
    }
    let ended = match visit.status {
        VisitStatus::Cancelled => Some("cancel-needs-who"),
        VisitStatus::Missed => Some("missed-needs-who"),
        _ => None,
    };
    if let Some(id) = ended.filter(|_| visit.cancelled_by.is_none() || visit.cancel_reason.is_none()) {
        return refuse(id, if visit.cancelled_by.is_none() { "cancelled_by" } else { "cancel_reason" });
    }
    if visit.push_check == PushCheck::Unticked && visit.push_reason.is_none() {
        return refuse("push-reason-needed", "push_reason");
    }
    is_about_its_client(planning, visit)
}

fn time_exists(visit: &Visit) -> Result<(), Refusal> {
    if visit.zone.from_local_datetime(&visit.start) != LocalResult::None {
        return Ok(());
    }
    let sentence = Sentence::new("time-does-not-exist").text("time", clock(visit)).date("date", visit.start.date());
    Err(Refusal::no(sentence.text("zone", visit.zone.name())).at("start"))
}

/// The hour and minute of the start, as clocks show it everywhere.
fn clock(visit: &Visit) -> String {
    visit.start.format("%H:%M").to_string()
}

fn attendees(planning: &Planning<'_>, visit: &Visit) -> Result<(), Refusal> {
    for (at, attendee) in visit.attendees.iter().enumerate() {
        if visit.attendees[..at].iter().any(|other| other.person == attendee.person) {
            let name = planning.get(attendee.person).map(crate::domain::Person::display_name).unwrap_or_default();
            let sentence = Sentence::new("attendee-twice").text("person", name);
            return Err(Refusal::no(sentence).at(format!("attendees[{at}].person")));
        }
    }
    Ok(())
}

fn is_about_its_client(planning: &Planning<'_>, visit: &Visit) -> Result<(), Refusal> {
    // An event of several clients may touch the needs of each.
    if !visit.also_clients.is_empty() {
        return Ok(());
    }
    for (at, need) in visit.needs_discussed.iter().enumerate() {
        whose::need(planning, *need, visit.client, &format!("needs_discussed[{at}]"))?;
    }
    for (at, offer) in visit.proposals.iter().enumerate() {
        whose::offer(planning, *offer, visit.client, &format!("proposals[{at}]"))?;
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Visit>, visit: &Visit) -> Result<(), Refusal> {
    transition(planning, before.map(|before| before.status), visit)?;
    match visit.status {
        VisitStatus::Planned => {
            not_long_past(planning, before, visit)?;
            warn_of_its_time(planning, before, visit);
            warn_of_strangers(planning, before, visit);
        }
        VisitStatus::Held => held(planning, before, visit)?,
        VisitStatus::Cancelled | VisitStatus::Missed => ended_keeps_its_time(before, visit)?,
    }
    offers_stay_presented(planning, visit)
}

/// An offer was presented at a visit where people met, and decided on no earlier day, wherever the visit is moved to.
fn offers_stay_presented(planning: &Planning<'_>, visit: &Visit) -> Result<(), Refusal> {
    let zone = planning.book().settings().zone;
    let has_met = has_met(visit, zone, planning.today);
    let offers = planning.of::<Proposal>(visit.uid());
    for offer in offers.into_iter().filter(|offer| offer.presented_in == Some(visit.uid())) {
        let lies = matches!(offer.state, ProposalState::Presented | ProposalState::Accepted);
        if (lies && !has_met) || offer.decided_on.is_some_and(|decided| decided < visit.day(zone)) {
            return refuse(
                "visit-presented-offer",
                if visit.status == VisitStatus::Planned { "start" } else { "status" },
            );
        }
    }
    Ok(())
}

/// The day on which nobody came stays what it was; another time is another visit.
fn ended_keeps_its_time(before: Option<&Visit>, visit: &Visit) -> Result<(), Refusal> {
    let ended = before.filter(|before| matches!(before.status, VisitStatus::Cancelled | VisitStatus::Missed));
    let moved = ended.is_some_and(|was| (was.start, was.zone, was.fold) != (visit.start, visit.zone, visit.fold));
    if moved { refuse("visit-ended-keeps-time", "start") } else { Ok(()) }
}

/// What was held is corrected; nobody is asked first who called it off, and why.
pub(in crate::domain) fn may_be_called_off(status: VisitStatus) -> Result<(), Refusal> {
    if status == VisitStatus::Held { refuse("visit-was-held", "status") } else { Ok(()) }
}

fn transition(planning: &Planning<'_>, from: Option<VisitStatus>, visit: &Visit) -> Result<(), Refusal> {
    use VisitStatus::{Cancelled, Held, Missed, Planned};
    match (from, visit.status) {
        (Some(from), Cancelled | Missed | Planned) if from == Held => may_be_called_off(from),
        (None | Some(Planned), Missed) if planning.now < visit.ends() => refuse("visit-not-over", "status"),
        (Some(from @ (Cancelled | Missed)), to) if from != to => {
            Err(moved::not_possible(Entity::Visit, "status", from.term(), to.term()))
        }
        _ => Ok(()),
    }
}

/// Whether a wall time lies further back than a visit is planned. One that no clock shows is refused elsewhere.
pub(in crate::domain) fn is_long_past(planning: &Planning<'_>, start: LocalTime, zone: Tz) -> bool {
    let starts = zone.from_local_datetime(&start).latest();
    starts.is_some_and(|starts| starts < planning.now - Duration::hours(PLANNED_BACK_HOURS))
}

fn not_long_past(planning: &Planning<'_>, before: Option<&Visit>, visit: &Visit) -> Result<(), Refusal> {
    let set_now = before.is_none_or(|before| before.start != visit.start || before.zone != visit.zone);
    if set_now && visit.starts() < planning.now - Duration::hours(PLANNED_BACK_HOURS) {
        // What is new may have been held; what was planned keeps its place.
        return refuse("visit-is-past", if before.is_none() { "status" } else { "start" });
    }
    Ok(())
}

fn held(planning: &Planning<'_>, before: Option<&Visit>, visit: &Visit) -> Result<(), Refusal> {
    if visit.day(planning.book().settings().zone) > planning.today {
        let sentence = Sentence::new("held-in-future").date("date", visit.day(planning.book().settings().zone));
        return Err(Refusal::no(sentence).at("start"));
    }
    // A visit that came from a calendar may lack both; what is there is not taken away.
    let was = before.filter(|before| before.status == VisitStatus::Held);
    if visit.purpose.is_none() && was.is_none_or(|was| was.purpose.is_some()) {
        return refuse("visit-purpose-needed", "purpose");
    }
    let told = |visit: &Visit| visit.outcome.is_some() || visit.outcome_none;
    if !told(visit) && was.is_none_or(told) {
        return refuse("visit-outcome-needed", "outcome");
    }
    Ok(())
}

/// What stands in the way of a new time: other visits, and a day on which the bank is closed.
fn warn_of_its_time(planning: &mut Planning<'_>, before: Option<&Visit>, visit: &Visit) {
    let place =
        |visit: &Visit| (visit.start, visit.zone, visit.fold, visit.minutes, visit.travel_minutes, visit.status);
    if before.is_some_and(|before| place(before) == place(visit)) {
        return;
    }
    let planned = |other: &&Visit| other.uid() != visit.uid() && other.status == VisitStatus::Planned;
    let others = planning.all::<Visit>().filter(planned).filter(|other| visit.clashes(other));
    let warnings: Vec<Sentence> = others.map(|other| overlap_sentence(planning, other)).collect();
    for warning in warnings.into_iter().chain(closed(planning, visit)).chain(other_clocks(planning, visit)) {
        planning.warn(warning);
    }
}

/// People of other clients may be asked along, but not by a slip: the client's copy names who comes.
fn warn_of_strangers(planning: &mut Planning<'_>, before: Option<&Visit>, visit: &Visit) {
    let was = |person| before.is_some_and(|before| before.attendees.iter().any(|other| other.person == person));
    let day = visit.day(planning.book().settings().zone);
    let hosts: Vec<_> = std::iter::once(visit.client).chain(visit.also_clients.iter().copied()).collect();
    let new = visit.attendees.iter().map(|attendee| attendee.person).filter(|person| !was(*person));
    let people = new.filter_map(|person| planning.get(person)).filter(|person| person.side == Side::Client);
    let is_there = |person: &Person| hosts.iter().any(|host| place::is_there(planning, person.uid(), *host, day));
    let strangers = people.filter(|person| !is_there(person));
    let client = whose::client_name(planning, visit.client);
    let warning = |person: &Person| {
        let sentence = Sentence::new("attendee-elsewhere").text("person", person.display_name());
        sentence.text("client", client.clone())
    };
    let warnings: Vec<Sentence> = strangers.map(warning).collect();
    warnings.into_iter().for_each(|warning| planning.warn(warning));
}

fn closed(planning: &Planning<'_>, visit: &Visit) -> Option<Sentence> {
    let settings = planning.book().settings();
    let day = visit.day(settings.zone);
    Some(match Calendar::of(settings).closed(day)? {
        Closed::Holiday(text) => Sentence::new("visit-on-holiday").date("date", day).text("text", text),
        Closed::DayOff => Sentence::new("visit-on-day-off").date("date", day),
    })
}

/// A time on the clocks of another place is said by those at home too.
fn other_clocks(planning: &Planning<'_>, visit: &Visit) -> Option<Sentence> {
    let home = visit.local_start(planning.book().settings().zone);
    let sentence = Sentence::new("visit-on-other-clocks").with("there", Arg::Time(visit.start));
    (home != visit.start).then(|| sentence.text("zone", visit.zone.name()).with("home", Arg::Time(home)))
}

fn overlap_sentence(planning: &Planning<'_>, other: &Visit) -> Sentence {
    let name = whose::client_name(planning, other.client);
    let start = other.local_start(planning.book().settings().zone);
    Sentence::new("visit-overlaps").text("other", name).text("time", start.format("%H:%M").to_string())
}

/// A visit that was held stays so while facts rest on it, whatever is taken from beneath them.
///
/// # Errors
/// How many facts it confirms; that an offer was presented at it.
pub(super) fn still_holds(planning: &Planning<'_>, before: &Visit, after: Option<&Record>) -> Result<(), Refusal> {
    let held = matches!(after, Some(Record::Visit(after)) if after.status == VisitStatus::Held);
    if before.status != VisitStatus::Held || held {
        return Ok(());
    }
    if planning.of::<Proposal>(before.uid()).iter().any(|offer| offer.presented_in == Some(before.uid())) {
        return refuse("visit-presented-offer", "status");
    }
    removal(planning, before.uid())
}

/// # Errors
/// While facts that this visit confirms are confirmed.
pub(super) fn removal(planning: &Planning<'_>, id: Id<Visit>) -> Result<(), Refusal> {
    let roles = planning.of::<Role>(id);
    let confirmed = roles.iter().filter(|role| role.visit == Some(id) && role.certainty == Certainty::Confirmed);
    let needs = planning.of::<Need>(id);
    let n = confirmed.count() + needs.iter().filter(|need| need.state.is_confirmed()).count();
    if n == 0 {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("visit-confirms-facts").count("n", n)))
}

fn refuse(id: &str, field: &str) -> Result<(), Refusal> {
    Err(Refusal::no(Sentence::new(id)).at(field))
}
