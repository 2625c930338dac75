//! The export box: what will be written is what is read in it. The client's copy is scanned while it stands here, and
//! nothing is written that did not pass.

use std::cell::{Cell, Ref, RefCell};
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::brief::{in_sight, made, next_language};
use crate::desk::{Made, Trouble};
use crate::domain::book::SETTINGS;
use crate::domain::figures::View as Figures;
use crate::domain::words::Language;
use crate::domain::{Amend, Arg, Client, Edit, Entity, Fields, Id, Sentence, Visit};
use crate::export::brief::leak::{self, Private, Report};
use crate::export::brief::{self, Brief, Format, Reader, Request};
use crate::export::write::{self, Existing, Unwritten};
use crate::tui::cells::{self, Side};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::reading::Reading;

const FORMATS: [Format; 2] = [Format::Markdown, Format::Json];
/// Hits that are listed at once.
const MOST_HITS: usize = 4;
/// Windows that have room for the line of sections.
const TALL: u16 = 20;

pub struct ExportBox {
    client: Id<Client>,
    visit: Option<Id<Visit>>,
    reader: Reader,
    format: usize,
    language: Option<Language>,
    personal: bool,
    reading: Reading,
    width: Cell<usize>,
    /// The hit that `l` opens.
    hit: usize,
    /// The manager's name is asked for: it stands on every brief.
    name: Option<Field>,
    /// The file that may be replaced if the answer is yes.
    asked: Option<PathBuf>,
    written: Option<PathBuf>,
    private: RefCell<Option<(u64, Private)>>,
    prepared: RefCell<Option<Prepared>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    revision: u64,
    today: chrono::NaiveDate,
    request: Request,
    format: Format,
    width: usize,
}

/// The finished file, how it reads, and what the scan said.
struct Prepared {
    key: Key,
    brief: Result<Brief, Sentence>,
    bytes: String,
    lines: Vec<String>,
    report: Option<Report>,
}

impl ExportBox {
    pub fn new(client: Id<Client>, visit: Option<Id<Visit>>) -> Self {
        Self {
            client,
            visit,
            reader: Reader::Internal,
            format: 0,
            language: None,
            personal: false,
            reading: Reading::default(),
            width: Cell::new(78),
            hit: 0,
            name: None,
            asked: None,
            written: None,
            private: RefCell::new(None),
            prepared: RefCell::new(None),
        }
    }

    fn request(&self) -> Request {
        let personal = self.personal && self.reader == Reader::Internal;
        Request { visit: self.visit, language: self.language, personal, ..Request::new(self.client, self.reader) }
    }

    fn format(&self) -> Format {
        FORMATS[self.format % FORMATS.len()]
    }

    fn prepared(&self, view: &View<'_>) -> Ref<'_, Option<Prepared>> {
        let revision = view.book().revision;
        let key = Key {
            revision,
            today: view.today(),
            request: self.request(),
            format: self.format(),
            width: self.width.get(),
        };
        if self.prepared.borrow().as_ref().is_none_or(|prepared| prepared.key != key) {
            let prepared = self.prepare(view, key);
            *self.prepared.borrow_mut() = Some(prepared);
        }
        self.prepared.borrow()
    }

    fn prepare(&self, view: &View<'_>, key: Key) -> Prepared {
        let brief = made(view, &key.request);
        let bytes = brief.as_ref().map(|brief| brief::write(brief, key.format)).unwrap_or_default();
        let lines = match (&brief, key.format) {
            (Err(sentence), _) => cells::wrap(&view.words.sentence(sentence), key.width),
            (Ok(_), Format::Json) => bytes.lines().flat_map(|line| cells::wrap(line, key.width)).collect(),
            (Ok(brief), _) => brief::write(brief, Format::Plain(key.width)).lines().map(str::to_owned).collect(),
        };
        let of_client = brief.as_ref().ok().filter(|_| self.reader == Reader::Client);
        let report = of_client.map(|brief| self.scan(view, &key, brief, &bytes));
        Prepared { key, brief, bytes, lines, report }
    }

    fn scan(&self, view: &View<'_>, key: &Key, brief: &Brief, bytes: &str) -> Report {
        let mut kept = self.private.borrow_mut();
        if kept.as_ref().is_none_or(|(revision, _)| *revision != key.revision) {
            *kept = None;
        }
        let (_, private) = kept.get_or_insert_with(|| (key.revision, Private::of(view.book())));
        let figures = Figures::on(view.book(), view.today());
        leak::scan(private, &figures, &key.request, brief, key.format, bytes)
    }

    fn write(&mut self, existing: Existing, view: &View<'_>) -> Reply {
        let prepared = self.prepared(view);
        let Some(prepared) = prepared.as_ref() else { return Reply::Handled };
        let brief = match &prepared.brief {
            Ok(brief) => brief,
            Err(sentence) => return Reply::Refuse(sentence.clone()),
        };
        if let Some(refusal) = prepared.report.as_ref().and_then(Report::refusal) {
            return Reply::Refuse(refusal);
        }
        let path = self.path(brief, view);
        let outcome = write::file(&path, prepared.bytes.as_bytes(), existing);
        let said = Sentence::new("written").text("file", path.display().to_string());
        match outcome {
            Ok(()) => Reply::Many(vec![Reply::Handled, Reply::Say(said)]),
            Err(Unwritten::Exists(question)) => Reply::Ask(question, Box::new(Reply::Run(Command::Save))),
            Err(Unwritten::Failed(sentence)) => Reply::Refuse(sentence),
        }
    }

    fn path(&self, brief: &Brief, view: &View<'_>) -> PathBuf {
        let path = view.exports.join(format!("{}.{}", brief.file_stem, self.format().ending()));
        std::path::absolute(&path).unwrap_or(path)
    }

    /// Writes and keeps in mind what became of it: `y` and `o` are about the file, a yes replaces it.
    fn go(&mut self, existing: Existing, view: &View<'_>) -> Reply {
        let path = self
            .prepared(view)
            .as_ref()
            .and_then(|prepared| prepared.brief.as_ref().ok().map(|brief| self.path(brief, view)));
        let reply = self.write(existing, view);
        match reply {
            Reply::Many(_) => self.written = path,
            Reply::Ask(..) => self.asked = path,
            _ => {}
        }
        reply
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
        report.map(|report| report.hits.clone()).unwrap_or_default()
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
        let lines = self.shown(prepared, view);
        self.reading.draw(frame, below, &lines, view);
        let right = in_sight(&self.reading, lines.len(), view);
        paint::rule(frame.buffer_mut(), area, rule, None, "", &right, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.name.is_some() {
            return self.named(&input);
        }
        let asked = self.asked.take();
        if input == Input::Do(Command::Save) {
            return if asked.is_some() { self.go(Existing::Replace, view) } else { Reply::Handled };
        }
        let lines = self.prepared(view).as_ref().map(|prepared| self.shown(prepared, view)).unwrap_or_default();
        if let Some(reply) = self.reading.on(&input, &lines) {
            return reply;
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        match command {
            Command::WriteFile => self.go(Existing::Keep, view),
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
                None => Reply::Handled,
            },
            Command::OpenFile => self.written.clone().map_or(Reply::Handled, Reply::OpenFile),
            Command::Brief => Reply::Go(Target::Brief { client: self.client, visit: self.visit }),
            Command::Export | Command::WithPersonal => Reply::Handled,
            command => self.chosen(command, view),
        }
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
        let here = Here::screen(Place::EXPORT);
        if self.name.is_some() || self.reading.is_typing() { here.typing() } else { here }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }
}

/// The lines above the text.
impl ExportBox {
    /// Privacy mode hides what only we may read; a client's copy holds nothing of it.
    fn shown(&self, prepared: &Prepared, view: &View<'_>) -> Vec<String> {
        if view.privacy && self.reader == Reader::Internal {
            return cells::wrap(&view.say("export-hidden"), self.width.get());
        }
        prepared.lines.clone()
    }

    fn head(&self, prepared: &Prepared, area: Rect, view: &View<'_>) -> Vec<(String, Tone)> {
        let client = view.book().client.get(self.client).map(|client| client.name.clone()).unwrap_or_default();
        let title = view.say_with("export-title", &[("client", Arg::text(client))]);
        let mut lines = vec![(format!(" {title}"), Tone::Title)];
        let labels = ["label-kind", "export-format", "label-language", "export-file", "export-sections"];
        let labels = labels.map(|id| view.say(id));
        let widest = labels.iter().map(|label| cells::width(label)).max().unwrap_or(0);
        let mut line = |label: &str, text: &str| {
            let label = cells::column(label, widest, Side::Left, view.marks.cut);
            lines.push((format!(" {label}  {text}"), Tone::Plain));
        };
        line(&labels[0], &self.kinds(view));
        let language = prepared.brief.as_ref().map_or(view.words.lang(), |brief| brief.language);
        let language = view.words.term(&format!("language.{}", language.word()));
        let format = either(&FORMATS.map(Format::ending), self.format % FORMATS.len());
        line(&labels[1], &format!("{format}   {}  {language}", labels[2]));
        if let Ok(brief) = &prepared.brief {
            line(&labels[3], &format!("{}.{}", brief.file_stem, self.format().ending()));
            if area.height >= TALL {
                line(&labels[4], &sections(brief));
            }
        }
        lines.extend(self.scanned(prepared, view));
        lines
    }

    fn kinds(&self, view: &View<'_>) -> String {
        let names = [view.say(&Command::InternalBrief.words()), view.say(&Command::ClientCopy.words())];
        let at = usize::from(self.reader == Reader::Client);
        let mut text = either(&[names[0].as_str(), names[1].as_str()], at);
        if self.request().personal {
            text = format!("{text}   {}", view.say("export-personal"));
        }
        text
    }

    fn scanned(&self, prepared: &Prepared, view: &View<'_>) -> Vec<(String, Tone)> {
        let Some(report) = &prepared.report else {
            return vec![(format!(" {}", view.words.term("brief.internal_mark")), Tone::Warn)];
        };
        if report.is_clean() {
            let text = view.say_with("leak-clean", &[("n", Arg::count(report.strings))]);
            return vec![(format!(" {text}"), Tone::Good)];
        }
        if report.is_unreadable {
            return vec![(format!(" {}", view.say("leak-unreadable")), Tone::Bad)];
        }
        let text = view.say_with("export-leak-hits", &[("n", Arg::count(report.hits.len()))]);
        let mut lines = vec![(format!(" {text}"), Tone::Bad)];
        let first = self.hit.saturating_sub(MOST_HITS - 1);
        for (n, hit) in report.hits.iter().enumerate().skip(first).take(MOST_HITS) {
            let mark = if n == self.hit { view.marks.cursor } else { " " };
            lines.push((format!("{mark}  {}", view.words.sentence(&hit.sentence())), Tone::Bad));
        }
        lines
    }
}

/// `[md]  json`: the chosen one in brackets.
fn either(names: &[&str], at: usize) -> String {
    let shown = |(n, name): (usize, &&str)| if n == at { format!("[{name}]") } else { (*name).to_owned() };
    names.iter().enumerate().map(shown).collect::<Vec<_>>().join("  ")
}

/// Each section with how many entries it has.
fn sections(brief: &Brief) -> String {
    let entries = |section: &brief::Section| -> usize {
        let count = |block: &brief::Block| match block {
            brief::Block::Table { rows, .. } => rows.len(),
            brief::Block::Part(_) => 0,
            _ => 1,
        };
        section.blocks.iter().map(count).sum()
    };
    let told: Vec<String> =
        brief.sections.iter().map(|section| format!("{} {}", section.title, entries(section))).collect();
    told.join(", ")
}
