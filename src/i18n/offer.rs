//! What the board of an offer says in words.

use chrono::NaiveDate;

use super::Words;
use crate::domain::offer::{Board, Score, expired_on};
use crate::domain::{Arg, Proposal};

impl Words {
    /// `69, range 60 to 69`; without a value, why there is none.
    pub fn score(&self, score: &Score) -> String {
        match (score.value.value(), score.low, score.high) {
            (Some(value), Some(low), Some(high)) if low != high => {
                let args = [("score", Arg::Count(*value)), ("low", Arg::Count(low)), ("high", Arg::Count(high))];
                self.say_with("score-range-line", &args)
            }
            (Some(value), ..) => self.number(*value),
            _ => score.value.why.as_ref().map_or_else(|| self.say("nobody-judged"), |why| self.sentence(why)),
        }
    }

    /// Which version it is and how it stands: `v2 presented`, `v2 expired`.
    pub fn offer_state(&self, offer: &Proposal, today: NaiveDate) -> String {
        let expired = expired_on(offer, today).is_some();
        let state = if expired { self.say("offer-expired") } else { self.term(&offer.state.term()) };
        format!("v{} {state}", offer.version)
    }

    /// `people 4 of 6`: those of the map whose interests are judged.
    pub fn heard(&self, board: &Board) -> String {
        self.say_with("offers-people", &[("known", Arg::count(board.heard())), ("of", Arg::count(board.people))])
    }
}
