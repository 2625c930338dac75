//! Marking an occasion: what was done for it, in a word or two.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Sentence;
use crate::domain::field::FieldType;
use crate::domain::figures::View as Figures;
use crate::domain::figures::occasions::{self, Near};
use crate::domain::words::OccasionKind;
use crate::domain::{Entity, Id, Occasion, Person};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;

/// What is done most, by its digit while nothing is typed.
const USUAL: [&str; 4] = ["occasion-call", "occasion-letter", "occasion-flowers", "occasion-visit"];

pub struct MarkBox {
    near: Near,
    field: Field,
}

/// The box for an occasion that is near; how it was to be marked stands in it.
pub fn mark(near: &Near) -> Reply {
    let field = Field::new(near.how.clone().unwrap_or_default());
    Reply::Open(Box::new(MarkBox { near: near.clone(), field }))
}

/// The same for a row of the book, of its next day or of the one this year.
pub fn mark_row(occasion: Id<Occasion>, view: &View<'_>) -> Reply {
    let found = occasions::of_row(&Figures::on(view.book(), view.today()), occasion);
    found.map_or_else(|| Reply::Refuse(Sentence::new("occasion-no-day")), |near| mark(&near))
}

/// A birthday is prepared in a row that says how and how long before.
pub fn prepare_birthday(person: Id<Person>, view: &View<'_>) -> Reply {
    let birthday = view.book().person.get(person).and_then(|person| person.birthday);
    let fields = [
        ("person".to_owned(), person.json()),
        ("kind".to_owned(), OccasionKind::Birthday.json()),
        ("date".to_owned(), birthday.json()),
    ];
    Reply::Open(super::form::add(Entity::Occasion, fields.into_iter().collect(), view))
}

impl Layer for MarkBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let inside = paint::boxed(frame, area, &view.say("occasion-mark-title"), 56, 4, view);
        let who = match self.near.whose {
            occasions::Whose::Person(person) => super::today::called::person(view, person),
            occasions::Whose::Client(client) => super::today::called::client(view, client),
        };
        let what = super::today::called::occasion(view, &self.near);
        let day = view.words.day_weekday(self.near.date);
        let line = format!("{day}  {} {}", view.private(who), view.private(what));
        paint::text(frame.buffer_mut(), inside, 0, &line, view.style(Tone::Muted), view);
        self.field.draw(frame, Rect { y: inside.y + 1, height: 1, ..inside }, true, view);
        let usual: Vec<String> = USUAL.iter().zip(1..).map(|(id, n)| format!("{n} {}", view.say(id))).collect();
        paint::text(frame.buffer_mut(), inside, 2, &usual.join("  "), view.style(Tone::Key), view);
        paint::text(frame.buffer_mut(), inside, 3, &view.say("occasion-mark-hint"), view.style(Tone::Muted), view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Input::Key(key) = &input
            && self.field.text().is_empty()
            && let Some(n) = key.typed().and_then(|c| c.to_digit(10))
            && let Some(id) = (n as usize).checked_sub(1).and_then(|n| USUAL.get(n))
        {
            self.field = Field::new(view.say(id));
            return Reply::Handled;
        }
        match input {
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(Command::Open) => {
                let what = Some(self.field.text().trim().to_owned()).filter(|text| !text.is_empty());
                self.near.mark(view.book(), view.today(), what).map_or(Reply::Close, Reply::Make)
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
