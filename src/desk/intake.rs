//! What the file of another program would bring: its records as rows of the book, each with its line.

use chrono::{Duration, Utc};
use uuid::Uuid;

use super::{Desk, Trouble};
use crate::domain::appointments::{self, Texts};
use crate::domain::contacts::{self, Question};
use crate::domain::date::to_millis;
use crate::domain::entry::EntryContext;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::intake::{Batch, Rejected};
use crate::domain::ledger_file::Unread;
use crate::domain::record_file::{self, Labels, RecordKind};
use crate::domain::words::Language;
use crate::domain::{Client, Id, Sentence};
use crate::export::icalendar::{Calendar, Window};
use crate::export::vcard::Cards;

/// How far ahead repeated appointments are taken.
const DAYS_AHEAD: i64 = 366;

/// What a file would bring, before the rules have looked at it.
#[derive(Debug, Default)]
pub struct Brought {
    pub batches: Vec<Batch>,
    pub rejected: Vec<Rejected>,
    /// What was taken otherwise than the file says.
    pub notices: Vec<Rejected>,
    /// What was left out on purpose: the sentence and how many.
    pub left_out: Vec<Sentence>,
    /// Records that the file holds.
    pub found: usize,
}

impl Desk {
    /// Cards as people and their places; `ask` answers what the book cannot tell.
    ///
    /// # Errors
    /// A question could not be asked.
    pub fn cards<E>(
        &self,
        read: Cards,
        client: Option<Id<Client>>,
        ask: impl FnMut(&Question) -> Result<bool, E>,
    ) -> Result<Brought, E> {
        let found = read.cards.len() + read.rejected.len();
        let times = (self.today(), to_millis(self.now()));
        let mut new_uid = Uuid::now_v7;
        let taken = contacts::take(self.book(), read.cards, client, times, &mut new_uid, ask)?;
        let dropped = (read.dropped > 0).then(|| Sentence::new("card-dropped").count("n", read.dropped));
        Ok(Brought {
            batches: taken.batches,
            rejected: read.rejected.into_iter().chain(taken.rejected).collect(),
            notices: taken.notices,
            left_out: dropped.into_iter().collect(),
            found,
        })
    }

    /// A table of records, line by line as edits.
    ///
    /// # Errors
    /// As [`record_file::read`].
    pub fn records(
        &self,
        kind: RecordKind,
        table: &ForeignTable,
        wishes: &record_file::Wishes<'_>,
        labels: Labels<'_>,
    ) -> Result<record_file::Reading, Unread> {
        let clock = self.now().with_timezone(&self.book().settings().zone).naive_local();
        // Files write days and words as the book keeps them, whatever language it speaks.
        let cx = EntryContext { language: Language::En, ..EntryContext::new(self.book(), clock) };
        record_file::read(kind, &cx, table, wishes, labels, &mut Uuid::now_v7)
    }

    /// The stretch of time from which appointments that are repeated are taken.
    pub fn days_ahead(&self) -> Window {
        let now = self.now().with_timezone(&Utc);
        Window { zone: self.book().settings().zone, from: now, until: now + Duration::days(DAYS_AHEAD) }
    }

    /// A calendar as visits, promises and days.
    ///
    /// # Errors
    /// The steps that touched its rows cannot be read.
    pub fn calendar(&self, read: Calendar, client: Option<Id<Client>>, texts: &Texts) -> Result<Brought, Trouble> {
        let steps = self.last_steps()?.into_iter().map(|(uid, (step, _))| (uid, step)).collect();
        let clock = self.now().with_timezone(&self.book().settings().zone).naive_local();
        let times = (self.today(), clock, to_millis(self.now()));
        let mut new_uid = Uuid::now_v7;
        let taken = appointments::take(self.book(), &read.items, client, times, (&steps, texts), &mut new_uid);
        let left_out = (read.left_out > 0).then(|| Sentence::new("calendar-left-out").count("n", read.left_out));
        Ok(Brought {
            batches: taken.batches,
            rejected: read.rejected.into_iter().chain(taken.rejected).collect(),
            notices: read.notices.into_iter().chain(taken.notices).collect(),
            left_out: left_out.into_iter().collect(),
            found: read.found.max(read.left_out),
        })
    }
}
