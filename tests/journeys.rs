//! The three journeys of a working day in a real terminal, and every way out of it.

mod pty;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::words::{Certainty, CommitmentState, RoleKind, Tri, VisitStatus, Weight};
use attache::domain::{Commitment, Row};
use expectrl::process::unix::{Signal, WaitStatus};
use pty::Terminal;
use tempfile::TempDir;

const SAVE: &str = "\x13";
const ENTER: &str = "\r";
const ESC: &str = "\x1b";

/// A home with the demo book in it, as `attache demo --into` writes it.
struct Home {
    dir: TempDir,
}

fn demo_book() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| {
        let dir = TempDir::new().unwrap();
        let book = dir.path().join("demo.book");
        let mut demo = Command::new(env!("CARGO_BIN_EXE_attache"));
        demo.env_clear().env("HOME", dir.path()).args(["--today", "2026-11-23", "demo", "--into"]).arg(&book);
        assert!(demo.status().unwrap().success());
        fs::read(book).unwrap()
    })
}

impl Home {
    fn new() -> Self {
        let home = Self { dir: TempDir::new().unwrap() };
        fs::write(home.book(), demo_book()).unwrap();
        home
    }

    fn book(&self) -> PathBuf {
        self.dir.path().join("demo.book")
    }

    /// The book as another process finds it on the disk.
    fn desk(&self) -> Desk {
        Desk::open(&self.book(), None, Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap()
    }

    fn start(&self, size: (u16, u16)) -> Terminal {
        let terminal = Terminal::start(&self.book(), self.dir.path(), size);
        terminal.shows("? help");
        terminal
    }

    fn files(&self) -> BTreeSet<PathBuf> {
        let files = fs::read_dir(self.dir.path()).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.is_file() && *path != self.book()).collect()
    }

    /// What waits in the book to be saved.
    /// Waits until the page that was being typed is kept in the book.
    fn draft_with(&self, text: &str) {
        let begun = Instant::now();
        while !self.desk().drafts().unwrap().iter().any(|draft| draft.text.contains(text)) {
            assert!(begun.elapsed() < Duration::from_secs(60), "the draft never came");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
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
        let files = home.files();
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
fn what_is_being_typed_is_kept_when_the_program_is_told_to_end() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP] {
        let home = Home::new();
        let mut terminal = home.start((80, 24));
        terminal.press("wtyped at the door");
        terminal.shows("typed at the door");
        terminal.signal(signal);
        terminal.end();
        terminal.is_restored();
        home.draft_with("typed at the door");
    }
}

#[test]
fn what_is_being_typed_survives_a_lost_process() {
    let home = Home::new();
    let mut terminal = home.start((100, 28));
    terminal.press("wbefore the light went");
    terminal.shows("before the light went");
    home.draft_with("before the light went");
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
        home.draft_with(last);
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
