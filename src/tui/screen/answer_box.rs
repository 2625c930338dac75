//! The bank of standard answers above a text that is being written: found while typing, read in full, inserted.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::standard_answers::{self, Sought};
use crate::domain::{Answer, Arg, Edit, Id};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame;
use crate::tui::widget::list::List;

/// Cells of the box, and lines of the list and of the answer beneath it.
const WIDTH: u16 = 92;
const LISTED: u16 = 7;
const READ: u16 = 6;

pub struct AnswerBox {
    sought: Sought,
    field: Field,
    list: List,
}

pub fn open(sought: Sought) -> Reply {
    Reply::Open(Box::new(AnswerBox { sought, field: Field::default(), list: List::default() }))
}

/// Saves texts with the answers that came into them: what was to be asked of those was asked when they came.
pub fn save(edit: Edit, used: Vec<Id<Answer>>) -> Reply {
    Reply::MakeWith(edit.with_answers(used), standard_answers::asked())
}

/// How many answers there are about the very matter.
pub fn ready(sought: &Sought, view: &View<'_>) -> usize {
    standard_answers::found(view.book(), sought, "").into_iter().filter(|answer| sought.is_about(answer)).count()
}

impl AnswerBox {
    fn found<'v>(&self, view: &View<'v>) -> Vec<&'v Answer> {
        standard_answers::found(view.book(), &self.sought, self.field.text())
    }

    fn chosen(&self, view: &View<'_>) -> Reply {
        let found = self.found(view);
        let Some(answer) = found.get(self.list.at) else { return Reply::Handled };
        let insert = Reply::Return(Returned::Record(answer.head.uid));
        match standard_answers::question(answer, view.today()) {
            Some(question) => Reply::Ask(question, Box::new(insert)),
            None => insert,
        }
    }
}

/// The question, and at its right whether it is to be checked, a language that is not the client's, topic and uses.
fn line(answer: &Answer, sought: &Sought, width: usize, view: &View<'_>) -> Line<'static> {
    let check = standard_answers::is_to_check(answer, view.today());
    let theirs = sought.language == Some(answer.language);
    let mut right: Vec<String> = Vec::new();
    right.extend((!theirs).then(|| answer.language.word().to_owned()));
    right.extend(answer.topic.clone());
    right.push(view.say_with("answer-uses", &[("n", Arg::Count(answer.uses))]));
    let mark = if check { format!("! {}  ", view.words.term("word.check_before_use")) } else { String::new() };
    let right = format!("{mark}{}", right.join(&format!(" {} ", view.marks.dot)));
    let right = view.fit(&right, (width / 2).max(width.saturating_sub(cells::width(&answer.question) + 2)));
    let room = width.saturating_sub(cells::width(&right) + 2);
    let tone = if check { Tone::Warn } else { Tone::Muted };
    Line::from(vec![
        Span::raw(view.left(&answer.question, room)),
        Span::raw("  "),
        Span::styled(right, view.style(tone)),
    ])
}

impl Layer for AnswerBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let found = self.found(view);
        let width = WIDTH.min(area.width.saturating_sub(6));
        let listed = u16::try_from(found.len()).unwrap_or(LISTED).clamp(1, LISTED);
        let height = (1 + listed + 1 + READ).min(area.height.saturating_sub(2));
        let inside = frame::boxed(frame, area, &view.say("catalogue-answers"), width, height, view);
        if self.field.text().is_empty() {
            frame::hint(frame.buffer_mut(), inside, &view.say("answer-box-hint"), view);
        }
        self.field.draw(frame, Rect { height: 1, ..inside }, true, view);
        let list = Rect { y: inside.y + 1, height: listed.min(inside.height.saturating_sub(1)), ..inside };
        let Some(answer) = found.get(self.list.at) else {
            let none = if view.book().answer.is_empty() { "answer-box-empty" } else { "picker-none" };
            return frame::text(frame.buffer_mut(), list, 0, &view.say(none), view.style(Tone::Muted), view);
        };
        self.list.draw(frame.buffer_mut(), list, found.len(), true, view, |n, width| {
            line(found[n], &self.sought, width, view)
        });
        let rest = inside.height.saturating_sub(listed + 1);
        let beneath = Rect { y: list.bottom(), height: rest, ..inside };
        frame::rule(frame.buffer_mut(), beneath, 0, None, "", "", view);
        let lines = cells::wrap(&answer.body, usize::from(beneath.width));
        for (y, text) in (1..beneath.height).zip(&lines) {
            let last = y + 1 == beneath.height && usize::from(y) < lines.len();
            let text = if last { format!("{text} {}", view.marks.cut) } else { text.clone() };
            frame::text(frame.buffer_mut(), beneath, y, &text, view.style(Tone::Plain), view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Open | Command::Next) => return self.chosen(view),
            Input::Do(Command::Back) => return Reply::Close,
            Input::Do(command) => drop(self.list.on(command, self.found(view).len())),
            Input::Wheel(by) => {
                let command = if by > 0 { Command::Down } else { Command::Up };
                self.list.on(command, self.found(view).len());
            }
            input if self.field.on(&input) => self.list.at = 0,
            _ => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}

/// Which answers came into which texts of a form, by the text's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inserted(Vec<(String, Id<Answer>)>);

impl Inserted {
    pub fn put(&mut self, text: impl Into<String>, answer: Id<Answer>) {
        self.0.push((text.into(), answer));
    }

    /// Those whose text is still there to be saved.
    pub fn kept(&self, stands: impl Fn(&str) -> bool) -> Vec<Id<Answer>> {
        self.0.iter().filter(|(text, _)| stands(text)).map(|(_, answer)| *answer).collect()
    }

    /// As a draft keeps it.
    pub fn json(&self) -> Json {
        self.0.iter().map(|(text, answer)| json!([text, answer.to_string()])).collect()
    }

    pub fn read(json: Option<&Json>) -> Self {
        let one = |item: &Json| {
            let answer: Uuid = item.get(1)?.as_str()?.parse().ok()?;
            Some((item.get(0)?.as_str()?.to_owned(), Id::new(answer)))
        };
        Self(json.and_then(Json::as_array).into_iter().flatten().filter_map(one).collect())
    }
}
