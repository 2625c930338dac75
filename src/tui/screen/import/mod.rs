//! What a table of figures would change: questions first, then wrong lines, then the changes, to be saved as one step.

mod prepared;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use prepared::{Key, Prepared, Said, State};

use super::line_box::LineBox;
use crate::desk::{Made, Trouble};
use crate::domain::{Arg, Client, Id, LedgerMonth, Sentence};
use crate::export::write;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
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
    /// How many lines were rejected when it was saved.
    rejected: usize,
    /// What it did, while the book is as it left it.
    done: Option<(u64, Vec<Shown>)>,
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

    fn done(&self, view: &View<'_>) -> Option<&[Shown]> {
        self.done.as_ref().filter(|(revision, _)| *revision == view.book().revision).map(|(_, done)| done.as_slice())
    }

    /// What there is to read, each with whom it is about.
    fn shown(&self, view: &View<'_>) -> Vec<Shown> {
        if let Some(done) = self.done(view) {
            return done.to_vec();
        }
        let prepared = self.prepared(view);
        let mut shown = Vec::new();
        match &prepared.state {
            State::Refused(why) => shown.push(Shown::told(view.words.sentence(why), Tone::Bad)),
            State::Ask(question, choices) => {
                shown.push(Shown::told(view.words.sentence(question), Tone::Warn));
                for (digit, choice) in (1..).zip(choices) {
                    shown.push(Shown::told(format!("{digit}  {}", choice.name(view)), Tone::Plain));
                }
            }
            State::Ready { .. } => {}
        }
        shown.extend(prepared.lines.iter().map(|line| {
            let text = view.words.sentence(&line.sentence);
            match line.change {
                None => Shown::told(text, line.tone),
                Some((key, taken)) => {
                    let (mark, tone) = if taken { ("[x]", line.tone) } else { ("[ ]", Tone::Muted) };
                    Shown { text: format!("{mark} {text}"), tone, client: Some(key.0), change: Some(key) }
                }
            }
        }));
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

    fn turn(&mut self, view: &View<'_>) -> Reply {
        let Some(key) = self.here(view).and_then(|shown| shown.change) else { return Reply::Ignored };
        self.said.turn(key);
        Reply::Handled
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

/// A line as it is shown.
#[derive(Debug, Clone)]
struct Shown {
    text: String,
    tone: Tone,
    client: Option<Id<Client>>,
    change: Option<Key>,
}

impl Shown {
    fn told(text: String, tone: Tone) -> Self {
        Self { text, tone, client: None, change: None }
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
            Line::from(Span::styled(text.clone(), view.style(shown[*at].tone)))
        });
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let len = self.lines(&self.shown(view)).len();
        match input {
            Input::Do(Command::Save) => self.save(view),
            Input::Do(Command::TakeLine) => self.turn(view),
            Input::Do(Command::Open) => match self.here(view).and_then(|shown| shown.client) {
                Some(client) => Reply::Go(Target::Client(client, Tab::Money)),
                None => Reply::Handled,
            },
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
        let Ok(made) = outcome else { return Reply::Handled };
        let rows = made.changed.iter().filter_map(|(_, uuid)| view.book().ledger_month.by_uuid(*uuid));
        let rows: Vec<&LedgerMonth> = rows.collect();
        let changed = rows.iter().filter(|row| row.head.rev > 1).count();
        let done = Sentence::new("import-done").text("file", &self.name).count("added", rows.len() - changed);
        let done = done.count("changed", changed).count("rejected", self.rejected);
        let told = |sentence: &Sentence| Shown::told(view.words.sentence(sentence), Tone::Good);
        let mut shown = vec![told(&done)];
        if let Some(ending) = &made.ending {
            shown.push(told(&ending.happened));
            let moved = ending.moves.iter().map(|(client, moved)| Shown { client: Some(*client), ..told(moved) });
            shown.extend(moved);
        }
        self.done = Some((view.book().revision, shown));
        self.list = List::default();
        // What it did stands on the page.
        Reply::Say(Sentence::new("saved").with("what", Arg::Sentence(Box::new(made.title.clone()))))
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.here(view)?.client
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
