//! A product: who uses it and since when, what needs it serves, and its own fields. Enter opens the client or the need.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::facts;
use super::glance;
use crate::domain::figures::services;
use crate::domain::{Client, Entity, Holding, Id, Need, Product};
use crate::tui::cells::both_ends;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

/// What a row opens.
#[derive(Debug, Clone, Copy)]
enum Subject {
    User(Id<Client>),
    Need(Id<Need>),
}

pub struct ProductPage {
    product: Id<Product>,
    sheet: Sheet,
    /// As wide as it was last drawn: keys count the lines that are seen.
    width: Cell<usize>,
}

impl ProductPage {
    pub fn new(product: Id<Product>) -> Self {
        Self { product, sheet: Sheet::default(), width: Cell::new(79) }
    }

    fn subject(&self, view: &View<'_>) -> Option<Subject> {
        page(self.product, self.width.get(), view).1.get(self.sheet.at).copied()
    }
}

/// To be read beside the catalogue.
pub fn lines(product: Id<Product>, width: usize, view: &View<'_>) -> Lines {
    page(product, width, view).0
}

fn page(product: Id<Product>, width: usize, view: &View<'_>) -> (Lines, Vec<Subject>) {
    let mut lines = glance::record(Entity::Product, product.uuid, width.min(200), view);
    let mut subjects = Vec::new();
    let users = services::users(view.book(), product, view.today());
    lines.section(Some(1), view.say("product-users"), users.len().to_string());
    for holding in &users {
        lines.row(user(holding, width, view));
        subjects.push(Subject::User(holding.client));
    }
    let needs = services::served(view.book(), product);
    lines.section(Some(2), view.say("product-needs"), needs.len().to_string());
    for need in needs {
        let client = view.book().client.get(need.client).map(facts::short_name).unwrap_or_default();
        let state = view.words.term(&need.state.term());
        let voice = view.words.term(&need.voice.term());
        let text = view.words.told(&view.words.remarks(&[client, voice]), &view.private(need.title.as_str()));
        lines.row(both_ends(&text, &state, width.min(200), view.marks.cut));
        subjects.push(Subject::Need(Id::new(need.head.uid)));
    }
    (lines, subjects)
}

/// Who uses it, since when, and what it serves there.
fn user(holding: &Holding, width: usize, view: &View<'_>) -> String {
    let client = view.book().client.get(holding.client).map(facts::short_name).unwrap_or_default();
    let serves = services::served_by(view.book(), holding).len();
    let serves = if serves > 0 {
        view.words.aside(&view.say_with("product-serves", &[("n", crate::domain::Arg::count(serves))]))
    } else {
        String::new()
    };
    let since = holding.from.map_or_else(
        || view.words.unknown(),
        |from| view.say_with("product-since", &[("date", crate::domain::Arg::Partial(from))]),
    );
    both_ends(&format!("{client}{serves}"), &since, width.min(200), view.marks.cut)
}

impl Layer for ProductPage {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let name = view.book().product.get(self.product).map(|row| row.name.say(view.words.lang()).to_owned());
        let title = format!(" {}", name.unwrap_or_default());
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.width.set(usize::from(below.width).saturating_sub(1));
        let (lines, _) = page(self.product, self.width.get(), view);
        self.sheet.draw(frame.buffer_mut(), below, &lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let Input::Do(command) = input else { return Reply::Ignored };
        let (lines, _) = page(self.product, self.width.get(), view);
        if self.sheet.on(command, &lines) {
            return Reply::Handled;
        }
        match (command, self.subject(view)) {
            (Command::Open, Some(Subject::User(client))) => Reply::Go(Target::Client(client, Tab::Money)),
            (Command::Open, Some(Subject::Need(need))) => {
                Reply::Go(Target::Form { entity: Entity::Need, uuid: Some(need.uuid), client: None })
            }
            (Command::Edit, _) => {
                Reply::Go(Target::Form { entity: Entity::Product, uuid: Some(self.product.uuid), client: None })
            }
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::RECORD)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        match self.subject(view)? {
            Subject::User(client) => Some(client),
            Subject::Need(need) => view.book().need.get(need).map(|need| need.client),
        }
    }
}
