//! Nothing typed is lost: what a layer has not saved is kept in the book within a second, and on every way out.

use super::App;
use crate::tui::layer::{Layer, Unsaved};
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;

impl App {
    /// Whether there is something to keep soon.
    pub(super) fn look_at_draft(&mut self) {
        self.draft_due = self.unsaved().is_some();
    }

    /// What the highest layer that has something unsaved would lose.
    fn unsaved(&self) -> Option<Unsaved> {
        self.stack.iter().rev().find_map(|layer| layer.draft())
    }

    /// Keeps it if it is not what was kept last.
    pub(super) fn keep_draft(&mut self) {
        self.draft_due = false;
        let Some(draft) = self.unsaved() else { return };
        if self.kept.as_ref().is_some_and(|kept| kept.key == draft.key && kept.text == draft.text) {
            return;
        }
        match self.house.desk.keep_draft(&draft.key, &draft.text) {
            Ok(()) => self.kept = Some(draft),
            Err(trouble) => self.tell(&trouble.sentence(), Mood::Failed),
        }
    }

    /// The layer on top has been saved or thrown away: its draft goes too.
    pub(super) fn forget_draft(&mut self) {
        self.kept = None;
        let Some(draft) = self.top().and_then(Layer::draft) else { return };
        if let Err(trouble) = self.house.desk.drop_draft(&draft.key) {
            self.tell(&trouble.sentence(), Mood::Failed);
        }
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
        self.keep_draft();
        self.leaving = true;
    }

    pub(super) fn suspend(&mut self, outside: &mut dyn Outside) {
        self.keep_draft();
        outside.suspend();
        self.clear = true;
    }
}
