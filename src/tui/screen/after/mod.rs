//! The page that is filled in after a visit: seven sections, one save. It holds what is typed until it is saved as one
//! step or kept as a draft; what a page means the domain knows.

mod adding;
mod answers;
mod elsewhere;
mod file;
mod keep;
mod keys;
#[cfg(test)]
mod killed_tests;
mod people;
mod picks;
mod picture;
mod reading;
mod reason;
mod rows;
mod send;
mod slots;
#[cfg(test)]
mod tests;
pub(crate) mod typed;
mod unread;
#[cfg(test)]
mod unread_tests;
mod writing;

use std::cell::{Cell, RefCell};

use ratatui::Frame;
use ratatui::layout::Rect;

use rows::{Item, NEEDS, OUTCOME, OUTCOME_ROW, PEOPLE, PROMISES, QUESTIONS, SECTIONS, place_of};
use slots::{Slot, Usual};
use writing::{Texts, Writing};

use crate::desk::{Made, Trouble};
use crate::domain::after_visit::{Page, no_page, prefill, prefill_log};
use crate::domain::date::LocalTime;
use crate::domain::words::{RoleKind, VisitKind};
use crate::domain::{Arg, Client, Edit, Entity, Id, Sentence, Visit};
use crate::export::after_page::waiting;
use crate::tui::command::{Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Unsaved, View};
use crate::tui::screen::answer_box::{self, Inserted};
use crate::tui::widget::field::Field;
use crate::tui::widget::text::LongText;

/// The contact the page is about.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Of {
    Visit(Id<Visit>),
    /// A call that was never planned.
    Call(LocalTime),
}

/// What stands on the page, for `u` to come back to.
type Standing = (Page, Texts, Inserted);

/// What a box or the editor was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Waiting {
    #[default]
    Nothing,
    Person,
    Answer,
    /// Why the need of this line goes back.
    Reason(usize),
}

pub struct After {
    of: Of,
    client: Id<Client>,
    /// The page as it opened.
    base: Page,
    /// What the page was typed over; not `base` when a draft was typed before the book was changed.
    before: serde_json::Value,
    page: Page,
    opened_texts: Texts,
    texts: Texts,
    /// Standard answers that came into the texts.
    inserted: Inserted,
    /// The page before somebody else changed it and after, where this one has changed as well.
    clash: Option<Box<(Page, Page)>>,
    section: usize,
    /// The row of each section.
    at: [usize; SECTIONS],
    writing: Option<Writing>,
    /// A text takes the keys as soon as the cursor comes to it; not after Esc, until one is opened again.
    typing: bool,
    /// Something was typed in the text under the cursor since it came there.
    typed_here: bool,
    /// The role pressed last on the person under the cursor.
    last: Option<RoleKind>,
    waiting: Waiting,
    past: Vec<Standing>,
    future: Vec<Standing>,
    top: Cell<usize>,
    /// What stands in which line of the window, for the mouse: section, and row where there is one.
    drawn: RefCell<Vec<(Rect, usize, Option<usize>)>>,
}

impl After {
    /// The page of a visit, or its correction.
    pub fn visit(id: Id<Visit>, view: &View<'_>) -> Option<Self> {
        let visit = view.book().visit.get(id)?;
        Some(Self::new(Of::Visit(id), visit.client, prefill(view.book(), id)))
    }

    /// The page of a call just held.
    pub fn call(client: Id<Client>, view: &View<'_>) -> Option<Self> {
        view.book().client.get(client)?;
        let now = view.now();
        let minute = chrono::Timelike::with_second(&now, 0).and_then(|at| chrono::Timelike::with_nanosecond(&at, 0));
        let page = prefill_log(view.book(), client, view.today());
        Some(Self::new(Of::Call(minute.unwrap_or(now)), client, page))
    }

    /// The page of a draft.
    pub fn of_draft(key: &str, view: &View<'_>) -> Option<Self> {
        let key = key.strip_prefix("after.")?;
        match key.split_once('.')? {
            ("visit", uuid) => Self::visit(Id::new(uuid.parse().ok()?), view),
            ("client", uuid) => Self::call(Id::new(uuid.parse().ok()?), view),
            _ => None,
        }
    }

    fn new(of: Of, client: Id<Client>, page: Page) -> Self {
        let texts = Texts::of(&page);
        let mut at = [0; SECTIONS];
        at[OUTCOME] = OUTCOME_ROW;
        let mut after = Self {
            of,
            client,
            base: page.clone(),
            before: keep::parts(&page),
            page,
            opened_texts: texts.clone(),
            texts,
            inserted: Inserted::default(),
            clash: None,
            section: OUTCOME,
            at,
            writing: None,
            typing: true,
            typed_here: false,
            last: None,
            waiting: Waiting::Nothing,
            past: Vec::new(),
            future: Vec::new(),
            top: Cell::new(0),
            drawn: RefCell::new(Vec::new()),
        };
        after.focus();
        after
    }

    fn key(&self) -> String {
        match self.of {
            Of::Visit(id) => waiting::key(Entity::Visit, id.uuid),
            Of::Call(_) => waiting::key(Entity::Client, self.client.uuid),
        }
    }

    /// The visit of the book; none for a call that no visit stands for yet.
    fn planned<'v>(&self, view: &View<'v>) -> Option<&'v Visit> {
        match self.of {
            Of::Visit(id) => view.book().visit.get(id),
            Of::Call(_) => None,
        }
    }

    /// What the next visit is like unless it is said otherwise.
    fn usual(&self, view: &View<'_>) -> Usual {
        match (self.planned(view), self.of) {
            (Some(visit), _) => {
                Usual { start: visit.start, kind: visit.kind, place_kind: visit.place_kind, minutes: visit.minutes }
            }
            (None, Of::Call(start)) => Usual { start, kind: VisitKind::Meeting, place_kind: None, minutes: 60 },
            (None, Of::Visit(_)) => {
                Usual { start: view.now(), kind: VisitKind::Meeting, place_kind: None, minutes: 60 }
            }
        }
    }

    /// A line of the window shows a section, or a row of it.
    fn seen(&self, area: Rect, line: u16, section: usize, row: Option<usize>) {
        self.drawn.borrow_mut().push((Rect { y: area.y + line, height: 1, ..area }, section, row));
    }

    fn rows(&self) -> Vec<Item> {
        rows::rows(self.section, &self.page)
    }

    fn row(&self) -> usize {
        self.at[self.section].min(self.rows().len().saturating_sub(1))
    }

    fn item(&self) -> Option<Item> {
        self.rows().get(self.row()).copied()
    }

    /// A text under the cursor takes the keys.
    fn focus(&mut self) {
        (self.typing, self.typed_here) = (true, false);
        self.writing = match self.item() {
            Some(Item::Text(slot)) => Some(self.pen(slot)),
            _ => None,
        };
    }

    fn pen(&self, slot: Slot) -> Writing {
        let text = slot.text(&self.page, &self.texts);
        if slot.is_long() { Writing::Long(slot, LongText::new(text)) } else { Writing::Line(slot, Field::new(text)) }
    }

    fn write(&mut self, slot: Slot) {
        self.typed_here = false;
        self.writing = Some(self.pen(slot));
    }

    /// A draft that holds a line half typed opens in that line.
    fn go_on_with_line(&mut self, view: &View<'_>) {
        let Some((slot, (_, section))) = self.texts.becomes.and_then(|slot| Some((slot, slot.new_line()?))) else {
            return;
        };
        self.section = section;
        if let Slot::NewInterest(person) = slot
            && let Some(at) = self.line_of_person(person, view)
        {
            self.at[section] = at;
        }
        self.write(slot);
    }

    /// Before a change: `u` comes back to here.
    fn mark(&mut self) {
        const MOST: usize = 100;
        self.future.clear();
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push(self.standing());
    }

    /// Before a change in the text under the cursor: what is typed there is taken back as one.
    fn mark_text(&mut self) {
        if !std::mem::replace(&mut self.typed_here, true) {
            self.mark();
        }
    }

    fn standing(&self) -> Standing {
        (self.page.clone(), self.texts.clone(), self.inserted.clone())
    }

    fn is_changed(&self) -> bool {
        self.page != self.base || self.texts != self.opened_texts
    }

    fn save(&mut self, view: &View<'_>) -> Reply {
        if let Err(wrong) = self.end_writing(view) {
            return Reply::Refuse(wrong);
        }
        if let Err(wrong) = self.read_file(view) {
            return Reply::Refuse(wrong);
        }
        if let Some((field, wrong)) = self.unread(view) {
            return self.refuse(field, wrong);
        }
        if let Some(changed) = self.changed_elsewhere(view) {
            return Reply::Refuse(changed);
        }
        let page = Box::new(send::changes(&self.base, &self.page));
        let edit = match self.of {
            Of::Visit(visit) => Edit::RecordVisit { visit, page },
            Of::Call(start) => Edit::LogVisit { client: self.client, kind: VisitKind::Call, start, fold: None, page },
        };
        answer_box::save(edit, self.answers_used())
    }

    fn refuse(&mut self, field: &str, sentence: Sentence) -> Reply {
        self.go_to(field);
        Reply::Refuse(sentence)
    }

    /// The cursor to what a refusal names.
    fn go_to(&mut self, field: &str) {
        if let Some((section, row)) = place_of(field, &self.page) {
            self.section = section;
            self.at[section] = row;
            self.focus();
        }
    }
}

impl Layer for After {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        picture::draw(self, frame, area, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        self.input(input, view)
    }

    fn place(&self) -> Here {
        let here = match self.section {
            PEOPLE => Here::section(Place::AFTER_PEOPLE, Place::AFTER),
            QUESTIONS => Here::section(Place::AFTER_QUESTIONS, Place::AFTER),
            NEEDS => Here::section(Place::AFTER_NEEDS, Place::AFTER),
            PROMISES => Here::section(Place::AFTER_PROMISES, Place::AFTER),
            _ => Here::screen(Place::AFTER.and(Place::AFTER_FIELDS)),
        };
        let here = match self.writing {
            Some(Writing::Line(..)) => here.typing(),
            Some(Writing::Long(..)) => here.typing_long(),
            None => return here,
        };
        if self.next_field(true).is_some() { here } else { here.last() }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        let why = self.planned(view).and_then(no_page).map(Reply::Refuse);
        let draft = view.desk.draft(&self.key()).ok().flatten();
        let typed = draft.and_then(|draft| Some((keep::read(&draft.text, &self.base)?, draft)));
        let Some(((page, texts), draft)) = typed else {
            return why.map_or(Reply::Handled, |why| Reply::Many(vec![Reply::Close, why]));
        };
        (self.page, self.texts) = (page, texts);
        self.inserted = keep::inserted(&draft.text);
        if let (Of::Call(_), Some(start)) = (self.of, waiting::start(&draft.text)) {
            self.of = Of::Call(start);
        }
        self.follow_draft(&draft.text);
        self.focus();
        self.go_on_with_line(view);
        let at = draft.at.with_timezone(&view.book().settings().zone).naive_local();
        // What was typed before the visit was cancelled can still be read.
        why.unwrap_or_else(|| Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at))))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        if let Waiting::Person = std::mem::take(&mut self.waiting) {
            return self.person_made(outcome, view);
        }
        match outcome {
            Ok(_) => Reply::Close,
            Err(trouble) => {
                if let Some(field) = trouble.refusal().and_then(|refusal| refusal.field.clone()) {
                    self.go_to(&field);
                }
                self.ask_why(trouble, view).unwrap_or(Reply::Handled)
            }
        }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }

    fn draft(&self) -> Option<Unsaved> {
        let start = match self.of {
            Of::Call(start) => Some(start),
            Of::Visit(_) => None,
        };
        self.is_changed().then(|| Unsaved {
            key: self.key(),
            text: keep::write(&self.page, (&self.texts, &self.inserted), start, self.over()),
        })
    }

    /// Somebody new comes into the book before the page does.
    fn saves_draft(&self) -> bool {
        self.waiting != Waiting::Person
    }
}
