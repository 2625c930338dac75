//! Records of a file: as many of its lines as the rules allow, each whole or not at all, planned together so that a
//! line may name what another one brings.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Context, Planned, Planning, put};
use crate::domain::book::{Book, Entity};
use crate::domain::ledger_file::at_line;
use crate::domain::record_file::{FileRow, FileRows};
use crate::domain::refusal::{Refusal, RefusalKind};
use crate::domain::sentence::Sentence;
use crate::domain::step::Change;

/// The changes that the lines of a file make. A line that may not be saved is left out and told by a warning.
pub(super) fn plan(book: &Book, wish: &FileRows, cx: &mut Context<'_>) -> Result<Planned, Refusal> {
    let mut taken = Taken { after: book.clone(), changes: Vec::new(), at: HashMap::new(), warnings: Vec::new() };
    let mut waiting: Vec<&FileRow> = wish.rows.iter().collect();
    // What a line names may come with a later one that had to be planned apart.
    let refused = loop {
        let mut refused = Vec::new();
        taken.take(&waiting, cx, &mut refused)?;
        if refused.is_empty() || refused.len() == waiting.len() {
            break refused;
        }
        waiting = refused.into_iter().map(|(row, _)| row).collect();
    };
    let mut warnings = taken.warnings;
    warnings.extend(refused.into_iter().map(|(row, why)| at_line(row.line, why)));
    taken.changes.retain(|change| change.before != change.after);
    let title = Sentence::new("title-records").text("file", &wish.source);
    Ok(Planned { title, client: None, reason: None, changes: taken.changes, warnings })
}

/// The book with the lines taken so far.
struct Taken {
    after: Book,
    changes: Vec<Change>,
    at: HashMap<(Entity, Uuid), usize>,
    warnings: Vec<Sentence>,
}

impl Taken {
    /// Takes the lines at once, or where one of them is refused, each half for itself.
    fn take<'r>(
        &mut self,
        rows: &[&'r FileRow],
        cx: &mut Context<'_>,
        refused: &mut Vec<(&'r FileRow, Sentence)>,
    ) -> Result<(), Refusal> {
        match (together(&self.after, rows, cx), rows) {
            (Ok(planned), _) => self.keep(planned),
            (Err(refusal), _) if refusal.kind == RefusalKind::Ask => return Err(refusal),
            (Err(refusal), [row]) => refused.push((row, refusal.sentence)),
            (Err(_), rows) => {
                let (first, second) = rows.split_at(rows.len() / 2);
                self.take(first, cx, refused)?;
                self.take(second, cx, refused)?;
            }
        }
        Ok(())
    }

    /// A record that two lines touch is one change, from what the book has to what came last.
    fn keep(&mut self, planned: Planned) {
        for change in planned.changes {
            self.after.apply(&change);
            let key = (change.entity(), change.uuid());
            match self.at.get(&key) {
                Some(&at) => self.changes[at].after = change.after,
                None => {
                    self.at.insert(key, self.changes.len());
                    self.changes.push(change);
                }
            }
        }
        let known = std::mem::take(&mut self.warnings);
        let new = planned.warnings.into_iter().filter(|warning| !known.contains(warning)).collect::<Vec<_>>();
        self.warnings = known.into_iter().chain(new).collect();
    }
}

fn together(book: &Book, rows: &[&FileRow], cx: &mut Context<'_>) -> Result<Planned, Refusal> {
    let mut planning = Planning::new(book, cx);
    for edit in rows.iter().flat_map(|row| &row.edits) {
        put(&mut planning, edit)?;
    }
    planning.finish()
}
