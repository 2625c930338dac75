//! The week: its keys. Which visit is where the domain says, how it looks stands in `picture`.

use std::cell::{Cell, RefCell};

use ratatui::layout::Rect;

use super::cursor::Cursor;
use super::shift::Shift;
use crate::desk::{Made, Trouble};
use crate::domain::date::local_text;
use crate::domain::figures::week::Week;
use crate::domain::words::VisitStatus;
use crate::domain::{Entity, Fields, Id, Sentence, Visit};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::form;

#[derive(Default)]
pub(super) struct WeekView {
    /// None: where the day stands.
    cursor: Option<Cursor>,
    /// The visit that keys have moved so far.
    shift: Option<Shift>,
    /// What was handed over to be saved; it comes back when it is refused.
    saving: Option<Shift>,
    /// What was asked for when the visit was left; done once it is saved.
    then: Option<Command>,
    /// Too little room for hours: one line a day.
    pub(super) is_compact: Cell<bool>,
    /// Lines of the grid that are scrolled away; drawing keeps the cursor in sight.
    pub(super) scrolled: Cell<usize>,
    /// Where what was drawn, for clicks.
    pub(super) drawn: RefCell<Vec<(Rect, Cursor)>>,
}

impl WeekView {
    pub fn on_visit(visit: Option<&Visit>, view: &View<'_>) -> Self {
        let cursor = visit.map(|visit| {
            let at = Cursor::free(visit.local_start(view.book().settings().zone));
            Cursor { visit: Some(Id::new(visit.head.uid)), ..at }
        });
        Self { cursor, ..Self::default() }
    }

    /// What keys have moved and nobody has saved yet.
    pub fn shift(&self) -> Option<Shift> {
        self.shift.or(self.saving)
    }

    /// A draft taken up again.
    pub fn take_up(&mut self, shift: Shift, view: &View<'_>) {
        let moved = shift.visit(view.book());
        *self = Self { shift: Some(shift), ..Self::on_visit(moved.as_ref(), view) };
    }

    pub fn week(&self, view: &View<'_>) -> Week {
        let moved = self.shift().and_then(|shift| shift.visit(view.book()));
        let day = self.cursor.map_or(view.today(), |cursor| cursor.day);
        Week::of(view.book(), day, moved.as_ref())
    }

    /// Where the cursor is; at first on the visit of today that is not over, else on the hour.
    pub fn cursor(&self, week: &Week, view: &View<'_>) -> Cursor {
        let now = view.now();
        let current = || {
            let day = week.day(now.date())?;
            day.visits.iter().find(|placed| placed.to > now).map(Cursor::on)
        };
        self.cursor.or_else(current).unwrap_or_else(|| Cursor::free(now)).settled(week)
    }

    pub fn visit<'v>(&self, view: &View<'v>) -> Option<&'v Visit> {
        let week = self.week(view);
        view.book().visit.get(self.cursor(&week, view).visit?)
    }

    /// A key of the week; ignored when it is none.
    pub fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if Shift::is_key(command) {
            return self.move_on(command, view);
        }
        if let Some(shift) = self.shift {
            match command {
                Command::Help | Command::Redraw | Command::Privacy => {}
                Command::Undo => return self.take_back(shift, view),
                Command::Open | Command::Back => return self.leave(shift, None),
                other => return self.leave(shift, Some(other)),
            }
        }
        let week = self.week(view);
        let cursor = self.cursor(&week, view);
        let to = match self.turned(command) {
            Command::Down => cursor.down(1, &week),
            Command::Up => cursor.down(-1, &week),
            Command::First => cursor.down(isize::MIN, &week),
            Command::Last => cursor.down(isize::MAX / 2, &week),
            Command::Left => cursor.days(-1),
            Command::Right => cursor.days(1),
            Command::Earlier => cursor.days(-7),
            Command::Later => cursor.days(7),
            Command::NextPane => cursor.next_visit(true, &week).unwrap_or(cursor),
            Command::PreviousPane => cursor.next_visit(false, &week).unwrap_or(cursor),
            Command::Now => {
                self.cursor = None;
                return Reply::Handled;
            }
            Command::Add => return plan(cursor, &week, view),
            _ => return Reply::Ignored,
        };
        self.cursor = Some(to);
        Reply::Handled
    }

    /// With one line a day the days are below each other, and what happens on one of them beside each other.
    fn turned(&self, command: Command) -> Command {
        if !self.is_compact.get() {
            return command;
        }
        match command {
            Command::Down => Command::Right,
            Command::Up => Command::Left,
            Command::Left => Command::PreviousPane,
            Command::Right => Command::NextPane,
            other => other,
        }
    }

    fn move_on(&mut self, command: Command, view: &View<'_>) -> Reply {
        let Some(visit) = self.visit(view) else { return Reply::Refuse(Sentence::new("visits-none-here")) };
        if visit.status != VisitStatus::Planned {
            return Reply::Refuse(Sentence::new("visits-not-planned"));
        }
        let shift = Shift::on(self.shift, visit, command);
        self.shift = shift;
        self.follow_shift(view);
        shift.map_or(Reply::Handled, |shift| shift.told(view))
    }

    /// The cursor stays on the visit, into another week as well.
    fn follow_shift(&mut self, view: &View<'_>) {
        let week = self.week(view);
        let id = self.cursor(&week, view).visit;
        let moved = self.shift.and_then(|shift| shift.visit(view.book()));
        let visit = moved.as_ref().or_else(|| id.and_then(|id| view.book().visit.get(id)));
        if let Some(visit) = visit {
            self.cursor = Self::on_visit(Some(visit), view).cursor;
        }
    }

    fn take_back(&mut self, shift: Shift, view: &View<'_>) -> Reply {
        self.shift = None;
        self.cursor = Self::on_visit(view.book().visit.get(shift.visit), view).cursor;
        Reply::forget_draft(shift.key())
    }

    fn leave(&mut self, shift: Shift, then: Option<Command>) -> Reply {
        self.shift = None;
        self.saving = Some(shift);
        self.then = then;
        Reply::Make(shift.edit())
    }

    pub fn made(&mut self, outcome: &Result<Made, Trouble>) -> Reply {
        let (saving, then) = (self.saving.take(), self.then.take());
        if outcome.is_err() {
            self.shift = saving;
            return Reply::Handled;
        }
        then.filter(|_| saving.is_some()).map_or(Reply::Handled, Reply::Run)
    }

    pub fn click(&mut self, x: u16, y: u16) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(place, _)| place.contains((x, y).into())).map(|(_, stop)| *stop);
        let Some(stop) = hit else { return Reply::Ignored };
        let reply = self.shift.map_or(Reply::Handled, |shift| self.leave(shift, None));
        self.cursor = Some(stop);
        reply
    }
}

/// The form of a new visit at the day and hour under the cursor.
fn plan(cursor: Cursor, week: &Week, view: &View<'_>) -> Reply {
    let mut given = Fields::new();
    given.insert("start".to_owned(), local_text(cursor.moment(week)).into());
    Reply::Open(form::add(Entity::Visit, given, view))
}
