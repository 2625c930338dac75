//! What a table of figures would change: questions first, then wrong lines, then the changes, to be saved as one step.

mod prepared;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use prepared::{Prepared, Said, State};

use super::line_box::LineBox;
use crate::desk::{Made, Trouble};
use crate::domain::figures::View as Figures;
use crate::domain::ledger_file::told;
use crate::domain::{LedgerMonth, Sentence};
use crate::export::write;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list::List;

pub struct Review {
    name: String,
    /// The file, or why it could not be read.
    bytes: Result<Vec<u8>, Sentence>,
    said: Said,
    /// What it comes to, until the book or what was said changes.
    prepared: Kept<Said, Prepared>,
    /// How things stood before it was saved, and how many lines were left out.
    before: Option<told::Before>,
    rejected: usize,
    /// What it did, while the book is as it left it.
    done: Option<(u64, Vec<Sentence>)>,
    list: List,
    width: Cell<usize>,
}

impl Review {
    pub fn open(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = std::fs::read(path).map_err(|error| {
            Sentence::new("file-not-read").text("file", path.display().to_string()).with("why", write::why(&error))
        });
        Self {
            name,
            bytes,
            said: Said::default(),
            prepared: Kept::default(),
            before: None,
            rejected: 0,
            done: None,
            list: List::default(),
            width: Cell::new(80),
        }
    }

    fn prepared(&self, view: &View<'_>) -> std::rc::Rc<Prepared> {
        self.prepared.get(self.said.clone(), view, || match &self.bytes {
            Ok(bytes) => Prepared::of(bytes, &self.name, &self.said, view),
            Err(why) => Prepared::refused(why.clone()),
        })
    }

    fn done(&self, view: &View<'_>) -> Option<&[Sentence]> {
        self.done.as_ref().filter(|(revision, _)| *revision == view.book().revision).map(|(_, done)| done.as_slice())
    }

    /// The lines of the list, each with how it looks.
    fn lines(&self, view: &View<'_>) -> Vec<(String, Tone)> {
        let prepared = self.prepared(view);
        let mut lines = Vec::new();
        let mut put = |text: &str, tone: Tone| {
            let room = self.width.get().saturating_sub(3);
            lines.extend(cells::wrap(text, room).into_iter().map(|line| (line, tone)));
        };
        if let Some(done) = self.done(view) {
            done.iter().for_each(|sentence| put(&view.words.sentence(sentence), Tone::Good));
            return lines;
        }
        match &prepared.state {
            State::Refused(why) => put(&view.words.sentence(why), Tone::Bad),
            State::Ask(question, choices) => {
                put(&view.words.sentence(question), Tone::Warn);
                for (digit, choice) in (1..).zip(choices) {
                    put(&format!("{digit}  {}", choice.name(view)), Tone::Plain);
                }
            }
            State::Ready { .. } => {}
        }
        for (sentence, tone) in &prepared.lines {
            put(&view.words.sentence(sentence), *tone);
        }
        lines
    }

    fn choose(&mut self, digit: u8, view: &View<'_>) -> Reply {
        let prepared = self.prepared(view);
        let State::Ask(_, choices) = &prepared.state else { return Reply::Ignored };
        let Some(choice) = usize::from(digit).checked_sub(1).and_then(|at| choices.get(at)) else {
            return Reply::Ignored;
        };
        self.said.take(choice);
        self.list = List::default();
        Reply::Handled
    }

    fn save(&mut self, view: &View<'_>) -> Reply {
        if self.done(view).is_some() {
            return Reply::Close;
        }
        match &self.prepared(view).state {
            State::Refused(why) | State::Ask(why, _) => Reply::Refuse(why.clone()),
            State::Ready { edit, rejected, .. } => {
                self.rejected = *rejected;
                self.before = Some(told::Before::of(&Figures::on(view.book(), view.today())));
                let make = Reply::Make(edit.clone());
                match rejected {
                    0 => make,
                    n => Reply::Ask(Sentence::new("import-rest-ask").count("n", *n), Box::new(make)),
                }
            }
        }
    }

    fn title(&self, view: &View<'_>) -> String {
        let prepared = self.prepared(view);
        let (take, rejected) = match &prepared.state {
            State::Ready { take, rejected, .. } => (*take, *rejected),
            _ => (0, 0),
        };
        let title = Sentence::new(if self.done(view).is_some() { "import-title-done" } else { "import-title" });
        let title = title.text("file", &self.name).count("take", take).count("rejected", rejected);
        view.words.sentence(&title)
    }
}

impl Layer for Review {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width));
        let buf = frame.buffer_mut();
        paint::text(buf, area, 0, &format!(" {}", self.title(view)), view.style(Tone::Title), view);
        paint::rule(buf, area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let lines = self.lines(view);
        self.list.draw(buf, below, lines.len(), true, view, |n, _| {
            let (text, tone) = &lines[n];
            Line::from(Span::styled(text.clone(), view.style(*tone)))
        });
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let len = self.lines(view).len();
        match input {
            Input::Do(Command::Save) => self.save(view),
            Input::Do(Command::Number(digit)) => self.choose(digit, view),
            Input::Do(Command::ReplaceFigures) => {
                self.said.replace = !self.said.replace;
                Reply::Handled
            }
            Input::Do(command) if self.list.on(command, len) => Reply::Handled,
            Input::Wheel(by) => {
                self.list.on(if by > 0 { Command::Down } else { Command::Up }, len);
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        let (Ok(made), Some(before)) = (outcome, self.before.take()) else { return Reply::Handled };
        let rows = made.changed.iter().filter_map(|(_, uuid)| view.book().ledger_month.by_uuid(*uuid));
        let rows: Vec<&LedgerMonth> = rows.collect();
        let changed = rows.iter().filter(|row| row.head.rev > 1).count();
        let done = Sentence::new("import-done").text("file", &self.name).count("added", rows.len() - changed);
        let mut said = vec![done.count("changed", changed).count("rejected", self.rejected)];
        said.extend(before.told(&rows, &Figures::on(view.book(), view.today())));
        self.done = Some((view.book().revision, said));
        self.list = List::default();
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::screen(Place::IMPORT)
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
