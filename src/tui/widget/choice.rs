//! A field whose value is one of a few words: Space goes round, the first letters of a word choose it.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::fold;
use crate::tui::keys::{Code, Key};

/// Which of `count` words is chosen; None is "unknown", where that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub at: Option<usize>,
    count: usize,
    may_be_unknown: bool,
}

impl Choice {
    pub fn new(at: Option<usize>, count: usize, may_be_unknown: bool) -> Self {
        let at = if may_be_unknown { at } else { at.or(Some(0)) };
        Self { at: at.filter(|at| *at < count), count, may_be_unknown }
    }

    pub fn next(&mut self) {
        self.at = match self.at {
            Some(at) if at + 1 < self.count => Some(at + 1),
            Some(_) if self.may_be_unknown => None,
            _ => (self.count > 0).then_some(0),
        };
    }

    pub fn previous(&mut self) {
        self.at = match self.at {
            Some(0) if self.may_be_unknown => None,
            Some(at) if at > 0 => Some(at - 1),
            _ => self.count.checked_sub(1),
        };
    }

    /// Whether the key changed the choice. `words` are the words as shown, for choosing by their first letter;
    /// several with one letter are gone through in turn.
    pub fn on(&mut self, key: Key, words: &[String]) -> bool {
        match key.code {
            Code::Char(' ') | Code::Right if !key.ctrl => self.next(),
            Code::Left | Code::Backspace if !key.ctrl => self.previous(),
            Code::Delete if self.may_be_unknown => self.at = None,
            Code::Char(c) if !key.ctrl => return self.choose_by(c, words),
            _ => return false,
        }
        true
    }

    fn choose_by(&mut self, c: char, words: &[String]) -> bool {
        let letter = fold(&c.to_string());
        let begins = |word: &String| fold(word).graphemes(true).next() == Some(letter.as_str());
        let start = self.at.map_or(0, |at| at + 1);
        let found = (0..words.len()).map(|i| (start + i) % words.len()).find(|i| begins(&words[*i]));
        self.at = found.or(self.at);
        found.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_goes_round_and_unknown_is_one_stop() {
        let mut choice = Choice::new(None, 2, true);
        let stops: Vec<_> = (0..4)
            .map(|_| {
                choice.next();
                choice.at
            })
            .collect();
        assert_eq!(stops, [Some(0), Some(1), None, Some(0)]);
        assert_eq!(Choice::new(None, 2, false).at, Some(0));
    }

    #[test]
    fn a_letter_chooses_the_next_word_that_begins_with_it() {
        let words: Vec<String> = ["звонок", "встреча", "Видео"].map(String::from).to_vec();
        let mut choice = Choice::new(Some(0), 3, false);
        assert!(choice.on(Key::char('в'), &words));
        assert_eq!(choice.at, Some(1));
        assert!(choice.on(Key::char('В'), &words));
        assert_eq!(choice.at, Some(2));
        assert!(!choice.on(Key::char('q'), &words));
    }
}
