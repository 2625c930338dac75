//! Runs of private words in a copy: four words, or eight Chinese signs, that also stand in a private text. Each is asked
//! once; the manager may release it.

use rustc_hash::FxHashMap;

use super::folded::{Folded, Word, bare, words};
use super::private::{Source, is_private};
use super::shown::Shown;
use crate::domain::field::{Kind, Place};
use crate::domain::{Book, Entity};

/// Words that make a run.
const WORDS: usize = 4;
/// Chinese signs that make one.
const SIGNS: usize = 8;

/// A run of shared words that also stands in a private text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    pub source: Source,
    /// The words, folded.
    pub run: String,
}

/// The runs of a copy that stand in private texts of the book, those that the copy may show left out.
pub(super) fn found(book: &Book, shown: &Shown, copy: &Folded) -> Vec<Fragment> {
    let spelled = copy.words();
    let copied: Vec<Word> = spelled.iter().flat_map(|word| words(word)).collect();
    let mut windows: FxHashMap<u64, usize> = FxHashMap::default();
    for at in 0..copied.len() {
        if let Some((window, len)) = window(&copied, at)
            && !shown.publishes_run(&bare(&spelled[at..at + len].join(" ")))
        {
            windows.entry(window).or_insert(at);
        }
    }
    let mut fragments = Vec::new();
    for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::Settings) {
        for row in book.rows(*entity) {
            row.each_text(&mut |place, text| {
                if is_free(place) && is_private(book, row, place) {
                    let source = Source::at(row, place);
                    fragments.extend(runs(text, &windows, &copied, &spelled).map(|run| Fragment { source, run }));
                }
            });
        }
    }
    longest(fragments)
}

/// Each run once; what stands inside a longer one is asked with it.
fn longest(mut fragments: Vec<Fragment>) -> Vec<Fragment> {
    fragments.sort_by(|a, b| (b.run.len(), &a.run, a.source).cmp(&(a.run.len(), &b.run, b.source)));
    let mut kept: Vec<Fragment> = Vec::new();
    for fragment in fragments {
        if !kept.iter().any(|longer| longer.run.contains(&fragment.run)) {
            kept.push(fragment);
        }
    }
    kept
}

/// What somebody wrote in sentences: outcomes, notes, details, questions and their answers.
fn is_free(place: Place) -> bool {
    matches!(place.kind(), Kind::Text(_)) || place.field.name == "questions"
}

/// The hash of the run that begins at a word, and of how many words it is.
fn window(words: &[Word], at: usize) -> Option<(u64, usize)> {
    let is_sign = words.get(at)?.is_sign;
    let len = if is_sign { SIGNS } else { WORDS };
    let run = words.get(at..at + len)?;
    let alike = run.iter().all(|word| word.is_sign == is_sign);
    alike.then(|| (run.iter().fold(0, |hash: u64, word| hash.rotate_left(9) ^ word.hash), len))
}

/// The longest runs of a private text that stand in the copy.
fn runs<'a>(
    text: &str,
    windows: &FxHashMap<u64, usize>,
    copied: &'a [Word],
    spelled: &'a [String],
) -> impl Iterator<Item = String> + 'a {
    let private = words(text);
    let (mut found, mut last) = (Vec::<(usize, usize)>::new(), None);
    for at in 0..private.len() {
        let place = window(&private, at).and_then(|(window, len)| Some((*windows.get(&window)?, len)));
        match (place, found.last_mut()) {
            (Some((from, len)), Some(run)) if last == Some(from.wrapping_sub(1)) => run.1 = from + len,
            (Some((from, len)), _) => found.push((from, from + len)),
            (None, _) => {}
        }
        last = place.map(|(from, _)| from);
    }
    found.into_iter().map(|(from, to)| {
        let signs = copied[from].is_sign;
        spelled[from..to].join(if signs { "" } else { " " })
    })
}
