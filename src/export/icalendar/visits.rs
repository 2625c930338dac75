//! A visit as an appointment: for ourselves, for the client, or only that the time is taken.

use chrono::{Duration, NaiveTime, TimeZone, Utc};

use super::{Steps, day, stamp};
use crate::domain::appointments::ALL_DAY;
use crate::domain::figures::View;
use crate::domain::json::Extra;
use crate::domain::parts::Contact;
use crate::domain::words::{Side, VisitStatus};
use crate::domain::{Client, Id, Person, Visit};
use crate::export::brief::shareable as share;
use crate::export::content::{Writer, quoted};
use crate::i18n::Words;

/// Rings so long before, where nothing else is said.
const REMINDER: i64 = 60;

/// Who will read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Internal,
    Client,
    /// Anybody who may know when the manager is busy, and nothing else.
    Anybody,
}

/// A visit; `other` is the uid under which another program knows it.
pub fn visit(
    view: &View<'_>,
    visit: &Visit,
    reader: Reader,
    other: Option<&str>,
    steps: &Steps,
    words: &Words,
) -> String {
    let mut out = Writer::default();
    out.raw("BEGIN:VEVENT");
    let own = visit.head.uid.to_string();
    stamp(&mut out, other.unwrap_or(&own), steps, visit.head.uid);
    times(&mut out, visit);
    out.raw(if visit.status == VisitStatus::Cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    match reader {
        Reader::Internal => internal(view, &mut out, visit, words),
        Reader::Client => shared(view, &mut out, visit, words),
        Reader::Anybody => {
            out.text("SUMMARY", &words.say("calendar-busy"));
            out.raw("CLASS:PRIVATE");
        }
    }
    out.raw("END:VEVENT");
    out.finish()
}

fn times(out: &mut Writer, visit: &Visit) {
    let kept = kept_lines(visit.extra.as_ref());
    let nine = NaiveTime::from_hms_opt(9, 0, 0);
    if kept.iter().any(|line| line == ALL_DAY) && Some(visit.start.time()) == nine {
        out.raw(&day("DTSTART", visit.start.date()));
        return;
    }
    let zone = visit.zone.name();
    out.raw(&format!("DTSTART;TZID={zone}:{}", visit.start.format("%Y%m%dT%H%M%S")));
    let found = visit.zone.from_local_datetime(&visit.start);
    let start = if visit.fold == 1 { found.latest() } else { found.earliest() };
    let end = start.map(|start| (start + Duration::minutes(visit.minutes)).naive_local());
    if let Some(end) = end {
        out.raw(&format!("DTEND;TZID={zone}:{}", end.format("%Y%m%dT%H%M%S")));
    }
}

fn internal(view: &View<'_>, out: &mut Writer, visit: &Visit, words: &Words) {
    let foreign = !visit.external_ids.is_empty();
    let title = visit.purpose.as_deref().filter(|_| foreign).map_or_else(|| title(view, visit, words), str::to_owned);
    out.text("SUMMARY", &title);
    let kept = kept_lines(visit.extra.as_ref());
    if !kept.iter().any(|line| line.starts_with("DESCRIPTION")) {
        let questions = visit.questions.iter().map(|question| format!("? {}", question.text));
        let lines: Vec<String> = visit.purpose.iter().filter(|_| !foreign).cloned().chain(questions).collect();
        if !lines.is_empty() {
            out.text("DESCRIPTION", &lines.join("\n"));
        }
    }
    place(out, visit.place.as_deref());
    if matches!(visit.status, VisitStatus::Held | VisitStatus::Missed) {
        out.raw(&format!("X-ATTACHE-STATUS:{}", visit.status.word()));
    }
    for person in visit.attendees.iter().filter_map(|guest| view.book.person.get(guest.person)) {
        attendee(out, &words.person_name(person, view.settings().name_display), &person.work_emails);
    }
    organizer(view, out);
    for line in kept.iter().filter(|line| *line != ALL_DAY) {
        out.raw(line);
    }
    if visit.status == VisitStatus::Planned && visit.reminder_minutes != Some(0) {
        let minutes = visit.reminder_minutes.unwrap_or(REMINDER) + visit.travel_minutes.unwrap_or_default();
        out.raw("BEGIN:VALARM");
        out.raw("ACTION:DISPLAY");
        out.text("DESCRIPTION", &title);
        out.raw(&format!("TRIGGER:-PT{minutes}M"));
        out.raw("END:VALARM");
    }
}

/// The client's short name and what it is: `Volga Metal: meeting`.
fn title(view: &View<'_>, visit: &Visit, words: &Words) -> String {
    let client = view.book.client.get(visit.client);
    let short = client.map(|client| client.short_name.as_deref().unwrap_or(&client.name)).unwrap_or_default();
    format!("{short}: {}", words.term(&visit.kind.term()))
}

/// The client's own copy, of shareable values alone.
fn shared(view: &View<'_>, out: &mut Writer, visit: &Visit, words: &Words) {
    let agenda = share::visit::agenda(visit);
    let kind = words.term(&share::visit::kind(visit).get().term());
    let first = agenda.get().as_deref().and_then(|agenda| agenda.lines().next()).unwrap_or(&kind);
    out.text("SUMMARY", first);
    if let Some(agenda) = agenda.get() {
        out.text("DESCRIPTION", agenda);
    }
    place(out, share::visit::place(visit).get().as_deref());
    for person in guests(view, visit).into_iter().filter_map(|id| view.book.person.get(id)) {
        let name = share::name(person, |person| words.person_name(person, view.settings().name_display));
        attendee(out, name.get(), share::person::work_emails(person).get());
    }
    organizer(view, out);
}

/// Whom a client's copy of a visit names: its own people and ours.
pub fn guests(view: &View<'_>, visit: &Visit) -> Vec<Id<Person>> {
    let theirs = |id: Id<Person>, client: Id<Client>| view.book.affiliation.of(id).any(|place| place.client == client);
    let all = share::attendees(view.book, visit).into_iter().map(|(id, _)| id);
    let colleague = |id: Id<Person>| view.book.person.get(id).is_some_and(|person| person.side == Side::Bank);
    all.filter(|id| colleague(*id) || theirs(*id, visit.client)).collect()
}

fn place(out: &mut Writer, place: Option<&str>) {
    if let Some(place) = place {
        out.text("LOCATION", place);
    }
}

/// Somebody without an address is named all the same; an address of nowhere stands for theirs.
fn attendee(out: &mut Writer, name: &str, mails: &[Contact]) {
    let mail = mails.first().map_or("invalid:nomail", |mail| mail.value.as_str());
    let mail = if mail.contains('@') { format!("mailto:{mail}") } else { mail.to_owned() };
    out.raw(&format!("ATTENDEE;CN={}:{mail}", quoted(name)));
}

fn organizer(view: &View<'_>, out: &mut Writer) {
    let settings = view.settings();
    if let (Some(name), Some(mail)) = (&settings.manager_name, &settings.manager_email) {
        out.raw(&format!("ORGANIZER;CN={}:mailto:{mail}", quoted(name)));
    }
}

/// The lines of other programs that have no field here.
pub(super) fn kept_lines(extra: Option<&Extra>) -> Vec<String> {
    let lines = extra.and_then(|extra| extra.0.get("ical")).and_then(serde_json::Value::as_array);
    lines.into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

/// The stretch of time of some visits, for the rules of their zones.
pub fn span(visits: &[&Visit]) -> Option<(chrono::DateTime<Utc>, chrono::DateTime<Utc>)> {
    let first = visits.iter().map(|visit| visit.start).min()?;
    let last = visits.iter().map(|visit| visit.start).max()?;
    Some((first.and_utc() - Duration::days(2), last.and_utc() + Duration::days(2)))
}
