//! A field whose value is one of a few words: Space goes round, a word is chosen by typing how it begins.

use crate::domain::text::fold;
use crate::tui::keys::{Code, Key};

/// Which of `count` words is chosen; None is "unknown", where that may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub at: Option<usize>,
    count: usize,
    may_be_unknown: bool,
    /// How the word begins that is being typed.
    typed: String,
}

impl Choice {
    pub fn new(at: Option<usize>, count: usize, may_be_unknown: bool) -> Self {
        let at = if may_be_unknown { at } else { at.or(Some(0)) };
        Self { at: at.filter(|at| *at < count), count, may_be_unknown, typed: String::new() }
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

    /// Whether the key was for the choice. `words` are the words as shown. Letters that follow one another are the
    /// beginning of a word; where no word goes on with a letter, it is the first of another one, and of several that
    /// begin with it the next is taken.
    pub fn on(&mut self, key: Key, words: &[String]) -> bool {
        if let Some(c) = key.typed()
            && (c != ' ' || !self.typed.is_empty())
            && self.choose_by(c, words)
        {
            return true;
        }
        self.typed.clear();
        match key.code {
            Code::Char(' ') | Code::Right if !key.ctrl => self.next(),
            Code::Left | Code::Backspace if !key.ctrl => self.previous(),
            Code::Delete if self.may_be_unknown => self.at = None,
            _ => return false,
        }
        true
    }

    /// The word that was typed is done with.
    pub fn rest(&mut self) {
        self.typed.clear();
    }

    fn choose_by(&mut self, c: char, words: &[String]) -> bool {
        let letter = fold(&c.to_string());
        let longer = format!("{}{}", self.typed, if c == ' ' { " " } else { &letter });
        let find = |from: usize, beginning: &str| {
            let turn = (0..words.len()).map(|n| (from + n) % words.len());
            turn.into_iter().find(|at| fold(&words[*at]).starts_with(beginning))
        };
        let further = if self.typed.is_empty() { None } else { find(self.at.unwrap_or(0), &longer) };
        let other = || find(self.at.map_or(0, |at| at + 1), &letter).filter(|_| !letter.is_empty());
        let (found, typed) = match further {
            Some(at) => (Some(at), longer),
            None => (other(), letter.clone()),
        };
        if let Some(at) = found {
            (self.at, self.typed) = (Some(at), typed);
        }
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

    #[test]
    fn a_word_is_chosen_by_typing_it() {
        let words: Vec<String> =
            ["hint", "said", "document", "own view", "own deed", "survey"].map(String::from).to_vec();
        let mut choice = Choice::new(None, words.len(), true);
        for (typed, word) in [
            ("said", "said"),
            ("doc", "document"),
            ("survey", "survey"),
            ("own d", "own deed"),
            ("ow", "own view"),
            ("h", "hint"),
            ("SUR", "survey"),
            ("s", "said"),
        ] {
            choice.rest();
            assert!(typed.chars().all(|c| choice.on(Key::char(c), &words)), "{typed}");
            assert_eq!(choice.at.map(|at| words[at].as_str()), Some(word), "{typed}");
        }
        // After any other key a letter begins a word again.
        choice.on(Key::char(' '), &words);
        assert!(choice.on(Key::char('s'), &words));
        assert_eq!(choice.at, Some(5));
    }
}
