//! The stack of screens and what becomes of their wishes. Knows no screen and no rule: keys go in, edits go to the
//! desk, what came of them goes to the status line.

mod dispatch;
mod drafts;
mod everywhere;
mod obey;
mod remind;
mod stack;
mod wait;

use std::cell::Cell;
use std::path::PathBuf;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::by_name::ByName;
use super::cells;
use super::command::Commands;
use super::keys::Key;
use super::layer::{LastBrief, Layer, Unsaved, View};
use super::marks::Marks;
use super::screen;
use super::status::Status;
use super::target::Target;
use super::terminal::Outside;
use super::theme::{Theme, Tone};
use super::widget::palette::Recent;
use super::widget::{frame as paint, strip};
use crate::desk::{Desk, Passphrase};
use crate::domain::date::Instant;
use crate::domain::{Arg, Sentence};
use crate::export::brief::Templates;
use crate::i18n::{Lang, Words};

/// The smallest window that is drawn in.
const SMALLEST: (u16, u16) = (60, 15);

/// Everything a view is made of.
pub(super) struct House {
    pub desk: Desk,
    pub words: Words,
    /// The language was given for this run and does not follow the setting.
    lang_is_fixed: bool,
    pub theme: Theme,
    pub commands: Commands,
    by_name: ByName,
    exports: PathBuf,
    templates: Templates,
    pub privacy: bool,
    by_week: Cell<bool>,
    last_brief: Cell<LastBrief>,
}

impl House {
    pub fn view(&self) -> View<'_> {
        View {
            desk: &self.desk,
            words: &self.words,
            theme: &self.theme,
            marks: Marks::set(self.desk.book().settings().ascii_marks),
            commands: &self.commands,
            by_name: &self.by_name,
            exports: &self.exports,
            templates: &self.templates,
            privacy: self.privacy,
            by_week: &self.by_week,
            last_brief: &self.last_brief,
        }
    }

    /// After a change the language of the screens may be another.
    fn follow_settings(&mut self) {
        let wanted = self.desk.book().settings().ui_language;
        if !self.lang_is_fixed && wanted != self.words.lang() {
            self.words = Words::new(wanted);
        }
    }
}

/// What a run is started with.
pub struct Options {
    /// A language for this run only.
    pub lang: Option<Lang>,
    pub theme: Theme,
    pub commands: Commands,
    /// The folder into which files go out; empty: where the program was started.
    pub exports: PathBuf,
    /// The frames of briefs.
    pub templates: Templates,
    /// Of an encrypted book: asked again when the screen was locked.
    pub passphrase: Option<Passphrase>,
    /// What was wrong in the configuration, told at the start.
    pub told: Vec<Sentence>,
}

impl Options {
    /// The standard keys, no colour.
    pub fn plain(lang: Lang) -> Self {
        Self {
            lang: Some(lang),
            theme: Theme::without_colour(),
            commands: Commands::default(),
            exports: PathBuf::new(),
            templates: Templates::built_in(),
            passphrase: None,
            told: Vec::new(),
        }
    }
}

/// A way back for Ctrl-O.
enum Back {
    Close,
    Reopen(Box<dyn Layer>),
    Stack(Vec<Box<dyn Layer>>),
}

pub struct App {
    pub(super) house: House,
    /// Never empty: the first is a screen.
    stack: Vec<Box<dyn Layer>>,
    past: Vec<Back>,
    /// Keys of a sequence that has begun.
    pressed: Vec<Key>,
    status: Status,
    recent: Vec<Recent>,
    stale: bool,
    clear: bool,
    leaving: bool,
    /// The drafts of the stack as they were last kept.
    kept: Vec<Unsaved>,
    draft_due: bool,
    /// When drafts were last kept.
    draft_kept: Option<Duration>,
    /// A text field was left: what was typed there is kept before anything else is waited for.
    draft_now: bool,
    /// How long the program had been running when it began to wait.
    time: Duration,
    /// What could not be kept when its layer was to leave.
    unkept: Vec<Unsaved>,
    /// Another program held the book when it was last looked at.
    held: bool,
    idle: Duration,
    waited_for: Duration,
    waited_since: Instant,
    passphrase: Option<Passphrase>,
    last_minute: Option<chrono::NaiveDateTime>,
    reminder: Option<remind::Reminder>,
    /// The window's title says that a visit comes.
    rang: bool,
}

impl App {
    pub fn new(desk: Desk, options: Options) -> Self {
        let settings = desk.book().settings();
        let lang = options.lang.unwrap_or(settings.ui_language);
        let privacy = settings.privacy_on_start;
        let house = House {
            desk,
            words: Words::new(lang),
            lang_is_fixed: options.lang.is_some(),
            theme: options.theme,
            commands: options.commands,
            by_name: ByName::default(),
            exports: options.exports,
            templates: options.templates,
            privacy,
            by_week: Cell::new(false),
            last_brief: Cell::default(),
        };
        let first = screen::first(&house.view());
        let waited_since = house.desk.now();
        let mut app = Self {
            house,
            stack: vec![first],
            past: Vec::new(),
            pressed: Vec::new(),
            status: Status::default(),
            recent: Vec::new(),
            stale: true,
            clear: false,
            leaving: false,
            kept: Vec::new(),
            draft_due: false,
            draft_kept: None,
            draft_now: false,
            time: Duration::ZERO,
            unkept: Vec::new(),
            held: false,
            idle: Duration::ZERO,
            waited_for: Duration::ZERO,
            waited_since,
            passphrase: options.passphrase,
            last_minute: None,
            reminder: None,
            rang: false,
        };
        for sentence in &options.told {
            let text = app.house.words.sentence(sentence);
            app.status.add(&text);
        }
        app.tell_drafts();
        app
    }

    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// Whether something changed since the last picture; asked once a picture.
    pub fn must_draw(&mut self) -> bool {
        std::mem::take(&mut self.stale)
    }

    pub fn must_clear(&mut self) -> bool {
        self.stale |= self.clear;
        std::mem::take(&mut self.clear)
    }

    pub fn draw(&self, frame: &mut Frame<'_>) {
        let (view, area) = (self.house.view(), frame.area());
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return too_small(frame, area, &view);
        }
        frame.buffer_mut().set_style(area, view.style(Tone::Plain));
        let status = self.status.height(area.width, &view);
        let above = Rect { height: area.height - status, ..area };
        for layer in self.stack.iter().skip(self.lowest_seen()) {
            layer.draw(frame, above, &view);
        }
        let Some(top) = self.top() else { return };
        let here = top.place();
        if !self.pressed.is_empty() {
            let lines = strip::lines(here, &self.pressed, usize::from(area.width), &view);
            strip::draw(frame.buffer_mut(), above, &lines, &view);
        }
        let last = Rect { y: area.bottom() - status, height: status, ..area };
        let client = top.client(&view).is_some();
        self.status.draw(frame.buffer_mut(), last, here, client, &view);
    }

    /// The highest layer that covers those beneath it.
    fn lowest_seen(&self) -> usize {
        self.stack.iter().rposition(|layer| layer.covers()).unwrap_or(0)
    }

    /// Opens a screen, as a key would; for a run that begins elsewhere than on the first screen.
    pub fn begin_on(&mut self, target: &Target, outside: &mut dyn Outside) {
        self.go(target, outside);
    }

    /// Puts a layer on the stack.
    pub fn begin_with(&mut self, layer: Box<dyn Layer>, outside: &mut dyn Outside) {
        self.open(layer, outside);
    }

    pub fn desk(&self) -> &Desk {
        &self.house.desk
    }

    /// The desk alone, as a process that is killed leaves it: whatever was not kept is gone.
    pub(super) fn into_desk(self) -> Desk {
        self.house.desk
    }

    pub(super) fn top(&self) -> Option<&dyn Layer> {
        self.stack.last().map(AsRef::as_ref)
    }

    /// Says something in the words of the screens.
    pub(super) fn say(&mut self, id: &str) {
        let text = self.house.words.say(id);
        self.status.say(text, super::status::Mood::Told);
        self.stale = true;
    }
}

fn too_small(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (width, height) = (Arg::count(SMALLEST.0.into()), Arg::count(SMALLEST.1.into()));
    let text = view.say_with("window-too-small", &[("width", width), ("height", height)]);
    for (y, line) in (0..area.height).zip(cells::wrap(&text, area.width.into())) {
        paint::text(frame.buffer_mut(), area, y, &line, view.style(Tone::Plain), view);
    }
}
