//! Today, the days ahead and a visit before it is held, as pictures of the demo book on 23 November 2026.

use std::sync::LazyLock;

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::words::{Side, VisitStatus};
use attache::domain::{Answers, Book, Edit, Id, Sentence, Visit};
use attache::export::snapshot;
use attache::i18n::Lang;
use attache::tui::rig::Rig;
use attache::tui::target::Target;

/// The demo book, read once for all tests.
static DEMO: LazyLock<Book> = LazyLock::new(|| {
    let clock = Clock::Standing(parse_local("2026-11-23T08:00").unwrap());
    let mut desk = Desk::throwaway(clock).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("rig"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
});

fn rig(width: u16, height: u16, lang: Lang) -> Rig {
    Rig::with(&DEMO).size(width, height).lang(lang)
}

/// The visit of a client on the demo's day.
fn visit(client: &str) -> Id<Visit> {
    let client = DEMO.client.iter().find(|row| row.handle == client).unwrap();
    let mut visits = DEMO.visit.of(client.head.uid).filter(|visit| visit.start.date().to_string() == "2026-11-23");
    Id::new(visits.next().unwrap().head.uid)
}

#[test]
fn the_day_is_read_without_a_key() {
    insta::assert_snapshot!("today_80x24_en", rig(80, 24, Lang::En).screen());
    insta::assert_snapshot!("today_80x24_zh", rig(80, 24, Lang::Zh).screen());
    insta::assert_snapshot!("today_60x15_ru", rig(60, 15, Lang::Ru).screen());
    insta::assert_snapshot!("today_100x28_bg", rig(100, 28, Lang::Bg).screen());
    insta::assert_snapshot!("today_160x50_en", rig(160, 50, Lang::En).screen());
}

#[test]
fn a_digit_unfolds_a_group_and_no_visit_goes_away() {
    let mut rig = rig(60, 15, Lang::En);
    let screen = rig.press("4").screen();
    for time in ["09:30", "11:00", "14:30", "16:30", "17:30", ">MV 5d"] {
        assert!(screen.contains(time), "{time}\n{screen}");
    }
    rig.press("j j j j j j j");
    assert!(rig.screen().contains(">? 12d"), "the last row of the group comes into sight\n{}", rig.screen());
    assert!(rig.press("<Esc>").screen().contains("2:1 3:9 4:8"));
}

#[test]
fn the_cursor_follows_the_clock_and_the_days_turn() {
    let mut rig = rig(80, 24, Lang::En);
    assert!(rig.screen().contains(">09:30"));
    assert!(rig.press("j").screen().contains(">11:00"));
    let next = rig.press("]").screen();
    assert!(next.contains("Tue 24 Nov 2026") && next.contains(">08:30"), "{next}");
    assert!(rig.press("t").screen().contains(">09:30"));
}

#[test]
fn space_keeps_a_promise_and_marks_an_occasion() {
    let mut rig = rig(100, 28, Lang::En);
    let status = rig.press("3 <Space>").status();
    assert!(status.starts_with("saved:"), "{status}");
    assert!(rig.screen().contains("late: we 2, they 6"));
    let before = rig.press("u 7").screen();
    assert!(before.contains("late: we 3, they 6") && before.contains("Occasions 11"), "{before}");
    let status = rig.press("<Space>").status();
    assert!(status.starts_with("saved:"), "{status}");
    assert!(rig.screen().contains("Occasions 10"), "{}", rig.screen());
}

#[test]
fn privacy_keeps_counts_and_certainties_without_names() {
    let screen = rig(80, 24, Lang::En).press("g p").screen();
    let came = DEMO.visit.iter().filter(|visit| visit.start.date().to_string() == "2026-11-23");
    let theirs = came.flat_map(|visit| &visit.attendees).filter_map(|attendee| DEMO.person.get(attendee.person));
    for person in theirs.filter(|person| person.side != Side::Bank) {
        assert!(!screen.contains(person.family_name.as_deref().unwrap()), "{}\n{screen}", person.handle);
    }
    for hidden in ["Радев heard", "Личното", "Сметка за", "BIRTHDAY", "Onodera"] {
        assert!(!screen.contains(hidden), "{hidden}\n{screen}");
    }
    for kept in ["3 ••• +Dimitrova", "••• heard? 6mo", "4 steps nobody", "7 occasions 11"] {
        assert!(screen.contains(kept), "{kept}\n{screen}");
    }
}

#[test]
fn a_day_without_visits_names_the_next() {
    let screen = Rig::with(&DEMO).on("2026-11-28").screen();
    assert!(screen.contains("No visits today. Next: Saltmere Ferries, Mon 30 13:00."), "{screen}");
    let screen = Rig::with(&Book::default()).screen();
    assert!(screen.contains("There are no clients yet. g c opens the list, a there adds the first."), "{screen}");
}

#[test]
fn the_days_ahead() {
    let mut rig = rig(80, 24, Lang::En);
    insta::assert_snapshot!("visits_80x24_en", rig.open(&Target::Visits).screen());
    rig.press("j M +1d <Space> 09:15 <Enter>");
    assert!(rig.status().starts_with("saved:"), "{}", rig.status());
    assert_eq!(rig.book().visit.get(visit("volga-metall")).unwrap().start.to_string(), "2026-11-24 09:15:00");
    // The cursor has gone to its new day with it.
    rig.press("M +20d <Enter> M +22d <Enter>");
    assert_eq!(rig.book().visit.get(visit("volga-metall")).unwrap().start.to_string(), "2026-12-15 09:15:00");
    assert!(rig.screen().contains("Tue 15 Dec"), "{}", rig.screen());
    rig.press("u u");
    assert_eq!(rig.book().visit.get(visit("volga-metall")).unwrap().start.to_string(), "2026-11-24 09:15:00");
    rig.press("<Delete> moved <Enter>");
    let gone = rig.book().visit.iter().filter(|visit| visit.cancel_reason.as_deref() == Some("moved"));
    assert_eq!(gone.map(|visit| visit.status).collect::<Vec<_>>(), [VisitStatus::Cancelled], "{}", rig.status());
    assert!(rig.press("]").screen().contains("Mon 7 Dec"));
    assert!(rig.press("t").screen().contains("Mon 23 Nov, today"));
}

#[test]
fn before_a_visit_questions_are_taken_along() {
    let mut rig = rig(80, 24, Lang::En);
    insta::assert_snapshot!("before_80x24_en", rig.open(&Target::Before(visit("kaliakra"))).screen());
    rig.press("<Space>");
    assert!(rig.screen().contains("3 taken"), "{}", rig.screen());
    rig.press("a Why <Space> now? <Enter>");
    let questions = &rig.book().visit.get(visit("kaliakra")).unwrap().questions;
    assert_eq!(questions.last().unwrap().text, "Why now?");
    assert_eq!(questions.len(), 4);
    rig.press("g g");
}
