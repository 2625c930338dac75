//! A close look at one row: whether its texts really hold the words, and which text shows it best.

use super::query::{Query, Word};
use super::scan::begins_a_word;
use super::searched::{is_phone, is_searched};
use crate::domain::field::Place;
use crate::domain::skeleton::{latin, skeleton};
use crate::domain::table::AnyRow;
use crate::domain::text::fold;

/// The text in which most of the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) place: Place,
    pub(super) text: String,
    /// None of its words stands there as typed: it was found by its sound.
    pub(super) by_sound: bool,
    /// The words stand in several parts of a name: `text` is one of them, the whole name is what shows the row.
    pub(super) in_parts: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    No,
    Sound,
    Typed,
}

/// None when the row does not hold all words.
pub(super) fn check(row: &dyn AnyRow, query: &Query) -> Option<Shown> {
    let mut found = vec![false; query.words.len()];
    let mut best: Option<((usize, usize), Shown)> = None;
    let mut name = Name { typed: vec![false; query.words.len()], first: None };
    row.each_text(&mut |place, text| {
        if !is_searched(place) {
            return;
        }
        let matches = matches(place, text, &query.words);
        let (held, typed) = (count(&matches, Match::Sound), count(&matches, Match::Typed));
        for (found, one) in found.iter_mut().zip(&matches) {
            *found |= *one != Match::No;
        }
        name.read(place, text, &matches);
        // A handle shows a row only where nothing else does.
        let worth = if place.field.name == "handle" { (0, typed) } else { (held, typed) };
        if held > 0 && best.as_ref().is_none_or(|(known, _)| worth > *known) {
            best = Some((worth, Shown { place, text: text.to_owned(), by_sound: typed == 0, in_parts: false }));
        }
    });
    let shown = best.map(|(_, shown)| name.instead_of(shown));
    if found.iter().all(|found| *found) { shown } else { None }
}

/// A name written in parts, of which each word of a query may be another.
struct Name {
    typed: Vec<bool>,
    first: Option<(Place, String)>,
}

impl Name {
    fn read(&mut self, place: Place, text: &str, matches: &[Match]) {
        if place.part.is_none() && matches!(place.field.name, "family_name" | "given_name" | "patronymic") {
            self.first.get_or_insert_with(|| (place, text.to_owned()));
            self.typed.iter_mut().zip(matches).for_each(|(typed, one)| *typed |= *one == Match::Typed);
        }
    }

    /// A name that holds all words as they were typed shows a row better than another spelling of it.
    fn instead_of(self, shown: Shown) -> Shown {
        match self.first.filter(|_| self.typed.len() > 1 && self.typed.iter().all(|typed| *typed)) {
            Some((place, text)) => Shown { place, text, by_sound: false, in_parts: true },
            None => shown,
        }
    }
}

fn count(matches: &[Match], least: Match) -> usize {
    matches.iter().filter(|one| **one >= least).count()
}

fn matches(place: Place, text: &str, words: &[Word]) -> Vec<Match> {
    let folded = plain(text);
    let heard = std::cell::LazyCell::new(|| (latin(text), skeleton(text)));
    words.iter().map(|word| matched(place, text, &folded, &heard, word)).collect()
}

fn matched<F: FnOnce() -> (String, String)>(
    place: Place,
    text: &str,
    folded: &str,
    heard: &std::cell::LazyCell<(String, String), F>,
    word: &Word,
) -> Match {
    if word.exact {
        return if fold(text).contains(&word.folded) { Match::Typed } else { Match::No };
    }
    if let Some(digits) = word.digits.as_ref().filter(|_| is_phone(place)) {
        let own: String = text.chars().filter(char::is_ascii_digit).collect();
        return if own.contains(digits) { Match::Typed } else { Match::No };
    }
    let typed = plain(&word.folded);
    if begins_a_word(folded, &typed) || (word.is_han() && folded.contains(&typed)) {
        return Match::Typed;
    }
    if word.is_han() {
        return Match::No;
    }
    let (latin, skeleton) = &**heard;
    let begins = |way: &String| begins_a_word(skeleton, way);
    let sounds = begins_a_word(latin, &word.latin)
        || (word.is_heard() && word.groups.iter().all(|ways| ways.iter().any(begins)));
    if sounds { Match::Sound } else { Match::No }
}

/// Folded, with one space for whatever is no letter or digit; what is silent in a word is left out.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if matches!(c, 'а'..='я') || c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}
