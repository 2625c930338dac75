//! What was saved elsewhere while the page was open: noticed before a save, and taken over where nothing was typed.

use serde_json::Value as Json;

use super::{After, Of, Texts, keep};
use crate::desk::StepFilter;
use crate::domain::after_visit::{Page, prefill, prefill_log};
use crate::domain::{Arg, Entity, Sentence};
use crate::tui::layer::View;
use crate::tui::screen::form::name;

/// The lists of a page, and what names a line in each.
const LISTS: [(&str, &str); 6] = [
    ("people", "person"),
    ("questions", "text"),
    ("needs", "need"),
    ("promises", "promise"),
    ("problems", "problem"),
    ("notes", "note"),
];

impl After {
    /// Why saving must wait: the book holds something else than the page was filled with. Looking is enough, the next
    /// save goes through. A visit that is gone the rules refuse.
    pub(super) fn changed_elsewhere(&mut self, view: &View<'_>) -> Option<Sentence> {
        let now = self.as_it_opens(view)?;
        if keep::parts(&now) == self.before {
            return None;
        }
        self.follow(now);
        let (entity, uuid) = match self.of {
            Of::Visit(visit) => (Entity::Visit, visit.uuid),
            Of::Call(_) => (Entity::Client, self.client.uuid),
        };
        let filter = StepFilter { about: Some(self.client.uuid), newest: Some(1), ..StepFilter::default() };
        let step = view.desk.steps(filter).ok().and_then(|mut steps| steps.pop());
        let at = step.map_or(view.now(), |step| step.at.with_timezone(&view.book().settings().zone).naive_local());
        let sentence = Sentence::new("row-changed-elsewhere").text("record", name::of(entity, uuid, view));
        Some(sentence.with("time", Arg::Time(at)))
    }

    /// The page if it were opened now.
    fn as_it_opens(&self, view: &View<'_>) -> Option<Page> {
        let book = view.book();
        match self.of {
            Of::Visit(visit) => book.visit.get(visit).map(|_| prefill(book, visit)),
            Of::Call(start) => book.client.get(self.client).map(|_| prefill_log(book, self.client, start.date())),
        }
    }

    /// The page, and those that `u` comes back to, over `now`.
    fn follow(&mut self, now: Page) {
        let (before, after) = (std::mem::take(&mut self.before), keep::parts(&now));
        let over = |page: &mut Page| *page = keep::page(&merged(&before, &after, keep::parts(page)), &now);
        over(&mut self.page);
        self.past.iter_mut().chain(&mut self.future).for_each(|(page, ..)| over(page));
        let (was, is) = (std::mem::replace(&mut self.opened_texts, Texts::of(&now)), Texts::of(&now));
        for (text, was, is) in [
            (&mut self.texts.when, was.when, is.when),
            (&mut self.texts.minutes, was.minutes, is.minutes),
            (&mut self.texts.score, was.score, is.score),
        ] {
            if *text == was {
                *text = is;
            }
        }
        (self.base, self.before) = (now, after);
        self.focus();
    }

    /// A draft over the page as it opens now: what was typed stays, all else is as the book has it. Before it is saved,
    /// what has changed since is told.
    pub(super) fn follow_draft(&mut self, draft: &str) {
        let Some(before) = keep::before(draft) else { return };
        self.page = keep::page(&merged(&before, &self.before, keep::parts(&self.page)), &self.base);
        self.before = before;
    }
}

/// What was typed stays; what is as it was before is as it is now.
fn merged(before: &Json, now: &Json, mut mine: Json) -> Json {
    for (name, value) in mine.as_object_mut().into_iter().flatten() {
        let (before, now) = (&before[name], &now[name]);
        match LISTS.iter().find(|(list, _)| list == name) {
            Some((_, key)) => {
                for line in value.as_array_mut().into_iter().flatten() {
                    if let (Some(before), Some(now)) = (line_of(before, key, line), line_of(now, key, line)) {
                        merge(before, now, line);
                    }
                }
            }
            None => merge(before, now, value),
        }
    }
    mine
}

fn line_of<'l>(list: &'l Json, key: &str, line: &Json) -> Option<&'l Json> {
    let is_named = !line[key].is_null();
    list.as_array()?.iter().find(|other| is_named && other[key] == line[key])
}

/// A value, or each field of a line.
fn merge(before: &Json, now: &Json, mine: &mut Json) {
    if before == mine {
        mine.clone_from(now);
    } else if let (Some(before), Some(now), Some(mine)) = (before.as_object(), now.as_object(), mine.as_object_mut()) {
        for (name, value) in mine {
            if let (true, Some(now)) = (before.get(name) == Some(value), now.get(name)) {
                value.clone_from(now);
            }
        }
    }
}
