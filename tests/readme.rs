//! The README tells the truth: its key table is the program's, and its commands run.

use assert_cmd::Command;
use attache::domain::words::Language;
use attache::i18n::Words;
use attache::tui::command::{Commands, key_table};

const README: &str = include_str!("../README.md");
const BEGIN: &str = "<!-- keys: written by the program, checked by a test -->\n";
const END: &str = "<!-- end of keys -->";

#[test]
fn the_key_table_is_the_programs_own() {
    let words = Words::new(Language::En);
    let table = key_table(&Commands::default(), |id| words.say(id));
    let wanted = format!("\n{}\n", table.trim());
    let told = README.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map(|(told, _)| told);
    if std::env::var_os("README_UPDATE").is_some() {
        let (head, rest) = README.split_once(BEGIN).unwrap();
        let (_, tail) = rest.split_once(END).unwrap();
        std::fs::write("README.md", format!("{head}{BEGIN}{wanted}{END}{tail}")).unwrap();
        return;
    }
    assert_eq!(told, Some(wanted.as_str()), "run this test with README_UPDATE=1");
}

/// The indented lines of the README that call the program, one command each.
fn commands() -> Vec<Vec<String>> {
    let lines = README.lines().filter_map(|line| line.strip_prefix("    attache "));
    lines.map(words_of).collect()
}

/// Splits as a shell does, as far as the README needs it: double quotes.
fn words_of(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate();
    quoted
        .flat_map(
            |(n, part)| {
                if n % 2 == 1 { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
            },
        )
        .collect()
}

#[test]
fn every_command_of_the_readme_runs() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.attache");
    let attache = || {
        let mut command = Command::cargo_bin("attache").unwrap();
        command.env("ATTACHE_TODAY", "2026-11-23").env("LANG", "C").current_dir(folder.path());
        command
    };
    attache().args(["demo", "--into"]).arg(&book).assert().success();
    let commands = commands();
    assert!(commands.len() > 5, "{commands:?}");
    for words in commands {
        let mut command = attache();
        let other = folder.path().join("new.attache");
        command.env("ATTACHE_BOOK", if words[0] == "init" { &other } else { &book });
        command.args(&words).assert().success();
    }
}
