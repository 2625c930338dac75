//! The bank of standard answers for the texts of the page.

use super::slots::Slot;
use super::{After, Waiting};
use crate::domain::standard_answers::Sought;
use crate::domain::{Answer, Id};
use crate::tui::layer::{Input, Reply, View};
use crate::tui::screen::answer_box;

impl After {
    /// Opens the bank for the text under the cursor; a question names its own matter.
    pub(super) fn answers(&mut self, view: &View<'_>) -> Reply {
        let Some(slot) = self.writing.as_ref().map(super::Writing::slot) else { return Reply::Ignored };
        let context = match slot {
            Slot::Answer(at) => self.page.questions.get(at).map(|line| line.text.clone()),
            _ => None,
        };
        if slot.name(&self.page).is_none() {
            return Reply::Ignored;
        }
        self.waiting = Waiting::Answer;
        answer_box::open(Sought::of(view.book(), Some(self.client)).about(&[], &context.unwrap_or_default()))
    }

    /// The body comes in where the cursor is.
    pub(super) fn insert(&mut self, answer: Id<Answer>, view: &View<'_>) -> Reply {
        let body = view.book().answer.get(answer).map(|answer| answer.body.clone());
        let name = self.writing.as_ref().and_then(|writing| writing.slot().name(&self.page));
        if let (Some(body), Some(name)) = (body, name) {
            self.mark_text();
            self.inserted.put(name, answer);
            return self.type_in(&Input::Paste(body), view);
        }
        Reply::Handled
    }

    /// The answers whose text is saved; where it was emptied, nothing was used.
    pub(super) fn answers_used(&self) -> Vec<Id<Answer>> {
        let text = |name: &str| Slot::named(name, &self.page).map(|slot| slot.text(&self.page, &self.texts));
        self.inserted.kept(|name| text(name).is_some_and(|text| !text.trim().is_empty()))
    }
}
