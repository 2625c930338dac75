//! What a file would do to the book, counted and told: before it is saved, and instead of it in a dry run.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json};
use crate::desk::Desk;
use crate::domain::book::Entity;
use crate::domain::intake::may_apply;
use crate::domain::plan::Planned;
use crate::domain::step::Change;
use crate::domain::{Arg, Sentence, naming};

/// What a file would do to the book.
pub struct Tally<'a> {
    changes: &'a [Change],
    pub added: usize,
    pub changed: usize,
    rejected: usize,
    /// Rows that were changed here after the file was written.
    pub conflicts: Vec<&'a Change>,
}

impl<'a> Tally<'a> {
    pub fn of(planned: &'a Planned, rejected: usize) -> Self {
        let changes = &planned.changes;
        let added = changes.iter().filter(|change| change.before.is_none()).count();
        let conflicts = changes.iter().filter(|change| change.is_conflict()).collect();
        Self { changes, added, changed: changes.len() - added, rejected, conflicts }
    }

    pub fn sentence(&self, name: &str) -> Sentence {
        let done = Sentence::new("import-done").text("file", name);
        done.count("added", self.added).count("changed", self.changed).count("rejected", self.rejected)
    }

    pub fn document(&self) -> Json {
        let conflict = |change: &&Change| json!({ "entity": change.entity().table(), "uid": change.uuid().to_string(), "fields": change.fields() });
        json::document([
            ("added", self.added.into()),
            ("changed", self.changed.into()),
            ("conflicts", self.conflicts.iter().map(conflict).collect()),
        ])
    }

    /// The dry run: what would come and change, kind by kind, and each conflict.
    pub fn show(&self, session: &mut Session, desk: &Desk, name: &str) {
        if session.global.json {
            session.paper.json(&self.document());
            return;
        }
        let heading = ["", "cli-import-new", "cli-import-changed", "cli-import-conflicts"];
        let heading = heading.map(|id| if id.is_empty() { String::new() } else { session.words.say(id) });
        let rows: Vec<Vec<String>> = Entity::ALL.iter().filter_map(|entity| self.row(session, *entity)).collect();
        if !rows.is_empty() {
            session.paper.table(&heading, &rows);
        }
        let conflicts = self.conflicts.iter().map(|change| told(desk, change));
        let last = [self.sentence(name), Sentence::new("nothing-saved")];
        for sentence in conflicts.chain(last) {
            let line = session.words.sentence(&sentence);
            session.paper.line(&line);
        }
    }

    fn row(&self, session: &Session, entity: Entity) -> Option<Vec<String>> {
        let of = |change: &&Change| change.entity() == entity;
        let all = self.changes.iter().filter(of).count();
        let new = self.changes.iter().filter(of).filter(|change| change.before.is_none()).count();
        let conflicts = self.conflicts.iter().filter(|change| of(change)).count();
        let numbers = [new, all - new, conflicts].map(|n| n.to_string());
        (all > 0).then(|| [session.words.term(&entity.term())].into_iter().chain(numbers).collect())
    }

    /// Asks before a file changes many clients.
    ///
    /// # Errors
    /// The answer was no, or nobody could be asked.
    pub fn may_apply(&self, session: &Session, desk: &Desk) -> Result<(), Failure> {
        let touches = |change: &&Change| change.before.is_some() && change.entity() == Entity::Client;
        let clients = self.changes.iter().filter(touches).count();
        let question = may_apply(desk.book(), clients, (self.added, self.changed, self.conflicts.len()));
        let Some(question) = question else { return Ok(()) };
        if session.ask(&question)? { Ok(()) } else { Err(Sentence::new("nothing-saved").into()) }
    }
}

/// A conflict: which record, which fields, and when it was changed here.
pub fn told(desk: &Desk, conflict: &Change) -> Sentence {
    let (book, entity) = (desk.book(), conflict.entity());
    let fields = conflict.fields().into_iter().map(|field| Arg::Label(entity.table().to_owned(), field.to_owned()));
    let at = conflict.before.as_ref().map(|record| find::local(record.head().updated_at, book.settings().zone));
    let sentence = Sentence::new("import-conflict").word("entity", entity.term());
    let sentence = sentence.text("name", naming::label(book, entity, conflict.uuid()));
    sentence.with("fields", Arg::List(fields.collect())).with("time", Arg::Time(at.unwrap_or_default()))
}
