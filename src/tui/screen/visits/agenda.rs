//! The agenda: days with their visits as lines of a page.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::date::plus_days;
use crate::domain::figures::agenda::{DayAhead, agenda};
use crate::domain::figures::calendar::{Calendar, Closed};
use crate::domain::words::VisitStatus;
use crate::domain::{Arg, Entity, Row as _, Visit};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::today::bits::Bits;
use crate::tui::screen::today::called;
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

/// Days shown at once.
const DAYS: u16 = 14;

#[derive(Default)]
pub(super) struct Agenda {
    /// The first day; None is today.
    from: Option<NaiveDate>,
    sheet: Sheet,
}

impl Agenda {
    /// With the cursor on a visit: from today on when it lies in these days, else from the first day given.
    pub fn on_visit(visit: Option<&Visit>, from: Option<NaiveDate>, view: &View<'_>) -> Self {
        let mut agenda = Self::default();
        let is_in = |agenda: &Self, visit: &Visit| agenda.visits(view).any(|other| other.uid() == visit.uid());
        if visit.is_none_or(|visit| !is_in(&agenda, visit)) {
            agenda.from = from.filter(|from| *from > view.today() || visit.is_some());
        }
        if let Some(visit) = visit {
            agenda.go_to(visit, view);
        }
        agenda
    }

    pub fn from(&self, view: &View<'_>) -> NaiveDate {
        self.from.unwrap_or_else(|| view.today())
    }

    pub fn days(&self, view: &View<'_>) -> Vec<DayAhead> {
        agenda(view.book(), self.from(view), usize::from(DAYS))
    }

    fn visits<'v>(&self, view: &View<'v>) -> impl Iterator<Item = &'v Visit> {
        let book = view.book();
        self.days(view).into_iter().flat_map(|day| day.visits).filter_map(|id| book.visit.get(id))
    }

    pub fn visit<'v>(&self, view: &View<'v>) -> Option<&'v Visit> {
        self.visits(view).nth(self.sheet.at)
    }

    pub fn go_to(&mut self, visit: &Visit, view: &View<'_>) {
        self.sheet.at = self.row_of(visit, view).unwrap_or(self.sheet.at);
    }

    fn row_of(&self, visit: &Visit, view: &View<'_>) -> Option<usize> {
        self.visits(view).position(|other| other.uid() == visit.uid())
    }

    /// The cursor goes to a visit where it is now, into another period as well.
    pub fn follow(&mut self, visit: &Visit, view: &View<'_>) {
        let (from, day) = (self.from(view), visit.day(view.book().settings().zone));
        let periods = (day - from).num_days().div_euclid(i64::from(DAYS));
        let mut there = Self { from: self.from, sheet: self.sheet.clone() };
        if periods != 0 {
            there.turn(view, periods * i64::from(DAYS));
        }
        if let Some(row) = there.row_of(visit, view) {
            there.sheet.at = row;
            *self = there;
        }
    }

    fn turn(&mut self, view: &View<'_>, days: i64) {
        let from = plus_days(self.from(view), days);
        self.from = Some(from).filter(|from| *from != view.today());
        self.sheet.at = 0;
    }

    pub fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if self.sheet.on(command, &lines(view, &self.days(view), 80)) {
            return Reply::Handled;
        }
        match command {
            Command::Earlier => self.turn(view, -i64::from(DAYS)),
            Command::Later => self.turn(view, i64::from(DAYS)),
            Command::Now => *self = Self::default(),
            Command::Add => {
                let client = self.visit(view).map(|visit| visit.client);
                return Reply::Go(Target::Form { entity: Entity::Visit, uuid: None, client });
            }
            _ => return Reply::Ignored,
        }
        Reply::Handled
    }

    pub fn draw(&self, buf: &mut Buffer, area: Rect, view: &View<'_>) {
        let lines = lines(view, &self.days(view), usize::from(area.width.saturating_sub(1)));
        if lines.is_empty() {
            paint::text(buf, area, 1, &format!(" {}", view.say("nothing-here")), view.style(Tone::Muted), view);
        }
        self.sheet.draw(buf, area, &lines, true, view);
    }
}

/// Days with visits under a rule each, working days without any in one line.
fn lines(view: &View<'_>, days: &[DayAhead], width: usize) -> Lines {
    let calendar = Calendar::of(view.book().settings());
    let visits = || days.iter().flat_map(|day| &day.visits).filter_map(|id| view.book().visit.get(*id));
    let room = visits().map(|visit| cells::width(&place(view, visit))).max().unwrap_or(0).min(width * 3 / 10);
    let mut lines = Lines::default();
    for day in days {
        if day.visits.is_empty() {
            let text = match calendar.closed(day.date) {
                None => view.say("visits-free"),
                Some(Closed::Holiday(text)) => text,
                Some(Closed::DayOff) => continue,
            };
            let free = format!("{}  {text}", named(view, day.date));
            lines.text(Bits::of(free, Tone::Muted).fit(width, view).line(view));
            continue;
        }
        let count = view.say_with("n-visits", &[("n", Arg::count(day.visits.len()))]);
        let day_off = calendar.closed(day.date).map(|closed| format!(", {}", closed_text(view, &closed)));
        lines.section(None, format!("{}{}", named(view, day.date), day_off.unwrap_or_default()), count);
        for visit in day.visits.iter().filter_map(|id| view.book().visit.get(*id)) {
            lines.row(row(view, visit, room, width).line(view));
        }
    }
    lines
}

/// `Mon 23 Nov, today`.
pub(super) fn named(view: &View<'_>, date: NaiveDate) -> String {
    let near = match (date - view.today()).num_days() {
        -1 => "word.yesterday",
        0 => "word.today",
        1 => "word.tomorrow",
        _ => return view.words.day_weekday(date),
    };
    view.words.remarks(&[view.words.day_weekday(date), view.words.term(near)])
}

/// Time, client, where and how long, who comes, what for.
fn row(view: &View<'_>, visit: &Visit, room: usize, width: usize) -> Bits {
    let zone = view.book().settings().zone;
    let time = view.words.time(visit.local_start(zone).time());
    let name = (width * 3 / 10).clamp(14, 30);
    let client = Bits::of(called::client_in(view, visit.client, name), Tone::Title).column(name, view);
    let line = Bits::of(time, Tone::Key).and(" ", Tone::Plain).then(client).and(" ", Tone::Plain);
    let line = line.and(view.left(&place(view, visit), room), Tone::Plain).and(" ", Tone::Plain);
    let line = match called::elsewhere(view, visit) {
        there if there.is_empty() => line,
        there => line.and(there, Tone::Accent).and("  ", Tone::Plain),
    };
    let line = match status(view, visit) {
        Some(status) => line.and(status, Tone::Warn).and("  ", Tone::Plain),
        None => line,
    };
    let line = line.and(called::people(view, visit), Tone::Plain);
    let purpose = visit.purpose.as_deref().unwrap_or_default();
    Bits::join([line, Bits::of(purpose, Tone::Muted)], "  ").fit(width, view)
}

/// Why the bank is closed, in a word.
pub(super) fn closed_text(view: &View<'_>, closed: &Closed) -> String {
    match closed {
        Closed::Holiday(text) => text.clone(),
        Closed::DayOff => view.say("visits-day-off"),
    }
}

/// Where and how long.
fn place(view: &View<'_>, visit: &Visit) -> String {
    format!("{} {}", called::place(view, visit), called::minutes(view, visit))
}

/// What became of it, when it is not just planned.
pub(super) fn status(view: &View<'_>, visit: &Visit) -> Option<String> {
    match visit.status {
        VisitStatus::Planned if visit.ends() > view.desk.now() => None,
        VisitStatus::Planned => Some(view.words.short("visit.status.to_write_up")),
        other => Some(view.words.short(&other.term())),
    }
}
