//! Ties between people of a file: kept as an influence where the book knows both, else word for word.

use serde_json::json;

use super::card::Related;
use super::intake::Intake;
use super::merge::extra;
use super::placed::{fault, object};
use crate::domain::book::Record;
use crate::domain::entity::{Affiliation, Client, Influence, Person};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{InfluenceKind, Side};

impl Intake<'_> {
    /// The rows of one person's ties, once every card of the file has been looked at.
    pub(super) fn ties(&mut self, from: Id<Person>, related: &[Related]) -> Result<Vec<Record>, Sentence> {
        let mut rows = Vec::new();
        let mut kept = Vec::new();
        for tie in related {
            let to = self.known.by_uid(&tie.to).or_else(|| match self.known.called(&tie.to) {
                [only] => Some(Id::new(*only)),
                _ => None,
            });
            match to.and_then(|to| Some((to, self.shared_client(from, to)?))).filter(|(to, _)| *to != from) {
                Some((to, client)) => rows.extend(self.influence(from, to, client, tie)?),
                None => kept.push(tie.raw.clone()),
            }
        }
        rows.extend(self.keep_lines(from, kept));
        Ok(rows)
    }

    /// The client at which both have a place.
    fn shared_client(&self, a: Id<Person>, b: Id<Person>) -> Option<Id<Client>> {
        let places = |id: Id<Person>| -> Vec<Id<Client>> {
            let new = self.places.get(&id.uuid).into_iter().flatten();
            let stored = self.known.book.affiliation.of(id).filter(|place: &&Affiliation| place.person == id);
            stored.chain(new).map(|place| place.client).collect()
        };
        let theirs = places(b);
        let colleague = |id| self.known.person(id).is_some_and(|person| person.side == Side::Bank);
        let mut own = places(a).into_iter();
        own.find(|client| theirs.contains(client)).filter(|_| !colleague(a) && !colleague(b))
    }

    fn influence(
        &mut self,
        from: Id<Person>,
        to: Id<Person>,
        client: Id<Client>,
        related: &Related,
    ) -> Result<Option<Record>, Sentence> {
        let same = |row: &&Influence| row.from_person == from && row.to_person == to && row.client == client;
        let known = self.known.book.influence.of(from).filter(same).any(|row| row.kind == InfluenceKind::Influences);
        if known {
            return Ok(None);
        }
        let fields = json!({
            "from_person": from.uuid.to_string(), "to_person": to.uuid.to_string(), "client": client.uuid.to_string(), "kind": "influences", "tie": related.tie,
            "certainty": "heard", "learned_on": self.today.to_string(),
        });
        Influence::from_fields(self.new_head(), &object(fields)).map_err(fault).map(|row| Some(row.into_record()))
    }

    fn keep_lines(&mut self, id: Id<Person>, lines: Vec<String>) -> Option<Record> {
        if lines.is_empty() {
            return None;
        }
        let mut person = self.known.person(id)?.clone();
        let before = person.extra.clone();
        person.extra = extra(person.extra.take(), lines);
        if person.extra == before {
            return None;
        }
        self.touch(&mut person.head);
        let record = person.into_record();
        self.known.put(&record);
        Some(record)
    }
}
