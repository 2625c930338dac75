//! The review of a table of figures, from the file's name to what it did.

use crate::domain::figures::testing::DEMO;
use crate::i18n::Lang;
use crate::tui::rig::Rig;

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/figures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The review of a file, opened from the screen of money.
fn review(name: &str, lang: Lang, width: u16) -> Rig {
    let mut rig = Rig::with(&DEMO).lang(lang).size(width, 24).on("2026-11-23");
    rig.press("g m i").paste(&fixture(name)).press("<Enter>");
    rig
}

#[test]
fn wrong_lines_and_changes_are_read_before_anything_is_saved() {
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 100), (Lang::Bg, 100), (Lang::Zh, 80)] {
        let mut rig = review("broken-lines.csv", lang, width);
        insta::assert_snapshot!(format!("broken_{lang:?}_{width}"), rig.screen());
    }
    let mut rig = review("broken-lines.csv", Lang::En, 80);
    let steps = rig.desk().last_step();
    rig.press("<C-s> n");
    assert_eq!(rig.desk().last_step(), steps, "the rest is not wanted");
    rig.press("<C-s> y");
    assert_eq!(rig.desk().last_step(), steps + 1);
    assert!(rig.screen().contains("2 records added"), "{}", rig.screen());
    rig.press("u");
    assert!(!rig.book().ledger_month.iter().any(|row| row.month.to_string() == "2022-05"));
}

#[test]
fn a_change_is_taken_or_left_and_enter_opens_whom_it_is_about() {
    let mut rig = review("broken-lines.csv", Lang::En, 80);
    assert!(rig.screen().contains("take 2") && rig.screen().matches("[x]").count() == 2, "{}", rig.screen());
    rig.press("G <Space>");
    assert!(rig.screen().contains("take 1") && rig.screen().matches("[ ]").count() == 1, "{}", rig.screen());
    rig.press("<C-s> y");
    assert!(rig.screen().contains("1 record added"), "{}", rig.screen());
    assert_eq!(rig.status().matches("closed").count(), 0, "what it did stands on the page alone: {}", rig.status());
    let mut rig = review("broken-lines.csv", Lang::En, 80);
    rig.press("G <Enter>");
    assert!(rig.screen().contains("[5 Money]"), "{}", rig.screen());
}

#[test]
fn what_cannot_be_told_is_chosen_by_a_digit() {
    let mut rig = review("two-ways.csv", Lang::En, 80);
    insta::assert_snapshot!("question", rig.screen());
    rig.press("2 <C-s>");
    let row = rig.book().ledger_month.iter().find(|row| row.month.to_string() == "2022-05").cloned();
    assert_eq!(row.and_then(|row| row.income), Some(1_234));
    let mut rig = review("two-sheets.xlsx", Lang::En, 80);
    rig.press("1 <C-s>");
    insta::assert_snapshot!("done", rig.screen());
}

#[test]
fn a_file_that_is_not_there_says_so() {
    let mut rig = review("missing.csv", Lang::En, 80);
    assert!(rig.screen().contains("missing.csv cannot be read"), "{}", rig.screen());
    rig.press("<C-s>");
    assert!(!rig.status().is_empty());
}

#[test]
fn an_answer_about_the_whole_file_is_taken_by_enter_as_well() {
    let mut rig = review("two-ways.csv", Lang::En, 80);
    rig.press("j j <Enter> <C-s>");
    let row = rig.book().ledger_month.iter().find(|row| row.month.to_string() == "2022-05").cloned();
    assert_eq!(row.and_then(|row| row.income), Some(1_234));
}

#[test]
fn unknown_headings_are_mapped_once_and_remembered() {
    let mut rig = review("other-headings.csv", Lang::En, 100);
    insta::assert_snapshot!("headings", rig.screen());
    rig.press("j j <Enter>");
    insta::assert_snapshot!("heading_picked", rig.screen());
}

#[test]
fn closed_months_are_opened_again_after_one_question() {
    let file = std::env::temp_dir().join(format!("october-{}.csv", std::process::id()));
    let rows: Vec<String> = ["2026-09", "2026-10"].iter().map(|of| format!("kaliakra,{of},EUR,7000,1")).collect();
    std::fs::write(&file, format!("client,month,currency,income,cost\n{}\n", rows.join("\n"))).unwrap();
    let mut rig = Rig::with(&DEMO).size(100, 24).on("2026-11-23");
    rig.press("g m i").paste(&file.display().to_string()).press("<Enter> R");
    let steps = rig.desk().last_step();
    rig.press("<C-s>");
    assert!(rig.screen().contains("Reopen them?"), "{}", rig.screen());
    rig.press("n");
    assert_eq!(rig.desk().last_step(), steps);
    rig.press("<C-s> y");
    assert_eq!(rig.desk().last_step(), steps + 1);
    std::fs::remove_file(file).unwrap();
}

/// On the screen it is the name of a file: what a pipe would bring are the keys.
#[test]
fn a_file_named_by_a_dash_is_looked_for_like_any_other() {
    let mut rig = Rig::with(&DEMO).size(80, 24).on("2026-11-23");
    rig.press("g m i").paste("-").press("<Enter>");
    let gone = crate::domain::Sentence::new("import-title").text("file", "-").count("take", 0).count("rejected", 0);
    assert!(rig.screen().contains(crate::i18n::Words::new(Lang::En).sentence(&gone).trim()), "{}", rig.screen());
}
