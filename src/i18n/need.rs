//! What the state of a need is called.

use chrono::NaiveDate;

use super::Words;
use crate::domain::figures::evidence::is_asked_again;
use crate::domain::{Book, Need};

impl Words {
    /// `confirmed`; `confirmed?` where it is a question again.
    pub fn need_state(&self, book: &Book, need: &Need, today: NaiveDate) -> String {
        self.asked_again(self.term(&need.state.term()), book, need, today)
    }

    /// The same for narrow places.
    pub fn need_state_short(&self, book: &Book, need: &Need, today: NaiveDate) -> String {
        self.asked_again(self.short(&need.state.term()), book, need, today)
    }

    fn asked_again(&self, state: String, book: &Book, need: &Need, today: NaiveDate) -> String {
        let mark = is_asked_again(book, need, today).then(|| self.mark("role.freshness.ask"));
        state + &mark.unwrap_or_default()
    }
}
