//! The house rules of ARCHITECTURE.md, kept true: which layer may use which, where SQL may stand, how long a file may
//! be, and that nothing a person reads is written in code.

use std::fs;
use std::path::{Path, PathBuf};

/// What must not appear below a folder, and why it would be wrong there.
const MAY_NOT: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "rusqlite",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
            "std::time::",
            "crate::store",
            "crate::desk",
            "crate::export",
            "crate::i18n",
            "crate::tui",
            "crate::cli",
            "Utc::now",
            "Local::now",
            "now_v7",
            "now_v4",
        ],
    ),
    ("src/store", &["ratatui", "crossterm", "crate::desk", "crate::export", "crate::i18n", "crate::tui", "crate::cli"]),
    ("src/desk", &["rusqlite", "ratatui", "crossterm", "crate::i18n", "crate::tui", "crate::cli", "Utc::now"]),
    (
        "src/export",
        &["rusqlite", "ratatui", "crossterm", "crate::store", "crate::desk", "crate::tui", "crate::cli", "Utc::now"],
    ),
    (
        "src/i18n",
        &[
            "rusqlite",
            "ratatui",
            "crossterm",
            "crate::store",
            "crate::desk",
            "crate::export",
            "crate::tui",
            "crate::cli",
        ],
    ),
    ("src/tui", &["rusqlite", "crate::store", "crate::cli", "Utc::now"]),
    ("src/cli", &["rusqlite", "ratatui", "crate::store", "Utc::now"]),
];

/// Words that begin an SQL statement; outside `store/` they have no business in a string.
const SQL: &[&str] = &[
    "\"SELECT ",
    "\"INSERT ",
    "\"UPDATE ",
    "\"DELETE FROM",
    "\"PRAGMA ",
    "\"CREATE TABLE",
    "\"BEGIN IMMEDIATE",
    "\"BEGIN TRANS",
];

/// No drawer for things without a name.
const NO_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "manager", "common", "misc"];

/// Longer than this does not fit in the head.
const MOST_LINES: usize = 400;

fn sources(root: &str) -> Vec<PathBuf> {
    files(root, "rs")
}

fn files(root: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(root)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string()
}

/// The lines of a file that are code: comments and what follows `#[cfg(test)] mod` are left out.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    // Tests inside the file end it; `mod tests;` names a file of their own, and the code goes on.
    let lines = text.lines().collect::<Vec<_>>();
    let tests_begin = lines
        .windows(2)
        .position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{'));
    let lines =
        lines[..tests_begin.unwrap_or(lines.len())].iter().enumerate().map(|(n, line)| (n + 1, line.trim().to_owned()));
    lines.filter(|(_, line)| !line.starts_with("//")).collect()
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (folder, forbidden) in MAY_NOT {
        for path in sources(folder) {
            for (n, line) in code(&path) {
                if let Some(word) = forbidden.iter().find(|word| line.contains(**word)) {
                    wrong.push(format!("{}:{n} uses {word}", name(&path)));
                }
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0], "see ARCHITECTURE.md, Layers");
}

#[test]
fn sql_is_spoken_in_the_store_alone() {
    let mut wrong = Vec::new();
    for path in sources("src").into_iter().filter(|path| !name(path).starts_with("src/store")) {
        for (n, line) in code(&path) {
            if SQL.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{}:{n} {line}", name(&path)));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn no_file_outgrows_a_persons_eye() {
    let roots = ["src", "tests", "benches"];
    let lines = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().count();
    let long: Vec<String> = roots
        .iter()
        .flat_map(|root| sources(root))
        .filter(|path| lines(path) > MOST_LINES)
        .map(|path| format!("{}: {} lines", name(&path), lines(&path)))
        .collect();
    assert_eq!(long, [] as [String; 0]);
}

#[test]
fn modules_have_names_and_say_what_they_own() {
    for path in sources("src") {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!NO_NAMES.contains(&stem.as_str()), "{}: name the job", name(&path));
        let first = fs::read_to_string(&path).unwrap().lines().next().unwrap_or_default().to_owned();
        assert!(first.starts_with("//!"), "{}: the first line says what the module owns", name(&path));
    }
}

/// A text literal for people has a capital, a space and a full stop or three words; ids, keys and formats do not.
fn reads_like_a_sentence(literal: &str) -> bool {
    let words = literal.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).count();
    words >= 3 && literal.chars().next().is_some_and(char::is_uppercase) && !literal.contains('{')
}

fn literals(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

#[test]
fn what_a_person_reads_comes_from_the_message_files() {
    let mut wrong = Vec::new();
    for folder in ["src/tui", "src/cli", "src/export"] {
        for path in sources(folder) {
            for (n, line) in code(&path) {
                // Attributes are for the compiler and clap's own help.
                if line.starts_with('#') || line.starts_with("///") {
                    continue;
                }
                if literals(&line).iter().any(|literal| reads_like_a_sentence(literal)) {
                    wrong.push(format!("{}:{n} {line}", name(&path)));
                }
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0], "put it into assets/i18n");
}

/// Whether a comment points into a list of rules by number; the reader has no such list.
fn has_rule_number(comment: &str) -> bool {
    let is_number = |word: &str| {
        let digits = word.strip_prefix(['R', 'T']).unwrap_or_default();
        !digits.is_empty() && digits.len() < 3 && digits.chars().all(|c| c.is_ascii_digit())
    };
    comment.contains('§') || comment.split(|c: char| !c.is_alphanumeric()).any(is_number)
}

#[test]
fn comments_say_in_words_what_they_mean() {
    let mut wrong = Vec::new();
    let code = ["src", "tests", "benches"].iter().flat_map(|root| sources(root));
    for path in code.chain(files("assets/i18n", "ftl")) {
        let text = fs::read_to_string(&path).unwrap();
        let comment = |line: &str| line.trim().starts_with("//") || line.starts_with("# ") || line.starts_with("## ");
        let comments = text.lines().enumerate().filter(|(_, line)| comment(line)).map(|(n, line)| (n + 1, line));
        wrong.extend(
            comments.filter(|(_, comment)| has_rule_number(comment)).map(|(n, _)| format!("{}:{n}", name(&path))),
        );
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert!(
        has_rule_number(" as R28 asks (trap T7)") && has_rule_number(" \u{a7}5.4") && !has_rule_number(" Rust 2024")
    );
}
