//! All clients: one line each, sorted and filtered. Only the lines in sight are computed.

mod adding;
mod order;
mod saved;

use std::cell::{LazyCell, RefCell};
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use rustc_hash::FxHashMap;

use super::client::{Subject, facts, glance, remove};
use crate::desk::{Made, Trouble};
use crate::domain::figures::View as Figures;
use crate::domain::{Client, Entity, Id, Row};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::{frame as paint, list::List, panes};
use adding::Adding;
use order::{Order, Sort};

/// Cells the list can use.
const LIST: u16 = 112;

#[derive(Default)]
pub struct Clients {
    list: List,
    sort: Sort,
    order: Order,
    filter: Narrow,
    /// New clients are being typed.
    adding: Option<Adding>,
    shown: Kept<u16, Shown>,
}

/// The lines that were in sight, in a width.
struct Shown {
    table: facts::Table,
    lines: RefCell<FxHashMap<Id<Client>, Line<'static>>>,
}

impl Shown {
    fn new(width: u16, view: &View<'_>) -> Self {
        Self { table: facts::Table::new(usize::from(width), view), lines: RefCell::default() }
    }

    fn line(&self, id: Id<Client>, make: impl FnOnce(&facts::Table) -> Line<'static>) -> Line<'static> {
        self.lines.borrow_mut().entry(id).or_insert_with(|| make(&self.table)).clone()
    }
}

impl Clients {
    fn rows(&self, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        self.order.of(self.sort, self.filter.text(), view)
    }

    fn title(&self, rows: usize, view: &View<'_>) -> String {
        let count = view.words.number(i64::try_from(rows).unwrap_or(0));
        let mut title = format!("{}  {count}", view.say("screen-clients"));
        if self.sort != Sort::Name {
            title = format!("{title}  {}", view.say(self.sort.words()));
        }
        title
    }

    fn draw_top(&self, frame: &mut Frame<'_>, area: Rect, rows: usize, view: &View<'_>) {
        let title = self.title(rows, view);
        let Some(adding) = &self.adding else { return self.filter.draw(frame, area, &title, view) };
        let title = format!(" {title}  ");
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let cells = u16::try_from(cells::width(&title)).unwrap_or(area.width).min(area.width);
        let rest = Rect { x: area.x + cells, width: area.width - cells, height: 1, ..area };
        adding.draw(frame, rest, view);
    }

    fn begin_sort(&mut self, sort: Sort) -> Reply {
        self.sort = sort;
        self.list.at = 0;
        Reply::Handled
    }

    fn typed(&mut self, input: &Input, view: &View<'_>) -> Reply {
        if let Some(adding) = &mut self.adding {
            let Some(reply) = adding.on(input) else {
                self.adding = None;
                return Reply::Handled;
            };
            return reply;
        }
        self.list.at = 0;
        self.filter.on_grammar(input, Entity::Client, view)
    }

    /// What a key does with the client under the cursor.
    fn of_client(command: Command, id: Id<Client>, view: &View<'_>) -> Reply {
        match command {
            Command::Open => Reply::Go(Target::Client(id, Tab::Overview)),
            Command::Edit => Reply::Go(Target::Form { entity: Entity::Client, uuid: Some(id.uuid), client: Some(id) }),
            Command::Remove => remove(Subject::new(Entity::Client, id.uuid), view),
            Command::StageBox => Reply::Open(Box::new(super::stage::StageBox::new(id))),
            _ => Reply::Ignored,
        }
    }
}

impl Layer for Clients {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        self.draw_top(frame, area, rows.len(), view);
        let (list, beside) = panes::detail(area, LIST);
        let right = Rect { x: list.x + 1, width: list.width - 1, ..list };
        let shown = self.shown.get(right.width, view, || Shown::new(right.width, view));
        paint::text(frame.buffer_mut(), right, 1, &shown.table.heading(view), view.style(Tone::Muted), view);
        let below = |area: Rect| Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if rows.is_empty() {
            let nothing = self.filter.nothing("clients-none", view);
            paint::text(frame.buffer_mut(), below(list), 1, &nothing, view.style(Tone::Muted), view);
            return;
        }
        let figures = LazyCell::new(|| Figures::on(view.book(), view.today()));
        let line = |n: usize, _: usize| {
            let client = rows.get(n).and_then(|id| view.book().client.get(*id));
            let line = |client: &Client| shown.line(client.uid(), |table| table.line(&figures, client, view));
            client.map_or_else(Line::default, line)
        };
        self.list.draw(frame.buffer_mut(), below(list), rows.len(), true, view, line);
        if let (Some(place), Some(client)) = (beside, self.client(view)) {
            let page = glance(view, client, usize::from(place.width) - 1);
            page.lines.draw(frame.buffer_mut(), Rect { y: area.y + 1, height: area.height - 1, ..place }, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.adding.is_some() || self.filter.typing {
            return self.typed(&input, view);
        }
        let command = match input {
            Input::Do(command) => command,
            Input::Returned(Returned::Record(chosen)) => {
                saved::put(&mut self.filter, chosen, view);
                self.list.at = 0;
                return Reply::Handled;
            }
            Input::Returned(Returned::New(name)) => return saved::save(&name, self.filter.text(), view),
            _ => return Reply::Ignored,
        };
        let rows = self.rows(view);
        if self.list.on(command, rows.len()) {
            return Reply::Handled;
        }
        if let Some(sort) = Sort::of(command) {
            return self.begin_sort(sort);
        }
        match command {
            Command::Filter => self.filter.typing = true,
            Command::SavedFilters => return saved::choose(self.filter.text(), view),
            Command::Add => self.adding = Some(Adding::default()),
            Command::Back if self.filter.is_on() => self.filter.take_off(),
            command => {
                let client = rows.get(self.list.at);
                return client.map_or(Reply::Ignored, |id| Self::of_client(command, *id, view));
            }
        }
        Reply::Handled
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if let (Ok(_), Some(adding)) = (outcome, &mut self.adding) {
            adding.saved();
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::CLIENTS);
        if self.adding.is_some() || self.filter.typing { here.typing() } else { here }
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.rows(view).get(self.list.at).copied()
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        Some(self.rows(view))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        self.list.at = self.rows(view).iter().position(|id| *id == client).unwrap_or(self.list.at);
    }
}
