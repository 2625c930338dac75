//! What was saved elsewhere while the page was open: noticed before a save, and taken over where nothing was typed.

use serde_json::Value as Json;

use super::rows::{Item, SECTIONS, rows};
use super::send::{base_need, base_promise, base_question};
use super::{After, Of, Texts, keep};
use crate::desk::StepFilter;
use crate::domain::after_visit::{Page, prefill, prefill_log};
use crate::domain::words::{CommitmentState, Weight};
use crate::domain::{Arg, Entity, Sentence};
use crate::tui::cells;
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
        let first = self.over().clashed.unwrap_or_else(|| self.before.clone());
        self.clash = Some(Box::new((keep::page(&first, &now), now.clone())));
        self.follow(now);
        self.go_to_clash();
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

    /// The cursor to the first row that both have changed.
    fn go_to_clash(&mut self) {
        let clashes = |(section, row): &(usize, usize)| {
            rows(*section, &self.page).get(*row).is_some_and(|item| self.is_clashing(*item))
        };
        let all = (0..SECTIONS).flat_map(|section| (0..rows(section, &self.page).len()).map(move |row| (section, row)));
        if let Some((section, row)) = all.collect::<Vec<_>>().into_iter().find(clashes) {
            self.section = section;
            self.at[section] = row;
            self.focus();
        }
    }

    fn is_clashing(&self, item: Item) -> bool {
        let Some((before, theirs)) = self.clash.as_deref() else { return false };
        let (before, theirs, mine) =
            (self.row_of(item, before), self.row_of(item, theirs), self.row_of(item, &self.page));
        before != theirs && theirs != mine
    }

    /// What a row says on one of the pages; people show beside each change what the book has.
    fn row_of(&self, item: Item, page: &Page) -> Json {
        match item {
            Item::Text(slot) => slot.text(page, &Texts::of(page)).into(),
            Item::Tick(tick) => tick.is_set(page).into(),
            Item::Pick(pick) => pick.term(page).into(),
            Item::Person(_) => Json::Null,
            Item::Question(at) => {
                let line = self.page.questions.get(at).and_then(|mine| base_question(page, mine));
                line.map_or(Json::Null, |line| serde_json::json!([line.asked, line.answer]))
            }
            Item::Need(at) => {
                let line = self.page.needs.get(at).and_then(|mine| base_need(page, mine));
                line.map_or(Json::Null, |line| serde_json::json!([line.weight.map(Weight::word), line.quote]))
            }
            Item::Promise(at) => {
                let line = self.page.promises.get(at).and_then(|mine| base_promise(page, mine));
                line.map_or(Json::Null, |line| serde_json::json!([line.done, line.text]))
            }
        }
    }

    /// What the book has now in a row that both have changed, in lines: there is something to look at.
    pub(super) fn theirs(&self, item: Item, width: usize, view: &View<'_>) -> Vec<String> {
        let Some((_, theirs)) = self.clash.as_deref().filter(|_| self.is_clashing(item)) else { return Vec::new() };
        let said = self.said_in(item, theirs, view).filter(|said| !said.is_empty());
        let said = said.unwrap_or_else(|| view.words.term("word.none")).replace('\n', " ");
        let said = view.say_with("after-in-book", &[("text", Arg::text(view.private(said)))]);
        cells::wrap(&said, width.saturating_sub(6)).into_iter().map(|line| format!("     {line}")).collect()
    }

    fn said_in(&self, item: Item, page: &Page, view: &View<'_>) -> Option<String> {
        let yes_no = |yes: bool| view.words.term(if yes { "word.yes" } else { "word.no" });
        let all = |parts: [Option<String>; 2]| view.words.remarks(&parts.into_iter().flatten().collect::<Vec<_>>());
        Some(match item {
            Item::Text(slot) => slot.text(page, &Texts::of(page)),
            Item::Tick(tick) => yes_no(tick.is_set(page)),
            Item::Pick(pick) => view.words.term(&pick.term(page)?),
            Item::Question(at) => {
                let line = base_question(page, self.page.questions.get(at)?)?;
                all([line.asked.map(yes_no), line.answer.clone()])
            }
            Item::Need(at) => {
                let line = base_need(page, self.page.needs.get(at)?)?;
                all([line.weight.map(|weight| view.words.short(&weight.term())), line.quote.clone()])
            }
            Item::Promise(at) => {
                let line = base_promise(page, self.page.promises.get(at)?)?;
                let done = line.done.filter(|done| *done).map(|_| CommitmentState::Done.term());
                all([done.map(|done| view.words.term(&done)), line.text.clone()])
            }
            Item::Person(_) => return None,
        })
    }

    /// A draft over the page as it opens now: what was typed stays, all else is as the book has it. Before it is saved,
    /// what has changed since is told.
    pub(super) fn follow_draft(&mut self, draft: &str) {
        let Some((before, clashed)) = keep::before(draft) else { return };
        self.page = keep::page(&merged(&before, &self.before, keep::parts(&self.page)), &self.base);
        let first = clashed.as_ref().unwrap_or(&before);
        if *first != self.before {
            self.clash = Some(Box::new((keep::page(first, &self.base), self.base.clone())));
        }
        self.before = before;
    }

    /// What a draft of the page says it was typed over.
    pub(super) fn over(&self) -> keep::Over<'_> {
        let clashed = self.clash.as_deref().map(|(before, _)| keep::parts(before));
        keep::Over { before: &self.before, clashed }
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
