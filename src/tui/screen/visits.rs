//! The days ahead and their visits: Enter opens one, `M` moves it, Delete calls it off, `a` plans another.

use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::before_page;
use super::today::bits::Bits;
use super::today::called;
use super::visit_boxes::{CallOff, Move};
use crate::domain::date::plus_days;
use crate::domain::figures::agenda::{DayAhead, agenda};
use crate::domain::figures::calendar::Calendar;
use crate::domain::words::VisitStatus;
use crate::domain::{Arg, Client, Entity, Id, Row as _, Sentence, Visit};
use crate::tui::by_name::each_once;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::{Lines, Sheet};
use crate::tui::widget::{frame as paint, panes};

/// Cells the list can use.
const LIST: u16 = 100;
/// Days shown at once.
const DAYS: u16 = 14;

#[derive(Default)]
pub struct Visits {
    /// The first day; None is today.
    from: Option<NaiveDate>,
    sheet: Sheet,
}

impl Visits {
    fn from(&self, view: &View<'_>) -> NaiveDate {
        self.from.unwrap_or_else(|| view.today())
    }

    fn days(&self, view: &View<'_>) -> Vec<DayAhead> {
        agenda(view.book(), self.from(view), usize::from(DAYS))
    }

    fn visits<'v>(&self, view: &View<'v>) -> impl Iterator<Item = &'v Visit> {
        let ids = self.days(view).into_iter().flat_map(|day| day.visits);
        let book = view.book();
        ids.filter_map(|id| book.visit.get(id))
    }

    fn visit<'v>(&self, view: &View<'v>) -> Option<&'v Visit> {
        self.visits(view).nth(self.sheet.at)
    }

    fn turn(&mut self, view: &View<'_>, days: i64) {
        let from = plus_days(self.from(view), days);
        self.from = Some(from).filter(|from| *from != view.today());
        self.sheet.at = 0;
    }

    fn of_visit(&self, command: Command, view: &View<'_>) -> Reply {
        let Some(visit) = self.visit(view) else { return Reply::Ignored };
        let (id, client) = (visit.uid(), visit.client);
        match command {
            Command::Open if visit.status == VisitStatus::Held => Reply::Go(Target::After(id)),
            Command::Open => Reply::Go(Target::Before(id)),
            Command::WriteUp | Command::AddWriteUp => Reply::Go(Target::After(id)),
            Command::Brief => Reply::Go(Target::Brief { client, visit: Some(id) }),
            Command::Export => Reply::Go(Target::Export { client, visit: Some(id) }),
            Command::Edit => Reply::Go(Target::Form { entity: Entity::Visit, uuid: Some(id.uuid), client: None }),
            Command::MoveVisit => moving(view, id),
            Command::Remove => calling_off(view, id),
            _ => Reply::Ignored,
        }
    }
}

/// The box that asks for another time; only what is planned moves.
pub fn moving(view: &View<'_>, id: Id<Visit>) -> Reply {
    match planned(view, id) {
        Some(visit) => Reply::Open(Box::new(Move::new(visit))),
        None => Reply::Refuse(Sentence::new("visits-not-planned")),
    }
}

/// Cancelled or missed, by whom and why: asked in a box.
pub fn calling_off(view: &View<'_>, id: Id<Visit>) -> Reply {
    match planned(view, id) {
        Some(visit) => Reply::Open(Box::new(CallOff::new(visit, visit.ends() <= view.desk.now()))),
        None => Reply::Refuse(Sentence::new("visits-not-planned")),
    }
}

fn planned<'a>(view: &View<'a>, id: Id<Visit>) -> Option<&'a Visit> {
    view.book().visit.get(id).filter(|visit| visit.status == VisitStatus::Planned)
}

/// Days with visits under a rule each, working days without any in one line.
fn lines(view: &View<'_>, days: &[DayAhead], width: usize) -> Lines {
    let calendar = Calendar::of(view.book().settings());
    let visits = || days.iter().flat_map(|day| &day.visits).filter_map(|id| view.book().visit.get(*id));
    let room = visits().map(|visit| cells::width(&place(view, visit))).max().unwrap_or(0).min(width * 3 / 10);
    let mut lines = Lines::default();
    for day in days {
        if day.visits.is_empty() {
            if calendar.is_working(day.date) {
                let free = format!("{}  {}", named(view, day.date), view.say("visits-free"));
                lines.text(Bits::of(free, Tone::Muted).fit(width, view).line(view));
            }
            continue;
        }
        let count = view.say_with("n-visits", &[("n", Arg::count(day.visits.len()))]);
        lines.section(None, named(view, day.date), count);
        for visit in day.visits.iter().filter_map(|id| view.book().visit.get(*id)) {
            lines.row(row(view, visit, room, width).line(view));
        }
    }
    lines
}

/// `Mon 23 Nov, today`.
fn named(view: &View<'_>, date: NaiveDate) -> String {
    let near = match (date - view.today()).num_days() {
        -1 => "word.yesterday",
        0 => "word.today",
        1 => "word.tomorrow",
        _ => return view.words.day_weekday(date),
    };
    view.words.list(&[view.words.day_weekday(date), view.words.term(near)])
}

/// Time, client, where and how long, who comes, what for.
fn row(view: &View<'_>, visit: &Visit, room: usize, width: usize) -> Bits {
    let zone = view.book().settings().zone;
    let time = view.words.time(visit.local_start(zone).time());
    let name = (width * 3 / 10).clamp(14, 30);
    let client = Bits::of(called::client_in(view, visit.client, name), Tone::Title).column(name, view);
    let line = Bits::of(time, Tone::Key).and(" ", Tone::Plain).then(client).and(" ", Tone::Plain);
    let line = line.and(view.left(&place(view, visit), room), Tone::Plain).and(" ", Tone::Plain);
    let line = match status(view, visit) {
        Some(status) => line.and(status, Tone::Warn).and("  ", Tone::Plain),
        None => line,
    };
    let line = line.and(called::people(view, visit), Tone::Plain);
    let purpose = visit.purpose.as_deref().unwrap_or_default();
    Bits::join([line, Bits::of(purpose, Tone::Muted)], "  ").fit(width, view)
}

/// Where and how long.
fn place(view: &View<'_>, visit: &Visit) -> String {
    format!("{} {}", called::place(view, visit), called::minutes(view, visit))
}

/// What became of it, when it is not just planned.
fn status(view: &View<'_>, visit: &Visit) -> Option<String> {
    match visit.status {
        VisitStatus::Planned if visit.ends() > view.desk.now() => None,
        VisitStatus::Planned => Some(view.words.short("visit.status.to_write_up")),
        other => Some(view.words.short(&other.term())),
    }
}

impl Layer for Visits {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let days = self.days(view);
        let (from, to) = (self.from(view), days.last().map_or_else(|| view.today(), |day| day.date));
        let period = format!("{} – {}", view.words.day_weekday(from), view.words.day_weekday(to));
        let count = days.iter().map(|day| day.visits.len()).sum();
        let right = format!("{} ", view.say_with("n-visits", &[("n", Arg::count(count))]));
        let head = format!(" {}  {period}", view.say("screen-visits"));
        let head = cells::both_ends(&head, &right, usize::from(area.width), view.marks.cut);
        let buf = frame.buffer_mut();
        paint::text(buf, area, 0, &head, view.style(Tone::Title), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (list, beside) = panes::detail(below, LIST);
        let lines = lines(view, &days, usize::from(list.width.saturating_sub(1)));
        if lines.is_empty() {
            paint::text(buf, below, 1, &format!(" {}", view.say("nothing-here")), view.style(Tone::Muted), view);
        }
        self.sheet.draw(buf, list, &lines, true, view);
        if let (Some(place), Some(visit)) = (beside, self.visit(view)) {
            before_page::beside(view, visit, usize::from(place.width) - 1).draw(buf, place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let command = match input {
            Input::Do(command) => command,
            Input::Wheel(by) if by > 0 => Command::Down,
            Input::Wheel(_) => Command::Up,
            _ => return Reply::Ignored,
        };
        let lines = lines(view, &self.days(view), 80);
        if self.sheet.on(command, &lines) {
            return Reply::Handled;
        }
        match command {
            Command::Earlier => self.turn(view, -i64::from(DAYS)),
            Command::Later => self.turn(view, i64::from(DAYS)),
            Command::Now => {
                self.from = None;
                self.sheet.at = 0;
            }
            Command::Add => {
                return Reply::Go(Target::Form { entity: Entity::Visit, uuid: None, client: self.client(view) });
            }
            command => return self.of_visit(command, view),
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::screen(Place::VISITS)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.visit(view).map(|visit| visit.client)
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        Some(Rc::new(each_once(self.visits(view).map(|visit| visit.client))))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        let found = self.visits(view).position(|visit| visit.client == client);
        self.sheet.at = found.unwrap_or(self.sheet.at);
    }
}
