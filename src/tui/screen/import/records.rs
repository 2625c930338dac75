//! A file of cards or of appointments: what has to be asked about its records, which the rules refuse, and what each of
//! the rest brings.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use super::prepared::{Choice, Key, Line, Part, Prepared, Said, State};
use crate::desk::Brought;
use crate::domain::appointments::Texts;
use crate::domain::book::{Entity, Record};
use crate::domain::contacts::Question;
use crate::domain::edit::Incoming as Row;
use crate::domain::intake::{Batch, Rejected, may_apply};
use crate::domain::step::Change;
use crate::domain::{Answers, Arg, Edit, Sentence};
use crate::export::content::Unreadable;
use crate::export::incoming::{Incoming, Kind};
use crate::export::table::Encoding;
use crate::export::{icalendar, vcard};
use crate::tui::kept::Kept;
use crate::tui::layer::View;
use crate::tui::screen::form::name;
use crate::tui::target::Target;
use crate::tui::theme::Tone;

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
    lines.extend(rejected.iter().map(|told| Line::told(at_line(told), Tone::Bad)));
    let takes: BTreeSet<usize> = sifted.taken.iter().map(|place| wanted[*place]).collect();
    let records = batches.iter().enumerate().filter(|(at, batch)| left(batch) || takes.contains(at));
    let records: Vec<Line> = records.map(|(at, batch)| brings(batch, takes.contains(&at), view)).collect();
    if records.is_empty() {
        lines.push(Line::told(Sentence::new("import-nothing-new").text("file", file), Tone::Muted));
    }
    lines.extend(records);
    lines.extend(notices.iter().map(|told| Line::told(at_line(told), Tone::Warn)));
    lines.extend(left_out.iter().map(|told| Line::told(told.clone(), Tone::Muted)));
    let rejected = rejected.len();
    let state = match read.questions.iter().filter(|question| answer(question, said, view).is_none()).count() {
        0 => State::Ready {
            take: takes.len(),
            rejected,
            first: many(&sifted.rows, view).into_iter().collect(),
            edit: Edit::Import { title: Sentence::new("title-import").text("file", file), rows: sifted.rows },
        },
        open => State::Open { why: Sentence::new("import-to-decide").count("n", open), take: takes.len(), rejected },
    };
    Prepared { state, lines }
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

/// What is asked before a file changes many clients.
fn many(rows: &[Row], view: &View<'_>) -> Option<Sentence> {
    let known = |row: &&Row| view.book().contains(row.record.entity(), row.record.uuid());
    let changed = rows.iter().filter(known).count();
    let clients = rows.iter().filter(known).filter(|row| row.record.entity() == Entity::Client).count();
    may_apply(view.book(), clients, (rows.len() - changed, changed, 0))
}

fn key(batch: &Batch) -> Key {
    let start = match batch.rows.first() {
        Some(Record::Visit(visit)) => Some(visit.start),
        _ => None,
    };
    Key::Record(batch.line, start)
}

fn at_line(told: &Rejected) -> Sentence {
    let why = Arg::Sentence(Box::new(told.why.clone()));
    Sentence::new("import-line").with("line", Arg::text(told.line.to_string())).with("why", why)
}

/// What a record brings: whom or what it is about, what changes there, and the place that comes with a person.
fn brings(batch: &Batch, taken: bool, view: &View<'_>) -> Line {
    let Some(record) = batch.rows.first() else { return Line::told(Sentence::new("import-nothing-new"), Tone::Muted) };
    let before = view.book().record(record.entity(), record.uuid());
    let sentence = Sentence::new(if before.is_some() { "import-brings-change" } else { "import-brings-new" });
    let sentence = sentence.word("entity", record.entity().term()).text("name", name::of_record(record, view));
    let opens = before.as_ref().map(|record| Target::Record(record.entity(), record.uuid()));
    let beside = match before {
        Some(_) => {
            let change = Change { before, after: Some(record.clone()) };
            let label = |field: &str| Arg::Label(record.entity().table().to_owned(), field.to_owned());
            change.fields().into_iter().map(label).collect()
        }
        None => beside(batch, view),
    };
    let part = Part::Change(key(batch), taken);
    Line { part, opens, ..Line::told(sentence.with("beside", Arg::List(beside)), Tone::Plain) }
}

/// Position and firm of a new person, client and purpose of a new visit.
fn beside(batch: &Batch, view: &View<'_>) -> Vec<Arg> {
    let mut texts = Vec::new();
    for record in &batch.rows {
        match record {
            Record::Affiliation(place) => {
                texts.extend(place.position.clone());
                texts.push(name::client(place.client, view));
            }
            Record::Visit(visit) => {
                texts.push(name::client(visit.client, view));
                texts.extend(visit.purpose.clone());
            }
            Record::Commitment(promise) => texts.push(name::client(promise.client, view)),
            _ => {}
        }
    }
    texts.into_iter().map(Arg::text).collect()
}
