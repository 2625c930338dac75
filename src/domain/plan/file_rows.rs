//! Records of a file: as many of its lines as the rules allow, each whole or not at all, planned together so that a
//! line may name what another one brings.

use std::collections::{BTreeMap, HashMap};

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
    let mut taken = Taken::of(book);
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
    let (changes, stand_ins) = (taken.changes, taken.stand_ins);
    Ok(Planned { title, client: None, reason: None, changes, warnings, stand_ins })
}

/// The book with the lines taken so far.
struct Taken {
    after: Book,
    changes: Vec<Change>,
    at: HashMap<(Entity, Uuid), usize>,
    warnings: Vec<Sentence>,
    /// People whom lines taken so far would have made, had they not turned out to be people the book has.
    stand_ins: BTreeMap<Uuid, Uuid>,
}

impl Taken {
    fn of(book: &Book) -> Self {
        Self {
            after: book.clone(),
            changes: Vec::new(),
            at: HashMap::new(),
            warnings: Vec::new(),
            stand_ins: BTreeMap::new(),
        }
    }

    /// Takes the lines at once, or where one of them is refused, each half for itself.
    fn take<'r>(
        &mut self,
        rows: &[&'r FileRow],
        cx: &mut Context<'_>,
        refused: &mut Vec<(&'r FileRow, Sentence)>,
    ) -> Result<(), Refusal> {
        match (self.together(rows, cx), rows) {
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

    fn together(&self, rows: &[&FileRow], cx: &mut Context<'_>) -> Result<Planned, Refusal> {
        let mut planning = Planning::new(&self.after, cx);
        planning.of_file = true;
        planning.stand_ins.clone_from(&self.stand_ins);
        for edit in rows.iter().flat_map(|row| &row.edits) {
            put(&mut planning, edit)?;
        }
        planning.finish()
    }

    /// A record that two lines touch is one change, from what the book has to what came last.
    fn keep(&mut self, planned: Planned) {
        self.stand_ins = planned.stand_ins;
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
