//! What was promised at a visit, and which older promises were kept by it.

use serde_json::{Value as Json, json};

use super::{Saved, goes_back_because};
use crate::domain::after_visit::{PromiseLine, was_kept_at};
use crate::domain::book::Entity;
use crate::domain::edit::Fields;
use crate::domain::entity::Commitment;
use crate::domain::field::FieldType;
use crate::domain::plan::{Planning, fill, generic};
use crate::domain::refusal::Refusal;
use crate::domain::rules::whose;
use crate::domain::sentence::Sentence;
use crate::domain::text::{clean, fold};
use crate::domain::words::{CommitmentOrigin, CommitmentState, Who};

pub(super) fn save(planning: &mut Planning<'_>, saved: &Saved, line: &PromiseLine, at: usize) -> Result<(), Refusal> {
    let key = format!("promises[{at}]");
    match find(planning, saved, line)? {
        Some(promise) => {
            planning.stands_at((Entity::Commitment, promise.head.uid), key, true);
            change(planning, saved, line, promise)
        }
        None if line.off => Ok(()),
        None => {
            let uuid = generic::add(planning, Entity::Commitment, &fields(saved, line))?;
            planning.stands_at((Entity::Commitment, uuid), key, true);
            Ok(())
        }
    }
}

/// The promise of the line: by its uid, else by its text among those of this visit; a kept one among all open ones.
fn find(planning: &Planning<'_>, saved: &Saved, line: &PromiseLine) -> Result<Option<Commitment>, Refusal> {
    if let Some(id) = line.promise {
        let promise = planning.need(id).map_err(|refusal| refusal.at("promise"))?;
        whose::row_of_visit(planning, saved.visit, Some(promise.client), "promise")?;
        return Ok(Some(promise.clone()));
    }
    let text = line.text.as_deref().map(fold).unwrap_or_default();
    let who = line.who.unwrap_or(Who::We);
    let mine = |row: &&Commitment| row.client == saved.client && row.who == who && fold(&row.text) == text;
    let rows: Vec<&Commitment> = planning.of::<Commitment>(saved.client).into_iter().filter(mine).collect();
    let here = rows.iter().find(|row| saved.correcting && row.visit == Some(saved.visit));
    let kept = rows.iter().find(|row| line.done == Some(true) && row.state.is_open());
    Ok(here.or(kept).map(|row| (*row).clone()))
}

fn change(
    planning: &mut Planning<'_>,
    saved: &Saved,
    line: &PromiseLine,
    mut promise: Commitment,
) -> Result<(), Refusal> {
    let own = promise.visit == Some(saved.visit);
    if line.off {
        if own {
            planning.take_out(Entity::Commitment, promise.head.uid);
        }
        return Ok(());
    }
    if let Some(text) = line.text.as_deref().filter(|text| *text != promise.text) {
        text.clone_into(&mut promise.text);
    }
    promise.who = line.who.unwrap_or(promise.who);
    promise.person = line.person.or(promise.person);
    promise.due = line.due.or(promise.due);
    pass_on(&mut promise, saved, line);
    match line.done {
        Some(true) if promise.state != CommitmentState::Done => {
            promise.state = CommitmentState::Done;
            promise.done_on = Some(line.done_on.unwrap_or(saved.day).max(promise.made_on));
            promise.done_note = line.note.clone().or(promise.done_note);
        }
        Some(false) if promise.state == CommitmentState::Done => {
            take_back(planning, saved, line, &promise)?;
            promise.state = CommitmentState::Open;
        }
        _ => {}
    }
    fill::put(planning, promise).map(drop)
}

/// A tick set on this page was a slip and is taken back; what was done another day opens again for a reason.
fn take_back(
    planning: &mut Planning<'_>,
    saved: &Saved,
    line: &PromiseLine,
    promise: &Commitment,
) -> Result<(), Refusal> {
    let note = line.note.as_deref().filter(|note| promise.done_note.as_deref() != Some(*note));
    let slip = planning.say(&Sentence::new("reason-tick-taken-back").text("text", &promise.text));
    let own = was_kept_at(promise, saved.day) && saved.correcting;
    goes_back_because(planning, note.or(Some(slip.as_str()).filter(|_| own)), "note")
}

/// Passed on from the day of the visit; what lies with that department already stays there.
fn pass_on(promise: &mut Commitment, saved: &Saved, line: &PromiseLine) {
    let to = line.passed_to.as_deref().and_then(|to| clean(to, true));
    let lies_there = promise.state == CommitmentState::Passed && promise.passed_to == to;
    if let Some(to) = to.filter(|_| !lies_there) {
        promise.passed_to = Some(to);
        promise.passed_on = Some(saved.day.max(promise.made_on));
        promise.back_on = None;
        if promise.state == CommitmentState::Open {
            promise.state = CommitmentState::Passed;
        }
    }
}

fn fields(saved: &Saved, line: &PromiseLine) -> Fields {
    let passed = line.passed_to.as_deref().and_then(|to| clean(to, true));
    let done = line.done == Some(true);
    let state = match &passed {
        _ if done => CommitmentState::Done,
        Some(_) => CommitmentState::Passed,
        None => CommitmentState::Open,
    };
    let given: [(&str, Json); 13] = [
        ("client", saved.client.json()),
        ("who", line.who.unwrap_or(Who::We).json()),
        ("person", line.person.json()),
        ("text", json!(line.text.clone().unwrap_or_default())),
        ("made_on", saved.day.json()),
        ("visit", saved.visit.json()),
        ("due", line.due.json()),
        ("passed_on", passed.as_ref().map(|_| saved.day).json()),
        ("passed_to", passed.json()),
        ("state", state.json()),
        ("done_on", Some(line.done_on.unwrap_or(saved.day)).filter(|_| done).json()),
        ("done_note", line.note.clone().filter(|_| done).json()),
        ("origin", CommitmentOrigin::Visit.json()),
    ];
    given.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
