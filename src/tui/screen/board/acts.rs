//! What is done on the board: scores, terms, concessions, interests, and the moves of the offer.

use serde_json::Value as Json;

use super::cell::Cell;
use crate::desk::Trouble;
use crate::domain::edit::fields;
use crate::domain::field::FieldType;
use crate::domain::json::Amount;
use crate::domain::moves::{Move, OfferMove};
use crate::domain::offer::{Board, may_have_been_presented};
use crate::domain::rules::value_of;
use crate::domain::words::{ProposalState, TermState, Who};
use crate::domain::{
    Amend, Answers, Book, Edit, Entity, Fields, Id, Person, Proposal, ProposalTerm, Row, Sentence, TermScore, Visit,
};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::form;
use crate::tui::widget::picker::{Candidate, Picker};

/// The step that saves a cell: a score written, changed, or taken back to not judged.
pub(super) fn score(book: &Book, offer: &Proposal, cell: Cell) -> Edit {
    let found = |row: &&TermScore| row.term == cell.term && row.interest == cell.interest;
    let known = book.term_score.of(cell.term).find(found).map(|row| row.head.uid);
    let edit = match (known, cell.now) {
        (Some(uuid), Some(score)) => {
            Edit::Amend(Amend::new(Entity::TermScore, uuid, fields([("score", score.into())])))
        }
        (Some(uuid), None) => Edit::Remove { entity: Entity::TermScore, uuid, fields: Fields::new(), reason: None },
        (None, score) => Edit::Add {
            entity: Entity::TermScore,
            fields: fields([("term", cell.term.json()), ("interest", cell.interest.json()), ("score", score.json())]),
        },
    };
    let label = book.proposal_term.get(cell.term).map(|term| term.label.clone()).unwrap_or_default();
    let title = Sentence::new("title-offer-scored").text("term", label);
    Edit::Together { title, client: Some(offer.client), edits: vec![edit] }
}

/// A term agreed; an agreed one open again.
pub(super) fn agree(term: &ProposalTerm) -> Edit {
    let state = if term.state == TermState::Agreed { TermState::Open } else { TermState::Agreed };
    Edit::Amend(Amend::new(Entity::ProposalTerm, term.head.uid, fields([("state", state.json())])))
}

pub(super) fn add_term(offer: &Proposal, view: &View<'_>) -> Reply {
    let given = fields([("proposal", offer.uid().json())]);
    Reply::Open(form::add_with(Entity::ProposalTerm, given, offer.client, view))
}

/// A concession of ours on a term, from what it is now.
pub(super) fn concede(offer: &Proposal, term: &ProposalTerm, view: &View<'_>) -> Reply {
    let now = term.value.as_ref().map(|value| plain(value, view));
    let given = fields([
        ("term", term.uid().json()),
        ("by", Who::We.json()),
        ("from_value", now.json()),
        ("on", view.today().json()),
    ]);
    Reply::Open(form::add_with(Entity::Concession, given, offer.client, view))
}

/// A value in words that are read back as the value they stand for.
fn plain(value: &Amount, view: &View<'_>) -> String {
    match value {
        Amount::Money(money) => {
            let said = view.words.money(*money);
            if value_of(&said) == *value { said } else { format!("{} {}", money.currency, money.plain()) }
        }
        Amount::Number(points) => view.words.basis_points(*points),
        Amount::Text(text) => text.clone(),
    }
}

pub(super) fn moved(offer: Id<Proposal>, wish: OfferMove) -> Reply {
    Reply::Make(Edit::Move(Move::Offer(offer, wish)))
}

/// The next state: a draft is discussed, what is discussed is presented at a visit that is asked for.
pub(super) fn present(offer: &Proposal, view: &View<'_>) -> Reply {
    match offer.state.next() {
        Some(ProposalState::Discussed) => return moved(offer.uid(), OfferMove::Discuss),
        Some(ProposalState::Presented) => {}
        _ => return moved(offer.uid(), OfferMove::Present { visit: offer.presented_in }),
    }
    let visits = may_have_been_presented(view.book(), offer, view.today());
    let Some(first) = visits.first() else { return Reply::Refuse(Sentence::new("board-no-visit")) };
    // What no visit would mend is said before one is asked for.
    let wish = Edit::Move(Move::Offer(offer.uid(), OfferMove::Present { visit: Some(first.uid()) }));
    if let Err(Trouble::Refused(refusal)) = view.desk.preview(&wish, &Answers::yes()) {
        return Reply::Refuse(refusal.sentence);
    }
    let candidate = |visit: &&Visit| Candidate {
        uuid: visit.head.uid,
        name: form::name::of(Entity::Visit, visit.head.uid, view),
        beside: view.private(visit.purpose.clone().unwrap_or_default()),
        also: String::new(),
    };
    Reply::Open(Box::new(Picker::new(view.say("board-present-visit"), visits.iter().map(candidate).collect(), false)))
}

/// The people of the map, to write down what one of them wants.
pub(super) fn pick_person(board: &Board, view: &View<'_>) -> Picker {
    let mut people: Vec<Id<Person>> = Vec::new();
    for person in board.columns.iter().map(|column| column.person).chain(board.unheard.iter().copied()) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let candidate = |person: &Id<Person>| Candidate {
        uuid: person.uuid,
        name: form::name::person(*person, view),
        beside: String::new(),
        also: view.book().person.get(*person).map(|person| person.handle.clone()).unwrap_or_default(),
    };
    Picker::new(view.say("board-whose-interest"), people.iter().map(candidate).collect(), false)
}

/// Declined, or withdrawn by us: its form asks which, and why.
pub(super) fn decline(offer: &Proposal, view: &View<'_>) -> Reply {
    let wish = fields([
        ("state", ProposalState::Declined.json()),
        ("declined_by", Json::Null),
        ("decline_reason", Json::Null),
    ]);
    form::edit_with(Entity::Proposal, offer.head.uid, &wish, view).map_or(Reply::Ignored, Reply::Open)
}

/// Keys that would change the book, or bring another version of the offer.
pub(super) fn changes(command: Command) -> bool {
    let version = matches!(command, Command::EarlierVersion | Command::LaterVersion);
    version || (command.is_of_an_offer() && !command.is_tried())
}
