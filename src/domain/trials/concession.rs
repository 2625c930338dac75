//! Terms that move by concessions: what that changes, and what it opens again.

use serde_json::json;
use uuid::Uuid;

use super::offer::Case;
use crate::domain::book::Entity;
use crate::domain::entity::{Proposal, ProposalTerm};
use crate::domain::json::Amount;
use crate::domain::moves::OfferMove;
use crate::domain::refusal::Answers;
use crate::domain::trial::{add, amend};
use crate::domain::words::TermState;

#[test]
fn a_presented_term_moves_by_a_concession_alone() {
    let product = |offer: &mut Case| {
        offer.trial.has(Entity::Product, json!({ "code": "x", "name": { "en": "X" }, "family": "other" })).to_string()
    };
    for (row, state, expected) in [
        (json!({ "label": "x" }), "presented", "offer-is-presented"),
        (json!({ "kind": "term" }), "presented", "offer-is-presented"),
        (json!({ "our_floor": "x" }), "presented", "offer-is-presented"),
        (json!({ "covers": [] }), "presented", "offer-is-presented"),
        (json!({ "value": 200 }), "presented", "offer-is-presented"),
        (json!({ "state": "open" }), "presented", "-"),
        (json!({ "their_value": "much" }), "presented", "-"),
        (json!({ "value": 200 }), "discussed", "-"),
        (json!({ "state": "open" }), "accepted", "offer-is-closed"),
    ] {
        let mut offer = Case::at(state);
        let term = offer.term;
        assert_eq!(offer.trial.refusal(&amend(Entity::ProposalTerm, term, row.clone())), expected, "{state} {row}");
    }
    let mut offer = Case::at("presented");
    let (term, with) = (offer.term, product(&mut offer));
    assert_eq!(
        offer.trial.refusal(&amend(Entity::ProposalTerm, term, json!({ "product": with }))),
        "offer-is-presented"
    );
    let new = json!({ "proposal": offer.offer.to_string(), "label": "new" });
    assert_eq!(offer.trial.refusal(&add(Entity::ProposalTerm, new)), "offer-is-presented");
}

#[test]
fn a_concession_sets_the_value_of_its_term() {
    let mut offer = Case::at("presented");
    let given = |from: &str, to: &str| json!({ "term": offer.term.to_string(), "by": "we", "from_value": from, "to_value": to });
    let (same, real) = (given("2,25 %", " 2,25 %"), given("2,25 %", "1,95 %"));
    assert_eq!(offer.trial.refusal(&add(Entity::Concession, same)), "nothing-conceded");
    let planned_visit = offer.trial.planned("2026-11-24T10:00").to_string();
    for (field, value, refusal) in [
        ("worth", json!({ "minor": -500, "currency": "RUB" }), "below-zero"),
        ("visit", json!(planned_visit), "visit-not-held"),
    ] {
        let mut row = real.clone();
        row[field] = value;
        assert_eq!(offer.trial.refusal(&add(Entity::Concession, row)), refusal, "{field}");
    }
    let planned = offer.trial.make(&add(Entity::Concession, real));
    assert_eq!(planned.title.id, "title-concession");
    assert_eq!(offer.trial.row::<ProposalTerm>(offer.term).value, Some(Amount::Number(195)));
    assert_eq!(offer.trial.row::<Proposal>(offer.offer).version, 1);
    let mut closed = Case::at("declined");
    let late = json!({ "term": closed.term.to_string(), "by": "we", "from_value": "a", "to_value": "b" });
    assert_eq!(closed.trial.refusal(&add(Entity::Concession, late)), "offer-is-closed");
}

/// What was agreed was the old value: the offer is accepted only once the new one is agreed as well.
#[test]
fn a_concession_on_an_agreed_term_opens_it_again() {
    let concession = |term: Uuid, to: &str| {
        add(Entity::Concession, json!({ "term": term.to_string(), "by": "we", "from_value": "before", "to_value": to }))
    };
    for (state, to, now, warned) in [
        ("agreed", "1,95 %", TermState::Open, true),
        ("agreed", "2.25 %", TermState::Agreed, false),
        ("open", "1,95 %", TermState::Open, false),
    ] {
        let mut offer = Case::with("discussed", json!({}), json!({ "state": state }));
        let planned = offer.trial.make(&concession(offer.term, to));
        let said = planned.warnings.iter().any(|warning| warning.id == "term-open-again");
        assert_eq!((offer.trial.row::<ProposalTerm>(offer.term).state, said), (now, warned), "{state} {to}");
    }
    let mut offer = Case::at("presented");
    offer.trial.answers = Answers::yes();
    offer.trial.make(&concession(offer.term, "1,95 %"));
    assert_eq!(offer.refusal(OfferMove::Accept { on: None }), "terms-still-open");
    offer.trial.make(&amend(Entity::ProposalTerm, offer.term, json!({ "state": "agreed" })));
    assert_eq!(offer.refusal(OfferMove::Accept { on: None }), "-");
}

#[test]
fn a_concession_is_returned_by_the_other_side_of_the_same_offer() {
    let mut offer = Case::at("discussed");
    let term = offer.term.to_string();
    let ours = offer.trial.has(
        Entity::Concession,
        json!({ "term": term, "by": "we", "from_value": "a", "to_value": "b", "on": "2026-11-20" }),
    );
    for (by, expected) in [("they", "-"), ("we", "concession-other-side")] {
        let row = json!({
            "term": term, "by": by, "from_value": "c", "to_value": "d", "in_return": ours.to_string(),
        });
        assert_eq!(offer.trial.refusal(&add(Entity::Concession, row)), expected, "{by}");
    }
}
