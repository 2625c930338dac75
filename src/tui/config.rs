//! This machine's own keys, theme and folder for exports: `keys.toml`, `theme.toml`, `config.toml` of the
//! configuration directory.

use std::fs;
use std::path::{Path, PathBuf};

use super::command::Commands;
use super::theme::{Depth, Theme};
use crate::domain::Sentence;

/// Commands and theme as the files say; what is wrong in them is told and left out, so that a slip in a file never
/// locks its owner out.
pub fn read(folder: &Path, theme: Option<&str>, depth: Depth) -> (Commands, Theme, Vec<Sentence>) {
    let mut wrong = Vec::new();
    let mut commands = Commands::default();
    if let Some(table) = table(&folder.join("keys.toml"), &mut wrong) {
        wrong.extend(commands.rebind(&table).err());
    }
    let theme = look(folder, theme, depth).unwrap_or_else(|sentence| {
        wrong.push(sentence);
        Theme::named("dark", depth).unwrap_or_else(|_| Theme::without_colour())
    });
    (commands, theme, wrong)
}

/// The folder into which files go out, `export_dir` of `config.toml`; empty when it names none.
pub fn exports(folder: &Path) -> PathBuf {
    let table = table(&folder.join("config.toml"), &mut Vec::new());
    let named = table.as_ref().and_then(|table| table.get("export_dir")?.as_str()).unwrap_or_default();
    PathBuf::from(named)
}

fn look(folder: &Path, name: Option<&str>, depth: Depth) -> Result<Theme, Sentence> {
    let mut wrong = Vec::new();
    match (name, table(&folder.join("theme.toml"), &mut wrong)) {
        (Some(name), _) => Theme::named(name, depth),
        (None, Some(table)) => Theme::from_file(&table, depth),
        (None, None) => wrong.pop().map_or_else(|| Theme::named("dark", depth), Err),
    }
}

/// The file's table; None when there is no file, or it is not TOML.
fn table(file: &Path, wrong: &mut Vec<Sentence>) -> Option<toml::Table> {
    let text = fs::read_to_string(file).ok()?;
    let table = text.parse().ok();
    if table.is_none() {
        wrong.push(Sentence::new("config-not-toml").text("file", file.display().to_string()));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_file_is_told_and_the_rest_works() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, wrong) = read(folder.path(), None, Depth::True);
        assert_eq!(wrong, []);
        fs::write(folder.path().join("keys.toml"), "brief = \"w\"").unwrap();
        fs::write(folder.path().join("theme.toml"), "base = ").unwrap();
        fs::write(folder.path().join("config.toml"), "export_dir = \"/srv/out\"").unwrap();
        assert_eq!(exports(folder.path()), PathBuf::from("/srv/out"));
        let (_, _, wrong) = read(folder.path(), None, Depth::True);
        let ids: Vec<&str> = wrong.iter().map(|sentence| sentence.id.as_str()).collect();
        assert_eq!(ids, ["keys-clash", "config-not-toml"]);
    }
}
