//! The report of a period: one page in sections, read for a month, a quarter or a year. Every line opens what it counts.

mod file;
mod page;

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::client::{Subject, open};
use super::form::name;
use crate::domain::report::{Kind, Period};
use crate::domain::{Arg, Client, Entity, Id, Sentence};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::picker::{Candidate, Picker};
use crate::tui::widget::sheet::Sheet;
use crate::tui::widget::{frame as paint, panes};
use page::Page;

pub struct Report {
    /// None: the month of today, whatever day it becomes.
    period: Option<Period>,
    sheet: Sheet,
    page: Kept<(Option<Period>, usize), Page>,
    /// As wide as a column was last drawn.
    width: Cell<usize>,
    /// What the list that is open offers.
    offered: Vec<(Entity, Uuid)>,
}

impl Default for Report {
    fn default() -> Self {
        let width = Cell::new(78);
        Self { period: None, sheet: Sheet::default(), page: Kept::default(), width, offered: Vec::new() }
    }
}

impl Report {
    fn period(&self, view: &View<'_>) -> Period {
        self.period.unwrap_or_else(|| Period::of(Kind::Month, view.today()))
    }

    fn page(&self, view: &View<'_>) -> Rc<Page> {
        let (period, width) = (self.period(view), self.width.get());
        self.page.get((Some(period), width), view, || page::page(view, period, width))
    }

    /// The same page for other days; the cursor stays where it is as far as there is a line.
    fn turn(&mut self, to: Period, view: &View<'_>) -> Reply {
        if to.span.from > view.today() {
            return Reply::Say(Sentence::new("report-no-later"));
        }
        self.period = Some(to);
        let rows = self.page(view).lines.rows();
        self.sheet.at = self.sheet.at.min(rows.saturating_sub(1));
        Reply::Handled
    }

    /// The record of the line under the cursor, or a list to choose from where it counts several.
    fn open(&mut self, view: &View<'_>) -> Reply {
        let page = self.page(view);
        let records = page.records.get(self.sheet.at).map(Vec::as_slice).unwrap_or_default();
        match records {
            [] => Reply::Say(Sentence::new("report-nothing-behind")),
            [(entity, uuid)] => Reply::Go(place_of(*entity, *uuid, view)),
            records => {
                self.offered = records.to_vec();
                let candidates = records.iter().filter_map(|(entity, uuid)| candidate(*entity, *uuid, view));
                let title = view.say_with("report-opens", &[("n", Arg::count(records.len()))]);
                Reply::Open(Box::new(Picker::new(title, candidates.collect(), false)))
            }
        }
    }

    fn chosen(&self, uuid: Uuid, view: &View<'_>) -> Reply {
        let found = self.offered.iter().find(|(_, offered)| *offered == uuid);
        found.map_or(Reply::Handled, |(entity, uuid)| Reply::Go(place_of(*entity, *uuid, view)))
    }
}

/// Where a record is shown.
fn place_of(entity: Entity, uuid: Uuid, view: &View<'_>) -> crate::tui::target::Target {
    let client = client_of(entity, uuid, view).unwrap_or_else(|| Id::new(uuid));
    open(Subject::new(entity, uuid), client)
}

fn client_of(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Id<Client>> {
    if entity == Entity::Client {
        return Some(Id::new(uuid));
    }
    view.book().record(entity, uuid)?.client().map(Id::new)
}

fn candidate(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Candidate> {
    let record = view.book().record(entity, uuid)?;
    let (name, beside) = (name::of_record(&record, view), name::beside(&record, view));
    Some(Candidate { uuid, name, beside, also: name::also(&record) })
}

impl Layer for Report {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let period = self.period(view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (left, right) = panes::equal(below);
        self.width.set(usize::from(left.width).saturating_sub(2));
        let page = self.page(view);
        let title = view.say_with("report-title", &[("period", Arg::text(view.words.period(period)))]);
        let seen = view.words.seen(period, page.seen, view.today());
        let compared = view.words.period(period.before());
        let compared = view.say_with("report-compared", &[("period", Arg::text(compared))]);
        let head = format!(" {title}  {seen}");
        // The columns say so too; on a narrow window the days of the period are worth more.
        let fits = cells::width(&head) + cells::width(&compared) + 3 <= usize::from(area.width);
        let compared = if fits { format!("{compared} ") } else { String::new() };
        let head = cells::both_ends(&head, &compared, usize::from(area.width), view.marks.cut);
        paint::text(frame.buffer_mut(), area, 0, &head, view.style(Tone::Title), view);
        match right {
            Some(right) => {
                self.sheet.draw_in_two(frame.buffer_mut(), [left, right], &page.lines, page.second, view);
            }
            None => self.sheet.draw(frame.buffer_mut(), left, &page.lines, true, view),
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Input::Returned(Returned::Record(uuid)) = input {
            return self.chosen(uuid, view);
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        let period = self.period(view);
        match command {
            Command::Earlier => self.turn(period.before(), view),
            Command::Later => self.turn(period.after(), view),
            Command::Now => {
                self.period = None;
                self.turn(Period::of(period.kind, view.today()), view)
            }
            Command::ByMonth => self.turn(shorter(Kind::Month, period, view), view),
            Command::ByQuarter => self.turn(shorter(Kind::Quarter, period, view), view),
            Command::ByYear => self.turn(shorter(Kind::Year, period, view), view),
            Command::WriteReport => Reply::Open(Box::new(file::ReportFile::new(period))),
            Command::Open => self.open(view),
            command if self.sheet.on(command, &self.page(view).lines) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::REPORT)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        let page = self.page(view);
        let mut clients = page.records.get(self.sheet.at)?.iter().map(|(entity, uuid)| client_of(*entity, *uuid, view));
        let first = clients.next()??;
        clients.all(|other| other == Some(first)).then_some(first)
    }
}

/// The period of another kind that ends where this one has come to.
fn shorter(kind: Kind, period: Period, view: &View<'_>) -> Period {
    Period::of(kind, period.span.to.min(view.today()))
}
