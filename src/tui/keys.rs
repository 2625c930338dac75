//! A key as a person names it (`j`, `Ctrl-S`, `S-Tab`), read from the terminal and from text. Knows no command.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// One key press. Shift is part of a character (`G`), and otherwise only told apart for Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
}

/// What was pressed, without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The names of keys that are no characters; the first name of a code is the one printed.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("S-Tab", Code::BackTab),
    ("Shift-Tab", Code::BackTab),
    ("Space", Code::Char(' ')),
    ("Backspace", Code::Backspace),
    ("BS", Code::Backspace),
    ("Delete", Code::Delete),
    ("Del", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
];

impl Key {
    pub const ENTER: Self = Self::plain(Code::Enter);
    pub const ESC: Self = Self::plain(Code::Esc);
    pub const TAB: Self = Self::plain(Code::Tab);

    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true }
    }

    /// The character that this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }

    pub fn digit(self) -> Option<u8> {
        self.typed().and_then(|c| c.to_digit(10)).and_then(|d| u8::try_from(d).ok())
    }
}

/// The keys of one terminal event: none for a release, two for Alt with a key (Esc, then the key).
pub fn from_terminal(event: &KeyEvent) -> Vec<Key> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    let Some(key) = one_key(event) else { return Vec::new() };
    if event.modifiers.contains(KeyModifiers::ALT) && key != Key::ESC {
        return vec![Key::ESC, key];
    }
    vec![key]
}

fn one_key(event: &KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let code = match event.code {
        KeyCode::Char(c) if ctrl => return Some(control(c)),
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::SHIFT) => {
            Code::Char(single(c.to_uppercase()).unwrap_or(c))
        }
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    Some(Key { code, ctrl: ctrl && !matches!(code, Code::Tab | Code::BackTab | Code::Enter | Code::Esc) })
}

/// Ctrl with a letter. Terminals without the newer protocols cannot tell Ctrl-I, Ctrl-M, Ctrl-J and Ctrl-H
/// from Tab, Enter and Backspace, so they are read as these everywhere.
fn control(c: char) -> Key {
    match single(c.to_lowercase()).unwrap_or(c) {
        'h' => Key::plain(Code::Backspace),
        'i' => Key::TAB,
        'j' | 'm' => Key::ENTER,
        '[' => Key::ESC,
        c => Key::ctrl(c),
    }
}

fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let first = letters.next()?;
    letters.next().is_none().then_some(first)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) if self.ctrl => write!(f, "{}", c.to_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            _ => Ok(()), // every other code has a name above
        }
    }
}

/// A text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such key: {0}")]
pub struct NoSuchKey(pub String);

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let no = || NoSuchKey(text.to_owned());
        let rest = ["Ctrl-", "C-", "ctrl-", "c-"].iter().find_map(|p| text.strip_prefix(p));
        let name = rest.filter(|rest| !rest.is_empty()).unwrap_or(text);
        let ctrl = name.len() != text.len();
        let code = code_named(name).ok_or_else(no)?;
        match code {
            Code::Char(c) if ctrl && c != ' ' => Ok(control(c)),
            code => Ok(Self { code, ctrl }),
        }
    }
}

fn code_named(name: &str) -> Option<Code> {
    if let Some(c) = single(name.chars()) {
        return Some(Code::Char(c));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let n: u8 = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&n).then_some(Code::F(n))
}

/// Reads a row's keys, e.g. `g t` or `Ctrl-S`: keys one after another, with spaces between.
pub fn sequence(text: &str) -> Result<Vec<Key>, NoSuchKey> {
    text.split_whitespace().map(str::parse).collect()
}

/// How a sequence is shown to a person.
pub fn printed(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_printed_alike() {
        for name in
            ["j", "G", "Ctrl-S", "Enter", "S-Tab", "Esc", "Space", "PgDn", "Delete", "F1", "?", "-", "Ctrl-Home", "ж"]
        {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
        }
        assert_eq!("C-u".parse::<Key>().unwrap(), Key::ctrl('u'));
        assert!("Hyper-x".parse::<Key>().is_err());
        assert!("F99".parse::<Key>().is_err());
    }

    #[test]
    fn alt_is_read_as_esc_and_the_key() {
        let alt = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::ALT);
        assert_eq!(from_terminal(&alt), [Key::ESC, Key::char('j')]);
    }

    #[test]
    fn control_letters_that_are_other_keys_are_those_keys() {
        for (c, key) in [('i', Key::TAB), ('m', Key::ENTER), ('h', Key::plain(Code::Backspace)), ('S', Key::ctrl('s'))]
        {
            assert_eq!(from_terminal(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)), [key]);
        }
    }
}
