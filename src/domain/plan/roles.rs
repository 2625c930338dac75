//! Roles and stances set by one wish: a role that is in force is made surer, not doubled.

use chrono::NaiveDate;

use super::Planning;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::entity::{Affiliation, Client, Person, Role, Stance};
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::{Certainty, EndReason, RoleKind};

/// Adds a role, or confirms or raises the one in force. The source of a confirmation is a held visit or a text.
pub(super) fn set(planning: &mut Planning<'_>, wish: &SetRole) -> Result<(), Refusal> {
    let wish = &SetRole {
        person: rules::standing(planning, wish.person),
        client: rules::standing(planning, wish.client),
        ..wish.clone()
    };
    let name = planning.need(wish.person)?.display_name();
    planning.need(wish.client)?;
    let held =
        current(planning, wish.person, wish.client, wish.kind).find(|role| role.proposal == wish.proposal).cloned();
    let role = match held {
        Some(role) => surer(planning, wish, role)?,
        None => fresh(planning, wish),
    };
    let title = Sentence::new("title-role").text("person", name).word("kind", wish.kind.term());
    planning.default_title(title, Some(wish.client.uuid));
    planning.put(role);
    Ok(())
}

/// The roles of that kind in force today.
pub(super) fn current<'p>(
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
    visit.and_then(|id| planning.get(id)).map_or(planning.today, |visit| visit.day(planning.book().settings().zone))
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
fn surer(planning: &Planning<'_>, wish: &SetRole, mut role: Role) -> Result<Role, Refusal> {
    let wanted = wish.certainty.unwrap_or(role.certainty);
    let sourced = wish.visit.is_some() || wish.source_note.is_some();
    if wanted == Certainty::Confirmed && role.certainty < wanted && !sourced {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    if sourced && wanted >= role.certainty {
        let day = learned(planning, wish.visit).max(role.learned_on);
        role.reconfirmed_on = role.reconfirmed_on.max(Some(day));
        role.visit = wish.visit;
        role.source_note.clone_from(&wish.source_note);
    }
    role.certainty = role.certainty.max(wanted);
    role.from = wish.from.or(role.from);
    Ok(role)
}

/// Ends a role in force: on the day given, else when its holder left, else today.
pub(super) fn end(
    planning: &mut Planning<'_>,
    person: Id<Person>,
    client: Id<Client>,
    kind: RoleKind,
    on: Option<NaiveDate>,
    reason: Option<EndReason>,
) -> Result<(), Refusal> {
    let (person, client) = (rules::standing(planning, person), rules::standing(planning, client));
    let name = planning.need(person)?.display_name();
    let client_name = planning.need(client)?.name.clone();
    let held: Vec<&Role> = current(planning, person, client, kind).collect();
    let general = held.iter().find(|role| role.proposal.is_none()).or(held.first());
    let Some(mut role) = general.map(|role| (*role).clone()) else {
        let none = Sentence::new("no-such-role-held").text("person", name).text("client", client_name);
        return Err(Refusal::no(none.word("kind", kind.term())));
    };
    let left = when_left(planning, person, client);
    let to = on.map(PartialDate::Day).or(left).unwrap_or(PartialDate::Day(planning.today));
    let usual = if left.is_some() { EndReason::Left } else { EndReason::Changed };
    let never = role.from.and_then(PartialDate::earliest) >= to.latest() && role.from.is_some();
    role.to = Some(to);
    role.end_reason = reason.or(Some(if never { EndReason::Wrong } else { usual }));
    let title = Sentence::new("title-role-ended").text("person", name).word("kind", kind.term());
    planning.default_title(title, Some(client.uuid));
    planning.put(role);
    Ok(())
}

/// The end of the last place of a person who has none at the client any more.
fn when_left(planning: &Planning<'_>, person: Id<Person>, client: Id<Client>) -> Option<PartialDate> {
    let at_client = |place: &&Affiliation| place.person == person && place.client == client;
    let places: Vec<&Affiliation> = planning.of::<Affiliation>(person).into_iter().filter(at_client).collect();
    let there = places.iter().any(|place| in_force(place.from, place.to, planning.today).yes());
    places.iter().filter(|_| !there).filter_map(|place| place.to).max_by_key(|to| to.latest())
}

/// A stance or an influence as of a day.
pub(super) fn set_stance(planning: &mut Planning<'_>, wish: &SetStance) -> Result<(), Refusal> {
    let wish = &SetStance {
        person: rules::standing(planning, wish.person),
        client: rules::standing(planning, wish.client),
        ..wish.clone()
    };
    let name = planning.need(wish.person)?.display_name();
    planning.need(wish.client)?;
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::edit::Edit;
    use crate::domain::trial::Trial;

    fn wish(trial: &Trial, certainty: Option<Certainty>, source: Option<&str>) -> Edit {
        Edit::SetRole(SetRole {
            person: Id::new(trial.orlova),
            client: Id::new(trial.client),
            kind: RoleKind::Decides,
            certainty,
            proposal: None,
            from: None,
            visit: None,
            source_note: source.map(str::to_owned),
        })
    }

    #[test]
    fn a_role_in_force_is_made_surer_never_less_sure() {
        use Certainty::{Assumed, Confirmed, Heard};
        // Held, wished, source: what it is then, and whether it was reconfirmed today.
        for (held, wished, source, now, reconfirmed) in [
            (Heard, None, None, Heard, false),
            (Heard, None, Some("phone"), Heard, true),
            (Heard, Some(Heard), Some("phone"), Heard, true),
            (Heard, Some(Confirmed), Some("order"), Confirmed, true),
            (Heard, Some(Assumed), Some("phone"), Heard, false),
            (Assumed, Some(Heard), None, Heard, false),
            (Confirmed, Some(Heard), Some("phone"), Confirmed, false),
            (Confirmed, Some(Confirmed), None, Confirmed, false),
        ] {
            let mut trial = Trial::new();
            let row = json!({ "person": trial.orlova.to_string(), "client": trial.client.to_string(), "kind": "decides",
                "certainty": held.word(), "learned_on": "2026-01-01", "source_note": "first" });
            trial.has(Entity::Role, row);
            let edit = wish(&trial, wished, source);
            trial.make(&edit);
            let role = trial.only::<Role>();
            assert_eq!(role.certainty, now, "{held:?} {wished:?}");
            assert_eq!(role.reconfirmed_on, reconfirmed.then_some(trial.today), "{held:?} {wished:?} {source:?}");
            assert_eq!(role.learned_on.to_string(), "2026-01-01");
            assert_eq!(role.source_note.as_deref() == Some("first"), !reconfirmed);
        }
    }

    #[test]
    fn confirmed_needs_a_source_of_its_own() {
        let mut trial = Trial::new();
        let bare = wish(&trial, Some(Certainty::Confirmed), None);
        assert_eq!(trial.refusal(&bare), "confirmed-by-what");
        let heard = wish(&trial, Some(Certainty::Heard), Some("Benev"));
        trial.make(&heard);
        assert_eq!(trial.refusal(&bare), "confirmed-by-what");
    }

    #[test]
    fn a_typing_error_put_right_does_not_make_a_fact_younger() {
        let mut trial = Trial::new();
        let heard = wish(&trial, Some(Certainty::Heard), Some("Benv"));
        trial.make(&heard);
        let role = trial.only::<Role>().head.uid;
        trial.today = crate::domain::trial::day("2026-12-24");
        trial.make(&crate::domain::trial::amend(Entity::Role, role, json!({ "source_note": "Benev" })));
        let role = trial.only::<Role>();
        assert_eq!((role.learned_on.to_string().as_str(), role.reconfirmed_on), ("2026-11-23", None));
    }

    #[test]
    fn a_role_ends_and_keeps_its_row() {
        let mut trial = Trial::new();
        let end = |on: Option<&str>| Edit::EndRole {
            person: Id::new(trial.orlova),
            client: Id::new(trial.client),
            kind: RoleKind::Decides,
            on: on.map(crate::domain::trial::day),
            reason: None,
        };
        let (today, earlier) = (end(None), end(Some("2026-11-01")));
        assert_eq!(trial.refusal(&today), "no-such-role-held");
        let heard = wish(&trial, Some(Certainty::Heard), None);
        trial.make(&heard);
        trial.make(&earlier);
        let role = trial.only::<Role>();
        assert_eq!(role.to.unwrap().to_string(), "2026-11-01");
        assert_eq!(role.end_reason, Some(EndReason::Changed));
        assert_eq!(trial.refusal(&today), "no-such-role-held");
    }

    #[test]
    fn a_stance_asks_for_something_to_say() {
        let mut trial = Trial::new();
        let stance = |value: Option<i64>, person: Uuid| {
            Edit::SetStance(SetStance {
                person: Id::new(person),
                client: Id::new(trial.client),
                proposal: None,
                value,
                influence: None,
                on: None,
                visit: None,
            })
        };
        let (empty, cool, gone) =
            (stance(None, trial.orlova), stance(Some(-1), trial.orlova), stance(Some(1), Uuid::from_u128(99)));
        assert_eq!(trial.refusal(&empty), "stance-empty");
        assert_eq!(trial.refusal(&gone), "record-gone");
        trial.make(&cool);
        trial.make(&cool);
        assert_eq!(trial.book.count(Entity::Stance), 2, "several a day are allowed");
    }
}
