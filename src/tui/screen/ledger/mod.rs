//! A client's figures as a grid, months down and figures across: typed cell by cell, kept until the month is left, and
//! saved as one step for the month.

pub mod closing;
mod picture;
#[cfg(test)]
mod tests;
mod typed;

use std::cell::{Cell, RefCell};

use ratatui::Frame;
use ratatui::layout::Rect;

use typed::Typed;

use super::client::{Subject, head};
use super::form;
use super::gathering::{Gathering, Leaving, Owned, Saving};
use crate::desk::{Made, Trouble};
use crate::domain::date::Month;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::Kind;
use crate::domain::ledger_file::Figure;
use crate::domain::money::Currency;
use crate::domain::{Arg, Client, Entity, Id, LedgerMonth, Row, Sentence};
use crate::tui::command::{Command, Here, Place};
use crate::tui::keys::Code;
use crate::tui::layer::{Input, Layer, Reply, Unsaved, View};
use crate::tui::target::{Tab, Target};
use crate::tui::widget::field::Field;

/// Months back that are shown at least.
const MONTHS: i32 = 36;

/// One line of the grid: a month in one currency, and the book's row where it has one.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    month: Month,
    currency: Currency,
    row: Option<&'a LedgerMonth>,
}

pub struct Ledger {
    client: Id<Client>,
    line: usize,
    column: usize,
    /// What is being typed into the cell under the cursor.
    field: Option<Field>,
    /// Figures of the month under the cursor that are typed and not saved.
    typed: Gathering<Typed>,
    /// The first line in sight.
    top: Cell<usize>,
    /// Lines that were drawn.
    height: Cell<usize>,
    /// The month and currency under the cursor when it was drawn.
    stands: Cell<Option<(Month, Currency)>>,
    /// Where the cells were drawn, for clicks.
    drawn: RefCell<Vec<(Rect, usize, usize)>>,
}

impl Ledger {
    pub fn new(client: Id<Client>) -> Self {
        Self {
            client,
            line: 0,
            column: 0,
            field: None,
            typed: Gathering::default(),
            top: Cell::default(),
            height: Cell::default(),
            stands: Cell::default(),
            drawn: RefCell::default(),
        }
    }

    /// With the cursor on a row, where there is one, else on the last month that is over.
    pub fn at(client: Id<Client>, row: Option<&LedgerMonth>, view: &View<'_>) -> Self {
        let mut ledger = Self::new(client);
        let over = Month::of(view.today()).plus(-1);
        let lines = ledger.lines(view);
        let stands = |line: &Line<'_>| match row {
            Some(row) => line.month == row.month && line.currency == row.currency,
            None => line.month == over,
        };
        ledger.line = lines.iter().position(stands).unwrap_or(0);
        ledger
    }

    /// The grid of a draft.
    pub fn of_draft(key: &str) -> Option<Self> {
        key.strip_prefix("ledger.client.")?.parse().ok().map(|uuid| Self::new(Id::new(uuid)))
    }

    fn key(&self) -> String {
        format!("ledger.client.{}", self.client)
    }

    /// Every month from this one back, newest first, with a line for each currency the client has in it.
    fn lines<'b>(&self, view: &View<'b>) -> Vec<Line<'b>> {
        let mut rows: Vec<&LedgerMonth> =
            view.book().ledger_month.of(self.client).filter(|row| row.client == self.client).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.month), row.currency));
        let usual = rows.first().map_or(view.book().settings().reporting_currency, |row| row.currency);
        let now = Month::of(view.today());
        let first = rows.last().map_or(now, |row| row.month).min(now.plus(1 - MONTHS));
        let mut lines = Vec::new();
        let mut rows = rows.into_iter().peekable();
        for back in 0..=now.index() - first.index() {
            let month = now.plus(-back);
            let known = lines.len();
            while let Some(row) = rows.next_if(|row| row.month >= month) {
                lines.push(Line { month: row.month, currency: row.currency, row: Some(row) });
            }
            if lines.len() == known {
                lines.push(Line { month, currency: usual, row: None });
            }
        }
        lines
    }

    /// Puts the cursor on the month of what is typed.
    fn go_to(&mut self, owner: (Month, Currency), view: &View<'_>) {
        let at = self.lines(view).iter().position(|line| (line.month, line.currency) == owner);
        self.line = at.unwrap_or(self.line);
    }

    fn here<'b>(&self, view: &View<'b>) -> Option<Line<'b>> {
        self.lines(view).get(self.line).copied()
    }

    fn figure(&self) -> Figure {
        Figure::ALL.get(self.column).copied().unwrap_or(Figure::Income)
    }

    /// A figure as it is typed, else as the book has it.
    fn value(&self, line: &Line<'_>, figure: Figure) -> Option<i64> {
        let typed = self.typed.shown().filter(|typed| typed.is_of(line));
        let typed = typed.and_then(|typed| typed.figure(figure));
        typed.unwrap_or_else(|| line.row.and_then(|row| row.figure(figure)))
    }

    /// Opens the cell, with what it holds or with the first key typed into it.
    fn edit(&mut self, first: Option<String>, view: &View<'_>) -> Reply {
        let Some(line) = self.here(view) else { return Reply::Ignored };
        let value = self.value(&line, self.figure());
        let cx = EntryContext::new(view.book(), view.now()).in_currency(Some(line.currency));
        let held = || entry::show(Kind::Minor, &value.into(), &cx);
        self.field = Some(Field::new(first.unwrap_or_else(held)));
        Reply::Handled
    }

    /// Takes what was typed into the month.
    ///
    /// # Errors
    /// It is no amount of the line's currency.
    fn accept(&mut self, view: &View<'_>) -> Result<(), Sentence> {
        let (Some(field), Some(line)) = (self.field.as_ref(), self.here(view)) else { return Ok(()) };
        let cx = EntryContext::new(view.book(), view.now()).in_currency(Some(line.currency));
        let json = match Entity::LedgerMonth.field(self.figure().field()) {
            Some(of) => entry::read_field(Entity::LedgerMonth, of, field.text(), &cx)?,
            None => return Ok(()),
        };
        self.field = None;
        self.put(&line, json.as_i64());
        Ok(())
    }

    fn put(&mut self, line: &Line<'_>, value: Option<i64>) {
        let mut typed = self.typed.take().unwrap_or_else(|| Typed::of(line));
        typed.put(self.figure(), value, line.row);
        self.typed.set(Some(typed).filter(|typed| !typed.is_empty()));
    }

    /// What a command means while a cell is open; none when it means what it does elsewhere.
    fn while_typing(&mut self, command: Command, view: &View<'_>) -> Option<Reply> {
        self.field.as_ref()?;
        if let Err(why) = self.accept(view) {
            if command == Command::Back {
                self.field = None;
            }
            return Some(Reply::Refuse(why));
        }
        match command {
            Command::Open => Some(self.command(Command::Down, view)),
            Command::Next => Some(self.command(Command::NextPane, view)),
            Command::Previous => Some(self.command(Command::PreviousPane, view)),
            Command::Back => Some(Reply::Handled),
            _ => None,
        }
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if let Some(reply) = self.while_typing(command, view) {
            return reply;
        }
        match command {
            Command::Left | Command::PreviousPane => self.column = self.column.saturating_sub(1),
            Command::Right | Command::NextPane => self.column = (self.column + 1).min(Figure::ALL.len() - 1),
            Command::Open | Command::Edit => return self.edit(None, view),
            Command::Number(digit) => return self.edit(Some(digit.to_string()), view),
            Command::Remove => return self.empty(view),
            _ => return self.leaving(command, view),
        }
        Reply::Handled
    }

    /// Empties the cell; a row in which nothing is known any more is taken out.
    fn empty(&mut self, view: &View<'_>) -> Reply {
        let Some(line) = self.here(view) else { return Reply::Handled };
        let nothing = |row: &&LedgerMonth| Figure::ALL.iter().all(|figure| row.figure(*figure).is_none());
        match line.row.filter(nothing).filter(|_| self.typed.now().is_none()) {
            Some(row) => super::client::remove(Subject::new(Entity::LedgerMonth, row.head.uid), view),
            None => {
                self.put(&line, None);
                Reply::Handled
            }
        }
    }

    /// What a command means that leaves the month.
    fn leaving(&mut self, command: Command, view: &View<'_>) -> Reply {
        match self.typed.leaving(command) {
            Leaving::No => self.elsewhere(command, view),
            Leaving::Forget => {
                self.typed.set(None);
                Reply::forget_draft(self.key())
            }
            Leaving::Save(then) => self.save(then.filter(|then| *then != Command::Save), view),
        }
    }

    /// Saves the month; a row that is another one than it was when typing began has to be looked at first.
    fn save(&mut self, then: Option<Command>, view: &View<'_>) -> Reply {
        let Some(mut typed) = self.typed.take() else { return Reply::Handled };
        let now = self.lines(view).into_iter().find(|line| typed.is_of(line)).and_then(|line| line.row);
        if let Some(row) = now.filter(|row| typed.is_other(row)) {
            typed.look_at(row);
            self.typed.set(Some(typed));
            let record = row.clone().into_record();
            let at = row.head.updated_at.with_timezone(&view.book().settings().zone).naive_local();
            let changed = Sentence::new("row-changed-elsewhere").text("record", form::name::of_record(&record, view));
            return Reply::Refuse(changed.with("time", Arg::Time(at)));
        }
        let edit = typed.edit(self.client);
        self.typed.save(typed, edit, then)
    }

    fn elsewhere(&mut self, command: Command, view: &View<'_>) -> Reply {
        let last = self.lines(view).len().saturating_sub(1);
        let page = self.height.get().max(1);
        match command {
            Command::Up => self.line = self.line.saturating_sub(1),
            Command::Down => self.line = (self.line + 1).min(last),
            Command::PageUp | Command::HalfUp => self.line = self.line.saturating_sub(page),
            Command::PageDown | Command::HalfDown => self.line = (self.line + page).min(last),
            Command::First => self.line = 0,
            Command::Last => self.line = last,
            Command::CloseMonth => return self.close_month(view),
            Command::Add => return self.add(),
            _ => return head::on(command, self.client, view).unwrap_or(Reply::Ignored),
        }
        Reply::Handled
    }

    fn close_month(&self, view: &View<'_>) -> Reply {
        match self.here(view) {
            Some(Line { row: Some(row), .. }) => closing::of_row(row),
            Some(Line { month, .. }) => Reply::Refuse(Sentence::new("ledger-no-row").with("month", Arg::Month(month))),
            None => Reply::Ignored,
        }
    }

    /// A month in another currency, or what the grid does not show: on the form.
    fn add(&self) -> Reply {
        Reply::Go(Target::Form { entity: Entity::LedgerMonth, uuid: None, client: Some(self.client) })
    }

    fn click(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(cell, ..)| cell.contains((x, y).into())).copied();
        let Some((_, line, column)) = hit else { return Reply::Ignored };
        if let Err(why) = self.accept(view) {
            return Reply::Refuse(why);
        }
        if line != self.line && self.typed.now().is_some() {
            return self.save(None, view);
        }
        (self.line, self.column) = (line, column);
        Reply::Handled
    }
}

impl Layer for Ledger {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let below = head::draw(frame, area, self.client, Tab::Money, view);
        picture::draw(self, frame, below, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Walked(client) => Reply::Replace(Box::new(Self::at(client, None, view))),
            Input::Do(command) => self.command(command, view),
            Input::Click { x, y } => self.click(x, y, view),
            Input::Wheel(by) => self.command(if by > 0 { Command::Down } else { Command::Up }, view),
            input => match (&mut self.field, &input) {
                (Some(field), input) => {
                    if field.on(input) {
                        Reply::Handled
                    } else {
                        Reply::Ignored
                    }
                }
                (None, Input::Key(key)) => match key.code {
                    Code::Char(c @ ('-' | '(' | '0'..='9')) if !key.ctrl => self.edit(Some(c.to_string()), view),
                    _ => Reply::Ignored,
                },
                (None, Input::Paste(text)) => self.edit(Some(text.trim().to_owned()), view),
                _ => Reply::Ignored,
            },
        }
    }

    fn place(&self) -> Here {
        let here = Here::section(Place::LEDGER, Place::CLIENT);
        if self.field.is_some() { here.typing() } else { here }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        let Ok(Some(draft)) = view.desk.draft(&self.key()) else { return Reply::Handled };
        let Some(typed) = Typed::from_json(&draft.text) else { return Reply::Handled };
        let Some(line) = self.lines(view).iter().position(|line| typed.is_of(line)) else { return Reply::Handled };
        self.line = line;
        if let Some((figure, text)) = &typed.open {
            self.column = *figure as usize;
            self.field = Some(Field::new(text.clone()));
        }
        self.typed.set(Some(typed).filter(|typed| !typed.is_empty()));
        let at = draft.at.with_timezone(&view.book().settings().zone).naive_local();
        Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at)))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        match self.typed.made(outcome) {
            Saving::Saved(reply) => return reply,
            // No keeps the old value, on the screen as in the book.
            Saving::Kept(_) if said_no(outcome) => {
                self.typed.set(None);
                return Reply::forget_draft_saying(self.key(), Sentence::new("nothing-saved"));
            }
            Saving::Kept(owner) => self.go_to(owner, view),
            Saving::Other => {}
        }
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        self.line = self.line.min(self.lines(view).len().saturating_sub(1));
        if let Some(owner) = self.typed.now().map(Typed::owner) {
            self.go_to(owner, view);
        }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }

    fn draft(&self) -> Option<Unsaved> {
        let text = match (&self.field, self.typed.shown()) {
            (None, None) => return None,
            (None, Some(typed)) => typed.to_json(None),
            (Some(field), typed) => {
                let (month, currency) = self.stands.get()?;
                let typed = typed.cloned().unwrap_or_else(|| Typed::new(month, currency));
                typed.to_json(Some((self.figure(), field.text())))
            }
        };
        Some(Unsaved { key: self.key(), text })
    }
}

/// Whether a question of the rules was answered with no, or not at all.
fn said_no(outcome: &Result<Made, Trouble>) -> bool {
    let refusal = outcome.as_ref().err().and_then(Trouble::refusal);
    refusal.is_some_and(|refusal| refusal.sentence.id == "nothing-saved")
}

/// What keys do with the months of the Money tab: Enter and `a` open the grid, `C` closes a month.
pub fn on_tab(command: Command, subject: Option<Subject>, client: Id<Client>, view: &View<'_>) -> Option<Reply> {
    let month = subject.filter(|subject| subject.entity == Entity::LedgerMonth);
    let row = month.and_then(|month| view.book().ledger_month.by_uuid(month.uuid));
    match (command, row) {
        (Command::Add, None) if subject.is_none() => Some(Reply::Open(Box::new(Ledger::at(client, None, view)))),
        (Command::Add | Command::Open, Some(_)) => Some(Reply::Open(Box::new(Ledger::at(client, row, view)))),
        (Command::CloseMonth, Some(row)) => Some(closing::of_row(row)),
        _ => None,
    }
}
