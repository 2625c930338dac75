//! The moves of a client's status and stage: what each sets by itself, asks, and puts beside. What it refuses stands
//! in the rules.

use chrono::NaiveDate;

use super::{Planning, generic, promises};
use crate::domain::adaptation;
use crate::domain::date::{PartialDate, in_force, plus_days};
use crate::domain::edit::{Amend, Fields};
use crate::domain::entity::{Client, Commitment, Holding};
use crate::domain::gates::{self, Gate};
use crate::domain::moves::ClientMove;
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, CommitmentOrigin, Phase, VipCategory};

pub(super) fn make(planning: &mut Planning<'_>, id: Id<Client>, wish: &ClientMove) -> Result<(), Refusal> {
    let ClientMove::Reopen { reason } = wish;
    let client = planning.need(id)?;
    if client.status.has_rhythm() {
        return Err(rules::moved::already(Client::ENTITY, client.status.term()));
    }
    let status = if client.stage.is_some() { ClientStatus::Prospect } else { ClientStatus::Active };
    let fields = [("status".to_owned(), status.word().into())].into_iter().collect();
    generic::amend(planning, &Amend { reason: reason.clone(), ..Amend::new(Client::ENTITY, id.uuid, fields) })
}

/// Completes a client whose status or stage was amended, and names the step.
pub(super) fn complete(
    planning: &mut Planning<'_>,
    before: &Client,
    row: &mut Client,
    given: &Fields,
) -> Result<(), Refusal> {
    if before.status != row.status {
        status(planning, before, row, given)?;
        let title = Sentence::new("title-client-status").text("client", &row.name).word("state", row.status.term());
        planning.default_title(title, Some(row.uid().uuid));
    } else if before.stage != row.stage {
        stage(planning, before, row, given);
    }
    Ok(())
}

fn status(planning: &mut Planning<'_>, before: &Client, row: &mut Client, given: &Fields) -> Result<(), Refusal> {
    use ClientStatus::{Active, Archived, Declined, Dormant, Left, Merged, Prospect};
    let reason = planning.reason().map(str::to_owned);
    match (before.status, row.status) {
        (Prospect, Active) => {
            rules::something_in_use(planning, row)?;
            adapt(planning, row)?;
        }
        (Prospect, Declined) => row.declined_reason = row.declined_reason.take().or(reason),
        (Active | Dormant, Left) => {
            row.left_reason = row.left_reason.take().or(reason);
            row.left_on = row.left_on.or(Some(planning.today));
            end_holdings(planning, row)?;
        }
        (Declined | Left | Archived, Prospect | Active) => {
            rules::moved::reason(planning)?;
            reopen(planning, row, given)?;
        }
        (Active, Dormant) | (Dormant, Active) => {}
        (from, Archived) if from != Merged => {}
        (from, to) => {
            return Err(rules::moved::not_possible(Client::ENTITY, "status", from.term(), to.term()));
        }
    }
    Ok(())
}

/// The first product or accepted offer of a prospect: the client is won in the same step.
pub(super) fn become_active(planning: &mut Planning<'_>, id: Id<Client>) -> Result<(), Refusal> {
    let mut row = planning.need(id)?.clone();
    row.status = ClientStatus::Active;
    adapt(planning, &mut row)?;
    planning.put(row);
    Ok(())
}

/// A won client: a category, a time of adaptation, and what it is owed in it.
fn adapt(planning: &mut Planning<'_>, row: &mut Client) -> Result<(), Refusal> {
    choose_category(planning, row)?;
    let from = row.adaptation_from.unwrap_or(planning.today);
    row.adaptation_from = Some(from);
    let days = planning.book().settings().adaptation_days;
    row.adaptation_until = row.adaptation_until.or(Some(plus_days(from, days)));
    for (text, days) in adaptation::checklist(planning.book(), |sentence| planning.say(sentence)) {
        let promise = owed(planning, row.uid(), text, plus_days(from, days));
        planning.put(promise);
    }
    Ok(())
}

/// Retain, unless another category was given; asked, because it is the manager's to say.
fn choose_category(planning: &mut Planning<'_>, row: &mut Client) -> Result<(), Refusal> {
    if row.vip_category == VipCategory::Attract {
        let question = Sentence::new("new-category-ask").text("client", &row.name);
        let (retain, other) = (VipCategory::Retain.term(), VipCategory::LongStanding.term());
        let retain = planning.ask(question.word("retain", retain).word("other", other))?;
        row.vip_category = if retain { VipCategory::Retain } else { VipCategory::LongStanding };
    }
    Ok(())
}

fn owed(planning: &mut Planning<'_>, client: Id<Client>, text: String, due: NaiveDate) -> Commitment {
    Commitment {
        due: Some(due),
        origin: CommitmentOrigin::Adaptation,
        phase: Some(Phase::During),
        ..promises::ours(planning, client, text)
    }
}

/// The products of a client that leaves are asked to end that day.
fn end_holdings(planning: &mut Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let Some(day) = row.left_on else { return Ok(()) };
    let used = |holding: &&Holding| {
        holding.client == row.uid() && holding.provider_other.is_none() && in_force(holding.from, holding.to, day).yes()
    };
    let held: Vec<Holding> = planning.of::<Holding>(row.uid()).into_iter().filter(used).cloned().collect();
    if held.is_empty() {
        return Ok(());
    }
    let question = Sentence::new("end-holdings-ask").count("n", held.len()).text("client", &row.name);
    if planning.ask(question.date("date", day))? {
        for mut holding in held {
            holding.to = Some(PartialDate::Day(day));
            holding.ended_reason = row.left_reason.as_ref().map(|reason| reason.chars().take(120).collect());
            planning.put(holding);
        }
    }
    Ok(())
}

/// A client taken up again: what was said of its end is history now.
fn reopen(planning: &mut Planning<'_>, row: &mut Client, given: &Fields) -> Result<(), Refusal> {
    row.left_on = None;
    row.left_reason = None;
    row.declined_reason = None;
    if row.status == ClientStatus::Active {
        return choose_category(planning, row);
    }
    row.vip_category = VipCategory::Attract;
    row.stage = row.stage.or(Some(1));
    if !given.contains_key("stage_since") {
        row.stage_since = Some(planning.today);
    }
    Ok(())
}

fn stage(planning: &mut Planning<'_>, before: &Client, row: &mut Client, given: &Fields) {
    if !given.contains_key("stage_since") {
        row.stage_since = Some(planning.today);
    }
    let (Some(from), Some(to)) = (before.stage, row.stage) else { return };
    let shut = !gates::gates(planning.book(), row, from, to, planning.today).iter().all(Gate::is_open);
    let id = if planning.force() && shut { gates::FORCED } else { "title-client-stage" };
    let title = Sentence::new(id).text("client", &row.name).with("n", Arg::Count(to));
    planning.default_title(title, Some(row.uid().uuid));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::edit::Edit;
    use crate::domain::moves::Move;
    use crate::domain::trial::Trial;

    #[test]
    fn a_client_taken_up_again_goes_back_to_where_it_stood() {
        let ended = [
            (
                json!({ "status": "declined", "vip_category": "attract", "stage": 4, "declined_reason": "price" }),
                "declined",
            ),
            (json!({ "status": "left", "left_on": "2026-01-05", "left_reason": "price" }), "left"),
        ];
        for (mut row, status) in ended {
            let mut trial = Trial::new();
            let name = json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" });
            row.as_object_mut().unwrap().extend(name.as_object().unwrap().clone());
            let client = Id::<Client>::new(trial.has(Entity::Client, row));
            let reopen = |reason: Option<&str>| {
                Edit::Move(Move::Client(client, ClientMove::Reopen { reason: reason.map(str::to_owned) }))
            };
            assert_eq!(trial.refusal(&reopen(None)), "reason-needed");
            trial.make(&reopen(Some("they called")));
            assert_eq!(trial.refusal(&reopen(Some("again"))), "already-in-state");
            let back = trial.row::<Client>(client.uuid);
            let now = (back.status, back.stage, back.stage_since);
            match status {
                "declined" => assert_eq!(now, (ClientStatus::Prospect, Some(4), Some(trial.today))),
                _ => assert_eq!(now, (ClientStatus::Active, None, None)),
            }
            assert_eq!((&back.declined_reason, &back.left_reason, back.left_on), (&None, &None, None));
        }
    }
}
