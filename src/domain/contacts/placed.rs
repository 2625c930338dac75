//! Where a card places a person: the position at a client, and the lines of the decision map that came with it.

use serde_json::json;

use super::card::{Card, MapLine};
use super::intake::Intake;
use crate::domain::book::Record;
use crate::domain::date::in_force;
use crate::domain::entity::{Affiliation, Client, Person, Role, Stance};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Fault, Id, Row};
use crate::domain::words::Side;

impl Intake<'_> {
    /// The rows that place a person at a client; none where the book knows that they have left it.
    pub(super) fn place(
        &mut self,
        card: &Card,
        person: &Person,
        client: Id<Client>,
        newer: bool,
    ) -> Result<Vec<Record>, Sentence> {
        if person.side == Side::Bank {
            return Ok(Vec::new());
        }
        let today = self.today;
        let new = self.places.get(&person.uid().uuid).into_iter().flatten();
        let stored = self.known.book.affiliation.of(person.uid()).filter(|place| place.person == person.uid());
        let all: Vec<Affiliation> = new.chain(stored).cloned().collect();
        let now = |place: &&Affiliation| in_force(place.from, place.to, today).yes();
        let there = all.iter().filter(now).find(|place| place.client == client);
        if there.is_none() && all.iter().any(|place| place.client == client) {
            return Ok(Vec::new());
        }
        let primary = all.iter().filter(now).any(|place| place.is_primary);
        let mut rows = Vec::new();
        let mut place = match there {
            Some(place) => place.clone(),
            None => {
                let fields = json!({ "person": person.uid().uuid.to_string(), "client": client.uuid.to_string(), "is_primary": !primary });
                Affiliation::from_fields(self.new_head(), &object(fields)).map_err(fault)?
            }
        };
        let before = there.cloned();
        for (mine, theirs) in [(&mut place.position, &card.position), (&mut place.department, &card.department)] {
            if theirs.is_some() && (newer || mine.is_none()) {
                mine.clone_from(theirs);
            }
        }
        for line in card.map.iter().filter(|line| line.role.is_none() && line.stance.is_none()) {
            for (field, word) in [("level", &line.level), ("from", &line.from), ("to", &line.to)] {
                if let Some(word) = word {
                    place.set_field(field, &json!(word))?;
                }
            }
        }
        if before.as_ref() != Some(&place) {
            if before.is_some() {
                self.touch(&mut place.head);
            }
            self.places.entry(person.uid().uuid).or_default().push(place.clone());
            rows.push(place.into_record());
        }
        for line in &card.map {
            rows.extend(self.map_line(line, person.uid(), client)?);
        }
        Ok(rows)
    }

    fn map_line(&mut self, line: &MapLine, person: Id<Person>, client: Id<Client>) -> Result<Option<Record>, Sentence> {
        let (book, today) = (self.known.book, self.today);
        if let Some(kind) = &line.role {
            let known = book.role.of(person).any(|role| {
                role.person == person
                    && role.client == client
                    && role.kind.word() == kind
                    && in_force(role.from, role.to, today).yes()
            });
            let fields = json!({
                "person": person.uuid.to_string(), "client": client.uuid.to_string(), "kind": kind, "certainty": line.certainty.as_deref().unwrap_or("heard"),
                "learned_on": today.to_string(), "source_note": "vCard", "from": line.from, "to": line.to,
                "end_reason": line.to.as_ref().map(|_| "changed"),
            });
            let role = Role::from_fields(self.new_head(), &object(fields)).map_err(fault)?;
            return Ok((!known).then(|| role.into_record()));
        }
        let Some(value) = &line.stance else { return Ok(None) };
        let mut known: Vec<&Stance> =
            book.stance.of(person).filter(|stance| stance.client == client && stance.value.is_some()).collect();
        known.sort_by_key(|stance| (stance.on, stance.head.updated_at));
        let number: i64 = value.parse().map_err(|_| Sentence::new("not-a-number").text("input", value))?;
        if known.last().is_some_and(|stance| stance.value == Some(number)) {
            return Ok(None);
        }
        let fields = json!({ "person": person.uuid.to_string(), "client": client.uuid.to_string(), "value": number, "on": today.to_string() });
        Stance::from_fields(self.new_head(), &object(fields)).map_err(fault).map(|stance| Some(stance.into_record()))
    }
}

/// Values of fields as a map; what is not known is left out.
pub(in crate::domain) fn object(json: serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    let serde_json::Value::Object(map) = json else { return serde_json::Map::new() };
    map.into_iter().filter(|(_, value)| !value.is_null()).collect()
}

pub(super) fn fault(fault: Fault) -> Sentence {
    fault.sentence
}
