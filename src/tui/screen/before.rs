//! A visit before it is held: who will be there, what for, what to ask. Space takes a proposed question along.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::{Value as Json, json};

use super::before_page::{self, Columns, Page, Row};
use super::line_box::LineBox;
use super::meeting;
use super::today::called;
use super::visits;
use crate::domain::edit::Amend;
use crate::domain::field::FieldType;
use crate::domain::parts::Question;
use crate::domain::table::AnyId;
use crate::domain::words::VisitStatus;
use crate::domain::{Client, Edit, Entity, Id, Sentence, Visit};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::Sheet;
use crate::tui::widget::{frame as paint, panes};

pub struct Before {
    visit: Id<Visit>,
    sheet: Sheet,
    /// As wide as it was last drawn.
    columns: Cell<Columns>,
    page: Kept<Columns, Page>,
}

impl Before {
    /// None when there is no such visit. The cursor begins at its questions.
    pub fn open(visit: Id<Visit>, view: &View<'_>) -> Option<Self> {
        let row = view.book().visit.get(visit)?;
        let mut sheet = Sheet::default();
        let columns = Columns(80, None);
        let page = before_page::page(view, row, columns);
        // The first that can be taken; where all are, the visit's own.
        let first = |wanted: fn(&Row) -> bool| page.rows.iter().position(wanted);
        let proposed = first(|row| matches!(row, Row::Proposed(_)));
        sheet.at = proposed.or_else(|| first(|row| matches!(row, Row::Question(_)))).unwrap_or(0);
        Some(Self { visit, sheet, columns: Cell::new(columns), page: Kept::default() })
    }

    /// The page as wide as it was last drawn; it walks over much of the book.
    fn page(&self, view: &View<'_>, visit: &Visit) -> Rc<Page> {
        let columns = self.columns.get();
        self.page.get(columns, view, || before_page::page(view, visit, columns))
    }

    /// Takes a proposed question along, or one of the visit's own that is not asked yet out again.
    fn take(view: &View<'_>, visit: &Visit, row: &Row) -> Reply {
        let mut questions = visit.questions.clone();
        match row {
            Row::Question(n) => match visit.questions.get(*n) {
                Some(question) if !question.asked && question.answer.is_none() => {
                    questions.remove(*n);
                }
                _ => return Reply::Refuse(Sentence::new("before-already-asked")),
            },
            Row::Proposed(next) => questions.push(Question {
                text: view.words.sentence(&next.text),
                about: next.about,
                r#ref: next.record.map(AnyId),
                step: next.step,
                asked: false,
                answer: None,
            }),
            _ => return Reply::Refuse(Sentence::new("before-nothing-to-take")),
        }
        with_questions(visit, &questions)
    }

    fn own(&self, view: &View<'_>, text: String) -> Reply {
        let Some(visit) = view.book().visit.get(self.visit) else { return Reply::Ignored };
        let mut questions = visit.questions.clone();
        questions.push(Question { text, about: None, r#ref: None, step: None, asked: false, answer: None });
        with_questions(visit, &questions)
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        let Some(visit) = view.book().visit.get(self.visit) else { return Reply::Ignored };
        let page = self.page(view, visit);
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        let (id, client) = (self.visit, visit.client);
        match command {
            Command::TakeQuestion => {
                page.rows.get(self.sheet.at).map_or(Reply::Ignored, |row| Self::take(view, visit, row))
            }
            Command::Open => page.rows.get(self.sheet.at).map_or(Reply::Ignored, |row| open(row, client)),
            Command::Add => Reply::Open(Box::new(LineBox::new(view.say("before-own-question")).wide())),
            Command::MoveVisit => visits::moving(view, id),
            Command::Remove => visits::calling_off(view, id),
            Command::Invite => meeting::invite_to(visit, view),
            Command::WriteUp | Command::AddWriteUp => Reply::Go(Target::After(id)),
            Command::Brief => Reply::Go(Target::Brief { client, visit: Some(id) }),
            Command::Export => Reply::Go(Target::Export { client, visit: Some(id) }),
            Command::Edit => Reply::Go(Target::Form { entity: Entity::Visit, uuid: Some(id.uuid), client: None }),
            _ => Reply::Ignored,
        }
    }
}

fn with_questions(visit: &Visit, questions: &[Question]) -> Reply {
    let questions: Vec<Json> = questions.iter().map(FieldType::json).collect();
    let fields = [("questions".to_owned(), json!(questions))].into_iter().collect();
    Reply::Make(Edit::Amend(Amend::new(Entity::Visit, visit.head.uid, fields)))
}

/// What a row leads to.
fn open(row: &Row, client: Id<Client>) -> Reply {
    Reply::Go(match row {
        Row::Person(person) => Target::Person(*person),
        Row::Record(entity, uuid) => Target::Record(*entity, *uuid),
        Row::Past(visit) => Target::After(*visit),
        Row::Question(_) | Row::Proposed(_) => Target::Client(client, crate::tui::target::Tab::Map),
    })
}

/// ` Before the visit  Client  Mon 23 Nov 2026 09:30  in 1h30`.
fn head(view: &View<'_>, visit: &Visit, width: usize) -> String {
    let start = visit.local_start(view.book().settings().zone);
    let when = |day: String| {
        let client = called::client_in(view, visit.client, width / 3);
        let there = called::elsewhere(view, visit);
        let there = if there.is_empty() { there } else { format!(" {there}") };
        format!(" {client}  {day} {}{there}", view.words.time(start.time()))
    };
    let minutes = (visit.starts() - view.desk.now()).num_minutes();
    let right = match visit.status {
        VisitStatus::Planned if (1..1440).contains(&minutes) => view.words.in_minutes(minutes),
        VisitStatus::Planned if visit.ends() <= view.desk.now() => view.words.short("visit.status.to_write_up"),
        VisitStatus::Planned => String::new(),
        status => view.words.term(&status.term()),
    };
    let right = format!("{right} ");
    let (full, short) = (when(view.words.date_with_weekday(start.date())), when(view.words.day_weekday(start.date())));
    let title = view.say("before-title");
    let ways = [format!(" {title} {full}"), format!(" {title} {short}"), short];
    let fits = |left: &&String| cells::width(left) + cells::width(&right) < width;
    let left = ways.iter().find(fits).or(ways.last()).map_or("", String::as_str);
    cells::both_ends(left, &right, width, view.marks.cut)
}

impl Layer for Before {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let Some(visit) = view.book().visit.get(self.visit) else { return };
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (left, right) = panes::halves(below);
        let room = |area: Rect| usize::from(area.width.saturating_sub(1));
        self.columns.set(Columns(room(left), right.map(room)));
        let page = self.page(view, visit);
        let buf = frame.buffer_mut();
        let head = head(view, visit, usize::from(area.width));
        paint::text(buf, area, 0, &head, view.style(Tone::Title), view);
        match (right, page.second) {
            (Some(right), Some(second)) => self.sheet.draw_in_two(buf, [left, right], &page.lines, second, view),
            _ => self.sheet.draw(buf, left, &page.lines, true, view),
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(command) => self.command(command, view),
            Input::Wheel(by) => self.command(if by > 0 { Command::Down } else { Command::Up }, view),
            Input::Returned(Returned::Text(text)) if text.is_empty() => Reply::Handled,
            Input::Returned(Returned::Text(text)) => self.own(view, text),
            Input::Minute => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::BEFORE)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        view.book().visit.get(self.visit).map(|visit| visit.client)
    }

    fn ticks(&self) -> bool {
        true
    }
}
