//! Why a command did not do what it was asked, and the exit code that tells a script so.

use crate::desk::{StoreError, Trouble};
use crate::domain::{Refusal, RefusalKind, Sentence};

/// The exit codes of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Refused or failed.
    Refused = 1,
    /// Wrong usage.
    Usage = 2,
    /// Not found, several fit, or no book there.
    NotFound = 3,
    /// The book cannot be read.
    Unreadable = 4,
    /// Locked, or the wrong passphrase.
    Locked = 5,
    /// A client's copy would hold something private.
    Leak = 6,
}

/// What is wrong, in one sentence; what to do is said beside it when that sentence does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    pub what: Sentence,
    /// The field it is about.
    pub field: Option<String>,
    pub advice: Advice,
}

/// What is said beside what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// What follows from the exit code and the command.
    Usual,
    /// Nothing: the sentence itself says what to do, or that nothing was saved.
    Told,
    Say(Box<Sentence>),
}

/// Sentences that leave nothing to be said beside them.
const TELL_ALL: [&str; 9] = [
    "ask-needs-yes",
    "ask-needs-fold",
    "editor-failed",
    "import-none-saved",
    "import-strict",
    "not-found-similar",
    "nothing-saved",
    "page-unchanged",
    "several-fit",
];

impl Failure {
    pub fn new(exit: Exit, what: Sentence) -> Self {
        let advice = if TELL_ALL.contains(&what.id.as_str()) { Advice::Told } else { Advice::Usual };
        Self { exit, what, field: None, advice }
    }

    pub fn refused(what: Sentence) -> Self {
        Self::new(Exit::Refused, what)
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn advising(mut self, advice: Sentence) -> Self {
        self.advice = Advice::Say(Box::new(advice));
        self
    }

    pub fn usage(what: Sentence) -> Self {
        Self::new(Exit::Usage, what)
    }

    pub fn not_found(what: Sentence) -> Self {
        Self::new(Exit::NotFound, what)
    }
}

impl From<Sentence> for Failure {
    fn from(what: Sentence) -> Self {
        let names_nothing = ["not-found", "not-found-similar", "several-fit"].contains(&what.id.as_str());
        Self::new(if names_nothing { Exit::NotFound } else { Exit::Refused }, what)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let exit = if refusal.kind == RefusalKind::NotFound { Exit::NotFound } else { Exit::Refused };
        Self { field: refusal.field, ..Self::new(exit, refusal.sentence) }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit = match &error {
            StoreError::NoBook(_) => Exit::NotFound,
            StoreError::Foreign(_)
            | StoreError::Newer { .. }
            | StoreError::Damaged { .. }
            | StoreError::Value { .. } => Exit::Unreadable,
            StoreError::Encrypted(_) | StoreError::WrongPassphrase | StoreError::NoCipher => Exit::Locked,
            _ => Exit::Refused,
        };
        Self { advice: advice(&error), ..Self::new(exit, error.sentence()) }
    }
}

/// A book that is broken is replaced by a copy; a file that never was one stays where it is.
fn advice(error: &StoreError) -> Advice {
    match error {
        StoreError::Foreign(_) => Advice::Say(Box::new(Sentence::new("cli-name-the-book"))),
        StoreError::NoBook(_)
        | StoreError::Exists(_)
        | StoreError::Newer { .. }
        | StoreError::Damaged { .. }
        | StoreError::Encrypted(_)
        | StoreError::NoCipher
        | StoreError::ReadOnly(_)
        | StoreError::Busy
        | StoreError::Behind
        | StoreError::Full => Advice::Told,
        StoreError::Value { .. }
        | StoreError::WrongPassphrase
        | StoreError::NoDirectory(_)
        | StoreError::Moved(_)
        | StoreError::Io { .. } => Advice::Usual,
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => (*refusal).into(),
            Trouble::Failed(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_failure_has_its_exit_code() {
        let path = std::path::PathBuf::from("book");
        for (error, exit) in [
            (StoreError::NoBook(path.clone()), Exit::NotFound),
            (StoreError::Foreign(path.clone()), Exit::Unreadable),
            (StoreError::Newer { found: 9, known: 1 }, Exit::Unreadable),
            (StoreError::Encrypted(path.clone()), Exit::Locked),
            (StoreError::WrongPassphrase, Exit::Locked),
            (StoreError::Exists(path.clone()), Exit::Refused),
            (StoreError::NoDirectory(path), Exit::Refused),
            (StoreError::Full, Exit::Refused),
        ] {
            assert_eq!(Failure::from(error).exit, exit);
        }
        assert_eq!(Failure::from(Refusal::gone()).exit, Exit::NotFound);
        assert_eq!(Failure::from(Sentence::new("reason-needed")).exit, Exit::Refused);
    }
}
