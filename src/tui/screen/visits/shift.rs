//! A visit that is being moved by keys: pressed keys gather until the visit is left, then they are one step. Which time
//! is possible the rules know.

use chrono::Duration;
use serde_json::json;

use crate::domain::date::{LocalTime, local_text, parse_local, plus_days};
use crate::domain::moves::{Move, VisitMove};
use crate::domain::words::VisitStatus;
use crate::domain::{Answers, Book, Edit, Id, RefusalKind, Row as _, Sentence, Visit};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, Unsaved, View};
use crate::tui::screen::gathering::Owned;
use crate::tui::screen::today::called;

/// Minutes that a key moves by.
const MINUTES: i64 = 15;

const KEY: &str = "week.visit.";

/// A visit and its new start, in its own zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    pub visit: Id<Visit>,
    pub start: LocalTime,
}

impl Owned for Shift {
    type Owner = Id<Visit>;

    fn owner(&self) -> Id<Visit> {
        self.visit
    }
}

impl Shift {
    pub fn is_key(command: Command) -> bool {
        use Command::{DayEarlier, DayLater, StartEarlier, StartLater};
        matches!(command, DayEarlier | DayLater | StartEarlier | StartLater)
    }

    /// One key further. None when the visit is back where it was.
    pub fn on(so_far: Option<Self>, visit: &Visit, command: Command) -> Option<Self> {
        let start = so_far.map_or(visit.start, |shift| shift.start);
        let by = |minutes: i64| start.checked_add_signed(Duration::minutes(minutes)).unwrap_or(start);
        let start = match command {
            Command::DayEarlier => plus_days(start.date(), -1).and_time(start.time()),
            Command::DayLater => plus_days(start.date(), 1).and_time(start.time()),
            Command::StartEarlier => by(-MINUTES),
            Command::StartLater => by(MINUTES),
            _ => start,
        };
        (start != visit.start).then_some(Self { visit: visit.uid(), start })
    }

    /// The visit as it would be.
    pub fn visit(self, book: &Book) -> Option<Visit> {
        book.visit.get(self.visit).map(|visit| Visit { start: self.start, fold: 0, ..visit.clone() })
    }

    pub fn edit(self) -> Edit {
        Edit::Move(Move::Visit(self.visit, VisitMove::To { start: self.start, fold: None }))
    }

    /// What the rules say of it: why it cannot be, what to mind, else where the visit is now.
    pub fn told(self, view: &View<'_>) -> Reply {
        match view.desk.preview(&self.edit(), &Answers::default()) {
            Ok(planned) => Reply::Say(planned.warnings.into_iter().next().unwrap_or_else(|| self.said(view))),
            Err(trouble) => match trouble.refusal() {
                // What is asked is asked on saving.
                Some(refusal) if refusal.kind == RefusalKind::Ask => Reply::Say(refusal.sentence.clone()),
                _ => Reply::Refuse(trouble.sentence()),
            },
        }
    }

    fn said(self, view: &View<'_>) -> Sentence {
        self.at("visits-moving", Some(self.start), view)
    }

    /// What is said when it is taken back.
    pub fn stays(self, view: &View<'_>) -> Sentence {
        self.at("visits-stays", view.book().visit.get(self.visit).map(|visit| visit.start), view)
    }

    fn at(self, id: &str, start: Option<LocalTime>, view: &View<'_>) -> Sentence {
        let client = view.book().visit.get(self.visit).map(|visit| called::client_short(view, visit.client));
        let start = start.unwrap_or(self.start);
        let time = format!("{} {}", view.words.day_weekday(start.date()), view.words.time(start.time()));
        Sentence::new(id).text("client", client.unwrap_or_default()).text("time", time)
    }

    pub fn draft(self) -> Unsaved {
        Unsaved { key: self.key(), text: json!({ "start": local_text(self.start) }).to_string() }
    }

    pub fn key(self) -> String {
        format!("{KEY}{}", self.visit)
    }

    /// A draft read back; none when it is not one, or of a visit that does not move any more.
    pub fn of_draft(key: &str, text: &str, book: &Book) -> Option<Self> {
        let visit = Id::new(key.strip_prefix(KEY)?.parse().ok()?);
        let json: serde_json::Value = serde_json::from_str(text).ok()?;
        let start = parse_local(json.get("start")?.as_str()?)?;
        let planned = book.visit.get(visit).is_some_and(|visit| visit.status == VisitStatus::Planned);
        planned.then_some(Self { visit, start })
    }

    pub fn is_draft(key: &str) -> bool {
        key.starts_with(KEY)
    }
}
