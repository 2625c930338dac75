//! Small boxes about one visit: another time, calling it off, a line of one's own. Each asks and hands on; the rules
//! decide.

use chrono::NaiveTime;
use chrono_tz::Tz;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::json;

use crate::domain::date::LocalTime;
use crate::domain::edit::Amend;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::FieldType;
use crate::domain::moves::{self, VisitMove};
use crate::domain::words::{Party, VisitStatus};
use crate::domain::{Edit, Entity, Id, Row, Sentence, Visit};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list;

/// Asks for the new time of a visit in date words: `+14d`, `fri 10:00`, `10:30`. One that did not take place gets
/// another in its place.
pub struct Move {
    visit: Id<Visit>,
    again: bool,
    start: LocalTime,
    zone: Tz,
    field: Field,
}

impl Move {
    pub fn new(visit: &Visit) -> Self {
        let again = visit.status != VisitStatus::Planned;
        Self { visit: visit.uid(), again, start: visit.start, zone: visit.zone, field: Field::default() }
    }
}

/// The moment typed, in the visit's own zone: what is left out, day or hour, stays as it was.
fn moment(typed: &str, was: LocalTime, zone: Tz, view: &View<'_>) -> Result<LocalTime, Sentence> {
    if let Ok(time) = NaiveTime::parse_from_str(typed.trim(), "%H:%M") {
        return Ok(was.date().and_time(time));
    }
    let cx = EntryContext { zone, ..EntryContext::new(view.book(), view.now()) }.at_time(Some(was.time()));
    let read = entry::read(LocalTime::KIND, typed, &cx)?;
    LocalTime::from_json(&read)
}

impl Layer for Move {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let title = if self.again { "visits-again-title" } else { "visits-move-title" };
        let inside = paint::boxed(frame, area, &view.say(title), 50, 3, view);
        let at = format!("{} {}", view.words.date_with_weekday(self.start.date()), view.words.time(self.start.time()));
        // The hour is that of the place where the visit is.
        let elsewhere = self.zone != view.book().settings().zone;
        let was = if elsewhere { format!("{at} {}", view.words.city(self.zone)) } else { at };
        paint::text(frame.buffer_mut(), inside, 0, &was, view.style(Tone::Muted), view);
        self.field.draw(frame, Rect { y: inside.y + 1, height: 1, ..inside }, true, view);
        let last = inside.height.saturating_sub(1);
        paint::text(frame.buffer_mut(), inside, last, &view.say("visits-move-hint"), view.style(Tone::Key), view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(Command::Open | Command::Next) if self.field.text().trim().is_empty() => Reply::Close,
            Input::Do(Command::Open | Command::Next) => match moment(self.field.text(), self.start, self.zone, view) {
                Ok(start) => {
                    Reply::Make(Edit::Move(moves::Move::Visit(self.visit, VisitMove::To { start, fold: None })))
                }
                Err(sentence) => Reply::Refuse(sentence),
            },
            input if self.field.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}

/// Asks what became of a visit that did not take place, whose doing it was and why.
pub struct CallOff {
    visit: Id<Visit>,
    choices: Vec<(VisitStatus, Party)>,
    at: usize,
    reason: Field,
}

impl CallOff {
    /// A visit that is over was missed, or cancelled before; one to come can only be cancelled.
    pub fn new(visit: &Visit, over: bool) -> Self {
        use Party::{Them, Us};
        use VisitStatus::{Cancelled, Missed};
        let mut choices = vec![(Cancelled, Them), (Cancelled, Us)];
        if over {
            choices.extend([(Missed, Them), (Missed, Us)]);
        }
        Self { visit: visit.uid(), choices, at: 0, reason: Field::default() }
    }

    fn edit(&self) -> Option<Edit> {
        let (status, by) = self.choices.get(self.at)?;
        let reason = Some(self.reason.text().trim()).filter(|text| !text.is_empty());
        let fields = [
            ("status".to_owned(), json!(status.word())),
            ("cancelled_by".to_owned(), json!(by.word())),
            ("cancel_reason".to_owned(), json!(reason)),
        ];
        Some(Edit::Amend(Amend::new(Entity::Visit, self.visit.uuid, fields.into_iter().collect())))
    }
}

/// `cancelled by the client`.
fn said(choice: (VisitStatus, Party), view: &View<'_>) -> String {
    view.say(&format!("visits-{}-by-{}", choice.0.word(), choice.1.word()))
}

impl Layer for CallOff {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.choices.len()).unwrap_or(4);
        let inside = paint::boxed(frame, area, &view.say("visits-call-off-title"), 50, rows + 3, view);
        for (y, choice) in (0..rows).zip(&self.choices) {
            let line = format!("  {}", said(*choice, view));
            paint::text(frame.buffer_mut(), inside, y, &line, view.style(Tone::Plain), view);
            if usize::from(y) == self.at {
                list::mark(frame.buffer_mut(), Rect { height: rows, ..inside }, y, true, view);
            }
        }
        paint::text(frame.buffer_mut(), inside, rows, &view.say("visits-why"), view.style(Tone::Muted), view);
        self.reason.draw(frame, Rect { y: inside.y + rows + 1, height: 1, ..inside }, true, view);
        let last = inside.height.saturating_sub(1);
        paint::text(frame.buffer_mut(), inside, last, &view.say("visits-call-off-hint"), view.style(Tone::Key), view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(Command::Open) => self.edit().map_or(Reply::Ignored, Reply::Make),
            Input::Do(Command::Down | Command::Next) => {
                self.at = (self.at + 1) % self.choices.len().max(1);
                Reply::Handled
            }
            Input::Do(Command::Up) => {
                self.at = self.at.checked_sub(1).unwrap_or_else(|| self.choices.len().saturating_sub(1));
                Reply::Handled
            }
            input if self.reason.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}

/// Asks for one line of text and hands it back.
pub struct OneLine {
    title: String,
    field: Field,
}

impl OneLine {
    pub fn new(title: String) -> Self {
        Self { title, field: Field::default() }
    }
}

impl Layer for OneLine {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let inside = paint::boxed(frame, area, &self.title, area.width.saturating_sub(8).min(90), 1, view);
        self.field.draw(frame, inside, true, view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(Command::Open | Command::Next) if self.field.text().trim().is_empty() => Reply::Close,
            Input::Do(Command::Open | Command::Next) => {
                Reply::Return(Returned::Text(self.field.text().trim().to_owned()))
            }
            input if self.field.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
