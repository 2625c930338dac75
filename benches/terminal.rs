//! What a person waits for at a real terminal: the first picture, and a key until the last byte of its paint; beside
//! the smallest ratatui list with a detail pane, and beside abook where it is installed.
//!
//! `cargo bench --bench terminal`; the keys of two programs alternate, so that what else the machine does meets both.

#![allow(clippy::print_stdout, reason = "it tells what was measured")]

mod generator;
#[path = "../tests/pty/mod.rs"]
mod pty;
mod terminal {
    pub mod minimal;
}

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use pty::Terminal;
use terminal::minimal;

type Window = (u16, u16);

/// The window in which programs are started, one in which keys are pressed, and one with room for a detail.
const FIRST: Window = (80, 24);
const USUAL: Window = (100, 28);
const WIDE: Window = (160, 45);
const STARTS: usize = 25;
const KEYS: usize = 600;
/// A cursor turns round after so many lines; every list here is longer.
const WAY: usize = 250;
/// Nobody types faster; every program sleeps again by then.
const PAUSE: Duration = Duration::from_millis(4);

fn main() {
    if let Some(lines) = minimal::asked() {
        return minimal::run(lines);
    }
    let home = tempfile::tempdir().unwrap();
    first_picture(home.path(), 300);
    println!();
    for (screen, keys, window) in [("Clients", "gc", USUAL), ("Clients", "gc", WIDE), ("Today", "gt", USUAL)] {
        for clients in [300, 10_000] {
            key_to_paint(home.path(), screen, keys, window, clients);
        }
    }
}

fn attache(book: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["--today", generator::TODAY]).env("ATTACHE_BOOK", book);
    command
}

/// From the start of each program until its list stands on the screen.
fn first_picture(home: &Path, clients: usize) {
    let book = generator::book_of(clients);
    let cards = cards(home, clients);
    let abook = || {
        let mut command = Command::new("abook");
        command.arg("--datafile").arg(&cards);
        command
    };
    let has_abook = abook().arg("--formats").output().is_ok();
    let [mut ours, mut minimal, mut abooks] = [const { Vec::new() }; 3];
    for _ in 0..STARTS {
        ours.push(until_shown(attache(&book), home, "ready"));
        minimal.push(until_shown(minimal::command(clients), home, minimal::READY));
        if has_abook {
            abooks.push(until_shown(abook(), home, "Card 15"));
        }
    }
    println!("first picture, {clients} clients: median");
    let least = Times::of(minimal);
    Times::of(ours).print("attache", &least);
    if has_abook {
        Times::of(abooks).print("abook, as many cards", &least);
    } else {
        println!("  abook is not installed: not compared");
    }
    least.print("smallest list", &least);
}

fn until_shown(command: Command, home: &Path, text: &str) -> Duration {
    let begun = Instant::now();
    let mut terminal = Terminal::run(command, home, FIRST);
    let shown = terminal.shown_at(text) - begun;
    end(&mut terminal);
    shown
}

fn end(terminal: &mut Terminal) {
    terminal.signal(expectrl::process::unix::Signal::SIGTERM);
    terminal.end();
}

/// `j`, and `k` on the way back, in both programs by turns.
fn key_to_paint(home: &Path, screen: &str, keys: &str, window: Window, clients: usize) {
    let mut ours = Terminal::run(attache(&generator::book_of(clients)), home, window);
    ours.shows("ready");
    for key in keys.chars() {
        ours.press(&key.to_string());
        ours.painted();
    }
    let mut least = Terminal::run(minimal::command(clients), home, window);
    least.shows(minimal::READY);
    let [mut of_ours, mut of_least] = [const { Vec::new() }; 2];
    for n in 0..KEYS {
        let key = if (n / WAY).is_multiple_of(2) { "j" } else { "k" };
        of_ours.push(timed(&mut ours, key));
        of_least.push(timed(&mut least, key));
    }
    println!("a key on {screen} in {} columns, {clients} clients: median, p99", window.0);
    let reference = Times::of(of_least);
    Times::of(of_ours).print("attache", &reference);
    reference.print("smallest list", &reference);
    end(&mut ours);
    end(&mut least);
}

fn timed(terminal: &mut Terminal, key: &str) -> Duration {
    std::thread::sleep(PAUSE);
    let begun = Instant::now();
    terminal.press(key);
    terminal.painted() - begun
}

/// An address book for abook.
fn cards(home: &Path, count: usize) -> PathBuf {
    let mut text = String::from("[format]\nprogram=abook\nversion=0.6.1\n\n");
    for n in 0..count {
        let _ = write!(text, "[{n}]\nname=Card {n}\nemail=card{n}@example.org\n\n");
    }
    let path = home.join("cards");
    std::fs::write(&path, text).unwrap();
    path
}

/// What was measured, sorted.
struct Times(Vec<Duration>);

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    fn at(&self, percent: usize) -> Duration {
        self.0[(self.0.len() - 1) * percent / 100]
    }

    /// The median, the 99th percentile where there are hundreds, and how they stand to the smallest list's.
    fn print(&self, name: &str, least: &Self) {
        let one = |percent: usize| {
            let (own, other) = (self.at(percent).as_secs_f64(), least.at(percent).as_secs_f64());
            format!("{:8.2} ms {:5.2}x", own * 1000.0, own / other)
        };
        let tail = if self.0.len() > 100 { one(99) } else { String::new() };
        println!("  {name:<22} {} {tail}", one(50));
    }
}
