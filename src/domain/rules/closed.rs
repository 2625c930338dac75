//! An archived, merged or left client is read-only but for reopening, archiving and notes.

use crate::domain::book::Record;
use crate::domain::entity::{Client, Proposal, ProposalTerm};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::ClientStatus;

/// Refuses a change to a row of a client that is closed before and after this edit.
///
/// # Errors
/// Which client is closed, and how.
pub(super) fn check(planning: &Planning<'_>, record: &Record) -> Result<(), Refusal> {
    if let Record::Client(client) = record {
        return own(planning, client);
    }
    clients(planning, record).into_iter().try_for_each(|client| of_client(planning, client))
}

/// The client's own row changes only with its status.
fn own(planning: &Planning<'_>, after: &Client) -> Result<(), Refusal> {
    let before = planning.before(after.uid());
    let moved = before.is_none_or(|before| before.status != after.status);
    if moved { Ok(()) } else { of_client(planning, after.uid()) }
}

/// # Errors
/// When the client is closed as the book has it.
pub fn is_open(planning: &Planning<'_>, id: Id<Client>) -> Result<(), Refusal> {
    of_client(planning, id)
}

fn of_client(planning: &Planning<'_>, id: Id<Client>) -> Result<(), Refusal> {
    let (Some(before), Some(after)) = (planning.before(id), planning.get(id)) else { return Ok(()) };
    let id = match (before.status, after.status) {
        (ClientStatus::Merged, _) => "client-was-merged",
        (ClientStatus::Archived, now) if now.is_closed() => "client-is-archived",
        (ClientStatus::Left, now) if now.is_closed() => "client-has-left",
        _ => return Ok(()),
    };
    Err(Refusal::no(Sentence::new(id).text("client", &after.name)))
}

/// The clients whose file this row is part of. Notes may always be written; tiers are written for everybody.
fn clients(planning: &Planning<'_>, record: &Record) -> Vec<Id<Client>> {
    let of_offer = |id: Id<Proposal>| planning.get(id).map(|offer| offer.client);
    let of_term = |id: Id<ProposalTerm>| planning.get(id).and_then(|term| of_offer(term.proposal));
    match record {
        Record::Note(_) | Record::TierSnapshot(_) => Vec::new(),
        Record::ClientLink(link) => vec![link.a, link.b],
        Record::ProposalTerm(term) => of_offer(term.proposal).into_iter().collect(),
        Record::TermScore(score) => of_term(score.term).into_iter().collect(),
        Record::Concession(concession) => of_term(concession.term).into_iter().collect(),
        record => record.client().map(Id::new).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::edit::Edit;
    use crate::domain::trial::{Trial, add, amend, amend_because};

    #[test]
    fn a_closed_client_takes_notes_and_nothing_else() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let place = trial.book.affiliation.iter().next().unwrap().head.uid;
        trial.make(&amend_because(Entity::Client, trial.client, "over", json!({ "status": "archived" })));
        let id = trial.client;
        let remove = |entity, uuid| Edit::Remove { entity, uuid, fields: serde_json::Map::new(), reason: None };
        for (edit, refusal) in [
            (add(Entity::Note, json!({ "client": client, "text": "sold" })), "-"),
            (add(Entity::Need, json!({ "client": client, "title": "Speed" })), "client-is-archived"),
            (
                add(Entity::Occasion, json!({ "client": client, "kind": "holiday", "date": "--01-01" })),
                "client-is-archived",
            ),
            (amend(Entity::Affiliation, place, json!({ "position": "CFO" })), "client-is-archived"),
            (remove(Entity::Affiliation, place), "client-is-archived"),
            (amend(Entity::Client, id, json!({ "name": "Omega" })), "client-is-archived"),
            (amend_because(Entity::Client, id, "back", json!({ "status": "active", "name": "Omega" })), "-"),
        ] {
            assert_eq!(trial.refusal(&edit), refusal, "{edit:?}");
        }
    }
}
