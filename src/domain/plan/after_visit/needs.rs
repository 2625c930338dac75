//! What a visit told of needs: evidence, a hidden one voiced, a state moved, a new one.

use serde_json::{Value as Json, json};

use super::{Saved, goes_back_because};
use crate::domain::after_visit::NeedLine;
use crate::domain::book::Entity;
use crate::domain::edit::Fields;
use crate::domain::entity::Need;
use crate::domain::field::FieldType;
use crate::domain::parts::Evidence;
use crate::domain::plan::{Planning, fill, generic};
use crate::domain::refusal::Refusal;
use crate::domain::rules::need::goes_back;
use crate::domain::rules::whose;
use crate::domain::text::{clean, fold};
use crate::domain::words::{NeedOrigin, NeedState, Voice, Weight};

pub(super) fn save(planning: &mut Planning<'_>, saved: &Saved, line: &NeedLine, at: usize) -> Result<(), Refusal> {
    let key = format!("needs[{at}]");
    match find(planning, saved, line)? {
        Some(need) => {
            planning.stands_at((Entity::Need, need.head.uid), key, true);
            change(planning, saved, line, need)
        }
        None if line.off => Ok(()),
        None => {
            let uuid = generic::add(planning, Entity::Need, &fields(saved, line))?;
            planning.stands_at((Entity::Need, uuid), key, true);
            Ok(())
        }
    }
}

/// The need of the line: by its uid, else by its title among the client's.
fn find(planning: &Planning<'_>, saved: &Saved, line: &NeedLine) -> Result<Option<Need>, Refusal> {
    if let Some(id) = line.need {
        let need = planning.need(id).map_err(|refusal| refusal.at("need"))?;
        whose::row_of_visit(planning, saved.visit, Some(need.client), "need")?;
        return Ok(Some(need.clone()));
    }
    let Some(title) = line.title.as_deref().map(fold).filter(|title| !title.is_empty()) else { return Ok(None) };
    let same = |need: &&Need| need.client == saved.client && fold(&need.title) == title;
    Ok(planning.of::<Need>(saved.client).into_iter().find(same).cloned())
}

fn change(planning: &mut Planning<'_>, saved: &Saved, line: &NeedLine, mut need: Need) -> Result<(), Refusal> {
    if line.off && came_from(planning, saved, &need) {
        planning.take_out(Entity::Need, need.head.uid);
        return Ok(());
    }
    let mine = need.evidence.iter().position(|seen| seen.visit == Some(saved.visit));
    match mine {
        Some(at) if line.off => _ = need.evidence.remove(at),
        _ if line.off || !line.has_evidence() => {}
        Some(at) => need.evidence[at] = evidence(saved, line, Some(&need.evidence[at])),
        None => need.evidence.push(evidence(saved, line, None)),
    }
    if line.voice == Some(Voice::Stated) && need.voice == Voice::Hidden {
        need.voiced_on.get_or_insert(saved.day);
    }
    need.voice = line.voice.unwrap_or(need.voice);
    let from = need.state;
    need.state = line.state.unwrap_or(from);
    need.essential = line.essential.unwrap_or(need.essential);
    if goes_back(from, need.state) {
        goes_back_because(planning, line.reason.as_deref(), "reason")?;
    }
    fill::put(planning, need).map(drop)
}

/// Made on this visit's page and standing on nothing else.
fn came_from(planning: &Planning<'_>, saved: &Saved, need: &Need) -> bool {
    let from_here = |seen: &Evidence| seen.visit == Some(saved.visit);
    let unused = Entity::ALL.iter().all(|entity| planning.count_pointing(*entity, need.head.uid) == 0);
    saved.correcting
        && unused
        && !need.evidence.is_empty()
        && need.evidence.iter().all(from_here)
        && matches!(need.state, NeedState::Hypothesis | NeedState::Probed)
        && need.head.created_at.date_naive() >= saved.day
}

fn evidence(saved: &Saved, line: &NeedLine, was: Option<&Evidence>) -> Evidence {
    let quote = line.quote.as_ref().map(|quote| clean(quote, false));
    Evidence {
        visit: Some(saved.visit),
        quote: quote.unwrap_or_else(|| was.and_then(|was| was.quote.clone())),
        date: saved.day,
        weight: line.weight.or(was.map(|was| was.weight)).unwrap_or(Weight::Hint),
    }
}

fn fields(saved: &Saved, line: &NeedLine) -> Fields {
    let voice = line.voice.unwrap_or(Voice::Hidden);
    let seen = if line.has_evidence() { vec![evidence(saved, line, None)] } else { Vec::new() };
    let guess = NeedState::Hypothesis;
    let usual = if seen.is_empty() { guess } else { guess.with_evidence() };
    let origin = if voice == Voice::Stated { NeedOrigin::Client } else { NeedOrigin::Manager };
    let voiced_on = Some(saved.day).filter(|_| voice == Voice::Stated);
    let given: [(&str, Json); 8] = [
        ("client", saved.client.json()),
        ("title", json!(line.title.clone().unwrap_or_default())),
        ("voice", voice.json()),
        ("voiced_on", voiced_on.json()),
        ("origin", origin.json()),
        ("state", line.state.unwrap_or(usual).json()),
        ("essential", json!(line.essential.unwrap_or(false))),
        ("evidence", seen.json()),
    ];
    given.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
