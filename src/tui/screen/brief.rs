//! The internal brief on the screen: read, searched, in any of the languages, with personal lines only when asked for.

use std::cell::{Cell, RefCell};

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::figures::View as Figures;
use crate::domain::words::Language;
use crate::domain::{Client, Id, Sentence, Visit};
use crate::export::brief::{self, Extent, Length, Reader, Request};
use crate::i18n::Words;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::reading::Reading;

/// Longer lines are hard to read.
const WIDEST: usize = 120;

pub struct BriefScreen {
    client: Id<Client>,
    visit: Option<Id<Visit>>,
    personal: bool,
    extent: Extent,
    language: Option<Language>,
    reading: Reading,
    width: Cell<usize>,
    lines: RefCell<Option<(Key, Vec<String>)>>,
}

/// What the lines were made from; when it is another they are made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    revision: u64,
    today: chrono::NaiveDate,
    request: Request,
    width: usize,
}

/// The brief in the words of its own language.
pub fn made(view: &View<'_>, request: &Request) -> Result<brief::Brief, Sentence> {
    let figures = Figures::on(view.book(), view.today());
    let language = request.language(&figures);
    // A journal that cannot be read was told when it happened.
    let taken_off = view.desk.all_taken_off(request.client).unwrap_or_default();
    if language == view.words.lang() {
        return brief::make_in(&figures, request, &taken_off, view.words);
    }
    brief::make_in(&figures, request, &taken_off, &Words::new(language))
}

/// One page for the whole, and the whole for one page.
pub fn other_length(length: Length) -> Length {
    if length == Length::Page { Length::Full } else { Length::Page }
}

/// The language after this one, round the end.
pub fn next_language(language: Language) -> Language {
    let all = Language::all();
    let at = all.iter().position(|other| *other == language).map_or(0, |at| at + 1);
    all[at % all.len()]
}

impl BriefScreen {
    pub fn new(client: Id<Client>, visit: Option<Id<Visit>>) -> Self {
        Self {
            client,
            visit,
            personal: false,
            extent: Extent::default(),
            language: None,
            reading: Reading::default(),
            width: Cell::new(78),
            lines: RefCell::new(None),
        }
    }

    fn request(&self) -> Request {
        let request = Request::new(self.client, Reader::Internal);
        Request { visit: self.visit, language: self.language, personal: self.personal, extent: self.extent, ..request }
    }

    fn language(&self, view: &View<'_>) -> Language {
        self.language.unwrap_or(view.book().settings().brief_language)
    }

    fn lines(&self, view: &View<'_>) -> Vec<String> {
        if view.privacy {
            return cells::wrap(&view.say("export-hidden"), self.width.get());
        }
        let (request, width) = (self.request(), self.width.get());
        let key = Key { revision: view.book().revision, today: view.today(), request, width };
        let mut kept = self.lines.borrow_mut();
        match kept.as_ref() {
            Some((made_for, lines)) if *made_for == key => lines.clone(),
            _ => {
                let lines = written(view, &request, width);
                *kept = Some((key, lines.clone()));
                lines
            }
        }
    }
}

fn written(view: &View<'_>, request: &Request, width: usize) -> Vec<String> {
    match made(view, request) {
        Ok(brief) => brief::read(&brief, width).lines().map(str::to_owned).collect(),
        Err(sentence) => cells::wrap(&view.words.sentence(&sentence), width),
    }
}

impl Layer for BriefScreen {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width).saturating_sub(2).min(WIDEST));
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let lines = self.lines(view);
        self.reading.draw(frame, below, &lines, view);
        let mut title = vec![
            view.words.term("entity.internal_brief"),
            view.words.term(&format!("language.{}", self.language(view).word())),
        ];
        title.extend(self.personal.then(|| view.say("export-personal")));
        title.extend((self.extent.length == Length::Page).then(|| view.say(&Command::OnePage.words())));
        let title = format!(" {}", title.join(&format!(" {} ", view.marks.dot)));
        let right = format!("{} ", in_sight(&self.reading, lines.len(), view));
        let head = cells::both_ends(&title, &right, usize::from(area.width), view.marks.cut);
        paint::text(frame.buffer_mut(), area, 0, &head, view.style(Tone::Title), view);
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let lines = self.lines(view);
        if let Some(reply) = self.reading.on(&input, &lines) {
            return reply;
        }
        if let Input::Walked(client) = input {
            (self.client, self.visit) = (client, None);
            self.reading.begin();
            return Reply::Handled;
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        match command {
            Command::WithPersonal => {
                self.personal = !self.personal;
                Reply::Handled
            }
            Command::OnePage => {
                self.extent.length = other_length(self.extent.length);
                self.reading.begin();
                Reply::Handled
            }
            Command::ChooseLanguage => {
                self.language = Some(next_language(self.language(view)));
                self.reading.begin();
                Reply::Handled
            }
            Command::Export => Reply::Go(Target::Export { client: self.client, visit: self.visit }),
            Command::Copy if !view.privacy => Reply::Copy(lines.join("\n")),
            Command::Brief => Reply::Handled,
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::BRIEF);
        if self.reading.is_typing() { here.typing() } else { here }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }
}

/// `1 to 21 of 140`.
pub fn in_sight(reading: &Reading, len: usize, view: &View<'_>) -> String {
    use crate::domain::Arg;
    let (from, to) = reading.in_sight(len);
    let args = [("from", Arg::count(from)), ("to", Arg::count(to)), ("of", Arg::count(len))];
    view.say_with("export-lines", &args)
}
