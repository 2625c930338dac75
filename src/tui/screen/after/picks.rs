//! What on the page is ticked or chosen, and how each reads and writes the page.

use super::Page;
use crate::domain::words::{NoteClass, NoteTopic, Party, Phase, PlaceKind, ProblemKind, SatisfactionSource, VisitKind};
use crate::tui::layer::View;

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tick {
    OutcomeNone,
    OffersProduct,
    NothingToAnswer,
}

impl Tick {
    pub fn field(self) -> &'static str {
        match self {
            Self::OutcomeNone => "outcome_none",
            Self::OffersProduct => "offers_product",
            Self::NothingToAnswer => "nothing_to_answer",
        }
    }

    fn of(self, page: &mut Page) -> &mut Option<bool> {
        match self {
            Self::OutcomeNone => &mut page.outcome_none,
            Self::OffersProduct => &mut page.offers_product,
            Self::NothingToAnswer => &mut page.nothing_to_answer,
        }
    }

    pub fn is_set(self, page: &Page) -> bool {
        match self {
            Self::OutcomeNone => page.outcome_none,
            Self::OffersProduct => page.offers_product,
            Self::NothingToAnswer => page.nothing_to_answer,
        }
        .unwrap_or(false)
    }

    pub fn turn(self, page: &mut Page) {
        let tick = self.of(page);
        *tick = Some(!tick.unwrap_or(false));
    }
}

/// One of a few words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    RequestedBy,
    Phase,
    NextKind,
    NextPlaceKind,
    MoodSource,
    ProblemKind,
    Severity,
    NoteTopic,
    NoteClass,
}

/// Goes round the values of an enumeration; `None` is a stop where nothing has been said.
fn turned<T: Copy + PartialEq>(now: Option<T>, all: &[T], forward: bool) -> Option<T> {
    let at = now.and_then(|now| all.iter().position(|value| *value == now));
    let next = match (at, forward) {
        (None, true) => Some(0),
        (None, false) => all.len().checked_sub(1),
        (Some(at), true) => Some((at + 1) % all.len()),
        (Some(at), false) => Some((at + all.len() - 1) % all.len()),
    };
    next.and_then(|at| all.get(at)).copied()
}

impl Pick {
    /// What the choice is called.
    pub fn label(self, view: &View<'_>) -> String {
        let (entity, field) = self.field();
        view.words.label(entity, field)
    }

    fn field(self) -> (&'static str, &'static str) {
        match self {
            Self::RequestedBy => ("visit", "requested_by"),
            Self::Phase => ("visit", "phase"),
            Self::NextKind => ("visit", "kind"),
            Self::NextPlaceKind => ("visit", "place_kind"),
            Self::MoodSource => ("satisfaction", "source"),
            Self::ProblemKind => ("problem", "kind"),
            Self::Severity => ("problem", "severity"),
            Self::NoteTopic => ("note", "topic"),
            Self::NoteClass => ("note", "class"),
        }
    }

    /// The dotted key of the word chosen.
    pub fn term(self, page: &Page) -> Option<String> {
        let next = page.next.as_ref();
        let (problem, note) = (page.problems.first(), page.notes.first());
        match self {
            Self::RequestedBy => page.requested_by.map(Party::term),
            Self::Phase => page.phase.map(Phase::term),
            Self::NextKind => next.and_then(|next| next.kind).map(VisitKind::term),
            Self::NextPlaceKind => next.and_then(|next| next.place_kind).map(PlaceKind::term),
            Self::MoodSource => page.satisfaction.as_ref().map(|m| m.source.unwrap_or(SatisfactionSource::Said).term()),
            Self::ProblemKind => problem.map(|line| line.kind.unwrap_or(ProblemKind::Complaint).term()),
            Self::Severity => problem.map(|line| format!("problem.severity.{}", line.severity.unwrap_or(2))),
            Self::NoteTopic => note.map(|line| line.topic.unwrap_or(NoteTopic::Other).term()),
            Self::NoteClass => note.map(|line| line.class.unwrap_or(NoteClass::Co).term()),
        }
    }

    /// The next word, or the one before; only where there is something to be said about.
    pub fn turn(self, page: &mut Page, forward: bool) {
        match self {
            Self::RequestedBy => page.requested_by = turned(page.requested_by, Party::all(), forward),
            Self::Phase => page.phase = turned(page.phase, Phase::all(), forward),
            Self::NextKind | Self::NextPlaceKind => {
                let Some(next) = &mut page.next else { return };
                if self == Self::NextKind {
                    next.kind = turned(next.kind, VisitKind::all(), forward);
                } else {
                    next.place_kind = turned(next.place_kind, PlaceKind::all(), forward);
                }
            }
            Self::MoodSource => {
                let Some(mood) = &mut page.satisfaction else { return };
                let now = mood.source.or(Some(SatisfactionSource::Said));
                mood.source = turned(now, SatisfactionSource::all(), forward);
            }
            Self::ProblemKind | Self::Severity => {
                let Some(line) = page.problems.first_mut() else { return };
                if self == Self::ProblemKind {
                    line.kind = turned(line.kind.or(Some(ProblemKind::Complaint)), ProblemKind::all(), forward);
                } else {
                    line.severity = turned(line.severity.or(Some(2)), &[1, 2, 3], forward);
                }
            }
            Self::NoteTopic | Self::NoteClass => {
                let Some(line) = page.notes.first_mut() else { return };
                if self == Self::NoteTopic {
                    line.topic = turned(line.topic.or(Some(NoteTopic::Other)), NoteTopic::all(), forward);
                } else {
                    line.class = turned(line.class.or(Some(NoteClass::Co)), NoteClass::all(), forward);
                }
            }
        }
    }
}
