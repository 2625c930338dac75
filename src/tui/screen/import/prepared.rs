//! A file read as far as it can be: what has to be said first, and what it would change, line by line.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::date::{LocalTime, Month};
use crate::domain::ledger_file::{Mark, Rejected, Unread, Zero};
use crate::domain::money::Currency;
use crate::domain::table_kind::TableKind;
use crate::domain::{Arg, Client, Edit, Id, Sentence};
use crate::export::table::Encoding;
use crate::tui::layer::View;
use crate::tui::target::Target;
use crate::tui::theme::Tone;

/// What the manager has said about the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Said {
    pub encoding: Option<Encoding>,
    pub sheet: Option<String>,
    /// What the rows of a table are, where their headings do not tell.
    pub kind: Option<TableKind>,
    pub mark: Option<Mark>,
    pub zero: Option<Zero>,
    pub replace: bool,
    /// How many headings were mapped by hand: each is kept at once, and the file is read anew.
    pub mapped: usize,
    /// Answers, by what was asked.
    pub answers: BTreeMap<String, bool>,
    /// Changes that are not wanted.
    pub left: BTreeSet<Key>,
}

/// What a line of the review changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A client's new months in a currency, or the one month that changes.
    Figures(Id<Client>, Currency, Option<Month>),
    /// Whatever a record of the file brings, by the line where it begins; of an appointment that is repeated each time
    /// for itself.
    Record(usize, Option<LocalTime>),
}

/// One answer to a question about the whole file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Choice {
    Encoding(&'static str),
    Sheet(String),
    Kind(TableKind),
    Mark(Mark),
    Zero(Zero),
}

impl Choice {
    const MARKS: [Self; 2] = [Self::Mark(Mark::Comma), Self::Mark(Mark::Point)];
    pub const ENCODINGS: [Self; 2] = [Self::Encoding("windows-1251"), Self::Encoding("gb18030")];

    pub fn name(&self, view: &View<'_>) -> String {
        match self {
            Self::Encoding(name) => (*name).to_owned(),
            Self::Sheet(name) => name.clone(),
            Self::Kind(kind) => view.words.term(&kind.entity().term()),
            Self::Mark(Mark::Comma) => view.say("import-comma"),
            Self::Mark(Mark::Point) => view.say("import-point"),
            Self::Zero(Zero::Keep) => view.say("import-zero"),
            Self::Zero(Zero::Unknown) => view.words.unknown(),
        }
    }
}

impl Said {
    pub fn take(&mut self, choice: &Choice) {
        match choice {
            Choice::Encoding(name) => self.encoding = name.parse().ok(),
            Choice::Sheet(name) => self.sheet = Some(name.clone()),
            Choice::Kind(kind) => self.kind = Some(*kind),
            Choice::Mark(mark) => self.mark = Some(*mark),
            Choice::Zero(zero) => self.zero = Some(*zero),
        }
    }

    /// Leaves a change, or takes it after all.
    pub fn turn(&mut self, key: Key) {
        if !self.left.remove(&key) {
            self.left.insert(key);
        }
    }
}

#[derive(Debug)]
pub(super) enum State {
    Refused(Sentence),
    Ask(Sentence, Vec<Choice>),
    /// Questions about single records are open.
    Open {
        why: Sentence,
        take: usize,
        rejected: usize,
    },
    Ready {
        edit: Edit,
        take: usize,
        rejected: usize,
        /// To be asked before it is saved.
        first: Vec<Sentence>,
    },
}

#[derive(Debug)]
pub(super) struct Prepared {
    pub state: State,
    /// What the rows of the table are, where it is one and that is known.
    pub kind: Option<TableKind>,
    /// What there is to read.
    pub lines: Vec<Line>,
}

/// What can be done with a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// It is only read.
    Read,
    /// A change, and whether it is taken.
    Change(Key, bool),
    /// A heading that can be mapped to a field.
    Heading(String),
    /// What the rows are, which can be said otherwise.
    Kind,
    /// A rejected line of the file, which unfolds.
    Rejected(usize),
    /// What stands in a rejected line.
    Cell,
    /// One of the answers about the whole file, by its digit.
    Choice(u8),
    /// A question to be answered, and how it was.
    Question(String, Option<bool>),
}

impl Part {
    /// Whether two lines are about the same thing of the file, whatever was said of it.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Change(key, _), Self::Change(other, _)) => key == other,
            (Self::Question(asked, _), Self::Question(other, _)) => asked == other,
            (Self::Read | Self::Cell, _) => false,
            (part, other) => part == other,
        }
    }
}

/// One line of the review.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub sentence: Sentence,
    pub tone: Tone,
    pub part: Part,
    /// What it is about.
    pub opens: Option<Target>,
}

impl Line {
    pub fn told(sentence: Sentence, tone: Tone) -> Self {
        Self { sentence, tone, part: Part::Read, opens: None }
    }

    /// Why a line of the file is rejected.
    pub fn rejected(line: usize, why: Sentence) -> Self {
        let why = Arg::Sentence(Box::new(why));
        // Lines are names, not amounts: no marks divide their digits.
        let sentence = Sentence::new("import-line").text("line", line.to_string()).with("why", why);
        Self { part: Part::Rejected(line), ..Self::told(sentence, Tone::Bad) }
    }

    /// A cell of a rejected line.
    pub fn cell(heading: &str, value: &str, opens: Option<Target>) -> Self {
        let told = Sentence::new(if heading.is_empty() { "import-cell-alone" } else { "import-cell" });
        let told = told.text("heading", heading).text("value", value);
        Self { part: Part::Cell, opens, ..Self::told(told, Tone::Muted) }
    }
}

/// The lines that stand before the changes of a table: what is wrong, what can be done about it, what is to be known
/// besides, and what was passed over.
pub(super) fn before_the_changes(
    rejected: &Rejected,
    advice: Option<Sentence>,
    warnings: Vec<Sentence>,
    passed_over: Option<Sentence>,
) -> Vec<Line> {
    let muted = |told: Sentence| Line::told(told, Tone::Muted);
    let wrong = rejected.0.iter().map(|(line, why)| Line::rejected(*line, why.clone()));
    let warnings = warnings.into_iter().map(|warning| Line::told(warning, Tone::Warn));
    wrong.chain(advice.map(muted)).chain(warnings).chain(passed_over.map(muted)).collect()
}

impl Prepared {
    /// A table that could not be read into rows.
    pub fn unread(why: Unread) -> Self {
        match why {
            Unread::No(why) => Self::refused(why),
            Unread::WhichMark(question) => Self::asked(question, Choice::MARKS.to_vec()),
        }
    }

    pub fn of(state: State, lines: Vec<Line>) -> Self {
        Self { state, kind: None, lines }
    }

    pub fn refused(why: Sentence) -> Self {
        Self::of(State::Refused(why), Vec::new())
    }

    pub fn asked(question: Sentence, choices: Vec<Choice>) -> Self {
        Self::of(State::Ask(question, choices), Vec::new())
    }
}
