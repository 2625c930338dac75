//! A planned visit with a reminder rings once when its minute comes, whatever screen is open.

use std::time::Duration;

use chrono::TimeDelta;

use super::App;
use crate::domain::date::Instant;
use crate::domain::figures::which_visit;
use crate::domain::{Arg, Sentence};
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;

/// The next reminder of the book as it stood after a step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reminder {
    step: i64,
    /// Reminders up to then have rung.
    after: Instant,
    next: Option<Instant>,
}

impl App {
    /// How long until a visit rings. A clock that stands never gets there.
    pub(super) fn to_reminder(&mut self) -> Option<Duration> {
        if self.house.desk.clock().is_standing() {
            return None;
        }
        let now = self.house.desk.now();
        let next = self.reminder(now).next?;
        Some((next - now).to_std().unwrap_or_default())
    }

    /// Looked up anew when the book is another one; what is due already rings first.
    fn reminder(&mut self, now: Instant) -> Reminder {
        let step = self.house.desk.last_step();
        let known = self.reminder.filter(|known| known.step == step || known.next.is_some_and(|next| next <= now));
        known.unwrap_or_else(|| self.look_for_reminder(now))
    }

    fn look_for_reminder(&mut self, after: Instant) -> Reminder {
        let desk = &self.house.desk;
        let found = Reminder { step: desk.last_step(), after, next: which_visit::next_ring(desk.book(), after) };
        self.reminder = Some(found);
        found
    }

    /// Rings if a reminder has come since the last one.
    pub(super) fn remind(&mut self, outside: &mut dyn Outside) {
        let now = self.house.desk.now();
        let Some(due) = self.reminder.filter(|known| known.next.is_some_and(|next| next <= now)) else { return };
        let starts = which_visit::ringing(self.house.desk.book(), due.after, now).map(crate::domain::Visit::starts);
        self.look_for_reminder(now);
        let Some(starts) = starts else { return };
        let minutes = (starts - now + TimeDelta::seconds(59)).num_minutes();
        let sentence = Sentence::new("visit-in-minutes").with("n", Arg::Count(minutes));
        outside.bell();
        outside.title(&self.house.words.sentence(&sentence));
        self.rang = true;
        self.tell(&sentence, Mood::Told);
    }

    /// A key was pressed: the reminder has been seen.
    pub(super) fn reminder_seen(&mut self, outside: &mut dyn Outside) {
        if std::mem::take(&mut self.rang) {
            outside.title(env!("CARGO_PKG_NAME"));
        }
    }
}
