//! The records of a calendar, one by one, as rows of the book. A record that was seen before changes its row; the same
//! or an older one changes nothing.

use chrono::{NaiveDate, NaiveDateTime};
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::item::{Item, Kind, Seen};
use super::whose::Names;
use crate::domain::book::{Book, Entity, Record};
use crate::domain::date::Instant;
use crate::domain::entity::Client;
use crate::domain::intake::{Batch, Rejected};
use crate::domain::json::Extra;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Head, Id, Row};

/// Words that a row gets where the calendar says nothing, in the manager's language.
#[derive(Debug, Clone)]
pub struct Texts {
    /// Why a visit or a promise was cancelled.
    pub cancelled: String,
}

/// The number of the last step that touched each row.
pub type Known = FxHashMap<Uuid, i64>;

/// What the calendar would do to the book.
#[derive(Debug, Default)]
pub struct Taken {
    pub batches: Vec<Batch>,
    pub rejected: Vec<Rejected>,
    pub notices: Vec<Rejected>,
}

pub(super) struct Intake<'a> {
    pub(super) book: &'a Book,
    pub(super) names: Names,
    pub(super) today: NaiveDate,
    /// The book's wall time.
    pub(super) clock: NaiveDateTime,
    now: Instant,
    pub(super) client: Option<Id<Client>>,
    pub(super) texts: &'a Texts,
    steps: &'a Known,
    new_uid: &'a mut dyn FnMut() -> Uuid,
    /// Rows by the name that other programs have for them.
    seen: FxHashMap<(Entity, String), Uuid>,
    pub(super) notices: Vec<Rejected>,
}

/// Takes every record of a calendar.
pub fn take(
    book: &Book,
    items: &[Item],
    client: Option<Id<Client>>,
    (today, clock, now): (NaiveDate, NaiveDateTime, Instant),
    (steps, texts): (&Known, &Texts),
    new_uid: &mut dyn FnMut() -> Uuid,
) -> Taken {
    let names = Names::of(book, today);
    let (seen, notices) = (external_ids(book), Vec::new());
    let mut intake = Intake { book, names, today, clock, now, client, texts, steps, new_uid, seen, notices };
    let mut taken = Taken::default();
    for item in newest(items) {
        let rows = match item.kind {
            Kind::Appointment => intake.visit(item),
            Kind::Task => intake.promise(item),
            Kind::Yearly => intake.day(item),
        };
        match rows {
            Ok(rows) if rows.is_empty() => {}
            Ok(rows) => taken.batches.push(Batch { line: item.line, rows }),
            Err(why) => taken.rejected.push(Rejected { line: item.line, why }),
        }
    }
    taken.notices = intake.notices;
    // Of a record that is repeated it is said once.
    taken.rejected.dedup();
    taken.notices.dedup();
    taken
}

/// Each record once: the newest of those that are the same.
fn newest(items: &[Item]) -> Vec<&Item> {
    let mut at: FxHashMap<(bool, String), usize> = FxHashMap::default();
    let mut kept: Vec<&Item> = Vec::with_capacity(items.len());
    for item in items {
        let place = *at.entry((item.kind == Kind::Task, item.external_id())).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(known) if known.seen <= item.seen => *known = item,
            Some(_) => {}
            None => kept.push(item),
        }
    }
    kept
}

fn external_ids(book: &Book) -> FxHashMap<(Entity, String), Uuid> {
    let mut seen = FxHashMap::default();
    for row in &book.visit {
        seen.extend(row.external_ids.iter().map(|id| ((Entity::Visit, id.clone()), row.head.uid)));
    }
    for row in &book.commitment {
        seen.extend(row.external_ids.iter().map(|id| ((Entity::Commitment, id.clone()), row.head.uid)));
    }
    for row in &book.occasion {
        seen.extend(row.external_ids.iter().map(|id| ((Entity::Occasion, id.clone()), row.head.uid)));
    }
    seen
}

impl Intake<'_> {
    /// The row that a record means: by its uid here, or by the name the other program has for it.
    pub(super) fn row_of(&self, entity: Entity, item: &Item) -> Option<Uuid> {
        let own = item.uid.parse().ok().filter(|uuid| self.book.contains(entity, *uuid));
        own.or_else(|| self.seen.get(&(entity, item.external_id())).copied())
    }

    /// Whether the book knows all that this record says.
    pub(super) fn stands(&self, uuid: Uuid, item: &Item, extra: Option<&Extra>) -> bool {
        let step = self.steps.get(&uuid).copied().unwrap_or_default();
        let own = item.uid.parse() == Ok(uuid);
        if own || item.our_step == Some(item.seen.sequence) {
            return item.seen.sequence <= step;
        }
        Seen::of(extra).is_some_and(|known| item.seen <= known)
    }

    pub(super) fn remember(&mut self, entity: Entity, item: &Item, uuid: Uuid) {
        self.seen.insert((entity, item.external_id()), uuid);
    }

    /// The head of a new row: under the record's own uid where that is free.
    pub(super) fn new_head(&mut self, entity: Entity, item: &Item) -> Head {
        let own = item.uid.parse().ok().filter(|uuid| item.occurrence.is_none() && !self.book.contains(entity, *uuid));
        let uid = own.unwrap_or_else(|| (self.new_uid)());
        Head { uid, rev: 1, created_at: self.now, updated_at: self.now }
    }

    /// The row as it goes into the plan, if it differs.
    pub(super) fn changed<T: Row + PartialEq>(&self, before: Option<&T>, mut row: T) -> Vec<Record> {
        if before == Some(&row) {
            return Vec::new();
        }
        if before.is_some() {
            row.head_mut().rev += 1;
            row.head_mut().updated_at = self.now;
        }
        vec![row.into_record()]
    }

    pub(super) fn notice(&mut self, item: &Item, why: Sentence) {
        self.notices.push(Rejected { line: item.line, why });
    }

    /// Whose it is.
    pub(super) fn client_of(&self, item: &Item) -> Result<Id<Client>, Sentence> {
        let found = self.names.client(self.book, item, self.client);
        found.ok_or_else(|| Sentence::new("calendar-no-client").text("summary", item.name()))
    }
}
