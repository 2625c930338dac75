//! What the manager chose where two records differ, and what is still to be chosen.

use std::collections::BTreeMap;

use crate::domain::book::Entity;
use crate::domain::date::Month;
use crate::domain::edit::Take;
use crate::domain::money::Currency;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};

/// Choices that are not one field of the merged record itself.
const BESIDES: [&str; 8] = [
    "ledger",
    "plan_target",
    "service_budget",
    "limit",
    "reports_to",
    "affiliation.position",
    "affiliation.department",
    "affiliation.level",
];

pub(super) struct Choices<'c> {
    take: &'c BTreeMap<String, Take>,
    open: Vec<String>,
    months: Vec<(Month, Currency)>,
}

impl<'c> Choices<'c> {
    /// # Errors
    /// A choice about nothing.
    pub(super) fn new(entity: Entity, take: &'c BTreeMap<String, Take>) -> Result<Self, Refusal> {
        let begins = |key: &str, word: &str| key.strip_prefix(word).is_some_and(|rest| rest.starts_with('.'));
        let about_something =
            |key: &String| entity.field(key).is_some() || BESIDES.iter().any(|word| key == *word || begins(key, word));
        if let Some(key) = take.keys().find(|key| !about_something(key)) {
            let sentence = Sentence::new("unknown-field").text("field", key).word("entity", entity.term());
            return Err(Refusal::no(sentence).at(key.as_str()));
        }
        Ok(Self { take, open: Vec::new(), months: Vec::new() })
    }

    /// The side chosen for `key`; without one it stays open.
    pub(super) fn pick(&mut self, key: &str) -> Option<Take> {
        let chosen = self.take.get(key).copied().filter(|take| *take != Take::Sum);
        if chosen.is_none() && !self.open.iter().any(|open| open == key) {
            self.open.push(key.to_owned());
        }
        chosen
    }

    /// The same for figures of a month: `ledger.2026-10`, else `ledger` for all months.
    pub(super) fn pick_month(&mut self, month: Month, currency: Currency) -> Option<Take> {
        let chosen = self.take.get(&format!("ledger.{month}")).or_else(|| self.take.get("ledger")).copied();
        if chosen.is_none() {
            self.months.push((month, currency));
        }
        chosen
    }

    /// # Errors
    /// What is still to be chosen. The fields stand in the refusal, separated by commas.
    pub(super) fn settled(mut self) -> Result<(), Refusal> {
        if !self.open.is_empty() {
            let list = Arg::texts(self.open.iter().cloned());
            let sentence = Sentence::new("merge-facts-differ").count("n", self.open.len()).with("list", list);
            return Err(Refusal::no(sentence).at(self.open.join(", ")));
        }
        self.months.sort_unstable_by_key(|(month, _)| *month);
        match self.months.first() {
            Some((month, currency)) => {
                let sentence = Sentence::new("merge-ledger-ask").with("month", Arg::Month(*month));
                Err(Refusal::no(sentence.text("cur", currency.to_string())).at(format!("ledger.{month}")))
            }
            None => Ok(()),
        }
    }
}
