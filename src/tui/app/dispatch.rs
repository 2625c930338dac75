//! From what happened to the layer on top: keys become commands here, or text.

use std::time::Duration;

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};

use super::App;
use crate::desk::{Desk, Trouble};
use crate::tui::command::{Command, Meaning};
use crate::tui::events::Happening;
use crate::tui::keys::{Key, from_terminal};
use crate::tui::layer::{Input, Layer, Reply};
use crate::tui::layout_keys::meant;
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;

/// Lines a notch of the wheel moves.
const NOTCH: i16 = 3;
/// How long a key waits for another program that holds the book.
const SHORT: Duration = Duration::from_millis(250);
/// The same on the way out.
const LAST: Duration = Duration::from_secs(5);

impl App {
    pub fn happen(&mut self, happening: Happening, outside: &mut dyn Outside) {
        match happening {
            Happening::Input(event) => self.event(event, outside),
            Happening::Timeout => self.waited(outside),
            Happening::End => self.end(),
            Happening::Suspend => self.suspend(outside),
            Happening::Continue => {
                outside.retake();
                self.clear = true;
            }
            Happening::Woken => self.stale = true,
        }
    }

    fn event(&mut self, event: Event, outside: &mut dyn Outside) {
        self.idle = Duration::ZERO;
        match event {
            Event::Key(key) => {
                for key in from_terminal(&key) {
                    self.key(key, outside);
                }
            }
            Event::Paste(text) => self.give(Input::Paste(text), outside),
            Event::Mouse(mouse) => self.mouse(mouse, outside),
            Event::FocusGained => self.catch_up(),
            Event::FocusLost => self.draft_now = true,
            Event::Resize(..) => (self.stale, self.draft_now) = (true, true),
        }
        self.look_at_draft();
    }

    fn mouse(&mut self, mouse: MouseEvent, outside: &mut dyn Outside) {
        let input = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Input::Click { x: mouse.column, y: mouse.row },
            MouseEventKind::ScrollDown => Input::Wheel(NOTCH),
            MouseEventKind::ScrollUp => Input::Wheel(-NOTCH),
            _ => return,
        };
        self.give(input, outside);
    }

    /// One key, as the terminal gave it.
    pub(super) fn key(&mut self, key: Key, outside: &mut dyn Outside) {
        self.stale |= self.status.clear();
        self.catch_up();
        self.reminder_seen(outside);
        let Some(here) = self.top().map(Layer::place) else { return };
        let layout = self.house.desk.book().settings().key_layout;
        if here.typing {
            let key = if key.ctrl { meant(layout, key) } else { key };
            return self.typed(key, outside);
        }
        self.pressed.push(meant(layout, key));
        match self.house.commands.meaning(here, &self.pressed) {
            Meaning::Command(command) => {
                self.forget_pressed();
                self.command(command, outside);
            }
            Meaning::Begins => self.stale = true,
            Meaning::Nothing if self.pressed.len() == 1 => {
                let key = self.pressed.pop().unwrap_or(key);
                self.give(Input::Key(key), outside);
            }
            // A letter that the strip does not show: the strip goes away, nothing is done.
            Meaning::Nothing => self.forget_pressed(),
        }
    }

    /// A key while a text field has the cursor: the field first; a command only if the field does not want it and it is
    /// no character.
    fn typed(&mut self, key: Key, outside: &mut dyn Outside) {
        let reply = self.ask_top(Input::Key(key));
        if !matches!(reply, Reply::Ignored) {
            return self.obey(reply, outside);
        }
        let here = self.top().map(Layer::place);
        if let (None, Some(here)) = (key.typed(), here)
            && let Meaning::Command(command) = self.house.commands.meaning(here, &[key])
        {
            self.draft_now = true;
            self.command(command, outside);
        }
    }

    /// A command: the layer's own, or what it means everywhere.
    pub(super) fn command(&mut self, command: Command, outside: &mut dyn Outside) {
        match self.ask_top(Input::Do(command)) {
            Reply::Ignored => self.everywhere(command, "", outside),
            reply => self.obey(reply, outside),
        }
    }

    /// A command by name with its argument.
    pub(super) fn command_with(&mut self, command: Command, argument: &str, outside: &mut dyn Outside) {
        if argument.is_empty() {
            match self.ask_top(Input::Do(command)) {
                Reply::Ignored => {}
                reply => return self.obey(reply, outside),
            }
        }
        match self.ask_top(Input::Typed(command, argument.to_owned())) {
            Reply::Ignored => self.everywhere(command, argument, outside),
            reply => self.obey(reply, outside),
        }
    }

    pub(super) fn give(&mut self, input: Input, outside: &mut dyn Outside) {
        let reply = self.ask_top(input);
        self.obey(reply, outside);
    }

    pub(super) fn ask_top(&mut self, input: Input) -> Reply {
        let view = self.house.view();
        self.stack.last_mut().map_or(Reply::Ignored, |layer| layer.on(input, &view))
    }

    pub(super) fn forget_pressed(&mut self) {
        self.stale |= !self.pressed.is_empty();
        self.pressed.clear();
    }

    /// What another process wrote is looked for on a key and when the window gains the focus.
    fn catch_up(&mut self) {
        match self.soon(Desk::catch_up) {
            Ok(true) => {
                self.house.follow_settings();
                self.tell_layers();
                self.stale = true;
            }
            Ok(false) => {}
            Err(trouble) => self.tell(&trouble.sentence(), Mood::Failed),
        }
    }

    /// What happens beside the keys: a program that holds the book must not freeze them. It is waited for once, and no
    /// more until it has let go; only on the way out there is no later.
    pub(super) fn soon<T>(&mut self, act: impl FnOnce(&mut Desk) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let patience = match (self.leaving, self.held) {
            (true, _) => LAST,
            (false, false) => SHORT,
            (false, true) => Duration::ZERO,
        };
        let outcome = self.house.desk.within(patience, act);
        self.held = outcome.as_ref().is_err_and(Trouble::is_busy);
        outcome
    }
}
