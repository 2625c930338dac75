//! The offers of a client: terms, whose interests they serve, the floor, who loses, what was given.

use super::{Page, Subject};
use crate::domain::json::Amount;
use crate::domain::offer::{self, Board};
use crate::domain::{Arg, Client, Entity, Id, Proposal, ProposalTerm};
use crate::tui::cells::{Side, columns};
use crate::tui::layer::View;

pub fn page(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = Page::default();
    let mut offers: Vec<&Proposal> = view.book().proposal.of(client).filter(|offer| offer.client == client).collect();
    offers.sort_by_key(|offer| (offer.state, offer.head.uid));
    if offers.is_empty() {
        page.lines.text(format!(" {}", view.say("nothing-here")));
    }
    for proposal in offers {
        put(&mut page, view, proposal, width);
    }
    page
}

/// One offer whole: what the board says, in words.
pub fn put(page: &mut Page, view: &View<'_>, proposal: &Proposal, width: usize) {
    let id = Id::new(proposal.head.uid);
    let until =
        proposal.valid_until.map(|day| format!(", {} {}", view.say("label-valid_until"), view.words.day_short(day)));
    let right =
        format!("v{} {}{}", proposal.version, view.words.term(&proposal.state.term()), until.unwrap_or_default());
    page.lines.section(None, proposal.title.clone(), right);
    let board = Board::of(view.book(), id, view.today());
    let score = board.as_ref().map_or_else(|| view.say("nobody-judged"), |board| score(view, board));
    page.row(view.fit(&score, width), Some(Subject::new(Entity::Proposal, proposal.head.uid)));
    for term in offer::terms(view.book(), id) {
        let line = format!("  {}", term_line(view, term, width.saturating_sub(2)));
        page.row(line, Some(Subject::new(Entity::ProposalTerm, term.head.uid)));
    }
    for text in board.iter().flat_map(|board| beside(view, board)).chain(ledger(view, id)) {
        page.lines.text(view.fit(&format!("  {text}"), width));
    }
    if let Some(limit) = &proposal.walk_away {
        page.lines.text(view.fit(&format!("  {}: {limit}", view.say("label-walk_away")), width));
    }
}

fn term_line(view: &View<'_>, term: &ProposalTerm, width: usize) -> String {
    let value = term.value.as_ref().map_or_else(|| view.words.unknown(), |value| amount(view, value));
    let state = view.words.term(&term.state.term());
    let side = width.saturating_sub(14) / 2;
    columns(&[(&term.label, side, Side::Left), (&value, side, Side::Left), (&state, 12, Side::Left)], view.marks.cut)
}

fn amount(view: &View<'_>, amount: &Amount) -> String {
    match amount {
        Amount::Money(money) => view.words.money(*money),
        Amount::Number(points) => view.words.basis_points(*points),
        Amount::Text(text) => text.clone(),
    }
}

/// The score, and of how many people it speaks.
fn score(view: &View<'_>, board: &Board) -> String {
    let book = view.book();
    let score = board.score(book);
    let people = [("known", Arg::count(board.heard())), ("of", Arg::count(board.people))];
    let people = view.say_with("offers-people", &people);
    let value = match (score.value.value(), score.low, score.high) {
        (Some(value), Some(low), Some(high)) if low != high => {
            let args = [("score", Arg::Count(*value)), ("low", Arg::Count(low)), ("high", Arg::Count(high))];
            view.say_with("score-range-line", &args)
        }
        (Some(value), ..) => view.words.number(*value),
        _ => score.value.why.as_ref().map_or_else(|| view.say("nobody-judged"), |why| view.words.sentence(why)),
    };
    format!("{} {value}, {people}", view.say("label-score"))
}

/// What the floor holds, and who loses.
fn beside(view: &View<'_>, board: &Board) -> Vec<String> {
    let (book, mut lines) = (view.book(), Vec::new());
    for need in &board.floor().needs {
        let title = book.need.get(need.need).map(|need| view.private(&need.title)).unwrap_or_default();
        let cover = view.words.term(&format!("proposal_term.cover.{}", need.cover));
        lines.push(format!("{}: {title} ({cover})", view.say("label-floor")));
    }
    for loss in board.losses() {
        let person = book.person.get(loss.column.person).map(|person| view.words.family_name(person));
        let interest = book.interest.get(loss.column.interest).map(|interest| interest.text.clone());
        let args = [
            ("person", Arg::text(view.private(person.unwrap_or_default()))),
            ("interest", Arg::text(view.private(interest.unwrap_or_default()))),
        ];
        lines.push(view.say_with("who-loses", &args));
    }
    lines
}

fn ledger(view: &View<'_>, proposal: Id<Proposal>) -> Option<String> {
    let ledger = offer::ledger(view.book(), proposal, view.today());
    if ledger.rows.is_empty() {
        return None;
    }
    let args = [("we", Arg::count(ledger.we.count)), ("they", Arg::count(ledger.they.count))];
    let mut text = view.say_with("ledger-line", &args);
    let labels = ledger.unreturned_labels(view.book());
    if !labels.is_empty() {
        let args = [("n", Arg::count(labels.len())), ("list", Arg::texts(labels))];
        text = format!("{text} {}", view.say_with("ledger-unreturned", &args));
    }
    Some(text)
}
