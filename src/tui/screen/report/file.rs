//! The report as a file: what will be written is what is read in the box, for a person as a page, for a spreadsheet as
//! its tables.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::super::brief::{in_sight, next_language};
use crate::domain::figures::View as Figures;
use crate::domain::report::{Period, report};
use crate::domain::words::Language;
use crate::domain::{Arg, Sentence};
use crate::export::report::{Format, file_stem, write as written};
use crate::export::write::{self, Existing, Unwritten};
use crate::i18n::Words;
use crate::tui::cells::{self, Side};
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::reading::Reading;

pub struct ReportFile {
    period: Period,
    format: usize,
    language: Option<Language>,
    reading: Reading,
    width: Cell<usize>,
    lines: Kept<(usize, Language), Vec<String>>,
    /// The file that may be replaced if the answer is yes.
    asked: RefCell<bool>,
    written: Option<PathBuf>,
}

impl ReportFile {
    pub fn new(period: Period) -> Self {
        Self {
            period,
            format: 0,
            language: None,
            reading: Reading::default(),
            width: Cell::new(78),
            lines: Kept::default(),
            asked: RefCell::new(false),
            written: None,
        }
    }

    fn language(&self, view: &View<'_>) -> Language {
        self.language.unwrap_or(view.words.lang())
    }

    fn format(&self) -> Format {
        Format::FILES[self.format % Format::FILES.len()]
    }

    fn bytes(&self, view: &View<'_>, format: Format) -> Result<Vec<u8>, Sentence> {
        let figures = Figures::on(view.book(), view.today());
        let made = report(&figures, self.period);
        written(&made, &figures, &Words::new(self.language(view)), format)
    }

    /// The page as it reads; privacy mode hides it, as it hides what only we may read.
    fn lines(&self, view: &View<'_>) -> std::rc::Rc<Vec<String>> {
        let (width, language) = (self.width.get(), self.language(view));
        self.lines.get((width, language), view, || {
            if view.privacy {
                return cells::wrap(&view.say("export-hidden"), width);
            }
            let text = self.bytes(view, Format::Plain(width)).unwrap_or_default();
            String::from_utf8_lossy(&text).lines().map(str::to_owned).collect()
        })
    }

    fn path(&self, view: &View<'_>) -> PathBuf {
        let stem = file_stem(self.period, &Words::new(self.language(view)));
        let path = view.exports.join(format!("{stem}.{}", self.format().ending()));
        std::path::absolute(&path).unwrap_or(path)
    }

    fn write(&mut self, existing: Existing, view: &View<'_>) -> Reply {
        let path = self.path(view);
        let bytes = match self.bytes(view, self.format()) {
            Ok(bytes) => bytes,
            Err(sentence) => return Reply::Refuse(sentence),
        };
        match write::file(&path, &bytes, existing) {
            Ok(()) => {
                let said = Sentence::new("export-written").text("file", path.display().to_string());
                self.written = Some(path);
                Reply::Many(vec![Reply::Handled, Reply::Say(said)])
            }
            Err(Unwritten::Exists(question)) => {
                self.asked.replace(true);
                Reply::Ask(question, Box::new(Reply::Run(Command::Save)))
            }
            Err(Unwritten::Failed(sentence)) => Reply::Refuse(sentence),
        }
    }

    fn head(&self, view: &View<'_>) -> Vec<(String, Tone)> {
        let title = view.say_with("report-title", &[("period", Arg::text(view.words.period(self.period)))]);
        let labels = ["export-format", "label-language", "export-file"].map(|id| view.say(id));
        let widest = labels.iter().map(|label| cells::width(label)).max().unwrap_or(0);
        let endings = Format::FILES.map(Format::ending);
        let format = super::super::export::either(&endings, self.format % endings.len());
        let language = view.words.term(&format!("language.{}", self.language(view).word()));
        let file = self.path(view).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let texts = [format, language, file];
        let mut lines = vec![(format!(" {title}"), Tone::Title)];
        for (label, text) in labels.iter().zip(texts) {
            let label = cells::column(label, widest, Side::Left, view.marks.cut);
            lines.push((format!(" {label}  {text}"), Tone::Plain));
        }
        lines.push((format!(" {}", view.words.term("brief.internal_mark")), Tone::Warn));
        lines
    }
}

impl Layer for ReportFile {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width).saturating_sub(2));
        let head = self.head(view);
        for (y, (line, tone)) in (0..area.height).zip(&head) {
            paint::text(frame.buffer_mut(), area, y, line, view.style(*tone), view);
        }
        let rule = u16::try_from(head.len()).unwrap_or(0).min(area.height);
        let below = Rect { y: area.y + rule + 1, height: area.height.saturating_sub(rule + 1), ..area };
        let lines = self.lines(view);
        self.reading.draw(frame, below, &lines, view);
        let right = in_sight(&self.reading, lines.len(), view);
        paint::rule(frame.buffer_mut(), area, rule, None, "", &right, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let asked = self.asked.replace(false);
        if input == Input::Do(Command::Save) {
            return if asked { self.write(Existing::Replace, view) } else { Reply::Handled };
        }
        let lines = self.lines(view);
        if let Some(reply) = self.reading.on(&input, &lines) {
            return reply;
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        match command {
            Command::WriteFile => return self.write(Existing::Keep, view),
            Command::ChooseFormat => {
                self.format += 1;
                self.written = None;
            }
            Command::ChooseLanguage => {
                self.language = Some(next_language(self.language(view)));
                self.written = None;
                self.reading.begin();
            }
            Command::Copy => {
                let copied = self.written.as_ref().map(|path| path.display().to_string());
                return Reply::Copy(copied.unwrap_or_else(|| lines.join("\n")));
            }
            Command::OpenFile => return self.written.clone().map_or(Reply::Handled, Reply::OpenFile),
            _ => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::REPORT_FILE);
        if self.reading.is_typing() { here.typing() } else { here }
    }
}
