//! Planning a visit, moving it, cancelling it or saying that it was missed; times that happen twice; and whether its
//! words offer a product too early.

use chrono::{LocalResult, TimeZone};
use serde_json::Value as Json;

use super::{Planning, fill, generic};
use crate::domain::book::Entity;
use crate::domain::edit::Fields;
use crate::domain::entity::Visit;
use crate::domain::field::FieldType;
use crate::domain::moves::{PlanVisit, VisitMove};
use crate::domain::parts::Attendee;
use crate::domain::push_check::{self, Strength};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{moved, whose};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{Party, PushCheck, VisitStatus};

/// The question which of two equal times of a day is meant, to which yes is the first.
pub const WHICH_TIME: &str = "time-happens-twice";

pub(super) fn plan(planning: &mut Planning<'_>, wish: &PlanVisit) -> Result<(), Refusal> {
    planning.need(wish.client)?;
    let mut fields = wish.fields.clone();
    let attendee = |person: &Id<_>| Attendee { person: *person, expected: true, came: None };
    let attendees: Vec<Attendee> = wish.attendees.iter().map(attendee).collect();
    let given: [(&str, Option<Json>); 9] = [
        ("client", Some(wish.client.json())),
        ("kind", Some(wish.kind.json())),
        ("start", Some(wish.start.json())),
        ("fold", wish.fold.map(Json::from)),
        ("minutes", wish.minutes.map(Json::from)),
        ("place_kind", wish.place_kind.map(|kind| kind.json())),
        ("place", wish.place.clone().map(Json::from)),
        ("purpose", wish.purpose.clone().map(Json::from)),
        ("attendees", Some(attendees.json()).filter(|_| !attendees.is_empty())),
    ];
    fields.extend(given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    generic::add(planning, Entity::Visit, &fields).map(drop)
}

pub(super) fn make(planning: &mut Planning<'_>, id: Id<Visit>, wish: &VisitMove) -> Result<(), Refusal> {
    let visit = planning.need(id)?.clone();
    match wish {
        VisitMove::To { start, fold } => move_to(planning, visit, *start, *fold),
        VisitMove::Cancel { by, reason } => end(planning, visit, VisitStatus::Cancelled, *by, reason.as_deref()),
        VisitMove::Missed { by, reason } => end(planning, visit, VisitStatus::Missed, *by, reason.as_deref()),
    }
}

fn move_to(
    planning: &mut Planning<'_>,
    mut visit: Visit,
    start: crate::domain::date::LocalTime,
    fold: Option<i64>,
) -> Result<(), Refusal> {
    let ended = matches!(visit.status, VisitStatus::Cancelled | VisitStatus::Missed);
    let mut given = Fields::from_iter([("start".to_owned(), start.json())]);
    given.extend(fold.map(|fold| ("fold".to_owned(), fold.into())));
    visit.start = start;
    visit.fold = fold.unwrap_or(0);
    let before = if ended {
        not_yet_again(planning, &visit)?;
        visit = again(planning, visit);
        None
    } else {
        planning.record(Entity::Visit, visit.head.uid)
    };
    let mut record = visit.into_record();
    fill::complete(planning, before.as_ref(), &mut record, &given)?;
    planning.put_record(record);
    Ok(())
}

/// What did not take place is planned again once; then that visit is moved.
fn not_yet_again(planning: &Planning<'_>, ended: &Visit) -> Result<(), Refusal> {
    let stands = |visit: &&&Visit| {
        visit.followup_of == Some(ended.uid()) && matches!(visit.status, VisitStatus::Planned | VisitStatus::Held)
    };
    let visits = planning.of::<Visit>(ended.uid());
    let Some(next) = visits.iter().find(stands) else { return Ok(()) };
    let time = Arg::Time(next.local_start(planning.book().settings().zone));
    Err(Refusal::no(Sentence::new("visit-planned-again").with("time", time)).at("start"))
}

/// A new visit in the place of one that did not take place.
fn again(planning: &mut Planning<'_>, ended: Visit) -> Visit {
    let attendees = ended.attendees.iter().map(|attendee| Attendee { came: None, ..attendee.clone() }).collect();
    Visit {
        followup_of: Some(ended.uid()),
        head: planning.new_head(),
        status: VisitStatus::Planned,
        attendees,
        cancel_reason: None,
        cancelled_by: None,
        external_ids: Vec::new(),
        extra: None,
        ..ended
    }
}

pub(super) fn end(
    planning: &mut Planning<'_>,
    mut visit: Visit,
    status: VisitStatus,
    by: Option<Party>,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    if visit.status == status {
        return Err(moved::already(Entity::Visit, status.term()));
    }
    visit.status = status;
    visit.cancelled_by = by;
    visit.cancel_reason = reason.map(str::to_owned);
    fill::put(planning, visit).map(drop)
}

/// The fold of the start, the title of the step, and the pushing check.
pub(super) fn complete(
    planning: &mut Planning<'_>,
    before: Option<&Visit>,
    visit: &mut Visit,
    given: &Fields,
) -> Result<(), Refusal> {
    if before.is_none_or(|before| before.start != visit.start || before.zone != visit.zone) {
        choose_fold(planning, visit, given.contains_key("fold"))?;
    }
    if matches!(visit.status, VisitStatus::Cancelled | VisitStatus::Missed) && visit.cancel_reason.is_none() {
        visit.cancel_reason = planning.reason().map(str::to_owned);
    }
    date_of_answer(planning, before, visit);
    check_pushing(planning, before, visit)?;
    if let Some(id) = title(before, visit) {
        let name = whose::client_name(planning, visit.client);
        let title = Sentence::new(id).text("client", name).date("day", visit.day(planning.book().settings().zone));
        planning.default_title(title, Some(visit.client.uuid));
    }
    Ok(())
}

fn choose_fold(planning: &Planning<'_>, visit: &mut Visit, given: bool) -> Result<(), Refusal> {
    if !matches!(visit.zone.from_local_datetime(&visit.start), LocalResult::Ambiguous(..)) {
        visit.fold = 0;
        return Ok(());
    }
    if !given {
        let clock = visit.start.format("%H:%M").to_string();
        let question = Sentence::new(WHICH_TIME).text("time", clock).date("date", visit.start.date());
        let first = planning.ask(question).map_err(|refusal| refusal.at("start"))?;
        visit.fold = i64::from(!first);
    }
    Ok(())
}

fn title(before: Option<&Visit>, visit: &Visit) -> Option<&'static str> {
    match (before, visit.status) {
        (None, VisitStatus::Planned) => Some("title-visit-planned"),
        (None, VisitStatus::Held) => Some("title-visit-recorded"),
        (Some(before), VisitStatus::Cancelled) if before.status != visit.status => Some("title-visit-cancelled"),
        (Some(before), VisitStatus::Missed) if before.status != visit.status => Some("title-visit-missed"),
        (Some(before), _) if before.start != visit.start => Some("title-visit-moved"),
        _ => None,
    }
}

/// Whether the words in which a product can be offered, or the offers on the table, are the same.
fn same_texts(a: &Visit, b: &Visit) -> bool {
    let questions = |visit: &Visit| visit.questions.iter().map(|question| question.text.clone()).collect::<Vec<_>>();
    (&a.purpose, &a.agenda, &a.proposals, a.offers_product) == (&b.purpose, &b.agenda, &b.proposals, b.offers_product)
        && questions(a) == questions(b)
}

/// The check is answered on the day on which the answer changes.
fn date_of_answer(planning: &Planning<'_>, before: Option<&Visit>, visit: &mut Visit) {
    let (was, was_on) = before.map_or((PushCheck::None, None), |before| (before.push_check, before.push_on));
    if visit.push_check != was && visit.push_on == was_on {
        visit.push_on = Some(planning.today).filter(|_| visit.push_check != PushCheck::None);
    }
}

/// Runs the pushing check when the texts of a planned visit have changed. An answer holds until they do.
fn check_pushing(planning: &mut Planning<'_>, before: Option<&Visit>, visit: &mut Visit) -> Result<(), Refusal> {
    if before.is_some_and(|before| same_texts(before, visit)) {
        return Ok(());
    }
    if before.is_some_and(|before| before.push_check == visit.push_check && before.push_reason == visit.push_reason) {
        visit.push_check = PushCheck::None;
        visit.push_on = None;
        visit.push_reason = None;
    }
    if visit.push_check == PushCheck::None && visit.status == VisitStatus::Planned {
        answer_pushing(planning, visit)?;
    }
    Ok(())
}

/// Says what the check finds. At a first meeting it must be answered: yes keeps the words and is remembered.
pub(super) fn answer_pushing(planning: &mut Planning<'_>, visit: &mut Visit) -> Result<(), Refusal> {
    let Some(push) = push_check::check(planning.book(), visit) else { return Ok(()) };
    if push.strength == Strength::Strong {
        planning.insist(push.text)?;
        visit.push_check = PushCheck::Kept;
        visit.push_on = Some(planning.today);
    } else {
        planning.warn(push.text);
    }
    Ok(())
}
