//! A file of cards or of appointments: what has to be asked about its records, which the rules refuse, and what each of
//! the rest brings.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::io::BufRead;
use std::path::{Path, PathBuf};

use super::brings::{self, many};
use super::prepared::{Choice, Key, Line, Part, Prepared, Said, State};
use crate::desk::Brought;
use crate::domain::appointments::Texts;
use crate::domain::contacts::Question;
use crate::domain::intake::{Batch, Rejected};
use crate::domain::{Answers, Edit, Record, Sentence};
use crate::export::content::Unreadable;
use crate::export::incoming::{Incoming, Kind};
use crate::export::table::Encoding;
use crate::export::{icalendar, vcard};
use crate::tui::kept::Kept;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Lines of a rejected record that are shown.
const LONGEST: usize = 40;

/// What of the said decides how the file is read.
type Heard = (Option<Encoding>, BTreeMap<String, bool>);

pub(super) struct Records {
    path: PathBuf,
    /// The file as it was read last: taking or leaving a record does not read it again.
    read: Kept<Heard, Result<Read, Unread>>,
}

/// What the file would bring.
struct Read {
    brought: Brought,
    questions: Vec<Question>,
}

/// Why it cannot be read.
#[derive(Clone)]
enum Unread {
    No(Sentence),
    WhichEncoding(Sentence),
}

impl Records {
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), read: Kept::default() }
    }

    /// The text of the record that begins on a line.
    pub fn cells(&self, line: usize, said: &Said) -> Vec<Line> {
        let lines = Incoming::open(&self.path).ok().and_then(|incoming| incoming.lines(said.encoding).ok());
        let Some((lines, encoding)) = lines else { return Vec::new() };
        let text = |bytes: Vec<u8>| match encoding {
            Some(encoding) => encoding.text(&bytes),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        let lines = lines.split(b'\n').map_while(Result::ok).skip(line.saturating_sub(1)).map(text);
        let mut told: Vec<Line> = Vec::new();
        for text in lines.take(LONGEST) {
            told.push(Line::cell("", text.trim_end(), None));
            if text.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("END:")) {
                break;
            }
        }
        told
    }

    pub fn prepared(&self, file: &str, said: &Said, view: &View<'_>) -> Prepared {
        let heard = (said.encoding, said.answers.clone());
        let read = self.read.get(heard, view, || read(&self.path, said, view).map_err(|why| unread(why, &self.path)));
        match &*read {
            Ok(read) if read.brought.found == 0 => Prepared::refused(Sentence::new("intake-empty").text("file", file)),
            Ok(read) => parted(read, file, said, view),
            Err(Unread::No(why)) => Prepared::refused(why.clone()),
            Err(Unread::WhichEncoding(question)) => Prepared::asked(question.clone(), Choice::ENCODINGS.to_vec()),
        }
    }
}

/// Reads the file; what only the manager knows is put down and taken for no until it is answered.
fn read(path: &Path, said: &Said, view: &View<'_>) -> Result<Read, Unreadable> {
    let mut incoming = Incoming::open(path).map_err(Unreadable::Io)?;
    let kind = incoming.kind();
    let (lines, encoding) = incoming.lines(said.encoding)?;
    let mut questions: Vec<Question> = Vec::new();
    let brought = if kind == Kind::Calendar {
        let read = icalendar::read(lines, encoding, &view.desk.days_ahead())?;
        let texts = Texts { cancelled: view.say("calendar-cancelled") };
        view.desk.calendar(read, None, &texts).map_err(|trouble| Unreadable::Text(trouble.sentence()))?
    } else {
        let read = vcard::read(lines, encoding)?;
        let brought = view.desk.cards(read, None, |question| {
            let answer = said.answers.get(&view.words.sentence(&question.sentence)).copied();
            if !questions.contains(question) {
                questions.push(question.clone());
            }
            Ok::<bool, Infallible>(answer.unwrap_or(false))
        });
        brought.unwrap_or_else(|never| match never {})
    };
    Ok(Read { brought, questions })
}

fn unread(why: Unreadable, path: &Path) -> Unread {
    match why {
        Unreadable::WhichEncoding(question) => Unread::WhichEncoding(question),
        why => Unread::No(why.sentence(path)),
    }
}

/// Questions, then what the rules refuse, each with its line, then what comes, and what was understood otherwise.
fn parted(read: &Read, file: &str, said: &Said, view: &View<'_>) -> Prepared {
    let Brought { batches, rejected, notices, left_out, .. } = &read.brought;
    let left = |batch: &Batch| said.left.contains(&key(batch));
    let wanted: Vec<usize> = (0..batches.len()).filter(|at| !left(&batches[*at])).collect();
    let taken = wanted.iter().map(|at| batches[*at].clone()).collect();
    let sifted = match view.desk.sift(taken, &Answers::yes()) {
        Ok(sifted) => sifted,
        Err(trouble) => return Prepared::refused(trouble.sentence()),
    };
    let mut lines: Vec<Line> = read.questions.iter().map(|question| asked(question, said, view)).collect();
    let mut rejected: Vec<&Rejected> = rejected.iter().chain(&sifted.rejected).collect();
    rejected.sort_by_key(|told| told.line);
    lines.extend(rejected.iter().map(|told| Line::rejected(told.line, told.why.clone())));
    let takes: BTreeSet<usize> = sifted.taken.iter().map(|place| wanted[*place]).collect();
    let records = batches.iter().enumerate().filter(|(at, batch)| left(batch) || takes.contains(at));
    let line = |(at, batch): (usize, &Batch)| brings::line((key(batch), takes.contains(&at)), &batch.rows, view);
    let records: Vec<Line> = records.map(line).collect();
    if records.is_empty() {
        lines.push(Line::told(Sentence::new("import-nothing-new").text("file", file), Tone::Muted));
    }
    lines.extend(records);
    let notice =
        |told: &Rejected| Line { part: Part::Read, tone: Tone::Warn, ..Line::rejected(told.line, told.why.clone()) };
    lines.extend(notices.iter().map(notice));
    lines.extend(left_out.iter().map(|told| Line::told(told.clone(), Tone::Muted)));
    let rejected = rejected.len();
    let touched = sifted.rows.iter().map(|row| (row.record.entity(), row.record.uuid()));
    let state = match read.questions.iter().filter(|question| answer(question, said, view).is_none()).count() {
        0 => State::Ready {
            take: takes.len(),
            rejected,
            first: many(touched, view).into_iter().collect(),
            edit: Edit::Import { title: Sentence::new("title-import").text("file", file), rows: sifted.rows },
        },
        open => State::Open { why: Sentence::new("import-to-decide").count("n", open), take: takes.len(), rejected },
    };
    Prepared::of(state, lines)
}

/// What was answered to a question.
fn answer(question: &Question, said: &Said, view: &View<'_>) -> Option<bool> {
    said.answers.get(&view.words.sentence(&question.sentence)).copied()
}

fn asked(question: &Question, said: &Said, view: &View<'_>) -> Line {
    let answer = answer(question, said, view);
    let tone = if answer.is_some() { Tone::Muted } else { Tone::Warn };
    let part = Part::Question(view.words.sentence(&question.sentence), answer);
    Line { part, ..Line::told(question.sentence.clone(), tone) }
}

fn key(batch: &Batch) -> Key {
    let start = match batch.rows.first() {
        Some(Record::Visit(visit)) => Some(visit.start),
        _ => None,
    };
    Key::Record(batch.line, start)
}
