//! Figures and plans of two clients in one file: the same month, period or year in both is chosen, never summed by
//! itself.

use super::choices::Choices;
use super::{Planning, absorb, put_joined};
use crate::domain::edit::Take;
use crate::domain::entity::{Client, ClientLink, LedgerMonth, PlanTarget, ServiceBudget, TierSnapshot};
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

pub(super) fn join(
    planning: &mut Planning<'_>,
    keep: Id<Client>,
    gone: Id<Client>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    ledgers(planning, keep, gone, choices)?;
    targets(planning, keep, gone, choices)?;
    snapshots(planning, keep, gone)?;
    budgets(planning, keep, choices);
    links(planning, keep)
}

/// Rows of one kind that were each client's own before.
fn pairs<T: Row>(
    planning: &Planning<'_>,
    keep: Id<Client>,
    gone: Id<Client>,
    client: fn(&T) -> Option<Id<Client>>,
    same: fn(&T, &T) -> bool,
) -> Vec<(T, T)> {
    let of = |id: Id<Client>| T::table(planning.book()).of(id).filter(move |row| client(row) == Some(id));
    let mut pairs = Vec::new();
    for theirs in of(gone) {
        pairs.extend(of(keep).filter(|mine| same(mine, theirs)).map(|mine| (mine.clone(), theirs.clone())));
    }
    pairs
}

fn ledgers(
    planning: &mut Planning<'_>,
    keep: Id<Client>,
    gone: Id<Client>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    let same = |a: &LedgerMonth, b: &LedgerMonth| (a.month, a.currency) == (b.month, b.currency);
    for (mine, theirs) in pairs(planning, keep, gone, |row: &LedgerMonth| Some(row.client), same) {
        let kept = match choices.pick_month(mine.month, mine.currency) {
            Some(Take::B) => LedgerMonth { head: mine.head.clone(), client: keep, ..theirs.clone() },
            Some(Take::Sum) => sum(&mine, &theirs)?,
            Some(Take::A) | None => mine,
        };
        absorb(planning, kept, theirs.uid())?;
    }
    Ok(())
}

/// The sum of two months; what one of them does not know is not known of both.
fn sum(mine: &LedgerMonth, theirs: &LedgerMonth) -> Result<LedgerMonth, Refusal> {
    let add = |a: Option<i64>, b: Option<i64>| match (a, b) {
        (Some(a), Some(b)) => a.checked_add(b).map(Some).ok_or_else(|| too_large(a)),
        _ => Ok(None),
    };
    Ok(LedgerMonth {
        income: add(mine.income, theirs.income)?,
        cost: add(mine.cost, theirs.cost)?,
        turnover: add(mine.turnover, theirs.turnover)?,
        avg_balance: add(mine.avg_balance, theirs.avg_balance)?,
        sales: add(mine.sales, theirs.sales)?,
        export: add(mine.export, theirs.export)?,
        correction: mine.correction || theirs.correction,
        closed: mine.closed && theirs.closed,
        ..mine.clone()
    })
}

fn too_large(input: i64) -> Refusal {
    Refusal::no(Sentence::new("amount-too-large").text("input", input.to_string()))
}

fn targets(
    planning: &mut Planning<'_>,
    keep: Id<Client>,
    gone: Id<Client>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    let same = |a: &PlanTarget, b: &PlanTarget| (a.measure, a.year, a.quarter) == (b.measure, b.year, b.quarter);
    for (mut mine, theirs) in pairs(planning, keep, gone, |row: &PlanTarget| row.client, same) {
        if mine.target != theirs.target && choices.pick("plan_target") == Some(Take::B) {
            mine.target = theirs.target.clone();
        }
        mine.goal = mine.goal.or(theirs.goal);
        absorb(planning, mine, theirs.uid())?;
    }
    Ok(())
}

/// The kept client's tier of a month stands.
fn snapshots(planning: &mut Planning<'_>, keep: Id<Client>, gone: Id<Client>) -> Result<(), Refusal> {
    let same = |a: &TierSnapshot, b: &TierSnapshot| a.month == b.month;
    for (mine, theirs) in pairs(planning, keep, gone, |row: &TierSnapshot| Some(row.client), same) {
        absorb(planning, mine, theirs.uid())?;
    }
    Ok(())
}

/// A year's budget that sets both clients' amounts keeps the one chosen.
fn budgets(planning: &mut Planning<'_>, keep: Id<Client>, choices: &mut Choices<'_>) {
    let twice = |budget: &&ServiceBudget| budget.r#override.iter().filter(|own| own.client == keep).count() > 1;
    let budgets: Vec<ServiceBudget> = planning.planned::<ServiceBudget>().filter(twice).cloned().collect();
    for mut budget in budgets {
        let before = planning.before(budget.uid());
        let mine_first = before.and_then(|before| before.r#override.iter().position(|own| own.client == keep));
        let mut at = 0;
        let theirs = choices.pick("service_budget") == Some(Take::B);
        budget.r#override.retain(|own| {
            let stays = own.client != keep || (Some(at) == mine_first) != theirs;
            at += 1;
            stays
        });
        put_joined(planning, budget);
    }
}

/// Nobody is linked to themselves, nor twice to another.
fn links(planning: &mut Planning<'_>, keep: Id<Client>) -> Result<(), Refusal> {
    let mut links: Vec<ClientLink> = planning.of::<ClientLink>(keep).into_iter().cloned().collect();
    links.sort_by_key(ClientLink::uid);
    for (at, link) in links.iter().enumerate() {
        if link.a == link.b {
            planning.take_out_moved(ClientLink::ENTITY, link.uid().uuid);
        } else if let Some(twin) =
            links[..at].iter().find(|twin| (twin.a, twin.b, twin.kind) == (link.a, link.b, link.kind))
        {
            let kept = ClientLink { certainty: twin.certainty.max(link.certainty), ..twin.clone() };
            absorb(planning, kept, link.uid())?;
        }
    }
    Ok(())
}
