//! Lines between the people of a client: who reports to whom, who listens to whom.

use chrono::NaiveDate;

use super::holders::Ask;
use super::place::{place, upwards};
use crate::domain::Book;
use crate::domain::date::{InForce, in_force};
use crate::domain::entity::{Influence, Person};
use crate::domain::table::Id;
use crate::domain::words::{Certainty, InfluenceKind};

/// One line in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub row: Id<Influence>,
    /// The subordinate, or the one who influences.
    pub from: Id<Person>,
    pub to: Id<Person>,
    /// From 1 to 3; only of influences, and unknown where it was not written down.
    pub strength: Option<i64>,
    pub certainty: Certainty,
    pub learned_on: NaiveDate,
    pub possibly: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    pub reports: Vec<Line>,
    pub influences: Vec<Line>,
}

/// The lines in force at the client, between people who have not left.
pub fn lines(book: &Book, ask: &Ask) -> Lines {
    let chain = upwards(book, ask.client);
    let mine = |row: &&Influence| row.client == ask.client && row.learned_on <= ask.today;
    let mut rows: Vec<&Influence> = book.influence.of(ask.client).filter(mine).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.strength), row.head.uid));
    let mut lines = Lines::default();
    for row in rows {
        let sure = in_force(row.from, row.to, ask.as_of);
        let gone = |person| place(book, person, &chain, ask.as_of).is_gone();
        if !sure.yes() || gone(row.from_person) || gone(row.to_person) {
            continue;
        }
        let line = Line {
            row: Id::new(row.head.uid),
            from: row.from_person,
            to: row.to_person,
            strength: row.strength,
            certainty: row.certainty,
            learned_on: row.learned_on,
            possibly: sure != InForce::Surely,
        };
        match row.kind {
            InfluenceKind::ReportsTo => lines.reports.push(line),
            InfluenceKind::Influences => lines.influences.push(line),
        }
    }
    lines
}

impl Lines {
    pub fn boss(&self, person: Id<Person>) -> Option<Id<Person>> {
        self.reports.iter().find(|line| line.from == person).map(|line| line.to)
    }

    pub fn subordinates(&self, boss: Id<Person>) -> impl Iterator<Item = Id<Person>> {
        self.reports.iter().filter(move |line| line.to == boss).map(|line| line.from)
    }

    /// People who report to somebody, nearest boss first.
    pub fn bosses(&self, person: Id<Person>) -> Vec<Id<Person>> {
        let mut bosses = Vec::new();
        let mut at = person;
        while let Some(boss) = self.boss(at).filter(|boss| *boss != person && !bosses.contains(boss)) {
            bosses.push(boss);
            at = boss;
        }
        bosses
    }

    /// Reporting from below upwards: those to whom nobody reports, together where they share a boss, then the bosses
    /// one by one. `order` says who stands first. A chain ends at a boss who stands in an earlier one: who is above them
    /// was told there.
    pub fn chains(&self, order: &[Id<Person>]) -> Vec<Chain> {
        let rank = |person: &Id<Person>| order.iter().position(|at| at == person).unwrap_or(usize::MAX);
        let mut chains: Vec<Chain> = Vec::new();
        let mut lowest: Vec<Id<Person>> = self.reports.iter().map(|line| line.from).collect();
        lowest.retain(|person| self.subordinates(*person).next().is_none());
        lowest.sort_by_key(rank);
        lowest.dedup();
        for person in lowest {
            let bosses = self.bosses(person);
            match chains.iter_mut().find(|chain| chain.bosses == bosses) {
                Some(chain) => chain.lowest.push(person),
                None => chains.push(Chain { lowest: vec![person], bosses }),
            }
        }
        let mut told: Vec<Id<Person>> = Vec::new();
        for chain in &mut chains {
            let known = chain.bosses.iter().position(|boss| told.contains(boss));
            chain.bosses.truncate(known.map_or(chain.bosses.len(), |at| at + 1));
            told.extend(&chain.bosses);
        }
        chains
    }
}

/// `Gordeeva, Petrov > Sedov > Kravets`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    pub lowest: Vec<Id<Person>>,
    pub bosses: Vec<Id<Person>>,
}
