//! The offers that are on the way: terms, floor, score, who loses, what was given for what, our limit.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::offer::{self, Board};
use crate::domain::table::Id;
use crate::domain::{Arg, Interest, Proposal, ProposalTerm};

pub(super) fn offers(pen: &Pen<'_>) -> Option<Section> {
    let open = offer::open_offers(pen.view.book, pen.id());
    let mut section = Section::new("offer", pen.say("brief-the_offer"));
    for proposal in open {
        part(pen, &mut section, proposal);
    }
    (!section.is_empty()).then_some(section)
}

fn part(pen: &Pen<'_>, section: &mut Section, proposal: &Proposal) {
    let id = Id::new(proposal.head.uid);
    let mut about = vec![pen.words.term(&proposal.state.term()), format!("v{}", proposal.version)];
    about.extend(proposal.valid_until.map(|day| format!("{} {}", pen.say("label-valid_until"), pen.words.date(day))));
    section.part(format!("{} ({})", proposal.title, about.join(", ")));
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
        section.items(judged(pen, &board));
    }
    section.items(given(pen, id));
    section.items(proposal.walk_away.as_ref().map(|text| format!("{}: {text}", pen.say("label-walk_away"))));
}

fn row(pen: &Pen<'_>, term: &ProposalTerm) -> Vec<String> {
    vec![
        term.label.clone(),
        term.value.as_ref().map_or_else(|| pen.unknown(), |value| pen.amount(value)),
        term.our_floor.as_ref().map(|floor| pen.amount(floor)).unwrap_or_default(),
        pen.words.term(&term.state.term()),
    ]
}

fn judged(pen: &Pen<'_>, board: &Board) -> Vec<String> {
    let book = pen.view.book;
    let mut lines = Vec::new();
    for need in &board.floor().needs {
        let title = book.need.get(need.need).map(|need| need.title.clone());
        let cover = pen.words.term(&format!("proposal_term.cover.{}", need.cover));
        lines.push(format!("{}: {} ({cover})", pen.say("label-floor"), pen.or_unknown(title)));
    }
    let score = board.score(book);
    lines.push(match (score.value.value(), score.low, score.high) {
        (Some(value), Some(low), Some(high)) => {
            let args = [("score", Arg::Count(*value)), ("low", Arg::Count(low)), ("high", Arg::Count(high))];
            format!("{}: {}", pen.say("label-score"), pen.with("score-range-line", &args))
        }
        (Some(value), ..) => format!("{}: {}", pen.say("label-score"), pen.words.number(*value)),
        _ => score.value.why.as_ref().map_or_else(|| pen.say("nobody-judged"), |why| pen.sentence(why)),
    });
    for loss in board.losses() {
        let interest: Option<&Interest> = book.interest.get(loss.column.interest);
        let interest = pen.or_unknown(interest.map(|row| row.text.clone()));
        let args = [("person", Arg::text(pen.person(loss.column.person))), ("interest", Arg::text(interest))];
        lines.push(pen.with("who-loses", &args));
    }
    lines
}

fn given(pen: &Pen<'_>, proposal: Id<Proposal>) -> Option<String> {
    let ledger = offer::ledger(pen.view.book, proposal, pen.view.today);
    if ledger.rows.is_empty() {
        return None;
    }
    let mut text =
        pen.with("ledger-line", &[("we", Arg::count(ledger.we.count)), ("they", Arg::count(ledger.they.count))]);
    let labels = ledger.unreturned_labels(pen.view.book);
    if !labels.is_empty() {
        let args = [("n", Arg::count(labels.len())), ("list", Arg::texts(labels))];
        text = format!("{text} {}", pen.with("ledger-unreturned", &args));
    }
    Some(text)
}
