//! By what a role is confirmed: the latest held visit, unless another one or a text was chosen.

use chrono::NaiveDate;

use crate::domain::figures::contacts::held;
use crate::domain::{Book, Client, Id, Row, Visit};
use crate::tui::layer::View;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Source {
    /// The latest held visit.
    #[default]
    Preset,
    Visit(Id<Visit>),
    Text(String),
}

impl Source {
    /// The visit and the text that confirm something now.
    pub fn of(&self, book: &Book, client: Id<Client>, today: NaiveDate) -> (Option<Id<Visit>>, Option<String>) {
        match self {
            Self::Preset => (held(book, client, today).first().map(|visit| visit.uid()), None),
            _ => self.chosen(),
        }
    }

    /// Only what was chosen by hand: something heard has no source of itself.
    pub fn chosen(&self) -> (Option<Id<Visit>>, Option<String>) {
        match self {
            Self::Preset => (None, None),
            Self::Visit(visit) => (Some(*visit), None),
            Self::Text(text) => (None, Some(text.clone())),
        }
    }

    /// The source in words: `meeting 20 Nov`, or the text; empty when there is none.
    pub fn shown(&self, client: Id<Client>, view: &View<'_>) -> String {
        let (visit, text) = self.of(view.book(), client, view.today());
        let visit = visit.and_then(|id| view.book().visit.get(id)).map(|visit| visit_words(visit, view));
        visit.or(text).unwrap_or_default()
    }
}

/// `meeting 20 Nov 2026`.
pub(super) fn visit_words(visit: &Visit, view: &View<'_>) -> String {
    format!(
        "{} {}",
        view.words.short(&visit.kind.term()),
        view.words.day_digits(visit.day(view.book().settings().zone))
    )
}
