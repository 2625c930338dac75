//! The only way into the client's copy. A [`Shareable`] is made here alone, from fields of class sh or from a text
//! whose row the manager has released with its `share` switch; nothing else in the program can make one.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::date::PartialDate;
use crate::domain::json::Amount;
use crate::domain::parts::Attendee;
use crate::domain::table::Id;
use crate::domain::words::{GoalState, NeedState, PlaceKind, ProposalState, TermState, Tri, VisitKind, Voice, Who};
use crate::domain::{Affiliation, Book, Client, ClientGoal, Commitment, Need, Person, Proposal, Visit};

/// A value that may leave the bank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shareable<T>(T);

impl<T> Shareable<T> {
    pub fn get(&self) -> &T {
        &self.0
    }

    pub fn into_inner(self) -> T {
        self.0
    }
}

/// Declares the accessors of shareable fields and lists them, so that a test can hold each against its class.
macro_rules! shareable {
    ($($entity:ident . $table:literal { $($field:ident : $ty:ty),+ $(,)? })+) => {
        /// Every field that the client's copy reads without a switch: table and field.
        pub const FIELDS: &[(&str, &str)] = &[$($(($table, stringify!($field))),+),+];

        $(pub mod $entity {
            use super::*;
            $(pub fn $field(row: &crate::export::brief::shareable::rows::$entity) -> Shareable<$ty> {
                Shareable(row.$field.clone())
            })+
        })+
    };
}

/// The rows under the names of their tables, for the accessors above.
mod rows {
    pub(super) use crate::domain::{
        Affiliation as affiliation, Client as client, Person as person, Product as product, Proposal as proposal,
        ProposalTerm as proposal_term, Settings as settings, Visit as visit,
    };
}

shareable! {
    client."client" { name: String }
    settings."settings" {
        manager_name: Option<String>, manager_title: Option<String>, manager_phone: Option<String>,
        manager_email: Option<String>, bank_name: Option<String>,
    }
    visit."visit" {
        start: NaiveDateTime, kind: VisitKind, place_kind: Option<PlaceKind>, place: Option<String>,
        agenda: Option<String>, summary_shared: Option<String>, attendees: Vec<Attendee>,
    }
    person."person" {
        salutation: Option<String>, speciality: Option<String>, work_phones: Vec<crate::domain::parts::Contact>,
        work_emails: Vec<crate::domain::parts::Contact>, languages: Vec<String>, full_name: Option<String>,
        family_name: Option<String>, given_name: Option<String>, patronymic: Option<String>,
    }
    affiliation."affiliation" { position: Option<String>, department: Option<String> }
    proposal."proposal" { title: String, version: i64, valid_until: Option<NaiveDate> }
    proposal_term."proposal_term" { label: String, value: Option<Amount>, state: TermState }
    product."product" { name: crate::domain::json::PerLanguage }
}

/// A person's name: its parts are all sh.
pub fn name(person: &Person, show: impl Fn(&Person) -> String) -> Shareable<String> {
    let blank = Person {
        sex: None,
        private_phones: Vec::new(),
        private_emails: Vec::new(),
        messenger: Vec::new(),
        birthday: None,
        family: None,
        likes: None,
        dislikes: None,
        background: None,
        consent_note: None,
        deceased_on: None,
        extra: None,
        ..person.clone()
    };
    Shareable(show(&blank))
}

/// People of the client who are expected or came; the bank's people beside them.
pub fn attendees(book: &Book, visit: &Visit) -> Vec<(Id<Person>, bool)> {
    let there = visit.attendees.iter().filter(|attendee| attendee.came != Some(Tri::No));
    let people = there.filter_map(|attendee| Some((attendee.person, book.person.get(attendee.person)?)));
    people.map(|(id, person)| (id, person.side == crate::domain::words::Side::Bank)).collect()
}

/// A need the client has voiced and that the manager has released.
pub fn need(need: &Need) -> Option<Shareable<String>> {
    let released =
        need.share && need.voice == Voice::Stated && need.state.is_confirmed() && need.state != NeedState::Dropped;
    released.then(|| Shareable(need.title.clone()))
}

/// A goal that was agreed with the client and released.
pub fn goal(goal: &ClientGoal) -> Option<Shareable<String>> {
    let released = goal.share && goal.agreed_on.is_some() && goal.state != GoalState::Abandoned;
    released.then(|| Shareable(goal.text.clone()))
}

/// Who promised, what, who exactly, until when.
pub type Released = (Who, String, Option<Id<Person>>, Option<NaiveDate>);

/// A promise that was released: who, what, who exactly, until when.
pub fn promise(promise: &Commitment) -> Option<Shareable<Released>> {
    let released = promise.share && promise.state.is_open();
    released.then(|| Shareable((promise.who, promise.text.clone(), promise.person, promise.due)))
}

/// Offers that were put on the table: presented or accepted, never a draft.
pub fn is_on_the_table(proposal: &Proposal) -> bool {
    matches!(proposal.state, ProposalState::Presented | ProposalState::Accepted)
}

/// The people of the bank around the client.
pub fn bank_team(client: &Client) -> Shareable<Vec<(Id<Person>, Option<String>)>> {
    Shareable(client.bank_team.iter().map(|member| (member.person, member.speciality.clone())).collect())
}

/// Since when a position is held counts only inside; which one is held today is shared.
pub fn position_today(
    book: &Book,
    person: Id<Person>,
    client: Id<Client>,
    today: NaiveDate,
) -> Shareable<Option<String>> {
    let force = |from: Option<PartialDate>, to| crate::domain::date::in_force(from, to, today).yes();
    let mine = |row: &&Affiliation| row.person == person && row.client == client && force(row.from, row.to);
    let mut rows: Vec<&Affiliation> = book.affiliation.of(person).filter(mine).collect();
    rows.sort_by_key(|row| row.head.uid);
    rows.first().map_or(Shareable(None), |row| affiliation::position(row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Entity;
    use crate::domain::field::Class;

    #[test]
    fn every_field_of_the_client_copy_is_shareable() {
        for (table, field) in FIELDS {
            let entity = Entity::from_table(table).unwrap();
            assert_eq!(entity.field(field).unwrap().class, Class::Shareable, "{table}.{field}");
        }
    }

    #[test]
    fn a_name_is_made_without_any_private_field() {
        for field in Entity::Person.fields() {
            let blanked = [
                "sex",
                "private_phones",
                "private_emails",
                "messenger",
                "birthday",
                "family",
                "likes",
                "dislikes",
                "background",
                "consent_note",
                "deceased_on",
                "extra",
            ];
            let harmless = ["handle", "side", "merged_into", "external_ids"];
            let shared = field.class == Class::Shareable;
            assert!(shared || blanked.contains(&field.name) || harmless.contains(&field.name), "{}", field.name);
        }
    }
}
