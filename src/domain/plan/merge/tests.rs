//! Merges tried: every link moves, what differs is chosen, and one step takes it all back.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::book::{Book, Entity};
use crate::domain::edit::{Edit, Take};
use crate::domain::entity::{Affiliation, Client, ClientLink, LedgerMonth, Person, Role, Visit};
use crate::domain::refusal::Refusal;
use crate::domain::table::Id;
use crate::domain::trial::{Trial, add, fields};
use crate::domain::words::{Certainty, ClientStatus, Tri};

fn client(trial: &mut Trial, handle: &str, more: Json) -> Uuid {
    let mut row = json!({ "handle": handle, "name": "Alfa", "assigned_on": "2019-01-01" });
    row.as_object_mut().unwrap().extend(fields(more));
    trial.has(Entity::Client, row)
}

fn clients(keep: Uuid, gone: Uuid, take: &[(&str, Take)]) -> Edit {
    let take = take.iter().map(|(field, take)| ((*field).to_owned(), *take)).collect();
    Edit::MergeClients { keep: Id::new(keep), gone: Id::new(gone), take }
}

fn people(keep: Uuid, gone: Uuid, take: &[(&str, Take)]) -> Edit {
    let take = take.iter().map(|(field, take)| ((*field).to_owned(), *take)).collect();
    Edit::MergePeople { keep: Id::new(keep), gone: Id::new(gone), take }
}

fn refused(trial: &mut Trial, edit: &Edit) -> (String, Option<String>) {
    let refusal: Refusal = trial.plan(edit).unwrap_err();
    (refusal.sentence.id, refusal.field)
}

/// The book as a comparable text.
fn snapshot(book: &Book) -> Vec<Json> {
    let records = Entity::ALL.iter().flat_map(|entity| book.records(*entity));
    records.map(|record| Json::Object(record.to_json())).collect()
}

#[test]
fn every_link_of_a_client_moves_and_nothing_points_back() {
    let mut trial = Trial::new();
    let gone = client(&mut trial, "alfa-old", json!({ "tags": ["old"], "region": "Varna" }));
    let (a, b, orlova) = (trial.client.to_string(), gone.to_string(), trial.orlova.to_string());
    let event = json!({ "client": a, "also_clients": [b], "start": "2026-01-02T10:00", "zone": "Europe/Sofia",
        "kind": "event", "status": "held" });
    let event = trial.has(Entity::Visit, event);
    trial.has(Entity::Need, json!({ "client": b, "title": "Speed" }));
    trial.has(Entity::ClientLink, json!({ "a": a, "b": b, "kind": "partner_of" }));
    trial.has(Entity::Affiliation, json!({ "person": orlova, "client": b, "from": "2015", "to": "2022-01-01" }));
    let child = client(&mut trial, "child", json!({ "name": "Child", "parent": b }));
    let before = snapshot(&trial.book);
    let planned = trial.make(&clients(trial.client, gone, &[]));
    let kept = trial.row::<Client>(trial.client);
    assert_eq!((kept.region.as_deref(), kept.tags.as_slice()), (Some("Varna"), ["old".to_owned()].as_slice()));
    assert_eq!(kept.assigned_on.to_string(), "2019-01-01");
    let merged = trial.row::<Client>(gone);
    assert_eq!((merged.status, merged.merged_into.map(|id| id.uuid)), (ClientStatus::Merged, Some(trial.client)));
    assert!(Entity::ALL.iter().all(|entity| trial.book.pointing_at(*entity, gone).is_empty()));
    assert_eq!(trial.row::<Visit>(event).also_clients, [Id::new(trial.client)]);
    assert_eq!(trial.row::<Client>(child).parent, Some(Id::new(trial.client)));
    assert!(trial.book.client_link.is_empty(), "nobody is linked to themselves");
    let places: Vec<&Affiliation> =
        trial.book.affiliation.iter().filter(|place| place.person.uuid == trial.orlova).collect();
    assert_eq!(places.len(), 1);
    assert_eq!((places[0].from.unwrap().to_string(), places[0].to), ("2015".to_owned(), None));
    let back = planned.changes.iter().rev().map(crate::domain::step::Change::inverse).collect();
    let title = planned.title.clone();
    trial.make(&Edit::Restore { title, client: None, changes: back, out_of_turn: false, force: false });
    assert_eq!(snapshot(&trial.book), before, "one step takes it all back");
}

#[test]
fn later_links_to_a_merged_client_go_to_the_one_that_took_it_in() {
    let mut trial = Trial::new();
    let gone = client(&mut trial, "alfa-old", json!({}));
    trial.make(&clients(trial.client, gone, &[]));
    trial.make(&add(Entity::Need, json!({ "client": gone.to_string(), "title": "Speed" })));
    assert_eq!(trial.only::<crate::domain::entity::Need>().client.uuid, trial.client);
    let renamed = crate::domain::trial::amend(Entity::Client, gone, json!({ "name": "B" }));
    assert_eq!(trial.refusal(&renamed), "client-was-merged");
    assert_eq!(trial.refusal(&clients(trial.client, gone, &[])), "merge-with-self");
}

#[test]
fn facts_that_differ_are_chosen_one_by_one() {
    let mut trial = Trial::new();
    let gone = client(&mut trial, "beta", json!({ "name": "Beta", "vip_category": "retain", "status": "dormant" }));
    let edit = clients(trial.client, gone, &[]);
    let differ = ("merge-facts-differ".to_owned(), Some("name, vip_category, status".to_owned()));
    assert_eq!(refused(&mut trial, &edit), differ);
    let some = clients(trial.client, gone, &[("name", Take::B), ("vip_category", Take::A)]);
    assert_eq!(refused(&mut trial, &some).1.as_deref(), Some("status"));
    let odd = clients(trial.client, gone, &[("colour", Take::A)]);
    assert_eq!(refused(&mut trial, &odd).0, "unknown-field");
    trial.make(&clients(trial.client, gone, &[("name", Take::B), ("vip_category", Take::A), ("status", Take::A)]));
    let kept = trial.row::<Client>(trial.client);
    assert_eq!((kept.name.as_str(), kept.handle.as_str(), kept.status), ("Beta", "alfa", ClientStatus::Active));
}

#[test]
fn what_cannot_be_one_is_refused() {
    let mut trial = Trial::new();
    let person = trial.orlova.to_string();
    let single = client(&mut trial, "single", json!({ "kind": "individual", "person": person }));
    let archived = client(&mut trial, "archived", json!({ "status": "archived" }));
    assert_eq!(trial.refusal(&clients(trial.client, single, &[])), "merge-kinds-differ");
    assert_eq!(trial.refusal(&clients(trial.client, trial.client, &[])), "merge-with-self");
    assert_eq!(trial.refusal(&clients(archived, trial.client, &[])), "client-is-archived");
    assert_eq!(trial.refusal(&clients(trial.client, archived, &[])), "-");
}

#[test]
fn the_same_month_in_both_is_asked_and_never_summed_by_itself() {
    for (take, income, cost) in [(Take::A, Some(10), Some(1)), (Take::B, Some(5), None), (Take::Sum, Some(15), None)] {
        let mut trial = Trial::new();
        let gone = client(&mut trial, "alfa-old", json!({}));
        let month = |client: Uuid, income: i64, cost: Option<i64>| {
            json!({ "client": client.to_string(), "month": "2026-09", "currency": "EUR", "income": income, "cost": cost,
                "closed": true })
        };
        let first = month(trial.client, 10, Some(1));
        trial.has(Entity::LedgerMonth, first);
        trial.has(Entity::LedgerMonth, month(gone, 5, None));
        let asked = ("merge-ledger-ask".to_owned(), Some("ledger.2026-09".to_owned()));
        let edit = clients(trial.client, gone, &[]);
        assert_eq!(refused(&mut trial, &edit), asked);
        trial.make(&clients(trial.client, gone, &[("ledger", take)]));
        let kept = trial.only::<LedgerMonth>();
        assert_eq!((kept.income, kept.cost, kept.client.uuid), (income, cost, trial.client));
    }
}

#[test]
fn links_of_two_clients_to_a_third_become_one() {
    let mut trial = Trial::new();
    let gone = client(&mut trial, "alfa-old", json!({}));
    let third = client(&mut trial, "third", json!({ "name": "Third" })).to_string();
    for (a, certainty) in [(trial.client, "assumed"), (gone, "confirmed")] {
        let link = json!({ "a": a.to_string(), "b": third, "kind": "supplier_of", "certainty": certainty });
        trial.has(Entity::ClientLink, link);
    }
    trial.make(&clients(trial.client, gone, &[]));
    assert_eq!(trial.only::<ClientLink>().certainty, Certainty::Confirmed);
}

fn role(person: Uuid, trial: &Trial, more: Json) -> Json {
    let mut row = json!({ "person": person.to_string(), "client": trial.client.to_string(), "kind": "agrees",
        "learned_on": "2026-01-01" });
    row.as_object_mut().unwrap().extend(fields(more));
    row
}

#[test]
fn roles_of_two_people_that_overlap_become_one_at_the_higher_certainty() {
    let mut trial = Trial::new();
    let gone = trial.person("orlova-old", "Orlova", "client");
    trial.has(
        Entity::Affiliation,
        json!({ "person": gone.to_string(), "client": trial.client.to_string(), "from": "2018" }),
    );
    let mine = role(trial.orlova, &trial, json!({ "from": "2021" }));
    let kept = trial.has(Entity::Role, mine);
    let theirs =
        json!({ "certainty": "confirmed", "source_note": "her order", "from": "2020", "learned_on": "2026-05-01" });
    let theirs = role(gone, &trial, theirs);
    trial.has(Entity::Role, theirs);
    trial.make(&people(trial.orlova, gone, &[]));
    let role = trial.only::<Role>();
    assert_eq!((role.head.uid, role.certainty), (kept, Certainty::Confirmed));
    assert_eq!((role.from.unwrap().to_string(), role.learned_on.to_string()), ("2020".into(), "2026-05-01".into()));
    assert_eq!(role.source_note.as_deref(), Some("her order"));
    let places = trial.book.affiliation.iter().filter(|place| place.person.uuid == trial.orlova);
    assert_eq!(places.map(|place| place.from.unwrap().to_string()).collect::<Vec<_>>(), ["2018"]);
    assert_eq!(trial.row::<Person>(gone).merged_into, Some(Id::new(trial.orlova)));
}

#[test]
fn limits_and_bosses_that_differ_are_chosen() {
    let mut trial = Trial::new();
    let gone = trial.person("orlova-old", "Orlova", "client");
    let limit = |minor: i64| json!({ "limit": { "minor": minor, "currency": "EUR" } });
    for (person, minor) in [(trial.orlova, 1), (gone, 2)] {
        let row = role(person, &trial, limit(minor));
        trial.has(Entity::Role, row);
    }
    let (first, second) = (trial.person("first", "First", "client"), trial.benev);
    for (person, boss) in [(trial.orlova, first), (gone, second)] {
        let line = json!({ "from_person": person.to_string(), "to_person": boss.to_string(), "kind": "reports_to",
            "client": trial.client.to_string(), "learned_on": "2026-01-01" });
        trial.has(Entity::Influence, line);
    }
    let differ = ("merge-facts-differ".to_owned(), Some("limit, reports_to".to_owned()));
    let edit = people(trial.orlova, gone, &[]);
    assert_eq!(refused(&mut trial, &edit), differ);
    trial.make(&people(trial.orlova, gone, &[("limit", Take::B), ("reports_to", Take::B)]));
    assert_eq!(trial.only::<Role>().limit.unwrap().minor, 2);
    let bosses = trial.book.influence.iter().filter(|line| line.to.is_none());
    assert_eq!(bosses.map(|line| line.to_person.uuid).collect::<Vec<_>>(), [second]);
}

#[test]
fn one_person_sits_once_at_a_visit_and_has_every_number() {
    let mut trial = Trial::new();
    let gone = trial.has(
        Entity::Person,
        json!({ "handle": "orlova-old", "family_name": "Orlova", "work_phones": [{ "value": "12345" }], "birthday": "--05-01" }),
    );
    let one = |person: Uuid, came: &str| json!({ "person": person.to_string(), "expected": true, "came": came });
    let visit = json!({ "client": trial.client.to_string(), "start": "2026-01-02T10:00", "zone": "Europe/Sofia",
        "status": "held", "attendees": [one(trial.orlova, "no"), one(gone, "yes")] });
    let visit = trial.has(Entity::Visit, visit);
    trial.make(&people(trial.orlova, gone, &[]));
    let attendees = &trial.row::<Visit>(visit).attendees;
    assert_eq!(
        attendees.iter().map(|one| (one.person.uuid, one.came)).collect::<Vec<_>>(),
        [(trial.orlova, Some(Tri::Yes))]
    );
    let kept = trial.row::<Person>(trial.orlova);
    assert_eq!((kept.work_phones.len(), kept.birthday.is_some()), (1, true));
}

#[test]
fn demo_clients_and_people_merge_and_come_apart_again() {
    let demo = &*crate::domain::figures::testing::DEMO;
    let mut trial = Trial::new();
    trial.book = demo.clone();
    let before = snapshot(&trial.book);
    let pair: Vec<Uuid> = ["volga-trans", "volga-metall"]
        .iter()
        .map(|handle| demo.client.iter().find(|client| client.handle == *handle).unwrap().head.uid)
        .collect();
    let fields: Vec<&str> = Entity::Client.fields().iter().map(|field| field.name).collect();
    let besides = ["ledger", "plan_target", "service_budget", "limit", "reports_to"];
    let besides = besides.into_iter().chain(["affiliation.position", "affiliation.department", "affiliation.level"]);
    let take: Vec<(&str, Take)> = fields.into_iter().chain(besides).map(|field| (field, Take::B)).collect();
    let planned = trial.make(&clients(pair[0], pair[1], &take));
    assert!(Entity::ALL.iter().all(|entity| trial.book.pointing_at(*entity, pair[1]).is_empty()));
    let back = planned.changes.iter().rev().map(crate::domain::step::Change::inverse).collect();
    let title = planned.title.clone();
    trial.make(&Edit::Restore { title, client: None, changes: back, out_of_turn: false, force: false });
    assert_eq!(snapshot(&trial.book), before);
}
