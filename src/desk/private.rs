//! What may stand in no client's copy: all that is private in the book now, all that was once, and what lies in drafts;
//! and which words the manager has let go out all the same.

use super::columns::COLUMNS;
use super::{Desk, Trouble};
use crate::export::brief::leak::Private;

/// The draft that holds the answers; it is no text of a form.
const RELEASED: &str = "released";

impl Desk {
    /// The private set of the whole book, its journal and its drafts.
    ///
    /// # Errors
    /// The journal or a draft cannot be read: nothing can be said of a copy then.
    pub fn private_set(&self) -> Result<Private, Trouble> {
        let mut set = Private::of(&self.book);
        let former = self.store.former()?;
        set.remember(&self.book, &former.rows, &former.reasons);
        for draft in self.drafts()? {
            set.draft(&self.book, &draft.key, &draft.text);
        }
        Ok(set)
    }

    /// The answers of yes about words that are private elsewhere, each tied to the text that was shared.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn released(&self) -> Result<Vec<String>, Trouble> {
        let kept = self.store.drafts()?.into_iter().find(|draft| draft.key == RELEASED);
        Ok(kept.map(|draft| draft.text.lines().map(str::to_owned).collect()).unwrap_or_default())
    }

    /// Keeps an answer of yes.
    ///
    /// # Errors
    /// What went wrong with the disk.
    pub fn release(&self, answer: &str) -> Result<(), Trouble> {
        let mut answers = self.released()?;
        if !answers.iter().any(|kept| kept == answer) {
            answers.push(answer.to_owned());
            self.keep_draft(RELEASED, &answers.join("\n"))?;
        }
        Ok(())
    }

    /// Whether a draft holds what somebody typed.
    pub(super) fn is_typed(key: &str) -> bool {
        ![RELEASED, COLUMNS].contains(&key)
    }
}
