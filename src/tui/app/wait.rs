//! The only reasons to wake without a key: a draft's second, a reminder, the turn of the minute, the lock, and work on
//! another thread while there is any.

use std::time::Duration;

use chrono::Timelike;
use secrecy::ExposeSecret;

use super::App;
use crate::tui::layer::Input;
use crate::tui::terminal::Outside;
use crate::tui::widget::locked::Locked;

const MINUTE: u64 = 60;
/// How often a gauge moves.
const MOMENT: Duration = Duration::from_millis(100);

impl App {
    /// How long to sleep when nothing happens; None: for ever.
    pub fn patience(&mut self) -> Option<Duration> {
        let work = self.works().then_some(MOMENT);
        let waits = [self.to_draft(), work, self.to_reminder(), self.to_next_minute(), self.to_lock()];
        let least = waits.into_iter().flatten().min();
        self.waited_for = least.unwrap_or_default();
        self.waited_since = self.house.desk.now();
        least
    }

    fn works(&self) -> bool {
        self.stack.last().is_some_and(|layer| layer.works())
    }

    fn to_next_minute(&self) -> Option<Duration> {
        let shown = self.stack.iter().skip(self.lowest_seen()).any(|layer| layer.ticks());
        let seconds = u64::from(self.house.view().now().second());
        (shown && !self.house.desk.clock().is_standing()).then(|| Duration::from_secs(MINUTE - seconds.min(MINUTE - 1)))
    }

    fn to_lock(&self) -> Option<Duration> {
        let minutes = u64::try_from(self.house.desk.book().settings().lock_minutes).unwrap_or(0);
        let after = Duration::from_secs(minutes * MINUTE);
        (minutes > 0 && !self.is_locked()).then(|| after.saturating_sub(self.idle).max(Duration::from_millis(1)))
    }

    /// Nothing happened for as long as was waited.
    pub(super) fn waited(&mut self, outside: &mut dyn Outside) {
        // A machine that slept was idle for longer than was waited.
        let passed = (self.house.desk.now() - self.waited_since).to_std().unwrap_or_default();
        self.idle += passed.max(self.waited_for);
        if self.draft_due {
            self.keep_draft();
        }
        if self.to_lock().is_some_and(|left| left <= Duration::from_millis(1)) {
            self.lock(outside);
        }
        if self.works() {
            self.give(Input::Moment, outside);
            self.stale = true;
        }
        if self.to_next_minute().is_some() && self.minute_turned() {
            self.give(Input::Minute, outside);
            self.stale = true;
        }
        self.remind(outside);
    }

    fn minute_turned(&mut self) -> bool {
        let now = self.house.view().now().with_second(0);
        let turned = now != self.last_minute;
        self.last_minute = now;
        turned
    }

    fn is_locked(&self) -> bool {
        self.stack.last().is_some_and(|layer| layer.place() == Locked::HERE)
    }

    pub(super) fn lock(&mut self, outside: &mut dyn Outside) {
        if self.is_locked() {
            return;
        }
        self.keep_draft();
        self.forget_pressed();
        // What was said may name a client.
        self.status.clear();
        self.reminder_seen(outside);
        let locked = Locked::new(self.passphrase.is_some());
        self.open(Box::new(locked), outside);
        self.clear = true;
    }

    pub(super) fn unlock(&mut self, passphrase: &str) {
        let right = self.passphrase.as_ref().is_none_or(|known| known.expose_secret() == passphrase);
        if right {
            self.stack.pop();
            self.clear = true;
        } else {
            self.say("lock-wrong-passphrase");
        }
    }
}
