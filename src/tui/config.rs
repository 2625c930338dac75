//! This machine's own keys, theme, templates of briefs and folder for exports: `keys.toml`, `theme.toml`, `templates`
//! and `config.toml` of the configuration directory.

use std::fs;
use std::path::{Path, PathBuf};

use super::command::Commands;
use super::theme::{Depth, Theme};
use crate::domain::Sentence;
use crate::export::brief::Templates;

/// What the files say.
pub struct Config {
    pub commands: Commands,
    pub theme: Theme,
    /// The folder into which files go out, `export_dir` of `config.toml`; empty when it names none.
    pub exports: PathBuf,
    /// The frames of briefs.
    pub templates: Templates,
    /// What is wrong in them.
    pub told: Vec<Sentence>,
}

/// What the files say; what is wrong in them is told and left out, so that a slip in a file never
/// locks its owner out.
pub fn read(folder: &Path, theme: Option<&str>, depth: Depth) -> Config {
    let mut wrong = Vec::new();
    let mut commands = Commands::default();
    if let Some(table) = table(&folder.join("keys.toml"), &mut wrong) {
        wrong.extend(commands.rebind(&table).err());
    }
    let theme = look(folder, theme, depth).unwrap_or_else(|sentence| {
        wrong.push(sentence);
        Theme::named("dark", depth).unwrap_or_else(|_| Theme::without_colour())
    });
    let exports = exports(folder, &mut wrong);
    Config { commands, theme, exports, templates: Templates::of(folder), told: wrong }
}

fn exports(folder: &Path, wrong: &mut Vec<Sentence>) -> PathBuf {
    const NAME: &str = "export_dir";
    let table = table(&folder.join("config.toml"), wrong);
    let Some(named) = table.as_ref().and_then(|table| table.get(NAME)) else { return PathBuf::new() };
    if !named.is_str() {
        wrong.push(Sentence::new("config-not-text").text("name", NAME));
    }
    PathBuf::from(named.as_str().unwrap_or_default())
}

fn look(folder: &Path, name: Option<&str>, depth: Depth) -> Result<Theme, Sentence> {
    let mut wrong = Vec::new();
    match (name, table(&folder.join("theme.toml"), &mut wrong)) {
        (Some(name), _) => Theme::named(name, depth),
        (None, Some(table)) => Theme::from_file(&table, depth),
        (None, None) => wrong.pop().map_or_else(|| Theme::named("dark", depth), Err),
    }
}

/// The file's table; None when there is no file, or it cannot be read, or it is not TOML.
fn table(file: &Path, wrong: &mut Vec<Sentence>) -> Option<toml::Table> {
    let told = |id: &str| Sentence::new(id).text("file", file.display().to_string());
    match fs::read_to_string(file) {
        Ok(text) => text.parse().map_err(|_| wrong.push(told("config-not-toml"))).ok(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            wrong.push(told("file-not-read").text("why", error.to_string()));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_file_is_told_and_the_rest_works() {
        let folder = tempfile::tempdir().unwrap();
        let told = || read(folder.path(), None, Depth::True).told;
        assert_eq!(told(), []);
        fs::write(folder.path().join("keys.toml"), "brief = \"w\"").unwrap();
        fs::write(folder.path().join("theme.toml"), "base = ").unwrap();
        fs::write(folder.path().join("config.toml"), "export_dir = \"/srv/out\"").unwrap();
        assert_eq!(read(folder.path(), None, Depth::True).exports, PathBuf::from("/srv/out"));
        let ids = || told().into_iter().map(|sentence| sentence.id).collect::<Vec<String>>();
        assert_eq!(ids(), ["keys-clash", "config-not-toml"]);
        fs::write(folder.path().join("config.toml"), "export_dir = 7").unwrap();
        assert_eq!(ids(), ["keys-clash", "config-not-toml", "config-not-text"]);
        fs::write(folder.path().join("config.toml"), "export_dir =").unwrap();
        assert_eq!(ids(), ["keys-clash", "config-not-toml", "config-not-toml"]);
        fs::write(folder.path().join("config.toml"), [0xff]).unwrap();
        assert_eq!(ids(), ["keys-clash", "config-not-toml", "file-not-read"]);
    }
}
