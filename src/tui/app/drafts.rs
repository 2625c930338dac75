//! Nothing typed is lost: what a layer has not saved is kept in the book as it is typed, and on every way out.

use std::time::Duration;

use super::App;
use crate::desk::Trouble;
use crate::domain::{Arg, Sentence};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Layer, Reply, Unsaved};
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;
use crate::tui::widget::question::Question;

/// A key is kept as soon as it is obeyed, but so long after the last write at the earliest: a write waits for the disk,
/// so of keys that come fast not each has its own.
pub(super) const DRAFT: Duration = Duration::from_millis(100);

impl App {
    /// Whether there is something to keep or to drop soon.
    pub(super) fn look_at_draft(&mut self) {
        self.draft_due = !self.kept.is_empty() || self.stack.iter().any(|layer| layer.draft().is_some());
    }

    /// Before the next key is obeyed or waited for: whoever types without a pause loses no more than [`DRAFT`] of it, and
    /// what is in a field that was left is kept.
    pub fn settle(&mut self, outside: &dyn Outside) {
        self.time = outside.running_for();
        let left = std::mem::take(&mut self.draft_now);
        if self.draft_due && (left || self.to_draft() == Some(Duration::ZERO)) {
            self.keep_draft();
        }
    }

    /// How long what is not kept can wait.
    pub(super) fn to_draft(&self) -> Option<Duration> {
        let next = self.draft_kept.map_or(Duration::ZERO, |kept| kept + DRAFT);
        self.draft_due.then(|| next.saturating_sub(self.time))
    }

    /// At the start: what was typed and not saved, whatever ended the program, waits.
    pub(super) fn tell_drafts(&mut self) {
        let n = self.house.desk.drafts().map_or(0, |drafts| drafts.len());
        let here = Here::screen(Place::TODAY);
        if n > 0 {
            let key = self
                .house
                .commands
                .key_of(here, Command::GoDrafts)
                .unwrap_or_else(|| Command::GoDrafts.name().to_owned());
            let text = self.house.words.say_with("drafts-wait", &[("n", Arg::count(n)), ("key", Arg::text(key))]);
            self.status.add(&text);
        }
    }

    /// What the layers would lose; of two with the same key the higher one's.
    fn unsaved(&self) -> Vec<Unsaved> {
        let mut all: Vec<Unsaved> = Vec::new();
        for draft in self.stack.iter().rev().filter_map(|layer| layer.draft()) {
            if !all.iter().any(|other| other.key == draft.key) {
                all.push(draft);
            }
        }
        all
    }

    /// Keeps what is not kept yet; what was kept and is unsaved no more goes.
    pub(super) fn keep_draft(&mut self) {
        (self.draft_due, self.draft_kept) = (false, Some(self.time));
        let unsaved = self.unsaved();
        self.drop_settled(&unsaved);
        for draft in unsaved {
            if self.kept.contains(&draft) {
                continue;
            }
            match self.soon(|desk| desk.keep_own_draft(&draft.key, &draft.text)) {
                Ok(()) => {
                    self.kept.retain(|kept| kept.key != draft.key);
                    self.kept.push(draft);
                }
                Err(trouble) => self.not_kept(&trouble),
            }
        }
    }

    /// Told; and tried again soon where another program is only in the way.
    fn not_kept(&mut self, trouble: &Trouble) {
        self.draft_due |= trouble.is_busy();
        self.tell(&trouble.sentence(), Mood::Failed);
    }

    /// Whether the layer on top, or all of them, may leave: what was typed there is kept. What cannot be kept stays in
    /// sight; who wants to leave all the same is asked whether it is to be thrown away.
    pub(super) fn may_leave(&mut self, all: bool) -> bool {
        self.keep_draft();
        let top = self.top().and_then(Layer::draft);
        let mut unkept = self.unsaved();
        unkept.retain(|draft| !self.kept.contains(draft) && (all || top.as_ref() == Some(draft)));
        if unkept.is_empty() {
            return true;
        }
        if unkept == self.unkept && top.is_some_and(|top| unkept.contains(&top)) {
            let question = Question::new(Sentence::new("draft-unkept-ask"), Reply::Discard);
            self.stack.push(Box::new(question));
        } else {
            self.status.add(&self.house.words.say("draft-unkept"));
        }
        self.unkept = unkept;
        self.stale = true;
        false
    }

    /// Typing that was undone or saved leaves no draft that would be restored over the book.
    fn drop_settled(&mut self, unsaved: &[Unsaved]) {
        let is_unsaved = |kept: &Unsaved| unsaved.iter().any(|draft| draft.key == kept.key);
        let (kept, settled): (Vec<_>, Vec<_>) = std::mem::take(&mut self.kept).into_iter().partition(is_unsaved);
        self.kept = kept;
        for draft in settled {
            self.drop_draft(draft);
        }
    }

    fn drop_draft(&mut self, draft: Unsaved) {
        if let Err(trouble) = self.soon(|desk| desk.drop_own_draft(&draft.key)) {
            if trouble.is_busy() {
                self.kept.push(draft);
            }
            self.not_kept(&trouble);
        }
    }

    /// Layers have left the stack after their drafts were kept: those stay in the book.
    pub(super) fn leave_drafts(&mut self) {
        let unsaved = self.unsaved();
        self.kept.retain(|kept| unsaved.iter().any(|draft| draft.key == kept.key));
    }

    /// Layers have come with drafts that the book already has.
    pub(super) fn know_drafts(&mut self) {
        for draft in self.unsaved() {
            if self.kept.iter().any(|kept| kept.key == draft.key) {
                continue;
            }
            if let Ok(Some(row)) = self.house.desk.draft(&draft.key) {
                self.kept.push(Unsaved { key: row.key, text: row.text });
            }
        }
    }

    /// The layer on top has been saved or thrown away: its draft goes too.
    pub(super) fn forget_draft(&mut self) {
        if let Some(draft) = self.top().and_then(Layer::draft)
            && let Some(at) = self.kept.iter().position(|kept| kept.key == draft.key)
        {
            let kept = self.kept.swap_remove(at);
            self.drop_draft(kept);
        }
        let unsaved = self.unsaved();
        self.drop_settled(&unsaved);
    }

    /// Throws the draft of the layer on top away and closes it.
    pub(super) fn discard(&mut self) {
        if self.top().is_none_or(|layer| layer.draft().is_none()) {
            return self.say("nothing-to-discard");
        }
        self.forget_draft();
        self.draft_due = false;
        if self.stack.len() > 1 {
            self.stack.pop();
        }
        self.say("draft-discarded");
    }

    /// Signals and a lost terminal: the draft is kept, and the program ends at once.
    pub fn end(&mut self) {
        self.leaving = true;
        self.keep_draft();
    }

    pub(super) fn suspend(&mut self, outside: &mut dyn Outside) {
        self.keep_draft();
        outside.suspend();
        self.clear = true;
    }
}
