//! What is typed on the page: the text that has the cursor, and texts that are no value of the page yet.

use super::Page;
use super::slots::Slot;
use crate::domain::date::local_text;
use crate::tui::layer::Input;
use crate::tui::widget::field::Field;
use crate::tui::widget::text::LongText;

/// What is typed and is no value of the page yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Texts {
    pub when: String,
    pub minutes: String,
    pub score: String,
    /// The line that is being added.
    pub new: String,
    /// What that line becomes; None while it is empty.
    pub becomes: Option<Slot>,
    /// The page as the editor left it, when it could not be read; its first line says why.
    pub file: String,
}

impl Texts {
    pub fn of(page: &Page) -> Self {
        let next = page.next.as_ref().filter(|next| !next.off);
        Self {
            when: next.and_then(|next| next.start).map(|at| local_text(at).replace('T', " ")).unwrap_or_default(),
            minutes: next.and_then(|next| next.minutes).map(|n| n.to_string()).unwrap_or_default(),
            score: page.satisfaction.as_ref().and_then(|mood| mood.score).map(|n| n.to_string()).unwrap_or_default(),
            new: String::new(),
            becomes: None,
            file: String::new(),
        }
    }
}

/// The text that has the cursor.
pub(super) enum Writing {
    Line(Slot, Field),
    Long(Slot, LongText),
}

impl Writing {
    pub fn slot(&self) -> Slot {
        match self {
            Self::Line(slot, _) | Self::Long(slot, _) => *slot,
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Line(_, field) => field.text(),
            Self::Long(_, text) => text.text(),
        }
    }

    pub fn on(&mut self, input: &Input) -> bool {
        match self {
            Self::Line(_, field) => field.on(input),
            Self::Long(_, text) => text.on(input),
        }
    }
}
