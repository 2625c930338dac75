//! What is being typed when the program is lost, in a real terminal: offered again at the next start, whole.

mod home;
mod pty;

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use attache::domain::words::{Certainty, RoleKind, Tri, VisitStatus};
use attache::domain::{Commitment, Row};
use expectrl::process::unix::{Signal, WaitStatus};
use home::Home;
use pty::Terminal;

const SAVE: &str = "\x13";

/// Waits until the page that was being typed is kept in the book.
fn draft_with(home: &Home, text: &str) {
    let begun = Instant::now();
    while !home.desk().drafts().unwrap().iter().any(|draft| draft.text.contains(text)) {
        assert!(begun.elapsed() < Duration::from_secs(60), "the draft never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_is_being_typed_is_kept_when_the_program_is_told_to_end() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP] {
        let home = Home::new();
        let mut terminal = home.start((80, 24));
        terminal.press("wtyped at the door");
        terminal.shows("typed at the door");
        terminal.signal(signal);
        terminal.end();
        terminal.is_restored();
        draft_with(&home, "typed at the door");
    }
}

#[test]
fn what_is_being_typed_survives_a_lost_process() {
    let home = Home::new();
    let mut terminal = home.start((100, 28));
    terminal.press("wbefore the light went");
    terminal.shows("before the light went");
    draft_with(&home, "before the light went");
    terminal.signal(Signal::SIGKILL);
    assert!(matches!(terminal.end(), WaitStatus::Signaled(..)));
    assert_eq!(home.desk().check_journal().unwrap(), []);
    let mut again = home.start((100, 28));
    again.press("w");
    again.shows("before the light went");
    again.press(SAVE);
    again.shows("saved:");
    assert_eq!(home.desk().drafts().unwrap(), []);
    let outcome = |visit: &attache::domain::Visit| visit.outcome.as_deref() == Some("before the light went");
    assert!(home.desk().book().visit.iter().any(outcome));
}

/// A course over every section of the page, in pieces: a process ends within words, within lines that are not rows yet,
/// after marks and ticks. Each piece begins where a page that is opened again stands; with it, what its last key leaves
/// in the draft.
const COURSE: [(&str, &str); 9] = [
    ("agr", r#""outcome":"agr""#),
    ("eed\x1b2DD+jBSSimon", r#""mon"]"#),
    ("ey\rjc", r#""came":"no""#),
    ("\x1b3 j\rye", r#""ye""#),
    ("\x1b3j\rs\r4 apap", r#""pap""#),
    ("er forms\r5 alet", r#""let""#),
    ("ter due:thu to:legal\ralist due:30.11\rt", r#""text":"list","who":"they""#),
    ("\x1b68.12 10:00\ragr", r#""purpose":"agr""#),
    ("\x1b6\tee\x1b79", r#""score":9"#),
];

#[test]
fn a_process_lost_again_and_again_loses_nothing_of_the_page() {
    let home = Home::new();
    for (keys, last) in COURSE {
        let mut terminal = home.start((100, 28));
        terminal.press("jw");
        terminal.press(keys);
        draft_with(&home, last);
        terminal.signal(Signal::SIGKILL);
        assert!(matches!(terminal.end(), WaitStatus::Signaled(..)));
        let mut desk = home.desk();
        assert_eq!((desk.last_step(), desk.check_journal().unwrap()), (1, Vec::new()), "{keys:?}");
    }
    let mut terminal = home.start((100, 28));
    terminal.press("jw");
    terminal.press(SAVE);
    terminal.shows("saved:");
    let desk = home.desk();
    let book = desk.book();
    let visit = book.visit.iter().find(|visit| visit.start.to_string() == "2026-11-23 11:00:00").unwrap();
    assert_eq!((visit.status, visit.outcome.as_deref()), (VisitStatus::Held, Some("agreed")));
    assert_eq!(visit.attendees.iter().filter(|attendee| attendee.came == Some(Tri::No)).count(), 1);
    let answers: Vec<_> = visit.questions.iter().filter(|question| question.asked).map(|asked| &asked.answer).collect();
    assert_eq!(answers, [&None, &Some("yes".to_owned())]);
    let mut roles: Vec<_> = book.role.of(visit.uid()).map(|role| (role.kind, role.certainty)).collect();
    roles.sort();
    let sure = Certainty::Confirmed;
    let expected = [(RoleKind::SpeaksFor, sure), (RoleKind::Budgets, Certainty::Heard), (RoleKind::Decides, sure)];
    assert_eq!(roles, expected);
    assert_eq!(book.stance.of(visit.uid()).filter_map(|stance| stance.value).collect::<Vec<_>>(), [2]);
    assert_eq!(book.interest.of(visit.uid()).map(|interest| interest.text.as_str()).collect::<Vec<_>>(), ["money"]);
    let seen: Vec<_> = book.need.iter().flat_map(|need| &need.evidence).collect();
    assert_eq!(seen.iter().filter(|seen| seen.visit == Some(visit.uid())).count(), 2, "an old need and a new one");
    assert!(book.need.iter().any(|need| need.title == "paper forms"));
    let mut promised: Vec<_> = book.commitment.of(visit.uid()).map(|row| (row.text.as_str(), row.due)).collect();
    promised.sort();
    let day = |text: &str| attache::domain::date::parse_day(text);
    assert_eq!(promised, [("letter", day("2026-11-26")), ("list", day("2026-11-30"))]);
    let kept = |row: &&Commitment| row.client == visit.client && row.done_on == Some(visit.start.date());
    assert_eq!(book.commitment.of(visit.client).filter(kept).count(), 1);
    let next = book.visit.iter().find(|next| next.followup_of == Some(visit.uid())).unwrap();
    let next = (next.start.to_string(), next.purpose.as_deref());
    assert_eq!(next, ("2026-12-08 10:00:00".to_owned(), Some("agree")));
    let said = book.satisfaction.of(visit.client).filter(|mood| mood.on == visit.start.date());
    assert_eq!(said.map(|mood| mood.score).collect::<Vec<_>>(), [9]);
}

#[test]
fn what_was_saved_in_an_editor_is_told_after_a_lost_process() {
    let home = Home::new();
    let editor = home.dir.path().join("editor");
    // Saves, says so, and waits for a line that never comes.
    fs::write(&editor, "#!/bin/sh\necho 'outcome = \"said there\"' > \"$1\"\necho saved there\nread end\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["--today", "2026-11-23"]).env("ATTACHE_BOOK", home.book());
    command.env("EDITOR", format!("sh {}", editor.display()));
    let mut terminal = Terminal::run(command, home.dir.path(), (100, 28));
    terminal.shows("? help");
    terminal.press("wtyped before\x1bE");
    terminal.shows("saved there");
    terminal.signal(Signal::SIGKILL);
    assert!(matches!(terminal.end(), WaitStatus::Signaled(..)));
    draft_with(&home, "typed before");
    let again = home.start((200, 28));
    again.shows("Saved in an editor");
    let screen = again.screen();
    let file = screen.split_once("lost: ").unwrap().1.split_once(".toml").unwrap().0;
    assert_eq!(fs::read_to_string(format!("{file}.toml")).unwrap(), "outcome = \"said there\"\n");
}
