//! The roles that one cell of a table of people names: `decides:confirmed, agrees`.

use chrono::NaiveDate;

use crate::domain::book::{Book, Entity};
use crate::domain::date::in_force;
use crate::domain::edit::{Edit, SetRole};
use crate::domain::entity::{Client, Person, Role};
use crate::domain::field::invalid_word;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::text::fold;
use crate::domain::words::{Certainty, RoleKind};

use super::reading::in_field;

/// A role and how sure it is; heard where the file does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RoleSaid {
    pub kind: RoleKind,
    pub certainty: Certainty,
}

pub(super) fn read(text: &str) -> Result<Vec<RoleSaid>, Sentence> {
    let items = text.split([',', ';', '|', '，', '、']).map(fold).filter(|item| !item.is_empty());
    items.map(|item| one(&item)).collect()
}

fn one(item: &str) -> Result<RoleSaid, Sentence> {
    let (kind, certainty) = item.split_once(':').map_or((item, None), |(kind, sure)| (kind, Some(sure.trim())));
    let unread =
        |field: &str, word: &str, words: Vec<&str>| in_field(Entity::Role, field, invalid_word(&word.into(), &words));
    let kind = kind.trim().replace([' ', '-'], "_");
    let kind = RoleKind::from_word(&kind)
        .ok_or_else(|| unread("kind", &kind, RoleKind::all().iter().map(|kind| kind.word()).collect()))?;
    let certainty = match certainty {
        None => Certainty::Heard,
        Some(word) => Certainty::from_word(word)
            .ok_or_else(|| unread("certainty", word, Certainty::all().iter().map(|sure| sure.word()).collect()))?,
    };
    Ok(RoleSaid { kind, certainty })
}

/// The role of a person at a client that is in force.
pub(super) fn in_force_of(
    book: &Book,
    person: Id<Person>,
    client: Id<Client>,
    day: NaiveDate,
) -> impl Iterator<Item = &Role> {
    let mine = move |role: &&Role| role.person == person && role.client == client && role.proposal.is_none();
    book.role.of(person).filter(mine).filter(move |role| in_force(role.from, role.to, day).yes())
}

impl RoleSaid {
    /// The edit that brings the role; none where the book is as sure of it already.
    pub fn edit(
        self,
        book: &Book,
        person: Id<Person>,
        client: Id<Client>,
        day: NaiveDate,
        source: &str,
    ) -> Option<Edit> {
        let mut known = in_force_of(book, person, client, day).filter(|role| role.kind == self.kind);
        if known.any(|role| role.certainty >= self.certainty) {
            return None;
        }
        Some(Edit::SetRole(SetRole {
            person,
            client,
            kind: self.kind,
            certainty: Some(self.certainty),
            proposal: None,
            from: None,
            visit: None,
            source_note: Some(source.to_owned()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_several_roles_each_with_its_certainty() {
        let role = |kind, certainty| RoleSaid { kind, certainty };
        assert_eq!(
            read("decides:confirmed, speaks for; Agrees: assumed"),
            Ok(vec![
                role(RoleKind::Decides, Certainty::Confirmed),
                role(RoleKind::SpeaksFor, Certainty::Heard),
                role(RoleKind::Agrees, Certainty::Assumed)
            ])
        );
        assert_eq!(read(""), Ok(vec![]));
        for wrong in ["boss", "decides:sure"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
