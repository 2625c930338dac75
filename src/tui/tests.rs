//! The frame as a person meets it: keys in, pictures out, through the real loop.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use crossterm::event::Event;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};
use serde_json::json;
use strum::IntoEnumIterator;

use super::command::{Command, Commands, Here, Place};
use super::events::{Events, Happening};
use super::layer::{Input, Layer, Reply, Unsaved, View};
use super::rig::{Asked, Rig};
use super::target::Target;
use super::widget::field::Field;
use super::*;
use crate::desk::{self, Made, Trouble};
use crate::domain::date::Instant;
use crate::domain::edit::Fields;
use crate::domain::{Amend, Answers, Book, Edit, Entity};
use crate::i18n::{Lang, Words};

fn said(id: &str) -> String {
    Words::new(Lang::En).say(id)
}

fn rig() -> Rig {
    Rig::with(&Book::default())
}

#[test]
fn every_command_place_and_text_of_the_frame_has_words_in_each_language() {
    for lang in [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh] {
        let words = Words::new(lang);
        for command in Command::iter().chain([Command::Number(1)]) {
            assert!(words.has(&command.words()), "{lang:?} {}", command.words());
        }
        for (name, _) in Place::ALL {
            let id = command::place_words(name);
            assert!(words.has(&id), "{lang:?} {id}");
        }
    }
}

#[test]
fn the_first_picture_says_ready_and_how_to_get_help() {
    let status = rig().status();
    assert!(status.starts_with("ready"), "{status}");
    assert!(status.ends_with("? help"), "{status}");
}

#[test]
fn a_window_that_is_too_small_says_one_sentence() {
    let screen = rig().size(59, 15).screen();
    assert!(screen.trim().lines().count() == 1 && screen.contains("60") && screen.contains("15"), "{screen}");
}

#[test]
fn a_first_letter_shows_the_ones_that_follow_and_esc_takes_them_away() {
    let mut rig = rig();
    assert!(rig.press("g").screen().contains("t Today"));
    assert!(!rig.press("<Esc>").screen().contains("t Today"));
    assert!(rig.press("п").screen().contains("t Today"), "the key of g on a Russian keyboard");
}

#[test]
fn help_lists_the_keys_of_the_screen_beneath() {
    let mut rig = rig();
    assert!(rig.press("?").screen().contains("any command by words"));
    let first = rig.screen();
    let pages: Vec<String> = (0..3).map(|_| rig.press("<PgDn>").screen()).collect();
    assert!(pages.iter().chain([&first]).any(|page| page.contains("search every")), "{first}{pages:?}");
    assert!(!rig.press("<Esc>").screen().contains("any command by words"));
}

#[test]
fn the_palette_finds_commands_in_both_languages_and_letters_are_text_there() {
    let mut rig = rig().lang(Lang::Ru);
    let screen = rig.press("<C-p> privacy").screen();
    assert!(screen.contains("режим приватности"), "{screen}");
    assert!(rig.press("<Enter>").status().contains("приватности"));
    assert!(rig.press("<C-p> приват").screen().contains("g p"));
}

#[test]
fn the_palette_knows_what_a_manager_calls_things() {
    for (lang, typed) in [
        (Lang::En, ["plan <Space> a <Space> visit", "week", "cancel <Space> visit"]),
        (Lang::Ru, ["запланировать <Space> встречу", "неделя", "отменить <Space> встречу"]),
        (Lang::Bg, ["планирай <Space> среща", "седмица", "откажи <Space> среща"]),
        (Lang::Zh, ["安排拜访", "周视图", "取消拜访"]),
    ] {
        let words = Words::new(lang);
        for (typed, id) in typed.into_iter().zip(["palette-add-visit", "command-go-week", "palette-remove"]) {
            let screen = rig().lang(lang).press("<C-p>").press(typed).screen();
            assert!(screen.contains(&words.say(id)), "{typed}: {screen}");
        }
    }
}

#[test]
fn q_leaves_from_the_first_screen_only() {
    let mut rig = rig();
    assert!(!rig.press("? q").has_left());
    assert!(rig.press("q").has_left());
}

#[test]
fn ctrl_c_never_quits_and_undo_of_nothing_is_said() {
    let mut rig = rig();
    assert!(!rig.press("<C-c>").has_left());
    let book = rig.press("u").status();
    assert!(!book.is_empty());
}

#[test]
fn a_signal_ends_at_once() {
    let mut rig = rig();
    assert!(rig.then(Happening::End).has_left());
}

#[test]
fn suspending_draws_anew() {
    let mut rig = rig();
    rig.press("<C-z>").then(Happening::Suspend);
    assert_eq!(rig.asked.suspended, 2);
    assert!(rig.status().starts_with("ready"));
}

#[test]
fn the_lock_asks_the_passphrase_and_shows_nothing_of_the_book() {
    let mut rig = rig().passphrase("open sesame");
    assert!(rig.press("g l").screen().contains(&said("lock-passphrase")));
    assert!(rig.press("wrong <Enter>").screen().contains(&said("lock-wrong-passphrase")));
    assert!(!rig.press("open <Space> sesame <Enter>").screen().contains("locked"));
}

/// A form of one field: the name of a new client.
#[derive(Default)]
struct NewClient(Field);

impl Layer for NewClient {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.0.draw(frame, area, true, view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Save) => {
                let name = self.0.text().trim();
                let fields =
                    if name.is_empty() { Fields::new() } else { Fields::from_iter([("name".into(), name.into())]) };
                Reply::Make(Edit::Add { entity: Entity::Client, fields })
            }
            input if self.0.on(&input) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::FORM).typing()
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if outcome.is_ok() { Reply::Close } else { Reply::Handled }
    }

    fn draft(&self) -> Option<Unsaved> {
        let text = self.0.text().to_owned();
        (!text.is_empty()).then(|| Unsaved { key: "form.client.new".into(), text })
    }
}

fn form() -> Rig {
    let mut rig = rig();
    rig.show(NewClient::default());
    rig
}

#[test]
fn letters_are_text_while_a_field_has_the_cursor() {
    let mut rig = form();
    assert!(rig.press("jq:u?gt/1").screen().contains("jq:u?gt/1"));
    assert!(!rig.has_left());
    assert!(rig.paste("two\nlines").screen().contains("gt/1two lines"));
}

#[test]
fn a_save_is_told_and_can_be_undone_and_made_again() {
    let mut rig = form();
    let status = rig.press("Волга Ctrl-ы").status();
    assert!(status.starts_with("saved: ") && status.contains(" · u undoes"), "{status}");
    assert_eq!(rig.book().client.len(), 1);
    assert_eq!(rig.desk().drafts().unwrap(), []);
    rig.press("u");
    assert_eq!(rig.book().client.len(), 0);
    rig.press("<C-r>");
    assert_eq!(rig.book().client.len(), 1);
}

/// Makes an edit of which the rules ask something: a visit at an hour that the clock shows twice.
struct AtTheTurn(String);

impl Layer for AtTheTurn {
    fn draw(&self, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        let Input::Key(_) = input else { return Reply::Ignored };
        let texts = [("client", self.0.as_str()), ("start", "2027-10-31T03:30"), ("zone", "Europe/Sofia")];
        let fields = texts.map(|(name, text)| (name.to_owned(), text.into()));
        Reply::Make(Edit::Add { entity: Entity::Visit, fields: Fields::from_iter(fields) })
    }

    fn place(&self) -> Here {
        Here::alone(Place::QUESTION)
    }
}

#[test]
fn a_question_of_the_rules_makes_the_edit_on_y_and_on_n_only() {
    for (key, visits) in [("y", 1), ("n", 1), ("<Esc>", 0), ("<Enter>", 0), ("<C-c>", 0), ("x", 0)] {
        let mut rig = form();
        rig.press("Волга <C-s>");
        let client = rig.book().client.iter().next().unwrap().head.uid.to_string();
        rig.show(AtTheTurn(client));
        assert!(rig.press("z").screen().contains(&said("question-first-second")), "{key}");
        rig.press(key);
        assert_eq!(rig.book().visit.len(), visits, "{key}");
        assert!(!rig.screen().contains(&said("question-first-second")), "{key}");
    }
}

#[test]
fn a_refusal_is_told_and_the_form_stays() {
    let mut rig = form();
    let screen = rig.press("<C-s>").screen();
    assert!(!screen.contains("saved"), "{screen}");
    assert!(rig.press("abc").screen().contains("abc"));
    assert_eq!(rig.book().client.len(), 0);
}

#[test]
fn what_was_typed_is_kept_after_a_second_and_on_every_way_out() {
    let esc = Happening::Input(Event::Key(crossterm::event::KeyCode::Esc.into()));
    for way in [Happening::Timeout, Happening::End, Happening::Suspend, esc] {
        let mut rig = form();
        rig.press("half").then(way.clone());
        let drafts: Vec<String> = rig.desk().drafts().unwrap().into_iter().map(|draft| draft.text).collect();
        assert_eq!(drafts, ["half"], "{way:?}");
    }
}

#[test]
fn a_draft_can_be_thrown_away_by_its_name_or_from_the_list() {
    let mut rig = form();
    rig.press("half <Esc> <Esc>").open(&Target::Drafts);
    assert!(rig.screen().contains("Client"));
    assert!(rig.press("<Delete>").screen().contains(&said("draft-discard-ask")));
    rig.press("н"); // y on a Russian keyboard
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn going_back_returns_to_where_one_was() {
    let mut rig = rig();
    rig.open(&Target::Drafts).press("g d <C-o>");
    assert!(rig.screen().contains("Drafts"));
    assert!(!rig.has_left());
}

/// Plays a burst, then ends.
struct Burst(VecDeque<Happening>);

impl Events for Burst {
    fn wait(&mut self, _timeout: Option<Duration>) -> Happening {
        self.0.pop_front().unwrap_or(Happening::End)
    }

    fn more(&mut self) -> Option<Happening> {
        self.0.pop_front()
    }
}

#[test]
fn the_loop_takes_in_all_that_waits_before_it_draws_and_ends_when_told() {
    let key = |c| Happening::Input(Event::Key(crossterm::event::KeyCode::Char(c).into()));
    let mut app = App::new(rig::empty_desk(), Options::plain(Lang::En));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut burst = Burst((0..1000).map(|_| key('j')).collect());
    run::run(&mut app, &mut terminal, &mut burst, &mut Asked::default()).unwrap();
    assert!(app.is_leaving());
    assert_eq!(terminal.get_frame().count(), 2, "one picture to begin with, one for the whole burst");
}

/// Seconds on a clock that the test winds.
static SECONDS: AtomicI64 = AtomicI64::new(0);

fn wound() -> Instant {
    chrono::DateTime::from_timestamp(SECONDS.load(Ordering::SeqCst), 0).unwrap_or_default()
}

/// A book with a visit at `start` that rings an hour before, and no lock.
fn with_reminder(start: &str) -> desk::Desk {
    let mut desk = desk::Desk::throwaway(desk::Clock::Running(wound)).unwrap();
    let fields = |given: serde_json::Value| Fields::from_iter(given.as_object().cloned().unwrap_or_default());
    let add = |desk: &mut desk::Desk, entity, given| {
        desk.make(&Edit::Add { entity, fields: fields(given) }, &Answers::yes()).unwrap();
    };
    let unlocked = Amend::new(Entity::Settings, crate::domain::book::SETTINGS, fields(json!({"lock_minutes": 0})));
    desk.make(&Edit::Amend(unlocked), &Answers::yes()).unwrap();
    add(&mut desk, Entity::Client, json!({"name": "Alfa"}));
    let client = desk.book().client.iter().next().unwrap().head.uid.to_string();
    let visit = json!({"client": client, "start": start, "zone": "UTC", "reminder_minutes": 60});
    add(&mut desk, Entity::Visit, visit);
    desk
}

#[test]
fn a_reminder_rings_once_on_any_screen_and_nothing_else_wakes_the_program() {
    let wind = |time: &str| SECONDS.store(time.parse::<Instant>().unwrap().timestamp(), Ordering::SeqCst);
    wind("2026-11-23T08:00:00Z");
    let mut app = App::new(with_reminder("2026-11-23T11:00"), Options::plain(Lang::En));
    let mut outside = Asked::default();
    app.begin_on(&Target::Drafts, &mut outside);
    assert_eq!(app.patience(), Some(Duration::from_secs(2 * 3600)));
    wind("2026-11-23T09:59:58Z");
    assert_eq!(app.patience(), Some(Duration::from_secs(2)));
    app.happen(Happening::Timeout, &mut outside);
    assert_eq!(outside.bells, 0);
    wind("2026-11-23T10:00:00Z");
    assert_eq!(app.patience(), Some(Duration::ZERO));
    app.happen(Happening::Timeout, &mut outside);
    let said = Words::new(Lang::En).say_with("visit-in-minutes", &[("n", crate::domain::Arg::Count(60))]);
    assert_eq!((outside.bells, outside.titles.as_slice()), (1, [said].as_slice()));
    assert_eq!(app.patience(), None, "there is nothing left to wake for");
    app.happen(Happening::Timeout, &mut outside);
    assert_eq!(outside.bells, 1);
    app.happen(Happening::Input(Event::Key(crossterm::event::KeyCode::Char('j').into())), &mut outside);
    assert_eq!(outside.titles.len(), 2, "a key gives the title back");
}

#[test]
fn a_machine_that_slept_wakes_locked() {
    static HOURS: AtomicI64 = AtomicI64::new(8);
    let clock = || chrono::DateTime::from_timestamp(HOURS.load(Ordering::SeqCst) * 3600, 0).unwrap_or_default();
    let desk = desk::Desk::throwaway(desk::Clock::Running(clock)).unwrap();
    let mut app = App::new(desk, Options::plain(Lang::En));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    app.begin_on(&Target::Today, &mut Asked::default());
    assert!(app.patience().is_some_and(|wait| wait <= Duration::from_secs(60)));
    HOURS.store(16, Ordering::SeqCst);
    app.happen(Happening::Timeout, &mut Asked::default());
    run::paint(&mut app, &mut terminal).unwrap();
    let locked = Words::new(Lang::En).say("lock-any-key");
    assert!(terminal.backend().to_string().contains(&locked), "{}", terminal.backend());
}

#[test]
fn the_key_table_for_readers_names_every_bound_command() {
    let words = Words::new(Lang::En);
    let table = command::key_table(&Commands::default(), |id| words.say(id));
    for bound in Commands::default().rows().iter().filter(|bound| !bound.keys.is_empty()) {
        assert!(table.contains(&words.say(&bound.row.command.words())), "{:?}", bound.row.command);
    }
}
