//! Runs of private words in a copy: four words, or eight Chinese signs, that also stand in a private text. Each is asked
//! once; the manager may release it.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::folded::{Folded, Word, bare, words};
use super::private::{Private, Source, is_private};
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
    /// What an answer of yes is kept under: made of the client, the words and the shared text in which they stand.
    pub answer: String,
}

/// The runs of a copy that stand in private texts of the book, those that the copy may show left out.
pub(super) fn found(book: &Book, private: &Private, shown: &Shown, texts: &[&str], copy: &Folded) -> Vec<Fragment> {
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
    let mut found: Vec<(String, Source)> = Vec::new();
    let mut look = |source: Source, text: &str| {
        found.extend(runs(text, &windows, &copied, &spelled).map(|run| (run, source)));
    };
    for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::Settings) {
        for row in book.rows(*entity) {
            row.each_text(&mut |place, text| {
                if is_free(place) && is_private(book, row, place) {
                    look(Source::at(row, place), text);
                }
            });
        }
    }
    private.old.iter().for_each(|(source, text)| look(*source, text));
    let fragment = |(run, source): (String, Source)| {
        let answer = answer(shown.client.uuid, &run, texts);
        Fragment { source, run, answer }
    };
    longest(found).into_iter().map(fragment).collect()
}

/// Each run once; what stands inside a longer one is asked with it.
fn longest(mut runs: Vec<(String, Source)>) -> Vec<(String, Source)> {
    runs.sort_by(|a, b| (b.0.len(), &a.0, a.1).cmp(&(a.0.len(), &b.0, b.1)));
    let mut kept: Vec<(String, Source)> = Vec::new();
    for run in runs {
        if !kept.iter().any(|longer| longer.0.contains(&run.0)) {
            kept.push(run);
        }
    }
    kept
}

/// A hash of the run and of the shared text around it; of the run alone where it stands in no one text.
fn answer(client: Uuid, run: &str, texts: &[&str]) -> String {
    let run = bare(run);
    let around = texts.iter().map(|text| bare(text)).find(|text| text.contains(&run)).unwrap_or_default();
    let digest = Sha256::digest(format!("{client}\0{run}\0{around}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What somebody wrote in sentences: outcomes, notes, details, questions and their answers.
pub(super) fn is_free(place: Place) -> bool {
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
