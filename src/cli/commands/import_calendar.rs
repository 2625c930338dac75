//! `import` of a calendar: appointments, tasks and yearly days.

use std::io::BufRead;

use super::super::exit::Failure;
use super::super::session::Session;
use super::import_contacts::{Wishes, save, unreadable};
use crate::desk::{Brought, Desk};
use crate::domain::appointments::Texts;
use crate::export::icalendar;

/// # Errors
/// The file cannot be read, or nothing of it could be saved.
pub fn calendar(session: &mut Session, from: impl BufRead, wishes: &Wishes<'_>, mut desk: Desk) -> Result<(), Failure> {
    let brought = brought(session, &desk, from, wishes)?;
    save(session, &mut desk, brought, wishes)
}

/// # Errors
/// As [`calendar`].
pub fn brought(session: &Session, desk: &Desk, from: impl BufRead, wishes: &Wishes<'_>) -> Result<Brought, Failure> {
    let read = icalendar::read(from, wishes.encoding, &desk.days_ahead());
    let read = read.map_err(|why| unreadable(why, wishes.name))?;
    let texts = Texts { cancelled: session.words.say("calendar-cancelled") };
    Ok(desk.calendar(read, wishes.client, &texts)?)
}
