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

/// The indented lines of the README that a shell would take: calls of the program, and what they find set.
fn lines() -> impl Iterator<Item = &'static str> {
    let shell = |line: &&str| line.starts_with("attache ") || line.starts_with("export ");
    README.lines().filter_map(|line| line.strip_prefix("    ")).filter(shell)
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
fn every_command_of_the_readme_runs_in_its_order() {
    let home = tempfile::tempdir().unwrap();
    let mut set = vec![("HOME", home.path().to_str().unwrap()), ("ATTACHE_TODAY", "2026-11-23"), ("LANG", "C")];
    let mut run = 0;
    for line in lines() {
        if let Some((name, value)) = line.strip_prefix("export ").and_then(|set| set.split_once('=')) {
            set.push((name, value));
            continue;
        }
        let mut command = Command::cargo_bin("attache").unwrap();
        command.env_clear().envs(set.iter().copied()).current_dir(home.path());
        command.args(&words_of(line)[1..]).assert().success();
        run += 1;
    }
    assert!(run > 10, "{run}");
}
