//! The days ahead and their visits, as an agenda or as a week: Enter opens one, `M` moves it, Delete calls it off, `a`
//! plans another.

mod agenda;
mod cursor;
mod grid;
mod picture;
mod shift;
#[cfg(test)]
mod tests;
mod week;

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use self::agenda::Agenda;
use self::shift::Shift;
use self::week::WeekView;
use super::before_page;
use super::meeting;
use super::visit_boxes::{CallOff, another_time};
use crate::desk::{Made, Trouble};
use crate::domain::words::VisitStatus;
use crate::domain::{Arg, Client, Entity, Id, Row as _, Sentence, Visit};
use crate::tui::by_name::each_once;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Unsaved, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::{frame as paint, panes};

/// Cells that the list and the week can use.
const LIST: u16 = 100;
const WEEK: u16 = 124;

#[derive(Default)]
pub struct Visits {
    agenda: Agenda,
    /// None: the agenda is shown.
    week: Option<WeekView>,
    /// The visit under the cursor after the last key: the cursor stays with it when it moves to another day.
    on: Option<Id<Visit>>,
}

impl Visits {
    /// As they were last looked at.
    pub fn open(view: &View<'_>) -> Self {
        Self { week: view.by_week.get().then(WeekView::default), ..Self::default() }
    }

    /// The week with what keys have moved and nobody has saved.
    pub fn of_draft(key: &str) -> Option<Self> {
        Shift::is_draft(key).then(|| Self { week: Some(WeekView::default()), ..Self::default() })
    }

    fn visit<'v>(&self, view: &View<'v>) -> Option<&'v Visit> {
        match &self.week {
            Some(week) => week.visit(view),
            None => self.agenda.visit(view),
        }
    }

    /// All that are in reach of the cursor, in their order.
    fn visits<'v>(&self, view: &View<'v>) -> Vec<&'v Visit> {
        let ids: Vec<Id<Visit>> = match &self.week {
            Some(week) => week.week(view).visits().map(|(_, placed)| placed.visit).collect(),
            None => self.agenda.days(view).into_iter().flat_map(|day| day.visits).collect(),
        };
        ids.into_iter().filter_map(|id| view.book().visit.get(id)).collect()
    }

    /// From the agenda to the week and back, on the same visit.
    fn toggle(&mut self, view: &View<'_>) -> Reply {
        let visit = self.visit(view);
        match &self.week {
            Some(week) => {
                self.agenda = Agenda::on_visit(visit, week.week(view).days.first().map(|day| day.date), view);
                self.week = None;
            }
            None => self.week = Some(WeekView::on_visit(visit, view)),
        }
        view.by_week.set(self.week.is_some());
        Reply::Handled
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        let reply = match &mut self.week {
            Some(week) => week.command(command, view),
            None => self.agenda.command(command, view),
        };
        let reply = match (reply, command) {
            (Reply::Ignored, Command::WeekView | Command::AgendaView) => self.toggle(view),
            (Reply::Ignored, command) => self.of_visit(command, view),
            (reply, _) => reply,
        };
        self.on = self.visit(view).map(Visit::uid);
        reply
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
            Command::Invite => meeting::invite_to(visit, view),
            _ => Reply::Ignored,
        }
    }

    /// ` Visits  Mon 23 Nov – Sun 6 Dec           9 visits`.
    fn head(&self, width: usize, view: &View<'_>) -> String {
        let (from, to) = match &self.week {
            Some(week) => {
                let days = week.week(view).days;
                (days.first().map(|day| day.date), days.last().map(|day| day.date))
            }
            None => (Some(self.agenda.from(view)), self.agenda.days(view).last().map(|day| day.date)),
        };
        let named = |day: Option<chrono::NaiveDate>| view.words.day_weekday(day.unwrap_or(view.today()));
        let period = format!("{} – {}", named(from), named(to));
        let count = Arg::count(self.visits(view).len());
        let right = format!("{} ", view.say_with("n-visits", &[("n", count)]));
        cells::both_ends(&format!(" {}  {period}", view.say("screen-visits")), &right, width, view.marks.cut)
    }
}

/// The box that asks for another time. What was cancelled or missed is planned again; what was held stays where it was.
pub fn moving(view: &View<'_>, id: Id<Visit>) -> Reply {
    let visit = view.book().visit.get(id).filter(|visit| visit.status != VisitStatus::Held);
    match visit {
        Some(visit) => another_time(visit, view),
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

impl Layer for Visits {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let buf = frame.buffer_mut();
        let head = self.head(usize::from(area.width), view);
        paint::text(buf, area, 0, &head, view.style(Tone::Title), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (list, beside) = panes::detail(below, if self.week.is_some() { WEEK } else { LIST });
        match &self.week {
            Some(week) => picture::draw(week, buf, list, view),
            None => self.agenda.draw(buf, list, view),
        }
        if let (Some(place), Some(visit)) = (beside, self.visit(view)) {
            before_page::beside(view, visit, usize::from(place.width) - 1).draw(buf, place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match (input, &mut self.week) {
            (Input::Do(command), _) => self.command(command, view),
            (Input::Wheel(by), _) => self.command(if by > 0 { Command::Down } else { Command::Up }, view),
            (Input::Click { x, y }, Some(week)) => week.click(x, y),
            _ => Reply::Ignored,
        }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        let drafts = view.desk.drafts().unwrap_or_default();
        let found =
            drafts.iter().find_map(|draft| Some((Shift::of_draft(&draft.key, &draft.text, view.book())?, draft.at)));
        let Some((shift, at)) = found else { return Reply::Handled };
        self.week.get_or_insert_default().take_up(shift, view);
        let at = at.with_timezone(&view.book().settings().zone).naive_local();
        Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at)))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        self.week.as_mut().map_or(Reply::Handled, |week| week.made(outcome, view))
    }

    fn changed(&mut self, view: &View<'_>) {
        let Some(visit) = self.on.and_then(|visit| view.book().visit.get(visit)) else { return };
        match &mut self.week {
            Some(week) => week.follow(visit.uid(), view),
            None => self.agenda.follow(visit, view),
        }
    }

    fn place(&self) -> Here {
        match &self.week {
            Some(_) => Here::section(Place::WEEK, Place::VISITS),
            None => Here::screen(Place::VISITS),
        }
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.visit(view).map(|visit| visit.client)
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        Some(Rc::new(each_once(self.visits(view).into_iter().map(|visit| visit.client))))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        let found = self.visits(view).into_iter().find(|visit| visit.client == client);
        match (&mut self.week, found) {
            (Some(week), Some(visit)) => *week = WeekView::on_visit(Some(visit), view),
            (None, Some(visit)) => self.agenda.go_to(visit, view),
            (_, None) => {}
        }
    }

    fn draft(&self) -> Option<Unsaved> {
        self.week.as_ref()?.shift().map(Shift::draft)
    }
}
