//! `import` of a calendar: appointments, tasks and yearly days.

use std::io::BufRead;

use chrono::{Duration, Utc};
use uuid::Uuid;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::import_contacts::{Brought, Wishes, save, unreadable};
use crate::desk::Desk;
use crate::domain::Sentence;
use crate::domain::appointments::{self, Texts};
use crate::domain::date::to_millis;
use crate::export::icalendar::{self, Window};

/// How far ahead repeated appointments are taken.
const DAYS_AHEAD: i64 = 366;

/// # Errors
/// The file cannot be read, or nothing of it could be saved.
pub fn calendar(session: &mut Session, from: impl BufRead, wishes: &Wishes<'_>, mut desk: Desk) -> Result<(), Failure> {
    let brought = brought(session, &desk, from, wishes)?;
    save(session, &mut desk, brought, wishes)
}

/// # Errors
/// As [`calendar`].
pub fn brought(session: &Session, desk: &Desk, from: impl BufRead, wishes: &Wishes<'_>) -> Result<Brought, Failure> {
    let now = desk.now().with_timezone(&Utc);
    let window = Window { zone: desk.book().settings().zone, from: now, until: now + Duration::days(DAYS_AHEAD) };
    let read = icalendar::read(from, wishes.encoding, &window).map_err(|why| unreadable(why, wishes.name))?;
    let steps = desk.last_steps()?.into_iter().map(|(uid, (step, _))| (uid, step)).collect();
    let texts = Texts { cancelled: session.words.say("calendar-cancelled") };
    let mut new_uid = Uuid::now_v7;
    let times = (desk.today(), find::now(desk), to_millis(desk.now()));
    let taken = appointments::take(desk.book(), &read.items, wishes.client, times, (&steps, &texts), &mut new_uid);
    let left_out = (read.left_out > 0).then(|| Sentence::new("calendar-left-out").count("n", read.left_out));
    Ok(Brought {
        batches: taken.batches,
        rejected: read.rejected.into_iter().chain(taken.rejected).collect(),
        notices: read.notices.into_iter().chain(taken.notices).collect(),
        left_out: left_out.into_iter().collect(),
        found: read.found.max(read.left_out),
    })
}
