//! What keys do in a form: moving among fields, opening what a field needs, leaving it checked, saving.

use super::inner::Inner;
use super::page::Row;
use super::slot::{Editor, Slot};
use super::{Form, pick};
use crate::domain::field::Kind;
use crate::domain::{Answers, Id, Sentence};
use crate::tui::command::Command;
use crate::tui::keys::{Code, Key};
use crate::tui::layer::{Input, Reply, Returned, View};
use crate::tui::screen::answer_box;
use crate::tui::widget::picker::Picker;

/// Rows that a page key goes.
const PAGE: isize = 10;

impl Form {
    pub(super) fn work(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Key(key) => self.key(key, view),
            Input::Paste(_) | Input::Edited(_) => {
                let taken = self.active_mut().slot_mut().is_some_and(|slot| slot.on(&input, view));
                if taken { Reply::Handled } else { Reply::Ignored }
            }
            Input::Returned(Returned::Record(uuid)) => {
                if self.active().is_long() {
                    return self.insert(Id::new(uuid), view);
                }
                if let Some(slot) = self.active_mut().slot_mut() {
                    pick::choose(slot, uuid);
                    if matches!(slot.editor, Editor::One(_) | Editor::Zone(_)) && self.active().is_typing() {
                        return self.next(view);
                    }
                }
                self.leave(view);
                Reply::Handled
            }
            Input::Do(command) => self.command(command, view),
            Input::Click { x, y } => self.click(x, y, view),
            Input::Wheel(by) => self.step(isize::from(by.signum()), view),
            _ => Reply::Ignored,
        }
    }

    /// A key that is text. The lists of records and words open with the letter typed.
    fn key(&mut self, key: Key, view: &View<'_>) -> Reply {
        if !self.active().is_typing() {
            return Reply::Ignored;
        }
        let short =
            self.way.is_some() && self.page.slot().is_some_and(|slot| matches!(slot.field.kind, Kind::Text(0..=200)));
        if short && key.code == Code::Enter {
            return self.entered(view);
        }
        let Some(slot) = self.active_mut().slot_mut() else { return Reply::Ignored };
        if slot.on(&Input::Key(key), view) {
            return Reply::Handled;
        }
        if !matches!(slot.editor, Editor::One(_) | Editor::Several(_) | Editor::Words(_) | Editor::Zone(_)) {
            return Reply::Ignored;
        }
        match (key.typed(), key.code) {
            (Some(c), _) => self.open_picker(c.to_string().trim(), view),
            (None, Code::Backspace | Code::Delete) => {
                slot.clear();
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        let typing = self.active().is_typing();
        match command {
            Command::Down => self.step(1, view),
            Command::Up => self.step(-1, view),
            Command::PageDown | Command::HalfDown => self.step(PAGE, view),
            Command::PageUp | Command::HalfUp => self.step(-PAGE, view),
            Command::First => self.step(isize::MIN / 2, view),
            Command::Last => self.step(isize::MAX / 2, view),
            Command::Next | Command::NextPane => self.next(view),
            Command::Previous | Command::PreviousPane => {
                self.active_mut().typing = true;
                self.step(-1, view)
            }
            Command::Open if typing && !self.wants_picker() => self.entered(view),
            Command::Open | Command::Edit => self.open_row(view),
            Command::Save => self.save(view),
            Command::MoreFields => self.fold(),
            Command::Undo => self.take_back(true),
            Command::Redo => self.take_back(false),
            Command::Remove => self.take_out(),
            Command::Copy => self.copy(view),
            Command::Editor => self.editor(),
            Command::InsertAnswer => self.answers(view),
            Command::Back | Command::Stop => self.back(view),
            _ => Reply::Ignored,
        }
    }

    /// The first field that must be filled, ready for letters.
    pub(super) fn go_to_first_empty(&mut self) {
        let empty = |slot: &Slot| slot.is_empty() && super::usual::must_be_filled(&slot.field, &self.defaults);
        let named = |slot: &Slot| slot.is_empty() && slot.field.name == "family_name";
        let at = self.page.slots.iter().position(|slot| empty(slot) || named(slot)).unwrap_or(0);
        self.page.go_to(at);
    }

    fn step(&mut self, by: isize, view: &View<'_>) -> Reply {
        self.leave(view);
        self.active_mut().step(by);
        Reply::Handled
    }

    /// The next field, ready for letters; past the last one of a small record it is done.
    fn next(&mut self, view: &View<'_>) -> Reply {
        self.leave(view);
        let page = self.active_mut();
        page.typing = true;
        if !page.step(1) && self.inner.is_some() {
            return self.close_inner(view);
        }
        Reply::Handled
    }

    /// Enter: the next field; after the last thing a move asks for, it is made.
    fn entered(&mut self, view: &View<'_>) -> Reply {
        let is_last = self.page.rows().last() == Some(&self.page.at);
        if self.way.is_some() && is_last { self.save(view) } else { self.next(view) }
    }

    fn wants_picker(&self) -> bool {
        self.active().slot().is_some_and(|slot| {
            let chooses = matches!(slot.editor, Editor::One(_) | Editor::Zone(_));
            chooses && slot.is_empty() && slot.field.need == crate::domain::field::Need::Required
        })
    }

    /// Opens what stands under the cursor: a field for letters, a list, a small record.
    fn open_row(&mut self, view: &View<'_>) -> Reply {
        match self.active().at {
            Row::More => return self.fold(),
            Row::Item(of, n) => return self.open_inner(of, Some(n), view),
            Row::Slot(_) => {}
        }
        let Some(slot) = self.active_mut().slot_mut() else { return Reply::Handled };
        slot.revealed = true;
        match slot.editor {
            Editor::One(_) | Editor::Several(_) | Editor::Words(_) | Editor::Zone(_) => self.open_picker("", view),
            Editor::Rows(_) | Editor::Group(_) => match self.active().at {
                Row::Slot(of) => self.open_inner(of, None, view),
                _ => Reply::Handled,
            },
            _ => {
                self.active_mut().typing = true;
                Reply::Handled
            }
        }
    }

    /// Small records stand in the form's own fields; none of them holds another list.
    fn open_inner(&mut self, of: usize, item: Option<usize>, view: &View<'_>) -> Reply {
        if self.inner.is_none()
            && let Some(slot) = self.page.slots.get(of)
        {
            self.inner = Some(Inner::new(of, item, slot, self.page.around(), view));
        }
        Reply::Handled
    }

    fn open_picker(&mut self, begun: &str, view: &View<'_>) -> Reply {
        let near = self.near();
        let page = self.active();
        let Some(slot) = page.slot() else { return Reply::Handled };
        let Some(candidates) = pick::candidates(slot, page, near, view) else { return Reply::Handled };
        let title = view.words.label(slot.entity.table(), slot.field.name);
        Reply::Open(Box::new(Picker::new(title, candidates, false).begun(begun)))
    }

    /// Puts the small record into its field, if it can be read.
    fn close_inner(&mut self, view: &View<'_>) -> Reply {
        let Some(inner) = &mut self.inner else { return Reply::Handled };
        let read = match inner.read(view) {
            Ok(read) => read,
            Err(sentence) => return Reply::Refuse(sentence),
        };
        let Some(inner) = self.inner.take() else { return Reply::Handled };
        self.page.typing = false;
        if let (Some(value), Some(slot)) = (read, self.page.slots.get_mut(inner.of)) {
            inner.put(slot, value);
        }
        self.leave(view);
        Reply::Handled
    }

    /// Esc: out of the small record, else out of the text field, then out of the form, whose draft the frame keeps.
    fn back(&mut self, view: &View<'_>) -> Reply {
        if self.inner.is_some() {
            self.leave(view);
            return self.close_inner(view);
        }
        if self.page.is_typing() && !self.is_box() {
            self.leave(view);
            self.page.typing = false;
            return Reply::Handled;
        }
        Reply::Close
    }

    /// A click chooses a field, another on it opens it.
    fn click(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let Some(row) = self.active().row_at(x, y) else { return Reply::Handled };
        if self.active().at == row {
            return self.open_row(view);
        }
        self.leave(view);
        let page = self.active_mut();
        (page.at, page.typing) = (row, false);
        Reply::Handled
    }

    fn fold(&mut self) -> Reply {
        let page = self.active_mut();
        page.more = !page.more;
        if !page.rows().contains(&page.at) {
            page.at = Row::More;
        }
        Reply::Handled
    }

    fn take_back(&mut self, undo: bool) -> Reply {
        let page = self.active_mut();
        let done = if undo { page.undo() } else { page.redo() };
        match (done, undo) {
            (true, _) => Reply::Handled,
            (false, true) => Reply::Refuse(Sentence::new("nothing-to-undo")),
            (false, false) => Reply::Refuse(Sentence::new("nothing-to-redo")),
        }
    }

    /// Delete: the small record under the cursor, or the value of the field.
    fn take_out(&mut self) -> Reply {
        let page = self.active_mut();
        match page.at {
            Row::Item(of, n) => {
                if let Some(Slot { editor: Editor::Rows(rows), .. }) = page.slots.get_mut(of)
                    && n < rows.len()
                {
                    rows.remove(n);
                }
                page.at = Row::Slot(of);
            }
            Row::Slot(_) => {
                if let Some(slot) = page.slot_mut() {
                    slot.clear();
                }
            }
            Row::More => {}
        }
        page.settle();
        Reply::Handled
    }

    fn copy(&self, view: &View<'_>) -> Reply {
        let page = self.active();
        let Some(slot) = page.slot() else { return Reply::Handled };
        let value = slot.read(page.around(), view).unwrap_or_default();
        match super::shown::known(slot.entity, &slot.field, &value, page.around().currency, view) {
            Some(text) => Reply::Copy(text),
            None => Reply::Handled,
        }
    }

    fn editor(&self) -> Reply {
        match self.active().slot().map(|slot| &slot.editor) {
            Some(Editor::Long(text)) => Reply::Editor { text: text.text().to_owned(), ending: ".txt" },
            _ => Reply::Handled,
        }
    }

    /// A field that is left is checked: what it says, then what the rules say of it.
    fn leave(&mut self, view: &View<'_>) {
        self.active_mut().settle();
        let around = self.active().around();
        let in_form = self.inner.is_none();
        let Some(slot) = self.active_mut().slot_mut() else { return };
        if let Editor::Choice(choice) | Editor::Named(_, choice) = &mut slot.editor {
            choice.rest();
        }
        if !slot.is_touched() {
            return;
        }
        slot.wrong = slot.read(around, view).err();
        if slot.wrong.is_some() || !in_form {
            return;
        }
        let name = slot.field.name;
        let said = self.forbidden(view).filter(|(field, _)| field == name).map(|(_, sentence)| sentence);
        if let Some(slot) = self.page.slot_mut() {
            slot.wrong = said;
        }
    }

    /// The first rule that what stands in the form breaks, with its field.
    fn forbidden(&self, view: &View<'_>) -> Option<(String, Sentence)> {
        let (edit, _) = self.wish(view);
        let trouble = view.desk.preview(&edit, &Answers::yes()).err()?;
        let refusal = trouble.refusal()?;
        Some((own_field(refusal.field.as_deref()?).to_owned(), refusal.sentence.clone()))
    }

    fn save(&mut self, view: &View<'_>) -> Reply {
        if self.inner.is_some()
            && let refused @ Reply::Refuse(_) = self.close_inner(view)
        {
            return refused;
        }
        self.page.settle();
        let (edit, wrong) = self.wish(view);
        if let Some((at, sentence)) = wrong.into_iter().next() {
            self.point_at(at, &sentence);
            return Reply::Refuse(sentence);
        }
        match self.changed_elsewhere(view) {
            Some(sentence) => Reply::Refuse(sentence),
            None => answer_box::save(edit, self.answers_used()),
        }
    }

    /// The sentence beside its field, and the cursor there.
    pub(super) fn complain(&mut self, field: &str, sentence: &Sentence) {
        let part = || field.rsplit('.').next().and_then(|part| self.page.place_of(part));
        if let Some(at) = self.page.place_of(own_field(field)).or_else(part) {
            self.point_at(at, sentence);
        }
    }

    fn point_at(&mut self, at: usize, sentence: &Sentence) {
        if let Some(slot) = self.page.slots.get_mut(at) {
            slot.wrong = Some(sentence.clone());
        }
        self.page.go_to(at);
    }
}

/// The field of a dotted place: `evidence[1].date` is in `evidence`.
fn own_field(place: &str) -> &str {
    place.split(['[', '.']).next().unwrap_or(place)
}
