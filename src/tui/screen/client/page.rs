//! A page of a client: its lines, and what each row stands for or leads to.

use std::collections::BTreeMap;

use ratatui::text::Line;
use uuid::Uuid;

use crate::domain::{Client, Entity, Id};
use crate::tui::target::Target;
use crate::tui::widget::sheet::Lines;

/// What a row of a page stands for: Enter opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub entity: Entity,
    pub uuid: Uuid,
}

impl Subject {
    pub fn new(entity: Entity, uuid: Uuid) -> Self {
        Self { entity, uuid }
    }
}

/// A page and what each of its rows stands for.
#[derive(Default)]
pub struct Page {
    pub lines: Lines,
    pub subjects: Vec<Option<Subject>>,
    /// Where Enter goes on the rows that tell of what is not there yet.
    ways: BTreeMap<usize, Way>,
}

enum Way {
    /// To the form of a new record.
    New(Entity),
    To(Target),
}

impl Page {
    pub fn row(&mut self, line: impl Into<Line<'static>>, subject: Option<Subject>) {
        self.lines.row(line);
        self.subjects.push(subject);
    }

    /// A row that says there is none of a kind of record, and begins one.
    pub(super) fn begins(&mut self, line: impl Into<Line<'static>>, entity: Entity) {
        self.ways.insert(self.subjects.len(), Way::New(entity));
        self.row(line, None);
    }

    /// A row of what is to be done elsewhere.
    pub(super) fn leads(&mut self, line: impl Into<Line<'static>>, to: Target) {
        self.ways.insert(self.subjects.len(), Way::To(to));
        self.row(line, None);
    }

    pub(super) fn leads_to(&self, row: usize, client: Id<Client>) -> Option<Target> {
        Some(match self.ways.get(&row)? {
            Way::New(entity) => Target::Form { entity: *entity, uuid: None, client: Some(client) },
            Way::To(target) => target.clone(),
        })
    }
}
