//! Lines that come to the page and go from it: typed ones, people who came as well, what is taken back.

use super::rows::{NEEDS, PEOPLE, PROMISES, QUESTIONS};
use super::send::{base_need, base_person, base_promise, base_question};
use super::slots::Slot;
use super::typed::context;
use super::{After, Waiting};
use crate::desk::{Made, Trouble};
use crate::domain::after_visit::{Came, InterestLine, NeedLine, PersonLine, PromiseLine, QuestionLine};
use crate::domain::entry::{need_line, promise_line};
use crate::domain::words::{Side, Who};
use crate::domain::{Entity, Id, Person, Row, Sentence};
use crate::tui::layer::{Reply, Returned, View};
use crate::tui::widget::picker::{Candidate, Picker};

impl After {
    /// The typed line as a question, a need or a promise of the page; an empty one is none.
    ///
    /// # Errors
    /// What of it cannot be read; the text stays.
    pub(super) fn add_line(&mut self, slot: Slot, view: &View<'_>) -> Result<(), Sentence> {
        let typed = self.texts.new.trim().to_owned();
        if typed.is_empty() {
            self.clear_line();
            return Ok(());
        }
        match slot {
            Slot::NewQuestion => {
                self.mark();
                self.page.questions.push(QuestionLine { text: typed, asked: Some(true), ..QuestionLine::default() });
                self.at[QUESTIONS] = self.page.questions.len() - 1;
            }
            Slot::NewNeed => {
                let found = need_line(&typed)?;
                self.mark();
                self.page.needs.push(NeedLine::new(found.title, found.quote));
                self.at[NEEDS] = self.page.needs.len() - 1;
            }
            Slot::NewPromise(who) => {
                let found = promise_line(&typed, &context(view))?;
                self.mark();
                self.page.promises.push(PromiseLine {
                    who: Some(who),
                    text: Some(found.text),
                    due: found.due,
                    passed_to: found.department,
                    ..PromiseLine::default()
                });
                self.at[PROMISES] = self.page.promises.len() - 1;
            }
            Slot::NewInterest(person) => {
                self.mark();
                let at = self.line_of_person(person, view).ok_or_else(|| Sentence::new("after-person-gone"))?;
                let interest = InterestLine { text: typed, kind: None, importance: None, off: false };
                self.page.people[at].interests.push(interest);
            }
            _ => {}
        }
        self.clear_line();
        Ok(())
    }

    /// The row of somebody who is in the book; one that went from the page comes back to it.
    pub(super) fn line_of_person(&mut self, person: Id<Person>, view: &View<'_>) -> Option<usize> {
        let there = self.page.people.iter().position(|line| line.person == person);
        let known = view.book().person.get(person).filter(|row| row.merged_into.is_none());
        there.or_else(|| {
            self.page.people.push(PersonLine::of(known?.uid()));
            Some(self.page.people.len() - 1)
        })
    }

    fn clear_line(&mut self) {
        self.texts.new.clear();
        self.texts.becomes = None;
    }

    /// A promise that is not saved yet goes back under the cursor as it was typed.
    pub(super) fn retype_promise(&mut self, at: usize) {
        if self.page.promises.get(at).is_none_or(|line| line.promise.is_some()) {
            return;
        }
        self.mark();
        let line = self.page.promises.remove(at);
        let due = line.due.map(|due| format!(" due:{due}")).unwrap_or_default();
        let to = line.passed_to.map(|to| format!(" to:{}", quoted(&to))).unwrap_or_default();
        self.texts.new = format!("{}{due}{to}", line.text.unwrap_or_default());
        let slot = Slot::NewPromise(line.who.unwrap_or(Who::We));
        self.texts.becomes = Some(slot);
        self.write(slot);
    }

    pub(super) fn add(&mut self, view: &View<'_>) -> Reply {
        match self.section {
            PEOPLE => {
                self.waiting = Waiting::Person;
                return Reply::Open(Box::new(self.pick_person(view)));
            }
            QUESTIONS => self.write(Slot::NewQuestion),
            NEEDS => self.write(Slot::NewNeed),
            PROMISES => self.write(Slot::NewPromise(Who::We)),
            _ => return Reply::Handled,
        }
        Reply::Handled
    }

    /// People who have no line yet and are not of the bank.
    fn pick_person(&self, view: &View<'_>) -> Picker {
        let book = view.book();
        let there = |person: &&Person| {
            person.side != Side::Bank
                && person.merged_into.is_none()
                && !self.page.people.iter().any(|line| line.person == person.uid())
        };
        let candidate = |person: &Person| {
            let place = book.affiliation.of(person.uid()).find(|place| place.person == person.uid());
            let client = place.and_then(|place| book.client.get(place.client));
            Candidate {
                uuid: person.uid().uuid,
                name: view.words.person_name(person, book.settings().name_display),
                beside: client.map(|client| client.name.clone()).unwrap_or_default(),
                also: format!("{} {}", person.handle, person.name_latin.clone().unwrap_or_default()),
            }
        };
        let candidates = book.person.iter().filter(there).map(candidate).collect();
        Picker::new(view.say("after-who-else"), candidates, true)
    }

    pub(super) fn returned(&mut self, returned: Returned, view: &View<'_>) -> Reply {
        match (std::mem::take(&mut self.waiting), returned) {
            (Waiting::Answer, Returned::Record(uuid)) => return self.insert(Id::new(uuid), view),
            (Waiting::Reason(at), Returned::Text(reason)) => return self.because(at, reason, view),
            (Waiting::Person, Returned::Record(uuid)) => self.add_person(Id::new(uuid)),
            (Waiting::Person, Returned::New(text)) => {
                if let Some(edit) = crate::tui::screen::map::add_person(self.client, &text, view) {
                    self.waiting = Waiting::Person;
                    return Reply::Make(edit);
                }
            }
            _ => {}
        }
        Reply::Handled
    }

    fn add_person(&mut self, person: Id<Person>) {
        self.mark();
        self.page.people.push(PersonLine { came: Some(Came::Yes), ..PersonLine::of(person) });
        self.at[PEOPLE] = self.page.people.len() - 1;
    }

    /// Somebody new is in the book: the page has a line for them.
    pub(super) fn person_made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if let Ok(made) = outcome
            && let Some((_, uuid)) = made.changed.iter().find(|(entity, _)| *entity == Entity::Person)
        {
            self.add_person(Id::new(*uuid));
        }
        Reply::Handled
    }

    /// A line that is not saved yet goes; another is as it was, or is taken off where it came from this visit.
    pub(super) fn remove(&mut self) {
        self.mark();
        let (section, row) = (self.section, self.row());
        match section {
            QUESTIONS if row < self.page.questions.len() => {
                let line = &mut self.page.questions[row];
                match base_question(&self.base, line) {
                    Some(base) if base == line => line.off = true,
                    Some(base) => *line = base.clone(),
                    None => _ = self.page.questions.remove(row),
                }
            }
            NEEDS if row < self.page.needs.len() => {
                let line = &mut self.page.needs[row];
                match base_need(&self.base, line) {
                    Some(base) if base == line => line.off = line.has_evidence(),
                    Some(base) => *line = base.clone(),
                    None => _ = self.page.needs.remove(row),
                }
            }
            PROMISES if row < self.page.promises.len() => {
                let line = &mut self.page.promises[row];
                match base_promise(&self.base, line) {
                    Some(base) if base == line => {}
                    Some(base) => *line = base.clone(),
                    None => _ = self.page.promises.remove(row),
                }
            }
            PEOPLE if row < self.page.people.len() => {
                let line = &mut self.page.people[row];
                match base_person(&self.base, line.person) {
                    Some(base) => *line = base.clone(),
                    None => _ = self.page.people.remove(row),
                }
            }
            _ => {}
        }
    }
}

/// A department of several words stands in quotes.
fn quoted(department: &str) -> String {
    if department.contains(' ') { format!("\"{department}\"") } else { department.to_owned() }
}
