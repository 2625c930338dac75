//! A client's stage moves through the gates of the attraction procedure.

use super::moved;
use crate::domain::entity::Client;
use crate::domain::gates::{self, Gate};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::ClientStatus;

/// A new client has passed no gate yet, whichever door it comes through.
///
/// # Errors
/// What a gate still lacks; that an active client has no stage.
pub(super) fn begins(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    match row.status {
        ClientStatus::Prospect => gates_are_open(planning, Some(1), row),
        _ if row.stage.is_some() => Err(Refusal::no(Sentence::new("stage-of-prospect")).at("stage")),
        _ => Ok(()),
    }
}

/// Forward only through every gate between, unless forced with a reason; back with a reason.
///
/// # Errors
/// What a gate still lacks, or that a reason is needed.
pub(super) fn moves(planning: &Planning<'_>, before: &Client, row: &Client) -> Result<(), Refusal> {
    let back = before.stage > row.stage;
    if back || planning.force() { moved::reason(planning) } else { gates_are_open(planning, before.stage, row) }
}

/// A stage that is put back higher out of its turn passes the gates as they are now, unless it was forced.
///
/// # Errors
/// What a gate still lacks.
pub(super) fn rose(planning: &Planning<'_>, before: &Client, row: &Client) -> Result<(), Refusal> {
    let prospect = [before, row].iter().all(|client| client.status == ClientStatus::Prospect);
    if !prospect || planning.force() { Ok(()) } else { gates_are_open(planning, before.stage, row) }
}

fn gates_are_open(planning: &Planning<'_>, from: Option<i64>, row: &Client) -> Result<(), Refusal> {
    let (Some(from), Some(to)) = (from, row.stage) else { return Ok(()) };
    let gates = gates::gates(planning.book(), row, from, to, planning.today);
    let unmet: Vec<Arg> =
        gates.iter().flat_map(Gate::missing).map(|gate| Arg::Sentence(Box::new(gate.clone()))).collect();
    if unmet.is_empty() {
        return Ok(());
    }
    let sentence = Sentence::new("stage-needs").with("n", Arg::Count(to)).with("list", Arg::List(unmet));
    Err(Refusal::no(sentence).at("stage"))
}
