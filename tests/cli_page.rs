//! The after-visit page under an editor: what is written and refused is kept, offered again, and saved in the end.
#![cfg(unix)]

mod cli_rig;

use std::os::unix::fs::PermissionsExt;

use cli_rig::Desk;

const VISIT: &str = "volga-metall@2026-11-23";
const LATER: [&str; 2] = ["--today", "2026-11-23T19:00"];

/// An editor that keeps what it was given in `seen` and does what a shell says to the page, `$1`.
fn editor(desk: &Desk, does: &str) -> String {
    let path = desk.path("editor.sh");
    std::fs::write(&path, format!("#!/bin/sh\ncp \"$1\" seen\n{does}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

/// The exit code of a command with that editor, and what it said on stderr.
fn edit(desk: &Desk, does: &str, args: &[&str]) -> (i32, String) {
    let editor = editor(desk, does);
    let out = desk.command(args).args(LATER).env("EDITOR", editor).env("PATH", "/usr/bin:/bin").output().unwrap();
    (out.status.code().unwrap(), String::from_utf8_lossy(&out.stderr).into_owned())
}

fn seen(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path("seen")).unwrap()
}

#[test]
fn a_page_that_cannot_be_read_waits_and_is_offered_again() {
    let desk = Desk::demo();
    let record = ["visit", "record", VISIT, "--edit"];
    let (code, said) = edit(&desk, "printf 'purpose = \"who decides\"\noutcome = half' >\"$1\"", &record);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("draft") && said.contains("--edit"), "says where it is: {said}");
    assert!(!seen(&desk).contains("who decides"));
    let (code, said) = edit(&desk, "true", &record);
    assert_eq!(code, 1, "still wrong: {said}");
    assert!(said.contains("not saved is in the editor again"), "{said}");
    let text = seen(&desk);
    assert!(text.starts_with("# ") && text.contains("outcome = half"), "under what is wrong: {text}");
    let good = "printf 'purpose = \"who decides\"\noutcome = \"the board\"\n' >\"$1\"";
    let (code, said) = edit(&desk, good, &record);
    assert_eq!((code, seen(&desk).matches("outcome = half").count()), (0, 1), "{said}");
    assert_eq!(desk.document(&["visit", "show", VISIT])["visit"]["outcome"], "the board");
    let (_, said) = edit(&desk, "true", &record);
    assert!(said.contains("not changed"), "nothing waits any more: {said}");
}

#[test]
fn a_page_that_the_rules_refuse_waits_too_and_an_emptied_one_is_thrown_away() {
    let desk = Desk::demo();
    let record = ["visit", "record", VISIT, "--edit"];
    let (code, said) = edit(&desk, "printf 'purpose = \"why\"\noutcome = \"\"\n' >\"$1\"", &record);
    assert!(code == 1 && said.contains("What came out of the visit"), "{said}");
    let (code, _) = edit(&desk, ": >\"$1\"", &record);
    assert_eq!((code, seen(&desk).contains("purpose = \"why\"")), (1, true));
    edit(&desk, "true", &record);
    assert!(!seen(&desk).contains("purpose = \"why\""));
}

#[test]
fn a_call_is_logged_with_the_editor_and_keeps_its_time_in_the_draft() {
    let desk = Desk::demo();
    let log = ["visit", "log", "velkov", "--edit"];
    let first = ["visit", "log", "velkov", "--edit", "--start", "2026-11-23T07:30"];
    assert_eq!(edit(&desk, "printf 'purpose = half' >\"$1\"", &first).0, 1);
    let (code, said) = edit(&desk, "printf 'purpose = \"why\"\noutcome_none = true\n' >\"$1\"", &log);
    assert_eq!(code, 0, "{said}");
    let shown = desk.document(&["visit", "show", "velkov@2026-11-23T07:30"]);
    assert_eq!(shown["visit"]["status"], "held");
}

#[test]
fn without_a_page_and_a_terminal_a_call_is_not_logged() {
    let desk = Desk::demo();
    let said = desk.fails(1, &["visit", "log", "velkov"]);
    assert!(said.contains("--file") && said.contains("--edit"), "{said}");
}

#[test]
fn an_editor_that_fails_changes_nothing() {
    let desk = Desk::demo();
    let before = desk.bytes();
    let (code, said) = edit(&desk, "exit 3", &["visit", "record", VISIT, "--edit"]);
    assert!(code == 1 && said.contains("editor.sh"), "{said}");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn where_no_draft_can_be_kept_the_text_stays_in_its_file() {
    let desk = Desk::demo();
    // What is no book any more can keep nothing.
    let does = "printf 'outcome = half' >\"$1\"; mv the.book gone.book";
    let (code, said) = edit(&desk, does, &["visit", "record", VISIT, "--edit"]);
    let file = said.split_whitespace().map(|word| word.trim_end_matches('.')).find(|word| word.contains("attache-"));
    let file = file.map(|file| format!("{}.toml", file.trim_end_matches(".toml")));
    assert_eq!(code, 1, "{said}");
    let file = file.unwrap_or_else(|| panic!("{said}"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "outcome = half");
    std::fs::remove_file(file).unwrap();
}
