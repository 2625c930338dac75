//! The one table of commands: what a key means in a place, what the footer, `?` and the palette show.
//! Knows no screen: a row names a command, its screen obeys it.

mod names;
mod place;
mod printed;
mod rebind;
mod rows;

pub use names::Command;
pub use place::{Here, Place};
pub use printed::{key_table, place_words};

use super::keys::{Key, sequence};

/// One row of the table as it is written in the source.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub command: Command,
    /// Each one a key or a sequence of keys, e.g. `G` or `g t`.
    pub keys: &'static [&'static str],
    pub at: Place,
    /// Shown in the footer where there is room.
    pub hint: bool,
    /// Found in the palette.
    pub palette: bool,
    /// Its name after `:`, if it has one of its own.
    pub colon: &'static str,
}

impl Row {
    const fn new(command: Command, keys: &'static [&'static str], at: Place) -> Self {
        Self { command, keys, at, hint: false, palette: true, colon: "" }
    }

    const fn hint(mut self) -> Self {
        self.hint = true;
        self
    }

    const fn quiet(mut self) -> Self {
        self.palette = false;
        self
    }

    const fn colon(mut self, name: &'static str) -> Self {
        self.colon = name;
        self
    }
}

/// A row with its keys read, perhaps changed by the configuration.
#[derive(Debug, Clone)]
pub struct Bound {
    pub row: Row,
    pub keys: Vec<Vec<Key>>,
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Command(Command),
    /// The first keys of longer ones: the letters that can follow are shown.
    Begins,
    Nothing,
}

/// The table in use.
#[derive(Debug, Clone)]
pub struct Commands {
    rows: Vec<Bound>,
}

impl Default for Commands {
    fn default() -> Self {
        let rows = rows::all().map(|row| Bound { row, keys: read(row.keys) }).collect();
        Self { rows }
    }
}

/// Keys written in the source; a test reads every one, so none is lost here.
fn read(keys: &[&str]) -> Vec<Vec<Key>> {
    keys.iter().filter_map(|text| sequence(text).ok()).collect()
}

impl Commands {
    pub fn rows(&self) -> &[Bound] {
        &self.rows
    }

    /// The name of a command after `:`, on every screen; empty where it has none.
    pub fn colon(&self, command: Command) -> &'static str {
        let named = self.rows.iter().find(|bound| bound.row.command == command && !bound.row.colon.is_empty());
        named.map_or("", |bound| bound.row.colon)
    }

    /// What the keys mean here; the narrowest place that knows them decides.
    pub fn meaning(&self, here: Here, pressed: &[Key]) -> Meaning {
        here.levels().find_map(|place| self.meaning_at(place, pressed)).unwrap_or(Meaning::Nothing)
    }

    fn meaning_at(&self, place: Place, pressed: &[Key]) -> Option<Meaning> {
        let mut begins = false;
        for bound in self.rows.iter().filter(|bound| bound.row.at.meets(place)) {
            for keys in &bound.keys {
                if keys == pressed {
                    return Some(Meaning::Command(with_digit(bound.row.command, pressed)));
                }
                begins |= keys.starts_with(pressed);
            }
        }
        begins.then_some(Meaning::Begins)
    }

    /// The rows alive here, the narrowest place first, each with the keys that reach it.
    pub fn alive(&self, here: Here) -> Vec<(&Bound, Vec<&[Key]>)> {
        let mut found: Vec<(&Bound, Vec<&[Key]>)> = Vec::new();
        for place in here.levels() {
            for bound in self.rows.iter().filter(|bound| bound.row.at.meets(place)) {
                let known = found.iter().any(|(other, _)| other.row.command == bound.row.command);
                let reach = self.reaching(here, bound);
                if !known && (!reach.is_empty() || bound.keys.is_empty()) {
                    found.push((bound, reach));
                }
            }
        }
        found
    }

    fn reaching<'a>(&self, here: Here, bound: &'a Bound) -> Vec<&'a [Key]> {
        let reaches = |keys: &&[Key]| match self.meaning(here, keys) {
            Meaning::Command(found) => same(found, bound.row.command) && !self.cut_short(here, keys),
            _ => false,
        };
        // While a text field has the cursor characters are text.
        let is_text = |keys: &[Key]| {
            here.typing && keys.iter().any(|key| key.typed().is_some() || (here.is_long() && *key == Key::ENTER))
        };
        let reaches = |keys: &&[Key]| !is_text(keys) && reaches(keys);
        bound.keys.iter().map(Vec::as_slice).filter(reaches).collect()
    }

    /// A narrower place takes the first key of the sequence for itself.
    fn cut_short(&self, here: Here, keys: &[Key]) -> bool {
        (1..keys.len()).any(|n| matches!(self.meaning(here, &keys[..n]), Meaning::Command(_)))
    }

    /// What can follow the keys pressed: the next key and the command, in the table's order.
    pub fn following(&self, here: Here, pressed: &[Key]) -> Vec<(Key, Command)> {
        let mut found: Vec<(Key, Command)> = Vec::new();
        let place = here.levels().find(|place| self.meaning_at(*place, pressed).is_some());
        let Some(place) = place else { return found };
        for bound in self.rows.iter().filter(|bound| bound.row.at.meets(place)) {
            for keys in bound.keys.iter().filter(|keys| keys.starts_with(pressed)) {
                if let Some(next) = keys.get(pressed.len())
                    && !found.iter().any(|(key, _)| key == next)
                {
                    found.push((*next, bound.row.command));
                }
            }
        }
        found
    }

    /// The first key of a command here, as shown to a person.
    pub fn key_of(&self, here: Here, command: Command) -> Option<String> {
        let bound = self
            .rows
            .iter()
            .find(|bound| same(bound.row.command, command) && here.levels().any(|p| bound.row.at.meets(p)))?;
        self.reaching(here, bound).first().map(|keys| super::keys::printed(keys))
    }
}

fn same(a: Command, b: Command) -> bool {
    a == b || matches!((a, b), (Command::Number(_), Command::Number(_)))
}

/// All digits share one row; the digit pressed goes into the command.
fn with_digit(command: Command, pressed: &[Key]) -> Command {
    match (command, pressed.last().and_then(|key| key.digit())) {
        (Command::Number(_), Some(digit)) => Command::Number(digit),
        _ => command,
    }
}

#[cfg(test)]
mod tests;
