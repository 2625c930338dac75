//! Older versions of an offer and what was taken off it, on the demo portfolio.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::desk::{Clock, Desk};
use crate::domain::date::parse_day;
use crate::domain::edit::{GivenHead, Incoming, Take, fields};
use crate::domain::figures::testing::{DEMO, book, client, id};
use crate::domain::moves::{Move, OfferMove};
use crate::domain::offer::{Board, Replaced, TakenOff, terms, version_of};
use crate::domain::{Amend, Answers, Book, Edit, Entity, Fields, Id, Need, Proposal, ProposalTerm, Row, Sentence};

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn desk() -> Desk {
    desk_of(&DEMO)
}

fn desk_of(book: &Book) -> Desk {
    let mut desk = Desk::throwaway(Clock::Standing(day("2026-11-23").and_hms_opt(8, 0, 0).unwrap())).unwrap();
    let rows = Entity::ALL.iter().flat_map(|entity| book.records(*entity));
    let rows = rows.map(|record| Incoming { record, given: GivenHead::default() }).collect();
    desk.make(&Edit::Import { title: Sentence::new("demo"), rows }, &Answers::yes()).unwrap();
    desk
}

/// Presented, its second version.
fn offer() -> Id<Proposal> {
    id("pr-vm-lc")
}

fn next_version(desk: &mut Desk) {
    desk.make(&Edit::Move(Move::Offer(offer(), OfferMove::Version)), &Answers::yes()).unwrap();
}

fn amend(desk: &mut Desk, entity: Entity, uuid: uuid::Uuid, fields: Fields) {
    let amend = Amend { reason: Some("because".to_owned()), ..Amend::new(entity, uuid, fields) };
    desk.make(&Edit::Amend(amend), &Answers::yes()).unwrap();
}

fn versions(desk: &Desk) -> Vec<i64> {
    desk.replaced_versions(offer()).unwrap().iter().map(|replaced| replaced.version).collect()
}

/// Everything an offer shows: its own row, its terms, its board.
fn shown(book: &Book) -> (Proposal, Vec<ProposalTerm>, Board) {
    let rows = terms(book, offer()).into_iter().cloned().collect();
    (book.proposal.get(offer()).unwrap().clone(), rows, Board::of(book, offer(), day("2026-11-23")).unwrap())
}

/// Another value, another score, a term less, a term more, a need off, and a title.
fn rework(desk: &mut Desk) {
    let rows: Vec<ProposalTerm> = terms(desk.book(), offer()).into_iter().cloned().collect();
    amend(desk, Entity::ProposalTerm, rows[0].head.uid, fields([("value", json!("another bank"))]));
    let score = desk.book().term_score.of(rows[0].uid()).next().unwrap().head.uid;
    let unjudged = Edit::Remove { entity: Entity::TermScore, uuid: score, fields: Fields::new(), reason: None };
    desk.make(&unjudged, &Answers::yes()).unwrap();
    let drop =
        Edit::Remove { entity: Entity::ProposalTerm, uuid: rows[1].head.uid, fields: Fields::new(), reason: None };
    desk.make(&drop, &Answers::yes()).unwrap();
    let new = fields([("proposal", json!(offer().to_string())), ("label", json!("one more"))]);
    desk.make(&Edit::Add { entity: Entity::ProposalTerm, fields: new }, &Answers::yes()).unwrap();
    amend(desk, Entity::Proposal, offer().uuid, fields([("title", json!("reworked")), ("needs", json!([]))]));
}

#[test]
fn a_replaced_version_is_read_as_it_stood() {
    let mut desk = desk();
    assert_eq!(versions(&desk), [] as [i64; 0], "what came with a file was never raised here");
    let before = shown(desk.book());
    next_version(&mut desk);
    rework(&mut desk);
    let replaced = desk.replaced_versions(offer()).unwrap();
    assert_eq!(replaced.iter().map(|old| (old.version, old.on)).collect::<Vec<_>>(), [(2, day("2026-11-23"))]);
    let old = desk.old_offer(offer(), replaced[0]).unwrap();
    assert_eq!(shown(&old.book), before);
    assert_ne!(shown(desk.book()), before);
    assert_eq!(old.taken_off, [], "the need was taken off the version after");
    assert!(!desk.taken_off(offer()).unwrap().is_empty());
}

#[test]
fn a_version_is_raised_once_however_often_its_step_is_undone() {
    let mut desk = desk();
    next_version(&mut desk);
    let first = desk.replaced_versions(offer()).unwrap();
    desk.undo(&Answers::yes()).unwrap();
    assert_eq!(versions(&desk), [] as [i64; 0]);
    desk.redo().unwrap();
    rework(&mut desk);
    let again = desk.replaced_versions(offer()).unwrap();
    assert_eq!(again.iter().map(|old| old.version).collect::<Vec<_>>(), [2]);
    assert_ne!(again, first, "the step that stands is the one made again");
    assert_eq!(desk.old_offer(offer(), again[0]).unwrap().book.proposal.get(offer()).unwrap().version, 2);
}

#[test]
fn each_of_several_versions_is_read_and_others_are_named() {
    let mut desk = desk();
    next_version(&mut desk);
    let row = terms(desk.book(), offer())[0].head.uid;
    amend(&mut desk, Entity::ProposalTerm, row, fields([("value", json!("the third"))]));
    let third = shown(desk.book()).1;
    let visit =
        desk.book().visit.of(id::<crate::domain::Client>("c-volga-metall")).find(|visit| {
            visit.client == id("c-volga-metall") && visit.status == crate::domain::words::VisitStatus::Held
        });
    let visit = Some(visit.unwrap().uid());
    desk.make(&Edit::Move(Move::Offer(offer(), OfferMove::Present { visit })), &Answers::yes()).unwrap();
    next_version(&mut desk);
    amend(&mut desk, Entity::ProposalTerm, row, fields([("value", json!("the fourth"))]));
    assert_eq!(versions(&desk), [2, 3]);
    let replaced = desk.replaced_versions(offer()).unwrap();
    let terms_of = |replaced: Replaced| shown(&desk.old_offer(offer(), replaced).unwrap().book).1;
    assert_eq!(terms_of(replaced[1]), third);
    assert_ne!(terms_of(replaced[0]), third);
    let now = desk.book().proposal.get(offer()).unwrap();
    for (version, expected) in [(4, Ok(None)), (3, Ok(Some(3))), (2, Ok(Some(2))), (1, Err(())), (5, Err(()))] {
        let found = version_of(now, &replaced, version);
        assert_eq!(found.map(|old| old.map(|old| old.version)).map_err(drop), expected, "{version}");
    }
}

/// Clients that have become one since have their offers of before as well.
#[test]
fn an_old_version_belongs_to_the_client_that_has_the_offer_now() {
    let visit = json!({ "uid": "v", "client": "b", "start": "2026-11-20T10:00", "zone": "UTC", "status": "held",
        "kind": "meeting", "purpose": "to show it", "outcome": "they will read it" });
    let mut desk = desk_of(&book(&json!({ "tables": {
        "client": [client("a", json!({})), client("b", json!({}))],
        "visit": [visit],
        "need": [{ "uid": "n", "client": "b", "title": "need", "state": "confirmed", "voice": "stated" }],
        "proposal": [{ "uid": "o", "client": "b", "title": "offer", "needs": ["n"], "state": "presented",
            "presented_in": "v" }],
        "proposal_term": [{ "uid": "t", "proposal": "o", "label": "term" }],
    }})));
    let (offer, keep) = (id("o"), id("a"));
    desk.make(&Edit::Move(Move::Offer(offer, OfferMove::Version)), &Answers::yes()).unwrap();
    desk.make(
        &Edit::MergeClients { keep, gone: id("b"), take: BTreeMap::from([("name".to_owned(), Take::A)]) },
        &Answers::yes(),
    )
    .unwrap();
    let replaced = desk.replaced_versions(offer).unwrap()[0];
    let old = desk.old_offer(offer, replaced).unwrap().book;
    assert_eq!(old.proposal.get(offer).map(|offer| (offer.client, offer.version)), Some((keep, 1)));
    assert_eq!(old.need.get(id("n")).map(|need| need.client), Some(keep));
}

#[test]
fn an_essential_need_taken_off_an_offer_stays_in_its_ledger_with_the_reason() {
    let mut desk = desk();
    let said = |desk: &Desk| desk.taken_off(offer()).unwrap();
    let set = |needs: &[Id<Need>], reason: &str| {
        let needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
        let fields = Fields::from_iter([("needs".to_owned(), Json::from(needs))]);
        let amend = Amend::new(Entity::Proposal, offer().uuid, fields);
        Edit::Amend(Amend { reason: Some(reason.to_owned()), ..amend })
    };
    next_version(&mut desk);
    let needs = desk.book().proposal.get(offer()).unwrap().needs.clone();
    assert_eq!(said(&desk), []);
    desk.make(&set(&[], "they pay another way"), &Answers::yes()).unwrap();
    let essential = *needs.iter().find(|need| desk.book().need.get(**need).unwrap().essential).unwrap();
    let on = day("2026-11-23");
    assert_eq!(said(&desk), [TakenOff { need: essential, on, reason: "they pay another way".to_owned() }]);
    desk.make(&set(&needs, "again"), &Answers::yes()).unwrap();
    assert_eq!(said(&desk), [], "it answers the need again");
}
