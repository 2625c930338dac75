//! The offers of a client: terms, whose interests they serve, the floor, who loses, what was given.

use super::{Page, Subject};
use crate::domain::offer::{self, AllTakenOff, Board, TakenOff};
use crate::domain::{Arg, Client, Entity, Id, Proposal, ProposalTerm};
use crate::tui::cells::{Side, columns};
use crate::tui::layer::View;
use crate::tui::screen::board::told;

pub fn page(view: &View<'_>, client: Id<Client>, taken_off: &AllTakenOff, width: usize) -> Page {
    let mut page = Page::default();
    let mut offers: Vec<&Proposal> = view.book().proposal.of(client).filter(|offer| offer.client == client).collect();
    offers.sort_by_key(|offer| (offer.state, offer.head.uid));
    if offers.is_empty() {
        page.lines.text(view.say("nothing-here"));
    }
    for proposal in offers {
        let taken_off = taken_off.get(&Id::new(proposal.head.uid)).map_or(&[][..], Vec::as_slice);
        put(&mut page, view, (proposal, taken_off), width);
    }
    page
}

/// Lines of a remark at most: the page can be scrolled.
const REMARK: usize = 8;

/// One offer whole, as one row to stand on: what the board says, in words.
pub fn put(page: &mut Page, view: &View<'_>, (proposal, taken_off): (&Proposal, &[TakenOff]), width: usize) {
    let id = Id::new(proposal.head.uid);
    let until =
        proposal.valid_until.map(|day| view.say_with("board-until", &[("day", Arg::text(view.words.day_digits(day)))]));
    let state = view.words.offer_state(proposal, view.today());
    let right = view.words.remarks(&[Some(state), until].into_iter().flatten().collect::<Vec<_>>());
    page.lines.section(None, String::new(), right);
    page.row(view.fit(&proposal.title, width), Some(Subject::new(Entity::Proposal, proposal.head.uid)));
    for term in offer::terms(view.book(), id) {
        page.lines.text(format!("  {}", term_line(view, term, width.saturating_sub(2))));
    }
    if let Some(board) = Board::of(view.book(), id, view.today()) {
        page.lines.text(view.fit(&score(view, &board), width));
        let told = told::remarks(view.book(), &board, taken_off, view.today(), view);
        for line in told::lines(&told, width, REMARK, view) {
            page.lines.text(line);
        }
    }
}

fn term_line(view: &View<'_>, term: &ProposalTerm, width: usize) -> String {
    let value = term.value.as_ref().map_or_else(|| view.words.unknown(), |value| view.words.amount(value));
    let state = view.words.term(&term.state.term());
    let side = width.saturating_sub(14) / 2;
    columns(&[(&term.label, side, Side::Left), (&value, side, Side::Left), (&state, 12, Side::Left)], view.marks.cut)
}

/// The score with its range, and whom it rests on.
pub fn score(view: &View<'_>, board: &Board) -> String {
    let value = view.words.score(&board.score(view.book()));
    view.words.remarks(&[format!("{} {}", view.say("label-score"), view.private(value)), view.words.heard(board)])
}

/// `87` and `4/6`: the score, and how many of the people were asked, for a line of a list.
pub fn score_in_short(view: &View<'_>, proposal: &Proposal) -> [String; 2] {
    let board = Board::of(view.book(), Id::new(proposal.head.uid), view.today());
    let Some(board) = board.filter(|board| board.heard() > 0) else { return Default::default() };
    let score = board.score(view.book());
    let unscored = || if board.floor().holds() { "?".to_owned() } else { view.say("offers-floor-broken") };
    let score = score.value.value().map_or_else(unscored, |score| view.words.number(*score));
    [view.private(score), format!("{}/{}", board.heard(), board.people)]
}
