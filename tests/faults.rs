//! A process killed at any moment: every change it acknowledged is there, and no half of one it did not.
//!
//! The child is this test program again: it makes edits and prints each step once it is saved.

mod fixtures;
mod wishes;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use attache::desk::{Desk, StepFilter};
use attache::domain::step::Step;
use attache::domain::{Answers, Edit, Entity};
use fastrand::Rng;
use fixtures::{Folder, clock, rows};

const BOOK: &str = "ATTACHE_TEST_FAULTS_BOOK";
const FULL: &str = "ATTACHE_TEST_FULL_DISK";
const KILLS: u64 = 40;

/// Not a test of its own: what the killed process does. Without its variable it does nothing.
#[test]
fn child() {
    let Some(path) = std::env::var_os(BOOK) else { return };
    let mut desk = Desk::open(Path::new(&path), None, clock()).unwrap();
    let mut random = Rng::new();
    let mut out = std::io::stderr();
    loop {
        let edit = wishes::edit(&mut random, desk.book());
        let answers = wishes::answers(&mut random);
        let made = match random.u32(..10) {
            0 => desk.undo(&answers).ok(),
            1 => desk.redo().ok(),
            _ => desk.make(&edit, &answers).ok(),
        };
        desk.keep_draft("form", &random.u64(..).to_string()).unwrap();
        if let Some(number) = made.and_then(|made| made.step) {
            let step = desk.steps(StepFilter { number: Some(number), ..StepFilter::default() }).unwrap().remove(0);
            writeln!(out, "saved {number} {}", told(&step)).unwrap();
        }
    }
}

/// Not a test of its own: what runs on a disk that is nearly full.
#[test]
fn child_on_a_full_disk() {
    let Some(path) = std::env::var_os(FULL) else { return };
    let path = Path::new(&path);
    let mut desk = Desk::open(path, None, clock()).unwrap();
    let client = desk.book().client.iter().next().unwrap().head.uid.to_string();
    let note = |desk: &mut Desk, n: usize| {
        let fields = [("client", client.clone()), ("text", "long ".repeat(700) + &n.to_string())];
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        desk.make(&Edit::Add { entity: Entity::Note, fields }, &Answers::yes())
    };
    let mut made = 0;
    let refused = loop {
        match note(&mut desk, made) {
            Ok(_) => made += 1,
            Err(trouble) => break trouble,
        }
    };
    assert!(made > 0, "there was room at first");
    assert_eq!(refused.sentence().id, "book-full");
    assert_eq!(desk.check_journal().unwrap(), []);
    let disk = Desk::open(path, None, clock()).unwrap();
    assert_eq!(rows(disk.book()), rows(desk.book()), "nothing of the refused edit is anywhere");
    std::fs::remove_file(path.with_file_name("filler")).unwrap();
    note(&mut desk, made).unwrap();
    assert_eq!(desk.check_journal().unwrap(), []);
}

#[test]
fn a_full_disk_refuses_an_edit_whole() {
    let folder = Folder::with_small_book();
    let small = folder.dir().join("small");
    std::fs::create_dir(&small).unwrap();
    // A disk of its own, gone with the process; only root, or a user with namespaces, may make one.
    let script = "mount -t tmpfs -o size=1400k tmpfs \"$1\" 2>/dev/null || exit 77
        cp \"$2\" \"$1/the.book\" && dd if=/dev/zero of=\"$1/filler\" bs=1k count=700 2>/dev/null
        exec \"$3\" --exact child_on_a_full_disk --nocapture";
    let ran = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .args([&small, &folder.book(), &std::env::current_exe().unwrap()])
        .env(FULL, small.join("the.book"))
        .output();
    match ran {
        Ok(output) if output.status.success() => {
            assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "the child did not run");
        }
        Ok(output) if output.status.code() != Some(77) && !output.stdout.is_empty() => {
            panic!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        }
        skipped => println!("skipped: no disk can be made here: {:?}", skipped.map(|output| output.status)),
    }
}

/// A step on one line, short enough for a pipe.
fn told(step: &Step) -> String {
    let changes = step.changes.iter().map(|change| format!("{}:{:?}", change.uuid(), change.fields().len()));
    format!("{} {}", step.kind.word(), changes.collect::<Vec<_>>().join(","))
}

fn start(book: &Path) -> Child {
    let program = std::env::current_exe().unwrap();
    Command::new(program)
        .args(["--exact", "child", "--nocapture"])
        .env(BOOK, book)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Lets the child save so many steps, waits a moment more and kills it; what it told of.
fn run_and_kill(book: &Path, random: &mut Rng) -> Vec<String> {
    let mut child = start(book);
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let at_least = random.usize(1..6);
    let mut told: Vec<String> = lines.by_ref().take(at_least).map(Result::unwrap).collect();
    std::thread::sleep(Duration::from_micros(random.u64(..30_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    told.extend(lines.map_while(Result::ok));
    // The last line may have been cut while it was written.
    told.into_iter().filter(|line| line.starts_with("saved ")).collect()
}

#[test]
fn a_kill_between_any_two_writes_loses_nothing_and_halves_nothing() {
    let folder = Folder::with_small_book();
    let mut random = Rng::with_seed(11);
    for kill in 0..KILLS {
        let told = run_and_kill(&folder.book(), &mut random);
        let mut desk = folder.open();
        assert_eq!(desk.check_journal().unwrap(), [], "kill {kill}");
        let steps = desk.steps(StepFilter::default()).unwrap();
        assert!(!told.is_empty(), "kill {kill}: the child saved nothing");
        for line in &told {
            // Only the last line can be cut, also within its number.
            let Some((number, rest)) = line["saved ".len()..].split_once(' ') else {
                assert_eq!(Some(line), told.last(), "kill {kill}");
                continue;
            };
            let number: usize = number.parse().unwrap();
            let step = steps.get(number - 1).unwrap_or_else(|| panic!("kill {kill}: step {number} is lost"));
            assert!(Some(line) == told.last() || crate::told(step) == rest, "kill {kill}: {line}");
        }
        assert!(desk.drafts().unwrap().len() <= 1);
        if steps.len() > 400 {
            drop(desk);
            std::fs::copy(Folder::with_small_book().book(), folder.book()).unwrap();
        }
    }
}
