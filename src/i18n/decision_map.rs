//! What a decision map says in words: names that tell people apart, how sure and how old a role is, lines between people.

use super::{Words, cells};
use crate::domain::map::reporting::{Chain, Line};
use crate::domain::map::{Changed, DecisionMap, Freshness, Holder, What};
use crate::domain::text::fold;
use crate::domain::words::Certainty;
use crate::domain::{Book, Id, Person};

impl Words {
    /// The family name; with an initial where a namesake stands on the same map.
    pub fn name_on_map(&self, book: &Book, map: &DecisionMap, id: Id<Person>) -> String {
        self.name_among(book, map.columns.iter().map(|column| column.person), id)
    }

    /// The same among any people.
    pub fn name_among(&self, book: &Book, people: impl Iterator<Item = Id<Person>>, id: Id<Person>) -> String {
        let Some(person) = book.person.get(id) else { return String::new() };
        let name = self.family_name(person);
        let mut others = people.filter(|other| *other != id).filter_map(|other| book.person.get(other));
        let has_namesake = others.any(|other| fold(&self.family_name(other)) == fold(&name));
        if has_namesake { self.person_initials(person) } else { name }
    }

    /// How sure and how old: `conf 95d`, `heard? 130d`, `conf??2y` where there is no room for the space.
    pub fn held(&self, holder: &Holder, room: usize) -> String {
        let sure = self.mark(&holder.certainty.term());
        let fresh = match holder.freshness {
            Freshness::Fresh => String::new(),
            old => self.mark(&old.term()),
        };
        let possibly = if holder.possibly { self.mark("word.possibly") } else { String::new() };
        let left = if holder.left { "x " } else { "" };
        let age = if holder.later { self.mark("word.known_later") } else { self.ago(holder.age_days) };
        let spaced = format!("{left}{sure}{fresh} {age}{possibly}");
        if cells::width(&spaced) <= room || fresh.is_empty() {
            spaced
        } else {
            format!("{left}{sure}{fresh}{age}{possibly}")
        }
    }

    /// `Gordeeva, Petrov > Sedov > Kravets`: each chain from those at its lower end to the top.
    pub fn reporting(&self, book: &Book, map: &DecisionMap) -> Vec<String> {
        let order: Vec<Id<Person>> = map.columns.iter().map(|column| column.person).collect();
        let name = |id: &Id<Person>| self.name_on_map(book, map, *id);
        let chain = |chain: Chain| {
            let lowest = self.list(&chain.lowest.iter().map(name).collect::<Vec<_>>());
            std::iter::once(lowest).chain(chain.bosses.iter().map(name)).collect::<Vec<_>>().join(" > ")
        };
        map.lines.chains(&order).into_iter().map(chain).collect()
    }

    /// `Kravets =3=> Sedov`, one for each line of influence.
    pub fn influences(&self, book: &Book, map: &DecisionMap) -> Vec<String> {
        let one = |line: &Line| {
            let strength = line.strength.map_or("?".to_owned(), |strength| strength.to_string());
            let name = |id| self.name_on_map(book, map, id);
            format!("{} ={strength}=> {}", name(line.from), name(line.to))
        };
        map.lines.influences.iter().map(one).collect()
    }

    /// `++ 4`, `? 3`: the mark of a stance and the influence, or that nothing is known.
    pub fn attitude(&self, stance: Option<i64>, influence: Option<i64>) -> String {
        if stance.is_none() && influence.is_none() {
            return self.short("stance.value.unknown");
        }
        let mark = stance.map_or("?".to_owned(), |value| self.mark(&format!("stance.value.{value}")));
        let weight = influence.map_or("?".to_owned(), |influence| influence.to_string());
        format!("{mark:<2} {weight}")
    }

    /// A difference between two maps: `Kravets: decides · > heard`, `+ Gordeeva reports to Sedov`.
    pub fn changed(&self, book: &Book, map: &DecisionMap, changed: &Changed) -> String {
        let name = self.name_on_map(book, map, changed.person);
        let none = || "·".to_owned();
        let sure = |side: Option<Certainty>| side.map_or_else(none, |certainty| self.short(&certainty.term()));
        let stance = |side: Option<i64>| side.map_or_else(none, |value| self.mark(&format!("stance.value.{value}")));
        let number = |side: Option<i64>| side.map_or_else(none, |n| self.number(n));
        match changed.what {
            What::Role { kind, before, after } => {
                self.told(&name, &format!("{} {} > {}", self.short(&kind.term()), sure(before), sure(after)))
            }
            What::Stance { before, after } => {
                self.told(&name, &format!("{} {} > {}", self.say("map-stance"), stance(before), stance(after)))
            }
            What::Influence { before, after } => {
                let label = self.label("stance", "influence");
                self.told(&name, &format!("{label} {} > {}", number(before), number(after)))
            }
            What::Line { kind, to, is_new } => {
                let sign = if is_new { '+' } else { '-' };
                format!("{sign} {name} {} {}", self.term(&kind.term()), self.name_on_map(book, map, to))
            }
        }
    }
}
