//! The built program in a real pseudo-terminal; its screen is what a terminal emulator makes of its bytes.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use expectrl::process::unix::{Signal, UnixProcess, WaitStatus};
use expectrl::process::{Healthcheck, Process};
use rustix::termios::{LocalModes, OutputModes, tcgetattr};

/// Longer than any machine needs; nothing here measures.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    process: UnixProcess,
    keys: File,
    seen: Arc<Mutex<vt100::Parser>>,
}

impl Terminal {
    /// The program on a book, on the day of the demo, in a window of so many columns and rows.
    pub fn start(book: &Path, home: &Path, (columns, rows): (u16, u16)) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(["--today", "2026-11-23"]).env_clear().current_dir(home);
        command.env("HOME", home).env("TERM", "xterm-256color").env("ATTACHE_BOOK", book);
        let mut process = UnixProcess::spawn_command(command).unwrap();
        process.set_window_size(columns, rows).unwrap();
        let seen = Arc::new(Mutex::new(vt100::Parser::new(size(rows), size(columns), 0)));
        let keys = process.get_raw_handle().unwrap();
        let mut bytes = process.get_raw_handle().unwrap();
        let parser = Arc::clone(&seen);
        // Ends with the program: the terminal's other side is closed then.
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(n @ 1..) = bytes.read(&mut buffer) {
                parser.lock().unwrap().process(&buffer[..n]);
            }
        });
        Self { process, keys, seen }
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen().contents()
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub fn until(&self, what: &str, is_there: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if is_there(&screen) {
                return screen;
            }
            assert!(begun.elapsed() < PATIENCE, "never came: {what}\n{screen}");
            sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    pub fn shows(&self, text: &str) -> String {
        self.until(text, |screen| screen.contains(text))
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.lock().unwrap().screen_mut().set_size(size(rows), size(columns));
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
        while self.seen.lock().unwrap().screen().alternate_screen() && begun.elapsed() < PATIENCE {
            sleep(Duration::from_millis(5));
        }
        let parser = self.seen.lock().unwrap();
        let screen = parser.screen();
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
