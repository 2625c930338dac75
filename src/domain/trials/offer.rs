//! The way of an offer, its terms and concessions, allowed and refused.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::book::Entity;
use crate::domain::edit::Edit;
use crate::domain::entity::{Client, Holding, Need, Proposal, ProposalTerm};
use crate::domain::moves::{Move, OfferMove};
use crate::domain::refusal::Answers;
use crate::domain::table::{Id, Row as _};
use crate::domain::trial::{Trial, add, amend, amend_because, fields};
use crate::domain::words::{ClientStatus, NeedState, Party, ProposalState, VipCategory};

pub(super) struct Case {
    pub(super) trial: Trial,
    pub(super) offer: Uuid,
    pub(super) term: Uuid,
    pub(super) need: Uuid,
    pub(super) visit: Uuid,
}

impl Case {
    /// An offer in a state, with a confirmed essential need that its one agreed term covers.
    pub(super) fn at(state: &str) -> Self {
        Self::with(state, json!({}), json!({}))
    }

    pub(super) fn with(state: &str, need: Json, term: Json) -> Self {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let mut row = fields(json!({
            "state": "confirmed", "essential": true, "evidence": [{ "date": "2026-11-01", "weight": "said" }],
        }));
        row.extend(fields(need));
        let need = trial.need(Json::Object(row));
        let visit = trial.held("2026-11-10");
        let offer = trial.has(
            Entity::Proposal,
            json!({
                "client": client, "title": "line", "state": state, "needs": [need.to_string()],
                "presented_in": visit.to_string(), "declined_by": "them", "decline_reason": "price",
                "decided_on": if matches!(state, "accepted" | "declined") { json!("2026-11-12") } else { Json::Null },
            }),
        );
        let mut row = fields(json!({
            "proposal": offer.to_string(), "label": "rate", "kind": "price", "value": 225, "state": "agreed",
            "covers": [{ "need": need.to_string(), "cover": 2 }],
        }));
        row.extend(fields(term));
        let term = trial.has(Entity::ProposalTerm, Json::Object(row));
        trial.has(
            Entity::Role,
            json!({
                "person": trial.orlova.to_string(), "client": client, "kind": "decides", "certainty": "heard",
                "learned_on": "2026-11-01",
            }),
        );
        Self { trial, offer, term, need, visit }
    }

    pub(super) fn moved(&self, wish: OfferMove) -> Edit {
        Edit::Move(Move::Offer(Id::new(self.offer), wish))
    }

    pub(super) fn refusal(&mut self, wish: OfferMove) -> String {
        let edit = self.moved(wish);
        self.trial.refusal(&edit)
    }
}

fn decline() -> OfferMove {
    OfferMove::Decline { by: Some(Party::Us), reason: Some("withdrawn".into()) }
}

#[test]
fn every_move_from_every_state() {
    let wishes = || {
        [
            OfferMove::Discuss,
            OfferMove::Present { visit: None },
            OfferMove::Version,
            OfferMove::Accept { on: None },
            decline(),
        ]
    };
    // discuss, present, version, accept, decline: `-` passes, `n` no move, `v` needs no version, `a` already there, `c` closed.
    let table = [
        ("draft", "- - v n -"),
        ("discussed", "a - a n -"),
        ("presented", "n a - - -"),
        ("accepted", "c c c a c"),
        ("declined", "c c c c a"),
    ];
    for (from, row) in table {
        for (wish, cell) in wishes().into_iter().zip(row.split(' ')) {
            let mut offer = Case::at(from);
            offer.trial.answers = Answers::yes();
            let expected = match cell {
                "n" => "move-not-possible",
                "v" => "offer-version-not-needed",
                "a" => "already-in-state",
                "c" => "offer-is-closed",
                _ => "-",
            };
            assert_eq!(offer.refusal(wish.clone()), expected, "{from} {wish:?}");
        }
    }
}

#[test]
fn an_offer_is_presented_only_on_confirmed_and_covered_needs() {
    for (state, need, term, expected) in [
        ("discussed", json!({}), json!({}), "-"),
        ("draft", json!({ "state": "probed" }), json!({}), "no-confirmed-need"),
        ("discussed", json!({ "state": "probed" }), json!({}), "no-confirmed-need"),
        (
            "discussed",
            json!({ "state": "dropped", "drop_reason": "x", "drop_kind": "other" }),
            json!({}),
            "no-confirmed-need",
        ),
        ("discussed", json!({}), json!({ "covers": [] }), "need-not-covered"),
        ("discussed", json!({}), json!({ "state": "dropped" }), "need-not-covered"),
        ("discussed", json!({ "essential": false }), json!({ "covers": [] }), "-"),
        ("discussed", json!({ "essential": false }), json!({ "state": "dropped" }), "offer-needs-term"),
    ] {
        let mut offer = Case::with(state, need.clone(), term.clone());
        assert_eq!(offer.refusal(OfferMove::Present { visit: None }), expected, "{state} {need} {term}");
    }
    let mut offer = Case::with("draft", json!({ "state": "hypothesis" }), json!({}));
    assert_eq!(offer.refusal(OfferMove::Discuss), "offer-needs-need");
    let mut offer = Case::with("draft", json!({}), json!({ "state": "dropped" }));
    assert_eq!(offer.refusal(OfferMove::Discuss), "offer-needs-term");
}

#[test]
fn half_a_cover_is_named_in_the_refusal() {
    let offer = Case::with("discussed", json!({ "min_cover": 2 }), json!({ "covers": [] }));
    let (need, term) = (offer.need.to_string(), offer.term);
    let Case { mut trial, offer, .. } = offer;
    let half = json!({ "covers": [{ "need": need, "cover": 1 }] });
    trial.make(&amend(Entity::ProposalTerm, term, half));
    let present = Edit::Move(Move::Offer(Id::new(offer), OfferMove::Present { visit: None }));
    let refusal = trial.plan(&present).unwrap_err();
    let cover = refusal.sentence.args.iter().find(|(name, _)| name == "cover").map(|(_, arg)| arg.clone());
    assert_eq!(cover, Some(crate::domain::Arg::word("proposal_term.cover.1")));
}

#[test]
fn presenting_warns_when_nobody_is_known_to_decide_and_needs_its_visit() {
    let mut offer = Case::at("discussed");
    let role = offer.trial.book.role.iter().next().map(|role| role.head.uid).unwrap();
    let present = offer.moved(OfferMove::Present { visit: None });
    assert_eq!(offer.trial.plan(&present).unwrap().warnings, []);
    offer.trial.book.remove(Entity::Role, role);
    let warnings = offer.trial.plan(&present).unwrap().warnings;
    assert_eq!(warnings.iter().map(|warning| warning.id.as_str()).collect::<Vec<_>>(), ["who-decides-unknown"]);
    let mut gone = Case::at("discussed");
    let places = gone.trial.book.affiliation.iter().filter(|place| place.person.uuid == gone.trial.orlova).cloned();
    for mut place in places.collect::<Vec<_>>() {
        place.to = Some(crate::domain::date::PartialDate::Day(crate::domain::trial::day("2026-11-01")));
        gone.trial.book.put(crate::domain::Row::into_record(place));
    }
    let present_then = gone.moved(OfferMove::Present { visit: None });
    let warnings = gone.trial.plan(&present_then).unwrap().warnings;
    assert_eq!(warnings.iter().map(|warning| warning.id.as_str()).collect::<Vec<_>>(), ["who-decides-unknown"], "left");
    let (uuid, none) = (offer.offer, json!({ "presented_in": null, "state": "presented" }));
    assert_eq!(offer.trial.refusal(&amend(Entity::Proposal, uuid, none)), "offer-needs-visit");
}

#[test]
fn presenting_warns_of_a_head_who_loses() {
    let mut offer = Case::at("discussed");
    let place = offer.trial.book.affiliation.iter().find(|row| row.person.uuid == offer.trial.orlova).cloned();
    let mut place = place.unwrap();
    place.level = Some(crate::domain::words::Level::Board);
    offer.trial.book.put(crate::domain::Row::into_record(place));
    let interest = offer.trial.has(
        Entity::Interest,
        json!({
            "person": offer.trial.orlova.to_string(), "client": offer.trial.client.to_string(), "text": "rest",
            "learned_on": "2026-11-01",
        }),
    );
    offer.trial.has(
        Entity::TermScore,
        json!({ "term": offer.term.to_string(), "interest": interest.to_string(), "score": -1 }),
    );
    let present = offer.moved(OfferMove::Present { visit: None });
    let warnings = offer.trial.plan(&present).unwrap().warnings;
    assert_eq!(warnings.iter().map(|warning| warning.id.as_str()).collect::<Vec<_>>(), ["who-loses"]);
}

#[test]
fn accepting_asks_what_follows_and_does_it() {
    let mut offer = Case::at("presented");
    let client = offer.trial.client.to_string();
    let product = offer
        .trial
        .has(Entity::Product, json!({ "code": "line", "name": { "en": "Credit line" }, "family": "lending" }));
    let (term, need, accept) = (offer.term, offer.need, offer.moved(OfferMove::Accept { on: None }));
    let mut row = offer.trial.row::<ProposalTerm>(term).clone();
    row.product = Some(Id::new(product));
    offer.trial.book.put(crate::domain::Row::into_record(row));
    assert_eq!(offer.trial.refusal(&accept), "needs-addressed-ask");
    offer.trial.answers.given.insert("needs-addressed-ask".into(), false);
    assert_eq!(offer.trial.refusal(&accept), "holdings-from-offer-ask");
    offer.trial.answers = Answers::yes();
    offer.trial.make(&accept);
    let met = offer.trial.row::<Need>(need);
    assert_eq!(
        (met.state, met.addressed_on, met.answered_by[0].r#ref.0),
        (NeedState::Addressed, Some(offer.trial.today), offer.offer)
    );
    assert_eq!(offer.trial.only::<Holding>().client.to_string(), client);
    assert_eq!(offer.trial.row::<Proposal>(offer.offer).decided_on, Some(offer.trial.today));
}

#[test]
fn an_accepted_offer_makes_a_prospect_a_client() {
    let mut offer = Case::at("presented");
    let mut client: Client = offer.trial.row::<Client>(offer.trial.client).clone();
    client.status = crate::domain::words::ClientStatus::Prospect;
    client.vip_category = crate::domain::words::VipCategory::Attract;
    client.stage = Some(7);
    offer.trial.book.put(crate::domain::Row::into_record(client));
    offer.trial.answers = Answers::yes();
    let accept = offer.moved(OfferMove::Accept { on: None });
    offer.trial.make(&accept);
    let client = offer.trial.row::<Client>(offer.trial.client);
    assert_eq!(client.status, crate::domain::words::ClientStatus::Active);
}

#[test]
fn open_terms_hold_an_acceptance_back() {
    let mut offer = Case::with("presented", json!({}), json!({ "state": "open" }));
    assert_eq!(offer.refusal(OfferMove::Accept { on: None }), "terms-still-open");
}

#[test]
fn declining_says_who_and_why() {
    for (by, reason, expected) in [
        (Some(Party::Them), Some("price"), "-"),
        (None, Some("price"), "decline-needs-who"),
        (Some(Party::Them), None, "decline-needs-who"),
    ] {
        let mut offer = Case::at("presented");
        let wish = OfferMove::Decline { by, reason: reason.map(Into::into) };
        assert_eq!(offer.refusal(wish), expected);
    }
}

#[test]
fn a_new_version_takes_the_offer_back_and_counts() {
    let mut offer = Case::at("presented");
    let version = offer.moved(OfferMove::Version);
    let planned = offer.trial.make(&version);
    let row = offer.trial.row::<Proposal>(offer.offer);
    assert_eq!((row.state, row.version, row.presented_in), (ProposalState::Discussed, 2, None));
    assert_eq!(planned.title.id, "title-offer-version");
    let (term, label) = (offer.term, json!({ "label": "rate a year" }));
    assert_eq!(offer.trial.refusal(&amend(Entity::ProposalTerm, term, label)), "-");
}

/// Neither the needs nor the client's new category are asked about.
#[test]
fn versions_are_counted_and_not_written() {
    for state in ["draft", "discussed", "presented"] {
        for version in [0, 2, 9] {
            let mut offer = Case::at(state);
            let edit = amend(Entity::Proposal, offer.offer, json!({ "version": version }));
            let expected = if version == 0 { "out-of-range" } else { "offer-version-counts" };
            assert_eq!(offer.trial.refusal(&edit), expected, "{state} {version}");
        }
    }
}

#[test]
fn open_terms_are_said_before_anything_is_asked() {
    let mut offer = Case::with("presented", json!({}), json!({ "state": "open" }));
    let client = offer.trial.client;
    let mut prospect = offer.trial.row::<Client>(client).clone();
    (prospect.status, prospect.vip_category, prospect.stage) = (ClientStatus::Prospect, VipCategory::Attract, Some(7));
    offer.trial.book.put(prospect.into_record());
    assert_eq!(offer.refusal(OfferMove::Accept { on: None }), "terms-still-open");
    offer.trial.make(&amend(Entity::ProposalTerm, offer.term, json!({ "state": "agreed" })));
    assert_eq!(offer.refusal(OfferMove::Accept { on: None }), "needs-addressed-ask");
}

/// Whatever else an offer lacks, a state it cannot go to is said first.
#[test]
fn a_way_that_no_offer_goes_is_refused_before_a_visit_is_asked_for() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    let offer = trial.has(Entity::Proposal, json!({ "client": client, "title": "bare", "state": "draft" }));
    let accept = Edit::Move(Move::Offer(Id::new(offer), OfferMove::Accept { on: None }));
    assert_eq!(trial.refusal(&accept), "move-not-possible");
    assert_eq!(trial.refusal(&amend(Entity::Proposal, offer, json!({ "state": "accepted" }))), "move-not-possible");
    let new = json!({ "client": client, "title": "new", "state": "accepted" });
    assert_eq!(trial.refusal(&add(Entity::Proposal, new)), "move-not-possible");
}

#[test]
fn an_essential_need_leaves_a_discussed_offer_only_with_a_reason() {
    for (state, reason, expected) in [
        ("draft", None, "-"),
        ("discussed", None, "essential-off-reason"),
        ("discussed", Some("they pay another way now"), "-"),
        ("presented", Some("they pay another way now"), "no-confirmed-need"),
    ] {
        let mut offer = Case::at(state);
        let (uuid, row) = (offer.offer, json!({ "needs": [] }));
        let edit = match reason {
            Some(reason) => amend_because(Entity::Proposal, uuid, reason, row),
            None => amend(Entity::Proposal, uuid, row),
        };
        assert_eq!(offer.trial.refusal(&edit), expected, "{state} {reason:?}");
    }
}

#[test]
fn what_is_of_another_client_has_no_place_in_an_offer() {
    let mut offer = Case::at("draft");
    let other =
        offer.trial.has(Entity::Client, json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" }));
    let need = offer.trial.has(Entity::Need, json!({ "client": other.to_string(), "title": "theirs" })).to_string();
    let interest = offer.trial.has(
        Entity::Interest,
        json!({
            "person": offer.trial.orlova.to_string(), "client": other.to_string(), "text": "rest",
            "learned_on": "2026-11-01",
        }),
    );
    let (uuid, term) = (offer.offer, offer.term);
    let trial = &mut offer.trial;
    assert_eq!(trial.refusal(&amend(Entity::Proposal, uuid, json!({ "needs": [need] }))), "need-of-other");
    let covers = json!({ "covers": [{ "need": need, "cover": 1 }] });
    assert_eq!(trial.refusal(&amend(Entity::ProposalTerm, term, covers)), "need-of-other");
    let score = json!({ "term": term.to_string(), "interest": interest.to_string(), "score": 1 });
    assert_eq!(trial.refusal(&add(Entity::TermScore, score)), "interest-of-other");
}

#[test]
fn an_interest_is_judged_once_on_a_term() {
    let mut offer = Case::at("draft");
    let interest = offer.trial.has(
        Entity::Interest,
        json!({
            "person": offer.trial.orlova.to_string(), "client": offer.trial.client.to_string(), "text": "rest",
            "learned_on": "2026-11-01",
        }),
    );
    let score = json!({ "term": offer.term.to_string(), "interest": interest.to_string(), "score": 1 });
    offer.trial.make(&add(Entity::TermScore, score.clone()));
    assert_eq!(offer.trial.refusal(&add(Entity::TermScore, score)), "score-already-there");
}
