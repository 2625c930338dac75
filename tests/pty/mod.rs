//! The built program in a real pseudo-terminal; its screen is what a terminal emulator makes of its bytes.

#![allow(dead_code, reason = "the tests and the bench each ask for a part of it")]

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::sleep;
use std::time::{Duration, Instant};

use expectrl::process::unix::{Signal, UnixProcess, WaitStatus};
use expectrl::process::{Healthcheck, Process};
use rustix::termios::{LocalModes, OutputModes, tcgetattr};

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(60);

/// With what ratatui ends each picture that shows no cursor.
const END_OF_PICTURE: &[u8] = b"\x1b[?25l";

pub struct Terminal {
    process: UnixProcess,
    keys: File,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

/// What came from the program.
struct Seen {
    parser: vt100::Parser,
    /// Since the last key.
    bytes: Vec<u8>,
    /// When the last of them came.
    at: Instant,
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        self.at = Instant::now();
        self.bytes.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

impl Terminal {
    /// The program on a book, on the day of the demo, in a window of so many columns and rows.
    pub fn start(book: &Path, home: &Path, (columns, rows): (u16, u16)) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(["--today", "2026-11-23"]).env("ATTACHE_BOOK", book);
        Self::run(command, home, (columns, rows))
    }

    /// Any program, with nothing of this machine but its own home.
    pub fn run(mut command: Command, home: &Path, (columns, rows): (u16, u16)) -> Self {
        let own = command.get_envs().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())));
        let own: Vec<_> = own.collect();
        command.env_clear().envs(own).current_dir(home);
        command.env("HOME", home).env("TERM", "xterm-256color");
        let mut process = UnixProcess::spawn_command(command).unwrap();
        process.set_window_size(columns, rows).unwrap();
        let parser = vt100::Parser::new(size(rows), size(columns), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), at: Instant::now() }), Condvar::new()));
        let keys = process.get_raw_handle().unwrap();
        let mut bytes = process.get_raw_handle().unwrap();
        let shared = Arc::clone(&seen);
        // Ends with the program: the terminal's other side is closed then.
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(n @ 1..) = bytes.read(&mut buffer) {
                shared.0.lock().unwrap().take(&buffer[..n]);
                shared.1.notify_all();
            }
        });
        Self { process, keys, seen }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Waits until what came is as it should be.
    #[track_caller]
    fn wait(&self, what: &str, is_there: impl Fn(&Seen) -> bool) -> MutexGuard<'_, Seen> {
        let (seen, late) = self.seen.1.wait_timeout_while(self.seen(), PATIENCE, |seen| !is_there(seen)).unwrap();
        assert!(!late.timed_out(), "never came: {what}\n{}", seen.parser.screen().contents());
        seen
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub fn until(&self, what: &str, is_there: impl Fn(&str) -> bool) -> String {
        self.wait(what, |seen| is_there(&seen.parser.screen().contents())).parser.screen().contents()
    }

    /// Waits until the text is on the screen; when it came.
    #[track_caller]
    pub fn shown_at(&self, text: &str) -> Instant {
        self.wait(text, |seen| seen.parser.screen().contents().contains(text)).at
    }

    /// Waits for the end of a picture that came since the last key; when its last byte was there.
    #[track_caller]
    pub fn painted(&self) -> Instant {
        self.wait("a picture", |seen| seen.bytes.ends_with(END_OF_PICTURE)).at
    }

    #[track_caller]
    pub fn shows(&self, text: &str) -> String {
        self.until(text, |screen| screen.contains(text))
    }

    pub fn press(&mut self, keys: &str) {
        self.seen().bytes.clear();
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen().parser.screen_mut().set_size(size(rows), size(columns));
        self.process.set_window_size(columns, rows).unwrap();
    }

    pub fn signal(&mut self, signal: Signal) {
        self.process.signal(signal).unwrap();
    }

    /// How it ended.
    #[track_caller]
    pub fn end(&self) -> WaitStatus {
        let begun = Instant::now();
        loop {
            match self.process.get_status() {
                Ok(WaitStatus::StillAlive) => {}
                Ok(status) => return status,
                Err(error) => panic!("{error}"),
            }
            assert!(begun.elapsed() < PATIENCE, "does not end\n{}", self.screen());
            sleep(Duration::from_millis(5));
        }
    }

    /// Whether the terminal is as a shell wants to find it: the normal screen, lines and echo, no mouse, no paste marks.
    #[track_caller]
    pub fn is_restored(&self) {
        let begun = Instant::now();
        while self.seen().parser.screen().alternate_screen() && begun.elapsed() < PATIENCE {
            sleep(Duration::from_millis(5));
        }
        let seen = self.seen();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let modes = tcgetattr(&self.keys).unwrap();
        assert!(modes.local_modes.contains(LocalModes::ICANON | LocalModes::ISIG));
        assert!(modes.output_modes.contains(OutputModes::OPOST));
    }
}

/// The tests have no window without rows or columns.
fn size(cells: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(cells).unwrap()
}
