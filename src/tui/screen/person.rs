//! A person's card: every client, what they do and think there, when we meet, how to reach them, what they want.

mod told;

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::{Subject, remove};
use super::form::name;
use super::merge::Merge;
use super::occasion_box;
use crate::domain::{Client, Entity, Fields, Id, Person, Sentence};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

use told::{Page, Reach, Spot};
pub use told::{last_met, next_met, span};

/// The card to be read beside a list.
pub fn lines(person: Id<Person>, width: usize, view: &View<'_>) -> Lines {
    told::page(person, width, view).lines
}

/// The card of one person.
pub struct Card {
    person: Id<Person>,
    sheet: Sheet,
    /// As wide as it was last drawn: keys count the lines that are seen.
    width: Cell<usize>,
}

impl Card {
    pub fn open(person: Id<Person>, view: &View<'_>) -> Option<Box<dyn Layer>> {
        let there = view.book().person.get(person)?;
        let person = there.merged_into.unwrap_or(person);
        Some(Box::new(Self { person, sheet: Sheet::default(), width: Cell::new(79) }))
    }

    fn title(&self, view: &View<'_>) -> String {
        let Some(person) = view.book().person.get(self.person) else { return String::new() };
        let mut parts = vec![name::person(self.person, view)];
        parts.extend(person.name_latin.clone());
        parts.extend(person.salutation.clone());
        parts.push(view.words.term(&person.side.term()));
        parts.extend(person.speciality.clone());
        parts.extend(person.deceased_on.map(|on| {
            let on = view.words.partial(on);
            view.private(format!("{} {on}", view.words.label("person", "deceased_on")))
        }));
        format!(" {}", parts.join("  "))
    }
}

impl Layer for Card {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        paint::text(frame.buffer_mut(), area, 0, &self.title(view), view.style(Tone::Title), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.width.set(usize::from(area.width).saturating_sub(1));
        let page = told::page(self.person, self.width.get(), view);
        self.sheet.draw(frame.buffer_mut(), below, &page.lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let command = match input {
            Input::Do(command) => command,
            Input::Typed(Command::Merge, begun) => return Merge::person(self.person, &begun),
            _ => return Reply::Ignored,
        };
        let page = told::page(self.person, self.width.get(), view);
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        let form = |entity, uuid| Reply::Go(Target::Form { entity, uuid: Some(uuid), client: None });
        match (command, page.spots.get(self.sheet.at)) {
            (Command::Open, Some(Spot::At(client))) => Reply::Go(Target::Client(*client, Tab::Map)),
            (Command::Open, Some(Spot::Met(visit))) => Reply::Go(Target::Before(*visit)),
            (Command::Open | Command::Copy, Some(Spot::Reach(reach))) => Reply::Copy(reach.text.clone()),
            (Command::OpenLink, Some(Spot::Reach(Reach { link: Some(link), .. }))) => Reply::OpenLink(link.clone()),
            (Command::OpenLink, Some(Spot::Reach(_))) => Reply::Refuse(Sentence::new("link-none-here")),
            (Command::OpenLink, _) => Self::first_link(&page),
            (Command::Open | Command::Edit, Some(Spot::Row(entity, uuid))) => form(*entity, *uuid),
            (Command::Toggle | Command::Ways, Some(Spot::Row(Entity::Occasion, uuid))) => {
                occasion_box::mark_row(Id::new(*uuid), view)
            }
            (Command::Open | Command::Edit, Some(Spot::Birthday)) => occasion_box::prepare_birthday(self.person, view),
            (Command::Copy, _) => Self::first_reach(&page),
            (Command::Remove, Some(Spot::Row(entity, uuid))) => remove(Subject::new(*entity, *uuid), view),
            (Command::Remove, _) => remove(Subject::new(Entity::Person, self.person.uuid), view),
            (Command::Edit, _) => form(Entity::Person, self.person.uuid),
            (Command::Add | Command::AddNote, _) => self.add(Entity::Note, view),
            (Command::AddRole, _) => self.add(Entity::Role, view),
            (Command::AddPromise, _) => self.add(Entity::Commitment, view),
            (Command::AddOccasion, _) => {
                let own = ("person".to_owned(), self.person.to_string().into());
                Reply::Open(super::form::add(Entity::Occasion, Fields::from_iter([own]), view))
            }
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::PERSON)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        let page = told::page(self.person, self.width.get(), view);
        if let Some(Spot::At(client)) = page.spots.get(self.sheet.at) {
            return Some(*client);
        }
        page.spots.iter().find_map(|spot| if let Spot::At(client) = spot { Some(*client) } else { None })
    }
}

impl Card {
    /// From any row, `y` copies the first number or address there is.
    fn first_reach(page: &Page<'_>) -> Reply {
        let first = page.reaches().next();
        first.map_or(Reply::Ignored, |reach| Reply::Copy(reach.text.clone()))
    }

    /// From any row, `o` opens the first number or address there is.
    fn first_link(page: &Page<'_>) -> Reply {
        let first = page.reaches().find_map(|reach| reach.link.clone());
        first.map_or_else(|| Reply::Refuse(Sentence::new("link-none-here")), Reply::OpenLink)
    }

    /// A new record of this person, at the client under the cursor.
    fn add(&self, entity: Entity, view: &View<'_>) -> Reply {
        let mut given = Fields::new();
        given.insert("person".to_owned(), self.person.to_string().into());
        if let Some(client) = self.client(view) {
            given.insert("client".to_owned(), client.to_string().into());
        }
        Reply::Open(super::form::add(entity, given, view))
    }
}
