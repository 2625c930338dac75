//! The offers that are on the way: terms, floor, score, who loses, what was given for what, our limit.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::offer::{self, AllTakenOff, Board, TakenOff};
use crate::domain::table::Id;
use crate::domain::{Proposal, ProposalTerm, Row};

pub(super) fn offers(pen: &Pen<'_>, taken_off: &AllTakenOff) -> Option<Section> {
    let open = offer::open_offers(pen.view.book, pen.id());
    let mut section = Section::new("offer", pen.say("brief-the_offer"));
    for proposal in open {
        let taken_off = taken_off.get(&proposal.uid()).map_or(&[][..], Vec::as_slice);
        part(pen, &mut section, proposal, taken_off);
    }
    (!section.is_empty()).then_some(section)
}

fn part(pen: &Pen<'_>, section: &mut Section, proposal: &Proposal, taken_off: &[TakenOff]) {
    let id = Id::new(proposal.head.uid);
    let mut about = vec![pen.words.term(&proposal.state.term()), format!("v{}", proposal.version)];
    about.extend(proposal.valid_until.map(|day| format!("{} {}", pen.say("label-valid_until"), pen.words.date(day))));
    section.part(format!("{}{}", proposal.title, pen.words.aside(&pen.words.remarks(&about))));
    let terms = offer::terms(pen.view.book, id);
    let head = [
        ("proposal_term", "label"),
        ("proposal_term", "value"),
        ("proposal_term", "our_floor"),
        ("proposal_term", "state"),
    ];
    let head = head.iter().map(|(entity, field)| pen.label(entity, field)).collect();
    section.table(head, terms.iter().map(|term| row(pen, term)).collect());
    if let Some(board) = Board::of(pen.view.book, id, pen.view.today) {
        section.items(judged(pen, &board, taken_off));
    }
}

fn row(pen: &Pen<'_>, term: &ProposalTerm) -> Vec<String> {
    vec![
        term.label.clone(),
        term.value.as_ref().map_or_else(|| pen.unknown(), |value| pen.amount(value)),
        term.our_floor.as_ref().map(|floor| pen.amount(floor)).unwrap_or_default(),
        pen.words.term(&term.state.term()),
    ]
}

fn judged(pen: &Pen<'_>, board: &Board, taken_off: &[TakenOff]) -> Vec<String> {
    let book = pen.view.book;
    let score = pen.words.score(&board.score(book));
    let mut lines = vec![pen.words.told(&pen.say("label-score"), &score)];
    lines.extend(
        offer::remarks(book, board, taken_off, pen.view.today)
            .iter()
            .map(|remark| pen.words.told(&pen.words.term(&remark.topic.term()), &pen.words.sentences(&remark.texts))),
    );
    lines
}
