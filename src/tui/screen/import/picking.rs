//! What is said of a table beside taking and leaving: the field of a heading, what the rows are; and a rejected line
//! unfolded, to see what stands in it.

use uuid::Uuid;

use super::{File, Review, table};
use crate::domain::Arg;
use crate::domain::table_kind::TableKind;
use crate::tui::layer::{Reply, View};
use crate::tui::widget::picker::{Candidate, Picker};

/// What a picker was opened for.
pub(super) enum Picking {
    /// The field of a heading.
    Field(String),
    /// What the rows are.
    Kind,
}

impl Review {
    pub(super) fn unfold(&mut self, line: usize, view: &View<'_>) {
        if self.unfolded.remove(&line).is_some() {
            return;
        }
        let cells = match (&self.file, self.prepared(view).kind) {
            (File::Table(Ok(bytes)), Some(kind)) => table::cells(bytes, &self.said, (kind, line), view),
            (File::Records(records), _) => records.cells(line, &self.said),
            _ => Vec::new(),
        };
        self.unfolded.insert(line, cells);
    }

    pub(super) fn pick(&mut self, picking: Picking, view: &View<'_>) -> Reply {
        let (title, names) = match (&picking, self.prepared(view).kind) {
            (Picking::Field(heading), Some(kind)) => {
                (view.say_with("import-fields", &[("heading", Arg::text(heading.as_str()))]), table::fields(kind, view))
            }
            (Picking::Kind, Some(_)) => (view.say("import-what-rows"), table::kinds(view)),
            (_, None) => return Reply::Handled,
        };
        let candidate = |(at, (field, name)): (usize, (String, String))| Candidate {
            uuid: Uuid::from_u128(at as u128),
            name,
            beside: String::new(),
            also: field,
        };
        self.picking = Some(picking);
        let candidates = names.into_iter().enumerate().map(candidate).collect();
        Reply::Open(Box::new(Picker::new(title, candidates, false)))
    }

    /// Takes what was picked.
    pub(super) fn picked(&mut self, picked: Uuid, view: &View<'_>) -> Reply {
        let kind = self.prepared(view).kind;
        let (Some(picking), Some(kind), File::Table(Ok(bytes))) = (self.picking.take(), kind, &self.file) else {
            return Reply::Handled;
        };
        let at = usize::try_from(picked.as_u128()).unwrap_or(usize::MAX);
        let here = self.here(view);
        let reply = match picking {
            Picking::Field(heading) => {
                let field = table::fields(kind, view).into_iter().nth(at);
                let map = |(field, _): (String, _)| table::map(bytes, &self.said, (kind, &heading, &field), view);
                field.map_or(Ok(()), map).map_or_else(Reply::Refuse, |()| Reply::Handled)
            }
            Picking::Kind => TableKind::all().nth(at).map_or(Reply::Handled, |kind| {
                self.said.kind = Some(kind);
                self.keep_kind(kind, view)
            }),
        };
        self.unfolded.clear();
        self.said.mapped += 1;
        here.iter().for_each(|here| self.stay_on(&here.part, view));
        reply
    }

    /// Remembers what the rows of the table are.
    pub(super) fn keep_kind(&self, kind: TableKind, view: &View<'_>) -> Reply {
        let File::Table(Ok(bytes)) = &self.file else { return Reply::Handled };
        table::keep_kind(bytes, &self.said, kind, view).map_or_else(Reply::Refuse, |()| Reply::Handled)
    }
}
