//! What became of the lines of a file: which were rejected and why, and how many records came of the others.

use serde_json::{Value as Json, json};

use super::super::json;
use super::super::session::Session;
use crate::desk::Desk;
use crate::domain::ledger_file::{Rejected, told};
use crate::domain::step::Change;
use crate::domain::{Entity, Record, Sentence};

#[derive(Default)]
pub struct Outcome {
    /// Lines that were read, those that could not be, and the lines that say what the book has, where that is not
    /// every line without a record.
    rows: usize,
    read: Rejected,
    unchanged: Option<usize>,
    /// Those a rule rejected, and what else was warned of.
    ruled: Rejected,
    warnings: Vec<Sentence>,
    added: usize,
    changed: usize,
}

impl Outcome {
    /// Of lines that each make one record.
    pub fn of_lines(rows: usize, read: Rejected) -> Self {
        Self { rows, read, ..Self::default() }
    }

    /// Of lines that make any number of records each.
    pub fn of_records(rows: usize, unchanged: usize, read: Rejected) -> Self {
        Self { rows: rows + unchanged, read, unchanged: Some(unchanged), ..Self::default() }
    }

    pub fn hear(&mut self, warnings: &[Sentence]) {
        (self.ruled, self.warnings) = told::parted(warnings.to_vec());
    }

    /// Counts the records that came of the lines; tiers are kept with them and are nobody's line.
    pub fn count(&mut self, records: impl Iterator<Item = Record>) {
        (self.added, self.changed) = (0, 0);
        for record in records.filter(|record| record.entity() != Entity::TierSnapshot) {
            *(if record.head().rev == 1 { &mut self.added } else { &mut self.changed }) += 1;
        }
    }

    /// Every rejected line, in order.
    fn rejected(&self) -> Rejected {
        let mut all = self.read.clone();
        self.ruled.0.iter().for_each(|(line, why)| all.put(*line, why.clone()));
        all
    }

    pub fn say(&self, session: &Session) {
        let rejected = self.rejected();
        rejected.sentences().chain(self.warnings.iter().cloned()).for_each(|sentence| session.warn(&sentence));
        if rejected.0.values().any(|why| why.id == "import-figures-differ") {
            session.warn(&Sentence::new("import-say-replace"));
        }
    }

    /// Why nothing of it is saved.
    pub fn refused(&self, strict: bool, name: &str) -> Option<Sentence> {
        let rejected = self.read.len() + self.ruled.len();
        if strict && rejected > 0 {
            return Some(Sentence::new("import-strict").count("n", rejected));
        }
        (self.good() == 0).then(|| Sentence::new("import-none-saved").text("file", name))
    }

    /// Lines that are in the book now, or were.
    fn good(&self) -> usize {
        self.rows - self.ruled.len()
    }

    pub fn sentence(&self, name: &str) -> Sentence {
        let done = Sentence::new("import-done").text("file", name).count("added", self.added);
        done.count("changed", self.changed).count("rejected", self.rejected().len())
    }

    pub fn document(&self, session: &Session) -> Vec<(&'static str, Json)> {
        let line = |(line, why): (&usize, &Sentence)| json!({ "line": line, "why": session.words.sentence(why) });
        vec![
            ("added", self.added.into()),
            ("changed", self.changed.into()),
            ("unchanged", self.unchanged.unwrap_or_else(|| self.good() - self.added - self.changed).into()),
            ("rejected", self.rejected().0.iter().map(line).collect()),
        ]
    }
}

/// Each change of a plan with its row before and after, tiers left out.
pub fn changes(session: &Session, desk: &Desk, changes: &[Change]) -> Json {
    let side = |record: &Option<Record>| {
        record.as_ref().map_or(Json::Null, |record| json::record(desk.book(), &session.words, record))
    };
    let own = changes.iter().filter(|change| change.entity() != Entity::TierSnapshot);
    own.map(|change| json!({ "before": side(&change.before), "after": side(&change.after) })).collect()
}
