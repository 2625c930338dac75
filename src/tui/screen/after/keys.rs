//! What the keys do on the page.

use super::After;
use super::people::press;
use super::rows::{Item, NEEDS, NEXT, OUTCOME, OUTCOME_ROW, PEOPLE, PROMISES, QUESTIONS, REST, SECTIONS, rows};
use super::send::{base_need, base_person};
use super::slots::Slot;
use crate::domain::Sentence;
use crate::domain::after_visit::Came;
use crate::domain::words::{Weight, Who};
use crate::tui::command::Command;
use crate::tui::keys::Code;
use crate::tui::layer::{Input, Reply, View};
use crate::tui::screen::role_keys::is_role_key;

impl After {
    pub(super) fn input(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(command) => self.command(command, view),
            Input::Returned(returned) => self.returned(returned, view),
            Input::Key(_) | Input::Paste(_) | Input::Edited(_) if self.writing.is_some() => self.type_in(&input, view),
            Input::Edited(text) => self.edited(&text, view),
            Input::Click { x, y } => self.clicked(x, y, view),
            Input::Wheel(lines) => self.command(if lines > 0 { Command::Down } else { Command::Up }, view),
            Input::Key(key) if key.code == Code::Char(' ') && !key.ctrl => self.turn(true),
            _ => Reply::Ignored,
        }
    }

    /// A key for the text under the cursor.
    pub(super) fn type_in(&mut self, input: &Input, view: &View<'_>) -> Reply {
        let Some(writing) = &mut self.writing else { return Reply::Ignored };
        if !writing.on(input) {
            return Reply::Ignored;
        }
        let (slot, text) = (writing.slot(), writing.text().to_owned());
        // A line that is being added is none of the page yet.
        if slot.new_line().is_none() && text != slot.text(&self.page, &self.texts) {
            self.mark_text();
        }
        let usual = self.usual(view);
        slot.put(&text, &mut self.page, &mut self.texts, &usual, view);
        Reply::Handled
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if self.writing.is_some() {
            match command {
                Command::Open => return self.line_ended(view),
                Command::Back => {
                    self.typing = false;
                    return self.end_writing(view).map_or_else(Reply::Refuse, |()| Reply::Handled);
                }
                Command::Editor => {
                    let text = self.writing.as_ref().map(|writing| writing.text().to_owned()).unwrap_or_default();
                    return Reply::Editor { text, ending: ".txt" };
                }
                Command::InsertAnswer => return self.answers(view),
                Command::Up | Command::Down => {
                    if let Err(wrong) = self.end_writing(view) {
                        return Reply::Refuse(wrong);
                    }
                    self.step(command == Command::Down);
                    self.focus();
                    return Reply::Handled;
                }
                _ => {}
            }
        }
        match command {
            Command::NextPane | Command::Next => return self.tab(true, view),
            Command::PreviousPane | Command::Previous => return self.tab(false, view),
            Command::Number(digit) if (1..=SECTIONS).contains(&usize::from(digit)) => {
                return self.open_section(usize::from(digit) - 1, view);
            }
            Command::Up | Command::Down => {
                self.step(command == Command::Down);
                if self.typing {
                    self.focus();
                }
            }
            Command::First => self.at[self.section] = 0,
            Command::Last => self.at[self.section] = self.rows().len().saturating_sub(1),
            Command::Save => return self.save(view),
            // It is being written up.
            Command::WriteUp | Command::AddWriteUp => return Reply::Handled,
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Left => return self.turn(false),
            Command::Right => return self.turn(true),
            Command::Open => return self.open_row(),
            Command::Add => return self.add(view),
            Command::Remove => self.remove(),
            Command::EditPage => return self.in_editor(view),
            _ => return self.in_section(command),
        }
        Reply::Handled
    }

    pub(super) fn open_section(&mut self, section: usize, view: &View<'_>) -> Reply {
        if let Err(wrong) = self.end_writing(view) {
            return Reply::Refuse(wrong);
        }
        self.section = section;
        self.last = None;
        if section == OUTCOME {
            self.at[OUTCOME] = OUTCOME_ROW;
        }
        self.top.set(0);
        self.focus();
        Reply::Handled
    }

    /// The row to which Tab goes in a section of fields; none where it leaves the section. The outcome is what is written
    /// after every visit: from there Tab leads straight to the people.
    pub(super) fn next_field(&self, forward: bool) -> Option<usize> {
        let row = self.row();
        match self.section {
            OUTCOME if forward && row == OUTCOME_ROW => None,
            OUTCOME | NEXT | REST if forward => Some(row + 1).filter(|row| *row < self.rows().len()),
            OUTCOME | NEXT | REST => row.checked_sub(1),
            _ => None,
        }
    }

    /// The next or previous field; past the last one the next section, in which the fields are gone through again.
    fn tab(&mut self, forward: bool, view: &View<'_>) -> Reply {
        if let Some(row) = self.next_field(forward) {
            if let Err(wrong) = self.end_writing(view) {
                return Reply::Refuse(wrong);
            }
            self.at[self.section] = row;
            self.focus();
            return Reply::Handled;
        }
        let section = (self.section + if forward { 1 } else { SECTIONS - 1 }) % SECTIONS;
        if matches!(section, NEXT | REST) {
            let last = rows(section, &self.page).len().saturating_sub(1);
            self.at[section] = if forward { 0 } else { last };
        }
        self.open_section(section, view)
    }

    /// A click on a row stands on it, one on a title opens its section.
    fn clicked(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let found = self.drawn.borrow().iter().find(|(line, ..)| line.contains((x, y).into())).copied();
        let Some((_, section, row)) = found else { return Reply::Ignored };
        let reply = if section == self.section { Reply::Handled } else { self.open_section(section, view) };
        if let (Some(row), Reply::Handled) = (row, &reply) {
            self.at[section] = row;
            self.focus();
        }
        reply
    }

    fn step(&mut self, down: bool) {
        let (row, rows) = (self.row(), self.rows().len());
        self.last = None;
        self.at[self.section] = if down { (row + 1).min(rows.saturating_sub(1)) } else { row.saturating_sub(1) };
    }

    /// Leaves the text; a line that was being added becomes a row. One that cannot be read keeps the cursor.
    pub(super) fn end_writing(&mut self, view: &View<'_>) -> Result<(), Sentence> {
        let Some(writing) = self.writing.take() else { return Ok(()) };
        if writing.slot().is_new_line()
            && let Err(wrong) = self.add_line(writing.slot(), view)
        {
            self.writing = Some(writing);
            return Err(wrong);
        }
        Ok(())
    }

    /// Enter in a text of one line: the row is there, or the next field.
    fn line_ended(&mut self, view: &View<'_>) -> Reply {
        let slot = self.writing.as_ref().map(super::Writing::slot);
        if let Err(wrong) = self.end_writing(view) {
            return Reply::Refuse(wrong);
        }
        match slot {
            Some(Slot::Answer(_) | Slot::Quote(_)) | None => {}
            Some(slot) if slot.is_new_line() => {}
            Some(_) => {
                self.step(true);
                self.focus();
            }
        }
        Reply::Handled
    }

    /// Space and the arrows on what is ticked or chosen.
    fn turn(&mut self, forward: bool) -> Reply {
        let item = self.item();
        match item {
            Some(Item::Tick(tick)) => {
                self.mark();
                tick.turn(&mut self.page);
            }
            Some(Item::Pick(pick)) => {
                self.mark();
                pick.turn(&mut self.page, forward);
            }
            _ => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn open_row(&mut self) -> Reply {
        match self.item() {
            Some(Item::Text(_)) => self.focus(),
            Some(Item::Question(at)) => {
                self.mark();
                self.write(Slot::Answer(at));
            }
            Some(Item::Need(at)) => {
                self.mark();
                self.write(Slot::Quote(at));
            }
            Some(Item::Promise(at)) => self.retype_promise(at),
            Some(Item::Tick(_) | Item::Pick(_)) => return self.turn(true),
            _ => {}
        }
        Reply::Handled
    }

    /// The keys of the open section.
    fn in_section(&mut self, command: Command) -> Reply {
        let row = self.row();
        match (self.section, command) {
            (PEOPLE, _) if is_role_key(command) => self.press(command, row),
            (PEOPLE, Command::Came) => {
                self.mark();
                if let Some(line) = self.page.people.get_mut(row) {
                    line.came = Some(match line.came {
                        None | Some(Came::Unknown) => Came::Yes,
                        Some(Came::Yes) => Came::No,
                        Some(Came::No) => Came::Unknown,
                    });
                }
                Reply::Handled
            }
            (PEOPLE, Command::Interests) => {
                if let Some(line) = self.page.people.get(row) {
                    self.write(Slot::NewInterest(line.person));
                }
                Reply::Handled
            }
            (QUESTIONS, Command::Answered) => {
                self.mark();
                if let Some(line) = self.page.questions.get_mut(row) {
                    line.asked = Some(line.asked != Some(true));
                }
                Reply::Handled
            }
            (NEEDS, Command::GiveEvidence) => {
                self.mark();
                self.give_evidence(row);
                Reply::Handled
            }
            (NEEDS, Command::Voiced) => {
                self.mark();
                if let Some(line) = self.page.needs.get_mut(row) {
                    line.voiced();
                }
                Reply::Handled
            }
            (PROMISES, Command::Toggle) => {
                self.mark();
                if let Some(line) = self.page.promises.get_mut(row) {
                    line.done = Some(line.done != Some(true));
                }
                Reply::Handled
            }
            (PROMISES, Command::WeOwe) => self.promise_of(row, Who::We),
            (PROMISES, Command::TheyOwe) => self.promise_of(row, Who::They),
            _ => Reply::Ignored,
        }
    }

    fn press(&mut self, command: Command, row: usize) -> Reply {
        let before = self.standing();
        let Some(line) = self.page.people.get_mut(row) else { return Reply::Handled };
        let base = base_person(&self.base, line.person);
        if press(base, line, &mut self.last, command) {
            self.future.clear();
            self.past.push(before);
        }
        Reply::Handled
    }

    /// Evidence of this visit: a hint, then said, then none again.
    fn give_evidence(&mut self, row: usize) {
        let Some(line) = self.page.needs.get_mut(row) else { return };
        let base = base_need(&self.base, line).cloned();
        line.off = false;
        match line.weight {
            None => line.seen(Weight::Hint),
            Some(Weight::Hint) => line.seen(Weight::Said),
            Some(_) => {
                line.state = base.as_ref().and_then(|base| base.state);
                (line.weight, line.quote) = (None, None);
                line.off = base.is_some_and(|base| base.has_evidence());
            }
        }
    }

    /// Whose the new promise under the cursor is; anywhere else a new one of theirs or ours begins.
    fn promise_of(&mut self, row: usize, who: Who) -> Reply {
        match self.page.promises.get(row).filter(|line| line.promise.is_none()) {
            Some(_) => {
                self.mark();
                self.page.promises[row].who = Some(who);
            }
            None => self.write(Slot::NewPromise(who)),
        }
        Reply::Handled
    }

    fn undo(&mut self) -> Reply {
        let Some(before) = self.past.pop() else { return Reply::Refuse(Sentence::new("nothing-to-undo")) };
        let now = self.swap(before);
        self.future.push(now);
        Reply::Handled
    }

    fn redo(&mut self) -> Reply {
        let Some(after) = self.future.pop() else { return Reply::Refuse(Sentence::new("nothing-to-redo")) };
        let now = self.swap(after);
        self.past.push(now);
        Reply::Handled
    }

    fn swap(&mut self, (page, texts, inserted): super::Standing) -> super::Standing {
        let page = std::mem::replace(&mut self.page, page);
        let texts = std::mem::replace(&mut self.texts, texts);
        (page, texts, std::mem::replace(&mut self.inserted, inserted))
    }
}
