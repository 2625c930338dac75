//! A task as a promise, with its state.

use serde_json::json;

use super::intake::Intake;
use super::item::Item;
use super::visits::cut;
use crate::domain::book::{Entity, Record};
use crate::domain::contacts::object;
use crate::domain::entity::Commitment;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::{CommitmentState, Who};

/// The most of a promise's text.
const TEXT: usize = 200;
const HOW: usize = 120;

impl Intake<'_> {
    pub(super) fn promise(&mut self, item: &Item) -> Result<Vec<Record>, Sentence> {
        let before = self.row_of(Entity::Commitment, item).and_then(|uuid| self.book.commitment.by_uuid(uuid));
        if before.is_some_and(|row| self.stands(row.head.uid, item, row.extra.as_ref())) {
            return Ok(Vec::new());
        }
        let mut promise = match before {
            Some(promise) => promise.clone(),
            None => self.new_promise(item)?,
        };
        let own = item.uid.parse() == Ok(promise.head.uid);
        if let Some(text) = &item.summary {
            promise.text = cut(text, TEXT);
        }
        if item.due.is_some() {
            promise.due = item.due;
        }
        self.state(item, &mut promise);
        if !own {
            let id = item.external_id();
            if !promise.external_ids.contains(&id) {
                promise.external_ids.push(id);
            }
        }
        if !own || !item.extra.is_empty() {
            promise.extra = item.extra_of(promise.extra.as_ref());
        }
        self.remember(Entity::Commitment, item, promise.head.uid);
        Ok(self.changed(before, promise))
    }

    fn new_promise(&mut self, item: &Item) -> Result<Commitment, Sentence> {
        let client = self.client_of(item)?;
        let text = item.summary.as_deref().ok_or_else(|| Sentence::new("promise-needs-text"))?;
        let made = item.made_on.unwrap_or(self.today).min(self.today);
        let made = [item.due, item.done_on].into_iter().flatten().fold(made, chrono::NaiveDate::min);
        let fields = json!({
            "client": client.uuid.to_string(), "text": cut(text, TEXT), "made_on": made.to_string(),
            "who": if item.theirs { "they" } else { "we" },
        });
        let head = self.new_head(Entity::Commitment, item);
        Commitment::from_fields(head, &object(fields)).map_err(|fault| fault.sentence)
    }

    fn state(&self, item: &Item, promise: &mut Commitment) {
        match item.state.as_deref() {
            Some("COMPLETED") => {
                promise.state = CommitmentState::Done;
                let done = item.done_on.unwrap_or(self.today).max(promise.made_on);
                promise.done_on = promise.done_on.or(Some(done));
            }
            Some("CANCELLED") => {
                promise.state = CommitmentState::Cancelled;
                promise.cancel_reason.get_or_insert_with(|| self.texts.cancelled.clone());
                if promise.who == Who::We {
                    promise.told_how.get_or_insert_with(|| cut(&self.texts.cancelled, HOW));
                }
            }
            // Passed on to whom only the bank's own line tells.
            Some("IN-PROCESS") if promise.who == Who::We && item.department.is_some() => {
                promise.state = CommitmentState::Passed;
                promise.passed_to.clone_from(&item.department);
                promise.passed_on = promise.passed_on.or(Some(self.today));
            }
            Some("NEEDS-ACTION") if !promise.state.is_open() => {
                (promise.state, promise.done_on) = (CommitmentState::Open, None);
                (promise.cancel_reason, promise.told_how) = (None, None);
            }
            _ => {}
        }
    }
}
