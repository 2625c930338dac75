//! The three journeys of a working day in a real terminal, and every way out of it.

mod home;
mod pty;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use attache::domain::Row;
use attache::domain::words::{Certainty, CommitmentState, RoleKind, VisitStatus, Weight};
use expectrl::process::unix::{Signal, WaitStatus};
use home::Home;
use pty::Terminal;

const SAVE: &str = "\x13";
const ENTER: &str = "\r";
const ESC: &str = "\x1b";

fn files(home: &Home) -> BTreeSet<PathBuf> {
    let files = fs::read_dir(home.dir.path()).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file() && *path != home.book()).collect()
}

/// Presses keys one by one; each is one key of the count.
fn count(terminal: &mut Terminal, keys: &[&str]) -> usize {
    keys.iter().for_each(|key| terminal.press(key));
    keys.len()
}

#[test]
fn the_day_is_read_without_a_key() {
    for size in [(80, 24), (100, 28), (160, 50)] {
        let home = Home::new();
        let terminal = home.start(size);
        let screen = terminal.shows("17:30");
        let all =
            ["09:30", "11:00", "14:30", "16:30", "17:30", "goal", "budgets 13mo old", "we TODAY", "Арнаудов conf 10d"];
        for part in all {
            assert!(screen.contains(part), "{part} at {size:?}\n{screen}");
        }
        assert_eq!(home.desk().last_step(), 1, "reading writes nothing");
    }
}

#[test]
fn what_a_meeting_told_of_its_people_takes_ten_keys() {
    let home = Home::new();
    let mut terminal = home.start((100, 28));
    let mut keys = count(&mut terminal, &["w"]);
    terminal.press("agreed on the limit");
    keys += count(&mut terminal, &["\t", "D", "D", "+", "j", "B", "S", "S", SAVE]);
    assert_eq!(keys, 10);
    terminal.shows("saved:");
    let mut desk = home.desk();
    let book = desk.book();
    let visit = book.visit.iter().find(|visit| visit.start.to_string() == "2026-11-23 09:30:00").unwrap();
    assert_eq!((visit.status, visit.outcome.as_deref()), (VisitStatus::Held, Some("agreed on the limit")));
    let roles: Vec<_> = book.role.of(visit.uid()).map(|role| (role.kind, role.certainty)).collect();
    for role in [
        (RoleKind::Decides, Certainty::Confirmed),
        (RoleKind::Budgets, Certainty::Heard),
        (RoleKind::SpeaksFor, Certainty::Confirmed),
    ] {
        assert!(roles.contains(&role), "{role:?} in {roles:?}");
    }
    assert_eq!(book.stance.of(visit.uid()).count(), 1);
    assert_eq!(desk.last_step(), 2, "one save is one step");
    assert_eq!(desk.check_journal().unwrap(), []);
    assert_eq!(desk.drafts().unwrap(), [], "what is saved is no draft");
    terminal.press("u");
    terminal.shows("09:30");
    let begun = Instant::now();
    while home.desk().last_step() < 3 && begun.elapsed() < Duration::from_secs(60) {}
    let visit = home.desk().book().visit.iter().find(|visit| visit.start.to_string() == "2026-11-23 09:30:00").cloned();
    assert_eq!(visit.unwrap().status, VisitStatus::Planned);
}

#[test]
fn three_visits_are_read_to_the_ground_in_seven_keys() {
    let home = Home::new();
    let mut terminal = home.start((100, 28));
    let mut keys = 0;
    for (more, client) in [
        (&["b"][..], "Синева Софтуер"),
        (&[ESC, "j", "b"], "Волга Металл"),
        (&[ESC, "j", "b"], "Калиакренски зърнен терминал"),
    ] {
        keys += count(&mut terminal, more);
        terminal.until(client, |screen| screen.contains("Internal. Not for the client.") && screen.contains(client));
    }
    assert_eq!(keys, 7);
}

#[test]
fn a_visit_opens_at_its_questions_and_space_takes_one() {
    let home = Home::new();
    let taken = || {
        let desk = home.desk();
        let visit = desk.book().visit.iter().find(|visit| visit.start.to_string() == "2026-11-23 09:30:00");
        visit.map(|visit| visit.questions.len())
    };
    let before = taken().unwrap();
    let mut terminal = home.start((100, 28));
    assert_eq!(count(&mut terminal, &[ENTER, " "]), 2);
    terminal.shows("saved:");
    assert_eq!(taken(), Some(before + 1));
}

#[test]
fn the_full_page_takes_twenty_two_keys_beside_what_is_typed() {
    let home = Home::new();
    let mut terminal = home.start((100, 28));
    terminal.press("j");
    let mut keys = 0;
    for (commands, typed) in [
        (&["w"][..], "agreed on the first credit"),
        (&["\t", "D", "D", "+", "j", "B", "S", "S", "\t", " ", "j", " ", "\t", " ", "a"], "money before shipping\r"),
        (&["\t", " ", "a"], "draft letter due:thu\r"),
        (&["a"], "list of deals due:30.11\r"),
        (&["\t"], "8.12 10:00\ragree the order"),
        (&[SAVE], ""),
    ] {
        keys += count(&mut terminal, commands);
        terminal.press(typed);
    }
    assert_eq!(keys, 22);
    terminal.shows("saved:");
    let desk = home.desk();
    assert_eq!(desk.last_step(), 2, "one save is one step");
    let book = desk.book();
    let visit = book.visit.iter().find(|visit| visit.start.to_string() == "2026-11-23 11:00:00").unwrap();
    assert_eq!((visit.status, book.role.of(visit.uid()).count()), (VisitStatus::Held, 3));
    assert_eq!(visit.questions.iter().filter(|question| question.asked).count(), 2);
    assert!(book.need.iter().any(|need| need.title == "money before shipping"));
    let seen = book.need.iter().filter(|need| need.title != "money before shipping");
    let seen: Vec<_> = seen.flat_map(|need| &need.evidence).filter(|seen| seen.visit == Some(visit.uid())).collect();
    assert_eq!(seen.iter().map(|seen| seen.weight).collect::<Vec<_>>(), [Weight::Hint], "Space on a need");
    let kept = book.commitment.of(visit.client).filter(|promise| promise.client == visit.client);
    let kept =
        kept.filter(|promise| promise.state == CommitmentState::Done && promise.done_on == Some(visit.start.date()));
    assert_eq!(kept.count(), 1, "Space on a promise");
    let promised: Vec<_> = book.commitment.of(visit.uid()).map(|promise| promise.text.as_str()).collect();
    assert!(promised.contains(&"draft letter") && promised.contains(&"list of deals"), "{promised:?}");
    let next = book.visit.iter().find(|next| next.followup_of == Some(visit.uid())).unwrap();
    assert_eq!(
        (next.start.to_string().as_str(), next.purpose.as_deref()),
        ("2026-12-08 10:00:00", Some("agree the order"))
    );
}

#[test]
fn an_internal_brief_takes_two_keys_and_a_client_copy_three() {
    for (keys, ending) in [(&["x", ENTER][..], "internal_en.md"), (&["x", "c", ENTER], "client_bg.md")] {
        let home = Home::new();
        let mut terminal = home.start((100, 28));
        assert_eq!(count(&mut terminal, keys), if ending.starts_with("int") { 2 } else { 3 });
        terminal.shows("written:");
        let files = files(&home);
        assert_eq!(files.len(), 1, "{files:?}");
        let file = files.first().unwrap();
        assert!(file.to_string_lossy().ends_with(ending), "{}", file.display());
        let text = fs::read_to_string(file).unwrap();
        assert_eq!(text.contains("Internal. Not for the client."), ending.starts_with("int"));
        assert!(text.contains("Синева Софтуер"));
        assert!(ending.starts_with("int") || !text.contains("фонда"), "a hidden need is not the client's to read");
    }
}

#[test]
fn the_terminal_is_given_back_on_every_way_out() {
    for signal in [None, Some(Signal::SIGTERM), Some(Signal::SIGHUP)] {
        let home = Home::new();
        let mut terminal = home.start((80, 24));
        match signal {
            None => terminal.press("q"),
            Some(signal) => terminal.signal(signal),
        }
        let ended = terminal.end();
        assert!(matches!(ended, WaitStatus::Exited(_, 0)), "{signal:?}: {ended:?}");
        terminal.is_restored();
    }
}

#[test]
fn no_size_and_no_change_of_size_stops_it() {
    let home = Home::new();
    let mut terminal = home.start((80, 24));
    for keys in ["", "gc", "\r", "2", "gv", "gm", "gt", "w", "?"] {
        terminal.press(keys);
        for size in [(60, 15), (59, 14), (200, 60), (20, 5), (1, 1), (61, 16), (132, 15), (60, 60), (80, 24)] {
            terminal.resize(size.0, size.1);
            std::thread::sleep(Duration::from_millis(15));
        }
        terminal.press(ESC);
        terminal.until("a picture", |screen| screen.lines().count() > 10);
    }
    for _ in 0..4 {
        terminal.press(ESC);
    }
    terminal.press("gt");
    terminal.shows("09:30");
    terminal.press("q");
    assert!(matches!(terminal.end(), WaitStatus::Exited(_, 0)));
    terminal.is_restored();
}

#[test]
fn too_small_a_window_says_so_in_one_sentence() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home.book(), Path::new(home.dir.path()), (40, 10));
    let screen = terminal.shows("Make the window at least 60 by 15.");
    assert!(!screen.contains("09:30"));
    terminal.resize(80, 24);
    terminal.shows("09:30");
}
