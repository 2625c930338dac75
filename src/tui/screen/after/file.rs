//! The whole page under the user's editor, as the file that the command line reads too.

use uuid::Uuid;

use super::After;
use super::Texts;
use super::typed::context;
use crate::domain::after_visit::{Mark, NeedLine, Page, PersonLine, RoleMark};
use crate::domain::text::fold;
use crate::domain::{Book, Entity, Person, Sentence};
use crate::export::after_page::{parse, print, taken_off, waiting};
use crate::tui::layer::{Reply, View};

impl After {
    pub(super) fn in_editor(&self, view: &View<'_>) -> Reply {
        let left = &self.texts.file;
        let text = if left.is_empty() { print(view.book(), &self.page) } else { left.clone() };
        Reply::Editor { text, ending: ".toml" }
    }

    /// The page as the editor left it. When something is wrong in it the page stays as it was, and the text waits with
    /// the fault in its first line: the editor opens on it again.
    pub(super) fn edited(&mut self, text: &str, view: &View<'_>) -> Reply {
        let text = waiting::without_fault(text, &self.texts.file);
        // Read with a line before it, so that a fault names the line as it will stand under the remark.
        match self.read_page(&format!("#\n{text}"), view) {
            Ok(read) => {
                self.take_over(read);
                Reply::Handled
            }
            Err(fault) => {
                self.mark();
                self.texts.file = waiting::under_fault(text, &view.words.sentence(&fault));
                Reply::Refuse(fault)
            }
        }
    }

    /// A text that waits to be put right is no part of the page and would be lost by a save.
    pub(super) fn read_file(&mut self, view: &View<'_>) -> Result<(), Sentence> {
        if !self.texts.file.is_empty() {
            let read = self.read_page(&self.texts.file, view)?;
            self.take_over(read);
        }
        Ok(())
    }

    fn read_page(&self, text: &str, view: &View<'_>) -> Result<Page, Sentence> {
        let (book, cx) = (view.book(), context(view).at_time(self.usual(view).start.time()));
        parse(text, &cx, &|entity, name| resolve(book, entity, name)).map_err(|fault| fault.sentence())
    }

    fn take_over(&mut self, read: Page) {
        let mut page = over(&self.page, taken_off(&self.page, read));
        if self.base.next.is_none() {
            page.next = page.next.filter(|next| !next.off);
        }
        let texts = Texts::of(&page);
        if (&page, &texts) != (&self.page, &self.texts) {
            self.mark();
            (self.page, self.texts) = (page, texts);
        }
    }
}

/// A record by its uid, its handle, or a name that fits only one.
fn resolve(book: &Book, entity: Entity, name: &str) -> Result<Uuid, Sentence> {
    let uuid = name.parse().ok().filter(|uuid| book.contains(entity, *uuid));
    let named: Vec<Uuid> = match entity {
        Entity::Person => {
            let fits = |person: &&Person| person.handle == name || fold(&person.display_name()) == fold(name);
            book.person.iter().filter(fits).map(|person| person.head.uid).collect()
        }
        Entity::Need => {
            book.need.iter().filter(|need| fold(&need.title) == fold(name)).map(|need| need.head.uid).collect()
        }
        _ => Vec::new(),
    };
    let only = match named.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    uuid.or(only).ok_or_else(|| Sentence::new("record-gone"))
}

/// What the file says over what stood there: what it leaves out stays.
fn over(page: &Page, read: Page) -> Page {
    let mut people = page.people.clone();
    for line in read.people {
        match people.iter_mut().find(|known| known.person == line.person) {
            Some(known) => *known = over_person(known, line),
            None => people.push(line),
        }
    }
    let mut questions = page.questions.clone();
    for line in read.questions {
        match questions.iter_mut().find(|known| fold(&known.text) == fold(&line.text)) {
            Some(known) => {
                // An empty answer is printed where there is none.
                let said = line.answer.filter(|answer| !answer.is_empty() || known.answer.is_some());
                known.answer = said.or(known.answer.take());
                known.asked = line.asked.or(known.asked);
                known.off = line.off;
            }
            None => questions.push(line),
        }
    }
    Page {
        purpose: read.purpose.or_else(|| page.purpose.clone()),
        outcome: read.outcome.or_else(|| page.outcome.clone()),
        outcome_none: read.outcome_none.or(page.outcome_none),
        agenda: read.agenda.or_else(|| page.agenda.clone()),
        summary_shared: read.summary_shared.or_else(|| page.summary_shared.clone()),
        requested_by: read.requested_by.or(page.requested_by),
        phase: read.phase.or(page.phase),
        offers_product: read.offers_product.or(page.offers_product),
        nothing_to_answer: read.nothing_to_answer.or(page.nothing_to_answer),
        people,
        questions,
        needs: read.needs.into_iter().map(|line| over_need(&page.needs, line)).collect(),
        satisfaction: read.satisfaction.or_else(|| page.satisfaction.clone()),
        next: read.next.or_else(|| page.next.clone()),
        prefilled: true,
        ..read
    }
}

fn over_need(known: &[NeedLine], read: NeedLine) -> NeedLine {
    let Some(known) = known.iter().find(|known| known.need.is_some() && known.need == read.need) else { return read };
    NeedLine {
        title: read.title.or_else(|| known.title.clone()),
        voice: read.voice.or(known.voice),
        state: read.state.or(known.state),
        essential: read.essential.or(known.essential),
        ..read
    }
}

/// A role that the file has as it stood is not said again.
fn over_person(known: &PersonLine, read: PersonLine) -> PersonLine {
    let mark = |mark: &RoleMark| {
        let stood = known.roles.iter().find(|stood| stood.kind == mark.kind);
        match (stood.map(|stood| stood.to), mark.to) {
            (Some(Mark::Known(was)), Mark::AtLeast(now)) if was == now => RoleMark { to: Mark::Known(was), ..*mark },
            (Some(Mark::Known(was)), Mark::Again) => RoleMark { to: Mark::Exactly(was), ..*mark },
            _ => *mark,
        }
    };
    let mut roles: Vec<RoleMark> = read.roles.iter().map(mark).collect();
    let left = known.roles.iter().filter(|stood| !read.roles.iter().any(|mark| mark.kind == stood.kind));
    roles.extend(left);
    PersonLine {
        person: known.person,
        came: read.came.or(known.came),
        roles,
        stance: read.stance.or(known.stance),
        influence: read.influence.or(known.influence),
        all_interests: false,
        interests: if read.interests.is_empty() { known.interests.clone() } else { read.interests },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::after_visit::prefill;
    use crate::domain::date::parse_local;
    use crate::domain::entry::EntryContext;
    use crate::domain::figures::testing::DEMO;

    /// Looking at a page in the editor changes nothing of it.
    #[test]
    fn a_page_that_was_only_looked_at_is_as_it_was() {
        let cx = EntryContext::new(&DEMO, parse_local("2026-11-23T08:00").unwrap());
        for visit in &DEMO.visit {
            let page = prefill(&DEMO, crate::domain::Row::uid(visit));
            let text = print(&DEMO, &page);
            let read = parse(&text, &cx, &|entity, name| resolve(&DEMO, entity, name)).unwrap();
            assert_eq!(over(&page, taken_off(&page, read)), page, "{text}");
        }
    }
}
