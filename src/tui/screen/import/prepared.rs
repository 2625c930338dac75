//! A file read as far as it can be: what has to be said first, or what it would change.

use std::collections::BTreeSet;

use crate::domain::column_map::ColumnMap;
use crate::domain::date::Month;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::{self, Figures, Headings, Mark, Reading, Unread, Wishes, Zero, told};
use crate::domain::money::Currency;
use crate::domain::{Answers, Arg, Client, Edit, Id, Sentence};
use crate::export::table::{self, Encoding, Sheet, Unreadable};
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// What the manager has said about the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Said {
    encoding: Option<Encoding>,
    sheet: Option<String>,
    mark: Option<Mark>,
    zero: Option<Zero>,
    pub replace: bool,
    /// Changes that are not wanted.
    left: BTreeSet<Key>,
}

/// What a line of the review changes: a client's new months in a currency, or the one month that changes.
pub(super) type Key = (Id<Client>, Currency, Option<Month>);

/// One answer to a question about the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Choice {
    Encoding(&'static str),
    Sheet(String),
    Mark(Mark),
    Zero(Zero),
}

impl Choice {
    pub fn name(&self, view: &View<'_>) -> String {
        match self {
            Self::Encoding(name) => (*name).to_owned(),
            Self::Sheet(name) => name.clone(),
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

    fn wishes(&self, mapping: ColumnMap) -> Wishes {
        Wishes { mark: self.mark, zero: self.zero, mapping, ..Wishes::default() }
    }
}

pub(super) enum State {
    Refused(Sentence),
    Ask(Sentence, Vec<Choice>),
    Ready { edit: Edit, take: usize, rejected: usize },
}

pub(super) struct Prepared {
    pub state: State,
    /// What there is to read.
    pub lines: Vec<Line>,
}

/// One line of the review.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub sentence: Sentence,
    pub tone: Tone,
    /// The change it tells, and whether it is taken.
    pub change: Option<(Key, bool)>,
}

impl Line {
    pub fn told(sentence: Sentence, tone: Tone) -> Self {
        Self { sentence, tone, change: None }
    }
}

impl Prepared {
    pub fn refused(why: Sentence) -> Self {
        Self { state: State::Refused(why), lines: Vec::new() }
    }

    fn asked(question: Sentence, choices: Vec<Choice>) -> Self {
        Self { state: State::Ask(question, choices), lines: Vec::new() }
    }

    pub fn of(bytes: &[u8], name: &str, said: &Said, view: &View<'_>) -> Self {
        let table = match table_of(bytes, said, view) {
            Ok(table) => table,
            Err(other) => return *other,
        };
        let mapping = view.desk.columns_of(&table).unwrap_or_default();
        match ledger_file::read(view.book(), &table, &said.wishes(mapping)) {
            Err(Unread::No(why)) => Self::refused(why),
            Err(Unread::WhichMark(question)) => {
                Self::asked(question, vec![Choice::Mark(Mark::Comma), Choice::Mark(Mark::Point)])
            }
            Ok(reading) if reading.zeros > 0 => {
                let question = Sentence::new("import-zero-ask").count("n", reading.zeros);
                Self::asked(question, vec![Choice::Zero(Zero::Keep), Choice::Zero(Zero::Unknown)])
            }
            Ok(reading) => Self::read(reading, name, said, view),
        }
    }

    /// Wrong lines, then what is to be known, then what would change.
    fn read(reading: Reading, name: &str, said: &Said, view: &View<'_>) -> Self {
        let Reading { rows, mut rejected, totals, left_out, .. } = reading;
        let mut figures = Figures { source: name.to_owned(), rows, replace: said.replace };
        let planned = match view.desk.preview(&Edit::Figures(figures.clone()), &Answers::default()) {
            Ok(planned) => planned,
            Err(trouble) => return Self::refused(trouble.sentence()),
        };
        let (ruled, warnings) = told::parted(planned.warnings);
        figures.rows.retain(|row| !ruled.0.contains_key(&row.line));
        let differ = ruled.0.values().any(|why| why.id == "import-figures-differ");
        ruled.0.into_iter().for_each(|(line, why)| rejected.put(line, why));
        let mut lines: Vec<Line> = rejected.sentences().map(|why| Line::told(why, Tone::Bad)).collect();
        lines.extend(differ.then(|| Line::told(Sentence::new("import-press-replace"), Tone::Muted)));
        lines.extend(warnings.into_iter().map(|warning| Line::told(warning, Tone::Warn)));
        if totals > 0 {
            lines.push(Line::told(Sentence::new("import-totals").count("n", totals), Tone::Muted));
        }
        if !left_out.is_empty() {
            let left_out = Sentence::new("import-left-out").with("list", Arg::texts(left_out));
            lines.push(Line::told(left_out, Tone::Muted));
        }
        let changes = told::changes(view.book(), &planned.changes);
        if changes.is_empty() {
            lines.push(Line::told(Sentence::new("import-nothing-new").text("file", name), Tone::Muted));
        }
        lines.extend(changes.into_iter().map(|line| {
            let key = (line.client, line.currency, line.month);
            let change = Some((key, !said.left.contains(&key)));
            Line { sentence: line.sentence, tone: Tone::Plain, change }
        }));
        let known = known_months(view);
        figures.rows.retain(|row| {
            let key = (row.client, row.currency, row.month);
            !said.left.contains(&(row.client, row.currency, known.contains(&key).then_some(row.month)))
        });
        let take = figures.rows.len();
        Self { state: State::Ready { edit: Edit::Figures(figures), take, rejected: rejected.len() }, lines }
    }
}

/// The months that the book has figures of.
fn known_months(view: &View<'_>) -> BTreeSet<(Id<Client>, Currency, Month)> {
    view.book().ledger_month.iter().map(|row| (row.client, row.currency, row.month)).collect()
}

fn table_of(bytes: &[u8], said: &Said, view: &View<'_>) -> Result<ForeignTable, Box<Prepared>> {
    let fits = |table: &ForeignTable| {
        let mapping = view.desk.columns_of(table).unwrap_or_default();
        Headings::find(table, &mapping, true).is_ok()
    };
    let sheets = table::open(bytes, said.encoding, fits).map_err(|unreadable| match unreadable {
        Unreadable::No(why) => Box::new(Prepared::refused(why)),
        Unreadable::WhichEncoding(question) => {
            let choices = vec![Choice::Encoding("windows-1251"), Choice::Encoding("gb18030")];
            Box::new(Prepared::asked(question, choices))
        }
    })?;
    let any = sheets.iter().any(|sheet| fits(&sheet.table));
    let wanted = |sheet: &Sheet| said.sheet.as_ref().map_or(!any || fits(&sheet.table), |name| *name == sheet.name);
    let mut sheets: Vec<Sheet> = sheets.into_iter().filter(wanted).collect();
    match sheets.len() {
        0 => Err(Box::new(Prepared::refused(Sentence::new("import-empty")))),
        n if n > 1 && any => {
            let names: Vec<String> = sheets.into_iter().map(|sheet| sheet.name).collect();
            let question = Sentence::new("import-sheet-ask").with("list", Arg::texts(names.clone()));
            Err(Box::new(Prepared::asked(question, names.into_iter().map(Choice::Sheet).collect())))
        }
        _ => Ok(sheets.swap_remove(0).table),
    }
}
