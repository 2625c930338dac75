//! Roles and stances set by one wish: a role that is in force is made surer, not doubled.

use chrono::NaiveDate;

use super::Planning;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::entity::{Affiliation, Client, Person, Proposal, Role, Stance};
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
    let held = Held { person: wish.person, client: wish.client, kind: wish.kind, proposal: wish.proposal };
    let held = held.current(planning).cloned();
    let role = match held {
        Some(role) => {
            warn_of_an_older_source(planning, wish, &role);
            surer(planning, wish, role)?
        }
        None => fresh(planning, wish),
    };
    let title = Sentence::new("title-role").text("person", name).word("kind", wish.kind.term());
    planning.default_title(title, Some(wish.client.uuid));
    planning.put(role);
    Ok(())
}

/// Which role is meant: a person holds a kind once in general and once for each offer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub person: Id<Person>,
    pub client: Id<Client>,
    pub kind: RoleKind,
    pub proposal: Option<Id<Proposal>>,
}

impl Held {
    /// The row of it in force today.
    pub(super) fn current<'p>(&self, planning: &'p Planning<'_>) -> Option<&'p Role> {
        planning.of::<Role>(self.person).into_iter().find(|role| {
            role.person == self.person
                && role.client == self.client
                && role.kind == self.kind
                && role.proposal == self.proposal
                && role.end_reason != Some(EndReason::Wrong)
                && in_force(role.from, role.to, planning.today).yes()
        })
    }
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

/// When the role was learned or last confirmed.
fn known_on(role: &Role) -> NaiveDate {
    role.reconfirmed_on.map_or(role.learned_on, |again| again.max(role.learned_on))
}

/// What is no surer than what is known, and was learned before it, tells nothing new.
fn is_older(planning: &Planning<'_>, wish: &SetRole, role: &Role) -> bool {
    wish.certainty.unwrap_or(role.certainty) <= role.certainty && learned(planning, wish.visit) < known_on(role)
}

fn warn_of_an_older_source(planning: &mut Planning<'_>, wish: &SetRole, role: &Role) {
    let Some(person) = planning.get(role.person).filter(|_| is_older(planning, wish, role)) else { return };
    let known = Sentence::new("role-known-later").text("person", person.display_name()).word("kind", role.kind.term());
    planning.warn(known.date("date", known_on(role)));
}

/// The same or a higher certainty with a source confirms the role again; it is never lowered this way, and what was
/// learned earlier does not stand in for what is known since.
fn surer(planning: &Planning<'_>, wish: &SetRole, mut role: Role) -> Result<Role, Refusal> {
    let wanted = wish.certainty.unwrap_or(role.certainty);
    let sourced = wish.visit.is_some() || wish.source_note.is_some();
    if wanted == Certainty::Confirmed && role.certainty < wanted && !sourced {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    if sourced && wanted >= role.certainty && !is_older(planning, wish, &role) {
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
    held: Held,
    on: Option<NaiveDate>,
    reason: Option<EndReason>,
) -> Result<(), Refusal> {
    let (person, client) = (rules::standing(planning, held.person), rules::standing(planning, held.client));
    let held = Held { person, client, ..held };
    let name = planning.need(person)?.display_name();
    let client_name = planning.need(client)?.name.clone();
    let Some(mut role) = held.current(planning).cloned() else {
        let none = Sentence::new("no-such-role-held").text("person", name).text("client", client_name);
        return Err(Refusal::no(none.word("kind", held.kind.term())));
    };
    let left = when_left(planning, person, client);
    let to = on.map(PartialDate::Day).or(left).unwrap_or(PartialDate::Day(planning.today));
    let usual = if left.is_some() { EndReason::Left } else { EndReason::Changed };
    // A day that was typed is checked as typed; one that was not is today, and a role of today never held for a day.
    let never = on.is_none() && role.from.and_then(PartialDate::earliest) >= to.latest() && role.from.is_some();
    role.to = Some(to);
    role.end_reason = reason.or(Some(if never { EndReason::Wrong } else { usual }));
    let title = Sentence::new("title-role-ended").text("person", name).word("kind", held.kind.term());
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
    use crate::domain::trial::{Trial, amend};

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
    fn an_older_visit_does_not_stand_in_for_a_later_confirmation() {
        use Certainty::{Confirmed, Heard};
        // Held, wished, day of the visit: whether the visit is the source then, when it is known since, and what is said.
        for (held, wished, on, taken, known, warns) in [
            (Confirmed, Confirmed, "2026-11-20", true, "2026-11-20", false),
            (Confirmed, Confirmed, "2026-11-10", true, "2026-11-10", false),
            (Confirmed, Confirmed, "2026-08-01", false, "2026-11-10", true),
            (Heard, Heard, "2026-08-01", false, "2026-11-10", true),
            (Heard, Confirmed, "2026-08-01", true, "2026-11-10", false),
        ] {
            let mut trial = Trial::new();
            let client = trial.client.to_string();
            let row = json!({ "person": trial.orlova.to_string(), "client": client, "kind": "decides",
                "certainty": held.word(), "learned_on": "2026-01-01", "reconfirmed_on": "2026-11-10",
                "source_note": "order" });
            trial.has(Entity::Role, row);
            let visit = Id::new(trial.held(on));
            let Edit::SetRole(wish) = wish(&trial, Some(wished), None) else { panic!() };
            let planned = trial.make(&Edit::SetRole(SetRole { visit: Some(visit), ..wish }));
            let role = trial.only::<Role>();
            assert_eq!(role.visit == Some(visit), taken, "{held:?} {wished:?} {on}");
            assert_eq!(role.source_note.is_none(), taken, "{held:?} {wished:?} {on}");
            assert_eq!(known_on(role).to_string(), known, "{held:?} {wished:?} {on}");
            assert_eq!(role.certainty, wished);
            let warned = planned.warnings.iter().any(|warning| warning.id == "role-known-later");
            assert_eq!(warned, warns, "{held:?} {wished:?} {on}");
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
            proposal: None,
            on: on.map(crate::domain::trial::day),
            reason: None,
        };
        let (today, earlier) = (end(None), end(Some("2026-11-01")));
        assert_eq!(trial.refusal(&today), "no-such-role-held");
        let heard = wish(&trial, Some(Certainty::Heard), None);
        trial.make(&heard);
        let uid = trial.only::<Role>().head.uid;
        // A typed day before the role began is a slip; it does not make the role a wrong one.
        trial.make(&amend(Entity::Role, uid, json!({ "from": "2026-11-10" })));
        assert_eq!(trial.refusal(&earlier), "end-before-start");
        trial.make(&amend(Entity::Role, uid, json!({ "from": null })));
        trial.make(&earlier);
        let role = trial.only::<Role>();
        assert_eq!(role.to.unwrap().to_string(), "2026-11-01");
        assert_eq!(role.end_reason, Some(EndReason::Changed));
        assert_eq!(trial.refusal(&today), "no-such-role-held");
    }

    #[test]
    fn the_role_for_an_offer_and_the_general_one_end_each_by_itself() {
        for ends_offers in [false, true] {
            let mut trial = Trial::new();
            let client = trial.client.to_string();
            let offer = trial.has(Entity::Proposal, json!({ "client": client, "title": "Line" }));
            let held = |trial: &mut Trial, proposal: serde_json::Value| {
                let row = json!({ "person": trial.orlova.to_string(), "client": client, "kind": "decides",
                    "learned_on": "2026-01-01", "proposal": proposal });
                trial.has(Entity::Role, row)
            };
            let general = held(&mut trial, json!(null));
            let for_offer = held(&mut trial, json!(offer.to_string()));
            let (ended, stays) = if ends_offers { (for_offer, general) } else { (general, for_offer) };
            let end = Edit::EndRole {
                person: Id::new(trial.orlova),
                client: Id::new(trial.client),
                kind: RoleKind::Decides,
                proposal: ends_offers.then_some(Id::new(offer)),
                on: None,
                reason: None,
            };
            trial.make(&end);
            assert_eq!(trial.row::<Role>(ended).end_reason, Some(EndReason::Changed));
            assert_eq!(trial.row::<Role>(stays).end_reason, None);
            assert_eq!(trial.refusal(&end), "no-such-role-held", "the other one is not meant");
        }
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
