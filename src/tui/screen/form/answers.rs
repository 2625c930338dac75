//! The bank of standard answers for the long texts of a form.

use super::Form;
use super::slot::Editor;
use crate::domain::standard_answers::Sought;
use crate::domain::{Answer, Arg, Entity, Id};
use crate::tui::layer::{Reply, View};
use crate::tui::screen::answer_box;

impl Form {
    pub(super) fn answers(&self, view: &View<'_>) -> Reply {
        answer_box::open(self.sought(view))
    }

    /// For what the bank is searched: the topic said in the form, and what its titles name.
    fn sought(&self, view: &View<'_>) -> Sought {
        let record = self.uuid.and_then(|uuid| view.book().record(self.entity, uuid));
        let value = |field: &str| match self.page.named(field) {
            Some(slot) => Some(slot.state()),
            None => record.as_ref().and_then(|record| record.field_json(field)),
        };
        let text = |field: &str| value(field).and_then(|value| value.as_str().map(str::to_owned));
        let topic = text("topic").filter(|_| self.entity == Entity::Problem);
        let term = topic.as_ref().map(|topic| view.words.term(&format!("problem.topic.{topic}")));
        let topics: Vec<String> = topic.into_iter().chain(term).collect();
        let named = ["title", "detail"].iter().filter_map(|field| text(field)).collect::<Vec<_>>().join(" ");
        Sought::of(view.book(), self.near()).about(&topics, &named)
    }

    /// Beneath the resolution of a problem: how many answers about its matter stand ready; beneath a name, the others.
    pub(super) fn ready(&self, view: &View<'_>) -> Option<String> {
        if let Some(Editor::Named(names, _)) = self.active().slot().map(|slot| &slot.editor) {
            return Some(names.join(&format!(" {} ", view.marks.dot)));
        }
        let is_resolution = self.active().slot().is_some_and(|slot| slot.field.name == "resolution");
        if !is_resolution || self.entity != Entity::Problem {
            return None;
        }
        let n = answer_box::ready(&self.sought(view), view);
        (n > 0).then(|| view.say_with("answers-ready", &[("n", Arg::count(n))]))
    }

    /// The body comes in where the cursor is.
    pub(super) fn insert(&mut self, answer: Id<Answer>, view: &View<'_>) -> Reply {
        let Some(row) = view.book().answer.get(answer) else { return Reply::Handled };
        let Some(slot) = self.active_mut().slot_mut() else { return Reply::Handled };
        if let Editor::Long(text) = &mut slot.editor {
            text.typing.paste(&row.body, false);
            let name = slot.field.name;
            self.inserted.put(name, answer);
        }
        Reply::Handled
    }

    /// The answers whose text is saved; where it was thrown away, nothing was used.
    pub(super) fn answers_used(&self) -> Vec<Id<Answer>> {
        let stands = |name: &str| self.page.named(name).is_some_and(|slot| slot.is_touched() && !slot.is_empty());
        self.inserted.kept(stands)
    }
}
