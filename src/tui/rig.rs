//! Presses keys and looks at the picture: the real loop over a screen in memory. For tests, here and in `tests/`.

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unicode_width::UnicodeWidthStr;

use super::app::{App, Options};
use super::command::Commands;
use super::events::Happening;
use super::keys::{Code, Key};
use super::layer::Layer;
use super::run::paint;
use super::target::Target;
use super::terminal::Outside;
use super::theme::{Depth, Theme};
use crate::desk::{Clock, Desk, Passphrase};
use crate::domain::edit::{GivenHead, Incoming};
use crate::domain::{Answers, Book, Edit, Entity, Sentence};
use crate::export::brief::Templates;
use crate::i18n::Lang;

/// What the program asked of the world around it.
#[derive(Debug, Default)]
pub struct Asked {
    pub copied: Vec<String>,
    pub opened: Vec<PathBuf>,
    /// The desktop has no program for anything.
    pub opens_nothing: bool,
    pub titles: Vec<String>,
    pub bells: usize,
    pub suspended: usize,
    /// What the editor will give back.
    pub edited: Option<String>,
    /// How long the program has been running; stands still until a test says otherwise.
    pub time: Rc<Cell<Duration>>,
}

impl Asked {
    pub fn later(&self, by: Duration) {
        self.time.set(self.time.get() + by);
    }
}

impl Outside for Asked {
    fn running_for(&self) -> Duration {
        self.time.get()
    }

    fn suspend(&mut self) {
        self.suspended += 1;
    }

    fn retake(&mut self) {}

    fn edit(&mut self, text: &str, _ending: &str) -> io::Result<String> {
        Ok(self.edited.take().unwrap_or_else(|| text.to_owned()))
    }

    fn copy(&mut self, text: &str) {
        self.copied.push(text.to_owned());
    }

    fn title(&mut self, text: &str) {
        self.titles.push(text.to_owned());
    }

    fn bell(&mut self) {
        self.bells += 1;
    }

    fn open(&mut self, what: &std::ffi::OsStr) -> io::Result<()> {
        if self.opens_nothing {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.opened.push(what.into());
        Ok(())
    }
}

/// A book, a window and a list of keys.
pub struct Rig {
    /// Until the first key is pressed; then the app has it.
    desk: Option<Desk>,
    size: (u16, u16),
    lang: Lang,
    theme: Theme,
    commands: Commands,
    exports: PathBuf,
    templates: Templates,
    passphrase: Option<Passphrase>,
    running: Option<(App, Terminal<TestBackend>)>,
    pub asked: Asked,
}

impl Rig {
    /// A throwaway desk with this book in it. Call [`Rig::on`] for another day.
    pub fn with(book: &Book) -> Self {
        Self::of(desk_with(book, day("2026-11-23")))
    }

    /// Any desk, as a test has prepared it.
    pub fn of(desk: Desk) -> Self {
        Self {
            desk: Some(desk),
            size: (80, 24),
            lang: Lang::En,
            theme: Theme::without_colour(),
            commands: Commands::default(),
            exports: PathBuf::new(),
            templates: Templates::built_in(),
            passphrase: None,
            running: None,
            asked: Asked::default(),
        }
    }

    #[must_use]
    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// The day (08:00) on which the clock stands.
    #[must_use]
    pub fn on(mut self, date: &str) -> Self {
        self.desk = self.desk.map(|desk| desk_with(desk.book(), day(date)));
        self
    }

    #[must_use]
    pub fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// The folder into which files go out.
    #[must_use]
    pub fn exports(mut self, folder: &Path) -> Self {
        self.exports = folder.to_path_buf();
        self
    }

    /// The configuration directory whose templates briefs are written with.
    #[must_use]
    pub fn templates(mut self, config: &Path) -> Self {
        self.templates = Templates::of(config);
        self
    }

    /// As if the book were encrypted with it.
    #[must_use]
    pub fn passphrase(mut self, passphrase: &str) -> Self {
        self.passphrase = Some(passphrase.to_owned().into());
        self
    }

    #[must_use]
    pub fn theme(mut self, name: &str, depth: Depth) -> Self {
        self.theme = Theme::named(name, depth).unwrap_or(self.theme);
        self
    }

    /// Keys to press, by the names of the command table: `j r <C-u> text <Enter>`. A word that is no single key is
    /// typed letter by letter; a space is `<Space>`. Each key is drawn for, as if pressed by hand.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace().flat_map(pressed) {
            self.then(Happening::Input(Event::Key(event_of(key))));
        }
        self
    }

    /// The same with nobody looking: no picture between the keys.
    pub fn press_unseen(&mut self, keys: &str) -> &mut Self {
        let mut asked = std::mem::take(&mut self.asked);
        let (app, _) = self.running();
        for key in keys.split_whitespace().flat_map(pressed) {
            app.happen(Happening::Input(Event::Key(event_of(key))), &mut asked);
        }
        self.asked = asked;
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.then(Happening::Input(Event::Paste(text.to_owned())))
    }

    /// Clicks where the picture first says something; nowhere when it does not.
    pub fn click(&mut self, on: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(y, line)| Some((line.split_once(on)?.0.width(), y)));
        let Some((x, y)) = found else { return self };
        let at = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let kind = MouseEventKind::Down(MouseButton::Left);
        let mouse = MouseEvent { kind, column: at(x), row: at(y), modifiers: KeyModifiers::NONE };
        self.then(Happening::Input(Event::Mouse(mouse)))
    }

    /// What `$EDITOR` will give back next.
    pub fn editor_gives(&mut self, text: &str) -> &mut Self {
        self.asked.edited = Some(text.to_owned());
        self
    }

    /// Opens a screen, as if a key had led to it.
    pub fn open(&mut self, target: &Target) -> &mut Self {
        let mut asked = std::mem::take(&mut self.asked);
        self.running().0.begin_on(target, &mut asked);
        self.asked = asked;
        self
    }

    /// Puts a layer of the test's own on the stack.
    pub fn show(&mut self, layer: impl Layer + 'static) -> &mut Self {
        let mut asked = std::mem::take(&mut self.asked);
        self.running().0.begin_with(Box::new(layer), &mut asked);
        self.asked = asked;
        self
    }

    /// Anything that may happen: a timeout, a signal, the mouse.
    pub fn then(&mut self, happening: Happening) -> &mut Self {
        let mut asked = std::mem::take(&mut self.asked);
        let (app, terminal) = self.running();
        let Ok(()) = paint(app, terminal);
        app.settle(&asked);
        let _ = app.patience();
        app.happen(happening, &mut asked);
        self.asked = asked;
        self
    }

    /// Nothing happens for so long that whatever is typed has been kept.
    pub fn a_second_later(&mut self) -> &mut Self {
        self.asked.later(Duration::from_secs(1));
        self.then(Happening::Woken)
    }

    /// As if the process were killed and started again: of what it held only what it kept is left.
    pub fn is_killed(&mut self) -> &mut Self {
        if let Some((app, _)) = self.running.take() {
            self.desk = Some(app.into_desk());
        }
        self
    }

    /// The picture now.
    pub fn screen(&mut self) -> String {
        let (width, height) = self.size;
        let (app, terminal) = self.running();
        let Ok(()) = paint(app, terminal);
        // A screen in memory keeps what stood under the second cell of a wide character, which no terminal does.
        let Ok(mut fresh) = Terminal::new(TestBackend::new(width, height));
        let Ok(_) = fresh.draw(|frame| app.draw(frame));
        picture(&fresh)
    }

    /// The last line of the picture.
    pub fn status(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().trim().to_owned()
    }

    pub fn has_left(&mut self) -> bool {
        self.running().0.is_leaving()
    }

    fn running(&mut self) -> &mut (App, Terminal<TestBackend>) {
        if let Some(desk) = self.desk.take() {
            let options = Options {
                lang: Some(self.lang),
                theme: self.theme.clone(),
                commands: self.commands.clone(),
                exports: self.exports.clone(),
                templates: self.templates.clone(),
                passphrase: self.passphrase.clone(),
                told: Vec::new(),
            };
            let Ok(terminal) = Terminal::new(TestBackend::new(self.size.0, self.size.1));
            self.running = Some((App::new(desk, options), terminal));
        }
        self.running.as_mut().unwrap_or_else(|| unreachable!("there is a desk, or an app that has it"))
    }

    /// The desk as the keys left it.
    pub fn desk(&mut self) -> &Desk {
        self.running().0.desk()
    }

    pub fn book(&mut self) -> &Book {
        self.desk().book()
    }
}

fn day(date: &str) -> NaiveDate {
    date.parse().unwrap_or_default()
}

/// A throwaway book with nothing in it.
pub fn empty_desk() -> Desk {
    desk_with(&Book::default(), day("2026-11-23"))
}

/// A throwaway book holding these rows, imported as one step.
pub fn desk_with(book: &Book, date: NaiveDate) -> Desk {
    let clock = Clock::Standing(date.and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default()));
    let mut desk = Desk::throwaway(clock).unwrap_or_else(|trouble| unreachable!("a book in memory: {trouble:?}"));
    let rows = Entity::ALL.iter().flat_map(|entity| book.records(*entity));
    let rows: Vec<_> = rows.map(|record| Incoming { record, given: GivenHead::default() }).collect();
    let rows_are_none = rows.is_empty();
    let edit = Edit::Import { title: Sentence::new("rig"), rows };
    if rows_are_none {
        return desk;
    }
    if let Err(trouble) = desk.make(&edit, &Answers::yes()) {
        unreachable!("the rig's book is whole: {trouble:?}");
    }
    desk
}

/// The keys of one word of [`Rig::press`].
fn pressed(word: &str) -> Vec<Key> {
    let named = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    match named.unwrap_or(word).parse() {
        Ok(key) if named.is_some() || word.chars().count() == 1 || word.starts_with("Ctrl-") => vec![key],
        _ => word.chars().map(Key::char).collect(),
    }
}

/// The terminal's event for a key.
fn event_of(key: Key) -> KeyEvent {
    let code = match key.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(n) => KeyCode::F(n),
    };
    KeyEvent::new(code, if key.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
}

/// The cells as text; the second cell of a wide character is left out.
fn picture(terminal: &Terminal<TestBackend>) -> String {
    let buffer = terminal.backend().buffer();
    let width = usize::from(buffer.area.width).max(1);
    let line = |cells: &[ratatui::buffer::Cell]| {
        let (mut out, mut skip) = (String::new(), 0);
        for cell in cells {
            if skip == 0 {
                out.push_str(cell.symbol());
                skip = super::cells::width(cell.symbol()).saturating_sub(1);
            } else {
                skip -= 1;
            }
        }
        out.trim_end().to_owned()
    };
    buffer.content.chunks(width).map(line).collect::<Vec<_>>().join("\n")
}
