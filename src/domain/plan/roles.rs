//! Roles and stances set by one wish: a role that is in force is made surer, not doubled.

use chrono::NaiveDate;

use super::Planning;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::entity::{Client, Person, Role, Stance};
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::{Certainty, EndReason, RoleKind};

/// Adds a role, or confirms or raises the one in force. The source of a confirmation is a held visit or a text.
pub(super) fn set(planning: &mut Planning<'_>, wish: &SetRole) -> Result<(), Refusal> {
    let name = planning.need(wish.person)?.display_name();
    planning.need(wish.client)?;
    let held =
        current(planning, wish.person, wish.client, wish.kind).find(|role| role.proposal == wish.proposal).cloned();
    let role = match held {
        Some(role) => surer(planning, wish, role),
        None => fresh(planning, wish),
    };
    let title = Sentence::new("title-role").text("person", name).word("kind", wish.kind.term());
    planning.default_title(title, Some(wish.client.uuid));
    planning.put(role);
    Ok(())
}

fn current<'p>(
    planning: &'p Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    kind: RoleKind,
) -> impl Iterator<Item = &'p Role> {
    let today = planning.today;
    planning.of::<Role>(person).into_iter().filter(move |role| {
        role.person == person
            && role.client == client
            && role.kind == kind
            && role.end_reason != Some(EndReason::Wrong)
            && in_force(role.from, role.to, today).yes()
    })
}

/// The day a fact was learned: the day of its visit, else today.
fn learned(planning: &Planning<'_>, visit: Option<Id<crate::domain::Visit>>) -> NaiveDate {
    visit.and_then(|id| planning.get(id)).map_or(planning.today, |visit| visit.start.date())
}

fn fresh(planning: &mut Planning<'_>, wish: &SetRole) -> Role {
    Role {
        head: planning.new_head(),
        person: wish.person,
        client: wish.client,
        proposal: wish.proposal,
        kind: wish.kind,
        certainty: wish.certainty.unwrap_or(Certainty::Assumed),
        limit: None,
        learned_on: learned(planning, wish.visit),
        visit: wish.visit,
        source_note: wish.source_note.clone(),
        reconfirmed_on: None,
        from: wish.from,
        to: None,
        end_reason: None,
    }
}

/// The same or a higher certainty with a source confirms the role again; it is never lowered this way.
fn surer(planning: &Planning<'_>, wish: &SetRole, mut role: Role) -> Role {
    let wanted = wish.certainty.unwrap_or(role.certainty).max(role.certainty);
    let sourced = wish.visit.is_some() || wish.source_note.is_some();
    role.certainty = wanted;
    if sourced {
        role.reconfirmed_on = Some(learned(planning, wish.visit).max(role.learned_on));
        role.visit = wish.visit;
        role.source_note.clone_from(&wish.source_note);
    }
    role.from = wish.from.or(role.from);
    role
}

/// Ends a role in force.
pub(super) fn end(
    planning: &mut Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    kind: RoleKind,
    on: Option<NaiveDate>,
    reason: Option<EndReason>,
) -> Result<(), Refusal> {
    let name = planning.need(person)?.display_name();
    let client_name = planning.need(client)?.name.clone();
    let Some(mut role) = current(planning, person, client, kind).find(|role| role.proposal.is_none()).cloned() else {
        let none = Sentence::new("no-such-role-held").text("person", name).text("client", client_name);
        return Err(Refusal::no(none.word("kind", kind.term())));
    };
    role.to = Some(PartialDate::Day(on.unwrap_or(planning.today)));
    role.end_reason = Some(reason.unwrap_or(EndReason::Changed));
    let title = Sentence::new("title-role-ended").text("person", name).word("kind", kind.term());
    planning.default_title(title, Some(client.uuid));
    planning.put(role);
    Ok(())
}

/// A stance or an influence as of a day.
pub(super) fn set_stance(planning: &mut Planning<'_>, wish: &SetStance) -> Result<(), Refusal> {
    let name = planning.need(wish.person)?.display_name();
    let on = wish.on.unwrap_or_else(|| learned(planning, wish.visit));
    let stance = Stance {
        head: planning.new_head(),
        person: wish.person,
        client: wish.client,
        proposal: wish.proposal,
        value: wish.value,
        influence: wish.influence,
        reset: false,
        on,
        visit: wish.visit,
        note: None,
    };
    planning.default_title(Sentence::new("title-stance").text("person", name), Some(wish.client.uuid));
    planning.put(stance);
    Ok(())
}
