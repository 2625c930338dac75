//! Keys pressed in one cell of the map, gathered until the cell is left: one person's facts, one step. Kept as a draft
//! until then.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::source::Confirmed;
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::field::FieldType;
use crate::domain::map::{Column, DecisionMap};
use crate::domain::words::{Certainty, RoleKind};
use crate::domain::{Amend, Book, Edit, Entity, Fields, Id, Person, Proposal, Sentence};
use crate::tui::screen::gathering::Owned;
use crate::tui::screen::role_keys::{Fact, Facts, Measure};

/// What the keys have made of one person so far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gathered {
    pub person: Id<Person>,
    /// On the map of this offer; None on the general one.
    pub offer: Option<Id<Proposal>>,
    pub facts: Facts,
}

impl Owned for Gathered {
    type Owner = Id<Person>;

    fn owner(&self) -> Id<Person> {
        self.person
    }
}

impl Gathered {
    /// Nothing pressed yet: as the map has the person.
    pub fn of(map: &DecisionMap, column: &Column) -> Self {
        let rows = map.steps.iter().chain(&map.others);
        let held = rows.filter_map(|row| Some((row.kind, map.cell(row.kind, column.person)?.certainty)));
        let attitude = &column.attitude;
        let facts = Facts::new(held, attitude.stance(), attitude.influence());
        Self { person: column.person, offer: map.ask.proposal, facts }
    }

    /// Whether something of it is confirmed, and so needs a source.
    pub fn confirms(&self) -> bool {
        self.facts.changed_roles().any(|fact| fact.now == Some(Certainty::Confirmed))
    }

    /// The day of what is confirmed once more as it stands: what confirms it again is newer.
    pub fn confirmed_since(&self, map: &DecisionMap) -> Option<NaiveDate> {
        let again = self.facts.changed_roles().filter(|fact| fact.again && fact.now == Some(Certainty::Confirmed));
        again.filter_map(|fact| Some(map.cell(fact.kind, self.person)?.known_on)).max()
    }

    /// The step: every role, then the stance. What is confirmed has its source; what is heard, and a stance, only the
    /// one that was chosen.
    pub fn edit(
        &self,
        map: &DecisionMap,
        book: &Book,
        confirmed: Option<Confirmed>,
        chosen: Option<Confirmed>,
    ) -> Edit {
        let client = map.ask.client;
        let (confirmed, chosen) = (confirmed.unwrap_or_default(), chosen.unwrap_or_default());
        let source = |fact: &Fact| if fact.now == Some(Certainty::Confirmed) { &confirmed } else { &chosen };
        let mut edits: Vec<Edit> =
            self.facts.changed_roles().map(|fact| self.role(*fact, map, source(fact).clone())).collect();
        let (value, influence) = (self.facts.stance.changed(), self.facts.influence.changed());
        if value.is_some() || influence.is_some() {
            edits.push(Edit::SetStance(SetStance {
                person: self.person,
                client,
                proposal: map.ask.proposal,
                value,
                influence,
                on: Some(map.ask.today),
                visit: chosen.0,
            }));
        }
        let name = book.person.get(self.person).map(Person::display_name).unwrap_or_default();
        let id = if self.facts.changed_roles().next().is_some() { "title-roles" } else { "title-stance" };
        Edit::Together { title: Sentence::new(id).text("person", name), client: Some(client), edits }
    }

    fn role(&self, fact: Fact, map: &DecisionMap, (visit, source_note): Confirmed) -> Edit {
        let client = map.ask.client;
        let held = map.cell(fact.kind, self.person);
        let Some(certainty) = fact.now else { return self.end(fact.kind, map) };
        match held {
            Some(holder) if fact.known.is_some_and(|known| certainty < known) => {
                let fields = Fields::from_iter([("certainty".to_owned(), certainty.json())]);
                Edit::Amend(Amend::new(Entity::Role, holder.role.uuid, fields))
            }
            _ => Edit::SetRole(SetRole {
                person: self.person,
                client,
                kind: fact.kind,
                certainty: Some(certainty),
                proposal: proposal_of(map, fact.kind, self.person),
                from: None,
                visit,
                source_note,
            }),
        }
    }

    fn end(&self, kind: RoleKind, map: &DecisionMap) -> Edit {
        let proposal = proposal_of(map, kind, self.person);
        Edit::EndRole { person: self.person, client: map.ask.client, kind, proposal, on: None, reason: None }
    }

    pub fn to_json(&self) -> Json {
        let role = |fact: &Fact| json!([fact.kind.word(), fact.known.json(), fact.now.json(), fact.again]);
        let measure = |measure: Measure| json!([measure.known, measure.now]);
        json!({
            "person": self.person.json(),
            "offer": self.offer.json(),
            "roles": self.facts.roles.iter().map(role).collect::<Json>(),
            "stance": measure(self.facts.stance),
            "influence": measure(self.facts.influence),
        })
    }

    /// A draft read back; none when it is not one.
    pub fn from_json(json: &Json) -> Option<Self> {
        let role = |json: &Json| {
            let kind = RoleKind::from_word(json.get(0)?.as_str()?)?;
            let certainty = |at: usize| Option::<Certainty>::from_json(json.get(at)?).ok();
            Some(Fact { kind, known: certainty(1)?, now: certainty(2)?, again: json.get(3)?.as_bool()? })
        };
        let measure = |name: &str| {
            let pair = json.get(name)?;
            Some(Measure { known: pair.get(0)?.as_i64(), now: pair.get(1)?.as_i64() })
        };
        let roles = json.get("roles")?.as_array()?.iter().map(role).collect::<Option<Vec<_>>>()?;
        let facts = Facts { roles, stance: measure("stance")?, influence: measure("influence")?, last: None };
        let offer = json.get("offer").map_or(Some(None), |offer| Option::from_json(offer).ok())?;
        Some(Self { person: Id::from_json(json.get("person")?).ok()?, offer, facts })
    }
}

/// On the map of an offer a role held for that offer stays one; on any other the general one is meant.
fn proposal_of(map: &DecisionMap, kind: RoleKind, person: Id<Person>) -> Option<Id<Proposal>> {
    match map.cell(kind, person) {
        Some(holder) => holder.proposal,
        None => map.ask.proposal,
    }
}
