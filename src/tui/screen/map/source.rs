//! By what a role is confirmed: the latest held visit at which its person was, unless another one or a text is chosen.

use serde_json::{Value as Json, json};

use super::gathered::Gathered;
use crate::domain::field::FieldType;
use crate::domain::figures::contacts::met_at;
use crate::domain::map::DecisionMap;
use crate::domain::{Id, Person, Row, Visit};
use crate::tui::layer::View;

/// A visit and a text; either confirms.
pub(super) type Confirmed = (Option<Id<Visit>>, Option<String>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    Visit(Id<Visit>),
    Text(String),
}

/// What was chosen by hand is about one person: whoever is next was at other visits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Source {
    chosen: Option<(Id<Person>, Chosen)>,
    /// The text written last, to be chosen again for others.
    pub written: Option<String>,
}

impl Source {
    pub fn choose(&mut self, person: Id<Person>, chosen: Chosen) {
        if let Chosen::Text(text) = &chosen {
            self.written = Some(text.clone());
        }
        self.chosen = Some((person, chosen));
    }

    /// What confirms what was gathered; none when its person was at no visit, or at none that is newer than what is
    /// confirmed again, and nothing was chosen.
    pub fn of(&self, gathered: &Gathered, map: &DecisionMap, view: &View<'_>) -> Option<Confirmed> {
        let (zone, since) = (view.book().settings().zone, gathered.confirmed_since(map));
        let preset = || {
            let visit = met_at(view.book(), map.ask.client, gathered.person, map.ask.today)?;
            since.is_none_or(|since| visit.day(zone) > since).then(|| (Some(visit.uid()), None))
        };
        self.chosen(gathered.person).or_else(preset)
    }

    /// Only what was chosen by hand: something heard has no source of itself.
    pub fn chosen(&self, person: Id<Person>) -> Option<Confirmed> {
        let (_, chosen) = self.chosen.as_ref().filter(|(of, _)| *of == person)?;
        Some(match chosen {
            Chosen::Visit(visit) => (Some(*visit), None),
            Chosen::Text(text) => (None, Some(text.clone())),
        })
    }

    /// What was chosen, for a draft.
    pub fn to_json(&self) -> Json {
        match &self.chosen {
            None => Json::Null,
            Some((person, Chosen::Visit(visit))) => json!({ "person": person.json(), "visit": visit.json() }),
            Some((person, Chosen::Text(text))) => json!({ "person": person.json(), "text": text }),
        }
    }

    /// A source of a draft read back; none when it is not one.
    pub fn from_json(json: &Json) -> Option<Self> {
        let person = Id::from_json(json.get("person")?).ok()?;
        let text = || Some(Chosen::Text(json.get("text")?.as_str()?.to_owned()));
        let visit = json.get("visit").and_then(|visit| Id::from_json(visit).ok());
        let mut source = Self::default();
        source.choose(person, visit.map(Chosen::Visit).or_else(text)?);
        Some(source)
    }

    /// The source in words: `meeting 20 Nov`, or the text; none when there is none.
    pub fn shown(&self, gathered: &Gathered, map: &DecisionMap, view: &View<'_>) -> Option<String> {
        let (visit, text) = self.of(gathered, map, view)?;
        let visit = visit.and_then(|id| view.book().visit.get(id)).map(|visit| visit_words(visit, view));
        visit.or(text)
    }
}

/// `meeting 20 Nov 2026`.
pub(super) fn visit_words(visit: &Visit, view: &View<'_>) -> String {
    format!(
        "{} {}",
        view.words.short(&visit.kind.term()),
        view.words.day_digits(visit.day(view.book().settings().zone))
    )
}
