//! What a client may be: name, group, numbers, rhythm. What its moves of status and stage ask for stands in
//! `client_status` and `gates`.

use chrono::NaiveDate;

use super::client_status;
use super::place::{self, MOST_LEVELS};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Client, Holding, Person, VipEvidence};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ChoiceFactor, ClientKind, ClientStatus, RoleKind, Segment, Side, VipCategory};

const MOST_TAGS: usize = 20;

/// A tag is said once.
pub(super) fn shape(row: &mut Client) {
    let mut seen = Vec::new();
    row.tags.retain(|tag| {
        let folded = crate::domain::text::fold(tag);
        let new = !seen.contains(&folded);
        seen.push(folded);
        new
    });
}

pub(super) fn facts(planning: &mut Planning<'_>, row: &Client) -> Result<(), Refusal> {
    if row.kind == ClientKind::Individual {
        individual(planning, row)?;
    }
    if row.status == ClientStatus::Prospect && row.stage.is_none() {
        return Err(Refusal::no(Sentence::new("prospect-needs-stage")).at("stage"));
    }
    merged(row)?;
    lists(planning, row)?;
    steps(row)?;
    rhythm(row)?;
    group(planning, row)?;
    if planning.namesakes().client_handle_taken(&row.handle, row.uid().uuid) {
        return Err(Refusal::no(Sentence::new("handle-taken").text("handle", &row.handle)).at("handle"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Client>, row: &Client) -> Result<(), Refusal> {
    let changed = |what: fn(&Client) -> Option<NaiveDate>| before.is_none_or(|before| what(before) != what(row));
    let began = |client: &Client| client.relation_start.and_then(PartialDate::earliest);
    if changed(began) && began(row).is_some_and(|day| day > planning.today) {
        return Err(Refusal::no(Sentence::new("relation-in-future")).at("relation_start"));
    }
    for (field, day) in days() {
        if let Some(given) = day(row).filter(|_| changed(day)) {
            place::not_after_today::<Client>(planning, given, field)?;
        }
    }
    client_status::check(planning, before, row)?;
    category(planning, before, row)?;
    warn(planning, before, row);
    Ok(())
}

type DayOf = fn(&Client) -> Option<NaiveDate>;

/// Days of things that have happened.
fn days() -> [(&'static str, DayOf); 4] {
    [
        ("attract_decided_on", |client| client.attract_decided_on),
        ("left_on", |client| client.left_on),
        ("holdings_checked_on", |client| client.holdings_checked_on),
        ("assigned_on", |client| Some(client.assigned_on)),
    ]
}

fn individual(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    if row.person.is_none() {
        return Err(Refusal::no(Sentence::new("individual-needs-person")).at("person"));
    }
    if planning.of::<VipEvidence>(row.uid()).iter().any(|evidence| evidence.client == row.uid()) {
        return Err(Refusal::no(Sentence::new("client-has-evidence")).at("kind"));
    }
    Ok(())
}

fn merged(row: &Client) -> Result<(), Refusal> {
    if (row.status == ClientStatus::Merged) == row.merged_into.is_some() {
        return Ok(());
    }
    let label = |field: &str| Arg::Label(Client::ENTITY.table().to_owned(), field.to_owned());
    let sentence = Sentence::new("required-with").with("field", label("merged_into")).with("other", label("status"));
    Err(Refusal::no(sentence.word("value", ClientStatus::Merged.term())).at("merged_into"))
}

fn lists(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    if row.tags.len() > MOST_TAGS {
        let sentence = Sentence::new("too-many-in-list").count("n", MOST_TAGS).about(Client::ENTITY, "tags");
        return Err(Refusal::no(sentence).at("tags"));
    }
    let mut factors: Vec<ChoiceFactor> = row.choice_factors.clone();
    factors.sort_unstable();
    if let Some(pair) = factors.windows(2).find(|pair| pair[0] == pair[1]) {
        let sentence = Sentence::new("twice-in-list").word("input", pair[0].term());
        return Err(Refusal::no(sentence.about(Client::ENTITY, "choice_factors")).at("choice_factors"));
    }
    let stranger = |id: &Id<Person>| planning.get(*id).is_some_and(|person| person.side != Side::Bank);
    match row.bank_team.iter().map(|member| member.person).find(stranger) {
        Some(person) => {
            let name = place::name_of(planning, person);
            Err(Refusal::no(Sentence::new("not-one-of-ours").text("name", name)).at("bank_team"))
        }
        None => Ok(()),
    }
}

/// Only the five steps can be absent, each once, and somebody always decides.
fn steps(row: &Client) -> Result<(), Refusal> {
    let mut seen = Vec::new();
    for absent in &row.absent_steps {
        let refusal = if absent.step == RoleKind::Decides {
            Sentence::new("somebody-decides")
        } else if !absent.step.is_step() {
            Sentence::new("not-a-step").word("input", absent.step.term())
        } else if seen.contains(&absent.step) {
            Sentence::new("twice-in-list").word("input", absent.step.term()).about(Client::ENTITY, "absent_steps")
        } else {
            seen.push(absent.step);
            continue;
        };
        return Err(Refusal::no(refusal).at("absent_steps"));
    }
    Ok(())
}

fn rhythm(row: &Client) -> Result<(), Refusal> {
    let own = row.cadence_override_days.is_some() || row.visit_override_days.is_some();
    if own && row.override_reason.is_none() {
        return Err(Refusal::no(Sentence::new("why-own-rhythm")).at("override_reason"));
    }
    match (row.adaptation_from, row.adaptation_until) {
        (Some(from), Some(until)) if until <= from => {
            Err(Refusal::no(Sentence::new("adaptation-ends-early")).at("adaptation_until"))
        }
        _ => Ok(()),
    }
}

/// No circles and at most five levels.
fn group(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let Some(parent) = row.parent else { return Ok(()) };
    let above = place::group(planning, parent);
    if above.contains(&row.uid()) {
        let sentence = Sentence::new("group-cycle").text("a", &row.name);
        return Err(Refusal::no(sentence.text("b", place::name_of_client(planning, parent))).at("parent"));
    }
    if above.len() + levels_below(planning, row.uid()) > MOST_LEVELS {
        return Err(Refusal::no(Sentence::new("group-too-deep").count("n", MOST_LEVELS)).at("parent"));
    }
    Ok(())
}

/// Levels of the group from this client down, itself included.
fn levels_below(planning: &Planning<'_>, client: Id<Client>) -> usize {
    let mut level = vec![client];
    let mut levels = 0;
    while !level.is_empty() && levels <= MOST_LEVELS {
        levels += 1;
        let children = |id: &Id<Client>| {
            let id = *id;
            planning.of::<Client>(id).into_iter().filter(move |child| child.parent == Some(id)).map(Client::uid)
        };
        level = level.iter().flat_map(children).collect();
    }
    levels
}

/// A client to attract uses nothing of ours yet.
fn category(planning: &Planning<'_>, before: Option<&Client>, row: &Client) -> Result<(), Refusal> {
    let what = |client: &Client| (client.vip_category, client.status);
    let closed = row.status.is_closed() || row.status == ClientStatus::Declined;
    if row.vip_category != VipCategory::Attract || closed || before.is_some_and(|before| what(before) == what(row)) {
        return Ok(());
    }
    let Some(holding) = in_use(planning, row.uid()).into_iter().next() else { return Ok(()) };
    let language = planning.book().settings().ui_language;
    let product = planning.get(holding.product).map(|product| product.name.say(language).to_owned());
    let sentence = Sentence::new("already-uses-product").text("name", &row.name);
    Err(Refusal::no(sentence.text("product", product.unwrap_or_default())).at("vip_category"))
}

/// What the client uses of ours today.
pub fn in_use<'p>(planning: &'p Planning<'_>, client: Id<Client>) -> Vec<&'p Holding> {
    let used = |holding: &&Holding| {
        holding.client == client
            && holding.provider_other.is_none()
            && in_force(holding.from, holding.to, planning.today).yes()
    };
    planning.of::<Holding>(client).into_iter().filter(used).collect()
}

fn warn(planning: &mut Planning<'_>, before: Option<&Client>, row: &Client) {
    let uuid = row.uid().uuid;
    let renamed = before.is_none_or(|before| before.name != row.name);
    if renamed && planning.namesakes().client_called(&row.name, uuid).is_some() {
        planning.warn(Sentence::new("client-name-taken").text("name", &row.name));
    }
    if row.segment == Some(Segment::Mass) && before.is_none_or(|before| before.segment != row.segment) {
        planning.warn(Sentence::new("mass-client").text("name", &row.name));
    }
    type NumberOf = fn(&Client) -> &Option<String>;
    let numbers: [(&'static str, NumberOf); 2] =
        [("registration_no", |client| &client.registration_no), ("tax_no", |client| &client.tax_no)];
    for (field, number) in numbers {
        let Some(value) = number(row).as_ref().filter(|_| before.is_none_or(|before| number(before) != number(row)))
        else {
            continue;
        };
        if let Some(other) = planning.namesakes().client_with(field, value, uuid) {
            let name = place::name_of_client(planning, Id::new(other));
            let label = Arg::Label(Client::ENTITY.table().to_owned(), field.to_owned());
            planning.warn(Sentence::new("number-taken").with("field", label).text("value", value).text("client", name));
        }
    }
}
