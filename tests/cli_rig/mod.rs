//! A folder with a demo book in it, and the program run on it as a script would.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a rig of tests")]

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use assert_cmd::Command;
use serde_json::Value as Json;
use tempfile::TempDir;

pub const TODAY: &str = "2026-11-23";

/// A folder of its own for one test.
pub struct Desk {
    dir: TempDir,
}

/// The bytes of a demo book, made once for a test program.
fn demo_book() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("demo.book");
        let out = program(&path).args(["demo", "--into"]).arg(&path).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        std::fs::read(&path).unwrap()
    })
}

fn program(book: &Path) -> Command {
    let mut command = Command::cargo_bin("attache").unwrap();
    command.env_clear().env("HOME", "/nonexistent").env("ATTACHE_BOOK", book).env("ATTACHE_TODAY", TODAY);
    command
}

impl Desk {
    /// With the demo book.
    pub fn demo() -> Self {
        let desk = Self::empty();
        std::fs::write(desk.book(), demo_book()).unwrap();
        desk
    }

    /// Without any book.
    pub fn empty() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn book(&self) -> PathBuf {
        self.path("the.book")
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.book()).unwrap_or_default()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program(&self.book());
        command.current_dir(self.dir.path()).args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What it says on stdout when all goes well.
    pub fn says(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert_eq!(out.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    /// The document it gives with `--json`.
    pub fn document(&self, args: &[&str]) -> Json {
        let all: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let document: Json = serde_json::from_str(&self.says(&all)).unwrap();
        assert_eq!(document["schema"], "attache/1", "{args:?}");
        document
    }

    /// It fails with this exit code, says why on stderr and leaves the book as it was; what it said.
    pub fn fails(&self, code: i32, args: &[&str]) -> String {
        let before = self.bytes();
        let out = self.run(args);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(code), "{args:?}: {said}");
        assert!(!said.trim().is_empty(), "{args:?} says nothing");
        assert!(!said.contains('\u{1b}'), "{args:?} steers the terminal");
        assert_eq!(self.bytes(), before, "{args:?} changed the book");
        let all: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let out = self.run(&all);
        assert!(out.stdout.is_empty(), "{args:?} --json failed with something on stdout");
        said
    }
}
