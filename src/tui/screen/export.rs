//! The export box: what will be written is what is read in it. The client's copy is scanned while it stands here, and
//! nothing is written that did not pass.

mod head;
mod prepared;
mod printing;
mod sections;

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::brief::{in_sight, made, next_language, other_length};
use crate::desk::{Made, Trouble};
use crate::domain::book::SETTINGS;
use crate::domain::figures::View as Figures;
use crate::domain::words::Language;
use crate::domain::{Amend, Client, Edit, Entity, Fields, Id, Sentence, Visit};
use crate::export::brief::leak::{self, Private, Report};
use crate::export::brief::{Brief, Extent, Format, Reader, Request, pdf};
use crate::export::write::{self, Existing, Unwritten};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, LastBrief, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::reading::Reading;
pub(super) use head::either;
use prepared::Prepared;
use printing::Printing;
use sections::Sections;

const FORMATS: [Format; 4] = [Format::Markdown, Format::Html, Format::Json, Format::Pdf];

/// The formats that this program makes.
fn formats() -> &'static [Format] {
    if pdf::IS_BUILT { &FORMATS } else { &FORMATS[..FORMATS.len() - 1] }
}

/// The file that is replaced if the answer is yes, what with, and of which state of the book that is.
struct Asked {
    path: PathBuf,
    bytes: Vec<u8>,
    revision: u64,
}

pub struct ExportBox {
    client: Id<Client>,
    visit: Option<Id<Visit>>,
    reader: Reader,
    format: usize,
    language: Option<Language>,
    personal: bool,
    extent: Extent,
    /// The list of sections is open.
    choosing: Option<Sections>,
    reading: Reading,
    width: Cell<usize>,
    /// The hit that `l` opens.
    hit: usize,
    /// The manager's name is asked for: it stands on every brief.
    name: Option<Field>,
    asked: Option<Asked>,
    written: Option<PathBuf>,
    /// Answers about words that the manager lets go out although they are private elsewhere.
    released: Vec<String>,
    private: RefCell<Option<(u64, Private)>>,
    prepared: RefCell<Option<Prepared>>,
    printing: Option<Printing>,
    /// Pages that are still laid out although nobody waits for them.
    let_go: Option<Printing>,
}

impl ExportBox {
    /// Format and length are those of the last brief that was written; sections are left out of one alone.
    pub fn new(client: Id<Client>, visit: Option<Id<Visit>>, view: &View<'_>) -> Self {
        let last = view.last_brief.get();
        Self {
            client,
            visit,
            reader: Reader::Internal,
            format: last.format,
            language: None,
            personal: false,
            extent: Extent::of(last.length),
            choosing: None,
            reading: Reading::default(),
            width: Cell::new(78),
            hit: 0,
            name: None,
            asked: None,
            written: None,
            released: Vec::new(),
            private: RefCell::new(None),
            prepared: RefCell::new(None),
            printing: None,
            let_go: None,
        }
    }

    fn request(&self) -> Request {
        let personal = self.personal && self.reader == Reader::Internal;
        Request {
            visit: self.visit,
            language: self.language,
            personal,
            extent: self.extent,
            ..Request::new(self.client, self.reader)
        }
    }

    fn format(&self) -> Format {
        formats()[self.format % formats().len()]
    }

    /// Writes what stands in the box; the pages of a PDF are laid out first.
    fn write(&mut self, view: &View<'_>) -> Reply {
        let (path, bytes) = {
            let prepared = self.prepared(view);
            let Some(prepared) = prepared.as_ref() else { return Reply::Handled };
            let brief = match &prepared.brief {
                Ok(brief) => brief,
                Err(sentence) => return Reply::Refuse(sentence.clone()),
            };
            if let Some(refusal) = prepared.report.as_ref().and_then(Report::refusal) {
                return Reply::Refuse(refusal);
            }
            (self.path(brief, view), prepared.bytes.clone().ok_or_else(|| brief.clone()))
        };
        match bytes {
            Ok(bytes) => self.put(path, bytes, Existing::Keep, view),
            Err(brief) => self.print(brief, path),
        }
    }

    /// Puts the file there and keeps in mind what became of it: `y` and `o` are about the file, a yes replaces it.
    fn put(&mut self, path: PathBuf, bytes: Vec<u8>, existing: Existing, view: &View<'_>) -> Reply {
        match write::file(&path, &bytes, existing) {
            Ok(()) => {
                let said = Sentence::new("export-written").text("file", path.display().to_string());
                self.written = Some(path);
                view.last_brief.set(LastBrief { format: self.format, length: self.extent.length });
                Reply::Many(vec![Reply::Handled, Reply::Say(said)])
            }
            Err(Unwritten::Exists(question)) => {
                self.asked = Some(Asked { path, bytes, revision: view.book().revision });
                Reply::Ask(question, Box::new(Reply::Run(Command::Save)))
            }
            Err(Unwritten::Failed(sentence)) => Reply::Refuse(sentence),
        }
    }

    fn path(&self, brief: &Brief, view: &View<'_>) -> PathBuf {
        let path = view.exports.join(format!("{}.{}", brief.file_stem, self.format().ending()));
        std::path::absolute(&path).unwrap_or(path)
    }

    fn other(&mut self) -> Reply {
        self.written = None;
        self.hit = 0;
        self.reading.begin();
        Reply::Handled
    }

    fn hits(&self, view: &View<'_>) -> Vec<leak::Source> {
        let prepared = self.prepared(view);
        let report = prepared.as_ref().and_then(|prepared| prepared.report.as_ref());
        report.map(|report| report.sources().collect()).unwrap_or_default()
    }

    /// Lets the chosen run of words go out; what is private as a whole has no override.
    fn release(&mut self, view: &View<'_>) -> Reply {
        let answer = self.prepared(view).as_ref().and_then(|prepared| {
            let report = prepared.report.as_ref()?;
            let at = self.hit.checked_sub(report.hits.len())?;
            report.fragments.get(at).map(|fragment| fragment.answer.clone())
        });
        let kept = answer.as_ref().map_or(Ok(()), |answer| view.desk.release(answer));
        self.released.extend(answer);
        self.hit = 0;
        kept.map_or_else(|trouble| Reply::Refuse(trouble.sentence()), |()| Reply::Handled)
    }

    fn chosen(&mut self, command: Command, view: &View<'_>) -> Reply {
        let hits = self.hits(view);
        match command {
            Command::NextPane if !hits.is_empty() => self.hit = (self.hit + 1) % hits.len(),
            Command::PreviousPane if !hits.is_empty() => self.hit = (self.hit + hits.len() - 1) % hits.len(),
            Command::ShowPrivate => {
                let Some(hit) = hits.get(self.hit) else { return Reply::Handled };
                let client = Some(self.client);
                return Reply::Go(Target::Form { entity: hit.entity, uuid: Some(hit.uuid), client });
            }
            _ => return Reply::Ignored,
        }
        Reply::Handled
    }

    /// The manager's name is a setting: saved at once, then the box goes on.
    fn named(&mut self, input: &Input) -> Reply {
        let Some(field) = &mut self.name else { return Reply::Ignored };
        if field.on(input) {
            return Reply::Handled;
        }
        match input {
            Input::Do(Command::Open | Command::Save) if !field.text().trim().is_empty() => {
                let fields: Fields = [("manager_name".to_owned(), field.text().trim().into())].into_iter().collect();
                Reply::Make(Edit::Amend(Amend::new(Entity::Settings, SETTINGS, fields)))
            }
            Input::Do(Command::Open) => Reply::Handled,
            _ => Reply::Ignored,
        }
    }
}

impl Layer for ExportBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width).saturating_sub(2));
        let prepared = self.prepared(view);
        let Some(prepared) = prepared.as_ref() else { return };
        let head = self.head(prepared, area, view);
        for (y, (line, tone)) in (0..area.height).zip(&head) {
            paint::text(frame.buffer_mut(), area, y, line, view.style(*tone), view);
        }
        let rule = u16::try_from(head.len()).unwrap_or(0).min(area.height);
        let below = Rect { y: area.y + rule + 1, height: area.height.saturating_sub(rule + 1), ..area };
        if let Some(field) = &self.name {
            paint::rule(frame.buffer_mut(), area, rule, None, "", "", view);
            let line = Rect { x: below.x + 1, width: below.width.saturating_sub(2), ..below };
            paint::text(frame.buffer_mut(), line, 0, &view.say("export-name"), view.style(Tone::Plain), view);
            let line = Rect { y: line.y + 1, height: line.height.saturating_sub(1), ..line };
            return field.draw(frame, line, true, view);
        }
        if let Some(sections) = &self.choosing {
            paint::rule(frame.buffer_mut(), area, rule, None, "", "", view);
            return sections.draw(frame, below, self.extent, view);
        }
        let lines = self.shown(prepared, view);
        self.reading.draw(frame, below, &lines, view);
        let right = in_sight(&self.reading, lines.len(), view);
        paint::rule(frame.buffer_mut(), area, rule, None, "", &right, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.name.is_some() {
            return self.named(&input);
        }
        if self.printing.is_some() {
            return self.printed(&input, view);
        }
        if let Some(sections) = &mut self.choosing {
            let reply = sections.on(&input, &mut self.extent);
            self.choosing = self.choosing.take().filter(|_| reply.is_some());
            self.other();
            return reply.unwrap_or(Reply::Handled);
        }
        let asked = self.asked.take();
        if input == Input::Do(Command::Save) {
            return match asked {
                Some(asked) if asked.revision == view.book().revision => {
                    self.put(asked.path, asked.bytes, Existing::Replace, view)
                }
                Some(_) => self.write(view),
                None => Reply::Handled,
            };
        }
        let lines = self.prepared(view).as_ref().map(|prepared| self.shown(prepared, view)).unwrap_or_default();
        if let Some(reply) = self.reading.on(&input, &lines) {
            return reply;
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        match command {
            Command::WriteFile => self.write(view),
            Command::InternalBrief => {
                self.reader = Reader::Internal;
                self.other()
            }
            Command::ClientCopy => {
                self.reader = Reader::Client;
                self.other()
            }
            Command::WithPersonal if self.reader == Reader::Internal => {
                self.personal = !self.personal;
                self.other()
            }
            Command::OnePage if self.reader == Reader::Internal => {
                self.extent.length = other_length(self.extent.length);
                self.other()
            }
            Command::ChooseSections => {
                self.choosing = Sections::of(&self.request(), view);
                Reply::Handled
            }
            Command::ChooseFormat => {
                self.format += 1;
                self.other()
            }
            Command::ChooseLanguage => {
                let figures = Figures::on(view.book(), view.today());
                self.language = Some(next_language(self.request().language(&figures)));
                self.other()
            }
            Command::Release | Command::Copy => match &self.written {
                Some(path) => Reply::Copy(path.display().to_string()),
                None => self.release(view),
            },
            Command::OpenFile => self.written.clone().map_or(Reply::Handled, Reply::OpenFile),
            Command::Brief => Reply::Go(Target::Brief { client: self.client, visit: self.visit }),
            Command::Export | Command::WithPersonal | Command::OnePage => Reply::Handled,
            command => self.chosen(command, view),
        }
    }

    fn works(&self) -> bool {
        self.printing.is_some()
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        if view.book().settings().manager_name.is_none() {
            self.name = Some(Field::default());
        }
        Reply::Handled
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if outcome.is_ok() {
            self.name = None;
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        if self.choosing.is_some() {
            return Here::alone(Place::EXPORT_SECTIONS);
        }
        let here = Here::screen(Place::EXPORT);
        if self.name.is_some() || self.reading.is_typing() { here.typing() } else { here }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }
}
