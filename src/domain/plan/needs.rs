//! What follows when a need changes: the days of its states, and evidence added to it.

use super::{Planning, fill};
use crate::domain::entity::Need;
use crate::domain::moves::NewEvidence;
use crate::domain::parts::Evidence;
use crate::domain::refusal::Refusal;
use crate::domain::rules::moved;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{NeedState, Voice};

/// Days follow the state and the voice; what belongs to a state that was left goes with it.
pub(super) fn complete(planning: &mut Planning<'_>, before: Option<&Need>, need: &mut Need) {
    let today = planning.today;
    if need.voice == Voice::Stated && before.is_none_or(|before| before.voice == Voice::Hidden) {
        need.voiced_on.get_or_insert(today);
    }
    let from = before.map(|before| before.state);
    if from == Some(need.state) {
        return;
    }
    if from == Some(NeedState::Met) {
        need.met_on = None;
    }
    match need.state {
        NeedState::Addressed => _ = need.addressed_on.get_or_insert(today),
        NeedState::Met => _ = need.met_on.get_or_insert(today),
        NeedState::Dropped => {
            need.share = false;
            need.drop_reason = need.drop_reason.take().or_else(|| planning.reason().map(str::to_owned));
        }
        NeedState::Hypothesis | NeedState::Probed | NeedState::Confirmed => forget_later_states(need),
    }
    if before.is_some() {
        let title = Sentence::new("title-need-state").text("title", &need.title).word("state", need.state.term());
        planning.default_title(title, Some(need.client.uuid));
    }
}

fn forget_later_states(need: &mut Need) {
    need.addressed_on = None;
    need.answered_by.clear();
    need.met_on = None;
    need.drop_reason = None;
    need.drop_kind = None;
    if !need.state.is_confirmed() {
        need.share = false;
    }
}

/// Moves a need on by one state; the rules say what that asks for.
pub(super) fn forward(planning: &mut Planning<'_>, id: Id<Need>) -> Result<(), Refusal> {
    let mut need = planning.need(id)?.clone();
    need.state = need.state.next().ok_or_else(|| moved::already(Need::ENTITY, need.state.term()))?;
    fill::put(planning, need).map(drop)
}

/// Adds what was seen or heard; the state is the manager's to move.
pub(super) fn add_evidence(planning: &mut Planning<'_>, wish: &NewEvidence) -> Result<(), Refusal> {
    let mut need = planning.need(wish.need)?.clone();
    let visit = wish.visit.map(|id| planning.need(id)).transpose()?;
    let seen_on = wish.on.or(visit.map(|visit| visit.day(planning.book().settings().zone))).unwrap_or(planning.today);
    need.evidence.push(Evidence { visit: wish.visit, quote: wish.quote.clone(), date: seen_on, weight: wish.weight });
    let title = Sentence::new("title-need-evidence").text("title", &need.title);
    planning.default_title(title, Some(need.client.uuid));
    fill::put(planning, need).map(drop)
}
