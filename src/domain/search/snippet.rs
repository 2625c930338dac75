//! The part of a text around what was found.

use std::ops::Range;

use super::query::{Query, Word};
use crate::domain::skeleton::{is_han, skeleton};
use crate::domain::text::{display_safe, fold};

/// Characters kept before and behind the found word.
const BEFORE: usize = 24;
const BEHIND: usize = 96;

/// A line of text, cut at words where it is long; `found` is the part to be marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    pub text: String,
    pub found: Range<usize>,
}

impl Snippet {
    /// A text shown from its beginning.
    pub fn whole(text: &str) -> Self {
        Self::around(text, 0..0)
    }

    pub(super) fn of(text: &str, query: &Query) -> Self {
        let text = display_safe(text).replace('\n', " ");
        let found = query.words.iter().find_map(|word| position(&text, word)).unwrap_or(0..0);
        Self::around(&text, found)
    }

    fn around(text: &str, found: Range<usize>) -> Self {
        let (head, rest) = text.split_at_checked(found.start).unwrap_or(("", text));
        let tail_at = found.len().min(rest.len());
        let (word, tail) = rest.split_at_checked(tail_at).unwrap_or((rest, ""));
        let head = last_words(head);
        let tail = first_words(tail);
        Self { found: head.len()..head.len() + word.len(), text: format!("{head}{word}{tail}") }
    }
}

/// The end of a text from the beginning of a word, behind an ellipsis where something is left out.
fn last_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(BEFORE) else { return text.to_owned() };
    let kept = text.get(cut..).unwrap_or("");
    let kept = kept.split_once(' ').map_or(kept, |(_, rest)| rest);
    format!("…{kept}")
}

fn first_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(BEHIND) else { return text.to_owned() };
    let kept = text.get(..cut).unwrap_or("");
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    format!("{kept}…")
}

/// Where a word is found in a text, in bytes.
fn position(text: &str, word: &Word) -> Option<Range<usize>> {
    if let Some(at) = text.find(&word.folded).filter(|_| word.exact || word.is_han()) {
        return Some(at..at + word.folded.len());
    }
    let typed = fold(&word.folded);
    let groups = &word.groups;
    let begins = |part: &str| {
        let sound = skeleton(part);
        fold(part).starts_with(&typed)
            || groups
                .first()
                .is_some_and(|ways| sound.split(' ').any(|s| ways.iter().any(|way| s.starts_with(way.as_str()))))
    };
    words(text).into_iter().find(|range| text.get(range.clone()).is_some_and(begins))
}

/// The byte ranges of words; a Chinese run is one word.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let kind = if is_han(c) {
            Some('h')
        } else if c.is_alphanumeric() || matches!(c, '\'' | '’') {
            Some('w')
        } else {
            None
        };
        match (kind, ranges.last_mut()) {
            (Some(_), Some(last)) if kind == before => last.end = at + c.len_utf8(),
            (Some(_), _) => ranges.push(at..at + c.len_utf8()),
            (None, _) => {}
        }
        before = kind;
    }
    ranges
}
