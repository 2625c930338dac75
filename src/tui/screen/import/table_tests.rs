//! The review of tables of records: what their rows are is said once, their headings are mapped once, and remembered.

use std::path::PathBuf;

use crate::domain::figures::testing::DEMO;
use crate::i18n::Lang;
use crate::tui::rig::Rig;

/// A file of this name and text, gone with the test.
struct Written {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

fn written(name: &str, text: &str) -> Written {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    Written { path, _folder: folder }
}

fn open(rig: &mut Rig, file: &Written) {
    rig.press("g m i").paste(&file.path.display().to_string()).press("<Enter>");
}

fn rig(lang: Lang, width: u16) -> Rig {
    Rig::with(&DEMO).lang(lang).size(width, 24).on("2026-11-23")
}

/// Puts the cursor on the first line that holds a text. Two lines stand above the list.
fn to(rig: &mut Rig, text: &str) {
    let screen = rig.screen();
    let at = screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {screen}"));
    rig.press("g g").press(&"j ".repeat(at - 2));
}

const PEOPLE: &str = "Firm;Who;Post;Call;Room\n\
    Волга Металл;Ann Lee;Treasurer;+7 846 100 20 30;12\n\
    Nobody Ltd;Bob Ray;Head;;14\n\
    Kitanami Seiki;Igor Sedov;Buyer;;15\n";

#[test]
fn what_the_rows_are_and_their_headings_is_said_once_and_remembered() {
    let mut rig = rig(Lang::En, 100);
    let file = written("people.csv", PEOPLE);
    open(&mut rig, &file);
    insta::assert_snapshot!("which_rows", rig.screen());
    to(&mut rig, "  Person");
    rig.press("<Enter>");
    insta::assert_snapshot!("headings_to_map", rig.screen());
    for (heading, field) in
        [("“Firm”", "client"), ("“Who”", "full name"), ("“Post”", "position"), ("“Call”", "work phones")]
    {
        to(&mut rig, heading);
        rig.press("<Enter>").paste(field).press("<Enter>");
    }
    insta::assert_snapshot!("people", rig.screen());
    let people = rig.book().person.len();
    rig.press("<C-s> y");
    assert_eq!(rig.book().person.len(), people + 2, "{}", rig.screen());
    rig.press("u");
    assert_eq!(rig.book().person.len(), people);
    let again = written("again.csv", &PEOPLE.replace("Ann Lee", "Eva Lee"));
    rig.press("<Esc>");
    open(&mut rig, &again);
    assert!(rig.screen().contains("Eva Lee"), "{}", rig.screen());
    assert!(rig.screen().contains("take 2"), "{}", rig.screen());
}

#[test]
fn a_table_of_records_is_reviewed_line_by_line_in_every_language() {
    let text = "client,title,theme,state,opened_on\n\
        Волга Металл,Rail tariffs by month,settlement,hypothesis,2026-11-01\n\
        Nobody,Anything,settlement,hypothesis,2026-11-01\n\
        Kitanami Seiki,A yen account,no_such_theme,hypothesis,2026-11-01\n";
    let file = written("needs.csv", text);
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 80), (Lang::Bg, 80), (Lang::Zh, 80)] {
        let mut rig = rig(lang, width);
        open(&mut rig, &file);
        rig.press("<Enter>");
        insta::assert_snapshot!(format!("needs_{lang:?}"), rig.screen());
    }
}

#[test]
fn a_rejected_line_unfolds_and_its_client_opens() {
    let text = "client,month,currency,income\nkaliakra,2026-13,EUR,1\nkaliakra,2022-05,EUR,5\n";
    let file = written("figures.csv", text);
    let mut rig = rig(Lang::En, 80);
    open(&mut rig, &file);
    assert!(!rig.screen().contains("month: 2026-13"), "{}", rig.screen());
    rig.press("<Enter>");
    assert!(rig.screen().contains("month: 2026-13"), "{}", rig.screen());
    let open = rig.screen();
    rig.press("<Enter>");
    assert!(!rig.screen().contains("month: 2026-13"), "{}", rig.screen());
    rig.press("<Enter>");
    assert_eq!(rig.screen(), open);
    to(&mut rig, "client: kaliakra");
    rig.press("<Enter>");
    assert!(rig.screen().contains("[1 "), "{}", rig.screen());
}

#[test]
fn a_line_that_is_left_does_not_come() {
    let file = written("clients.csv", "name,industry\nAlfa Nova,steel\nBeta Nova,glass\nВолга Металл,other works\n");
    let mut rig = rig(Lang::En, 100);
    open(&mut rig, &file);
    assert!(rig.screen().contains("take 3"), "{}", rig.screen());
    to(&mut rig, "Alfa Nova");
    rig.press("<Space>");
    assert!(rig.screen().contains("take 2"), "{}", rig.screen());
    let clients = rig.book().client.len();
    rig.press("<C-s>");
    assert_eq!(rig.book().client.len(), clients + 1, "{}", rig.screen());
    assert!(rig.book().client.iter().all(|client| client.name != "Alfa Nova"));
    assert!(rig.book().client.iter().any(|client| client.industry.as_deref() == Some("other works")));
}

#[test]
fn what_the_rows_are_is_remembered_without_a_heading_mapped_and_can_be_said_otherwise() {
    let text = "client,title\nВолга Металл,Rail tariffs by month\n";
    let file = written("titles.csv", text);
    let mut rig = rig(Lang::En, 100);
    let rows_are = |rig: &mut Rig| rig.screen().lines().find(|line| line.contains("Each row:")).map(str::to_owned);
    open(&mut rig, &file);
    to(&mut rig, "  Need");
    rig.press("<Enter>");
    for (picked, shown) in [(None, "Need."), (Some("problem"), "Problem.")] {
        if let Some(kind) = picked {
            to(&mut rig, "Each row:");
            rig.press("<Enter>").paste(kind).press("<Enter>");
        }
        rig.press("<Esc>");
        open(&mut rig, &file);
        assert!(rows_are(&mut rig).is_some_and(|line| line.contains(shown)), "{shown}\n{}", rig.screen());
    }
}

#[test]
fn a_remembered_kind_is_corrected_though_no_mapped_heading_fits_the_new_one() {
    let file = written("wer.csv", "client,Wer,Bla\nВолга Металл,Otto Probe,1\n");
    let mut rig = rig(Lang::En, 100);
    open(&mut rig, &file);
    to(&mut rig, "  Person");
    rig.press("<Enter>");
    to(&mut rig, "“Wer”");
    rig.press("<Enter>").paste("full name").press("<Enter>");
    assert!(rig.screen().contains("take 1"), "{}", rig.screen());
    to(&mut rig, "Each row:");
    rig.press("<Enter>").paste("exchange").press("<Enter> <Esc>");
    open(&mut rig, &file);
    assert!(rig.screen().contains("rate. "), "{}", rig.screen());
    assert!(!rig.screen().contains("full_name"), "{}", rig.screen());
}

#[test]
fn the_cursor_stays_on_what_it_stood_on_when_lines_above_it_come_or_go() {
    let mut rig = rig(Lang::En, 100);
    let file = written("people.csv", PEOPLE);
    let cursor = |rig: &mut Rig| rig.screen().lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned();
    open(&mut rig, &file);
    to(&mut rig, "  Person");
    rig.press("<Enter>");
    for (heading, field) in
        [("“Who”", "full name"), ("“Firm”", "client"), ("“Post”", "position"), ("“Room”", "birthday")]
    {
        to(&mut rig, heading);
        rig.press("<Enter>").paste(field).press("<Enter>");
        assert!(cursor(&mut rig).contains(heading), "{heading}\n{}", rig.screen());
    }
    to(&mut rig, "Each row:");
    rig.press("<Enter>").paste("person").press("<Enter>");
    assert!(cursor(&mut rig).contains("Each row:"), "{}", rig.screen());
}

#[test]
fn a_line_of_a_namesake_says_what_it_brings_to_the_person_who_is_there() {
    let text = "client,family_name,given_name,patronymic,phone,position\n\
        Волга-металл,Седов,Игорь,Андреевич,+44 1632 960299,Гендир\n";
    let mut rig = rig(Lang::En, 100);
    open(&mut rig, &written("sedov.csv", text));
    let shown = rig.screen();
    assert!(shown.contains("Седов") && shown.contains("work phones"), "{shown}");
    for (keys, taken) in [("<C-s> <Esc>", false), ("<C-s> y", true)] {
        rig.press(keys);
        assert_eq!(is_held(&mut rig, "Гендир"), taken, "{keys}");
    }
}

/// Whether somebody has this position.
fn is_held(rig: &mut Rig, position: &str) -> bool {
    rig.book().affiliation.iter().any(|place| place.position.as_deref() == Some(position))
}
