//! Opening, closing and going back: the stack of layers and the way it was.

use super::{App, Back};
use crate::domain::Sentence;
use crate::tui::layer::{Input, Layer, Returned};
use crate::tui::screen;
use crate::tui::status::Mood;
use crate::tui::target::Target;
use crate::tui::terminal::Outside;
use crate::tui::widget::palette::Recent;

/// Steps back that are remembered.
const MOST_BACK: usize = 30;
/// Records the palette offers while nothing is typed.
const MOST_RECENT: usize = 10;

impl App {
    pub(super) fn open(&mut self, layer: Box<dyn Layer>, outside: &mut dyn Outside) {
        if layer.place().is_screen() {
            self.remember(Back::Close);
        }
        self.stack.push(layer);
        self.stale = true;
        let view = self.house.view();
        let reply = self.stack.last_mut().map(|layer| layer.opened(&view));
        self.know_drafts();
        if let Some(reply) = reply {
            self.obey(reply, outside);
        }
    }

    /// Opens a screen by what it shows, above the one that asked.
    pub(super) fn go(&mut self, target: &Target, outside: &mut dyn Outside) {
        self.note_recent(target);
        match screen::open(target, &self.house.view()) {
            Some(layer) => self.open(layer, outside),
            None => self.tell(&Sentence::new("record-gone"), Mood::Refused),
        }
    }

    /// Goes to one of the main screens: the stack begins anew.
    pub(super) fn switch(&mut self, target: &Target, outside: &mut dyn Outside) {
        let Some(layer) = screen::open(target, &self.house.view()) else { return };
        if !self.may_leave(true) {
            return;
        }
        let before = std::mem::take(&mut self.stack);
        self.remember(Back::Stack(before));
        self.leave_drafts();
        self.stack.push(layer);
        self.stale = true;
        let view = self.house.view();
        let reply = self.stack.last_mut().map(|layer| layer.opened(&view));
        self.know_drafts();
        if let Some(reply) = reply {
            self.obey(reply, outside);
        }
    }

    /// Closes the layer on top; the last one stays.
    pub(super) fn close(&mut self) {
        if self.stack.len() < 2 || !self.may_leave(false) {
            return;
        }
        let unsaved = self.top().is_some_and(|layer| layer.draft().is_some());
        if let Some(layer) = self.stack.pop()
            && layer.place().is_screen()
            && !unsaved
        {
            self.remember(Back::Reopen(layer));
        }
        self.leave_drafts();
        self.stale = true;
    }

    pub(super) fn close_with(&mut self, returned: Returned, outside: &mut dyn Outside) {
        self.close();
        self.give(Input::Returned(returned), outside);
    }

    pub(super) fn jump_back(&mut self) {
        let leaves = match self.past.last() {
            Some(Back::Close) => self.stack.len() < 2 || self.may_leave(false),
            Some(Back::Stack(_)) => self.may_leave(true),
            Some(Back::Reopen(_)) | None => true,
        };
        if !leaves {
            return;
        }
        match self.past.pop() {
            Some(Back::Close) if self.stack.len() > 1 => {
                self.stack.pop();
                self.leave_drafts();
            }
            Some(Back::Reopen(layer)) => {
                self.past.push(Back::Close);
                self.stack.push(layer);
            }
            Some(Back::Stack(stack)) => {
                self.stack = stack;
                self.leave_drafts();
                self.know_drafts();
            }
            _ => return,
        }
        // The book may have changed while they lay aside.
        self.tell_layers();
        self.stale = true;
    }

    fn remember(&mut self, back: Back) {
        if self.past.len() == MOST_BACK {
            self.past.remove(0);
        }
        self.past.push(back);
    }

    fn note_recent(&mut self, target: &Target) {
        let Some(name) = screen::name(target, &self.house.view()) else { return };
        let recent = Recent { name, target: target.clone() };
        // A record stands there once, at the tab or page where it was seen last.
        self.recent.retain(|other| other.target.record() != target.record());
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }
}
