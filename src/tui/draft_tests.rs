//! Which edits take a draft with them: those that save it, and no other.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{Event, KeyCode};
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

use super::app::{App, Options};
use super::command::{Command, Here, Place};
use super::events::{Events, Happening};
use super::layer::{Input, Layer, Reply, Unsaved, View};
use super::rig::{Asked, Rig};
use super::run::run;
use super::widget::field::Field;
use crate::desk::{Clock, Desk, Made, Trouble};
use crate::domain::edit::Fields;
use crate::domain::{Arg, Book, Edit, Entity};
use crate::i18n::{Lang, Words};

const KEY: &str = "form.client.new";

/// A form that makes a client, and looks whether its draft is in the book as soon as the edit is.
struct Form {
    typed: Field,
    saves: bool,
    found: Rc<Cell<Option<bool>>>,
}

impl Layer for Form {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.typed.draw(frame, area, true, view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Save) => {
                let fields = Fields::from_iter([("name".into(), "Volga".into())]);
                Reply::Make(Edit::Add { entity: Entity::Client, fields })
            }
            input if self.typed.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::FORM).typing()
    }

    fn made(&mut self, _outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        self.found.set(Some(view.desk.draft(KEY).unwrap().is_some()));
        Reply::Handled
    }

    fn draft(&self) -> Option<Unsaved> {
        Some(Unsaved { key: KEY.into(), text: self.typed.text().to_owned() })
    }

    fn saves_draft(&self) -> bool {
        self.saves
    }
}

#[test]
fn only_an_edit_that_saves_what_is_typed_takes_its_draft_out_of_the_book() {
    for saves in [true, false] {
        let found = Rc::new(Cell::new(None));
        let mut rig = Rig::with(&Book::default());
        rig.show(Form { typed: Field::default(), saves, found: Rc::clone(&found) });
        rig.press("half").a_second_later().press("<C-s>");
        assert_eq!((rig.book().client.len(), found.get()), (1, Some(!saves)), "{}", rig.status());
    }
}

#[test]
fn what_is_typed_without_a_pause_is_kept_while_it_goes_on_and_when_its_field_is_left() {
    let mut rig = Rig::with(&Book::default());
    rig.show(Form { typed: Field::default(), saves: true, found: Rc::default() });
    let kept = |rig: &mut Rig| rig.desk().draft(KEY).unwrap().map_or(0, |draft| draft.text.len());
    rig.press("x").then(Happening::Woken);
    assert_eq!(kept(&mut rig), 1, "the first key at once");
    for typed in 2..=40_usize {
        rig.press("x");
        rig.asked.later(Duration::from_millis(50));
        assert!(kept(&mut rig) + 4 >= typed, "{} of {typed}", kept(&mut rig));
    }
    rig.press("<Tab> y");
    assert_eq!(kept(&mut rig), 40);
    rig.press("z").then(Happening::Input(Event::FocusLost)).press("<Tab>");
    assert_eq!(kept(&mut rig), 42);
}

#[test]
fn the_next_start_says_that_something_typed_waits() {
    let mut rig = Rig::with(&Book::default());
    rig.show(Form { typed: Field::default(), saves: true, found: Rc::default() });
    rig.press("half").a_second_later().is_killed();
    let args = [("n", Arg::count(1)), ("key", Arg::text("g d"))];
    assert!(rig.status().starts_with(&Words::new(Lang::En).say_with("drafts-wait", &args)), "{}", rig.status());
}

/// A hundred keys, a fiftieth of a second apart, each there before the one before it is obeyed. At the last the book is
/// read as the next start would read it.
struct Stream {
    keys: usize,
    time: Rc<Cell<Duration>>,
    file: PathBuf,
    kept: Option<usize>,
}

impl Events for Stream {
    fn wait(&mut self, _timeout: Option<Duration>) -> Happening {
        if self.kept.is_some() { Happening::End } else { Happening::Woken }
    }

    fn more(&mut self) -> Option<Happening> {
        if self.keys == 100 {
            let next_start = Desk::open(&self.file, None, clock()).unwrap();
            self.kept = Some(next_start.draft(KEY).unwrap().map_or(0, |draft| draft.text.len()));
            return None;
        }
        self.keys += 1;
        self.time.set(self.time.get() + Duration::from_millis(20));
        Some(Happening::Input(Event::Key(KeyCode::Char('x').into())))
    }
}

fn clock() -> Clock {
    Clock::Standing("2026-11-23T08:00:00".parse().unwrap())
}

#[test]
fn keys_that_come_without_end_do_not_put_off_what_they_type() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.attache");
    let mut app = App::new(Desk::make_book(&file, None, clock()).unwrap(), Options::plain(Lang::En));
    let mut asked = Asked::default();
    app.begin_with(Box::new(Form { typed: Field::default(), saves: true, found: Rc::default() }), &mut asked);
    let mut stream = Stream { keys: 0, time: Rc::clone(&asked.time), file, kept: None };
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    run(&mut app, &mut terminal, &mut stream, &mut asked).unwrap();
    assert!(stream.kept.is_some_and(|kept| kept >= 90), "{:?} of 100", stream.kept);
}
