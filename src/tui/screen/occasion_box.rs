//! Marking an occasion: what was done for it, in a word or two.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Sentence;
use crate::domain::field::FieldType;
use crate::domain::figures::View as Figures;
use crate::domain::figures::occasions::{self, Near};
use crate::domain::words::OccasionKind;
use crate::domain::{Entity, Id, Occasion, Person};
use crate::tui::command::Here;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::screen::line_box::{LineBox, Typed};
use crate::tui::theme::Tone;

/// What is done most, by its digit while nothing has been typed.
const USUAL: [&str; 4] = ["occasion-call", "occasion-letter", "occasion-flowers", "occasion-visit"];

pub struct MarkBox {
    near: Near,
    line: LineBox,
}

/// The box for an occasion that is near; how it was to be marked stands in it.
pub fn mark(near: &Near, view: &View<'_>) -> Reply {
    let who = match near.whose {
        occasions::Whose::Person(person) => super::today::called::person(view, person),
        occasions::Whose::Client(client) => super::today::called::client(view, client),
    };
    let what = super::today::called::occasion(view, near);
    let about = format!("{}  {} {}", view.words.day_weekday(near.date), view.private(who), view.private(what));
    let usual: Vec<String> = USUAL.iter().zip(1..).map(|(id, n)| format!("{n} {}", view.say(id))).collect();
    let line = LineBox::new(view.say("occasion-mark-title")).above(vec![about]);
    let line = line.holding(near.how.clone().unwrap_or_default()).below(usual.join("  "), Tone::Key);
    let line = line.below(view.say("occasion-mark-hint"), Tone::Muted);
    Reply::Open(Box::new(MarkBox { near: near.clone(), line }))
}

/// The same for a row of the book, of its next day or of the one this year.
pub fn mark_row(occasion: Id<Occasion>, view: &View<'_>) -> Reply {
    let found = occasions::of_row(&Figures::on(view.book(), view.today()), occasion);
    found.map_or_else(|| Reply::Refuse(Sentence::new("occasion-no-day")), |near| mark(&near, view))
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

impl MarkBox {
    /// Nothing is typed: it is empty, or as it was filled beforehand.
    fn is_untouched(&self) -> bool {
        self.line.is_empty() || Some(self.line.text()) == self.near.how.as_deref()
    }
}

impl Layer for MarkBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.line.draw(frame, area, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Input::Key(key) = &input
            && self.is_untouched()
            && let Some(n) = key.digit()
            && let Some(id) = usize::from(n).checked_sub(1).and_then(|n| USUAL.get(n))
        {
            self.line.put(view.say(id));
            return Reply::Handled;
        }
        match self.line.take(&input) {
            Typed::Done(text) => {
                let what = Some(text).filter(|text| !text.is_empty());
                self.near.mark(view.book(), view.today(), what).map_or(Reply::Close, Reply::Make)
            }
            Typed::Left => Reply::Close,
            Typed::Going => Reply::Handled,
            Typed::Other => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        self.line.place()
    }

    fn covers(&self) -> bool {
        false
    }
}
