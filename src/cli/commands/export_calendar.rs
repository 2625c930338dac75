//! `export` of visits, promises and days as a calendar.

use std::path::Path;

use rustc_hash::FxHashSet;

use super::super::exit::Failure;
use super::super::session::Session;
use super::export_contacts::{check_shared, file_name, write_items};
use crate::desk::Desk;
use crate::domain::figures::View;
use crate::domain::table::Row;
use crate::domain::words::VisitStatus;
use crate::domain::{Client, Commitment, Id, Occasion, Person, Sentence, Visit};
use crate::export::brief::leak::SharedFile;
use crate::export::brief::shareable as share;
use crate::export::content::plain_text;
use crate::export::icalendar::{self, Reader, Steps};
use crate::export::vdir::Item;

/// What goes out.
pub struct Wish<'a> {
    pub client: Option<Id<Client>>,
    pub reader: Reader,
    /// Birthdays and other days to remember.
    pub personal: bool,
    pub out: Option<&'a Path>,
}

/// A record of the calendar, with the visit whose zone it needs.
pub struct Entry<'b> {
    pub stem: String,
    pub text: String,
    pub visit: Option<&'b Visit>,
}

/// # Errors
/// Something private would be in a client's copy, or the disk refuses.
pub fn calendar(session: &mut Session, desk: &Desk, wish: &Wish<'_>) -> Result<(), Failure> {
    let view = View::on(desk.book(), desk.today());
    let steps = desk.last_steps()?;
    let entries = match wish.reader {
        Reader::Client => shared(session, desk, &view, &steps, wish)?,
        _ => entries(session, &view, &steps, wish),
    };
    let items: Vec<Item> = entries
        .iter()
        .map(|entry| Item { stem: entry.stem.clone(), text: whole(std::slice::from_ref(entry)) })
        .collect();
    write_items(session, wish.out, "ics", &items, || whole(&entries))
}

/// Entries as one calendar, with the rules of every zone they use.
pub fn whole(entries: &[Entry<'_>]) -> String {
    let visits: Vec<&Visit> = entries.iter().filter_map(|entry| entry.visit).collect();
    let mut zones: Vec<chrono_tz::Tz> = visits.iter().map(|visit| visit.zone).collect();
    zones.sort_by_key(|zone| zone.name());
    zones.dedup();
    let span = icalendar::span(&visits);
    let zones: Vec<String> = zones
        .into_iter()
        .filter_map(|zone| span.and_then(|(from, until)| icalendar::zone(zone, from, until)))
        .collect();
    let texts: Vec<String> = entries.iter().map(|entry| entry.text.clone()).collect();
    icalendar::calendar(&zones, &texts)
}

/// Everything that goes into the manager's own calendar, in order of time.
pub fn entries<'b>(session: &Session, view: &View<'b>, steps: &Steps, wish: &Wish<'_>) -> Vec<Entry<'b>> {
    let busy = wish.reader == Reader::Anybody;
    let taken = |visit: &&Visit| !busy || (visit.status == VisitStatus::Planned && visit.start.date() >= view.today);
    let mut out: Vec<Entry<'b>> = Vec::new();
    for visit in visits(view, wish.client).into_iter().filter(taken) {
        let text = icalendar::visit(view, visit, wish.reader, other(&visit.external_ids), steps, &session.words);
        out.push(Entry { stem: visit.head.uid.to_string(), text, visit: Some(visit) });
    }
    if busy {
        return out;
    }
    for promise in promises(view, wish.client) {
        let text = icalendar::task(promise, false, other(&promise.external_ids), steps);
        out.push(Entry { stem: promise.head.uid.to_string(), text, visit: None });
    }
    if wish.personal {
        days(session, view, steps, wish.client, &mut out);
    }
    out
}

/// The uid under which another calendar has the record; one of several that were repeated goes under its own.
fn other(external_ids: &[String]) -> Option<&str> {
    external_ids.first().map(String::as_str).filter(|id| !id.contains('/'))
}

fn visits<'b>(view: &View<'b>, client: Option<Id<Client>>) -> Vec<&'b Visit> {
    let wanted = |visit: &&Visit| client.is_none_or(|id| visit.client == id || visit.also_clients.contains(&id));
    let mut visits: Vec<&Visit> = view.book.visit.iter().filter(wanted).collect();
    visits.sort_by_key(|visit| (visit.start, visit.head.uid));
    visits
}

fn promises<'b>(view: &View<'b>, client: Option<Id<Client>>) -> Vec<&'b Commitment> {
    let wanted = |promise: &&Commitment| client.is_none_or(|id| promise.client == id);
    let mut promises: Vec<&Commitment> = view.book.commitment.iter().filter(wanted).collect();
    promises.sort_by_key(|promise| (promise.due, promise.made_on, promise.head.uid));
    promises
}

/// Birthdays, then other days, those of the people and clients that are asked for.
fn days<'b>(session: &Session, view: &View<'b>, steps: &Steps, client: Option<Id<Client>>, out: &mut Vec<Entry<'b>>) {
    let people = super::export_contacts::people(view, client);
    let name = |person: &Person| session.words.person_name(person, view.settings().name_display);
    for person in people.iter().filter(|person| person.deceased_on.is_none()) {
        let text = icalendar::birthday(person, &name(person), steps, &session.words);
        let stem = format!("{}-birthday", person.head.uid);
        out.extend(text.map(|text| Entry { stem, text, visit: None }));
    }
    let known: FxHashSet<Id<Person>> = people.iter().map(|person| person.uid()).collect();
    let wanted = |row: &&Occasion| {
        let whose = row.person.is_some_and(|id| known.contains(&id)) || client.is_none() || row.client == client;
        whose && row.kind != crate::domain::words::OccasionKind::Birthday
    };
    let mut rows: Vec<&Occasion> = view.book.occasion.iter().filter(wanted).collect();
    rows.sort_by_key(|row| row.head.uid);
    for row in rows {
        let person = row.person.and_then(|id| view.book.person.get(id)).map(name);
        let client = row.client.and_then(|id| view.book.client.get(id)).map(|client| client.name.clone());
        let whose = person.or(client).unwrap_or_default();
        let text = icalendar::occasion(row, &whose, other(&row.external_ids), steps, &session.words);
        out.extend(text.map(|text| Entry { stem: row.head.uid.to_string(), text, visit: None }));
    }
}

/// What a client may have: visits that lie ahead and promises that were released, once nothing private is found there.
fn shared<'b>(
    session: &Session,
    desk: &Desk,
    view: &View<'b>,
    steps: &Steps,
    wish: &Wish<'_>,
) -> Result<Vec<Entry<'b>>, Failure> {
    let id = wish.client.ok_or_else(|| Failure::usage(Sentence::new("export-client-which")))?;
    let client = view.book.client.get(id).ok_or_else(|| Sentence::new("record-gone"))?;
    let (mut out, mut people, mut days) = (Vec::new(), Vec::new(), Vec::new());
    let mut values = vec![share::client::name(client).into_inner()];
    let ahead =
        |visit: &&Visit| visit.client == id && visit.status == VisitStatus::Planned && visit.start.date() >= view.today;
    for visit in visits(view, Some(id)).into_iter().filter(ahead) {
        let text = icalendar::visit(view, visit, Reader::Client, None, steps, &session.words);
        people.extend(icalendar::guests(view, visit));
        days.push(visit.start.date());
        values.extend(share::visit::place(visit).into_inner());
        out.push(Entry { stem: visit.head.uid.to_string(), text, visit: Some(visit) });
    }
    for promise in promises(view, Some(id)) {
        let Some(released) = share::promise(promise) else { continue };
        let (_, text, person, due) = released.into_inner();
        values.push(text);
        people.extend(person);
        days.extend(due);
        let text = icalendar::task(promise, true, None, steps);
        out.push(Entry { stem: promise.head.uid.to_string(), text, visit: None });
    }
    people.sort();
    people.dedup();
    for person in people.iter().filter_map(|id| view.book.person.get(*id)) {
        values.extend(share::person::work_emails(person).into_inner().into_iter().map(|mail| mail.value));
    }
    let text = plain_text(&whole(&out));
    let file = SharedFile { client: id, people, values, days, text, name: file_name(wish.out) };
    check_shared(session, desk, view, &file)?;
    Ok(out)
}
