//! The money of the portfolio: the pyramid with its moves, the clients of a tier, the service budget, plans, rates.

mod beside;
mod budget;
mod page;
mod plan;
mod rates;
#[cfg(test)]
mod tests;
mod tiers;

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::{self, remove};
use super::{form, import, ledger};
use crate::domain::figures::View as Figures;
use crate::domain::money::Currency;
use crate::domain::words::Tier;
use crate::domain::{Arg, Client, Entity, Fields, Id};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::{Lines, Sheet};
use crate::tui::widget::{frame as paint, panes};

use page::{Page, Part, Subject};

/// Cells the list can use.
const LIST: u16 = 96;

#[derive(Default)]
pub struct Pyramid {
    sheet: Sheet,
    page: Kept<(usize, page::Shown), Page>,
    /// What stands beside it while no client does.
    portfolio: Kept<usize, Lines>,
    /// As wide as it was last drawn.
    width: Cell<usize>,
    /// Only the clients of this tier are listed.
    tier: Option<Tier>,
    /// Every month of this currency's rates is listed.
    rates: Option<Currency>,
}

impl Pyramid {
    fn page(&self, view: &View<'_>) -> Rc<Page> {
        let key = (self.width.get(), (self.tier, self.rates));
        self.page.get(key, view, || page::page(view, key.0, key.1))
    }

    fn subject(&self, view: &View<'_>) -> Option<Subject> {
        self.page(view).subjects.get(self.sheet.at).cloned()
    }

    /// The clients of a tier alone, from its first one; all of them again.
    fn narrow(&mut self, tier: Option<Tier>, view: &View<'_>) -> Reply {
        let back = self.tier;
        self.tier = tier;
        let page = self.page(view);
        let first = page.first(Part::Clients);
        let bar = back.and_then(|back| page.subjects.iter().position(|row| *row == Subject::Tier(back)));
        self.sheet.at = if tier.is_some() { first } else { bar }.unwrap_or(0);
        Reply::Handled
    }

    /// To a part of the page; to the client's own line there, if it has one.
    fn to(&mut self, part: Part, view: &View<'_>) -> Reply {
        let (page, client) = (self.page(view), self.client(view));
        let own = client.and_then(|client| page.place_of(part, client));
        let Some(at) = own.or_else(|| page.first(part)) else { return Reply::Ignored };
        self.sheet.at = at;
        Reply::Handled
    }

    /// To the budget; on a client's line there, a spend for it.
    fn budget(&mut self, view: &View<'_>) -> Reply {
        match self.subject(view) {
            Some(Subject::Share(client)) => Reply::Open(form::add_at(Entity::ServiceSpend, client, view)),
            _ => self.to(Part::Budget, view),
        }
    }

    fn add(&self, view: &View<'_>) -> Reply {
        let given = match self.subject(view) {
            Some(Subject::Share(client) | Subject::Client(client) | Subject::Move(client)) => {
                return Reply::Open(form::add_at(Entity::ServiceSpend, client, view));
            }
            Some(Subject::Begins(entity, given)) => return Reply::Open(form::add(entity, given, view)),
            Some(Subject::Record(entity, _)) => (entity, Fields::new()),
            Some(Subject::Rates(..)) => (Entity::FxRate, Fields::new()),
            _ => (Entity::ServiceSpend, Fields::new()),
        };
        Reply::Open(form::add(given.0, given.1, view))
    }

    fn open(&mut self, view: &View<'_>) -> Reply {
        match self.subject(view) {
            Some(Subject::Tier(tier)) if self.tier == Some(tier) => self.narrow(None, view),
            Some(Subject::Tier(tier)) => self.narrow(Some(tier), view),
            Some(Subject::Client(client) | Subject::Move(client) | Subject::Share(client)) => {
                Reply::Go(Target::Client(client, Tab::Money))
            }
            Some(Subject::Record(entity, uuid)) => Reply::Go(Target::Form { entity, uuid: Some(uuid), client: None }),
            Some(Subject::Rates(currency, _)) => {
                self.rates = Some(currency).filter(|_| self.rates != Some(currency));
                let latest = |row: &Subject| matches!(row, Subject::Rates(of, _) if *of == currency);
                self.sheet.at = self.page(view).subjects.iter().position(latest).unwrap_or(self.sheet.at);
                Reply::Handled
            }
            Some(Subject::Begins(entity, given)) => Reply::Open(form::add(entity, given, view)),
            None => Reply::Ignored,
        }
    }
}

/// What stands in the first line: how much the top holds, and that few clients are only ranked.
fn title(view: &View<'_>) -> String {
    let figures = Figures::on(view.book(), view.today());
    let mut title = format!(" {}", view.say("screen-money"));
    if let Some(percent) = figures.pyramid.concentration_percent() {
        let percent = view.words.percent_to(percent, 1);
        title = format!("{title}  {}", view.say_with("concentration-line", &[("percent", Arg::text(percent))]));
    }
    if figures.pyramid.is_small() {
        title = format!("{title}  {}", view.say("small-portfolio"));
    }
    title
}

impl Layer for Pyramid {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        paint::text(frame.buffer_mut(), area, 0, &title(view), view.style(Tone::Title), view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let (list, beside) = panes::detail(below, LIST);
        self.width.set(usize::from(list.width).saturating_sub(1));
        let page = self.page(view);
        let mut told = page.mood.join("  ");
        if cells::width(&told) + 2 > usize::from(area.width) {
            told.clone_from(&page.mood[0]);
        }
        paint::text(frame.buffer_mut(), area, 1, &format!(" {told}"), view.style(Tone::Muted), view);
        self.sheet.draw(frame.buffer_mut(), list, &page.lines, true, view);
        let Some(place) = beside else { return };
        let width = usize::from(place.width) - 1;
        match self.client(view) {
            Some(client) => client::money::page(view, client, width).lines.draw(frame.buffer_mut(), place, view),
            None => {
                let lines = self.portfolio.get(width, view, || beside::portfolio(view, width));
                lines.draw(frame.buffer_mut(), place, view);
            }
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Input::Returned(Returned::Text(file)) = input {
            return import::go(&file);
        }
        let page = self.page(view);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        match (command, self.subject(view)) {
            (Command::ToBudget, _) => self.budget(view),
            (Command::ToRates, _) => self.to(Part::Rates, view),
            (Command::ToPlans, _) => self.to(Part::Plans, view),
            (Command::ImportFile, _) => import::ask(view),
            (Command::CloseMonth, _) => ledger::closing::of_all(view),
            (Command::Add, _) => self.add(view),
            (Command::Open, _) => self.open(view),
            (Command::Edit, Some(Subject::Record(..) | Subject::Begins(..))) => self.open(view),
            (Command::Edit, Some(Subject::Rates(_, latest))) => {
                Reply::Go(Target::Form { entity: Entity::FxRate, uuid: Some(latest), client: None })
            }
            (Command::Remove, Some(Subject::Record(entity, uuid))) => remove(client::Subject::new(entity, uuid), view),
            (Command::Back, _) if self.tier.is_some() => self.narrow(None, view),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::MONEY)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.subject(view)?.client()
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        Some(Rc::clone(&self.page(view).clients))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        self.sheet.at = self.page(view).place_of(Part::Clients, client).unwrap_or(self.sheet.at);
    }
}
