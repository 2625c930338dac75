//! How well a typed name fits a record's names.

use std::borrow::Cow;

use crate::domain::skeleton::{beginnings, skeleton};
use crate::domain::text::fold;

/// From the whole name as typed to the beginnings of its words in another script. Less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Whole,
    WholeSkeleton,
    Words,
    WordsSkeleton,
    None,
}

impl Fit {
    pub(super) const WORST: Self = Self::None;
}

/// A name as it is compared, made once for many keys typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    pub(super) folded: String,
    pub(super) skeleton: String,
}

impl Spelling {
    pub fn of(name: &str) -> Self {
        Self { folded: plain(name), skeleton: skeleton(name) }
    }
}

/// A typed name, ready to be compared with many.
#[derive(Debug)]
pub struct Wanted {
    folded: String,
    words: Vec<String>,
    skeleton: String,
    beginnings: Vec<Vec<String>>,
}

impl Wanted {
    /// None when the text has no letter or digit.
    pub fn new(text: &str) -> Option<Self> {
        let folded = plain(text);
        let words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        (!words.is_empty()).then(|| Self { skeleton: skeleton(text), beginnings: beginnings(text), folded, words })
    }

    /// Whether any of the names fits, however well.
    pub fn fits_any(&self, names: &[String]) -> bool {
        self.fit(names).is_some()
    }

    /// The best fit among a record's names; none when no name fits.
    pub(super) fn fit(&self, names: &[String]) -> Option<Fit> {
        let fit = names.iter().map(|name| self.fit_one(name)).min()?;
        (fit != Fit::None).then_some(fit)
    }

    /// Whether any of the names fits that were spelt before.
    pub fn fits_spelt(&self, names: &[Spelling]) -> bool {
        names.iter().any(|name| self.fit_of(&name.folded, || Cow::Borrowed(&name.skeleton)) != Fit::None)
    }

    fn fit_one(&self, name: &str) -> Fit {
        self.fit_of(&plain(name), || Cow::Owned(skeleton(name)))
    }

    fn fit_of<'s>(&self, folded: &str, skeleton: impl FnOnce() -> Cow<'s, str>) -> Fit {
        if folded == self.folded {
            return Fit::Whole;
        }
        let reduced = skeleton();
        if !self.skeleton.is_empty() && reduced == self.skeleton {
            return Fit::WholeSkeleton;
        }
        let begins = |word: &String| folded.split(' ').any(|other| other.starts_with(word.as_str()));
        if self.words.iter().all(begins) || (has_han(&self.folded) && folded.contains(self.folded.as_str())) {
            return Fit::Words;
        }
        // One letter is too little to have been heard.
        let begins = |way: &String| way.len() > 1 && reduced.split(' ').any(|other| other.starts_with(way.as_str()));
        let reads = !self.beginnings.is_empty() && self.beginnings.iter().all(|ways| ways.iter().any(begins));
        if reads { Fit::WordsSkeleton } else { Fit::None }
    }

    /// Keys between the typed name and the nearest of a record's names or their words; none when they are far apart.
    pub(super) fn distance(&self, names: &[String]) -> Option<usize> {
        let far = |other: &str| strsim::osa_distance(&self.skeleton, other);
        let reduced = names.iter().map(|name| skeleton(name));
        let nearest = reduced.filter_map(|name| name.split(' ').chain([name.as_str()]).map(far).min()).min()?;
        (self.skeleton.len() > 2 && nearest <= self.skeleton.len().div_ceil(4)).then_some(nearest)
    }
}

/// Folded, and every sign that is no letter or digit a space.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

fn has_han(text: &str) -> bool {
    text.chars().any(crate::domain::skeleton::is_han)
}
