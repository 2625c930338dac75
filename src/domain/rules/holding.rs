//! A product in use: whose it is, since when, and why it ended.

use super::{place, whose};
use crate::domain::book::Entity;
use crate::domain::date::in_force;
use crate::domain::entity::Holding;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::words::VipCategory;

pub(super) fn facts(planning: &Planning<'_>, holding: &Holding) -> Result<(), Refusal> {
    let from = holding.from.and_then(crate::domain::date::PartialDate::earliest);
    let to = holding.to.and_then(crate::domain::date::PartialDate::latest);
    if matches!((from, to), (Some(from), Some(to)) if to < from) {
        return Err(Refusal::no(Sentence::new("end-before-start")).at("to"));
    }
    if let Some(contact) = holding.contact_bank {
        whose::colleague(planning, contact, "contact_bank")?;
    }
    if let Some(goal) = holding.goal.and_then(|goal| planning.get(goal)).filter(|goal| goal.client != holding.client) {
        let _: () = whose::other("goal-of-other", planning, goal.client, "goal")?;
    }
    not_with_a_client_to_attract(planning, holding)
}

fn not_with_a_client_to_attract(planning: &Planning<'_>, holding: &Holding) -> Result<(), Refusal> {
    let in_use = holding.provider_other.is_none() && in_force(holding.from, holding.to, planning.today).yes();
    let attracted = planning.get(holding.client).filter(|client| client.vip_category == VipCategory::Attract);
    let Some(client) = attracted.filter(|_| in_use) else { return Ok(()) };
    let language = planning.book().settings().ui_language;
    let product = planning.get(holding.product).map(|product| product.name.say(language).to_owned());
    let sentence = Sentence::new("already-uses-product").text("name", &client.name);
    let sentence = sentence.text("product", product.unwrap_or_default());
    Err(Refusal::no(sentence).of(Entity::Holding, holding.head.uid).at("client"))
}

pub(super) fn moves(planning: &Planning<'_>, before: Option<&Holding>, holding: &Holding) -> Result<(), Refusal> {
    contact_is_theirs(planning, before, holding)?;
    let ends_now = holding.to.is_some() && before.is_none_or(|before| before.to.is_none());
    let reason_taken = before.is_some_and(|before| before.ended_reason.is_some());
    if holding.to.is_some() && holding.ended_reason.is_none() && (ends_now || reason_taken) {
        return Err(Refusal::no(Sentence::new("end-reason-needed")).at("ended_reason"));
    }
    Ok(())
}

/// Newly named, the contact on the client's side works there, or is the client in person.
fn contact_is_theirs(planning: &Planning<'_>, before: Option<&Holding>, holding: &Holding) -> Result<(), Refusal> {
    let whose = |holding: &Holding| (holding.contact_client, holding.client);
    let new = before.is_none_or(|before| whose(before) != whose(holding));
    let Some(contact) = holding.contact_client.filter(|_| new) else { return Ok(()) };
    if planning.get(holding.client).is_some_and(|client| client.person == Some(contact)) {
        return Ok(());
    }
    place::of_the_client(planning, contact, holding.client, (None, None), planning.today)
        .map_err(|refusal| refusal.called("contact_client"))
}
