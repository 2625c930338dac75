//! What a client may be: name, group, numbers, rhythm. What its moves of status and stage ask for stands in
//! `client_status` and `gates`.

use chrono::NaiveDate;

use super::place::{self, MOST_LEVELS};
use super::{client_status, moved};
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
            moved::not_after_today(planning, (Client::ENTITY, field), None, given)?;
        }
    }
    let risk = |client: &Client| (client.risk_profile, client.kind);
    let of_company = row.kind == ClientKind::Company && row.risk_profile.is_some();
    if of_company && before.is_none_or(|before| risk(before) != risk(row)) {
        let sentence = Sentence::new("of-individuals").about(Client::ENTITY, "risk_profile");
        return Err(Refusal::no(sentence).at("risk_profile"));
    }
    client_status::check(planning, before, row)?;
    category(planning, before, row)?;
    warn(planning, before, row);
    Ok(())
}

type DayOf = fn(&Client) -> Option<NaiveDate>;

/// Days of things that have happened.
fn days() -> [(&'static str, DayOf); 5] {
    [
        ("stage_since", |client| client.stage_since),
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
    if row.vip_category != VipCategory::Attract || before.is_some_and(|before| what(before) == what(row)) {
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
    let number = |field, of: fn(&Client) -> Option<&String>| {
        let new = of(row).filter(|_| before.is_none_or(|before| of(before) != of(row)))?;
        Some((field, new, planning.namesakes().client_with(field, new, uuid)?))
    };
    let taken = [
        number("registration_no", |client| client.registration_no.as_ref()),
        number("tax_no", |client| client.tax_no.as_ref()),
    ];
    for (field, value, other) in taken.into_iter().flatten() {
        let name = place::name_of_client(planning, Id::new(other));
        let label = Arg::Label(Client::ENTITY.table().to_owned(), field.to_owned());
        planning.warn(Sentence::new("number-taken").with("field", label).text("value", value).text("client", name));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::entity::Client;
    use crate::domain::trial::{Trial, add, amend};

    #[test]
    fn a_client_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (alfa, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let banker = trial.person("banker", "Banker", "bank").to_string();
        let team = |person: &str| json!([{ "person": person, "speciality": null }]);
        let absent = |step: &str| json!([{ "step": step, "reason": "none", "on": "2026-01-01" }]);
        for (row, refusal) in [
            (json!({ "name": "Beta" }), "-"),
            (json!({}), "client-needs-name"),
            (json!({ "name": "  " }), "client-needs-name"),
            (json!({ "name": "Beta", "handle": "alfa" }), "handle-taken"),
            (json!({ "name": "Beta", "kind": "individual" }), "individual-needs-person"),
            (json!({ "name": "Beta", "kind": "individual", "person": orlova }), "-"),
            (json!({ "name": "Beta", "parent": alfa }), "-"),
            (json!({ "name": "Beta", "relation_start": "2027" }), "relation-in-future"),
            (json!({ "name": "Beta", "relation_start": "2026" }), "-"),
            (json!({ "name": "Beta", "assigned_on": "2026-11-24" }), "not-after-today"),
            (json!({ "name": "Beta", "vip_category": "attract", "stage_since": "2026-11-24" }), "not-after-today"),
            (json!({ "name": "Beta", "choice_factors": ["price", "price"] }), "twice-in-list"),
            (json!({ "name": "Beta", "bank_team": team(&orlova) }), "not-one-of-ours"),
            (json!({ "name": "Beta", "bank_team": team(&banker) }), "-"),
            (json!({ "name": "Beta", "absent_steps": absent("decides") }), "somebody-decides"),
            (json!({ "name": "Beta", "absent_steps": absent("informs") }), "not-a-step"),
            (json!({ "name": "Beta", "absent_steps": absent("budgets") }), "-"),
            (json!({ "name": "Beta", "cadence_override_days": 7 }), "why-own-rhythm"),
            (json!({ "name": "Beta", "cadence_override_days": 7, "override_reason": "asked for it" }), "-"),
            (
                json!({ "name": "Beta", "adaptation_from": "2026-01-02", "adaptation_until": "2026-01-02" }),
                "adaptation-ends-early",
            ),
            (json!({ "name": "Beta", "status": "merged" }), "required-with"),
            (json!({ "name": "Beta", "tags": (0..21).map(|n| n.to_string()).collect::<Vec<_>>() }), "too-many-in-list"),
        ] {
            let shown = row.to_string();
            assert_eq!(trial.refusal(&add(Entity::Client, row)), refusal, "{shown}");
        }
    }

    #[test]
    fn a_group_has_no_circle_and_five_levels() {
        let mut trial = Trial::new();
        let mut chain = vec![trial.client];
        for n in 2..=5 {
            let row = json!({ "handle": format!("c{n}"), "name": format!("C{n}"), "assigned_on": "2020-01-01",
                "parent": chain.last().unwrap().to_string() });
            chain.push(trial.has(Entity::Client, row));
        }
        let up = |child: usize| amend(Entity::Client, chain[0], json!({ "parent": chain[child].to_string() }));
        assert_eq!(trial.refusal(&up(0)), "group-cycle");
        assert_eq!(trial.refusal(&up(4)), "group-cycle");
        let sixth = json!({ "name": "C6", "parent": chain[4].to_string() });
        assert_eq!(trial.refusal(&add(Entity::Client, sixth)), "group-too-deep");
        let top = trial.has(Entity::Client, json!({ "handle": "top", "name": "Top", "assigned_on": "2020-01-01" }));
        let under = amend(Entity::Client, chain[0], json!({ "parent": top.to_string() }));
        assert_eq!(trial.refusal(&under), "group-too-deep");
    }

    #[test]
    fn what_is_only_odd_is_said_and_saved() {
        let mut trial = Trial::new();
        trial.make(&amend(Entity::Client, trial.client, json!({ "tax_no": "77-01 23" })));
        let warned = |trial: &mut Trial, row| {
            let planned = trial.plan(&add(Entity::Client, row)).unwrap();
            planned.warnings.into_iter().map(|warning| warning.id).collect::<Vec<_>>()
        };
        assert_eq!(warned(&mut trial, json!({ "name": "ALFA" })), ["client-name-taken"]);
        assert_eq!(warned(&mut trial, json!({ "name": "Beta", "tax_no": "770123" })), ["number-taken"]);
        assert_eq!(warned(&mut trial, json!({ "name": "Beta", "segment": "mass" })), ["mass-client"]);
        assert_eq!(warned(&mut trial, json!({ "name": "Beta" })), Vec::<String>::new());
    }

    #[test]
    fn a_tag_is_said_once() {
        let mut trial = Trial::new();
        trial.make(&amend(Entity::Client, trial.client, json!({ "tags": ["Steel", "steel", "export"] })));
        assert_eq!(trial.row::<Client>(trial.client).tags, ["Steel", "export"]);
    }

    #[test]
    fn corporate_evidence_keeps_a_company_a_company() {
        let mut trial = Trial::new();
        trial.has(
            Entity::VipEvidence,
            json!({ "client": trial.client.to_string(), "criterion": "monopoly",
            "kind": "judgement", "verdict": "met", "reason": "alone", "as_of": "2026-01-01", "source": "public" }),
        );
        let turned = json!({ "kind": "individual", "person": trial.orlova.to_string() });
        assert_eq!(trial.refusal(&amend(Entity::Client, trial.client, turned)), "client-has-evidence");
    }

    #[test]
    fn a_client_that_uses_our_product_is_not_to_be_attracted() {
        let mut trial = Trial::new();
        let product =
            trial.has(Entity::Product, json!({ "code": "LC", "name": { "en": "Credit" }, "family": "trade" }));
        let client = trial.client.to_string();
        trial.has(Entity::Holding, json!({ "client": client, "product": product.to_string() }));
        trial.make(&crate::domain::trial::amend_because(
            Entity::Client,
            trial.client,
            "moved abroad",
            json!({ "status": "archived" }),
        ));
        let back = crate::domain::trial::amend_because(
            Entity::Client,
            trial.client,
            "came back",
            json!({ "status": "prospect" }),
        );
        assert_eq!(trial.refusal(&back), "already-uses-product");
    }

    #[test]
    fn a_risk_profile_is_of_a_person() {
        let mut trial = Trial::new();
        let person = trial.orlova.to_string();
        let own = json!({ "name": "B", "kind": "individual", "person": person, "risk_profile": "low" });
        assert_eq!(trial.refusal(&add(Entity::Client, own)), "-");
        let risky = json!({ "risk_profile": "low" });
        assert_eq!(trial.refusal(&amend(Entity::Client, trial.client, risky.clone())), "of-individuals");
        // A book may hold one from before; it is told when it is touched.
        let row = json!({ "handle": "b", "name": "B", "assigned_on": "2020-01-01", "risk_profile": "low" });
        let old = trial.has(Entity::Client, row);
        assert_eq!(trial.refusal(&amend(Entity::Client, old, json!({ "region": "north" }))), "-");
        assert_eq!(trial.refusal(&amend(Entity::Client, old, json!({ "risk_profile": null }))), "-");
    }
}
