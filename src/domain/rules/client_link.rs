//! How clients stand to each other.

use super::place;
use crate::domain::entity::ClientLink;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

pub(super) fn facts(_planning: &mut Planning<'_>, row: &ClientLink) -> Result<(), Refusal> {
    if row.a == row.b {
        return Err(Refusal::no(Sentence::new("link-to-self")).at("b"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&ClientLink>, row: &ClientLink) -> Result<(), Refusal> {
    let what = |row: &ClientLink| (row.a, row.b, row.kind);
    let twin = |other: &&ClientLink| other.uid() != row.uid() && what(other) == what(row);
    if before.is_none() && planning.of::<ClientLink>(row.a).into_iter().any(|other| twin(&other)) {
        let name = place::name_of_client(planning, row.b);
        return Err(
            Refusal::no(Sentence::new("already-linked").text("name", name).word("kind", row.kind.term())).at("b")
        );
    }
    Ok(())
}
