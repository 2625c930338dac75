//! The review of cards and appointments: asked, left out, saved as one step.

use crate::domain::figures::testing::DEMO;
use crate::i18n::Lang;
use crate::tui::rig::Rig;

fn review(name: &str, lang: Lang, width: u16) -> Rig {
    let mut rig = Rig::with(&DEMO).lang(lang).size(width, 24).on("2026-11-23");
    let path = format!("{}/tests/fixtures/exchange/{name}", env!("CARGO_MANIFEST_DIR"));
    rig.press("g m i").paste(&path).press("<Enter>");
    rig
}

/// A namesake of somebody in the book, a stranger at a client, one without a firm here, and a card that is cut.
#[test]
fn each_record_is_asked_about_taken_or_left() {
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 100), (Lang::Bg, 80), (Lang::Zh, 80)] {
        let mut rig = review("review.vcf", lang, width);
        insta::assert_snapshot!(format!("cards_{lang:?}_{width}"), rig.screen());
    }
    let mut rig = review("review.vcf", Lang::En, 80);
    let (steps, people) = (rig.desk().last_step(), rig.book().person.len());
    rig.press("<C-s>");
    assert_eq!(rig.desk().last_step(), steps, "a question is open");
    rig.press("y");
    assert!(rig.screen().contains("[y] Line 1"), "{}", rig.screen());
    let lee = rig.screen().lines().position(|line| line.contains("Ann Lee") && line.contains("[x]")).unwrap();
    // Two lines stand above the list.
    rig.press("g g").press(&"j ".repeat(lee - 2)).press("<Space>");
    assert!(rig.screen().contains("[ ] Person: Ann Lee"), "{}", rig.screen());
    rig.press("<C-s> n");
    assert_eq!(rig.desk().last_step(), steps, "one line is rejected, and the rest is not wanted");
    rig.press("<C-s> y");
    assert_eq!(rig.desk().last_step(), steps + 1);
    assert_eq!(rig.book().person.len(), people + 1, "{}", rig.screen());
    rig.press("u");
    assert_eq!(rig.book().person.len(), people);
}

#[test]
fn appointments_are_reviewed_too() {
    let mut rig = review("review.ics", Lang::En, 80);
    let visits = rig.book().visit.len();
    assert!(rig.screen().contains("[x] Visit"), "{}", rig.screen());
    rig.press("<C-s>");
    assert_eq!(rig.book().visit.len(), visits + 1, "{}", rig.screen());
}

#[test]
fn of_a_repeated_appointment_each_time_is_taken_or_left_for_itself() {
    let mut rig = review("khal-weekly.ics", Lang::En, 80);
    let (visits, shown) = (rig.book().visit.len(), rig.screen().matches("[x]").count());
    assert!(shown > 2, "{}", rig.screen());
    rig.press("g g <Space>");
    assert_eq!((rig.screen().matches("[x]").count(), rig.screen().matches("[ ]").count()), (shown - 1, 1));
    rig.press("<C-s>");
    assert_eq!(rig.book().visit.len(), visits + shown - 1, "{}", rig.screen());
}
