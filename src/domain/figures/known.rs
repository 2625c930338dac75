//! A figure and how sure it is: known, known in part, or unknown with the reason. Unknown is never 0.

use crate::domain::sentence::Sentence;

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Known,
    Partial,
    Unknown,
}

impl State {
    /// The word of the JSON documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Partial => "partial",
            Self::Unknown => "unknown",
        }
    }
}

/// A computed figure. `known` of `of` parts (mostly months) went into it; `why` says what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<T> {
    state: State,
    value: Option<T>,
    pub known: usize,
    pub of: usize,
    pub why: Option<Sentence>,
}

impl<T> Figure<T> {
    /// All of it is known.
    pub fn known(value: T) -> Self {
        Self { state: State::Known, value: Some(value), known: 1, of: 1, why: None }
    }

    pub fn unknown(why: Sentence) -> Self {
        Self { state: State::Unknown, value: None, known: 0, of: 0, why: Some(why) }
    }

    /// Known when all parts are, partial when some are.
    pub fn counted(value: T, known: usize, of: usize) -> Self {
        let state = if known >= of { State::Known } else { State::Partial };
        Self { state, value: Some(value), known, of, why: None }
    }

    /// Marked as partial, whatever the count says.
    #[must_use]
    pub fn partial(self) -> Self {
        let state = if self.value.is_some() { State::Partial } else { State::Unknown };
        Self { state, ..self }
    }

    #[must_use]
    pub fn parts(self, known: usize, of: usize) -> Self {
        Self { known, of, ..self }
    }

    #[must_use]
    pub fn because(self, why: Sentence) -> Self {
        Self { why: Some(why), ..self }
    }

    pub fn state(&self) -> State {
        self.state
    }

    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    pub fn is_known(&self) -> bool {
        self.state == State::Known
    }

    pub fn is_partial(&self) -> bool {
        self.state == State::Partial
    }

    pub fn is_unknown(&self) -> bool {
        self.state == State::Unknown
    }

    /// The same figure of another unit. A value that cannot be turned makes it unknown.
    pub fn and_then<U>(self, turn: impl FnOnce(T) -> Option<U>, why: impl FnOnce() -> Sentence) -> Figure<U> {
        let Self { state, value, known, of, why: reason } = self;
        let Some(value) = value else { return Figure { state: State::Unknown, value: None, known, of, why: reason } };
        match turn(value) {
            Some(value) => Figure { state, value: Some(value), known, of, why: reason },
            None => Figure { state: State::Unknown, value: None, known, of, why: Some(why()) },
        }
    }

    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Figure<U> {
        let Self { state, value, known, of, why } = self;
        Figure { state, value: value.map(turn), known, of, why }
    }
}

impl<T: Copy> Figure<T> {
    pub fn get(&self) -> Option<T> {
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_known_partial_or_unknown_by_its_parts() {
        assert_eq!(Figure::counted(7, 3, 3).state(), State::Known);
        assert_eq!(Figure::counted(7, 2, 3).state(), State::Partial);
        let unknown: Figure<i64> = Figure::unknown(Sentence::new("why-no-figures"));
        assert_eq!((unknown.state(), unknown.get()), (State::Unknown, None));
        let lost = Figure::known(7).and_then(|_| None::<i64>, || Sentence::new("amount-too-large"));
        assert!(lost.is_unknown());
    }
}
