//! The agenda and the week, pressed and looked at.

use crate::domain::book::{Entity, SETTINGS};
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::{Amend, Answers, Book, Edit, Fields, Id, Visit};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::Target;

const VOLGA: &str = "v-volga-metall-2026-11-23";

fn week() -> Rig {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Visits).press("z");
    rig
}

fn start(rig: &mut Rig, visit: &str) -> String {
    let visit: Id<Visit> = id(visit);
    rig.book().visit.get(visit).unwrap().start.format("%m-%dT%H:%M").to_string()
}

#[test]
fn a_week_is_drawn_in_every_size_and_language() {
    for (lang, size) in [
        (Lang::En, (80, 24)),
        (Lang::Ru, (100, 28)),
        (Lang::Bg, (80, 24)),
        (Lang::Zh, (80, 24)),
        (Lang::Ru, (60, 15)),
        (Lang::En, (160, 50)),
    ] {
        let mut rig = Rig::with(&DEMO).lang(lang).size(size.0, size.1);
        rig.open(&Target::Visits).press("z");
        insta::assert_snapshot!(format!("week_{}_{}x{}", lang.word(), size.0, size.1), rig.screen());
    }
}

#[test]
fn z_goes_to_the_week_and_back_on_the_same_visit() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Visits).press("j j j j j j z <Enter>");
    let there = rig.screen();
    let mut other = Rig::with(&DEMO);
    other.open(&Target::Visits).press("j j j j j j <Enter>");
    assert_eq!(there, other.screen());
    rig.press("<Esc> z <Enter>");
    assert_eq!(there, rig.screen());
}

#[test]
fn keys_move_a_visit_and_one_step_saves_it() {
    for (keys, expected) in [
        ("> <Enter>", "11-24T11:00"),
        ("> > < + + - <Enter>", "11-24T11:15"),
        ("> > < + + - <Esc>", "11-23T11:00"),
        ("+ j", "11-23T11:15"),
        ("> ] t", "11-24T11:00"),
        ("+ u", "11-23T11:00"),
        ("> < < > > <Enter>", "11-24T11:00"),
        ("+ - <Enter> <Esc>", "11-23T11:00"),
    ] {
        let mut rig = week();
        let step = rig.desk().last_step();
        rig.press("<Tab>").press(keys);
        assert_eq!(start(&mut rig, VOLGA), expected, "{keys}\n{}", rig.screen());
        let steps = i64::from(expected != "11-23T11:00");
        assert_eq!(rig.desk().last_step() - step, steps, "{keys}");
    }
}

#[test]
fn what_is_moved_into_another_is_told_at_the_key_and_saved_all_the_same() {
    let words = Words::new(Lang::En);
    let mut rig = week();
    let first = rig.screen();
    rig.press("<Tab> - - - - -");
    assert_ne!(rig.screen(), first);
    let marked = rig.status();
    rig.press("<Enter>");
    let saved = rig.status();
    for told in [marked, saved] {
        assert!(told.contains("09:30"), "{told}");
    }
    assert!(!words.say("visits-clash").is_empty() && rig.screen().contains(&words.say("visits-clash")));
}

#[test]
fn a_day_off_is_told_and_a_held_visit_does_not_move() {
    let words = Words::new(Lang::En);
    let mut rig = week();
    rig.press("<Tab> > > > > >");
    assert!(rig.status().contains("28 Nov 2026"), "{}", rig.status());
    rig.press("u [ <Tab> >");
    assert!(rig.status().starts_with(&words.say("visits-not-planned")), "{}", rig.screen());
}

#[test]
fn a_time_the_clocks_leap_over_is_refused_and_the_next_key_goes_past_it() {
    let mut book = DEMO.clone();
    let mut visit = book.visit.get(id(VOLGA)).unwrap().clone();
    visit.start = "2027-03-28T02:45:00".parse().unwrap();
    book.put(crate::domain::Row::into_record(visit));
    let mut rig = Rig::with(&book).on("2027-03-28");
    rig.open(&Target::Visits).press("z <Tab>");
    rig.press("+");
    assert!(rig.status().contains("03:00 does not exist"), "{}", rig.screen());
    rig.press("<Enter>");
    assert_eq!(start(&mut rig, VOLGA), "03-28T02:45");
    rig.press("+ + + + <Enter>");
    assert_eq!(start(&mut rig, VOLGA), "03-28T04:00");
}

#[test]
fn enter_saves_what_was_moved_and_esc_takes_it_back() {
    let mut rig = week();
    let before = rig.desk().last_step();
    rig.press("<Tab> > + <Esc>");
    assert!(rig.status().contains("Mon 23 Nov 11:00"), "{}", rig.status());
    assert_eq!((start(&mut rig, VOLGA).as_str(), rig.desk().last_step()), ("11-23T11:00", before));
    assert!(rig.desk().drafts().unwrap().is_empty());
    rig.press("> + <Enter>");
    assert_eq!((start(&mut rig, VOLGA).as_str(), rig.desk().last_step()), ("11-24T11:15", before + 1));
}

#[test]
fn what_was_moved_is_kept_when_the_program_ends() {
    let mut rig = week();
    rig.press("<Tab> >").a_second_later();
    let draft = rig.desk().drafts().unwrap().pop().unwrap();
    rig.open(&Target::Draft(draft.key));
    assert_eq!(start(&mut rig, VOLGA), "11-23T11:00");
    rig.press("<Enter>");
    assert_eq!(start(&mut rig, VOLGA), "11-24T11:00", "{}", rig.screen());
    assert!(rig.desk().drafts().unwrap().is_empty());
}

#[test]
fn a_new_visit_begins_where_the_cursor_stands() {
    let mut rig = week();
    rig.press("l l l g g a");
    let screen = rig.screen();
    assert!(screen.contains("26 Nov 2026 08:00"), "{screen}");
}

#[test]
fn the_week_begins_on_the_day_of_the_settings() {
    let mut book: Book = DEMO.clone();
    let mut settings = book.settings().clone();
    settings.week_start = crate::domain::words::Weekday::Sun;
    book.put(crate::domain::Row::into_record(settings));
    let mut rig = Rig::with(&book).on("2026-12-25");
    rig.open(&Target::Visits).press("z");
    insta::assert_snapshot!("week_of_holidays_from_sunday", rig.screen());
    let mut fields = Fields::new();
    fields.insert("week_start".into(), "sat".into());
    let edit = Edit::Amend(Amend::new(Entity::Settings, SETTINGS, fields));
    assert!(rig.desk().preview(&edit, &Answers::default()).is_ok());
}

#[test]
fn a_visit_elsewhere_shows_both_times() {
    let mut book = DEMO.clone();
    let mut visit = book.visit.get(id(VOLGA)).unwrap().clone();
    visit.zone = chrono_tz::Asia::Tokyo;
    visit.start = "2026-11-24T00:30:00".parse().unwrap();
    book.put(crate::domain::Row::into_record(visit));
    for keys in ["j j j", "z <Tab> <Tab> <Tab>"] {
        let mut rig = Rig::with(&book);
        rig.open(&Target::Visits).press(keys);
        let screen = rig.screen();
        assert!(screen.contains("17:30") && screen.contains("00:30 Tokyo"), "{screen}");
    }
}

#[test]
fn a_cancelled_visit_is_planned_again_as_another() {
    let mut book = DEMO.clone();
    let mut visit = book.visit.get(id(VOLGA)).unwrap().clone();
    visit.status = crate::domain::words::VisitStatus::Cancelled;
    visit.cancelled_by = Some(crate::domain::words::Party::Them);
    visit.cancel_reason = Some("ill".into());
    book.put(crate::domain::Row::into_record(visit));
    let mut rig = Rig::with(&book);
    // There is no page to write up; it is planned again first.
    let before = rig.open(&Target::Before(id(VOLGA))).screen();
    let why =
        Words::new(Lang::En).say_with("visit-did-not-take-place", &[("state", crate::domain::Arg::text("cancelled"))]);
    rig.press("w");
    assert!(rig.screen().contains(&why[..40]), "{}", rig.screen());
    assert_eq!(rig.screen().lines().next(), before.lines().next());
    rig.press("M");
    assert!(rig.screen().contains(&Words::new(Lang::En).say("visits-again-title")), "{}", rig.screen());
    rig.press("tue <Space> 10:00 <Enter>");
    let next = rig.book().visit.iter().find(|visit| visit.followup_of == Some(id(VOLGA))).cloned().unwrap();
    assert_eq!(next.start.to_string(), "2026-11-24 10:00:00", "{}", rig.screen());
}

#[test]
fn clients_are_invited_to_an_event_and_to_nothing_else() {
    let event: Id<Visit> = id("v-hewei-2026-12-10");
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Before(event)).press("i orrin <Enter>");
    assert_eq!(rig.book().visit.get(event).unwrap().also_clients, [id("c-orrin")]);
    assert!(rig.screen().contains("Orrin"), "{}", rig.screen());
    rig.press("u");
    assert!(rig.book().visit.get(event).unwrap().also_clients.is_empty());
    rig.open(&Target::Before(id(VOLGA))).press("i");
    assert!(rig.status().starts_with(&Words::new(Lang::En).say("meeting-no-event")), "{}", rig.status());
}

#[test]
fn a_client_is_invited_from_its_own_page() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Client(id("c-orrin"), crate::tui::target::Tab::Overview)).press("i <Enter>");
    let event: Id<Visit> = id("v-hewei-2026-12-10");
    assert_eq!(rig.book().visit.get(event).unwrap().also_clients, [id("c-orrin")]);
}

#[test]
fn the_week_is_there_again_when_one_comes_back() {
    let mut rig = Rig::with(&DEMO).size(80, 24);
    let week = rig.press("g v z").screen();
    assert_eq!(rig.press("g c").press("g v").screen(), week);
    let agenda = rig.press("z").screen();
    assert_eq!(rig.press("g t").press("g v").screen(), agenda);
}

#[test]
fn what_is_refused_stays_with_the_visit_it_is_about() {
    let mut rig = week();
    let refused = Words::new(Lang::En).say("visit-is-past");
    let before = rig.desk().last_step();
    rig.press("<Tab> < < <").click("10:30+");
    assert!(rig.status().starts_with(&refused), "{}", rig.screen());
    // The cursor is back on the visit that was moved, and keys move that one.
    rig.press("> > > > <Enter>");
    assert_eq!(start(&mut rig, VOLGA), "11-24T11:00", "{}", rig.screen());
    assert_eq!(rig.desk().last_step(), before + 1);
}

#[test]
fn the_cursor_goes_with_a_visit_that_moves_to_another_day() {
    for open in ["j", "j z"] {
        for (by, day) in [("+1d", "11-24"), ("+9d", "12-02"), ("+40d", "01-02")] {
            let mut rig = Rig::with(&DEMO);
            rig.open(&Target::Visits).press(open).press(&format!("M {by} <Enter>"));
            assert_eq!(start(&mut rig, VOLGA), format!("{day}T11:00"), "{}", rig.screen());
            rig.press("M 12:30 <Enter>");
            assert_eq!(start(&mut rig, VOLGA), format!("{day}T12:30"), "{open} {by}\n{}", rig.screen());
            // Undo takes the cursor back with it.
            rig.press("u u M 10:15 <Enter>");
            assert_eq!(start(&mut rig, VOLGA), "11-23T10:15", "{open} {by}\n{}", rig.screen());
        }
    }
}

#[test]
fn of_two_equal_times_the_first_or_the_second_is_chosen_by_name() {
    for (answer, fold) in [("1", Some(0)), ("2", Some(1)), ("y", Some(0)), ("n", Some(1)), ("<Esc>", None)] {
        let mut rig = Rig::with(&DEMO);
        rig.open(&Target::Before(id(VOLGA))).press("M 31.10.2027 <Space> 03:30 <Enter>");
        assert!(rig.screen().contains(&Words::new(Lang::En).say("question-first-second")), "{}", rig.screen());
        rig.press(answer);
        let visit = rig.book().visit.get(id(VOLGA)).unwrap();
        let moved = visit.start.to_string().starts_with("2027-10-31").then_some(visit.fold);
        assert_eq!(moved, fold, "{answer}\n{}", rig.screen());
    }
}
