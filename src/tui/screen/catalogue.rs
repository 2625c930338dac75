//! What belongs to no client: products, standard answers, colleagues, people without a place.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use super::client::{Subject, remove};
use super::form::{self, name};
use super::{glance, person, product};
use crate::domain::figures::services;
use crate::domain::standard_answers;
use crate::domain::text::fold;
use crate::domain::words::{AnswerKind, Side};
use crate::domain::{Answer, Arg, Client, Entity, Fields, Id, Person, Product, Row};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::panes;
use crate::tui::widget::sheet::{Lines, Sheet};

/// The parts of the catalogue, by their digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Products,
    Answers,
    Colleagues,
    Unplaced,
}

impl Section {
    fn entity(self) -> Entity {
        match self {
            Self::Products => Entity::Product,
            Self::Answers => Entity::Answer,
            Self::Colleagues | Self::Unplaced => Entity::Person,
        }
    }
}

/// Cells of a product's code.
const CODE: usize = 12;
/// Cells of an answer's topic, by which answers stand.
const TOPIC: usize = 15;

/// Cells the list can use.
const LIST: u16 = 100;

const SECTIONS: [(Section, &str); 4] = [
    (Section::Products, "catalogue-products"),
    (Section::Answers, "catalogue-answers"),
    (Section::Colleagues, "catalogue-colleagues"),
    (Section::Unplaced, "catalogue-unplaced"),
];

#[derive(Default)]
pub struct Catalogue {
    sheet: Sheet,
    filter: Narrow,
    /// Everything there is, before the filter.
    all: Kept<(), Vec<Entry>>,
    page: Kept<(String, usize), Page>,
    /// As wide as it was last drawn.
    width: Cell<usize>,
}

/// The lines of the page, and the record of each row.
struct Page {
    lines: Lines,
    rows: Vec<(Section, Uuid)>,
}

/// A row: which part it is in, the record.
struct Entry {
    section: Section,
    uuid: Uuid,
    left: String,
    /// What is said of it, the weightiest first.
    right: Vec<String>,
    muted: bool,
    /// What the filter looks at.
    folded: String,
}

impl Entry {
    fn new(section: Section, uuid: Uuid, left: String, right: Vec<String>, muted: bool) -> Self {
        let folded = fold(&format!("{left} {}", right.join(" ")));
        Self { section, uuid, left, right, muted, folded }
    }

    /// As many of the remarks as fit; the last of them give way whole.
    fn remarks(&self, room: usize, view: &View<'_>) -> String {
        let first = |n: usize| view.words.remarks(&self.right[..n]);
        let fitting = (1..=self.right.len()).rev().map(first).find(|text| cells::width(text) <= room);
        fitting.unwrap_or_else(|| view.fit(&first(self.right.len().min(1)), room))
    }
}

fn products(view: &View<'_>) -> Vec<Entry> {
    let words = view.words;
    let entry = |product: &Product| {
        let users: BTreeSet<Id<Client>> =
            services::users(view.book(), product.uid(), view.today()).iter().map(|holding| holding.client).collect();
        let mut right = vec![words.term(&product.family.term())];
        right.extend(product.tailored.then(|| words.label("product", "tailored")));
        right.extend((!product.active).then(|| view.say("catalogue-withdrawn")));
        right.push(words.say_with("n-clients", &[("n", Arg::count(users.len()))]));
        let left = format!("{}  {}", view.left(&product.code, CODE), product.name.say(words.lang()));
        Entry::new(Section::Products, product.head.uid, left, right, !product.active)
    };
    view.book().product.iter().map(entry).collect()
}

fn answers(view: &View<'_>) -> Vec<Entry> {
    let words = view.words;
    let entry = |answer: &Answer| {
        let mut right: Vec<String> = Vec::new();
        // What is to be checked says so where there is no room for more.
        if standard_answers::is_to_check(answer, view.today()) {
            right.push(format!("! {}", words.term("word.check_before_use")));
        } else {
            right.extend((answer.kind != AnswerKind::Answer).then(|| words.term(&answer.kind.term())));
            right.push(words.term(&answer.language.term()));
            right.push(words.say_with("answer-uses", &[("n", Arg::Count(answer.uses))]));
        }
        right.push(words.say_with("answer-reviewed", &[("day", Arg::text(words.day_digits(answer.reviewed_on)))]));
        let shared = if answer.share { view.marks.shared } else { "" };
        let topic = answer.topic.as_deref().unwrap_or_default();
        let left = format!("{} {} {}", view.left(shared, 2), view.left(topic, TOPIC), answer.question);
        let mut entry = Entry::new(Section::Answers, answer.head.uid, left, right, false);
        entry.folded = fold(&format!("{} {topic} {}", entry.folded, answer.body));
        entry
    };
    view.book().answer.iter().map(entry).collect()
}

/// Colleagues, and people with no place at any client.
fn people(section: Section, view: &View<'_>) -> Vec<Entry> {
    let book = view.book();
    let placed = |person: &Person| {
        let id: Id<Person> = Id::new(person.head.uid);
        book.affiliation.of(id).any(|place| place.person == id)
            || book.client.of(id).any(|client| client.person == Some(id))
    };
    let belongs = |person: &&Person| {
        let bank = person.side == Side::Bank;
        person.merged_into.is_none()
            && match section {
                Section::Colleagues => bank,
                _ => !bank && !placed(person),
            }
    };
    let entry = |person: &Person| {
        let contact = person.work_phones.iter().chain(&person.work_emails).next().map(|contact| contact.value.clone());
        let side = (section == Section::Unplaced).then(|| view.words.term(&person.side.term()));
        let right = [person.speciality.clone(), side, contact].into_iter().flatten().collect::<Vec<_>>();
        Entry::new(section, person.head.uid, name::person(person.uid(), view), vec![right.join("  ")], false)
    };
    book.person.iter().filter(belongs).map(entry).collect()
}

impl Catalogue {
    fn page(&self, view: &View<'_>) -> Rc<Page> {
        let key = (self.filter.text().to_owned(), self.width.get());
        self.page.get(key, view, || {
            let all = self.all.get((), view, || entries(view));
            let shown: Vec<&Entry> = all.iter().filter(|entry| self.filter.fits_folded(&entry.folded)).collect();
            page(&shown, self.width.get(), view)
        })
    }

    fn add(section: Section, view: &View<'_>) -> Reply {
        let mut given = Fields::new();
        let entity = match section {
            Section::Products => Entity::Product,
            Section::Answers => {
                given.insert("language".to_owned(), view.words.lang().word().into());
                Entity::Answer
            }
            section => {
                let side = if section == Section::Colleagues { Side::Bank } else { Side::Other };
                given.insert("side".to_owned(), side.word().into());
                Entity::Person
            }
        };
        Reply::Open(form::add(entity, given, view))
    }
}

/// All of it, section by section, what is out of use last.
fn entries(view: &View<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (section, _) in SECTIONS {
        let mut entries = match section {
            Section::Products => products(view),
            Section::Answers => answers(view),
            section => people(section, view),
        };
        // The mark of what may be shared says nothing of the order.
        let order = |entry: &Entry| fold(entry.left.trim_start_matches(view.marks.shared).trim_start());
        entries.sort_by_cached_key(|entry| (entry.muted, order(entry), entry.uuid));
        all.extend(entries);
    }
    all
}

fn page(entries: &[&Entry], width: usize, view: &View<'_>) -> Page {
    let (mut lines, mut rows) = (Lines::default(), Vec::new());
    for ((section, title), number) in SECTIONS.iter().zip(1..) {
        let mine: Vec<&&Entry> = entries.iter().filter(|entry| entry.section == *section).collect();
        lines.section(Some(number), view.say(title), mine.len().to_string());
        for entry in mine {
            let text = cells::both_ends(
                &entry.left,
                &entry.remarks((width / 2).max(width.saturating_sub(cells::width(&entry.left) + 2)), view),
                width,
                view.marks.cut,
            );
            let tone = if entry.muted { Tone::Muted } else { Tone::Plain };
            lines.row(Line::styled(text, view.style(tone)));
            rows.push((entry.section, entry.uuid));
        }
    }
    Page { lines, rows }
}

impl Layer for Catalogue {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.filter.draw(frame, area, &view.say("screen-catalogue"), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (list, beside) = panes::detail(below, LIST);
        self.width.set(usize::from(list.width).saturating_sub(1));
        let page = self.page(view);
        self.sheet.draw(frame.buffer_mut(), list, &page.lines, true, view);
        if let (Some(place), Some((section, uuid))) = (beside, page.rows.get(self.sheet.at)) {
            let width = usize::from(place.width) - 1;
            let lines = match section.entity() {
                Entity::Person => person::lines(Id::new(*uuid), width, view),
                Entity::Product => product::lines(Id::new(*uuid), width, view),
                entity => glance::record(entity, *uuid, width, view),
            };
            lines.draw(frame.buffer_mut(), place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.filter.typing {
            self.sheet.at = 0;
            return if self.filter.on(&input) { Reply::Handled } else { Reply::Ignored };
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        let page = self.page(view);
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        let at = page.rows.get(self.sheet.at).copied();
        match (command, at) {
            (Command::Filter, _) => {
                self.filter.typing = true;
                Reply::Handled
            }
            (Command::Add, at) => Self::add(at.map_or(Section::Products, |(section, _)| section), view),
            (Command::Open, Some((section, uuid))) if section.entity() == Entity::Person => {
                Reply::Go(Target::Person(Id::new(uuid)))
            }
            (Command::Open, Some((Section::Products, uuid))) => {
                Reply::Open(Box::new(product::ProductPage::new(Id::new(uuid))))
            }
            (Command::Open | Command::Edit, Some((section, uuid))) => {
                Reply::Go(Target::Form { entity: section.entity(), uuid: Some(uuid), client: None })
            }
            (Command::Copy, Some((Section::Answers, uuid))) => {
                let body = view.book().answer.by_uuid(uuid).map(|answer| answer.body.clone());
                body.map_or(Reply::Ignored, Reply::Copy)
            }
            (Command::Remove, Some((section, uuid))) => remove(Subject::new(section.entity(), uuid), view),
            (Command::Back, _) if self.filter.is_on() => {
                self.filter.take_off();
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::CATALOGUE);
        if self.filter.typing { here.typing() } else { here }
    }
}
