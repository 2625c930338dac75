//! A text under the cursor: editing by grapheme clusters, with its own undo. Draws nothing.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::display_safe;
use crate::tui::keys::{Code, Key};

/// Past states kept for undo inside one field.
const MOST_STATES: usize = 200;

/// A text and a place in it, always between two clusters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typing {
    text: String,
    at: usize,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
    /// The last change was a typed character: the next one belongs to the same undo.
    in_word: bool,
}

impl Typing {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { at: text.len(), text, ..Self::default() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte before which the cursor stands.
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn set(&mut self, text: impl Into<String>) {
        self.remember(false);
        self.text = text.into();
        self.at = self.text.len();
    }

    /// To a byte place, or the nearest one before it between clusters.
    pub fn go_to(&mut self, at: usize) {
        self.in_word = false;
        self.at = self.text.grapheme_indices(true).map(|(i, _)| i).take_while(|i| *i <= at).last().unwrap_or(0);
        if at >= self.text.len() {
            self.at = self.text.len();
        }
    }

    /// Whether the key was one of editing.
    pub fn on(&mut self, key: Key) -> bool {
        match (key.code, key.ctrl) {
            (Code::Char(c), false) => self.insert(c),
            (Code::Left, false) | (Code::Char('b'), true) => self.go_to(self.before()),
            (Code::Right, false) | (Code::Char('f'), true) => self.go_to(self.after()),
            (Code::Left, true) => self.go_to(self.word_before()),
            (Code::Right, true) => self.go_to(self.word_after()),
            (Code::Home, _) | (Code::Char('a'), true) => self.go_to(self.line_start()),
            (Code::End, _) | (Code::Char('e'), true) => self.go_to(self.line_end()),
            (Code::Backspace, false) => self.cut(self.before(), self.at),
            (Code::Delete, _) | (Code::Char('d'), true) => self.cut(self.at, self.after()),
            (Code::Char('w') | Code::Backspace, true) => self.cut(self.word_before(), self.at),
            (Code::Char('u'), true) => self.cut(self.line_start(), self.at),
            (Code::Char('k'), true) => self.cut(self.at, self.line_end()),
            // A terminal sends Ctrl-_ as Ctrl-7.
            (Code::Char('7' | '_'), true) => self.undo(),
            (Code::Char('r'), true) => self.redo(),
            _ => return false,
        }
        true
    }

    /// Pasted text; in one line, line breaks become spaces. Control characters never come in.
    pub fn paste(&mut self, pasted: &str, one_line: bool) {
        let unified = pasted.replace("\r\n", "\n").replace('\r', "\n");
        let unified = if one_line { unified.trim_end_matches('\n').replace('\n', " ") } else { unified };
        self.remember(false);
        self.put(&display_safe(&unified));
    }

    /// A line break, for texts of several lines.
    pub fn new_line(&mut self) {
        self.remember(false);
        self.put("\n");
    }

    fn insert(&mut self, c: char) {
        if c.is_control() {
            return;
        }
        self.remember(self.in_word && c != ' ');
        self.put(c.encode_utf8(&mut [0; 4]));
        self.in_word = true;
    }

    fn put(&mut self, text: &str) {
        self.text.insert_str(self.at, text);
        self.at += text.len();
        self.in_word = false;
        // A combining mark joins what stands before it; the cursor must not end up inside the cluster.
        let end = self.text.grapheme_indices(true).map(|(i, s)| i + s.len()).find(|end| *end >= self.at);
        self.at = end.unwrap_or(self.text.len());
    }

    fn cut(&mut self, from: usize, to: usize) {
        if from < to {
            self.remember(false);
            self.text.replace_range(from..to, "");
            self.at = from;
        }
        self.in_word = false;
    }

    fn remember(&mut self, same_word: bool) {
        self.future.clear();
        if same_word {
            return;
        }
        if self.past.len() == MOST_STATES {
            self.past.remove(0);
        }
        self.past.push((self.text.clone(), self.at));
    }

    fn undo(&mut self) {
        if let Some(state) = self.past.pop() {
            let now = self.swap(state);
            self.future.push(now);
        }
    }

    fn redo(&mut self) {
        if let Some(state) = self.future.pop() {
            let now = self.swap(state);
            self.past.push(now);
        }
    }

    fn swap(&mut self, (text, at): (String, usize)) -> (String, usize) {
        self.in_word = false;
        let before = std::mem::replace(&mut self.at, at);
        (std::mem::replace(&mut self.text, text), before)
    }

    fn before(&self) -> usize {
        self.text[..self.at].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        self.text[self.at..].graphemes(true).next().map_or(self.at, |s| self.at + s.len())
    }

    fn word_before(&self) -> usize {
        let words = self.text[..self.at].split_word_bound_indices().rev();
        words.skip_while(|(_, word)| word.trim().is_empty()).map(|(i, _)| i).next().unwrap_or(0)
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.at..];
        let word = rest.split_word_bound_indices().find(|(_, word)| !word.trim().is_empty());
        word.map_or(self.text.len(), |(i, word)| self.at + i + word.len())
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |i| i + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |i| self.at + i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, keys: &str) -> Typing {
        let mut typing = Typing::new(text);
        for key in crate::tui::keys::sequence(keys).unwrap() {
            assert!(typing.on(key), "{key}");
        }
        typing
    }

    #[test]
    fn editing_goes_by_clusters_and_words() {
        for (text, keys, left) in [
            ("ab", "Backspace", "a"),
            ("e\u{301}", "Backspace", ""),
            ("Иван Петров", "Ctrl-W", "Иван "),
            ("Иван Петров", "Ctrl-Left Ctrl-W", "Петров"),
            ("赵明", "Left Delete x", "赵x"),
            ("abc", "Home Delete", "bc"),
            ("abc def", "Ctrl-U", ""),
            ("abc", "Home Ctrl-K", ""),
            ("", "a b Space c Ctrl-7", "ab"),
            ("", "a b Space c Ctrl-7 Ctrl-R", "ab c"),
            ("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}!", "Left Backspace", "!"),
        ] {
            assert_eq!(after(text, keys).text(), left, "{text} {keys}");
        }
    }

    #[test]
    fn pasted_text_is_harmless_and_stays_in_its_line() {
        let mut typing = Typing::new("");
        typing.paste("a\r\nb\x1b[31m\n", true);
        assert_eq!(typing.text(), "a b[31m");
        let mut long = Typing::new("");
        long.paste("a\r\nb", false);
        assert_eq!(long.text(), "a\nb");
    }
}
