//! Small boxes about one visit: another time, calling it off. Each asks and hands on; the rules
//! decide.

use chrono_tz::Tz;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::json;

use crate::domain::date::LocalTime;
use crate::domain::edit::Amend;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::FieldType;
use crate::domain::moves::{Move, VisitMove};
use crate::domain::words::{Party, VisitStatus};
use crate::domain::{Edit, Entity, Id, Row, Sentence, Visit};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::screen::line_box::LineBox;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list;

/// Asks for the new time of a visit in date words: `+14d`, `fri 10:00`, `10:30`. One that did not take place gets
/// another in its place.
pub fn another_time(visit: &Visit, view: &View<'_>) -> Reply {
    let (id, was, zone) = (visit.uid(), visit.start, visit.zone);
    let title = if visit.status == VisitStatus::Planned { "visits-move-title" } else { "visits-again-title" };
    let (day, time) = (view.words.date_with_weekday(was.date()), view.words.time(was.time()));
    // The hour is that of the place where the visit is.
    let elsewhere = zone != view.book().settings().zone;
    let city = if elsewhere { format!(" {}", view.words.city(zone)) } else { String::new() };
    let line = LineBox::new(view.say(title)).above(vec![format!("{day} {time}{city}")]);
    let line = line.below(view.say("visits-move-hint"), Tone::Key);
    Reply::Open(Box::new(line.then(move |typed, view| {
        if typed.is_empty() {
            return Reply::Close;
        }
        let to = |start| Reply::Make(Edit::Move(Move::Visit(id, VisitMove::To { start, fold: None })));
        moment(&typed, was, zone, view).map_or_else(Reply::Refuse, to)
    })))
}

/// The moment typed, in the visit's own zone.
fn moment(typed: &str, was: LocalTime, zone: Tz, view: &View<'_>) -> Result<LocalTime, Sentence> {
    let cx = EntryContext::new(view.book(), view.now()).in_zone(zone).instead_of(was);
    LocalTime::from_json(&entry::read(LocalTime::KIND, typed, &cx)?)
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
