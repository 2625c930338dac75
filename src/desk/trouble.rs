//! Why something was not done: the rules said no (or asked), or the file could not be read or written.

use crate::domain::{Refusal, Sentence};
use crate::store::StoreError;

#[derive(Debug)]
pub enum Trouble {
    /// The manager asked for something that cannot be; nothing broke.
    Refused(Box<Refusal>),
    /// Disk, file, memory.
    Failed(StoreError),
}

impl Trouble {
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Refused(refusal) => refusal.sentence.clone(),
            Self::Failed(error) => error.sentence(),
        }
    }

    /// Another program holds the file; later it may be done.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Failed(StoreError::Busy))
    }

    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Failed(_) => None,
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<Sentence> for Trouble {
    fn from(sentence: Sentence) -> Self {
        Refusal::no(sentence).into()
    }
}
