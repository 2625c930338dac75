//! The board of an offer: its terms down, the interests of the client's people across, heads first. Keys score a cell,
//! move the offer, or try out what would be if; what it all comes to the domain knows.

mod acts;
mod cell;
mod grid;
mod picture;
#[cfg(test)]
mod tests;
pub(crate) mod told;
mod what_if;

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use cell::Cell;
use what_if::WhatIf;

use super::client::{self, Subject, head};
use super::form;
use super::gathering::{Gathering, Leaving, Owned as _, Saving};
use super::line_box::LineBox;
use super::map::add_interest;
use crate::desk::{Made, Trouble};
use crate::domain::moves::OfferMove;
use crate::domain::offer::{Board, Remark};
use crate::domain::{Arg, Client, Entity, Id, Interest, Person, Proposal, ProposalTerm, Sentence};
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, Unsaved, View};

/// What the answer of a box is for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Waiting {
    Nothing,
    Visit,
    InterestOf,
    Interest(Id<Person>),
}

pub struct OfferBoard {
    offer: Id<Proposal>,
    row: usize,
    column: usize,
    /// The score typed in the cell under the cursor.
    typing: Gathering<Cell>,
    /// The board as the book has it.
    whole: Kept<Id<Proposal>, Option<Board>>,
    /// What was taken off the offer, as the journal had it when the board was opened or the book changed.
    taken_off: Vec<Remark>,
    what_if: Option<WhatIf>,
    waiting: Waiting,
    /// Lines of what is said that are scrolled away; drawing keeps it within them.
    said: std::cell::Cell<usize>,
    /// Where the cells were drawn, for clicks.
    drawn: RefCell<Vec<(Rect, usize, usize)>>,
}

impl OfferBoard {
    pub fn new(offer: Id<Proposal>) -> Self {
        Self {
            offer,
            row: 0,
            column: 0,
            typing: Gathering::default(),
            whole: Kept::default(),
            taken_off: Vec::new(),
            what_if: None,
            waiting: Waiting::Nothing,
            said: std::cell::Cell::new(0),
            drawn: RefCell::default(),
        }
    }

    /// The board of a draft.
    pub fn of_draft(key: &str) -> Option<Self> {
        key.strip_prefix("board.offer.")?.parse().ok().map(|uuid| Self::new(Id::new(uuid)))
    }

    fn key(&self) -> String {
        format!("board.offer.{}", self.offer)
    }

    /// The board as the book has it.
    fn whole(&self, view: &View<'_>) -> Rc<Option<Board>> {
        self.whole.get(self.offer, view, || Board::of(view.book(), self.offer, view.today()))
    }

    /// The same with what is typed or tried out.
    fn board(&self, view: &View<'_>) -> Option<Board> {
        let mut board = (*self.whole(view)).clone()?;
        if let Some(cell) = self.typing.shown() {
            board.set(cell.term, cell.interest, cell.now);
        }
        if let Some(what_if) = &self.what_if {
            what_if.change(&mut board);
        }
        Some(board)
    }

    /// No picture waits for the journal. One that cannot be read was told when it happened.
    fn read_journal(&mut self, view: &View<'_>) {
        self.taken_off = view.desk.taken_off(self.offer).unwrap_or_default();
    }

    fn offer<'b>(&self, view: &View<'b>) -> Option<&'b Proposal> {
        view.book().proposal.get(self.offer)
    }

    /// The terms in sight: also those a what-if does without.
    fn terms<'b>(&self, view: &View<'b>) -> Vec<&'b ProposalTerm> {
        crate::domain::offer::terms(view.book(), self.offer)
    }

    fn term<'b>(&self, view: &View<'b>) -> Option<&'b ProposalTerm> {
        self.terms(view).get(self.row).copied()
    }

    /// Changes the cell under the cursor: in a what-if for now, else to be saved when the cell is left.
    fn press(&mut self, command: Command, view: &View<'_>) -> Reply {
        let whole = self.whole(view);
        let Some(whole) = whole.as_ref() else { return Reply::Close };
        let Some(fresh) = Cell::of(whole, self.row, self.column) else {
            return Reply::Refuse(self.nothing_to_score(whole, view));
        };
        if self.typing.is_of_another(&fresh.owner()) {
            return self.leave(Some(command), view).unwrap_or(Reply::Handled);
        }
        let mut cell = self.typed(fresh);
        match command {
            Command::ScoreUp => cell.shift(1),
            Command::ScoreDown => cell.shift(-1),
            _ => cell.now = None,
        }
        match &mut self.what_if {
            Some(what_if) => what_if.put(cell),
            None => self.typing.set(Some(cell).filter(|cell| cell.is_changed())),
        }
        Reply::Handled
    }

    /// The cell as the keys have left it so far.
    fn typed(&self, fresh: Cell) -> Cell {
        match self.what_if.as_ref().and_then(|what_if| what_if.tried(fresh.owner())) {
            Some(score) => Cell { now: score, ..fresh },
            None => self.typing.now().copied().unwrap_or(fresh),
        }
    }

    /// Whether the score of a cell is typed or tried out, and not in the book.
    fn is_typed(&self, term: Id<ProposalTerm>, interest: Id<Interest>) -> bool {
        let cell = self.typing.shown().is_some_and(|cell| cell.owner() == (term, interest));
        cell || self.what_if.as_ref().is_some_and(|what_if| what_if.tried((term, interest)).is_some())
    }

    fn nothing_to_score(&self, board: &Board, view: &View<'_>) -> Sentence {
        let interests = ("board-no-interests", Command::Interests);
        let (id, command) = if board.columns.is_empty() { interests } else { ("board-empty", Command::Add) };
        Sentence::new(id).text("key", self.key_of(command, view))
    }

    fn key_of(&self, command: Command, view: &View<'_>) -> String {
        view.commands.key_of(self.place(), command).unwrap_or_default()
    }

    /// Saves the cell; `then` is done afterwards.
    fn leave(&mut self, then: Option<Command>, view: &View<'_>) -> Option<Reply> {
        let cell = self.typing.take()?;
        let edit = acts::score(view.book(), self.offer(view)?, cell);
        Some(self.typing.save(cell, edit, then))
    }

    /// What was typed in the cell is taken back; nothing was saved.
    fn forget(&mut self) -> Reply {
        self.typing.set(None);
        Reply::forget_draft(self.key())
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if matches!(command, Command::ScoreUp | Command::ScoreDown | Command::Unjudged) {
            return self.press(command, view);
        }
        match self.typing.leaving(command) {
            Leaving::No => {}
            Leaving::Forget => return self.forget(),
            Leaving::Save(then) => return self.leave(then, view).unwrap_or(Reply::Handled),
        }
        if self.moved(command, view) {
            return Reply::Handled;
        }
        match (command, &mut self.what_if) {
            (Command::WhatIf | Command::Back, Some(_)) => self.what_if = None,
            (Command::WhatIf, None) => self.what_if = Some(WhatIf::default()),
            (Command::AgreeTerm, Some(_)) => self.toggle_term(view),
            (command, Some(_)) if acts::changes(command) => {
                let key = self.key_of(Command::WhatIf, view);
                return Reply::Refuse(Sentence::new("board-what-if-no").text("key", key));
            }
            (command, _) => return self.act(command, view),
        }
        Reply::Handled
    }

    /// In a what-if: with or without the term under the cursor.
    fn toggle_term(&mut self, view: &View<'_>) {
        let term = self.term(view).map(|term| Id::new(term.head.uid));
        if let (Some(what_if), Some(term)) = (&mut self.what_if, term) {
            what_if.toggle(term);
        }
    }

    fn act(&mut self, command: Command, view: &View<'_>) -> Reply {
        let Some(offer) = self.offer(view) else { return Reply::Ignored };
        let subject = Subject::new(Entity::Proposal, offer.head.uid);
        let term = self.term(view);
        match (command, term) {
            (Command::Add, _) => acts::add_term(offer, view),
            (Command::AgreeTerm, Some(term)) => Reply::Make(acts::agree(term)),
            (Command::Concede, Some(term)) => acts::concede(offer, term, view),
            (Command::Open, Some(term)) => {
                client::act(Command::Edit, Subject::new(Entity::ProposalTerm, term.head.uid), offer.client, view)
            }
            (Command::Remove, Some(term)) => {
                client::act(command, Subject::new(Entity::ProposalTerm, term.head.uid), offer.client, view)
            }
            (Command::NewVersion, _) => acts::moved(self.offer, OfferMove::Version),
            (Command::CopyOffer, _) => acts::moved(self.offer, OfferMove::Copy),
            (Command::AcceptOffer, _) => acts::moved(self.offer, OfferMove::Accept { on: None }),
            (Command::DeclineOffer, _) => acts::decline(offer, view),
            (Command::Present, _) => {
                let reply = acts::present(offer, view);
                self.waiting = Waiting::Visit;
                reply
            }
            (Command::Interests, _) => {
                let Some(board) = self.board(view) else { return Reply::Ignored };
                self.waiting = Waiting::InterestOf;
                Reply::Open(Box::new(acts::pick_person(&board, view)))
            }
            (Command::Edit, _) => client::act(command, subject, offer.client, view),
            _ => head::on(command, offer.client, view).unwrap_or(Reply::Ignored),
        }
    }

    /// Brings the cursor to a cell, where the board has it.
    fn go_to(&mut self, (term, interest): (Id<ProposalTerm>, Id<Interest>), view: &View<'_>) -> bool {
        let board = self.whole(view);
        let row = board.iter().flat_map(|board| &board.terms).position(|row| row.term == term);
        let column = board.iter().flat_map(|board| &board.columns).position(|column| column.interest == interest);
        let (Some(row), Some(column)) = (row, column) else { return false };
        (self.row, self.column) = (row, column);
        true
    }

    fn columns(&self, view: &View<'_>) -> usize {
        self.whole(view).as_ref().as_ref().map_or(0, |board| board.columns.len())
    }

    /// Moves the cursor; whether it was a key of moving.
    fn moved(&mut self, command: Command, view: &View<'_>) -> bool {
        let rows = self.terms(view).len();
        let columns = self.columns(view);
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = (self.column + 1).min(columns.saturating_sub(1)),
            Command::Up => self.row = self.row.saturating_sub(1),
            Command::Down => self.row = (self.row + 1).min(rows.saturating_sub(1)),
            Command::First => self.row = 0,
            Command::Last => self.row = rows.saturating_sub(1),
            Command::PageDown | Command::HalfDown => self.said.set(self.said.get() + SCROLL),
            Command::PageUp | Command::HalfUp => self.said.set(self.said.get().saturating_sub(SCROLL)),
            _ => return false,
        }
        true
    }

    fn returned(&mut self, returned: Returned, view: &View<'_>) -> Reply {
        let waiting = std::mem::replace(&mut self.waiting, Waiting::Nothing);
        let Some(offer) = self.offer(view) else { return Reply::Handled };
        match (waiting, returned) {
            (Waiting::Visit, Returned::Record(visit)) => {
                acts::moved(self.offer, OfferMove::Present { visit: Some(Id::new(visit)) })
            }
            (Waiting::InterestOf, Returned::Record(person)) => {
                self.waiting = Waiting::Interest(Id::new(person));
                let name = form::name::person(Id::new(person), view);
                let title = view.say_with("board-interest-of", &[("person", Arg::text(name))]);
                Reply::Open(Box::new(LineBox::new(title)))
            }
            (Waiting::Interest(person), Returned::Text(text)) if !text.is_empty() => {
                Reply::Make(add_interest(offer.client, person, &text))
            }
            _ => Reply::Handled,
        }
    }

    fn click(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(cell, ..)| cell.contains((x, y).into())).copied();
        let Some((_, row, column)) = hit else { return Reply::Ignored };
        let reply = self.leave(None, view).unwrap_or(Reply::Handled);
        (self.row, self.column) = (row, column);
        reply
    }
}

/// Lines by which what is said goes on.
const SCROLL: usize = 5;

impl Layer for OfferBoard {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if let (Some(offer), Some(board)) = (self.offer(view), self.board(view)) {
            picture::draw(self, offer, &board, frame, area, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(command) => self.command(command, view),
            Input::Returned(returned) => self.returned(returned, view),
            Input::Typed(Command::CopyOffer, _) => self.command(Command::CopyOffer, view),
            Input::Click { x, y } => self.click(x, y, view),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::BOARD)
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.read_journal(view);
        let Ok(Some(draft)) = view.desk.draft(&self.key()) else { return Reply::Handled };
        let read = serde_json::from_str(&draft.text).ok();
        let Some(cell) = read.as_ref().and_then(Cell::from_json) else { return Reply::Handled };
        if !self.go_to(cell.owner(), view) {
            return Reply::Handled;
        }
        self.typing.set(Some(cell));
        let at = draft.at.with_timezone(&view.book().settings().zone).naive_local();
        Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at)))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, view: &View<'_>) -> Reply {
        match self.typing.made(outcome) {
            Saving::Other => {}
            Saving::Saved(reply) => return reply,
            // A score that the rules refuse will be refused again: one key put it there, so it goes.
            Saving::Kept(_) if outcome.as_ref().is_err_and(|trouble| trouble.refusal().is_some()) => {
                self.typing.set(None);
                return Reply::Handled;
            }
            Saving::Kept(cell) => {
                self.go_to(cell, view);
                return Reply::Handled;
            }
        }
        let Ok(made) = outcome else { return Reply::Handled };
        // A copy is what one goes on with.
        let copy = made.changed.iter().find(|(entity, _)| *entity == Entity::Proposal).map(|(_, uuid)| Id::new(*uuid));
        if let Some(copy) = copy.filter(|copy| *copy != self.offer && view.book().proposal.get(*copy).is_some()) {
            self.offer = copy;
            self.read_journal(view);
        }
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        self.read_journal(view);
        self.row = self.row.min(self.terms(view).len().saturating_sub(1));
        let columns = self.columns(view);
        self.column = self.column.min(columns.saturating_sub(1));
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.offer(view).map(|offer| offer.client)
    }

    fn draft(&self) -> Option<Unsaved> {
        self.typing.shown().map(|cell| Unsaved { key: self.key(), text: cell.to_json().to_string() })
    }
}
