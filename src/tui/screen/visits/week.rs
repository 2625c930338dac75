//! The week: its keys. Which visit is where the domain says, how it looks stands in `picture`.

use std::cell::{Cell, RefCell};

use ratatui::layout::Rect;

use super::cursor::Cursor;
use super::shift::Shift;
use crate::desk::{Made, Trouble};
use crate::domain::date::local_text;
use crate::domain::figures::week::Week;
use crate::domain::words::VisitStatus;
use crate::domain::{Entity, Fields, Id, Row as _, Sentence, Visit};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::form;
use crate::tui::screen::gathering::{Gathering, Leaving, Saving};

#[derive(Default)]
pub(super) struct WeekView {
    /// None: where the day stands.
    cursor: Option<Cursor>,
    /// The visit that keys have moved so far.
    moving: Gathering<Shift>,
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
        self.moving.shown().copied()
    }

    /// A draft taken up again.
    pub fn take_up(&mut self, shift: Shift, view: &View<'_>) {
        let moved = shift.visit(view.book());
        *self = Self::on_visit(moved.as_ref(), view);
        self.moving.set(Some(shift));
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
        match self.moving.leaving(command) {
            Leaving::No => {}
            Leaving::Forget | Leaving::Save(None) => return self.take_back(view),
            // Enter is said to the new time, not to the visit.
            Leaving::Save(then) => return self.leave(then.filter(|then| *then != Command::Open)),
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
        if self.moving.is_of_another(&visit.uid()) {
            return self.leave(Some(command));
        }
        let shift = Shift::on(self.moving.now().copied(), visit, command);
        self.moving.set(shift);
        self.follow(visit.uid(), view);
        shift.map_or(Reply::Handled, |shift| shift.told(view))
    }

    /// The cursor goes to a visit where it is now, into another week as well.
    pub fn follow(&mut self, visit: Id<Visit>, view: &View<'_>) {
        let moved = self.moving.now().filter(|shift| shift.visit == visit).and_then(|shift| shift.visit(view.book()));
        if let Some(visit) = moved.as_ref().or_else(|| view.book().visit.get(visit)) {
            self.cursor = Self::on_visit(Some(visit), view).cursor;
        }
    }

    fn take_back(&mut self, view: &View<'_>) -> Reply {
        let Some(shift) = self.moving.take() else { return Reply::Handled };
        self.follow(shift.visit, view);
        Reply::forget_draft_saying(shift.key(), shift.stays(view))
    }

    fn leave(&mut self, then: Option<Command>) -> Reply {
        let Some(shift) = self.moving.take() else { return Reply::Handled };
        self.moving.save(shift, shift.edit(), then)
    }

    pub fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        match self.moving.made(outcome) {
            Saving::Other => {}
            Saving::Saved(reply) => return reply,
            Saving::Kept(visit) => self.follow(visit, view),
        }
        Reply::Handled
    }

    pub fn click(&mut self, x: u16, y: u16) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(place, _)| place.contains((x, y).into())).map(|(_, stop)| *stop);
        let Some(stop) = hit else { return Reply::Ignored };
        let reply = self.leave(None);
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
