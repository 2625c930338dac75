//! What a template of the manager's own adds to a client's copy: a hit that stands in no text of the brief was written
//! there, and is told by file and line.

use super::folded::Folded;
use super::{Private, Scan, Shown, Source};
use crate::domain::figures::View;
use crate::domain::{Arg, Sentence};
use crate::export::brief::Brief;

/// A template of the manager's own, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTemplate {
    pub file: String,
    pub source: String,
}

/// Hits of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    file: String,
    /// Where the first of them stands; a value that the template puts together stands in no line.
    line: Option<usize>,
    hits: Vec<Source>,
}

impl Added {
    /// The hits that no text of the brief holds, if there are any.
    pub(super) fn of(
        own: &OwnTemplate,
        brief: &Brief,
        hits: &[Source],
        (private, view, shown): (&Private, &View<'_>, &Shown),
    ) -> Option<Self> {
        let found = |text: &str| {
            let mut found = Vec::new();
            Scan { private, view, shown, copy: Folded::new(text), names: Vec::new() }.run(&mut found);
            found
        };
        let brought = found(&[brief.all_texts().join("\n"), brief.file_stem.clone()].join("\n"));
        let hits: Vec<Source> = hits.iter().copied().filter(|hit| !brought.contains(hit)).collect();
        if hits.is_empty() {
            return None;
        }
        let line = own.source.lines().position(|line| found(line).iter().any(|hit| hits.contains(hit)));
        Some(Self { file: own.file.clone(), line: line.map(|at| at + 1), hits })
    }

    pub fn contains(&self, hit: Source) -> bool {
        self.hits.contains(&hit)
    }

    /// Names file, line and fields, never values.
    pub fn sentence(&self) -> Sentence {
        let fields = self.hits.iter().map(|hit| Arg::Sentence(Box::new(hit.sentence())));
        let sentence = match self.line {
            Some(line) => Sentence::new("leak-template-line").count("line", line),
            None => Sentence::new("leak-template"),
        };
        sentence.text("file", &self.file).count("n", self.hits.len()).with("fields", Arg::List(fields.collect()))
    }
}
