//! The board of an offer: its terms down, the interests of the client's people across, heads first. Keys score a cell,
//! move the offer, or try out what would be if; what it all comes to the domain knows.

mod acts;
mod cell;
mod cursor;
mod grid;
mod picture;
#[cfg(test)]
mod tests;
pub(crate) mod told;
mod versions;
mod what_if;

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use cell::Cell;
use what_if::WhatIf;

use super::client::{self, Subject, head};
use super::form;
use super::gathering::{Gathering, Leaving, Owned as _, Saving};
use super::line_box::LineBox;
use super::map::add_interest;
use crate::desk::{Made, OldOffer, Trouble};
use crate::domain::moves::OfferMove;
use crate::domain::offer::{Board, Replaced, TakenOff};
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
    whole: Kept<(Id<Proposal>, Option<i64>), Option<Board>>,
    /// What was taken off the offer, as the journal had it when the board was opened or the book changed.
    taken_off: Vec<TakenOff>,
    /// The versions that were replaced, as the journal had them then.
    versions: Vec<Replaced>,
    /// The one of them that is in sight.
    old: Option<OldOffer>,
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
            versions: Vec::new(),
            old: None,
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

    /// The board as the book has it, or had it until the version in sight was replaced.
    fn whole(&self, view: &View<'_>) -> Rc<Option<Board>> {
        let version = self.old.as_ref().map(|old| old.replaced.version);
        self.whole.get((self.offer, version), view, || Board::of(self.shown(view), self.offer, self.day(view)))
    }

    /// The day as of which the board is told.
    fn day(&self, view: &View<'_>) -> NaiveDate {
        self.old.as_ref().map_or(view.today(), |old| old.replaced.on)
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
        self.versions = view.desk.replaced_versions(self.offer).unwrap_or_default();
    }

    fn offer<'b>(&self, view: &View<'b>) -> Option<&'b Proposal> {
        view.book().proposal.get(self.offer)
    }

    fn term<'b>(&'b self, view: &View<'b>) -> Option<&'b ProposalTerm> {
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
        if self.old.is_some()
            && let Some(reply) = self.version_key(command, view)
        {
            return reply;
        }
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
            (command, _) => {
                let of_version = self.version_key(command, view);
                return of_version.unwrap_or_else(|| self.act(command, view));
            }
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
}

impl Layer for OfferBoard {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if let (Some(offer), Some(board)) = (self.shown_offer(view), self.board(view)) {
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
        match self.old {
            Some(_) => Here::section(Place::BOARD_VERSION, Place::BOARD),
            None => Here::screen(Place::BOARD),
        }
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
            (self.offer, self.old) = (copy, None);
            self.read_journal(view);
        }
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        self.read_journal(view);
        self.read_version_again(view);
        self.stay_within(view);
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.offer(view).map(|offer| offer.client)
    }

    fn draft(&self) -> Option<Unsaved> {
        self.typing.shown().map(|cell| Unsaved { key: self.key(), text: cell.to_json().to_string() })
    }
}
