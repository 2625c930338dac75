//! What is looked for: words that are all required, `"exact words"`, `kind:person`.

use super::searched::entity_called;
use crate::domain::book::Entity;
use crate::domain::skeleton::{beginnings, is_han, latin, other_layout};
use crate::domain::text::fold;

/// Fewer digits than this are no part of a phone number.
const LEAST_DIGITS: usize = 3;
/// Fewer Latin letters than this are taken as they are typed.
const LEAST_HEARD: usize = 3;
/// More of one letter in a row stand in no word of any language, so that they sound like none.
const LONGEST_RUN: usize = 3;

/// A query, read once for every key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) words: Vec<Word>,
    pub(super) kinds: Vec<Entity>,
    typed: String,
}

/// One thing that must be found in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) latin: String,
    /// The beginnings of its skeleton words: of each group one must be there.
    pub(super) groups: Vec<Vec<String>>,
    pub(super) exact: bool,
    /// The last one, which may still be typed on.
    pub(super) open: bool,
    /// Its digits, where it may be part of a phone number.
    pub(super) digits: Option<String>,
}

impl Query {
    pub fn new(typed: &str) -> Self {
        let mut query = Self { words: Vec::new(), kinds: Vec::new(), typed: typed.to_owned() };
        if let Some(digits) = phone(typed) {
            query.words.extend(Word::of_digits(typed, digits));
            return query;
        }
        for (text, quoted) in parted(typed) {
            let kind = fold(text).strip_prefix("kind:").and_then(|word| entity_called(word.trim()));
            match kind.filter(|_| !quoted) {
                Some(kind) => query.kinds.push(kind),
                None => query.words.extend(Word::new(text, quoted)),
            }
        }
        if let Some(last) = query.words.last_mut() {
            last.open = true;
        }
        query
    }

    /// Nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The same keys on the other keyboard layout; none when they mean nothing there.
    pub fn other_layout(&self) -> Option<Self> {
        let other = Self::new(&other_layout(&self.typed)?);
        (!other.is_empty()).then_some(other)
    }

    pub fn typed(&self) -> &str {
        &self.typed
    }

    pub(super) fn wants(&self, entity: Entity) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&entity)
    }
}

impl Word {
    /// None when there is no letter or digit in it.
    fn new(text: &str, exact: bool) -> Option<Self> {
        let groups = beginnings(text);
        if groups.is_empty() {
            return None;
        }
        let folded = fold(text);
        let exact = exact || longest_run(&folded) > LONGEST_RUN;
        Some(Self { folded, latin: latin(text), groups, exact, open: false, digits: None })
    }

    fn of_digits(text: &str, digits: String) -> Option<Self> {
        Some(Self { digits: Some(digits), ..Self::new(text, false)? })
    }

    /// Whether other spellings of it may count: it was not quoted, is not Chinese, whose characters would find all
    /// others of the same sound, and is long enough; of a Cyrillic letter or two the sound alone is known.
    pub(super) fn is_heard(&self) -> bool {
        !self.exact && !self.is_han() && (!self.is_short() || !self.folded.is_ascii())
    }

    /// A letter or two, with which too much would sound alike.
    pub(super) fn is_short(&self) -> bool {
        self.latin.len() < LEAST_HEARD
    }

    /// The bytes that stand in a row's text where the word does: of each group one.
    pub(super) fn needles(&self, among_names: bool) -> Vec<Vec<String>> {
        if let Some(digits) = &self.digits {
            return vec![vec![digits.clone()]];
        }
        if self.is_han() {
            return self.han_needles();
        }
        if self.is_short() && among_names {
            return self.latin.split(' ').map(|word| vec![format!(" {word}")]).collect();
        }
        let ways = |ways: &Vec<String>| {
            let kept = if self.is_short() || !self.open { 1 } else { ways.len() };
            ways.iter().take(kept).map(|way| format!(" {way}")).collect()
        };
        self.groups.iter().map(ways).collect()
    }

    /// Chinese runs as they are, wherever they stand; what is spelt between them as everywhere.
    fn han_needles(&self) -> Vec<Vec<String>> {
        let runs = self.folded.split(|c: char| !is_han(c)).filter(|run| !run.is_empty());
        let spelt = self.folded.split(is_han).flat_map(beginnings);
        let spelt = spelt.map(|ways| ways.iter().map(|way| format!(" {way}")).collect());
        runs.map(|run| vec![run.to_owned()]).chain(spelt).collect()
    }

    pub(super) fn is_han(&self) -> bool {
        self.folded.chars().any(is_han)
    }
}

/// How often one letter stands in a row at most.
fn longest_run(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let runs = letters.chunk_by(|a, b| a == b && a.is_alphabetic());
    runs.map(<[char]>::len).max().unwrap_or(0)
}

/// The digits of a query that is nothing but a phone number or a part of one. A leading 00 is a plus, and the Russian
/// 8 before ten digits is left out, since the number may be kept with its country's 7.
fn phone(typed: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/');
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < LEAST_DIGITS || !typed.chars().all(is_part) {
        return None;
    }
    let national = digits.strip_prefix('8').filter(|rest| rest.len() == 10);
    Some(digits.strip_prefix("00").or(national).unwrap_or(&digits).to_owned())
}

/// Words, and what stands in double quotes as one.
fn parted(typed: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    for (at, piece) in typed.split('"').enumerate() {
        if at % 2 == 1 {
            parts.push((piece, true));
        } else {
            parts.extend(piece.split_whitespace().map(|word| (word, false)));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_has_words_phrases_and_kinds() {
        let shape = |typed: &str| {
            let query = Query::new(typed);
            let words = query.words.iter().map(|word| (word.folded.clone(), word.exact)).collect::<Vec<_>>();
            (words, query.kinds)
        };
        let word = |text: &str, exact| (text.to_owned(), exact);
        for (typed, words, kinds) in [
            ("Волга порт", vec![word("волга", false), word("порт", false)], vec![]),
            ("\"две недели\" kind:visit", vec![word("две недели", true)], vec![Entity::Visit]),
            ("kind:promise", vec![], vec![Entity::Commitment]),
            ("kind:nothing", vec![word("kind:nothing", false)], vec![]),
            ("\"open", vec![word("open", true)], vec![]),
            (" … «» ", vec![], vec![]),
            ("", vec![], vec![]),
        ] {
            assert_eq!(shape(typed), (words, kinds), "{typed}");
        }
        assert_eq!(Query::new("gtnhjd").other_layout().map(|query| query.typed), Some("петров".to_owned()));
        assert_eq!(Query::new("12").other_layout(), None);
    }

    #[test]
    fn digits_are_part_of_a_phone_number() {
        for (typed, digits) in [
            ("+7 (846) 123", Some("7846123")),
            ("8 846 123-45-67", Some("8461234567")),
            ("00359 2 555", Some("3592555")),
            ("555-01", Some("55501")),
            ("12", None),
            ("2026 план", None),
        ] {
            let found = Query::new(typed).words.first().and_then(|word| word.digits.clone());
            assert_eq!(found.as_deref(), digits, "{typed}");
        }
    }
}
