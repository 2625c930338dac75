//! What is computed of an offer and stands beside its fields: floor, score, who loses, what was given and taken.

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use super::super::exit::Failure;
use super::super::json;
use super::super::session::Session;
use crate::desk::{Desk, OldOffer};
use crate::domain::field::FieldType;
use crate::domain::offer::{
    Board, Floor, FloorNeed, Ledger, Loss, Replaced, Side, TakenOff, ledger, remarks, version_of,
};
use crate::domain::{Arg, Book, Id, Proposal};

/// An offer with what it is judged by: as it stands, or as a version of it stood until it was replaced.
pub struct Judged<'d> {
    desk: &'d Desk,
    offer: Id<Proposal>,
    /// The versions that can be read besides the one that stands.
    replaced: Vec<Replaced>,
    old: Option<OldOffer>,
}

impl<'d> Judged<'d> {
    /// # Errors
    /// There is no such version to be read, or the file.
    pub fn of(desk: &'d Desk, offer: Id<Proposal>, version: Option<i64>) -> Result<Self, Failure> {
        let replaced = desk.replaced_versions(offer)?;
        let wanted = match (version, desk.book().proposal.get(offer)) {
            (Some(version), Some(now)) => version_of(now, &replaced, version).map_err(Failure::not_found)?,
            _ => None,
        };
        let old = wanted.map(|replaced| desk.old_offer(offer, replaced)).transpose()?;
        Ok(Self { desk, offer, replaced, old })
    }

    pub fn book(&self) -> &Book {
        self.old.as_ref().map_or(self.desk.book(), |old| &old.book)
    }

    fn day(&self) -> NaiveDate {
        self.old.as_ref().map_or(self.desk.today(), |old| old.replaced.on)
    }

    fn board(&self) -> Option<Board> {
        Board::of(self.book(), self.offer, self.day())
    }

    fn taken_off(&self) -> Vec<TakenOff> {
        match &self.old {
            Some(old) => old.taken_off.clone(),
            // A journal that cannot be read was told when it happened; what the rows say is said.
            None => self.desk.taken_off(self.offer).unwrap_or_default(),
        }
    }

    pub fn figures(&self, session: &Session) -> Map<String, Json> {
        let book = self.book();
        let mut map = Map::new();
        let mut put = |key: &str, json: Json| map.insert(key.to_owned(), json);
        if let Some(board) = self.board() {
            put("floor", floor(book, &board.floor()));
            put("score", score(session, book, &board));
            put("loses", board.losses().iter().map(|loss| loss_json(session, book, loss)).collect());
            put("staff_before_heads", board.staff_before_heads().is_some().into());
        }
        put("ledger", ledger_json(book, &ledger(book, self.offer, self.day())));
        put("taken_off", self.taken_off().iter().map(|off| taken_off_json(book, off)).collect());
        put("replaced_on", self.old.as_ref().map(|old| old.replaced.on.to_string()).into());
        put("earlier_versions", self.replaced.iter().map(replaced_json).collect());
        map
    }

    /// Which version is shown, where it is not the one that stands.
    pub fn head(&self, session: &mut Session) {
        let (Some(old), Some(now)) = (&self.old, self.desk.book().proposal.get(self.offer)) else { return };
        let args = [
            ("version", Arg::text(old.replaced.version.to_string())),
            ("of", Arg::text(now.version.to_string())),
            ("date", Arg::Date(old.replaced.on)),
        ];
        let line = session.words.say_with("offer-version-shown", &args);
        session.paper.heading(&line);
    }

    /// The figures in words: the score with its range, then what is to be said of the offer.
    pub fn told(&self, session: &mut Session) {
        let (book, day, words) = (self.book(), self.day(), &session.words);
        let Some(board) = self.board() else { return };
        let score = words.score(&board.score(book));
        let mut rows = vec![vec![words.say("label-score"), format!("{score}, {}", words.heard(&board))]];
        let remarks = remarks(book, &board, &self.taken_off(), day);
        rows.extend(
            remarks.iter().map(|remark| vec![words.term(&remark.topic.term()), words.sentences(&remark.texts)]),
        );
        if self.old.is_none() && !self.replaced.is_empty() {
            let one = |replaced: &Replaced| {
                let args = [("version", Arg::text(replaced.version.to_string())), ("date", Arg::Date(replaced.on))];
                words.say_with("offer-version-earlier", &args)
            };
            let all: Vec<String> = self.replaced.iter().map(one).collect();
            rows.push(vec![words.term("offer.remark.versions"), words.list(&all)]);
        }
        session.paper.gap();
        session.paper.table(&[], &rows);
    }
}

fn taken_off_json(book: &Book, off: &TakenOff) -> Json {
    let title = book.need.get(off.need).map(|need| need.title.clone());
    json!({
        "need": { "uid": off.need.to_string(), "title": title },
        "on": off.on.to_string(),
        "reason": off.reason,
    })
}

fn replaced_json(replaced: &Replaced) -> Json {
    json!({ "version": replaced.version, "replaced_on": replaced.on.to_string() })
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
