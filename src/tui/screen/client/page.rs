//! A page of a client: its lines, and what each row stands for or leads to.

use std::collections::BTreeMap;

use ratatui::text::Line;
use uuid::Uuid;

use crate::domain::{Client, Entity, Fields, Id};
use crate::tui::layer::{Reply, View};
use crate::tui::screen::form;
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
    /// The first row of the VIP test.
    pub(super) test: Option<usize>,
}

enum Way {
    /// To the form of a new record, with what is known of it already.
    New(Entity, Fields),
    To(Target),
}

impl Page {
    pub fn row(&mut self, line: impl Into<Line<'static>>, subject: Option<Subject>) {
        self.lines.row(line);
        self.subjects.push(subject);
    }

    /// A row that says there is none of a kind of record, and begins one.
    pub(super) fn begins(&mut self, line: impl Into<Line<'static>>, entity: Entity) {
        self.begins_with(line, entity, Fields::new());
    }

    /// The same, with what is known of it already.
    pub(super) fn begins_with(&mut self, line: impl Into<Line<'static>>, entity: Entity, given: Fields) {
        self.ways.insert(self.subjects.len(), Way::New(entity, given));
        self.row(line, None);
    }

    /// A row of what is to be done elsewhere.
    pub(super) fn leads(&mut self, line: impl Into<Line<'static>>, to: Target) {
        self.ways.insert(self.subjects.len(), Way::To(to));
        self.row(line, None);
    }

    pub(super) fn leads_to(&self, row: usize, client: Id<Client>, view: &View<'_>) -> Option<Reply> {
        Some(match self.ways.get(&row)? {
            Way::New(entity, given) => begin(*entity, given, client, view),
            Way::To(target) => Reply::Go(target.clone()),
        })
    }
}

/// The form of a new record of the client.
pub(super) fn begin(entity: Entity, given: &Fields, client: Id<Client>, view: &View<'_>) -> Reply {
    if given.is_empty() {
        return Reply::Go(Target::Form { entity, uuid: None, client: Some(client) });
    }
    let mut given = given.clone();
    given.insert("client".to_owned(), client.to_string().into());
    Reply::Open(form::add_with(entity, given, client, view))
}
