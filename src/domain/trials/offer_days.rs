//! The days, visits and client of an offer, and the value its terms stand at: what a decision may say, what a
//! concession moves.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::offer::Case;
use crate::domain::book::Entity;
use crate::domain::edit::{Edit, Fields};
use crate::domain::entity::ProposalTerm;
use crate::domain::json::Amount;
use crate::domain::moves::OfferMove;
use crate::domain::refusal::Answers;
use crate::domain::table::Id;
use crate::domain::trial::{add, amend, day};

#[test]
fn an_offer_is_decided_between_its_presenting_and_today() {
    for (on, expected) in [
        (None, "-"),
        (Some("2026-11-10"), "-"),
        (Some("2026-11-23"), "-"),
        (Some("2026-11-09"), "decided-before-presented"),
        (Some("2020-01-01"), "decided-before-presented"),
        (Some("2026-11-24"), "not-after-today"),
        (Some("2030-01-01"), "not-after-today"),
    ] {
        let mut case = Case::at("presented");
        case.trial.answers = Answers::yes();
        assert_eq!(case.refusal(OfferMove::Accept { on: on.map(day) }), expected, "{on:?}");
    }
    let mut case = Case::at("discussed");
    let offer = case.offer;
    let decided = amend(Entity::Proposal, offer, json!({ "decided_on": "2026-11-12" }));
    assert_eq!(case.trial.refusal(&decided), "day-of-other-state");
}

#[test]
fn an_offer_is_presented_where_people_met() {
    let row = |status: &str, start: &str| json!({ "start": start, "zone": "Europe/Sofia", "status": status, "cancelled_by": "them", "cancel_reason": "x" });
    for (status, start, expected) in [
        ("held", "2026-11-20T10:00", "-"),
        ("planned", "2026-11-23T18:00", "-"),
        ("planned", "2026-11-24T10:00", "visit-not-held"),
        ("cancelled", "2026-11-20T10:00", "visit-not-held"),
        ("missed", "2026-11-20T10:00", "visit-not-held"),
    ] {
        let mut case = Case::at("discussed");
        let mut visit = row(status, start);
        visit["client"] = case.trial.client.to_string().into();
        let visit = case.trial.has(Entity::Visit, visit);
        let present = OfferMove::Present { visit: Some(Id::new(visit)) };
        assert_eq!(case.refusal(present), expected, "{status} {start}");
        let mut case = Case::at("presented");
        let mut visit = row(status, start);
        visit["client"] = case.trial.client.to_string().into();
        let visit = case.trial.has(Entity::Visit, visit);
        let moved = amend(Entity::Proposal, case.offer, json!({ "presented_in": visit.to_string() }));
        assert_eq!(case.trial.refusal(&moved), expected, "{status} {start}");
    }
}

#[test]
fn a_visit_at_which_an_offer_was_presented_is_not_called_off_nor_moved_ahead() {
    for (state, row, expected) in [
        (
            "presented",
            json!({ "status": "cancelled", "cancelled_by": "us", "cancel_reason": "x" }),
            "visit-presented-offer",
        ),
        ("presented", json!({ "start": "2026-11-25T10:00" }), "visit-presented-offer"),
        ("presented", json!({ "start": "2026-11-23T19:00" }), "-"),
        ("discussed", json!({ "start": "2026-11-25T10:00" }), "-"),
    ] {
        let mut case = Case::at(state);
        let client = case.trial.client.to_string();
        let visit = json!({ "client": client, "start": "2026-11-23T18:00", "zone": "Europe/Sofia" });
        let visit = case.trial.has(Entity::Visit, visit);
        let mut offer = case.trial.book.record(Entity::Proposal, case.offer).unwrap();
        offer.set_field("presented_in", &json!(visit.to_string())).unwrap();
        case.trial.book.put(offer);
        assert_eq!(case.trial.refusal(&amend(Entity::Visit, visit, row.clone())), expected, "{state} {row}");
    }
    let mut case = Case::at("accepted");
    let visit = case.visit;
    let later = amend(Entity::Visit, visit, json!({ "start": "2026-11-13T10:00" }));
    assert_eq!(case.trial.refusal(&later), "visit-presented-offer", "after it was decided");
    let same = amend(Entity::Visit, visit, json!({ "start": "2026-11-11T10:00" }));
    assert_eq!(case.trial.refusal(&same), "-");
}

#[test]
fn an_offer_presented_before_its_time_is_asked_about_and_remembered() {
    use crate::domain::entity::{Client, Visit};
    use crate::domain::words::{ClientStatus, PushCheck, VipCategory};
    for (stage, asked, warned, kept) in [
        (None, "-", None, PushCheck::None),
        (Some(1), "-", Some("too-early-for"), PushCheck::None),
        (Some(2), "-", Some("too-early-for"), PushCheck::None),
        (Some(3), "first-meeting-pushing", None, PushCheck::Kept),
        (Some(4), "-", None, PushCheck::None),
    ] {
        let mut case = Case::at("discussed");
        let mut client = case.trial.row::<Client>(case.trial.client).clone();
        client.stage = stage;
        if stage.is_some() {
            (client.status, client.vip_category) = (ClientStatus::Prospect, VipCategory::Attract);
        }
        case.trial.book.put(crate::domain::Row::into_record(client));
        let present = case.moved(OfferMove::Present { visit: None });
        assert_eq!(case.trial.refusal(&present), asked, "{stage:?}");
        case.trial.answers = Answers::yes();
        let planned = case.trial.make(&present);
        let said: Vec<&str> = planned.warnings.iter().map(|warning| warning.id.as_str()).collect();
        assert_eq!(said, Vec::from_iter(warned), "{stage:?}");
        let visit = case.trial.row::<Visit>(case.visit);
        assert_eq!((visit.push_check, visit.push_on.is_some()), (kept, kept == PushCheck::Kept), "{stage:?}");
        assert!(crate::domain::push_check::offers(&case.trial.book, visit), "{stage:?}");
    }
    let mut refused = Case::with("discussed", json!({ "state": "probed" }), json!({}));
    let mut client = refused.trial.row::<Client>(refused.trial.client).clone();
    (client.status, client.vip_category) = (ClientStatus::Prospect, VipCategory::Attract);
    client.stage = Some(3);
    refused.trial.book.put(crate::domain::Row::into_record(client));
    assert_eq!(refused.refusal(OfferMove::Present { visit: None }), "no-confirmed-need", "nothing is asked first");
}

#[test]
fn what_was_agreed_of_our_doing_is_owed_once_an_offer_is_accepted() {
    use crate::domain::entity::Commitment;
    for (kind, state, owed) in [
        ("service", "agreed", true),
        ("timing", "agreed", true),
        ("advice", "agreed", true),
        ("price", "agreed", false),
        ("service", "dropped", false),
    ] {
        let mut case = Case::at("presented");
        let term = json!({
            "proposal": case.offer.to_string(), "label": "own executor", "kind": kind, "state": state,
        });
        case.trial.has(Entity::ProposalTerm, term);
        case.trial.answers.given.insert("needs-addressed-ask".into(), false);
        let accept = case.moved(OfferMove::Accept { on: None });
        let asked = if owed { "promises-from-offer-ask" } else { "-" };
        assert_eq!(case.trial.refusal(&accept), asked, "{kind} {state}");
        for (yes, promises) in [(false, 0), (true, usize::from(owed))] {
            case.trial.answers.given.insert("promises-from-offer-ask".into(), yes);
            let planned = case.trial.plan(&accept).unwrap();
            let made = planned.changes.iter().filter_map(|change| match &change.after {
                Some(crate::domain::book::Record::Commitment(row)) => Some(row.as_ref()),
                _ => None,
            });
            let made: Vec<&Commitment> = made.collect();
            assert_eq!(made.len(), promises, "{kind} {state} {yes}");
            assert!(
                made.iter()
                    .all(|row| row.text == "own executor" && row.share && row.visit == Some(Id::new(case.visit)))
            );
        }
    }
}

/// A company of the same group: its needs and visits may be named, its people's interests may not be judged.
fn sister(case: &mut Case) -> Uuid {
    let head = case.trial.has(Entity::Client, json!({ "handle": "head", "name": "H", "assigned_on": "2020-01-01" }));
    let row = json!({ "handle": "b", "name": "B", "assigned_on": "2020-01-01", "parent": head.to_string() });
    let sister = case.trial.has(Entity::Client, row);
    let mut client = case.trial.book.record(Entity::Client, case.trial.client).unwrap();
    client.set_field("parent", &json!(head.to_string())).unwrap();
    case.trial.book.put(client);
    sister
}

#[test]
fn an_offer_goes_to_another_client_of_the_house_before_it_is_judged_and_presented() {
    for (state, judged, expected) in [
        ("draft", false, "-"),
        ("discussed", false, "-"),
        ("discussed", true, "interest-of-other"),
        ("presented", false, "offer-is-presented"),
    ] {
        let mut case = Case::at(state);
        let sister = sister(&mut case);
        if judged {
            let interest = case.trial.has(
                Entity::Interest,
                json!({
                    "person": case.trial.orlova.to_string(), "client": case.trial.client.to_string(), "text": "rest",
                    "learned_on": "2026-11-01",
                }),
            );
            let score = json!({ "term": case.term.to_string(), "interest": interest.to_string(), "score": 1 });
            case.trial.has(Entity::TermScore, score);
        }
        let moved = amend(Entity::Proposal, case.offer, json!({ "client": sister.to_string() }));
        assert_eq!(case.trial.refusal(&moved), expected, "{state} {judged}");
    }
}

#[test]
fn a_concession_at_a_visit_keeps_its_offer_in_the_house() {
    let mut case = Case::at("discussed");
    let sister = sister(&mut case);
    let head = case.trial.book.client.iter().find(|client| client.handle == "head").unwrap().head.uid;
    let visit = case.trial.has(
        Entity::Visit,
        json!({ "client": sister.to_string(), "start": "2026-11-10T10:00", "zone": "Europe/Sofia", "status": "held" }),
    );
    let given = json!({
        "term": case.term.to_string(), "by": "we", "from_value": "a", "to_value": "b", "on": "2026-11-10",
        "visit": visit.to_string(),
    });
    case.trial.has(Entity::Concession, given);
    let out = amend(Entity::Client, case.trial.client, json!({ "parent": null }));
    assert_eq!(case.trial.refusal(&out), "visit-of-other");
    let same = amend(Entity::Client, case.trial.client, json!({ "parent": head.to_string(), "name": "Omega" }));
    assert_eq!(case.trial.refusal(&same), "-");
}

#[test]
fn a_term_leaves_no_offer_that_is_presented_or_closed() {
    for (state, expected) in [
        ("draft", "-"),
        ("discussed", "-"),
        ("presented", "offer-is-presented"),
        ("accepted", "offer-is-closed"),
        ("declined", "offer-is-closed"),
    ] {
        let mut case = Case::at(state);
        let draft = json!({ "client": case.trial.client.to_string(), "title": "another" });
        let draft = case.trial.has(Entity::Proposal, draft).to_string();
        let there = case.trial.has(Entity::ProposalTerm, json!({ "proposal": draft, "label": "x" }));
        let leaves = amend(Entity::ProposalTerm, case.term, json!({ "proposal": draft }));
        assert_eq!(case.trial.refusal(&leaves), expected, "{state}");
        let comes = amend(Entity::ProposalTerm, there, json!({ "proposal": case.offer.to_string() }));
        assert_eq!(case.trial.refusal(&comes), expected, "{state}: into it");
    }
}

#[test]
fn what_was_judged_and_given_up_stays_with_a_closed_offer() {
    for (state, expected) in [("presented", "-"), ("accepted", "offer-is-closed"), ("declined", "offer-is-closed")] {
        let mut case = Case::at(state);
        let draft = json!({ "client": case.trial.client.to_string(), "title": "another" });
        let draft = case.trial.has(Entity::Proposal, draft).to_string();
        let other = case.trial.has(Entity::ProposalTerm, json!({ "proposal": draft, "label": "x" })).to_string();
        let interest = json!({
            "person": case.trial.orlova.to_string(), "client": case.trial.client.to_string(), "text": "rest",
            "learned_on": "2026-11-01",
        });
        let interest = case.trial.has(Entity::Interest, interest).to_string();
        let term = case.term.to_string();
        let score = case.trial.has(Entity::TermScore, json!({ "term": term, "interest": interest, "score": 1 }));
        let given = json!({ "term": term, "by": "we", "from_value": "a", "to_value": "b", "on": "2026-11-20" });
        let given = case.trial.has(Entity::Concession, given);
        for (entity, uuid) in [(Entity::TermScore, score), (Entity::Concession, given)] {
            let remove = Edit::Remove { entity, uuid, fields: Fields::new(), reason: None };
            assert_eq!(case.trial.refusal(&remove), expected, "{state} {entity:?}");
            let moved = amend(entity, uuid, json!({ "term": other }));
            assert_eq!(case.trial.refusal(&moved), expected, "{state} {entity:?} to another offer");
        }
    }
}

fn given(from: &str, to: &str, on: &str) -> Json {
    json!({ "by": "we", "from_value": from, "to_value": to, "on": on })
}

/// Two concessions on a presented term, 2,25 % at first: its value after some change of one of them.
fn after(change: impl Fn(&[Uuid; 2]) -> Edit) -> Option<Amount> {
    let mut case = Case::at("presented");
    let made = [given("2,25 %", "1,95 %", "2026-11-12"), given("1,95 %", "1,80 %", "2026-11-20")].map(|mut row| {
        row["term"] = case.term.to_string().into();
        let known: Vec<Uuid> = case.trial.book.concession.iter().map(|row| row.head.uid).collect();
        case.trial.make(&add(Entity::Concession, row));
        let made = case.trial.book.concession.iter().find(|row| !known.contains(&row.head.uid)).unwrap();
        made.head.uid
    });
    assert_eq!(case.trial.row::<ProposalTerm>(case.term).value, Some(Amount::Number(180)));
    case.trial.make(&change(&made));
    case.trial.row::<ProposalTerm>(case.term).value.clone()
}

type Change<'a> = &'a dyn Fn(&[Uuid; 2]) -> Edit;

#[test]
fn a_term_stands_at_the_latest_concession_that_stands() {
    let edit = |uuid: Uuid, row: Json| amend(Entity::Concession, uuid, row);
    let remove = |uuid| Edit::Remove { entity: Entity::Concession, uuid, fields: Fields::new(), reason: None };
    let cases: [(&str, Change<'_>, i64); 6] = [
        ("the earlier one put right", &|made| edit(made[0], json!({ "to_value": "2,00 %" })), 180),
        ("the later one put right", &|made| edit(made[1], json!({ "to_value": "1,85 %" })), 185),
        ("the earlier one dated last", &|made| edit(made[0], json!({ "on": "2026-11-21" })), 195),
        ("only its worth", &|made| edit(made[1], json!({ "worth": { "minor": 100, "currency": "RUB" } })), 180),
        ("the earlier one taken back", &|made| remove(made[0]), 180),
        ("the later one taken back", &|made| remove(made[1]), 195),
    ];
    for (what, change, expected) in cases {
        assert_eq!(after(change), Some(Amount::Number(expected)), "{what}");
    }
}

#[test]
fn with_its_only_concession_gone_a_term_is_what_it_was() {
    for (worked_out_anew, expected) in [(false, 225), (true, 210)] {
        let mut case = Case::at(if worked_out_anew { "discussed" } else { "presented" });
        let mut row = given("2,25 %", "1,95 %", "2026-11-12");
        row["term"] = case.term.to_string().into();
        case.trial.make(&add(Entity::Concession, row));
        if worked_out_anew {
            case.trial.make(&amend(Entity::ProposalTerm, case.term, json!({ "value": 210 })));
        }
        let uuid = case.trial.only::<crate::domain::entity::Concession>().head.uid;
        let remove = Edit::Remove { entity: Entity::Concession, uuid, fields: Fields::new(), reason: None };
        case.trial.make(&remove);
        assert_eq!(case.trial.row::<ProposalTerm>(case.term).value, Some(Amount::Number(expected)));
    }
}

#[test]
fn a_dropped_term_is_not_given_up_once_more() {
    for (state, expected) in [("open", "-"), ("agreed", "-"), ("dropped", "term-is-dropped")] {
        let mut case = Case::with("presented", json!({ "essential": false }), json!({ "state": state }));
        let mut row = given("2,25 %", "1,95 %", "2026-11-12");
        row["term"] = case.term.to_string().into();
        assert_eq!(case.trial.refusal(&add(Entity::Concession, row)), expected, "{state}");
    }
}
