//! A client's status and stage may go only where the procedure lets them, with what each move asks for.

use super::{client, gates};
use crate::domain::entity::{Client, Commitment, Problem, Proposal};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, ProblemState, ProposalState, VipCategory, Who};

/// # Errors
/// The move that is not possible, or what it still lacks.
pub(super) fn check(planning: &Planning<'_>, before: Option<&Client>, row: &Client) -> Result<(), Refusal> {
    let Some(before) = before else { return new(row) };
    if before.status != row.status {
        status(planning, before, row)?;
    } else if before.vip_category != row.vip_category {
        agrees(row)?;
    }
    if before.stage != row.stage && row.stage.is_some() && before.status == ClientStatus::Prospect {
        stage(planning, before, row)?;
    } else if before.stage != row.stage && before.status == row.status {
        return Err(Refusal::no(Sentence::new("stage-of-prospect")).at("stage"));
    }
    Ok(())
}

fn new(row: &Client) -> Result<(), Refusal> {
    match row.status {
        ClientStatus::Prospect | ClientStatus::Active => agrees(row),
        status => {
            let allowed = [ClientStatus::Prospect, ClientStatus::Active].map(|status| Arg::word(status.term()));
            let sentence = Sentence::new("invalid-word").word("input", status.term());
            Err(Refusal::no(sentence.with("allowed", Arg::List(allowed.to_vec()))).at("status"))
        }
    }
}

/// Prospects are to be attracted, active clients have been.
fn agrees(row: &Client) -> Result<(), Refusal> {
    let attract = row.vip_category == VipCategory::Attract;
    match row.status {
        ClientStatus::Prospect if !attract => {
            Err(Refusal::no(Sentence::new("prospect-needs-attract")).at("vip_category"))
        }
        ClientStatus::Active | ClientStatus::Dormant if attract => {
            Err(Refusal::no(Sentence::new("attract-starts-as-prospect")).at("vip_category"))
        }
        _ => Ok(()),
    }
}

fn status(planning: &Planning<'_>, before: &Client, row: &Client) -> Result<(), Refusal> {
    use ClientStatus::{Active, Archived, Declined, Dormant, Left, Merged, Prospect};
    let at = |refusal: Refusal| refusal.at("status");
    match (before.status, row.status) {
        (Prospect, Active) => something_in_use(planning, row).map_err(at)?,
        (Prospect, Declined) => {
            needed(row.declined_reason.as_ref(), "reason-needed", "declined_reason")?;
            no_presented_offer(planning, row).map_err(at)?;
        }
        (Active, Dormant) => {
            reason(planning)?;
            no_serious_problem(planning, row).map_err(at)?;
        }
        (Dormant, Active) => {}
        (Active | Dormant, Left) => {
            needed(row.left_reason.as_ref(), "left-needs-reason", "left_reason")?;
            needed(row.left_on.as_ref(), "left-needs-reason", "left_on")?;
        }
        (from, Archived) if from != Merged => no_open_promise(planning, row).map_err(at)?,
        (Declined | Left | Archived, Prospect | Active) => reason(planning)?,
        (from, to) => {
            let sentence = Sentence::new("move-not-possible").word("entity", Client::ENTITY.term());
            return Err(at(Refusal::no(sentence.word("from", from.term()).word("to", to.term()))));
        }
    }
    agrees(row)
}

fn needed<T>(value: Option<&T>, id: &str, field: &str) -> Result<(), Refusal> {
    if value.is_some() { Ok(()) } else { Err(Refusal::no(Sentence::new(id)).at(field)) }
}

fn reason(planning: &Planning<'_>) -> Result<(), Refusal> {
    needed(planning.reason().as_ref(), "reason-needed", "reason")
}

fn offers<'p>(planning: &'p Planning<'_>, client: Id<Client>, state: ProposalState) -> Vec<&'p Proposal> {
    let rows = planning.of::<Proposal>(client).into_iter();
    rows.filter(|offer| offer.client == client && offer.state == state).collect()
}

fn something_in_use(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let accepted = !offers(planning, row.uid(), ProposalState::Accepted).is_empty();
    if accepted || !client::in_use(planning, row.uid()).is_empty() {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("nothing-in-use-yet")))
}

fn no_presented_offer(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let open = offers(planning, row.uid(), ProposalState::Presented);
    if open.is_empty() {
        return Ok(());
    }
    let titles = Arg::texts(open.iter().map(|offer| offer.title.clone()));
    Err(Refusal::no(Sentence::new("close-offers-first").with("list", titles)))
}

fn no_serious_problem(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let serious = |problem: &&Problem| {
        problem.client == row.uid()
            && problem.severity == 3
            && matches!(problem.state, ProblemState::Open | ProblemState::Reopened)
    };
    if planning.of::<Problem>(row.uid()).iter().any(serious) {
        return Err(Refusal::no(Sentence::new("close-serious-problems")));
    }
    Ok(())
}

fn no_open_promise(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let ours = |promise: &&Commitment| promise.client == row.uid() && promise.who == Who::We && promise.state.is_open();
    let n = planning.of::<Commitment>(row.uid()).into_iter().filter(ours).count();
    if n == 0 {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("own-promises-open").count("n", n).text("client", &row.name)))
}

/// Forward only through every gate between, unless forced with a reason; back with a reason.
fn stage(planning: &Planning<'_>, before: &Client, row: &Client) -> Result<(), Refusal> {
    let (Some(from), Some(to)) = (before.stage, row.stage) else { return Ok(()) };
    if to < from || planning.force() {
        return reason(planning);
    }
    let unmet: Vec<Arg> = (from..to)
        .flat_map(|stage| gates::unmet(planning, row, stage))
        .map(|gate| Arg::text(planning.say(&gate)))
        .collect();
    if unmet.is_empty() {
        return Ok(());
    }
    let sentence = Sentence::new("stage-needs").with("n", Arg::Count(to)).with("list", Arg::List(unmet));
    Err(Refusal::no(sentence).at("stage"))
}
