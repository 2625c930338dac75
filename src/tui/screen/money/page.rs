//! The page of the Money screen: its parts in order, and what each row stands for.

use std::rc::Rc;

use uuid::Uuid;

use super::{budget, plan, rates, tiers};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::{Figure, View as Figures, satisfaction};
use crate::domain::money::Currency;
use crate::domain::words::Tier;
use crate::domain::{Arg, Client, Entity, Fields, Id};
use crate::tui::layer::View;
use crate::tui::screen::client::mood;
use crate::tui::widget::sheet::Lines;

/// What a row stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Tier(Tier),
    Move(Id<Client>),
    Client(Id<Client>),
    /// A client's part of the service budget.
    Share(Id<Client>),
    Record(Entity, Uuid),
    /// The rates of a currency, and the latest of them.
    Rates(Currency, Uuid),
    /// A record that is not there yet, and what of it is known.
    Begins(Entity, Fields),
}

impl Subject {
    pub fn client(&self) -> Option<Id<Client>> {
        match self {
            Self::Move(client) | Self::Client(client) | Self::Share(client) => Some(*client),
            _ => None,
        }
    }
}

/// The parts by their digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Tiers = 1,
    Moves,
    Clients,
    Budget,
    Plans,
    Rates,
}

/// The lines of the page, and the subject of each row.
pub struct Page {
    pub lines: Lines,
    pub subjects: Vec<Subject>,
    /// The part of each row.
    parts: Vec<Part>,
    pub clients: Rc<Vec<Id<Client>>>,
    /// How content the clients are, all together.
    pub mood: [String; 2],
}

impl Page {
    pub fn section(&mut self, part: Part, title: impl Into<String>, right: impl Into<String>) {
        self.lines.section(Some(part as u8), title, right);
    }

    pub fn row(&mut self, part: Part, line: impl Into<ratatui::text::Line<'static>>, subject: Subject) {
        self.lines.row(line);
        self.subjects.push(subject);
        self.parts.push(part);
    }

    pub fn first(&self, part: Part) -> Option<usize> {
        self.parts.iter().position(|one| *one == part)
    }

    /// The row of a client in a part.
    pub fn place_of(&self, part: Part, client: Id<Client>) -> Option<usize> {
        let mut rows = self.parts.iter().zip(&self.subjects);
        rows.position(|(one, subject)| *one == part && subject.client() == Some(client))
    }
}

/// Which lines are narrowed to, and which opened.
pub type Shown = (Option<Tier>, Option<Currency>);

pub fn page(view: &View<'_>, width: usize, (tier, rates): Shown) -> Page {
    let figures = Figures::on(view.book(), view.today());
    let mood = index(view, &figures);
    let mut page =
        Page { lines: Lines::default(), subjects: Vec::new(), parts: Vec::new(), clients: Rc::default(), mood };
    tiers::bars(&mut page, view, &figures, width);
    tiers::moves(&mut page, view, &figures, width);
    tiers::clients(&mut page, view, &figures, width, tier);
    budget::section(&mut page, view, &figures, width);
    plan::section(&mut page, view, &figures, width);
    rates::section(&mut page, view, width, rates);
    page
}

/// The index of satisfaction: plain with its trend, and weighted by income, each with how many are known.
fn index(view: &View<'_>, figures: &Figures<'_>) -> [String; 2] {
    let index = satisfaction::index(figures);
    let said = |figure: &Figure<Ratio>, id: &str, trend: String| {
        let level = figure.value().and_then(|level| level.decimal(1));
        let level = level.map_or_else(|| view.words.unknown(), |level| view.words.decimal(level, 1));
        let args = [
            ("level", Arg::text(format!("{level} {trend}").trim_end())),
            ("known", Arg::count(figure.known)),
            ("of", Arg::count(figure.of)),
        ];
        view.say_with(id, &args)
    };
    let trend = index.trend.map(|trend| mood::trend_word(view, trend)).unwrap_or_default();
    [said(&index.level, "satisfaction-index", trend), said(&index.by_income, "satisfaction-by-income", String::new())]
}
