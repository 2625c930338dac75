//! A person's attitude to us and the weight of their word on a day, at a client or on one offer.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::entity::{Client, Person, Proposal, Stance, Visit};
use crate::domain::table::Id;

/// One thing known of a person, with the row it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub value: i64,
    pub on: NaiveDate,
    pub row: Id<Stance>,
    pub visit: Option<Id<Visit>>,
    /// Said of one offer, not of us in general.
    pub of_offer: bool,
}

/// Stance and influence, each the latest on its own. None is unknown, which is not neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attitude {
    pub stance: Option<Point>,
    pub influence: Option<Point>,
}

impl Attitude {
    pub fn stance(&self) -> Option<i64> {
        self.stance.map(|point| point.value)
    }

    pub fn influence(&self) -> Option<i64> {
        self.influence.map(|point| point.value)
    }

    /// Cool or against.
    pub fn is_against(&self) -> bool {
        self.stance().is_some_and(|stance| stance <= -1)
    }

    fn take(&mut self, row: &Stance) {
        let point = |value: i64| Point {
            value,
            on: row.on,
            row: Id::new(row.head.uid),
            visit: row.visit,
            of_offer: row.proposal.is_some(),
        };
        self.stance = row.value.map(point).or(self.stance);
        self.influence = row.influence.map(point).or(self.influence);
    }
}

/// The attitude at the end of a day. On an offer, what was said of it goes before what holds in general.
pub fn attitude(
    book: &Book,
    person: Id<Person>,
    client: Id<Client>,
    proposal: Option<Id<Proposal>>,
    day: NaiveDate,
) -> Attitude {
    let (mut general, mut offer) = (Attitude::default(), Attitude::default());
    for row in rows(book, person, client, day) {
        match row.proposal {
            None => {
                if row.reset {
                    // A new post: nothing said before holds, of offers neither.
                    (general, offer) = (Attitude::default(), Attitude::default());
                }
                general.take(row);
            }
            of if of == proposal => {
                if row.reset {
                    offer = Attitude::default();
                }
                offer.take(row);
            }
            Some(_) => {}
        }
    }
    Attitude { stance: offer.stance.or(general.stance), influence: offer.influence.or(general.influence) }
}

/// The rows of a person at a client up to a day: by date, then when they were written, then uid.
pub fn rows(book: &Book, person: Id<Person>, client: Id<Client>, day: NaiveDate) -> Vec<&Stance> {
    let mine = |row: &&Stance| row.person == person && row.client == client && row.on <= day;
    let mut rows: Vec<&Stance> = book.stance.of(person).filter(mine).collect();
    rows.sort_by_key(|row| (row.on, row.head.created_at, row.head.uid));
    rows
}
