//! What is computed of an offer and stands beside its fields: floor, score, who loses, what was given and taken.

use serde_json::{Map, Value as Json, json};

use super::super::json;
use super::super::session::Session;
use crate::desk::Desk;
use crate::domain::field::FieldType;
use crate::domain::offer::{Board, Floor, FloorNeed, Ledger, Loss, Side, ledger, remarks};
use crate::domain::{Book, Id, Proposal};

pub fn figures(session: &Session, desk: &Desk, offer: Id<Proposal>) -> Map<String, Json> {
    let (book, today) = (desk.book(), desk.today());
    let mut map = Map::new();
    if let Some(board) = Board::of(book, offer, today) {
        let mut put = |key: &str, json: Json| map.insert(key.to_owned(), json);
        put("floor", floor(book, &board.floor()));
        put("score", score(session, book, &board));
        put("loses", board.losses().iter().map(|loss| loss_json(session, book, loss)).collect());
        put("staff_before_heads", board.staff_before_heads().is_some().into());
    }
    map.insert("ledger".to_owned(), ledger_json(book, &ledger(book, offer, today)));
    map
}

/// The same in words: the score with its range, then what is to be said of the offer.
pub fn told(session: &mut Session, desk: &Desk, offer: Id<Proposal>) {
    let Some(board) = Board::of(desk.book(), offer, desk.today()) else { return };
    let words = &session.words;
    let score = words.score(&board.score(desk.book()));
    let mut rows = vec![vec![words.say("label-score"), format!("{score}, {}", words.heard(&board))]];
    // A journal that cannot be read was told when it happened; what the rows say is said.
    let taken_off = desk.taken_off(offer).unwrap_or_default();
    rows.extend(
        remarks(desk.book(), &board, &taken_off, desk.today())
            .iter()
            .map(|remark| vec![words.term(&remark.topic.term()), words.sentences(&remark.texts)]),
    );
    session.paper.gap();
    session.paper.table(&[], &rows);
}

fn floor(book: &Book, floor: &Floor) -> Json {
    let need = |row: &FloorNeed| {
        let title = book.need.get(row.need).map(|need| need.title.clone());
        json!({ "need": { "uid": row.need.to_string(), "title": title }, "needed": row.needed, "cover": row.cover })
    };
    json!({ "holds": floor.holds(), "needs": floor.needs.iter().map(need).collect::<Json>() })
}

fn score(session: &Session, book: &Book, board: &Board) -> Json {
    let score = board.score(book);
    let mut json = json::figure(&session.words, &score.value, |value| (*value).into());
    json["low"] = score.low.into();
    json["high"] = score.high.into();
    json
}

fn loss_json(session: &Session, book: &Book, loss: &Loss) -> Json {
    let interest = book.interest.get(loss.column.interest).map(|interest| interest.text.clone());
    json!({
        "person": json::person(book, &session.words, loss.column.person),
        "interest": { "uid": loss.column.interest.to_string(), "text": interest },
        "net": loss.net,
    })
}

fn ledger_json(book: &Book, ledger: &Ledger<'_>) -> Json {
    let worth = |side: &Side| side.worth.iter().map(FieldType::json).collect::<Json>();
    json!({
        "we": ledger.we.count,
        "they": ledger.they.count,
        "we_worth": worth(&ledger.we),
        "they_worth": worth(&ledger.they),
        "without_figure": ledger.without_figure(),
        "unreturned": ledger.unreturned_labels(book),
    })
}
