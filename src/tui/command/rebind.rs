//! The user's own keys: a table of the configuration changes the table of commands, or is refused whole.

use std::str::FromStr;

use super::{Command, Commands, Place};
use crate::domain::sentence::Sentence;
use crate::tui::keys::{Code, Key, printed, sequence};

/// Two commands that one place would know by the same keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub keys: String,
    pub one: Command,
    pub other: Command,
    pub place: &'static str,
}

/// Where characters are text: there a command keeps its own key when it is given a letter.
const TYPING: Place =
    Place::TEXT.and(Place::LONG_TEXT).and(Place::PICKER).and(Place::PALETTE).and(Place::SEARCH).and(Place::LOCKED);

impl Commands {
    /// Applies the `[keys]` table: a command's name, and its key or list of keys. All or nothing.
    pub fn rebind(&mut self, keys: &toml::Table) -> Result<(), Sentence> {
        let mut changed = self.clone();
        for (name, value) in keys {
            let command = Command::from_str(name).map_err(|_| Sentence::new("keys-no-command").text("name", name))?;
            changed.set(command, &wanted(name, value)?);
        }
        if let Some(clash) = changed.clash() {
            let sentence = Sentence::new("keys-clash").text("key", clash.keys);
            return Err(sentence.text("one", clash.one.name()).text("other", clash.other.name()));
        }
        *self = changed;
        Ok(())
    }

    fn set(&mut self, command: Command, keys: &[Vec<Key>]) {
        for bound in self.rows.iter_mut().filter(|bound| bound.row.command == command) {
            let usable = |keys: &&Vec<Key>| !bound.row.at.meets(TYPING) || keys.iter().all(|key| key.typed().is_none());
            let usable: Vec<Vec<Key>> = keys.iter().filter(usable).cloned().collect();
            if !usable.is_empty() {
                bound.keys = usable;
            }
        }
    }

    /// The first pair of rows that share keys, or of which one begins the other, in one place.
    pub fn clash(&self) -> Option<Clash> {
        Place::ALL.iter().find_map(|(name, place)| self.clash_at(name, *place))
    }

    fn clash_at(&self, name: &'static str, place: Place) -> Option<Clash> {
        let here: Vec<(&Vec<Key>, Command)> = self
            .rows
            .iter()
            .filter(|bound| bound.row.at.meets(place))
            .flat_map(|bound| bound.keys.iter().map(|keys| (keys, bound.row.command)))
            .collect();
        here.iter().enumerate().find_map(|(i, (keys, one))| {
            let (_, other) =
                here.iter().skip(i + 1).find(|(more, _)| keys.starts_with(more) || more.starts_with(keys))?;
            Some(Clash { keys: printed(keys), one: *one, other: *other, place: name })
        })
    }
}

fn wanted(name: &str, value: &toml::Value) -> Result<Vec<Vec<Key>>, Sentence> {
    let texts: Vec<&str> = match value {
        toml::Value::String(text) => vec![text],
        toml::Value::Array(list) => list.iter().filter_map(toml::Value::as_str).collect(),
        _ => return Err(Sentence::new("keys-not-keys").text("name", name)),
    };
    texts.into_iter().map(one).collect()
}

/// Esc must always lead back, so that no binding can lock its user in.
fn one(text: &str) -> Result<Vec<Key>, Sentence> {
    let keys = sequence(text).map_err(|no| Sentence::new("keys-no-key").text("key", no.0))?;
    if keys.is_empty() || keys.iter().any(|key| key.code == Code::Esc) {
        return Err(Sentence::new("keys-no-key").text("key", text));
    }
    Ok(keys)
}
