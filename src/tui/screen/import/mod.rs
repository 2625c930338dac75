//! What a file would change, a table, cards or appointments: questions first, then wrong lines, then the changes, each
//! to take or to leave; saved as one step.

mod brings;
mod figures;
mod picking;
mod prepared;
#[cfg(test)]
mod record_tests;
mod records;
mod rows;
mod table;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use picking::Picking;
use prepared::{Choice, Line, Part, Prepared, Said, State};
use records::Records;

use super::line_box::LineBox;
use crate::desk::{Made, Trouble};
use crate::domain::book::Entity;
use crate::domain::table_kind::TableKind;
use crate::domain::{Arg, Client, Id, Sentence};
use crate::export::content::Unreadable;
use crate::export::incoming::{Incoming, Kind};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list::List;

pub struct Review {
    name: String,
    file: File,
    said: Said,
    /// What it comes to, until the book or what was said changes.
    prepared: Kept<Said, Prepared>,
    /// What is being picked.
    picking: Option<Picking>,
    /// Rejected lines that are unfolded, each with what stands in it.
    unfolded: BTreeMap<usize, Vec<Line>>,
    /// How many lines were rejected when it was saved.
    rejected: usize,
    /// What it did, while the book is as it left it.
    done: Option<(u64, Vec<Line>)>,
    list: List,
    width: Cell<usize>,
    /// Whether the rows are monthly figures, as far as the file was read.
    figures: Cell<bool>,
}

enum File {
    /// A table, or why it could not be read.
    Table(Result<Vec<u8>, Sentence>),
    Records(Records),
}

impl Review {
    pub fn open(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let opened = Incoming::open(path).map_err(Unreadable::Io);
        let file = match opened.map(|mut incoming| (incoming.kind(), incoming)) {
            Ok((Kind::Cards | Kind::Calendar, _)) => File::Records(Records::of(path)),
            Ok((_, incoming)) => File::Table(incoming.table().map_err(|why| why.sentence(path))),
            Err(why) => File::Table(Err(why.sentence(path))),
        };
        Self {
            name,
            file,
            said: Said::default(),
            prepared: Kept::default(),
            picking: None,
            unfolded: BTreeMap::new(),
            rejected: 0,
            done: None,
            list: List::default(),
            width: Cell::new(80),
            figures: Cell::new(false),
        }
    }

    fn prepared(&self, view: &View<'_>) -> Rc<Prepared> {
        let prepared = self.prepared.get(self.said.clone(), view, || match &self.file {
            File::Table(Ok(bytes)) => table::prepared(bytes, &self.name, &self.said, view),
            File::Table(Err(why)) => Prepared::refused(why.clone()),
            File::Records(records) => records.prepared(&self.name, &self.said, view),
        });
        self.figures.set(prepared.kind == Some(TableKind::Figures));
        prepared
    }

    fn done(&self, view: &View<'_>) -> Option<&[Line]> {
        self.done.as_ref().filter(|(revision, _)| *revision == view.book().revision).map(|(_, done)| done.as_slice())
    }

    /// What there is to read.
    fn shown(&self, view: &View<'_>) -> Vec<Shown> {
        if let Some(done) = self.done(view) {
            return done.iter().map(|line| Shown::of(line, view)).collect();
        }
        let prepared = self.prepared(view);
        let mut shown = Vec::new();
        match &prepared.state {
            State::Refused(why) => shown.push(Shown::told(view.words.sentence(why), Tone::Bad)),
            State::Ask(question, choices) => {
                shown.push(Shown::told(view.words.sentence(question), Tone::Warn));
                for (digit, choice) in (1..).zip(choices) {
                    let key = if digit < 10 { digit.to_string() } else { " ".to_owned() };
                    let told = Shown::told(format!("{key}  {}", choice.name(view)), Tone::Plain);
                    shown.push(Shown { part: Part::Choice(digit), ..told });
                }
            }
            State::Open { .. } | State::Ready { .. } => {}
        }
        for line in &prepared.lines {
            shown.push(Shown::of(line, view));
            if let Part::Rejected(at) = line.part {
                let cells = self.unfolded.get(&at).into_iter().flatten();
                shown.extend(cells.map(|cell| Shown::of(cell, view)));
            }
        }
        shown
    }

    /// The lines of the list, each with the place of what it shows.
    fn lines(&self, shown: &[Shown]) -> Vec<(String, usize)> {
        let room = self.width.get().saturating_sub(3);
        let wrapped = |(at, shown): (usize, &Shown)| {
            cells::wrap(&shown.text, room).into_iter().map(move |line| (line, at)).collect::<Vec<_>>()
        };
        shown.iter().enumerate().flat_map(wrapped).collect()
    }

    /// What the cursor stands on.
    fn here(&self, view: &View<'_>) -> Option<Shown> {
        let shown = self.shown(view);
        let at = self.lines(&shown).get(self.list.at).map(|(_, at)| *at)?;
        shown.into_iter().nth(at)
    }

    /// Takes or leaves the change under the cursor, or turns the answer given there.
    fn turn(&mut self, view: &View<'_>) -> Reply {
        match self.here(view).map(|shown| shown.part) {
            Some(part @ Part::Change(key, _)) => {
                self.said.turn(key);
                self.stay_on(&part, view);
                Reply::Handled
            }
            Some(Part::Question(_, answer)) => self.answer(!answer.unwrap_or(false), view),
            Some(Part::Choice(digit)) => self.choose(digit, view),
            _ => Reply::Ignored,
        }
    }

    /// Answers the question under the cursor, and goes on to the next that is open.
    fn answer(&mut self, yes: bool, view: &View<'_>) -> Reply {
        let Some(Part::Question(asked, _)) = self.here(view).map(|shown| shown.part) else { return Reply::Ignored };
        self.said.answers.insert(asked, yes);
        self.stand_on(|part| matches!(part, Part::Question(_, None)), view);
        Reply::Handled
    }

    /// Puts the cursor on the first line of such a part; leaves it where there is none.
    fn stand_on(&mut self, is_meant: impl Fn(&Part) -> bool, view: &View<'_>) {
        let shown = self.shown(view);
        let meant = shown.iter().position(|shown| is_meant(&shown.part));
        if let Some(line) = meant.and_then(|meant| self.lines(&shown).iter().position(|(_, at)| *at == meant)) {
            self.list.at = line;
        }
    }

    /// Keeps the cursor where it stood, though lines above it have come or gone.
    fn stay_on(&mut self, part: &Part, view: &View<'_>) {
        self.stand_on(|other| other.is_of_the_same(part), view);
    }

    /// Opens what the line is about, takes the answer it offers, or unfolds a rejected line.
    fn open_line(&mut self, view: &View<'_>) -> Reply {
        let Some(shown) = self.here(view) else { return Reply::Handled };
        match (shown.part, shown.opens) {
            (Part::Choice(digit), _) => self.choose(digit, view),
            (Part::Heading(heading), _) => self.pick(Picking::Field(heading), view),
            (Part::Kind, _) => self.pick(Picking::Kind, view),
            (Part::Rejected(line), _) => {
                self.unfold(line, view);
                Reply::Handled
            }
            (_, Some(target)) => Reply::Go(target),
            _ => Reply::Handled,
        }
    }

    fn choose(&mut self, digit: u8, view: &View<'_>) -> Reply {
        let prepared = self.prepared(view);
        let State::Ask(_, choices) = &prepared.state else { return Reply::Ignored };
        let Some(choice) = usize::from(digit).checked_sub(1).and_then(|at| choices.get(at)) else {
            return Reply::Ignored;
        };
        self.said.take(choice);
        self.unfolded.clear();
        self.list = List::default();
        let Choice::Kind(kind) = choice else { return Reply::Handled };
        self.keep_kind(*kind, view)
    }

    fn save(&mut self, view: &View<'_>) -> Reply {
        if self.done(view).is_some() {
            return Reply::Close;
        }
        match &self.prepared(view).state {
            State::Refused(why) | State::Ask(why, _) | State::Open { why, .. } => Reply::Refuse(why.clone()),
            State::Ready { take: 0, .. } => Reply::Refuse(Sentence::new("import-nothing-new").text("file", &self.name)),
            State::Ready { edit, rejected, first, .. } => {
                self.rejected = *rejected;
                let rest = (*rejected > 0).then(|| Sentence::new("import-rest-ask").count("n", *rejected));
                let make = Reply::Make(edit.clone());
                first.iter().cloned().chain(rest).fold(make, |reply, question| Reply::Ask(question, Box::new(reply)))
            }
        }
    }

    fn title(&self, view: &View<'_>) -> String {
        let prepared = self.prepared(view);
        let (take, rejected) = match &prepared.state {
            State::Open { take, rejected, .. } | State::Ready { take, rejected, .. } => (*take, *rejected),
            _ => (0, 0),
        };
        let title = Sentence::new(if self.done(view).is_some() { "import-title-done" } else { "import-title" });
        let title = title.text("file", &self.name).count("take", take).count("rejected", rejected);
        view.words.sentence(&title)
    }
}

/// A line as it is shown.
struct Shown {
    text: String,
    tone: Tone,
    part: Part,
    opens: Option<Target>,
}

impl Shown {
    fn told(text: String, tone: Tone) -> Self {
        Self { text, tone, part: Part::Read, opens: None }
    }

    fn of(line: &Line, view: &View<'_>) -> Self {
        let (mark, tone) = match &line.part {
            Part::Read | Part::Choice(_) | Part::Heading(_) | Part::Kind | Part::Rejected(_) => ("", line.tone),
            Part::Cell => ("    ", line.tone),
            Part::Change(_, true) => ("[x] ", line.tone),
            Part::Change(_, false) => ("[ ] ", Tone::Muted),
            Part::Question(_, None) => ("[?] ", line.tone),
            Part::Question(_, Some(true)) => ("[y] ", line.tone),
            Part::Question(_, Some(false)) => ("[n] ", line.tone),
        };
        let text = format!("{mark}{}", view.words.sentence(&line.sentence));
        Self { text, tone, part: line.part.clone(), opens: line.opens.clone() }
    }
}

impl Layer for Review {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width));
        let buf = frame.buffer_mut();
        paint::text(buf, area, 0, &format!(" {}", self.title(view)), view.style(Tone::Title), view);
        paint::rule(buf, area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let shown = self.shown(view);
        let lines = self.lines(&shown);
        self.list.draw(buf, below, lines.len(), true, view, |n, _| {
            let (text, at) = &lines[n];
            ratatui::text::Line::from(Span::styled(text.clone(), view.style(shown[*at].tone)))
        });
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.prepared(view);
        Reply::Handled
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let len = self.lines(&self.shown(view)).len();
        let reply = match input {
            Input::Do(Command::Save) => self.save(view),
            Input::Do(Command::TakeLine) => self.turn(view),
            Input::Do(Command::Yes) => self.answer(true, view),
            Input::Do(Command::No) => self.answer(false, view),
            Input::Do(Command::Open) => self.open_line(view),
            Input::Returned(Returned::Record(picked)) => self.picked(picked, view),
            Input::Do(Command::Number(digit)) => self.choose(digit, view),
            Input::Do(Command::ReplaceFigures) => {
                let here = self.here(view);
                self.said.replace = !self.said.replace;
                here.iter().for_each(|here| self.stay_on(&here.part, view));
                Reply::Handled
            }
            Input::Do(command) if self.list.on(command, len) => Reply::Handled,
            Input::Wheel(by) => {
                self.list.on(if by > 0 { Command::Down } else { Command::Up }, len);
                Reply::Handled
            }
            _ => Reply::Ignored,
        };
        // What the keys are just now depends on what the rows are.
        self.prepared(view);
        reply
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        let Ok(made) = outcome else { return Reply::Handled };
        if made.step.is_none() {
            return Reply::Say(Sentence::new("import-nothing-new").text("file", &self.name));
        }
        // Tiers are kept with the figures and stand in no line.
        let rows = made.changed.iter().filter(|(entity, _)| *entity != Entity::TierSnapshot);
        let rows: Vec<_> = rows.filter_map(|(entity, uuid)| view.book().record(*entity, *uuid)).collect();
        let changed = rows.iter().filter(|row| row.head().rev > 1).count();
        let done = Sentence::new("import-done").text("file", &self.name).count("added", rows.len() - changed);
        let done = done.count("changed", changed).count("rejected", self.rejected);
        let mut shown = vec![Line::told(done, Tone::Good)];
        if let Some(ending) = &made.ending {
            let money = |told: &Sentence| Line { opens: Some(Target::Money), ..Line::told(told.clone(), Tone::Good) };
            shown.extend(ending.happened.iter().map(money));
            shown.extend(ending.moves.iter().map(|(client, moved)| {
                let opens = Some(Target::Client(*client, Tab::Money));
                Line { opens, ..Line::told(moved.clone(), Tone::Good) }
            }));
        }
        self.done = Some((view.book().revision, shown));
        self.list = List::default();
        // What it did stands on the page.
        Reply::Say(Sentence::new("saved").with("what", Arg::Sentence(Box::new(made.title.clone()))))
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        match self.here(view)?.opens? {
            Target::Client(client, _) => Some(client),
            _ => None,
        }
    }

    fn place(&self) -> Here {
        if self.figures.get() {
            Here::section(Place::IMPORT_FIGURES, Place::IMPORT)
        } else {
            Here::screen(Place::IMPORT)
        }
    }
}

/// Asks which file.
pub fn ask(view: &View<'_>) -> Reply {
    Reply::Open(Box::new(LineBox::new(view.say("import-which-file"))))
}

/// Opens a file by what was typed; `~/` is the home directory.
pub fn go(typed: &str) -> Reply {
    let typed = typed.trim();
    if typed.is_empty() {
        return Reply::Refuse(Sentence::new("import-needs-file"));
    }
    let home = typed.strip_prefix("~/").zip(std::env::home_dir());
    let path = home.map_or_else(|| PathBuf::from(typed), |(rest, home)| home.join(rest));
    Reply::Go(Target::Import(path))
}
