//! The table of commands as Markdown, for the README.

use std::fmt::Write;

use super::{Bound, Commands, Place};
use crate::tui::keys;

/// One table per place, each with its keys and what they do; `say` gives a command's words.
pub fn key_table(commands: &Commands, say: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for (name, place) in Place::ALL {
        let rows: Vec<&Bound> =
            commands.rows().iter().filter(|bound| bound.row.at.meets(*place) && !bound.keys.is_empty()).collect();
        if rows.is_empty() {
            continue;
        }
        let title = say(&place_words(name));
        // Writing to a String cannot fail.
        let _ = write!(out, "### {title}\n\n| Key | Does |\n|---|---|\n");
        for bound in rows {
            let _ = writeln!(out, "| {} | {} |", keys_of(bound), say(&bound.row.command.words()));
        }
        out.push('\n');
    }
    out
}

/// The id of a place's title.
pub fn place_words(name: &str) -> String {
    format!("place-{}", name.to_lowercase().replace('_', "-"))
}

fn keys_of(bound: &Bound) -> String {
    let quoted = |keys: &Vec<keys::Key>| format!("`{}`", keys::printed(keys).replace('|', "\\|"));
    bound.keys.iter().map(quoted).collect::<Vec<_>>().join(", ")
}
