//! Marking an occasion: what was done for it, in a word or two.

use crate::domain::Sentence;
use crate::domain::field::FieldType;
use crate::domain::figures::View as Figures;
use crate::domain::figures::occasions::{self, Near};
use crate::domain::words::OccasionKind;
use crate::domain::{Entity, Id, Occasion, Person};
use crate::tui::layer::{Reply, View};
use crate::tui::screen::line_box::LineBox;
use crate::tui::theme::Tone;

/// What is done most.
const USUAL: [&str; 4] = ["occasion-call", "occasion-letter", "occasion-flowers", "occasion-visit"];

/// The box for an occasion that is near; how it was to be marked stands in it.
pub fn mark(near: &Near, view: &View<'_>) -> Reply {
    let who = match near.whose {
        occasions::Whose::Person(person) => super::today::called::person(view, person),
        occasions::Whose::Client(client) => super::today::called::client(view, client),
    };
    let what = super::today::called::occasion(view, near);
    let about = format!("{}  {} {}", view.words.day_weekday(near.date), view.private(who), view.private(what));
    let line = LineBox::new(view.say("occasion-mark-title")).above(vec![about]);
    let line = line.holding(near.how.clone().unwrap_or_default()).usual(USUAL.map(|id| view.say(id)).to_vec());
    let near = near.clone();
    let marked = move |text: String, view: &View<'_>| {
        let what = Some(text).filter(|text| !text.is_empty());
        near.mark(view.book(), view.today(), what).map_or(Reply::Close, Reply::Make)
    };
    Reply::Open(Box::new(line.below(view.say("occasion-mark-hint"), Tone::Muted).then(marked)))
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
