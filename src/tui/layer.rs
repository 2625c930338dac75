//! Screens and pop-ups are layers of a stack. A layer draws from what it is lent and answers keys with a wish; it
//! never writes to the book and never draws outside its area.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use uuid::Uuid;

use super::by_name::ByName;
use super::cells::{self, Side};
use super::command::{Command, Commands, Here};
use super::keys::Key;
use super::marks::Marks;
use super::target::Target;
use super::theme::{Theme, Tone};
use crate::desk::{Desk, Made, Trouble};
use crate::domain::{Answers, Arg, Book, Client, Edit, Id, Sentence};
use crate::export::brief::{Length, Templates};
use crate::i18n::Words;

/// The choices of the export box that stay for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LastBrief {
    /// Its place among the formats.
    pub format: usize,
    pub length: Length,
}

/// What a layer may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub desk: &'a Desk,
    pub words: &'a Words,
    pub theme: &'a Theme,
    pub marks: &'static Marks,
    pub commands: &'a Commands,
    /// All clients in the order of their names.
    pub by_name: &'a ByName,
    /// The folder into which files go out.
    pub exports: &'a std::path::Path,
    /// The frames of briefs.
    pub templates: &'a Templates,
    /// Others can see the screen: confidential and personal fields are blanked.
    pub privacy: bool,
    /// The visits were last looked at as a week: coming back, they are shown so again.
    pub by_week: &'a Cell<bool>,
    /// How the last brief was written: the next one begins so.
    pub last_brief: &'a Cell<LastBrief>,
}

impl<'a> View<'a> {
    pub fn book(&self) -> &'a Book {
        self.desk.book()
    }

    pub fn today(&self) -> NaiveDate {
        self.desk.today()
    }

    /// Wall time in the book's zone.
    pub fn now(&self) -> NaiveDateTime {
        self.desk.now().with_timezone(&self.book().settings().zone).naive_local()
    }

    pub fn style(&self, tone: Tone) -> Style {
        self.theme.style(tone)
    }

    pub fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words.say_with(id, args)
    }

    /// Cut to `cells` with the mark of this screen's set.
    pub fn fit(&self, text: &str, cells: usize) -> String {
        cells::fit(text, cells, self.marks.cut)
    }

    pub fn left(&self, text: &str, cells: usize) -> String {
        cells::column(text, cells, Side::Left, self.marks.cut)
    }

    pub fn right(&self, text: &str, cells: usize) -> String {
        cells::column(text, cells, Side::Right, self.marks.cut)
    }

    /// A day that may be long ago, in few cells.
    pub fn day(&self, day: chrono::NaiveDate) -> String {
        self.words.day_or_month(day, self.today())
    }

    /// A confidential or personal text as it may be shown now.
    pub fn private(&self, text: impl Into<String>) -> String {
        if self.privacy { self.marks.hidden.to_owned() } else { text.into() }
    }
}

/// What a layer is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    Do(Command),
    /// A key that is no command here: text, or a digit of the layer's own.
    Key(Key),
    Paste(String),
    /// A left click, in cells of the whole window.
    Click {
        x: u16,
        y: u16,
    },
    /// The wheel: lines down, up when negative.
    Wheel(i16),
    /// A command of the palette with what was typed after it.
    Typed(Command, String),
    /// The text as the user's editor left it.
    Edited(String),
    /// What the layer above returned when it closed.
    Returned(Returned),
    /// `J` or `K` went on to this client.
    Walked(Id<Client>),
    /// The minute turned (only for layers that tick).
    Minute,
    /// A moment passed (only for layers that work).
    Moment,
}

/// What a closing box hands to the layer that opened it.
#[derive(Debug, Clone, PartialEq)]
pub enum Returned {
    Record(Uuid),
    /// A name that no record has: make one.
    New(String),
    Text(String),
    /// The n-th of the choices offered.
    Choice(usize),
}

/// What a layer wants done.
pub enum Reply {
    /// Not mine: the app does what the command means everywhere, or nothing.
    Ignored,
    Handled,
    Open(Box<dyn Layer>),
    Replace(Box<dyn Layer>),
    /// Opens a screen by what it shows.
    Go(Target),
    Close,
    Return(Returned),
    Make(Edit),
    /// The same with questions already answered.
    MakeWith(Edit, Answers),
    /// The question of an edit was left unanswered: nothing is saved, and the layer that wanted the edit hears it.
    Unmade,
    /// Asks; on `y` does what follows.
    Ask(Sentence, Box<Reply>),
    /// A message in the status line.
    Say(Sentence),
    /// The same for what cannot be done.
    Refuse(Sentence),
    Run(Command),
    /// A command chosen by name, with what was typed after it.
    RunWith(Command, String),
    Copy(String),
    /// The text under the user's editor; `ending` tells it the kind (`.txt`, `.toml`).
    Editor {
        text: String,
        ending: &'static str,
    },
    OpenFile(std::path::PathBuf),
    /// A number or an address with the desktop's program for it.
    OpenLink(String),
    /// Anything else the desk can do; what it made goes to the status line like an edit.
    With(Act),
    /// Opens the lock if this is the passphrase.
    Unlock(String),
    /// Throws the layer's draft away and closes it.
    Discard,
    Many(Vec<Reply>),
}

impl Reply {
    /// Drops a draft whose text was taken back; the layer stays.
    pub fn forget_draft(key: String) -> Self {
        Self::forget_draft_saying(key, Sentence::new("draft-discarded"))
    }

    pub fn forget_draft_saying(key: String, title: Sentence) -> Self {
        Self::With(Box::new(move |desk| {
            desk.drop_draft(&key)?;
            Ok(Made { step: None, title, warnings: Vec::new(), ending: None, changed: Vec::new() })
        }))
    }
}

/// Something done with the desk.
pub type Act = Box<dyn FnOnce(&mut Desk) -> Result<Made, Trouble>>;

/// Form content that is not saved yet: `key` names the screen and its subject, `text` is the form's own JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    pub key: String,
    pub text: String,
}

/// A screen or a pop-up.
pub trait Layer {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>);
    fn on(&mut self, input: Input, view: &View<'_>) -> Reply;
    /// Which rows of the command table are alive, and whether a text field has the cursor.
    fn place(&self) -> Here;

    /// Once, when it is on the stack: a place to offer a draft, or to say something.
    fn opened(&mut self, _view: &View<'_>) -> Reply {
        Reply::Handled
    }

    /// What happened to the edit it asked for. A form closes on success; on a refusal it goes to the field.
    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        // A box was opened for this one edit.
        if outcome.is_ok() && !self.covers() { Reply::Close } else { Reply::Handled }
    }

    /// The book is another one, by whatever edit, undo or process: what was read from the journal is read again.
    fn changed(&mut self, _view: &View<'_>) {}

    /// The client that `b`, `m`, `x`, `w`, `J`, `K` and adding are about.
    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        None
    }

    /// The clients of a list in its order, for `J` and `K` of a screen that was opened from it; None where the layer
    /// lists no clients.
    fn clients(&self, _view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        None
    }

    /// Another client of its list is looked at now: the cursor goes there.
    fn follow(&mut self, _client: Id<Client>, _view: &View<'_>) {}

    /// Unsaved content; None when there is nothing to lose.
    fn draft(&self) -> Option<Unsaved> {
        None
    }

    /// Whether the edit it asks for saves its unsaved content, so that the draft goes with it.
    fn saves_draft(&self) -> bool {
        true
    }

    /// Whether the layers beneath are covered; a box leaves them in sight.
    fn covers(&self) -> bool {
        true
    }

    /// Whether something is made for it on another thread: it is woken every moment to look, and to move its gauge.
    fn works(&self) -> bool {
        false
    }

    /// Whether what it shows changes with the minute.
    fn ticks(&self) -> bool {
        false
    }
}
