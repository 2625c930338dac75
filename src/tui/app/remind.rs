//! A planned visit with a reminder rings once when its minute comes.

use chrono::TimeDelta;

use super::App;
use crate::domain::words::VisitStatus;
use crate::domain::{Sentence, Visit};
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;

impl App {
    /// Rings for the visits whose reminder is due in this very minute.
    pub(super) fn remind(&mut self, outside: &mut dyn Outside) {
        let Some(now) = self.last_minute else { return };
        let due = self.house.desk.book().visit.iter().find_map(|visit| minutes_if_due(visit, now));
        let Some(minutes) = due else { return };
        let sentence = Sentence::new("visit-in-minutes").with("n", crate::domain::Arg::Count(minutes));
        outside.bell();
        outside.title(&self.house.words.sentence(&sentence));
        self.tell(&sentence, Mood::Told);
    }
}

/// Minutes until the visit, if its reminder falls on `now` (wall times of the visit's own zone are compared as they
/// stand in the book's, which is where the manager sits).
fn minutes_if_due(visit: &Visit, now: chrono::NaiveDateTime) -> Option<i64> {
    let minutes = visit.reminder_minutes.filter(|_| visit.status == VisitStatus::Planned)?;
    (visit.start - TimeDelta::minutes(minutes) == now).then_some(minutes)
}
