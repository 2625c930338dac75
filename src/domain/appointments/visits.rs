//! An appointment as a visit: planned when it lies ahead, held when it is past.

use serde_json::json;

use super::intake::Intake;
use super::item::{Item, Who};
use crate::domain::book::{Entity, Record};
use crate::domain::contacts::object;
use crate::domain::entity::Visit;
use crate::domain::parts::Attendee;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{Party, VisitKind, VisitStatus};

/// The mark of a day that another calendar shows without hours.
pub const ALL_DAY: &str = "X-ATTACHE-ALL-DAY:1";

/// The most of a purpose.
const PURPOSE: usize = 300;
const PLACE: usize = 160;
const REASON: usize = 160;

impl Intake<'_> {
    pub(super) fn visit(&mut self, item: &Item) -> Result<Vec<Record>, Sentence> {
        let before = self.row_of(Entity::Visit, item).and_then(|uuid| self.book.visit.by_uuid(uuid));
        if before.is_some_and(|row| self.stands(row.head.uid, item, row.extra.as_ref())) {
            return Ok(Vec::new());
        }
        let start = item.start.ok_or_else(|| Sentence::new("calendar-no-start"))?;
        let mut visit = match before {
            Some(visit) => visit.clone(),
            None if item.cancelled => return Ok(Vec::new()),
            None => self.new_visit(item)?,
        };
        let own = item.uid.parse() == Ok(visit.head.uid);
        visit.start = start;
        visit.zone = item.zone.unwrap_or(self.book.settings().zone);
        visit.fold = visit.fold.min(1);
        visit.minutes = item.minutes.unwrap_or(visit.minutes).clamp(5, 1440);
        if item.place.is_some() {
            visit.place = item.place.as_ref().map(|place| cut(place, PLACE));
        }
        if let Some(alarm) = item.alarm {
            visit.reminder_minutes = Some((alarm - visit.travel_minutes.unwrap_or_default()).clamp(0, 10_080));
        }
        if !own || visit.purpose.is_none() {
            visit.purpose = item.summary.as_ref().map(|title| cut(title, PURPOSE)).or(visit.purpose);
        }
        self.guests(item, &mut visit);
        self.status(item, &mut visit, before.is_none());
        if !own {
            let id = item.external_id();
            if !visit.external_ids.contains(&id) {
                visit.external_ids.push(id);
            }
            visit.extra = item.extra_of(visit.extra.as_ref());
        } else if !item.extra.is_empty() {
            visit.extra = item.extra_of(visit.extra.as_ref());
        }
        self.remember(Entity::Visit, item, visit.head.uid);
        Ok(self.changed(before, visit))
    }

    fn new_visit(&mut self, item: &Item) -> Result<Visit, Sentence> {
        let client = self.client_of(item)?;
        let kind = if item.all_day { VisitKind::Event } else { VisitKind::Meeting };
        let start = item.start.map(crate::domain::date::local_text);
        let zone = item.zone.unwrap_or(self.book.settings().zone);
        let fields = json!({
            "client": client.uuid.to_string(), "kind": kind.word(), "start": start, "zone": zone.name(),
            "series": item.repeated.then(|| cut(&item.uid, 200)),
        });
        let head = self.new_head(Entity::Visit, item);
        Visit::from_fields(head, &object(fields)).map_err(|fault| fault.sentence)
    }

    /// Who is invited: those the book knows. The others are told.
    fn guests(&mut self, item: &Item, visit: &mut Visit) {
        for who in &item.attendees {
            match self.names.person(who) {
                Some(person) if visit.attendees.iter().any(|there| there.person == person) => {}
                Some(person) => {
                    visit.attendees.push(Attendee { person: Id::new(person.uuid), expected: true, came: None });
                }
                None => {
                    let Who { mail, name } = who;
                    if let Some(name) = name.as_ref().or(mail.as_ref()) {
                        self.notice(item, Sentence::new("calendar-unknown-guest").text("name", name));
                    }
                }
            }
        }
    }

    fn status(&self, item: &Item, visit: &mut Visit, new: bool) {
        if item.cancelled {
            if visit.status == VisitStatus::Planned {
                visit.status = VisitStatus::Cancelled;
                visit.cancelled_by = visit.cancelled_by.or(Some(Party::Them));
                visit.cancel_reason.get_or_insert_with(|| cut(&self.texts.cancelled, REASON));
            }
            return;
        }
        let past = visit
            .start
            .and_local_timezone(visit.zone)
            .earliest()
            .is_some_and(|start| start.with_timezone(&self.book.settings().zone).naive_local() < self.clock);
        match visit.status {
            VisitStatus::Cancelled => {
                (visit.status, visit.cancelled_by, visit.cancel_reason) = (VisitStatus::Planned, None, None);
            }
            // What this program planned itself, only the manager says was held.
            VisitStatus::Planned if new && item.state.as_deref() == Some("missed") => {
                visit.status = VisitStatus::Missed;
                (visit.cancelled_by, visit.cancel_reason) =
                    (Some(Party::Them), Some(cut(&self.texts.cancelled, REASON)));
            }
            VisitStatus::Planned if new && past => {
                visit.status = VisitStatus::Held;
                visit.outcome_none = true;
            }
            _ => {}
        }
    }
}

/// The beginning of a text, at most so many letters.
pub(super) fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most - 1).chain(['…']).collect() }
}
