//! A home of its own for the program, with the demo book in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use tempfile::TempDir;

use crate::pty::Terminal;

/// A home with the demo book in it, as `attache demo --into` writes it.
pub struct Home {
    pub dir: TempDir,
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
    pub fn new() -> Self {
        let home = Self { dir: TempDir::new().unwrap() };
        fs::write(home.book(), demo_book()).unwrap();
        home
    }

    pub fn book(&self) -> PathBuf {
        self.dir.path().join("demo.book")
    }

    /// The book as another process finds it on the disk.
    pub fn desk(&self) -> Desk {
        Desk::open(&self.book(), None, Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap()
    }

    pub fn start(&self, size: (u16, u16)) -> Terminal {
        let terminal = Terminal::start(&self.book(), self.dir.path(), size);
        terminal.shows("? help");
        terminal
    }
}
